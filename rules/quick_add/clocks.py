"""Reading the words for an hour, a span of hours and how long something takes."""

import re

from rules.quick_add.days import END, NUMBERS
from rules.quick_add.said import Clock, Lasting, PartOfDay, Range, Saying

HOURS = (*NUMBERS[1:], "eleven", "twelve")
HOUR_WORD = rf"(?:{'|'.join(HOURS)}|\d{{1,2}})"
STEPS = {"quarter": 15, "a quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20}
NOON, MIDNIGHT = Clock(12), Clock(0, sure=False)
NAMED = {"noon": NOON, "midday": NOON, "midnight": MIDNIGHT}
HALF = r"(?: ?(?P<{0}p>am|pm|a\.m\.?|p\.m\.?)(?![a-z])|(?P<{0}q>[ap])(?![a-z]))?"
DIGITS = (
    r"(?:(?P<{0}h>\d{{1,2}})(?:[:.h](?P<{0}m>\d\d)(?!\d)(?::\d\d(?!\d))?)?"
    + HALF
    + r"(?P<{0}u>(?: ?(?:hrs|uhr)|h)(?!\w))?"
    r"|(?P<{0}w>noon|midday|midnight))"
)
TO = r" ?(?:-|to|until|till|and) ?"


def _clock(found: re.Match[str], key: str) -> Clock:
    if found[f"{key}w"]:
        return NAMED[found[f"{key}w"]]
    half = (found[f"{key}p"] or found[f"{key}q"] or "")[:1]
    minute = found[f"{key}m"]
    bare = minute is None and not half and not found[f"{key}u"]
    return Clock(int(found[f"{key}h"]), int(minute or 0), half and f"{half}m", bare)


def _one(found: re.Match[str]) -> tuple[Saying, ...]:
    return (_clock(found, "a"),)


def _range(found: re.Match[str]) -> tuple[Saying, ...]:
    return (Range(_clock(found, "a"), _clock(found, "b")),)


def _four_digits(found: re.Match[str]) -> tuple[Saying, ...]:
    return (Clock(int(found["h"]), int(found["m"])),)


def _four_range(found: re.Match[str]) -> tuple[Saying, ...]:
    first, last = Clock(int(found["h"]), int(found["m"])), Clock(int(found["g"]), int(found["n"]))
    return (Range(first, last),)


def _hour(word: str) -> int:
    return int(word) if word.isdecimal() else HOURS.index(word) + 1


def _spoken(found: re.Match[str]) -> tuple[Saying, ...]:
    step, hour = STEPS[found["step"]], _hour(found["h"])
    half = (found["ap"] or found["aq"] or "")[:1]
    back = found["way"] == "to"
    minute = 60 - step if back else step
    before = 12 if hour == 1 else (hour - 1) % 24
    return (Clock(before if back else hour, minute, half and f"{half}m", words=True),)


def _o_clock(found: re.Match[str]) -> tuple[Saying, ...]:
    half = (found["ap"] or found["aq"] or "")[:1]
    return (Clock(_hour(found["h"]), 0, half and f"{half}m", not half, words=True),)


def _lasting(found: re.Match[str]) -> tuple[Saying, ...]:
    if found["word"]:
        return (Lasting({"half": 30}.get(found["word"][:4], 60)),)
    number, more = float(found["n"]), int(found["more"] or 0)
    return (Lasting(round(number * (60 if found["unit"][0] == "h" else 1)) + more),)


def _part(found: re.Match[str]) -> tuple[Saying, ...]:
    return (PartOfDay("am" if found["part"] == "morning" else "pm"),)


LASTING = (
    (
        rf"(?:(?:for )?(?P<n>\d{{1,3}}(?:\.\d)?)[ -]?(?P<unit>minutes?|mins?|min\.|m|hours?|hrs?|h)"
        rf"(?: ?(?P<more>\d\d?) ?(?:minutes?|mins?|m)?)?"
        rf"|(?:for )?(?P<word>half an hour|an hour|one hour)){END}"
    ),
    _lasting,
)
RANGE = (rf"(?:from |between )?{DIGITS.format('a')}{TO}{DIGITS.format('b')}{END}", _range)
FOUR_RANGE = (rf"(?P<h>\d\d)(?P<m>\d\d){TO}(?P<g>\d\d)(?P<n>\d\d){END}", _four_range)
FOUR = (rf"(?P<h>\d\d)(?P<m>\d\d) ?(?:h|hrs|uhr)?{END}", _four_digits)
LETTERS_NEXT = r"(?=(?:z|utc|gmt|bst|cest|cet|[ecmp][sd]?t)(?![\w.'/&-]))"  # 11:00Z
CLOCK = (DIGITS.format("a") + f"(?:{LETTERS_NEXT}|{END})", _one)
SPOKEN = (
    rf"(?P<step>{'|'.join(STEPS)}) (?P<way>past|to|after) (?P<h>{HOUR_WORD})"
    + HALF.format("a")
    + END,
    _spoken,
)
O_CLOCK = (rf"(?P<h>{HOUR_WORD}) ?o'?clock" + HALF.format("a") + END, _o_clock)
PART = (rf"(?:in the )?(?P<part>morning|afternoon|evening){END}", _part)
