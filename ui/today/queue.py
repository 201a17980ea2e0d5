"""The queue of Today: its sections, each with its rows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from models.faults import StoreFault
from rules.board import Card
from rules.compose import Letter
from rules.records import Draft, Moment, OpportunityId
from rules.today import Today
from ui.session import Session
from ui.theme import Look
from ui.today.row import Row
from ui.widgets.label import label
from ui.widgets.toast import Notice
from ui.wording import say
from ui.wording.today import next_event

MOST = 40
"""Rows a section shows; what is beyond stands on the board."""

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

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._rows: list[Row] = []
        self._key: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 0, 4, 4)
        self._column.setSpacing(11)

    def rows(self) -> tuple[Row, ...]:
        """The rows from top to bottom."""
        return tuple(self._rows)

    def show_today(self, today: Today, moment: Moment, *, force: bool = False) -> bool:
        """Lay the rows out anew if anything on them reads differently; whether it was needed."""
        key = (today, moment.now.replace(second=0, microsecond=0))
        if key == self._key and not force:
            return False
        self._key = key
        focused = self._focused()
        self._clear()
        for name, title, tone in _SECTIONS:
            cards: tuple[Card, ...] = getattr(today, name)
            if cards:
                self._section(title, tone, cards, moment)
        if not self._rows:
            self._nothing(today, moment)
        else:
            self._rows[0].set_first(True)
        self._column.addStretch()
        if focused is not None and not self.focus_row(focused):
            self.focus_first()
        return True

    def _focused(self) -> OpportunityId | None:
        """The card whose row, or a button on it, has the focus."""
        focus = QApplication.focusWidget()
        for row in self._rows:
            if focus is row or (focus is not None and row.isAncestorOf(focus)):
                return row.card.opportunity_id
        return None

    def _clear(self) -> None:
        self._rows.clear()
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _section(self, title: str, tone: str, cards: tuple[Card, ...], moment: Moment) -> None:
        """A heading with its count, and the rows below it."""
        if self._rows:
            self._column.addSpacing(12)
        head = QWidget()
        head.setAccessibleName(f"{title}, {len(cards)}")
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(title, "card_title", self._look, tone))
        row.addWidget(label(str(len(cards)), "body", self._look, "ink2"), 1)
        self._column.addWidget(head)
        for card in cards[:MOST]:
            self._add(Row(self._look, card, self._session.dossier(card.opportunity_id), moment))
        if len(cards) > MOST:
            more = say("And {n} more on the board.", n=len(cards) - MOST)
            self._column.addWidget(label(more, "body", self._look, "ink2"))

    def _add(self, row: Row) -> None:
        row.opened.connect(self.opened)
        row.confirmed.connect(self._confirm)
        row.stepped.connect(lambda step, row=row: self._step(row, step))
        self._rows.append(row)
        self._column.addWidget(row)
        row.show()  # at once: a row that is only about to be shown cannot take the focus

    def _nothing(self, today: Today, moment: Moment) -> None:
        """Nothing is due: say so, and what comes next."""
        self._column.addSpacing(48)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._column.addWidget(label("Nothing to send.", "page_title", self._look), 0, middle)
        coming = next_event(today, moment)
        if coming:
            self._column.addWidget(label(coming, "letter", self._look, "ink2"), 0, middle)

    def focus_first(self) -> bool:
        """Put the focus on the first row; False where there is none."""
        if not self._rows:
            return False
        self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_row(self, oid: OpportunityId) -> bool:
        """Put the focus on a card's row; False where it has none."""
        for row in self._rows:
            if row.card.opportunity_id == oid:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _step(self, row: Row, step: int) -> None:
        """The row above or below."""
        place = self._rows.index(row) + step
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _confirm(self, oid: str, sent: bool) -> None:
        """The answer to "sent or not?" for the letter copied last."""
        dossier = self._session.dossier(OpportunityId(oid))
        copied = [one for one in dossier.drafts if one.copied_at is not None]
        if not copied:
            return
        draft = max(copied, key=lambda one: one.copied_at or one.saved_at)
        company = dossier.opportunity.company
        try:
            if sent:
                self._session.mark_sent(draft, self._original(draft))
                notice = Notice(
                    say("Marked sent: {company}", company=company), "Undo", self._undo, "Ctrl Z"
                )
            else:
                self._session.not_sent(draft)
                notice = Notice(say("Kept as a draft: {company}", company=company))
        except StoreFault as fault:
            notice = Notice(fault.sentence, urgent=True)
        except ValueError:  # the rules closed it meanwhile; the sheet says why
            self.opened.emit(oid, "")
            return
        self.said.emit(notice)

    def _original(self, draft: Draft) -> str:
        """What the letter quotes, as it was when it was copied."""
        letter = self._session.letter(
            draft.opportunity_id,
            draft.kind,
            draft.person_id,
            draft.tone,
            draft.interview_id,
            draft.channel,
        )
        return letter.original.text if isinstance(letter, Letter) and letter.original else ""

    def _undo(self) -> None:
        self._session.undo()
