"""When a letter being written is kept: soon after the last key, and not seldom in between."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

AFTER_LAST_KEY_MS = 400
AT_LEAST_EVERY_MS = 1500


class Saving:
    """Calls `save` 400 ms after the last touch and at least every 1.5 s while touches go on."""

    def __init__(self, save: Callable[[], None], parent: QObject) -> None:
        self._save = save
        self._pending = False  # asked of no timer: at the very end those go first
        self._pause = _timer(parent, AFTER_LAST_KEY_MS, self.flush)
        self._limit = _timer(parent, AT_LEAST_EVERY_MS, self.flush)

    @property
    def pending(self) -> bool:
        """Whether something is not kept yet."""
        return self._pending

    def touch(self) -> None:
        """Something was typed."""
        self._pending = True
        self._pause.start()
        if not self._limit.isActive():
            self._limit.start()

    def flush(self) -> None:
        """Keep it now, if anything is not."""
        if self.pending:
            self.drop()
            self._save()

    def drop(self) -> None:
        """There is nothing to keep any more."""
        self._pending = False
        self._pause.stop()
        self._limit.stop()


def _timer(parent: QObject, pause: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(pause)
    timer.timeout.connect(then)
    return timer
