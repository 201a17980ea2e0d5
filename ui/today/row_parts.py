"""The decoration of a row: its people and its due chip; the row says both in words."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from rules.board import Face, Tint
from ui.theme import Look
from ui.widgets.paint import CHIP_HEIGHT, chip_width, paint_avatar, paint_chip, painting

_FACE = 27
_STEP = 31
_MOST = 4


class Faces(QWidget):
    """The people of a row, up to four."""

    def __init__(self, look: Look, faces: tuple[Face, ...]) -> None:
        super().__init__()
        self._look = look
        self._faces = faces[:_MOST]
        self._more = len(faces) - len(self._faces)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        width = len(self._faces) * _STEP + (26 if self._more else 0) + 4
        self.setFixedSize(width, _FACE + 8)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            for number, face in enumerate(self._faces):
                state = "thanked" if face.thanked else "to_thank" if face.to_thank else "plain"
                box = QRect(number * _STEP, 4, _FACE, _FACE)
                paint_avatar(painter, box, self._look, face.name, state)
            if self._more:
                painter.setPen(self._look.theme.ink2)
                painter.setFont(self._look.font("chip"))
                rest = QRectF(len(self._faces) * _STEP, 4, 26, _FACE)
                painter.drawText(rest, Qt.AlignmentFlag.AlignCenter, f"+{self._more}")


class ChipMark(QWidget):
    """The due chip."""

    def __init__(self, look: Look, tint: Tint, icon: str, text: str) -> None:
        super().__init__()
        self._look = look
        self._tint, self._icon, self._text = tint, icon, text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(chip_width(look, icon, text), CHIP_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint_chip(painter, self.rect(), self._look, self._tint, self._icon, self._text)
