"""What a reminder says, for each kind of letter."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules.board import card_of
from rules.records import MessageKind
from tests.rules import test_board as board
from ui.wording.reminders import line

OWED = card_of(board.OWED, board.MOMENT)


@pytest.mark.parametrize("kind", MessageKind)
def test_each_letter_has_its_words(kind: MessageKind) -> None:
    card = replace(OWED, company="Kestrel Rail", step=replace(OWED.step, message=kind, people=()))
    said = line(card, board.NOW + timedelta(days=3), board.MOMENT)
    assert said.startswith("Kestrel Rail: ")
    assert said.endswith(", 3 days left")
    assert "_" not in said
    assert "!" not in said


def test_late_is_said_plainly() -> None:
    said = line(OWED, board.NOW - timedelta(hours=5), board.MOMENT)
    assert said.endswith(" to thank, 5 h late")


def test_the_companys_own_braces_and_apostrophes_stay() -> None:
    card = replace(OWED, company="{Joe's}")
    assert line(card, board.NOW, board.MOMENT).startswith("{Joe's}: ")
