"""Two talks hours apart on two days: one round, or two? Asked once, and kept."""

from dataclasses import replace

from PySide6.QtCore import Signal

from rules.records import Interview, OpportunityId
from rules.rounds import end_of, to_ask_about
from ui.session import Session
from ui.sheet.follow_up.footer import Mark
from ui.sheet.guard import attempt
from ui.sheet.panel import Panel, row
from ui.sheet.words import talk_words
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.toast import Notice
from ui.wording import say

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class SameRound(Panel):
    """Asks about the first pair of talks that may be one round (RULES 0.16)."""

    said = Signal(object)

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(look, fill="today_bg", radius=0)
        self._session = session
        self._oid = OpportunityId("")
        self._talk: Interview | None = None
        self.question = label("", "card_title", look)
        self._about = label("", "body", look, "ink2", elide=True)
        self.one = Button(look, say("Yes, one round"), "secondary", small=True)
        self.two = Button(look, say("No, a new round"), "secondary", small=True)
        self.one.clicked.connect(lambda: self._answer(joined=True))
        self.two.clicked.connect(lambda: self._answer(joined=False))
        line = row(margins=(24, 8, 24, 8), gap=10)
        line.addWidget(Mark(look, "circle-question-mark", "today", 16))
        line.addWidget(self.question)
        line.addWidget(self._about, 1)
        line.addWidget(self.one)
        line.addWidget(self.two)
        self.setLayout(line)
        self.hide()

    def show_for(self, oid: OpportunityId) -> None:
        """Ask what is to be asked about an opportunity; hidden where nothing is."""
        self._oid = oid
        moment = self._session.moment()
        pairs = to_ask_about(self._session.dossier(oid), moment)
        self._talk = pairs[0][1] if pairs else None
        if pairs:
            before, after = pairs[0]
            end = end_of(before) or moment.now
            day = say(_DAYS[end.astimezone(moment.zone).weekday()])
            self.question.setText(say("Same round as the talk on {day}?", day=day))
            self._about.setText(talk_words(after, moment))
            self.setAccessibleName(f"{self._about.text()}. {self.question.text()}")
        self.setVisible(bool(pairs))

    def _answer(self, *, joined: bool) -> None:
        talk = self._talk
        if talk is None:
            return
        with attempt(self.said.emit):
            self._session.edit(self._oid, talk, replace(talk, joined=joined), "interview_edited")
            words = say("One round") if joined else say("Two rounds")
            self.said.emit(Notice(words, say("Undo"), self._undo, "Ctrl Z"))

    def _undo(self) -> None:
        with attempt(self.said.emit):
            self._session.undo()
