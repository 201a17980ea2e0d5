"""What a row does at once: everything of a step sent, or none of it needed."""

from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from rules import acts
from rules.board import card_of
from rules.changes import Change, apply
from rules.ledger import current_round, used
from rules.next_step import next_step
from rules.records import (
    Channel,
    Dossier,
    FactKind,
    Message,
    MessageKind,
    Outcome,
    Part,
    PersonId,
)
from rules.steps import NextStep, StepKind
from tests.rules.dossiers import (
    PANEL,
    A,
    B,
    C,
    case,
    copied,
    ended,
    person,
    said,
    talk,
    thanks,
    when,
)

NOW = "05-14 15:20"
PAIR = case(talk("i1", "05-14 14:00", "AB"))
CHECK_IN = case(talk("i1", "05-04 14:00", "A"), thanks("A", "05-04 18:00"))


def step_of(dossier: Dossier, moment: str = NOW) -> NextStep:
    return next_step(dossier, when(moment))


def marked(dossier: Dossier, *people: PersonId | None, moment: str = NOW, **more: str) -> Dossier:
    """After "mark sent"."""
    ids = (f"m{n}" for n in count())
    change = acts.mark_step_sent(
        dossier,
        step_of(dossier, moment),
        people,
        originals={PersonId(name): text for name, text in more.items()},
        moment=when(moment),
        ids=lambda: next(ids),
    )
    return done(dossier, change)


def done(dossier: Dossier, change: Change) -> Dossier:
    """After a change, which can be taken back in one."""
    after = apply(dossier, change)
    assert after is not None
    assert apply(after, change.inverse()) == dossier
    return after


def left_out(dossier: Dossier, moment: str = NOW) -> Dossier:
    """After "not needed"."""
    change = acts.not_needed(
        dossier, step_of(dossier, moment), moment=when(moment), ids=lambda: "gone"
    )
    assert change.label == "not_needed"
    return done(dossier, change)


def used_in(dossier: Dossier) -> int:
    round_ = current_round(dossier, when(NOW))
    assert round_ is not None
    return used(dossier, round_)


def test_everybody_is_thanked_by_one_act() -> None:
    after = marked(PAIR, A, B)
    assert [(one.person_id, one.outside, one.to_name) for one in after.messages] == [
        (A, True, "A"),
        (B, True, "B"),
    ]
    assert used_in(after) == 1
    assert step_of(after).message is MessageKind.CHECK_IN


def test_one_of_several_leaves_the_others() -> None:
    assert step_of(marked(PAIR, B)).people == (A,)


def test_the_letter_that_was_copied_is_kept_word_for_word() -> None:
    edited = replace(copied(MessageKind.THANK_YOU, "A", "05-14 14:30"), copied_at=None, edited=True)
    later = replace(copied(MessageKind.THANK_YOU, "A", "05-14 14:20"), body="Dear A", subject="Hi")
    untouched = replace(edited, edited=False, person_id=B)
    after = marked(replace(PAIR, drafts=(edited, later, untouched)), A, B, A="On Monday")
    first, second = after.messages
    assert (first.body, first.subject, first.original, first.outside) == (
        "Dear A", "Hi", "On Monday", False,
    )  # fmt: skip
    assert (second.body, second.outside) == ("", True)


def test_each_is_thanked_for_their_own_talk_of_the_day() -> None:
    two = case(talk("i1", "05-14 11:00", "A"), talk("i2", "05-14 14:00", "B"))
    assert [one.interview_id for one in marked(two, A, B).messages] == ["i1", "i2"]


def test_a_note_passed_on_thanks_those_it_names() -> None:
    organiser = person("D", Part.ORGANISER)
    others = [replace(one, email="") for one in PANEL[:3]]
    dossier = case(talk("i1", "05-14 14:00", "ABC"), people=(*others, organiser))
    assert step_of(dossier).message is MessageKind.PASS_ON
    after = marked(dossier, PersonId("D"))
    assert set(after.messages[0].names) == {A, B, C}
    assert step_of(after).message is MessageKind.CHECK_IN


def test_a_letter_to_nobody_in_particular_and_one_said_by_phone() -> None:
    applied = case(applied_at=when("05-06 09:00").now)
    assert marked(applied, None).messages[0].person_id is None
    withdrawn = case(
        talk("i1", "05-04 14:00", "A"),
        talk("i2", "05-06 14:00", "A"),
        thanks("A", "05-06 15:00", about="i2"),
        said(FactKind.WITHDREW, "05-14 15:00"),
        **ended(Outcome.WITHDREW, "05-14 15:00"),
    )
    by = [one.channel for one in marked(withdrawn, A).messages]
    assert by == [Channel.EMAIL, Channel.PHONE]


def test_not_needed_leaves_out_everybody_who_is_owed_thanks() -> None:
    two = case(talk("i1", "05-14 11:00", "AB"), talk("i2", "05-14 14:00", "B"))
    after = left_out(two)
    assert [one.skipped for one in after.interviews] == [(A, B), (B,)]
    assert step_of(after).reason == "nobody_to_thank"
    apart = case(
        talk("i1", "05-14 11:00", "A"), talk("i2", "05-14 14:00", "B"), thanks("A", "05-14 12:00")
    )
    assert [one.skipped for one in left_out(apart).interviews] == [(), (B,)]
    partly = replace(PAIR, messages=(thanks("A", "05-14 14:30"),))
    assert left_out(partly).interviews[0].skipped == (B,)
    again = replace(PAIR.interviews[0], skipped=(A,))
    assert left_out(replace(PAIR, interviews=(again,))).interviews[0].skipped == (A, B)


