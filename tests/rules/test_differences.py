"""What bringing a backup back would cost, card by card."""

from dataclasses import replace
from datetime import UTC, datetime

from rules.differences import compare
from rules.records import Dossier, Message, MessageId, MessageKind, Opportunity, OpportunityId

THEN = datetime(2026, 5, 14, 14, 20, tzinfo=UTC)


def dossier(name: str, **values: object) -> Dossier:
    one = Opportunity(id=OpportunityId(name), company=name, created_at=THEN)
    return Dossier(opportunity=replace(one, **values))  # type: ignore[arg-type]  # fields of it


def test_the_same_differs_in_nothing() -> None:
    both = (dossier("a"), dossier("b"))
    assert compare(both, both).none


def test_each_card_is_lost_back_or_older() -> None:
    letter = Message(
        id=MessageId("m"), opportunity_id=OpportunityId("b"), kind=MessageKind.CHECK_IN,
        sent_at=THEN,
    )  # fmt: skip
    now = (dossier("a"), replace(dossier("b", notes="x"), messages=(letter,)), dossier("d"))
    found = compare(now, (dossier("b"), dossier("c"), dossier("d")))
    assert [one.opportunity.id for one in found.lost] == ["a"]
    assert [one.opportunity.id for one in found.back] == ["c"]
    assert found.older == (now[1],)
    assert found.letters == 1
    assert not found.none
