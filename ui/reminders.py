"""Reminds at the right moment: one timer to the next of them, looked at anew with every change."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer

from models.faults import StoreFault
from rules.changes import Change
from rules.records import Opportunity, OpportunityId
from rules.reminders import Plan, Reminder, plan
from rules.steps import NextStep
from ui.logs import log
from ui.ports import Announcement
from ui.session import Session
from ui.wording.reminders import announcement

TABLE = "reminders"
TICK_MS = 300_000
"""The timer's clock stands still while the machine sleeps, so it never waits longer than this."""
_TICK = timedelta(milliseconds=TICK_MS)

Tell = Callable[[Announcement, OpportunityId | None], None]


class Reminders(QObject):
    """Tells what is due, once. `tell` gets the words, and the card to open where there is one."""

    def __init__(self, session: Session, tell: Tell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tell = tell
        self._said = _read(session)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(session.tick_clock)
        self._looked_at = session.moment().now
        self._next_at: datetime | None = None

    def start(self) -> None:
        """Say what was missed while the program was closed, and remind from now on."""
        if self._session.sample:
            return  # nobody wants to be reminded of an example
        self._session.changed.connect(self._changed)
        self._session.clock_moved.connect(self._time_passed)
        self._session.preferences_changed.connect(self._look)
        self._look()

    def waits_ms(self) -> int:
        """How long until it looks again by itself; -1 while it does not."""
        return self._timer.remainingTime()

    def _changed(self, change: Change) -> None:
        """What the person works on this moment needs no reminder that it is due."""
        if not self._session.knows(change.opportunity_id):
            return
        found = self._plan([self._item(change.opportunity_id)])
        self._remember(found)
        if found.next_at is not None and (self._next_at is None or found.next_at < self._next_at):
            self._wait(found.next_at)

    def _time_passed(self) -> None:
        """Look at everything when the next reminder has come, when the clock was set, or at times:
        what a card asks for changes with time alone, too.
        """
        now = self._session.moment().now
        come = self._next_at is not None and now >= self._next_at
        if come or not timedelta(0) <= now - self._looked_at < _TICK:
            self._look()
        else:
            self._wait(self._next_at)

    def _look(self) -> None:
        """Say what is due, all in one, and wait for the next."""
        session = self._session
        self._looked_at = session.moment().now
        found = self._plan([self._item(one.opportunity.id) for one in session.dossiers()])
        self._remember(found)
        if found.due and session.options.reminders:
            self._say(found.due)
        self._wait(found.next_at)

    def _say(self, due: tuple[Reminder, ...]) -> None:
        cards = [(self._session.card(one.opportunity_id), one.latest) for one in due]
        only = due[0].opportunity_id if len(due) == 1 else None
        self._tell(announcement(cards, self._session.moment()), only)

    def _wait(self, until: datetime | None) -> None:
        self._next_at = until
        wait = TICK_MS
        if until is not None:
            left = (until - self._session.moment().now) / timedelta(milliseconds=1)
            wait = max(1, min(TICK_MS, round(left) + 1))
        self._timer.start(wait)

    def _plan(self, items: list[tuple[Opportunity, NextStep]]) -> Plan:
        return plan(items, self._session.moment(), self._said)

    def _item(self, oid: OpportunityId) -> tuple[Opportunity, NextStep]:
        return self._session.dossier(oid).opportunity, self._session.step(oid)

    def _remember(self, found: Plan) -> None:
        """Keep it before it is said: rather a reminder lost in a crash than one said twice."""
        if not found.done:
            return
        now = self._session.moment().now
        self._said |= dict.fromkeys(found.done, now)
        texts = {key: moment.isoformat() for key, moment in self._said.items()}
        try:
            self._session.remember(TABLE, texts)
        except StoreFault as fault:
            log.error("reminders are remembered until the end only: %s", fault.kind)


def _read(session: Session) -> dict[str, datetime]:
    """When each was said; what cannot be read or belongs to no card any more is left out."""
    said: dict[str, datetime] = {}
    for key, text in session.remembered(TABLE).items():
        try:
            session.dossier(OpportunityId(key.split()[0]))
            moment = datetime.fromisoformat(text)
        except (KeyError, ValueError, IndexError):
            continue
        if moment.tzinfo is not None:
            said[key] = moment
    return said
