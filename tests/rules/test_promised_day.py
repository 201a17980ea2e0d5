"""What an employer's words about their decision are read as (RULES 5.2)."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.promised_day import Promise, promised_day
from rules.records import every_day_but_weekends

THURSDAY = date(2026, 5, 14)
FRIDAY = date(2026, 5, 15)
NEXT_FRIDAY = date(2026, 5, 22)


def in_britain(day: date) -> bool:
    """The late May holiday and New Year are not worked."""
    return every_day_but_weekends(day) and day not in {date(2026, 5, 25), date(2027, 1, 1)}


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("by Friday", FRIDAY),
        ("By FRIDAY.", FRIDAY),
        ("on Monday", date(2026, 5, 18)),
        ("Thu", date(2026, 5, 21)),
        ("by the end of the week", FRIDAY),
        ("end of this week", FRIDAY),
        ("next week", NEXT_FRIDAY),
        ("early next week", date(2026, 5, 19)),
        ("at  the beginning of next week", None),
        ("by the beginning of next week", date(2026, 5, 19)),
        ("later next week", NEXT_FRIDAY),
        ("by the end of next week", NEXT_FRIDAY),
        ("in 3 days", date(2026, 5, 17)),
        ("within two weeks", date(2026, 5, 28)),
        ("in a week", date(2026, 5, 21)),
        ("a week or so", date(2026, 5, 21)),
        ("in a week or so", date(2026, 5, 21)),
        ("a couple of weeks", date(2026, 5, 28)),
        ("in a couple of weeks", date(2026, 5, 28)),
        ("end of the month", date(2026, 5, 29)),
        ("by the end of this month", date(2026, 5, 29)),
        ("next month", date(2026, 6, 30)),
        ("by the end of next month", date(2026, 6, 30)),
        ("after the holidays", date(2027, 1, 11)),
    ],
)
def test_a_phrase_said_on_a_thursday_means(phrase: str, day: date | None) -> None:
    expected = Promise(day=day) if day else None
    assert promised_day(phrase, THURSDAY, in_britain) == expected


@pytest.mark.parametrize(
    "phrase", ["shortly", "soon", "in due course", "we'll be in touch", "We’ll be in touch."]
)
def test_vague_words_promise_no_day(phrase: str) -> None:
    assert promised_day(phrase, THURSDAY, in_britain) == Promise(day=None)


@pytest.mark.parametrize(
    "phrase", ["", "when we can", "before Friday", "in 0 days", "in 1000 weeks"]
)
def test_other_words_are_not_guessed_at(phrase: str) -> None:
    assert promised_day(phrase, THURSDAY, in_britain) is None


def test_by_friday_said_on_a_friday_is_the_next_one() -> None:
    assert promised_day("by Friday", FRIDAY, in_britain) == Promise(day=NEXT_FRIDAY)


@pytest.mark.parametrize("day", [15, 16, 17])
def test_the_end_of_the_week_said_at_its_end_is_asked_about(day: int) -> None:
    said = date(2026, 5, day)
    assert promised_day("end of the week", said, in_britain) == Promise(
        day=NEXT_FRIDAY, ask=(NEXT_FRIDAY, said)
    )


@pytest.mark.parametrize("day", [29, 30, 31])
def test_the_end_of_the_month_said_at_its_end_is_asked_about(day: int) -> None:
    said = date(2026, 5, day)
    assert promised_day("end of the month", said, in_britain) == Promise(
        day=date(2026, 6, 30), ask=(date(2026, 6, 30), said)
    )


def test_next_month_said_in_december_lies_in_the_next_year() -> None:
    december = date(2026, 12, 10)
    assert promised_day("next month", december, in_britain) == Promise(day=date(2027, 1, 29))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        pytest.param(date(2027, 1, 4), date(2027, 1, 11), id="in the first days of the year"),
        pytest.param(date(2027, 1, 11), date(2028, 1, 10), id="once they are over"),
    ],
)
def test_after_the_holidays_is_in_the_coming_january(said: date, day: date) -> None:
    assert promised_day("after the holidays", said, in_britain) == Promise(day=day)


@settings(max_examples=100)
@given(
    st.sampled_from(["by Monday", "next week", "early next week", "in 2 days", "end of the week"]),
    st.dates(date(2000, 1, 1), date(2100, 12, 31)),
)
def test_a_promise_always_lies_ahead(phrase: str, said: date) -> None:
    promise = promised_day(phrase, said, every_day_but_weekends)
    assert promise is not None
    assert promise.day is not None
    assert promise.day > said


@settings(max_examples=100)
@given(st.text(), st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_no_words_raise(phrase: str, said: date) -> None:
    promise = promised_day(phrase, said, every_day_but_weekends)
    assert promise is None or promise.day is None or promise.day > said
