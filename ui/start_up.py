"""The states in which the data cannot simply be opened, each a page with its ways on."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget

from models.faults import FaultKind, StoreFault
from ui.logs import log
from ui.ports import QtMailApp
from ui.problems import FaultPage, Way
from ui.safe import Safe
from ui.theme import Look
from ui.wording.say import say

TITLES = {
    FaultKind.NEWER: "Your data was written by a newer Afterword.",
    FaultKind.MISSING: "Your data is not where it was.",
    FaultKind.CORRUPT: "Your data is damaged.",
    FaultKind.NOT_OURS: "This file is not Afterword's.",
    FaultKind.LOCKED: "Your data is in use elsewhere.",
    FaultKind.READ_ONLY: "Your data cannot be written to.",
}
READABLE = (FaultKind.NEWER, FaultKind.READ_ONLY)
"""The file is sound; it can be looked into without changing it."""
REPLACEABLE = (FaultKind.MISSING, FaultKind.CORRUPT, FaultKind.NOT_OURS)
"""A backup may take its place; what stands there is kept in the folder “damaged”."""


@dataclass(frozen=True, kw_only=True)
class Openings:
    """The other ways the program can go on from here."""

    look_inside: Callable[[FaultKind], None]
    start_empty: Callable[[], None]
    try_again: Callable[[], None]
    leave: Callable[[], None]


class StandIns:
    """The pages that stand in the place of the window while the data cannot be opened."""

    def __init__(
        self, look: Look, safe: Safe, put: Callable[[QWidget], None], openings: Openings
    ) -> None:
        """`put` shows a page in the window's place."""
        self._look = look
        self._safe = safe
        self._put = put
        self._openings = openings

    def show_fault(self, fault: StoreFault, more: str = "") -> None:
        """What happened, what was not changed, and the ways on. Esc and closing change nothing."""
        sentence = f"{fault.sentence} {more}".rstrip()
        page = FaultPage(self._look, title_of(fault.kind), sentence, self._ways(fault))
        page.resize(900, 600)
        self._put(page)

    def show_backups(self, fault: StoreFault) -> None:
        """The backups; Esc goes back to what happened."""
        from ui.settings.restore import RestorePage

        page = RestorePage(self._look, self._safe)
        page.setWindowTitle("Afterword")
        page.resize(900, 640)
        page.left.connect(lambda: self.show_fault(fault))
        self._put(page)
        page.take_focus()

    def _ways(self, fault: StoreFault) -> list[Way]:
        """The buttons of a state, the best first. None of them destroys anything."""
        kind, openings = fault.kind, self._openings
        ways: list[Way] = []
        if kind in REPLACEABLE and self._safe.backups():
            ways.append((say("Bring back a backup…"), lambda: self.show_backups(fault)))
        if kind in READABLE:
            ways.append((say("Look inside"), lambda: openings.look_inside(kind)))
        ways.append((say("Try again"), openings.try_again))
        if kind is FaultKind.CORRUPT:
            ways.append((say("Save what can be read"), lambda: self._repair(fault)))
        if kind is FaultKind.MISSING:
            ways.append((say("Start empty"), openings.start_empty))
        ways.append((say("Open folder"), self._open_folder))
        ways.append((say("Quit"), openings.leave))
        return ways

    def _repair(self, fault: StoreFault) -> None:
        """A new file of what can be read; the damaged one is kept."""
        try:
            self._safe.repair()
        except StoreFault as second:
            log.error("nothing could be read: %s", second.kind)
            self.show_fault(fault, say("Nothing in it can be read any more."))

    def _open_folder(self) -> None:
        QtMailApp().open(QUrl.fromLocalFile(str(self._safe.path.parent)).toString())


def title_of(kind: FaultKind) -> str:
    """What happened, in a few words."""
    return say(TITLES.get(kind, "Your data cannot be opened."))
