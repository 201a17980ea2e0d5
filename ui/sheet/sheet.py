"""The sheet: one opportunity over the page, with its four tabs."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from typing_extensions import override

from rules.acts import Talk, Told, What
from rules.changes import Change
from rules.records import Draft, InterviewId, OpportunityId
from ui.keymap import COMMANDS
from ui.ports import Clipboard, Dialogs, MailApp, QtDialogs
from ui.proofread.proofreader import Proofreader
from ui.session import Session
from ui.sheet.follow_up.kept import follow_ticks
from ui.sheet.follow_up.page import FollowUpPage
from ui.sheet.guard import attempt
from ui.sheet.happened.page import WhatHappened
from ui.sheet.header import Header
from ui.sheet.history import HistoryPage
from ui.sheet.interview import InterviewPage
from ui.sheet.panel import Rule, column, row
from ui.sheet.people import PeoplePage
from ui.sheet.same_round import SameRound
from ui.sheet.tabs import TABS, Tabs
from ui.theme import Look
from ui.widgets.toast import Notice
from ui.wording import say

LOW = 720
"""Below this height header and tabs share one row, where it is wide enough for both."""
SHARED = 780
"""The width that takes."""
HAPPENED = "happened:"
"""Before what happened, where the sheet is opened to ask about it."""
BRIEF = 840
"""Below this width the count of follow-ups is written short."""


class Sheet(QWidget):
    """Shows one opportunity; `open` chooses which, and on which tab."""

    said = Signal(object)
    opened = Signal(str, str)
    closed = Signal()

    def __init__(
        self,
        session: Session,
        look: Look,
        clipboard: Clipboard,
        mail_app: MailApp,
        dialogs: Dialogs | None = None,
        reader: Proofreader | None = None,
    ) -> None:
        """Without a `reader` of their own, letters are read on the spot, without a dictionary."""
        super().__init__()
        self._session = session
        self._look = look
        self._oid: OpportunityId | None = None
        self._low = False
        self._shared: bool | None = None
        self.header = Header(look)
        self.tabs = Tabs(look)
        files = dialogs or QtDialogs(self)
        self.follow_up = FollowUpPage(
            session, look, clipboard, mail_app, files, reader or Proofreader()
        )
        self.interview = InterviewPage(session, look)
        self.people = PeoplePage(session, look)
        self.history = HistoryPage(session, look, clipboard)
        self.happened = WhatHappened(session, look)
        self.same_round = SameRound(session, look)
        self.pages = QStackedWidget()
        for page in (self.follow_up, self.interview, self.people, self.history, self.happened):
            self.pages.addWidget(page)
        self._rule = Rule(look)
        self._body = column()
        self.setLayout(self._body)
        self._arrange()
        look.changed.connect(self._fit)
        self._wire()
        self._add_keys()

    def _wire(self) -> None:
        self.header.close_pressed.connect(self.close_sheet)
        self.tabs.chosen.connect(self.show_tab)
        for page in (self.follow_up, self.interview, self.people, self.history, self.happened):
            page.said.connect(self.said)
        self.follow_up.close_requested.connect(self.close_sheet)
        self.follow_up.tab_requested.connect(self._turn_to)
        self.follow_up.interview_added.connect(self._show_interview)
        self.same_round.said.connect(self.said)
        self.follow_up.happened.connect(self._ask_about)
        self.happened.kept.connect(self._after_keeping)
        self.happened.dismissed.connect(lambda: self._turn_to(self.tabs.current()))
        self._session.changed.connect(self._changed)
        self._session.clock_moved.connect(self._refresh)
        self._session.preferences_changed.connect(self._refresh)
        menu = self.header.menu
        what = menu.addAction(say("What happened"))
        key = COMMANDS["what_happened"].keys[0]
        what.setText(f"{what.text()}\t{key}")  # shown only: the sheet hears the key
        what.triggered.connect(lambda: self.ask_what_happened())
        menu.addAction(say("An offer elsewhere")).triggered.connect(
            lambda: self.ask_what_happened(What.OFFER_ELSEWHERE)
        )
        menu.addSeparator()
        menu.addAction(say("Add interview")).triggered.connect(self._add_interview)
        menu.addAction(say("Duplicate")).triggered.connect(self._duplicate)
        menu.addAction(say("Delete")).triggered.connect(self._delete)

    def _add_keys(self) -> None:
        """The keys of the sheet and of a letter, as they stand in the table of commands."""
        writing = self.follow_up.writing
        self.acts: dict[str, Callable[[], object]] = {
            "what_happened": lambda: self.ask_what_happened(),
            "copy": self._copy,
            "mail": self._open_in_mail,
            "as_page": lambda: self._writing_only(writing.as_page),
            "person_before": lambda: self._writing_only(lambda: writing.choose_beside(-1)),
            "person_after": lambda: self._writing_only(lambda: writing.choose_beside(1)),
            "highlights": lambda: self._writing_only(writing.focus_highlights),
            "proofreading": lambda: self._writing_only(writing.focus_proof),
            "next_finding": lambda: self._writing_only(lambda: writing.next_finding(1)),
            "finding_before": lambda: self._writing_only(lambda: writing.next_finding(-1)),
        }
        for name, act in self.acts.items():
            for key in COMMANDS[name].keys:
                self._add_key(key, act)
        for number, key in enumerate(COMMANDS["person"].keys):
            self._add_key(key, self._chooser(number))

    def _add_key(self, key: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _chooser(self, number: int) -> Callable[[], None]:
        return lambda: self._writing_only(lambda: self.follow_up.writing.choose_number(number))

    def _writing_only(self, act: Callable[[], None]) -> None:
        """A key of the letter; elsewhere it does nothing."""
        if self.follow_up.may_write():
            self.show_tab("follow_up")
            act()

    def _copy(self) -> None:
        """Ctrl+Enter; at the stop it leads to the stop's page and prepares nothing."""
        self.show_tab("follow_up")
        if self.follow_up.may_write():
            self.follow_up.writing.copy()

    def _open_in_mail(self) -> None:
        self.show_tab("follow_up")
        if self.follow_up.may_write():
            self.follow_up.writing.open_in_mail()

    # -- opening and closing ------------------------------------------------------------------

    @property
    def opportunity_id(self) -> OpportunityId | None:
        """The opportunity that is shown."""
        return self._oid

    def open(self, oid: str, tab: str | None = None) -> None:
        """Show an opportunity, on the tab that has its next step unless one is named.

        "happened:offer" is no tab: it asks about an offer that was made, or another such thing.
        """
        self._oid = OpportunityId(oid)
        self.follow_up.open(self._oid)
        for page in (self.interview, self.people, self.history):
            page.open(self._oid)
        self._show_header()
        if tab is not None and tab.startswith(HAPPENED):
            self.show_tab("follow_up")
            self.ask_what_happened(What(tab.removeprefix(HAPPENED)))
            return
        self.show_tab(tab or "follow_up")
        self.focus_first()

    def show_tab(self, key: str) -> None:
        """Turn to a tab."""
        keys = [one for one, _ in TABS]
        self.tabs.set_current(key if key in keys else "follow_up")
        self.pages.setCurrentIndex(keys.index(key) if key in keys else 0)
        company = self.header.company.text()
        self.setAccessibleName(f"{company}, {say(dict(TABS)[self.tabs.current()])}")

    def _turn_to(self, key: str) -> None:
        """Turn to a tab, ready to type there."""
        self.show_tab(key)
        self.focus_first()

    def _show_interview(self, interview_id: str) -> None:
        """A talk that was just made, at its day."""
        self.interview.choose(InterviewId(interview_id))
        self._turn_to("interview")

    def focus_first(self) -> None:
        """Where typing begins on the tab that is shown."""
        page = self.pages.currentWidget()
        shown = FollowUpPage | InterviewPage | PeoplePage | HistoryPage | WhatHappened
        if isinstance(page, shown):
            page.focus_first()

    def close_sheet(self) -> None:
        """Keep what was typed, and go."""
        self.follow_up.leave()
        self._oid = None
        self.closed.emit()

    def _changed(self, change: Change) -> None:
        desk = self.follow_up.writing.desk
        shown = desk.draft if isinstance(desk.draft, Draft) else None
        with attempt(self.said.emit):
            follow_ticks(self._session, change, but=shown)
        if change.opportunity_id == self._oid:
            self._refresh()

    def _refresh(self) -> None:
        """Facts, time or preferences have moved."""
        if self._oid is None:
            return
        if not self._session.knows(self._oid):
            self.close_sheet()
            return
        held, shown = QApplication.focusWidget(), self.follow_up.currentWidget()
        self._show_header()
        for page in (self.follow_up, self.interview, self.people, self.history, self.happened):
            page.refresh()
        if held is not None and self.isAncestorOf(held):
            self._keep_focus(held, turned=self.follow_up.currentWidget() is not shown)

    def _keep_focus(self, held: QWidget, *, turned: bool) -> None:
        """What had the focus may be gone: it goes to the main thing of what is shown now."""
        now, page = QApplication.focusWidget(), self.pages.currentWidget()
        if now is held and held.isVisibleTo(self):
            return
        if turned or now is None or page is None or not page.isAncestorOf(now):
            self.focus_first()

    def _show_header(self) -> None:
        if self._oid is not None:
            self.same_round.show_for(self._oid)
            self.header.show_opportunity(
                self._session.dossier(self._oid),
                self._session.card(self._oid),
                self._session.moment(),
                low=self._low,
                brief=self._low or self.width() < self._look.px(BRIEF),
            )

    # -- what happened ------------------------------------------------------------------------

    def ask_what_happened(self, what: What | None = None) -> None:
        """Let any fact of this opportunity be stated; `what` where it is known already."""
        if self._oid is None:
            return
        self.follow_up.writing.desk.saving.flush()
        self.happened.open(self._oid)
        self.pages.setCurrentWidget(self.happened)
        if what is None:
            self.happened.focus_first()
        else:
            self.happened.begin(what)

    def _ask_about(self, told: Told | None) -> None:
        """Something was said elsewhere that has to be asked about, or is not among the answers."""
        self.ask_what_happened()
        if told is not None:
            self.happened.go_on(told)

    def _after_keeping(self, interview_id: str) -> None:
        if interview_id:
            self._show_interview(interview_id)
        else:
            self._turn_to("follow_up")

    # -- the menu -----------------------------------------------------------------------------

    def _add_interview(self) -> None:
        if self._oid is not None:
            with attempt(self.said.emit):
                self._show_interview(self._session.add_interview(self._oid, Talk()))

    def _duplicate(self) -> None:
        if self._oid is not None:
            with attempt(self.said.emit):
                self.open(self._session.duplicate(self._oid), "interview")

    def _delete(self) -> None:
        if self._oid is not None:
            company = self.header.company.text()
            with attempt(self.said.emit):
                self._session.delete(self._oid)
                text = say("Deleted {company}", company=company)
                self.said.emit(Notice(text, say("Undo"), self._undo, "Ctrl Z"))

    def _undo(self) -> None:
        with attempt(self.said.emit):
            self._session.undo()

    # -- size ---------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Header over tabs, or both in one row where there is little height and room beside."""
        low = self.window().height() < LOW
        shared = low and self.width() >= self._look.px(SHARED)
        tall = 60 if low else 78
        self.header.setFixedHeight(self._look.px(tall))
        self.tabs.setFixedHeight(self._look.px(tall if shared else 38))
        self.tabs.setContentsMargins(24, 0, 0 if shared else 24, 0)
        self._low = low
        if shared == self._shared:
            return
        self._shared = shared
        while (item := self._body.takeAt(0)) is not None:
            inner = item.layout()
            while inner is not None and inner.count():
                inner.takeAt(0)
        head = row(gap=0) if shared else column(gap=0)
        first, second = (self.tabs, self.header) if shared else (self.header, self.tabs)
        head.addWidget(first)
        head.addWidget(second, 1)
        self._body.addLayout(head)
        self._body.addWidget(self._rule)
        self._body.addWidget(self.same_round)
        self._body.addWidget(self.pages, 1)

    def _fit(self) -> None:
        """Another size, of the sheet or of its texts."""
        self._arrange()
        self._show_header()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the sheet, once nothing inside has a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)
