"""The head of the board's page: its name, what is due, the filter, the search, and Add."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rules.search import Show
from ui import wording
from ui.board.search_field import SearchField, show_segment
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label

_HEIGHT = 88


class BoardHeader(QWidget):
    """Shows what it is told to, and passes on what is asked for."""

    add_asked = Signal()
    searched = Signal(str)
    chosen = Signal(object)
    """The Show that was chosen."""

    def __init__(self, look: Look, search_key: str) -> None:
        super().__init__()
        self._look = look
        self.subtitle = label("", "body", look, "ink2", elide=True)
        self.segment = show_segment(look)
        self.field = SearchField(look, search_key)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 20, 22)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addStretch(1)
        words.addWidget(label(wording.say("Board"), "page_title", look))
        words.addWidget(self.subtitle)
        row.addLayout(words, 1)
        name = wording.say("Add an interview or application")
        add = Button(look, wording.say("Add"), "primary", icon="plus", name=name)
        for part in (self.segment, self.field, add):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        add.clicked.connect(self.add_asked)
        self.field.textChanged.connect(self.searched)
        self.segment.chosen.connect(lambda key: self.chosen.emit(Show(key)))
        look.changed.connect(self._restyle)
        self._restyle()

    def clear(self) -> None:
        """No words, and every card."""
        self.segment.set_current(Show.ALL)
        self.field.clear()
        self.chosen.emit(Show.ALL)

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(_HEIGHT))
