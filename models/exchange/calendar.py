"""A step or a talk for a calendar program: one `.ics` file with one event and its alarm."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from rules.templates import clean

if TYPE_CHECKING:
    from icalendar import Calendar, Event

PRODUCT = "-//Afterword//Afterword//EN"
_OURS = UUID("5b0d8c8e-2f0e-4a53-9a53-7a3d4a0c6f11")
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """What a calendar is to show. Times are exact; `zone` is where they are shown."""

    item: str  # what it is about; the same item is the same event for ever
    title: str
    start: datetime
    end: datetime
    zone: tzinfo
    where: str = ""
    notes: tuple[str, ...] = ()  # lines


def uid_of(item: str) -> str:
    """The event's name for all calendars; it tells nobody what it is about."""
    return f"{uuid5(_OURS, item)}@afterword.invalid"


def ics(appointment: Appointment, now: datetime) -> bytes:
    """The file. Saved again later it counts as a newer version of the same event.

    The library escapes and folds; what cannot be seen is taken out before.
    """
    # its import takes as long as a window does: only once somebody asks for a file
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_event(appointment, now))
    _add_zones(calendar, appointment)
    return bytes(calendar.to_ical())


def _event(appointment: Appointment, now: datetime) -> "Event":
    from icalendar import Alarm, Event

    title = clean(appointment.title)
    event = Event()
    event.add("uid", uid_of(appointment.item))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", max((now - _EPOCH) // _MINUTE, 0))
    event.add("summary", title)
    event.add("dtstart", _shown(appointment.start, appointment.zone))
    event.add("dtend", _shown(appointment.end, appointment.zone))
    if where := clean(appointment.where):
        event.add("location", where)
    if notes := "\n".join(filter(None, map(clean, appointment.notes))):
        event.add("description", notes)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
    return event


def _shown(at: datetime, zone: tzinfo) -> datetime:
    """The moment in its zone where that has a name every calendar knows, else in UTC.

    So is an hour that comes a second time as clocks go back: a file cannot say which is meant.
    """
    shown = at.astimezone(zone if isinstance(zone, ZoneInfo) and zone.key else UTC)
    return shown.astimezone(UTC) if shown.fold else shown


def _add_zones(calendar: "Calendar", appointment: Appointment) -> None:
    """The clock changes around the event, for programs that know no zones by name."""
    year = _shown(appointment.start, appointment.zone).year
    calendar.add_missing_timezones(first_date=date(year - 1, 1, 1), last_date=date(year + 2, 1, 1))
