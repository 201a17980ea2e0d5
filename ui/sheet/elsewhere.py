"""An offer from somebody else, with the day they want an answer by."""

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from ui.session import Session
from ui.sheet.dates import DayField
from ui.sheet.guard import today
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.popover import Popover
from ui.wording import say


class OfferElsewhere(Popover):
    """Asks for the deadline; `kept` tells it."""

    kept = Signal(object)

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, say("An offer elsewhere"))
        self._sheet = parent
        self.keep = Button(look, say("Keep"), "primary")
        self.day = DayField(
            look, say("They want an answer by"), lambda: today(session), beside=(self.keep,)
        )
        self.keep.clicked.connect(self._keep)
        self.day.entered.connect(self._keep)
        self.content.addWidget(label(say("They want an answer by"), "card_title", look))
        self.content.addWidget(self.day)

    def ask(self) -> None:
        """Show it at the upper right, where its menu was."""
        self.day.show_day(None)
        width = self._sheet.width()
        self.show_below(QRect(QPoint(width - 96, 20), QPoint(width - 60, 56)))
        self.day.focus()

    def _keep(self) -> None:
        if self.day.is_settled():
            day = self.day.day()
            if day is not None:
                self.dismiss()
                self.kept.emit(day)
