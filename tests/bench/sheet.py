"""Opening the sheet, against the board it slides over and against widgets of Qt alone."""

from itertools import cycle

from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from tests.bench.measure import timed
from tests.fakes import FakeClipboard, FakeDialogs, FakeMailApp
from ui.proofread.proofreader import Proofreader
from ui.session import Session
from ui.sheet.sheet import Sheet
from ui.theme import Look

SIZE = (880, 800)
_TEXT = "Thank you for the time you took. " * 18


class Elsewhere:
    """Hands that belong to a thread: nothing is read in the time that is measured."""

    def do(self, work: object, then: object) -> None:
        """Left to the thread."""

    def stop(self) -> None:
        """There is none."""


class OpenedSheet:
    """The one sheet of a window, opened for one card after another to a ready thank-you."""

    def __init__(self, session: Session, look: Look) -> None:
        self._cards = cycle(("o2", "o7", "o12", "o17"))
        reader = Proofreader(hands=Elsewhere())
        outside = (FakeClipboard(), FakeMailApp(), FakeDialogs())
        self._sheet = Sheet(session, look, *outside, reader=reader)
        self._sheet.resize(*SIZE)
        self._sheet.show()

    def open(self) -> float:
        """Another card's letter, ready to type in and painted."""
        oid = next(self._cards)

        def act() -> None:
            self._sheet.open(oid)
            self._sheet.grab()

        return timed(act)

    def widgets(self) -> int:
        """How many widgets are shown, which a bare page is given as many of."""
        return sum(one.isVisible() for one in self._sheet.findChildren(QWidget))

    def close(self) -> None:
        """Hear of no more changes."""
        self._sheet.deleteLater()


class BarePage:
    """As many labels and buttons of Qt's own, and one editor, none of which knows anything."""

    def __init__(self, widgets: int) -> None:
        self._page = QWidget()
        self._page.resize(*SIZE)
        grid = QGridLayout(self._page)
        self._editor = QPlainTextEdit()
        self._parts = [QPushButton() if one % 3 else QLabel() for one in range(widgets - 1)]
        for number, part in enumerate(self._parts):
            grid.addWidget(part, number // 8, number % 8)
        grid.addWidget(self._editor, len(self._parts) // 8 + 1, 0, 1, 8)
        self._page.show()
        self._turn = 0

    def open(self) -> float:
        """Other words in all of them, painted."""
        self._turn += 1

        def act() -> None:
            self._editor.setPlainText(f"{self._turn} {_TEXT}")
            for number, part in enumerate(self._parts):
                part.setText(f"{self._turn} {number}")
            self._page.grab()

        return timed(act)
