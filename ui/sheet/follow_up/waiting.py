"""Nothing to write now: what comes next, from when, and why."""

from PySide6.QtCore import Qt, Signal

from rules.board import Card
from rules.letter_choices import letter_choices
from rules.records import Dossier, MessageKind, Outcome
from rules.remarks import remarks
from rules.steps import StepKind, StepState
from ui.session import Session
from ui.sheet.follow_up.other_letters import OtherLetters
from ui.sheet.follow_up.replies import Replies
from ui.sheet.follow_up.resting import RestingPage
from ui.sheet.follow_up.why import Why
from ui.sheet.panel import row
from ui.sheet.words import date_lacks
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import paragraph
from ui.wording import capital, moment_words, say, step_words

_BEFORE = (StepKind.INTERVIEW, StepKind.ADD_DETAILS, StepKind.CLOSED)


class WaitingPage(RestingPage):
    """The next step without its letter."""

    close_requested = Signal()
    tab_requested = Signal(str)
    reopen_requested = Signal()
    happened_requested = Signal()
    chosen = Signal(object)  # a letter that may be written now
    confirmed = Signal(bool)  # whether the copied letter went out

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(look)
        self._session = session
        self._tab = "interview"
        self._title = paragraph("", "page_title", look)
        self._when = paragraph("", "row_title", look)
        self.why = Why(look, "field", breaks=True)
        self.others = OtherLetters(look)
        self.main = Button(look, "", "primary")
        self.yes = Button(look, say("Yes, it's sent"), "primary", icon="check")
        self.no = Button(look, say("Not sent"), "secondary")
        self.replied_button = Button(look, say("They replied"), "secondary", icon="reply")
        self.close_button = Button(look, say("Close this one"), "secondary", icon="archive")
        self.reopen = Button(look, say("Open it again"), "secondary", icon="undo-2")
        self.something = Button(look, say("Something happened"), "quiet")
        self.replies = Replies(session, look)
        self.replies.hide()
        self._arrange()
        self.yes.clicked.connect(lambda: self.confirmed.emit(True))
        self.no.clicked.connect(lambda: self.confirmed.emit(False))
        self.main.clicked.connect(lambda: self.tab_requested.emit(self._tab))
        self.replied_button.clicked.connect(self.replies.ask)
        self.close_button.clicked.connect(self.close_requested)
        self.reopen.clicked.connect(self.reopen_requested)
        self.something.clicked.connect(self.happened_requested)
        self.others.chosen.connect(self.chosen)
        self.replies.dismissed.connect(self.replied_button.setFocus)

    def _arrange(self) -> None:
        body = self.body
        body.addWidget(self._title)
        body.addSpacing(6)
        body.addWidget(self._when)
        body.addSpacing(12)
        body.addWidget(self.why)
        body.addSpacing(20)
        buttons = row(gap=10)
        for part in self._in_order():
            buttons.addWidget(part)
        buttons.addStretch(1)
        body.addLayout(buttons)
        body.addSpacing(14)
        body.addWidget(self.replies)
        body.addSpacing(14)
        body.addWidget(self.others)
        body.addStretch(1)

    def _in_order(self) -> tuple[Button, ...]:
        """What can be done, the main thing first."""
        answers = (self.main, self.yes, self.no)
        return (*answers, self.replied_button, self.close_button, self.reopen, self.something)

    def show_step(self, dossier: Dossier, card: Card, *, anew: bool) -> None:
        """Show what comes next for one opportunity; only `anew` closes an open question."""
        moment, step = self._session.moment(), card.step
        self.replies.about(dossier.opportunity.id)
        if anew:
            self.replies.hide()
        self._title.setText(self._words(dossier, card))
        self._when.setText(self._date(card))
        self._when.setVisible(bool(self._when.text()))
        self.why.show_reasons(step.reason, remarks(dossier, step, moment))
        choices = letter_choices(dossier, step, moment)
        self.others.show_choices(dossier, choices, chosen=False)
        self._show_buttons(dossier, card)
        self.show_letters(dossier, moment, self._session.profile.name, why=False)

    def _show_buttons(self, dossier: Dossier, card: Card) -> None:
        """What can be done instead of writing."""
        step, closed = card.step, card.outcome is not None
        sent_anything = dossier.opportunity.applied_at is not None or bool(dossier.messages)
        waiting = step.kind not in _BEFORE and not closed
        self.replied_button.setVisible(waiting and sent_anything)
        self.close_button.setVisible(waiting)
        self.reopen.setVisible(closed)
        for answer in (self.yes, self.no):
            answer.setVisible(step.kind is StepKind.CONFIRM_SENT)
        words = {
            StepKind.ADD_DETAILS: self._words(dossier, card),
            StepKind.INTERVIEW: say("Open interview"),
        }.get(step.kind, "")
        missing_people = step.reason in ("nobody_on_record", "no_recruiter")
        self._tab = "people" if missing_people else "interview"
        self.main.setVisible(bool(words))
        if words:
            self.main.set_words(words)

    def _words(self, dossier: Dossier, card: Card) -> str:
        """The step; only the date is asked for where the people are known."""
        return date_lacks(dossier, card.step) or step_words(card, self._session.moment())

    def _date(self, card: Card) -> str:
        """The moment that matters, in a line."""
        step, moment = card.step, self._session.moment()
        if card.outcome is Outcome.OFFER and card.due is not None:
            when = moment_words(card.due, moment.now, moment.zone)
            return say("An answer by {when}", when=when)
        if step.kind is StepKind.INTERVIEW and step.at is not None:
            return capital(moment_words(step.at, moment.now, moment.zone))
        if step.window is None or step.kind is not StepKind.WRITE:
            return ""
        if step.state in (StepState.TOO_EARLY, StepState.NOT_YET):
            when = moment_words(step.window.earliest, moment.now, moment.zone)
            best = moment_words(step.window.best, moment.now, moment.zone)
            if step.message is MessageKind.CHECK_IN:
                return say("From {when}, best {best}", when=when, best=best)
            return say("From {when}", when=when)
        until = moment_words(step.window.latest, moment.now, moment.zone)
        return say("By {when}", when=until)

    def focus_first(self) -> None:
        """The first thing that can be done."""
        acts = (self.main, self.replied_button, self.close_button, self.reopen, self.something)
        for one in acts:
            if one.isVisibleTo(self):
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                return
