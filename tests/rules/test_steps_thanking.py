"""Thank-yous: to whom, by which way, until when (rows 2 to 6, 15, 16, 21 to 25)."""

from dataclasses import replace

import pytest

from rules.records import Dossier, FactKind, InterviewKind
from tests.rules.decisions import (
    AGENCY,
    ASKED,
    CROWD,
    LOST,
    ORGANISER,
    SENT,
    SIX,
    TALK,
    UNKNOWN,
    K,
    assert_decided,
)
from tests.rules.dossiers import PANEL, A, at, case, said, sent, talk, thanks

ROWS = [
    (
        "2",
        case(replace(TALK, kind=InterviewKind.PHONE_SCREEN)),
        "05-06 12:00",
        "thank_you, phone_screen, cooling_off, to A, 05-06 13:00 until 05-07 11:00, 0 of 2",
    ),
    (
        "3",
        case(TALK),
        "05-06 13:00",
        "thank_you, within_a_day, due, to A, 05-06 13:00 until 05-07 11:00, 0 of 2",
    ),
    (
        "3 before",
        case(TALK),
        "05-06 10:30",
        "interview, interview_ahead, not_yet, to A, on 05-06 10:00, 0 of 2",
    ),
    ("3 no date", case(talk("i1", None, "A")), "05-06 10:30", "add_details, no_date, to A, 0 of 2"),
    (
        "3 nobody",
        case(talk("i1", "05-06 11:00", "")),
        "05-06 12:00",
        "add_details, nobody_on_record, 0 of 2",
    ),
    (
        "3 skipped",
        case(replace(TALK, skipped=(A,))),
        "05-06 12:00",
        "nothing, nobody_to_thank, 0 of 2",
    ),
    (
        "3b",
        case(replace(TALK, decides_at_once=True)),
        "05-06 11:00",
        "thank_you, decides_at_once, due, to A, 05-06 11:00 until 05-07 11:00, 0 of 2",
    ),
    (
        "4",
        case(CROWD, SENT),
        "05-06 15:00",
        "thank_you, panel, due, to BCD, 05-06 13:00 until 05-07 11:00, 1 of 2",
    ),
    (
        "4b known",
        case(talk("i1", "05-06 11:00", "ABCDEF"), people=(*SIX, ORGANISER)),
        "05-06 15:00",
        "thank_you, panel, due, to ABCD, 05-06 13:00 until 05-07 11:00, 0 of 2",
    ),
    (
        "4b rest",
        case(CROWD, people=(*UNKNOWN, ORGANISER)),
        "05-06 15:00",
        "pass_on, group_note, due, to O, 05-06 13:00 until 05-07 11:00, 0 of 2",
    ),
    (
        "4b six",
        case(
            talk("i1", "05-06 11:00", "ABCDEF"),
            *(thanks(n, "05-06 14:00") for n in "ABCD"),
            people=(*SIX, ORGANISER),
        ),
        "05-06 15:00",
        "pass_on, group_note, due, to O, 05-06 13:00 until 05-07 11:00, 1 of 2",
    ),
    (
        "5",
        case(talk("i1", "05-06 11:00", "A"), talk("i2", "05-06 15:00", "B")),
        "05-06 17:30",
        "thank_you, several_talks, due, to AB, 05-06 13:00 until 05-07 11:00, 0 of 2",
    ),
    (
        "5 later",
        case(talk("i1", "05-06 11:00", "A"), talk("i2", "05-06 15:00", "B"), SENT),
        "05-06 17:30",
        "thank_you, several_talks, due, to B, 05-06 17:00 until 05-07 15:00, 1 of 2",
    ),
    (
        "5 between",
        case(talk("i1", "05-06 11:00", "A"), talk("i2", "05-06 15:00", "B")),
        "05-06 13:00",
        "interview, interview_ahead, not_yet, to B, on 05-06 14:00, 0 of 2",
    ),
    (
        "6",
        case(TALK, SENT, talk("i2", "05-20 11:00", "A")),
        "05-20 13:00",
        "thank_you, new_round, due, to A, 05-20 13:00 until 05-21 11:00, 0 of 2",
    ),
    (
        "6 booked",
        case(TALK, SENT, talk("i2", "05-20 11:00", "A")),
        "05-14 10:00",
        "interview, interview_ahead, not_yet, to A, on 05-20 10:00, 0 of 2",
    ),
    (
        "6 owed",
        case(TALK, talk("i2", "05-20 11:00", "B")),
        "05-06 13:00",
        "thank_you, within_a_day, due, to A, 05-06 13:00 until 05-07 11:00, 0 of 2",
    ),
    (
        "6 owed, dateless",
        case(TALK, talk("i2", None, "B")),
        "05-06 13:00",
        "thank_you, within_a_day, due, to A, 05-06 13:00 until 05-07 11:00, 0 of 2",
    ),
    (
        "6 owed, met again",
        case(TALK, talk("i2", "05-07 11:00", "A")),
        "05-06 13:00",
        "interview, interview_ahead, not_yet, to A, on 05-07 10:00, 0 of 2",
    ),
    (
        "6 forgotten",
        case(CROWD, SENT, talk("i2", "05-07 11:00", "A"), thanks("A", "05-07 14:00", about="i2")),
        "05-07 15:00",
        "thank_you, late, late, to BCD, 05-06 13:00 until 05-07 11:00, 1 of 2",
    ),
    (
        "15",
        case(
            talk("i1", "05-06 11:00", "ABC"),
            said(FactKind.ADDRESS_ASKED, "05-06 11:30"),
            SENT,
            thanks("B", "05-06 14:00"),
            people=(*PANEL[:2], UNKNOWN[2], ORGANISER),
        ),
        "05-06 15:00",
        "thank_you, no_address, due, to C, 05-06 13:00 until 05-07 11:00, 1 of 2",
    ),
    (
        "15 next day",
        case(
            talk("i1", "05-06 11:00", "ABC"),
            said(FactKind.ADDRESS_ASKED, "05-06 11:30"),
            SENT,
            thanks("B", "05-06 14:00"),
            people=(*PANEL[:2], UNKNOWN[2], ORGANISER),
        ),
        "05-07 09:00",
        "pass_on, group_note, due, to O, 05-06 13:00 until 05-07 11:00, 1 of 2",
    ),
    (
        "15 unasked",
        case(
            talk("i1", "05-06 11:00", "ABC"),
            SENT,
            thanks("B", "05-06 14:00"),
            people=(*PANEL[:2], UNKNOWN[2], ORGANISER),
        ),
        "05-07 09:00",
        "thank_you, no_address, due, to C, 05-06 13:00 until 05-07 11:00, 1 of 2",
    ),
    (
        "15 alone",
        case(TALK, people=(UNKNOWN[0], ORGANISER)),
        "05-07 09:00",
        "thank_you, no_address, due, to A, 05-06 13:00 until 05-07 11:00, 0 of 2",
    ),
    (
        "15 no organiser",
        case(TALK, people=UNKNOWN),
        "05-07 09:00",
        "thank_you, within_a_day, due, to A, 05-06 13:00 until 05-07 11:00, 0 of 2",
    ),
    (
        "16",
        case(TALK, people=AGENCY, agency=True),
        "05-06 13:00",
        "thank_you, agency, due, to R, 05-06 13:00 until 05-07 11:00, 0 of 2",
    ),
    (
        "16 second",
        case(TALK, thanks("R", "05-06 14:00"), people=AGENCY, agency=True),
        "05-13 10:00",
        "check_in, one_more, due, to R, 05-13 09:00 until 05-20 17:00, 1 of 2",
    ),
    (
        "16 direct",
        case(TALK, SENT, people=AGENCY, agency=True, direct_contact_ok=True),
        "05-13 10:00",
        "check_in, one_more, due, to A, 05-13 09:00 until 05-20 17:00, 1 of 2",
    ),
    (
        "16 round the agency",
        case(TALK, SENT, people=AGENCY, agency=True),
        "05-13 10:00",
        "rest, nobody_reached, 1 of 2",
    ),
    ("16 nobody", case(TALK, agency=True), "05-06 13:00", "add_details, no_recruiter, 0 of 2"),
    (
        "16 nobody, late",
        case(TALK, agency=True),
        "05-14 13:00",
        "add_details, no_recruiter, 0 of 2",
    ),
    (
        "16 question",
        case(TALK, people=AGENCY, agency=True),
        "05-14 13:00",
        (
            "thanks_and_question, thanks_with_question, due, "
            "to R, 05-13 09:00 until 05-20 17:00, 0 of 2"
        ),
    ),
    (
        "16 answer",
        case(TALK, replace(ASKED, person_id=None), people=AGENCY, agency=True),
        "05-08 09:30",
        "answer, answer, due, to R, 05-08 09:00 until 05-11 17:00, 0 of 2",
    ),
    (
        "16 answer, no recruiter",
        case(TALK, replace(ASKED, person_id=None), agency=True),
        "05-08 09:30",
        "answer, answer, due, to A, 05-08 09:00 until 05-11 17:00, 0 of 2",
    ),
    (
        "21",
        case(TALK),
        "05-08 11:00",
        "thank_you, late, late, to A, 05-06 13:00 until 05-07 11:00, 0 of 2",
    ),
    (
        "22",
        case(TALK),
        "05-08 11:01",
        "thank_you, very_late, very_late, to A, 05-06 13:00 until 05-07 11:00, 0 of 2",
    ),
    (
        "23",
        case(CROWD),
        "05-13 11:01",
        (
            "thanks_and_question, thanks_with_question, due, "
            "to A, 05-13 09:00 until 05-20 17:00, 0 of 2"
        ),
    ),
    ("23 over", case(CROWD), "06-13 11:01", "moment_passed, moment_passed, 0 of 2"),
    (
        "23 waiting",
        case(CROWD, said(FactKind.WAITING, "05-06 12:00")),
        "05-13 11:01",
        "nothing, nobody_to_thank, 0 of 2",
    ),
    (
        "25",
        case(TALK, replace(LOST, at=at("05-06 12:00"))),
        "05-06 13:00",
        "thank_you, no_longer_interested, due, to A, 05-06 13:00 until 05-07 11:00, 0 of 2",
    ),
    (
        "25 thanked",
        case(TALK, SENT, LOST),
        "05-07 10:00",
        "withdrawal, withdrawal, due, to A, 05-07 09:00 until 05-08 17:00, 1 of 2",
    ),
    (
        "25 done",
        case(TALK, SENT, LOST, sent(K.WITHDRAWAL, "A", "05-07 10:00")),
        "05-07 11:00",
        "nothing, no_longer_interested, 1 of 2",
    ),
]


@pytest.mark.parametrize(("row", "dossier", "now", "expected"), ROWS)
def test_after_a_talk(row: str, dossier: Dossier, now: str, expected: str) -> None:
    assert row
    assert_decided(dossier, now, expected)
