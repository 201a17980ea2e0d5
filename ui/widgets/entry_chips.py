"""The chips under the quick-add line: each is a button for its part of the line."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from ui.resources import pixmap
from ui.theme import Look
from ui.widgets.flow import Flow
from ui.widgets.paint import painting
from ui.wording.entry import Part

_WIDEST = 360


class EntryChip(QAbstractButton):
    """One part of the line, or one question about it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.part: Part | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring", 16)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_part(self, part: Part) -> None:
        """Stand for another part."""
        self.part = part
        self.setText(part.text)
        self.setAccessibleName(part.spoken)
        self.setAccessibleDescription("Enter edits this part.")
        self.updateGeometry()
        self.update()

    def _colors(self) -> tuple[QColor, QColor, QColor]:
        """Ground, icon and text."""
        theme = self._look.theme
        if self.part is not None and self.part.question is not None:
            return theme.today_bg, theme.today, theme.today
        if self.part is not None and self.part.field == "note":
            return theme.later_bg, theme.later, theme.ink2
        return theme.accent_soft, theme.accent_text, theme.ink

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._look.font("card_title")).horizontalAdvance(self.text())
        return QSize(min(round(words) + 46, _WIDEST), self._look.px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ground, mark, ink = self._colors()
        with painting(self) as painter:
            painter.setPen(mark if self.underMouse() else Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            icon = self.part.icon if self.part else "sticky-note"
            drawn = pixmap(icon, mark, 16, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(13, (self.height() - 16) / 2), drawn)
            painter.setPen(ink)
            painter.setFont(self._look.font("card_title"))
            room = QRectF(34, 0, self.width() - 44, self.height())
            text = QFontMetricsF(painter.font()).elidedText(
                self.text(), Qt.TextElideMode.ElideRight, room.width() + 1
            )
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)


class EntryChips(QWidget):
    """The row of chips. They are kept and renamed while the line changes, so focus stays."""

    picked = Signal(object)  # the EntryChip pressed

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._chips: list[EntryChip] = []
        self._flow = Flow(7)
        self.setLayout(self._flow)
        self.setAccessibleName("What was understood")

    def chips(self) -> tuple[EntryChip, ...]:
        """The chips that are shown."""
        return tuple(chip for chip in self._chips if not chip.isHidden())

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """One chip a part."""
        while len(self._chips) < len(parts):
            chip = EntryChip(self._look)
            chip.clicked.connect(lambda _on=False, chip=chip: self.picked.emit(chip))
            self._chips.append(chip)
        while self._flow.count():
            self._flow.takeAt(0)
        for number, chip in enumerate(self._chips):
            if number < len(parts):
                chip.show_part(parts[number])
                self._flow.addWidget(chip)
                chip.show()
            else:
                chip.hide()
        self._flow.invalidate()
        self.updateGeometry()
