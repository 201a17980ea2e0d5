"""What is meant by a day: one they named, as in "by the end of next week", or one that is past.

A date that is typed out is taken at its word. Everything else is a proposal to be confirmed.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from rules.calendar import WorkingDayTest
from rules.promised_day import promised_day
from ui.sheet.typed import day_of

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = re.compile(
    rf"(?:by |on |until |till )?(?:the )?(?:(?P<weekday>{'|'.join(_WEEKDAYS)})[a-z]* )?(?:the )?"
    rf"(?:\d\d?(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS})[a-z]*(?P<year> \d{{4}})?"
    rf"|(?:{_MONTHS})[a-z]* \d\d?(?:st|nd|rd|th)?(?P<year_after> \d{{4}})?"
    r"|(?P<iso>\d{4}-\d\d?-\d\d?)"
    r"|(?P<first>\d\d?)[./](?P<second>\d\d?)(?:[./](?P<year_behind>\d{4}|\d\d))?\.?)"
)
_YEARS = ("year", "year_after", "iso", "year_behind")
_AGO = re.compile(r"(?P<near>today|yesterday)|(?P<days>\d\d?) days? ago")
_LAST = re.compile(rf"(?:on )?(?P<last>last )?(?P<weekday>{'|'.join(_WEEKDAYS)})[a-z]*")
_NEAR = re.compile(r"(?:by |until )?(today|tomorrow)")


@dataclass(frozen=True, kw_only=True)
class Meant:
    """What a text may mean: days, the likeliest first; none of them where no day was named."""

    days: tuple[date, ...] = ()
    sure: bool = False  # nothing to confirm
    no_day: bool = False  # words such as "soon": understood, and they name no day


def meant(text: str, said: date, is_working_day: WorkingDayTest) -> Meant | None:
    """The day meant by a text that was said on a day; None where it is not understood."""
    words = " ".join(text.casefold().replace(",", " ").split())
    if not words:
        return Meant(sure=True)
    promise = promised_day(text, said, is_working_day)
    if promise is not None:
        if promise.day is None:
            return Meant(no_day=True)
        return Meant(days=promise.ask or (promise.day,))
    if near := _NEAR.fullmatch(words):
        return Meant(days=(said + timedelta(days=near[1] == "tomorrow"),))
    found = _DATE.fullmatch(words)
    return _dated(words, found, said) if found else None


def meant_before(text: str, today: date) -> Meant | None:
    """The day meant by a text about what has happened; None where it is not understood."""
    words = " ".join(text.casefold().replace(",", " ").split())
    if not words:
        return Meant(sure=True)
    if found := _AGO.fullmatch(words):
        days = int(found["days"]) if found["days"] else ("today", "yesterday").index(found["near"])
        return Meant(days=(today - timedelta(days=days),), sure=not found["days"])
    if found := _LAST.fullmatch(words):
        back = (today.weekday() - _WEEKDAYS.index(found["weekday"])) % 7
        ago = (back or 7,) if found["last"] or back else (0, 7)
        return Meant(days=tuple(today - timedelta(days=one) for one in ago))
    found = _DATE.fullmatch(words)
    if found is None:
        return None
    dated = _dated(words, found, date(today.year, 1, 1))
    if dated is None or any(found[one] for one in _YEARS):
        return dated
    near = tuple(dict.fromkeys(_nearest(one, today) for one in dated.days))
    return Meant(days=tuple(sorted(near, key=lambda one: abs(today - one))), sure=dated.sure)


def _nearest(day: date, today: date) -> date:
    """That day of this year or of the last, whichever is nearer."""
    before = _in_year(day, day.year - 1)
    return min((one for one in (day, before) if one), key=lambda one: abs(today - one))


def _dated(words: str, found: re.Match[str], said: date) -> Meant | None:
    """A date by its numbers: asked about where the year, the order or the weekday is open."""
    readings = [words.removeprefix("the ")]
    first, second = found["first"], found["second"]
    if first and second and first != second and int(first) <= 12 and int(second) <= 12:
        behind = found["year_behind"]
        readings.append(f"{second}/{first}/{behind}" if behind else f"{second}/{first}")
    days = [day for one in readings if (day := day_of(one, said)) is not None]
    if not days:
        return None
    if not any(found[one] for one in _YEARS) and days[0] < said:
        days = [*(next_year for one in days if (next_year := _a_year_on(one))), *days]
    weekday = found["weekday"]
    agrees = weekday is None or days[0].weekday() == _WEEKDAYS.index(weekday)
    return Meant(days=tuple(dict.fromkeys(days)), sure=len(days) == 1 and agrees)


def _a_year_on(day: date) -> date | None:
    """The same day of the next year; None where it has none."""
    return _in_year(day, day.year + 1)


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None
