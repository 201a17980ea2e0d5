"""What is meant by a day that they named: a date, or words such as "by the end of next week".

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
    year = found["year"] or found["year_after"] or found["iso"] or found["year_behind"]
    if not year and days[0] < said:
        days = [*(next_year for one in days if (next_year := _a_year_on(one))), *days]
    weekday = found["weekday"]
    agrees = weekday is None or days[0].weekday() == _WEEKDAYS.index(weekday)
    return Meant(days=tuple(dict.fromkeys(days)), sure=len(days) == 1 and agrees)


def _a_year_on(day: date) -> date | None:
    """The same day of the next year; None where it has none."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return None
