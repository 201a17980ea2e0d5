"""The ledger's fifteen cases, done by a person in the session: the count, and what is allowed."""

import pytest

from rules.records import MessageKind
from rules.stages import Stage
from rules.steps import StepKind
from tests.cases.story_world import OID
from tests.ui.session_case import ANN, BEN, PANEL, TESS, Case

K = MessageKind


@pytest.fixture
def case(qapp: object) -> Case:
    return Case()


@pytest.fixture
def thanked(case: Case) -> Case:
    """One talk on Tuesday 5 May, and Ann thanked the same afternoon."""
    case.held("05-05", ANN)
    case.thanks("05-05 14:00", ANN)
    return case


@pytest.fixture
def both_sent(thanked: Case) -> Case:
    """And the check-in a week later."""
    thanked.fact("05-12 10:00", "send", kind="check_in", to=ANN)
    return thanked


@pytest.fixture
def panel(case: Case) -> Case:
    """Four people met on Tuesday 5 May, and all of them thanked."""
    case.held("05-05", *PANEL)
    case.thanks("05-05 14:00", *PANEL)
    return case


def test_c1_four_thanked_is_one_of_two_and_any_one_may_get_the_second(panel: Case) -> None:
    assert panel.used == 1
    assert panel.allowed(K.CHECK_IN) == []
    panel.look("05-12 09:00")
    assert panel.allowed(K.CHECK_IN) == [*PANEL]
    assert (panel.next(), panel.to()) == (K.CHECK_IN, [ANN])


def test_c2_and_the_second_to_one_of_them_is_two_of_two(panel: Case) -> None:
    panel.fact("05-12 10:00", "send", kind="check_in", to=BEN)
    assert panel.used == 2
    assert panel.next() is StepKind.REST
    assert panel.allowed(K.CHECK_IN) == panel.allowed(K.THANK_YOU) == []
    panel.look("05-26 09:00")
    assert panel.next() is StepKind.CLOSE
    assert panel.session.card(OID).stage is Stage.WAITING_TO_HEAR


def test_c3_a_second_to_all_four_ends_after_the_first_of_them(panel: Case) -> None:
    panel.look("05-12 10:00")
    for name in PANEL:
        if not panel.why_not(K.CHECK_IN, name):
            panel.fact("05-12 10:00", "send", kind="check_in", to=name)
    assert [one.kind for one in panel.dossier.messages].count(K.CHECK_IN) == 1
    assert {panel.why_not(K.CHECK_IN, name) for name in PANEL} == {"both_sent"}


def test_c4_the_only_thank_you_bounced(thanked: Case) -> None:
    thanked.fact("05-05 14:05", "bounce", kind="thank_you", to=ANN)
    assert thanked.used == 0
    assert (thanked.next(), thanked.to()) == (K.THANK_YOU, [ANN])
    thanked.fact("05-05 15:00", "correct_address", of=ANN, email="ann.bell@y.example")
    thanked.thanks("05-05 15:05", ANN)
    assert thanked.used == 1
    assert thanked.dossier.messages[-1].to_address == "ann.bell@y.example"


def test_c5_copied_is_not_sent(case: Case) -> None:
    case.held("05-05", ANN)
    case.fact("05-05 14:00", "copy", kind="thank_you", to=ANN)
    case.look("05-05 15:00")
    assert case.used == 0
    assert case.next() in (K.THANK_YOU, StepKind.CONFIRM_SENT)
    assert case.why_not(K.THANK_YOU, ANN) == ""
    assert case.why_not(K.CHECK_IN, ANN) == "nobody_thanked"


def test_c6_eight_days_without_thanks_leave_two(case: Case) -> None:
    case.held("05-05", ANN)
    case.look("05-13 10:00")
    assert case.used == 0
    assert case.next() is K.THANKS_AND_QUESTION
    assert case.why_not(K.THANK_YOU, ANN) == "thank_you_expired"
    case.fact("05-13 10:00", "send", kind="thanks_and_question", to=ANN)
    assert case.used == 1
    case.look("05-20 08:59")
    assert case.why_not(K.CHECK_IN, ANN) == "too_early"
    case.look("05-20 09:00")
    assert case.why_not(K.CHECK_IN, ANN) == ""


def test_c7_mail_and_letter_to_one_person_are_one(thanked: Case) -> None:
    thanked.fact("05-05 17:00", "send", kind="letter", to=ANN)
    assert thanked.used == 1
    thanked.look("05-12 09:00")
    assert thanked.why_not(K.CHECK_IN, ANN) == ""


def test_c8_a_voicemail_after_the_thank_you_is_the_second(thanked: Case) -> None:
    thanked.fact("05-06 10:00", "call", to=ANN, voicemail=True)
    assert thanked.used == 2
    assert thanked.next() is StepKind.REST
    thanked.look("05-12 10:00")
    assert thanked.why_not(K.CHECK_IN, ANN) == "both_sent"


