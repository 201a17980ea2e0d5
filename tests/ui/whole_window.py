"""The whole window on the example day, with keys as the window system sends them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rules.records import OpportunityId
from tests.fakes import FakeClipboard, FakeMailApp
from tests.ui.frame_world import session_in
from ui.board.page import BoardPage
from ui.enter_key import EnterPresses
from ui.main_window import MainWindow
from ui.resources import load_fonts, style_sheet
from ui.session import Session
from ui.sheet.sheet import Sheet
from ui.theme import Look
from ui.today.page import TodayPage
from ui.undo_keys import LetUndoThrough
from ui.view_memory import open_memory
from ui.widgets.later_page import LaterPage


class PlainPage(LaterPage):
    """A page that is made later, with nothing on it."""


@dataclass
class Whole:
    """A window and what it stands on."""

    window: MainWindow
    session: Session
    look: Look
    clipboard: FakeClipboard
    mail: FakeMailApp

    def press(self, key: str) -> None:
        """A key by its name, to the window."""
        for combination in keys_of(key):
            handle = self.window.windowHandle()
            QTest.keyClick(handle, combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        QTest.keyClicks(focus(), text)

    def on_board(self, key: str) -> None:
        """Go to a card of the board."""
        self.window.show_page("board")
        self.window.board.select(OpportunityId(key), focus=True)

    def texts(self, widget: QWidget) -> list[str]:
        """What the labels of a widget say."""
        return [one.text() for one in widget.findChildren(QLabel)]


def keys_of(key: str) -> Iterator[QKeyCombination]:
    """A key's name as what is pressed."""
    sequence = QKeySequence(key)
    for number in range(sequence.count()):
        yield sequence[number]  # type: ignore[index]  # the stubs do not know it


def focus() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


@contextmanager
def whole_window(
    folder: Path, qtbot: QtBot, size: tuple[int, int] = (1280, 800)
) -> Iterator[Whole]:
    """The window, with the program's own key filters."""
    load_fonts()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    filters = (LetUndoThrough(), EnterPresses())
    for one in filters:
        app.installEventFilter(one)
    look = Look(reduced_motion=True)
    app.setStyleSheet(style_sheet(look))
    session = session_in(folder, filled=True)
    clipboard, mail = FakeClipboard(), FakeMailApp()
    window = MainWindow(
        session,
        look,
        today=TodayPage(session, look),
        board=BoardPage(session, look),
        sheet=lambda: Sheet(session, look, clipboard, mail),
        memory=open_memory(folder),
        later={"insights": PlainPage, "settings": PlainPage},
    )
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.take_focus()
    try:
        yield Whole(window, session, look, clipboard, mail)
    finally:
        for one in filters:
            app.removeEventFilter(one)
        app.setStyleSheet("")
