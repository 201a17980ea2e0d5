"""What is drawn over the board while a card is carried: the card itself, and where it may go.

It is a child of the page and not a system drag: it draws the lift, the place and the reason
of a refusal as they are meant to look, on every platform.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.board.card_painter import EDGE
from ui.theme import Look
from ui.widgets.paint import paint_card_surface, paint_icon, paint_shadow, painting

_TILT = 2.0
_FLIGHT = 160
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, kw_only=True)
class Target:
    """The lane under the card, in the overlay's coordinates, and what would happen there."""

    lane: QRectF
    cards: QRectF
    line: float | None = None  # where the card would land
    words: str = ""
    refusal: tuple[str, str] | None = None


class DragOverlay(QWidget):
    """Draws the carried card and its target; takes no event of its own."""

    window_left = Signal()
    """Another window became the active one."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._look = look
        self._pixmap: QPixmap | None = None
        self._corner = QPointF()
        self._tilt = _TILT
        self.target: Target | None = None
        """What is shown of the lane under the card; None over no lane."""
        self._flight = QVariantAnimation(self)
        self._flight.setDuration(_FLIGHT)
        self._flight.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._flight.valueChanged.connect(self._fly_on)
        self._flight.finished.connect(self._landed)
        self._then: Callable[[], None] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def corner(self) -> QPointF:
        """The carried card's upper left corner."""
        return self._corner

    def lift(self, pixmap: QPixmap, corner: QPointF) -> None:
        """Begin to show a card."""
        self._finish_flight()
        self._pixmap = pixmap
        self._corner = corner
        self._tilt = _TILT
        self.target = None
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()

    def carry(self, corner: QPointF, target: Target | None) -> None:
        """The card and its target are elsewhere now."""
        self._corner = corner
        self.target = target
        self.update()

    def fly(self, corner: QPointF | None, then: Callable[[], None]) -> None:
        """Let the card go to a place (None: vanish at once), then be gone."""
        self.target = None
        self._then = then
        if corner is None or self._look.reduced_motion:
            self._landed()
            return
        self._flight.setStartValue(self._corner)
        self._flight.setEndValue(corner)
        self._flight.start()

    def _fly_on(self, corner: object) -> None:
        if isinstance(corner, QPointF):
            self._corner = corner
            self._tilt = _TILT * (1 - self._flight.currentTime() / _FLIGHT)
            self.update()

    def _landed(self) -> None:
        self.hide()
        self._pixmap = None
        then, self._then = self._then, None
        if then is not None:
            then()

    def _finish_flight(self) -> None:
        if self._then is not None:
            self._flight.stop()
            self._landed()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowDeactivate:  # a window hands it to all it holds
            self.window_left.emit()
        return super().event(event)

    # -- painting -------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            target = self.target
            if target is not None and target.refusal is not None:
                self._paint_refused(painter, target)
            elif target is not None:
                self._paint_accepted(painter, target)
            self._paint_card(painter)
            if target is not None and target.refusal is not None:
                self._paint_bubble(painter, target, *target.refusal)

    def _paint_card(self, painter: QPainter) -> None:
        if self._pixmap is None:
            return
        size = QSizeF(self._pixmap.deviceIndependentSize())
        inner = QRectF(EDGE, EDGE, size.width() - 2 * EDGE, size.height() - 2 * EDGE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(self._corner + inner.center() - QPointF(EDGE, EDGE))
        painter.rotate(self._tilt)
        painter.translate(-inner.center())
        paint_shadow(painter, inner, self._look, 2, 10)
        painter.drawPixmap(QPointF(0, 0), self._pixmap)
        painter.restore()

    def _paint_accepted(self, painter: QPainter, target: Target) -> None:
        focus = self._look.theme.focus
        painter.setPen(QPen(focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(target.lane.adjusted(1, 1, -1, -1), 12, 12)
        if target.line is None:
            return
        bar = QRectF(target.cards.left() + 10, target.line - 2, target.cards.width() - 20, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(focus)
        painter.drawRoundedRect(bar, 2, 2)
        if target.words:
            self._paint_words(painter, target, bar)

    def _carried(self) -> QRectF:
        """About where the carried card is, its tilt left out."""
        if self._pixmap is None:
            return QRectF()
        size = QSizeF(self._pixmap.deviceIndependentSize())
        return QRectF(self._corner, size - QSizeF(2 * EDGE, 2 * EDGE))

    def _paint_words(self, painter: QPainter, target: Target, bar: QRectF) -> None:
        """One line about what comes next: on the drop line, or under the carried card over it."""
        font = self._look.font("chip")
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(target.words, Qt.TextElideMode.ElideRight, bar.width() - 16)
        width, height = metrics.horizontalAdvance(text) + 18, metrics.height() + 8
        lowest = target.lane.bottom() - height - 4
        top = min(bar.center().y() - height / 2, lowest)
        pill = QRectF(bar.center().x() - width / 2, top, width, height)
        carried = self._carried()
        if pill.intersects(carried):
            pill.moveTop(min(carried.bottom() + 8, lowest))
        painter.setPen(QPen(self._look.theme.focus, 1.5))
        painter.setBrush(self._look.theme.surface)
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(self._look.theme.accent_text)
        painter.setFont(font)
        painter.drawText(pill, _CENTRE, text)

    def _paint_refused(self, painter: QPainter, target: Target) -> None:
        theme = self._look.theme
        veil = QColor(theme.lane)
        veil.setAlphaF(0.68)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        painter.drawRect(target.cards)
        pen = QPen(theme.late, 2)
        pen.setDashPattern([4, 2.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(target.lane.adjusted(1, 1, -1, -1), 12, 12)

    def _paint_bubble(self, painter: QPainter, target: Target, title: str, text: str) -> None:
        """The reason, under the carried card and within the lane."""
        look, theme = self._look, self._look.theme
        width = max(target.lane.width() - 18, 190.0)
        body, head = look.font("body"), look.font("card_title")
        room = QRectF(0, 0, width - 28, 400)
        words = QFontMetricsF(body).boundingRect(room, _WRAP, text)
        name = QFontMetricsF(head).boundingRect(room.adjusted(0, 0, -26, 0), _WRAP, title)
        height = 12 + max(name.height(), 18) + 8 + words.height() + 14
        left = min(target.lane.left() + 9, self.width() - width - 8)
        top = self._corner.y() + look.px(148) + 4
        top = max(min(top, target.lane.bottom() - height - 9), target.lane.top() + look.px(58))
        box = QRectF(left, top, width, height)
        paint_card_surface(painter, box, look, level=3, outline=theme.late_line)
        paint_icon(painter, box.topLeft() + QPointF(13, 13), look, "ban", theme.late, 17)
        painter.setFont(head)
        painter.setPen(theme.ink)
        painter.drawText(box.adjusted(40, 12, -14, 0), _WRAP, title)
        painter.setFont(body)
        painter.setPen(theme.ink2)
        below = 12 + max(name.height(), 18) + 8
        painter.drawText(box.adjusted(14, below, -14, 0), _WRAP, text)
