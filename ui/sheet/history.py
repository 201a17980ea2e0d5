"""The history tab: dated lines, each letter readable, copyable, and markable as unsent."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from models.exchange.mail import html
from rules.records import Message, MessageId, OpportunityId
from ui.ports import Clipboard
from ui.session import Session
from ui.sheet.chronicle import Line, chronicle
from ui.sheet.follow_up.footer import Mark
from ui.sheet.follow_up.resting import sent_words, text_of
from ui.sheet.guard import attempt
from ui.sheet.panel import Scroll, column, row
from ui.sheet.sent_letters import SentCard
from ui.sheet.sent_time import SentTime, sent_from, sent_text
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.widgets.toast import Notice
from ui.wording import capital, moment_words, say

_WIDEST = 880
_MARGIN = 158


class HistoryPage(QWidget):
    """What happened, the newest first."""

    said = Signal(object)

    def __init__(self, session: Session, look: Look, clipboard: Clipboard) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._clipboard = clipboard
        self._oid = OpportunityId("")
        self._shown: tuple[Line, ...] = ()
        self._cards: dict[MessageId, SentCard] = {}
        self.times: dict[MessageId, SentTime] = {}
        self._list: QVBoxLayout = column(gap=14)
        inner = column(margins=(24, 18, 24, 24), gap=14)
        inner.addWidget(label(say("History"), "section", look))
        inner.addLayout(self._list)
        inner.addStretch(1)
        content = QWidget()
        content.setLayout(inner)
        content.setMaximumWidth(look.px(_WIDEST))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(say("History"))
        body = column()
        body.addWidget(Scroll(content, look))
        self.setLayout(body)

    def open(self, oid: OpportunityId) -> None:
        """Show the history of an opportunity."""
        self._oid = oid
        self._shown = ()
        self.refresh()

    def refresh(self) -> None:
        """Facts or the time have moved."""
        if not self._session.knows(self._oid):
            return
        moment = self._session.moment()
        lines = chronicle(self._session.dossier(self._oid), moment)
        if lines == self._shown:
            return
        self._shown = lines
        opened = [key for key, one in self._cards.items() if one.is_open()]
        held = QApplication.focusWidget()
        holder = next(
            (key for key, one in self._cards.items() if held and one.isAncestorOf(held)), None
        )
        self._rebuild(lines)
        for key in opened:
            if key in self._cards:
                self._cards[key].open(True)
        if holder in self._cards:
            self._cards[holder].setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self, lines: tuple[Line, ...]) -> None:
        self._cards = {}
        self.times = {}
        while (item := self._list.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for line in lines:
            self._list.addWidget(self._made(line))

    def _made(self, line: Line) -> QWidget:
        """The day at the left, what happened at the right."""
        moment = self._session.moment()
        made = QWidget()
        when = label(
            capital(moment_words(line.at, moment.now, moment.zone)), "secondary", self._look, "ink2"
        )
        when.setFixedWidth(self._look.px(_MARGIN))
        what = column(gap=6)
        what.addWidget(paragraph(line.text, "body", self._look))
        if line.message is not None and line.message.body:
            what.addWidget(self._letter(line))
        both = row(gap=10)
        both.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        both.addWidget(Mark(self._look, line.icon, "ink2", 16), 0, Qt.AlignmentFlag.AlignTop)
        both.addLayout(what, 1)
        made.setLayout(both)
        return made

    def _letter(self, line: Line) -> QWidget:
        message = line.message
        if message is None:
            return QWidget()
        dossier, moment = self._session.dossier(self._oid), self._session.moment()
        icon = "mail-check" if message.counts else "undo-2"
        card = SentCard(
            self._look, sent_words(dossier, message, moment, self._session.profile.name), icon=icon
        )
        card.copy_pressed.connect(self._copy)
        self._cards[message.id] = card
        if message.counts:
            self.times[message.id] = self._time(message.id, message.sent_at)
            card.add_part(self.times[message.id])
            unsent = Button(self._look, say("Mark unsent"), "quiet", icon="undo-2", small=True)
            unsent.clicked.connect(lambda: self.mark_unsent(message.id))
            card.add_action(unsent)
        return card

    def _time(self, message_id: MessageId, sent_at: datetime) -> SentTime:
        """The field in which a letter's time is typed over."""

        def message() -> Message | None:
            if not self._session.knows(self._oid):
                return None
            found = self._session.dossier(self._oid).messages
            return next((one for one in found if one.id == message_id), None)

        def read() -> str:
            found = message()
            at = found.sent_at if found is not None else sent_at
            return sent_text(at, self._session.moment().zone)

        def write(text: str) -> None:
            before, moment = message(), self._session.moment()
            if before is not None:
                at = sent_from(text, before.sent_at, moment.now, moment.zone)
                with attempt(self.said.emit):
                    self._session.edit(self._oid, before, replace(before, sent_at=at))

        return SentTime(self._look, read, write)

    def card(self, message_id: MessageId) -> SentCard:
        """The card of one letter."""
        return self._cards[message_id]

    def focus_first(self) -> None:
        """The newest letter, else the page itself."""
        if not self._cards:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        for card in self._cards.values():
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def mark_unsent(self, message_id: MessageId) -> None:
        """It had not gone out after all."""
        with attempt(self.said.emit):
            self._session.mark_unsent(self._oid, message_id)
            if message_id in self._cards:
                self._cards[message_id].setFocus(Qt.FocusReason.OtherFocusReason)
            self.said.emit(Notice(say("Marked unsent"), say("Undo"), self._undo, "Ctrl Z"))

    def _copy(self, message_id: str) -> None:
        session = self._session
        text = text_of(
            session.dossier(self._oid),
            MessageId(message_id),
            session.moment(),
            session.profile.name,
        )
        if self._clipboard.put(text, html(text)):
            self.said.emit(Notice(say("Letter copied")))

    def _undo(self) -> None:
        with attempt(self.said.emit):
            self._session.undo()
