"""Starting the program once more, as a process of its own."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess

_MAIN = Path(__file__).resolve().parent.parent / "main.py"


def command(arguments: list[str]) -> list[str]:
    """The program and what comes after it, to start Afterword with those arguments."""
    before = [] if getattr(sys, "frozen", False) else [str(_MAIN)]
    return [sys.executable, *before, *arguments]


def start(arguments: list[str]) -> bool:
    """Start another Afterword; whether the system took it."""
    program, *rest = command(arguments)
    done = QProcess.startDetached(program, rest)
    return bool(done[0] if isinstance(done, tuple) else done)
