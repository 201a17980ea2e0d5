"""Starting the program once more, as a process of its own."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess

_MAIN = Path(__file__).resolve().parent.parent / "main.py"


def start(arguments: list[str]) -> bool:
    """Start another Afterword; whether the system took it."""
    before = [] if getattr(sys, "frozen", False) else [str(_MAIN)]
    done = QProcess.startDetached(sys.executable, [*before, *arguments])
    return bool(done[0] if isinstance(done, tuple) else done)
