"""Whatever happens, somebody who sends all that is offered never sends a third to a round.

The count is taken here by itself: a wave of thanks is one, each question is one more.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import product
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.evidence import EVIDENCE
from rules.ledger import may_send, used
from rules.ledger import rounds as rounds_of
from rules.next_step import next_step
from rules.records import (
    Channel,
    Dossier,
    Fact,
    FactId,
    FactKind,
    Interview,
    InterviewId,
    Message,
    MessageId,
    MessageKind,
    Moment,
    PersonId,
)
from rules.standing import stage_of
from rules.steps import StepKind
from tests.rules.dossiers import OID, at, case, when

PEOPLE = [PersonId(one) for one in "ABCD"]
WAVE = {MessageKind.THANK_YOU, MessageKind.PASS_ON}
ASKING = {MessageKind.CHECK_IN, MessageKind.THANKS_AND_QUESTION}
START = at("05-05 08:00")


@dataclass(frozen=True)
class Offered:
    """Everything the next step offers is sent."""


@dataclass(frozen=True)
class Tried:
    """A kind of letter, sent to everybody and by every way that the ledger lets pass."""

    kind: MessageKind


@dataclass(frozen=True)
class Told:
    """A fact, naming perhaps a day so many days on."""

    kind: FactKind
    days: int | None
    by: PersonId | None


@dataclass(frozen=True)
class Met:
    """A talk that just ended."""

    people: tuple[PersonId, ...]
    joined: bool | None


Event: TypeAlias = Offered | Tried | Told | Met

events: st.SearchStrategy[Event] = st.one_of(
    st.just(Offered()),
    st.just(Offered()),
    st.builds(Tried, st.sampled_from([*WAVE, *ASKING, *MessageKind])),
    st.builds(
        Told,
        st.sampled_from(FactKind),
        st.one_of(st.none(), st.integers(-3, 30)),
        st.one_of(st.none(), st.sampled_from(PEOPLE)),
    ),
    st.builds(
        Met,
        st.lists(st.sampled_from(PEOPLE), unique=True, min_size=1).map(tuple),
        st.sampled_from([None, True, False]),
    ),
)
hours = st.one_of(st.integers(0, 48), st.sampled_from([24 * 7, 24 * 9, 24 * 12, 24 * 15]))
lives = st.lists(st.tuples(hours, events), min_size=1, max_size=14)


def with_message(
    dossier: Dossier, now: datetime, kind: MessageKind, to: PersonId | None, by: Channel
) -> Dossier:
    """One more letter said to have gone out, about the last talk that was over."""
    over = [one.id for one in dossier.interviews if one.end and one.end <= now]
    message = Message(
        id=MessageId(f"m{len(dossier.messages):03}"),
        opportunity_id=OID,
        interview_id=over[-1] if over else None,
        person_id=to,
        kind=kind,
        channel=by,
        sent_at=now,
    )
    return replace(dossier, messages=(*dossier.messages, message))


def after(dossier: Dossier, event: Event, moment: Moment) -> Dossier:
    """What is on record once that happened."""
    now = moment.now
    match event:
        case Offered():
            step = next_step(dossier, moment)
            if step.kind is StepKind.WRITE and step.may_compose and step.message is not None:
                for one in step.people or (None,):
                    if may_send(dossier, step.message, one, moment, step.channel) is None:
                        dossier = with_message(dossier, now, step.message, one, step.channel)
        case Tried():
            for to, by in product(PEOPLE, Channel):
                if may_send(dossier, event.kind, to, moment, by) is None:
                    dossier = with_message(dossier, now, event.kind, to, by)
        case Told():
            day: date | None = None
            if event.days is not None:
                day = now.date() + timedelta(days=event.days)
            fact = Fact(
                id=FactId(f"f{len(dossier.facts):03}"),
                opportunity_id=OID,
                kind=event.kind,
                at=now,
                day=day,
                person_id=event.by,
            )
            dossier = replace(dossier, facts=(*dossier.facts, fact))
        case Met():
            talk = Interview(
                id=InterviewId(f"i{len(dossier.interviews):03}"),
                opportunity_id=OID,
                start=now - timedelta(hours=1),
                end=now,
                met=event.people,
                joined=event.joined,
            )
            dossier = replace(dossier, interviews=(*dossier.interviews, talk))
    return dossier


def assert_sound(dossier: Dossier, moment: Moment) -> None:
    """The step has its evidence, and its window is in order."""
    step = next_step(dossier, moment)
    stage_of(dossier, moment)
    assert step.reason in EVIDENCE
    if step.window is not None:
        window = step.window
        assert window.earliest <= window.best <= window.latest <= window.final


def assert_two_at_most(dossier: Dossier, moment: Moment) -> None:
    """No round got more than one wave of thanks and one question, or two questions."""
    for round_ in rounds_of(dossier, moment):
        kinds = [one.kind for one in dossier.messages if round_.holds(one.interview_id)]
        asked = sum(kind in ASKING for kind in kinds)
        assert asked + any(kind in WAVE for kind in kinds) <= 2
        assert asked + any(kind in WAVE for kind in kinds) == used(dossier, round_)


@settings(max_examples=100)
@given(lives, st.booleans())
def test_no_life_brings_a_third_letter(life: list[tuple[int, Event]], agency: bool) -> None:
    dossier, moment = case(agency=agency), when("05-05 08:00")
    now = START
    for later, event in [(0, Met((PEOPLE[0], PEOPLE[1]), joined=None)), *life]:
        now += timedelta(hours=later)
        moment = replace(moment, now=now)
        dossier = after(dossier, event, moment)
        assert_sound(dossier, moment)
        assert_two_at_most(dossier, moment)
    invited = sum(one.kind is MessageKind.INVITED_CHECK_IN for one in dossier.messages)
    opened = {FactKind.REPLY_HOLDING, FactKind.PROMISE}
    assert invited <= sum(one.kind in opened for one in dossier.facts)


@settings(max_examples=100)
@given(lives)
def test_nobody_is_thanked_twice_by_the_same_way(life: list[tuple[int, Event]]) -> None:
    dossier, moment = case(), when("05-05 08:00")
    now = START
    for later, event in [(0, Met((PEOPLE[0], PEOPLE[1]), joined=None)), *life]:
        now += timedelta(hours=later)
        moment = replace(moment, now=now)
        dossier = after(dossier, event, moment)
    for round_ in rounds_of(dossier, moment):
        thanks = Counter(
            (one.person_id, one.channel)
            for one in dossier.messages
            if one.kind is MessageKind.THANK_YOU and round_.holds(one.interview_id)
        )
        assert all(number == 1 for number in thanks.values())
