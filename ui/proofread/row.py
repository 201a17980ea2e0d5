"""One finding as a row: wrong and right, the reason, and the button that sees to it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from rules.proof import Finding, Severity
from ui.proofread.words import RowWords, row_words, spoken
from ui.resources import pixmap
from ui.theme import Look
from ui.widgets.button import Button, IconButton
from ui.widgets.label import label, paragraph, set_tooltip
from ui.widgets.paint import painting
from ui.wording import say

_ICON = 16
_ARROW = 13
_NOWHERE = ("R01", "R02", "R03", "O05")
"""What is seen to in no place of the letter."""


class _Change(QWidget):
    """Wrong, struck out, an arrow, and right; below each other where a line is too short."""

    def __init__(self, look: Look, words: RowWords) -> None:
        super().__init__()
        self._look = look
        self.words = words
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_tooltip(self, f"{words.wrong} \u2192 {words.right}")
        look.changed.connect(self.updateGeometry)

    def _lines(self, width: float) -> int:
        metrics = QFontMetricsF(self._look.font("card_title"))
        wrong = metrics.horizontalAdvance(self.words.wrong)
        right = metrics.horizontalAdvance(self.words.right)
        return 1 if wrong + right + _ARROW + 14 <= width else 2

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 100)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._look.px(18))

    @override
    def heightForWidth(self, width: int) -> int:
        return self._look.px(18) * self._lines(width)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, high = self._look.theme, float(self._look.px(18))
        with painting(self) as painter:
            font = self._look.font("card_title")
            struck = QFont(font)
            struck.setStrikeOut(True)
            struck.setWeight(QFont.Weight.Medium)
            used = self._write(painter, struck, theme.ink3, self.words.wrong, QPointF(0, 0))
            if self._lines(self.width()) == 1:
                left, top = used + 6, 0.0
            else:
                left, top = 0.0, high
            arrow = pixmap("arrow-right", theme.ink3, _ARROW, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, top + (high - _ARROW) / 2), arrow)
            self._write(painter, font, theme.ink, self.words.right, QPointF(left + _ARROW + 7, top))

    def _write(self, painter: QPainter, font: QFont, ink: QColor, text: str, at: QPointF) -> float:
        """Write from a point on, shortened where it does not fit; gives where it ends."""
        painter.setFont(font)
        painter.setPen(ink)
        metrics = painter.fontMetrics()
        room = self.width() - at.x()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
        area = QRectF(at.x(), at.y(), room, self._look.px(18))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)
        return at.x() + metrics.horizontalAdvance(shown)


class FindingRow(QWidget):
    """Enter sees to it, Delete lets it stand, the menu offers the rest."""

    seen_to = Signal()
    shown = Signal()
    ignored = Signal()
    learnt = Signal()
    undone = Signal()
    moved = Signal(int)  # one row up or down

    def __init__(self, look: Look, finding: Finding) -> None:
        super().__init__()
        self._look = look
        self.finding = finding
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", 10)
        self.setAccessibleName(spoken(finding))
        self.setAccessibleDescription(say("Enter sees to it. Delete ignores it."))
        offered = finding.right is not None
        words = say("Fix") if offered else say("Show")
        self.button = Button(look, words, "soft", name=f"{words}: {spoken(finding)}", small=True)
        self.button.clicked.connect(self.seen_to if offered else self.shown)
        self.more = IconButton(look, "ellipsis", say("More"), side=24, size=14)
        self.more.clicked.connect(lambda: self.open_menu(self.more))
        self.setLayout(self._arranged(look, row_words(finding)))
        look.changed.connect(self.update)

    def _arranged(self, look: Look, words: RowWords) -> QVBoxLayout:
        title = _Change(look, words) if words.wrong else paragraph(words.title, "card_title", look)
        below = paragraph(words.below, "secondary", look, "ink2")
        if words.is_excerpt:
            below = label(words.below, "secondary", look, "ink2", elide=True)
        if not words.below:
            below.hide()
        tools = QHBoxLayout()
        tools.setSpacing(2)
        tools.addStretch(1)
        if self.finding.id != "R01":
            tools.addWidget(self.more)
        if self.finding.id not in _NOWHERE:
            tools.addWidget(self.button)
        grid = QGridLayout()
        grid.setContentsMargins(35, 9, 8, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.addWidget(title, 0, 0, 1, 2)
        grid.addWidget(below, 1, 0)
        grid.addLayout(tools, 1, 1, Qt.AlignmentFlag.AlignBottom)
        grid.setColumnStretch(0, 1)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(grid)
        return body

    def open_menu(self, at: QWidget) -> None:
        """Ignore it, add the word to the dictionary."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.finding.span is not None and self.finding.right is not None:
            menu.addAction(say("Show in the letter")).triggered.connect(self.shown)
        if self.finding.id != "R01":
            menu.addAction(f"{say('Ignore in this letter')}\tDel").triggered.connect(self.ignored)
        if self.finding.id == "W01" and self.finding.wrong:
            menu.addAction(say("Add to dictionary")).triggered.connect(self.learnt)
        if menu.actions():
            menu.popup(at.mapToGlobal(QPoint(0, at.height() + 2)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    (self.seen_to if self.finding.right is not None else self.shown).emit()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.ignored.emit()
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Menu:
                self.open_menu(self.more)
            case _:
                super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        """Ctrl+Z takes back what was mended from here, not the last act of the program."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            if event.type() is QEvent.Type.KeyPress:
                self.undone.emit()
            event.accept()
            return True
        return super().event(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(self.more)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        fix = self.finding.severity is Severity.FIX
        name, ink = ("circle-alert", theme.late) if fix else ("lightbulb", theme.accent_text)
        with painting(self) as painter:
            painter.setPen(QPen(theme.line, 1))
            painter.setBrush(theme.surface)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
            top = 9 + (self._look.px(18) - _ICON) / 2
            drawn = pixmap(name, ink, _ICON, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(11, top), drawn)
