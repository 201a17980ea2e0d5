"""What lies outside the window: the clipboard, the mail program, dialogs, notifications.

Each is a protocol of what the pages need, and its Qt version. Tests put fakes in their place.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData, QObject, QTimer, QUrl
from PySide6.QtGui import QClipboard, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from models.backups import Backup

TRIES = 4
"""The first try and three more."""
PAUSE_MS = 100


class Clipboard(Protocol):
    """Takes one text in two shapes; somebody else may hold it for a moment."""

    def put(self, text: str, html: str = "") -> bool:
        """Try once; whether it is there now."""
        ...


class MailApp(Protocol):
    """The system's mail program."""

    def open(self, url: str) -> bool:
        """Hand it a mailto: link; False where no program answers."""
        ...


class Dialogs(Protocol):
    """The system's file dialogs."""

    def save_path(self, title: str, name: str) -> Path | None:
        """Where to save a file; None when the person thought better of it."""
        ...

    def open_path(self, title: str, pattern: str) -> Path | None:
        """Which file to read; None when the person thought better of it."""
        ...


@dataclass(frozen=True, kw_only=True)
class Announcement:
    """What a notice outside the window says: a line of its own, and others below it."""

    title: str
    lines: tuple[str, ...] = ()


class Notifications(Protocol):
    """A way to say something to a person who looks at another window."""

    def show(
        self, said: Announcement, opened: Callable[[], None], failed: Callable[[], None]
    ) -> None:
        """Say it. `opened` is called when it is clicked, `failed` when it could not be said."""
        ...

    def close(self) -> None:
        """Let go of whatever it speaks through."""
        ...


class DataFile(Protocol):
    """The file everything is kept in."""

    @property
    def path(self) -> Path:
        """Where it is."""
        ...

    def back_up(self, at: datetime) -> Backup:
        """Copy it whole into its folder of backups. Raises StoreFault."""
        ...


class QtClipboard:
    """The system's clipboard: text/plain and text/html in one piece."""

    def __init__(self, clipboard: QClipboard | None = None) -> None:
        self._clipboard = clipboard

    def put(self, text: str, html: str = "") -> bool:
        """Put both shapes there, and read back whether they arrived."""
        clipboard = self._clipboard or QGuiApplication.clipboard()
        data = QMimeData()
        data.setText(text.replace("\n", "\r\n") if sys.platform == "win32" else text)
        if html:
            data.setHtml(html)
        clipboard.setMimeData(data)
        return clipboard.text().replace("\r\n", "\n") == text


class QtMailApp:
    """Whatever the system opens for mailto:."""

    def open(self, url: str) -> bool:
        """Hand the link over without altering how it is encoded."""
        return QDesktopServices.openUrl(QUrl(url, QUrl.ParsingMode.StrictMode))


class QtDialogs:
    """The system's own dialogs over the given window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._parent = parent

    def save_path(self, title: str, name: str) -> Path | None:
        """Ask for a place; the suffix of `name` is added where it is missing."""
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, name)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(Path(name).suffix)

    def open_path(self, title: str, pattern: str) -> Path | None:
        """Ask for a file that is there."""
        chosen, _ = QFileDialog.getOpenFileName(self._parent, title, "", pattern)
        return Path(chosen) if chosen else None


def put_patiently(
    clipboard: Clipboard,
    text: str,
    html: str,
    done: Callable[[bool], None],
    owner: QObject,
    tries: int = TRIES,
) -> None:
    """Put a text on the clipboard, again after a pause while another program holds it.

    `done` hears at last whether it worked; nothing waits in between, and nobody is told
    once `owner` is gone.
    """
    if clipboard.put(text, html):
        done(True)
    elif tries <= 1:
        done(False)
    else:
        QTimer.singleShot(
            PAUSE_MS,
            owner,
            lambda: put_patiently(clipboard, text, html, done, owner, tries - 1),
        )
