"""A field for a day: typed as one says it, asked about where it cannot be."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.sheet.fields import LineField
from ui.sheet.panel import column, row
from ui.sheet.typed import day_of
from ui.theme import Look
from ui.widgets.label import paragraph
from ui.wording import full_date, say


class DayField(QWidget):
    """A day or none. What cannot be one is asked about below it and changes nothing.

    It is asked when the day is entered, never when the field is left, and asked no more once
    something is typed: so nothing moves between the press and the release of a button beside it.
    """

    entered = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        today: Callable[[], date],
        *,
        beside: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self._today = today
        self.field = LineField(look, name)
        self.field.setPlaceholderText(say("Day, like 14 May"))
        self.field.setMinimumWidth(look.px(150))
        self.field.setMaximumWidth(look.px(220))
        self.field.returnPressed.connect(self.entered)
        self.problem = paragraph("", "secondary", look, "late")
        self.problem.hide()
        self.field.textEdited.connect(self.problem.hide)
        line = row(gap=8)
        line.addWidget(self.field, 1)
        for part in beside:
            line.addWidget(part)
        line.addStretch(0)
        body = column(gap=3)
        body.addLayout(line)
        body.addWidget(self.problem)
        self.setLayout(body)

    def day(self) -> date | None:
        """The day that is typed, if it is one."""
        return day_of(self.field.text().strip(), self._today())

    def show_day(self, day: date | None) -> None:
        """Show a day, and ask nothing about it."""
        self.field.setText(full_date(day) if day is not None else "")
        self.problem.hide()

    def is_settled(self) -> bool:
        """Whether what is typed is a day or nothing; asks otherwise."""
        settled = not self.field.text().strip() or self.day() is not None
        if not settled:
            self.problem.setText(say("Which day is that? Try 14 May."))
        self.problem.setVisible(not settled)
        return settled

    def focus(self) -> None:
        """Begin to type."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
