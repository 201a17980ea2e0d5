"""The rail at the left: the mark, and a button for each page."""

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget
from typing_extensions import override

from ui.resources import pixmap
from ui.theme import Look
from ui.widgets.label import set_tooltip
from ui.widgets.paint import painting

WIDTH = 76

PAGES = (
    ("today", "Today", "sun", "Ctrl 1"),
    ("board", "Board", "square-kanban", "Ctrl 2"),
    ("insights", "Insights", "chart-no-axes-column", "Ctrl 3"),
    ("settings", "Settings", "settings", "Ctrl ,"),
)
_LAST = "settings"
"""Stands at the bottom, away from the pages of every day."""


class Rail(QWidget):
    """`chosen` carries the name of the page."""

    chosen = Signal(str)

    def __init__(self, look: Look, pages: Collection[str]) -> None:
        """Buttons for these pages, by name."""
        super().__init__()
        self._look = look
        self.setAccessibleName("Pages")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 18, 8, 12)
        column.setSpacing(6)
        column.addWidget(_Mark(look), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(18)
        for name, text, icon, key in PAGES:
            if name == _LAST:
                column.addStretch()
            if name not in pages:
                continue
            button = RailButton(look, text, icon, key)
            button.clicked.connect(lambda _on=False, name=name: self.chosen.emit(name))
            self._group.addButton(button)
            self._buttons[name] = button
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        """Make room for the words in their size."""
        self.setFixedWidth(max(WIDTH, self._look.px(WIDTH)))
        self.update()

    def show_page(self, name: str) -> None:
        """Mark the page that is shown."""
        self._buttons[name].setChecked(True)

    def show_count(self, count: int) -> None:
        """How many are due or late: the badge on Today."""
        self._buttons["today"].show_count(count)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.rail)
            painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.line)


class RailButton(QAbstractButton):
    """Icon over word."""

    def __init__(self, look: Look, text: str, icon: str, key: str) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._count = 0
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setProperty("ring", 10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_tooltip(self, f"{text}  {key}")
        look.changed.connect(self._restyle)
        self._restyle()

    def show_count(self, count: int) -> None:
        """The number in the badge; none for 0."""
        self._count = count
        name = self.text()
        self.setAccessibleName(f"{name}, {count} to send" if count else name)
        self.update()

    def _restyle(self) -> None:
        """Make room for the word in its size."""
        self.setFixedSize(max(60, self._look.px(60)), max(56, self._look.px(56)))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self.size()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        on = self.isChecked()
        with painting(self) as painter:
            if on:
                painter.setPen(QPen(theme.line, 1))
                painter.setBrush(theme.surface)
                box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
                painter.drawRoundedRect(box, 10, 10)
            elif self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.press)
                painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
            ink = theme.accent_text if on else theme.ink2
            drawn = pixmap(self._icon, ink, 20, self.devicePixelRatioF())
            painter.drawPixmap(QPointF((self.width() - 20) / 2, 9), drawn)
            painter.setPen(ink)
            painter.setFont(self._look.font("rail_on" if on else "rail"))
            words = QRectF(0, 30, self.width(), self.height() - 36)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
            if self._count:
                self._badge(painter)

    def _badge(self, painter: QPainter) -> None:
        """The count at the icon's upper right."""
        theme = self._look.theme
        text = str(self._count) if self._count < 100 else "99+"
        painter.setFont(self._look.font("rail_on"))
        width = max(18.0, painter.fontMetrics().horizontalAdvance(text) + 10.0)
        left = min(self.width() / 2 + 6.0, self.width() - width - 1)
        box = QRectF(left, 2, width, self._look.px(16))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.late)
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(theme.on_accent if not theme.dark else theme.late_bg)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class _Mark(QWidget):
    """The program's mark."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(36, 36)
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(QRectF(self.rect()), 9, 9)
            drawn = pixmap("feather", theme.on_accent, 20, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(8, 8), drawn)
