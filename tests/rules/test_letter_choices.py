"""Which letters a person may choose beside the next step's, situation by situation."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given

from rules.evidence import EVIDENCE
from rules.ledger import may_send, used
from rules.letter_choices import Choice, letter_choices, still_possible
from rules.next_step import next_step
from rules.records import (
    Channel,
    Dossier,
    EmployerKind,
    FactKind,
    MessageKind,
    Outcome,
    Part,
    PersonId,
)
from rules.rounds import rounds
from rules.steps import StepKind
from tests.rules.dossiers import at, case, copied, person, said, sent, talk, thanks, when
from tests.rules.test_ledger_invariants import histories, moments, now_at

K = MessageKind
AFTER = "05-14 16:00"
NEXT_WEEK = "05-22 10:00"


def names(dossier: Dossier, now: str) -> list[str]:
    """The choices at that moment, as "kind channel people"."""
    moment = when(now)
    found = letter_choices(dossier, next_step(dossier, moment), moment)
    assert all(may_send(dossier, c.kind, p, moment, c.channel) is None
               for c in found for p in c.people)  # fmt: skip
    return [f"{c.kind} {c.channel} {''.join(c.people)}".strip() for c in found]


def met(*people: Any, ended: str = "05-14 14:45", **more: Any) -> Dossier:
    """One talk with A and B, who have addresses, and whoever else is on record."""
    return case(talk("i1", ended, "AB"), people=[person("A"), person("B"), *people], **more)


def nameless(key: str) -> Any:
    """Somebody without an email address."""
    return person(key, email="")


def with_letters(*messages: Any, postal: str = "1 High St", **more: Any) -> Dossier:
    """The same with A's address on paper."""
    dossier = met(**more)
    people = (replace(dossier.people[0], postal_address=postal), *dossier.people[1:])
    return replace(dossier, people=people, messages=messages)


def test_nothing_else_is_offered_where_only_the_thank_yous_are_due() -> None:
    assert names(met(), AFTER) == []


def test_the_organiser_is_asked_or_passes_a_note_on_where_an_address_lacks() -> None:
    people = [nameless("A"), person("B"), person("O", Part.ORGANISER)]
    dossier = case(talk("i1", "05-14 14:45", "AB"), people=people)
    assert names(dossier, AFTER) == ["pass_on email O", "address_request email O"]
    asked = replace(dossier, messages=(sent(K.ADDRESS_REQUEST, "O", "05-14 16:30"),))
    assert names(asked, "05-14 17:00") == ["pass_on email O"]
    noted = replace(dossier, facts=(said(FactKind.ADDRESS_ASKED, "05-14 16:30"),))
    assert names(noted, "05-14 17:00") == ["pass_on email O"]
    assert names(met(person("O", Part.ORGANISER)), AFTER) == []


def test_asking_for_addresses_counts_nothing_and_a_day_later_the_note_is_passed_on() -> None:
    people = [nameless("A"), person("O", Part.ORGANISER)]
    dossier = case(
        talk("i1", "05-13 14:45", "A"), sent(K.ADDRESS_REQUEST, "O", "05-13 16:00"), people=people
    )
    (round_,) = rounds(dossier, when(AFTER))
    assert used(dossier, round_) == 0
    assert next_step(dossier, when("05-13 17:00")).message is K.THANK_YOU
    assert next_step(dossier, when("05-14 09:00")).message is K.PASS_ON
    before = replace(
        dossier, messages=(sent(K.ADDRESS_REQUEST, "O", "05-12 16:00"),)
    )  # about an earlier round
    assert next_step(before, when("05-14 09:00")).message is K.THANK_YOU


def test_the_recruiter_hears_how_it_went_once() -> None:
    dossier = met(person("R", Part.RECRUITER), agency=True)
    assert names(dossier, AFTER) == ["debrief email R"]
    told = replace(dossier, messages=(sent(K.DEBRIEF, "R", "05-14 16:30"),))
    assert names(told, "05-14 17:00") == []
    noted = replace(dossier, facts=(said(FactKind.DEBRIEFED, "05-14 16:30"),))
    assert names(noted, "05-14 17:00") == []
    assert names(met(agency=True), AFTER) == []


