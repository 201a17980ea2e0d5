"""What `--self-test` does: store, rules and window once, in a folder that is gone afterwards.

Then everything that lies beside the program, one line each. The lines are the same wherever the
same versions run, so a packaged program can be held against its source.
"""

import platform
import sqlite3
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

from rules.quick_add import understand
from ui.arguments import Arguments
from ui.logs import stop_logging
from ui.main_window import MainWindow
from ui.version import version

_NOW = datetime(2026, 5, 14, 14, 20, tzinfo=UTC)
_LINE = "Lumen & Oak, Senior Product Designer, today 13:00 with Priya Raman, Daniel Okafor"


def self_test(application: QApplication) -> int:
    """Try everything once; 0 if it worked, and what runs where."""
    from ui.application import Program

    with tempfile.TemporaryDirectory(prefix="afterword-test-") as name:
        arguments = Arguments(data_dir=Path(name), now=_NOW)
        program = Program(application, arguments, Path(name))
        program.start()
        caught: list[BaseException] = []
        sys.excepthook = lambda _kind, error, _trace: caught.append(error)
        window = program.window
        worked = isinstance(window, MainWindow) and _work(application, window)
        if window is not None:
            window.close()
        program.finish()
        stop_logging()
    for error in caught:
        traceback.print_exception(error, file=sys.stdout)
    worked = _look_around() and worked and not caught
    parts = (
        f"Afterword {version()}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        f"SQLite {sqlite3.sqlite_version}",
    )
    print(f"{', '.join(parts)}: {'works' if worked else 'does not work'}")
    return 0 if worked else 1


def _work(application: QApplication, window: MainWindow) -> bool:
    """A card added, every page and its sheet opened and painted, the card taken back."""
    session = window.session
    moment = session.moment()
    oid = session.add(understand(_LINE, moment.now, UTC))
    application.processEvents()
    painted = not window.grab().isNull()
    step = session.step(oid)
    for name in ("today", "board", "insights", "settings"):
        window.go(name)
        application.processEvents()
    window.open_sheet(oid, "")
    application.processEvents()
    painted = painted and not window.grab().isNull()
    window.close_sheet()
    session.undo()
    return painted and len(step.people) == 2 and not session.knows(oid)


def _look_around() -> bool:
    """Each check with what it found; whether all found what they need."""
    from ui.self_checks import CHECKS

    fine = True
    for name, check in CHECKS.items():
        try:
            print(f"{name}: {check()}")
        except Exception:  # whatever is wrong with one, the others are still told
            fine = False
            print(f"{name}: does not work")
            traceback.print_exc(file=sys.stdout)
    return fine
