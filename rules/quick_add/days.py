"""Reading the words for a day: today, Friday, 14 May, 14/5, in 3 days."""

import re

from rules.quick_add.said import Calendar, DayOfMonth, PartOfDay, Relative, Saying, Vague, Weekday

END = r"(?!\w|[.'/&@-]\w)"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
UNIT = r"(?P<unit>minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?)"
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNT = rf"(?:\d{{1,3}}|an?|a couple of|{'|'.join(NUMBERS[1:])})"
ORDINAL = r"(?:st|nd|rd|th)"

RELATIVE: dict[str, tuple[Saying, ...]] = {
    "the day after tomorrow": (Relative(2),),
    "day after tomorrow": (Relative(2),),
    "the day before yesterday": (Relative(-2),),
    "day before yesterday": (Relative(-2),),
    "earlier today": (Relative(0),),
    "later today": (Relative(0),),
    "today": (Relative(0),),
    "tonight": (Relative(0), PartOfDay("pm")),
    "this morning": (Relative(0), PartOfDay("am")),
    "this afternoon": (Relative(0), PartOfDay("pm")),
    "this evening": (Relative(0), PartOfDay("pm")),
    "last night": (Relative(-1), PartOfDay("pm")),
    "tomorrow": (Relative(1),),
    "tmrw": (Relative(1),),
    "tmr": (Relative(1),),
    "tomorow": (Relative(1),),
    "tommorow": (Relative(1),),
    "tommorrow": (Relative(1),),
    "yesterday": (Relative(-1),),
    "just now": (Vague(today=True),),
    "right now": (Vague(today=True),),
    "now": (Vague(today=True),),
    "this week": (Vague(),),
    "next week": (Vague(),),
    "last week": (Vague(),),
    "this month": (Vague(),),
    "next month": (Vague(),),
    "last month": (Vague(),),
}
UNITS = {"minute": 1, "min": 1, "hour": 60, "hr": 60}
LONG_UNITS = {"day": 1, "week": 7, "fortnight": 14}
WEEKS = {"next": 1, "last": -1, "this": 0}


def count(word: str) -> int:
    """The number a word stands for."""
    if word.isdecimal():
        return int(word)
    return {"a": 1, "an": 1, "a couple of": 2}.get(word) or NUMBERS.index(word)


def _relative(found: re.Match[str]) -> tuple[Saying, ...]:
    return RELATIVE[found[0]]


def _counted(found: re.Match[str]) -> tuple[Saying, ...]:
    number, unit = count(found["n"]), found["unit"].removesuffix("s")
    sign = 1 if found["ahead"] else -1
    if unit in UNITS:
        return (Vague(today=True, minutes=sign * number * UNITS[unit]),)
    exact = unit == "day" and not found["n"].startswith("a couple")
    return (Relative(sign * number * LONG_UNITS[unit], sure=exact or sign < 0),)


def _counted_from(found: re.Match[str]) -> tuple[Saying, ...]:
    """A week on Friday, two weeks from tomorrow."""
    ahead = count(found["n"]) * LONG_UNITS[found["unit"].removesuffix("s")]
    if found["day"]:
        return (Weekday(WEEKDAYS.index(found["day"][:3]), "after", ahead // 7),)
    return (Relative(ahead + (found["rel"] == "tomorrow")),)


def _weekday(found: re.Match[str]) -> tuple[Saying, ...]:
    index = WEEKDAYS.index(found["day"][:3])
    which = found["which"] or ""
    if found["week"]:
        said = found["week"].removesuffix(" week")
        # "Friday week" is British for the Friday after the coming one
        return (Weekday(index, which, WEEKS[said]) if said in WEEKS else Weekday(index, "week"),)
    if found["before"]:
        return (Weekday(index, which, WEEKS[found["before"].split()[0]]),)
    return (Weekday(index, "" if which == "coming" else which.removesuffix(" coming")),)


def _year(typed: str | None) -> int | None:
    if not typed:
        return None
    digits = typed.lstrip("'")
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _year_first(found: re.Match[str]) -> tuple[Saying, ...]:
    return (Calendar(((int(found["m"]), int(found["d"])),), int(found["y"])),)


def _numbers(found: re.Match[str]) -> tuple[Saying, ...]:
    first, second = int(found["a"]), int(found["b"])
    orders = [(second, first), (first, second)]
    possible = [one for one in orders if 1 <= one[0] <= 12] or orders[:1]
    return (Calendar(tuple(dict.fromkeys(possible)), _year(found["y"])),)


def _named(found: re.Match[str]) -> tuple[Saying, ...]:
    month = MONTHS.index(found["m"][:3]) + 1
    return (Calendar(((month, int(found["d"])),), _year(found["y"])),)


def _ordinal(found: re.Match[str]) -> tuple[Saying, ...]:
    return (DayOfMonth(int(found["d"])),)


NUMERIC = (
    (
        rf"(?P<y>\d{{4}})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?:t(?=\d)|{END})",
        _year_first,
    ),
    (rf"(?P<a>\d{{1,2}})(?P<s>[-/.])(?P<b>\d{{1,2}})(?P=s)(?P<y>\d{{4}}|\d\d){END}", _numbers),
    (rf"(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})(?P<y>(?!)|){END}", _numbers),
    (r"(?P<a>\d{1,2})\.(?P<b>\d{1,2})\.(?P<y>(?!)|)(?!\w|\.)", _numbers),
    (
        (
            rf"(?P<d>\d{{1,2}})\.?{ORDINAL}?(?: of)?[ -]?(?P<m>{MONTH})(?:\.(?!\w))?"
            rf"(?:[ -](?P<y>(?:19|20)\d\d|'\d\d)(?!:))?{END}"
        ),
        _named,
    ),
    (
        rf"(?P<n>{COUNT}) {UNIT}(?P<ahead>(?!)|) ago{END}",
        _counted,
    ),
    (rf"(?P<d>\d{{1,2}}){ORDINAL}{END}", _ordinal),
)
WORDED = (
    (
        (
            rf"(?:(?P<before>(?:next|last|this) week)(?: on)? )?"
            rf"(?:(?P<which>next|last|this coming|this|coming) )?"
            rf"(?P<day>{WEEKDAY})(?:\.(?!\w))?"
            rf"(?: (?:of )?(?P<week>(?:next |last |this )?week))?{END}"
        ),
        _weekday,
    ),
    (rf"(?:{'|'.join(RELATIVE)}){END}", _relative),
    (
        (
            rf"(?P<n>{COUNT}) (?P<unit>days?|weeks?|fortnights?) (?:on|from) "
            rf"(?:(?P<rel>today|now|tomorrow)|(?P<day>{WEEKDAY})){END}"
        ),
        _counted_from,
    ),
    (
        (
            rf"(?P<m>{MONTH})\.? ?(?P<d>\d{{1,2}}){ORDINAL}?(?!\d|[:h]\d|\.\d| ?[ap]\.?m)"
            rf"(?:,? ?(?P<y>(?:19|20)\d\d|'\d\d)(?!:))?{END}"
        ),
        _named,
    ),
    (
        rf"(?P<ahead>in) (?P<n>{COUNT}) {UNIT}(?: time)?{END}",
        _counted,
    ),
    (
        rf"(?P<n>{COUNT}) {UNIT}(?P<ahead>(?!)|) ago{END}",
        _counted,
    ),
    (rf"the (?P<d>\d{{1,2}}){ORDINAL}{END}", _ordinal),
)
