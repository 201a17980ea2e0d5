"""Days that a text names: dates with or without their weekday, and weekdays alone."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import islice

from rules.proof.record import DAYS, MONTHS
from rules.proof.text import Span

MOST = 60  # dates in one text; a letter has three
_DAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?"
    r"|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d))?"
DATES = tuple(
    re.compile(rf"(?<![\w/.-]){pattern}(?!\w)", re.IGNORECASE)
    for pattern in (
        rf"(?:{_DAY}\.?,? (?:the )?)?{_NUMBER}(?: of)? {_MONTH}(?:\.(?=,? \d))?{_YEAR}",
        rf"(?:{_DAY}\.?,? )?{_MONTH}\.? (?:the )?{_NUMBER}(?!:\d|\d| ?%| ?[ap]\.?m){_YEAR}",
    )
)
WEEKDAY = re.compile(rf"(?<![\w-])(?:{'|'.join(DAYS)})(?![\w-])", re.IGNORECASE)
NUMERIC = re.compile(
    r"(?<![\w/.:-])(?P<a>\d{1,2})(?P<sign>[/.-])(?P<b>\d{1,2})(?P=sign)(?P<year>\d{4}"
    r"|\d{2})(?![\w/-]|\.\d)"
    r"|(?<=[Oo]n )(?P<c>\d{1,2})/(?P<d>\d{1,2})(?![\w/-]|\.\d)"
)
LOOSE = re.compile(
    # "the 8th", "Thursday the 23rd": a day whose month is not said
    rf"(?<![\w/.-])(?:{_DAY},? )?the (?P<day>\d{{1,2}})(?:st|nd|rd|th)(?![\w-])"
    rf"(?! (?:of|{_MONTH.replace('?P<month>', '?:')}|[a-z]+ (?:floor|time|grade)|century|floor|time"
    r"|day|grade|year|round|edition|birthday|anniversary|street|avenue|place|of)\b)",
    re.IGNORECASE,
)
_NUMBER_IN = re.compile(r"\b\d{1,2}(st|nd|rd|th)?\b", re.IGNORECASE)
_MONTH_IN = re.compile("|".join(MONTHS), re.IGNORECASE)
_DAY_IN = re.compile("|".join(DAYS), re.IGNORECASE)


@dataclass(frozen=True)
class Mention:
    """A date as typed. `day` is None when there is no such day."""

    span: Span
    weekday: int | None
    weekday_span: Span
    day: date | None
    words: str


def dates(text: str, near: date) -> Iterator[Mention]:
    """Every date in words; without a year it is the one nearest to `near`."""
    taken: list[Span] = []
    for pattern in DATES:
        for hit in islice(pattern.finditer(text), MOST):
            if any(a < hit.end() and hit.start() < b for a, b in taken):
                continue
            if hit["month"].lower() in {"may", "march", "mar"} and not hit["month"][0].isupper():
                continue
            taken.append(hit.span())
            month = next(
                n for n, name in enumerate(MONTHS, 1) if name.startswith(hit["month"].lower()[:3])
            )
            weekday = None
            if hit["weekday"]:
                weekday = weekday_of(hit["weekday"])
            year = int(hit["year"]) if hit["year"] else None
            yield Mention(
                hit.span(),
                weekday,
                hit.span("weekday"),
                _nearest(year, month, int(hit["day"]), near),
                hit[0],
            )


def around(day: int, near: date) -> list[date]:
    """The days of that number in the month before, this month and the two to come."""
    found: list[date] = []
    for offset in range(-1, 3):
        months = near.year * 12 + near.month - 1 + offset
        with suppress(ValueError):
            found.append(date(months // 12, months % 12 + 1, day))
    return found


def weekday_of(typed: str) -> int:
    """The number of a weekday typed in full or in short."""
    return next(n for n, name in enumerate(DAYS) if name.startswith(typed.lower()[:3]))


def _nearest(year: int | None, month: int, day: int, near: date) -> date | None:
    years = [year] if year else [near.year - 1, near.year, near.year + 1]
    found: list[date] = []
    for one in years:
        with suppress(ValueError):
            found.append(date(one, month, day))
    if month == 2 and day == 29 and not year and len(found) < 3:
        found = [one for one in found if one.year == near.year]
    return min(found, key=lambda one: abs((one - near).days), default=None)


def plain(day: date) -> str:
    """The day in words: "Tuesday 9 June"."""
    return f"{DAYS[day.weekday()].capitalize()} {day.day} {MONTHS[day.month - 1].capitalize()}"


def with_day(words: str, day: date) -> str:
    """The same way to write a date, with another day."""
    text = _NUMBER_IN.sub(lambda hit: f"{day.day}{ending(day.day) if hit[1] else ''}", words, 1)
    text = _MONTH_IN.sub(MONTHS[day.month - 1].capitalize(), text, count=1)
    return _DAY_IN.sub(DAYS[day.weekday()].capitalize(), text, count=1)


def ending(day: int) -> str:
    """The letters behind the number of a day."""
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
