"""The cards beside the queue: with icon and words, or as one quiet line; a click opens them."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from rules.board import Card
from ui.resources import pixmap
from ui.theme import Look
from ui.today.row_keys import Ask, ask_of
from ui.widgets.label import set_tooltip
from ui.widgets.paint import painting


class Opener(QAbstractButton):
    """A card that a click, Enter or its menu acts on."""

    menu_asked = Signal(QPoint)

    def __init__(self, look: Look, card: Card) -> None:
        super().__init__()
        self._look = look
        self.card = card
        self.setProperty("ring", 6)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ask = ask_of(event, letters=False)
        if ask is Ask.OPEN:
            self.click()
        elif ask is Ask.MENU:
            self.menu_asked.emit(self.mapToGlobal(QPoint(24, self.height())))
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())


class Coming(Opener):
    """Something to come: its icon, its company, and when or what below."""

    def __init__(
        self, look: Look, card: Card, words: str, icon: str, tone: QColor, reason: str
    ) -> None:
        super().__init__(look, card)
        self._icon = icon
        self._tone = tone
        self._words = words
        self.setAccessibleName(f"{card.company}. {words}")
        self.setAccessibleDescription(reason)
        set_tooltip(self, reason)

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, self._look.px(36))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            drawn = pixmap(self._icon, self._tone, 16, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(0, 1), drawn)
            room = QRectF(24, 0, self.width() - 24, self.height() / 2)
            over = theme.accent_text if self.underMouse() else theme.ink
            for text, use, ink in (
                (self.card.company, "card_title", over),
                (self._words, "secondary", theme.ink2),
            ):
                painter.setFont(self._look.font(use))
                painter.setPen(ink)
                elided = painter.fontMetrics().elidedText(
                    text, Qt.TextElideMode.ElideRight, int(room.width())
                )
                painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), elided)
                room.translate(0, self.height() / 2)


class Quiet(Opener):
    """One line of text that opens its card."""

    def __init__(self, look: Look, card: Card, words: str, reason: str) -> None:
        super().__init__(look, card)
        self._words = words
        self._reason = reason
        self.setAccessibleName(words)
        self.setAccessibleDescription(reason)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self._look.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            painter.setFont(self._look.font("body"))
            painter.setPen(theme.accent_text if self.underMouse() else theme.ink2)
            text = painter.fontMetrics().elidedText(
                self._words, Qt.TextElideMode.ElideRight, self.width()
            )
            whole = text == self._words
            set_tooltip(self, self._reason if whole else f"{self._words} {self._reason}".strip())
            painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignVCenter), text)
