"""The windows of what asks for something, by the worked examples of RULES 5.3 and beyond."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from rules import timing
from rules.calendar import Exactly, Skipped, resolve_local
from rules.records import Preferences
from rules.timing import Window
from tests.rules.windows_in_words import (
    IN_AMERICA,
    IN_BRITAIN,
    JAPANESE,
    LONDON,
    NEW_YORK,
    NO_HOLIDAYS,
    RIYADH,
    TOKYO,
    local,
    shown,
    times,
    worked,
)

FIRST_SENT = local(NEW_YORK, "2027-01-13T08:00")


@pytest.mark.parametrize(
    ("sent", "is_working_day", "promised", "away_until", "expected", "final"),
    [
        pytest.param(
            FIRST_SENT,
            IN_AMERICA,
            None,
            None,
            ["2027-01-21 09:00", "2027-01-21 10:00", "2027-01-27 17:00"],
            "2027-02-10 17:00",
            id="18: a holiday adds a day",
        ),
        pytest.param(
            FIRST_SENT,
            NO_HOLIDAYS,
            None,
            None,
            ["2027-01-20 09:00", "2027-01-20 10:00", "2027-01-27 17:00"],
            "2027-02-10 17:00",
            id="19: without holiday data",
        ),
        pytest.param(
            FIRST_SENT,
            IN_AMERICA,
            date(2027, 1, 15),
            None,
            ["2027-01-21 09:00", "2027-01-21 10:00", "2027-01-28 17:00"],
            "2027-02-11 17:00",
            id="21: the week outlasts the promise",
        ),
        pytest.param(
            FIRST_SENT,
            IN_AMERICA,
            date(2027, 1, 29),
            None,
            ["2027-02-02 09:00", "2027-02-02 10:00", "2027-02-09 17:00"],
            "2027-02-23 17:00",
            id="22: the promise outlasts the week",
        ),
        pytest.param(
            FIRST_SENT,
            IN_AMERICA,
            None,
            date(2027, 1, 28),
            ["2027-01-29 09:00", "2027-01-29 10:00", "2027-02-04 17:00"],
            "2027-02-18 17:00",
            id="24: an absence shifts all of it",
        ),
        pytest.param(
            FIRST_SENT,
            IN_AMERICA,
            None,
            date(2027, 1, 14),
            ["2027-01-21 09:00", "2027-01-21 10:00", "2027-01-27 17:00"],
            "2027-02-10 17:00",
            id="a short absence shifts nothing",
        ),
    ],
)
def test_a_check_in_keeps_worked_example(
    sent: datetime,
    is_working_day: Callable[[date], bool],
    promised: date | None,
    away_until: date | None,
    expected: list[str],
    final: str,
) -> None:
    window = timing.check_in(
        sent,
        employer=NEW_YORK,
        is_working_day=is_working_day,
        promised=promised,
        away_until=away_until,
    )
    assert times(window, NEW_YORK) == expected
    assert shown(window.final, NEW_YORK) == final
    assert window.nudge


def test_26_a_golden_week_pushes_the_check_in_on() -> None:
    window = timing.check_in(
        local(TOKYO, "2027-04-27T10:00"), employer=TOKYO, is_working_day=worked(*JAPANESE)
    )
    assert times(window, TOKYO) == ["2027-05-10 09:00", "2027-05-10 10:00", "2027-05-11 17:00"]


def test_28_a_weekend_of_friday_and_saturday() -> None:
    window = timing.check_in(
        local(RIYADH, "2027-01-10T10:00"),
        employer=RIYADH,
        is_working_day=worked(weekend=(4, 5)),
    )
    assert times(window, RIYADH) == ["2027-01-17 09:00", "2027-01-17 10:00", "2027-01-24 17:00"]


def test_29_an_application_sent_at_night_counts_from_that_day() -> None:
    window = timing.application_follow_up(
        local(NEW_YORK, "2027-01-05T22:15"), employer=NEW_YORK, is_working_day=IN_AMERICA
    )
    assert times(window, NEW_YORK) == ["2027-01-12 09:00", "2027-01-12 10:00", "2027-01-19 17:00"]


def test_31_two_weeks_after_an_application_roll_back_to_a_working_day() -> None:
    window = timing.application_follow_up(
        local(NEW_YORK, "2027-01-09T12:00"), employer=NEW_YORK, is_working_day=IN_AMERICA
    )
    assert times(window, NEW_YORK) == ["2027-01-19 09:00", "2027-01-19 10:00", "2027-01-22 17:00"]
    assert shown(window.final, NEW_YORK) == "2027-01-29 17:00"


@pytest.mark.parametrize(
    ("closing", "earliest"),
    [
        pytest.param(date(2026, 5, 20), "2026-05-28 09:00", id="1b: from a later closing date"),
        pytest.param(date(2026, 5, 1), "2026-05-14 09:00", id="a past one changes nothing"),
    ],
)
def test_an_application_waits_for_the_closing_date(closing: date, earliest: str) -> None:
    window = timing.application_follow_up(
        local(LONDON, "2026-05-07T18:00"),
        employer=LONDON,
        is_working_day=IN_BRITAIN,
        closing=closing,
    )
    assert shown(window.earliest, LONDON) == earliest


def test_an_applications_end_never_comes_before_its_beginning() -> None:
    shut = worked(*(date(2026, 12, 21) + timedelta(days=n) for n in range(21)))
    window = timing.application_follow_up(
        local(LONDON, "2026-12-18T12:00"), employer=LONDON, is_working_day=shut
    )
    assert times(window, LONDON) == ["2027-01-15 09:00", "2027-01-15 10:00", "2027-01-15 17:00"]


def test_33_closing_is_offered_after_two_weeks_of_silence() -> None:
    sent = local(NEW_YORK, "2027-01-21T10:00")
    assert timing.close_from(sent, employer=NEW_YORK) == date(2027, 2, 4)


def test_34_a_typed_end_that_the_clocks_skip_is_refused() -> None:
    assert resolve_local(datetime.fromisoformat("2027-03-14T02:30"), NEW_YORK) == Skipped()
    assert isinstance(resolve_local(datetime.fromisoformat("2027-03-14T03:00"), NEW_YORK), Exactly)


@pytest.mark.parametrize(
    ("said", "day", "expected"),
    [
        pytest.param(
            "2026-05-08T11:00",
            None,
            ["2026-05-22 09:00", "2026-05-22 10:00", "2026-05-29 17:00"],
            id="10b: no day, ten working days",
        ),
        pytest.param(
            "2026-05-08T11:00",
            date(2026, 5, 22),
            ["2026-05-27 09:00", "2026-05-27 10:00", "2026-06-03 17:00"],
            id="10b: a day before a long weekend",
        ),
    ],
)
def test_still_deciding_opens_one_invited_check_in(
    said: str, day: date | None, expected: list[str]
) -> None:
    window = timing.invited_check_in(
        local(LONDON, said), employer=LONDON, is_working_day=IN_BRITAIN, day=day
    )
    assert times(window, LONDON) == expected


@pytest.mark.parametrize(
    ("day", "best"),
    [(7, "2027-01-21 10:00"), (9, "2027-01-22 10:00"), (10, "2027-01-25 10:00")],
)
def test_the_usual_check_in_day_moves_only_the_best_moment(day: int, best: str) -> None:
    plain, moved = (
        timing.check_in(
            FIRST_SENT, employer=NEW_YORK, is_working_day=IN_AMERICA, preferences=preferences
        )
        for preferences in (Preferences(), Preferences(check_in_day=day))
    )
    assert shown(moved.best, NEW_YORK) == best
    assert (moved.earliest, moved.latest, moved.final) == (
        plain.earliest,
        plain.latest,
        plain.final,
    )


def test_26_slow_employers_may_have_three_weeks() -> None:
    window = timing.check_in(
        local(LONDON, "2026-05-06T14:00"),
        employer=LONDON,
        is_working_day=IN_BRITAIN,
        preferences=Preferences(second_max=21),
    )
    assert times(window, LONDON) == ["2026-05-13 09:00", "2026-05-13 10:00", "2026-05-27 17:00"]


@pytest.mark.parametrize(("buffer", "earliest"), [(1, "2027-02-01"), (5, "2027-02-05")])
def test_the_wait_after_a_promised_day_may_be_changed(buffer: int, earliest: str) -> None:
    preferences = Preferences(promise_buffer=buffer)
    promised = date(2027, 1, 29)
    check_in = timing.check_in(
        FIRST_SENT,
        employer=NEW_YORK,
        is_working_day=IN_AMERICA,
        promised=promised,
        preferences=preferences,
    )
    invited = timing.invited_check_in(
        FIRST_SENT,
        employer=NEW_YORK,
        is_working_day=IN_AMERICA,
        day=promised,
        preferences=preferences,
    )
    assert shown(check_in.earliest, NEW_YORK) == f"{earliest} 09:00"
    assert invited.earliest == check_in.earliest


def test_the_windows_kind_is_no_part_of_its_sameness() -> None:
    window = timing.check_in(FIRST_SENT, employer=NEW_YORK, is_working_day=IN_AMERICA)
    assert window == Window(
        earliest=window.earliest,
        best=window.best,
        latest=window.latest,
        final=window.final,
        nudge=False,
    )
