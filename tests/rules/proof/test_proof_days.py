"""Days and hours: T01 to T06, R03."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from rules.proof import ProofLetter
from rules.proof.mentions import dates, plain, with_day
from rules.records import MessageKind
from tests.rules.proof.desk import APPLIED, CHECK_IN, LETTER, LONDON, REJECTED, TUESDAY, of, saying

MET = TUESDAY.date()


def hits(row: str, letter: ProofLetter) -> list[tuple[str, str | None]]:
    return [(one.wrong, one.right) for one in of(row, letter)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I am free on Monday, June 15.", []),
        ("I am free on Monday 15 June 2026.", []),
        ("I am free on Mon the 15th of June.", []),
        ("I am free on Tuesday, June 15.", [("Tuesday, June 15", None)]),
        ("I am free on Fri. 12 June 2027.", [("Fri. 12 June 2027", None)]),
        ("I am free on 31 June.", [("31 June", None)]),
        ("I am free on 29 February 2027.", [("29 February 2027", None)]),
        ("I may 12 times bake; the march 3 miles long.", []),
        ("We met on Monday 9 June.", [("Monday 9 June", "Tuesday 9 June")]),
        ("I am free on Monday the 15th and on the 31st.", []),
        ("I am free on Sunday the 15th.", [("Sunday the 15th", None)]),
        ("I live on the 2nd floor.", []),
        ("I am free on May 12 people's wishes.", []),
        ("June 12% of it.", []),
    ],
)
def test_a_weekday_fits_its_date(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert hits("T01", saying(text)) == expected


def test_a_leap_day() -> None:
    letter = saying("I am free on 29 February.", began=datetime(2028, 2, 1, 9, tzinfo=LONDON))
    assert not of("T01", letter)
    assert hits("T01", saying("I am free on 29 February.")) == [("29 February", None)]


def test_a_weekday_of_the_day_of_applying() -> None:
    text = "I applied on Monday, 20 May."
    assert hits("T01", saying(text, APPLIED))[0] == (
        "Monday, 20 May",
        "Wednesday, 20 May",
    )
    no_day = replace(saying(text, APPLIED), planned=None, applied=None)
    assert not of("T01", no_day)
    assert of("T01", replace(no_day, applied=date(2026, 5, 20)))


def test_dates_in_the_subject() -> None:
    letter = replace(LETTER, subject="Kitchen Manager: Monday 9 June")
    assert hits("T01", letter) == [("Monday 9 June", "Tuesday 9 June")]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Monday, June 15", "Tuesday, June 9"),
        ("the 3rd of May", "the 9th of June"),
        ("May", "June"),
    ],
)
def test_a_date_keeps_its_shape(words: str, said: str) -> None:
    assert with_day(words, MET) == said
    assert with_day("the 1st of May", date(2026, 6, 22)) == "the 22nd of June"
    assert with_day("the 1st of May", date(2026, 6, 12)) == "the 12th of June"
    assert plain(MET) == "Tuesday 9 June"


def test_a_date_is_read_once() -> None:
    assert [one.words for one in dates("12 June 2026", MET)] == ["12 June 2026"]


@pytest.mark.parametrize(
    ("text", "days", "hour", "expected"),
    [
        ("Thank you for meeting me today.", 0, 14, []),
        ("Thank you for meeting me this afternoon.", 0, 14, []),
        ("Thank you for meeting me this morning.", 0, 14, [("this morning", "today")]),
        ("Thank you for meeting me this evening.", 0, 17, []),
        ("Thank you for meeting me yesterday.", 0, 14, [("yesterday", "today")]),
        ("Thank you for meeting me yesterday.", 1, 14, []),
        ("Thank you for meeting me today.", 1, 14, [("today", "yesterday")]),
        ("Thank you for meeting me last night.", 1, 18, []),
        ("Thank you for meeting me last night.", 1, 9, [("last night", "yesterday")]),
        ("Thank you for meeting me yesterday.", 2, 14, [("yesterday", "on Tuesday")]),
        ("Today we met.", 1, 14, [("Today", "Yesterday")]),
        ("Thank you for today's talk.", 1, 14, [("today", None)]),
        ("Thank you for meeting me today.", -1, 14, [("today", None)]),
        ("Today I signed up for the course we talked of.", 1, 14, []),
        ("I am sending the plan today.", 1, 14, []),
        ("I signed the form yesterday for our meeting.", 2, 14, []),
        ("The kitchens of today need a meeting.", 1, 14, []),
        ("\u201cToday we met,\u201d you read to me.", 1, 14, []),
        ("I look forward to a talk today.", 1, 14, []),
    ],
)
def test_today_is_counted_from_the_planned_day(
    text: str, days: int, hour: int, expected: list[tuple[str, str | None]]
) -> None:
    body = f"Dear Priya,\n\n{text}\n\nKind regards,\nJo Larkin"
    began = TUESDAY.replace(hour=hour)
    letter = replace(
        LETTER,
        body=body,
        began=began,
        ended=None if hour == 9 else began,
        planned=TUESDAY.replace(day=9 + days, hour=19),
    )
    assert hits("T02", letter) == expected
    assert not of("T02", replace(letter, planned=None))


def test_what_the_day_was_is_said() -> None:
    def said(days: int) -> str:
        letter = saying("We met yesterday.", planned=TUESDAY.replace(day=9 + days))
        body = "Dear Priya,\n\nThank you for the talk {}.\n\nKind regards,\nJo Larkin"
        word = "today" if days else "yesterday"
        return of("T02", replace(letter, body=body.format(word)))[0].reason

    assert "two days" not in said(2)
    assert "2 days ago" in said(2)
    assert "1 day ago" in said(1)
    assert "the day this goes out" in said(0)
    assert "still to come" in said(-1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thank you for your time on Monday.", [("Monday", "Tuesday")]),
        ("I enjoyed our talk on Wednesday.", [("Wednesday", "Tuesday")]),
        ("When we met on 8 June, it rained.", [("8 June", "9 June")]),
        ("Thank you for Monday's interview.", [("Monday", "Tuesday")]),
        ("When we met on the 8th, it rained.", [("the 8th", "the 9th")]),
        ("When we met on the 9th, it rained.", []),
        ("May I ask whether the meeting on the 26th will be in York?", []),
        ("Thank you for your time on Tuesday.", []),
        ("When we met on 9 June, it rained.", []),
        ("I look forward to our meeting on Monday.", []),
        ("Our talk about the Monday market stayed with me.", []),
        ("I could start on Monday.", []),
        ("Thank you for the bread that you bake every Monday.", []),
        ("Thank you for the talk of Monday's rota.", []),
        ("We met, and on Monday I bought flour.", []),
        ("\u201cWe met on Monday,\u201d you said.", []),
        ("We spoke of the mondays.", []),
        ("It is good to know the next step on Monday 15 June.", []),
        ("On 31 June we met.", []),
    ],
)
def test_the_day_of_the_talk(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert hits("T03", saying(text)) == expected


def test_the_day_of_the_news_is_another() -> None:
    assert not of("T03", REJECTED)
    assert hits("T03", saying("We met on Monday.", REJECTED)) == [("Monday", "Tuesday")]
    assert not of("T03", replace(saying("We met on Monday."), began=None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I could start on 05/06/2026.", ["05/06/2026"]),
        ("I could start on 5/6.", ["5/6"]),
        ("I could start on 25/06/2026.", []),
        ("I could start on 06.06.2026.", []),
        ("Version 5.6.7 is a good one.", []),
        ("It was 5/6 of the bread.", []),
    ],
)
def test_a_date_with_two_readings(text: str, expected: list[str]) -> None:
    assert [one.wrong for one in of("T04", saying(text))] == expected


@pytest.mark.parametrize(
    ("text", "days", "expected"),
    [
        ("We met two weeks ago.", 14, []),
        ("We met two weeks ago.", 30, ["two weeks ago"]),
        ("We met a few weeks ago.", 25, []),
        ("We met a month ago.", 31, []),
        ("We met 3 days ago.", 10, ["3 days ago"]),
        ("We met last week.", 8, []),
        ("We met last week.", 17, ["last week"]),
        ("We met last month.", 25, []),
        ("We met last month.", 70, ["last month"]),
        ("We met yesterday.", 6, ["yesterday"]),
        ("We met earlier this week.", 20, ["earlier this week"]),
        ("I finished the course last week, as our talk made me.", 17, []),
        ("I was in Spain a month ago.", 3, []),
        ("Thank you for your time two weeks ago.", 30, ["two weeks ago"]),
    ],
)
def test_how_long_ago(text: str, days: int, expected: list[str]) -> None:
    sent = datetime.fromordinal(MET.toordinal() + days).replace(hour=10, tzinfo=LONDON)
    letter = saying(text, CHECK_IN, planned=sent)
    assert [one.wrong for one in of("T05", letter)] == expected
    assert not of("T05", replace(letter, planned=None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I sent my papers on 21 May.", [("21 May", "20 May")]),
        ("I applied on Thursday, 21 May.", [("Thursday, 21 May", "Wednesday, 20 May")]),
        ("I applied on Thursday.", [("Thursday", None)]),
        ("I applied on Wednesday.", []),
        ("I applied for the post that closes on 30 May.", []),
        ("I can start on 1 July.", []),
        ("My application is for the post advertised on 2 May.", []),
        ("I applied on 31 June.", []),
        ("On Thursday it rained.", []),
    ],
)
def test_the_day_of_applying(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert hits("T06", saying(text, APPLIED)) == expected
    assert not of("T06", replace(saying(text, APPLIED), applied=None))


@pytest.mark.parametrize(
    ("hour", "free", "expected"), [(9, True, 0), (23, True, 1), (6, True, 1), (23, False, 0)]
)
def test_a_good_hour(hour: int, free: bool, expected: int) -> None:
    ended = TUESDAY.replace(hour=15)
    letter = replace(LETTER, ended=ended, planned=TUESDAY.replace(day=10, hour=hour))
    if not free:
        letter = replace(letter, kind=MessageKind.PASS_ON)
    assert len(of("R03", letter)) == expected
    assert not of("R03", replace(letter, ended=None))
    assert not of("R03", replace(letter, planned=None))
