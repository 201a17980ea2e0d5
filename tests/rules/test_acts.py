"""What the acts record."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rules import acts
from rules.acts import Talk
from rules.board import Ask, Move, Needs, Refused, Why
from rules.changes import Change, apply
from rules.quick_add import understand
from rules.records import (
    Channel,
    Dossier,
    Draft,
    Fact,
    FactId,
    FactKind,
    Interview,
    InterviewId,
    InterviewKind,
    Message,
    MessageId,
    MessageKind,
    Moment,
    Opportunity,
    OpportunityId,
    Outcome,
    Tone,
)
from rules.stages import Stage
from tests.rules.test_changes import Ids

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 5, 14, 15, 20, tzinfo=LONDON).astimezone(UTC)
MOMENT = Moment(now=NOW, zone=LONDON, zone_of=lambda _: None)


def after(dossier: Dossier | None, change: Change) -> Dossier:
    found = apply(dossier, change)
    assert found is not None
    return found


def added(line: str) -> Dossier:
    entry = understand(line, NOW, LONDON)
    return after(None, acts.add(entry, moment=MOMENT, zone_name="Europe/London", ids=Ids()))


def bare() -> Dossier:
    return Dossier(
        opportunity=Opportunity(id=OpportunityId("o"), company="Kestrel Rail", created_at=NOW)
    )


def test_a_line_becomes_a_card_with_its_talk_and_people() -> None:
    dossier = added("Lumen & Oak, Senior Product Designer, today 14:00 with Priya Raman, Omar Aziz")
    assert dossier.opportunity.company == "Lumen & Oak"
    assert dossier.opportunity.role == "Senior Product Designer"
    assert [person.name for person in dossier.people] == ["Priya Raman", "Omar Aziz"]
    (talk,) = dossier.interviews
    assert talk.start == datetime(2026, 5, 14, 14, tzinfo=LONDON)
    assert talk.end == datetime(2026, 5, 14, 15, tzinfo=LONDON)
    assert talk.end_estimated
    assert talk.zone == "Europe/London"
    assert talk.met == tuple(person.id for person in dossier.people)


def test_a_phone_screen_lasts_half_an_hour() -> None:
    (talk,) = added("Lumen & Oak, phone screen, today 14:00 with Priya Raman").interviews
    assert talk.kind is InterviewKind.PHONE_SCREEN
    assert talk.end == datetime(2026, 5, 14, 14, 30, tzinfo=LONDON)


def test_a_talk_without_a_when_waits_for_its_date() -> None:
    (talk,) = added("Lumen & Oak, Designer with Priya Raman").interviews
    assert (talk.start, talk.end, talk.notes) == (None, None, "")


def test_what_is_still_in_question_stays_in_the_notes() -> None:
    dossier = added("Lumen & Oak, Designer, 20 May with Priya Raman")
    assert dossier.interviews[0].start is None
    assert "20 May" in dossier.opportunity.notes


def test_an_application_has_no_talk_and_keeps_its_day() -> None:
    dossier = added("Lumen & Oak, Designer, applied yesterday")
    assert dossier.interviews == ()
    assert dossier.opportunity.applied_at is not None
    assert dossier.opportunity.applied_at.astimezone(LONDON).date() == date(2026, 5, 13)


def test_an_application_without_a_day_went_out_now() -> None:
    assert added("Lumen & Oak, Designer, applied").opportunity.applied_at == NOW


def test_an_application_on_a_doubtful_day_has_none_yet() -> None:
    assert added("Lumen & Oak, Designer, applied 3/4/2026").opportunity.applied_at is None


def test_an_application_with_an_hour_went_out_then() -> None:
    dossier = added("Lumen & Oak, Designer, applied today 09:30")
    assert dossier.opportunity.applied_at == datetime(2026, 5, 14, 9, 30, tzinfo=LONDON)


def test_an_end_before_its_start_is_not_kept() -> None:
    entry = understand("Lumen & Oak, Designer, today 14:00", NOW, LONDON)
    wrong = replace(entry, end=entry.start - timedelta(hours=1) if entry.start else None)
    change = acts.add(wrong, moment=MOMENT, zone_name="", ids=Ids())
    (talk,) = after(None, change).interviews
    assert talk.start is not None
    assert talk.end == talk.start + timedelta(hours=1)


def test_the_same_name_is_the_same_person_in_a_later_talk() -> None:
    dossier = added("Lumen & Oak, Designer, today 14:00 with Priya Raman")
    later = Talk(start=NOW + timedelta(days=3), names=("priya raman", "Omar Aziz", "Omar Aziz"))
    dossier = after(dossier, acts.book(dossier, later, zone_name="", ids=Ids2(9)))
    assert [person.name for person in dossier.people] == ["Priya Raman", "Omar Aziz"]
    assert len(dossier.interviews[1].met) == 2


class Ids2(Ids):
    """Ids that begin further on."""

    def __init__(self, first: int) -> None:
        super().__init__()
        self.given = first


def test_filling_in_keeps_who_was_there_already() -> None:
    dossier = added("Lumen & Oak, Designer with Priya Raman")
    talk = Talk(start=NOW, end=NOW + timedelta(minutes=20), names=("Omar Aziz", "Priya Raman"))
    change = acts.fill_in(dossier, dossier.interviews[0], talk, ids=Ids2(9))
    dossier = after(dossier, change)
    assert len(dossier.interviews[0].met) == 2
    assert dossier.interviews[0].end == NOW + timedelta(minutes=20)
    assert not dossier.interviews[0].end_estimated
    nothing = acts.fill_in(dossier, dossier.interviews[0], Talk(), ids=Ids2(19))
    assert after(dossier, nothing) == dossier


def test_a_talk_that_just_ended_began_when_it_was_booked() -> None:
    booked = Interview(
        id=InterviewId("i"), opportunity_id=OpportunityId("o"), start=NOW - timedelta(minutes=25)
    )
    assert acts.just_ended(booked, NOW) == Talk(start=booked.start, end=NOW)
    assert acts.just_ended(None, NOW) == Talk(start=NOW - timedelta(minutes=60), end=NOW)
    screen = replace(booked, start=NOW + timedelta(hours=1), kind=InterviewKind.PHONE_SCREEN)
    assert acts.just_ended(screen, NOW) == Talk(start=NOW - timedelta(minutes=30), end=NOW)


def test_the_usual_end_is_elapsed_time_over_a_clock_change() -> None:
    start = datetime(2026, 3, 29, 0, 30, tzinfo=LONDON)
    end = acts.usual_end(start, InterviewKind.INTERVIEW)
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=1)
    assert end.hour == 2


def test_an_offer_heard_is_the_outcome_and_can_be_taken_back() -> None:
    heard = acts.record_fact(bare(), FactKind.OFFER, now=NOW, ids=Ids(), day=date(2026, 5, 20))
    dossier = after(bare(), heard)
    assert dossier.opportunity.outcome is Outcome.OFFER
    assert dossier.facts[0].day == date(2026, 5, 20)
    again = after(dossier, acts.record_outcome(dossier, Outcome.WITHDREW, now=NOW, ids=Ids2(5)))
    assert again.opportunity.outcome is Outcome.WITHDREW
    assert [fact.kind for fact in again.facts] == [FactKind.WITHDREW]
    reopened = after(again, acts.reopen(again))
    assert reopened == bare()
    assert acts.reopen(reopened).edits == ()


def test_a_note_is_no_outcome() -> None:
    dossier = after(bare(), acts.record_fact(bare(), FactKind.REPLY_NOTE, now=NOW, ids=Ids()))
    assert dossier.opportunity.outcome is None


def test_a_copy_has_the_people_and_none_of_the_talks() -> None:
    dossier = added("Lumen & Oak, Designer, today 14:00 with Priya Raman")
    copy = after(None, acts.duplicate(dossier, now=NOW, ids=Ids2(40)))
    assert copy.opportunity.id != dossier.opportunity.id
    assert [person.name for person in copy.people] == ["Priya Raman"]
    assert copy.people[0].id != dossier.people[0].id
    assert copy.interviews == ()


def test_deleting_keeps_everything_for_the_time_being() -> None:
    dossier = after(bare(), acts.delete(bare(), now=NOW))
    assert dossier.opportunity.deleted_at == NOW
    renamed = acts.edit(dossier, dossier.opportunity, replace(dossier.opportunity, role="Lead"))
    assert after(dossier, renamed).opportunity.role == "Lead"


def move(dossier: Dossier, stage: Stage, plan: object, answer: object = None) -> Dossier:
    change, _ = acts.move(
        dossier,
        stage,
        plan,  # type: ignore[arg-type]  # wrong plans are part of what is tried
        answer,  # type: ignore[arg-type]
        moment=MOMENT,
        zone_name="",
        ids=Ids2(60),
    )
    return after(dossier, change)


def test_booking_by_a_move_makes_a_talk_without_a_date() -> None:
    dossier = move(bare(), Stage.INTERVIEW_BOOKED, Needs(Ask.DATE_AND_PEOPLE))
    assert dossier.interviews[0].start is None
    answer = Talk(start=NOW, names=("Priya Raman",))
    dossier = move(bare(), Stage.INTERVIEW_BOOKED, Needs(Ask.DATE_AND_PEOPLE), answer)
    assert dossier.interviews[0].start == NOW


def test_a_talk_said_to_be_over_is_the_one_that_was_ahead() -> None:
    ahead = added("Lumen & Oak, Designer, tomorrow 14:00 with Priya Raman")
    talk = acts.just_ended(ahead.interviews[0], NOW)
    held = move(ahead, Stage.SAY_THANK_YOU, Needs(Ask.HAPPENED_ALREADY), talk)
    assert [one.end for one in held.interviews] == [NOW]
    new = move(bare(), Stage.SAY_THANK_YOU, Needs(Ask.WHEN_AND_WHOM), talk)
    assert [one.end for one in new.interviews] == [NOW]


def test_waiting_is_a_fact_that_thanking_again_takes_back() -> None:
    dossier = added("Lumen & Oak, Designer, today 14:00 with Priya Raman, Omar Aziz")
    waiting = move(dossier, Stage.WAITING_TO_HEAR, Move(left=1))
    assert [fact.kind for fact in waiting.facts] == [FactKind.WAITING]
    assert move(waiting, Stage.SAY_THANK_YOU, Move()) == dossier


def test_a_move_out_of_the_outcome_reopens() -> None:
    ended = after(bare(), acts.record_outcome(bare(), Outcome.NO_ANSWER, now=NOW, ids=Ids()))
    assert move(ended, Stage.APPLIED, Move()) == bare()
    offered = move(ended, Stage.OUTCOME, Needs(Ask.OUTCOME), Outcome.OFFER)
    assert offered.opportunity.outcome is Outcome.OFFER


@pytest.mark.parametrize(
    ("stage", "plan"),
    [
        (Stage.WAITING_TO_HEAR, Refused(Why.NOBODY_MET)),
        (Stage.OUTCOME, Needs(Ask.OUTCOME)),
        (Stage.SAY_THANK_YOU, Needs(Ask.WHEN_AND_WHOM)),
    ],
)
def test_a_refused_or_unanswered_move_is_an_error(stage: Stage, plan: object) -> None:
    with pytest.raises(ValueError, match=r"refused|needs"):
        move(bare(), stage, plan)


def test_what_an_act_made_can_be_named() -> None:
    dossier = added("Lumen & Oak, Designer, today 14:00 with Priya Raman")
    talk, person = dossier.interviews[0], dossier.people[0]
    more = acts.add_person(dossier, talk, "Omar Aziz", "omar@x.example", ids=Ids2(20))
    assert after(dossier, more).person(acts.person_of(more)) is not None
    alone = acts.add_person(dossier, None, "Omar Aziz", "", ids=Ids2(20))
    assert after(dossier, alone).interviews == dossier.interviews
    came_up = acts.add_highlight(dossier, talk.id, "the move", None, ids=Ids2(30))
    dossier = after(dossier, came_up)
    assert dossier.highlights[0].id == acts.highlight_of(came_up)
    assert dossier.highlights[0].used_for == ()
    draft = Draft(
        opportunity_id=dossier.opportunity.id,
        interview_id=talk.id,
        person_id=person.id,
        kind=MessageKind.THANK_YOU,
        tone=Tone.WARM,
        subject="Thank you",
        body="Hi Priya",
        saved_at=NOW,
    )
    gone_out = acts.mark_sent(
        dossier, draft, original="", channel=Channel.EMAIL, now=NOW, ids=Ids2(40)
    )
    dossier = after(dossier, gone_out)
    assert dossier.messages[0].id == acts.message_of(gone_out)
    assert dossier.messages[0].to_name == "Priya Raman"
    back = after(dossier, acts.mark_unsent(dossier, dossier.messages[0], now=NOW))
    assert not back.messages[0].counts
    without = after(dossier, acts.remove_interview(dossier, talk))
    assert (without.interviews, without.highlights) == ((), ())
    assert without.messages[0].interview_id is None


def test_a_pass_on_note_keeps_its_own_recipient_when_a_named_person_goes() -> None:
    dossier = added("Lumen & Oak, Designer, today 14:00 with Priya Raman, Omar Aziz")
    organiser, named = dossier.people
    note = Message(
        id=MessageId("note"),
        opportunity_id=dossier.opportunity.id,
        person_id=organiser.id,
        kind=MessageKind.PASS_ON,
        sent_at=NOW,
        names=(named.id,),
    )
    heard = Fact(
        id=FactId("fact"),
        opportunity_id=dossier.opportunity.id,
        kind=FactKind.REPLY_NOTE,
        at=NOW,
        person_id=named.id,
    )
    dossier = replace(dossier, messages=(note,), facts=(heard,))
    left = after(dossier, acts.remove_person(dossier, named))
    assert left.messages[0].person_id == organiser.id
    assert left.messages[0].names == ()
    assert left.facts[0].person_id is None
    assert left.people == (organiser,)


def test_removing_an_interview_leaves_the_others_as_they_are() -> None:
    dossier = added("Lumen & Oak, Designer, today 14:00 with Priya Raman")
    later = Talk(start=NOW + timedelta(days=3))
    dossier = after(dossier, acts.book(dossier, later, zone_name="", ids=Ids2(9)))
    first, second = dossier.interviews
    for talk in (first, second):
        change = acts.add_highlight(
            dossier, talk.id, "the move", None, ids=Ids2(50 + len(dossier.highlights))
        )
        dossier = after(dossier, change)
    about_first = Message(
        id=MessageId("about-first"),
        opportunity_id=dossier.opportunity.id,
        interview_id=first.id,
        kind=MessageKind.THANK_YOU,
        sent_at=NOW,
    )
    dossier = after(dossier, acts.edit(dossier, None, about_first))
    dossier = after(dossier, acts.now_waiting(dossier, first.id, now=NOW, ids=Ids2(70)))
    dossier = after(dossier, acts.now_waiting(dossier, second.id, now=NOW, ids=Ids2(80)))
    dossier = after(dossier, acts.remove_interview(dossier, second))
    assert dossier.interviews == (first,)
    assert [fact.interview_id for fact in dossier.facts] == [first.id]
    assert [message.interview_id for message in dossier.messages] == [first.id]


def test_removing_a_person_touches_only_what_names_them() -> None:
    dossier = added("Lumen & Oak, Designer, today 14:00 with Priya Raman, Omar Aziz")
    gone, stays = dossier.people
    talk = dossier.interviews[0]
    for number, person in enumerate((gone, stays)):
        change = acts.add_highlight(dossier, talk.id, "the move", person.id, ids=Ids2(20 + number))
        dossier = after(dossier, change)
        draft = Draft(
            opportunity_id=dossier.opportunity.id,
            interview_id=talk.id,
            person_id=person.id,
            kind=MessageKind.THANK_YOU,
            tone=Tone.WARM,
            subject="Thank you",
            body="Hi",
            saved_at=NOW,
        )
        sent = acts.mark_sent(
            dossier, draft, original="", channel=Channel.EMAIL, now=NOW, ids=Ids2(30 + number)
        )
        dossier = after(dossier, sent)
        heard = acts.record_fact(
            dossier, FactKind.REPLY_NOTE, now=NOW, ids=Ids2(40 + number), person_id=person.id
        )
        dossier = after(dossier, heard)
    other = acts.book(dossier, Talk(start=NOW, names=(stays.name,)), zone_name="", ids=Ids2(50))
    dossier = after(dossier, other)
    left = after(dossier, acts.remove_person(dossier, gone))
    assert [one.met for one in left.interviews] == [(stays.id,), (stays.id,)]
    assert [one.used_for for one in left.highlights] == [(), (stays.id,)]
    assert [one.person_id for one in left.messages] == [None, stays.id]
    assert [one.person_id for one in left.facts] == [None, stays.id]


def test_invited_again_is_one_act_with_its_interview() -> None:
    dossier = added("Lumen & Oak, Designer, today 14:00 with Priya Raman")
    change, interview = acts.invited_again(dossier, moment=MOMENT, zone_name="", ids=Ids2(20))
    invited = after(dossier, change)
    assert [fact.kind for fact in invited.facts] == [FactKind.REPLY_INVITED]
    assert invited.interviews[-1].id == interview
    assert invited.interviews[-1].start is None
    assert after(invited, change.inverse()) == dossier


def test_a_highlight_is_ticked_for_one_person_and_unticked_again() -> None:
    dossier = added("Lumen & Oak, Designer, today 14:00 with Priya Raman, Omar Aziz")
    priya, omar = dossier.people
    talk = dossier.interviews[0]
    change = acts.add_highlight(dossier, talk.id, "the move", priya.id, ids=Ids2(20))
    dossier = after(dossier, change)
    both = after(dossier, acts.tick(dossier, dossier.highlights[0], omar.id, True))
    assert both.highlights[0].used_for == (priya.id, omar.id)
    left = after(both, acts.tick(both, both.highlights[0], priya.id, False))
    assert left.highlights[0].used_for == (omar.id,)
