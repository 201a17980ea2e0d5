"""Where the window was and how lanes were ordered: kept beside the data, and never undone."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from rules.stages import Stage
from ui.session import Session

START = QSize(1280, 800)
FRAME = QSize(16, 40)
"""Room for the title bar and edges that the window manager adds, unknown before the first show."""
_GEOMETRY = "window/geometry"
_BY_HAND = "board/by_hand"


def open_memory(folder: Path) -> QSettings:
    """The folder's view.ini; one that cannot be read is put aside as view.ini.bad."""
    path = folder / "view.ini"
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    damaged = settings.status() is QSettings.Status.FormatError
    if not damaged:
        with suppress(OSError):
            damaged = path.exists() and b"\0" in path.read_bytes()[:4096]
    if damaged:
        with suppress(OSError):
            path.replace(path.with_name("view.ini.bad"))
        settings = QSettings(str(path), QSettings.Format.IniFormat)
    return settings


def restore(window: QWidget, settings: QSettings) -> None:
    """Put the window where it was, if that is still on a screen."""
    kept = settings.value(_GEOMETRY)
    if isinstance(kept, QByteArray) and window.restoreGeometry(kept) and _on_screen(window):
        return
    screen = QGuiApplication.primaryScreen()
    size = START
    if screen is not None:
        size = START.boundedTo(screen.availableGeometry().size() - FRAME)
    window.resize(size.expandedTo(window.minimumSize()))
    if screen is not None and kept is not None:
        window.move(screen.availableGeometry().topLeft())


def remember(window: QWidget, settings: QSettings) -> None:
    """Keep where the window is."""
    settings.setValue(_GEOMETRY, window.saveGeometry())
    settings.sync()


def restore_order(session: Session, settings: QSettings) -> None:
    """Give the lanes the order they had: the person's own where it was chosen."""
    kept = str(settings.value(_BY_HAND, ""))
    for stage in Stage:
        if stage.value in kept.split():
            session.set_by_hand(stage, True)


def remember_order(session: Session, settings: QSettings) -> None:
    """Keep which lanes are in the person's own order."""
    settings.setValue(_BY_HAND, " ".join(one.value for one in Stage if session.by_hand(one)))
    settings.sync()


def _on_screen(window: QWidget) -> bool:
    """Whether enough of the window to take hold of lies on some screen."""
    for screen in QGuiApplication.screens():
        seen = screen.availableGeometry().intersected(window.frameGeometry())
        if seen.width() >= 120 and seen.height() >= 80:
            return True
    return False
