"""The command list: everything that can be done now, found by its words, with its key."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QWidget
from typing_extensions import override

from ui.command_rows import CommandRows
from ui.offers import Offer, matching
from ui.theme import Look
from ui.widgets.announce import announce
from ui.widgets.button import IconButton
from ui.widgets.label import label
from ui.widgets.line_field import LineField
from ui.widgets.over_panel import SHADE, OverPanel
from ui.wording.commands import offer_spoken
from ui.wording.say import say

_WIDTH = 620
_SIDE = 16
_MOST_SEEN = 11
"""Rows that are seen at once where there is room."""

_Index = QModelIndex | QPersistentModelIndex
OFFER = Qt.ItemDataRole.UserRole


class OfferModel(QAbstractListModel):
    """The offers that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._offers: list[Offer] = []

    def show(self, offers: list[Offer]) -> None:
        """Take others."""
        self.beginResetModel()
        self._offers = offers
        self.endResetModel()

    def offer(self, row: int) -> Offer | None:
        """The offer of a row."""
        return self._offers[row] if 0 <= row < len(self._offers) else None

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._offers)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        offer = self.offer(index.row()) if index.isValid() else None
        if offer is None:
            return None
        if role == OFFER:
            return offer
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return offer_spoken(offer)
        return None


class _Field(LineField):
    """The field above the list: the keys that go along a list go to it."""

    def __init__(self, rows: QListView) -> None:
        super().__init__(say("Command"), longest=200)
        self._rows = rows

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key
        along = (key.Key_Up, key.Key_Down, key.Key_PageUp, key.Key_PageDown)
        if event.key() in along:
            self._rows.keyPressEvent(event)
        elif event.key() == key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class CommandList(OverPanel):
    """Lies over the page; Enter or a click does what is chosen, once the list is gone."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, say("Commands"), _WIDTH)
        self._offers: list[Offer] = []
        self.model = OfferModel()
        self.rows = QListView()
        self.field = _Field(self.rows)
        self._none = label(say("No command has these words"), "body", look, "ink2")
        self._build()
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._do)
        self.rows.clicked.connect(lambda _index: self._do())
        self.rows.selectionModel().currentChanged.connect(self._tell)

    def _build(self) -> None:
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(CommandRows(self._look, self.rows))
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setAutoFillBackground(False)
        self.rows.viewport().setAutoFillBackground(False)
        self.rows.setMouseTracking(True)
        self.rows.setAccessibleName(say("Commands"))
        self.field.setPlaceholderText(say("What do you want to do?"))
        close = IconButton(self._look, "x", say("Close"), "Esc", side=28, size=16)
        close.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.field, 1)
        head.addWidget(close)
        edge = SHADE + _SIDE
        self.column.setContentsMargins(edge, edge, edge, SHADE + 8)
        self.column.addLayout(head)
        self.column.addWidget(self._none)
        self.column.addWidget(self.rows, 1)

    def open_with(self, offers: Sequence[Offer]) -> None:
        """Come up with what can be done now."""
        self._offers = list(offers)
        self.field.clear()
        self._search("")
        self.come_up(self.field)

    def _search(self, words: str) -> None:
        """Show what has all the words; the first that can be done is chosen."""
        found = matching(self._offers, words)
        self.model.show(found)
        self._none.setVisible(not found)
        self.rows.setVisible(bool(found))
        first = next((row for row, offer in enumerate(found) if not offer.why), 0)
        self.rows.setCurrentIndex(self.model.index(first))
        self.rows.scrollToTop()
        self._arrange()
        if not found:
            announce(self, self._none.text())

    def _tell(self, current: QModelIndex) -> None:
        """The focus stays in the field, so the row that is chosen has to be spoken."""
        offer = self.model.offer(current.row())
        if offer is not None and self.isVisible():
            announce(self, offer_spoken(offer))

    def _do(self) -> None:
        """Do what is chosen; what cannot be done says why and the list stays."""
        offer = self.model.offer(self.rows.currentIndex().row())
        if offer is None:
            return
        if offer.why:
            announce(self, offer.why, assertive=True)
            return
        self.dismiss()
        offer.act()

    @override
    def wanted_height(self, width: int) -> int:
        rows = range(min(self.model.rowCount(), _MOST_SEEN))
        heights = (self.rows.sizeHintForRow(row) for row in rows)
        margins = self.column.contentsMargins()
        field = self.field.sizeHint().height() + self.column.spacing()
        inner = sum(heights) + 4 if rows else self._look.px(40)
        return margins.top() + margins.bottom() + field + inner

    def row_rect(self, row: int) -> QRect:
        """Where a row is, in the list's own pixels."""
        return self.rows.visualRect(self.model.index(row))
