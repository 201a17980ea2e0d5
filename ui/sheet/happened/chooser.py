"""The list of what can have happened, in groups; one is chosen at a time."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from rules.acts import What
from ui.resources import pixmap
from ui.sheet.happened.catalogue import ENTRIES, GROUPS, Entry
from ui.sheet.panel import Scroll, column
from ui.theme import Look
from ui.widgets.label import Label, label, set_tooltip
from ui.widgets.paint import painting
from ui.wording import say

WIDTH = 292
_WIDEST_SCALE = 1.15
"""It grows with the text only so far: the answers need their room."""


class _Row(QRadioButton):
    """One thing that can have happened; the arrow keys go to its neighbours."""

    def __init__(self, look: Look, entry: Entry) -> None:
        super().__init__(say(entry.words))
        self._look = look
        self._icon = entry.icon
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(say(entry.sentence))
        self.setProperty("ring", 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._look.font("body")).horizontalAdvance(self.text())
        return QSize(round(width) + 48, self._look.px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._look.px(32))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self._look.theme, self.isChecked()
        with painting(self) as painter:
            if on or self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.accent_soft if on else theme.hover)
                painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
            ink = theme.accent_text if on else theme.ink2
            drawn = pixmap(self._icon, ink, 16, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(10, (self.height() - 16) / 2), drawn)
            painter.setPen(theme.accent_text if on else theme.ink)
            painter.setFont(self._look.font("body"))
            room = QRectF(36, 0, self.width() - 42, self.height())
            text = painter.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, int(room.width())
            )
            set_tooltip(self, self.text() if text != self.text() else "")
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)


class Chooser(QWidget):
    """The groups with their rows; `chosen` tells what."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: dict[What, _Row] = {}
        self._heads: list[tuple[Label, list[_Row]]] = []
        self._group = QButtonGroup(self)
        inner = column(margins=(16, 22, 12, 16), gap=2)
        heading = label(say("What happened"), "section", look)
        heading.setContentsMargins(10, 0, 0, 4)
        inner.addWidget(heading)
        for title, entries in GROUPS:
            self._add_group(inner, say(title), list(entries))
        inner.addStretch(1)
        content = QWidget()
        content.setLayout(inner)
        self._scroll = Scroll(content, look)
        body = column()
        body.addWidget(self._scroll)
        self.setLayout(body)
        self.setAccessibleName(say("What happened"))
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedWidth(round(WIDTH * min(self._look.scale, _WIDEST_SCALE)))

    def _add_group(self, inner: QVBoxLayout, title: str, group: list[What]) -> None:
        head = label(title, "chip", self._look, "ink2")
        head.setContentsMargins(10, 8, 0, 2)
        inner.addWidget(head)
        rows = []
        for what in group:
            row = _Row(self._look, ENTRIES[what])
            row.toggled.connect(lambda on, what=what: self._toggled(what, on=on))
            self._group.addButton(row)
            self._rows[what] = row
            rows.append(row)
            inner.addWidget(row)
        self._heads.append((head, rows))

    def offer(self, offered: frozenset[What]) -> None:
        """Show these alone, none of them chosen."""
        self._group.setExclusive(False)
        for what, row in self._rows.items():
            row.setChecked(False)
            row.setVisible(what in offered)
        self._group.setExclusive(True)
        for head, rows in self._heads:
            head.setVisible(any(not row.isHidden() for row in rows))

    def choose(self, what: What) -> None:
        """Choose one; `chosen` tells it."""
        self._rows[what].setChecked(True)

    def row(self, what: What) -> QRadioButton:
        """The row of one."""
        return self._rows[what]

    def take_focus(self) -> None:
        """The chosen row, else the first."""
        shown = [row for row in self._rows.values() if not row.isHidden()]
        first = next((row for row in shown if row.isChecked()), shown[0])
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggled(self, what: What, *, on: bool) -> None:
        if on:
            self._scroll.ensureWidgetVisible(self._rows[what], 0, 24)
            self.chosen.emit(what)
