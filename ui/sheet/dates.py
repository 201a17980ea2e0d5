"""A field for a day: typed as one says it, asked about where it cannot be."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.sheet.panel import column
from ui.sheet.typed import day_of
from ui.theme import Look
from ui.widgets.label import label
from ui.wording import full_date, say


class DayField(QWidget):
    """A day or none. What cannot be one is asked about beside it and changes nothing."""

    changed = Signal(object)

    def __init__(self, look: Look, name: str, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._day: date | None = None
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(say("Day, like 14 May"))
        self.field.setMinimumWidth(look.px(150))
        self.field.editingFinished.connect(self._take)
        self.problem = label("", "secondary", look, "late")
        self.problem.hide()
        body = column(gap=3)
        body.addWidget(self.field)
        body.addWidget(self.problem)
        self.setLayout(body)

    def day(self) -> date | None:
        """The day, as last understood."""
        return self._day

    def show_day(self, day: date | None) -> None:
        """Show a day without telling."""
        self._day = day
        if not self.field.hasFocus():
            self.field.setText(full_date(day) if day is not None else "")
        self.problem.hide()

    def is_settled(self) -> bool:
        """Whether what is typed is a day or nothing; asks otherwise."""
        self._take()
        return self.problem.isHidden()

    def focus(self) -> None:
        """Begin to type."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        text = self.field.text().strip()
        day = day_of(text, self._today()) if text else None
        if text and day is None:
            self.problem.setText(say("Which day is that? Try 14 May."))
            self.problem.show()
            return
        self.problem.hide()
        if day != self._day:
            self._day = day
            self.changed.emit(day)
