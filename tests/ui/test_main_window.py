"""The frame: keys, pages, the sheet over them, the toast, and coming back where one was."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from rules.records import OpportunityId
from rules.stages import Stage
from tests.ui.frame_world import AHEAD, LINE, session_in
from ui.board.page import BoardPage
from ui.main_window import LEAST, MainWindow
from ui.resources import load_fonts, style_sheet
from ui.session import Session
from ui.sheet.sheet import Sheet
from ui.theme import Look
from ui.today.page import TodayPage
from ui.undo_keys import LetUndoThrough
from ui.view_memory import open_memory, remember, restore
from ui.widgets.toast import Notice

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Paper:
    """A clipboard that only remembers."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def put(self, text: str, html: str = "") -> bool:
        self.texts.append(text)
        return True


class Post:
    """A mail program that only remembers."""

    def __init__(self) -> None:
        self.urls: list[str] = []

    def open(self, url: str) -> bool:
        self.urls.append(url)
        return True


@dataclass
class World:
    """A window and what it stands on."""

    window: MainWindow
    session: Session
    look: Look
    folder: Path

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """A key as the window system would send it."""
        handle = self.window.windowHandle()
        QTest.keyClick(handle, key, modifiers or Qt.KeyboardModifier.NoModifier)

    def card(self, company: str) -> OpportunityId:
        """The id of a company's card."""
        return next(
            card.opportunity_id
            for lane in self.session.lanes()
            for card in lane.cards
            if card.company == company
        )


Make = Callable[..., World]


@pytest.fixture
def make(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Make]:
    load_fonts()
    keys = LetUndoThrough()
    qapp.installEventFilter(keys)

    def made(*, filled: bool = False, size: tuple[int, int] = (1280, 800)) -> World:
        look = Look(reduced_motion=True)
        qapp.setStyleSheet(style_sheet(look))
        session = session_in(tmp_path, filled=filled)
        window = MainWindow(
            session,
            look,
            today=TodayPage(session, look),
            board=BoardPage(session, look),
            sheet=lambda: Sheet(session, look, Paper(), Post()),
            memory=open_memory(tmp_path),
        )
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.take_focus()
        return World(window, session, look, tmp_path)

    yield made
    qapp.removeEventFilter(keys)
    qapp.setStyleSheet("")


@pytest.fixture
def empty(make: Make) -> World:
    return make()


@pytest.fixture
def sample_day(make: Make) -> World:
    return make(filled=True)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_an_empty_folder_begins_in_the_one_field(empty: World) -> None:
    assert focus() is empty.window.today.first_run.quick_add.field


def test_a_line_about_a_talk_that_is_over_opens_its_letters(empty: World) -> None:
    QTest.keyClicks(focus(), LINE)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert empty.window.frame.is_open()
    assert empty.session.dossiers()[0].opportunity.company == "Lumen & Oak"
    assert empty.window.sheet.isAncestorOf(focus())


def test_a_line_about_a_talk_to_come_shows_its_card_and_says_so(empty: World) -> None:
    QTest.keyClicks(focus(), AHEAD)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert empty.window.page() == "board"
    assert not empty.window.frame.is_open()
    assert empty.window.toast.text() == "Added Brightmoor Council"
    empty.key(Qt.Key.Key_Z, CTRL)
    assert not empty.session.dossiers()
    assert "added" in empty.window.toast.text()
    empty.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert len(empty.session.dossiers()) == 1


def test_the_pages_have_their_keys(sample_day: World) -> None:
    window = sample_day.window
    sample_day.key(Qt.Key.Key_2, CTRL)
    assert window.page() == "board"
    assert window.board.isAncestorOf(focus())
    sample_day.key(Qt.Key.Key_1, CTRL)
    assert window.page() == "today"
    assert focus() is window.today.queue.rows()[0]


def test_no_command_is_without_keys_and_no_keys_have_two_commands(empty: World) -> None:
    taken: dict[str, str] = {}
    for action in empty.window.actions_of.all():
        keys = [one.toString() for one in action.shortcuts()]
        assert keys
        assert all(keys)
        for one in keys:
            assert one not in taken, (one, action.objectName(), taken[one])
            taken[one] = action.objectName()
    assert QKeySequence("Ctrl+N").toString() in taken


