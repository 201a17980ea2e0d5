"""The interview tab: when and where a talk was, what came up, and the application above it."""

from dataclasses import replace
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rules.acts import Talk
from rules.contradictions import if_moved, if_talk_goes
from rules.likely import joins
from rules.records import Interview, InterviewId, InterviewKind, OpportunityId
from rules.templates import clean
from ui.session import Session
from ui.sheet.application import ApplicationPart
from ui.sheet.decision_day import DecisionDay
from ui.sheet.form import Choice, NotesField, Question, Saved, Tickbox, TypedField
from ui.sheet.guard import attempt, today
from ui.sheet.happened.words import remark_words
from ui.sheet.highlights import HighlightList
from ui.sheet.panel import Scroll, column, row
from ui.sheet.talk_times import (
    day_text,
    length_text,
    time_text,
    with_day,
    with_length,
    with_time,
)
from ui.sheet.words import TALKS, talk_words
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.toast import Notice
from ui.wording import say

_WIDEST = 880


class InterviewPage(QWidget):
    """One talk at a time, saved as it is typed."""

    said = Signal(object)

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._oid = OpportunityId("")
        self._interview_id: InterviewId | None = None
        self.saved = Saved(look)
        self.application = ApplicationPart(session, look, lambda: self._oid, self._zone_named)
        self._heading = label("", "section", look)
        self._talks = row(gap=8)
        self.add = Button(look, say("Add interview"), "soft", icon="calendar-plus", small=True)
        self.remove = Button(look, say("Remove this interview"), "quiet", small=True)
        self._form = QWidget()
        self._make_fields()
        self.highlights = HighlightList(
            session, look, lambda: self._oid, lambda: self._interview_id
        )
        self._arrange()
        self._wire()

    def _make_fields(self) -> None:
        session, look = self._session, self._look
        self._decision = DecisionDay(session, lambda: self._oid, lambda: self.talk)
        hint = say("Day, like 14 May")
        named = say("Day, if they named one")
        typed = (
            ("day", say("Day"), lambda: day_text(self.talk, self._zone), self._day, hint),
            ("time", say("Time"), lambda: time_text(self.talk, self._zone), self._time, "14:00"),
            (
                "length",
                say("Length or end"),
                lambda: length_text(self.talk),
                self._length,
                "45 min",
            ),
            ("where", say("Place or link"), lambda: self.talk.where, self._where, ""),
            ("decide", say("They decide by"), self._decision.text, self._decision.keep, named),
        )
        self.fields = {
            key: TypedField(session, look, name, read, write, hint=hint)
            for key, name, read, write, hint in typed
        }
        self.kind = Choice(
            look,
            say("Kind"),
            [(one.value, say(TALKS[one])) for one in InterviewKind],
            lambda: self.talk.kind.value,
            lambda key: self._change(kind=InterviewKind(key)),
        )
        self.at_once = Tickbox(
            look,
            say("They decide today or tomorrow"),
            lambda: self.talk.decides_at_once,
            lambda on: self._change(decides_at_once=on),
        )
        self.joined = Tickbox(
            look,
            say("One round with the talk of the day before"),
            lambda: self.talk.joined is True,
            lambda on: self._change(joined=on),
        )
        self.notes = NotesField(
            session,
            look,
            say("Notes"),
            lambda: self.talk.notes,
            lambda text: self._change(notes=text),
        )

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for number, key in enumerate(("day", "time", "length")):
            grid.addWidget(self.fields[key], 0, number)
            grid.setColumnStretch(number, 1)
        grid.addWidget(self.fields["where"], 1, 0, 1, 2)
        grid.addWidget(self.fields["decide"], 1, 2)
        grid.addWidget(self.kind, 2, 0)
        grid.addWidget(self.at_once, 2, 1, 1, 2, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self.joined, 3, 0, 1, 3)
        grid.addWidget(self.highlights, 4, 0, 1, 3)
        grid.addWidget(self.notes, 5, 0, 1, 3)
        grid.addWidget(self.remove, 6, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        self._form.setLayout(grid)
        head = row(gap=8)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addLayout(self._talks)
        head.addWidget(self.add)
        inner: QVBoxLayout = column(margins=(24, 12, 24, 24), gap=14)
        top = row()
        top.addWidget(self.application, 1)
        top.addWidget(self.saved, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(top)
        inner.addLayout(head)
        inner.addWidget(self._form)
        inner.addStretch(1)
        content = QWidget()
        content.setLayout(inner)
        content.setMaximumWidth(self._look.px(_WIDEST))
        body = column()
        body.addWidget(Scroll(content, self._look))
        self.setLayout(body)

    def _wire(self) -> None:
        for field in self.fields.values():
            field.saved.connect(self.saved.show_saved)
            field.said.connect(self.said)
        for part in (self.notes, self.highlights, self.application):
            part.saved.connect(self.saved.show_saved)
            part.said.connect(self.said)
        self.add.clicked.connect(self._add_interview)
        self.remove.clicked.connect(self._remove_interview)

    # -- showing ------------------------------------------------------------------------------

    @property
    def talk(self) -> Interview:
        """The talk that is shown."""
        found = self._session.dossier(self._oid).interview(self._interview_id)
        if found is None:
            return Interview(id=InterviewId(""), opportunity_id=self._oid)
        return found

    @property
    def _zone(self) -> tzinfo:
        """The zone the talk's hours are typed in."""
        moment = self._session.moment()
        return moment.zone_of(self.talk.zone) or moment.zone

    def _zone_named(self, name: str) -> tzinfo | None:
        return self._session.moment().zone_of(name)

    def open(self, oid: OpportunityId) -> None:
        """Show an opportunity, at the talk its next step is about."""
        self._leave()
        self._oid = oid
        dossier, step = self._session.dossier(oid), self._session.step(oid)
        talks = dossier.interviews
        about = dossier.interview(step.interview_id) or (talks[-1] if talks else None)
        self._interview_id = about.id if about else None
        self.application.set_open(not talks)
        self._show(anew=True)

    def refresh(self) -> None:
        """Facts have moved."""
        dossier, before = self._session.dossier(self._oid), self._interview_id
        if dossier.interview(before) is None:
            talks = dossier.interviews
            self._interview_id = talks[-1].id if talks else None
        self._show(anew=self._interview_id != before)

    def _leave(self) -> None:
        """What is typed about the talk shown is written before another one is shown."""
        if self._session.knows(self._oid) and self._form.isVisibleTo(self):
            for field in self.fields.values():
                field.leave()
            self.notes.leave()

    def _show(self, *, anew: bool) -> None:
        talks = self._session.dossier(self._oid).interviews
        self._form.setVisible(bool(talks))
        self.application.refresh(anew=anew)
        words = talk_words(self.talk, self._session.moment())
        self._heading.setText(words if talks else say("No interview yet"))
        self._show_talks(talks)
        if not talks:
            return
        for field in self.fields.values():
            field.reset() if anew else field.refresh()
        self.notes.reset() if anew else self.notes.refresh()
        for part in (self.kind, self.at_once, self.joined, self.highlights):
            part.refresh()
        dossier, moment = self._session.dossier(self._oid), self._session.moment()
        self.joined.setVisible(joins(dossier, self.talk, moment))

    def _show_talks(self, talks: tuple[Interview, ...]) -> None:
        """One small button for each talk, where there are several."""
        while (item := self._talks.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for number, one in enumerate(talks if len(talks) > 1 else (), 1):
            name = talk_words(one, self._session.moment())
            button = Button(self._look, str(number), "quiet", name=name, small=True)
            if one.id == self._interview_id:
                button.set_kind("soft")
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, key=one.id: self.choose(key))
            self._talks.addWidget(button)

    def choose(self, key: InterviewId) -> None:
        """Show another talk."""
        self._leave()
        self._interview_id = key
        self._show(anew=True)

    def focus_first(self) -> None:
        """The day of a talk without one, else the first field."""
        if self._form.isHidden():
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fields["day"].field.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- writing ------------------------------------------------------------------------------

    def _write(self, after: Interview) -> None:
        self._session.edit(self._oid, self.talk, after, "interview_edited")

    def _move(self, after: Interview) -> None:
        """Another time; asked about where a letter went out before it. Raises Question."""
        clash = if_moved(self._session.dossier(self._oid), self.talk, after, self._session.moment())
        if clash is None:
            self._write(after)
            return
        raise Question(
            remark_words(clash, self._session.card(self._oid)),
            (
                (say("Another interview"), lambda: self._add_at(after)),
                (say("The same one, moved"), lambda: self._write(after)),
            ),
        )

    def _add_at(self, after: Interview) -> None:
        """The time is another interview's; this one stays as it was."""
        talk = Talk(start=after.start, end=after.end, end_estimated=after.end_estimated)
        self.choose(self._session.add_interview(self._oid, talk))

    def _change(self, **values: Any) -> None:
        with attempt(self.said.emit):
            self._write(replace(self.talk, **values))
            self.saved.show_saved()

    def _day(self, text: str) -> None:
        with_day(self.talk, text, today(self._session), self._zone, self._move)

    def _time(self, text: str) -> None:
        with_time(self.talk, text, today(self._session), self._zone, self._move)

    def _length(self, text: str) -> None:
        if text != length_text(self.talk):
            with_length(self.talk, text, self._zone, self._move)

    def _where(self, text: str) -> None:
        self._write(replace(self.talk, where=clean(text)))

    def _add_interview(self) -> None:
        with attempt(self.said.emit):
            self.choose(self._session.add_interview(self._oid, Talk()))
            self.focus_first()

    def _remove_interview(self) -> None:
        if self._interview_id is not None:
            with attempt(self.said.emit):
                dossier, moment = self._session.dossier(self._oid), self._session.moment()
                stays = if_talk_goes(dossier, self.talk, moment)
                text = say("Interview removed")
                if stays is not None:
                    text = f"{text}. {remark_words(stays, self._session.card(self._oid))}"
                self._session.remove_interview(self._oid, self._interview_id)
                self.said.emit(Notice(text, say("Undo"), self._undo, "Ctrl Z"))

    def _undo(self) -> None:
        with attempt(self.said.emit):
            self._session.undo()
