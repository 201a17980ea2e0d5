"""The windows of the letters that an answer opens, and the moment to advise from now on."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

import pytest

from rules import timing
from rules.timing import Window

LONDON = ZoneInfo("Europe/London")
BERLIN = ZoneInfo("Europe/Berlin")
RIYADH = ZoneInfo("Asia/Riyadh")
HOLIDAYS = {date(2026, 5, 4), date(2026, 5, 25)}


def in_britain(day: date) -> bool:
    """The working-day test of these examples."""
    return day.weekday() < 5 and day not in HOLIDAYS


def in_berlin(day: date) -> bool:
    """Ascension Day is a holiday there."""
    return day.weekday() < 5 and day != date(2026, 5, 14)


def in_riyadh(day: date) -> bool:
    """A weekend of Friday and Saturday."""
    return day.weekday() not in {4, 5}


def london(text: str) -> datetime:
    """A moment from its ISO wall clock in London."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def times(window: Window) -> list[str]:
    """The four moments as clocks in London show them."""
    return [
        moment.astimezone(LONDON).isoformat(" ", "minutes")[:16]
        for moment in (window.earliest, window.best, window.latest, window.final)
    ]


class Closing(Protocol):
    """What the windows of the closing letters have in common."""

    def __call__(
        self, moment: datetime, *, employer: ZoneInfo, is_working_day: Callable[[date], bool]
    ) -> Window: ...


@pytest.mark.parametrize(
    ("kind", "told", "expected"),
    [
        pytest.param(
            timing.reply_to_rejection,
            "2026-05-14T15:00",
            ["2026-05-14 15:00", "2026-05-15 10:00", "2026-05-16 15:00", "2026-05-21 15:00"],
            id="11: a rejection is answered the morning after",
        ),
        pytest.param(
            timing.offer_acknowledgement,
            "2026-05-14T11:00",
            ["2026-05-14 11:00", "2026-05-14 11:00", "2026-05-15 11:00", "2026-05-21 11:00"],
            id="12: an offer is acknowledged the same day",
        ),
        pytest.param(
            timing.offer_acknowledgement,
            "2026-05-14T06:00",
            ["2026-05-14 06:00", "2026-05-14 10:00", "2026-05-15 06:00", "2026-05-21 06:00"],
            id="12: an early offer waits for ten o'clock",
        ),
        pytest.param(
            timing.withdrawal,
            "2026-05-14T14:00",
            ["2026-05-14 14:00", "2026-05-14 14:00", "2026-05-15 17:00", "2026-05-21 14:00"],
            id="13: a withdrawal is told the same day",
        ),
        pytest.param(
            timing.answer,
            "2026-05-23T12:00",
            ["2026-05-23 12:00", "2026-05-26 10:00", "2026-05-26 17:00", "2026-05-30 12:00"],
            id="10: a question on a long weekend is answered on Tuesday",
        ),
        pytest.param(
            timing.competing_offer,
            "2026-05-14T14:00",
            ["2026-05-14 14:00", "2026-05-14 14:00", "2026-05-15 17:00", "2026-05-21 14:00"],
            id="12b: an offer elsewhere without a deadline",
        ),
        pytest.param(
            timing.keep_in_touch,
            "2026-05-14T14:00",
            ["2026-06-15 09:00", "2026-08-12 10:00", "2026-11-10 17:00", "2026-11-10 17:00"],
            id="11b: news after one to six months",
        ),
    ],
)
def test_a_closing_letter_has_its_window(kind: Closing, told: str, expected: list[str]) -> None:
    window = kind(london(told), employer=LONDON, is_working_day=in_britain)
    assert times(window) == expected


@pytest.mark.parametrize(
    ("deadline", "best", "latest", "final"),
    [
        pytest.param(
            date(2026, 5, 20),
            "2026-05-14 14:00",
            "2026-05-19 17:00",
            "2026-05-20 17:00",
            id="a working day before the deadline",
        ),
        pytest.param(
            date(2026, 5, 26),
            "2026-05-14 14:00",
            "2026-05-22 17:00",
            "2026-05-26 17:00",
            id="a long weekend lies before the deadline",
        ),
        pytest.param(
            date(2026, 5, 14),
            "2026-05-14 14:00",
            "2026-05-14 14:00",
            "2026-05-14 17:00",
            id="the deadline is today",
        ),
        pytest.param(
            date(2026, 5, 1),
            "2026-05-14 14:00",
            "2026-05-14 14:00",
            "2026-05-14 14:00",
            id="the deadline has gone",
        ),
    ],
)
def test_an_offer_elsewhere_is_told_before_its_deadline(
    deadline: date, best: str, latest: str, final: str
) -> None:
    window = timing.competing_offer(
        london("2026-05-14T14:00"), employer=LONDON, is_working_day=in_britain, deadline=deadline
    )
    assert times(window) == ["2026-05-14 14:00", best, latest, final]


