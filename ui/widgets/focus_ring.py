"""The focus ring: drawn once for the whole window, around whatever has the focus.

A widget asks for it with the property "ring", the radius of its own corners. Fields draw their
focus as their edge and ask for none.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid
from typing_extensions import override

from ui.theme import Look
from ui.widgets.paint import painting

_AWAY = 4
"""Two pixels of air and two of ring."""
_FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
}


class FocusRing(QWidget):
    """Lies over the window, lets the mouse through and follows the focus."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._host = window
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        look.changed.connect(self.update)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def target(self) -> QWidget | None:
        """What the ring is around now."""
        return self._target

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Go to the widget that has the focus now, if it wants a ring."""
        followed, self._followed = self._followed, []
        for one in followed:
            if isValid(one):  # pages take widgets away while one of them has the focus
                one.removeEventFilter(self)
        wanted = new is not None and new.window() is self._host and new.property("ring") is not None
        self._target = new if wanted else None
        walk = self._target
        while walk is not None and walk is not self._host:
            walk.installEventFilter(self)
            self._followed.append(walk)
            walk = walk.parentWidget()
        self._place()

    def _place(self) -> None:
        """Lie exactly around the target, within what scrolls."""
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self._target = None if target is not None and not isValid(target) else target
            self.hide()
            return
        box = QRect(target.mapTo(self._host, QPoint(0, 0)), target.size())
        self.setGeometry(box.adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY))
        port = self._port(target)
        if port is not None:
            seen = QRect(port.mapTo(self._host, QPoint(0, 0)), port.size())
            seen.adjust(-_AWAY, -_AWAY, _AWAY, _AWAY)
            self.setMask(seen.translated(-self.pos()).intersected(self.rect()))
        else:
            self.clearMask()
        self.show()
        self.raise_()
        self.update()

    @staticmethod
    def _port(target: QWidget) -> QWidget | None:
        """The viewport the target scrolls in, if it does."""
        walk = target.parentWidget()
        while walk is not None:
            if isinstance(walk, QScrollArea):
                return walk.viewport()
            walk = walk.parentWidget()
        return None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._target is None or not isValid(self._target):
            return
        radius = float(self._target.property("ring")) + 3
        with painting(self) as painter:
            painter.setPen(QPen(self._look.theme.focus, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return super().eventFilter(watched, event)
