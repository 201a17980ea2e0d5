"""They replied, said on the board: who, about which talk, one Undo, and asked where it clashes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from rules.records import FactKind, OpportunityId
from tests.ui.boards import Board, board
from ui.board.prompts import ChoicePrompt, WhenPrompt

FERNWAY = OpportunityId("fernway")
BRIGHTMOOR = OpportunityId("brightmoor")  # its interview is tomorrow


@pytest.fixture
def day() -> Iterator[Board]:
    with board() as made:
        yield made


def replied(day: Board, oid: str, kind: FactKind) -> None:
    """R, and one of the answers."""
    day.focus(oid)
    day.press(Qt.Key.Key_R)
    prompt = day.page.asking.panel
    assert isinstance(prompt, ChoicePrompt)
    prompt.choose(kind.value)


def test_an_invitation_is_one_undo_and_asks_when(day: Board) -> None:
    before = day.session.dossier(FERNWAY)
    steps = day.session.undo_stack.count()
    replied(day, FERNWAY, FactKind.REPLY_INVITED)
    dossier = day.session.dossier(FERNWAY)
    assert [one.kind for one in dossier.facts] == [FactKind.REPLY_INVITED]
    assert [one.start is None for one in dossier.interviews] == [False, True]
    assert isinstance(day.page.asking.panel, WhenPrompt)
    day.page.asking.panel.dismiss()
    assert day.session.undo_stack.count() == steps + 1
    day.session.undo()
    assert day.session.dossier(FERNWAY) == before


def test_the_day_told_afterwards_fills_the_invited_interview(day: Board) -> None:
    replied(day, FERNWAY, FactKind.REPLY_INVITED)
    prompt = day.page.asking.panel
    assert isinstance(prompt, WhenPrompt)
    prompt.day.setText("20 May")
    prompt.save()
    dossier = day.session.dossier(FERNWAY)
    assert len(dossier.interviews) == 2
    assert all(one.start is not None for one in dossier.interviews)


def test_a_reply_has_its_sender_and_its_talk(day: Board) -> None:
    replied(day, FERNWAY, FactKind.REPLY_NOTE)
    dossier = day.session.dossier(FERNWAY)
    (fact,) = dossier.facts
    assert fact.person_id == dossier.people[0].id
    assert fact.interview_id == dossier.interviews[0].id


def test_an_end_before_its_interview_is_asked_about_in_the_sheet(day: Board) -> None:
    replied(day, BRIGHTMOOR, FactKind.REJECTION)
    assert day.session.dossier(BRIGHTMOOR).facts == ()
    assert day.opened[-1] == (BRIGHTMOOR, "happened:rejection")
