"""A session on a clock that is moved by hand, and everybody it tells."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from rules.quick_add import understand
from rules.records import OpportunityId
from tests.ui.frame_world import session_in
from ui.ports import Announcement
from ui.reminders import Reminders
from ui.session import Session

LONDON = ZoneInfo("Europe/London")


def at(text: str) -> datetime:
    """A moment of May 2026 in London, as "14 15:20"."""
    day, hour = text.split()
    return datetime.fromisoformat(f"2026-05-{day}T{hour}").replace(tzinfo=LONDON)


class Ears:
    """Remembers what was told."""

    def __init__(self) -> None:
        self.told: list[tuple[Announcement, OpportunityId | None]] = []

    def __call__(self, said: Announcement, oid: OpportunityId | None) -> None:
        self.told.append((said, oid))

    def titles(self) -> list[str]:
        """What was told since last asked."""
        found = [said.title for said, _ in self.told]
        self.told.clear()
        return found


class Days:
    """A person's program over some days: opened and closed, with time passing."""

    def __init__(self, folder: Path, now: str) -> None:
        self.folder = folder
        self.now = at(now)
        self.ears = Ears()
        self.session = self.open()

    def open(self) -> Session:
        """The program is started; what was said before is in its file."""
        self.session = session_in(self.folder, clock=lambda: self.now)
        self.reminders = Reminders(self.session, self.ears)
        return self.session

    def close(self) -> None:
        """The program ends."""
        self.reminders.deleteLater()
        self.session._store.close()  # type: ignore[attr-defined]  # the keeper is the store here

    def add(self, line: str) -> OpportunityId:
        """One typed line."""
        return self.session.add(understand(line, self.session.moment().now, LONDON))

    def until(self, moment: str, *, every: timedelta = timedelta(minutes=1)) -> None:
        """Time passes, and the program hears of it now and then."""
        goal = at(moment)
        while self.now < goal:
            self.now = min(self.now + every, goal)
            self.hear()

    def jump(self, moment: str) -> None:
        """Sleep, or a clock that was set: one step, forward or back."""
        self.now = at(moment)
        self.hear()

    def hear(self) -> None:
        """The program looks at its clock."""
        self.session.tick_clock()
