"""How long ago the talk is said to be (T05)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from rules.proof.clauses import OTHER_DOING, talked
from rules.proof.finding import Finding, Severity
from rules.proof.reading import Reading
from rules.proof.text import fold

_NUMBERS = {
    word: number
    for number, words in enumerate(
        "a an one/two/three/four/five/six/seven/eight/nine/ten/eleven/twelve".split("/"), 1
    )
    for word in words.split()
} | {"fourteen": 14, "a couple of": 2, "a few": 3}
_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
_AGO = re.compile(
    r"\b(?:(?P<n>a couple of|a few|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|fourteen|an?) (?P<unit>day|week|fortnight|month)s? ago"
    r"|(?P<lastweek>last week)|(?P<lastmonth>last month)|(?P<yesterday>yesterday)"
    r"|(?P<thisweek>earlier this week))\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:we (?:met|spoke|talked)|our|interview\w*|conversation|you interviewed)\b"
)


def elapsed(read: Reading) -> Iterator[Finding]:
    """T05."""
    letter = read.letter
    if letter.began is None or letter.planned is None:
        return
    gap = (letter.planned.date() - letter.began.date()).days
    for span in read.text.sentences:
        about = _ABOUT.search(fold(read.own[slice(*span)])) is not None
        for hit in _AGO.finditer(read.own, *span):
            if OTHER_DOING.search(fold(read.own[span[0] : hit.start()])):
                continue
            low, high = _days(hit, letter.planned.date())
            wrong = not low - 2 <= gap <= high + 2
            if wrong and (about or talked(read, span, hit.span(), True)):
                reason = f"The talk was {gap} days before this goes out."
                yield read.body("T05", Severity.CONSIDER, hit.span(), reason)


def _days(hit: re.Match[str], sent: date) -> tuple[int, int]:
    """How many days ago the words may mean."""
    if hit["lastweek"]:
        return sent.weekday() + 1, sent.weekday() + 7
    if hit["lastmonth"]:
        last = sent.replace(day=1) - timedelta(days=1)
        return sent.day, sent.day + last.day - 1
    if hit["yesterday"]:
        return 1, 1
    if hit["thisweek"]:
        return 0, sent.weekday()
    said = hit["n"].lower()
    unit = _UNITS[hit["unit"].lower()]
    days = unit * (int(said) if said.isdigit() else _NUMBERS[said])
    spread = {7: 7 if said == "a few" else 0, 30: 3}.get(unit, 0)
    return days - spread, days + spread
