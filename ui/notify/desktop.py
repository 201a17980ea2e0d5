"""The desktop's own notification service on Linux, as the window sees it."""

from collections.abc import Callable
from os import environ
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.ports import Announcement

if TYPE_CHECKING:
    from ui.notify.bus_thread import BusThread

GIVES_UP_MS = 6_000
"""A bus that has not answered by then is taken for one that never will."""


class DesktopNotifications(QObject):
    """Says things through org.freedesktop.Notifications."""

    _answered = Signal(int, bool)
    _clicked = Signal(int, str)

    def __init__(self, desktop_entry: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entry = desktop_entry
        self._thread: BusThread | None = None
        self._count = 0
        self._opened: dict[int, Callable[[], None]] = {}
        self._failed: dict[int, Callable[[], None]] = {}
        self._answered.connect(self._hear_answer)
        self._clicked.connect(self._hear_click)

    def show(
        self, said: Announcement, opened: Callable[[], None], failed: Callable[[], None]
    ) -> None:
        """Hand it to the service; nothing waits for the answer."""
        self._count += 1
        ticket = self._count
        self._opened[ticket], self._failed[ticket] = opened, failed
        QTimer.singleShot(GIVES_UP_MS, self, lambda: self._hear_answer(ticket, False))
        self._the_thread().say(ticket, said)

    def close(self) -> None:
        """Let the bus go."""
        if self._thread is not None:
            self._thread.close()

    def _the_thread(self) -> "BusThread":
        """The conversation; begun when there is something to say, for the window comes first."""
        if self._thread is None:
            from ui.notify.bus_thread import BusThread

            self._thread = BusThread(self._entry, self._answered.emit, self._clicked.emit)
        return self._thread

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
