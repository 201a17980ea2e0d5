"""Edges of the table: haste, eves, calls first, and what outlasts the day it was said."""

from datetime import date

import pytest

from rules.ledger import current_round, used
from rules.next_step import next_step
from rules.records import Channel, Dossier, Fact, FactKind, MessageKind, Preferences
from rules.steps import StepState
from rules.windows import at_once
from tests.rules.dossiers import A, B, at, case, said, sent, talk, thanks, when, why_not

K, F = MessageKind, FactKind
TALK = talk("i1", "05-12 11:00", "AB")
CALL = sent(K.CHECK_IN, "A", "05-13 10:00", channel=Channel.PHONE)


def count(dossier: Dossier, now: str = "05-20 12:00") -> int:
    round_ = current_round(dossier, when(now))
    assert round_ is not None
    return used(dossier, round_)


@pytest.mark.parametrize(
    ("ends", "best"),
    [
        ("05-12 15:00", "05-12 15:00"),
        ("05-12 19:30", "05-12 19:30"),  # any day's hours are courteous enough
        ("05-12 06:30", "05-12 08:00"),  # within two hours
        ("05-12 05:30", "05-12 08:00"),  # later than that, still the first good hour
        ("05-12 20:00", "05-13 08:00"),
        ("05-09 12:00", "05-09 12:00"),  # a Saturday
        ("05-10 21:00", "05-11 08:00"),  # the Sunday evening
    ],
)
def test_who_decides_today_is_written_to_at_once(ends: str, best: str) -> None:
    dossier = case(talk("i1", ends, "A", decides_at_once=True))
    step = next_step(dossier, when(ends))
    assert step.window is not None
    assert step.window.earliest == at(ends)
    assert step.window.best == at(best)
    assert (step.window.latest - at(ends)).total_seconds() == 24 * 3600
    assert (step.window.final - at(ends)).total_seconds() == 168 * 3600
    assert step.state is StepState.DUE


def test_haste_concerns_the_people_of_that_talk_alone() -> None:
    quick, slow = (
        talk("i1", "05-12 11:00", "A", decides_at_once=True),
        talk("i2", "05-12 12:00", "B"),
    )
    round_ = current_round(case(quick, slow), when("05-12 12:00"))
    assert round_ is not None
    assert at_once(round_, A)
    assert not at_once(round_, B)


def test_a_call_takes_the_place_of_the_thank_you_to_that_person() -> None:
    assert count(case(TALK, CALL)) == 1
    assert count(case(TALK, CALL, thanks("B", "05-13 10:30"))) == 1
    assert count(case(TALK, CALL, thanks("A", "05-13 10:30"))) == 2
    paper = thanks("A", "05-13 10:30", channel=Channel.LETTER)
    assert count(case(TALK, CALL, paper)) == 2


def test_a_thank_you_after_a_week_is_the_second() -> None:
    first = thanks("A", "05-12 14:00")
    assert count(case(TALK, first, thanks("B", "05-19 11:00"))) == 1
    assert count(case(TALK, first, thanks("B", "05-19 11:01"))) == 2


def test_nothing_is_asked_on_the_two_eves() -> None:
    applied = at("12-16 12:00")
    step = next_step(case(people=(), applied_at=applied), when("12-24 12:00"))
    assert step.window is not None
    # 17, 18, 21, 22, 23 December are five days; a week on is the 23rd.
    assert step.window.earliest == at("12-23 09:00")
    assert step.send_at == at("12-25 09:00")  # no holidays are known here but the eves
    # Two weeks end on the 30th, which is worked; a day later they would end on the eve.
    assert step.window.latest == at("12-30 17:00")
    later = next_step(case(people=(), applied_at=at("12-17 12:00")), when("12-24 12:00"))
    assert later.window is not None
    assert later.window.earliest == at("12-25 09:00")
    assert later.window.latest == at("12-30 17:00")


def test_the_eves_are_days_like_others_for_thanks() -> None:
    step = next_step(case(talk("i1", "12-23 19:00", "A")), when("12-23 19:00"))
    assert step.window is not None
    assert step.window.best == at("12-24 08:00")


SECOND_ROUND = (
    talk("i1", "05-05 11:00", "A"),
    thanks("A", "05-05 14:00"),
    talk("i2", "05-12 11:00", "A"),
    thanks("A", "05-12 14:00", about="i2"),
)


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        (said(F.PROMISE, "05-08 10:00", date(2026, 5, 22)), "promised_day_ahead"),
        (said(F.PROMISE, "05-08 10:00", date(2026, 5, 12)), "promised_day_passed"),
        (said(F.PROMISE, "05-06 10:00", date(2026, 5, 11)), "one_more"),  # it named the talk
        (said(F.PROMISE, "05-12 11:30", date(2026, 5, 11)), "promised_day_passed"),
        (said(F.INVITED_TO_CALL, "05-08 10:00"), "call"),
        (said(F.NO_LONGER_INTERESTED, "05-10 10:00"), "withdrawal"),
        (said(F.REPLY_NOTE, "05-08 10:00"), "one_more"),
    ],
)
def test_what_was_said_while_a_talk_was_arranged_holds_for_it(fact: Fact, reason: str) -> None:
    now = "05-21 08:00" if reason == "promised_day_ahead" else "05-19 10:00"
    moment = when(now, Preferences())
    step = next_step(case(*SECOND_ROUND, fact), moment)
    if reason == "withdrawal":  # its days are over
        assert step.reason == "no_longer_interested"
        assert next_step(case(*SECOND_ROUND, fact), when("05-13 10:00")).reason == reason
    else:
        assert step.reason == reason


def test_an_absence_told_before_the_talk_moves_the_check_in() -> None:
    away = said(F.OUT_OF_OFFICE, "05-08 10:00", date(2026, 5, 21), person_id=A)
    assert why_not(case(*SECOND_ROUND, away), K.CHECK_IN, "A", "05-21 12:00") == "too_early"
    assert why_not(case(*SECOND_ROUND, away), K.CHECK_IN, "A", "05-22 09:00") == ""


def test_a_talk_without_a_date_settles_what_was_still_deciding() -> None:
    holding = said(F.REPLY_HOLDING, "05-13 10:00", date(2026, 5, 20), person_id=A)
    first = thanks("A", "05-12 14:00")
    assert why_not(case(TALK, first, holding), K.INVITED_CHECK_IN, "A", "05-22 10:00") == ""
    dossier = case(TALK, first, holding, talk("i2", None, "A"))
    assert why_not(dossier, K.INVITED_CHECK_IN, "A", "05-22 10:00") == "new_round"
