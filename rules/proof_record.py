"""The letter on the desk as proofreading sees it: what the record says beside the text (RULES 7).

Afterword keeps no titles, pronouns, past employers or domains, and lists no files: those stay
empty, and the checks that ask for them keep quiet. No message has a number that a mail program
could reply to, so "press Reply" (O05) is said where the letter is handed over, not found in it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from rules.proof import (
    Finding,
    Heard,
    Me,
    Part,
    ProofLetter,
    Pursuit,
    Report,
    Sent,
    Severity,
    Somebody,
    Speller,
    check,
)
from rules.quoting import Original, whole_body
from rules.records import (
    Channel,
    Dossier,
    Draft,
    FactKind,
    Interview,
    Message,
    MessageKind,
    Moment,
    Person,
    PersonId,
    Profile,
)
from rules.rounds import Round, end_of, rounds

_THANKS = (MessageKind.THANK_YOU, MessageKind.PASS_ON, MessageKind.THANKS_AND_QUESTION)
_OF_WORDS = ("W01", "N06", "N07")
"""What is looked for in any words, a subject's as well."""
_LEAD, _END = "Hello,\n\n", ".\n\nRegards,"
_OF_A_LETTER = frozenset(
    "F02 N01 N03 N08 N09 N10 N14 H03 H05 L01 L02 L03 L04 W04 U02 R02 R03".split()
)
"""What is asked of a letter and not of a few words to say on the phone."""


@dataclass(frozen=True)
class Beside:
    """What the desk knows of a letter beyond its text."""

    original: Original | None = None  # quoted below it
    variant: str = ""
    refused: str = ""  # why the ledger allows no such message now


def proof_letter(
    dossier: Dossier,
    draft: Draft,
    *,
    moment: Moment,
    profile: Profile,
    others: Iterable[Dossier] = (),
    beside: Beside | None = None,
) -> ProofLetter:
    """Everything the checks look at, from the record; `others` are the other live applications."""
    beside = beside or Beside()
    card, person = dossier.opportunity, dossier.person(draft.person_id)
    round_ = next((one for one in rounds(dossier, moment) if one.holds(draft.interview_id)), None)
    talk = dossier.interview(draft.interview_id)
    zone = moment.employer_zone(card, talk)
    written = _Written(dossier, draft, round_)
    by_mail = draft.channel is Channel.EMAIL
    quoted = _original(beside.original, person)
    return ProofLetter(
        kind=draft.kind,
        variant=beside.variant,
        on_paper=not by_mail,
        subject=draft.subject,
        body=whole_body(draft.body, beside.original),
        me=_me(profile),
        company=card.company,
        role=card.role,
        began=_there(talk.start if talk else None, zone),
        ended=_there(end_of(talk) if talk else None, zone),
        planned=moment.now.astimezone(zone),
        applied=card.applied_at.astimezone(zone).date() if card.applied_at else None,
        recipient=_somebody(person) if person else None,
        met=tuple(_somebody(one) for one in dossier.people if one is not person),
        heard=tuple(_heard(dossier, round_)),
        notes=_notes(dossier),
        others=tuple(_pursuit(one) for one in others if one.opportunity.id != card.id),
        original=quoted,
        other_notes=tuple(written.to_others()),
        earlier_notes=tuple(written.earlier()),
        email_text="" if by_mail else written.email(),
        sent_before=tuple(written.to_the_same()),
        to=(person.email,) if person and person.email and by_mail else (),
        call_invited=any(one.kind is FactKind.INVITED_TO_CALL for one in dossier.facts),
        refused=beside.refused,
    )


def proofread(letter: ProofLetter, speller: Speller | None = None) -> Report:
    """What the checks find in the letter, and in the words and names of its subject line."""
    report = check(letter, speller)
    if letter.on_paper or not letter.subject.strip():
        return report
    known = {(one.id, one.span) for one in report.findings if one.part is Part.SUBJECT}
    as_body = check(replace(letter, subject="", body=_LEAD + letter.subject + _END), speller)
    found = [
        replace(one, part=Part.SUBJECT, span=(one.span[0] - len(_LEAD), one.span[1] - len(_LEAD)))
        for one in as_body.findings
        if one.id in _OF_WORDS and one.span is not None and one.span[0] >= len(_LEAD)
    ]
    new = [one for one in found if (one.id, one.span) not in known]
    # in the order of the report: what is to fix first, and the subject before the letter
    ordered = sorted(
        (*new, *report.findings),
        key=lambda one: (
            one.severity is not Severity.FIX,
            one.part is not Part.SUBJECT,
            (one.span or (0, 0)) if one.part is Part.SUBJECT else (0, 0),
        ),
    )
    return replace(report, findings=tuple(ordered))


