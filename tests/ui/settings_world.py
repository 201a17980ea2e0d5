"""A settings page over a real store in a folder of the test, with fakes for what lies outside."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from models.faults import FaultKind, StoreFault
from models.store import Store, open_store
from models.working_days import working_days
from tests import example_day as sample
from tests.fakes import FakeClipboard, FakeDialogs, FakeMailApp
from ui.resources import letter_templates, load_fonts
from ui.session import Session
from ui.settings.page import SettingsPage
from ui.theme import Look
from ui.widgets.toast import Notice

LONDON = ZoneInfo("Europe/London")
ZONES = {"Europe/London": LONDON, "Asia/Tokyo": ZoneInfo("Asia/Tokyo")}


class FullStore:
    """A store that refuses to be written to, as a full disk does."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.full = False

    def __getattr__(self, name: str) -> object:
        if self.full and name.startswith(("save", "keep", "back")):
            raise StoreFault(FaultKind.DISK_FULL, self._store.path)
        return getattr(self._store, name)


@dataclass
class World:
    """Everything a test of the settings touches."""

    store: Store
    folder: Path
    width: int = 1200
    height: int = 760
    tray: bool = True
    clipboard: FakeClipboard = field(default_factory=FakeClipboard)
    opener: FakeMailApp = field(default_factory=FakeMailApp)
    dialogs: FakeDialogs = field(default_factory=FakeDialogs)
    said: list[Notice] = field(default_factory=list)

    def build(self) -> None:
        """Make the session and show the page in a window."""
        load_fonts()
        self.look = Look(reduced_motion=True)
        self.file = FullStore(self.store)
        self.session = Session(
            self.file,  # type: ignore[arg-type]  # it hands everything on to a store
            lambda: sample.NOW,
            zone=LONDON,
            zone_of=ZONES.get,
            working_days=working_days,
            templates=letter_templates(),
        )
        self.show()

    def show(self) -> None:
        """A new page over the same session, as after a restart of the window."""
        self.page = SettingsPage(
            self.session,
            self.look,
            file=self.file,  # type: ignore[arg-type]  # it hands everything on to a store
            clipboard=self.clipboard,
            dialogs=self.dialogs,
            opener=self.opener,
            tray_offered=self.tray,
        )
        self.page.said.connect(self.said.append)
        self.window = QWidget()
        self.window.resize(self.width, self.height)
        self.page.setParent(self.window)
        self.page.setGeometry(0, 0, self.width, self.height)
        self.page.show()
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def focus(self) -> str:
        """The accessible name of what has the focus."""
        QApplication.processEvents()
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget is not None else ""

    def key(self, key: Qt.Key) -> None:
        """One key through the window."""
        QTest.keyClick(self.window.windowHandle(), key)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, text)

    def undo(self) -> None:
        """Press what the last toast offers."""
        notice = self.said[-1]
        assert notice.act is not None
        notice.act()

    def today(self) -> date:
        """The example day."""
        return sample.NOW.date()


@contextmanager
def world(folder: Path, *, filled: bool = False, tray: bool = True) -> Iterator[World]:
    """A world that is taken apart again."""
    store = open_store(folder / "data" / "afterword.db")
    if filled:
        sample.fill(store)
    made = World(store=store, folder=folder, tray=tray)
    made.build()
    yield made
    made.file.full = False
    made.window.close()
    made.window.deleteLater()
    store.close()
