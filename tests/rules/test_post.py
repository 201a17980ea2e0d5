"""Whether a card can come before they decide (row 17)."""

from datetime import date

import pytest

from rules.next_step import next_step
from rules.post import arrives_in_time
from rules.records import Dossier, EmployerKind, Fact, FactKind
from rules.remarks import remarks
from rules.rounds import read
from rules.tally import tally
from tests.rules.dossiers import case, person, said, talk, when

TALK = talk("i1", "05-06 11:00", "A")  # a Wednesday
ON_PAPER = (person("A", postal_address="1 Oak Lane"),)
NOW = when("05-06 14:00")


def named(day: int) -> Fact:
    """They decide by that day of May."""
    return said(FactKind.PROMISE, "05-06 11:10", date(2026, 5, day))


def in_time(dossier: Dossier) -> bool:
    reading = read(dossier, NOW)
    round_ = reading.held[0]
    return arrives_in_time(reading, round_, tally(dossier, round_))


@pytest.mark.parametrize(
    ("dossier", "expected"),
    [
        (case(TALK, people=ON_PAPER), True),
        (case(TALK, said(FactKind.PROMISE, "05-06 11:10"), people=ON_PAPER), True),
        # Five working days on from Wednesday the 6th: Wednesday the 13th.
        (case(TALK, named(13), people=ON_PAPER), True),
        (case(TALK, named(12), people=ON_PAPER), False),
        (case(talk("i1", "05-06 11:00", "A", decides_at_once=True), people=ON_PAPER), False),
        (case(TALK, people=ON_PAPER, employer_kind=EmployerKind.GOVERNMENT), False),
        (case(TALK, people=ON_PAPER, employer_kind=EmployerKind.UNIVERSITY), True),
    ],
)
def test_a_card_is_thought_of_only_where_it_arrives(dossier: Dossier, expected: bool) -> None:
    assert in_time(dossier) is expected
    found = remarks(dossier, next_step(dossier, NOW), NOW)
    assert ("card_on_paper" in found) is expected


def test_before_any_talk_nothing_is_said_of_cards() -> None:
    dossier = case(people=ON_PAPER, applied_at=NOW.now)
    assert remarks(dossier, next_step(dossier, NOW), NOW) == ()
