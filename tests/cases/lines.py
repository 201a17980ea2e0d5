"""Typed lines read on the example afternoon, for the tests of quick add."""

from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from rules.quick_add import Entry, Why, understand

LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")
NOW = datetime(2026, 5, 14, 15, 20, tzinfo=LONDON)


def read(line: str, zone: tzinfo = LONDON, now: datetime = NOW) -> Entry:
    """The line on the example afternoon."""
    return understand(line, now, zone)


def when(words: str, zone: tzinfo = LONDON, now: datetime = NOW) -> Entry:
    """A usual line with these words as its when."""
    return read(f"Kestrel Rail, Service Designer, {words} with Omar Aziz", zone, now)


def why(entry: Entry, field: str) -> Why | None:
    """Why that field is asked about."""
    question = entry.question(field)
    return question.why if question else None
