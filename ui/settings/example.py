"""An invented record for each sort of letter, so that a template can be seen filled."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from rules.compose import Letter, Missing, compose
from rules.records import (
    Channel,
    Dossier,
    Draft,
    Fact,
    FactId,
    FactKind,
    Highlight,
    HighlightId,
    Interview,
    InterviewId,
    InterviewKind,
    Message,
    MessageId,
    MessageKind,
    Moment,
    Opportunity,
    OpportunityId,
    Part,
    Person,
    PersonId,
    Profile,
    Tone,
)

COMPANY = "Lumen & Oak"
_OID = OpportunityId("example")
_TALK = InterviewId("example")
_NAMES = ("Priya Raman", "Daniel Okafor", "Sofia Lindqvist")
_TOPICS = ("the move to Leeds", "how you test with carers", "sharing research with engineers")
_ORGANISER = Person(
    id=PersonId("organiser"), opportunity_id=_OID, name="Hal Brook", part=Part.ORGANISER
)
_PEOPLE = tuple(
    Person(id=PersonId(f"p{number}"), opportunity_id=_OID, name=name)
    for number, name in enumerate(_NAMES)
)
_TO_THE_ORGANISER = (MessageKind.PASS_ON, MessageKind.ADDRESS_REQUEST, MessageKind.DEBRIEF)
_WAVE = (MessageKind.THANK_YOU, *_TO_THE_ORGANISER)
_FACTS = {
    MessageKind.INVITED_CHECK_IN: FactKind.REPLY_HOLDING,
    MessageKind.REPLY_TO_REJECTION: FactKind.REJECTION,
    MessageKind.KEEP_IN_TOUCH: FactKind.REJECTION,
    MessageKind.OFFER_ACKNOWLEDGEMENT: FactKind.OFFER,
    MessageKind.DECLINE: FactKind.OFFER,
    MessageKind.COMPETING_OFFER: FactKind.OFFER_ELSEWHERE,
    MessageKind.ANSWER: FactKind.REPLY_QUESTION,
}
_CHANNELS = {"card": Channel.LETTER, "call": Channel.PHONE}


def filled(
    sort: str,
    text: str,
    tone: Tone,
    *,
    moment: Moment,
    profile: Profile,
    names: Iterable[str],
    turn: int = 0,
) -> Letter | Missing:
    """A template as a letter of its sort; `turn` goes from one recipient to the next."""
    kind_name, _, variant = sort.partition("-")
    kind = MessageKind(kind_name)
    met = _PEOPLE[turn % len(_PEOPLE)]
    to = _ORGANISER if kind in _TO_THE_ORGANISER else met
    return compose(
        _record(kind, variant, moment.now),
        kind,
        to.id,
        tone,
        moment,
        profile,
        dict.fromkeys(names, text),
        interview_id=_TALK,
        channel=_CHANNELS.get(variant, Channel.EMAIL),
    )


def as_draft(
    sort: str, letter: Letter, tone: Tone, *, moment: Moment, turn: int = 0
) -> tuple[Dossier, Draft]:
    """Such a letter as it would lie on the desk, and the invented record beside it."""
    kind_name, _, variant = sort.partition("-")
    kind = MessageKind(kind_name)
    to = _ORGANISER if kind in _TO_THE_ORGANISER else _PEOPLE[turn % len(_PEOPLE)]
    draft = Draft(
        opportunity_id=_OID,
        interview_id=_TALK,
        person_id=to.id,
        kind=kind,
        tone=tone,
        channel=_CHANNELS.get(variant, Channel.EMAIL),
        subject=letter.subject,
        body=letter.body,
        saved_at=moment.now,
    )
    return _record(kind, variant, moment.now), draft


def _record(kind: MessageKind, variant: str, now: datetime) -> Dossier:
    """The application such a letter is written for."""
    ago = timedelta(days=9)
    if kind in _WAVE:
        ago = timedelta(hours=30) if variant == "late" else timedelta(minutes=35)
    talk = Interview(
        id=_TALK,
        opportunity_id=_OID,
        start=now - ago - timedelta(minutes=45),
        end=now - ago,
        kind=InterviewKind.PHONE_SCREEN if variant == "phone_screen" else InterviewKind.INTERVIEW,
        decides_at_once=variant == "same_day",
        met=tuple(one.id for one in _PEOPLE),
    )
    opportunity = Opportunity(
        id=_OID,
        company=COMPANY,
        role="Senior Product Designer",
        applied_at=now - timedelta(days=24),
        created_at=now - timedelta(days=24),
    )
    dossier = Dossier(
        opportunity=opportunity,
        people=(*_PEOPLE, _ORGANISER),
        interviews=() if kind is MessageKind.APPLICATION_FOLLOW_UP else (talk,),
        highlights=_highlights(),
    )
    if kind in _WAVE or kind is MessageKind.APPLICATION_FOLLOW_UP:
        return dossier
    return replace(dossier, messages=_thanks(now - ago), facts=_facts(kind, now))


def _highlights() -> tuple[Highlight, ...]:
    return tuple(
        Highlight(id=HighlightId(text), interview_id=_TALK, text=text, used_for=(person.id,))
        for text, person in zip(_TOPICS, _PEOPLE, strict=True)
    )


def _thanks(at: datetime) -> tuple[Message, ...]:
    """The thank-yous a later letter goes on from."""
    return tuple(
        Message(
            id=MessageId(f"m{person.id}"),
            opportunity_id=_OID,
            interview_id=_TALK,
            person_id=person.id,
            kind=MessageKind.THANK_YOU,
            sent_at=at + timedelta(hours=2),
            to_name=person.name,
            subject="Thank you, and the move to Leeds",
            body="Thank you for the conversation.",
        )
        for person in _PEOPLE
    )


def _facts(kind: MessageKind, now: datetime) -> tuple[Fact, ...]:
    """What happened since, where a letter answers to something."""
    found = _FACTS.get(kind)
    if found is None:
        return ()
    day = (now + timedelta(days=5)).date()
    at = now - timedelta(hours=3)
    fact = Fact(id=FactId("f"), opportunity_id=_OID, kind=found, at=at, day=day, interview_id=_TALK)
    return (fact,)
