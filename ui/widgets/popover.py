"""The popover: a small panel with an arrow, beside what it asks about."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import Look
from ui.widgets.paint import paint_shadow, painting
from ui.widgets.trap import focus_within

_SHADE = 24
_ARROW = 9
_RADIUS = 14


class Popover(QWidget):
    """A panel over its parent. Esc or a click outside dismisses it; `content` holds its parts.

    It is a child of the window, not a window of its own, so it never fights for focus.
    """

    dismissed = Signal()

    def __init__(self, look: Look, parent: QWidget, name: str = "") -> None:
        super().__init__(parent)
        self._look = look
        self._host = parent
        self._tip = QPoint()
        self._side = "right"
        self._back: QWidget | None = None
        self.setAccessibleName(name)
        self.content = QVBoxLayout(self)
        edge = _SHADE + 20
        self.content.setContentsMargins(edge, edge, edge, edge)
        self.content.setSpacing(12)
        look.changed.connect(self.update)
        self.hide()

    def show_beside(self, rect: QRect) -> None:
        """Show it right of `rect` (the parent's coordinates), else left, else below it."""
        self._back = QApplication.focusWidget()
        self.adjustSize()
        parent = self._host.rect()
        width, height = self.width(), self.height()
        top = min(
            max(rect.center().y() - height // 2, -_SHADE + 8), parent.height() - height + _SHADE - 8
        )
        reach = _SHADE - _ARROW - 4
        if rect.right() + width - reach - _SHADE + 8 < parent.width():
            self._side = "right"
            self.move(rect.right() - reach, top)
        elif rect.left() - width + reach + _SHADE - 8 > 0:
            self._side = "left"
            self.move(rect.left() - width + reach, top)
        else:
            self._below(rect, parent)
        self._tip = self.mapFromParent(rect.center())
        self._open()

    def show_below(self, rect: QRect) -> None:
        """Show it under `rect` (the parent's coordinates), or above where there is no room."""
        self._back = QApplication.focusWidget()
        self.adjustSize()
        self._below(rect, self._host.rect())
        self._tip = self.mapFromParent(rect.center())
        self._open()

    def _open(self) -> None:
        """Come up, watch for clicks outside, take the focus."""
        self.show()
        self.raise_()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self.focusNextChild()

    def _below(self, rect: QRect, parent: QRect) -> None:
        reach = _SHADE - _ARROW - 4
        left = rect.center().x() - self.width() // 2
        left = min(max(left, -_SHADE + 8), parent.width() - self.width() + _SHADE - 8)
        if rect.bottom() + self.height() - reach - _SHADE < parent.height():
            self._side = "below"
            self.move(left, rect.bottom() - reach)
        else:
            self._side = "above"
            self.move(left, rect.top() - self.height() + reach)

    def dismiss(self) -> None:
        """Take it away and give the focus back."""
        if not self.isVisible():
            return
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if had_focus and self._back is not None and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)
        self._back = None
        self.dismissed.emit()

    def _outline(self) -> QPainterPath:
        """Panel and arrow as one shape."""
        box = QRectF(self.rect()).adjusted(_SHADE, _SHADE, -_SHADE, -_SHADE)
        path = QPainterPath()
        path.addRoundedRect(box, _RADIUS, _RADIUS)
        tip = QPointF(self._tip)
        low, high = box.top() + 24, box.bottom() - 24
        near, far = box.left() + 24, box.right() - 24
        if self._side in ("right", "left"):
            y = min(max(tip.y(), low), high)
            x = box.left() + 1 if self._side == "right" else box.right() - 1
            out = -_ARROW if self._side == "right" else _ARROW
            points = [QPointF(x, y - _ARROW), QPointF(x + out, y), QPointF(x, y + _ARROW)]
        else:
            x = min(max(tip.x(), near), far)
            y = box.top() + 1 if self._side == "below" else box.bottom() - 1
            out = -_ARROW if self._side == "below" else _ARROW
            points = [QPointF(x - _ARROW, y), QPointF(x, y + out), QPointF(x + _ARROW, y)]
        arrow = QPainterPath()
        arrow.addPolygon(QPolygonF(points))
        arrow.closeSubpath()
        return path.united(arrow)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(self.rect()).adjusted(_SHADE, _SHADE, -_SHADE, -_SHADE)
        with painting(self) as painter:
            paint_shadow(painter, box, self._look, 3, _RADIUS)
            painter.setPen(QPen(self._look.theme.line, 1))
            painter.setBrush(self._look.theme.surface)
            painter.drawPath(self._outline())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            event.ignore()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return focus_within(self, forward=next)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.MouseButtonPress
            and isinstance(event, QMouseEvent)
            and isinstance(watched, QWidget)
            and watched.window() is self.window()
        ):
            spot = self.mapFromGlobal(event.globalPosition().toPoint())
            box = self.rect().adjusted(_SHADE, _SHADE, -_SHADE, -_SHADE)
            if not box.contains(spot):
                self.dismiss()
        return super().eventFilter(watched, event)
