"""Counting where somebody is no longer on record."""

from dataclasses import replace

from rules.ledger import current_round, used
from rules.records import Dossier, Message
from tests.rules.dossiers import PANEL, case, talk, thanks, when

TALK = talk("i1", "05-12 11:00", "AB")


def forgotten(message: Message, name: str) -> Message:
    """The message once its recipient was taken off the record."""
    return replace(message, person_id=None, to_name=name)


def count(dossier: Dossier) -> int:
    round_ = current_round(dossier, when("05-14 12:00"))
    assert round_ is not None
    return used(dossier, round_)


def test_two_thanked_people_taken_off_the_record_stay_one_wave() -> None:
    first = forgotten(thanks("A", "05-12 14:00"), "Ann")
    second = forgotten(thanks("B", "05-12 14:10"), "Ben")
    assert count(case(TALK, first, second, people=PANEL[2:])) == 1


def test_two_letters_to_one_forgotten_person_are_two() -> None:
    first = forgotten(thanks("A", "05-12 14:00"), "Ann")
    again = forgotten(thanks("A", "05-13 14:10"), "Ann")
    assert count(case(TALK, first, again, people=PANEL[1:])) == 2


def test_letters_to_nobody_named_are_not_taken_for_a_wave() -> None:
    first = replace(thanks("A", "05-12 14:00"), person_id=None)
    assert count(case(TALK, first, replace(first, id=thanks("B", "05-12 15:00").id))) == 2
