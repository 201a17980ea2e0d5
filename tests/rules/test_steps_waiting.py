"""Between the thanks and the answer: check-ins and their end (rows 7 to 10c, 18 to 26)."""

from dataclasses import replace
from datetime import date

import pytest

from rules.records import Dossier, EmployerKind, FactKind
from tests.rules.decisions import (
    APPLIED,
    ASKED,
    AWAY,
    CROWD,
    HOLDING,
    INVITED,
    SENT,
    TALK,
    K,
    assert_decided,
    promise,
)
from tests.rules.dossiers import PANEL, at, case, said, sent, talk

ROWS = [
    (
        "7",
        case(TALK, SENT, promise(date(2026, 5, 15))),
        "05-19 10:00",
        "check_in, promised_day_passed, due, to A, 05-19 09:00 until 05-26 17:00, 1 of 2",
    ),
    (
        "7b",
        case(TALK, SENT, promise(date(2026, 5, 15))),
        "05-15 10:00",
        "check_in, promised_day_ahead, too_early, to A, 05-19 09:00 until 05-26 17:00, 1 of 2",
    ),
    (
        "8",
        case(TALK, SENT),
        "05-13 10:00",
        "check_in, one_more, due, to A, 05-13 09:00 until 05-20 17:00, 1 of 2",
    ),
    (
        "8 early",
        case(TALK, SENT),
        "05-13 08:59",
        "check_in, one_more, too_early, to A, 05-13 09:00 until 05-20 17:00, 1 of 2",
    ),
    (
        "9",
        case(TALK, SENT),
        "05-21 10:00",
        "check_in, check_in_overdue, overdue, to A, 05-13 09:00 until 05-20 17:00, 1 of 2",
    ),
    ("9 over", case(TALK, SENT), "06-03 17:01", "moment_passed, moment_passed, 1 of 2"),
    (
        "10",
        case(TALK, SENT, ASKED),
        "05-08 10:00",
        "answer, answer, due, to A, 05-08 09:00 until 05-11 17:00, 1 of 2",
    ),
    ("10 stale", case(TALK, SENT, ASKED), "05-20 10:00", "rest, they_replied, 1 of 2"),
    (
        "10 answered",
        case(TALK, SENT, ASKED, sent(K.ANSWER, "A", "05-08 10:00")),
        "05-13 10:00",
        "rest, they_replied, 1 of 2",
    ),
    (
        "10 invited",
        case(TALK, SENT, INVITED),
        "05-08 10:00",
        "answer, answer, due, to A, 05-08 09:00 until 05-11 17:00, 1 of 2",
    ),
    (
        "10 booked",
        case(TALK, SENT, INVITED, talk("i2", "05-20 11:00")),
        "05-08 10:00",
        "interview, interview_ahead, not_yet, to ABCD, on 05-20 10:00, 0 of 2",
    ),
    (
        "10 undated",
        case(TALK, SENT, INVITED, talk("i2", None, "B")),
        "05-08 10:00",
        "add_details, no_date, to B, 0 of 2",
    ),
    (
        "10 asked before the talk",
        case(TALK, replace(ASKED, at=at("05-05 09:00"))),
        "05-06 13:00",
        "thank_you, within_a_day, due, to A, 05-06 13:00 until 05-07 11:00, 0 of 2",
    ),
    (
        "10 asked, dateless talk",
        case(talk("i1", None, "A"), ASKED),
        "05-08 10:00",
        "answer, answer, due, to A, 05-08 09:00 until 05-11 17:00, 0 of 2",
    ),
    (
        "10 while applying",
        case(ASKED, **APPLIED),
        "05-08 10:00",
        "answer, answer, due, to A, 05-08 09:00 until 05-11 17:00, 0 of 1",
    ),
    (
        "10b",
        case(TALK, SENT, HOLDING),
        "05-14 10:00",
        "invited_check_in, still_deciding, too_early, to A, 06-02 09:00 until 06-09 17:00, 1 of 2",
    ),
    (
        "10b no day",
        case(TALK, SENT, replace(HOLDING, day=None, person_id=None)),
        "05-14 10:00",
        "invited_check_in, still_deciding, too_early, to A, 05-22 09:00 until 05-29 17:00, 1 of 2",
    ),
    (
        "10b earlier day",
        case(TALK, SENT, promise(date(2026, 6, 5)), replace(HOLDING, day=None)),
        "05-14 10:00",
        "invited_check_in, still_deciding, too_early, to A, 06-09 09:00 until 06-16 17:00, 1 of 2",
    ),
    (
        "10b new day",
        case(TALK, SENT, HOLDING, said(FactKind.PROMISE, "05-20 09:00", date(2026, 6, 5))),
        "06-02 10:00",
        "invited_check_in, still_deciding, too_early, to A, 06-09 09:00 until 06-16 17:00, 1 of 2",
    ),
    (
        "10b away",
        case(TALK, SENT, HOLDING, replace(AWAY, at=at("05-20 09:00"), day=date(2026, 6, 3))),
        "06-02 10:00",
        "invited_check_in, still_deciding, too_early, to A, 06-04 09:00 until 06-11 17:00, 1 of 2",
    ),
    (
        "10b away before",
        case(TALK, SENT, HOLDING, AWAY),
        "06-02 10:00",
        "invited_check_in, still_deciding, due, to A, 06-02 09:00 until 06-09 17:00, 1 of 2",
    ),
    (
        "10b done",
        case(TALK, SENT, HOLDING, sent(K.INVITED_CHECK_IN, "A", "06-02 10:00")),
        "06-03 10:00",
        "rest, invited_sent, on 06-16 00:00, 1 of 2",
    ),
    (
        "10b silence",
        case(TALK, SENT, HOLDING, sent(K.INVITED_CHECK_IN, "A", "06-02 10:00")),
        "06-16 10:00",
        "close, enough, on 06-16 00:00, 1 of 2",
    ),
    (
        "10b over",
        case(TALK, SENT, HOLDING, said(FactKind.REPLY_NOTE, "05-12 09:00")),
        "06-02 10:00",
        "rest, they_replied, 1 of 2",
    ),
    (
        "10c",
        case(TALK, SENT, AWAY),
        "05-14 10:00",
        "check_in, away, too_early, to A, 05-18 09:00 until 05-26 17:00, 1 of 2",
    ),
    (
        "18",
        case(TALK, SENT, said(FactKind.INVITED_TO_CALL, "05-06 11:00")),
        "05-13 10:00",
        "check_in, call, due, to A, 05-13 09:00 until 05-20 17:00, 1 of 2",
    ),
    (
        "19",
        case(TALK, SENT),
        "05-16 10:00",
        "check_in, off_hours, due, to A, 05-13 09:00 until 05-20 17:00, 1 of 2",
    ),
    (
        "26",
        case(TALK, SENT, employer_kind=EmployerKind.GOVERNMENT),
        "05-13 10:00",
        "check_in, slow_search, due, to A, 05-13 09:00 until 05-20 17:00, 1 of 2",
    ),
    (
        "said: I wait now",
        case(CROWD, SENT, said(FactKind.WAITING, "05-06 15:00", interview_id=CROWD.id)),
        "05-06 16:00",
        "check_in, one_more, too_early, to A, 05-13 09:00 until 05-20 17:00, 1 of 2",
    ),
    (
        "the one written to is gone",
        case(TALK, SENT, people=PANEL[1:]),
        "05-13 10:00",
        "rest, nobody_reached, 1 of 2",
    ),
    (
        "written to nobody in particular",
        case(talk("i1", "05-06 11:00", ""), sent(K.THANK_YOU, None, "05-06 14:00")),
        "05-13 10:00",
        "rest, nobody_reached, 1 of 2",
    ),
]


@pytest.mark.parametrize(("row", "dossier", "now", "expected"), ROWS)
def test_while_waiting(row: str, dossier: Dossier, now: str, expected: str) -> None:
    assert row
    assert_decided(dossier, now, expected)
