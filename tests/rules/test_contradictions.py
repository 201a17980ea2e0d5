"""What does not fit together is asked about, what follows is stated."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rules import acts
from rules.acts import Told, What
from rules.changes import apply
from rules.contradictions import Remark, if_moved, if_person_goes, if_talk_goes, remarks
from rules.ledger import may_send
from rules.next_step import next_step
from rules.records import (
    Dossier,
    EmployerKind,
    FactKind,
    InterviewId,
    MessageKind,
    Outcome,
)
from rules.rounds import rounds
from rules.tally import used
from tests.rules.dossiers import A, B, at, case, ended, said, sent, talk, thanks, when
from tests.rules.test_changes import Ids

I1 = InterviewId("i1")
TALK = talk("i1", "05-06 11:00", "AB")
NONE = case(TALK)
ONCE = case(TALK, thanks("A", "05-06 14:00"))
TWICE = case(TALK, thanks("A", "05-06 14:00"), sent(MessageKind.CHECK_IN, "A", "05-13 10:00"))
AHEAD = case(talk("i1", "05-21 11:00", "AB"))
SENT_IN = case(applied_at=at("05-07 18:00"))
FOLLOWED = case(
    sent(MessageKind.APPLICATION_FOLLOW_UP, None, "05-14 10:00", about=None),
    applied_at=at("05-07 18:00"),
)
REJECTED = case(TALK, **ended(Outcome.NOT_THIS_TIME, "05-12 10:00"))
CLOSED = case(TALK, **ended(Outcome.NO_ANSWER, "05-12 10:00"))
PROMISED = replace(ONCE, facts=(said(FactKind.PROMISE, "05-06 11:30", date(2026, 5, 15)),))
INVITED = replace(ONCE, facts=(said(FactKind.INVITED_TO_CALL, "05-06 11:30"),))
STATE = replace(ONCE, opportunity=replace(ONCE.opportunity, employer_kind=EmployerKind.GOVERNMENT))
NOW = "05-14 15:20"
CHECK_IN: dict[str, Any] = {"message": MessageKind.CHECK_IN, "interview_id": I1, "person_id": A}
THANKS: dict[str, Any] = {**CHECK_IN, "message": MessageKind.THANK_YOU}
SLOWLY = "beside_email 1 of 2, post_is_slow 05-15"
FOLLOW_UP: dict[str, Any] = {"message": MessageKind.APPLICATION_FOLLOW_UP}


def in_words(remark: Remark) -> str:
    """A remark in a few words; a question ends with its mark."""
    parts = [remark.clash.value]
    if remark.day is not None:
        parts.append(f"{remark.day:%m-%d}")
    if remark.used:
        parts.append(f"{remark.used} of 2")
    return " ".join(parts) + ("?" if remark.asks else "")


def about(dossier: Dossier, what: What, moment: str = NOW, **more: Any) -> str:
    """What is remarked about something that is said to have happened then."""
    told = Told(what=what, at=at(moment), **more)
    change = acts.happened(dossier, told, moment=when(NOW), zone_name="", ids=Ids())
    return ", ".join(in_words(one) for one in remarks(dossier, told, change, when(NOW)))


@pytest.mark.parametrize(
    ("dossier", "what", "moment", "more", "expected"),
    [
        (ONCE, What.NOTE, NOW, {}, ""),
        (ONCE, What.NOTE, "05-15 09:00", {}, "still_to_come 05-15?"),
        (SENT_IN, What.NOTE, "05-06 09:00", {}, "before_applying 05-07?"),
        (SENT_IN, What.AWAY, "05-06 09:00", {"day": date(2026, 5, 20)}, ""),
        (SENT_IN, What.NOTE, "05-07 09:00", {}, ""),
        (AHEAD, What.NOTE, NOW, {"interview_id": I1}, "before_the_talk 05-21?"),
        (AHEAD, What.NOTE, NOW, {}, ""),
        (case(talk("i1", None)), What.NOTE, NOW, {"interview_id": I1}, ""),
        (AHEAD, What.CALLED, NOW, CHECK_IN, "not_held_yet 05-21?, first_of_two 1 of 2"),
        (AHEAD, What.NAMED_DAY, NOW, {"interview_id": I1, "day": date(2026, 5, 29)}, ""),
        (AHEAD, What.REJECTION, NOW, {}, "talk_ahead 05-21?"),
        (AHEAD, What.WITHDREW, NOW, {}, "talk_ahead 05-21?"),
        (ONCE, What.REJECTION, NOW, {}, ""),
        (CLOSED, What.STILL_DECIDING, NOW, {}, "closed?"),
        (CLOSED, What.STILL_DECIDING, NOW, {"reopens": True}, ""),
        (CLOSED, What.INVITED_AGAIN, NOW, {}, ""),
        (CLOSED, What.NAMED_DAY, NOW, {"day": date(2026, 5, 29)}, "closed?"),
        (CLOSED, What.LOST_INTEREST, NOW, {}, ""),
        (REJECTED, What.OFFER, NOW, {}, "other_outcome?"),
        (REJECTED, What.REJECTION, NOW, {}, ""),
        (ONCE, What.STILL_DECIDING, NOW, {"day": date(2026, 5, 13)}, "day_over 05-13?"),
        (ONCE, What.NAMED_DAY, "05-07 09:00", {"day": date(2026, 5, 12)}, "day_passed 05-12"),
        (ONCE, What.NAMED_DAY, NOW, {"day": date(2026, 5, 14)}, ""),
        (ONCE, What.NAMED_DAY, NOW, {}, "no_day"),
        (ONCE, What.AWAY, NOW, {}, "no_day"),
        (ONCE, What.NO_CONTACT, NOW, {"day": date(2026, 5, 1)}, ""),
    ],
)
def test_what_they_said_is_weighed(
    dossier: Dossier, what: What, moment: str, more: dict[str, Any], expected: str
) -> None:
    assert about(dossier, what, moment, **more) == expected


@pytest.mark.parametrize(
    ("dossier", "what", "more", "expected"),
    [
        (NONE, What.CALLED, CHECK_IN, "first_of_two 1 of 2"),
        (NONE, What.WROTE, THANKS, ""),
        (NONE, What.WROTE, {**CHECK_IN, "interview_id": None}, "first_of_two 1 of 2"),
        (ONCE, What.CALLED, CHECK_IN, "second_of_two 2 of 2, not_invited_to_call"),
        (PROMISED, What.CALLED, CHECK_IN, "second_of_two 2 of 2"),
        (INVITED, What.CALLED, CHECK_IN, "second_of_two 2 of 2"),
        (ONCE, What.WROTE, THANKS, "second_of_two 2 of 2"),
        (ONCE, What.WROTE, {**THANKS, "person_id": B}, "second_of_two 2 of 2"),
        (TWICE, What.CALLED, CHECK_IN, "both_sent?"),
        (TWICE, What.WROTE, CHECK_IN, "both_sent?"),
        (ONCE, What.POSTED, {**THANKS, "at": "05-07 10:00"}, "beside_email 1 of 2"),
        (
            PROMISED,
            What.POSTED,
            {**THANKS, "at": "05-11 10:00"},
            "beside_email 1 of 2, post_is_slow 05-15",
        ),
        (STATE, What.POSTED, {**THANKS, "at": "05-07 10:00"}, "beside_email 1 of 2, never_by_post"),
        (ONCE, What.WROTE, {"message": MessageKind.ANSWER}, ""),
        (SENT_IN, What.WROTE, FOLLOW_UP, ""),
        (FOLLOWED, What.CALLED, FOLLOW_UP, "once_sent?"),
        (case(), What.WROTE, CHECK_IN, ""),
        (ONCE, What.CAME_BACK, {"message_id": ONCE.messages[0].id}, "gives_back"),
        (TWICE, What.CAME_BACK, {"message_id": TWICE.messages[1].id}, "gives_back 1 of 2"),
        (FOLLOWED, What.CAME_BACK, {"message_id": FOLLOWED.messages[0].id}, ""),
    ],
)
def test_what_was_done_is_counted(
    dossier: Dossier, what: What, more: dict[str, Any], expected: str
) -> None:
    more = dict(more)
    assert about(dossier, what, more.pop("at", NOW), **more) == expected


def test_a_third_that_is_kept_opens_nothing() -> None:
    told = Told(what=What.CALLED, at=at(NOW), **CHECK_IN)
    change = acts.happened(TWICE, told, moment=when(NOW), zone_name="", ids=Ids())
    third = apply(TWICE, change)
    assert third is not None
    assert used(third, rounds(third, when(NOW))[0]) == 2
    for kind in (MessageKind.CHECK_IN, MessageKind.THANK_YOU, MessageKind.INVITED_CHECK_IN):
        assert may_send(third, kind, A, when("05-29 12:00")) is not None
    assert next_step(third, when("05-15 12:00")).message is None


@pytest.mark.parametrize(
    ("dossier", "end", "expected"),
    [
        (ONCE, "05-20 11:00", "moved_after_thanks 05-06?"),
        (ONCE, "05-06 13:00", ""),
        (ONCE, "05-06 11:00", ""),
        (NONE, "05-20 11:00", ""),
        (ONCE, None, ""),
        (
            case(talk("i1", None), thanks("A", "05-06 14:00")),
            "05-20 11:00",
            "moved_after_thanks 05-06?",
        ),
        (case(TALK, thanks("A", "05-06 14:00", bounced_at=at("05-07 09:00"))), "05-20 11:00", ""),
    ],
)
def test_a_talk_moved_past_its_letter_may_be_another(
    dossier: Dossier, end: str | None, expected: str
) -> None:
    before = dossier.interviews[0]
    moved_to = at(end) if end else None
    start = moved_to - timedelta(hours=1) if moved_to else None
    moved = replace(before, start=start, end=moved_to)
    found = if_moved(dossier, before, moved, when(NOW))
    assert (in_words(found) if found else "") == expected


def test_who_was_written_to_and_goes_leaves_the_letter() -> None:
    found = if_person_goes(ONCE, ONCE.people[0], when(NOW))
    assert found is not None
    assert in_words(found) == "thanked_person 05-06"
    assert if_person_goes(ONCE, ONCE.people[1], when(NOW)) is None


def test_a_talk_that_goes_leaves_its_letters() -> None:
    found = if_talk_goes(ONCE, TALK, when(NOW))
    assert found is not None
    assert in_words(found) == "thanked_talk 05-06"
    assert if_talk_goes(NONE, TALK, when(NOW)) is None
