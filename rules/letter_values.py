"""What a letter may say of the record: the values of a template's placeholders."""

from dataclasses import dataclass
from datetime import date

from rules.calendar import local_date
from rules.highlights import phrase, said_in, sentence
from rules.letter_words import (
    SUBJECT_LENGTH,
    bare_subject,
    day_words,
    greeting_name,
    joined,
    plain_date,
    shortened,
    the_role,
    weekday_date,
)
from rules.quoting import Original
from rules.records import (
    Channel,
    Dossier,
    Draft,
    Fact,
    FactKind,
    MessageKind,
    Moment,
    Person,
    PersonId,
    Profile,
    Tone,
)
from rules.rounds import Round, rounds
from rules.tally import thanked
from rules.templates import clean

OPEN_NAME = "[your name]"
_SUBJECT_LEAD = "Thank you, and "
_LEAST_OF_SUBJECT = 4
_NAMES_ONE = (MessageKind.REPLY_TO_REJECTION, MessageKind.KEEP_IN_TOUCH)


@dataclass(frozen=True, kw_only=True)
class Case:
    """One letter to be written, with all that is known for it."""

    dossier: Dossier
    kind: MessageKind
    person: Person | None
    tone: Tone
    moment: Moment
    profile: Profile
    round: Round | None
    original: Original | None
    channel: Channel = Channel.EMAIL

    @property
    def person_id(self) -> PersonId | None:
        """Whom it goes to, if it goes to somebody on record."""
        return self.person.id if self.person is not None else None

    @property
    def turn(self) -> int:
        """The recipient's place in the round, which rotates the wordings within a panel.

        A card repeats no email, so its wording is the next one.
        """
        people = self.round.people if self.round is not None else ()
        place = people.index(self.person.id) if self.person and self.person.id in people else 0
        return place + (self.channel is Channel.LETTER)

    @property
    def today(self) -> date:
        """The day of sending, at the employer's place."""
        talk = self.round.talk_with(self.person_id) if self.round is not None else None
        return local_date(
            self.moment.now, self.moment.employer_zone(self.dossier.opportunity, talk)
        )


def values_for(case: Case) -> dict[str, str]:
    """Every value a template may ask for; empty where the record does not say."""
    opportunity = case.dossier.opportunity
    ticked = ticked_for(case)
    applied = opportunity.applied_at
    zone = case.moment.employer_zone(opportunity)
    name = clean(case.profile.name)
    return {
        "greeting_name": greeting_name(case.person.name, case.tone) if case.person else "",
        "company": clean(opportunity.company),
        "role": clean(opportunity.role),
        "the_role": the_role(opportunity.role),
        "applied_on": plain_date(local_date(applied, zone)) if applied is not None else "",
        "day": _day(case),
        "highlight": _highlights(case, ticked),
        "highlight_subject": _subject_of(ticked),
        "next_step": _named_day(case, FactKind.PROMISE),
        "original_subject": _thread(case),
        "original_day": _original_day(case),
        "replied_on": _replied_on(case),
        "their_day": _named_day(case, FactKind.REPLY_HOLDING, past=True),
        "answer_by": _named_day(case, FactKind.OFFER),
        "offer_deadline": _named_day(case, FactKind.OFFER_ELSEWHERE),
        "people": _people(case),
        "topics": _topics(case),
        "name": name or OPEN_NAME,
        "own_name": name,
        "phone": clean(case.profile.phone),
        "link": clean(case.profile.link),
        "sign_off": clean(case.profile.sign_off).rstrip(" ,"),
    }


def ticked_for(case: Case) -> tuple[str, ...]:
    """The highlights of this round ticked for the recipient; in a check-in only the new ones."""
    if case.round is None or case.person is None:
        return ()
    said = case.original.text if case.original is not None else ""
    found = (
        one.text
        for one in sorted(case.dossier.highlights, key=lambda one: one.place)
        if case.round.holds(one.interview_id) and case.person.id in one.used_for
    )
    new = tuple(text for text in found if phrase(text) and not said_in(text, said))
    return new[:1] if case.kind in _NAMES_ONE else new


def _highlights(case: Case, ticked: tuple[str, ...]) -> str:
    return " ".join(
        sentence(text, kind=case.kind, tone=case.tone, turn=case.turn, nth=nth)
        for nth, text in enumerate(ticked)
    )


