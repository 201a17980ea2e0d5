"""The small things a when is made of, as they were said and before they are worked out."""

from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True)
class Relative:
    """So many days from today."""

    days: int
    sure: bool = True


@dataclass(frozen=True)
class Weekday:
    """A weekday; `which` is "", next, last, this, or a number of weeks from this one."""

    index: int
    which: str = ""
    weeks: int | None = None


@dataclass(frozen=True)
class Calendar:
    """A day and month in each order they can be read, with the year if typed."""

    readings: tuple[tuple[int, int], ...]  # (month, day)
    year: int | None = None


@dataclass(frozen=True)
class DayOfMonth:
    """ "the 14th"."""

    day: int


@dataclass(frozen=True)
class Vague:
    """Some day or hour that words like "next week" or "just now" do not fix."""

    today: bool = False
    minutes: int | None = None  # from now, where a number was said


@dataclass(frozen=True)
class Clock:
    """An hour as typed."""

    hour: int
    minute: int = 0
    half: str = ""  # am, pm or nothing
    bare: bool = False  # no minutes and no am or pm
    words: bool = False  # half past two
    sure: bool = True

    @property
    def strong(self) -> bool:
        """Whether it can be nothing but an hour."""
        return not self.bare


@dataclass(frozen=True)
class Range:
    """From one hour to another."""

    first: Clock
    last: Clock


@dataclass(frozen=True)
class Lasting:
    """How long it takes."""

    minutes: int


@dataclass(frozen=True)
class PartOfDay:
    """Morning, afternoon or evening: decides between am and pm."""

    half: str


@dataclass(frozen=True)
class ZoneSaid:
    """A zone in every meaning its name has; none when it is not known."""

    zones: tuple[tzinfo, ...]
    place: bool = False  # a town without the word "time": where, or whose clock?


class Word(StrEnum):
    """Words that change what a when means."""

    APPLIED = "applied"
    INTERVIEW = "interview"
    SCREEN = "screen"
    DEADLINE = "deadline"
    DOUBT = "doubt"  # or, about, not ...


Day: TypeAlias = Relative | Weekday | Calendar | DayOfMonth | Vague
Saying: TypeAlias = Day | Clock | Range | Lasting | PartOfDay | ZoneSaid | Word
