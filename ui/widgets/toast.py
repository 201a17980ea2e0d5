"""The toast: one short line at the bottom, with at most one thing to do about it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRect,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from ui.resources import icon, pixmap
from ui.theme import Look
from ui.widgets.announce import announce
from ui.widgets.paint import paint_shadow, painting

STAYS = 10_000
_SHADE = 18
_RISE = 8


@dataclass(frozen=True)
class Notice:
    """What a toast says, and what can be done about it."""

    text: str
    action: str = ""
    act: Callable[[], None] | None = None
    key: str = ""
    urgent: bool = False
    icon: str = ""
    """The picture before the words; a tick where nothing went wrong and none is named."""


class Toast(QWidget):
    """Shows one notice at a time for ten seconds, longer while hovered or focused.

    `room` says where in the parent it may stand; the whole parent where it is not given.
    """

    def __init__(
        self, look: Look, parent: QWidget, room: Callable[[], QRect] | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._host = parent
        self._room = room or parent.rect
        self._act: Callable[[], None] | None = None
        self._picture = QLabel()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton()
        self._close = QPushButton()
        self._close.setAccessibleName("Dismiss")
        for button in (self._button, self._close):
            button.setFlat(True)
            button.setObjectName("toastButton")
            button.setProperty("ring", 6)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setMinimumHeight(26)
        self._button.clicked.connect(self._do)
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SHADE + 16, _SHADE + 9, _SHADE + 10, _SHADE + 9)
        row.setSpacing(11)
        for part in (self._picture, self._words, self._button, self._close):
            row.addWidget(part)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._time_is_up)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._icon = "check"
        self.hide()
        parent.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        look.changed.connect(self._restyle)
        self._restyle()

    def text(self) -> str:
        """What it says now; empty while it is hidden."""
        return self._words.text() if self.isVisible() else ""

    def show_notice(self, notice: Notice) -> None:
        """Say something; the newest wins."""
        self._words.setText(notice.text)
        self._act = notice.act
        self._button.setText(f"{notice.action}  {notice.key}".strip())
        self._button.setAccessibleName(notice.action)
        self._button.setVisible(bool(notice.action))
        self._icon = notice.icon or ("circle-alert" if notice.urgent else "check")
        self.setAccessibleName(notice.text)
        self._restyle()
        self._place(arriving=not self.isVisible())
        self.show()
        self.raise_()
        self._clock.start(STAYS)
        announce(self, notice.text, assertive=notice.urgent)

    def picture(self) -> str:
        """The name of the icon before the words."""
        return self._icon

    def dismiss(self) -> None:
        """Take it away."""
        self._clock.stop()
        self.hide()

    def settle(self) -> None:
        """Go to where there is room now."""
        if self.isVisible():
            self._place()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Make way for what has the focus now."""
        if new is not None and not self.isAncestorOf(new):
            self.settle()

    def _do(self) -> None:
        """The thing to do about it."""
        act, self._act = self._act, None
        self.dismiss()
        if act is not None:
            act()

    def _time_is_up(self) -> None:
        """Go, unless somebody is reading or about to press."""
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self.window()):
            self._clock.start(STAYS // 4)
        else:
            self.dismiss()

    def _place(self, *, arriving: bool = False) -> None:
        """Bottom centre of its room, sliding up on arrival."""
        self._words.setWordWrap(False)
        self.adjustSize()
        room = self._room()
        widest = room.width() - 32
        if self.width() > widest:
            self._words.setWordWrap(True)
            self.resize(widest, self.heightForWidth(widest))
        left = room.left() + (room.width() - self.width()) // 2
        top = room.top() + room.height() - self.height() - 14
        goal = self._beside_focus(QPoint(max(left, 0), top))
        self._slide.stop()
        if arriving and not self._look.reduced_motion:
            self._slide.setDuration(140)
            self._slide.setStartValue(goal + QPoint(0, _RISE))
            self._slide.setEndValue(goal)
            self._slide.start()
        else:
            self.move(goal)

    def _beside_focus(self, goal: QPoint) -> QPoint:
        """Above what has the focus where the toast would cover that."""
        box = QRect(goal, self.size()).adjusted(_SHADE, _SHADE, -_SHADE, -_SHADE)
        focused = self._focused()
        if focused is None or not box.intersects(focused):
            return goal
        top = focused.top() - self.height() + _SHADE - 10
        return QPoint(goal.x(), top) if top >= 0 else goal

    def _focused(self) -> QRect | None:
        """What has the focus, in the parent's pixels: the card of a list, the line of a text."""
        widget = QApplication.focusWidget()
        if widget is None or not self._host.isAncestorOf(widget) or self.isAncestorOf(widget):
            return None
        if isinstance(widget, QAbstractItemView):
            box, ground = widget.visualRect(widget.currentIndex()), widget.viewport()
        elif isinstance(widget, QTextEdit | QPlainTextEdit):
            box, ground = widget.cursorRect(), widget.viewport()
        else:
            box, ground = widget.rect(), widget
        return box.translated(ground.mapTo(self._host, QPoint(0, 0)))

    def _restyle(self) -> None:
        """Take the look's colours and fonts."""
        theme = self._look.theme
        drawn = pixmap(self._icon, theme.on_toast, 16, self.devicePixelRatioF())
        self._picture.setPixmap(drawn)
        self._words.setFont(self._look.font("next_step"))
        palette = self._words.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.on_toast)
        self._words.setPalette(palette)
        self._button.setFont(self._look.font("card_title"))
        self._close.setIcon(icon("x", theme.on_toast, 16))
        self.update()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.start(STAYS)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(self.rect()).adjusted(_SHADE, _SHADE, -_SHADE, -_SHADE)
        with painting(self) as painter:
            paint_shadow(painter, box, self._look, 4, 10)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.theme.toast)
            painter.drawRoundedRect(box, 10, 10)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._host and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
