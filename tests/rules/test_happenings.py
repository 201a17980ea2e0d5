"""What happened, as one change."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rules import acts
from rules.acts import FACT_OF, Told, What
from rules.changes import apply
from rules.next_step import next_step
from rules.records import (
    Channel,
    Dossier,
    FactKind,
    InterviewId,
    MessageId,
    MessageKind,
    Outcome,
    Part,
    PersonId,
)
from rules.rounds import rounds
from rules.tally import used
from rules.thanking import to_thank
from tests.rules.dossiers import A, B, at, case, ended, person, said, sent, talk, thanks, when
from tests.rules.test_changes import Ids

TALK = talk("i1", "05-06 11:00", "AB")
THANKED = case(TALK, thanks("A", "05-06 14:00"))
NOW = "05-08 12:00"


def told(what: What, moment: str = NOW, **more: Any) -> Told:
    """One thing that happened then."""
    return Told(what=what, at=at(moment), **more)


def after(dossier: Dossier, said_: Told) -> Dossier:
    """The dossier once that is on record; taken back, it is as it was."""
    change = acts.happened(dossier, said_, moment=when(NOW), zone_name="Europe/London", ids=Ids())
    found = apply(dossier, change)
    assert found is not None
    assert apply(found, change.inverse()) == dossier
    return found


@pytest.mark.parametrize("what", list(FACT_OF))
def test_each_fact_has_who_said_it_its_day_and_its_talk(what: What) -> None:
    said_ = told(what, day=date(2026, 5, 20), person_id=A, interview_id=InterviewId("i1"))
    fact = after(THANKED, said_).facts[-1]
    assert (fact.kind, fact.at, fact.day) == (FACT_OF[what], at(NOW), date(2026, 5, 20))
    assert (fact.person_id, fact.interview_id) == (A, "i1")


@pytest.mark.parametrize(
    ("what", "outcome"),
    [
        (What.OFFER, Outcome.OFFER),
        (What.REJECTION, Outcome.NOT_THIS_TIME),
        (What.WITHDREW, Outcome.WITHDREW),
        (What.NOTE, None),
    ],
)
def test_what_ends_it_is_its_outcome(what: What, outcome: Outcome | None) -> None:
    opportunity = after(THANKED, told(what)).opportunity
    assert opportunity.outcome is outcome
    assert opportunity.outcome_at == (at(NOW) if outcome else None)


def test_another_invitation_is_a_fact_and_an_interview_at_once() -> None:
    heard = after(THANKED, told(What.INVITED_AGAIN, person_id=B, interview_id=InterviewId("i1")))
    assert (heard.facts[-1].kind, heard.facts[-1].person_id) == (FactKind.REPLY_INVITED, B)
    assert heard.facts[-1].interview_id == "i1"
    assert [one.start for one in heard.interviews] == [TALK.start, None]


@pytest.mark.parametrize(
    ("what", "channel"),
    [
        (What.CALLED, Channel.PHONE),
        (What.WROTE, Channel.EMAIL),
        (What.POSTED, Channel.LETTER),
        (What.KEPT_IN_TOUCH, Channel.EMAIL),
    ],
)
def test_what_was_sent_elsewhere_is_logged(what: What, channel: Channel) -> None:
    said_ = told(what, person_id=A, interview_id=InterviewId("i1"), message=MessageKind.CHECK_IN)
    message = after(THANKED, said_).messages[-1]
    assert (message.kind, message.channel, message.outside) == (MessageKind.CHECK_IN, channel, True)
    assert (message.person_id, message.interview_id, message.sent_at) == (A, "i1", at(NOW))


def test_a_call_is_for_something() -> None:
    with pytest.raises(ValueError, match="for what"):
        after(THANKED, told(What.CALLED))


def test_a_bounce_gives_the_follow_up_back() -> None:
    back = after(THANKED, told(What.CAME_BACK, message_id=THANKED.messages[0].id))
    assert back.messages[0].bounced_at == at(NOW)
    assert used(back, rounds(back, when(NOW))[0]) == 0


def test_what_never_went_out_cannot_come_back() -> None:
    with pytest.raises(ValueError, match="nothing of that id"):
        after(THANKED, told(What.CAME_BACK, message_id=MessageId("none")))


def test_haste_belongs_to_its_talk_and_is_kept_once() -> None:
    hurried = after(THANKED, told(What.DECIDES_AT_ONCE, interview_id=InterviewId("i1")))
    assert hurried.interviews[0].decides_at_once
    again = told(What.DECIDES_AT_ONCE, interview_id=InterviewId("i1"))
    assert after(hurried, again) == hurried
    assert after(THANKED, told(What.DECIDES_AT_ONCE)) == THANKED


def test_a_posting_that_wants_no_contact_is_left_alone() -> None:
    asked = after(case(applied_at=at("05-01 09:00")), told(What.NO_CONTACT))
    assert asked.opportunity.no_contact
    assert next_step(asked, when("05-14 12:00")).reason == "no_contact"
    assert after(asked, told(What.NO_CONTACT)) == asked


def test_an_agency_has_its_recruiter_in_one_step() -> None:
    through = after(case(TALK), told(What.AGENCY, person_id=B))
    assert through.opportunity.agency
    assert [one.part for one in through.people[:2]] == [Part.INTERVIEWER, Part.RECRUITER]
    assert next_step(through, when("05-06 12:00")).people == (B,)
    assert after(through, told(What.AGENCY, person_id=B)) == through


def test_a_recruiter_not_yet_on_record_is_put_there() -> None:
    through = after(case(TALK), told(What.AGENCY, name="Rae Noor"))
    newcomer = through.people[-1]
    assert (newcomer.name, newcomer.part) == ("Rae Noor", Part.RECRUITER)
    assert newcomer.place > max(one.place for one in case().people)


def test_an_agency_without_a_name_asks_for_its_recruiter_next() -> None:
    through = after(case(TALK), told(What.AGENCY))
    assert next_step(through, when("05-06 12:00")).reason == "no_recruiter"


@pytest.mark.parametrize(
    ("what", "part"), [(What.ASKED_ADDRESS, Part.ORGANISER), (What.NOTE, Part.OTHER)]
)
def test_somebody_new_is_what_they_are_asked_for(what: What, part: Part) -> None:
    heard = after(case(people=()), told(what, name="Olu"))
    assert [(one.name, one.part, one.place) for one in heard.people] == [("Olu", part, 0.0)]
    assert heard.facts[-1].person_id == heard.people[0].id


def test_who_was_asked_for_an_address_arranges_things() -> None:
    dossier = case(TALK, people=(person("A"), person("O", Part.OTHER)))
    asked = after(dossier, told(What.ASKED_ADDRESS, person_id=PersonId("O")))
    assert asked.people[1].part is Part.ORGANISER
    met = after(dossier, told(What.ASKED_ADDRESS, person_id=A))
    assert met.people[0].part is Part.INTERVIEWER
    assert after(dossier, told(What.ASKED_ADDRESS)).facts[-1].person_id is None


def test_a_note_passed_on_thanks_everybody_left() -> None:
    dossier = case(TALK, thanks("A", "05-06 14:00"))
    note = told(
        What.WROTE,
        "05-06 18:00",
        person_id=PersonId("C"),
        interview_id=InterviewId("i1"),
        message=MessageKind.PASS_ON,
    )
    passed = after(dossier, note)
    assert passed.messages[-1].names == (B,)
    assert to_thank(passed, rounds(passed, when(NOW))[0]) == ()


def test_an_address_that_is_none_is_taken_off() -> None:
    unknown = after(case(TALK), told(What.NO_ADDRESS, person_id=A))
    assert unknown.people[0].email == ""
    assert after(unknown, told(What.NO_ADDRESS, person_id=A)) == unknown
    assert after(unknown, told(What.NO_ADDRESS, person_id=PersonId("gone"))) == unknown


def test_a_reply_to_a_closed_one_may_open_it_again() -> None:
    closed = case(
        talk("i1", "05-06 11:00", "A"),
        thanks("A", "05-06 14:00"),
        said(FactKind.CLOSED, "05-07 10:00"),
        **ended(Outcome.NO_ANSWER, "05-07 10:00"),
    )
    heard = told(What.STILL_DECIDING, day=date(2026, 5, 20), person_id=A)
    assert after(closed, heard).opportunity.outcome is Outcome.NO_ANSWER
    opened = after(closed, replace(heard, reopens=True))
    assert opened.opportunity.outcome is None
    assert [one.kind for one in opened.facts] == [FactKind.REPLY_HOLDING]
    assert next_step(opened, when(NOW)).message is MessageKind.INVITED_CHECK_IN


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        (date(2026, 5, 8), NOW),
        (date(2026, 5, 7), "05-07 17:00"),
        (date(2026, 5, 6), "05-06 18:30"),
        (date(2026, 5, 5), "05-05 20:00"),
    ],
)
def test_a_day_without_an_hour_comes_after_what_is_known_of_it(day: date, moment: str) -> None:
    dossier = case(
        talk("i0", None),
        talk("i1", "05-06 11:00"),
        thanks("A", "05-06 18:30"),
        said(FactKind.PROMISE, "05-05 20:00"),
    )
    assert acts.moment_of(dossier, day, when(NOW)) == at(moment)


def test_one_main_contact_is_one_step() -> None:
    dossier = case(people=[person("A", main_contact=True), person("B"), person("C")])

    def starred(change_of: Dossier, who: str, *, on: bool) -> list[bool]:
        found = apply(change_of, acts.star(change_of, PersonId(who), on))
        assert found is not None
        return [one.main_contact for one in found.people]

    assert starred(dossier, "B", on=True) == [False, True, False]
    assert starred(dossier, "A", on=False) == [False, False, False]
    assert acts.star(dossier, A, on=True).edits == ()


def test_two_people_thanked_and_taken_off_the_record_stay_one_wave() -> None:
    dossier = case(
        TALK,
        thanks("A", "05-06 14:00", to_name="Ann"),
        thanks("B", "05-06 14:10", to_name="Ben"),
    )
    for one in dossier.people[:2]:
        dossier = apply(dossier, acts.remove_person(dossier, one)) or dossier
    assert used(dossier, rounds(dossier, when(NOW))[0]) == 1


def test_a_second_letter_to_nobody_known_counts_as_the_second() -> None:
    dossier = case(TALK, sent(MessageKind.THANK_YOU, None, "05-06 14:00"))
    assert used(dossier, rounds(dossier, when(NOW))[0]) == 1
    twice = replace(
        dossier,
        messages=(*dossier.messages, sent(MessageKind.THANK_YOU, None, "05-06 15:00")),
    )
    assert used(twice, rounds(twice, when(NOW))[0]) == 2
