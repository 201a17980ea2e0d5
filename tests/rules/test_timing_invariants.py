"""What holds of every window, whatever the zone, the day and the holidays (RULES 5.4)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from rules import timing
from rules.calendar import add_working_days, local_date
from rules.records import Preferences
from rules.timing import Window

thorough = settings(max_examples=100)

zones = st.sampled_from(
    [
        ZoneInfo(name)
        for name in (
            "Africa/Casablanca",
            "America/Los_Angeles",
            "America/New_York",
            "America/St_Johns",
            "Asia/Kathmandu",
            "Asia/Riyadh",
            "Asia/Tokyo",
            "Australia/Lord_Howe",
            "Europe/London",
            "Pacific/Chatham",
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago",
            "UTC",
        )
    ]
)

_TURNS = [
    datetime.fromisoformat(text)
    for text in (
        "2027-03-14T06:30+00:00",  # New York springs forward
        "2027-11-07T05:30+00:00",  # and falls back
        "2027-03-28T01:00+00:00",  # Europe springs forward
        "2028-02-29T12:00+00:00",  # leap day
        "2027-12-31T23:59+00:00",  # year end
    )
]
moments = st.one_of(
    st.datetimes(
        datetime.fromisoformat("2013-01-01T00:00"),
        datetime.fromisoformat("2060-01-01T00:00"),
        timezones=zones,
    ).map(lambda moment: moment.astimezone(UTC)),
    st.builds(
        lambda turn, hours: turn + timedelta(minutes=30 * hours),
        st.sampled_from(_TURNS),
        st.integers(-96, 96),
    ),
)


def _working_days(weekend: frozenset[int], every: int) -> Callable[[date], bool]:
    """A weekend, and a holiday each so many days."""
    return lambda day: day.weekday() not in weekend and day.toordinal() % every != 0


working_days = st.builds(
    _working_days,
    st.sampled_from([frozenset({5, 6}), frozenset({4, 5}), frozenset({6}), frozenset({4, 5, 6})]),
    st.integers(3, 60),
)
spans = st.none() | st.integers(-10, 60)
preferences_ = st.builds(
    Preferences,
    second_max=st.integers(14, 21),
    check_in_day=st.integers(7, 14),
    promise_buffer=st.integers(1, 5),
)


def _after(moment: datetime, days: int | None, zone: ZoneInfo) -> date | None:
    return None if days is None else local_date(moment, zone) + timedelta(days=days)


def _in_order(window: Window) -> bool:
    return window.earliest <= window.best <= window.latest <= window.final


def _in_office_hours(
    moment: datetime, zone: ZoneInfo, is_working_day: Callable[[date], bool]
) -> bool:
    there = moment.astimezone(zone)
    return is_working_day(there.date()) and time(9) <= there.time() <= time(17)


@thorough
@given(moments, zones, zones, working_days)
def test_a_thank_you_lasts_24_hours_and_its_best_lies_between(
    ended: datetime, employer: ZoneInfo, user: ZoneInfo, is_working_day: Callable[[date], bool]
) -> None:
    window = timing.thank_you(ended, employer=employer, user=user, is_working_day=is_working_day)
    assert window.earliest - ended == timedelta(hours=2)
    assert window.latest - ended == timedelta(hours=24)
    assert window.final - ended == timedelta(hours=168)
    assert _in_order(window)
    assert time(8) <= window.best.astimezone(user).time() < time(22)


@thorough
@given(moments, zones, zones, zones, working_days)
def test_the_persons_zone_never_moves_the_ends_of_a_thank_you(
    ended: datetime,
    employer: ZoneInfo,
    here: ZoneInfo,
    there: ZoneInfo,
    is_working_day: Callable[[date], bool],
) -> None:
    one, other = (
        timing.thank_you(ended, employer=employer, user=user, is_working_day=is_working_day)
        for user in (here, there)
    )
    assert (one.earliest, one.latest, one.final) == (other.earliest, other.latest, other.final)


@thorough
@given(moments, zones, zones, working_days)
def test_the_zone_in_which_a_moment_is_written_changes_nothing(
    moment: datetime, employer: ZoneInfo, zone: ZoneInfo, is_working_day: Callable[[date], bool]
) -> None:
    written = moment.astimezone(zone)
    thanks = {
        timing.thank_you(given_, employer=employer, user=zone, is_working_day=is_working_day).best
        for given_ in (moment, written)
    }
    check_ins = {
        timing.check_in(given_, employer=employer, is_working_day=is_working_day).best
        for given_ in (moment, written)
    }
    assert len(thanks) == len(check_ins) == 1


@thorough
@given(moments, zones, working_days, spans, spans, preferences_)
def test_a_check_in_waits_a_week_and_for_the_promised_day(
    sent: datetime,
    employer: ZoneInfo,
    is_working_day: Callable[[date], bool],
    promised: int | None,
    away: int | None,
    preferences: Preferences,
) -> None:
    promised_day, away_until = (_after(sent, days, employer) for days in (promised, away))
    window = timing.check_in(
        sent,
        employer=employer,
        is_working_day=is_working_day,
        promised=promised_day,
        away_until=away_until,
        preferences=preferences,
    )
    day = local_date(window.earliest, employer)
    start = local_date(sent, employer)
    assert day >= start + timedelta(days=7)
    assert day >= add_working_days(start, 5, is_working_day)
    assert promised_day is None or day > promised_day
    assert away_until is None or day > away_until
    assert _in_order(window)
    for moment in (window.earliest, window.best, window.latest):
        assert _in_office_hours(moment, employer, is_working_day)


@thorough
@given(moments, zones, working_days, st.integers(0, 60), spans)
def test_an_absence_shifts_both_ends_by_the_same_days(
    sent: datetime,
    employer: ZoneInfo,
    is_working_day: Callable[[date], bool],
    away: int,
    promised: int | None,
) -> None:
    promised_day = _after(sent, promised, employer)
    plain, shifted = (
        timing.check_in(
            sent,
            employer=employer,
            is_working_day=is_working_day,
            promised=promised_day,
            away_until=away_until,
        )
        for away_until in (None, _after(sent, away, employer))
    )
    moved, stretched = (
        local_date(after, employer) - local_date(before, employer)
        for before, after in (
            (plain.earliest, shifted.earliest),
            (plain.latest, shifted.latest),
        )
    )
    assert moved >= timedelta(0)
    rolled = stretched - moved
    assert timedelta(0) <= rolled <= timedelta(days=7)


@thorough
@given(moments, zones, working_days, preferences_)
def test_the_usual_day_moves_the_best_moment_alone(
    sent: datetime,
    employer: ZoneInfo,
    is_working_day: Callable[[date], bool],
    preferences: Preferences,
) -> None:
    early = Preferences(second_max=preferences.second_max)
    late = Preferences(second_max=preferences.second_max, check_in_day=preferences.check_in_day)
    one, other = (
        timing.check_in(sent, employer=employer, is_working_day=is_working_day, preferences=chosen)
        for chosen in (early, late)
    )
    assert (one.earliest, one.latest, one.final) == (other.earliest, other.latest, other.final)
    assert one.best <= other.best


@thorough
@given(moments, zones, working_days, spans)
def test_an_application_is_asked_about_once_in_office_hours_after_a_week(
    sent: datetime,
    employer: ZoneInfo,
    is_working_day: Callable[[date], bool],
    closing: int | None,
) -> None:
    closing_day = _after(sent, closing, employer)
    window = timing.application_follow_up(
        sent, employer=employer, is_working_day=is_working_day, closing=closing_day
    )
    start = max(local_date(sent, employer), closing_day or date.min)
    first, last = (local_date(end, employer) for end in (window.earliest, window.latest))
    assert first >= start + timedelta(days=7)
    assert last <= start + timedelta(days=14) or last == first
    assert _in_order(window)
    for moment in (window.earliest, window.best, window.latest):
        assert _in_office_hours(moment, employer, is_working_day)


@thorough
@given(moments, zones, working_days, spans, preferences_)
def test_an_invited_check_in_never_comes_before_the_day_they_named(
    said: datetime,
    employer: ZoneInfo,
    is_working_day: Callable[[date], bool],
    named: int | None,
    preferences: Preferences,
) -> None:
    day = _after(said, named, employer)
    window = timing.invited_check_in(
        said, employer=employer, is_working_day=is_working_day, day=day, preferences=preferences
    )
    assert local_date(window.earliest, employer) > (day or local_date(said, employer))
    assert _in_order(window)
    for moment in (window.earliest, window.best, window.latest):
        assert _in_office_hours(moment, employer, is_working_day)


@thorough
@given(moments, zones, working_days, st.integers(-5, 40))
def test_the_closing_letters_are_in_order_and_start_at_once(
    told: datetime,
    employer: ZoneInfo,
    is_working_day: Callable[[date], bool],
    deadline: int,
) -> None:
    windows = [
        kind(told, employer=employer, is_working_day=is_working_day)
        for kind in (
            timing.reply_to_rejection,
            timing.offer_acknowledgement,
            timing.withdrawal,
            timing.answer,
        )
    ]
    windows.append(
        timing.competing_offer(
            told,
            employer=employer,
            is_working_day=is_working_day,
            deadline=_after(told, deadline, employer),
        )
    )
    for window in windows:
        assert window.earliest == told
        assert _in_order(window)
    assert _in_order(timing.keep_in_touch(told, employer=employer, is_working_day=is_working_day))


@thorough
@given(moments, zones, zones, working_days, st.integers(0, 24 * 40), st.booleans())
def test_the_advised_moment_is_never_past_and_never_after_the_last(
    start: datetime,
    employer: ZoneInfo,
    user: ZoneInfo,
    is_working_day: Callable[[date], bool],
    hours: int,
    thanks: bool,
) -> None:
    window = (
        timing.thank_you(start, employer=employer, user=user, is_working_day=is_working_day)
        if thanks
        else timing.check_in(start, employer=employer, is_working_day=is_working_day)
    )
    now = start + timedelta(hours=hours)
    moment = timing.next_send(
        window, now, employer=employer, user=user, is_working_day=is_working_day
    )
    if moment is None:
        assert now > window.final
        return
    assert now <= moment <= window.final
    if now <= window.latest:
        assert moment <= window.latest
    if moment > now and not thanks:
        assert _in_office_hours(moment, employer, is_working_day)