def test_the_agency_is_not_asked_for_addresses() -> None:
    people = [nameless("A"), person("R", Part.RECRUITER)]
    dossier = case(talk("i1", "05-14 14:45", "A"), people=people, agency=True)
    assert names(dossier, AFTER) == ["debrief email R"]


@pytest.mark.parametrize(
    ("kind", "to", "now", "reason"),
    [
        (K.ADDRESS_REQUEST, "O", "05-14 13:00", "not_ended"),
        (K.ADDRESS_REQUEST, "O", "05-22 13:00", "thank_you_expired"),
        (K.ADDRESS_REQUEST, "A", AFTER, "not_the_organiser"),
        (K.ADDRESS_REQUEST, None, AFTER, "not_the_organiser"),
        (K.ADDRESS_REQUEST, "O", AFTER, "already_thanked"),
        (K.DEBRIEF, "O", AFTER, "no_agency"),
    ],
)
def test_the_notes_beside_are_refused_with_a_reason(
    kind: MessageKind, to: str | None, now: str, reason: str
) -> None:
    dossier = met(person("O", Part.ORGANISER))
    refusal = may_send(dossier, kind, PersonId(to) if to else None, when(now))
    assert refusal is not None
    assert refusal.reason == reason


def test_without_a_talk_there_is_nobody_to_ask_about() -> None:
    refusal = may_send(case(), K.DEBRIEF, PersonId("A"), when(AFTER))
    assert refusal is not None
    assert refusal.reason == "not_met"
    agency = met(person("R", Part.RECRUITER), agency=True)
    assert may_send(agency, K.DEBRIEF, PersonId("A"), when(AFTER)) is not None
    assert may_send(agency, K.ADDRESS_REQUEST, PersonId("R"), when(AFTER)) is not None


def test_a_card_comes_beside_the_email_that_went_out() -> None:
    assert "thank_you letter A" not in names(with_letters(), AFTER)
    assert names(with_letters(thanks("A", "05-14 15:30")), AFTER) == ["thank_you letter A"]
    assert names(with_letters(thanks("A", "05-14 15:30"), postal=" "), AFTER) == []
    both = (thanks("A", "05-14 15:30"), thanks("A", "05-14 15:40", channel=Channel.LETTER))
    assert names(with_letters(*both), AFTER) == []


def test_no_card_where_it_would_come_too_late_or_is_never_wanted() -> None:
    mail = thanks("A", "05-14 15:30")
    federal = with_letters(mail, employer_kind=EmployerKind.GOVERNMENT)
    assert "thank_you letter A" not in names(federal, AFTER)
    soon = replace(
        with_letters(mail), facts=(said(FactKind.PROMISE, "05-14 14:40", date(2026, 5, 19)),)
    )
    assert "thank_you letter A" not in names(soon, AFTER)
    later = replace(
        with_letters(mail), facts=(said(FactKind.PROMISE, "05-14 14:40", date(2026, 6, 19)),)
    )
    assert "thank_you letter A" in names(later, AFTER)
    (one,) = with_letters(mail).interviews
    at_once = replace(with_letters(mail), interviews=(replace(one, decides_at_once=True),))
    assert "thank_you letter A" not in names(at_once, AFTER)


def test_a_call_takes_the_place_of_the_check_in_where_they_invited_it() -> None:
    both = (thanks("A", "05-14 15:30"), thanks("B", "05-14 15:40"))
    silent = replace(met(), messages=both)
    assert names(silent, NEXT_WEEK) == []
    invited = replace(silent, facts=(said(FactKind.INVITED_TO_CALL, "05-14 15:50"),))
    assert names(invited, NEXT_WEEK) == ["check_in phone AB"]


def test_an_offer_may_be_declined_instead_of_acknowledged() -> None:
    offered = replace(
        met(outcome=Outcome.OFFER, outcome_at=at("05-20 10:00")),
        messages=(thanks("A", "05-14 15:30"),),
    )
    assert names(offered, "05-20 11:00") == ["decline email A"]
    acknowledged = replace(
        offered, messages=(*offered.messages, sent(K.OFFER_ACKNOWLEDGEMENT, "A", "05-20 12:00"))
    )
    assert names(acknowledged, "05-21 11:00") == ["decline email A"]


