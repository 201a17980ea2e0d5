"""Painted parts that cards, rows and sheets share: chips, marks, faces, envelopes, surfaces.

Each takes a painter and logical pixels, and leaves the painter's state as it found it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPaintDevice, QPainter, QPainterPath, QPen

from rules.board import Tint
from rules.stages import Stage
from ui.resources import pixmap
from ui.theme import Look, Theme

CHIP_HEIGHT = 22
ENVELOPE_WIDTH = 13
ENVELOPE_GAP = 4

_SHADOWS = {1: (5.0, 1.5, 16), 2: (22.0, 8.0, 40), 3: (26.0, 9.0, 46), 4: (16.0, 5.0, 40)}
"""Blur, drop and alpha of each level: card, lifted card, popover, toast."""


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter that is ended whatever happens: left open, an exception would end the process."""
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    try:
        yield painter
    finally:
        painter.end()


def initials(name: str) -> str:
    """The first letters of the first and last word, for a mark."""
    words = [word for word in name.replace("&", " ").split() if word[:1].isalnum()]
    if not words:
        return name.strip()[:1].upper()
    if len(words) == 1:
        return words[0][:1].upper()
    return (words[0][:1] + words[-1][:1]).upper()


def chip_colors(theme: Theme, tint: Tint) -> tuple[QColor, QColor]:
    """Ground and ink of a chip."""
    match tint:
        case Tint.LATE:
            return theme.late_bg, theme.late
        case Tint.TODAY:
            return theme.today_bg, theme.today
        case Tint.EVENT:
            return theme.accent_soft, theme.stage[Stage.INTERVIEW_BOOKED]
        case Tint.OFFER:
            return theme.stop_bg, theme.stage[Stage.OUTCOME]
        case Tint.REST:
            return theme.stop_bg, theme.stop
        case Tint.LATER | Tint.CLOSED:
            return theme.later_bg, theme.later


def chip_width(look: Look, icon: str, text: str) -> int:
    """How wide a chip with that icon (or none) and text is."""
    words = QFontMetricsF(look.font("chip")).horizontalAdvance(text)
    return round(words) + (18 if icon else 0) + 18


def paint_chip(painter: QPainter, rect: QRect, look: Look, tint: Tint, icon: str, text: str) -> int:
    """Draw a chip at the left of `rect`, elided to its width; gives the width it took."""
    ground, ink = chip_colors(look.theme, tint)
    width = min(chip_width(look, icon, text), rect.width())
    box = QRectF(rect.x(), rect.y(), width, rect.height())
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    left = 9.0
    if icon:
        top = box.y() + (box.height() - 13) / 2
        painter.drawPixmap(QPointF(box.x() + 8, top), pixmap(icon, ink, 13, _dpr(painter)))
        left = 26.0
    painter.setPen(ink)
    painter.setFont(look.font("chip"))
    room = box.adjusted(left, 0, -8, 0)
    painter.drawText(room, _LEFT, _elided(painter, text, room.width()))
    painter.restore()
    return width


def paint_monogram(
    painter: QPainter, rect: QRect, look: Look, name: str, dim: bool = False
) -> None:
    """Draw a company's mark: its initials on a rounded square."""
    ground, ink = look.theme.avatar(name)
    if dim:
        ground, ink = look.theme.later_bg, look.theme.ink3
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    radius = 8 if rect.width() < 40 else 10
    painter.drawRoundedRect(QRectF(rect), radius, radius)
    painter.setPen(ink)
    font = look.font("chip" if rect.width() < 40 else "section")
    painter.setFont(font)
    painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()


