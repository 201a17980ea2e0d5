"""Today's page on the example day, its clock and its dialogs in the test's hands."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from rules.records import OpportunityId
from tests import example_day as sample
from tests.fakes import FakeDialogs
from tests.ui.cards import Clock
from tests.ui.frame_world import session_in
from ui.resources import load_fonts
from ui.session import Session
from ui.theme import Look
from ui.today.coming import Opener
from ui.today.page import TodayPage
from ui.today.row import Row
from ui.widgets.toast import Notice

NO_KEY = Qt.KeyboardModifier.NoModifier


@dataclass
class World:
    """The page and what it stands on."""

    page: TodayPage
    session: Session
    clock: Clock
    dialogs: FakeDialogs
    said: list[Notice] = field(default_factory=list)
    opened: list[tuple[str, str]] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)

    def row(self, company: str) -> Row:
        """The row of a company."""
        return next(one for one in self.page.queue.rows() if one.card.company == company)

    def companies(self) -> list[str]:
        """The rows from top to bottom."""
        return [one.card.company for one in self.page.queue.rows()]

    def oid(self, company: str) -> OpportunityId:
        """The id of a company's card."""
        return next(
            one.opportunity.id
            for one in self.session.dossiers()
            if one.opportunity.company == company
        )

    def words(self) -> list[str]:
        """All that is written on the page."""
        QApplication.processEvents()  # what was laid out anew is shown
        return [one.text() for one in self.page.findChildren(QLabel) if one.isVisible()]

    def beside(self) -> list[str]:
        """The cards of the right column, as they are spoken."""
        QApplication.processEvents()
        return [one.accessibleName() for one in self.page.findChildren(Opener) if one.isVisible()]

    def notice(self) -> str:
        """What was said last."""
        return self.said[-1].text if self.said else ""

    def undo(self) -> None:
        """Press Undo in what was said last."""
        act = self.said[-1].act
        assert act is not None
        act()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key on whatever has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifier)

    def wait(self, **span: float) -> None:
        """Time goes by."""
        self.clock.now += timedelta(**span)
        self.session.tick_clock()

    def menu(self) -> QMenu:
        """The menu that is open."""
        found = [one for one in self.page.findChildren(QMenu) if one.isVisible()]
        assert found
        return found[0]

    def entries(self) -> list[str]:
        """What the open menu offers, without keys."""
        return list(named(self.menu()))

    def choose(self, *words: str) -> None:
        """Choose from the open menu, and from the one behind its entry."""
        menu = self.menu()
        action = named(menu)[words[0]]
        for word in words[1:]:
            behind = action.menu()
            assert isinstance(behind, QMenu)
            action = named(behind)[word]
        action.trigger()
        menu.close()

    def choose_for(self, company: str, *words: str) -> None:
        """Choose from a row's menu."""
        row = self.row(company)
        self.page.queue.show_menu(row.card.opportunity_id, row.menu_spot())
        self.choose(*words)


def named(menu: QMenu) -> dict[str, QAction]:
    """The entries of a menu by their words."""
    return {one.text().partition("\t")[0]: one for one in menu.actions() if one.text()}


@contextmanager
def world(folder: Path, *, filled: bool = True) -> Iterator[World]:
    """A page that is gone when the test is."""
    load_fonts()
    clock = Clock(sample.NOW)
    dialogs = FakeDialogs(folder / "step.ics")
    session = session_in(folder, filled=filled, clock=clock)
    page = TodayPage(session, Look(reduced_motion=True), dialogs)
    made = World(page, session, clock, dialogs)
    page.said.connect(made.said.append)
    page.opened.connect(lambda oid, tab: made.opened.append((oid, tab)))
    page.board_asked.connect(lambda oid, name: made.asked.append((oid, str(name))))
    page.resize(1204, 800)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    page.take_focus()
    try:
        yield made
    finally:
        page.close()
        page.deleteLater()
