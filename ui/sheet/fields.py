"""Fields of one line: Enter ends there, and a paste too long changes nothing."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QLineEdit
from typing_extensions import override

from ui.resources import pixmap
from ui.theme import Look
from ui.widgets.paint import painting

MOST_TYPED = 2_000
"""Letters in a one-line field; what is longer was not meant for it."""


class LineField(QLineEdit):
    """A line of text with an accessible name."""

    refused = Signal()

    def __init__(self, look: Look, name: str, use: str = "body", *, plain: bool = False) -> None:
        super().__init__()
        self._look = look
        self._use = use
        self._kept = ""
        self.setAccessibleName(name)
        self.setMaxLength(MOST_TYPED + 1)
        if plain:
            self.setProperty("plain", "true")
        self.textChanged.connect(self._weigh)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._look.font(self._use))

    def _weigh(self, text: str) -> None:
        """Keep the old text where the new one is too long."""
        if len(text) > MOST_TYPED:
            self.setText(self._kept)
            self.refused.emit()
        else:
            self._kept = text

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # or it would go on to whatever the field stands in


class ChoiceBox(QComboBox):
    """A list of choices that is shut until it is wanted, painted like the other fields."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setProperty("ring", 8)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._look.font("body"))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + 20, self._look.px(38))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            painter.setPen(QPen(theme.line_strong, 1))
            painter.setBrush(theme.hover if self.underMouse() else theme.surface)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
            painter.setPen(theme.ink)
            painter.setFont(self.font())
            room = QRectF(self.rect()).adjusted(12, 0, -30, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.currentText())
            arrow = pixmap("chevron-down", theme.ink2, 16, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(self.width() - 26, (self.height() - 16) / 2), arrow)
