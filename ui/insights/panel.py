"""A panel of Insights: a white card with its heading."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import Look
from ui.widgets.label import Label, label, paragraph
from ui.widgets.paint import paint_card_surface, painting

INSET = 8


class Panel(QWidget):
    """Holds its parts in `column`, below a heading and a line about it."""

    def __init__(self, look: Look, title: str, line: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 16, 14, 20)
        self.column.setSpacing(4)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.add_words(label(title, "row_title", look))
        self.add_words(paragraph(line, "body", look, "ink2"))
        look.changed.connect(self.update)

    def add_words(self, words: Label) -> None:
        """One more line; what can be pressed reaches a little further to both sides."""
        words.setContentsMargins(INSET, 0, INSET, 0)
        self.column.addWidget(words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            box = QRectF(self.rect()).adjusted(3, 2, -3, -4)
            paint_card_surface(painter, box, self._look, 1, radius=14)
