"""The cards behind a bar: a list beside it; Enter or a click opens one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from rules.records import OpportunityId
from ui.theme import Look
from ui.widgets.label import label
from ui.widgets.paint import paint_monogram
from ui.widgets.popover import Popover

_ROW = 48
_WIDTH = 340
_MOST_ROWS = 8
_SHADE = 24
"""What a popover keeps around itself for its shadow."""
_AROUND = 160
"""What the list needs above and below it."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """One card with what it says of the bar."""

    opportunity_id: OpportunityId
    company: str
    line: str


class Rows(QAbstractListModel):
    """The rows, for the list."""

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self.rows = tuple(rows)

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.company
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.company}. {row.line}" if row.line else row.company
        return None


class _Painter(QStyledItemDelegate):
    """Draws a row: mark, company, line."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(_WIDTH, self._look.px(_ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, Rows):
            return
        row, theme, look = model.rows[index.row()], self._look.theme, self._look
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_soft if chosen else theme.hover)
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), 8, 8)
        mark = QRect(rect.left() + 8, rect.center().y() - 14, 30, 30)
        paint_monogram(painter, mark, look, row.company)
        line = look.px(18)
        room = QRectF(rect.left() + 50, 0, rect.width() - 58, line)
        top = rect.center().y() - (line if row.line else line / 2)
        for text, use, ink in (
            (row.company, "card_title", theme.ink),
            (row.line, "secondary", theme.ink2),
        ):
            painter.setPen(ink)
            painter.setFont(look.font(use))
            room.moveTop(top)
            words = QFontMetricsF(painter.font()).elidedText(
                text, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, _LEFT, words)
            top += line
        painter.restore()


class _List(QListView):
    """Tells which row was chosen, by Enter or by a click."""

    chosen = Signal(int)

    def __init__(self, look: Look, name: str, rows: Sequence[Row], room: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._rows = Rows(rows)
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(look, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.setFixedWidth(look.px(_WIDTH))
        most = min(max(room // look.px(_ROW), 2), _MOST_ROWS)
        self.setFixedHeight(look.px(_ROW) * min(len(rows), most))
        self.setCurrentIndex(self._rows.index(0))
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class Behind(Popover):
    """The list beside a bar. `opened` carries the opportunity of the chosen row."""

    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget, title: str, rows: Sequence[Row]) -> None:
        super().__init__(look, parent, title)
        self.rows = tuple(rows)
        self.list = _List(look, title, rows, parent.height() - _AROUND)
        self.content.setSpacing(8)
        self.content.addWidget(label(title, "section", look))
        self.content.addWidget(self.list)
        self.list.chosen.connect(self._open_row)

    def show_at(self, rect: QRect) -> None:
        """Show it below or above `rect` where there is room, else beside it; never cut off."""
        self.adjustSize()
        page = self._host.rect()
        room = max(rect.top(), page.height() - rect.bottom())
        if self.height() - 2 * _SHADE < room:
            self.show_below(rect)
        else:
            self.show_beside(rect)
        lowest = max(page.height() - self.height() + _SHADE, -_SHADE)
        self.move(self.x(), min(max(self.y(), -_SHADE), lowest))

    def _open_row(self, number: int) -> None:
        self.dismiss()
        self.opened.emit(self.rows[number].opportunity_id)
