"""Records and changes for the tests of the store, made by hand and by Hypothesis."""

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_type_hints

from hypothesis import strategies as st

from rules.changes import Change, Edit
from rules.records import (
    Draft,
    Fact,
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
    Person,
    PersonId,
    Record,
    Tone,
)

THEN = datetime(2026, 5, 14, 14, 20, tzinfo=UTC)

OPPORTUNITY = Opportunity(id=OpportunityId("o1"), company="Northwind", created_at=THEN)
PRIYA = Person(id=PersonId("p1"), opportunity_id=OPPORTUNITY.id, name="Priya Nair")
TOM = Person(id=PersonId("p2"), opportunity_id=OPPORTUNITY.id, name="Tom Okafor", place=1.0)
TALK = Interview(
    id=InterviewId("i1"),
    opportunity_id=OPPORTUNITY.id,
    start=THEN - timedelta(hours=2),
    end=THEN - timedelta(hours=1),
    zone="Europe/London",
    met=(TOM.id, PRIYA.id),
    skipped=(TOM.id,),
)
HIGHLIGHT = Highlight(
    id=HighlightId("h1"), interview_id=TALK.id, text="the move to Postgres", used_for=(PRIYA.id,)
)
MESSAGE = Message(
    id=MessageId("m1"),
    opportunity_id=OPPORTUNITY.id,
    interview_id=TALK.id,
    person_id=PRIYA.id,
    kind=MessageKind.THANK_YOU,
    sent_at=THEN,
    subject="Thank you",
    body="Dear Priya,\r\n\r\nthank you.",
    names=(TOM.id,),
)
PROMISE = Fact(
    id="f1",  # type: ignore[arg-type]  # an id is a plain string when it is read
    opportunity_id=OPPORTUNITY.id,
    kind=FactKind.PROMISE,
    at=THEN,
    day=date(2026, 5, 22),
    person_id=PRIYA.id,
)
EVERYTHING: tuple[Record, ...] = (OPPORTUNITY, PRIYA, TOM, TALK, HIGHLIGHT, MESSAGE, PROMISE)


def adding(*records: Record) -> Change:
    """The change that adds these records."""
    return changing(*(Edit(before=None, after=record) for record in records))


def changing(*edits: Edit) -> Change:
    """A change of these edits."""
    return Change(opportunity_id=OPPORTUNITY.id, label="test", edits=edits)


def draft(**values: Any) -> Draft:
    """A warm thank-you to Priya, with some fields told."""
    usual: dict[str, Any] = {
        "opportunity_id": OPPORTUNITY.id,
        "interview_id": TALK.id,
        "person_id": PRIYA.id,
        "kind": MessageKind.THANK_YOU,
        "tone": Tone.WARM,
        "subject": "Thank you",
        "body": "Dear Priya,",
        "saved_at": THEN,
    }
    return Draft(**usual | values)


ANY_TEXT = st.text(st.characters(), max_size=12)  # lone surrogates and NUL among them
ANY_MOMENT = st.datetimes(timezones=st.just(UTC))
_IDS = st.lists(st.sampled_from(["p1", "p2", "p3", "p\udc80"]), max_size=3).map(tuple)


def _any_value(hint: Any) -> st.SearchStrategy[Any]:
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: ANY_TEXT,
        float: st.floats(allow_nan=False),
        datetime: ANY_MOMENT,
        datetime | None: st.none() | ANY_MOMENT,
        tuple[PersonId, ...]: _IDS,
    }
    return plain[hint] if hint in plain else st.from_type(hint)


def any_record(kind: type[Any], **told: Any) -> st.SearchStrategy[Any]:
    """Records of one kind whose fields hold anything they may hold."""
    hints = get_type_hints(kind)
    values = {field.name: _any_value(hints[field.name]) for field in fields(kind)}
    return st.builds(kind, **values | {name: st.just(value) for name, value in told.items()})