def test_an_offer_elsewhere_heard_on_a_weekend_with_a_deadline_on_monday() -> None:
    window = timing.competing_offer(
        london("2026-05-16T14:00"),
        employer=LONDON,
        is_working_day=in_britain,
        deadline=date(2026, 5, 18),
    )
    assert times(window) == ["2026-05-16 14:00"] * 3 + ["2026-05-18 17:00"]


@pytest.mark.parametrize(
    ("sent", "now", "advised"),
    [
        pytest.param("05-09T10:30", "05-17T12:00", "05-18 10:00", id="before best: best"),
        pytest.param("05-09T10:30", "05-20T12:00", "05-20 12:00", id="in office hours: now"),
        pytest.param("05-09T10:30", "05-20T17:00", "05-21 09:00", id="17:00 is after hours"),
        pytest.param("05-09T10:30", "05-23T12:00", "05-26 09:00", id="held over a long weekend"),
        pytest.param("05-09T10:30", "05-26T17:00", "05-26 17:00", id="the last minute in time"),
        pytest.param("05-09T10:30", "05-26T17:01", "05-27 10:00", id="9: late, the next ten"),
        pytest.param("05-09T10:30", "05-28T10:00", "05-28 10:00", id="9: ten o'clock itself"),
        pytest.param("05-09T10:30", "05-28T15:20", "05-29 10:00", id="9: past ten, tomorrow"),
        pytest.param("05-09T10:30", "06-09T11:00", "06-09 11:00", id="9: no ten left before F"),
        pytest.param("05-09T10:30", "06-09T08:00", "06-09 10:00", id="9: the last ten"),
        pytest.param("05-09T10:30", "06-09T17:00", "06-09 17:00", id="9: the last minute"),
        pytest.param("05-09T10:30", "06-09T17:01", None, id="gone"),
    ],
)
def test_the_advised_moment_of_a_check_in_keeps_to_office_hours(
    sent: str, now: str, advised: str | None
) -> None:
    window = timing.check_in(london("2026-" + sent), employer=LONDON, is_working_day=in_britain)
    moment = timing.next_send(
        window,
        london("2026-" + now),
        employer=LONDON,
        user=LONDON,
        is_working_day=in_britain,
    )
    shown = moment and moment.astimezone(LONDON).isoformat(" ", "minutes")[5:16]
    assert shown == advised


def test_office_hours_are_the_employers_weekend_included() -> None:
    sent = datetime(2026, 5, 3, 11, 30, tzinfo=RIYADH)
    window = timing.check_in(sent, employer=RIYADH, is_working_day=in_riyadh)
    moment = timing.next_send(
        window,
        london("2026-05-14T15:20"),
        employer=RIYADH,
        user=LONDON,
        is_working_day=in_riyadh,
    )
    assert moment == datetime(2026, 5, 17, 9, tzinfo=RIYADH)


def test_a_thank_you_due_on_a_holiday_there_goes_now() -> None:
    ended = datetime(2026, 5, 13, 17, 30, tzinfo=BERLIN)
    window = timing.thank_you(ended, employer=BERLIN, user=LONDON, is_working_day=in_berlin)
    now = london("2026-05-14T15:20")
    moment = timing.next_send(window, now, employer=BERLIN, user=LONDON, is_working_day=in_berlin)
    assert window.best == datetime(2026, 5, 13, 19, 30, tzinfo=BERLIN)
    assert moment == now


def test_a_late_acknowledgement_waits_for_the_morning() -> None:
    window = timing.offer_acknowledgement(
        london("2026-05-14T11:00"), employer=LONDON, is_working_day=in_britain
    )
    moment = timing.next_send(
        window,
        london("2026-05-15T23:00"),
        employer=LONDON,
        user=LONDON,
        is_working_day=in_britain,
    )
    assert moment == london("2026-05-16T08:00")
