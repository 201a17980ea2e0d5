"""What the board does with a card: by its keys, by its menu, or asked for from elsewhere."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from rules.board import Card
from rules.records import OpportunityId
from rules.stages import Stage
from ui.board.card_menu import card_menu, show_menu, stages_menu
from ui.board.carry import Carry
from ui.board.lanes_area import LanesArea
from ui.board.moves import Moves
from ui.board.wishes import Wish
from ui.session import Session
from ui.theme import Look


class CardActs(QObject):
    """Knows what each wish means for a card that is shown."""

    opened = Signal(str, str)
    moved = Signal(str)
    """That card was moved by hand, or something was asked about it first."""

    def __init__(
        self,
        session: Session,
        look: Look,
        area: LanesArea,
        moves: Moves,
        carry: Carry,
        host: QWidget,
    ) -> None:
        """`host` is what menus belong to."""
        super().__init__()
        self._session = session
        self._look = look
        self._area = area
        self._moves = moves
        self._carry = carry
        self._host = host

    def obey(self, wish: Wish, oid: OpportunityId) -> None:
        """Do to a card what is wished."""
        moves = self._moves
        match wish:
            case Wish.OPEN:
                self.opened.emit(oid, "")
            case Wish.COMPOSE:
                self.opened.emit(oid, "follow_up")
            case Wish.MOVE_LEFT | Wish.MOVE_RIGHT:
                self._move_by(oid, -1 if wish is Wish.MOVE_LEFT else 1)
            case Wish.MOVE_UP | Wish.MOVE_DOWN:
                self._shift(oid, -1 if wish is Wish.MOVE_UP else 1)
            case Wish.MOVE_TO:
                self._show_stages(oid)
            case Wish.ADD_INTERVIEW:
                moves.add_interview(oid)
            case Wish.THEY_REPLIED:
                moves.they_replied(oid)
            case Wish.PICK_UP:
                self._carry.pick_up(oid)
            case Wish.MENU:
                self.show_menu(oid, self._spot(oid))
            case Wish.CLOSE:
                moves.close(oid)
            case Wish.DUPLICATE:
                moves.duplicate(oid)
            case Wish.BY_DUE:
                moves.order_by_due(self._session.card(oid).stage)
            case Wish.DELETE:
                moves.delete(oid)
            case _:
                pass  # the arrows are the steering's

    def move(self, oid: OpportunityId, stage: Stage) -> None:
        """Move a card as far as the facts allow."""
        self._moves.move(oid, stage)
        self.moved.emit(oid)

    def _move_by(self, oid: OpportunityId, step: int) -> None:
        """To the stage before or after its own, if there is one."""
        stages = list(Stage)
        at = stages.index(self._session.card(oid).stage) + step
        if 0 <= at < len(stages):
            self.move(oid, stages[at])

    def _shift(self, oid: OpportunityId, step: int) -> None:
        """One place up or down in its lane."""
        cards = self._area.lanes[self._session.card(oid).stage].model.all()
        ids = [card.opportunity_id for card in cards]
        at = ids.index(oid)
        others = ids[:at] + ids[at + 1 :]
        row = at + step
        if 0 <= row <= len(others):
            above = others[row - 1] if row > 0 else None
            self._moves.place(oid, above, others[row] if row < len(others) else None)

    # -- menus ----------------------------------------------------------------------------

    def show_menu(self, oid: OpportunityId, spot: QPoint) -> None:
        """Everything that can be done with a card, at a place of the screen."""
        card = self._session.card(oid)
        menu = card_menu(
            self._look,
            self._host,
            card,
            self._absent(card),
            lambda wish: self.obey(wish, oid),
            lambda stage: self.move(oid, stage),
            letters=self._session.options.letter_keys,
        )
        show_menu(menu, spot)

    def _absent(self, card: Card) -> frozenset[Wish]:
        """What the menu leaves out: closing what is closed, an order that is so already."""
        closed = {Wish.CLOSE} if card.outcome is not None else set()
        by_due = set() if self._session.by_hand(card.stage) else {Wish.BY_DUE}
        return frozenset(closed | by_due)

    def _show_stages(self, oid: OpportunityId) -> None:
        card = self._session.card(oid)
        menu = stages_menu(self._look, self._host, card, lambda stage: self.move(oid, stage))
        show_menu(menu, self._spot(oid))

    def _spot(self, oid: OpportunityId) -> QPoint:
        """Where a card's menu belongs when no pointer says so."""
        cards = self._area.lanes[self._session.card(oid).stage].list
        row = cards.lane_model().row_of(oid)
        return cards.viewport().mapToGlobal(cards.card_rect(row).topLeft() + QPoint(24, 40))
