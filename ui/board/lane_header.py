"""What a lane says of itself: its header, and the strip of a folded lane."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

from rules.stages import Stage
from ui import wording
from ui.theme import Look
from ui.widgets.paint import chip_colors, paint_icon, painting

STRIP = 46
"""How wide a folded lane is."""

HEADER = 58
RADIUS = 12

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def paint_header(
    painter: QPainter,
    look: Look,
    stage: Stage,
    words: wording.LaneWords,
    count: str,
    width: int,
    *,
    kept_free: int = 0,
) -> None:
    """Draw icon, name, number and second line; `kept_free` is room before the number."""
    theme, px = look.theme, look.px
    icon, colour = wording.STAGE_ICONS[stage], theme.stage[stage]
    paint_icon(painter, QPointF(14, px(23) - 9), look, icon, colour, 18)
    count_left = _paint_count(painter, look, count, width - 10, px(23))
    room = QRectF(39, px(12), count_left - 43 - kept_free, px(23))
    _text(painter, look, "section", theme.ink, room, wording.stage_name(stage))
    left = 39.0
    ink = theme.ink2 if words.tint is None else chip_colors(theme, words.tint)[1]
    if words.icon:
        paint_icon(painter, QPointF(left, px(43) - 7), look, words.icon, ink, 13)
        left += 17
    second = QRectF(left, px(34), width - left - 10, px(17))
    _text(painter, look, "secondary" if words.tint is None else "chip", ink, second, words.text)


def _paint_count(painter: QPainter, look: Look, text: str, right: float, middle: float) -> float:
    """The number of cards in a pill; gives its left edge."""
    font = look.font("chip")
    width = max(QFontMetricsF(font).horizontalAdvance(text) + 14, 21)
    box = QRectF(right - width, middle - 10, width, 20)
    painter.setPen(look.theme.line)
    painter.setBrush(look.theme.surface)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 9.5, 9.5)
    painter.setFont(font)
    painter.setPen(look.theme.ink2)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return box.left()


def _text(painter: QPainter, look: Look, use: str, ink: QColor, box: QRectF, text: str) -> None:
    font = look.font(use)
    painter.setFont(font)
    painter.setPen(ink)
    elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
    painter.drawText(box, _LEFT, elided)


class Strip(QAbstractButton):
    """A folded lane: its icon, its number, its name along the side. Pressing it opens the lane."""

    def __init__(self, stage: Stage, look: Look) -> None:
        super().__init__()
        self._stage = stage
        self._look = look
        self._count = ""
        self.setProperty("ring", RADIUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.update)

    def show_count(self, count: str, name: str) -> None:
        """How many cards the lane has, and its name as it is spoken."""
        self._count = count
        self.setAccessibleName(name)
        self.setAccessibleDescription(wording.say("Folded. Enter opens it."))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, middle = self._look, self.width() / 2
        theme, px = look.theme, look.px
        with painting(self) as painter:
            if self.underMouse() or self.isDown():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.press if self.isDown() else theme.hover)
                painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
            icon, colour = wording.STAGE_ICONS[self._stage], theme.stage[self._stage]
            paint_icon(painter, QPointF(middle - 9, px(23) - 9), look, icon, colour, 18)
            width = max(QFontMetricsF(look.font("chip")).horizontalAdvance(self._count) + 14, 21)
            _paint_count(painter, look, self._count, middle + width / 2, px(52))
            painter.translate(middle, px(72))
            painter.rotate(90)
            _text(
                painter,
                look,
                "card_title",
                theme.ink,
                QRectF(6, -12, 200, 24),
                wording.stage_name(self._stage),
            )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
