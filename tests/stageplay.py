"""The real window without a screen, driven by keys and the mouse, for pictures of it."""

import os
import tempfile
import time
from collections import Counter
from enum import StrEnum
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from models.store import open_store
from models.working_days import working_days
from tests import example_day
from tests.fakes import FakeClipboard, FakeMailApp
from ui import sample
from ui.board.page import BoardPage
from ui.later_pages import insights_page, settings_page
from ui.main_window import MainWindow
from ui.proofread.english import english
from ui.proofread.hands import AtOnce
from ui.proofread.proofreader import Proofreader
from ui.resources import letter_templates
from ui.safe import Safe
from ui.session import Session
from ui.sheet.sheet import Sheet
from ui.theme import Look
from ui.today.page import TodayPage
from ui.view_memory import open_memory
from ui.widgets.later_page import LaterPage
from ui.worn import dress
from ui.zones import zone_of

WIDEST = 1280
COLOURS = 256
_ALIKE = (0xE0E0E0, 0xF8F8F8)
"""Colours that agree in these bits are alike; first every rough one has its place, then finer."""
Size = tuple[int, int]
"""Width and height of the window."""


def few_colours(picture: QImage) -> QImage:
    """The same picture in at most 256 colours: what is often as it is, what is rare nearly."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    found = Counter(memoryview(plain.constBits()).cast("I").tolist())
    often = [colour for colour, _ in found.most_common()]
    table = often[: COLOURS // 3]
    for alike in _ALIKE:
        bins = {colour & alike for colour in table}
        for colour in often:
            if len(table) < COLOURS and colour & alike not in bins:
                bins.add(colour & alike)
                table.append(colour)
    plainly = Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, plainly)


class Data(StrEnum):
    """What is in the window."""

    DAY = "day"  # twelve opportunities of one day, as in the design
    SAMPLE = "sample"  # what "Try it with sample data" opens, on that day
    EMPTY = "empty"


class Stageplay:
    """One window over invented data, and the hands that drive it."""

    def __init__(self, application: QApplication, size: Size, *, dark: bool, data: Data) -> None:
        self.application = application
        self.folder = tempfile.TemporaryDirectory()
        root = Path(self.folder.name)
        self.store = open_store(root / "afterword.db")
        if data is Data.DAY:
            example_day.fill(self.store)
        elif data is Data.SAMPLE:
            sample.fill(self.store, example_day.NOW, example_day.ZONE)
        self.look = Look(dark=dark, reduced_motion=True)
        dress(application, self.look)
        self.session = Session(
            self.store,
            lambda: example_day.NOW,
            zone=example_day.ZONE,
            zone_of=zone_of,
            working_days=working_days,
            templates=letter_templates(),
        )
        self.board = BoardPage(self.session, self.look)
        self.window = MainWindow(
            self.session,
            self.look,
            today=TodayPage(self.session, self.look),
            board=self.board,
            sheet=self._sheet,
            memory=open_memory(root),
            later={
                "insights": lambda: insights_page(self.session, self.look),
                "settings": self._settings,
            },
        )
        self.window.resize(*size)
        self.window.show()
        self.window.take_focus()
        self.settle()

    def _sheet(self) -> Sheet:
        reader = Proofreader(english, AtOnce())
        return Sheet(self.session, self.look, FakeClipboard(), FakeMailApp(), reader=reader)

    def _settings(self) -> LaterPage:
        safe = Safe(self.store.path, lambda: example_day.NOW, example_day.ZONE)
        safe.store = self.store
        return settings_page(self.session, self.look, self.store, self.window, safe)

    def settle(self, seconds: float = 0.4) -> None:
        """Let timers and short animations come to their end."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.application.processEvents()
            time.sleep(0.01)  # a picture is no test: nothing is waited for but time

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """One key into whatever has the focus."""
        target = QGuiApplication.focusObject()
        widget = target if isinstance(target, QWidget) else self.window
        QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)
        self.settle(0.15)

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            QTest.keyClicks(field, text)
        self.settle()

    def open(self, oid: str) -> None:
        """Open a card's sheet over the board."""
        self.window.show_page("board")
        self.settle(0.2)
        self.window.open_sheet(oid)
        self.settle(0.6)

    def save(self, path: Path) -> None:
        """Keep what is on the window."""
        picture = self._seen().toImage().convertToFormat(QImage.Format.Format_RGB888)
        if picture.width() > WIDEST:
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaledToWidth(WIDEST, smooth)
        few_colours(picture).save(str(path), quality=0)  # 0 packs a PNG as small as it gets

    def _seen(self) -> QPixmap:
        """The window, and the menus that are open over it."""
        seen = self.window.grab()
        painter = QPainter(seen)
        for menu in self.window.findChildren(QMenu):
            if menu.isVisible():
                painter.drawPixmap(self.window.mapFromGlobal(menu.pos()), menu.grab())
        painter.end()
        return seen

    def end(self) -> None:
        """Take the window down."""
        self.window.close()
        self.window.deleteLater()
        self.settle(0.1)
        self.store.close()
        self.folder.cleanup()
