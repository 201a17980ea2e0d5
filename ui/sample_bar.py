"""The bar that never lets the example be taken for one's own data."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.paint import painting


class SampleBar(QWidget):
    """ "Sample data." and the way to one's own."""

    own_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(look.px(34))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(10)
        row.addWidget(label("Sample data.", "body", look, "ink2"))
        own = Button(look, "Start my own", "soft", small=True)
        own.clicked.connect(self.own_asked)
        row.addWidget(own)
        row.addStretch()
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.stop_bg)
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.stop_line)
