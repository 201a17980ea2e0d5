"""Backups that make themselves: on the day's first change, each half hour, and at the end."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from models.backups import Reason, listed
from models.faults import StoreFault
from models.store import Store
from ui.logs import log
from ui.session import Session
from ui.widgets.toast import Notice
from ui.wording.say import count, say

SOON_MS = 2_000
EVERY_MS = 30 * 60_000


def tidy(store: Store, now: datetime) -> int:
    """What was deleted long ago goes, rescued letters come back; how many of those."""
    try:
        store.purge_old(now)
        return len(store.take_rescued())
    except StoreFault as fault:
        log.error("not tidied: %s", fault.kind)
        return 0


def came_back(letters: int) -> Notice:
    """What to say about rescued letters."""
    one = "{n} letter that could not be saved is here again"
    return Notice(count(letters, one, "{n} letters that could not be saved are here again"))


def not_backed_up(fault: StoreFault) -> Notice:
    """What to say about a backup that failed."""
    return Notice(say("No backup was made: {why}", why=fault.sentence), urgent=True)


class Copies(QObject):
    """Watches a session; `failed` carries the fault of the first backup that could not be made."""

    failed = Signal(object)

    def __init__(self, session: Session, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._store = store
        self._changed = False
        self._said = False
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.make)
        for signal in (session.changed, session.drafts_changed, session.preferences_changed):
            signal.connect(self._touched)

    def _touched(self, _what: object = None) -> None:
        """Something changed: the first time today a copy is made at once, else in a while."""
        self._changed = True
        if not self.timer.isActive():
            self.timer.start(EVERY_MS if self._made_today() else SOON_MS)

    def _made_today(self) -> bool:
        moment = self._session.moment()
        today = moment.now.astimezone(moment.zone).date()
        made = (one.made_at.astimezone(moment.zone).date() for one in listed(self._store.path))
        return today in made

    def make(self) -> None:
        """Make a copy if anything changed since the last."""
        self.timer.stop()
        if not self._changed:
            return
        try:
            self._store.back_up(self._session.moment().now, Reason.CHANGES)
        except StoreFault as fault:
            log.error("no backup was made: %s", fault.kind)
            self.timer.start(EVERY_MS)
            if not self._said:
                self._said = True
                self.failed.emit(fault)
            return
        self._changed = self._said = False
