"""The list of one lane's cards: it tells what pointer and keys ask for, and does none of it."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from rules.board import Card
from rules.records import OpportunityId
from ui.board.card_delegate import CardDelegate
from ui.board.lane_model import LaneModel, Role
from ui.board.wishes import Wish, wish_of
from ui.theme import Look
from ui.widgets.paint import painting

THRESHOLD = 6
"""Pixels the pointer goes before a press becomes a drag."""


class CardList(QListView):
    """One lane's cards, for pointer, keys and assistive programs."""

    wished = Signal(object, str)
    """A Wish, and the id of the card it is about (empty in an empty lane)."""
    menu_asked = Signal(str, object)
    """The card's id, and where in global pixels its menu belongs."""
    lifted = Signal(str, object)
    """A drag of that card begins; where it was pressed, in global pixels."""
    carried = Signal(object)
    """The pointer goes on, in global pixels, while a card is carried."""
    dropped = Signal(object)
    """The button was let go of while a card is carried."""
    cancelled = Signal()
    """Another button, while a card is carried."""
    focused = Signal()
    """The keyboard came to this lane."""

    def __init__(self, look: Look, model: LaneModel) -> None:
        super().__init__()
        self._look = look
        self._pressed: tuple[QPoint, OpportunityId, bool] | None = None
        self._dragging = False
        self.empty_text = ""
        self.holds_escape = False
        """Whether Esc is ours: a card is carried. Else it belongs to the window."""
        self.letters = True
        """Whether single letters act on cards."""
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(40)
        look.changed.connect(self._restyle)
        self._restyle()

    def lane_model(self) -> LaneModel:
        """The model, as what it is."""
        model = self.model()
        if not isinstance(model, LaneModel):
            raise TypeError("a lane shows a LaneModel")
        return model

    def delegate(self) -> CardDelegate:
        """The delegate, as what it is."""
        delegate = self.itemDelegate()
        if not isinstance(delegate, CardDelegate):
            raise TypeError("a lane is drawn by a CardDelegate")
        return delegate

    def current_card(self) -> Card | None:
        """The card the keys act on."""
        return self.lane_model().card(self.currentIndex().row())

    def select(self, oid: OpportunityId) -> bool:
        """Make a card the current one, fully in view."""
        row = self.lane_model().row_of(oid)
        if row < 0:
            return False
        index = self.lane_model().index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def card_rect(self, row: int) -> QRect:
        """Where a card is, in the viewport's coordinates; empty for an unknown row."""
        rect = self.visualRect(self.lane_model().index(row))
        return self.delegate().card_rect(rect) if rect.isValid() else QRect()

    def let_go(self) -> None:
        """The drag is over, whoever ended it."""
        self._pressed = None
        self._dragging = False

    def _is_ours(self, wish: Wish | None) -> bool:
        return wish is not None and (wish is not Wish.CANCEL or self.holds_escape)

    def _restyle(self) -> None:
        tokens = self._look.theme.tokens()
        self.verticalScrollBar().setStyleSheet(
            "QScrollBar:vertical { background: transparent; width: 7px; margin: 0 1px 0 0; }"
            f"QScrollBar::handle:vertical {{ background: {tokens['line_strong']};"
            " border-radius: 3px; min-height: 32px; margin: 0; }"
            "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
        )
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _card_at(self, spot: QPoint) -> tuple[QModelIndex, Card] | None:
        index = self.indexAt(spot)
        card = index.data(Role.CARD) if index.isValid() else None
        if isinstance(card, Card) and self.card_rect(index.row()).contains(spot):
            return index, card
        return None

    # -- what Qt calls --------------------------------------------------------------------

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self.cancelled.emit()
            return
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        spot = event.position().toPoint()
        found = self._card_at(spot)
        if found is None:
            return
        index, card = found
        self.setCurrentIndex(index)
        on_button = self.delegate().button_rect(self.visualRect(index)).contains(spot)
        self._pressed = (event.globalPosition().toPoint(), card.opportunity_id, on_button)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.globalPosition().toPoint()
        if self._dragging:
            self.carried.emit(here)
        elif self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            start, oid, _ = self._pressed
            if (here - start).manhattanLength() >= THRESHOLD:
                self._dragging = True
                self.lifted.emit(oid, start)
                self.carried.emit(here)
        else:
            super().mouseMoveEvent(event)
            self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        dragging, pressed = self._dragging, self._pressed
        self.let_go()
        if dragging:
            self.dropped.emit(event.globalPosition().toPoint())
            return
        if pressed is None:
            return
        _, oid, on_button = pressed
        found = self._card_at(event.position().toPoint())
        if found is None or found[1].opportunity_id != oid:
            return
        if on_button:
            box = self.delegate().button_rect(self.visualRect(found[0]))
            self.menu_asked.emit(oid, self.viewport().mapToGlobal(box.bottomLeft()))
        else:
            self.wished.emit(Wish.OPEN, oid)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._dragging or event.reason() is not QContextMenuEvent.Reason.Mouse:
            return
        found = self._card_at(event.pos())
        if found is not None:
            self.setCurrentIndex(found[0])
            self.menu_asked.emit(found[1].opportunity_id, event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = wish_of(event, letters=self.letters)
        if self._is_ours(wish):
            self.delegate().ring = True  # whoever uses the keys sees where they are
            self.viewport().update()
            card = self.current_card()
            self.wished.emit(wish, card.opportunity_id if card else "")
        elif wish is not None or (event.text() and event.text().isprintable()):
            event.ignore()  # single letters are no type-ahead
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_ours(wish_of(event, letters=self.letters))
        ):
            event.accept()  # a key that means something here is no window's shortcut
            return True
        return super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        model = self.lane_model()
        if not self.currentIndex().isValid() and model.rowCount():
            self.setCurrentIndex(model.index(0))
        self.delegate().ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        self.viewport().update()
        self.focused.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.delegate().ring = False
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.empty_text and not self.lane_model().rowCount():
            viewport: QWidget = self.viewport()
            with painting(viewport) as painter:
                painter.setFont(self._look.font("secondary"))
                painter.setPen(self._look.theme.ink2)
                box = viewport.rect().adjusted(20, 0, -20, -viewport.height() // 3)
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(box, int(flags), self.empty_text)
                if self.delegate().ring:
                    self._paint_ring(painter, box, int(flags))

    def _paint_ring(self, painter: QPainter, room: QRect, flags: int) -> None:
        """An empty lane shows the keyboard around its words."""
        words = painter.boundingRect(room, flags, self.empty_text)
        painter.setPen(QPen(self._look.theme.focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(words).adjusted(-8, -8, 8, 8), 10, 10)
