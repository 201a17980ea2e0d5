"""A change takes itself back, whatever it did."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import acts
from rules.acts import Talk
from rules.changes import Change, Edit, apply, in_order
from rules.records import (
    Channel,
    Dossier,
    Draft,
    FactKind,
    Message,
    MessageKind,
    Opportunity,
    OpportunityId,
    Outcome,
    Record,
    Tone,
)

NOW = datetime(2026, 5, 14, 14, 20, tzinfo=UTC)


class Ids:
    """Ids in the order they are asked for."""

    def __init__(self) -> None:
        self.given = 0

    def __call__(self) -> str:
        self.given += 1
        return f"id{self.given}"


def start() -> Dossier:
    opportunity = Opportunity(id=OpportunityId("o"), company="Lumen & Oak", created_at=NOW)
    return Dossier(opportunity=opportunity)


def act(number: int, dossier: Dossier, ids: Ids, day: int) -> Change:
    """One of the acts, on whatever the dossier holds by now."""
    when = NOW - timedelta(days=day)
    talk = Talk(start=when, end=when + timedelta(hours=1), names=("Priya Raman", "Omar Aziz"))
    if number == 0 or not dossier.interviews:
        return acts.book(dossier, talk, zone_name="Europe/London", ids=ids)
    interview = dossier.interviews[day % len(dossier.interviews)]
    if number == 1 or not dossier.people:
        return acts.add_person(dossier, interview, f"Person {day}", "", ids=ids)
    person = dossier.people[day % len(dossier.people)]
    draft = Draft(
        opportunity_id=dossier.opportunity.id,
        interview_id=interview.id,
        person_id=person.id,
        kind=MessageKind.THANK_YOU,
        tone=Tone.WARM,
        subject="Thank you",
        body="Hi",
        saved_at=NOW,
    )
    match number:
        case 2:
            return acts.skip(dossier, interview, person.id, day % 2 == 0)
        case 3:
            return acts.add_highlight(dossier, interview.id, "the move", person.id, ids=ids)
        case 4 if dossier.highlights:
            return acts.tick(dossier, dossier.highlights[0], person.id, day % 2 == 0)
        case 5:
            return acts.mark_sent(
                dossier, draft, original="", channel=Channel.EMAIL, now=when, ids=ids
            )
        case 6 if dossier.messages:
            return acts.mark_unsent(dossier, dossier.messages[0], now=NOW)
        case 7:
            return acts.remove_person(dossier, person)
        case 8:
            return acts.remove_interview(dossier, interview)
        case 9:
            return acts.record_outcome(dossier, list(Outcome)[day % 4], now=when, ids=ids)
        case 10:
            return acts.record_fact(dossier, list(FactKind)[day % 16], now=when, ids=ids)
        case 11:
            return acts.reopen(dossier)
        case 12:
            return acts.fill_in(dossier, interview, talk, ids=ids)
        case 13:
            return acts.now_waiting(dossier, interview.id, now=when, ids=ids)
        case 14:
            return acts.thanking_again(dossier)
        case _:
            return acts.place(dossier, float(day))


@given(st.lists(st.tuples(st.integers(0, 15), st.integers(0, 20)), max_size=25))
def test_undoing_every_act_gives_back_the_first_facts(script: list[tuple[int, int]]) -> None:
    dossier, ids, done = start(), Ids(), []
    first = dossier
    for number, day in script:
        change = act(number, dossier, ids, day)
        after = apply(dossier, change)
        assert after is not None
        done.append(change)
        dossier = after
    assert dossier == in_order(dossier)
    for change in reversed(done):
        before = apply(dossier, change.inverse())
        assert before is not None
        dossier = before
    assert dossier == first


@given(st.lists(st.tuples(st.integers(0, 15), st.integers(0, 20)), max_size=25))
def test_each_edit_starts_from_what_is_on_record(script: list[tuple[int, int]]) -> None:
    dossier, ids = start(), Ids()
    for number, day in script:
        on_record: dict[str, Record] = {"o": dossier.opportunity}
        kept: list[Record] = [*dossier.people, *dossier.interviews, *dossier.highlights]
        kept += [*dossier.messages, *dossier.facts]
        on_record.update({record.id: record for record in kept})
        change = act(number, dossier, ids, day)
        for edit in change.edits:
            record = edit.after if edit.after is not None else edit.before
            assert record is not None
            assert on_record.get(record.id) == edit.before
            if edit.after is None:
                del on_record[record.id]
            else:
                on_record[record.id] = edit.after
        after = apply(dossier, change)
        assert after is not None
        dossier = after


def test_an_inverse_of_an_inverse_is_the_change() -> None:
    change = acts.book(start(), Talk(names=("Priya",)), zone_name="", ids=Ids())
    assert change.inverse().inverse() == change
    assert change.inverse() != change


def test_taking_away_the_opportunity_leaves_nothing() -> None:
    dossier = start()
    made = Change(
        opportunity_id=dossier.opportunity.id,
        label="added",
        edits=(Edit(before=None, after=dossier.opportunity),),
    )
    assert apply(None, made) == dossier
    assert apply(dossier, made.inverse()) is None


def test_a_change_of_an_unknown_opportunity_is_refused() -> None:
    change = acts.book(start(), Talk(names=("Priya",)), zone_name="", ids=Ids())
    with pytest.raises(ValueError, match="no opportunity"):
        apply(None, change)
    nothing = Change(
        opportunity_id=OpportunityId("o"), label="edited", edits=(Edit(before=None, after=None),)
    )
    assert apply(None, nothing) is None


def test_a_removed_person_stays_in_what_was_sent_by_name() -> None:
    dossier, ids = start(), Ids()
    for number in (0, 3, 5, 10):
        after = apply(dossier, act(number, dossier, ids, 0))
        assert after is not None
        dossier = after
    person = dossier.people[0]
    after = apply(dossier, acts.remove_person(dossier, person))
    assert after is not None
    message: Message = after.messages[0]
    assert message.to_name == person.name
    assert message.person_id is None
    assert all(person.id not in interview.met for interview in after.interviews)
    assert all(person.id not in highlight.used_for for highlight in after.highlights)
