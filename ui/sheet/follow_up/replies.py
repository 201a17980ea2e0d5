"""They replied: one question, what they said, who said it, and a day where it matters."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from rules import likely
from rules.acts import What
from rules.records import FactKind, OpportunityId, PersonId
from ui.session import Session
from ui.sheet.fields import ChoiceBox
from ui.sheet.guard import today
from ui.sheet.panel import Panel, column, row
from ui.sheet.promise import PromiseField
from ui.sheet.promised import Meant, meant
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
    """Asks what they answered; `answered` tells it, `more` asks for what is not among these."""

    answered = Signal(object)
    more = Signal()
    dismissed = Signal()

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(look, fill="inset", line="line", radius=12)
        self._session = session
        self._oid = OpportunityId("")
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
        self._day = PromiseField(look, say("By when"), self._meant, beside=(self.keep, self._other))
        self._day.entered.connect(self._keep_day)
        self._day.changed.connect(lambda: QTimer.singleShot(0, self, self._show_whole))
        self._second = QWidget()
        when = column(gap=6)
        when.addWidget(self._question)
        when.addWidget(self._day)
        self._second.setLayout(when)
        self._cancel = Button(look, say("Cancel"), "quiet", small=True)
        self._cancel.clicked.connect(self._dismiss)
        self.something_else = Button(look, say("Something else"), "quiet", small=True)
        self.something_else.clicked.connect(self.more)
        self.who = ChoiceBox(look, say("Who replied"))
        self.who.setMaximumWidth(look.px(220))
        head = row()
        head.addWidget(label(say("What did they say?"), "card_title", look))
        head.addStretch(1)
        head.addWidget(self.something_else)
        head.addWidget(self._cancel)
        body = column(margins=(_EDGE, 12, _EDGE, 14), gap=10)
        self._from = QWidget()
        writer = row(gap=8)
        writer.addWidget(label(say("From"), "secondary", look, "ink2"))
        writer.addWidget(self.who)
        writer.addStretch(1)
        self._from.setLayout(writer)
        body.addLayout(head)
        body.addWidget(self._from)
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

    def about(self, oid: OpportunityId) -> None:
        """Whose answer it is about."""
        self._oid = oid

    def ask(self) -> None:
        """Show the question with nothing chosen."""
        self._second.hide()
        self._fill_people()
        self._day.show_day(None)
        self.show()
        self._buttons[FactKind.REPLY_INVITED].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_people(self) -> None:
        """Who may have replied, the likeliest chosen; not asked where nobody is on record."""
        dossier, moment = self._session.dossier(self._oid), self._session.moment()
        self.who.clear()
        for person in dossier.people:
            self.who.addItem(person.name, person.id)
        self.who.addItem(say("Somebody else"), "")
        writer = likely.person_for(dossier, What.NOTE, moment)
        self.who.setCurrentIndex(max(self.who.findData(writer or ""), 0))
        self._from.setVisible(bool(dossier.people))

    def _meant(self, text: str) -> Meant | None:
        """A named day, said today, at the employer's place."""
        country = self._session.dossier(self._oid).opportunity.country
        worked = self._session.moment().working_days(country)
        return meant(text, today(self._session), worked)

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
        QTimer.singleShot(0, self, self._show_whole)

    def _show_whole(self) -> None:
        """Scroll to the day and what is asked about it, where the page is low."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self._second, 0, _EDGE)

    def _keep_day(self) -> None:
        if self._day.is_settled():
            self._answer(self._kind, self._day.day())

    def _answer(self, kind: FactKind, day: date | None) -> None:
        """Told first: it closes when that is on record."""
        dossier, moment = self._session.dossier(self._oid), self._session.moment()
        writer = self.who.currentData()
        told = likely.reply(dossier, kind, day, moment)
        self.answered.emit(replace(told, person_id=PersonId(writer) if writer else None))

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
