"""Talks that are one round: of one day, of joined days, and the pairs to ask about."""

from datetime import timedelta

import pytest

from rules.ledger import current_round, rounds, used
from rules.next_step import next_step
from rules.records import Dossier, Interview, Outcome
from rules.rounds import to_ask_about
from rules.stages import Stage
from rules.standing import stage_of
from rules.steps import StepKind
from tests.rules.dossiers import at, case, ended, talk, thanks, when


def days(*talks: Interview) -> list[list[str]]:
    """The names of the talks, round by round."""
    found = rounds(case(*talks), when("05-30 12:00"))
    return [[one.id for one in round_.interviews] for round_ in found]


TUESDAY = talk("i1", "05-12 16:00", "A")


def test_talks_of_one_day_are_one_round_and_the_next_day_is_another() -> None:
    assert days(talk("i2", "05-12 23:59", "B"), TUESDAY) == [["i1", "i2"]]
    assert days(TUESDAY, talk("i2", "05-13 00:00", "B")) == [["i1"], ["i2"]]
    assert days(TUESDAY, talk("i2", "05-13 10:00", "B", joined=False)) == [["i1"], ["i2"]]


def test_the_person_may_join_up_to_three_consecutive_days() -> None:
    three = [
        talk(f"i{day}", f"05-{day} 10:00", "A", joined=True if day > 12 else None)
        for day in (12, 13, 14, 15)
    ]
    assert days(*three[:3]) == [["i12", "i13", "i14"]]
    assert days(*three) == [["i12", "i13", "i14"], ["i15"]]


def test_a_day_between_keeps_joined_talks_apart() -> None:
    assert days(TUESDAY, talk("i2", "05-14 10:00", "B", joined=True)) == [["i1"], ["i2"]]


def test_the_first_talk_has_none_before_it_to_join() -> None:
    assert days(talk("i1", "05-12 16:00", "A", joined=True)) == [["i1"]]


def test_a_joined_round_has_one_count_one_day_and_one_beginning() -> None:
    joined = talk("i2", "05-13 10:00", "B", joined=True)
    dossier = case(
        TUESDAY, joined, thanks("A", "05-12 18:00"), thanks("B", "05-13 12:00", about="i2")
    )
    round_ = current_round(dossier, when("05-13 12:00"))
    assert round_ is not None
    assert used(dossier, round_) == 1
    assert (round_.opened, round_.ended) == (at("05-12 16:00"), at("05-13 10:00"))
    assert round_.day.day == 13


@pytest.mark.parametrize(
    ("second", "asked"),
    [
        (talk("i2", "05-13 03:59", "B"), ["i2"]),  # it began at 02:59, 10 h 59 min later
        (talk("i2", "05-13 05:00", "B"), []),  # it began 12 h later
        (talk("i2", "05-13 05:00", "B", start=None), []),
        (talk("i2", "05-13 03:00", "B", start=None), ["i2"]),
        (talk("i2", "05-12 23:00", "B"), []),  # the same day
        (talk("i2", "05-13 02:00", "B", joined=False), []),  # asked already
        (talk("i2", "05-13 02:00", "B", joined=True), []),
        (talk("i2", None, "B"), []),
    ],
)
def test_a_night_between_two_talks_is_asked_about_once(second: Interview, asked: list[str]) -> None:
    pairs = to_ask_about(case(second, TUESDAY), when("05-13 12:00"))
    assert [after.id for _, after in pairs] == asked
    assert {one.id for one, _ in pairs} <= {"i1"}


def test_only_neighbours_are_asked_about() -> None:
    late = talk("i1", "05-12 22:00", "A")
    night = talk("i2", "05-12 23:30", "B")
    after = talk("i3", "05-13 01:00", "C", start=at("05-13 00:10"))
    pairs = to_ask_about(case(late, night, after), when("05-13 12:00"))
    assert [(one.id, two.id) for one, two in pairs] == [("i2", "i3")]


def test_a_talk_that_overlaps_the_night_counts_as_close() -> None:
    long = talk("i1", "05-12 23:50", "A")
    beside = talk("i2", "05-13 00:10", "B", start=at("05-12 23:00"))
    assert len(to_ask_about(case(long, beside), when("05-13 12:00"))) == 1


def test_nobody_is_asked_where_there_is_nothing_to_ask() -> None:
    assert to_ask_about(case(), when("05-13 12:00")) == ()


def withdrawn(*talks: Interview) -> Dossier:
    return case(*talks, **ended(Outcome.WITHDREW, "05-12 17:00"))


def test_who_withdrew_goes_to_no_later_talk() -> None:
    ahead = talk("i2", "05-20 10:00", "A")
    later = when("05-21 10:00")
    step = next_step(withdrawn(ahead), later)
    assert (step.kind, step.used, step.of) == (StepKind.CLOSED, 0, 1)
    assert stage_of(withdrawn(ahead), later) is Stage.OUTCOME
    both = next_step(withdrawn(TUESDAY, ahead), when("05-12 17:30"))
    assert both.interview_id == "i1"
    assert both.channel.value == "email"
    assert later.now - when("05-20 10:00").now == timedelta(days=1)
