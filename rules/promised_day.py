"""The day meant by what an employer said about when they will decide (RULES 5.2).

What comes out is a proposal that the person confirms. A phrase outside the table is not
understood rather than guessed at.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from rules.calendar import WorkingDayTest, add_working_days, back

_TUESDAY, _FRIDAY = 1, 4
_WEEK = timedelta(days=7)
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS: Mapping[str, int] = {
    form: number for number, name in enumerate(_NAMES) for form in (name, name[:3])
} | {"tues": 1, "thur": 3, "thurs": 3}
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS: Mapping[str, int] = {word: number for number, word in enumerate(_COUNTED, start=1)} | {
    "a": 1,
    "a couple of": 2,
}


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What was understood: a day, perhaps one to ask about, or that no day was named."""

    day: date | None
    ask: tuple[date, ...] = ()
    """The readings between which the person chooses, the usual one (`day`) first."""


_Reading: TypeAlias = Callable[[re.Match[str], date, WorkingDayTest], Promise]


def promised_day(phrase: str, said: date, is_working_day: WorkingDayTest) -> Promise | None:
    """The day promised by a phrase said on a day (employer's zone); None = not understood."""
    words = " ".join(phrase.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
    words = _LEAD.sub("", words.strip(" .,!;:"), count=1)
    for pattern, reading in _PHRASES:
        if match := pattern.fullmatch(words):
            return reading(match, said, is_working_day)
    return None


def _weekday(match: re.Match[str], said: date, _: WorkingDayTest) -> Promise:
    """The next such weekday strictly after the day it was said."""
    ahead = (_WEEKDAYS[match["weekday"]] - said.weekday() - 1) % 7 + 1
    return Promise(day=said + timedelta(days=ahead))


def _end_of_week(_: re.Match[str], said: date, __: WorkingDayTest) -> Promise:
    """Friday of that week; once that is here or gone, the next one, asked about."""
    friday = _in_week_of(said, _FRIDAY)
    if said < friday:
        return Promise(day=friday)
    return Promise(day=friday + _WEEK, ask=(friday + _WEEK, max(said, friday)))


def _next_week(match: re.Match[str], said: date, _: WorkingDayTest) -> Promise:
    """Friday of the next ISO week, or its Tuesday when they said early."""
    early = match["when"] in {"early ", "beginning of "}
    return Promise(day=_in_week_of(said + _WEEK, _TUESDAY if early else _FRIDAY))


def _span(match: re.Match[str], said: date, _: WorkingDayTest) -> Promise:
    """So many days or weeks after it was said."""
    number = _NUMBERS.get(match["number"]) or int(match["number"])
    return Promise(day=said + number * (_WEEK if match["unit"] == "week" else timedelta(days=1)))


def _week_or_so(_: re.Match[str], said: date, __: WorkingDayTest) -> Promise:
    return Promise(day=said + _WEEK)


def _end_of_month(_: re.Match[str], said: date, is_working_day: WorkingDayTest) -> Promise:
    """The last working day of the month; once that is here or gone, the next one's, asked."""
    here, following = (_last_working_day(said, ahead, is_working_day) for ahead in (0, 1))
    if said < here:
        return Promise(day=here)
    return Promise(day=following, ask=(following, said))


def _next_month(_: re.Match[str], said: date, is_working_day: WorkingDayTest) -> Promise:
    """The last working day of the next month."""
    return Promise(day=_last_working_day(said, 1, is_working_day))


def _after_the_holidays(_: re.Match[str], said: date, is_working_day: WorkingDayTest) -> Promise:
    """Five working days after the first one of the year."""
    here, following = (
        add_working_days(date(year, 1, 1), 6, is_working_day) for year in (said.year, said.year + 1)
    )
    return Promise(day=here if said < here else following)


def _no_day(_: re.Match[str], __: date, ___: WorkingDayTest) -> Promise:
    return Promise(day=None)


def _in_week_of(day: date, weekday: int) -> date:
    """That weekday of the ISO week around a day."""
    return day + timedelta(days=weekday - day.weekday())


def _last_working_day(day: date, ahead: int, is_working_day: WorkingDayTest) -> date:
    """The last working day of the month so many months after the one around `day`."""
    year, month = divmod(day.year * 12 + day.month + ahead, 12)
    return back(date(year, month + 1, 1) - timedelta(days=1), is_working_day)


_LEAD = re.compile(r"(?:(?:by|on|in|within|about|around|sometime) )*(?:the )?")
_EITHER_WEEKDAY, _EITHER_NUMBER = "|".join(_WEEKDAYS), "|".join(_NUMBERS)
_PHRASES: tuple[tuple[re.Pattern[str], _Reading], ...] = tuple(
    (re.compile(pattern), reading)
    for pattern, reading in (
        (rf"(?P<weekday>{_EITHER_WEEKDAY})", _weekday),
        (r"end of (?:the |this )?week", _end_of_week),
        (r"(?P<when>early |late |later |beginning of |end of )?next week", _next_week),
        (rf"(?P<number>{_EITHER_NUMBER}|[1-9]\d?\d?) (?P<unit>day|week)s?", _span),
        (r"(?:a )?week or so", _week_or_so),
        (r"end of (?:the |this )?month", _end_of_month),
        (r"(?:end of )?next month", _next_month),
        (r"after the holidays", _after_the_holidays),
        (r"shortly|soon|due course|(?:we'll|we will) be in touch", _no_day),
    )
)
"""The table of RULES 5.2, without the small words that may stand before a phrase."""
