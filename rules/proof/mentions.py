"""Days that a text names: dates with or without their weekday, and weekdays alone."""

import re
from collections.abc import Iterator
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
        rf"(?:{_DAY}\.?,? (?:the )?)?{_NUMBER}(?: of)? {_MONTH}\.?{_YEAR}",
        rf"(?:{_DAY}\.?,? )?{_MONTH}\.? (?:the )?{_NUMBER}(?!:\d|\d| ?%| ?[ap]\.?m){_YEAR}",
    )
)
WEEKDAY = re.compile(rf"(?<![\w-])(?:{'|'.join(DAYS)})(?![\w-])", re.IGNORECASE)
NUMERIC = re.compile(
    r"(?<![\w/.:-])(?P<a>\d{1,2})(?P<sign>[/.-])(?P<b>\d{1,2})(?P=sign)(?P<year>\d{4}"
    r"|\d{2})(?![\w/-]|\.\d)"
    r"|(?<=[Oo]n )(?P<c>\d{1,2})/(?P<d>\d{1,2})(?![\w/-]|\.\d)"
)


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
                typed = hit["weekday"].lower()[:3]
                weekday = next(n for n, name in enumerate(DAYS) if name.startswith(typed))
            year = int(hit["year"]) if hit["year"] else None
            yield Mention(
                hit.span(),
                weekday,
                hit.span("weekday"),
                _nearest(year, month, int(hit["day"]), near),
                hit[0],
            )


def _nearest(year: int | None, month: int, day: int, near: date) -> date | None:
    years = [year] if year else [near.year - 1, near.year, near.year + 1]
    found: list[date] = []
    for one in years:
        try:
            found.append(date(one, month, day))
        except ValueError:
            continue
    if month == 2 and day == 29 and not year and len(found) < 3:
        found = [one for one in found if one.year == near.year]
    return min(found, key=lambda one: abs((one - near).days), default=None)


def plain(day: date) -> str:
    return f"{DAYS[day.weekday()].capitalize()} {day.day} {MONTHS[day.month - 1].capitalize()}"


def with_day(words: str, day: date) -> str:
    """The same way to write a date, with another day."""
    number = re.search(r"\d{1,2}(st|nd|rd|th)?", words)
    put = str(day.day)
    if number and number[1]:
        put += {1: "st", 2: "nd", 3: "rd"}.get(
            day.day % 10 if day.day not in (11, 12, 13) else 0, "th"
        )
    text = words[: number.start()] + put + words[number.end() :] if number else words
    month = re.search("|".join(MONTHS), text, re.IGNORECASE)
    if month:
        text = text[: month.start()] + MONTHS[day.month - 1].capitalize() + text[month.end() :]
    weekday = re.search("|".join(DAYS), text, re.IGNORECASE)
    if weekday:
        text = text[: weekday.start()] + DAYS[day.weekday()].capitalize() + text[weekday.end() :]
    return text
