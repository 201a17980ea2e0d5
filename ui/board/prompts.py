"""The small panels beside a card that ask what a move leaves open."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from rules.acts import Talk
from rules.records import Moment
from ui import wording
from ui.board.when import Problem, read_day, read_names, read_talk
from ui.resources import icon
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.widgets.popover import Popover

_LONGEST = 400


class ChoicePrompt(Popover):
    """One question with a button for each answer; `chosen` tells the key of the answer."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, parent: QWidget, question: str, answers: Sequence[tuple[str, str, str]]
    ) -> None:
        """`answers` are key, icon and words."""
        super().__init__(look, parent, name=question)
        self.content.addWidget(label(question, "section", look))
        column = QVBoxLayout()
        column.setSpacing(8)
        for key, picture, words in answers:
            button = Button(look, words, "secondary", icon=picture)
            button.setMinimumWidth(look.px(200))
            button.setAutoDefault(True)
            button.clicked.connect(lambda _on=False, key=key: self.choose(key))
            column.addWidget(button)
        self.content.addLayout(column)

    def choose(self, key: str) -> None:
        """Give that answer."""
        self.dismiss()
        self.chosen.emit(key)


class DayPrompt(Popover):
    """By when they decide; `told` gives the day, or None where none was named."""

    told = Signal(object)

    def __init__(self, look: Look, parent: QWidget, moment: Moment) -> None:
        question = wording.say("By when will they decide?")
        super().__init__(look, parent, name=question)
        self._moment = moment
        self.content.addWidget(label(question, "section", look))
        self.day = QLineEdit()
        self.day.setAccessibleName(wording.say("Day"))
        self.day.setPlaceholderText(wording.say("Friday, 29 May, or empty"))
        self.day.setMaxLength(_LONGEST)
        self.day.setFont(look.font("field"))
        self.day.setMinimumWidth(look.px(260))
        self.day.returnPressed.connect(self.save)
        self.content.addWidget(self.day)
        self._trouble = paragraph(
            wording.say("That day cannot be read."), "secondary", look, "late"
        )
        self._trouble.hide()
        self.content.addWidget(self._trouble)
        save = Button(look, wording.say("Save"), "primary")
        save.clicked.connect(self.save)
        self.content.addWidget(save, 0, Qt.AlignmentFlag.AlignRight)

    def save(self) -> None:
        """Tell the day, or that it cannot be read."""
        typed = self.day.text().strip()
        day = read_day(typed, self._moment.now, self._moment.zone) if typed else None
        if typed and day is None:
            self._trouble.show()
            self.adjustSize()
            return
        self.dismiss()
        self.told.emit(day)


class WhenPrompt(Popover):
    """Day, time and people of a talk; `told` gives the Talk. Dismissed, it told nothing."""

    told = Signal(object)

    def __init__(self, look: Look, parent: QWidget, moment: Moment, *, held: bool) -> None:
        """`held`: the talk is over, so its time must be known; else it may be left for later."""
        question = "When was the interview?" if held else "When is the interview?"
        super().__init__(look, parent, name=wording.say(question))
        self._look = look
        self._moment = moment
        self._held = held
        self.content.addWidget(label(wording.say(question), "section", look))
        self.day = self._field("calendar", wording.say("Day"))
        self.hour = self._field("clock", wording.say("Time"))
        whom = "Whom did you meet?" if held else "Who will you meet?"
        self.people = self._field("users", wording.say(whom))
        self.people.setPlaceholderText(wording.say("Names, separated by commas"))
        self._propose()
        self.content.setSpacing(18)
        when = QHBoxLayout()
        when.setSpacing(12)
        when.addLayout(self._labelled(self.day, look.px(212)))
        when.addLayout(self._labelled(self.hour, look.px(136)))
        self.content.addLayout(when)
        self.content.addLayout(self._labelled(self.people, look.px(212) + look.px(136) + 12))
        self._trouble = paragraph("", "secondary", look, "late")
        self._trouble.hide()
        self.content.addWidget(self._trouble)
        self._proposals = QHBoxLayout()
        self.content.addLayout(self._proposals)
        self.content.addLayout(self._buttons())

    def save(self) -> None:
        """Read the fields; tell the talk, or say what cannot be read."""
        moment = self._moment
        read = read_talk(
            self.day.text(), self.hour.text(), self.people.text(), moment.now, moment.zone
        )
        if isinstance(read, Talk) and self._held and not self._is_over(read):
            read = Problem(wording.say("That is still to come. When was it?"))
        if isinstance(read, Problem):
            self._ask_again(read)
        else:
            self._tell(read)

    def _is_over(self, talk: Talk) -> bool:
        return talk.start is not None and (talk.end or talk.start) <= self._moment.now

    def _tell(self, talk: Talk) -> None:
        self.dismiss()
        self.told.emit(talk)

    def _ask_again(self, problem: Problem) -> None:
        """Say what is wrong beside the fields, with buttons for what may have been meant."""
        self._trouble.setText(problem.text)
        self._trouble.show()
        while (item := self._proposals.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for start in problem.candidates:
            words = f"{wording.clock(start, start.tzinfo or self._moment.zone)} {start:%Z}"
            button = Button(self._look, words, "soft", small=True)
            button.clicked.connect(lambda _on=False, start=start: self._take(start))
            self._proposals.addWidget(button)
        self._proposals.addStretch(1)
        self.day.setFocus()
        self.adjustSize()

    def _take(self, start: datetime) -> None:
        self._tell(replace(Talk(start=start), names=read_names(self.people.text())))

    def _propose(self) -> None:
        """A likely day and hour, to be typed over: the next working day at eleven, or just now."""
        now = self._moment.now.astimezone(self._moment.zone)
        if self._held:
            start = now - timedelta(hours=1)
            self.day.setText(wording.full_date(start.date()))
            self.hour.setText(f"{start:%H:%M}")
            return
        day = now.date() + timedelta(days=1)
        while not self._moment.working_days("")(day):
            day += timedelta(days=1)
        self.day.setText(wording.full_date(day))
        self.hour.setText("11:00")

    def _field(self, picture: str, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setMaxLength(_LONGEST)
        field.setFont(self._look.font("field"))
        action = QAction(icon(picture, self._look.theme.ink2, 16), "", field)
        field.addAction(action, QLineEdit.ActionPosition.LeadingPosition)
        field.returnPressed.connect(self.save)
        return field

    def _labelled(self, field: QLineEdit, width: int) -> QVBoxLayout:
        """A field under its name."""
        column = QVBoxLayout()
        column.setSpacing(6)
        name = label(field.accessibleName(), "chip", self._look, "ink2")
        name.setBuddy(field)
        field.setFixedWidth(width)
        column.addWidget(name)
        column.addWidget(field)
        return column

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addStretch(1)
        later = Button(self._look, wording.say("Cancel" if self._held else "Later"), "quiet")
        later.clicked.connect(self.dismiss)
        save = Button(self._look, wording.say("Save"), "primary")
        save.setMinimumWidth(96)
        save.clicked.connect(self.save)
        for button in (later, save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        return row