def test_not_needed_leaves_out_those_a_note_would_name() -> None:
    organiser = person("D", Part.ORGANISER)
    others = [replace(one, email="") for one in PANEL[:3]]
    dossier = case(talk("i1", "05-14 14:00", "ABC"), people=(*others, organiser))
    assert left_out(dossier).interviews[0].skipped == (A, B, C)


def test_not_needed_with_nobody_on_record_means_that_one_waits() -> None:
    nobody = case(talk("i1", "05-14 14:00", ""))
    assert step_of(nobody).kind is StepKind.ADD_DETAILS
    after = left_out(nobody)
    assert [one.kind for one in after.facts] == [FactKind.WAITING]
    assert step_of(after).kind is not StepKind.ADD_DETAILS


def test_a_check_in_that_is_not_needed_rests_and_counts_as_nothing() -> None:
    after = left_out(CHECK_IN)
    step = step_of(after)
    assert (step.kind, step.reason, step.used) == (StepKind.NOTHING, "not_needed", 1)
    assert used_in(after) == 1
    assert step_of(after, "06-20 10:00").kind is StepKind.MOMENT_PASSED


def test_it_stays_out_when_one_more_talk_of_that_day_is_written_down() -> None:
    after = left_out(CHECK_IN)
    more = talk("i2", "05-04 16:00", "A")
    assert step_of(replace(after, interviews=(*after.interviews, more))).kind is StepKind.NOTHING


def test_what_was_left_out_may_be_needed_after_all() -> None:
    after = left_out(CHECK_IN)
    change = acts.needed_after_all(after)
    assert change.label == "needed_after_all"
    assert done(after, change) == CHECK_IN
    assert acts.needed_after_all(CHECK_IN).edits == ()


def test_something_new_from_them_asks_anew_and_an_absence_does_not() -> None:
    after = left_out(CHECK_IN)
    away = said(FactKind.OUT_OF_OFFICE, "05-14 16:00", date(2026, 5, 15))
    assert step_of(replace(after, facts=(*after.facts, away)), "05-18 10:00").reason == "not_needed"
    promised = said(FactKind.PROMISE, "05-14 16:00", date(2026, 5, 15))
    again = replace(after, facts=(*after.facts, promised))
    assert step_of(again, "05-19 10:00").message is MessageKind.CHECK_IN


def test_another_letter_is_not_meant() -> None:
    after = left_out(case(applied_at=when("05-06 09:00").now))
    assert step_of(after).reason == "not_needed"
    met = replace(after, people=PANEL, interviews=(talk("i1", "05-14 14:00", "A"),))
    assert step_of(met).message is MessageKind.THANK_YOU
    thanked = replace(met, messages=(thanks("A", "05-14 15:00"),))
    assert step_of(thanked, "05-22 10:00").message is MessageKind.CHECK_IN


def test_an_answer_that_is_not_needed_gives_way_to_what_was_next() -> None:
    asked = replace(CHECK_IN, facts=(said(FactKind.REPLY_QUESTION, "05-14 10:00"),))
    assert step_of(asked).message is MessageKind.ANSWER
    assert step_of(left_out(asked)).message is None


@pytest.mark.parametrize(
    ("outcome", "kind", "left"),
    [
        (Outcome.NOT_THIS_TIME, FactKind.REJECTION, (StepKind.CLOSED, "closed")),
        (Outcome.WITHDREW, FactKind.WITHDREW, (StepKind.CLOSED, "closed")),
        (Outcome.OFFER, FactKind.OFFER, (StepKind.NOTHING, "offer_open")),
    ],
)
def test_a_letter_at_the_end_may_be_left_out(
    outcome: Outcome, kind: FactKind, left: tuple[StepKind, str]
) -> None:
    over = replace(
        case(*CHECK_IN.interviews, *CHECK_IN.messages, **ended(outcome, "05-14 15:00")),
        facts=(said(kind, "05-14 15:00", date(2026, 5, 20)),),
    )
    assert step_of(over).kind is StepKind.WRITE
    step = step_of(left_out(over))
    assert (step.kind, step.reason) == left
    assert step.window is None
    assert card_of(left_out(over), when(NOW)).step == step


def test_only_a_letter_can_be_left_out() -> None:
    ahead = case(talk("i1", "05-15 14:00", "A"))
    assert not acts.may_leave_out(step_of(ahead))
    assert acts.may_leave_out(step_of(PAIR))
    assert acts.may_leave_out(step_of(case(talk("i1", "05-14 14:00", ""))))
    assert not acts.may_leave_out(step_of(case(talk("i1", None))))
    with pytest.raises(ValueError, match="no letter"):
        left_out(ahead)


def test_a_step_of_an_unknown_round_leaves_nobody_out() -> None:
    step = replace(step_of(PAIR), interview_id=None)
    change = acts.not_needed(PAIR, step, moment=when(NOW), ids=lambda: "x")
    assert change.edits == ()
    sent = acts.mark_step_sent(PAIR, step, (A,), originals={}, moment=when(NOW), ids=lambda: "x")
    message = sent.edits[0].after
    assert isinstance(message, Message)
    assert message.interview_id is None
