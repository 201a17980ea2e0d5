"""A sheet over a real store in a folder of the test, with fakes for what lies outside."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from models.store import Store, open_store
from models.working_days import working_days
from rules.quick_add import understand
from rules.records import OpportunityId
from tests import example_day as sample
from tests.fakes import FakeClipboard, FakeDialogs, FakeMailApp
from ui.proofread.proofreader import Proofreader
from ui.resources import letter_templates, load_fonts
from ui.session import Session
from ui.sheet.sheet import Sheet
from ui.theme import Look
from ui.widgets.toast import Notice

LONDON = ZoneInfo("Europe/London")
PLAIN, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
PANEL = (
    "Lumen & Oak, Senior Product Designer, today 14:00 "
    "with Priya Raman, Daniel Okafor, Sofia Lindqvist"
)


def zone_of(name: str) -> tzinfo | None:
    """A zone by its name."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


@dataclass
class World:
    """Everything a test of the sheet touches."""

    store: Store
    now: datetime
    clipboard: FakeClipboard = field(default_factory=FakeClipboard)
    mail: FakeMailApp = field(default_factory=FakeMailApp)
    dialogs: FakeDialogs = field(default_factory=FakeDialogs)
    reader: Proofreader | None = None  # else letters are read on the spot
    said: list[Notice] = field(default_factory=list)
    closed: int = 0

    def build(self, width: int = 880, height: int = 800) -> None:
        """Make the session and show the sheet in a window."""
        load_fonts()
        self.look = Look(reduced_motion=True)
        self.session = Session(
            self.store,
            lambda: self.now,
            zone=LONDON,
            zone_of=zone_of,
            working_days=working_days,
            templates=letter_templates(),
        )
        outside = (self.clipboard, self.mail, self.dialogs)
        self.sheet = Sheet(self.session, self.look, *outside, reader=self.reader)
        self.sheet.said.connect(self.said.append)
        self.sheet.closed.connect(self._count_closed)
        self.window = QWidget()
        self.window.resize(width, height)
        self.sheet.setParent(self.window)
        self.sheet.setGeometry(0, 0, width, height)
        self.sheet.show()
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def _count_closed(self) -> None:
        self.closed += 1

    def add(self, line: str) -> OpportunityId:
        """A card from one typed line."""
        return self.session.add(understand(line, self.now, LONDON))

    def focus(self) -> str:
        """The accessible name of what has the focus."""
        QApplication.processEvents()
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget is not None else ""

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, text)

    def field(self, text: str) -> None:
        """A field typed, and the Enter that ends it."""
        self.type(text)
        self.key(Qt.Key.Key_Return)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """One key through the window, so that shortcuts hear it."""
        QTest.keyClick(self.window.windowHandle(), key, modifier)
        QApplication.processEvents()

    def copy(self) -> None:
        """Ctrl+Enter."""
        self.key(Qt.Key.Key_Return, CONTROL)

    def later(self, **span: int) -> None:
        """Let time pass."""
        self.now += timedelta(**span)
        self.session.tick_clock()

    def texts(self) -> str:
        """Every visible label, to find a phrase in."""
        labels = self.sheet.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisible())


@contextmanager
def world(
    folder: Path,
    *,
    filled: bool = True,
    width: int = 880,
    height: int = 800,
    reader: Proofreader | None = None,
) -> Iterator[World]:
    """A world that is taken apart again."""
    store = open_store(folder / "afterword.db")
    if filled:
        sample.fill(store)
    made = World(store=store, now=sample.NOW, reader=reader)
    made.build(width, height)
    yield made
    made.sheet.follow_up.leave()
    made.window.close()
    store.close()
