"""Reading the day, the hour and the names that a person types into a prompt."""

import re
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from rules.acts import Talk
from rules.quick_add import Why, understand
from ui import wording

_BETWEEN_NAMES = re.compile(r"[,;&+\n]|\band\b", re.IGNORECASE)
_BARE_HOUR = re.compile(r"\d{1,2}")

_PROBLEMS = {
    Why.NO_SUCH_DATE: "There is no such day.",
    Why.AMBIGUOUS_DATE: "Which day is meant?",
    Why.WEEKDAY_DISAGREES: "That weekday is another date.",
    Why.NO_SUCH_HOUR: "There is no such time.",
    Why.HOUR_UNCLEAR: "Morning or evening?",
    Why.HOUR_MISSING: "At what time?",
    Why.DAY_MISSING: "On which day?",
    Why.DST_GAP: "The clocks skip that hour.",
    Why.DST_TWICE: "That hour comes twice that night.",
    Why.END_BEFORE_START: "It would end before it begins.",
}


@dataclass(frozen=True)
class Problem:
    """Why the fields cannot be read, and what they may have meant."""

    text: str
    candidates: tuple[datetime, ...] = ()


def read_talk(day: str, hour: str, people: str, now: datetime, zone: tzinfo) -> Talk | Problem:
    """The talk of the three fields. Both day and hour empty leave its time open."""
    names = read_names(people)
    if not day.strip() and not hour.strip():
        return Talk(names=names)
    hour = f"{hour.strip()}:00" if _BARE_HOUR.fullmatch(hour.strip()) else hour.strip()
    line = f"Company, Role, {day.replace(',', ' ')} {hour.replace(',', ' ')}"
    entry = understand(line, now, zone)
    if entry.start is not None:
        return Talk(
            start=entry.start, end=entry.end, end_estimated=entry.end_estimated, names=names
        )
    for question in entry.questions:
        if question.field in ("start", "end"):
            candidates = tuple(one for one in question.candidates if isinstance(one, datetime))
            text = _PROBLEMS.get(question.why, "That day and time cannot be read.")
            return Problem(wording.say(text), candidates[:3])
    return Problem(wording.say("That day and time cannot be read."))


def read_day(text: str, now: datetime, zone: tzinfo) -> date | None:
    """The day a field names; None where it names none."""
    entry = understand(f"Company, Role, {text.replace(',', ' ')}", now, zone)
    return entry.on or (entry.start.astimezone(zone).date() if entry.start else None)


def read_names(text: str) -> tuple[str, ...]:
    """The names of a field, without line breaks and doubles."""
    names = (" ".join(part.split()) for part in _BETWEEN_NAMES.split(text))
    return tuple(dict.fromkeys(name for name in names if name))
