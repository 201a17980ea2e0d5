"""They replied: one question, what they said, and a day where it matters."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from rules.records import FactKind
from ui.sheet.dates import DayField
from ui.sheet.panel import Panel, column, row
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.wording import say

_ANSWERS = (
    (FactKind.REPLY_INVITED, "Invited again", "calendar-plus"),
    (FactKind.OFFER, "Offer", "party-popper"),
    (FactKind.REJECTION, "Not this time", "archive"),
    (FactKind.REPLY_HOLDING, "Still deciding", "hourglass"),
    (FactKind.REPLY_NOTE, "Just a note", "sticky-note"),
)
_EACH_ROW = 3
_GAP = 8
_EDGE = 16


class Replies(Panel):
    """Asks what they answered; `answered` tells the fact and the day, or None."""

    answered = Signal(object, object)
    dismissed = Signal()

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__(look, fill="inset", line="line", radius=12)
        self._kind = FactKind.REPLY_HOLDING
        self._buttons: dict[FactKind, Button] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP)
        for kind, text, icon in _ANSWERS:
            button = Button(look, say(text), "secondary", icon=icon)
            button.clicked.connect(lambda _=False, kind=kind: self._chosen(kind))
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._buttons[kind] = button
        self._grid, self._columns = grid, 0
        self._question = paragraph("", "body", look, "ink2")
        self.keep = Button(look, say("Keep"), "primary")
        self._other = Button(look, say("No, just a note"), "quiet")
        self.keep.clicked.connect(self._keep_day)
        self._other.clicked.connect(lambda: self._answer(FactKind.REPLY_NOTE, None))
        self._day = DayField(look, say("By when"), today, beside=(self.keep, self._other))
        self._day.entered.connect(self._keep_day)
        self._second = QWidget()
        when = column(gap=6)
        when.addWidget(self._question)
        when.addWidget(self._day)
        self._second.setLayout(when)
        self._cancel = Button(look, say("Cancel"), "quiet", small=True)
        self._cancel.clicked.connect(self._dismiss)
        head = row()
        head.addWidget(label(say("What did they say?"), "card_title", look))
        head.addStretch(1)
        head.addWidget(self._cancel)
        body = column(margins=(_EDGE, 12, _EDGE, 14), gap=10)
        body.addLayout(head)
        body.addLayout(grid)
        body.addWidget(self._second)
        self.setLayout(body)
        self.setAccessibleName(say("What did they say?"))
        self._lay_answers(_EACH_ROW)

    def _lay_answers(self, columns: int) -> None:
        """The answers in so many columns of one width."""
        if columns == self._columns:
            return
        self._columns = columns
        for number, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, number // columns, number % columns)
        for number in range(_EACH_ROW):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def ask(self) -> None:
        """Show the question with nothing chosen."""
        self._second.hide()
        self._day.show_day(None)
        self.show()
        self._buttons[FactKind.REPLY_INVITED].setFocus(Qt.FocusReason.OtherFocusReason)

    def button(self, kind: FactKind) -> Button:
        """The button of one answer."""
        return self._buttons[kind]

    def _chosen(self, kind: FactKind) -> None:
        """An answer; two of them ask about a day, and a note whether they still decide."""
        if kind in (FactKind.REPLY_INVITED, FactKind.REJECTION):
            self._answer(kind, None)
            return
        note = kind is FactKind.REPLY_NOTE
        self._kind = FactKind.REPLY_HOLDING if note else kind
        words = {
            FactKind.OFFER: say("An answer by? Leave it empty if they named no day."),
            FactKind.REPLY_HOLDING: say("By when? Leave it empty if they named no day."),
            FactKind.REPLY_NOTE: say("Still deciding? By when?"),
        }
        self._question.setText(words[kind])
        self._other.setVisible(note)
        self._second.show()
        self._day.focus()

    def _keep_day(self) -> None:
        if self._day.is_settled():
            self._answer(self._kind, self._day.day())

    def _answer(self, kind: FactKind, day: date | None) -> None:
        """Told first: it closes when that is on record."""
        self.answered.emit(kind, day)

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many answers in a row as fit with their words."""
        super().resizeEvent(event)
        widest = max(one.sizeHint().width() for one in self._buttons.values()) + _GAP
        room = self.width() - 2 * _EDGE + _GAP
        self._lay_answers(max(1, min(_EACH_ROW, room // widest)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._dismiss()
        else:
            super().keyPressEvent(event)
