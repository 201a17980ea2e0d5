"""What the first frame does not show: loaded when it is first gone to, not at the start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from models.store import Store
from ui.ports import QtClipboard, QtDialogs, QtMailApp
from ui.safe import Safe
from ui.session import Session
from ui.theme import Look
from ui.widgets.later_page import LaterPage

if TYPE_CHECKING:
    from ui.proofread.proofreader import Proofreader
    from ui.sheet.sheet import Sheet


def sheet(session: Session, look: Look) -> "Sheet":
    """The sheet of one card, with the system's clipboard and mail program."""
    from ui.sheet.sheet import Sheet

    return Sheet(session, look, QtClipboard(), QtMailApp(), reader=_reader())


def _reader() -> "Proofreader":
    """Somebody who reads letters in a thread, until the program ends."""
    from ui.proofread.english import english
    from ui.proofread.hands import OneThread
    from ui.proofread.proofreader import Proofreader

    reader = Proofreader(english, OneThread())
    application = QCoreApplication.instance()
    if application is not None:
        application.aboutToQuit.connect(reader.stop)
    return reader


def insights_page(session: Session, look: Look) -> LaterPage:
    """What the records say when counted."""
    from ui.insights.page import InsightsPage

    return InsightsPage(session, look)


def restore_page(look: Look, safe: Safe) -> LaterPage:
    """The backups; from there one goes back to the settings."""
    from ui.settings.restore import RestorePage

    page = RestorePage(look, safe)
    page.left.connect(lambda: page.went.emit("settings"))
    return page


def settings_page(
    session: Session,
    look: Look,
    store: Store,
    window: QWidget | None,
    safe: Safe | None = None,
) -> LaterPage:
    """The settings, with the system's own ways out of the window."""
    from ui.settings.page import SettingsPage

    return SettingsPage(
        session,
        look,
        file=store,
        clipboard=QtClipboard(),
        dialogs=QtDialogs(window),
        opener=QtMailApp(),
        tray_offered=QSystemTrayIcon.isSystemTrayAvailable(),
        safe=safe,
        reader=_reader(),
    )
