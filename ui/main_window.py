"""The frame: rail, pages, sheet, toast and keys. It knows no rules and no page's inside."""

import sys
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from models.faults import StoreFault
from rules.quick_add import Entry
from rules.records import OpportunityId
from rules.stages import Stage
from rules.steps import StepKind
from ui.actions import Actions
from ui.add_panel import AddPanel
from ui.board.wishes import Wish
from ui.command_list import CommandList
from ui.commands import Commands
from ui.key_list import KeyList
from ui.logs import log
from ui.rail import Rail
from ui.sample_bar import SampleBar
from ui.session import Session
from ui.sheet_frame import SheetFrame
from ui.theme import Look
from ui.today.page import TodayPage
from ui.view_memory import remember, restore
from ui.widgets.focus_ring import FocusRing
from ui.widgets.later_page import LaterPage
from ui.widgets.over_panel import OverPanel
from ui.widgets.toast import Notice, Toast
from ui.wording.acts import redone, undone
from ui.wording.say import say

if TYPE_CHECKING:
    from ui.board.page import BoardPage
    from ui.sheet.sheet import Sheet

LEAST = (940, 600)
_WITHIN = {"restore": "settings"}
"""Pages without a button of their own, by the page they belong to."""


class MainWindow(QMainWindow):
    """The one window. `memory` keeps its place; `sample_asked` and `own_asked` start another."""

    sample_asked = Signal()
    own_asked = Signal()
    closed = Signal()

    def __init__(
        self,
        session: Session,
        look: Look,
        *,
        today: TodayPage,
        board: "BoardPage",
        sheet: Callable[[], "Sheet"],
        memory: QSettings,
        later: Mapping[str, Callable[[], LaterPage]] | None = None,
    ) -> None:
        """`sheet` and `later` make what is built when it is first gone to."""
        super().__init__()
        self.session = session
        self._look = look
        self._memory = memory
        self._open_card = OpportunityId("")
        self._leaving = False
        self.today = today
        self.board = board
        self._make_sheet = sheet
        self._sheet: Sheet | None = None
        self._later = dict(later or {})
        self._pages: dict[str, QWidget] = {"today": today, "board": board}
        self.rail = Rail(look, (*self._pages, *self._later))
        self.frame = SheetFrame(look)
        self.actions_of = Actions(self)
        self._build()
        self.add_panel = AddPanel(look, session, self.frame)
        self.commands = Commands(self)
        self._over: list[OverPanel] = [self.add_panel]
        self.toast = Toast(look, self.frame, self.frame.toast_room)
        self.ring = FocusRing(look, self)
        self._connect()
        self._count()
        self.show_page("today")
        restore(self, memory)

    def _build(self) -> None:
        self.setWindowTitle("Afterword")
        self.setMinimumSize(*LEAST)
        self.frame.pages.addWidget(self.today)
        self.frame.pages.addWidget(self.board)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self.sample_bar: SampleBar | None = None
        if self.session.sample:
            self.sample_bar = SampleBar(self._look)
            self.sample_bar.own_asked.connect(self.own_asked)
            right.addWidget(self.sample_bar)
        right.addWidget(self.frame, 1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(middle)
        if sys.platform == "darwin":
            self.actions_of.fill(self.menuBar())

    def _connect(self) -> None:
        """The wiring, in one place."""
        self._counting = QTimer(self)  # after what has changed is on the screen, and once for all
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._count)
        for signal in (
            self.session.changed,
            self.session.clock_moved,
            self.session.drafts_changed,
        ):
            signal.connect(self._count_soon)
        self.rail.chosen.connect(self.go)
        for page in (self.today, self.board):
            page.said.connect(self.say)
            page.opened.connect(self.open_sheet)
            page.add_requested.connect(self.quick_add)
        self.today.entered.connect(self._add)
        self.today.add_begun.connect(lambda words: self.add_panel.open_for(None, words))
        self.today.sample_asked.connect(self.sample_asked)
        self.today.restore_asked.connect(lambda: self.go("restore"))
        self.today.board_asked.connect(
            lambda oid, name: self.commands.do_on_board(Wish(name), OpportunityId(oid))
        )
        self.frame.leaving.connect(self.close_sheet)
        self.board.add_named.connect(lambda words: self.add_panel.open_for(None, words))
        self.add_panel.entered.connect(self._add)
        actions = self.actions_of
        for name in (*self._pages, *self._later):
            if name not in _WITHIN:
                actions[name].triggered.connect(lambda _on=False, name=name: self.go(name))
        actions["search"].triggered.connect(self.search)
        actions["commands"].triggered.connect(self.list_commands)
        actions["keys"].triggered.connect(self.list_keys)
        actions["add"].triggered.connect(lambda: self.quick_add(None))
        actions["undo"].triggered.connect(self.undo)
        actions["redo"].triggered.connect(self.redo)
        actions["quit"].triggered.connect(self.close)

    @property
    def sheet(self) -> "Sheet":
        """The sheet, made when it is first asked for: it is most of the window's weight."""
        if self._sheet is None:
            self._sheet = self._make_sheet()
            self.frame.put(self._sheet)
            self._sheet.said.connect(self.say)
            self._sheet.opened.connect(self.open_sheet)
            self._sheet.closed.connect(self._sheet_closed)
        return self._sheet

    def make_ready(self) -> None:
        """Make what is opened first before it is asked for."""
        if self.isVisible():
            self.sheet.ensurePolished()

    def page(self) -> str:
        """The name of the page that is shown."""
        shown = self.frame.pages.currentWidget()
        return next(name for name, page in self._pages.items() if page is shown)

    def show_page(self, name: str) -> None:
        """Show a page; one that is seldom needed is made now."""
        if name in self._later:
            page = self._later.pop(name)()
            page.said.connect(self.say)
            page.opened.connect(self.open_sheet)
            page.went.connect(self.go)
            self._pages[name] = page
            self.frame.pages.addWidget(page)
        self.frame.pages.setCurrentWidget(self._pages[name])
        self.rail.show_page(_WITHIN.get(name, name))

    def go(self, name: str) -> None:
        """Show a page by the rail or a key: the sheet makes room, the focus goes there."""
        self.leave_for(name)
        self._focus_page()

    def leave_for(self, name: str) -> None:
        """Show a page with nothing over it."""
        self._clear_over()
        if self.frame.covers():
            self._leave_sheet()
        self.show_page(name)

    def take_focus(self) -> None:
        """Put the focus where the work begins."""
        self.today.take_focus()

    def say(self, notice: Notice) -> None:
        """Show a toast."""
        self.toast.show_notice(notice)

    def quick_add(self, stage: Stage | None) -> None:
        """Ask for one line: in the first page's own field while that is shown."""
        if self.page() == "today" and self.today.is_first_run() and not self.frame.is_open():
            self.today.take_focus()
        else:
            self._clear_over()
            self.add_panel.open_for(stage)

    @cached_property
    def command_list(self) -> CommandList:
        """What Ctrl+K shows; made when it is first asked for."""
        made = CommandList(self._look, self.frame)
        self._over.append(made)
        return made

    @cached_property
    def key_list(self) -> KeyList:
        """What F1 shows; made when it is first asked for."""
        made = KeyList(self._look, self.session, self.frame)
        self._over.append(made)
        return made

    def _clear_over(self) -> None:
        """Take away the panels over the page."""
        for panel in self._over:
            panel.dismiss()

    def has(self, name: str) -> bool:
        """Whether there is such a page."""
        return name in self._pages or name in self._later

    def search(self) -> None:
        """Go to the board's search field."""
        self.leave_for("board")
        self.board.focus_search()

    def list_commands(self) -> None:
        """Everything that can be done now; asked for again, it goes."""
        was_open = self.command_list.isVisible()
        self._clear_over()
        if not was_open:
            self.command_list.open_with(self.commands.offers())

    def list_keys(self) -> None:
        """Every key; asked for again, the list goes."""
        was_open = self.key_list.isVisible()
        self._clear_over()
        if not was_open:
            self.key_list.open()

    def open_sheet(self, oid: str, tab: str = "") -> None:
        """Show one opportunity; the tab with its next step where none is named."""
        known = OpportunityId(oid)
        if not self.session.knows(known):
            return
        self._clear_over()
        self.toast.dismiss()
        self._open_card = known
        sheet = self.sheet
        self.frame.open_sheet()
        sheet.open(known, tab or None)

    def close_sheet(self) -> None:
        """Close the sheet; it keeps what was typed, and says when it is done."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # fields commit as they lose it
        if self._sheet is not None:
            self._sheet.close_sheet()

    def _sheet_closed(self) -> None:
        """The sheet is done: back to the card it was opened from."""
        if self.frame.is_open():
            self.frame.close_sheet()
            self.toast.settle()
            if not self._leaving:
                self._focus_card()

    def _leave_sheet(self) -> None:
        """Close the sheet on the way to somewhere else."""
        self._leaving = True
        try:
            self.close_sheet()
        finally:
            self._leaving = False

    def _focus_card(self) -> None:
        """The focus goes back to the card, or to the page where it is gone."""
        pages: dict[str, TodayPage | BoardPage] = {"today": self.today, "board": self.board}
        page = pages.get(self.page())
        if page is not None and self.session.knows(self._open_card):
            page.select(self._open_card, focus=True)
        else:
            self._focus_page()

    def _focus_page(self) -> None:
        """The focus goes where a page begins: the first row, or the most pressing card."""
        page = self._pages[self.page()]
        if isinstance(page, LaterPage):
            page.take_focus()
            return
        if page is self.today:
            self.today.take_focus()
        else:
            self.board.take_focus()

    def _add(self, entry: Entry) -> None:
        """A line was entered: a talk that is over opens its letters, all else shows its card."""
        try:
            oid = self.session.add(entry)
        except StoreFault as fault:
            self.say(Notice(fault.sentence, urgent=True))
            return
        self.today.first_run.quick_add.clear()
        self.add_panel.dismiss()
        step = self.session.step(oid)
        if step.kind is StepKind.WRITE and step.interview_id is not None and step.may_compose:
            self.open_sheet(oid)
            return
        if self.frame.covers():
            self._leave_sheet()
        self.show_page("board")
        self.board.reveal(oid)
        company = self.session.dossier(oid).opportunity.company
        self.say(Notice(say("Added {company}", company=company), say("Undo"), self.undo, "Ctrl Z"))

    def undo(self) -> None:
        """Take the last act back, and say so."""
        self._step_back(forward=False)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step_back(forward=True)

    def _step_back(self, *, forward: bool) -> None:
        try:
            label = self.session.redo() if forward else self.session.undo()
        except StoreFault as fault:
            self.say(Notice(fault.sentence, urgent=True))
            return
        if not label:
            return
        if self.frame.is_open() and not self.session.knows(self._open_card):
            self._leave_sheet()
        if forward:
            self.say(Notice(redone(label), say("Undo"), self.undo, "Ctrl Z"))
        else:
            self.say(Notice(undone(label), say("Redo"), self.redo, "Ctrl Shift Z"))

    def _count_soon(self, _what: object = None) -> None:
        self._counting.start(0)

    def _count(self) -> None:
        """The badge: how many are due or late."""
        self.rail.show_count(self.session.today().to_send)

    def come_forward(self) -> None:
        """Somebody started the program again: show the window that is there."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def cannot_open(self, files: list[str]) -> None:
        """Files were named that no page reads yet."""
        names = ", ".join(one.replace("\\", "/").rstrip("/").rpartition("/")[2] for one in files)
        if names:
            words = say("{names} cannot be opened yet", names=names)
            QTimer.singleShot(0, self, lambda: self.say(Notice(words, icon="circle-alert")))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave; an exception here would close without saving what is being typed."""
        event.ignore()
        try:
            self._leave_sheet()
            remember(self, self._memory)
        except Exception as error:  # closing must go on: what was saved is safe
            log.error("not everything was kept on closing: %s", type(error).__name__)
        event.accept()
        self.closed.emit()
