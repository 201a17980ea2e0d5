"""Where reading is done: in a thread of its own, or at once where a test wants no waiting."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from ui.logs import log, report_of

T = TypeVar("T")


class Hands(Protocol):
    """Somebody who does the work and brings the result; None where it failed."""

    def do(self, work: Callable[[], T], then: Callable[[T | None], None]) -> None:
        """Do it, and call `then` in the thread of the window."""

    def stop(self) -> None:
        """Nothing is brought any more."""


class AtOnce:
    """Does it on the spot."""

    def do(self, work: Callable[[], T], then: Callable[[T | None], None]) -> None:
        """Do it, and say so."""
        then(work())

    def stop(self) -> None:
        """There is nothing to stop."""


class _Post(QObject):
    """Carries results from the thread to the window."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.open = True
        self.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def _deliver(self, call: Callable[[], None]) -> None:
        if self.open:
            call()


class OneThread:
    """One thread that is kept, begun with the first piece of work and idle in between."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="proofreading")
        self._post = _Post()

    def do(self, work: Callable[[], T], then: Callable[[T | None], None]) -> None:
        """Hand it to the thread; after `stop` it is left undone."""
        post = self._post  # held by the work, so that it outlives whoever asked
        if post.open:
            self._pool.submit(_carried_out, work, then, post)

    def stop(self) -> None:
        """Finish what is being read, drop the rest, end the thread."""
        self._post.open = False
        self._pool.shutdown(wait=True, cancel_futures=True)


def _carried_out(work: Callable[[], T], then: Callable[[T | None], None], post: _Post) -> None:
    """In the thread: do the work. A mistake in it must not take the letter with it."""
    result: T | None = None
    try:
        result = work()
    except Exception as error:
        log.exception(
            "proofreading: %s", report_of(type(error), error.__traceback__), exc_info=False
        )
    post.arrived.emit(lambda: then(result))
