"""What happened: chosen at the left, asked about at the right, and what follows from it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from rules.acts import Told, What
from rules.board import card_of
from rules.changes import Change, apply
from rules.contradictions import Clash, Remark, remarks
from rules.likely import offered, went_out
from rules.records import Dossier, Interview, OpportunityId
from ui.session import Session
from ui.sheet.follow_up.footer import Mark
from ui.sheet.guard import attempt
from ui.sheet.happened.catalogue import ENTRIES
from ui.sheet.happened.chooser import Chooser
from ui.sheet.happened.details import Details
from ui.sheet.happened.words import afterwards, remark_words
from ui.sheet.panel import Rule, Scroll, column, row
from ui.theme import Look
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.label import label, paragraph
from ui.widgets.toast import Notice
from ui.wording import say

_WIDEST = 560
_ANOTHER_DAY = (Clash.STILL_TO_COME,)
"""What cannot be kept as it stands."""


def _choices(dossier: Dossier) -> tuple[str, ...]:
    """Whom and what the answers can name."""
    return (
        *(one.id for one in dossier.people),
        *(one.id for one in dossier.interviews),
        *(one.id for one in went_out(dossier)),
    )


class WhatHappened(QWidget):
    """States one fact; `kept` tells the interview it made, or nothing."""

    said = Signal(object)
    kept = Signal(str)
    dismissed = Signal()

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._oid = OpportunityId("")
        self._what: What | None = None
        self._told: list[str] = []
        self._asked_of: tuple[str, ...] = ()
        self.chooser = Chooser(look)
        self.details = Details(look, lambda: session.dossier(self._oid), session.moment)
        self.keep = Button(look, say("Keep"), "primary")
        self.only_note = Button(look, say("Only note it"), "secondary")
        self.cancel = Button(look, say("Cancel"), "quiet")
        self._title = label("", "section", look)
        self._hint = paragraph("", "body", look, "ink2")
        self._remarks: QVBoxLayout = column(gap=6)
        self._then = paragraph("", "body", look, "ink2")
        self._arrange()
        self.chooser.chosen.connect(self._choose)
        self.details.changed.connect(self._show_consequence)
        self.details.entered.connect(self.keep_it)
        self.keep.clicked.connect(self.keep_it)
        self.only_note.clicked.connect(lambda: self._keep(reopens=False))
        self.cancel.clicked.connect(self.dismissed)
        self.setAccessibleName(say("What happened"))

    def _arrange(self) -> None:
        look = self._look
        buttons = Flow(gap=8)
        for part in (self.keep, self.only_note, self.cancel):
            buttons.addWidget(part)
        self._form = QWidget()
        form = column(gap=14)
        form.addWidget(self._title)
        form.addWidget(self._hint)
        form.addSpacing(2)
        form.addWidget(self.details)
        form.addLayout(self._remarks)
        form.addWidget(self._then)
        form.addLayout(buttons)
        self._form.setLayout(form)
        self._start = paragraph(
            say("Choose what happened. Receipts and calendar invitations are no replies."),
            "body",
            look,
            "ink2",
        )
        inner = column(margins=(28, 22, 28, 24), gap=0)
        inner.addWidget(self._start)
        inner.addWidget(self._form)
        inner.addStretch(1)
        content = QWidget()
        content.setLayout(inner)
        content.setMaximumWidth(look.px(_WIDEST))
        between = Rule(look)
        between.setFixedSize(1, 16_777_215)
        between.setMinimumHeight(0)
        body = row(gap=0)
        body.addWidget(self.chooser)
        body.addWidget(between)
        body.addWidget(Scroll(content, look), 1)
        self.setLayout(body)

    # -- asking -------------------------------------------------------------------------------

    def open(self, oid: OpportunityId) -> None:
        """Ask about an opportunity, with nothing chosen."""
        self._oid, self._what = oid, None
        dossier, moment = self._session.dossier(oid), self._session.moment()
        self.chooser.offer(frozenset(one for one in What if offered(dossier, one, moment)))
        self._form.hide()
        self._start.show()

    def begin(self, what: What) -> None:
        """Choose one, ready to be answered."""
        self.chooser.choose(what)
        self.details.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self, told: Told) -> None:
        """What was answered elsewhere, and has to be asked about."""
        self.chooser.choose(told.what)
        self.details.fill(told)
        self._show_consequence()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """The list of what can have happened."""
        self.chooser.take_focus()

    def refresh(self) -> None:
        """Facts or the time have moved: what would follow is looked at again."""
        if self._what is None or self.isHidden() or not self._session.knows(self._oid):
            return
        dossier = self._session.dossier(self._oid)
        if not offered(dossier, self._what, self._session.moment()):
            self.open(self._oid)
            return
        if self._asked_of != _choices(dossier):
            self._choose(self._what)
        self._show_consequence()

    def _choose(self, what: What) -> None:
        self._what = what
        entry = ENTRIES[what]
        self._title.setText(say(entry.words))
        self._hint.setText(say(entry.sentence))
        self.details.ask(what)
        self._asked_of = _choices(self._session.dossier(self._oid))
        self._start.hide()
        self._form.show()
        self._show_consequence()

    # -- what follows -------------------------------------------------------------------------

    def _plan(self, told: Told) -> Change:
        return self._session.plan_happened(self._oid, told)

    def remarks(self) -> tuple[Remark, ...]:
        """What does not fit, or follows from what is said so far."""
        told = self.details.told()
        dossier = self._session.dossier(self._oid)
        return remarks(dossier, told, self._plan(told), self._session.moment())

    def _show_consequence(self) -> None:
        """Questions and consequences, and the step that comes then."""
        found = self.remarks()
        while (item := self._remarks.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        card = self._session.card(self._oid)
        for remark in found:
            self._remarks.addWidget(self._remark(remark_words(remark, card), asks=remark.asks))
        self._tell([remark_words(one, card) for one in found if one.asks])
        clashes = {one.clash for one in found}
        told = self.details.told()
        change = self._plan(replace(told, reopens=Clash.CLOSED in clashes))
        self._show_then(change)
        self._show_buttons(clashes, asks=any(one.asks for one in found), new=bool(change.edits))

    def _tell(self, questions: list[str]) -> None:
        """Speak the questions that have come up since."""
        fresh = [one for one in questions if one not in self._told]
        self._told = questions
        if fresh:
            announce(self, " ".join(fresh))

    def _remark(self, words: str, *, asks: bool) -> QWidget:
        made = QWidget()
        tone = "today" if asks else "ink2"
        mark = Mark(self._look, "circle-question-mark" if asks else "arrow-right", tone, 16)
        line = row(gap=8)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(paragraph(words, "body", self._look, "ink" if asks else "ink2"), 1)
        made.setLayout(line)
        return made

    def _show_then(self, change: Change) -> None:
        if not change.edits:
            self._then.setText(say("That is on record already."))
            return
        moment = self._session.moment()
        after = apply(self._session.dossier(self._oid), change)
        if after is not None:
            self._then.setText(afterwards(card_of(after, moment), moment))

    def _show_buttons(self, clashes: set[Clash], *, asks: bool, new: bool) -> None:
        closed = Clash.CLOSED in clashes
        words = say("Keep")
        if closed:
            words = say("Open it again and keep")
        elif asks:
            words = say("Yes, keep it")
        self.keep.set_words(words)
        self.keep.setVisible(new and not clashes.intersection(_ANOTHER_DAY))
        self.only_note.setVisible(closed)

    # -- keeping ------------------------------------------------------------------------------

    def keep_it(self) -> None:
        """Keep what is said; a day that is not settled is asked about first."""
        if self._what is not None and not self.keep.isHidden():
            self._keep(reopens=Clash.CLOSED in {one.clash for one in self.remarks()})

    def _keep(self, *, reopens: bool) -> None:
        if not self.details.is_settled():
            return
        told = replace(self.details.told(), reopens=reopens)
        if any(one.clash is Clash.BEFORE_THE_TALK for one in self.remarks()):
            told = replace(told, interview_id=None)  # it is about what came before
        with attempt(self.said.emit):
            change = self._plan(told)
            self._session.do(change)
            self.said.emit(Notice(say("Noted"), say("Undo"), self._undo, "Ctrl Z"))
            made = (one.after for one in change.edits if one.before is None)
            self.kept.emit(next((one.id for one in made if isinstance(one, Interview)), ""))

    def _undo(self) -> None:
        with attempt(self.said.emit):
            self._session.undo()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; Enter on what happened goes on to its questions."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._what is not None:
            self.details.first().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
