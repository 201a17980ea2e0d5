"""What holds of every history whatever: never more than two, and silence after an answer."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from rules.evidence import EVIDENCE
from rules.ledger import current_round, may_send, rounds, used
from rules.next_step import next_step
from rules.records import (
    Channel,
    Dossier,
    Draft,
    Fact,
    FactId,
    FactKind,
    Interview,
    InterviewId,
    Message,
    MessageId,
    MessageKind,
    Moment,
    Person,
    PersonId,
    Tone,
)
from rules.stages import Stage
from rules.standing import stage_of
from rules.steps import StepKind
from tests.rules.dossiers import LONDON, OID, PANEL, at, case, person, when

Kept = TypeVar("Kept")
UNPROMPTED = (
    MessageKind.APPLICATION_FOLLOW_UP,
    MessageKind.THANK_YOU,
    MessageKind.PASS_ON,
    MessageKind.THANKS_AND_QUESTION,
    MessageKind.CHECK_IN,
    MessageKind.INVITED_CHECK_IN,
)
ENDINGS = (FactKind.REJECTION, FactKind.OFFER, FactKind.WITHDREW)
START = at("04-01 08:00")
PEOPLE = [one.id for one in PANEL]

moments = st.integers(0, 24 * 90).map(lambda hours: START + timedelta(hours=hours))
days = st.integers(0, 120).map(lambda n: date(2026, 4, 1) + timedelta(days=n))
whoever = st.one_of(st.none(), st.sampled_from(PEOPLE))
talk_ids = st.one_of(st.none(), st.sampled_from([InterviewId("i0"), InterviewId("i1")]))


@st.composite
def histories(draw: st.DrawFn) -> Dossier:
    """Two talks at most, and anything sent and said at any time about any of them."""
    talks = tuple(
        Interview(
            id=InterviewId(f"i{n}"),
            opportunity_id=OID,
            start=end - timedelta(hours=1) if end else None,
            end=end,
            met=tuple(draw(st.lists(st.sampled_from(PEOPLE), unique=True))),
            skipped=tuple(draw(st.lists(st.sampled_from(PEOPLE), unique=True, max_size=1))),
            decides_at_once=draw(st.booleans()),
            joined=draw(st.sampled_from([None, True, False])),
            zone=draw(st.sampled_from(["", "Asia/Tokyo", "America/New_York"])),
        )
        for n, end in enumerate(draw(st.lists(st.one_of(st.none(), moments), max_size=2)))
    )
    messages = tuple(
        Message(
            id=MessageId(f"m{n}"),
            opportunity_id=OID,
            interview_id=draw(talk_ids),
            person_id=draw(whoever),
            kind=draw(st.sampled_from(MessageKind)),
            channel=draw(st.sampled_from(Channel)),
            sent_at=draw(moments),
            unsent_at=draw(st.sampled_from([None, None, START])),
        )
        for n in range(draw(st.integers(0, 5)))
    )
    facts = tuple(
        Fact(
            id=FactId(f"f{n}"),
            opportunity_id=OID,
            kind=draw(st.sampled_from(FactKind)),
            at=draw(moments),
            day=draw(st.one_of(st.none(), days)),
            interview_id=draw(talk_ids),
            person_id=draw(whoever),
        )
        for n in range(draw(st.integers(0, 3)))
    )
    applied = draw(st.one_of(st.none(), moments))
    return case(
        *talks,
        *messages,
        *facts,
        applied_at=applied,
        agency=draw(st.booleans()),
        zone=draw(st.sampled_from(["", "Europe/London"])),
    )


def now_at(moment: datetime) -> Moment:
    return replace(when("05-14 15:20"), now=moment)


@given(histories(), moments)
def test_the_count_is_never_above_two(dossier: Dossier, moment: datetime) -> None:
    assert all(0 <= used(dossier, one) <= 2 for one in rounds(dossier, now_at(moment)))
    step = next_step(dossier, now_at(moment))
    assert 0 <= step.used <= step.of <= 2
    assert step.reason in EVIDENCE


@given(histories(), moments)
def test_at_two_of_two_nothing_unprompted_may_be_written(
    dossier: Dossier, moment: datetime
) -> None:
    now = now_at(moment)
    round_ = current_round(dossier, now)
    if round_ is not None and len(rounds(dossier, now)) == 1 and used(dossier, round_) == 2:
        for kind in UNPROMPTED[1:-1]:
            assert all(may_send(dossier, kind, one, now) is not None for one in PEOPLE)


@given(histories(), moments)
def test_a_letter_offered_is_one_the_ledger_allows(dossier: Dossier, moment: datetime) -> None:
    now = now_at(moment)
    # Nothing is known before it happened.
    dossier = replace(
        dossier,
        messages=tuple(one for one in dossier.messages if one.sent_at <= moment),
        facts=tuple(one for one in dossier.facts if one.at <= moment),
    )
    step = next_step(dossier, now)
    if step.kind is StepKind.WRITE and step.message is not None:
        for one in step.people or (None,):
            assert (may_send(dossier, step.message, one, now) is None) is step.may_compose
    else:
        assert not step.may_compose


@given(histories(), moments, st.integers(1, 6))
def test_more_people_never_change_the_count(
    dossier: Dossier, moment: datetime, number: int
) -> None:
    more: list[Person] = [person(f"Z{n}") for n in range(number)]
    met = tuple(one.id for one in more)
    wider = replace(
        dossier,
        people=(*dossier.people, *more),
        interviews=tuple(replace(one, met=one.met + met) for one in dossier.interviews),
    )
    now = now_at(moment)
    before = [used(dossier, one) for one in rounds(dossier, now)]
    assert [used(wider, one) for one in rounds(wider, now)] == before


@given(histories(), moments, st.sampled_from(MessageKind), whoever)
def test_drafts_change_nothing_but_the_question_whether_they_went(
    dossier: Dossier, moment: datetime, kind: MessageKind, to: PersonId | None
) -> None:
    draft = Draft(
        opportunity_id=OID,
        interview_id=None,
        person_id=to,
        kind=kind,
        tone=Tone.WARM,
        subject="",
        body="",
        copied_at=moment - timedelta(hours=2),
        saved_at=moment,
    )
    now = now_at(moment)
    drafted = replace(dossier, drafts=(draft,))
    before, after = next_step(dossier, now), next_step(drafted, now)
    assert stage_of(drafted, now) is stage_of(dossier, now)
    assert (after.used, after.of) == (before.used, before.of)
    assert after == before or after.kind is StepKind.CONFIRM_SENT
    typed = replace(dossier, drafts=(replace(draft, copied_at=None),))
    assert next_step(typed, now) == before
    assert all(
        may_send(drafted, one, to, now) == may_send(dossier, one, to, now) for one in MessageKind
    )


@given(histories(), moments, st.sampled_from(ENDINGS))
def test_an_ending_leaves_no_follow_up_due(
    dossier: Dossier, moment: datetime, kind: FactKind
) -> None:
    told = Fact(id=FactId("end"), opportunity_id=OID, kind=kind, at=START + timedelta(days=91))
    over = tuple(one for one in dossier.interviews if one.end is not None)
    dossier = replace(dossier, interviews=over, facts=(*dossier.facts, told))
    now = now_at(told.at + (moment - START))
    step = next_step(dossier, now)
    assert stage_of(dossier, now) is Stage.OUTCOME
    assert step.message not in UNPROMPTED
    for refused in UNPROMPTED:
        assert all(may_send(dossier, refused, one, now) is not None for one in PEOPLE)


@given(histories(), moments, st.randoms(use_true_random=False))
def test_the_order_of_storing_decides_nothing(
    dossier: Dossier, moment: datetime, chance: random.Random
) -> None:
    def shuffled(values: tuple[Kept, ...]) -> tuple[Kept, ...]:
        return tuple(chance.sample(values, len(values)))

    other = replace(
        dossier,
        people=shuffled(dossier.people),
        interviews=shuffled(dossier.interviews),
        messages=shuffled(dossier.messages),
        facts=shuffled(dossier.facts),
    )
    now = now_at(moment)
    assert next_step(other, now) == next_step(dossier, now)
    assert stage_of(other, now) is stage_of(dossier, now)


@given(histories(), moments)
def test_a_new_round_starts_at_nothing(dossier: Dossier, moment: datetime) -> None:
    end = START + timedelta(days=200)
    fresh = Interview(
        id=InterviewId("new"),
        opportunity_id=OID,
        start=end - timedelta(hours=1),
        end=end,
        met=(PEOPLE[0],),
    )
    again = replace(dossier, interviews=(*dossier.interviews, fresh))
    now = now_at(moment)
    assert used(again, rounds(again, now)[-1]) == 0


@given(histories(), moments)
def test_where_the_person_sits_moves_neither_edge(dossier: Dossier, moment: datetime) -> None:
    known = replace(dossier.opportunity, zone="Europe/London")
    dossier = replace(dossier, opportunity=known)
    here = now_at(moment)
    there = replace(here, zone=UTC)
    assert here.zone is LONDON
    one, other = next_step(dossier, here), next_step(dossier, there)
    assert (one.kind, one.message, one.people) == (other.kind, other.message, other.people)
    if one.window is not None and other.window is not None:
        assert one.window.earliest == other.window.earliest
        assert one.window.latest == other.window.latest
