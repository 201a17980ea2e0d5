"""The board's layout in the windows it is drawn for, its names, and what moves by itself."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from rules.records import OpportunityId
from rules.stages import Stage
from tests.example_day import NOW
from tests.ui.boards import Board, board
from tests.ui.cards import Clock, Shelf, card, sample_session, session_of
from ui.board.card_painter import count_that_fits
from ui.theme import Look
from ui.widgets.paint import envelopes_width

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

KEY = Qt.Key


def widths(shown: Board) -> list[int]:
    """How wide the lanes are."""
    return [lane.width() for lane in shown.page.area.lanes.values()]


@pytest.mark.parametrize(
    ("width", "lanes"),
    [
        (1204, [225, 225, 224, 225, 225]),
        (948, [210, 209, 210, 209, 46]),
        (1016, [222, 223, 222, 223, 46]),
        (1844, [320] * 5),
    ],
)
def test_lanes_share_the_width(qtbot: QtBot, width: int, lanes: list[int]) -> None:
    del qtbot
    with board(width) as shown:
        assert sorted(widths(shown)) == sorted(lanes)
        assert shown.page.area.horizontalScrollBar().maximum() == 0


def test_lanes_are_never_narrower_than_188_and_scroll_instead(qtbot: QtBot) -> None:
    del qtbot
    with board(700) as shown:
        assert widths(shown)[:4] == [188] * 4
        assert shown.page.area.horizontalScrollBar().maximum() > 0


def test_the_folded_outcome_opens_by_key_and_folds_again(qtbot: QtBot) -> None:
    del qtbot
    with board(948, 640) as shown:
        last = shown.page.area.lanes[Stage.OUTCOME]
        shown.focus("harbourlight")
        shown.press(KEY.Key_Right)
        assert last.strip.hasFocus()
        shown.press(KEY.Key_Return)
        assert not last.is_folded
        assert last.list.hasFocus()
        last.fold.click()
        assert last.is_folded


def test_a_card_held_over_the_folded_outcome_opens_it(qtbot: QtBot) -> None:
    with board(948, 640) as shown:
        last = shown.page.area.lanes[Stage.OUTCOME]
        shown.drag("fernway", shown.in_lane(Stage.OUTCOME), drop=False)
        qtbot.waitUntil(lambda: not last.is_folded)
        shown.page.carry.cancel()
        assert last.is_folded


def test_every_lane_and_control_has_a_role_and_a_name(qtbot: QtBot) -> None:
    del qtbot
    with board() as shown:
        for lane in shown.page.area.lanes.values():
            interface = QAccessible.queryAccessibleInterface(lane.list)
            assert interface.role() == QAccessible.Role.List
        thanks = shown.page.area.lanes[Stage.SAY_THANK_YOU].list
        assert thanks.accessibleName() == "Say thank you, 2 cards"
        for button in shown.page.findChildren(QAbstractButton):
            assert button.accessibleName()


def test_tab_goes_from_the_header_through_the_lanes(qtbot: QtBot) -> None:
    del qtbot
    with board() as shown:
        shown.page.header.segment.findChildren(QAbstractButton)[0].setFocus()
        names = []
        shown.press(KEY.Key_Tab)
        assert QApplication.focusWidget() is shown.page.header.field
        shown.press(KEY.Key_Tab)
        for _ in Stage:
            shown.press(KEY.Key_Tab)
            focus = QApplication.focusWidget()
            names.append(focus.accessibleName().split(",")[0] if focus else "")
        assert names == [
            "Applied",
            "Interview booked",
            "Say thank you",
            "Waiting to hear",
            "Outcome",
        ]


def test_the_focus_given_to_the_page_goes_to_a_card(qtbot: QtBot) -> None:
    del qtbot
    with board() as shown:
        shown.page.setFocus()
        assert shown.focused() == "oatfield"
        shown.focus("lumen")
        shown.page.setFocus()
        assert shown.focused() == "lumen"


def test_time_moves_a_card_by_itself_and_tints_its_arrival(qtbot: QtBot) -> None:
    del qtbot
    clock = Clock(NOW)
    shown = Board(sample_session(clock=clock))
    clock.now = NOW + timedelta(hours=20)
    shown.session.tick_clock()
    oid = OpportunityId("brightmoor")
    assert shown.session.card(oid).stage is Stage.SAY_THANK_YOU
    tints = shown.page.area.lanes[Stage.SAY_THANK_YOU].list.delegate().tints
    assert oid in tints
    shown.page.close()


def test_a_moved_cards_old_neighbours_keep_the_place_they_were_at(qtbot: QtBot) -> None:
    del qtbot
    with board() as shown:
        shown.focus("quillstone")
        shown.session.delete(OpportunityId("fernway"))
        assert shown.focused() == "quillstone"


def test_an_empty_board_says_how_cards_come(qtbot: QtBot) -> None:
    del qtbot
    shown = Board(session_of(Shelf()))
    assert shown.drawn().count("|") == 5
    assert shown.page.area.lanes[Stage.APPLIED].list.empty_text
    shown.page.grab()
    shown.page.close()


def test_an_empty_lane_shows_that_it_has_the_keyboard(qtbot: QtBot) -> None:
    made = Board(session_of(Shelf()))
    qtbot.addWidget(made.page)
    cards = made.page.area.lanes[Stage.OUTCOME].list
    focus = made.look.theme.focus.name()
    cards.setFocus(Qt.FocusReason.TabFocusReason)
    assert focus in colours(cards.viewport())
    cards.clearFocus()
    assert focus not in colours(cards.viewport())


def test_the_count_makes_way_for_the_chip(qapp: QApplication) -> None:
    del qapp
    look, shown = Look(), card("fernway")
    envelopes, words, width = count_that_fits(look, shown, 100)
    assert (envelopes, words) == (envelopes_width(2), "1/2")
    assert count_that_fits(look, shown, envelopes + width) == (envelopes, "", 0)
    assert count_that_fits(look, shown, envelopes - 1) == (0, "", 0)


def colours(widget: QWidget) -> set[str]:
    picture = widget.grab().toImage()
    width, height = picture.width(), picture.height()
    return {picture.pixelColor(x, y).name() for x in range(width) for y in range(0, height, 2)}


def test_near_an_edge_the_lane_scrolls_under_the_card(qtbot: QtBot) -> None:
    with board(1204, 400) as shown:
        bar = shown.page.area.lanes[Stage.WAITING_TO_HEAR].list.verticalScrollBar()
        assert bar.maximum() > 0
        lane = shown.page.area.lanes[Stage.WAITING_TO_HEAR]
        shown.drag("kestrel", shown.in_lane(lane.stage, lane.height() - 12), drop=False)
        qtbot.waitUntil(lambda: bar.value() == bar.maximum())
        shown.page.carry.cancel()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_look_paints(qtbot: QtBot, dark: bool, scale: float) -> None:
    del qtbot
    with board() as shown:
        shown.look.set_dark(dark)
        shown.look.set_scale(scale)
        assert not shown.page.grab().isNull()


def test_the_button_of_a_card_shows_its_menu(qtbot: QtBot) -> None:
    del qtbot
    with board() as shown:
        lane = shown.page.area.lanes[Stage.APPLIED]
        row = lane.list.visualRect(lane.model.index(0))
        spot: QPoint = lane.list.delegate().button_rect(row).center()
        QTest.mouseClick(
            lane.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
        )
        menu = QApplication.activePopupWidget()
        assert menu is not None
        assert menu.accessibleName() == "Oatfield Foods"
        menu.close()
        assert shown.opened == []
