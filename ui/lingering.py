"""What it means that the window was closed: the end, the tray, or a while for a copied letter.

On Linux a copied text goes with the program that holds it, so the program stays behind a closed
window until somebody else has the clipboard, or two minutes have passed.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard

STAYS_MS = 120_000


class Lingering(QObject):
    """Calls `quit_now` when nothing keeps the program any more."""

    def __init__(
        self,
        clipboard: QClipboard,
        *,
        is_shown: Callable[[], bool],
        in_tray: Callable[[], bool],
        quit_now: Callable[[], None],
        holds_copies: bool = sys.platform.startswith("linux"),
        parent: QObject | None = None,
    ) -> None:
        """`holds_copies`: whether what was copied here is lost with the program."""
        super().__init__(parent)
        self._clipboard = clipboard
        self._is_shown = is_shown
        self._in_tray = in_tray
        self._quit_now = quit_now
        self._for_good = False
        self._deciding = QTimer(self, singleShot=True, interval=0)
        self._deciding.timeout.connect(self._decide)
        self._copied = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._staying = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._staying.timeout.connect(self._end)
        if holds_copies:
            clipboard.dataChanged.connect(self._clipboard_changed)

    def window_closed(self) -> None:
        """The window was closed; what that means is seen once it is gone."""
        self._deciding.start()

    def leave(self) -> None:
        """The person wants the program to end, not only the window to close."""
        self._for_good = True
        self._deciding.start()

    def stays(self) -> bool:
        """Whether it stays for a copied letter alone."""
        return self._staying.isActive()

    def _decide(self) -> None:
        for_good, self._for_good = self._for_good, False
        if self._is_shown() or (self._in_tray() and not for_good):
            return
        if self._copied.isActive() and self._clipboard.ownsClipboard():
            self._staying.start()
        else:
            self._end()

    def _clipboard_changed(self) -> None:
        """Something was copied, here or elsewhere."""
        if self._clipboard.ownsClipboard():
            self._copied.start()
        else:
            self._copied.stop()
            if self._staying.isActive():
                self._end()

    def _end(self) -> None:
        """Nothing is kept any more; a window that came back in between stays."""
        self._staying.stop()
        if not self._is_shown():
            self._quit_now()
