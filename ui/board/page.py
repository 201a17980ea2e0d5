"""The board's page: its header, its lanes, and what joins them to the session."""

from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from rules.board import Card, Refused
from rules.changes import Change
from rules.records import OpportunityId
from rules.search import Show
from rules.stages import Stage
from ui import wording
from ui.board.aim import Aim, Neighbours
from ui.board.arrivals import Arrivals
from ui.board.asking import Asking
from ui.board.card_acts import CardActs
from ui.board.carry import Carry
from ui.board.finding import Finding
from ui.board.header import BoardHeader
from ui.board.lanes_area import LanesArea
from ui.board.moves import Moves
from ui.board.no_match import NoMatch
from ui.board.steering import Steering
from ui.board.wishes import Wish
from ui.keymap import COMMANDS
from ui.session import Session
from ui.theme import Look
from ui.widgets.toast import Notice
from ui.wording.keys import keys_shown


class BoardPage(QWidget):
    """Five lanes of cards. It asks the session for everything and changes nothing itself."""

    said = Signal(object)
    """A Notice for the toast."""
    opened = Signal(str, str)
    """The card with that id, on that tab of the sheet; "" is the tab of its next step."""
    add_requested = Signal(object)
    """A new card, in that Stage or in none."""
    add_named = Signal(str)
    """A new card, its line begun with those words."""

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
        self.acts = CardActs(session, look, self.area, self.moves, self.carry, self)
        self._arrivals = Arrivals(self.area, self)
        self._stages: dict[OpportunityId, Stage] = {}
        self.finding = Finding(session)
        self.header = BoardHeader(look, keys_shown(COMMANDS["search"])[0])
        self.no_match = NoMatch(look)
        self._arrange()
        self._connect()
        self._choose()

    def _arrange(self) -> None:
        """The header over the lanes, or over the words that stand in for them."""
        self._body = QStackedLayout()
        self._body.addWidget(self.area)
        self._body.addWidget(self.no_match)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.header)
        page.addLayout(self._body, 1)

    def select(self, oid: OpportunityId, *, focus: bool = False) -> None:
        """Make a card the current one of its lane, in view; `focus` gives it the keyboard.

        Where search or filter hide the card, the keyboard goes to one that is shown.
        """
        if self._is_shown(oid):
            self.steering.select(self._session.card(oid).stage, oid, focus=focus)
        elif focus:
            self.take_focus()

    def reveal(self, oid: OpportunityId) -> None:
        """Give the keyboard to a card, and show all cards again if it is hidden."""
        if not self._is_shown(oid):
            self.clear_search()
        self.select(oid, focus=True)

    def take_focus(self) -> None:
        """Give the keyboard to the most pressing card that is shown."""
        today = self._session.today()
        lanes = (lane.model.all() for lane in self.area.lanes.values())
        cards = chain(today.late, today.due, *lanes)
        first = next((one.opportunity_id for one in cards if self._is_shown(one)), None)
        if first is not None:
            self.select(first, focus=True)
        else:
            self._enter()

    def _enter(self) -> None:
        """Give the keyboard to the lane it was in, or to what stands in for the lanes."""
        if self._body.currentWidget() is self.no_match:
            self.no_match.clear.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.steering.enter()

    def current(self) -> OpportunityId | None:
        """The card the keys act on, or acted on last."""
        return self.steering.current() or self.steering.last()

    def focus_search(self) -> None:
        """Give the keyboard to the search field, its words ready to be typed over."""
        self.header.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.field.selectAll()

    def clear_search(self) -> None:
        """Show every card again."""
        self.header.clear()

    def show_only(self, show: Show) -> None:
        """Choose the filter."""
        self.header.segment.set_current(show)
        self.finding.choose(show)

    def _choose(self) -> None:
        """The person chose something else in the settings."""
        for column in self.area.lanes.values():
            column.list.letters = column.model.letters = self._session.options.letter_keys
        self.refresh()

    def refresh(self) -> None:
        """Show the lanes as they are now; only rows that differ change."""
        self._show_lanes()
        lanes = self._session.lanes()
        stages = {card.opportunity_id: lane.stage for lane in lanes for card in lane.cards}
        before = self._stages
        self._arrivals.mark([oid for oid in stages if before.get(oid, stages[oid]) != stages[oid]])
        self._stages = stages
        for column in self.area.lanes.values():
            column.list.viewport().update()  # "23 h left" is another text an hour later

    def _show_lanes(self, *, anew: bool = False) -> None:
        """The cards that are shown; `anew` after other words or another filter."""
        lanes = self._session.lanes()
        shown = 0
        for lane in lanes:
            cards = self.finding.cards(lane)
            self.area.lanes[lane.stage].show_lane(lane, cards, anew=anew)
            shown += len(cards)
        words = wording.board_words(lanes)
        if self.finding.active:
            words = wording.found_words(shown, sum(len(lane.cards) for lane in lanes))
        self.header.subtitle.setText(words)
        none = self.finding.active and not shown
        if none:
            self.no_match.show_words(self.finding.query, self.finding.show)
        self._body.setCurrentWidget(self.no_match if none else self.area)

    def _found(self) -> None:
        """Other words or another filter: what is shown is put together anew, and counted aloud."""
        current, had_focus = self.steering.current(), self.steering.has_focus()
        self._show_lanes(anew=True)
        no = self._body.currentWidget() is self.no_match
        self.header.field.tell(self.no_match.text() if no else self.header.subtitle.text())
        if had_focus and current is not None:
            self.select(current, focus=True)

    def _is_shown(self, card: OpportunityId | Card) -> bool:
        """Whether search and filter let a card through."""
        if not self.finding.active:
            return True
        known = self._session.card(card) if isinstance(card, str) else card
        return self.finding.lets(known)

    def _connect(self) -> None:
        session, moves, carry = self._session, self.moves, self.carry
        session.changed.connect(self._follow)
        session.clock_moved.connect(self.refresh)
        session.preferences_changed.connect(self._choose)
        session.drafts_changed.connect(lambda _oid: self.refresh())
        header, finding = self.header, self.finding
        header.add_asked.connect(lambda: self.add_requested.emit(None))
        header.searched.connect(finding.search)
        header.chosen.connect(finding.choose)
        header.field.awaited.connect(finding.warm)
        header.field.entered.connect(self._enter_first)
        header.field.left.connect(self.take_focus)
        header.field.refused.connect(
            lambda words: self.said.emit(Notice(words, icon="circle-alert"))
        )
        self.no_match.cleared.connect(self._clear_and_enter)
        self.no_match.add_asked.connect(self.add_named)
        finding.changed.connect(self._found)
        moves.said.connect(self.said)
        moves.opened.connect(self.opened)
        self.acts.opened.connect(self.opened)
        self.acts.moved.connect(self._keep_on)
        carry.dropped.connect(self._dropped)
        for stage, lane in self.area.lanes.items():
            lane.list.wished.connect(self._wish)
            lane.list.menu_asked.connect(self.acts.show_menu)
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
        self.finding.look()
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
        self.acts.obey(wish, oid)

    def do(self, wish: Wish, oid: OpportunityId) -> None:
        """Do to a card what was asked for elsewhere; the card is shown first."""
        self.reveal(oid)
        self.acts.obey(wish, oid)

    def _keep_on(self, oid: OpportunityId) -> None:
        """The keyboard stays on a card that was moved, unless something is asked about it."""
        if self._session.knows(oid) and self.asking.panel is None:
            self.select(oid, focus=True)

    def _enter_first(self) -> None:
        """From the field to the first card that was found."""
        lanes = (lane.model.all() for lane in self.area.lanes.values())
        first = next(chain(*lanes), None)
        if first is not None:
            self.select(first.opportunity_id, focus=True)
        else:
            self.take_focus()

    def _clear_and_enter(self) -> None:
        self.clear_search()
        self.take_focus()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._enter()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc on a card shows all cards again, and stays on the card."""
        if event.key() == Qt.Key.Key_Escape and self.finding.active:
            self.clear_search()
        else:
            super().keyPressEvent(event)
