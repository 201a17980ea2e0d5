"""The toast: one short line at the bottom, with at most one thing to do about it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
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


class Toast(QWidget):
    """Shows one notice at a time for ten seconds, longer while hovered or focused."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._host = parent
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
        self._urgent = False
        self.hide()
        parent.installEventFilter(self)
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
        self._urgent = notice.urgent
        self.setAccessibleName(notice.text)
        self._restyle()
        self._place(arriving=not self.isVisible())
        self.show()
        self.raise_()
        self._clock.start(STAYS)
        announce(self, notice.text, assertive=notice.urgent)

    def dismiss(self) -> None:
        """Take it away."""
        self._clock.stop()
        self.hide()

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
        """Bottom centre of the parent, sliding up on arrival."""
        self.adjustSize()
        parent = self._host
        room = parent.width() - 32
        if self.width() > room:
            self._words.setWordWrap(True)
            self.resize(room, self.heightForWidth(room))
        else:
            self._words.setWordWrap(False)
        left = (parent.width() - self.width()) // 2
        goal = QPoint(max(left, 0), parent.height() - self.height() - 14)
        self._slide.stop()
        if arriving and not self._look.reduced_motion:
            self._slide.setDuration(140)
            self._slide.setStartValue(goal + QPoint(0, _RISE))
            self._slide.setEndValue(goal)
            self._slide.start()
        else:
            self.move(goal)

    def _restyle(self) -> None:
        """Take the look's colours and fonts."""
        theme = self._look.theme
        self._picture.setPixmap(
            pixmap("ban" if self._urgent else "check", theme.on_toast, 16, self.devicePixelRatioF())
        )
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
