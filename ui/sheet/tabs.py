"""The four tabs of the sheet."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from ui.sheet.panel import row
from ui.theme import Look
from ui.widgets.paint import painting
from ui.wording import say

TABS = (
    ("follow_up", "Follow-up"),
    ("interview", "Interview"),
    ("people", "People"),
    ("history", "History"),
)


class _Tab(QRadioButton):
    """One tab; the arrow keys go to its neighbours."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(text)
        self._look = look
        self.setAccessibleName(text)
        self.setProperty("ring", 6)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._look.font("card_title")).horizontalAdvance(self.text())
        return QSize(round(width) + 4, self._look.px(38))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        on = self.isChecked()
        with painting(self) as painter:
            over = self.underMouse()
            painter.setPen(theme.accent_text if on else theme.ink if over else theme.ink2)
            painter.setFont(self._look.font("card_title"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
            if on:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.accent)
                line = QRectF(0, self.height() - 3, self.width(), 3)
                painter.drawRoundedRect(line, 1.5, 1.5)


class Tabs(QWidget):
    """A row of tabs of which one is on."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(say("Parts of this opportunity"))
        self._group = QButtonGroup(self)
        self._tabs: dict[str, _Tab] = {}
        line = row(gap=24)
        for key, text in TABS:
            tab = _Tab(look, say(text))
            tab.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._tabs[key] = tab
            self._group.addButton(tab)
            line.addWidget(tab)
        line.addStretch(1)
        self.setLayout(line)

    def current(self) -> str:
        """The key of the tab that is on."""
        return next((key for key, one in self._tabs.items() if one.isChecked()), "follow_up")

    def set_current(self, key: str) -> None:
        """Turn a tab on without telling."""
        self._tabs[key].setChecked(True)

    def tab(self, key: str) -> QRadioButton:
        """One tab by its key."""
        return self._tabs[key]
