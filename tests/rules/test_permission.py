"""When a message may be written, and the reason of each refusal."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rules.ledger import (
    Refusal,
    may_send,
    rounds,
)
from rules.records import Channel, FactKind, MessageKind, Outcome
from rules.replies import chain_of
from rules.rounds import read
from tests.rules.dossiers import (
    A,
    at,
    case,
    ended,
    said,
    sent,
    talk,
    thanks,
    when,
    why_not,
)

CHECK_IN = MessageKind.CHECK_IN
THANK_YOU = MessageKind.THANK_YOU
QUESTION = MessageKind.THANKS_AND_QUESTION
INVITED = MessageKind.INVITED_CHECK_IN
# The talk ends on Wednesday 6 May, 11:00.
TALK = talk("i1", "05-06 11:00")
WAVE = tuple(thanks(name, f"05-06 14:0{n}") for n, name in enumerate("ABCD"))
SECOND = sent(CHECK_IN, "A", "05-13 10:00")


FOLLOW_UP = MessageKind.APPLICATION_FOLLOW_UP
APPLIED: dict[str, Any] = {"applied_at": at("05-07 18:00")}


def test_an_application_gets_one_follow_up() -> None:
    dossier = case(**APPLIED)
    assert may_send(dossier, FOLLOW_UP, None, when("05-14 08:59")) == Refusal(
        "too_early", at("05-14 09:00")
    )
    assert why_not(dossier, FOLLOW_UP, None, "05-14 09:00") == ""
    assert why_not(dossier, FOLLOW_UP, None, "07-14 09:00") == ""
    done = case(sent(FOLLOW_UP, None, "05-14 10:00", about=None), **APPLIED)
    assert why_not(done, FOLLOW_UP, None, "05-15 10:00") == "application_followed_up"
    assert why_not(case(), FOLLOW_UP, None, "05-15 10:00") == "no_sent_day"
    assert why_not(case(no_contact=True, **APPLIED), FOLLOW_UP, None, "05-15 10:00") == "no_contact"
    booked = case(talk("i1", "05-20 11:00"), **APPLIED)
    assert why_not(booked, FOLLOW_UP, None, "05-15 10:00") == "interview_on_record"


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (FactKind.REPLY_NOTE, "they_replied"),
        (FactKind.REPLY_QUESTION, "they_replied"),
        (FactKind.REPLY_HOLDING, "they_replied"),
        (FactKind.NO_LONGER_INTERESTED, "no_longer_interested"),
    ],
)
def test_what_ends_the_unprompted_plan(kind: FactKind, reason: str) -> None:
    applied = case(said(kind, "05-13 09:00"), **APPLIED)
    assert why_not(applied, FOLLOW_UP, None, "05-14 09:00") == reason
    met = case(TALK, *WAVE, said(kind, "05-12 09:00"))
    assert why_not(met, CHECK_IN, "A", "05-13 10:00") == reason
    silent = case(TALK, said(kind, "05-12 09:00"))
    assert why_not(silent, QUESTION, "A", "05-14 10:00") == reason


def test_what_was_said_about_another_round_ends_nothing_here() -> None:
    old = said(FactKind.REPLY_NOTE, "05-12 09:00")
    second_talk = talk("i2", "05-13 11:00", "A")
    thanked_again = thanks("A", "05-13 14:00", about="i2")
    dossier = case(TALK, *WAVE, old, second_talk, thanked_again)
    assert why_not(dossier, CHECK_IN, "A", "05-20 10:00") == ""
    named = replace(old, at=at("05-19 09:00"), interview_id=TALK.id)
    dossier = case(TALK, *WAVE, named, second_talk, thanked_again)
    assert why_not(dossier, CHECK_IN, "A", "05-20 10:00") == ""


def test_what_was_said_later_is_about_the_later_round() -> None:
    second_talk = talk("i2", "05-13 11:00", "A")
    answered = said(FactKind.REPLY_NOTE, "05-14 09:00")
    dossier = case(TALK, second_talk, answered)
    older, newer = rounds(dossier, when("05-15 10:00"))
    reading = read(dossier, when("05-15 10:00"))
    assert chain_of(reading, older, None).facts == ()
    assert chain_of(reading, newer, None).facts == (answered,)


def test_an_invited_nudge_needs_an_invitation() -> None:
    assert why_not(case(TALK, *WAVE), INVITED, "A", "05-13 10:00") == "not_invited"
    told = said(FactKind.REPLY_HOLDING, "05-08 11:00")
    held = case(TALK, *WAVE, told)
    assert why_not(held, INVITED, "A", "05-22 10:00") == ""
    assert why_not(held, INVITED, "A", "06-30 10:00") == "moment_passed"
    booked = case(TALK, *WAVE, told, talk("i2", "06-20 11:00"))
    assert why_not(booked, INVITED, "A", "05-22 10:00") == "new_round"
    applied = case(told, **APPLIED)
    assert why_not(applied, INVITED, "A", "05-22 10:00") == ""


def test_a_named_day_is_never_undercut() -> None:
    told = said(FactKind.PROMISE, "05-06 11:30", date(2026, 5, 15))
    dossier = case(TALK, *WAVE, told)
    assert may_send(dossier, CHECK_IN, A, when("05-18 10:00")) == Refusal(
        "promised_day", at("05-19 09:00")
    )
    dayless = case(TALK, *WAVE, replace(told, day=None))
    assert why_not(dayless, CHECK_IN, "A", "05-13 10:00") == ""
    assert why_not(dossier, CHECK_IN, "A", "07-13 10:00") == "moment_passed"


def test_a_call_needs_to_be_welcome() -> None:
    phone = Channel.PHONE
    assert why_not(case(TALK, *WAVE), CHECK_IN, "A", "05-13 10:00", phone) == (
        "not_invited_to_call"
    )
    invited = case(TALK, *WAVE, said(FactKind.INVITED_TO_CALL, "05-06 11:00"))
    assert why_not(invited, CHECK_IN, "A", "05-13 10:00", phone) == ""
    promised = case(TALK, *WAVE, said(FactKind.PROMISE, "05-06 11:00", date(2026, 5, 8)))
    assert why_not(promised, CHECK_IN, "A", "05-13 10:00", phone) == ""


def test_an_answer_needs_a_question() -> None:
    asked = said(FactKind.REPLY_QUESTION, "05-08 09:00")
    assert why_not(case(TALK), MessageKind.ANSWER, "A", "05-08 10:00") == "nothing_asked"
    assert why_not(case(TALK, asked), MessageKind.ANSWER, "A", "05-08 10:00") == ""
    answered = case(TALK, asked, sent(MessageKind.ANSWER, "A", "05-08 09:30"))
    assert why_not(answered, MessageKind.ANSWER, "A", "05-08 10:00") == "nothing_asked"


def test_letters_that_an_offer_opens() -> None:
    acknowledge, decline = MessageKind.OFFER_ACKNOWLEDGEMENT, MessageKind.DECLINE
    offered = case(TALK, said(FactKind.OFFER, "05-12 10:00"))
    assert why_not(case(TALK), decline, "A", "05-12 11:00") == "no_offer"
    assert (
        why_not(case(TALK, **ended(Outcome.NO_ANSWER, "05-12 10:00")), decline, "A", "05-12 11:00")
        == "no_offer"
    )
    assert why_not(offered, acknowledge, "A", "05-12 11:00") == ""
    done = case(TALK, said(FactKind.OFFER, "05-12 10:00"), sent(acknowledge, "A", "05-12 11:00"))
    assert why_not(done, acknowledge, "A", "05-12 12:00") == "once"
    assert why_not(done, decline, "A", "05-12 12:00") == ""
    declined = case(TALK, said(FactKind.OFFER, "05-12 10:00"), sent(decline, "A", "05-12 11:00"))
    assert why_not(declined, acknowledge, "A", "05-12 12:00") == "once"


def test_the_note_that_withdraws_goes_once() -> None:
    kind = MessageKind.WITHDRAWAL
    assert why_not(case(TALK), kind, "A", "05-12 11:00") == "not_withdrawn"
    lost = case(TALK, said(FactKind.NO_LONGER_INTERESTED, "05-12 10:00"))
    assert why_not(lost, kind, "A", "05-12 11:00") == ""
    out = ended(Outcome.WITHDREW, "05-12 10:00")
    assert why_not(case(TALK, **out), kind, "A", "05-12 11:00") == ""
    note = sent(kind, "A", "05-12 11:00")
    assert why_not(case(TALK, note, **out), kind, "A", "05-12 12:00") == "once"
    offered = case(TALK, **ended(Outcome.OFFER, "05-12 10:00"))
    assert why_not(offered, kind, "A", "05-12 12:00") == "closed"


def test_keeping_in_touch_is_twice_and_90_days_apart() -> None:
    kind = MessageKind.KEEP_IN_TOUCH
    assert why_not(case(TALK), kind, "A", "07-12 11:00") == "not_rejected"
    told = said(FactKind.REJECTION, "05-12 10:00")
    assert why_not(case(TALK, told), MessageKind.REPLY_TO_REJECTION, "A", "05-12 11:00") == ""
    assert why_not(case(TALK), MessageKind.REPLY_TO_REJECTION, "A", "05-12 11:00") == "not_rejected"
    assert why_not(case(TALK, told), kind, "A", "05-20 10:00") == "too_early"
    assert why_not(case(TALK, told), kind, "A", "07-12 10:00") == ""
    one = sent(kind, "A", "07-12 10:00")
    assert why_not(case(TALK, told, one), kind, "A", "09-12 10:00") == "too_early"
    assert why_not(case(TALK, told, one), kind, "A", "10-12 10:00") == ""
    two = sent(kind, "A", "10-12 10:00")
    assert why_not(case(TALK, told, one, two), kind, "A", "12-31 10:00") == "both_sent"


def test_no_offer_elsewhere_no_notice() -> None:
    assert why_not(case(TALK), MessageKind.COMPETING_OFFER, "A", "05-12 10:00") == (
        "no_offer_elsewhere"
    )
