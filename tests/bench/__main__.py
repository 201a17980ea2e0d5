"""`python -m tests.bench [--quick]`: the ratios by which speed is judged, measured in one run.

Start-up is timed in processes of their own, by the processor time they used; the rest in this one.
"""

import os
import resource
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from models.store import Store, open_store
from models.working_days import working_days
from rules.acts import place
from rules.records import MessageKind, OpportunityId, Tone
from rules.search import Index
from tests.bench import many
from tests.bench.measure import Ratio, compare, timed
from tests.bench.memory import Difference, compare_memory
from tests.bench.processes import compiled
from tests.bench.sheet import BarePage, OpenedSheet
from ui.board.page import BoardPage
from ui.resources import letter_templates, load_fonts
from ui.session import Session
from ui.theme import Look

_TYPED = "kestrel raman"
ROOT = Path(__file__).resolve().parents[2]
BARE = (
    "from PySide6.QtWidgets import QApplication, QWidget\n"
    "from PySide6.QtCore import QTimer\n"
    "class W(QWidget):\n"
    "    def paintEvent(self, e): QTimer.singleShot(0, a.quit)\n"
    "a = QApplication([]); w = W(); w.resize(1280, 800); w.show(); a.exec()\n"
)


def main(arguments: list[str]) -> int:
    """Print the table."""
    rounds = 5 if "--quick" in arguments else 11
    sizes = [100, 500, 1_000, 10_000]
    QApplication.setStyle("Fusion")
    application = QApplication.instance() or QApplication([])
    load_fonts()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stores = {size: _store(folder / str(size), size) for size in sizes}
        for store in stores.values():
            store.close()
        for ratio in [] if "--no-start" in arguments else _starts(folder, rounds):
            print(ratio, flush=True)
        if "--no-start" not in arguments:
            print(_memory(folder), flush=True)
        look = Look()
        pages = {size: _Page(folder / str(size), look) for size in sizes}
        for ratio in _boards(pages, rounds):
            print(ratio, flush=True)
        for ratio in _sheets(pages[500], rounds):
            print(ratio, flush=True)
        for page in pages.values():
            page.close()
    del application
    return 0


def _store(folder: Path, size: int) -> Store:
    folder.mkdir()
    store = open_store(folder / "afterword.db")
    many.fill(store, size)
    return store


def _starts(folder: Path, rounds: int) -> list[Ratio]:
    """Processes from nothing to a painted board, against a bare window."""

    def program(size: int) -> float:
        return _process(
            *("main.py", "--data-dir", str(folder / str(size)), "--now", many.NOW.isoformat()),
            "--leave-when-painted",
        )

    def bare() -> float:
        return _process("-c", BARE)

    rounds = min(rounds, 7)
    return [
        compare("start, 1,000 opportunities / bare window", lambda: program(1_000), bare, rounds),
        compare(
            "start, 10,000 / 1,000 opportunities",
            lambda: program(10_000),
            lambda: program(1_000),
            3,
        ),
    ]


def _memory(folder: Path) -> Difference:
    """Ten thousand opportunities against none."""

    def program(size: str) -> list[str]:
        start = ["main.py", "--data-dir", str(folder / size), "--now", many.NOW.isoformat()]
        return [*start, "--leave-when-painted"]

    return compare_memory("memory, 10,000 opportunities over none", program("10000"),
                          program("none"), ROOT)  # fmt: skip


def _process(*arguments: str) -> float:
    """The processor seconds of a Python process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, *arguments]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=compiled())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class _Page:
    """A board over a store of some size."""

    def __init__(self, folder: Path, look: Look) -> None:
        self.store = open_store(folder / "afterword.db")
        self.look = look
        self.session = Session(
            self.store,
            _now,
            zone=ZoneInfo("Europe/London"),
            zone_of=lambda name: ZoneInfo(name) if name else None,
            working_days=working_days,
            templates=letter_templates(),
        )
        self.page = self._made()
        self._moved = 0

    def _made(self) -> BoardPage:
        page = BoardPage(self.session, self.look)
        page.resize(1204, 800)
        return page

    def first_paint(self) -> float:
        """Make a page and paint it."""
        made: list[QWidget] = []

        def act() -> None:
            made.append(self._made())
            made[0].grab()

        seconds = timed(act)
        delete(made[0])  # a page left alive would follow every later change as well
        return seconds

    def repaint(self) -> float:
        """Paint the whole board again."""
        return timed(self.page.grab)

    def move(self) -> float:
        """One card closed or opened again, committed and repainted."""
        oid = OpportunityId("o0")

        def act() -> None:
            if self._moved % 2:
                self.session.undo()
            else:
                self.session.close(oid)
            self.page.grab()

        seconds = timed(act)
        self._moved += 1
        return seconds

    def commit(self) -> float:
        """A bare write of one field, and the board repainted."""
        dossier = self.session.dossier(OpportunityId("o5"))

        def act() -> None:
            self.store.write(place(dossier, float(self._moved)))
            self.page.grab()

        return timed(act)

    def sheet(self) -> float:
        """The draft of a thank-you made ready."""
        oid = OpportunityId("o2")
        step = self.session.step(oid)
        person = step.people[0]
        kind = MessageKind.THANK_YOU

        def act() -> None:
            for _ in range(20):
                self.session.letter(oid, kind, person, Tone.WARM, step.interview_id)

        return timed(act) / 20

    def typing(self) -> float:
        """The slowest key while two words are typed into the search field and painted."""
        field = self.page.header.field
        slowest = 0.0
        for end in range(1, len(_TYPED) + 1):
            words = _TYPED[:end]

            def act(words: str = words) -> None:
                field.setText(words)
                self.page.grab()

            slowest = max(slowest, timed(act))
        field.clear()
        self.page.grab()
        return slowest

    def fold(self) -> float:
        """The text of all opportunities made ready for search."""
        dossiers = self.session.dossiers()
        return timed(lambda: Index().renew(dossiers))

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()


def _now() -> datetime:
    return many.NOW


def _boards(pages: dict[int, _Page], rounds: int) -> list[Ratio]:
    """The board at several sizes, in this process."""
    base = pages[500]
    paints = [
        compare(
            f"first paint of the board, {size:,} / 500 cards",
            pages[size].first_paint,
            base.first_paint,
            rounds,
        )
        for size in (100, 1_000, 10_000)
    ]
    return [
        *paints,
        compare("a move, committed and repainted / bare, 100", pages[100].move, pages[100].commit),
        compare(
            "a move, committed and repainted / bare, 10,000",
            pages[10_000].move,
            pages[10_000].commit,
            rounds,
        ),
        compare("a move, 10,000 / 100 cards", pages[10_000].move, pages[100].move, rounds),
        compare("a draft made / a full repaint", base.sheet, base.repaint, rounds),
        compare(
            "the slowest key of a search / a full repaint, 10,000",
            pages[10_000].typing,
            pages[10_000].repaint,
            rounds,
        ),
        compare(
            "all texts made ready to search / a full repaint, 10,000",
            pages[10_000].fold,
            pages[10_000].repaint,
            3,
        ),
    ]


def _sheets(page: _Page, rounds: int) -> list[Ratio]:
    """The sheet over a board of 500 cards."""
    sheet = OpenedSheet(page.session, page.look)
    sheet.open()
    bare = BarePage(sheet.widgets())
    ratios = [
        compare("sheet opened to a ready draft / a full repaint", sheet.open, page.repaint, rounds),
        compare("sheet opened / a page of as many bare widgets", sheet.open, bare.open, rounds),
    ]
    sheet.close()
    return ratios


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
