"""Today: the first page, the sections, and what a row does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rules.quick_add import understand
from rules.steps import StepKind
from tests import example_day as sample
from tests.ui.frame_world import AHEAD, LINE, LONDON, session_in
from ui.resources import load_fonts
from ui.session import Session
from ui.theme import Look
from ui.today.coming import Coming
from ui.today.page import TodayPage
from ui.widgets.toast import Notice

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    load_fonts()
    return Look(reduced_motion=True)


def page_of(session: Session, look: Look, qtbot: QtBot) -> TodayPage:
    page = TodayPage(session, look)
    page.resize(1204, 800)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def page(tmp_path: Path, look: Look, qtbot: QtBot) -> TodayPage:
    """The page of the example day."""
    return page_of(session_in(tmp_path, filled=True), look, qtbot)


@pytest.fixture
def empty(tmp_path: Path, look: Look, qtbot: QtBot) -> TodayPage:
    """The first page of all."""
    return page_of(session_in(tmp_path), look, qtbot)


def words(page: TodayPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def companies(page: TodayPage) -> list[str]:
    return [row.card.company for row in page.queue.rows()]


def test_nothing_on_record_shows_the_first_page_with_the_cursor_in_its_field(
    empty: TodayPage,
) -> None:
    empty.take_focus()
    assert empty.is_first_run()
    assert QApplication.focusWidget() is empty.first_run.quick_add.field
    assert "Every interview deserves an afterword." in words(empty)
    assert any("Everything stays on this computer" in one for one in words(empty))


def test_the_doors_make_room_for_the_chips(empty: TodayPage) -> None:
    first = empty.first_run
    assert first._doors.isVisible()
    QTest.keyClicks(first.quick_add.field, "Lumen")
    assert not first._doors.isVisible()
    assert first.quick_add.chips.isVisible()


def test_an_application_may_be_added_instead(empty: TodayPage) -> None:
    first = empty.first_run
    first._other.click()
    assert first.quick_add.mode == "application"
    assert first._other.text() == "Add an interview instead"
    assert QApplication.focusWidget() is first.quick_add.field


def test_the_sample_is_one_of_the_doors(empty: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(empty.sample_asked):
        empty.first_run._sample.click()


def test_one_press_opens_one_sample_and_says_so(empty: TodayPage) -> None:
    asked: list[None] = []
    empty.sample_asked.connect(lambda: asked.append(None))
    door = empty.first_run._sample
    for _ in range(3):
        QTest.mouseClick(door, Qt.MouseButton.LeftButton)
    assert len(asked) == 1
    assert door.accessibleName() == "Opening the sample…"
    empty.first_run._opening.timeout.emit()
    assert door.isEnabled()
    assert door.accessibleName() == "Try it with sample data"


def test_a_low_window_does_without_the_drawing(empty: TodayPage) -> None:
    assert empty.first_run._hero.isVisible()
    empty.resize(864, 600)
    assert not empty.first_run._hero.isVisible()


def test_the_first_card_turns_the_first_page_into_the_queue(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    session = session_in(tmp_path)
    page = page_of(session, look, qtbot)
    session.add(understand(LINE, sample.NOW, LONDON))
    assert not page.is_first_run()
    assert companies(page) == ["Lumen & Oak"]
    session.undo()
    assert page.is_first_run()


def test_the_example_day_has_its_sections_in_order(page: TodayPage) -> None:
    assert companies(page) == [
        "Tidepool Robotics", "Lumen & Oak", "Harbourlight Energy", "Oatfield Foods",
    ]  # fmt: skip
    shown = words(page)
    for title in ("Late", "Due today", "Sent or not?", "Next 7 days", "Resting"):
        assert title in shown
    assert "Thursday 14 May. 4 to send, about 12 minutes." in shown
    assert "Thank 2 people at Tidepool Robotics" in shown
    assert "Check in with Harbourlight Energy" in shown
    assert "Did this go to Oatfield Foods?" in shown


def test_the_first_row_has_the_focus_and_the_only_filled_button(page: TodayPage) -> None:
    page.take_focus()
    rows = page.queue.rows()
    assert QApplication.focusWidget() is rows[0]
    assert [row.verb._kind for row in rows] == ["primary", "secondary", "secondary", "secondary"]


def test_enter_on_a_row_opens_it(page: TodayPage, qtbot: QtBot) -> None:
    page.take_focus()
    row = page.queue.rows()[0]
    with qtbot.waitSignal(page.opened) as told:
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert told.args == [row.card.opportunity_id, ""]


def test_the_arrows_go_from_row_to_row(page: TodayPage) -> None:
    page.take_focus()
    rows = page.queue.rows()
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[1]
    QTest.keyClick(rows[1], Qt.Key.Key_Up)
    QTest.keyClick(rows[0], Qt.Key.Key_Up)
    assert QApplication.focusWidget() is rows[0]


def test_a_row_is_spoken_with_all_it_shows(page: TodayPage) -> None:
    name = page.queue.rows()[0].accessibleName()
    for part in ("Tidepool Robotics", "Thank 2 people", "late", "0 of 2 thanked"):
        assert part in name


def test_yes_it_is_sent_counts_the_letter(page: TodayPage, qtbot: QtBot) -> None:
    row = page.queue.rows()[3]
    oid = row.card.opportunity_id
    session = page._session
    with qtbot.waitSignal(page.said) as told:
        row.verb.click()
    notice = told.args[0] if told.args else None
    assert isinstance(notice, Notice)
    assert session.card(oid).used == 1
    assert "Oatfield Foods" not in companies(page)
    assert notice.act is not None
    notice.act()
    assert session.card(oid).used == 0


def test_not_yet_keeps_the_draft_and_stops_asking(page: TodayPage, qtbot: QtBot) -> None:
    oid = page.queue.rows()[3].card.opportunity_id
    with qtbot.waitSignal(page.said):
        page.queue.doing.confirm(oid, sent=False)
    assert page._session.step(oid).kind is not StepKind.CONFIRM_SENT
    assert page._session.card(oid).used == 0


def test_the_focus_stays_on_its_card_when_the_rows_change(page: TodayPage) -> None:
    rows = page.queue.rows()
    rows[1].setFocus()
    page.queue.doing.confirm(rows[3].card.opportunity_id, sent=False)
    focus = QApplication.focusWidget()
    assert focus is page.queue.rows()[1]


def test_the_week_opens_what_it_names(page: TodayPage, qtbot: QtBot) -> None:
    coming = page.findChildren(Coming)
    assert "Brightmoor Council. Interview 10:00, 2 people" in [
        one.accessibleName() for one in coming
    ]
    with qtbot.waitSignal(page.opened):
        coming[0].click()


def test_the_header_asks_for_a_new_one(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.add_requested):
        page.add.click()


def test_nothing_due_says_so_and_what_comes_next(tmp_path: Path, look: Look, qtbot: QtBot) -> None:
    session = session_in(tmp_path)
    session.add(understand(AHEAD, sample.NOW, LONDON))
    page = page_of(session, look, qtbot)
    assert "Nothing to send." in words(page)
    assert "Next: interview tomorrow 10:00, Brightmoor Council" in words(page)
    page.take_focus()
    assert QApplication.focusWidget() is page.add


def test_a_narrow_page_puts_the_week_below(page: TodayPage, qtbot: QtBot) -> None:
    def left() -> int:
        return page._aside.mapTo(page, page._aside.rect().topLeft()).x()

    page.resize(948, 640)
    qtbot.waitUntil(lambda: left() < 100)
    page.resize(1204, 800)
    qtbot.waitUntil(lambda: left() > 700)


@pytest.mark.parametrize("width", [900, 1204, 1844, 2400])
def test_the_header_ends_where_the_content_ends(page: TodayPage, width: int, qtbot: QtBot) -> None:
    page.resize(width, 900)
    aside = page._aside
    qtbot.waitUntil(lambda: abs(right_of(page, page.add) - right_of(page, aside)) <= 1)


def right_of(page: TodayPage, widget: QWidget) -> int:
    """Where a widget ends, in the page's pixels."""
    return widget.mapTo(page, widget.rect().topRight()).x()


def test_the_dark_look_and_large_text_lay_it_out_anew(page: TodayPage, look: Look) -> None:
    look.set_dark(True)
    look.set_scale(1.5)
    assert len(page.queue.rows()) == 4
    assert page.queue.rows()[0].height() > 90
    assert not page.grab().isNull()


def test_a_hidden_page_is_not_laid_out_until_it_is_seen(page: TodayPage) -> None:
    before = page.queue.rows()
    page.hide()
    page._session.delete(before[0].card.opportunity_id)
    assert page.queue.rows() == before
    page.show()
    assert companies(page)[0] == "Lumen & Oak"
