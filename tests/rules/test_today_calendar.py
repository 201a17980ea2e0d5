"""Where a card's step belongs in a calendar."""

from dataclasses import replace
from datetime import date

from rules.appointments import Slot, next_quarter, slot_of
from rules.board import card_of
from rules.records import Dossier, FactKind, MessageKind, Outcome
from tests.rules.dossiers import at, case, ended, said, talk, thanks, when

OWED = case(talk("i1", "05-14 14:00", "A"))
THANKED = case(talk("i1", "05-14 14:00", "A"), thanks("A", "05-14 15:00"))


def slot(dossier: Dossier, moment: str) -> Slot | None:
    return slot_of(card_of(dossier, when(moment)), dossier, at(moment))


def hours(dossier: Dossier, moment: str) -> tuple[object, object] | None:
    found = slot(dossier, moment)
    return (found.start, found.end) if found else None


def test_a_talk_stands_at_its_hours() -> None:
    ahead = case(talk("i1", "05-15 14:00", "A"))
    assert hours(ahead, "05-14 15:20") == (at("05-15 13:00"), at("05-15 14:00"))
    open_end = case(talk("i1", None, "A", start=at("05-15 13:00")))
    assert hours(open_end, "05-14 15:20") == (at("05-15 13:00"), at("05-15 14:00"))


def test_a_letter_stands_at_its_best_moment_and_then_at_the_next_advised() -> None:
    assert hours(OWED, "05-14 14:10") == (at("05-14 16:00"), at("05-14 16:15"))
    assert hours(OWED, "05-14 22:30") == (at("05-15 08:00"), at("05-15 08:15"))
    assert hours(THANKED, "05-14 15:20") == (at("05-21 10:00"), at("05-21 10:15"))


def test_what_could_go_at_once_stands_at_the_next_quarter() -> None:
    assert hours(OWED, "05-15 10:07") == (at("05-15 10:15"), at("05-15 10:30"))
    assert next_quarter(at("05-15 10:15")) == at("05-15 10:30")
    assert next_quarter(at("05-15 23:50")) == at("05-16 00:00")


def test_an_item_is_the_same_however_late_it_is() -> None:
    first, second = slot(OWED, "05-14 14:10"), slot(OWED, "05-15 16:00")
    other = slot(THANKED, "05-14 15:20")
    assert first is not None
    assert second is not None
    assert other is not None
    assert first.item == second.item
    assert first.item != other.item


def test_an_offer_ends_at_its_answers_hour() -> None:
    offer = case(
        said(FactKind.OFFER, "05-14 10:00", date(2026, 5, 20)),
        replace(thanks("A", "05-14 11:00", about=None), kind=MessageKind.OFFER_ACKNOWLEDGEMENT),
        **ended(Outcome.OFFER, "05-14 10:00"),
    )
    assert hours(offer, "05-14 15:20") == (at("05-20 16:45"), at("05-20 17:00"))


def test_what_has_no_hour_stands_nowhere() -> None:
    assert slot(case(talk("i1", None)), "05-14 15:20") is None
    assert slot(case(**ended(Outcome.NO_ANSWER, "05-01 09:00")), "05-14 15:20") is None
    assert slot(case(no_contact=True, applied_at=at("05-01 09:00")), "05-14 15:20") is None
    ahead = case(talk("i1", "05-15 14:00", "A"))
    card = card_of(ahead, when("05-14 15:20"))
    assert slot_of(card, replace(ahead, interviews=()), at("05-14 15:20")) is None
