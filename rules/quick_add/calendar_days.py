"""From the words for a day to the days they may mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rules.quick_add.entry import Why
from rules.quick_add.said import Calendar, DayOfMonth, Relative, Saying, Vague, Weekday

MONTHS_AWAY = 90
"""Days beyond which a day without a year could be of either year."""
YEARS_AWAY = 5
"""Years beyond which a typed year is hardly a year."""
CLEARLY_NEARER = 10


@dataclass(frozen=True)
class DaysRead:
    """The days it may mean, the likeliest first, and why it is not one."""

    days: tuple[date, ...] = ()
    why: Why | None = None


def shifted(day: date, by: int) -> date | None:
    """So many days on, unless the calendar ends before."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None


def _real(days: Iterable[date | None]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(day for day in days if day is not None))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _next(today: date, index: int) -> int:
    """Days until the next such weekday strictly after today."""
    return (index - today.weekday() - 1) % 7 + 1


def _weekday(said: Weekday, today: date, past: bool) -> DaysRead:
    ahead = _next(today, said.index)
    coming, last = shifted(today, ahead), shifted(today, ahead - 7 if ahead < 7 else -7)
    same = said.index == today.weekday()
    if said.which == "after":
        days = _real([shifted(today, ahead + 7 * (said.weeks or 0))])
        return DaysRead(days, Why.AMBIGUOUS_DATE if same else None)
    if said.weeks is not None:
        monday = -today.weekday() + 7 * said.weeks
        return DaysRead(_real([shifted(today, monday + said.index)]))
    if said.which == "last":
        return DaysRead(_real([last]))
    if said.which == "week":
        days = _real([shifted(today, ahead + 7 if not same else 7)])
        return DaysRead(days)
    if said.which == "next":
        return DaysRead(_real([coming, shifted(today, ahead + 7)]), Why.AMBIGUOUS_DATE)
    if same:
        return DaysRead(_real([today, last if past else coming]), Why.AMBIGUOUS_DATE)
    if said.which == "this" and said.index < today.weekday():
        return DaysRead(_real([last, coming]), Why.AMBIGUOUS_DATE)
    return DaysRead(_real([last if past else coming]))


def _nearest(month: int, day: int, today: date) -> tuple[date, ...]:
    near = _real(_date(year, month, day) for year in range(today.year - 1, today.year + 2))
    return tuple(sorted(near, key=lambda one: (abs((one - today).days), one < today)))


def _calendar(said: Calendar, today: date) -> DaysRead:
    if said.year is not None:
        days = _real(_date(said.year, month, day) for month, day in said.readings)
        far = abs(said.year - today.year) > YEARS_AWAY
    else:
        nearest = [_nearest(month, day, today) for month, day in said.readings]
        days = _real(found[0] for found in nearest if found)
        far = len(days) == 1 and abs((days[0] - today).days) > MONTHS_AWAY
        if far:
            days = next(found for found in nearest if found)[:2]
    if not days:
        return DaysRead((), Why.NO_SUCH_DATE)
    return DaysRead(days, Why.AMBIGUOUS_DATE if far or len(days) > 1 else None)


def _of_month(said: DayOfMonth, today: date) -> DaysRead:
    months = [(today.year + n // 12, n % 12 + 1) for n in range(today.month - 2, today.month + 1)]
    days = _real(_date(year, month, said.day) for year, month in months)
    if not days:
        return DaysRead((), Why.NO_SUCH_DATE)
    near = sorted(days, key=lambda one: abs((one - today).days))
    sure = abs((near[0] - today).days) <= CLEARLY_NEARER
    return DaysRead((near[0],)) if sure else DaysRead(tuple(near[:2]), Why.AMBIGUOUS_DATE)


def _one(said: Saying, today: date, past: bool) -> DaysRead:
    if isinstance(said, Relative):
        days = _real([shifted(today, said.days)])
        why = Why.NO_SUCH_DATE if not days else None if said.sure else Why.AMBIGUOUS_DATE
        return DaysRead(days, why)
    if isinstance(said, Weekday):
        return _weekday(said, today, past)
    if isinstance(said, Calendar):
        return _calendar(said, today)
    return _of_month(said, today) if isinstance(said, DayOfMonth) else DaysRead()


def _agreed(weekday: Weekday, said: Saying, today: date) -> DaysRead:
    """A weekday beside a date: it decides between readings, or contradicts them all."""
    read = _one(said, today, past=False)
    if not read.days:
        return read
    matching = tuple(day for day in read.days if day.weekday() == weekday.index)
    if len(matching) == 1:
        return DaysRead(matching)
    days = _real([*read.days, shifted(today, _next(today, weekday.index))])
    return DaysRead(days, Why.WEEKDAY_DISAGREES if not matching else read.why)


def read_days(said: tuple[Saying, ...], today: date, past: bool) -> DaysRead:
    """What all the day words of a when mean together; `past`: it was an application."""
    named = tuple(dict.fromkeys(one for one in said if not isinstance(one, Vague)))
    weekdays = [one for one in named if isinstance(one, Weekday)]
    dates = [one for one in named if not isinstance(one, Weekday)]
    if not named:
        return DaysRead()
    if len(weekdays) == 1 and len(dates) == 1:
        return _agreed(weekdays[0], dates[0], today)
    read = [_one(one, today, past) for one in named]
    days = _real(day for one in read for day in one.days)
    if len(read) == 1 or len(days) == 1:
        return read[0]
    return DaysRead(days, Why.SEVERAL_TIMES)
