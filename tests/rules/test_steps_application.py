"""What comes after an application, before any talk (rows 1 to 1c)."""

from dataclasses import replace
from datetime import date

import pytest

from rules.records import Dossier, FactKind
from tests.rules.decisions import APPLIED, ASKED, AWAY, HOLDING, LOST, K, assert_decided
from tests.rules.dossiers import at, case, said, sent

ROWS = [
    (
        "1",
        case(**APPLIED),
        "05-13 10:00",
        (
            "application_follow_up, application_second_week, "
            "too_early, to A, 05-14 09:00 until 05-21 17:00, 0 of 1"
        ),
    ),
    (
        "1 due",
        case(people=(), **APPLIED),
        "05-14 10:00",
        (
            "application_follow_up, application_second_week, "
            "due, 05-14 09:00 until 05-21 17:00, 0 of 1"
        ),
    ),
    (
        "1 overdue",
        case(**APPLIED),
        "05-28 17:00",
        (
            "application_follow_up, application_second_week, "
            "overdue, to A, 05-14 09:00 until 05-21 17:00, 0 of 1"
        ),
    ),
    (
        "1 optional now",
        case(**APPLIED),
        "06-30 10:00",
        (
            "application_follow_up, application_second_week, "
            "passed, to A, 05-14 09:00 until 05-21 17:00, 0 of 1"
        ),
    ),
    (
        "1 used",
        case(sent(K.APPLICATION_FOLLOW_UP, "A", "05-14 10:00"), **APPLIED),
        "05-15 10:00",
        "rest, application_followed_up, on 05-28 00:00, 1 of 1",
    ),
    (
        "1 silence",
        case(sent(K.APPLICATION_FOLLOW_UP, "A", "05-14 10:00"), **APPLIED),
        "05-28 10:00",
        "close, enough, on 05-28 00:00, 1 of 1",
    ),
    (
        "1 away",
        case(replace(AWAY, day=date(2026, 5, 18)), **APPLIED),
        "05-14 10:00",
        (
            "application_follow_up, application_second_week, "
            "too_early, to A, 05-19 09:00 until 05-26 17:00, 0 of 1"
        ),
    ),
    (
        "1 promised",
        case(said(FactKind.PROMISE, "05-08 10:00", date(2026, 5, 19)), **APPLIED),
        "05-14 10:00",
        (
            "application_follow_up, application_second_week, "
            "too_early, to A, 05-21 09:00 until 05-28 17:00, 0 of 1"
        ),
    ),
    (
        "1b",
        case(closing=date(2026, 5, 15), **APPLIED),
        "05-14 10:00",
        (
            "application_follow_up, after_closing_day, too_early, "
            "to A, 05-22 09:00 until 05-29 17:00, 0 of 1"
        ),
    ),
    (
        "1b past",
        case(closing=date(2026, 5, 1), **APPLIED),
        "05-14 10:00",
        (
            "application_follow_up, application_second_week, "
            "due, to A, 05-14 09:00 until 05-21 17:00, 0 of 1"
        ),
    ),
    ("1c", case(no_contact=True, **APPLIED), "05-14 10:00", "nothing, no_contact, 0 of 1"),
    ("1 no day", case(), "05-14 10:00", "add_details, no_sent_day, 0 of 1"),
    (
        "1 replied",
        case(ASKED, sent(K.ANSWER, "A", "05-08 10:00"), **APPLIED),
        "05-14 10:00",
        "nothing, they_replied, 0 of 1",
    ),
    (
        "1 holding",
        case(HOLDING, **APPLIED),
        "05-14 10:00",
        "invited_check_in, still_deciding, too_early, to A, 06-02 09:00 until 06-09 17:00, 0 of 1",
    ),
    (
        "1 lost",
        case(replace(LOST, at=at("05-14 09:00")), **APPLIED),
        "05-14 10:00",
        "withdrawal, withdrawal, due, to A, 05-14 09:00 until 05-15 17:00, 0 of 1",
    ),
]


@pytest.mark.parametrize(("row", "dossier", "now", "expected"), ROWS)
def test_after_an_application(row: str, dossier: Dossier, now: str, expected: str) -> None:
    assert row
    assert_decided(dossier, now, expected)
