"""Thank-yous on time: one number, and one mark for each person met."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from rules.insights import Insights, Thanked, Thanks
from ui.insights.panel import INSET, Panel
from ui.resources import pixmap
from ui.theme import Look
from ui.widgets.label import label, paragraph, set_tooltip
from ui.widgets.paint import painting
from ui.wording.insights import thanked_caption, thanked_number, thanked_sentence, thanked_spoken
from ui.wording.say import say

MOST_MARKS = 56
_SIDE = 20
_STEP = 33
_DOWN = 32
_EDGE = 4
_ICONS = {Thanks.ON_TIME: "check", Thanks.LATE: "alarm-clock"}


class Marks(QAbstractButton):
    """The newest marks, the oldest of them first; pressing opens the cards."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.shown: tuple[Thanked, ...] = ()
        self.setProperty("ring", 8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_thanks(self, found: Insights) -> None:
        """Other marks."""
        self.shown = found.thanks[-MOST_MARKS:]
        self.setAccessibleName(thanked_spoken(found))
        set_tooltip(self, thanked_spoken(found))
        self.setVisible(bool(self.shown))
        self._measure()
        self.update()

    def _across(self) -> int:
        """How many marks fit into a row."""
        return max((self.width() - 2 * INSET + _STEP - _SIDE) // _STEP, 1)

    def _measure(self) -> None:
        rows = -(-len(self.shown) // self._across())
        self.setFixedHeight(max(rows * _DOWN - (_DOWN - _SIDE) + 2 * _EDGE, 28))

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, 28)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, across = self._look.theme, self._across()
        looks = {
            Thanks.ON_TIME: (theme.done_bg, theme.done),
            Thanks.LATE: (theme.late_bg, theme.late),
            Thanks.NOT_THANKED: (theme.surface, theme.ink2),
        }
        with painting(self) as painter:
            if self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.hover)
                painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
            for number, one in enumerate(self.shown):
                row, column = divmod(number, across)
                corner = QPointF(INSET + column * _STEP, _EDGE + row * _DOWN)
                box = QRectF(corner.x(), corner.y(), _SIDE, _SIDE)
                ground, ink = looks[one.state]
                pen = QPen(ink, 1.2)
                pen.setDashPattern([2.4, 1.7])
                dashed = one.state is Thanks.NOT_THANKED
                painter.setPen(pen if dashed else Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                inset = 0.6 if dashed else 0.0
                painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 6, 6)
                if one.state in _ICONS:
                    icon = pixmap(_ICONS[one.state], ink, 13, self.devicePixelRatioF())
                    painter.drawPixmap(corner + QPointF(3.5, 3.5), icon)


class ThanksPanel(Panel):
    """The number, the marks, and a sentence where the records say one."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look, say("Thank-yous on time"), say("Sent within 24 hours of the interview")
        )
        self.number = label("", "big_number", look)
        self.caption = paragraph("", "lead", look, "ink2")
        self.marks = Marks(look)
        self.sentence = paragraph("", "body", look, "ink2")
        self.column.addSpacing(10)
        self.add_words(self.number)
        self.add_words(self.caption)
        self.column.addSpacing(12)
        self.column.addWidget(self.marks)
        self.column.addSpacing(12)
        self.add_words(self.sentence)

    def show_thanks(self, found: Insights) -> None:
        """Other numbers."""
        self.number.setText(thanked_number(found))
        self.number.setVisible(bool(found.thanks))
        self.caption.setText(thanked_caption(found))
        self.marks.show_thanks(found)
        words = thanked_sentence(found, len(self.marks.shown))
        self.sentence.setText(words)
        self.sentence.setVisible(bool(words))
