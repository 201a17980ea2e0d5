"""The small panel that asks until when a card is put off."""

import re
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rules.quick_add import understand
from rules.records import Moment
from rules.today import MORNING
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.widgets.line_field import LineField
from ui.widgets.popover import Popover
from ui.wording import clock, full_date, moment_words, say

_LONGEST = 200
_BARE_TIME = re.compile(r"\d{1,2}([:.h]\d{2})?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_BARE_HOUR = re.compile(r"\d{1,2}")


class PickTime(Popover):
    """One field for a day and an hour; `picked` gives the moment."""

    picked = Signal(object)

    def __init__(
        self, look: Look, parent: QWidget, moment: Moment, latest: datetime | None
    ) -> None:
        """`latest`: the last moment that is allowed, if there is one."""
        question = say("Until when?")
        super().__init__(look, parent, name=question)
        self._moment = moment
        self._latest = latest
        self.content.addWidget(label(question, "section", look))
        self.field = LineField(say("Day and time"), longest=_LONGEST)
        self.field.setFont(look.font("field"))
        self.field.setMinimumWidth(look.px(260))
        self.field.setPlaceholderText(say("Day and time, like Fri 14:00"))
        self.field.setText(self._proposed())
        self.field.selectAll()
        self.field.returnPressed.connect(self.save)
        self.content.addWidget(self.field)
        if latest is not None:
            when = moment_words(latest, moment.now, moment.zone)
            words = say("At the latest {when}: after that the thank-you is late.", when=when)
            hint = paragraph(words, "secondary", look, "ink2")
            hint.setFixedWidth(look.px(260))
            self.content.addWidget(hint)
        self._trouble = paragraph("", "secondary", look, "late")
        self._trouble.setFixedWidth(look.px(260))
        self._trouble.hide()
        self.content.addWidget(self._trouble)
        self.content.addLayout(self._buttons(look))

    def _buttons(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        cancel = Button(look, say("Cancel"), "quiet")
        cancel.clicked.connect(self.dismiss)
        self.snooze = Button(look, say("Snooze"), "primary")
        self.snooze.clicked.connect(self.save)
        for button in (cancel, self.snooze):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        return row

    def save(self) -> None:
        """Tell the moment, or say what is wrong with it."""
        at = read_moment(self.field.text(), self._moment)
        if at is None:
            self._complain(say("Which day and time is that? Try Fri 14:00."))
        elif at <= self._moment.now:
            self._complain(say("That has gone by already."))
        elif self._latest is not None and at > self._latest:
            self._complain(say("The thank-you would be late by then."))
        else:
            self.dismiss()
            self.picked.emit(at)

    def _complain(self, words: str) -> None:
        self._trouble.setText(words)
        self._trouble.show()
        self.adjustSize()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _proposed(self) -> str:
        """A likely time to type over: two days on in the morning, or the last hour that is left."""
        now, zone = self._moment.now, self._moment.zone
        day = now.astimezone(zone).date() + timedelta(days=2)
        at = datetime.combine(day, MORNING, zone)
        if self._latest is not None and at > self._latest:
            at = max(self._latest - timedelta(hours=1), min(now + timedelta(hours=1), self._latest))
        return f"{full_date(at.astimezone(zone).date())} {clock(at, zone)}"


def read_moment(text: str, moment: Moment) -> datetime | None:
    """The moment a line names: a day alone is its morning, an hour alone is today."""
    typed = " ".join(text.replace(",", " ").split())
    if _BARE_HOUR.fullmatch(typed):
        typed = f"{typed}:00"
    if _BARE_TIME.fullmatch(typed):
        typed = f"today {typed}"
    entry = understand(f"Company, Role, {typed}", moment.now, moment.zone)
    if entry.start is not None:
        return entry.start
    if entry.on is not None:
        return datetime.combine(entry.on, MORNING, moment.zone)
    return None
