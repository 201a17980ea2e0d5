"""A field for a day that may be said in words, confirmed before it counts."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.sheet.fields import LineField
from ui.sheet.panel import column, row
from ui.sheet.promised import Meant
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.label import label, paragraph
from ui.wording import full_date, say


class PromiseField(QWidget):
    """A day or none. Words that mean a day show it below, one press away.

    What is typed as a date is settled; words are settled when their day is chosen, which types it
    out. Asked to be kept before that, the field asks and the answer keeps it.
    """

    entered = Signal()
    changed = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        read: Callable[[str], Meant | None],
        *,
        hint: str = "",
        beside: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self._look = look
        self._read = read
        self._asked = False
        self.field = LineField(look, name)
        self._hint = hint or say("29 May, or: end of next week")
        self.field.setPlaceholderText(self._hint)
        self.field.setMinimumWidth(look.px(150))
        self.field.setMaximumWidth(look.px(280))
        self.field.returnPressed.connect(self.entered)
        self.field.textEdited.connect(self._typed)
        self.problem = paragraph("", "secondary", look, "late")
        self._lead = label("", "secondary", look, "ink2")
        look.changed.connect(self._restyle)
        self._restyle()
        self._proposals: list[Button] = []
        self._offer = Flow(gap=8)
        self._offer.addWidget(self._lead)
        line = row(gap=8)
        line.addWidget(self.field, 1)
        for part in beside:
            line.addWidget(part)
        line.addStretch(0)
        body = column(gap=6)
        body.addLayout(line)
        body.addWidget(self.problem)
        body.addLayout(self._offer)
        self.setLayout(body)
        self._show(None)

    def _restyle(self) -> None:
        """The words stand in the middle of the buttons beside them."""
        self._lead.setMinimumHeight(self._look.px(24))

    def day(self) -> date | None:
        """The day that is settled, if one is."""
        found = self._read(self.field.text())
        return found.days[0] if found is not None and found.sure and found.days else None

    def show_day(self, day: date | None) -> None:
        """Show a day, and ask nothing about it."""
        self.field.setText(full_date(day) if day is not None else "")
        self._show(None)
        self._asked = False

    def is_settled(self) -> bool:
        """Whether what is typed is a day or nothing; asks otherwise."""
        found = self._read(self.field.text())
        if found is not None and found.sure:
            return True
        self._asked = True
        self._ask(found)
        if self._proposals:
            self._proposals[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def proposals(self) -> tuple[Button, ...]:
        """The days that may be meant, to be chosen."""
        return tuple(self._proposals)

    def focus(self) -> None:
        """Begin to type."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def reread(self) -> None:
        """The day it was said on is another one: words mean another day."""
        self._typed(self.field.text())

    def _typed(self, text: str) -> None:
        """Show what is understood so far; ask nothing while it is typed."""
        del text
        self._asked = False
        found = self._read(self.field.text())
        self._show(None if found is None or found.sure else found)
        self.changed.emit()

    def _ask(self, found: Meant | None) -> None:
        """Show the days that may be meant, or that none is understood."""
        self._show(found)
        if found is None:
            self.problem.setText(say("Which day is that? Try {hint}.", hint=self._hint))
            self.problem.show()

    def _show(self, found: Meant | None) -> None:
        """The days that may be meant, each to be chosen with a press; nothing where none is."""
        self.problem.hide()
        for old in self._proposals:
            self._offer.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._proposals = []
        self._lead.setVisible(found is not None)
        if found is None:
            return
        if found.no_day:
            self._lead.setText(say("That names no day."))
            self._propose(say("Keep it without a day"), None)
        elif len(found.days) == 1:
            self._lead.setText(say("Is that"))
            self._propose(f"{full_date(found.days[0])}?", found.days[0])
        else:
            self._lead.setText(say("Which day is that?"))
            for day in found.days:
                self._propose(full_date(day), day)

    def _propose(self, words: str, day: date | None) -> None:
        button = Button(self._look, words, "soft", small=True)
        button.clicked.connect(lambda: self._take(day))
        self._offer.addWidget(button)
        self._proposals.append(button)

    def _take(self, day: date | None) -> None:
        """That day is meant; where it was asked for in order to be kept, it is."""
        asked = self._asked
        self.focus()
        self.show_day(day)
        self.changed.emit()
        if asked:
            self.entered.emit()
