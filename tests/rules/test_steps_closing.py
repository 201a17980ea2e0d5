"""Letters that an end opens, and the rest after two (rows 11 to 14, 24)."""

from dataclasses import replace
from datetime import date

import pytest

from rules.records import Dossier, Outcome
from tests.rules.decisions import (
    APPLIED,
    ELSEWHERE,
    OFFERED,
    REJECTED,
    SECOND,
    SENT,
    TALK,
    K,
    assert_decided,
)
from tests.rules.dossiers import at, case, ended, sent, talk

ROWS = [
    (
        "11",
        case(TALK, SENT, REJECTED),
        "05-12 11:00",
        "reply_to_rejection, rejection, due, to A, 05-12 10:00 until 05-14 10:00, 1 of 2",
    ),
    (
        "11 done",
        case(TALK, SENT, REJECTED, sent(K.REPLY_TO_REJECTION, "A", "05-13 10:00")),
        "05-13 11:00",
        "closed, closed, 1 of 2",
    ),
    ("11 while applying", case(REJECTED, **APPLIED), "06-12 11:00", "closed, closed, 0 of 1"),
    (
        "11b",
        case(TALK, SENT, REJECTED),
        "06-15 10:00",
        "keep_in_touch, keep_in_touch, due, to A, 06-11 09:00 until 11-09 17:00, 1 of 2",
    ),
    (
        "11b done",
        case(TALK, SENT, REJECTED, sent(K.KEEP_IN_TOUCH, "A", "06-15 10:00")),
        "07-15 10:00",
        "closed, closed, 1 of 2",
    ),
    (
        "11 unsaid",
        case(TALK, SENT, **ended(Outcome.NOT_THIS_TIME, "05-12 10:00")),
        "05-12 11:00",
        "reply_to_rejection, rejection, due, to A, 05-12 10:00 until 05-14 10:00, 1 of 2",
    ),
    (
        "12",
        case(TALK, SENT, OFFERED),
        "05-12 11:00",
        "offer_acknowledgement, offer, due, to A, 05-12 10:00 until 05-13 10:00, 1 of 2",
    ),
    (
        "12 decide",
        case(TALK, SENT, OFFERED, sent(K.OFFER_ACKNOWLEDGEMENT, "A", "05-12 12:00")),
        "05-12 13:00",
        "nothing, offer_open, to A, on 05-20 17:00, 1 of 2",
    ),
    (
        "12 unanswered",
        case(TALK, SENT, replace(OFFERED, day=None)),
        "05-30 13:00",
        "nothing, offer_open, to A, 1 of 2",
    ),
    ("12 over", case(TALK, SENT, OFFERED), "05-30 13:00", "closed, closed, 1 of 2"),
    (
        "12 declined",
        case(TALK, SENT, OFFERED, sent(K.DECLINE, "A", "05-12 12:00")),
        "05-12 13:00",
        "closed, closed, 1 of 2",
    ),
    (
        "12 to nobody",
        case(**ended(Outcome.OFFER, "05-12 10:00"), people=()),
        "05-30 13:00",
        "nothing, offer_open, 0 of 1",
    ),
    (
        "12b",
        case(TALK, SENT, ELSEWHERE),
        "05-12 11:00",
        "competing_offer, offer_elsewhere, due, to A, 05-12 10:00 until 05-19 17:00, 1 of 2",
    ),
    (
        "12b soon",
        case(TALK, SENT, replace(ELSEWHERE, day=date(2026, 5, 14))),
        "05-12 11:00",
        "competing_offer, offer_elsewhere, due, to A, 05-12 10:00 until 05-13 17:00, 1 of 2, phone",
    ),
    (
        "12b while applying",
        case(ELSEWHERE, **APPLIED),
        "05-12 11:00",
        "competing_offer, offer_elsewhere, due, to A, 05-12 10:00 until 05-19 17:00, 0 of 1",
    ),
    (
        "12b told",
        case(TALK, SENT, ELSEWHERE, sent(K.COMPETING_OFFER, "A", "05-12 12:00")),
        "05-13 10:00",
        "check_in, one_more, due, to A, 05-13 09:00 until 05-20 17:00, 1 of 2",
    ),
    (
        "12b over",
        case(TALK, SENT, ELSEWHERE),
        "05-21 10:00",
        "check_in, check_in_overdue, overdue, to A, 05-13 09:00 until 05-20 17:00, 1 of 2",
    ),
    (
        "13",
        case(TALK, SENT, **ended(Outcome.WITHDREW, "05-12 10:00")),
        "05-12 11:00",
        "withdrawal, withdrawal, due, to A, 05-12 10:00 until 05-13 17:00, 1 of 2",
    ),
    (
        "13 second round",
        case(TALK, SENT, talk("i2", "05-11 11:00", "A"), **ended(Outcome.WITHDREW, "05-12 10:00")),
        "05-12 11:00",
        "withdrawal, withdrawal, due, to A, 05-12 10:00 until 05-13 17:00, 0 of 2, phone",
    ),
    (
        "13 done",
        case(
            TALK, sent(K.WITHDRAWAL, "A", "05-12 11:00"), **ended(Outcome.WITHDREW, "05-12 10:00")
        ),
        "05-12 12:00",
        "closed, closed, 0 of 2",
    ),
    (
        "13 too long ago",
        case(TALK, **ended(Outcome.WITHDREW, "05-12 10:00")),
        "06-12 12:00",
        "closed, closed, 0 of 2",
    ),
    ("14", case(TALK, SENT, SECOND), "05-26 10:00", "rest, both_sent, on 05-27 00:00, 2 of 2"),
    (
        "14 silence",
        case(TALK, SENT, SECOND),
        "05-27 10:00",
        "close, enough, on 05-27 00:00, 2 of 2",
    ),
    (
        "14 closed",
        case(TALK, SENT, SECOND, **ended(Outcome.NO_ANSWER, "05-27 10:00")),
        "05-27 11:00",
        "closed, closed, 2 of 2",
    ),
    (
        "24",
        case(TALK, replace(REJECTED, at=at("05-06 18:00"))),
        "05-06 19:00",
        "reply_to_rejection, decision_first, due, to A, 05-06 18:00 until 05-08 18:00, 0 of 2",
    ),
]


@pytest.mark.parametrize(("row", "dossier", "now", "expected"), ROWS)
def test_after_the_end(row: str, dossier: Dossier, now: str, expected: str) -> None:
    assert row
    assert_decided(dossier, now, expected)
