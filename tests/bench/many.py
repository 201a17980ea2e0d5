"""Many opportunities, spread over all stages, made the same on every machine."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from rules.changes import Change, Edit
from rules.records import (
    Fact,
    FactId,
    FactKind,
    Highlight,
    HighlightId,
    Interview,
    InterviewId,
    Message,
    MessageId,
    MessageKind,
    Opportunity,
    OpportunityId,
    Outcome,
    Person,
    PersonId,
    Record,
)
from ui.keeper import Keeper

NOW = datetime(2026, 5, 14, 14, 20, tzinfo=UTC)
_FIRST = ("Priya", "Daniel", "Sofia", "Marcus", "Yuki", "Ines", "Callum", "Noor", "Helen", "Tomas")
_LAST = ("Raman", "Okafor", "Lindqvist", "Bell", "Tanabe", "Moreau", "Reid", "Haddad", "Ashby")
_COMPANY = ("Lumen", "Kestrel", "Tidepool", "Harbour", "Fernway", "Quill", "Salt", "Juniper")
_TRADE = ("Robotics", "Energy", "Rail", "Foods", "Health", "Press", "Studio", "Travel")
_ROLE = ("Senior Product Designer", "UX Lead", "Service Designer", "Design Engineer")
_LETTER = "Thank you for the time you took. " * 18


def fill(store: Keeper, count: int) -> None:
    """Put `count` opportunities into an empty store, a fifth of them into each stage."""
    for number in range(count):
        records = opportunity(number)
        edits = tuple(Edit(before=None, after=record) for record in records)
        oid = OpportunityId(f"o{number}")
        store.write(Change(opportunity_id=oid, label="added", edits=edits))


def opportunity(number: int) -> list[Record]:
    """One opportunity; its stage follows from its number."""
    oid = OpportunityId(f"o{number}")
    applied = NOW - timedelta(days=3 + number % 40, minutes=number % 600)
    card = Opportunity(
        id=oid,
        company=f"{_COMPANY[number % 8]} {_TRADE[number // 8 % 8]} {number}",
        role=_ROLE[number % 4],
        applied_at=applied,
        country="GB",
        zone="Europe/London",
        created_at=applied,
    )
    kind = number % 5
    if kind == 0:
        return [card]
    if kind == 4:
        ended = replace(card, outcome=Outcome.NO_ANSWER, outcome_at=NOW - timedelta(days=2))
        fact = Fact(
            id=FactId(f"f{number}"), opportunity_id=oid, kind=FactKind.CLOSED, at=ended.created_at
        )
        return [ended, fact]
    people = [_person(number, place) for place in range(1 + number % 3)]
    days = {1: 3.0, 2: -0.3, 3: -4.0}[kind]
    end = NOW + timedelta(days=days, minutes=-(number % 200))
    talk = Interview(
        id=InterviewId(f"i{number}"),
        opportunity_id=oid,
        start=end - timedelta(hours=1),
        end=end,
        zone="Europe/London",
        met=tuple(person.id for person in people),
    )
    records: list[Record] = [card, *people, talk]
    if kind == 3:
        records += [
            Highlight(
                id=HighlightId(f"h{number}"),
                interview_id=talk.id,
                text="the move to Leeds",
                used_for=talk.met[:1],
            ),
            *(_sent(number, person, end + timedelta(hours=3)) for person in people),
        ]
    return records


def _person(number: int, place: int) -> Person:
    name = f"{_FIRST[(number + place) % 10]} {_LAST[(number * 7 + place) % 9]}"
    return Person(
        id=PersonId(f"p{number}-{place}"),
        opportunity_id=OpportunityId(f"o{number}"),
        name=name,
        email=f"{name.lower().replace(' ', '.')}@x{number}.example",
        place=float(place),
    )


def _sent(number: int, person: Person, at: datetime) -> Message:
    return Message(
        id=MessageId(f"m{person.id}"),
        opportunity_id=person.opportunity_id,
        interview_id=InterviewId(f"i{number}"),
        person_id=person.id,
        kind=MessageKind.THANK_YOU,
        sent_at=at,
        to_name=person.name,
        to_address=person.email,
        subject="Thank you, and the move to Leeds",
        body=_LETTER,
    )
