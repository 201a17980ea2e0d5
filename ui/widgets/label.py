"""Labels: always plain text, in the type and tone of the design."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import Look
from ui.widgets.paint import painting


class Label(QLabel):
    """Text that is never read as markup and follows the look."""

    def __init__(self, text: str, use: str, look: Look, tone: str = "ink") -> None:
        super().__init__()
        self._use = use
        self._look = look
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_tone(self, tone: str) -> None:
        """Another colour of the theme, by its name."""
        self._tone = tone
        self._restyle()

    def _restyle(self) -> None:
        """Take font and colour from the look."""
        self.setFont(self._look.font(self._use))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, getattr(self._look.theme, self._tone))
        self.setPalette(palette)


class ElidedLabel(Label):
    """One line that is shortened where it does not fit; the whole of it is its tooltip."""

    def __init__(self, text: str, use: str, look: Look, tone: str = "ink") -> None:
        super().__init__(text, use, look, tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setFont(self.font())
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            metrics = QFontMetrics(self.font())
            room = self.contentsRect()
            text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
            set_tooltip(self, self.text() if text != self.text() else "")
            painter.drawText(room, self.alignment(), text)


def label(text: str, use: str, look: Look, tone: str = "ink", *, elide: bool = False) -> Label:
    """A label; `use` is a name of ui.theme.SIZES, `tone` a colour of the theme."""
    return ElidedLabel(text, use, look, tone) if elide else Label(text, use, look, tone)


def paragraph(text: str, use: str, look: Look, tone: str = "ink") -> Label:
    """A label that breaks its lines."""
    made = Label(text, use, look, tone)
    made.setWordWrap(True)
    return made


def set_tooltip(widget: QWidget, text: str) -> None:
    """A tooltip that shows the text as it is, markup and all."""
    wanted = f"<span>{escape(text)}</span>" if text else ""
    if widget.toolTip() != wanted:
        widget.setToolTip(wanted)
