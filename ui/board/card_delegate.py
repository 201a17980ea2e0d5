"""Draws the rows of a lane: the card's picture, and on top what comes and goes with attention."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QCursor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from rules.board import Card
from rules.records import Moment, OpportunityId
from ui.board.card_painter import EDGE, CardPainter, card_height
from ui.board.lane_model import Role
from ui.theme import Look
from ui.widgets.paint import paint_icon

MARGIN = 10
"""From a lane's side to its cards."""

GAP = 8
BUTTON = 28
RADIUS = 10

_Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """The cards of one lane. `hole` is the card that is lifted, `tints` those that arrived."""

    def __init__(
        self,
        look: Look,
        painter: CardPainter,
        moment: Callable[[], Moment],
        view: QAbstractItemView,
    ) -> None:
        super().__init__(view)
        self._look = look
        self._painter = painter
        self._moment = moment
        self._view = view
        self.hole: OpportunityId | None = None
        self.marked: OpportunityId | None = None
        self.tints: dict[OpportunityId, float] = {}
        self.ring = False
        """Whether the current card shows that the lane has the keyboard."""

    def card_rect(self, row: QRect) -> QRect:
        """Where the card lies within its row; the scroll bar takes nothing from its width."""
        width = self._view.width() - 2 * MARGIN
        return QRect(MARGIN, row.top() + GAP // 2, width, row.height() - GAP)

    def button_rect(self, row: QRect) -> QRect:
        """The "..." button of a card."""
        card = self.card_rect(row)
        return QRect(card.right() - BUTTON - 5, card.top() + 6, BUTTON, BUTTON)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        card = index.data(Role.CARD)
        return QSize(40, card_height(card, self._look) + GAP if isinstance(card, Card) else 0)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card = index.data(Role.CARD)
        if not isinstance(card, Card):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        box = self.card_rect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if card.opportunity_id == self.hole:
            self._paint_hole(painter, box)
            return
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        focus = self.ring and index.row() == self._view.currentIndex().row()
        dpr = self._view.devicePixelRatioF()
        button = over or focus
        pixmap = self._painter.pixmap(card, self._moment(), box.width(), dpr, button=button)
        painter.drawPixmap(QPointF(box.x() - EDGE, box.y() - EDGE), pixmap)
        self._paint_tint(painter, box, self.tints.get(card.opportunity_id, 0.0))
        if over:
            self._outline(painter, QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, 1)
        if focus or card.opportunity_id == self.marked:
            self._paint_ring(painter, box)
        if button:
            self._paint_button(painter, self.button_rect(rect))

    def _outline(self, painter: QPainter, rect: QRectF, radius: float, width: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.theme.line_strong, width))
        painter.drawRoundedRect(rect, radius, radius)

    def _paint_ring(self, painter: QPainter, box: QRect) -> None:
        """The focus ring: 2 px, 2 px outside the card."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.theme.focus, 2))
        painter.drawRoundedRect(QRectF(box).adjusted(-3, -3, 3, 3), RADIUS + 3, RADIUS + 3)

    def _paint_button(self, painter: QPainter, box: QRect) -> None:
        theme = self._look.theme
        pointer = self._view.viewport().mapFromGlobal(QCursor.pos())
        if box.contains(pointer):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.press)
            painter.drawRoundedRect(box, 6, 6)
        corner = QPointF(box.x() + (BUTTON - 16) / 2, box.y() + (BUTTON - 16) / 2)
        paint_icon(painter, corner, self._look, "ellipsis", theme.ink2, 16)

    def _paint_hole(self, painter: QPainter, box: QRect) -> None:
        pen = QPen(self._look.theme.line_strong, 1.5, Qt.PenStyle.DashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_tint(self, painter: QPainter, box: QRect, strength: float) -> None:
        if strength <= 0:
            return
        colour = QColor(self._look.theme.accent)
        colour.setAlphaF(0.16 * strength)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(box), RADIUS, RADIUS)

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        card = index.data(Role.CARD)
        if event.type() is not QEvent.Type.ToolTip or not isinstance(card, Card):
            return super().helpEvent(event, view, option, index)
        rect: QRect = option.rect
        if self._painter.elides(card, self.card_rect(rect).width()):
            self._tell(event, view, card)
        else:
            QToolTip.hideText()
        return True

    def _tell(self, event: QHelpEvent, view: QWidget, card: Card) -> None:
        """The whole company and role; escaped, because a tooltip reads markup."""
        text = f"{card.company}\n{card.role}" if card.role else card.company
        QToolTip.showText(event.globalPos(), f"<span>{escape(text)}</span>", view)
