"""What the board says in place of its lanes when it shows no card."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from rules.search import Show
from ui import wording
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import paragraph

_LONGEST = 60


class NoMatch(QWidget):
    """One sentence, and the ways on: show everything again, or add what was searched for."""

    cleared = Signal()
    add_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._query = ""
        self._words = paragraph("", "section", look, "ink2")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear = Button(look, wording.say("Clear search"), "secondary")
        self.clear.clicked.connect(self.cleared)
        self.add = Button(look, wording.say("Add"), "soft", icon="plus")
        self.add.clicked.connect(lambda: self.add_asked.emit(self._query))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.clear)
        buttons.addWidget(self.add)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 24)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._words)
        column.addLayout(buttons)
        column.addStretch(3)

    def show_words(self, query: str, show: Show) -> None:
        """Nothing mentions the query, or nothing passes the filter."""
        self._query = query
        shown = query if len(query) <= _LONGEST else f"{query[:_LONGEST]}\u2026"
        self._words.setText(wording.no_match(shown, show))
        self.clear.set_words(wording.say("Clear search") if query else wording.say("Show all"))
        self.add.set_words(wording.say("Add \u2018{query}\u2019", query=shown))
        self.add.setVisible(bool(query))

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)
