"""The next step beyond the table: whom, what to advise, copies, several rounds, remarks."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rules.next_step import next_step
from rules.records import (
    Dossier,
    EmployerKind,
    FactKind,
    Part,
    PersonId,
    Preferences,
)
from rules.remarks import remarks
from rules.steps import NextStep, StepKind, StepState
from rules.windows import state_of
from tests.rules.decisions import APPLIED, CROWD, REJECTED, SENT, TALK, K, promise
from tests.rules.dossiers import (
    PANEL,
    A,
    B,
    C,
    D,
    at,
    case,
    copied,
    person,
    said,
    sent,
    talk,
    thanks,
    when,
)

S = StepState
REST = StepKind.REST


def check_in_to(dossier: Dossier) -> PersonId:
    step = next_step(dossier, when("05-13 12:00"))
    assert step.message is K.CHECK_IN
    (one,) = step.people
    return one


def test_who_gets_the_check_in() -> None:
    wave = [thanks(name, "05-06 14:00") for name in "ABCD"]
    a, b, c, d = PANEL
    assert check_in_to(case(CROWD, *wave)) == A
    manager = replace(b, part=Part.HIRING_MANAGER)
    assert check_in_to(case(CROWD, *wave, people=(a, manager, c, d))) == B
    organiser = replace(c, part=Part.ORGANISER)
    assert check_in_to(case(CROWD, *wave, people=(a, manager, organiser, d))) == C
    named = promise(date(2026, 5, 8), person_id=D)
    assert check_in_to(case(CROWD, *wave, named, people=(a, manager, organiser, d))) == D
    starred = replace(a, main_contact=True)
    assert check_in_to(case(CROWD, *wave, named, people=(starred, manager, organiser, d))) == A
    assert check_in_to(case(CROWD, *wave[1:], people=(starred, b, c, d))) == B


def test_an_application_goes_to_who_stands_out() -> None:
    people = (*PANEL[:2], person("C", Part.HIRING_MANAGER))
    assert next_step(case(people=people, **APPLIED), when("05-14 10:00")).people == (C,)


def test_the_check_in_waits_a_week_from_the_later_first_message() -> None:
    early, late = thanks("A", "05-06 14:00"), thanks("B", "05-07 14:00")
    starred = (PANEL[0], replace(PANEL[1], main_contact=True))
    dossier = case(talk("i1", "05-06 11:00", "AB"), early, late, people=starred)
    step = next_step(dossier, when("05-13 10:00"))
    assert step.people == (B,)
    assert step.window is not None
    assert step.window.earliest == at("05-14 09:00")


def test_the_settings_reach_the_windows() -> None:
    council = case(TALK, SENT, employer_kind=EmployerKind.GOVERNMENT)
    step = next_step(council, when("05-22 12:00", Preferences(second_max=21)))
    assert (step.state, step.reason) == (S.DUE, "one_more")


def test_what_to_advise_when_the_best_moment_is_gone() -> None:
    def advised(now: str) -> datetime | None:
        return next_step(case(TALK, SENT), when(now)).send_at

    assert advised("05-13 09:30") is None
    assert advised("05-16 10:00") == at("05-18 09:00")
    assert advised("05-21 15:20") == at("05-22 10:00")


def test_a_copied_letter_is_asked_about_when_nothing_is_better() -> None:
    follow_up = copied(K.APPLICATION_FOLLOW_UP, "A", "05-14 14:10", about=None)
    dossier = case(follow_up, **APPLIED)
    assert next_step(dossier, when("05-14 14:30")).kind is StepKind.WRITE
    step = next_step(dossier, when("05-14 15:20"))
    assert (step.kind, step.reason) == (StepKind.CONFIRM_SENT, "sent_or_not")
    assert (step.message, step.people, step.at) == (
        K.APPLICATION_FOLLOW_UP,
        (A,),
        at("05-14 14:10"),
    )
    assert step.may_compose
    gone = case(follow_up, sent(K.APPLICATION_FOLLOW_UP, "A", "05-14 14:20"), **APPLIED)
    assert next_step(gone, when("05-14 15:20")).kind is REST
    to_nobody = case(replace(follow_up, person_id=None), people=(), **APPLIED)
    assert next_step(to_nobody, when("05-14 15:20")).people == ()
    uncopied = case(replace(follow_up, copied_at=None), **APPLIED)
    assert next_step(uncopied, when("05-14 15:20")).kind is StepKind.WRITE


def test_a_thank_you_still_due_goes_before_the_question_about_a_copy() -> None:
    dossier = case(CROWD, copied(K.THANK_YOU, "A", "05-06 11:30"))
    assert next_step(dossier, when("05-06 15:00")).kind is StepKind.WRITE
    waiting = case(
        CROWD, SENT, copied(K.THANK_YOU, "B", "05-06 14:30"), said(FactKind.WAITING, "05-06 15:00")
    )
    step = next_step(waiting, when("05-06 15:10"))
    assert (step.kind, step.people) == (StepKind.CONFIRM_SENT, (B,))
    booked = case(talk("i2", "06-06 11:00"), copied(K.THANK_YOU, "B", "05-06 14:30"))
    assert next_step(booked, when("05-06 15:10")).kind is StepKind.INTERVIEW


def test_running_talks_come_before_what_is_owed() -> None:
    dossier = case(TALK, talk("i2", "05-07 09:30", "B"))
    step = next_step(dossier, when("05-07 09:00"))
    assert (step.kind, step.interview_id) == (StepKind.INTERVIEW, "i2")


def test_thanks_owed_across_rounds() -> None:
    dossier = case(TALK, talk("i2", "05-07 11:00", "B"))
    assert next_step(dossier, when("05-07 12:00")).people == (B,)
    thanked = case(TALK, talk("i2", "05-07 11:00", "B"), thanks("B", "05-07 12:00", about="i2"))
    assert next_step(thanked, when("05-07 13:00")).people == (A,)


def test_ended_by_a_fact_alone_and_taken_back_by_a_later_talk() -> None:
    dossier = case(TALK, SENT, REJECTED, talk("i2", "06-03 11:00"))
    assert next_step(dossier, when("05-13 10:00")).kind is StepKind.INTERVIEW


def remarked(dossier: Dossier, now: str) -> tuple[str, ...]:
    moment = when(now)
    return remarks(dossier, next_step(dossier, moment), moment)


def test_remarks_beside_a_step() -> None:
    assert remarked(case(TALK), "05-06 10:30") == ()
    assert remarked(case(TALK), "05-06 13:00") == ()
    assert remarked(case(TALK, zone="Europe/Berlin"), "05-06 13:00") == ("reader_clock",)
    assert remarked(case(TALK, country="gb"), "05-06 13:00") == ("less_usual_here",)
    card = (replace(PANEL[0], postal_address="1 High Street"),)
    assert remarked(case(TALK, people=card), "05-06 13:00") == ("card_on_paper",)
    council: dict[str, Any] = {"employer_kind": EmployerKind.GOVERNMENT}
    assert remarked(case(TALK, people=card, **council), "05-06 13:00") == ()
    promised = case(TALK, SENT, promise(date(2026, 5, 15)), **council)
    assert remarked(promised, "05-19 10:00") == ("slow_search",)
    assert remarked(case(TALK, SENT, **council), "05-13 10:00") == ()


def test_an_employer_without_a_zone_is_read_by_the_persons_own_clock() -> None:
    tokyo = replace(when("05-13 10:00"), zone=ZoneInfo("Asia/Tokyo"))
    step: NextStep = next_step(case(TALK, SENT, zone=""), tokyo)
    assert step.window is not None
    assert step.window.earliest == at("05-13 01:00")


def test_a_thank_you_runs_through_its_states() -> None:
    window = next_step(case(TALK), when("05-06 13:00")).window
    assert window is not None
    states = [
        state_of(K.THANK_YOU, window, at(now))
        for now in ("05-06 12:59", "05-07 11:00", "05-08 11:00", "05-13 11:00", "05-13 11:01")
    ]
    assert states == [S.COOLING_OFF, S.DUE, S.LATE, S.VERY_LATE, S.EXPIRED]
