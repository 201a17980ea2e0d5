"""A row of choices of which one is on."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import Look
from ui.widgets.paint import paint_card_surface, painting


class _Choice(QRadioButton):
    """One choice; the arrow keys go to its neighbours."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(text)
        self._look = look
        self.setAccessibleName(text)
        self.setProperty("ring", 7)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._look.font("card_title")).horizontalAdvance(self.text())
        return QSize(round(width) + 28, self._look.px(30))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            if self.isChecked():
                box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
                paint_card_surface(painter, box, self._look, 1, theme.seg_on, 6, theme.seg_on)
            painter.setPen(theme.ink if self.isChecked() or self.underMouse() else theme.ink2)
            painter.setFont(self._look.font("card_title"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Segment(QWidget):
    """A named group of choices. `options` are pairs of key and text; `chosen` tells the key."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._look = look
        self._choices = {key: _Choice(look, text) for key, text in options}
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for key, choice in self._choices.items():
            choice.toggled.connect(self._be_one_stop)
            choice.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            row.addWidget(choice)
        for choice in [*self._choices.values()][:1]:
            choice.setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def current(self) -> str:
        """The key of the choice that is on."""
        return next((key for key, one in self._choices.items() if one.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Turn a choice on without telling."""
        self._choices[key].setChecked(True)

    def _be_one_stop(self) -> None:
        """Tab comes to the choice that is on, from either side; the arrows do the rest."""
        for one in self._choices.values():
            on = one.isChecked()
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.theme.seg)
            painter.drawRoundedRect(QRectF(self.rect()), 9, 9)
