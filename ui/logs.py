"""What is written down when something goes wrong: where, never what the person typed."""

import faulthandler
import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)

log = logging.getLogger("afterword")

_MOST = 512_000
_KEPT = 3

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_SPEAKS_OF_CONTENT = ("qt.qpa.services", "qt.qpa.clipboard", "qt.qpa.mime")
"""Qt logs a link that did not open whole, the letter in it included."""

_QUOTED = re.compile(r"""'[^']*'|"[^"]*"|\b(?:mailto|https?|file):\S+""")
"""Whatever a message of Qt quotes may be a letter, an address or a path."""

_crash_file: IO[str] | None = None


def start_logging(folder: Path) -> None:
    """Write to `folder`/logs, readable by the person alone. A folder that refuses is done without.

    Calling it again moves the log to the new folder.
    """
    global _crash_file
    stop_logging()
    log.setLevel(logging.INFO)
    log.propagate = False
    try:
        logs = folder / "logs"
        logs.mkdir(mode=0o700, exist_ok=True)
        path = logs / "afterword.log"
        path.touch(mode=0o600)
        path.chmod(0o600)
        handler = RotatingFileHandler(
            path, maxBytes=_MOST, backupCount=_KEPT, encoding="utf-8", errors="replace"
        )
        crash = logs / "crash.log"
        crash.touch(mode=0o600)
        _crash_file = crash.open("w", encoding="utf-8")
    except OSError:
        log.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    faulthandler.enable(_crash_file)


def stop_logging() -> None:
    """Close the files."""
    global _crash_file
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()
    if _crash_file is not None:
        faulthandler.disable()
        _crash_file.close()
        _crash_file = None


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where an exception came from: files, lines and functions, without its message."""
    frames = traceback.extract_tb(trace)
    lines = [f"  {Path(one.filename).name}:{one.lineno} in {one.name}" for one in frames]
    return "\n".join([f"{kind.__module__}.{kind.__qualname__}", *lines])


def catch_everything(tell: Callable[[BaseException, str], None]) -> None:
    """Send every exception that nobody caught to the log and to `tell`, with its report."""

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = report_of(kind, trace)
        log.error("not caught: %s", report)
        try:
            tell(error, report)
        except Exception as second:  # the panel itself failed: the log is what is left
            log.exception("the panel failed: %s", type(second).__name__, exc_info=False)

    def caught_in_thread(arguments: threading.ExceptHookArgs) -> None:
        report = report_of(arguments.exc_type, arguments.exc_traceback)
        log.error("in a thread: %s", report)
        application, error = QCoreApplication.instance(), arguments.exc_value
        if application is not None and error is not None:  # widgets live in the first thread alone
            QTimer.singleShot(0, application, lambda: tell(error, f"In a thread: {report}"))

    sys.excepthook = caught
    threading.excepthook = caught_in_thread


def hear_qt() -> None:
    """Qt's own messages go to the log, but for those that would carry a letter."""

    def heard(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if (context.category or "").startswith(_SPEAKS_OF_CONTENT):
            text = "(left out)"
        text = _QUOTED.sub("(left out)", text)
        log.log(_LEVELS.get(kind, logging.WARNING), "Qt %s: %s", context.category, text)

    qInstallMessageHandler(heard)
