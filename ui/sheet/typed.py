"""Days, hours and lengths as they are typed into a field, or why they cannot be."""

import re
from datetime import date, time, timedelta

_NUMBERS = re.compile(r"\d+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_EARLY = ("1", "2", "3", "4", "5", "6")
_TIME = re.compile(r"^(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?\.?m?\.?$", re.IGNORECASE)


def day_of(text: str, today: date) -> date | None:
    """The day a text names: "14 May", "14/5/2026", "2026-05-14", "tomorrow", "Friday"; else None.

    Without a year it is this one. A day that does not exist is None.
    """
    words = text.casefold().replace(",", " ").split()
    line = " ".join(words)
    near = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if line in near:
        return today + timedelta(days=near[line])
    if len(words) == 1 and words[0][:3] in _DAYS and words[0].isalpha():
        ahead = (_DAYS.index(words[0][:3]) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead)
    numbers = [int(one) for one in _NUMBERS.findall(line)]
    month = next((n for n, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}", line)), 0)
    try:
        return _from_numbers(numbers, month, today)
    except ValueError:
        return None


def _from_numbers(numbers: list[int], month: int, today: date) -> date | None:
    match numbers, month:
        case [day], named if named:
            return date(today.year, named, day)
        case [day, year], named if named:
            return date(year, named, day)
        case [year, named, day], 0 if year > 999:
            return date(year, named, day)
        case [day, named, year], 0:
            return date(year if year > 99 else 2000 + year, named, day)
        case [day, named], 0:
            return date(today.year, named, day)
        case _:
            return None


def time_of(text: str) -> time | None:
    """The time of day a text names: "14:00", "14.30", "2pm", "9"; else None."""
    found = _TIME.match(text.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def may_be_afternoon(text: str) -> bool:
    """Whether "2:30" or "3" leaves open which half of the day; "02:30" and "2am" do not."""
    found = _TIME.match(text.strip())
    return found is not None and not found[3] and found[1] in _EARLY
