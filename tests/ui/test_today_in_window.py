"""Today's rows in the whole window: what they ask the board, the command list, the toast."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from rules.records import OpportunityId
from tests.ui.whole_window import Whole, whole_window
from ui.widgets.popover import Popover

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TIDEPOOL, LUMEN = OpportunityId("tidepool"), OpportunityId("lumen")


@pytest.fixture
def whole(tmp_path: Path, qtbot: QtBot) -> Iterator[Whole]:
    with whole_window(tmp_path, qtbot) as made:
        yield made


def test_m_asks_for_the_stage_beside_the_card_on_the_board(whole: Whole) -> None:
    whole.press("M")
    assert whole.window.page() == "board"
    assert whole.window.board.current() == TIDEPOOL
    menus = [one for one in whole.window.board.findChildren(QMenu) if one.isVisible()]
    assert [one.accessibleName() for one in menus] == ["Move to"]
    menus[0].close()


@pytest.mark.parametrize("key", ["I", "R"])
def test_i_and_r_ask_beside_the_card_on_the_board(whole: Whole, key: str) -> None:
    whole.press(key)
    assert whole.window.page() == "board"
    panels = [one for one in whole.window.board.findChildren(Popover) if one.isVisible()]
    assert len(panels) == 1


def test_the_command_list_puts_the_row_off_and_the_toast_takes_it_back(whole: Whole) -> None:
    whole.press("Down")
    whole.press("Ctrl+K")
    whole.type("snooze tomorrow")
    whole.press("Return")
    assert whole.session.card(LUMEN).snoozed_until is not None
    assert "Snoozed until tomorrow 09:00: Lumen & Oak" in whole.texts(whole.window.toast)
    whole.press("Ctrl+Z")
    assert whole.session.card(LUMEN).snoozed_until is None


def test_the_badge_leaves_out_what_was_put_off(whole: Whole, qtbot: QtBot) -> None:
    whole.session.snooze(LUMEN, whole.window.session.moment().now.replace(hour=20))
    assert whole.session.today().to_send == 3
    buttons = whole.window.rail.findChildren(QAbstractButton)
    qtbot.waitUntil(lambda: any(one.accessibleName().startswith("Today, 3") for one in buttons))


def test_enter_on_the_button_of_a_row_opens_its_menu(whole: Whole) -> None:
    whole.press("Tab")
    whole.press("Return")
    menus = [one for one in whole.window.today.findChildren(QMenu) if one.isVisible()]
    assert [one.accessibleName() for one in menus] == ["Tidepool Robotics"]
    menus[0].close()
    QApplication.processEvents()


def test_what_is_typed_where_one_is_added_is_begun_there(whole: Whole) -> None:
    whole.window.today.add.setFocus()
    whole.press("B")
    field = whole.window.add_panel.quick_add.field
    assert QApplication.focusWidget() is field
    whole.type("rightmoor, today 9:00")
    assert field.text().casefold() == "brightmoor, today 9:00"
