"""What `--self-test` does: store, rules and window once, in a folder that is gone afterwards."""

import platform
import sqlite3
import tempfile
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
        window = program.window
        worked = isinstance(window, MainWindow) and _work(application, window)
        if window is not None:
            window.close()
        program.finish()
        stop_logging()
    parts = (
        f"Afterword {version()}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        f"SQLite {sqlite3.sqlite_version}",
    )
    print(f"{', '.join(parts)}: {'works' if worked else 'does not work'}")
    return 0 if worked else 1


def _work(application: QApplication, window: MainWindow) -> bool:
    """A card added, its letter composed, the window painted, the card taken back."""
    session = window.session
    moment = session.moment()
    oid = session.add(understand(_LINE, moment.now, UTC))
    application.processEvents()
    painted = not window.grab().isNull()
    step = session.step(oid)
    session.undo()
    return painted and len(step.people) == 2 and not session.knows(oid)
