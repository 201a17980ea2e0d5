"""The cards of one lane as Qt asks for them, a page at a time."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from rules.board import Card
from rules.records import Moment, OpportunityId
from ui import wording

PAGE = 64
"""Rows a view learns of at a time: it lays out every one that it knows."""

_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What only the board's own delegate asks for."""

    CARD = Qt.ItemDataRole.UserRole


class LaneModel(QAbstractListModel):
    """Shows the tuple of cards it was last given, and decides nothing."""

    def __init__(self, moment: Callable[[], Moment], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moment = moment
        self._all: tuple[Card, ...] = ()
        self._rows: list[Card] = []
        self.letters = True
        """Whether single letters act on cards, which their description tells of."""
        self._settling = False  # rows change now: whoever watches must not fetch in between

    def show(self, cards: tuple[Card, ...]) -> None:
        """Take another tuple; only rows that differ are touched, so selection and scroll stay."""
        if cards is self._all or cards == self._all:
            self._all = cards
            return
        whole = len(self._rows) == len(self._all)
        known = len(cards) if whole and len(cards) <= len(self._all) + 1 else len(self._rows)
        self._all = cards
        target = cards[: max(known, min(PAGE, len(cards)))]
        self._settling = True
        try:
            self._take_out({card.opportunity_id for card in target})
            if not self._rows:
                self._append(target)
            for row, card in enumerate(target):
                self._put(row, card)
        finally:
            self._settling = False

    def show_anew(self, cards: tuple[Card, ...]) -> None:
        """Take a tuple that has little to do with the last one: the views begin at its top."""
        if cards == self._all:
            self._all = cards
            return
        self.beginResetModel()
        self._all = cards
        self._rows = list(cards[:PAGE])
        self.endResetModel()

    def card(self, row: int) -> Card | None:
        """The card of a row, if the row is known."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def all(self) -> tuple[Card, ...]:
        """Every card of the lane, the ones no view knows of yet as well."""
        return self._all

    def row_of(self, oid: OpportunityId) -> int:
        """The row of a card; pages are fetched up to it. -1 where it is not in this lane."""
        for row, card in enumerate(self._all):
            if card.opportunity_id == oid:
                while row >= len(self._rows):
                    self.fetchMore(QModelIndex())
                return row
        return -1

    def _take_out(self, staying: set[OpportunityId]) -> None:
        for row in range(len(self._rows) - 1, -1, -1):
            if self._rows[row].opportunity_id not in staying:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()

    def _append(self, cards: tuple[Card, ...]) -> None:
        if cards:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(cards) - 1)
            self._rows.extend(cards)
            self.endInsertRows()

    def _put(self, row: int, card: Card) -> None:
        """Make `card` stand in `row`, moving or inserting it if it does not."""
        here = self._rows[row] if row < len(self._rows) else None
        if here is None or here.opportunity_id != card.opportunity_id:
            was = self._known_row(card.opportunity_id, row)
            if was < 0:
                self.beginInsertRows(QModelIndex(), row, row)
                self._rows.insert(row, card)
                self.endInsertRows()
                return
            self.beginMoveRows(QModelIndex(), was, was, QModelIndex(), row)
            here = self._rows.pop(was)
            self._rows.insert(row, here)
            self.endMoveRows()
        if here != card:
            self._rows[row] = card
            self.dataChanged.emit(self.index(row), self.index(row))

    def _known_row(self, oid: OpportunityId, start: int) -> int:
        for row in range(start, len(self._rows)):
            if self._rows[row].opportunity_id == oid:
                return row
        return -1

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def canFetchMore(self, parent: _Index) -> bool:
        more = len(self._rows) < len(self._all)
        return more and not self._settling and not parent.isValid()

    @override
    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            first = len(self._rows)
            self._append(self._all[first : first + PAGE])

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.card(index.row()) if index.isValid() else None
        if card is None:
            return None
        if role == Role.CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.company
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return wording.spoken(card, self._moment())
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return wording.hints(letters=self.letters)
        return None
