"""The board's page: its header, its lanes, and what joins them to the session."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from rules.board import Card, Refused
from rules.changes import Change
from rules.records import OpportunityId
from rules.stages import Stage
from ui import wording
from ui.board.aim import Aim, Neighbours
from ui.board.arrivals import Arrivals
from ui.board.asking import Asking
from ui.board.card_menu import card_menu, show_menu, stages_menu
from ui.board.carry import Carry
from ui.board.lanes_area import LanesArea
from ui.board.moves import Moves
from ui.board.steering import Steering
from ui.board.wishes import Wish
from ui.session import Session
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label

_HEADER = 88


class BoardPage(QWidget):
    """Five lanes of cards. It asks the session for everything and changes nothing itself."""

    said = Signal(object)
    """A Notice for the toast."""
    opened = Signal(str, str)
    """The card with that id, on that tab of the sheet; "" is the tab of its next step."""
    add_requested = Signal(object)
    """A new card, in that Stage or in none."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self.setAccessibleName(wording.say("Board"))
        self.area = LanesArea(look, session.moment)
        self.carry = Carry(session, look, self.area, self)
        self.asking = Asking(session, look, self.area, self)
        self.moves = Moves(session, self.asking)
        self.steering = Steering(self.area)
        self._arrivals = Arrivals(self.area, self)
        self._stages: dict[OpportunityId, Stage] = {}
        self._subtitle = label("", "body", look, "ink2")
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._header())
        page.addWidget(self.area, 1)
        self._connect()
        self.refresh()

    def select(self, oid: OpportunityId, *, focus: bool = False) -> None:
        """Make a card the current one of its lane, in view; `focus` gives it the keyboard."""
        self.steering.select(self._session.card(oid).stage, oid, focus=focus)

    def refresh(self) -> None:
        """Show the lanes as they are now; only rows that differ change."""
        self._show_lanes()
        stages = {oid: stage for stage, oids in self._ids() for oid in oids}
        before = self._stages
        self._arrivals.mark([oid for oid in stages if before.get(oid, stages[oid]) != stages[oid]])
        self._stages = stages
        for column in self.area.lanes.values():
            column.list.viewport().update()  # "23 h left" is another text an hour later

    def _show_lanes(self) -> None:
        lanes = self._session.lanes()
        self._subtitle.setText(wording.board_words(lanes))
        for lane in lanes:
            self.area.lanes[lane.stage].show_lane(lane)

    def _ids(self) -> Iterator[tuple[Stage, Iterator[OpportunityId]]]:
        """The cards of each lane."""
        for stage, column in self.area.lanes.items():
            yield stage, (card.opportunity_id for card in column.model.all())

    def _header(self) -> QWidget:
        header = QWidget()
        header.setFixedHeight(self._look.px(_HEADER))
        self._look.changed.connect(lambda: header.setFixedHeight(self._look.px(_HEADER)))
        row = QHBoxLayout(header)
        row.setContentsMargins(24, 8, 20, 22)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addStretch(1)
        words.addWidget(label(wording.say("Board"), "page_title", self._look))
        words.addWidget(self._subtitle)
        row.addLayout(words, 1)
        name = wording.say("Add an interview or application")
        add = Button(self._look, wording.say("Add"), "primary", icon="plus", name=name)
        add.clicked.connect(lambda: self.add_requested.emit(None))
        row.addWidget(add, 0, Qt.AlignmentFlag.AlignBottom)
        return header

    def _connect(self) -> None:
        session, moves, carry = self._session, self.moves, self.carry
        session.changed.connect(self._follow)
        session.clock_moved.connect(self.refresh)
        session.preferences_changed.connect(self.refresh)
        session.drafts_changed.connect(lambda _oid: self.refresh())
        moves.said.connect(self.said)
        moves.opened.connect(self.opened)
        carry.dropped.connect(self._dropped)
        for stage, lane in self.area.lanes.items():
            lane.list.wished.connect(self._wish)
            lane.list.menu_asked.connect(self._show_menu)
            lane.list.lifted.connect(carry.lift)
            lane.list.carried.connect(carry.carry)
            lane.list.dropped.connect(lambda _spot: carry.drop())
            lane.list.cancelled.connect(carry.cancel)
            lane.add_asked.connect(lambda stage=stage: self.add_requested.emit(stage))

    def _follow(self, change: Change) -> None:
        """The session did, undid or redid something; the focus stays on the card it was about."""
        had_focus = self.steering.has_focus()
        current = self.steering.current()
        oid = change.opportunity_id
        self._show_lanes()
        self._note_stage(oid)
        if had_focus and self._session.knows(oid) and oid in (current, self.moves.moving):
            self.select(oid, focus=True)

    def _note_stage(self, oid: OpportunityId) -> None:
        """Remember where a card is now, and mark it if it came there by itself."""
        before = self._stages.pop(oid, None)
        if not self._session.knows(oid):
            return
        stage = self._stages[oid] = self._session.card(oid).stage
        if before is not None and before is not stage and oid != self.moves.moving:
            self._arrivals.mark([oid])

    def _dropped(self, oid: OpportunityId, aim: Aim, neighbours: Neighbours) -> None:
        """A carried card was let go of over a lane."""
        had_focus = self.steering.has_focus()
        if aim.plan is None:
            self.moves.place(oid, *neighbours)
        else:
            self.moves.move(oid, aim.stage, neighbours)
        if not isinstance(aim.plan, Refused):
            self.select(oid, focus=had_focus and self.asking.panel is None)
            self.carry.settle(oid)

    def _wish(self, wish: Wish, oid: OpportunityId) -> None:
        """A key or a click on a lane."""
        if self.carry.active:
            if self.carry.by_keys:
                self.carry.obey(wish)
            elif wish is Wish.CANCEL:
                self.carry.cancel()
            return
        if self.steering.steer(wish) or not oid:
            return
        self._act(wish, oid)

    def _act(self, wish: Wish, oid: OpportunityId) -> None:
        moves = self.moves
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
                self.carry.pick_up(oid)
            case Wish.MENU:
                self._show_menu(oid, self._spot(oid))
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

    def _move_by(self, oid: OpportunityId, step: int) -> None:
        """To the stage before or after its own, if there is one."""
        stages = list(Stage)
        at = stages.index(self._session.card(oid).stage) + step
        if 0 <= at < len(stages):
            self._move(oid, stages[at])

    def _move(self, oid: OpportunityId, stage: Stage) -> None:
        self.moves.move(oid, stage)
        if self._session.knows(oid) and self.asking.panel is None:
            self.select(oid, focus=True)

    def _shift(self, oid: OpportunityId, step: int) -> None:
        """One place up or down in its lane."""
        cards = self.area.lanes[self._session.card(oid).stage].model.all()
        ids = [card.opportunity_id for card in cards]
        at = ids.index(oid)
        others = ids[:at] + ids[at + 1 :]
        row = at + step
        if 0 <= row <= len(others):
            above = others[row - 1] if row > 0 else None
            self.moves.place(oid, above, others[row] if row < len(others) else None)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.steering.enter()

    # -- menus ----------------------------------------------------------------------------

    def _show_menu(self, oid: OpportunityId, spot: QPoint) -> None:
        card = self._session.card(oid)
        menu = card_menu(
            self._look,
            self,
            card,
            self._absent(card),
            lambda wish: self._act(wish, oid),
            lambda stage: self._move(oid, stage),
        )
        show_menu(menu, spot)

    def _absent(self, card: Card) -> frozenset[Wish]:
        """What the menu leaves out: closing what is closed, an order that is so already."""
        closed = {Wish.CLOSE} if card.outcome is not None else set()
        by_due = set() if self._session.by_hand(card.stage) else {Wish.BY_DUE}
        return frozenset(closed | by_due)

    def _show_stages(self, oid: OpportunityId) -> None:
        card = self._session.card(oid)
        menu = stages_menu(self._look, self, card, lambda stage: self._move(oid, stage))
        show_menu(menu, self._spot(oid))

    def _spot(self, oid: OpportunityId) -> QPoint:
        """Where a card's menu belongs when no pointer says so."""
        cards = self.area.lanes[self._session.card(oid).stage].list
        row = cards.lane_model().row_of(oid)
        return cards.viewport().mapToGlobal(cards.card_rect(row).topLeft() + QPoint(24, 40))
