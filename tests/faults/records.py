"""Records that tell, by their number alone, whether they came through whole."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from models.store import Store, open_store
from rules.changes import Change, Edit
from rules.records import (
    Draft,
    Message,
    MessageId,
    MessageKind,
    Opportunity,
    OpportunityId,
    Person,
    PersonId,
    Record,
    Tone,
)

FILE = "afterword.db"
THEN = datetime(2026, 5, 14, 14, 20, tzinfo=UTC)


def records(number: int) -> tuple[Record, ...]:
    """One application with a person and a letter of some length, all told by its number."""
    oid = OpportunityId(f"o{number}")
    body = f"Letter {number}. " * (1 + number * 37 % 400)
    at = THEN + timedelta(minutes=number)
    return (
        Opportunity(id=oid, company=f"Company {number}", notes=body[::-1], created_at=at),
        Person(id=PersonId(f"p{number}"), opportunity_id=oid, name=f"Person {number}"),
        Message(
            id=MessageId(f"m{number}"),
            opportunity_id=oid,
            person_id=PersonId(f"p{number}"),
            kind=MessageKind.THANK_YOU,
            sent_at=at,
            body=body,
        ),
    )


def adding(number: int) -> Change:
    """The change that adds them."""
    edits = tuple(Edit(before=None, after=one) for one in records(number))
    return Change(opportunity_id=OpportunityId(f"o{number}"), label="added", edits=edits)


def draft(number: int, body: str = "Dear Priya,") -> Draft:
    """A letter being written for one of them."""
    return Draft(
        opportunity_id=OpportunityId(f"o{number}"),
        interview_id=None,
        person_id=PersonId(f"p{number}"),
        kind=MessageKind.THANK_YOU,
        tone=Tone.WARM,
        subject="Thank you",
        body=body,
        saved_at=THEN,
    )


def filled(folder: Path, count: int) -> Store:
    """An open store with so many of them."""
    store = open_store(folder / FILE)
    for number in range(count):
        store.write(adding(number))
    return store


def fingerprint(path: Path) -> str:
    """The hash of all rows of a file that is opened as the program opens it."""
    store = open_store(path)
    try:
        return store.fingerprint()
    finally:
        store.close()
