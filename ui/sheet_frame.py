"""Pages with the sheet over them: sliding in over a scrim, or docked where there is room."""

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPoint,
    QPropertyAnimation,
    QRect,
    QRectF,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import Look
from ui.widgets.paint import paint_shadow, painting
from ui.widgets.trap import focus_within

DOCKS_AT = 1840
COVER = 880
DOCKED = 828
_RADIUS = 16
_FOOTER = 70
"""How high the sheet's footer is, which nothing may cover."""
_SHADE = 18
_SLIDE = 24
_IN, _OUT = 180, 140


class SheetFrame(QWidget):
    """Lays the pages and the sheet out. `leaving` asks for the sheet to be closed."""

    leaving = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.pages = QStackedWidget(self)
        self._scrim = _Scrim(look, self)
        self._scrim.pressed.connect(self.leaving)
        self._host = _Host(look, self)
        self._host.escaped.connect(self.leaving)
        self._slide = QPropertyAnimation(self._host, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.finished.connect(self._settled)
        self._open = False
        self._scrim.hide()
        self._host.hide()

    def put(self, sheet: QWidget) -> None:
        """The sheet to show, once it is made."""
        self._host.put(sheet)

    def is_open(self) -> bool:
        """Whether the sheet is shown."""
        return self._open

    def covers(self) -> bool:
        """Whether the sheet lies over the page now, and so keeps the focus."""
        return self._open and not self._docks()

    def open_sheet(self) -> None:
        """Bring the sheet in."""
        if self._open:
            return
        self._open = True
        self._arrange()
        self._host.show()
        self._host.raise_()
        if self.covers():
            self._scrim.fade(0.0, 1.0, self._ms(_IN))
            self._move(self._sheet_place().topLeft() + QPoint(_SLIDE, 0),
                       self._sheet_place().topLeft(), _IN)  # fmt: skip

    def close_sheet(self) -> None:
        """Take the sheet away."""
        if not self._open:
            return
        covered = self.covers()
        self._open = False
        if covered and not self._look.reduced_motion:
            self._scrim.fade(1.0, 0.0, _OUT)
            self._move(self._host.pos(), self._host.pos() + QPoint(_SLIDE, 0), _OUT)
        else:
            self._settled()
        self._arrange_pages()

    def _ms(self, length: int) -> int:
        return 0 if self._look.reduced_motion else length

    def _move(self, start: QPoint, end: QPoint, length: int) -> None:
        """Slide the sheet."""
        self._slide.stop()
        if self._look.reduced_motion:
            self._host.move(end)
            return
        self._slide.setDuration(length)
        self._slide.setStartValue(start)
        self._slide.setEndValue(end)
        self._slide.start()

    def _settled(self) -> None:
        """After sliding out there is nothing left to see."""
        if not self._open:
            self._host.hide()
            self._scrim.hide()

    def _docks(self) -> bool:
        """Whether there is room beside the page, by the width of the whole window."""
        return self.window().width() >= DOCKS_AT

    def _sheet_place(self) -> QRect:
        """Where the sheet lies, its shadow included where it covers."""
        if self._docks():
            return QRect(self.width() - DOCKED, 0, DOCKED, self.height())
        width = min(COVER, self.width())
        if self.width() - width < 120:
            width = self.width()
        return QRect(self.width() - width - _SHADE, 0, width + _SHADE, self.height())

    def toast_room(self) -> QRect:
        """Where a toast may stand: on the page, or above the footer of the sheet over it."""
        if not self.covers():
            return self._pages_place()
        place = self._sheet_place().adjusted(_SHADE, 0, 0, 0)
        return place.intersected(self.rect()).adjusted(0, 0, 0, -self._look.px(_FOOTER))

    def _pages_place(self) -> QRect:
        width = self.width() - DOCKED if self._open and self._docks() else self.width()
        return QRect(0, 0, width, self.height())

    def _arrange_pages(self) -> None:
        self.pages.setGeometry(self._pages_place())

    def _arrange(self) -> None:
        """Pages, scrim and sheet in their places."""
        self._arrange_pages()
        self._scrim.setGeometry(self.rect())
        self._host.set_covering(not self._docks(), rounded=self._sheet_place().x() > 0)
        self._slide.stop()
        self._host.setGeometry(self._sheet_place())
        self._scrim.setVisible(self.covers())
        if self.covers():
            self._scrim.raise_()
        self._host.raise_()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


class _Scrim(QWidget):
    """Dims the page and closes the sheet on a click."""

    pressed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._strength = 1.0
        self._fade = QVariantAnimation(self)
        self._fade.valueChanged.connect(self._at)

    def fade(self, start: float, end: float, length: int) -> None:
        """Grow darker or lighter."""
        self._fade.stop()
        if length == 0:
            self._at(end)
            return
        self._fade.setDuration(length)
        self._fade.setStartValue(start)
        self._fade.setEndValue(end)
        self._fade.start()

    def _at(self, strength: float) -> None:
        self._strength = strength
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self._strength = 1.0
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(self._look.theme.scrim)
        colour.setAlphaF(colour.alphaF() * self._strength)
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour)


class _Host(QWidget):
    """The surface under the sheet; keeps Tab inside while it covers, and hears Esc."""

    escaped = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._covering = True
        self._rounded = True
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self.set_covering(True, rounded=True)
        look.changed.connect(self.update)

    def put(self, sheet: QWidget) -> None:
        """Lay the sheet on the surface."""
        self._column.addWidget(sheet)

    def set_covering(self, covering: bool, *, rounded: bool) -> None:
        """Over the page, with a shadow and round corners, or beside it, with a line."""
        self._covering = covering
        self._rounded = covering and rounded
        self._column.setContentsMargins(_SHADE if covering else 1, 0, 0, 0)
        self.update()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        if self._covering:
            return focus_within(self, forward=next)
        return super().focusNextPrevChild(next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the sheet's ground stays here."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            if not self._covering:
                painter.fillRect(self.rect(), theme.surface)
                painter.fillRect(0, 0, 1, self.height(), theme.line)
                return
            box = QRectF(self.rect()).adjusted(_SHADE, 0, _RADIUS * 2, 0)
            paint_shadow(painter, box, self._look, 4, _RADIUS)
            radius = _RADIUS if self._rounded else 0
            path = QPainterPath()
            path.addRoundedRect(box, radius, radius)
            painter.fillPath(path, theme.surface)