def for_channel(report: Report, channel: Channel) -> Report:
    """The report without what only a letter is asked for, where it is to be said on the phone."""
    if channel is not Channel.PHONE:
        return report
    kept = tuple(one for one in report.findings if one.id not in _OF_A_LETTER)
    return replace(
        report, findings=kept, ran=tuple(one for one in report.ran if one not in _OF_A_LETTER)
    )


def name_of(finding: Finding) -> str:
    """What a finding is known by when it is ignored: not its place, which moves while typing."""
    return "\t".join((finding.id, finding.part.value, " ".join(finding.wrong.split())))


def without(report: Report, ignored: frozenset[str]) -> Report:
    """The report without what the person chose to ignore; a refusal is never ignored."""
    kept = tuple(one for one in report.findings if one.id == "R01" or name_of(one) not in ignored)
    return replace(report, findings=kept)


@dataclass(frozen=True)
class _Written:
    """What went out, or is being written, beside this letter."""

    dossier: Dossier
    draft: Draft
    round: Round | None

    def _sent(self) -> Iterator[Message]:
        return (one for one in self.dossier.messages if one.counts and one.body.strip())

    def _of_round(self, interview_id: object) -> bool:
        return self.round is not None and any(
            one.id == interview_id for one in self.round.interviews
        )

    def to_others(self) -> Iterator[Sent]:
        """Thanks to the others of the round, sent or as last typed."""
        mine, thanked = self.draft.person_id, set()
        for one in self._sent():
            if one.kind in _THANKS and one.person_id != mine and self._of_round(one.interview_id):
                thanked.add(one.person_id)
                yield replace(_as_sent(one), to=self._name(one.person_id) or one.to_name)
        last: dict[PersonId | None, Draft] = {}
        for kept in sorted(self.dossier.drafts, key=lambda one: one.saved_at):
            if kept.kind in _THANKS and self._of_round(kept.interview_id):
                last[kept.person_id] = kept
        for person_id, kept in last.items():
            if person_id not in (mine, *thanked):
                yield Sent(to=self._name(person_id), body=kept.body, subject=kept.subject)

    def earlier(self) -> Iterator[Sent]:
        """Thanks to this person after another round."""
        for one in self._sent():
            ours = one.person_id is not None and one.person_id == self.draft.person_id
            if ours and one.kind in _THANKS and not self._of_round(one.interview_id):
                yield _as_sent(one)

    def to_the_same(self) -> Iterator[Sent]:
        """Whatever went to this person the same way."""
        mine, way = self.draft.person_id, self.draft.channel
        return (
            _as_sent(one) for one in self._sent() if (one.person_id, one.channel) == (mine, way)
        )

    def email(self) -> str:
        """What the email said to which this is the card."""
        mine = self.draft.person_id
        said = (
            one.body
            for one in self._sent()
            if one.channel is Channel.EMAIL
            and one.person_id == mine
            and self._of_round(one.interview_id)
        )
        return next(said, "")

    def _name(self, person_id: PersonId | None) -> str:
        person = self.dossier.person(person_id)
        return person.name if person is not None else ""


def _there(at: datetime | None, zone: tzinfo) -> datetime | None:
    """A moment as the employer's clock shows it."""
    return at.astimezone(zone) if at is not None else None


def _me(profile: Profile) -> Me:
    return Me(
        name=profile.name,
        phone=profile.phone,
        email=profile.email,
        links=(profile.link,) if profile.link else (),
    )


def _somebody(person: Person) -> Somebody:
    return Somebody(name=person.name, email=person.email)


def _original(original: Original | None, person: Person | None) -> Sent | None:
    """It was found by the person's id, so it is theirs, whatever they were called then (O02)."""
    if original is None:
        return None
    return Sent(
        to=person.name if person is not None else original.to_name,
        body=original.text,
        subject=original.subject,
        at=original.sent_at,
        message_id="",
    )


def _as_sent(message: Message) -> Sent:
    """`to` is left empty: who it went to is known by id, not by a name since corrected."""
    return Sent(to="", body=message.body, subject=message.subject, at=message.sent_at)


def _heard(dossier: Dossier, round_: Round | None) -> Iterator[Heard]:
    """What came up in the round, once for each person it is kept for."""
    for one in dossier.highlights:
        if round_ is not None and not round_.holds(one.interview_id):
            continue
        names = [found.name for key in one.used_for if (found := dossier.person(key)) is not None]
        for name in names or [""]:
            yield Heard(text=one.text, by=name)


def _notes(dossier: Dossier) -> str:
    """Whatever was typed about this application: no name in it is another application's."""
    card = dossier.opportunity
    talks: tuple[Interview, ...] = dossier.interviews
    said = [card.notes, card.link, *(one.text for one in dossier.facts)]
    said += [text for one in talks for text in (one.where, one.notes)]
    return "\n".join(text for text in said if text)


def _pursuit(dossier: Dossier) -> Pursuit:
    card = dossier.opportunity
    return Pursuit(
        company=card.company,
        role=card.role,
        people=tuple(one.name for one in dossier.people),
    )
