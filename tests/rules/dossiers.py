"""Short words for the records that the rules are tried on: London, spring 2026."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rules.ledger import may_send
from rules.records import (
    Channel,
    Dossier,
    Draft,
    Fact,
    FactId,
    FactKind,
    Interview,
    InterviewId,
    Message,
    MessageId,
    MessageKind,
    Moment,
    Opportunity,
    OpportunityId,
    Outcome,
    Part,
    Person,
    PersonId,
    Preferences,
    Tone,
)

LONDON = ZoneInfo("Europe/London")
OID = OpportunityId("o")
A, B, C, D = (PersonId(name) for name in "ABCD")
BANK_HOLIDAYS = {date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 4), date(2026, 5, 25)}


def at(text: str) -> datetime:
    """A moment of 2026 in London, as "05-14 15:20"."""
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=LONDON).astimezone(UTC)


def is_worked(day: date) -> bool:
    """Monday to Friday without the bank holidays."""
    return day.weekday() < 5 and day not in BANK_HOLIDAYS


def when(text: str, preferences: Preferences | None = None) -> Moment:
    """The circumstances at that moment."""
    return Moment(
        now=at(text),
        zone=LONDON,
        zone_of=lambda name: ZoneInfo(name) if name else None,
        working_days=lambda _country: is_worked,
        preferences=preferences or Preferences(),
    )


def person(name: str, part: Part = Part.INTERVIEWER, **more: Any) -> Person:
    """Somebody with an address."""
    fields: dict[str, Any] = {"email": f"{name.lower()}@x.example", "place": float(ord(name[0]))}
    return Person(id=PersonId(name), opportunity_id=OID, name=name, part=part, **(fields | more))


def talk(name: str, end: str | None, met: str = "ABCD", **more: Any) -> Interview:
    """An hour that ends then."""
    ended = at(end) if end is not None else None
    start = ended.replace(hour=max(ended.hour - 1, 0)) if ended is not None else None
    fields: dict[str, Any] = {"start": start, "end": ended}
    return Interview(
        id=InterviewId(name),
        opportunity_id=OID,
        met=tuple(PersonId(one) for one in met),
        **(fields | more),
    )


def sent(
    kind: MessageKind,
    to: str | None,
    moment: str,
    about: str | None = "i1",
    channel: Channel = Channel.EMAIL,
    **more: Any,
) -> Message:
    """A message confirmed as sent."""
    return Message(
        id=MessageId(f"{kind} {to} {moment} {channel}"),
        opportunity_id=OID,
        interview_id=InterviewId(about) if about else None,
        person_id=PersonId(to) if to else None,
        kind=kind,
        channel=channel,
        sent_at=at(moment),
        **more,
    )


def thanks(to: str, moment: str, **more: Any) -> Message:
    """A thank-you confirmed as sent."""
    return sent(MessageKind.THANK_YOU, to, moment, **more)


def said(kind: FactKind, moment: str, day: date | None = None, **more: Any) -> Fact:
    """Something that happened."""
    return Fact(
        id=FactId(f"{kind} {moment}"),
        opportunity_id=OID,
        kind=kind,
        at=at(moment),
        day=day,
        **more,
    )


def copied(kind: MessageKind, to: str | None, moment: str, about: str | None = "i1") -> Draft:
    """A letter that was copied, and not said to be sent."""
    return Draft(
        opportunity_id=OID,
        interview_id=InterviewId(about) if about else None,
        person_id=PersonId(to) if to else None,
        kind=kind,
        tone=Tone.WARM,
        subject="",
        body="",
        copied_at=at(moment),
        saved_at=at(moment),
    )


def opportunity(**more: Any) -> Opportunity:
    """One role at one company in London."""
    fields: dict[str, Any] = {
        "id": OID,
        "company": "Lumen & Oak",
        "zone": "Europe/London",
        "created_at": at("05-01 09:00"),
    }
    return Opportunity(**(fields | more))


PANEL = tuple(person(name) for name in "ABCD")


def case(
    *records: Interview | Message | Fact | Draft,
    people: Iterable[Person] = PANEL,
    **more: Any,
) -> Dossier:
    """An opportunity with those records, each kind in the order given."""
    return Dossier(
        opportunity=opportunity(**more),
        people=tuple(people),
        interviews=tuple(one for one in records if isinstance(one, Interview)),
        messages=tuple(one for one in records if isinstance(one, Message)),
        facts=tuple(one for one in records if isinstance(one, Fact)),
        drafts=tuple(one for one in records if isinstance(one, Draft)),
    )


def ended(outcome: Outcome, moment: str) -> dict[str, Any]:
    """The fields of an opportunity that is over."""
    return {"outcome": outcome, "outcome_at": at(moment)}


def why_not(
    dossier: Dossier,
    kind: MessageKind,
    to: str | None,
    moment: str,
    channel: Channel = Channel.EMAIL,
) -> str:
    """The reason of a refusal; empty where the message may be written."""
    refusal = may_send(dossier, kind, PersonId(to) if to else None, when(moment), channel)
    return "" if refusal is None else refusal.reason
