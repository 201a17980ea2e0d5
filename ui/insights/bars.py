"""The bars of Insights: each is a button that opens the cards it counts."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from rules.insights import Milestone, share
from rules.stages import Stage
from rules.waits import CheckInDay
from ui.insights.panel import INSET
from ui.theme import Look
from ui.widgets.paint import painting
from ui.wording.insights import (
    above_bar,
    answered_words,
    check_in_name,
    check_in_spoken,
    milestone_name,
    milestone_spoken,
    share_words,
)

_STAGES = {
    Milestone.APPLIED: Stage.APPLIED,
    Milestone.INTERVIEW: Stage.INTERVIEW_BOOKED,
    Milestone.SECOND_INTERVIEW: Stage.SAY_THANK_YOU,
    Milestone.OFFER: Stage.OUTCOME,
}
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
_RADIUS = 5
_BAR = 24
_HIGHEST = 104
_UNKNOWN = 92
_LEAST_TOP = 56
"""The share that a bar of full height stands for at least, so that little looks little."""


class Bar(QAbstractButton):
    """One bar: `part` of `whole`; with nothing behind it there is nothing to press."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.part = 0
        self.whole = 0
        self.setProperty("ring", 8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def _take(self, part: int, whole: int, behind: int, spoken: str) -> None:
        """Other numbers."""
        self.part, self.whole = part, whole
        self.setAccessibleName(spoken)
        self.setEnabled(behind > 0)
        shape = Qt.CursorShape.PointingHandCursor if behind else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    @property
    def tells(self) -> bool:
        """Whether there are enough cases for a share."""
        return share(self.part, self.whole) is not None

    def _ground(self, painter: QPainter) -> None:
        """A tint while the mouse is over it or presses it."""
        if not self.isEnabled() or not (self.underMouse() or self.isDown()):
            return
        theme = self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.press if self.isDown() else theme.hover)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)

    def _shape(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        """The bar itself: filled, or outlined where there are too few cases."""
        if self.tells:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            return
        pen = QPen(colour, 1.5)
        pen.setDashPattern([4, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), _RADIUS, _RADIUS)


class FunnelBar(Bar):
    """How many applications came this far: name, bar, number, share."""

    def __init__(self, look: Look, milestone: Milestone) -> None:
        super().__init__(look)
        self.milestone = milestone

    def show_count(self, part: int, whole: int) -> None:
        """So many of all applications."""
        self._take(part, whole, part, milestone_spoken(self.milestone, part, whole))

    @override
    def sizeHint(self) -> QSize:
        return QSize(360, self._look.px(48))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(48))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, look = self._look.theme, self._look
        name, numbers = look.px(146), look.px(42)
        words = look.px(48 if self.tells or not self.whole else 104)
        with painting(self) as painter:
            self._ground(painter)
            painter.setPen(theme.ink)
            painter.setFont(look.font("letter"))
            high = self.height()
            painter.drawText(QRectF(INSET, 0, name, high), _LEFT, milestone_name(self.milestone))
            room = max(self.width() - name - numbers - words - 28, 24)
            track = QRectF(name, (high - _BAR) / 2, room, _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.inset if not self.underMouse() else theme.surface)
            painter.drawRoundedRect(track, _RADIUS, _RADIUS)
            if self.part:
                long = max(room * self.part / self.whole, 2.0 * _RADIUS)
                bar = QRectF(track.left(), track.top(), long, _BAR)
                self._shape(painter, bar, theme.stage[_STAGES[self.milestone]])
            painter.setPen(theme.ink)
            painter.setFont(look.font("row_title"))
            painter.drawText(QRectF(track.right() + 14, 0, numbers, high), _LEFT, f"{self.part}")
            if self.milestone is not Milestone.APPLIED or not self.tells:
                painter.setPen(theme.ink2)
                painter.setFont(look.font("secondary"))
                left = track.right() + 14 + numbers
                told = share_words(self.part, self.whole)
                painter.drawText(QRectF(left, 0, words, high), _LEFT, told)


class ReplyBar(Bar):
    """How many answered after a check-in on those days; the bars of a row share one height."""

    def __init__(self, look: Look, day: CheckInDay) -> None:
        super().__init__(look)
        self.day = day
        self._top = 100

    def show_count(self, part: int, whole: int, top: int) -> None:
        """So many answered; `top` is the highest share of all bars."""
        self._top = max(top, _LEAST_TOP)
        self._take(part, whole, whole, check_in_spoken(self.day, part, whole))

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self._look.px(20) + _HIGHEST + 12 + self._look.px(46))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(92), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, look = self._look.theme, self._look
        foot = self.height() - look.px(46) - 4
        with painting(self) as painter:
            self._ground(painter)
            painter.setPen(QPen(theme.line, 1))
            painter.drawLine(QPointF(0, foot + 0.5), QPointF(self.width(), foot + 0.5))
            told = share(self.part, self.whole)
            high = _UNKNOWN if told is None else max(_HIGHEST * told / self._top, 2.0)
            wide = min(76, self.width() - 16)
            bar = QRectF((self.width() - wide) / 2, foot - high, wide, high)
            if self.whole:
                self._shape(painter, bar, theme.stage[Stage.WAITING_TO_HEAR])
            self._words(painter, bar.top(), foot)

    def _words(self, painter: QPainter, top: float, foot: int) -> None:
        """The share above the bar, the days and the counts below it."""
        theme, look = self._look.theme, self._look
        line = look.px(20)
        below = foot + 6
        for y, text, use, ink in (
            (top - line - 3, above_bar(self.part, self.whole), "card_title",
             theme.ink if self.tells else theme.ink2),
            (below, check_in_name(self.day), "card_title", theme.ink),
            (below + line - 1, answered_words(self.part, self.whole), "secondary", theme.ink2),
        ):  # fmt: skip
            painter.setPen(ink)
            painter.setFont(look.font(use))
            painter.drawText(QRectF(0, y, self.width(), line), _MIDDLE, text)
