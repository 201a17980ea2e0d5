"""Painted grounds the sheet is laid out on: filled, rounded, outlined by name of colour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import Look

SIDE = 304
"""How wide the column at the right is."""
_WIDEST_SCALE = 1.2
"""It grows with the text only so far: the letter needs its room."""


def colour(look: Look, name: str) -> QColor:
    """A colour of the theme in force by its name."""
    found = getattr(look.theme, name)
    if not isinstance(found, QColor):
        raise AttributeError(name)
    return found


class Panel(QWidget):
    """A ground in one colour, with a line around it if one is named."""

    def __init__(
        self,
        look: Look,
        *,
        fill: str = "surface",
        line: str = "",
        radius: float = 12,
        line_when_focused: bool = False,
    ) -> None:
        super().__init__()
        self.look = look
        self.fill = fill
        self.line = line
        self.radius = radius
        self._rings = line_when_focused
        self.ringed = False
        look.changed.connect(self.update)

    def set_ring(self, on: bool) -> None:
        """Show or take away the focus ring around what is inside."""
        if self._rings and on != self.ringed:
            self.ringed = on
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.fill:
            painter.setBrush(colour(self.look, self.fill))
        width = 2.0 if self.ringed else 1.0
        if self.ringed or self.line:
            name = "focus" if self.ringed else self.line
            painter.setPen(QPen(colour(self.look, name), width))
        inset = width / 2 if (self.ringed or self.line) else 0.0
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, self.radius, self.radius)


class Aside(QWidget):
    """The column at the right on its own ground, with a line towards the rest."""

    def __init__(self, look: Look, content: QWidget) -> None:
        super().__init__()
        self._look = look
        holder = column(margins=(1, 0, 0, 0))
        holder.addWidget(Scroll(content, look))
        self.setLayout(holder)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedWidth(round(SIDE * min(self._look.scale, _WIDEST_SCALE)))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.inset)
        painter.fillRect(0, 0, 1, self.height(), self._look.theme.line)


class Rule(QWidget):
    """A line of one pixel between two parts."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(1)
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.line)


class Scroll(QScrollArea):
    """A part that scrolls on its own when it has to, and only up and down."""

    def __init__(self, content: QWidget, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def column(*, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 0) -> QVBoxLayout:
    """Things below each other."""
    layout = QVBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    return layout


def row(*, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8) -> QHBoxLayout:
    """Things beside each other."""
    layout = QHBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    return layout
