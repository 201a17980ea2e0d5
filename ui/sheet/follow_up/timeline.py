"""Four points in a row: the interview, the thank-yous, the check-in, the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.resources import pixmap
from ui.theme import Look
from ui.widgets.paint import painting

_DOT = 30


@dataclass(frozen=True, kw_only=True)
class Point:
    """One point: what it was, when, and whether it is behind."""

    icon: str
    title: str
    words: str
    done: bool = True


class Timeline(QWidget):
    """The points with the way between them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._points: tuple[Point, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_points(self, points: Sequence[Point]) -> None:
        """Show these points; they are spoken as one line."""
        self._points = tuple(points)
        self.setAccessibleName(". ".join(f"{one.title}, {one.words}" for one in points))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, self._look.px(_DOT + 46))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def _middle(self, number: int) -> float:
        last = max(len(self._points) - 1, 1)
        return 16 + number * (self.width() - 32) / last

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            for number in range(len(self._points) - 1):
                self._way(painter, number)
            for number, point in enumerate(self._points):
                self._dot(painter, number, point)
                self._words(painter, number, point)

    def _way(self, painter: QPainter, number: int) -> None:
        theme, ahead = self._look.theme, self._points[number + 1]
        pen = QPen(theme.done_line if ahead.done else theme.stop_line, 2)
        if not ahead.done:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        y = _DOT / 2 + 1
        begin, end = self._middle(number) + 16, self._middle(number + 1) - 16
        painter.drawLine(QPointF(begin, y), QPointF(end, y))

    def _dot(self, painter: QPainter, number: int, point: Point) -> None:
        theme = self._look.theme
        ground, edge, ink = (
            (theme.done_bg, theme.done_line, theme.done)
            if point.done
            else (theme.stop_bg, theme.stop_line, theme.stop)
        )
        painter.setPen(QPen(QColor(edge), 1.5))
        painter.setBrush(ground)
        left = self._middle(number) - _DOT / 2
        painter.drawEllipse(QRectF(left + 1, 2, _DOT - 2, _DOT - 2))
        drawn = pixmap(point.icon, ink, 16, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left + (_DOT - 16) / 2, 1 + (_DOT - 16) / 2), drawn)

    def _words(self, painter: QPainter, number: int, point: Point) -> None:
        theme, look = self._look.theme, self._look
        for use, text, tone, top in (
            ("card_title", point.title, theme.ink, _DOT + 8),
            ("secondary", point.words, theme.ink2, _DOT + 8 + look.px(18)),
        ):
            font = look.font(use)
            width = QFontMetricsF(font).horizontalAdvance(text) + 2
            left = min(max(self._middle(number) - width / 2, 1), self.width() - width)
            painter.setFont(font)
            painter.setPen(tone)
            area = QRectF(left, top, width, look.px(18))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), text)
