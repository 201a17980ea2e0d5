"""Quick add: hours, days, zones and clock changes."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from rules.quick_add import Why, understand
from tests.cases.lines import LONDON, NEW_YORK, NOW, read, when, why

FIRST = datetime(1, 1, 1, 0, 30, tzinfo=UTC)
LAST = datetime(9999, 12, 31, 23, 30, tzinfo=UTC)


def start(words: str) -> str | None:
    """The start those words come to, in London."""
    entry = when(words)
    assert (entry.company, entry.role) == ("Kestrel Rail", "Service Designer")
    return entry.start.astimezone(LONDON).strftime("%d %b %H:%M") if entry.start else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("today 2 pm", "14 May 14:00"),
        ("today 2 p.m.", "14 May 14:00"),
        ("today 14.00", "14 May 14:00"),
        ("today 14h30", "14 May 14:30"),
        ("today 14 Uhr", "14 May 14:00"),
        ("today \uff11\uff14\uff1a\uff10\uff10", "14 May 14:00"),
        ("today 0900", "14 May 09:00"),
        ("today at noon", "14 May 12:00"),
        ("today 12am", "14 May 00:00"),
        ("today @ 2pm", "14 May 14:00"),
        ("14:00 today", "14 May 14:00"),
        ("today, 14:00", "14 May 14:00"),
        ("today half past nine", "14 May 09:30"),
        ("today half past two pm", "14 May 14:30"),
        ("today quarter to one pm", "14 May 12:45"),
        ("today two o'clock pm", "14 May 14:00"),
        ("this afternoon at 2:30", "14 May 14:30"),
        ("tomorrow at 9 in the morning", "15 May 09:00"),
        ("tonight at 7", "14 May 19:00"),
        ("today 14:00 on Zoom", "14 May 14:00"),
    ],
)
def test_hours_are_read(words: str, expected: str) -> None:
    assert start(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("today 14:00-14:45", (14 * 60, 45)),
        ("today 14:00 \u2013 14:45", (14 * 60, 45)),
        ("today from 2pm to 3pm", (14 * 60, 60)),
        ("today between 2 and 3pm", (14 * 60, 60)),
        ("today 11-1pm", (11 * 60, 120)),
        ("today 9-10am", (9 * 60, 60)),
        ("today 12:30-1:15", (12 * 60 + 30, 45)),
        ("today 14:00-15", (14 * 60, 60)),
        ("today 2pm-2:45", (14 * 60, 45)),
        ("today 1400-1445", (14 * 60, 45)),
        ("today 14:00 for 45 minutes", (14 * 60, 45)),
        ("today 14:00 1h30", (14 * 60, 90)),
        ("today 14:00 (1.5 hours)", (14 * 60, 90)),
        ("today 14:00 half an hour", (14 * 60, 30)),
        ("today 14:00 for an hour", (14 * 60, 60)),
        ("today 14:00, 45 min", (14 * 60, 45)),
    ],
)
def test_a_typed_end_or_length_is_kept(words: str, expected: tuple[int, int]) -> None:
    entry = when(words)
    assert entry.start is not None
    assert entry.end is not None
    local = entry.start.astimezone(LONDON)
    assert (local.hour * 60 + local.minute, (entry.end - entry.start).seconds // 60) == expected
    assert not entry.end_estimated


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("today at 2", Why.HOUR_UNCLEAR),
        ("today at 9", Why.HOUR_UNCLEAR),
        ("today at 14", Why.HOUR_UNCLEAR),
        ("today 2-3", Why.HOUR_UNCLEAR),
        ("today 2:30", Why.HOUR_UNCLEAR),
        ("today half past two", Why.HOUR_UNCLEAR),
        ("today 13pm", Why.HOUR_UNCLEAR),
        ("today midnight", Why.HOUR_UNCLEAR),
        ("this morning 14:00", Why.HOUR_UNCLEAR),
        ("today around 2pm", Why.HOUR_UNCLEAR),
        ("today 14:00?", Why.HOUR_UNCLEAR),
        ("an hour ago", Why.HOUR_UNCLEAR),
        ("in 30 minutes", Why.HOUR_UNCLEAR),
        ("today 25:00", Why.NO_SUCH_HOUR),
        ("today 14:60", Why.NO_SUCH_HOUR),
        ("today 24:00", Why.NO_SUCH_HOUR),
        ("today 14:00-25:00", Why.NO_SUCH_HOUR),
        ("today 25-3pm", Why.NO_SUCH_HOUR),
        ("today 14:00-13:00", Why.END_BEFORE_START),
        ("today 14:00-14:00", Why.END_BEFORE_START),
        ("today 23:30-00:30", Why.END_BEFORE_START),
        ("today 11pm-1am", Why.END_BEFORE_START),
        ("today 14:00 or 15:00", Why.SEVERAL_TIMES),
        ("today 14:00 and 15:60", Why.NO_SUCH_HOUR),
        ("today 14:00 at 3", Why.HOUR_UNCLEAR),
        ("2pm", Why.DAY_MISSING),
        ("next week", Why.DAY_MISSING),
        ("just now", Why.HOUR_MISSING),
        ("tomorrow", Why.HOUR_MISSING),
        ("this afternoon", Why.HOUR_MISSING),
    ],
)
def test_a_doubtful_hour_is_asked(words: str, reason: Why) -> None:
    entry = when(words)
    assert entry.start is None
    assert entry.end is None
    assert why(entry, "start") is reason


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Friday", "15 May 11:00"),
        ("this Friday", "15 May 11:00"),
        ("last Friday", "08 May 11:00"),
        ("last Thursday", "07 May 11:00"),
        ("coming Monday", "18 May 11:00"),
        ("Friday week", "22 May 11:00"),
        ("Thursday week", "21 May 11:00"),
        ("a week on Friday", "22 May 11:00"),
        ("a week from tomorrow", "22 May 11:00"),
        ("next week Tuesday", "19 May 11:00"),
        ("Tuesday next week", "19 May 11:00"),
        ("Tuesday last week", "05 May 11:00"),
        ("Friday of this week", "15 May 11:00"),
        ("day after tomorrow", "16 May 11:00"),
        ("in 3 days", "17 May 11:00"),
        ("two days ago", "12 May 11:00"),
        ("May 14, 2026", "14 May 11:00"),
        ("Thursday, 14 May", "14 May 11:00"),
        ("14th of May '26", "14 May 11:00"),
        ("14/05/26", "14 May 11:00"),
        ("14.5.", "14 May 11:00"),
        ("2026-05-14", "14 May 11:00"),
        ("the 14th", "14 May 11:00"),
        ("Fri 15th", "15 May 11:00"),
        ("Fri 5/6", "05 Jun 11:00"),
        ("Saturday 14 November", "14 Nov 11:00"),
        ("5/5", "05 May 11:00"),
        ("tomorrow 15 May", "15 May 11:00"),
    ],
)
def test_days_are_read(words: str, expected: str) -> None:
    assert start(f"{words} 11:00") == expected


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Thursday", Why.AMBIGUOUS_DATE),
        ("next Friday", Why.AMBIGUOUS_DATE),
        ("this Tuesday", Why.AMBIGUOUS_DATE),
        ("a week on Thursday", Why.AMBIGUOUS_DATE),
        ("5/6", Why.AMBIGUOUS_DATE),
        ("6/5/2026", Why.AMBIGUOUS_DATE),
        ("14 November", Why.AMBIGUOUS_DATE),
        ("28th", Why.AMBIGUOUS_DATE),
        ("14 May 1999", Why.AMBIGUOUS_DATE),
        ("in a couple of weeks", Why.AMBIGUOUS_DATE),
        ("31 June", Why.NO_SUCH_DATE),
        ("29 Feb", Why.NO_SUCH_DATE),
        ("13/13", Why.NO_SUCH_DATE),
        ("2026-02-29", Why.NO_SUCH_DATE),
        ("the 45th", Why.NO_SUCH_DATE),
        ("Friday 31 June", Why.NO_SUCH_DATE),
        ("Friday 14 May", Why.WEEKDAY_DISAGREES),
        ("tomorrow 14 May", Why.SEVERAL_TIMES),
        ("Monday or Tuesday", Why.SEVERAL_TIMES),
    ],
)
def test_a_doubtful_day_is_asked(words: str, reason: Why) -> None:
    entry = when(f"{words} 11:00")
    assert entry.start is None
    assert entry.on is None
    assert why(entry, "start") is reason


def test_a_doubtful_day_without_an_hour_proposes_days() -> None:
    question = when("5/6").question("start")
    assert question is not None
    assert question.candidates == (date(2026, 6, 5), date(2026, 5, 6))


def test_a_word_left_beside_the_when_that_may_shift_it_is_asked_about() -> None:
    assert why(when("every today 14:00"), "start") is Why.HOUR_UNCLEAR
    assert why(when("today 3pm PT / 6pm ET"), "start") is Why.HOUR_UNCLEAR


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("15:00 London time", 14),
        ("15:00 New York time", 19),
        ("15:00 my time", 14),
        ("15:00 (Berlin time)", 13),
        ("15:00 S\u00e3o Paulo time", 18),
        ("15:00 Kathmandu time", 9),
        ("15:00, New York time", 19),
        ("15:00 UTC", 15),
        ("15:00Z", 15),
        ("15:00 UTC+2", 13),
        ("15:00 +02:00", 13),
        ("15:00 -0330", 18),
        ("15:00 Europe/Berlin", 13),
        ("15:00 ET", 19),
        ("15:00 EDT", 19),
        ("15:00 CEST", 13),
        ("15:00 JST", 6),
        ("15:00 pacific", 22),
        ("15:00 WEST", 14),
        ("15:00 in London", 14),
        ("15:00 HQ", 14),
        ("15:00 Asia/Tokyo", 6),
    ],
)
def test_zones_are_read(words: str, hour: int) -> None:
    entry = when(f"tomorrow {words}")
    assert entry.start is not None
    assert entry.start.astimezone(UTC).hour == hour


@pytest.mark.parametrize(
    "words",
    [
        "GMT",
        "CET",
        "EST",
        "IST",
        "CST",
        "PST",
        "Mars time",
        "XYZ",
        "local time",
        "UTC+15",
        "Paris",
        "in Sydney",
        "Europe/Atlantis",
        "CET time",
    ],
)
def test_a_zone_that_is_not_certain_is_asked(words: str) -> None:
    entry = when(f"tomorrow 15:00 {words}")
    assert entry.start is None
    assert entry.on == date(2026, 5, 15)
    assert why(entry, "start") is Why.ZONE_UNCLEAR


@pytest.mark.parametrize(
    "words",
    ["(New York time)", "New York time", ", New York time", "EDT", "(ET)", "(CEST) (CEST)"],
)
def test_a_zone_behind_the_people_is_no_part_of_a_name(words: str) -> None:
    entry = read(f"Kestrel Rail, Designer, today 15:00 with Omar Aziz {words}")
    assert [one.name for one in entry.people] == ["Omar Aziz"]
    assert entry.start is not None
    assert entry.start.utcoffset() != timedelta(hours=1)


def test_an_unknown_zone_behind_or_before_is_asked() -> None:
    for line in (
        "Kestrel Rail, Designer, today 15:00 with Omar Aziz Neverland time",
        "Kestrel Rail, Designer, Neverland time today 15:00 with Omar Aziz",
    ):
        assert why(read(line), "start") is Why.ZONE_UNCLEAR


def test_an_hour_the_clocks_skip_is_asked() -> None:
    entry = when("29 March 2026 01:30")
    assert why(entry, "start") is Why.DST_GAP
    assert why(when("29 March 2026 1:30am"), "start") is Why.DST_GAP


def test_an_hour_the_clocks_show_twice_proposes_both() -> None:
    now = NOW.astimezone(NEW_YORK)
    for words in ("1 November 2026 01:30", "1 November 2026 1:30am"):
        question = when(words, NEW_YORK, now).question("start")
        assert question is not None
        assert question.why is Why.DST_TWICE
        offsets = [one.utcoffset() for one in question.candidates if isinstance(one, datetime)]
        assert offsets[:2] == [timedelta(hours=-4), timedelta(hours=-5)]


def test_an_estimated_hour_stays_an_hour_over_a_clock_change() -> None:
    entry = when("29 March 2026 00:30")
    assert entry.start is not None
    assert entry.end is not None
    assert entry.end.astimezone(UTC) - entry.start.astimezone(UTC) == timedelta(hours=1)


def test_an_hour_beyond_the_calendar_is_asked() -> None:
    last = datetime(9999, 12, 31, 12, tzinfo=UTC)
    entry = read("Lumen, Designer, today 23:30 with Ana", NEW_YORK, last)
    assert why(entry, "start") is Why.DST_GAP
    entry = understand("Lumen, Designer, today 23:30", last, UTC)
    assert entry.start is not None
    assert entry.end is None


def test_a_moment_without_a_zone_and_the_ends_of_the_calendar() -> None:
    assert (
        understand("Lumen, Designer, today 14:00", NOW.replace(tzinfo=None), LONDON).start
        is not None
    )
    for moment in (LAST, FIRST):
        for words in (
            "tomorrow",
            "yesterday",
            "an hour ago",
            "in 2 hours",
            "Friday",
            "1 May",
            "1st",
        ):
            for hour in ("", " 23:30", " applied"):
                entry = understand(f"Lumen, Designer, {words}{hour}", moment, UTC)
                assert entry.company == "Lumen"
    edge = LAST.replace(tzinfo=timezone(timedelta(hours=-14)))
    assert understand("Lumen, today", edge, timezone(timedelta(hours=14))).on is not None


def test_a_zone_between_the_day_and_the_hour_is_understood() -> None:
    now = datetime(2026, 5, 14, 14, 20, tzinfo=UTC)
    entry = understand("Lumen, D, tomorrow (Berlin time) 10:00", now, ZoneInfo("Europe/London"))
    assert entry.start == datetime(2026, 5, 15, 10, tzinfo=ZoneInfo("Europe/Berlin"))
    assert entry.questions == ()
