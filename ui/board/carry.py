"""Carrying a card over the board, by pointer or by keys, until it is dropped or goes back."""

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from rules.board import Card, Refused
from rules.records import OpportunityId
from rules.stages import Stage
from ui import wording
from ui.board.aim import Aim, Aiming
from ui.board.drag import DragOverlay
from ui.board.lanes_area import LanesArea
from ui.board.wishes import Wish
from ui.session import Session
from ui.theme import Look
from ui.widgets.announce import announce

_NEAR_EDGE = 48
_SLOWEST, _FASTEST = 4, 20
_FRAME = 16
_OPENS_AFTER = 500
_QUIET = 150


class Carry(QObject):
    """One card at a time.

    `dropped` tells the card, its Aim, and the cards above and below; what comes of it is not ours.
    """

    dropped = Signal(str, object, object)
    ended = Signal(str)
    """The card with that id is carried no longer, and was not dropped."""

    def __init__(self, session: Session, look: Look, area: LanesArea, host: QWidget) -> None:
        super().__init__(host)
        self._session = session
        self._look = look
        self._area = area
        self._host = host
        self.overlay = DragOverlay(look, host)
        # queued: a window that is being destroyed is left as well, and must not be asked anything
        self.overlay.window_left.connect(self.cancel, Qt.ConnectionType.QueuedConnection)
        self._aiming: Aiming | None = None
        self.aim: Aim | None = None
        """Where the carried card would go; None over no lane."""
        self._grip = QPoint()
        self._spot: QPoint | None = None
        self._by_keys = False
        self._scroll = QTimer(self, interval=_FRAME)
        self._scroll.timeout.connect(self._scroll_on)
        self._opening = QTimer(self, interval=_OPENS_AFTER, singleShot=True)
        self._opening.timeout.connect(self._open_lane)
        self._unfolded = False
        self._telling = QTimer(self, interval=_QUIET, singleShot=True)
        self._telling.timeout.connect(self._tell)

    @property
    def active(self) -> bool:
        """Whether a card is carried now."""
        return self._aiming is not None

    @property
    def by_keys(self) -> bool:
        """Whether it is the keys that carry it."""
        return self.active and self._by_keys

    # -- by pointer -----------------------------------------------------------------------

    def lift(self, oid: OpportunityId, pressed: QPoint) -> None:
        """The pointer lifts a card that it pressed there (global pixels)."""
        card = self._session.card(oid)
        start = self._begin(card, by_keys=False)
        if start is not None:
            self._grip = self._host.mapFromGlobal(pressed) - start.toPoint()
            self._scroll.start()

    def carry(self, pointer: QPoint) -> None:
        """The pointer carries it there (global pixels)."""
        if self._aiming is None or self._by_keys:
            return
        self._spot = self._host.mapFromGlobal(pointer)
        in_area = self._area.viewport().mapFromGlobal(pointer)
        inside = self._area.viewport().rect().contains(in_area)
        lane = self._area.lane_at(in_area.x()) if inside else None
        if lane is not None and lane.is_folded:
            if not self._opening.isActive():
                self._opening.start()
        else:
            self._opening.stop()
        self.aim = None if lane is None else self._aiming.at(lane, self._spot)
        target = None if self.aim is None else self._aiming.target(self.aim)
        self.overlay.carry((self._spot - self._grip).toPointF(), target)

    def drop(self) -> None:
        """Let go of it where it is aimed at; over no lane it goes back."""
        aiming, aim = self._aiming, self.aim
        if aiming is None:
            return
        at_home = aim is not None and aim.plan is None and aim.row == aiming.own_row()
        if aim is None or at_home:
            self.cancel()
            return
        neighbours = aiming.neighbours(aim)
        if isinstance(aim.plan, Refused):
            self._finish(fly_back=True)
        else:
            self._finish(fly_back=False)
            self._unfolded = False  # the card stays in the lane that was opened for it
        self.dropped.emit(aiming.card.opportunity_id, aim, neighbours)

    # -- by keys --------------------------------------------------------------------------

    def pick_up(self, oid: OpportunityId) -> None:
        """The keys pick a card up, aimed at where it is."""
        card = self._session.card(oid)
        if self._begin(card, by_keys=True) is not None:
            self._point_at(card.stage)
            announce(self._host, wording.say("Picked up {company}", company=card.company))

    def obey(self, wish: Wish) -> None:
        """A key while the card is carried: arrows go, Space and Enter drop, Esc gives up."""
        aiming, aim = self._aiming, self.aim
        if aiming is None or aim is None:
            return
        stages = list(Stage)
        at = stages.index(aim.stage)
        if wish in (Wish.LANE_LEFT, Wish.MOVE_LEFT) and at > 0:
            self._point_at(stages[at - 1])
        elif wish in (Wish.LANE_RIGHT, Wish.MOVE_RIGHT) and at < len(stages) - 1:
            self._point_at(stages[at + 1])
        elif wish in (Wish.UP, Wish.DOWN, Wish.MOVE_UP, Wish.MOVE_DOWN):
            self._point_beside(aim, -1 if wish in (Wish.UP, Wish.MOVE_UP) else 1)
        elif wish in (Wish.PICK_UP, Wish.OPEN):
            self.drop()
        elif wish is Wish.CANCEL:
            self.cancel()

    def _point_at(self, stage: Stage) -> None:
        if self._aiming is None:
            return
        if self._area.lanes[stage].is_folded:
            self._unfolded = True
        self._area.show_lane(stage)
        self._show_aim(self._aiming.at(self._area.lanes[stage], None))

    def _point_beside(self, aim: Aim, step: int) -> None:
        """Up and down choose a row where the lane keeps the person's order, or shall from now."""
        if aim.plan is not None and not self._session.by_hand(aim.stage):
            return
        others = len(self._area.lanes[aim.stage].model.all()) - (aim.plan is None)
        row = min(max(aim.row + step, 0), others)
        self._show_aim(Aim(stage=aim.stage, plan=aim.plan, row=row))

    def _show_aim(self, aim: Aim) -> None:
        if self._aiming is None:
            return
        self.aim = aim
        target = self._aiming.target(aim)
        line = target.line if target.line is not None else target.cards.top() + 4
        self.overlay.carry(QPointF(target.cards.left() + 18, line + 30), target)
        self._telling.start()

    def _tell(self) -> None:
        """Say where the card is, once the keys rest."""
        if self.aim is None or not self.active:
            return
        if isinstance(self.aim.plan, Refused):
            words = wording.refusal(self.aim.plan.why, self.aim.stage)
            announce(self._host, " ".join(words), assertive=True)
            return
        others = len(self._area.lanes[self.aim.stage].model.all())
        number = others if self.aim.plan is None else others + 1
        announce(self._host, wording.position(self.aim.stage, self.aim.row + 1, number))

    # -- both -----------------------------------------------------------------------------

    def cancel(self) -> None:
        """The card goes back to where it was."""
        if self._aiming is not None:
            oid = self._aiming.card.opportunity_id
            self._finish(fly_back=True)
            self.ended.emit(oid)

    def settle(self, oid: OpportunityId) -> None:
        """Let the overlay's card come to rest where the dropped card now is."""
        card = self._session.card(oid)
        place = Aiming(self._session, self._area, self._host, card).card_corner(card.stage, oid)
        corner = None if place is None else place.topLeft()
        self._area.set_hole(None if place is None else oid)
        self.overlay.fly(corner, lambda: self._area.set_hole(None))

    def _begin(self, card: Card, *, by_keys: bool) -> QPointF | None:
        """Lift the card off its lane; gives its upper left corner, None where it is not shown."""
        aiming = Aiming(self._session, self._area, self._host, card)
        rect = aiming.card_corner(card.stage, card.opportunity_id)
        if rect is None:
            return None
        self._by_keys = by_keys
        self._spot = None
        pixmap = self._area.painter.pixmap(
            card, self._session.moment(), round(rect.width()), self._host.devicePixelRatioF()
        )
        self.overlay.lift(pixmap, rect.topLeft())
        self._aiming = aiming
        self._area.set_hole(card.opportunity_id)
        self._area.hold_escape(True)
        return rect.topLeft()

    def _finish(self, *, fly_back: bool) -> None:
        aiming, self._aiming = self._aiming, None
        self.aim = None
        self._scroll.stop()
        self._opening.stop()
        self._telling.stop()
        self._area.hold_escape(False)
        for lane in self._area.lanes.values():
            lane.list.let_go()
        if self._unfolded and fly_back:
            self._unfolded = False
            self._area.fold_outcome()
        if aiming is None or not fly_back:
            return
        oid = aiming.card.opportunity_id
        home = aiming.card_corner(aiming.card.stage, oid)
        corner = None if home is None else home.topLeft()
        self.overlay.fly(corner, lambda: self._area.set_hole(None))

    def _open_lane(self) -> None:
        """The pointer rested over the folded lane."""
        self._unfolded = True
        self._area.open_outcome()
        if self._spot is not None:
            self.carry(self._host.mapToGlobal(self._spot))

    def _scroll_on(self) -> None:
        """Scroll what the pointer is near the edge of, faster the nearer it is."""
        if self._spot is None:
            return
        moved = self._area.scroll_beside(self._area.mapFrom(self._host, self._spot), _pace)
        if moved:
            self.carry(self._host.mapToGlobal(self._spot))


def _pace(distance: float) -> int:
    """Pixels a frame at that distance from an edge; 0 where it is far enough away."""
    if distance >= _NEAR_EDGE:
        return 0
    nearness = 1 - max(distance, 0) / _NEAR_EDGE
    return round(_SLOWEST + (_FASTEST - _SLOWEST) * nearness)
