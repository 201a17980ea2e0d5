"""The drawing of the first page: a letter between two envelopes, and it is done."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.resources import pixmap
from ui.theme import Look
from ui.widgets.paint import paint_card_surface, painting


class Hero(QWidget):
    """Decoration, drawn and not loaded, so that it follows the theme."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def _envelope(self, painter: QPainter, middle: QPointF, turned: float) -> None:
        theme = self._look.theme
        painter.save()
        painter.translate(middle)
        painter.rotate(turned)
        box = QRectF(-66, -46, 132, 92)
        paint_card_surface(painter, box, self._look, 1, theme.line, 10, theme.lane)
        pen = QPen(theme.line_strong, 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        flap = QPainterPath(QPointF(-54, -32))
        flap.lineTo(0, 6)
        flap.lineTo(54, -32)
        painter.drawPath(flap)
        painter.restore()

    def _letter(self, painter: QPainter, middle: QPointF) -> None:
        theme = self._look.theme
        painter.save()
        painter.translate(middle)
        painter.rotate(-1.5)
        paint_card_surface(painter, QRectF(-74, -55, 148, 110), self._look, 1, theme.line, 12)
        drawn = pixmap("feather", theme.accent_text, 24, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(-60, -41), drawn)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, length in enumerate((86, 112, 112, 60)):
            painter.setBrush(theme.line_strong if number == 0 else theme.line)
            painter.drawRoundedRect(QRectF(-57, -9 + number * 13, length, 4), 2, 2)
        painter.restore()

    @override
    def sizeHint(self) -> QSize:
        return QSize(352, 140)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._envelope(painter, QPointF(80, 74), -9)
            self._envelope(painter, QPointF(272, 74), 9)
            self._letter(painter, QPointF(176, 61))
            painter.setPen(QPen(theme.surface, 3))
            painter.setBrush(theme.done)
            painter.drawEllipse(QPointF(241, 103), 15, 15)
            drawn = pixmap("check", theme.surface, 18, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(232, 94), drawn)
