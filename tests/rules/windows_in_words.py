"""Zones, working days and clocks in words, for the tests of the windows."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from rules.timing import Window

NEW_YORK = ZoneInfo("America/New_York")
LOS_ANGELES = ZoneInfo("America/Los_Angeles")
LONDON = ZoneInfo("Europe/London")
KOLKATA = ZoneInfo("Asia/Kolkata")
RIYADH = ZoneInfo("Asia/Riyadh")
SINGAPORE = ZoneInfo("Asia/Singapore")
SYDNEY = ZoneInfo("Australia/Sydney")
TOKYO = ZoneInfo("Asia/Tokyo")

AMERICAN = {date(2027, 1, 18)}
JAPANESE = {date(2027, 4, 29), date(2027, 5, 3), date(2027, 5, 4), date(2027, 5, 5)}
BRITISH = {date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 4), date(2026, 5, 25)}


def worked(*holidays: date, weekend: tuple[int, ...] = (5, 6)) -> Callable[[date], bool]:
    """A working-day test from a weekend and some holidays."""
    return lambda day: day.weekday() not in weekend and day not in holidays


IN_AMERICA = worked(*AMERICAN)
IN_BRITAIN = worked(*BRITISH)
NO_HOLIDAYS = worked()


def local(zone: ZoneInfo, text: str) -> datetime:
    """A moment from its ISO wall clock in a zone."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def times(window: Window, zone: ZoneInfo) -> list[str]:
    """Earliest, best and latest as the clocks of a zone show them."""
    return [
        moment.astimezone(zone).isoformat(" ", "minutes")[:16]
        for moment in (window.earliest, window.best, window.latest)
    ]


def shown(moment: datetime | None, zone: ZoneInfo) -> str:
    """One moment as the clocks of a zone show it."""
    return moment.astimezone(zone).isoformat(" ", "minutes")[:16] if moment else "never"
