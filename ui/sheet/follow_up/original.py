"""The locked original below a check-in: always included, never edited, foldable."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from ui.resources import icon, pixmap
from ui.sheet.panel import Panel, column, row
from ui.theme import Look
from ui.widgets.label import Label, label, paragraph
from ui.widgets.paint import painting
from ui.wording import say

_PREVIEW = 118
"""Letters of the original that are shown while it is folded."""


class _Mark(QWidget):
    """An icon of sixteen pixels."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self.setFixedSize(16, 16)
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            drawn = pixmap(self._name, self._look.theme.ink2, 15, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(0, 0), drawn)


class _Bar(QWidget):
    """The bar that marks a quotation."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedWidth(3)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.theme.line_strong)
            painter.drawRoundedRect(QRectF(self.rect()), 1.5, 1.5)


class OriginalBlock(Panel):
    """What was said first, as it went out."""

    turned = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, fill="inset", line="line", radius=10)
        self._title = label("", "card_title", look, "ink2")
        self._subject = label("", "card_title", look, "ink2", elide=True)
        self._text: Label = paragraph("", "body", look, "ink2")
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._whole = ""
        self._open = False
        self._slim = False
        self._fold = QToolButton()
        self._fold.setProperty("ring", 6)
        self._fold.setAutoRaise(True)
        self._fold.setIconSize(QSize(16, 16))
        self._fold.setFixedSize(28, 24)
        self._fold.clicked.connect(self._turn)
        head = row(gap=8)
        head.addWidget(_Mark(look, "lock"))
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._fold)
        words = column(gap=2)
        words.addWidget(self._subject)
        words.addWidget(self._text)
        quoted = row(gap=12)
        quoted.addWidget(_Bar(look))
        quoted.addLayout(words, 1)
        body = column(margins=(14, 8, 8, 12), gap=4)
        body.addLayout(head)
        self._quoted = QWidget()
        self._quoted.setLayout(quoted)
        body.addWidget(self._quoted)
        self.setLayout(body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        look.changed.connect(self._show)

    def show_original(self, title: str, subject: str, text: str) -> None:
        """Show another original, folded."""
        self._title.setText(title)
        self._subject.setText(subject)
        if text.strip() != self._whole:
            self._open = False
        self._whole = text.strip()
        self.setAccessibleName(title)
        self._show()

    def set_slim(self, slim: bool) -> None:
        """While folded show the title alone, where there is little height."""
        if slim != self._slim:
            self._slim = slim
            self._show()

    def _turn(self) -> None:
        self._open = not self._open
        self._show()
        self.turned.emit()

    def _show(self) -> None:
        line = " ".join(self._whole.split())
        short = line if len(line) <= _PREVIEW else line[:_PREVIEW].rsplit(" ", 1)[0] + "\u2026"
        self._text.setText(self._whole if self._open else short)
        self._quoted.setVisible(self._open or not self._slim)
        name = say("Fold the original") if self._open else say("Read the original")
        self._fold.setAccessibleName(name)
        self._fold.setToolTip(name)
        shape = "chevron-up" if self._open else "chevron-down"
        self._fold.setIcon(icon(shape, self.look.theme.ink2, 16))
