"""Beside the queue: the next seven days, and what rests."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from rules.board import Card
from rules.records import Moment
from rules.today import Today
from ui.resources import pixmap
from ui.theme import Look
from ui.widgets.label import label, paragraph
from ui.widgets.paint import painting
from ui.wording import step_icon, weekday
from ui.wording.today import ahead_words, resting_words

_DATE = 74


class Panel(QWidget):
    """A quiet panel on the lane colour."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 15, 18, 18)
        self.column.setSpacing(8)
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.theme.lane)
            painter.drawRoundedRect(QRectF(self.rect()), 14, 14)


class Coming(QAbstractButton):
    """One thing of the week; a click opens it."""

    def __init__(self, look: Look, card: Card, moment: Moment) -> None:
        super().__init__()
        self._look = look
        self._card = card
        icon = step_icon(card, moment)
        self._icon = "send" if icon == "coffee" and card.step.message else icon
        self._words = ahead_words(card, moment)
        self.setAccessibleName(f"{card.company}. {self._words}")
        self.setProperty("ring", 6)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, self._look.px(36))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            tone = theme.stage[self._card.stage]
            drawn = pixmap(self._icon, tone, 16, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(0, 1), drawn)
            room = QRectF(24, 0, self.width() - 24, self.height() / 2)
            for text, use, ink in (
                (self._card.company, "card_title", theme.accent_text if self.underMouse() else
                 theme.ink),
                (self._words, "secondary", theme.ink2),
            ):  # fmt: skip
                painter.setFont(self._look.font(use))
                painter.setPen(ink)
                elided = painter.fontMetrics().elidedText(
                    text, Qt.TextElideMode.ElideRight, int(room.width())
                )
                painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), elided)
                room.translate(0, self.height() / 2)


class _Blank(QWidget):
    """A day on which nothing comes: a thin line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(20)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setPen(QPen(self._look.theme.line, 1.5))
            painter.drawLine(QPointF(0, 10), QPointF(self.width(), 10))


class Aside(QWidget):
    """The right column. `opened` carries an opportunity's id and no tab."""

    opened = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_today(self, today: Today, moment: Moment) -> None:
        """Lay the week and the resting ones out anew."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(self._week(today, moment))
        if today.resting:
            self._column.addWidget(self._resting(today))
        self._column.addStretch()

    def _week(self, today: Today, moment: Moment) -> Panel:
        """The next seven days, one line for a day without anything."""
        panel = Panel(self._look)
        panel.column.addWidget(label("Next 7 days", "section", self._look))
        panel.column.addSpacing(2)
        first = moment.now.astimezone(moment.zone).date()
        for number in range(1, 8):
            day = first + timedelta(days=number)
            cards = [one for one in today.ahead if _day(one, moment) == day]
            panel.column.addLayout(self._day_row(day, cards, moment))
        return panel

    def _day_row(self, day: date, cards: list[Card], moment: Moment) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        tone = "ink" if cards else "ink3"
        stamp = QWidget()
        stamp.setFixedWidth(self._look.px(_DATE))
        inside = QHBoxLayout(stamp)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        number = label(str(day.day), "row_title", self._look, tone)
        number.setFixedWidth(self._look.px(26))
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(number)
        inside.addWidget(label(weekday(day), "secondary", self._look, "ink2"), 1)
        row.addWidget(stamp, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(7)
        for card in cards:
            button = Coming(self._look, card, moment)
            oid = card.opportunity_id
            button.clicked.connect(lambda _on=False, oid=oid: self.opened.emit(oid, ""))
            column.addWidget(button)
        if not cards:
            column.addWidget(_Blank(self._look))
        row.addLayout(column, 1)
        return row

    def _resting(self, today: Today) -> Panel:
        """What needs nothing, so that its silence is explained."""
        panel = Panel(self._look)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(_Mark(self._look))
        head.addWidget(label("Resting", "section", self._look), 1)
        panel.column.addLayout(head)
        panel.column.addWidget(paragraph(resting_words(today.resting), "body", self._look, "ink2"))
        return panel


class _Mark(QWidget):
    """Two ticks."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(18, 18)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            ink = self._look.theme.stop
            drawn = pixmap("check-check", ink, 18, self.devicePixelRatioF())
            painter.drawPixmap(0, 0, drawn)


def _day(card: Card, moment: Moment) -> date | None:
    """The day a card comes up."""
    return card.due.astimezone(moment.zone).date() if card.due else None
