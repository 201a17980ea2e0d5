"""A panel over the whole page, on a scrim: it takes the focus and gives it back."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import Look
from ui.widgets.paint import paint_card_surface, painting
from ui.widgets.trap import focus_within

SHADE = 26
"""Room around the box for its shadow."""
_TOP = 70


class OverPanel(QWidget):
    """Lies over its parent while it is open; Esc or a click beside the box dismisses it.

    It is a child of the window, not a window of its own, and waits for nothing.
    """

    def __init__(
        self, look: Look, parent: QWidget, name: str, width: int, ground: str = "surface"
    ) -> None:
        """`ground` is the box's colour, by its name in the theme."""
        super().__init__(parent)
        self._look = look
        self._ground = ground
        self._host = parent
        self._widest = width
        self._back: QWidget | None = None
        self.setAccessibleName(name)
        self._box = QWidget(self)
        self.column = QVBoxLayout(self._box)
        self.column.setSpacing(10)
        parent.installEventFilter(self)
        look.changed.connect(self._arrange)
        self.hide()

    def wanted_height(self, width: int) -> int:
        """How high the box would be if there were room for all of it."""
        layout = self.column
        layout.activate()
        return max(layout.heightForWidth(width), layout.minimumSize().height())

    def come_up(self, first: QWidget) -> None:
        """Show it, the focus on `first`."""
        if not self.isVisible():
            self._back = QApplication.focusWidget()
        self._arrange()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Go, and give the focus back."""
        if not self.isVisible():
            return
        back, self._back = self._back, None
        self.hide()
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)

    def _arrange(self) -> None:
        """The box in the middle, as high as it needs to be and can be."""
        self.setGeometry(self._host.rect())
        width = min(self._look.px(self._widest), self.width() - 16) + 2 * SHADE
        room = self.height() - 16 + 2 * SHADE
        height = min(self.wanted_height(width), room)
        top = max(8, min(_TOP, self.height() - height + 2 * SHADE - 8)) - SHADE
        self._box.setGeometry(QRect((self.width() - width) // 2, top, width, height))
        self.update()

    def _inner(self) -> QRect:
        """The box without the room for its shadow."""
        return self._box.geometry().adjusted(SHADE, SHADE, -SHADE, -SHADE)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return focus_within(self, forward=next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._inner().contains(event.position().toPoint()):
            self.dismiss()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.scrim)
            box = QRectF(self._inner())
            ground = getattr(theme, self._ground)
            paint_card_surface(painter, box, self._look, 3, theme.line, 14, ground)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._host and self.isVisible():
            self._arrange()
        return super().eventFilter(watched, event)
