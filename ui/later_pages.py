"""The pages few go to: each is loaded when it is first gone to, not when the program starts."""

from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from models.store import Store
from ui.ports import QtClipboard, QtDialogs, QtMailApp
from ui.session import Session
from ui.theme import Look
from ui.widgets.later_page import LaterPage


def insights_page(session: Session, look: Look) -> LaterPage:
    """What the records say when counted."""
    from ui.insights.page import InsightsPage

    return InsightsPage(session, look)


def settings_page(session: Session, look: Look, store: Store, window: QWidget | None) -> LaterPage:
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
    )
