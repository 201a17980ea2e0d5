"""Today: what to send now, top to bottom; the first page while nothing is on record."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from rules.records import OpportunityId
from rules.today import Today
from ui.ports import Dialogs, QtDialogs
from ui.resources import pixmap
from ui.session import Session
from ui.theme import Look
from ui.today.aside import Aside
from ui.today.first_run import FirstRun
from ui.today.queue import Queue
from ui.today.row_acts import RowAct
from ui.widgets.key_hint import KeyHint
from ui.widgets.label import label
from ui.widgets.paint import paint_card_surface, painting
from ui.wording.today import day_line

_EDGE = 24
_BETWEEN = 28
_NARROW = 1000
_ASIDE = 300
_ASIDE_WIDE = 340
_LIST_MOST = 920
_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class TodayPage(QWidget):
    """The queue with its right column, or the first page."""

    said = Signal(object)
    opened = Signal(str, str)
    entered = Signal(object)
    add_requested = Signal(object)
    add_begun = Signal(str)
    """What was typed where an interview or application is added."""
    sample_asked = Signal()
    restore_asked = Signal()
    board_asked = Signal(str, object)
    """A card and the Ask that the board answers for it: move to, they replied, add interview."""

    def __init__(self, session: Session, look: Look, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._shown: Today | None = None
        self.first_run = FirstRun(look, session, session.sample)
        self.queue = Queue(look, session, dialogs or QtDialogs(self), self)
        self._aside = Aside(look)
        self._day = label("", "body", look, "ink2")
        self.add = AddButton(look)
        self._build()
        self._connect()
        self._refresh()

    def _build(self) -> None:
        self._page = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(_BETWEEN)
        self._columns.setContentsMargins(_EDGE, 4, _EDGE, _EDGE)  # see _fit
        self._columns.addWidget(self.queue, 1)
        self._columns.addWidget(self._aside, 0, Qt.AlignmentFlag.AlignTop)
        self._columns.addStretch(0)
        inner = QWidget()
        inner.setLayout(self._columns)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        column.addWidget(self._scroll, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.first_run)
        self._stack.addWidget(self._page)

    def _header(self) -> QHBoxLayout:
        header = self._head = QHBoxLayout()
        header.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(9)
        words.addWidget(label("Today", "page_title", self._look))
        words.addWidget(self._day)
        header.addLayout(words, 1)
        header.addWidget(self.add, 0, Qt.AlignmentFlag.AlignVCenter)
        return header

    def _connect(self) -> None:
        """What this page hears, and what it passes on."""
        self._session.changed.connect(self._refresh)
        self._session.clock_moved.connect(self._refresh)
        self._session.drafts_changed.connect(self._refresh)
        self._session.preferences_changed.connect(self._refresh)
        self._look.changed.connect(self._relook)
        self.first_run.entered.connect(self.entered)
        self.first_run.sample_asked.connect(self.sample_asked)
        self.first_run.restore_asked.connect(self.restore_asked)
        self.queue.opened.connect(self.opened)
        self.queue.said.connect(self.said)
        self.queue.board_asked.connect(self.board_asked)
        self.queue.emptied.connect(self.take_focus)
        self._aside.opened.connect(self.opened)
        self._aside.menu_asked.connect(self.queue.show_menu)
        self._aside.shown_again.connect(self.queue.doing.show_again)
        self.add.clicked.connect(lambda: self.add_requested.emit(None))
        self.add.typed.connect(self.add_begun)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def _focus_moved(self) -> None:
        """Look after the focus once rows that just came have their places."""
        QTimer.singleShot(0, self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        """What has the focus is seen whole."""
        inner, focus = self._scroll.widget(), QApplication.focusWidget()
        if focus is not None and inner is not None and inner.isAncestorOf(focus):
            self._columns.activate()  # the scroll area itself would see the new height too late
            high = max(inner.minimumSizeHint().height(), self._scroll.viewport().height())
            inner.resize(inner.width(), high)
            self._scroll.ensureWidgetVisible(focus, 0, _EDGE)

    def is_first_run(self) -> bool:
        """Whether nothing is on record yet."""
        return self._stack.currentWidget() is self.first_run

    def take_focus(self) -> None:
        """Put the focus where the page begins: the field, or the first row."""
        if self.is_first_run():
            self.first_run.quick_add.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.queue.focus_first():
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, oid: OpportunityId, *, focus: bool = False) -> None:
        """Show a card's row; put the focus there, or on the first row where it has none."""
        if focus and not self.queue.focus_row(oid):
            self.take_focus()

    def acts(self, oid: OpportunityId) -> tuple[RowAct, ...]:
        """What can be done about a step from anywhere; a time is only picked beside a row."""
        found = self.queue.acts(oid)
        return tuple(one for one in found if one.name != "snooze_pick" or self.isVisible())

    def _relook(self) -> None:
        """Rows are painted from scratch in another look."""
        self._shown = None
        self._refresh()

    def _refresh(self) -> None:
        """Show the sections as they are now, if they differ from what is shown."""
        empty = not any(lane.cards for lane in self._session.lanes())
        self._stack.setCurrentWidget(self.first_run if empty else self._page)
        if not self.isVisible():
            return  # whoever shows the page has it put together
        moment = self._session.moment()
        today = self._session.today()
        self._day.setText(day_line(today, moment))
        anew = self._shown is None
        if self.queue.show_today(today, moment, force=anew):
            self._aside.show_today(today, moment, force=anew)
        self._shown = today

    def _fit(self) -> None:
        """The right column goes below the list where there is no room beside it.

        A scroll bar takes its width from the margin, so that nothing moves when it comes.
        """
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._columns.setContentsMargins(_EDGE, 4, _EDGE - taken, _EDGE)
        narrow = self.width() < self._look.px(_NARROW)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        wide = self._look.px(_ASIDE_WIDE if self.width() > 1600 else _ASIDE)
        most = self._look.px(_LIST_MOST)
        self._aside.setFixedWidth(self.width() - 2 * _EDGE if narrow else wide)
        self.queue.setMaximumWidth(16777215 if narrow else most)
        spare = 0 if narrow else self.width() - 2 * _EDGE - most - _BETWEEN - wide
        self._head.setContentsMargins(_EDGE, 16, _EDGE + max(spare, 0), 18)
        self.add.setFixedWidth(min(380, max(240, self.width() // 3)))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class AddButton(QAbstractButton):
    """Looks like the field it opens, so what is typed here is begun there."""

    typed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName("Quick add")
        self.setAccessibleDescription("Add an interview or application, Ctrl N")
        self.setProperty("ring", 8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 9, 0)
        row.addStretch()
        row.addWidget(KeyHint(look, "Ctrl N"))
        look.changed.connect(self.update)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~_TYPING
        if event.text().isprintable() and event.text().strip() and not held:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(380, self._look.px(40))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            box = QRectF(self.rect())
            fill = theme.hover if self.underMouse() else theme.surface
            paint_card_surface(painter, box, self._look, 0, theme.line_strong, 8, fill)
            drawn = pixmap("plus", theme.accent_text, 18, self.devicePixelRatioF())
            painter.drawPixmap(12, (self.height() - 18) // 2, drawn)
            painter.setPen(QPen(theme.ink3))
            painter.setFont(self._look.font("body"))
            room = box.adjusted(40, 0, -self._look.px(62), 0)
            words = QFontMetricsF(painter.font()).elidedText(
                "Add an interview or application", Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
