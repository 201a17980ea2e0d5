"""The queue of Today: its sections, each with its rows."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rules.board import Card
from rules.records import Moment, OpportunityId
from rules.today import Today, latest_snooze
from ui.ports import Dialogs
from ui.session import Session
from ui.theme import Look
from ui.today.doing import Doing
from ui.today.pick_time import PickTime
from ui.today.row import Row
from ui.today.row_acts import Hands, RowAct, acts_of
from ui.today.row_keys import Ask
from ui.today.row_menu import row_menu, show_menu
from ui.today.row_view import view_of
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.wording import say
from ui.wording.today_aside import next_event

MOST = 50
"""Rows a section shows until it is unfolded."""

_SECTIONS = (
    ("late", "Late", "late"),
    ("due", "Due today", "today"),
    ("unsure", "Sent or not?", "ink2"),
    ("waiting_on_you", "Waiting on you", "ink2"),
)


class Queue(QWidget):
    """Late, due, unsure and waiting ones, most pressing first."""

    opened = Signal(str, str)
    said = Signal(object)
    emptied = Signal()
    """The row with the focus went, and no other is there."""
    board_asked = Signal(str, object)
    """An Ask that the board answers beside its own card: move to, they replied, add interview."""

    def __init__(self, look: Look, session: Session, dialogs: Dialogs, host: QWidget) -> None:
        """`host` is what a panel that asks for a time is shown over."""
        super().__init__()
        self._look = look
        self._session = session
        self._host = host
        self.doing = Doing(session, dialogs)
        self.doing.said.connect(self.said)
        self.doing.opened.connect(self.opened)
        self._rows: list[Row] = []
        self._unfolded: set[str] = set()
        self._shown: tuple[Today, Moment] | None = None
        self.panel: PickTime | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 0, 2, 4)
        self._column.setSpacing(11)

    def rows(self) -> tuple[Row, ...]:
        """The rows from top to bottom."""
        return tuple(self._rows)

    def show_today(self, today: Today, moment: Moment, *, force: bool = False) -> bool:
        """Lay the rows out anew if anything on them reads differently; whether it was needed."""
        shown = self._shown
        if not force and shown is not None and shown[0] == today and _same(shown[1], moment):
            return False
        self._shown = (today, moment)
        focused = self._focused()
        old = {} if force else {row.card.opportunity_id: row for row in self._rows}
        self._clear(old)
        for name, title, tone in _SECTIONS:
            cards: tuple[Card, ...] = getattr(today, name)
            if cards:
                self._section(name, title, tone, cards, moment, old)
        for row in old.values():
            _throw_away(row)
        for place, row in enumerate(self._rows):
            row.set_first(place == 0)
        if not self._rows:
            self._nothing(today, moment)
        self._column.addStretch()
        if focused is not None and self._focused() is None:
            self._focus_near(*focused)
        return True

    def _focused(self) -> tuple[int, OpportunityId] | None:
        """The card whose row, or a button on it, has the focus, and the place of that row."""
        for place, row in enumerate(self._rows):
            if row.has_focus_within():
                return place, row.card.opportunity_id
        return None

    def _focus_near(self, place: int, oid: OpportunityId) -> None:
        """The focus stays on its card, else where that card was."""
        if not self._rows:
            self.emptied.emit()
        elif not self.focus_row(oid):
            row = self._rows[min(place, len(self._rows) - 1)]
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self, kept: dict[OpportunityId, Row]) -> None:
        """Take everything out; rows that may stay are kept for now."""
        self._rows.clear()
        staying = set(kept.values())
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None and widget not in staying:
                _throw_away(widget)

    def _section(
        self,
        name: str,
        title: str,
        tone: str,
        cards: tuple[Card, ...],
        moment: Moment,
        old: dict[OpportunityId, Row],
    ) -> None:
        """A heading with its count, the rows below it, and the way to those folded away.

        A row of `old` that would look the same is taken from there instead of made.
        """
        if self._rows:
            self._column.addSpacing(12)
        head = QWidget()
        head.setAccessibleName(f"{say(title)}, {len(cards)}")
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(say(title), "card_title", self._look, tone))
        row.addWidget(label(str(len(cards)), "body", self._look, "ink2"), 1)
        self._column.addWidget(head)
        shown = cards if name in self._unfolded else cards[:MOST]
        for card in shown:
            oid = card.opportunity_id
            view = view_of(card, self._session.dossier(oid), moment)
            kept = old.get(oid)
            if kept is not None and kept.view == view:
                kept.view = view
                self._place(old.pop(oid))
            else:
                self._add(Row(self._look, view, self._letter_keys))
        if len(shown) < len(cards):
            words = say("Show all {n}", n=len(cards))
            more = Button(self._look, words, "quiet", name=f"{words}: {say(title)}")
            more.clicked.connect(lambda: self._unfold(name))
            self._column.addWidget(more)

    def _letter_keys(self) -> bool:
        return self._session.options.letter_keys

    def _unfold(self, name: str) -> None:
        """Show all of a section; the focus goes to the first row that was folded away."""
        if self._shown is None:
            return
        today, moment = self._shown
        self._unfolded.add(name)
        first: Card = getattr(today, name)[MOST]
        self._shown = None
        self.show_today(today, moment)
        self.focus_row(first.opportunity_id)

    def _add(self, row: Row) -> None:
        row.asked.connect(partial(self._ask, row.card.opportunity_id))
        row.menu_asked.connect(partial(self.show_menu, row.card.opportunity_id))
        row.stepped.connect(partial(self._step, row))
        self._place(row)
        row.show()  # at once: a row that is only about to be shown cannot take the focus

    def _place(self, row: Row) -> None:
        self._rows.append(row)
        self._column.addWidget(row)

    def _nothing(self, today: Today, moment: Moment) -> None:
        """Nothing is due: say so, and what comes next."""
        self._column.addSpacing(48)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._column.addWidget(label(say("Nothing to send."), "page_title", self._look), 0, middle)
        coming = next_event(today, moment)
        if coming:
            line = label(coming, "letter", self._look, "ink2", elide=True)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._column.addWidget(line)

    def focus_first(self) -> bool:
        """Put the focus on the first row; False where there is none."""
        if not self._rows:
            return False
        self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_row(self, oid: OpportunityId) -> bool:
        """Put the focus on a card's row; False where it has none."""
        row = self._row_of(oid)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        return row is not None

    def _row_of(self, oid: OpportunityId) -> Row | None:
        return next((row for row in self._rows if row.card.opportunity_id == oid), None)

    def _step(self, row: Row, step: int) -> None:
        """The row above or below."""
        place = self._rows.index(row) + step
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _ask(self, oid: OpportunityId, ask: Ask) -> None:
        """A key, a button or the menu."""
        doing = self.doing
        acts: dict[Ask, Callable[[], None]] = {
            Ask.OPEN: lambda: self.opened.emit(oid, ""),
            Ask.COMPOSE: lambda: self.opened.emit(oid, "follow_up"),
            Ask.SENT: lambda: doing.confirm(oid, sent=True),
            Ask.NOT_YET: lambda: doing.confirm(oid, sent=False),
            Ask.NOT_NEEDED: lambda: doing.not_needed(oid),
            Ask.NEEDED: lambda: doing.needed_after_all(oid),
            Ask.CALENDAR: lambda: doing.add_to_calendar(oid),
            Ask.DELETE: lambda: doing.delete(oid),
        }
        if ask in acts:
            acts[ask]()
        else:
            self.board_asked.emit(oid, ask)

    def acts(self, oid: OpportunityId) -> tuple[RowAct, ...]:
        """What can be done about a card's step now, wherever that is asked."""
        session = self._session
        hands = Hands(
            ask=partial(self._ask, oid),
            snooze=partial(self.doing.snooze, oid),
            pick=partial(self._pick_time, oid),
            mark_sent=partial(self.doing.mark_sent, oid),
        )
        return tuple(acts_of(session.card(oid), session.dossier(oid), session.moment(), hands))

    def show_menu(self, oid: OpportunityId, spot: QPoint) -> None:
        """What can be done with a card, at a place of the screen."""
        company = self._session.card(oid).company
        ask = partial(self._ask, oid)
        show_menu(row_menu(self._look, self, company, self.acts(oid), ask), spot)

    def _pick_time(self, oid: OpportunityId) -> None:
        """Ask until when, beside the row."""
        if self.panel is not None:
            self.panel.dismiss()
        row = self._row_of(oid)
        moment, card = self._session.moment(), self._session.card(oid)
        panel = self.panel = PickTime(self._look, self._host, moment, latest_snooze(card))
        panel.picked.connect(lambda at: self._picked(oid, at))
        panel.dismissed.connect(panel.deleteLater)
        panel.dismissed.connect(self._panel_gone)
        beside: QWidget = row.more if row is not None else self
        area = beside.rect()
        area.moveTopLeft(beside.mapTo(self._host, area.topLeft()))
        panel.show_below(area)

    def _picked(self, oid: OpportunityId, at: datetime) -> None:
        if self._session.knows(oid):
            self.doing.snooze(oid, at)

    def _panel_gone(self) -> None:
        self.panel = None


def _throw_away(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()


def _same(one: Moment, other: Moment) -> bool:
    """Whether two moments are of the same minute and zone: nothing reads differently."""
    minutes = (each.now.replace(second=0, microsecond=0) for each in (one, other))
    return len(set(minutes)) == 1 and one.zone == other.zone
