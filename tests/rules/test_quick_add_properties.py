"""Quick add: whatever is typed, nothing raises, nothing is lost and nothing takes long."""

import time
import unicodedata
from datetime import UTC, datetime, timedelta, timezone, tzinfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.quick_add import Entry, understand
from tests.cases.lines import LONDON, NEW_YORK, read

SEPARATORS = {"with", "and", "w", "w/"}

FRAGMENTS = st.sampled_from(
    [
        "Lumen & Oak",
        "Designer",
        "today",
        "Friday",
        "next",
        "14:00",
        "2pm",
        "at 2",
        "5/6",
        "31 June",
        "with",
        "with Priya Raman",
        "and",
        "w/",
        ",",
        ", ",
        ";",
        "&",
        "+",
        "\n",
        "\t",
        "(",
        ")",
        '"',
        "<p@x.example>",
        "p@x.example",
        "https://a.example/x,y",
        "applied",
        "phone screen",
        "EST",
        "New York time",
        "in 3 days",
        "May 14, 2026",
        "14:00-13:00",
        "90 min",
        "a week",
        "not",
        "-",
        "bring portfolio",
        "\u202e",
        "\u200b",
        "田中",
        "'26",
        "Z",
        "@",
        "an hour ago",
        "Inc.",
        "(phone screen)",
        "(ET)",
        "|",
        "time",
        "w/ Bo",
        "Ana on Zoom",
        "é",
        "half past",
        "\x00",
    ]
)
LINES = st.one_of(
    st.lists(FRAGMENTS, max_size=14).map(" ".join),
    st.lists(FRAGMENTS, max_size=14).map("".join),
    st.lists(FRAGMENTS | st.text(max_size=8), max_size=10).map(" ".join),
    st.text(max_size=60),
)
MOMENTS = st.datetimes(timezones=st.sampled_from([UTC, LONDON, NEW_YORK]))
ZONES = st.sampled_from([LONDON, NEW_YORK, UTC, timezone(timedelta(hours=14))])


def uncovered(entry: Entry) -> list[str]:
    """The words of the line that stand in no part and separate nothing."""
    inside = {n for a, b in entry.spans.values() for n in range(a, b)}
    kept = [" " if n in inside else char for n, char in enumerate(entry.text)]
    words = "".join(char if char.isalnum() or char == "\u200b" else " " for char in kept)
    return [word for word in words.lower().replace("\u200b", "").split() if word not in SEPARATORS]


@settings(max_examples=100, deadline=None)
@given(LINES, MOMENTS, ZONES)
def test_no_input_raises_and_no_word_is_lost(line: str, now: datetime, zone: tzinfo) -> None:
    entry = understand(line, now, zone)
    assert entry.text == line
    assert uncovered(entry) == []
    for a, b in (*entry.spans.values(), *(one.span for one in entry.people)):
        assert 0 <= a < b <= len(line)


def letters(words: str) -> list[str]:
    """The letters and digits of those words, in order of the alphabet."""
    return sorted(char for char in unicodedata.normalize("NFC", words) if char.isalnum())


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_every_part_keeps_its_words(line: str) -> None:
    entry = read(line)
    said = {part: line[a:b] for part, (a, b) in entry.spans.items()}
    asked = {one.field for one in entry.questions}
    for part, value in (("company", entry.company), ("role", entry.role)):
        if part in asked:
            assert value is None
        elif value is not None:
            assert set(value.split()) <= set(" ".join(value.split()).split())
            assert "\n" not in value
            assert set(letters(value)) <= set(letters(said[part]))
    for part in said:
        if part.startswith("note"):
            assert set(letters(said[part].replace("\u200b", ""))) <= set(letters(entry.note or ""))


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_a_field_in_question_has_no_value(line: str) -> None:
    entry = read(line)
    for question in entry.questions:
        if question.field != "people":
            assert getattr(entry, question.field) is None
    if entry.start is not None:
        assert entry.start.tzinfo is not None
        assert entry.on is not None
    if entry.end is not None:
        assert entry.start is not None
        assert entry.end.astimezone(UTC) > entry.start.astimezone(UTC)


@pytest.mark.parametrize(
    "line",
    [
        "x" * 10000,
        "today, " * 1400,
        "14:00," * 1700,
        "a@" * 5000,
        "(<" * 5000,
        "applied " * 1250,
        "Lumen, D, today 14:00 with " + "a time " * 1400,
        "new york time " * 700,
        " - " * 3300,
    ],
)
def test_a_very_long_line_takes_its_time_by_length_and_is_kept(line: str) -> None:
    spent = {}
    for length in (1000, 4000):  # what is parsed of a longer line is no more than this
        begun = time.process_time()
        for _ in range(2):
            read(line[:length])
        spent[length] = time.process_time() - begun
    # four times the length: 4 where time follows it, 16 where it follows its square
    assert spent[4000] < 40 * max(spent[1000], 0.001)
    assert uncovered(read(line)) == []


def test_what_lies_beyond_the_parsed_part_is_in_the_note() -> None:
    entry = read("Lumen, Designer, today 14:00 with Ana, " + "word " * 3_000 + "\x07the end")
    assert entry.note is not None
    assert entry.note.endswith("the end")
    assert entry.company == "Lumen"
