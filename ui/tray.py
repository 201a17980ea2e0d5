"""The icon in the tray: the way back to the window, and what comes next."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from rules.board import Card
from ui.ports import Announcement
from ui.resources import icon
from ui.session import Session
from ui.theme import Look
from ui.wording.say import say
from ui.wording.steps import chip, step_words

NEXT = 3
_NAME = "Afterword"
_WIDEST = 32
"""Letters of a company's name; a menu of the tray does not break its lines."""


class Tray(QObject):
    """One icon with its menu. `opened` carries an opportunity, empty for the window alone."""

    opened = Signal(str)
    quit_asked = Signal()

    def __init__(self, session: Session, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._said: Callable[[], None] | None = None
        self.menu = QMenu()
        self.icon = QSystemTrayIcon(self)
        self.icon.setToolTip(_NAME)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.icon.messageClicked.connect(self._clicked)
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._fill)
        for signal in (session.changed, session.clock_moved, look.changed):
            signal.connect(self._fill_soon)
        self._fill()

    def is_there(self) -> bool:
        """Whether a person can see it and come back by it."""
        return self.icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    def set_shown(self, shown: bool) -> None:
        """Put it there or take it away."""
        self.icon.setVisible(shown)

    def show(
        self, said: Announcement, opened: Callable[[], None], failed: Callable[[], None]
    ) -> None:
        """Say it in a message of the tray."""
        if not self.is_there() or not QSystemTrayIcon.supportsMessages():
            failed()
            return
        self._said = opened
        body = "\n".join(said.lines) or said.title
        title = said.title if said.lines else _NAME
        self.icon.showMessage(title, body, self.icon.icon())

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.opened.emit("")

    def _clicked(self) -> None:
        """The message was clicked: what it was about."""
        if self._said is not None:
            self._said()

    def _fill_soon(self, _what: object = None) -> None:
        self._filling.start()

    def _fill(self) -> None:
        """Open, the next three items, Quit."""
        self.icon.setIcon(icon("feather", self._look.theme.accent, 22))
        self.menu.clear()
        self._add(say("Open Afterword"), "")
        cards = next_cards(self._session)
        if cards:
            self.menu.addSeparator()
        for card in cards:
            self._add(self._words(card), card.opportunity_id)
        self.menu.addSeparator()
        leave = self.menu.addAction(say("Quit"))
        leave.triggered.connect(self.quit_asked)

    def _add(self, text: str, oid: str) -> None:
        """A line of the menu that opens a card, or the window alone."""
        action = self.menu.addAction(text.replace("&", "&&"))
        action.triggered.connect(lambda _on=False: self.opened.emit(oid))

    def _words(self, card: Card) -> str:
        moment = self._session.moment()
        words = step_words(card, moment)
        name = card.company
        if len(name) > _WIDEST:
            name = f"{name[: _WIDEST - 1].rstrip()}…"
        return f"{name}: {words} ({chip(card, moment)[1]})"


def next_cards(session: Session) -> tuple[Card, ...]:
    """The three things that come next, late ones first."""
    today = session.today()
    return (*today.late, *today.due, *today.unsure, *today.ahead)[:NEXT]