def test_the_rail_counts_what_is_due_and_goes_to_pages(sample_day: World, qtbot: QtBot) -> None:
    buttons = sample_day.window.rail._buttons
    assert set(buttons) == {"today", "board"}
    assert buttons["today"].accessibleName() == "Today, 4 to send"
    QTest.mouseClick(buttons["board"], Qt.MouseButton.LeftButton)
    assert sample_day.window.page() == "board"
    assert buttons["board"].isChecked()
    sample_day.session.delete(sample_day.card("Tidepool Robotics"))
    qtbot.waitUntil(lambda: buttons["today"].accessibleName() == "Today, 3 to send")


def test_ctrl_n_asks_for_a_line_over_any_page(sample_day: World) -> None:
    window = sample_day.window
    sample_day.key(Qt.Key.Key_2, CTRL)
    sample_day.key(Qt.Key.Key_N, CTRL)
    assert window.add_panel.isVisible()
    assert focus() is window.add_panel.quick_add.field
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert not window.add_panel.isVisible()
    sample_day.key(Qt.Key.Key_N, CTRL)
    QTest.keyClicks(focus(), "Fernbank, Designer, tomorrow 11:00 with Jo Hart")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert not window.add_panel.isVisible()
    assert sample_day.card("Fernbank")


def test_tab_stays_in_the_add_panel(sample_day: World) -> None:
    window = sample_day.window
    window.quick_add(None)
    window.add_panel.quick_add.field.setText(LINE)
    for _ in range(14):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        assert window.add_panel.isAncestorOf(focus())


def test_the_applied_lane_asks_for_an_application(sample_day: World) -> None:
    sample_day.window.board.add_requested.emit(Stage.APPLIED)
    assert sample_day.window.add_panel.quick_add.mode == "application"


def test_a_click_beside_the_add_panel_closes_it(sample_day: World) -> None:
    panel = sample_day.window.add_panel
    sample_day.window.quick_add(None)
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=panel.rect().bottomLeft())
    assert not panel.isVisible()


def test_the_sheet_covers_keeps_the_focus_and_gives_it_back(sample_day: World) -> None:
    window = sample_day.window
    row = window.today.queue.rows()[1]
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert window.frame.covers()
    for _ in range(30):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        assert window.sheet.isAncestorOf(focus())
    window.frame.leaving.emit()
    assert not window.frame.is_open()
    assert focus() is window.today.queue.rows()[1]


def test_escape_closes_the_sheet(sample_day: World) -> None:
    window = sample_day.window
    QTest.keyClick(window.today.queue.rows()[1], Qt.Key.Key_Return)
    for _ in range(3):
        if window.frame.is_open():
            QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert not window.frame.is_open()


def test_a_click_on_the_scrim_closes_the_sheet(sample_day: World) -> None:
    window = sample_day.window
    window.open_sheet(sample_day.card("Lumen & Oak"))
    scrim = window.frame._scrim
    assert scrim.isVisible()
    QTest.mouseClick(scrim, Qt.MouseButton.LeftButton, pos=scrim.rect().topLeft())
    assert not window.frame.is_open()


@pytest.mark.parametrize(
    ("size", "docked", "width"),
    [((1024, 640), False, 948), ((1280, 800), False, 880), ((1920, 1080), True, 827)],
)
def test_the_sheet_docks_where_there_is_room(
    make: Make, size: tuple[int, int], docked: bool, width: int
) -> None:
    world = make(filled=True, size=size)
    world.window.show_page("board")
    world.window.open_sheet(world.card("Lumen & Oak"))
    assert world.window.frame.covers() is not docked
    assert world.window.frame._scrim.isVisible() is not docked
    assert world.window.sheet.width() == width
    pages = world.window.frame.pages.width()
    assert pages == (size[0] - 76 - 828 if docked else size[0] - 76)


def test_the_sheet_undocks_when_the_window_shrinks(make: Make) -> None:
    world = make(filled=True, size=(1920, 1080))
    world.window.open_sheet(world.card("Lumen & Oak"))
    world.window.resize(1280, 800)
    assert world.window.frame.covers()
    assert world.window.frame.pages.width() == 1280 - 76


def test_undoing_the_card_that_is_open_closes_its_sheet(empty: World) -> None:
    QTest.keyClicks(focus(), LINE)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    empty.window.undo()
    assert not empty.window.frame.is_open()
    assert empty.window.today.is_first_run()


