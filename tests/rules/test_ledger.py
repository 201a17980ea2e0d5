"""The count of two: the fifteen cases of the ledger, and what each refusal says."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from rules.ledger import (
    Refusal,
    application_used,
    current_round,
    end_of,
    may_send,
    rounds,
    thanked,
    to_thank,
    used,
)
from rules.next_step import next_step
from rules.records import Channel, Dossier, FactKind, InterviewKind, MessageKind, Outcome, Part
from tests.rules.dossiers import (
    PANEL,
    A,
    B,
    C,
    D,
    at,
    case,
    copied,
    ended,
    person,
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


def count(dossier: Dossier, moment: str) -> int:
    """What is used of the round that was held last."""
    round_ = current_round(dossier, when(moment))
    assert round_ is not None
    return used(dossier, round_)


def test_c1_four_thanked_is_one_of_two() -> None:
    dossier = case(TALK, *WAVE)
    assert count(dossier, "05-13 10:00") == 1
    assert not any(why_not(dossier, CHECK_IN, name, "05-13 10:00") for name in "ABCD")


def test_c2_and_c3_one_check_in_closes_the_round_for_all() -> None:
    dossier = case(TALK, *WAVE, SECOND)
    assert count(dossier, "05-13 10:01") == 2
    assert {why_not(dossier, CHECK_IN, name, "05-20 10:00") for name in "ABCD"} == {"both_sent"}
    assert {why_not(dossier, THANK_YOU, name, "05-13 10:01") for name in "ABCD"} == {"both_sent"}
    assert why_not(dossier, QUESTION, "A", "05-20 10:00") == "both_sent"


def test_c4_a_bounce_gives_the_slot_back() -> None:
    bounced = replace(WAVE[0], bounced_at=at("05-06 14:10"))
    dossier = case(talk("i1", "05-06 11:00", "A"), bounced)
    assert count(dossier, "05-06 15:00") == 0
    assert why_not(dossier, THANK_YOU, "A", "05-06 15:00") == ""


def test_c5_copied_is_not_sent() -> None:
    dossier = case(TALK, copied(THANK_YOU, "A", "05-06 14:00"))
    assert count(dossier, "05-06 16:00") == 0
    step = next_step(dossier, when("05-06 16:00"))
    assert (step.message, step.may_compose) == (THANK_YOU, True)


def test_c6_thanks_and_question_then_one_more() -> None:
    dossier = case(TALK)
    assert why_not(dossier, THANK_YOU, "A", "05-14 11:00") == "thank_you_expired"
    assert why_not(dossier, QUESTION, "A", "05-13 11:00") == "thank_you_still_possible"
    assert why_not(dossier, QUESTION, "A", "05-14 11:00") == ""
    asked = case(TALK, sent(QUESTION, "A", "05-14 11:00"))
    assert count(asked, "05-14 11:01") == 1
    assert why_not(asked, QUESTION, "B", "05-14 11:01") == "first_message_sent"
    assert why_not(asked, CHECK_IN, "A", "05-20 10:00") == "too_early"
    assert why_not(asked, CHECK_IN, "A", "05-21 10:00") == ""
    assert why_not(asked, CHECK_IN, "B", "05-21 10:00") == "no_first_message"


def test_c7_a_letter_beside_the_email_adds_nothing() -> None:
    dossier = case(TALK, WAVE[0])
    assert why_not(dossier, THANK_YOU, "A", "05-06 15:00", Channel.LETTER) == ""
    card = thanks("A", "05-06 15:00", channel=Channel.LETTER)
    both = case(TALK, WAVE[0], card)
    assert count(both, "05-06 16:00") == 1
    assert why_not(both, THANK_YOU, "A", "05-06 16:00", Channel.LETTER) == "already_thanked"
    assert why_not(both, CHECK_IN, "A", "05-13 10:00") == ""


@pytest.mark.parametrize("kind", [CHECK_IN, THANK_YOU])
def test_c8_a_call_after_the_thank_you_is_the_second(kind: MessageKind) -> None:
    dossier = case(TALK, WAVE[0], sent(kind, "A", "05-13 10:00", channel=Channel.PHONE))
    assert count(dossier, "05-13 11:00") == 2
    assert why_not(dossier, CHECK_IN, "A", "05-13 11:00") == "both_sent"


def test_a_call_before_any_thank_you_is_the_first() -> None:
    dossier = case(TALK, sent(CHECK_IN, "A", "05-06 14:00", channel=Channel.PHONE))
    assert count(dossier, "05-06 15:00") == 1
    assert why_not(dossier, THANK_YOU, "A", "05-06 15:00") == "already_thanked"
    assert why_not(dossier, THANK_YOU, "B", "05-06 15:00") == ""
    assert why_not(dossier, CHECK_IN, "A", "05-13 10:00") == ""


def test_c9_an_absence_shifts_the_second() -> None:
    away = said(FactKind.OUT_OF_OFFICE, "05-07 09:00", date(2026, 5, 15))
    dossier = case(TALK, WAVE[0], away)
    assert count(dossier, "05-13 10:00") == 1
    refusal = may_send(dossier, CHECK_IN, A, when("05-15 10:00"))
    assert refusal == Refusal("too_early", at("05-18 09:00"))
    other = case(TALK, *WAVE, replace(away, person_id=B))
    assert why_not(other, CHECK_IN, "A", "05-13 10:00") == ""
    assert why_not(other, CHECK_IN, "B", "05-13 10:00") == "too_early"


@pytest.mark.parametrize("kind", [FactKind.REPLY_HOLDING, FactKind.PROMISE])
def test_c10_a_new_day_after_both_opens_one_invited_nudge(kind: FactKind) -> None:
    told = said(kind, "05-15 10:00", date(2026, 5, 29), person_id=A)
    dossier = case(TALK, *WAVE, SECOND, told)
    assert why_not(dossier, CHECK_IN, "A", "06-02 10:00") == "both_sent"
    assert why_not(dossier, INVITED, "B", "06-02 10:00") == "not_the_writer"
    assert may_send(dossier, INVITED, A, when("06-01 10:00")) == Refusal(
        "promised_day", at("06-02 09:00")
    )
    assert why_not(dossier, INVITED, "A", "06-02 10:00") == ""
    nudged = case(TALK, *WAVE, SECOND, told, sent(INVITED, "A", "06-02 10:00"))
    assert count(nudged, "06-02 10:01") == 2
    assert why_not(nudged, INVITED, "A", "06-02 10:01") == "invited_sent"


def test_c11_a_new_round_starts_at_nothing() -> None:
    second_talk = talk("i2", "05-20 11:00", "A")
    dossier = case(TALK, *WAVE, second_talk)
    assert why_not(dossier, CHECK_IN, "A", "05-14 10:00") == "new_round"
    assert count(dossier, "05-20 11:00") == 0
    assert why_not(dossier, THANK_YOU, "A", "05-20 11:00") == ""
    assert why_not(dossier, CHECK_IN, "A", "05-20 11:00") == "nobody_thanked"


def test_a_talk_without_a_date_is_a_new_round_too() -> None:
    dossier = case(TALK, *WAVE, talk("i2", None))
    assert why_not(dossier, CHECK_IN, "A", "05-14 10:00") == "new_round"


def test_c12_a_rejection_leaves_one_gracious_reply() -> None:
    told = said(FactKind.REJECTION, "05-12 10:00", person_id=A)
    for dossier in (
        case(TALK, *WAVE, told),
        case(TALK, *WAVE, **ended(Outcome.NOT_THIS_TIME, "05-12 10:00")),
    ):
        assert why_not(dossier, CHECK_IN, "A", "05-13 10:00") == "closed"
        assert why_not(dossier, THANK_YOU, "A", "05-13 10:00") == "closed"
        assert why_not(dossier, MessageKind.REPLY_TO_REJECTION, "A", "05-12 10:00") == ""
        assert why_not(dossier, MessageKind.REPLY_TO_REJECTION, "A", "05-20 10:00") == (
            "moment_passed"
        )
    replied = case(TALK, told, sent(MessageKind.REPLY_TO_REJECTION, "A", "05-13 10:00"))
    assert why_not(replied, MessageKind.REPLY_TO_REJECTION, "A", "05-13 11:00") == "once"


def test_c13_a_real_offer_elsewhere_is_exempt_once() -> None:
    offered = said(FactKind.OFFER_ELSEWHERE, "05-14 09:00", date(2026, 5, 20))
    dossier = case(TALK, *WAVE, SECOND, offered)
    notice = MessageKind.COMPETING_OFFER
    assert why_not(dossier, notice, "A", "05-14 10:00") == ""
    assert why_not(dossier, notice, "A", "05-21 10:00") == "moment_passed"
    told = case(TALK, *WAVE, SECOND, offered, sent(notice, "A", "05-14 11:00"))
    assert count(told, "05-14 12:00") == 2
    assert why_not(told, notice, "A", "05-14 12:00") == "no_offer_elsewhere"


def test_c14_the_application_has_a_ledger_of_its_own() -> None:
    followed = sent(MessageKind.APPLICATION_FOLLOW_UP, "A", "04-20 10:00", about=None)
    dossier = case(TALK, followed)
    assert (application_used(dossier), count(dossier, "05-06 11:00")) == (1, 0)
    assert why_not(dossier, THANK_YOU, "A", "05-06 11:00") == ""


AGENCY = (person("J"), person("R", Part.RECRUITER))


def test_c15_debrief_and_address_question_count_nothing() -> None:
    dossier = case(
        talk("i1", "05-06 11:00", "J"),
        said(FactKind.DEBRIEFED, "05-06 11:10"),
        said(FactKind.ADDRESS_ASKED, "05-06 11:20"),
        people=AGENCY,
        agency=True,
    )
    assert count(dossier, "05-06 12:00") == 0
    assert why_not(dossier, THANK_YOU, "R", "05-06 12:00") == ""
    assert why_not(dossier, THANK_YOU, "J", "05-06 12:00") == "agency"


def test_the_agency_speaks_for_everybody_met() -> None:
    talked = talk("i1", "05-06 11:00", "J")
    dossier = case(talked, thanks("R", "05-06 14:00"), people=AGENCY, agency=True)
    round_ = rounds(dossier, when("05-06 15:00"))[0]
    assert thanked(dossier, round_) == {"J", "R"}
    assert to_thank(dossier, round_) == ()
    assert why_not(dossier, THANK_YOU, "R", "05-06 15:00") == "already_thanked"
    assert why_not(dossier, CHECK_IN, "J", "05-13 10:00") == "agency"
    assert why_not(dossier, CHECK_IN, "R", "05-13 10:00") == ""
    silent = case(talked, people=AGENCY, agency=True)
    assert why_not(silent, QUESTION, "J", "05-14 10:00") == "agency"
    assert why_not(silent, QUESTION, "R", "05-14 10:00") == ""
    assert why_not(silent, THANK_YOU, "R", "05-14 10:00") == "thank_you_expired"
    assert why_not(silent, THANK_YOU, "R", "05-06 10:30") == "not_ended"
    assert why_not(case(people=AGENCY, agency=True), THANK_YOU, "R", "05-06 10:30") == "not_met"
    done = case(
        talked,
        thanks("R", "05-06 14:00"),
        sent(CHECK_IN, "R", "05-13 10:00"),
        people=AGENCY,
        agency=True,
    )
    assert why_not(done, THANK_YOU, "R", "05-13 10:30") == "both_sent"


def test_with_direct_contact_agreed_those_thanked_get_the_check_in() -> None:
    dossier = case(
        talk("i1", "05-06 11:00", "J"),
        thanks("J", "05-06 14:00"),
        people=AGENCY,
        agency=True,
        direct_contact_ok=True,
    )
    assert why_not(dossier, CHECK_IN, "J", "05-13 10:00") == ""


def test_a_part_of_a_days_talks_may_be_over() -> None:
    dossier = case(
        talk("i1", "05-06 11:00", "J"),
        talk("i2", "05-06 16:00", "A"),
        people=(*AGENCY, *PANEL),
        agency=True,
    )
    assert why_not(dossier, THANK_YOU, "R", "05-06 12:00") == "not_ended"


def test_never_before_the_talk_ended() -> None:
    dossier = case(TALK)
    assert may_send(dossier, THANK_YOU, A, when("05-06 10:59")) == Refusal(
        "not_ended", at("05-06 11:00")
    )
    assert why_not(dossier, THANK_YOU, "A", "05-06 11:00") == ""
    assert why_not(dossier, QUESTION, "A", "05-06 10:00") == "new_round"
    assert why_not(case(), QUESTION, "A", "05-06 10:00") == "not_met"


def test_met_twice_in_a_day_is_thanked_after_the_later_talk() -> None:
    dossier = case(talk("i1", "05-06 11:00", "AB"), talk("i2", "05-06 16:00", "A"))
    assert len(rounds(dossier, when("05-06 12:00"))) == 1
    assert why_not(dossier, THANK_YOU, "A", "05-06 12:00") == "not_ended"
    assert why_not(dossier, THANK_YOU, "B", "05-06 12:00") == ""
    assert why_not(dossier, THANK_YOU, "C", "05-06 12:00") == "not_met"


def test_a_round_is_a_day_at_the_employers_place() -> None:
    late = talk("i1", "05-06 20:00", "A")
    early = talk("i2", "05-07 03:00", "B")
    moment = when("05-08 09:00")
    assert len(rounds(case(late, early), moment)) == 2
    assert len(rounds(case(late, early, zone="America/New_York"), moment)) == 1
    assert len(rounds(case(early, zone=""), replace(moment, zone=ZoneInfo("Asia/Tokyo")))) == 1


def test_an_end_nobody_typed() -> None:
    talked = talk("i1", "05-06 11:00", "A")
    assert end_of(replace(talked, end=None)) == at("05-06 11:00")
    screen = replace(talked, end=None, kind=InterviewKind.PHONE_SCREEN)
    assert end_of(screen) == at("05-06 10:30")
    assert end_of(talk("i1", None)) is None


def test_a_pass_on_note_thanks_those_it_names() -> None:
    people = (*PANEL, person("O", Part.ORGANISER))
    note = sent(MessageKind.PASS_ON, "O", "05-06 14:00", names=(B, C))
    dossier = case(TALK, WAVE[0], note, people=people)
    round_ = rounds(dossier, when("05-06 15:00"))[0]
    assert used(dossier, round_) == 1
    assert to_thank(dossier, round_) == (D,)
    assert why_not(dossier, CHECK_IN, "B", "05-13 10:00") == "no_first_message"
    assert why_not(dossier, CHECK_IN, "O", "05-13 10:00") == ""
    assert why_not(dossier, MessageKind.PASS_ON, "O", "05-06 15:00") == ""
    assert why_not(dossier, MessageKind.PASS_ON, "A", "05-06 15:00") == "not_the_organiser"
    assert why_not(dossier, MessageKind.PASS_ON, "Z", "05-06 15:00") == "not_the_organiser"


def test_a_second_mail_outside_counts() -> None:
    dossier = case(TALK, WAVE[0], thanks("A", "05-07 09:00", outside=True))
    assert count(dossier, "05-07 10:00") == 2
    nobody = sent(THANK_YOU, None, "05-07 09:00", outside=True)
    assert count(case(TALK, WAVE[0], nobody), "05-07 10:00") == 2


def test_a_message_that_names_no_talk_belongs_to_the_last_one_over() -> None:
    loose = thanks("A", "05-06 14:00", about=None)
    dossier = case(TALK, talk("i2", "05-20 11:00"), loose)
    assert count(dossier, "05-19 10:00") == 1
    assert count(dossier, "05-20 12:00") == 0
    assert count(case(TALK, thanks("A", "05-05 09:00", about=None)), "05-06 12:00") == 0


def test_somebody_left_out_is_not_to_be_thanked() -> None:
    dossier = case(replace(TALK, skipped=(B,)), talk("i2", "05-06 12:00", "B"))
    round_ = rounds(dossier, when("05-06 13:00"))[0]
    assert to_thank(dossier, round_) == (A, B, C, D)
    only = case(replace(TALK, skipped=(B,)))
    assert to_thank(only, rounds(only, when("05-06 13:00"))[0]) == (A, C, D)
    full = case(TALK, WAVE[0], SECOND)
    assert to_thank(full, rounds(full, when("05-13 13:00"))[0]) == ()


def test_somebody_taken_off_the_record_is_no_recipient() -> None:
    dossier = case(TALK, people=PANEL[:2])
    assert rounds(dossier, when("05-06 13:00"))[0].people == (A, B)


def test_a_talk_gone_from_the_record_takes_no_message_with_it() -> None:
    dossier = case(TALK, thanks("A", "05-06 14:00", about="gone"))
    assert count(dossier, "05-06 15:00") == 1


def test_the_current_round_is_the_last_that_was_held() -> None:
    dossier = case(TALK, talk("i2", "05-20 11:00"))
    assert current_round(dossier, when("05-06 10:59")) is None
    found = current_round(dossier, when("05-13 11:00"))
    assert found is not None
    assert found.holds(TALK.id)
