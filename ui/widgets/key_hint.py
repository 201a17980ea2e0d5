"""A key as it stands on a button or beside a field: small letters in a frame."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import Look
from ui.widgets.paint import painting


class KeyHint(QWidget):
    """Decoration: the control that has the key says it itself."""

    def __init__(self, look: Look, key: str) -> None:
        super().__init__()
        self._look = look
        self._key = key
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._look.font("rail")).horizontalAdvance(self._key)
        return QSize(round(words) + 12, self._look.px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            painter.setPen(QPen(theme.line, 1))
            painter.setBrush(theme.inset)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            painter.setPen(theme.ink2)
            painter.setFont(self._look.font("rail"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)
