"""`python -m tests.pictures [FOLDER] [NAME ...]`: the example day as pictures, for the README."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from models.store import open_store
from models.working_days import working_days
from rules.board import Card
from rules.records import OpportunityId
from rules.stages import Stage
from tests import example_day as sample
from tests.fakes import FakeClipboard, FakeMailApp
from ui.application import build_application, dress, zone_of
from ui.board.page import BoardPage
from ui.main_window import MainWindow
from ui.resources import letter_templates
from ui.session import Session
from ui.sheet.sheet import Sheet
from ui.theme import Look
from ui.today.page import TodayPage
from ui.view_memory import open_memory

LARGEST = 195_000
WIDEST = 1280
Size = tuple[int, int]
"""Width and height of the window."""


class Stageplay:
    """One window of the example day, and the hands that drive it."""

    def __init__(self, application: QApplication, size: Size, *, dark: bool, empty: bool) -> None:
        self.application = application
        self.folder = tempfile.TemporaryDirectory()
        root = Path(self.folder.name)
        self.store = open_store(root / "afterword.db")
        if not empty:
            sample.fill(self.store)
        self.look = Look(dark=dark, reduced_motion=True)
        dress(application, self.look)
        self.session = Session(
            self.store,
            _now,
            zone=sample.ZONE,
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
            sheet=Sheet(self.session, self.look, FakeClipboard(), FakeMailApp()),
            memory=open_memory(root),
        )
        self.window.resize(*size)
        self.window.show()
        self.window.take_focus()
        self.settle()

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
        picture = self.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        if picture.width() > WIDEST:
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaledToWidth(WIDEST, smooth)
        picture.save(str(path), quality=0)  # 0 packs a PNG as small as it gets
        if path.stat().st_size > LARGEST:
            fewer = picture.convertToFormat(QImage.Format.Format_RGB666)
            fewer.convertToFormat(QImage.Format.Format_RGB888).save(str(path), quality=0)

    def end(self) -> None:
        """Take the window down."""
        self.window.close()
        self.window.deleteLater()
        self.settle(0.1)
        self.store.close()
        self.folder.cleanup()


def _now() -> datetime:
    return sample.NOW


def board(play: Stageplay) -> None:
    """The board as it is."""
    play.window.show_page("board")
    play.board.setFocus()


def thank_you(play: Stageplay) -> None:
    """The second of three thank-yous being written."""
    play.open("lumen")


def copied(play: Stageplay) -> None:
    """The letter is on the clipboard."""
    play.open("lumen")
    play.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def check_in(play: Stageplay) -> None:
    """The one check-in, its original below."""
    play.open("harbourlight")


def stop(play: Stageplay) -> None:
    """Both are sent."""
    play.open("quillstone")


def first_run(play: Stageplay) -> None:
    """Nothing there yet."""


def first_run_typed(play: Stageplay) -> None:
    """A line typed, and what was understood."""
    play.type("Lumen & Oak, Senior Product Designer, today 14:00 with Priya Raman, Daniel Okafor")


def today(play: Stageplay) -> None:
    """What to do now."""
    play.window.show_page("today")


def _drag(play: Stageplay, company: str, to: Stage) -> None:
    play.window.show_page("board")
    play.settle(0.2)
    card = next(
        one for lane in play.session.lanes() for one in lane.cards if one.company == company
    )
    start = play.board.area.mapTo(play.window, _middle(play, card))
    lane = play.board.area.lanes[to]
    end = lane.mapTo(play.window, QPoint(lane.width() // 2, lane.height() // 2 - 60))
    _mouse(play, start, end)


def _middle(play: Stageplay, card: Card) -> QPoint:
    lane = play.board.area.lanes[card.stage]
    row = lane.model.row_of(card.opportunity_id)
    rect: QRect = lane.list.card_rect(row)
    return lane.list.viewport().mapTo(play.board.area, rect.center())


def _mouse(play: Stageplay, start: QPoint, end: QPoint) -> None:
    target = play.window.childAt(start)
    if target is None:
        raise LookupError("nothing to drag")
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(play.window, start))
    for part in range(1, 11):
        point = start + (end - start) * part / 10
        QTest.mouseMove(target, target.mapFrom(play.window, point))
        play.settle(0.03)
    play.settle(0.3)


def accepted(play: Stageplay) -> None:
    """A card over a lane that takes it."""
    _drag(play, "Kestrel Rail", Stage.INTERVIEW_BOOKED)


def refused(play: Stageplay) -> None:
    """A card over a lane that does not."""
    _drag(play, "Cobalt Atlas", Stage.WAITING_TO_HEAR)


def dropped(play: Stageplay) -> None:
    """After the drop: what is asked, and the way back."""
    play.window.show_page("board")
    play.settle(0.2)
    play.board.select(OpportunityId("kestrel"), focus=True)
    play.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    play.settle(0.5)


def commands(play: Stageplay) -> None:
    """What can be done with a card, and everywhere."""
    board(play)
    play.window.list_commands()
    play.type("mo")


def keys(play: Stageplay) -> None:
    """Every key."""
    board(play)
    play.window.list_keys()


def search(play: Stageplay) -> None:
    """The cards that mention a word."""
    board(play)
    play.window.search()
    play.type("designer")


WINDOW: Size = (1280, 800)
SMALL: Size = (1024, 640)
LARGE: Size = (1920, 1080)
Scene = tuple[Callable[[Stageplay], None], Size, bool, bool]
SCENES: dict[str, Scene] = {
    "board-light": (board, WINDOW, False, False),
    "board-dark": (board, WINDOW, True, False),
    "thank-you-light": (thank_you, WINDOW, False, False),
    "thank-you-dark": (thank_you, WINDOW, True, False),
    "copied-light": (copied, WINDOW, False, False),
    "check-in-light": (check_in, WINDOW, False, False),
    "stop-light": (stop, WINDOW, False, False),
    "stop-dark": (stop, WINDOW, True, False),
    "today-light": (today, WINDOW, False, False),
    "today-dark": (today, WINDOW, True, False),
    "first-run-light": (first_run, WINDOW, False, True),
    "first-run-typed-light": (first_run_typed, WINDOW, False, True),
    "first-run-dark": (first_run, WINDOW, True, True),
    "accepted-light": (accepted, WINDOW, False, False),
    "refused-light": (refused, WINDOW, False, False),
    "dropped-light": (dropped, WINDOW, False, False),
    "commands-light": (commands, WINDOW, False, False),
    "commands-dark": (commands, WINDOW, True, False),
    "keys-light": (keys, WINDOW, False, False),
    "search-light": (search, WINDOW, False, False),
    "board-1024": (board, SMALL, False, False),
    "thank-you-1024": (thank_you, SMALL, False, False),
    "docked-1920": (thank_you, LARGE, False, False),
    "board-1920-dark": (board, LARGE, True, False),
}


def main(arguments: list[str]) -> int:
    """Render the named scenes, or all of them."""
    folder = Path(arguments[0]) if arguments else Path("docs/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    application = build_application()
    for name in arguments[1:] or SCENES:
        scene, size, dark, empty = SCENES[name]
        play = Stageplay(application, size, dark=dark, empty=empty)
        scene(play)
        play.settle()
        play.save(folder / f"{name}.png")
        play.end()
    application.clipboard().clear()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
