"""The desktop's own notification service on Linux, as the window sees it."""

from collections.abc import Callable
from os import environ

from PySide6.QtCore import QObject, QTimer, Signal

from ui.notify.bus_thread import BusThread
from ui.ports import Announcement

GIVES_UP_MS = 6_000
"""A bus that has not answered by then is taken for one that never will."""


class DesktopNotifications(QObject):
    """Says things through org.freedesktop.Notifications."""

    _answered = Signal(int, bool)
    _clicked = Signal(int, str)

    def __init__(self, desktop_entry: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._opened: dict[int, Callable[[], None]] = {}
        self._failed: dict[int, Callable[[], None]] = {}
        self._answered.connect(self._hear_answer)
        self._clicked.connect(self._hear_click)
        self._thread = BusThread(desktop_entry, self._answered.emit, self._clicked.emit)

    def show(
        self, said: Announcement, opened: Callable[[], None], failed: Callable[[], None]
    ) -> None:
        """Hand it to the service; nothing waits for the answer."""
        self._count += 1
        ticket = self._count
        self._opened[ticket], self._failed[ticket] = opened, failed
        QTimer.singleShot(GIVES_UP_MS, self, lambda: self._hear_answer(ticket, False))
        self._thread.say(ticket, said)

    def close(self) -> None:
        """Let the bus go."""
        self._thread.close()

    def _hear_answer(self, ticket: int, shown: bool) -> None:
        """It is shown, or has to be said another way; what comes later is too late."""
        failed = self._failed.pop(ticket, None)
        if failed is not None and not shown:
            self._opened.pop(ticket)
            failed()

    def _hear_click(self, ticket: int, token: str) -> None:
        opened = self._opened.get(ticket)
        if opened is not None:
            if token:
                environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it when a window comes forward
            opened()