def test_c9_an_absence_moves_the_second_and_counts_nothing(thanked: Case) -> None:
    thanked.fact("05-05 14:01", "out_of_office", sender=ANN, until="2026-05-15")
    assert thanked.used == 1
    thanked.look("05-15 10:00")
    assert thanked.why_not(K.CHECK_IN, ANN) == "too_early"
    thanked.look("05-18 09:00")
    assert thanked.why_not(K.CHECK_IN, ANN) == ""


def test_c10_a_new_day_after_both_opens_one_invited_nudge(both_sent: Case) -> None:
    both_sent.fact("05-14 10:00", "reply", sender=ANN, says="holding", date="2026-05-29")
    assert (both_sent.used, both_sent.next()) == (2, K.INVITED_CHECK_IN)
    both_sent.look("06-01 17:00")
    assert both_sent.why_not(K.INVITED_CHECK_IN, ANN) == "promised_day"
    both_sent.look("06-02 09:00")
    assert both_sent.why_not(K.INVITED_CHECK_IN, ANN) == ""
    assert both_sent.why_not(K.CHECK_IN, ANN) == "both_sent"
    both_sent.fact("06-02 10:00", "send", kind="invited_check_in", to=ANN)
    assert both_sent.used == 2
    assert both_sent.why_not(K.INVITED_CHECK_IN, ANN) == "invited_sent"
    assert both_sent.next() is StepKind.REST


def test_c11_a_second_round_starts_at_nothing(thanked: Case) -> None:
    thanked.held("05-14", ANN, name="i2")
    assert thanked.used == 0
    assert thanked.next() is K.THANK_YOU
    assert thanked.why_not(K.CHECK_IN, ANN) == "nobody_thanked"
    thanked.thanks("05-14 14:00", ANN)
    assert thanked.used == 1


def test_c12_a_rejection_closes_and_opens_one_reply(thanked: Case) -> None:
    thanked.fact("05-12 11:00", "reply", sender=ANN, says="rejection")
    assert thanked.session.card(OID).stage is Stage.OUTCOME
    assert (thanked.next(), thanked.to()) == (K.REPLY_TO_REJECTION, [ANN])
    assert thanked.why_not(K.CHECK_IN, ANN) == "closed"
    thanked.fact("05-13 10:00", "send", kind="reply_to_rejection", to=ANN)
    assert thanked.why_not(K.REPLY_TO_REJECTION, ANN) == "once"
    assert thanked.next() is StepKind.CLOSED


def test_c13_an_offer_elsewhere_is_exempt_once(both_sent: Case) -> None:
    both_sent.fact("05-14 10:00", "offer_elsewhere", deadline="2026-05-22")
    assert (both_sent.used, both_sent.next()) == (2, K.COMPETING_OFFER)
    both_sent.fact("05-14 11:00", "send", kind="competing_offer", to=ANN)
    assert (both_sent.used, both_sent.next()) == (2, StepKind.REST)
    assert both_sent.why_not(K.COMPETING_OFFER, ANN) == "no_offer_elsewhere"


def test_c14_the_applications_follow_up_is_no_part_of_a_round(case: Case) -> None:
    case.fact("04-20 12:00", "apply", sent="04-20 12:00", contact=ANN)
    case.fact("04-28 10:00", "send", kind="application_follow_up", to=ANN)
    assert (case.used, case.next()) == (1, StepKind.REST)
    case.held("05-05", ANN)
    assert (case.used, case.next()) == (0, K.THANK_YOU)
    assert case.why_not(K.APPLICATION_FOLLOW_UP, ANN) == "interview_on_record"


def test_c15_a_debrief_and_a_question_for_an_address_count_nothing(case: Case) -> None:
    case.held("05-05", ANN, agency=TESS)
    case.fact("05-05 11:30", "debrief", to=TESS)
    case.fact("05-05 11:35", "ask_address", of=ANN, to=TESS)
    assert case.used == 0
    assert (case.next(), case.to()) == (K.THANK_YOU, [TESS])
    assert case.why_not(K.THANK_YOU, ANN) == "agency"


def test_the_count_follows_undo_and_redo(both_sent: Case) -> None:
    counts = []
    for _ in range(2):
        both_sent.session.undo()
        counts.append(both_sent.used)
    for _ in range(2):
        both_sent.session.redo()
        counts.append(both_sent.used)
    assert counts == [1, 0, 1, 2]


def test_a_mistake_gives_the_slot_back_and_stays_in_history(both_sent: Case) -> None:
    both_sent.fact("05-12 11:00", "mark_unsent", kind="check_in", to=ANN)
    assert (both_sent.used, both_sent.next()) == (1, K.CHECK_IN)
    assert len(both_sent.dossier.messages) == 2