def _subject_of(ticked: tuple[str, ...]) -> str:
    """The first highlight as far as it fits behind "Thank you, and "."""
    if not ticked:
        return ""
    short = shortened(ticked[0], SUBJECT_LENGTH - len(_SUBJECT_LEAD))
    return short if len(short) >= _LEAST_OF_SUBJECT else ""


def _day(case: Case) -> str:
    if case.round is None:
        return ""
    talk = case.round.talk_with(case.person_id)
    zone = case.moment.employer_zone(case.dossier.opportunity, talk)
    day = local_date(case.round.ended_for(case.person_id), zone)
    start = talk.start.astimezone(zone) if talk.start is not None else None
    return day_words(day, start, case.today)


def _facts(case: Case, kind: FactKind) -> list[Fact]:
    """The facts of that kind since the round took place, the newest last."""
    since = case.round.opened if case.round is not None else case.dossier.opportunity.created_at
    facts = (one for one in case.dossier.facts if one.kind is kind)
    late = [one for one in facts if case.round is None or one.at >= since]
    return sorted(late, key=lambda one: one.at)


def _named_day(case: Case, kind: FactKind, past: bool = False) -> str:
    """The day named by the last fact of that kind, unless it has gone by."""
    facts = _facts(case, kind)
    day = facts[-1].day if facts else None
    return weekday_date(day) if day is not None and (past or day > case.today) else ""


def _replied_on(case: Case) -> str:
    facts = _facts(case, FactKind.REPLY_HOLDING)
    zone = case.moment.employer_zone(case.dossier.opportunity)
    return weekday_date(local_date(facts[-1].at, zone)) if facts else ""


def _original_day(case: Case) -> str:
    if case.original is None:
        return ""
    zone = case.moment.employer_zone(case.dossier.opportunity)
    return weekday_date(local_date(case.original.sent_at, zone))


def _thread(case: Case) -> str:
    """The subject of the conversation that is gone on with, without its "Re:"."""
    if case.original is not None:
        return case.original.subject
    if case.kind is MessageKind.CHECK_IN:
        return ""
    sent = [
        one
        for one in case.dossier.messages
        if one.counts and one.person_id == case.person_id and one.subject.strip()
    ]
    return bare_subject(max(sent, key=lambda one: one.sent_at).subject) if sent else ""


def passed_on(
    dossier: Dossier, round_: Round | None, person_id: PersonId | None
) -> tuple[PersonId, ...]:
    """Whom a note through the organiser thanks: everybody met who was not thanked yet.

    A pass-on note confirmed as sent names them (`Message.names`), so that they count as thanked.
    """
    if round_ is None:
        return ()
    left_out = thanked(dossier, round_) | round_.skipped | {person_id}
    return tuple(one for one in round_.people if one not in left_out)


def thanked_through(dossier: Dossier, draft: Draft, moment: Moment) -> tuple[PersonId, ...]:
    """Whom a draft thanks beside its recipient: those it names when it goes through somebody else.

    That is a pass-on note, or a thank-you to somebody not met, such as an agency's recruiter.
    """
    held = rounds(dossier, moment)
    round_ = next((one for one in held if one.holds(draft.interview_id)), None)
    through = draft.kind is MessageKind.PASS_ON or (
        draft.kind is MessageKind.THANK_YOU
        and round_ is not None
        and draft.person_id not in round_.people
    )
    return passed_on(dossier, round_, draft.person_id) if through else ()


def _people(case: Case) -> str:
    return joined([clean(person.name) for person in _passed_people(case)])


def _passed_people(case: Case) -> list[Person]:
    """Whom it is about; an organiser is asked only for the addresses that are not known."""
    found = (
        case.dossier.person(one) for one in passed_on(case.dossier, case.round, case.person_id)
    )
    asks = case.kind is MessageKind.ADDRESS_REQUEST
    return [one for one in found if one is not None and not (asks and one.email)]


def _topics(case: Case) -> str:
    """One sentence for each of them: "Priya Raman and I talked about the move to Leeds."."""
    said = []
    for person in _passed_people(case):
        about = [
            phrase(one.text)
            for one in case.dossier.highlights
            if person.id in one.used_for and case.round and case.round.holds(one.interview_id)
        ]
        if any(about):
            said.append(f"{clean(person.name)} and I talked about {joined(about)}.")
    return " ".join(said)
