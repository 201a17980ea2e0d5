"""Insights: how far applications came, how soon people were thanked, when answers came."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from rules.insights import Insights, Milestone, Period, first_day, has_begun, insights
from rules.waits import CheckInDay
from ui.insights.bars import FunnelBar
from ui.insights.behind import Behind, Row
from ui.insights.panel import Panel
from ui.insights.replies import RepliesPanel
from ui.insights.rows import reached_rows, thanked_rows, waited_rows
from ui.insights.thanks import ThanksPanel
from ui.session import Session
from ui.theme import Look
from ui.widgets.label import label, paragraph
from ui.widgets.later_page import LaterPage
from ui.widgets.segment import Segment
from ui.wording.insights import (
    behind_title,
    check_in_name,
    milestone_name,
    period_line,
    period_name,
    thanked_title,
)
from ui.wording.say import say

_EDGE = 24
_GAP = 12
_NARROW = 860
_WIDEST = 1240


class InsightsPage(LaterPage):
    """Counts the person's own records anew whenever it is shown and something has changed."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self.period = Period.SEASON
        self.found: Insights | None = None
        self.behind: Behind | None = None
        self._stale = True
        self._hour = session.moment().now.replace(minute=0, second=0, microsecond=0)
        self.line = label("", "body", look, "ink2", elide=True)
        self.funnel = {one: FunnelBar(look, one) for one in Milestone}
        self.replies = RepliesPanel(look)
        self.thanks = ThanksPanel(look)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._head = QHBoxLayout()
        self._head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(9)
        words.addWidget(label(say("Insights"), "page_title", self._look))
        words.addWidget(self.line)
        self._head.addLayout(words, 1)
        self.segment = self._periods()
        self._head.addWidget(self.segment, 0, Qt.AlignmentFlag.AlignVCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._panels())
        self._stack.addWidget(self._empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(self._stack, 1)

    def _periods(self) -> Segment:
        """The choice of the time; one of its names is a month."""
        moment = self._session.moment()
        options = [(one.value, period_name(one, first_day(one, moment))) for one in Period]
        segment = Segment(self._look, say("Time"), options)
        segment.set_current(self.period.value)
        segment.chosen.connect(self._choose)
        return segment

    def _panels(self) -> QWidget:
        funnel = Panel(self._look, say("From sent to offer"), say("How far your applications came"))
        funnel.column.addSpacing(8)
        for bar in self.funnel.values():
            funnel.column.addWidget(bar)
        self._upper = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._upper.setSpacing(_GAP)
        self._upper.addWidget(funnel, 56)
        self._upper.addWidget(self.thanks, 44)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(_GAP)
        self._column.addLayout(self._upper)
        self._column.addWidget(self.replies)
        self._column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        return self._scroll

    def _empty(self) -> QWidget:
        """What stands here before there is anything to count."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(_EDGE, 0, _EDGE, 96)
        column.setSpacing(10)
        column.addStretch()
        for text, use, tone in (
            (say("After five interviews this page starts to say something."), "page_title", "ink"),
            (say("It counts your own records, on this computer alone."), "lead", "ink2"),
        ):
            words = paragraph(text, use, self._look, tone)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        column.addStretch()
        return page

    def _connect(self) -> None:
        self._session.changed.connect(self._outdated)
        self._session.clock_moved.connect(self._clock_moved)
        for milestone, bar in self.funnel.items():
            bar.clicked.connect(lambda _on=False, one=milestone: self._show_reached(one))
        for day, reply in self.replies.bars.items():
            reply.clicked.connect(lambda _on=False, one=day: self._show_waited(one))
        self.thanks.marks.clicked.connect(self._show_thanked)

    @override
    def take_focus(self) -> None:
        """Begin at the first bar that opens anything, else at the choice of the time."""
        bars = (*self.funnel.values(), self.thanks.marks, *self.replies.bars.values())
        open_ones = [one for one in bars if one.isEnabled() and one.isVisible()]
        first = open_ones[0] if open_ones else self.segment
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_empty(self) -> bool:
        """Whether there is nothing to say yet, whatever time is chosen."""
        return not has_begun(self._session.dossiers(), self._session.moment())

    def _choose(self, key: str) -> None:
        """Count another time."""
        self.period = Period(key)
        self._outdated()

    def _outdated(self, _change: object = None) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _clock_moved(self) -> None:
        """What was due has passed: within an hour that is told soon enough."""
        hour = self._session.moment().now.replace(minute=0, second=0, microsecond=0)
        if hour != self._hour:
            self._hour = hour
            self._name_periods()
            self._outdated()

    def _name_periods(self) -> None:
        """Another month has another name."""
        fresh = self._periods()
        self._head.replaceWidget(self.segment, fresh)
        self.segment.deleteLater()
        self.segment = fresh

    def _refresh(self) -> None:
        """Count, and show."""
        if not self._stale:
            return
        self._stale = False
        if self.behind is not None:
            self.behind.dismiss()
        moment = self._session.moment()
        empty = self.is_empty()
        self._stack.setCurrentIndex(int(empty))
        self.segment.setVisible(not empty)
        self.line.setVisible(not empty)
        found = self.found = insights(self._session.dossiers(), self.period, moment)
        self.line.setText(period_line(found.since, moment.now.astimezone(moment.zone).date()))
        whole = len(found.reached[Milestone.APPLIED])
        for milestone, bar in self.funnel.items():
            bar.show_count(len(found.reached[milestone]), whole)
        self.thanks.show_thanks(found)
        self.replies.show_replies(found)

    def _show_reached(self, milestone: Milestone) -> None:
        if self.found is not None:
            rows = reached_rows(self._session, self.found, milestone)
            title = behind_title(milestone_name(milestone), len(rows))
            self._open_behind(title, rows, self.funnel[milestone])

    def _show_waited(self, day: CheckInDay) -> None:
        if self.found is not None:
            rows = waited_rows(self._session, self.found, day)
            title = behind_title(check_in_name(day), len(rows))
            self._open_behind(title, rows, self.replies.bars[day])

    def _show_thanked(self) -> None:
        if self.found is not None:
            rows = thanked_rows(self._session, self.found)
            self._open_behind(thanked_title(len(rows)), rows, self.thanks.marks)

    def _open_behind(self, title: str, rows: tuple[Row, ...], beside: QWidget) -> None:
        """The list of cards, by what was pressed."""
        if self.behind is not None:
            self.behind.deleteLater()
        self.behind = Behind(self._look, self, title, rows)
        self.behind.opened.connect(lambda oid: self.opened.emit(oid, ""))
        self.behind.show_at(QRect(beside.mapTo(self, QPoint(0, 0)), beside.size()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The two upper panels go below each other where there is no room beside."""
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(_NARROW)
        way = QBoxLayout.Direction
        self._upper.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        right = max(_EDGE, self.width() - self._look.px(_WIDEST) - _EDGE)
        self._head.setContentsMargins(_EDGE, 16, right, 14)
        self._column.setContentsMargins(_EDGE - 3, 0, right - 3, _EDGE)
