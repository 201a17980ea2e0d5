"""Calendar files: read back by the library, and looked at byte by byte."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from models.exchange.calendar import Appointment, ics, uid_of
from rules.templates import clean

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 5, 14, 14, 20, tzinfo=UTC)
START = datetime(2026, 5, 15, 9, 0, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


def appointment(**more: Any) -> Appointment:
    fields: dict[str, Any] = {
        "item": "tidepool write thank_you i1",
        "title": "Thank 2 people at Tidepool Robotics",
        "start": START,
        "end": START + QUARTER,
        "zone": LONDON,
    }
    return Appointment(**(fields | more))


def read(made: bytes) -> Any:
    """The one event of a file."""
    events = Calendar.from_ical(made).walk("VEVENT")
    assert len(events) == 1
    return events[0]


def test_an_event_reads_back_as_it_was_meant() -> None:
    made = ics(appointment(where="12 Wharf Road", notes=("Design Engineer", "", "On time")), NOW)
    event = read(made)
    assert event["summary"] == "Thank 2 people at Tidepool Robotics"
    assert event["location"] == "12 Wharf Road"
    assert event["description"] == "Design Engineer\nOn time"
    assert event.decoded("dtstart") == START
    assert event.decoded("dtend") == START + QUARTER
    assert event.decoded("dtstamp") == NOW
    alarm = event.walk("VALARM")[0]
    assert alarm["action"] == "DISPLAY"
    assert alarm.decoded("trigger") == timedelta(0)


def test_the_start_has_its_zone_and_the_zone_its_clock_changes() -> None:
    made = ics(appointment(), NOW)
    assert b"DTSTART;TZID=Europe/London:20260515T100000\r\n" in made
    zones = Calendar.from_ical(made).walk("VTIMEZONE")
    assert [str(one["tzid"]) for one in zones] == ["Europe/London"]
    assert b"20261025T020000" in made  # the clocks go back that autumn
    assert b"METHOD:PUBLISH\r\n" in made


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=2)), ZoneInfo("UTC")])
def test_a_zone_without_a_name_is_written_in_utc(zone: tzinfo) -> None:
    made = ics(appointment(zone=zone), NOW)
    assert b"DTSTART:20260515T090000Z\r\n" in made
    assert b"VTIMEZONE" not in made


def test_the_hour_that_comes_twice_is_written_in_utc() -> None:
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # 1:30 in London, for the second time
    made = ics(appointment(start=second, end=second + QUARTER), NOW)
    assert b"DTSTART:20261025T013000Z\r\n" in made
    first = second - timedelta(hours=1)
    made = ics(appointment(start=first, end=first + QUARTER), NOW)
    assert read(made).decoded("dtstart").astimezone(UTC) == first


def test_an_item_is_one_event_and_a_later_file_its_newer_version() -> None:
    first, again = read(ics(appointment(), NOW)), read(ics(appointment(), NOW + QUARTER))
    assert first["uid"] == again["uid"] == uid_of("tidepool write thank_you i1")
    assert again["sequence"] == first["sequence"] + 15
    assert first["uid"] != uid_of("tidepool write check_in i1")
    assert "tidepool" not in first["uid"]
    assert read(ics(appointment(), datetime(1999, 1, 1, tzinfo=UTC)))["sequence"] == 0


def test_what_is_typed_cannot_add_a_line() -> None:
    nasty = "A, B; C\\D\r\nBEGIN:VEVENT\u2028END:VCALENDAR\u202e\x00"
    made = ics(appointment(title=nasty, where=nasty, notes=(nasty, nasty)), NOW)
    event = read(made)
    assert event["summary"] == event["location"] == clean(nasty)
    assert event["description"] == f"{clean(nasty)}\n{clean(nasty)}"
    lines = made.split(b"\r\n")
    assert lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VCALENDAR") == 1


@settings(max_examples=60)
@given(st.text(max_size=200), st.text(max_size=200))
def test_every_text_reads_back_and_no_line_is_too_long(title: str, note: str) -> None:
    made = ics(appointment(title=title, notes=(note,)), NOW)
    event = read(made)
    assert event["summary"] == clean(title)
    assert event.get("description", "") == clean(note)
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert b"\n" not in made.replace(b"\r\n", b"")
