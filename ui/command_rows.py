"""The rows of the command list as they are painted: icon, name, why not, key."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.offers import Offer
from ui.theme import Look
from ui.widgets.paint import paint_icon

_ROW = 36
_HEADING = 30
_EDGE = 12
_TEXT = 38

_Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _offer(index: _Index) -> Offer | None:
    found = index.data(Qt.ItemDataRole.UserRole)
    return found if isinstance(found, Offer) else None


def _is_first(index: _Index) -> bool:
    """Whether a row begins a group, so that the group's name stands above it."""
    offer, above = _offer(index), _offer(index.model().index(index.row() - 1, 0))
    return offer is not None and (above is None or above.group != offer.group)


class CommandRows(QStyledItemDelegate):
    """Paints the rows, and the name of each group over its first one."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look
        look.changed.connect(view.scheduleDelayedItemsLayout)

    def _heading(self, index: _Index) -> int:
        return self._look.px(_HEADING) if _is_first(index) else 0

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, self._look.px(_ROW) + self._heading(index))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        offer = _offer(index)
        if offer is None:
            return
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading = self._heading(index)
        if heading:
            self._paint_heading(painter, QRectF(rect.x(), rect.y(), rect.width(), heading), offer)
        row = QRectF(rect).adjusted(0, heading, 0, 0)
        self._paint_ground(painter, row, option)
        self._paint_offer(painter, row, offer)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, offer: Offer) -> None:
        painter.setFont(self._look.font("chip"))
        painter.setPen(self._look.theme.ink3)
        room = box.adjusted(_EDGE, 6, -_EDGE, 0)
        painter.drawText(room, _LEFT, _elided(painter, offer.group, room.width()))

    def _paint_ground(self, painter: QPainter, row: QRectF, option: QStyleOptionViewItem) -> None:
        theme, state = self._look.theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setPen(QPen(theme.focus, 1.5) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent_soft if chosen else theme.hover)
        painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 8, 8)

    def _paint_offer(self, painter: QPainter, row: QRectF, offer: Offer) -> None:
        """From the right: the keys; then the reason why not; the name takes what is left."""
        look, theme = self._look, self._look.theme
        ink = theme.ink3 if offer.why else theme.ink
        if offer.icon:
            spot = QPointF(row.left() + _EDGE, row.center().y() - 8)
            paint_icon(painter, spot, look, offer.icon, ink if offer.why else theme.ink2, 16)
        right = row.right() - _EDGE
        for key in reversed(offer.keys):
            right = paint_key(painter, look, key, right, row.center().y()) - 6
        painter.setFont(look.font("body"))
        name = QFontMetricsF(painter.font()).horizontalAdvance(offer.text)
        left = row.left() + _TEXT
        painter.setPen(ink)
        room = QRectF(left, row.top(), max(right - left, 0), row.height())
        painter.drawText(room, _LEFT, _elided(painter, offer.text, room.width()))
        if offer.why:
            painter.setFont(look.font("secondary"))
            rest = room.adjusted(name + 14, 0, 0, 0)
            painter.setPen(theme.ink2)
            painter.drawText(rest, _LEFT, _elided(painter, offer.why, rest.width()))


def paint_key(painter: QPainter, look: Look, key: str, right: float, middle: float) -> float:
    """Draw a key in its frame, ending at `right`; gives its left edge."""
    font = look.font("rail")
    width, height = QFontMetricsF(font).horizontalAdvance(key) + 12, look.px(20)
    box = QRectF(right - width, middle - height / 2, width, height)
    painter.setPen(QPen(look.theme.line, 1))
    painter.setBrush(look.theme.inset)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(look.theme.ink2)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    return box.left()


def _elided(painter: QPainter, text: str, width: float) -> str:
    return QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width + 1)
