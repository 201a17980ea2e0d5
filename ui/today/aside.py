"""Beside the queue: the next seven days, what was put off, and what rests."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from rules.board import Card
from rules.records import Moment
from rules.today import AHEAD, Today, day_of
from ui.resources import pixmap
from ui.theme import Look
from ui.today.coming import Coming, Opener, Quiet
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.widgets.paint import painting
from ui.wording import say, step_icon, weekday
from ui.wording.today import row_reason
from ui.wording.today_aside import ahead_words, all_silent, resting_words, snoozed_words

_DATE = 74
MOST = 50
"""Cards a panel shows until it is unfolded."""
MOST_RESTING = 8


class Panel(QWidget):
    """A quiet panel on the lane colour."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 18)
        self.column.setSpacing(9)
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.theme.lane)
            painter.drawRoundedRect(QRectF(self.rect()), 14, 14)


class Aside(QWidget):
    """The right column. `opened` carries an opportunity's id and no tab."""

    opened = Signal(str, str)
    shown_again = Signal(str)
    menu_asked = Signal(str, QPoint)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._unfolded: set[str] = set()
        self._shown: tuple[Today, Moment] | None = None
        self._lines: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_today(self, today: Today, moment: Moment, *, force: bool = False) -> None:
        """Show the week, the put-off and the resting ones, laid out anew where they differ."""
        self._shown = (today, moment)
        lines = _lines(today, moment)
        if not force and lines == self._lines:
            return
        self._lines = lines
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(self._week(today, moment))
        if today.snoozed:
            self._column.addWidget(self._snoozed(today.snoozed, moment))
        if today.resting:
            self._column.addWidget(self._resting(today.resting, moment))
        self._column.addStretch()

    def _week(self, today: Today, moment: Moment) -> Panel:
        """The next seven days, one line for a day without anything; today where it has more."""
        panel = Panel(self._look)
        panel.column.addWidget(label(say("Next 7 days"), "section", self._look))
        panel.column.addSpacing(6)
        first = moment.now.astimezone(moment.zone).date()
        shown = self._folded("ahead", today.ahead, MOST)
        for number in range(AHEAD.days + 1):
            day = first + timedelta(days=number)
            cards = [one for one in shown if _day(one, moment) == day]
            if cards or number:
                panel.column.addLayout(self._day_row(day, cards, moment))
        self._add_fold(panel, "ahead", today.ahead, shown)
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
            self._add(column, self._coming(card, moment))
        if not cards:
            column.addWidget(_Blank(self._look))
        row.addLayout(column, 1)
        return row

    def _coming(self, card: Card, moment: Moment) -> Coming:
        icon = step_icon(card, moment)
        picture = "send" if icon == "coffee" and card.step.message else icon
        tone = self._look.theme.stage[card.stage]
        words, reason = ahead_words(card, moment), row_reason(card, moment)
        return Coming(self._look, card, words, picture, tone, reason)

    def _snoozed(self, cards: tuple[Card, ...], moment: Moment) -> Panel:
        """What was put off, when it comes back, and the way back before that."""
        panel = self._panel("alarm-clock", say("Snoozed"))
        shown = self._folded("snoozed", cards, MOST)
        for card in shown:
            row = QHBoxLayout()
            row.setSpacing(8)
            words, reason = snoozed_words(card, moment), row_reason(card, moment)
            tone = self._look.theme.stage[card.stage]
            picture = step_icon(card, moment)
            self._add(row, Coming(self._look, card, words, picture, tone, reason))
            name = say("Show {company} now", company=card.company)
            back = Button(self._look, say("Show now"), "quiet", name=name, small=True)
            back.clicked.connect(lambda _on=False, card=card: self._show_again(card))
            row.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
            panel.column.addLayout(row)
        self._add_fold(panel, "snoozed", cards, shown)
        return panel

    def _show_again(self, card: Card) -> None:
        self.shown_again.emit(card.opportunity_id)

    def _resting(self, cards: tuple[Card, ...], moment: Moment) -> Panel:
        """What needs nothing, so that its silence is explained."""
        panel = self._panel("check-check", say("Resting"))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        shown = self._folded("resting", cards, MOST_RESTING)
        for card in shown:
            words, reason = resting_words(card, moment), row_reason(card, moment)
            self._add(lines, Quiet(self._look, card, words, reason))
        panel.column.addLayout(lines)
        self._add_fold(panel, "resting", cards, shown)
        if all_silent(cards) and len(shown) == len(cards):
            words = say("Nothing more to do there.")
            lines.addWidget(paragraph(words, "body", self._look, "ink2"))
        return panel

    def _panel(self, icon: str, title: str) -> Panel:
        """A panel with its icon and title."""
        panel = Panel(self._look)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(_Mark(self._look, icon))
        head.addWidget(label(title, "section", self._look), 1)
        panel.column.addLayout(head)
        return panel

    def _add(self, layout: QHBoxLayout | QVBoxLayout, opener: Opener) -> None:
        oid = opener.card.opportunity_id
        opener.clicked.connect(lambda: self.opened.emit(oid, ""))
        opener.menu_asked.connect(lambda spot: self.menu_asked.emit(oid, spot))
        layout.addWidget(opener)

    def _folded(self, name: str, cards: tuple[Card, ...], most: int) -> tuple[Card, ...]:
        return cards if name in self._unfolded else cards[:most]

    def _add_fold(
        self, panel: Panel, name: str, cards: tuple[Card, ...], shown: tuple[Card, ...]
    ) -> None:
        """The way to the cards that are folded away."""
        if len(shown) < len(cards):
            more = Button(self._look, say("Show all {n}", n=len(cards)), "quiet", small=True)
            more.clicked.connect(lambda: self._unfold(name))
            panel.column.addWidget(more)

    def _unfold(self, name: str) -> None:
        self._unfolded.add(name)
        if self._shown is not None:
            self.show_today(*self._shown, force=True)


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


class _Mark(QWidget):
    """The picture before a panel's title."""

    def __init__(self, look: Look, icon: str) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self.setFixedSize(18, 18)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            ink = self._look.theme.stop
            drawn = pixmap(self._icon, ink, 18, self.devicePixelRatioF())
            painter.drawPixmap(0, 0, drawn)


def _day(card: Card, moment: Moment) -> date | None:
    """The day a card comes up; a talk that is on since yesterday is of today."""
    day = day_of(card, moment.zone)
    return max(day, moment.now.astimezone(moment.zone).date()) if day else None


def _lines(today: Today, moment: Moment) -> object:
    """All that is written in the column; while it is the same nothing is laid out anew."""
    sections = (
        (today.ahead, ahead_words),
        (today.snoozed, snoozed_words),
        (today.resting, resting_words),
    )
    return (
        moment.now.astimezone(moment.zone).date(),
        tuple(
            (card.opportunity_id, card.company, card.stage, _day(card, moment), words(card, moment))
            for cards, words in sections
            for card in cards
        ),
        tuple(len(cards) for cards, _ in sections),
    )
