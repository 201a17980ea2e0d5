"""What holds of Today's page whatever happened: no card is lost, doubled, or hidden when late."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.board import Card, card_of
from rules.records import Dossier, Draft, InterviewId, MessageKind, Moment, OpportunityId, Tone
from rules.steps import StepKind, StepState
from rules.today import (
    Section,
    latest_snooze,
    matter_of,
    may_snooze,
    queue,
    section_of,
    snooze_until,
)
from tests.rules.dossiers import OID
from tests.rules.test_ledger_invariants import START, histories, moments, now_at, whoever

LATE = {StepState.LATE, StepState.VERY_LATE, StepState.OVERDUE}
SENDING = {StepKind.WRITE, StepKind.CONFIRM_SENT}


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    copied = draw(st.one_of(st.none(), moments))
    return Draft(
        opportunity_id=OID,
        interview_id=draw(st.sampled_from([None, InterviewId("i0"), InterviewId("i1")])),
        person_id=draw(whoever),
        kind=draw(st.sampled_from(MessageKind)),
        tone=draw(st.sampled_from(Tone)),
        subject="",
        body="",
        copied_at=copied,
        saved_at=copied or START,
    )


@st.composite
def worked_on(draw: st.DrawFn) -> Dossier:
    """Any history, with letters that were begun or copied."""
    dossier = draw(histories())
    kept = draw(st.lists(drafts(), max_size=3, unique_by=lambda one: one.key))
    return replace(dossier, drafts=tuple(kept))


def put_off(dossier: Dossier, until: datetime, moment: Moment) -> Dossier:
    """As the session does it."""
    card = card_of(dossier, moment)
    changed = replace(
        dossier.opportunity,
        snoozed_until=snooze_until(card, until),
        snoozed_matter=matter_of(card, moment),
    )
    return replace(dossier, opportunity=changed)


def is_late(card: Card) -> bool:
    return card.step.kind in SENDING and card.step.state in LATE


@settings(max_examples=60)
@given(st.lists(worked_on(), max_size=4), moments, st.one_of(st.none(), moments))
def test_each_card_that_is_not_closed_stands_in_exactly_one_section(
    dossiers: list[Dossier], at: datetime, until: datetime | None
) -> None:
    moment = now_at(at)
    if until is not None:
        dossiers = [put_off(one, until, moment) for one in dossiers]
    cards = [
        replace(card_of(one, moment), opportunity_id=OpportunityId(str(number)))
        for number, one in enumerate(dossiers)
    ]
    today = queue(cards, moment)
    placed = [one.opportunity_id for name in Section for one in getattr(today, name)]
    active = [one.opportunity_id for one in cards if one.step.kind is not StepKind.CLOSED]
    assert sorted(placed) == sorted(active)
    assert today.to_send == sum(
        section_of(one, moment) in (Section.LATE, Section.DUE, Section.UNSURE) for one in cards
    )


@settings(max_examples=60)
@given(worked_on(), moments, moments, moments)
def test_what_is_late_is_never_hidden(
    dossier: Dossier, at: datetime, until: datetime, later: datetime
) -> None:
    away = put_off(dossier, until, now_at(at))
    card = card_of(away, now_at(later))
    if is_late(card):
        assert section_of(card, now_at(later)) in (Section.LATE, Section.UNSURE, Section.DUE)


@settings(max_examples=60)
@given(worked_on(), moments, st.integers(1, 200), st.integers(0, 400))
def test_a_card_put_off_comes_back_where_it_would_have_been(
    dossier: Dossier, at: datetime, hours: int, more: int
) -> None:
    moment = now_at(at)
    until = at + timedelta(hours=hours)
    away = put_off(dossier, until, moment)
    back = now_at(until + timedelta(hours=more))
    assert section_of(card_of(away, back), back) is section_of(card_of(dossier, back), back)


@settings(max_examples=60)
@given(worked_on(), moments, st.integers(1, 200))
def test_what_may_be_put_off_is_away_now_and_a_thank_you_is_back_in_time(
    dossier: Dossier, at: datetime, hours: int
) -> None:
    moment = now_at(at)
    card = card_of(dossier, moment)
    if not may_snooze(card, moment):
        return
    away = card_of(put_off(dossier, at + timedelta(hours=hours), moment), moment)
    assert section_of(away, moment) is Section.SNOOZED
    limit = latest_snooze(card)
    assert away.snoozed_until is not None
    assert limit is None or away.snoozed_until <= limit
