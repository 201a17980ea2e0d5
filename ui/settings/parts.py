"""What the sections are laid out with: cards, rows of a setting, and lists to pick from."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.resources import pixmap
from ui.theme import Look
from ui.widgets.label import label, paragraph
from ui.widgets.paint import paint_card_surface, painting

_NARROW = 500
_ANY = 16_777_215
"""As wide as Qt lets a widget be."""


class Card(QWidget):
    """A ground with a title, a sentence about it, and its settings below each other."""

    def __init__(self, look: Look, title: str, about: str = "") -> None:
        super().__init__()
        self._look = look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 18)
        self.column.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(label(title, "section", look))
        if about:
            words.addWidget(paragraph(about, "body", look, "ink2"))
        self.column.addLayout(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint_card_surface(painter, QRectF(self.rect()), self._look, 0, radius=12)


class Inset(QWidget):
    """A ground within a card, for what is shown and not typed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 14)
        self.column.setSpacing(10)
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            paint_card_surface(
                painter, QRectF(self.rect()), self._look, 0, radius=8, fill=theme.inset
            )


class Setting(QWidget):
    """What is set at the left, how at the right; below each other where there is little room."""

    def __init__(self, look: Look, title: str, about: str, control: QWidget) -> None:
        super().__init__()
        self._look = look
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(title, "card_title", look))
        if about:
            words.addWidget(paragraph(about, "secondary", look, "ink2"))
        words.addStretch()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addLayout(words, 1)
        self._row.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
        control.setAccessibleDescription(about)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if way is not self._row.direction():
            self._row.setDirection(way)
            self._row.setSpacing(6 if narrow else 16)


class Rule(QWidget):
    """A hair line between two settings."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(1)
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._look.theme.line)


class Sheet(QScrollArea):
    """The column of a section; it scrolls up and down when it has to."""

    def __init__(self, look: Look, widest: int) -> None:
        super().__init__()
        self._look = look
        self._widest = widest
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(4, 4, 14, 24)
        self.column.setSpacing(16)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._inner, 1)
        row.addStretch(0)
        self.setWidget(holder)
        look.changed.connect(self._restyle)
        self._restyle()

    def refresh(self) -> None:
        """Show what is kept; nothing where nothing of it can change."""

    def first(self) -> QWidget:
        """Where the section begins."""
        return self

    def _restyle(self) -> None:
        self._inner.setMaximumWidth(self._look.px(self._widest))


class Entry(QRadioButton):
    """One line of a list to pick from; the arrow keys go to its neighbours."""

    def __init__(self, look: Look, text: str, icon: str = "", side: str = "") -> None:
        super().__init__(text)
        self._look = look
        self._icon = icon
        self._side = side
        self.set_side(side)
        self.setProperty("ring", 8)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_side(self, side: str) -> None:
        """A word at the right end, spoken with the text."""
        self._side = side
        self.setAccessibleName(f"{self.text()}, {side}" if side else self.text())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._look.font("card_title")).horizontalAdvance(self.text())
        return QSize(round(words) + (52 if self._icon else 26), self._look.px(34))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        on = self.isChecked()
        with painting(self) as painter:
            if on or self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.accent_soft if on else theme.hover)
                painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
            ink = theme.accent_text if on else theme.ink2
            left = 12.0
            if self._icon:
                drawn = pixmap(self._icon, ink, 18, self.devicePixelRatioF())
                painter.drawPixmap(QPointF(left, (self.height() - 18) / 2), drawn)
                left += 28
            right = self.width() - 12.0
            if self._side:
                painter.setFont(self._look.font("chip"))
                painter.setPen(theme.ink2)
                width = painter.fontMetrics().horizontalAdvance(self._side) + 2
                box = QRectF(right - width, 0, width, self.height())
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self._side)
                right -= width + 8
            painter.setFont(self._look.font("card_title" if on else "body"))
            painter.setPen(theme.accent_text if on else theme.ink)
            room = QRectF(left, 0, right - left, self.height())
            elided = painter.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), elided)


class Folded(QScrollArea):
    """A long list of which a part is seen; it scrolls to the one that is picked."""

    def __init__(self, picker: "Picker") -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(picker)
        picker.picked.connect(lambda key: self.ensureWidgetVisible(picker.entries[key], 0, 8))

    def fold(self, width: int, height: int) -> None:
        """Stand in that width (0: all there is) and at least that height."""
        self.setMinimumWidth(width)
        self.setMaximumWidth(width or _ANY)
        self.setMinimumHeight(height)


class Picker(QWidget):
    """A named list of which one is on; `picked` carries its key."""

    picked = Signal(str)

    def __init__(self, look: Look, name: str, options: Sequence[tuple[str, str, str]]) -> None:
        """`options` are key, text and icon (or none)."""
        super().__init__()
        self.setAccessibleName(name)
        self.entries = {key: Entry(look, text, icon) for key, text, icon in options}
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(2)
        for number, (key, entry) in enumerate(self.entries.items()):
            entry.setChecked(number == 0)
            entry.toggled.connect(lambda on, key=key: self._toggled(key, on))
            column.addWidget(entry)
        column.addStretch()

    def _toggled(self, key: str, on: bool) -> None:
        if on:
            self.picked.emit(key)

    def current(self) -> str:
        """The key of the one that is on."""
        return next((key for key, one in self.entries.items() if one.isChecked()), "")

    def pick(self, key: str) -> None:
        """Turn one on, and tell."""
        self.entries[key].setChecked(True)

    def take_focus(self) -> None:
        """Put the focus on the one that is on."""
        self.entries[self.current()].setFocus(Qt.FocusReason.OtherFocusReason)
