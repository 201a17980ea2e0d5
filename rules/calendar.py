"""Working days, zones and the hours of a day, computed on exact instants.

Moments go in and out as aware datetimes; whatever is computed here comes out in UTC.
Adding hours to a zoned datetime is wall-clock arithmetic and an hour wrong across a
clock change, so every sum of hours is done after `to_utc`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TypeAlias

WorkingDayTest: TypeAlias = Callable[[date], bool]

_SOFT = {(12, 24), (12, 31)}

HORIZON = 60
"""Days searched for a working day. A test that never says yes must not hang the program."""


def to_utc(moment: datetime) -> datetime:
    """The same instant in UTC; a naive datetime is no instant and raises ValueError."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a zone")
    return moment.astimezone(UTC)


def local_date(moment: datetime, zone: tzinfo) -> date:
    """The day on the calendar in `zone` at that moment."""
    return to_utc(moment).astimezone(zone).date()


def at(day: date, hour: time, zone: tzinfo) -> datetime:
    """The instant, in UTC, at which clocks in `zone` show that hour on that day."""
    return datetime.combine(day, hour, tzinfo=zone).astimezone(UTC)


def without_soft_days(is_working_day: WorkingDayTest) -> WorkingDayTest:
    """The test for messages that ask for something: the eves of two holidays are left out too."""
    return lambda day: (day.month, day.day) not in _SOFT and is_working_day(day)


def _days(day: date, step: int) -> Iterator[date]:
    """That day and its neighbours in one direction, as far as the horizon."""
    return (day + timedelta(days=step * n) for n in range(HORIZON))


def forward(day: date, is_working_day: WorkingDayTest) -> date:
    """That day if it is worked, else the next one that is."""
    return next(filter(is_working_day, _days(day, 1)), day)


def back(day: date, is_working_day: WorkingDayTest) -> date:
    """That day if it is worked, else the last one before it that was."""
    return next(filter(is_working_day, _days(day, -1)), day)


def add_working_days(day: date, count: int, is_working_day: WorkingDayTest) -> date:
    """The day reached after so many working days, the first counted being after `day`."""
    for _ in range(count):
        day = forward(day + timedelta(days=1), is_working_day)
    return day


@dataclass(frozen=True, kw_only=True)
class DayWindow:
    """The same hours of every day in a zone: from `opens` up to, not including, `closes`."""

    opens: time
    closes: time
    zone: tzinfo
    is_working_day: WorkingDayTest | None = None
    """None: any day will do."""

    def first_from(self, moment: datetime) -> datetime | None:
        """The first instant inside the window at or after that moment, in UTC."""
        for day in _days(local_date(moment, self.zone), 1):
            if self.is_working_day is not None and not self.is_working_day(day):
                continue
            opens = at(day, self.opens, self.zone)
            if moment <= opens:
                return opens
            if moment < at(day, self.closes, self.zone):
                return to_utc(moment)
        return None


def first_common(windows: Iterable[DayWindow], since: datetime, until: datetime) -> datetime | None:
    """The first instant of the closed span that lies in every window, in UTC, or None."""
    wanted = tuple(windows)
    moment: datetime = to_utc(since)
    while moment <= until:
        reached = moment
        for window in wanted:
            opening = window.first_from(reached)
            if opening is None:
                return None
            reached = opening
        if reached == moment:
            return moment
        moment = reached
    return None


@dataclass(frozen=True)
class Exactly:
    """A local time that means one moment (UTC)."""

    moment: datetime


@dataclass(frozen=True)
class Skipped:
    """A local time that the clocks jump over: it never happens."""


@dataclass(frozen=True)
class Twice:
    """A local time that the clocks show twice; the first is what people usually mean."""

    first: datetime
    second: datetime


def resolve_local(naive: datetime, zone: tzinfo) -> Exactly | Skipped | Twice:
    """What a typed local time means in `zone` (RULES 5.1: in a gap or a fold, ask).

    A time beyond the ends of the calendar has no instant and counts as skipped.
    """
    wall = naive.replace(tzinfo=None, fold=0)
    try:
        first = wall.replace(tzinfo=zone).astimezone(UTC)
        second = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
        shown = first.astimezone(zone).replace(tzinfo=None, fold=0)
    except OverflowError:
        return Skipped()
    if first == second:
        return Exactly(first)
    return Twice(first, second) if shown == wall else Skipped()
