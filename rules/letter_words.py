"""How a letter writes a name, a day, a list and a subject: in English, whatever the machine."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo

from rules.highlights import phrase
from rules.records import Tone
from rules.templates import clean

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_TITLES = frozenset(
    "dr dra prof professor doctor mr mrs ms miss mx sir dame lord lady rev reverend fr father "
    "sister hon judge herr frau mme mlle capt captain col major".split()
)
_AFTER_NAME = frozenset(
    "phd dphil md mba msc ma ba bsc jr sr ii iii iv esq cpa pe obe mbe cbe frs rn dds".split()
)
_NOON = 12
_EVENING = 17
_WEEK = 7
_HALF_A_YEAR = timedelta(days=180)
SUBJECT_LENGTH = 60
_HANGING = frozenset(
    "a about an and as at by for from how in into of on or our that the their this to what when "
    "where which who with without your".split()
)
_POST = frozenset("role position job post internship apprenticeship placement fellowship".split())
_REPLY_MARK = re.compile(r"^(?:(?:re|fw|fwd|aw|sv|antw)\s*:\s*)+", re.IGNORECASE)


def greeting_name(name: str, tone: Tone) -> str:
    """The name to greet by: the first name, or the whole where that would be a guess (N12).

    A title on record stays with the whole name; one word, an initial, a small particle and
    scripts in which the family name may stand first are left whole. Nothing is added.
    """
    whole = _in_order(clean(name))
    words = whole.split(" ")
    first = words[0]
    guess = (
        first.rstrip(".").casefold() in _TITLES
        or len(first.rstrip(".")) == 1
        or first[:1].islower()
        or "," in whole
        or not all(_is_latin(one) for one in whole if one.isalpha())
    )
    return whole if guess or tone is Tone.FORMAL else first


def _in_order(name: str) -> str:
    """ "Okafor, Daniel" as "Daniel Okafor"; letters after a name left out."""
    parts = [part for one in name.split(",") if (part := one.strip())]
    while len(parts) > 1 and parts[-1].replace(".", "").casefold() in _AFTER_NAME:
        parts.pop()
    return f"{parts[1]} {parts[0]}" if len(parts) == 2 else ", ".join(parts)


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


def day_words(day: date, start: datetime | None, today: date) -> str:
    """When a talk was, as said in a letter sent today: "this morning", "on Tuesday 5 May".

    `start` is in the employer's zone, and tells the part of the day.
    """
    if day == today:
        if start is None or start.date() != day:
            return "today"
        if start.hour < _NOON:
            return "this morning"
        return "this afternoon" if start.hour < _EVENING else "this evening"
    if day == today - timedelta(days=1):
        return "yesterday"
    if today - timedelta(days=_WEEK) < day < today:
        return f"on {_WEEKDAYS[day.weekday()]}"
    year = f" {day.year}" if abs(today - day) > _HALF_A_YEAR else ""
    return f"on {weekday_date(day)}{year}"


def weekday_date(day: date) -> str:
    """A day in full, without its year: "Friday 22 May"."""
    return f"{_WEEKDAYS[day.weekday()]} {plain_date(day)}"


def plain_date(day: date) -> str:
    """A day as day and month: "22 May"."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def attribution(sent_at: datetime, zone: tzinfo, name: str) -> str:
    """The line above a quoted original: "On Thu 7 May 2026, Maya Ferrer wrote:"."""
    day = sent_at.astimezone(zone).date()
    month = _MONTHS[day.month - 1][:3]
    who = clean(name) or "I"
    return f"On {_WEEKDAYS[day.weekday()][:3]} {day.day} {month} {day.year}, {who} wrote:"


def the_role(role: str) -> str:
    """A role inside a sentence: "the UX Lead role"; no second noun behind "Sales position"."""
    name = clean(role)
    if not name:
        return ""
    named = name if name[:4].casefold() != "the " else name[4:]
    ends_as_post = named.split(" ")[-1].casefold() in _POST
    return f"the {named}" if ends_as_post else f"the {named} role"


def joined(words: Sequence[str]) -> str:
    """A list in words: "Ana, Ben and Cleo"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def shortened(text: str, room: int) -> str:
    """A highlight cut to so many characters at a word, with nothing left hanging; may be empty."""
    words = phrase(text).split(" ")
    if len(" ".join(words)) <= room:
        return " ".join(words)
    while words and (len(" ".join(words)) > room or words[-1].casefold() in _HANGING):
        words.pop()
    return " ".join(words).rstrip(" ,;:-–—(")


def bare_subject(subject: str) -> str:
    """A subject without any "Re:" before it."""
    return _REPLY_MARK.sub("", clean(subject))
