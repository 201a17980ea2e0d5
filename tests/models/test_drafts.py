"""A letter being written is kept on its own, apart from what may be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from models.store import Store
from rules.records import MessageKind, OpportunityId, Tone
from tests.models.examples import OPPORTUNITY, PRIYA, TALK, THEN, adding, draft

Reopen = Callable[[], Store]


def test_a_draft_is_there_after_a_restart(reopen: Reopen) -> None:
    letter = draft(edited=True, copied_at=THEN)
    store = reopen()
    store.write(adding(OPPORTUNITY))
    store.save_draft(letter)
    (found,) = reopen().dossiers()
    assert found.drafts == (letter,)


def test_saving_again_takes_the_place_of_the_earlier_text(store: Store) -> None:
    store.write(adding(OPPORTUNITY))
    for words in ("Dear", "Dear Priya", "Dear Priya,"):
        store.save_draft(draft(body=words))
    assert [one.body for one in store.dossiers()[0].drafts] == ["Dear Priya,"]


def test_each_tone_recipient_and_kind_has_a_draft_of_its_own(store: Store) -> None:
    store.write(adding(OPPORTUNITY))
    letters = (
        draft(),
        draft(tone=Tone.BRIEF),
        draft(person_id=None),
        draft(person_id=None, interview_id=None),
        draft(kind=MessageKind.CHECK_IN),
    )
    for minutes, letter in enumerate(letters):
        store.save_draft(replace(letter, saved_at=THEN + timedelta(minutes=minutes)))
    found = store.dossiers()[0].drafts
    assert [one.key for one in found] == [one.key for one in letters]
    assert found[3].interview_id is None


def test_a_draft_to_nobody_is_saved_again_in_place(store: Store) -> None:
    store.write(adding(OPPORTUNITY))
    store.save_draft(draft(person_id=None, body="one"))
    store.save_draft(draft(person_id=None, body="two"))
    assert [one.body for one in store.dossiers()[0].drafts] == ["two"]


def test_dropping_takes_every_tone_of_one_message_and_no_other(store: Store) -> None:
    store.write(adding(OPPORTUNITY))
    for tone in Tone:
        store.save_draft(draft(tone=tone))
    others = (draft(person_id=None), draft(kind=MessageKind.CHECK_IN))
    for other in others:
        store.save_draft(other)
    store.drop_drafts(OPPORTUNITY.id, TALK.id, PRIYA.id, MessageKind.THANK_YOU)
    assert set(store.dossiers()[0].drafts) == set(others)
    store.drop_drafts(OPPORTUNITY.id, TALK.id, None, MessageKind.THANK_YOU)
    assert store.dossiers()[0].drafts == (draft(kind=MessageKind.CHECK_IN),)


def test_dropping_what_is_not_there_is_no_error(store: Store) -> None:
    store.drop_drafts(OpportunityId("none"), None, None, MessageKind.CHECK_IN)


def test_a_draft_outlives_undoing_and_redoing_its_opportunity(store: Store) -> None:
    added = adding(OPPORTUNITY)
    store.write(added)
    store.save_draft(draft())
    store.write(added.inverse())
    assert store.dossiers() == ()
    store.write(added)
    assert store.dossiers()[0].drafts == (draft(),)