def paint_avatar(
    painter: QPainter,
    rect: QRect,
    look: Look,
    name: str,
    state: str = "plain",
    ground: QColor | None = None,
) -> None:
    """Draw a person's mark: "thanked" with a check badge, "to_thank" as a dashed ring, "plain".

    `ground` is what lies behind it, for the badge's rim; a surface if not given.
    """
    theme = look.theme
    box = QRectF(rect)
    painter.save()
    if state == "to_thank":
        pen = QPen(theme.ink2, 1.4)
        pen.setDashPattern([2.4, 1.7])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setPen(theme.ink2)
    else:
        back, ink = theme.avatar(name)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        painter.drawEllipse(box)
        painter.setPen(ink)
    painter.setFont(look.font("initials"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials(name))
    if state == "thanked":
        _badge(painter, look, box, ground or theme.surface)
    painter.restore()


def _badge(painter: QPainter, look: Look, box: QRectF, ground: QColor) -> None:
    """The small check at the lower right of a mark."""
    size = 13.0
    badge = QRectF(box.right() - size + 4, box.bottom() - size + 4, size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(badge)
    painter.setBrush(look.theme.done)
    painter.drawEllipse(badge.adjusted(1.2, 1.2, -1.2, -1.2))
    pen = QPen(ground, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = badge.center()
    tick = QPainterPath(middle + QPointF(-2.3, 0.1))
    tick.lineTo(middle + QPointF(-0.6, 1.8))
    tick.lineTo(middle + QPointF(2.4, -1.5))
    painter.drawPath(tick)


def envelopes_width(of: int) -> int:
    """How wide the row of envelopes is."""
    return of * ENVELOPE_WIDTH + (of - 1) * ENVELOPE_GAP


def paint_envelopes(painter: QPainter, pos: QPointF, look: Look, used: int, of: int) -> None:
    """Draw the follow-ups of a round from `pos`, their middle line: the used ones are filled."""
    theme = look.theme
    painter.save()
    for number in range(of):
        left = pos.x() + number * (ENVELOPE_WIDTH + ENVELOPE_GAP)
        box = QRectF(left + 0.5, pos.y() - 4.5, ENVELOPE_WIDTH - 1, 9.5)
        sent = number < used
        painter.setPen(QPen(theme.ink2 if sent else theme.ink3, 1.2))
        painter.setBrush(theme.ink2 if sent else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2, 2)
        flap = QPainterPath(box.topLeft() + QPointF(1.2, 2.2))
        flap.lineTo(box.center().x(), box.center().y() + 0.9)
        flap.lineTo(box.topRight() + QPointF(-1.2, 2.2))
        painter.setPen(QPen(theme.surface if sent else theme.ink3, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(flap)
    painter.restore()


def paint_shadow(painter: QPainter, rect: QRectF, look: Look, level: int, radius: float) -> None:
    """Draw a soft shadow as nested rounded rectangles."""
    blur, drop, alpha = _SHADOWS[level]
    colour = QColor(look.theme.shadow)
    strength = min(alpha * (1.9 if look.theme.dark else 1.0), 230)
    steps = max(4, round(blur * 0.75))
    colour.setAlphaF(strength / 255 / steps)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for step in range(steps):
        spread = blur * 0.62 * (1 - step / steps) ** 1.5
        box = rect.adjusted(-spread, -spread + drop, spread, spread + drop)
        painter.drawRoundedRect(box, radius + spread, radius + spread)
    painter.restore()


def paint_card_surface(
    painter: QPainter,
    rect: QRectF,
    look: Look,
    level: int = 1,
    outline: QColor | None = None,
    radius: float = 10,
    fill: QColor | None = None,
) -> None:
    """Draw a surface with its shadow (level 0: none) and a hair line, or `outline` instead."""
    theme = look.theme
    if level:
        paint_shadow(painter, rect, look, level, radius)
    painter.save()
    painter.setPen(QPen(outline or theme.line, 1))
    painter.setBrush(fill or theme.surface)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def paint_icon(
    painter: QPainter, pos: QPointF, look: Look, icon: str, colour: QColor, size: int = 16
) -> None:
    """Draw an icon with its upper left corner at `pos`; `look` scales nothing but text."""
    del look
    painter.drawPixmap(pos, pixmap(icon, colour, size, _dpr(painter)))


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _elided(painter: QPainter, text: str, width: float) -> str:
    """The text, shortened to fit."""
    return QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width + 1)


def _dpr(painter: QPainter) -> float:
    """How many device pixels a logical one has where the painter draws."""
    return painter.device().devicePixelRatioF()
