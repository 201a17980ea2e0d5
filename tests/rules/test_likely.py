"""What is proposed when somebody says what happened."""

from datetime import date
from typing import Any

import pytest

from rules.acts import What
from rules.likely import joins, offered, person_for, purposes, reply, talk_for, went_out
from rules.records import Dossier, FactKind, MessageKind, Outcome, Part
from tests.rules.decisions import AGENCY, ELSEWHERE, HOLDING, LOST, ORGANISER, UNKNOWN
from tests.rules.dossiers import case, ended, person, sent, talk, thanks, when

TALK = talk("i1", "05-06 11:00", "AB")
SENT = thanks("A", "05-06 14:00")
NOW = "05-14 12:00"
BARE = case(people=())
HELD = case(TALK)


@pytest.mark.parametrize(
    ("dossier", "hidden"),
    [
        (BARE, "decides_at_once posted waits no_address came_back debriefed kept_in_touch"),
        (HELD, "came_back no_contact debriefed kept_in_touch"),
        (case(TALK, SENT), "no_contact debriefed kept_in_touch"),
        (case(TALK, agency=True), "came_back no_contact agency kept_in_touch"),
        (
            case(TALK, **ended(Outcome.NOT_THIS_TIME, "05-12 10:00")),
            "came_back no_contact debriefed",
        ),
        (
            case(TALK, **ended(Outcome.OFFER, "05-12 10:00")),
            "came_back no_contact debriefed kept_in_touch",
        ),
        (
            case(people=(), no_contact=True),
            "decides_at_once posted waits no_address came_back debriefed kept_in_touch no_contact",
        ),
    ],
)
def test_only_what_can_have_happened_is_offered(dossier: Dossier, hidden: str) -> None:
    found = {one.value for one in What if not offered(dossier, one, when(NOW))}
    assert found == set(hidden.split())


def test_the_newest_that_counts_comes_first() -> None:
    back = thanks("B", "05-07 10:00", bounced_at=when(NOW).now)
    later = sent(MessageKind.CHECK_IN, "A", "05-13 10:00")
    assert went_out(case(TALK, SENT, back, later)) == (later, SENT)


def test_the_talk_is_the_last_that_was_held() -> None:
    ahead = talk("i2", "05-20 11:00")
    assert talk_for(case(TALK, ahead), when(NOW)) == "i1"
    assert talk_for(case(ahead), when(NOW)) is None


@pytest.mark.parametrize(
    ("people", "more", "what", "expected"),
    [
        ((), {}, What.NOTE, None),
        ((person("A"), person("B")), {}, What.NOTE, "A"),
        ((person("A"), person("B", main_contact=True)), {}, What.NOTE, "B"),
        (AGENCY, {"agency": True}, What.DEBRIEFED, "R"),
        ((person("A"),), {}, What.AGENCY, None),
        ((person("A"), ORGANISER), {}, What.ASKED_ADDRESS, "O"),
        ((person("A"),), {}, What.ASKED_ADDRESS, None),
        ((person("A"), UNKNOWN[1]), {}, What.NO_ADDRESS, "B"),
        ((person("A"), person("B")), {}, What.NO_ADDRESS, "A"),
        ((person("C", Part.OTHER),), {}, What.NO_ADDRESS, None),
    ],
)
def test_who_is_likely_meant(
    people: tuple[Any, ...], more: dict[str, Any], what: What, expected: str | None
) -> None:
    assert person_for(case(TALK, people=people, **more), what, when(NOW)) == expected


def test_before_any_talk_it_is_the_one_on_record() -> None:
    assert person_for(case(people=(person("A"),)), What.NOTE, when(NOW)) == "A"
    assert person_for(case(people=(person("A"),)), What.NO_ADDRESS, when(NOW)) is None


@pytest.mark.parametrize(
    ("dossier", "what", "expected"),
    [
        (BARE, What.CALLED, "application_follow_up answer"),
        (HELD, What.CALLED, "check_in thank_you answer"),
        (HELD, What.WROTE, "thank_you check_in answer"),
        (HELD, What.POSTED, "thank_you check_in answer"),
        (case(TALK, SENT), What.WROTE, "check_in thank_you answer"),
        (case(TALK, SENT, HOLDING), What.WROTE, "invited_check_in thank_you answer"),
        (
            case(
                TALK,
                SENT,
                HOLDING,
                sent(MessageKind.INVITED_CHECK_IN, "A", "05-13 10:00"),
            ),
            What.WROTE,
            "check_in thank_you answer",
        ),
        (
            case(TALK, SENT, people=(*UNKNOWN, ORGANISER)),
            What.WROTE,
            "check_in thank_you pass_on answer",
        ),
        (
            case(TALK, people=(person("A"), *AGENCY), agency=True),
            What.CALLED,
            "check_in thank_you answer",
        ),
        (case(TALK, SENT, ELSEWHERE), What.CALLED, "check_in thank_you competing_offer answer"),
        (case(TALK, SENT, LOST), What.CALLED, "check_in thank_you withdrawal answer"),
        (
            case(TALK, **ended(Outcome.OFFER, "05-12 10:00")),
            What.CALLED,
            "offer_acknowledgement decline",
        ),
        (
            case(TALK, **ended(Outcome.NOT_THIS_TIME, "05-12 10:00")),
            What.WROTE,
            "reply_to_rejection keep_in_touch",
        ),
        (case(TALK, **ended(Outcome.WITHDREW, "05-12 10:00")), What.CALLED, "withdrawal"),
        (case(TALK, **ended(Outcome.NO_ANSWER, "05-12 10:00")), What.CALLED, "check_in answer"),
    ],
)
def test_what_it_can_have_been_for(dossier: Dossier, what: What, expected: str) -> None:
    assert " ".join(purposes(dossier, what, when(NOW))) == expected


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        (FactKind.REPLY_INVITED, What.INVITED_AGAIN),
        (FactKind.REPLY_HOLDING, What.STILL_DECIDING),
        (FactKind.OFFER, What.OFFER),
    ],
)
def test_a_reply_has_its_likely_writer_and_talk(kind: FactKind, what: What) -> None:
    told = reply(case(TALK, SENT), kind, date(2026, 5, 20), when(NOW))
    assert (told.what, told.at, told.day) == (what, when(NOW).now, date(2026, 5, 20))
    assert (told.person_id, told.interview_id) == ("A", "i1")


@pytest.mark.parametrize(
    ("others", "end", "expected"),
    [
        (("05-05 16:00",), "05-06 11:00", True),
        (("05-01 11:00", "05-05 16:00"), "05-06 11:00", True),
        (("05-06 09:00", "05-05 16:00"), "05-06 11:00", False),
        (("05-04 16:00",), "05-06 11:00", False),
        (("05-07 11:00",), "05-06 11:00", False),
        ((None,), "05-06 11:00", False),
        (("05-05 16:00",), None, False),
    ],
)
def test_a_talk_may_join_the_one_of_the_day_before(
    others: tuple[str | None, ...], end: str | None, expected: bool
) -> None:
    one = talk("i9", end)
    before = [talk(f"i{number}", other) for number, other in enumerate(others)]
    assert joins(case(*before, one), one, when(NOW)) is expected
