"""Working days, day windows and the hours that a clock change skips or repeats."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.calendar import (
    HORIZON,
    DayWindow,
    Exactly,
    Skipped,
    Twice,
    add_working_days,
    at,
    back,
    first_common,
    forward,
    local_date,
    resolve_local,
    to_utc,
)
from rules.records import every_day_but_weekends

NEW_YORK = ZoneInfo("America/New_York")
LONDON = ZoneInfo("Europe/London")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")

FRIDAY, SATURDAY, MONDAY = date(2026, 5, 15), date(2026, 5, 16), date(2026, 5, 18)

days = st.dates(date(2000, 1, 1), date(2100, 12, 31))
zones = st.sampled_from(
    [
        ZoneInfo(name)
        for name in (
            "America/New_York",
            "America/St_Johns",
            "Europe/Dublin",
            "Africa/Casablanca",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Pacific/Chatham",
            "Pacific/Kiritimati",
            "UTC",
        )
    ]
)


def wall(text: str) -> datetime:
    """A time as a clock on a wall shows it, which knows no zone."""
    return datetime.fromisoformat(text)


def never(_: date) -> bool:
    """A place where nobody ever works."""
    return False


def test_a_moment_keeps_its_instant_in_utc() -> None:
    assert to_utc(datetime(2026, 5, 14, 15, 20, tzinfo=LONDON)) == datetime(
        2026, 5, 14, 14, 20, tzinfo=UTC
    )


def test_a_time_without_a_zone_is_no_moment() -> None:
    with pytest.raises(ValueError, match="zone"):
        to_utc(datetime(2026, 5, 14, 15, 20))  # noqa: DTZ001 - the fault under test


def test_a_day_is_the_one_on_the_calendar_there() -> None:
    late = datetime(2026, 5, 14, 23, 30, tzinfo=UTC)
    assert local_date(late, LONDON) == FRIDAY
    assert local_date(late, NEW_YORK) == date(2026, 5, 14)


def test_an_hour_of_a_day_is_an_instant() -> None:
    assert at(FRIDAY, time(9), NEW_YORK) == datetime(2026, 5, 15, 13, tzinfo=UTC)


def test_weekends_roll_forward_and_back() -> None:
    assert forward(FRIDAY, every_day_but_weekends) == FRIDAY
    assert forward(SATURDAY, every_day_but_weekends) == MONDAY
    assert back(FRIDAY, every_day_but_weekends) == FRIDAY
    assert back(SATURDAY + timedelta(days=1), every_day_but_weekends) == FRIDAY


def test_where_nobody_ever_works_the_day_stays() -> None:
    assert forward(FRIDAY, never) == FRIDAY
    assert back(FRIDAY, never) == FRIDAY
    assert add_working_days(FRIDAY, 3, never) == MONDAY


@settings(max_examples=100)
@given(days, st.integers(0, 30))
def test_so_many_working_days_lie_behind_the_day_reached(start: date, count: int) -> None:
    reached = add_working_days(start, count, every_day_but_weekends)
    between = (start + timedelta(days=n) for n in range(1, (reached - start).days + 1))
    assert sum(map(every_day_but_weekends, between)) == count


OFFICE = DayWindow(
    opens=time(9), closes=time(17), zone=LONDON, is_working_day=every_day_but_weekends
)


@pytest.mark.parametrize(
    ("moment", "inside"),
    [
        ("2026-05-14T08:59", "2026-05-14T09:00"),
        ("2026-05-14T09:00", "2026-05-14T09:00"),
        ("2026-05-14T16:59", "2026-05-14T16:59"),
        ("2026-05-14T17:00", "2026-05-15T09:00"),
        ("2026-05-15T17:00", "2026-05-18T09:00"),
    ],
)
def test_a_day_window_opens_at_its_hour_and_is_shut_at_its_end(moment: str, inside: str) -> None:
    start, expected = (
        datetime.fromisoformat(text).replace(tzinfo=LONDON) for text in (moment, inside)
    )
    assert OFFICE.first_from(start) == expected


def test_a_window_of_no_length_is_one_instant() -> None:
    ten = DayWindow(opens=time(10), closes=time(10), zone=LONDON)
    ten_oclock = datetime(2026, 5, 14, 10, tzinfo=LONDON)
    assert ten.first_from(ten_oclock) == ten_oclock
    assert ten.first_from(ten_oclock + timedelta(seconds=1)) == ten_oclock + timedelta(days=1)


def test_a_window_that_never_opens_gives_nothing() -> None:
    shut = DayWindow(opens=time(9), closes=time(17), zone=LONDON, is_working_day=never)
    start = datetime(2026, 5, 14, 10, tzinfo=LONDON)
    assert shut.first_from(start) is None
    assert first_common([shut], start, start + timedelta(days=2 * HORIZON)) is None


def test_two_windows_meet_where_both_are_open() -> None:
    theirs = DayWindow(opens=time(9), closes=time(17), zone=NEW_YORK)
    start = datetime(2026, 5, 14, 10, tzinfo=LONDON)
    assert first_common([OFFICE, theirs], start, start + timedelta(hours=5)) == datetime(
        2026, 5, 14, 14, tzinfo=LONDON
    )


def test_the_span_searched_is_closed_at_both_ends() -> None:
    start = datetime(2026, 5, 14, 7, tzinfo=LONDON)
    opening = datetime(2026, 5, 14, 9, tzinfo=LONDON)
    assert first_common([OFFICE], start, opening) == opening
    assert first_common([OFFICE], start, opening - timedelta(seconds=1)) is None
    assert first_common([OFFICE], opening, opening) == opening


def test_an_hour_that_the_clocks_skip_never_was() -> None:
    assert resolve_local(wall("2027-03-14T02:30"), NEW_YORK) == Skipped()


def test_an_hour_that_the_clocks_repeat_is_two_moments() -> None:
    assert resolve_local(wall("2027-11-07T01:30"), NEW_YORK) == Twice(
        datetime(2027, 11, 7, 5, 30, tzinfo=UTC), datetime(2027, 11, 7, 6, 30, tzinfo=UTC)
    )


def test_a_change_of_half_an_hour_is_seen_too() -> None:
    assert resolve_local(wall("2026-10-04T02:15"), LORD_HOWE) == Skipped()
    assert isinstance(resolve_local(wall("2026-04-05T01:45"), LORD_HOWE), Twice)


@pytest.mark.parametrize(
    ("edge", "zone"), [("0001-01-01T00:00", "Asia/Tokyo"), ("9999-12-31T23:59", "America/New_York")]
)
def test_the_ends_of_the_calendar_do_not_raise(edge: str, zone: str) -> None:
    assert resolve_local(wall(edge), ZoneInfo(zone)) == Skipped()


@settings(max_examples=100)
@given(st.datetimes(wall("2000-01-01T00:00"), wall("2100-01-01T00:00")), zones)
def test_whatever_a_local_time_means_shows_that_time_again(naive: datetime, zone: ZoneInfo) -> None:
    match resolve_local(naive, zone):
        case Exactly(moment):
            shown = [moment]
        case Twice(first, second):
            assert first < second
            shown = [first, second]
        case Skipped():
            shown = []
    for moment in shown:
        assert moment.tzinfo is UTC
        assert moment.astimezone(zone).replace(tzinfo=None, fold=0) == naive.replace(fold=0)