def test_who_wrote_gets_the_answer_and_the_invited_check_in() -> None:
    base = replace(met(), messages=(thanks("A", "05-14 15:30"), thanks("B", "05-14 15:40")))
    told = (
        said(FactKind.OFFER_ELSEWHERE, "05-20 09:00", date(2026, 6, 12)),
        said(FactKind.REPLY_QUESTION, "05-20 10:00", person_id=PersonId("B")),
    )
    assert "answer email B" in names(replace(base, facts=told), "05-20 11:00")
    unknown = (told[0], replace(told[1], person_id=None))
    assert "answer email A" in names(replace(base, facts=unknown), "05-20 11:00")
    holding = (
        said(FactKind.REPLY_HOLDING, "05-16 10:00", date(2026, 5, 18), person_id=PersonId("B")),
        told[0],
    )
    assert "invited_check_in email B" in names(replace(base, facts=holding), "05-21 11:00")
    nobody = (replace(holding[0], person_id=None), told[0])
    assert "invited_check_in email A" in names(replace(base, facts=nobody), "05-21 11:00")


def test_thanks_and_application_letters_stay_possible_behind_a_pressing_one() -> None:
    pressing = said(FactKind.OFFER_ELSEWHERE, "05-22 09:00", date(2026, 6, 12))
    late = replace(met(), facts=(pressing,))
    assert "thanks_and_question email AB" in names(late, NEXT_WEEK)
    agency = replace(met(person("R", Part.RECRUITER), agency=True), facts=(pressing,))
    assert "thanks_and_question email R" in names(agency, NEXT_WEEK)
    applied = case(pressing, people=[], applied_at=at("05-08 10:00"))
    assert names(applied, NEXT_WEEK) == ["application_follow_up email"]


def test_keeping_in_touch_is_for_people_one_met() -> None:
    over: dict[str, Any] = {"outcome": Outcome.NOT_THIS_TIME, "outcome_at": at("05-20 10:00")}
    past = "12-20 10:00"
    assert names(met(**over), past) == ["keep_in_touch email A"]
    assert names(case(applied_at=at("05-01 10:00"), **over), past) == []


def test_a_withdrawal_told_by_phone_may_be_written_instead() -> None:
    gone = case(
        talk("i1", "05-01 14:45", "A"),
        talk("i2", "05-14 14:45", "A"),
        thanks("A", "05-14 15:30", about="i2"),
        outcome=Outcome.WITHDREW,
        outcome_at=at("05-15 10:00"),
    )
    step = next_step(gone, when("05-15 11:00"))
    assert (step.message, step.channel) == (K.WITHDRAWAL, Channel.PHONE)
    assert names(gone, "05-15 11:00") == ["withdrawal email A"]


def test_a_choice_stays_until_the_rules_close_it() -> None:
    people = [nameless("A"), person("O", Part.ORGANISER)]
    dossier = case(talk("i1", "05-14 14:45", "A"), people=people)
    moment = when(AFTER)
    step = next_step(dossier, moment)
    wanted = letter_choices(dossier, step, moment)[-1]
    assert wanted.kind is K.ADDRESS_REQUEST
    assert still_possible(wanted, dossier, step, moment) == wanted
    lying = replace(dossier, drafts=(copied(K.ADDRESS_REQUEST, "O", "05-14 15:00"),))
    asked = replace(step, kind=StepKind.CONFIRM_SENT, message=K.ADDRESS_REQUEST)
    assert still_possible(wanted, lying, asked, moment) == wanted
    done = replace(dossier, messages=(sent(K.ADDRESS_REQUEST, "O", "05-14 15:30"),))
    assert still_possible(wanted, done, next_step(done, moment), moment) is None
    gone = Choice(kind=K.DEBRIEF, reason="agency")
    assert still_possible(gone, dossier, step, moment) is None


@given(histories(), moments)
def test_no_history_offers_an_unprompted_letter_at_two_of_two(
    dossier: Dossier, moment: datetime
) -> None:
    now = now_at(moment)
    step = next_step(dossier, now)
    found = letter_choices(dossier, step, now)
    assert len({(one.kind, one.channel) for one in found}) == len(found)
    assert all(one.reason in EVIDENCE for one in found)
    if rounds(dossier, now) and used(dossier, rounds(dossier, now)[-1]) == 2:
        last = rounds(dossier, now)[-1]
        assert not [
            one
            for one in found
            if one.kind in (K.CHECK_IN, K.THANKS_AND_QUESTION) and last.holds(one.interview_id)
        ]
