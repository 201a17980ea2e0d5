"""Which section a card stands in, seen from its facts."""

from dataclasses import replace
from datetime import date

import pytest

from rules.board import card_of
from rules.copies import UNSURE_AFTER
from rules.records import Dossier, FactKind, MessageKind, Outcome
from rules.today import Section, asked_about, day_of, queue, section_of
from tests.rules.dossiers import (
    LONDON,
    A,
    B,
    case,
    copied,
    ended,
    opportunity,
    said,
    talk,
    thanks,
    when,
)

THANK_YOU = MessageKind.THANK_YOU
TALK = talk("i1", "05-14 14:00", "AB")
BOTH_SENT = case(
    talk("i1", "05-04 14:00", "A"),
    thanks("A", "05-04 18:00"),
    replace(thanks("A", "05-13 10:00"), kind=MessageKind.CHECK_IN),
)


def section(dossier: Dossier, moment: str) -> Section | None:
    now = when(moment)
    return section_of(card_of(dossier, now), now)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("05-14 13:30", Section.AHEAD),  # the talk is on
        ("05-14 14:01", Section.DUE),
        ("05-15 14:01", Section.LATE),
        ("05-17 14:01", Section.LATE),
    ],
)
def test_thanks_are_due_when_the_talk_is_over_and_late_a_day_on(
    moment: str, expected: Section
) -> None:
    assert section(case(TALK), moment) is expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("05-06 09:00", Section.RESTING),
        ("05-07 00:30", Section.AHEAD),
        ("05-07 23:00", Section.AHEAD),
        ("05-14 08:00", Section.AHEAD),
    ],
)
def test_a_talk_is_of_the_week_from_seven_calendar_days_before(
    moment: str, expected: Section
) -> None:
    assert section(case(TALK), moment) is expected


def test_a_talk_over_midnight_stays_on_the_page() -> None:
    long = talk("i1", "05-15 00:30", "A", start=when("05-14 23:30").now)
    assert section(case(long), "05-15 00:10") is Section.AHEAD


def test_a_check_in_comes_up_falls_due_gets_late_and_passes() -> None:
    thanked = case(talk("i1", "05-04 14:00", "A"), thanks("A", "05-04 18:00"))
    moments = ("05-04 19:00", "05-11 10:30", "05-18 17:30", "06-03 09:00")
    assert [section(thanked, one) for one in moments] == [
        Section.AHEAD,
        Section.DUE,
        Section.LATE,
        Section.RESTING,
    ]


def test_what_needs_nothing_rests_and_what_is_closed_is_nowhere() -> None:
    assert section(BOTH_SENT, "05-14 15:20") is Section.RESTING
    assert section(BOTH_SENT, "06-01 15:20") is Section.RESTING  # closing is offered
    assert section(case(no_contact=True, applied_at=when("05-01 09:00").now), "05-14 15:20") is (
        Section.RESTING
    )
    gone = case(**ended(Outcome.NO_ANSWER, "05-01 09:00"))
    assert section(gone, "05-14 15:20") is None


def test_an_offer_waits_for_its_day() -> None:
    offer = case(
        TALK,
        said(FactKind.OFFER, "05-14 15:00", date(2026, 5, 20)),
        **ended(Outcome.OFFER, "05-14 15:00"),
    )
    assert section(offer, "05-14 15:20") is Section.DUE
    answered = replace(
        offer,
        messages=(replace(thanks("A", "05-14 16:00"), kind=MessageKind.OFFER_ACKNOWLEDGEMENT),),
    )
    assert section(answered, "05-14 17:00") is Section.AHEAD
    assert section(answered, "05-20 17:30") is None


def test_a_missing_date_or_day_waits_on_the_person() -> None:
    assert section(case(talk("i1", None)), "05-14 15:20") is Section.WAITING_ON_YOU
    assert section(case(), "05-14 15:20") is Section.WAITING_ON_YOU


def test_a_copied_thank_you_is_asked_about_after_half_an_hour() -> None:
    dossier = case(TALK, copied(THANK_YOU, "A", "05-14 15:00"))
    assert section(dossier, "05-14 15:29") is Section.DUE
    assert section(dossier, "05-14 15:30") is Section.UNSURE
    card = card_of(dossier, when("05-14 15:30"))
    asked = asked_about(card, when("05-14 15:30").now)
    assert asked is not None
    assert asked.person_id == A
    assert asked.at + UNSURE_AFTER == when("05-14 15:30").now


def test_the_oldest_copy_is_asked_about_first_and_a_sent_one_never() -> None:
    two = (copied(THANK_YOU, "B", "05-14 14:30"), copied(THANK_YOU, "A", "05-14 14:20"))
    moment = when("05-14 15:20")
    asked = asked_about(card_of(case(TALK, *two), moment), moment.now)
    assert asked is not None
    assert asked.person_id == A
    confirmed = case(TALK, *two, thanks("A", "05-14 14:40"))
    asked = asked_about(card_of(confirmed, moment), moment.now)
    assert asked is not None
    assert asked.person_id == B


def test_a_letter_nobody_began_is_late_beside_a_copied_one() -> None:
    one, other = copied(THANK_YOU, "A", "05-14 15:00"), copied(THANK_YOU, "B", "05-14 15:10")
    assert section(case(TALK, one), "05-15 15:00") is Section.LATE
    assert section(case(TALK, one, other), "05-15 15:00") is Section.UNSURE


def test_a_copied_check_in_is_asked_about_and_is_due_before() -> None:
    dossier = case(
        talk("i1", "05-04 14:00", "A"),
        thanks("A", "05-04 18:00"),
        copied(MessageKind.CHECK_IN, "A", "05-12 10:00"),
    )
    assert section(dossier, "05-12 10:10") is Section.DUE
    assert section(dossier, "05-12 10:30") is Section.UNSURE


def test_a_copy_is_asked_about_at_once_where_nothing_else_is_to_do() -> None:
    dossier = replace(BOTH_SENT, drafts=(copied(MessageKind.ANSWER, "A", "05-14 15:00"),))
    assert section(dossier, "05-14 15:10") is Section.DUE
    assert section(dossier, "05-14 15:40") is Section.UNSURE


def test_a_talk_ahead_is_no_time_to_ask_about_a_copy() -> None:
    dossier = case(
        talk("i1", "05-15 14:00", "A"),
        copied(MessageKind.APPLICATION_FOLLOW_UP, None, "05-14 10:00", None),
    )
    assert section(dossier, "05-14 15:20") is Section.AHEAD


def test_the_day_of_a_card_is_the_one_where_the_person_is() -> None:
    now = when("05-14 15:20")
    card = card_of(case(talk("i1", "05-16 00:30", "A", start=when("05-15 23:30").now)), now)
    assert day_of(card, LONDON) == date(2026, 5, 15)
    assert day_of(replace(card, due=None), LONDON) is None


def test_equal_hours_are_in_the_order_of_names_and_ids() -> None:
    now = when("05-14 15:20")
    names = ("b", "A", "a")
    cards = [
        replace(card_of(case(TALK), now), company=name, opportunity_id=opportunity(id=name).id)
        for name in names
    ]
    assert [card.company for card in queue(cards, now).due] == ["A", "a", "b"]
    assert queue(cards, now).to_send == len(names)
    assert queue([], now).to_send == 0
