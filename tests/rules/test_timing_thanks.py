"""The window of a thank-you, by the worked examples of RULES 5.3 and beyond."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rules import timing
from tests.rules.windows_in_words import (
    IN_AMERICA,
    KOLKATA,
    LOS_ANGELES,
    NEW_YORK,
    NO_HOLIDAYS,
    SINGAPORE,
    SYDNEY,
    TOKYO,
    local,
    shown,
)

EXAMPLE_1 = local(NEW_YORK, "2027-01-12T11:00")


@pytest.mark.parametrize(
    ("ended", "employer", "user", "earliest", "best", "latest"),
    [
        pytest.param(
            EXAMPLE_1,
            NEW_YORK,
            NEW_YORK,
            "2027-01-12T13:00-05:00",
            "2027-01-12T13:00-05:00",
            "2027-01-13T11:00-05:00",
            id="1",
        ),
        pytest.param(
            local(NEW_YORK, "2027-01-13T16:30"),
            NEW_YORK,
            NEW_YORK,
            "2027-01-13T18:30-05:00",
            "2027-01-14T08:00-05:00",
            "2027-01-14T16:30-05:00",
            id="2: the evening waits for the morning",
        ),
        pytest.param(
            local(NEW_YORK, "2027-01-15T16:00"),
            NEW_YORK,
            NEW_YORK,
            "2027-01-15T18:00-05:00",
            "2027-01-15T18:00-05:00",
            "2027-01-16T16:00-05:00",
            id="3: the weekend does not stretch the day",
        ),
        pytest.param(
            local(KOLKATA, "2027-01-14T23:30"),
            NEW_YORK,
            KOLKATA,
            "2027-01-14T15:00-05:00",
            "2027-01-15T08:00-05:00",
            "2027-01-15T13:00-05:00",
            id="5: both must be awake",
        ),
        pytest.param(
            local(NEW_YORK, "2027-03-13T16:00"),
            NEW_YORK,
            NEW_YORK,
            "2027-03-13T18:00-05:00",
            "2027-03-13T18:00-05:00",
            "2027-03-14T17:00-04:00",
            id="7: spring forward",
        ),
        pytest.param(
            local(NEW_YORK, "2027-11-06T16:00"),
            NEW_YORK,
            NEW_YORK,
            "2027-11-06T18:00-04:00",
            "2027-11-06T18:00-04:00",
            "2027-11-07T15:00-05:00",
            id="8: fall back",
        ),
        pytest.param(
            local(LOS_ANGELES, "2027-02-01T17:00"),
            SYDNEY,
            LOS_ANGELES,
            "2027-02-02T14:00+11:00",
            "2027-02-01T19:00-08:00",
            "2027-02-03T12:00+11:00",
            id="10: the other side of the world",
        ),
    ],
)
def test_a_thank_you_keeps_worked_example(
    ended: datetime, employer: ZoneInfo, user: ZoneInfo, earliest: str, best: str, latest: str
) -> None:
    window = timing.thank_you(ended, employer=employer, user=user, is_working_day=IN_AMERICA)
    assert window.earliest == datetime.fromisoformat(earliest)
    assert window.best == datetime.fromisoformat(best)
    assert window.latest == datetime.fromisoformat(latest)
    assert window.final == ended.astimezone(UTC) + timedelta(days=7)
    assert not window.nudge


@pytest.mark.parametrize(
    ("now", "advised"),
    [
        pytest.param("2027-01-12T12:00", "2027-01-12 13:00", id="still cooling off: best"),
        pytest.param("2027-01-12T15:00", "2027-01-12 15:00", id="best has gone: now"),
        pytest.param("2027-01-12T19:00", "2027-01-13 08:00", id="evening: the next morning"),
        pytest.param("2027-01-13T11:00", "2027-01-13 11:00", id="exactly 24 hours is in time"),
        pytest.param("2027-01-13T17:00", "2027-01-13 17:00", id="14: late, at once"),
        pytest.param("2027-01-15T22:30", "2027-01-16 08:00", id="15: very late, in the morning"),
        pytest.param("2027-01-19T07:00", "2027-01-19 08:00", id="the last morning"),
        pytest.param("2027-01-19T11:00", "2027-01-19 11:00", id="the last moment"),
        pytest.param("2027-01-19T11:00:01", "never", id="16: no bare thank-you any more"),
    ],
)
def test_the_advised_moment_of_a_thank_you_follows_the_clock(now: str, advised: str) -> None:
    window = timing.thank_you(
        EXAMPLE_1, employer=NEW_YORK, user=NEW_YORK, is_working_day=IN_AMERICA
    )
    moment = timing.next_send(
        window,
        local(NEW_YORK, now),
        employer=NEW_YORK,
        user=NEW_YORK,
        is_working_day=IN_AMERICA,
    )
    assert shown(moment, NEW_YORK) == advised


@pytest.mark.parametrize(
    ("ended", "now", "advised"),
    [
        pytest.param("T03:00", "T21:00", "21:00", id="no hour left before the 24 hours end"),
        pytest.param("T16:00", "T18:30", "18:30", id="Friday evening is fit for a thank-you"),
        pytest.param("T17:00", "T20:00", "08:00", id="Friday night is held to Saturday"),
    ],
)
def test_a_thank_you_is_held_only_while_its_day_allows(ended: str, now: str, advised: str) -> None:
    window = timing.thank_you(
        local(NEW_YORK, "2027-01-15" + ended),
        employer=NEW_YORK,
        user=NEW_YORK,
        is_working_day=IN_AMERICA,
    )
    moment = timing.next_send(
        window,
        local(NEW_YORK, "2027-01-15" + now),
        employer=NEW_YORK,
        user=NEW_YORK,
        is_working_day=IN_AMERICA,
    )
    assert shown(moment, NEW_YORK)[11:] == advised


def test_a_final_hour_before_the_next_morning_is_now() -> None:
    ended = local(NEW_YORK, "2027-01-12T07:00")
    window = timing.thank_you(ended, employer=NEW_YORK, user=NEW_YORK, is_working_day=IN_AMERICA)
    now = local(NEW_YORK, "2027-01-19T06:30")
    moment = timing.next_send(
        window, now, employer=NEW_YORK, user=NEW_YORK, is_working_day=IN_AMERICA
    )
    assert moment == now


def test_where_the_waking_hours_never_meet_the_persons_own_decide() -> None:
    ended = local(NEW_YORK, "2027-11-06T08:30")
    window = timing.thank_you(ended, employer=NEW_YORK, user=SINGAPORE, is_working_day=NO_HOLIDAYS)
    assert shown(window.best, SINGAPORE) == "2027-11-07 08:00"


def test_35_the_persons_zone_moves_only_the_best_moment() -> None:
    home, away = (
        timing.thank_you(EXAMPLE_1, employer=NEW_YORK, user=user, is_working_day=IN_AMERICA)
        for user in (NEW_YORK, TOKYO)
    )
    assert away.earliest == home.earliest == datetime(2027, 1, 12, 18, tzinfo=UTC)
    assert away.latest == home.latest == datetime(2027, 1, 13, 16, tzinfo=UTC)
    assert shown(home.best, NEW_YORK) == "2027-01-12 13:00"
    assert shown(away.best, TOKYO) == "2027-01-13 08:00"