def test_nothing_to_undo_says_nothing(empty: World) -> None:
    empty.window.undo()
    empty.window.redo()
    assert empty.window.toast.text() == ""


def test_a_page_says_its_words_through_the_toast(sample_day: World) -> None:
    sample_day.window.board.said.emit(Notice("Moved Kestrel Rail to Interview booked"))
    assert sample_day.window.toast.text() == "Moved Kestrel Rail to Interview booked"
    toast, frame = sample_day.window.toast, sample_day.window.frame
    assert abs(toast.geometry().center().x() - frame.rect().center().x()) <= 1


def test_a_toast_from_before_goes_when_a_sheet_opens(sample_day: World) -> None:
    sample_day.window.say(Notice("Moved Kestrel Rail to Interview booked"))
    sample_day.window.open_sheet(sample_day.card("Lumen & Oak"))
    assert sample_day.window.toast.text() == ""


def test_an_unknown_card_opens_nothing(sample_day: World) -> None:
    sample_day.window.open_sheet("nobody")
    assert not sample_day.window.frame.is_open()


def test_the_sample_says_so_all_the_time(make: Make, qtbot: QtBot) -> None:
    world = make(filled=True)
    bar = world.window.sample_bar
    assert bar is not None
    assert bar.isVisible()
    from PySide6.QtWidgets import QAbstractButton

    with qtbot.waitSignal(world.window.own_asked):
        bar.findChildren(QAbstractButton)[0].click()


def test_ones_own_data_has_no_bar(empty: World) -> None:
    assert empty.window.sample_bar is None


def test_files_are_not_opened_yet_and_that_is_said(empty: World, qtbot: QtBot) -> None:
    empty.window.cannot_open(["/tmp/x/invite.ics", "C:\\mail\\note.eml"])
    qtbot.waitUntil(lambda: empty.window.toast.text() != "")
    assert empty.window.toast.text() == "invite.ics, note.eml cannot be opened yet"
    assert empty.window.toast.picture() == "circle-alert"


def test_the_window_comes_back_where_it_was(make: Make, tmp_path: Path) -> None:
    world = make(size=(1100, 700))
    assert (world.window.minimumWidth(), world.window.minimumHeight()) == LEAST
    world.window.close()
    kept = QSettings(str(tmp_path / "view.ini"), QSettings.Format.IniFormat)
    assert kept.value("window/geometry") is not None
    again = QWidget()
    restore(again, kept)
    remember(again, kept)
    assert again.restoreGeometry(kept.value("window/geometry"))


def test_a_damaged_memory_is_put_aside(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "view.ini").write_bytes(b"\x00\xff\x00[window\ngeometry=@ByteArray(\x00")
    settings = open_memory(tmp_path)
    assert settings.value("window/geometry") is None
    assert (tmp_path / "view.ini.bad").exists()
    window = QWidget()
    restore(window, settings)
    assert window.width() > 300


def test_the_first_window_leaves_room_for_its_title_bar(tmp_path: Path, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    restore(window, open_memory(tmp_path))
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert window.height() <= screen.height() - 30


def test_every_control_that_tab_reaches_has_a_role_and_a_name(sample_day: World) -> None:
    window = sample_day.window
    window.quick_add(None)
    for page in ("today", "board"):
        window.show_page(page)
        for widget in window.findChildren(QWidget):
            if not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or not widget.isVisible():
                continue
            spoken = QAccessible.queryAccessibleInterface(widget)
            assert spoken is not None
            name = spoken.text(QAccessible.Text.Name)
            assert name, (page, widget, widget.parent())
            assert spoken.role() is not QAccessible.Role.NoRole


def test_the_window_follows_the_theme(sample_day: World) -> None:
    before = sample_day.window.grab().toImage().pixelColor(5, 500)
    sample_day.look.set_dark(True)
    after = sample_day.window.grab().toImage().pixelColor(5, 500)
    assert after.lightness() < before.lightness()


def test_what_is_being_typed_is_kept_when_the_window_closes(empty: World) -> None:
    QTest.keyClicks(focus(), LINE)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    QTest.keyClicks(focus(), "Maya Ferrer")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    body = next(one for one in empty.window.sheet.findChildren(QTextEdit) if one.isVisible())
    body.setFocus()
    QTest.keyClicks(body, "Leeds ")
    empty.window.close()
    dossier = empty.session.dossiers()[0]
    assert any("Leeds" in draft.body for draft in dossier.drafts)
