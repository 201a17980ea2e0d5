"""Where a carried card is over, what would come of dropping it there, and how that is shown."""

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtWidgets import QWidget

from rules.board import Card, Plan, Refused
from rules.records import OpportunityId
from rules.stages import Stage
from ui import wording
from ui.board.drag import Target
from ui.board.landing import landing_row, moved_card
from ui.board.lane import LaneColumn
from ui.board.lanes_area import LanesArea
from ui.session import Session

Neighbours: TypeAlias = tuple[OpportunityId | None, OpportunityId | None]
"""The cards above and below a place."""


@dataclass(frozen=True, kw_only=True)
class Aim:
    """A place in a lane. `plan` is None in the card's own lane; `row` counts the other cards."""

    stage: Stage
    plan: Plan | None
    row: int


class Aiming:
    """Finds the aim of one carried card; what a lane's plan is does not change while it hovers."""

    def __init__(self, session: Session, area: LanesArea, host: QWidget, card: Card) -> None:
        self._session = session
        self._area = area
        self._host = host
        self.card = card
        self._plans: dict[Stage, tuple[Plan, Card | None]] = {}

    def at(self, lane: LaneColumn, spot: QPoint | None) -> Aim:
        """The aim in a lane, the pointer at `spot` (the host's pixels) or nowhere."""
        if lane.stage is self.card.stage:
            row = self.own_row() if spot is None else self._row_at(lane, spot)
            return Aim(stage=lane.stage, plan=None, row=row)
        plan, after = self._plan(lane.stage)
        by_hand = self._session.by_hand(lane.stage)
        if by_hand and spot is not None:
            return Aim(stage=lane.stage, plan=plan, row=self._row_at(lane, spot))
        row = 0 if after is None else landing_row(after, lane.model.all(), by_hand=by_hand)
        return Aim(stage=lane.stage, plan=plan, row=row)

    def own_row(self) -> int:
        """The card's row in its own lane."""
        return self._area.lanes[self.card.stage].model.row_of(self.card.opportunity_id)

    def neighbours(self, aim: Aim) -> Neighbours:
        """The cards above and below the aimed place."""
        others = self._others(self._area.lanes[aim.stage])
        above = others[aim.row - 1].opportunity_id if aim.row > 0 else None
        below = others[aim.row].opportunity_id if aim.row < len(others) else None
        return above, below

    def target(self, aim: Aim) -> Target:
        """How the aim is shown."""
        lane = self._area.lanes[aim.stage]
        whole = self._rect(lane, lane.rect().toRectF())
        cards = self._rect(lane, lane.cards_rect().toRectF())
        if isinstance(aim.plan, Refused):
            refused = wording.refusal(aim.plan.why, aim.stage)
            return Target(lane=whole, cards=cards, refusal=refused)
        line = None if lane.is_folded else self._line(lane, aim.row)
        if aim.plan is None:
            own = not self._session.by_hand(aim.stage)
            words = wording.say("This lane keeps your order then") if own else ""
            if aim.row == self.own_row():
                line, words = None, ""
        else:
            words = wording.next_words(aim.plan, aim.stage)
        return Target(lane=whole, cards=cards, line=line, words=words)

    def card_corner(self, stage: Stage, oid: OpportunityId) -> QRectF | None:
        """Where a card is shown now; None where its lane does not show it."""
        lane = self._area.lanes[stage]
        row = lane.model.row_of(oid)
        if row < 0 or lane.is_folded:
            return None
        return self._rect(lane.list.viewport(), lane.list.card_rect(row).toRectF())

    def _plan(self, stage: Stage) -> tuple[Plan, Card | None]:
        if stage not in self._plans:
            oid = self.card.opportunity_id
            plan = self._session.plan_move(oid, stage)
            self._plans[stage] = (plan, moved_card(self._session, oid, stage, plan))
        return self._plans[stage]

    def _others(self, lane: LaneColumn) -> list[Card]:
        own = self.card.opportunity_id
        return [one for one in lane.model.all() if one.opportunity_id != own]

    def _rows(self, lane: LaneColumn) -> list[QRectF]:
        """Where the other cards are that the view knows, from the top."""
        rects = []
        for row in range(lane.model.rowCount()):
            card = lane.model.card(row)
            if card is not None and card.opportunity_id != self.card.opportunity_id:
                rect = lane.list.card_rect(row).toRectF()
                rects.append(self._rect(lane.list.viewport(), rect))
        return rects

    def _row_at(self, lane: LaneColumn, spot: QPoint) -> int:
        return sum(rect.center().y() < spot.y() for rect in self._rows(lane))

    def _line(self, lane: LaneColumn, row: int) -> float:
        """The height of the drop line above that row, kept within what is seen of the lane."""
        cards = self._rect(lane, lane.cards_rect().toRectF())
        rects = self._rows(lane)
        if not rects:
            line = cards.top() + 8
        elif row < len(rects):
            line = rects[row].top() - 4
            if row > 0:
                line = (rects[row - 1].bottom() + rects[row].top()) / 2
        else:
            line = rects[-1].bottom() + 14
        return min(max(line, cards.top() + 3), cards.bottom() - 6)

    def _rect(self, widget: QWidget, rect: QRectF) -> QRectF:
        """The same rectangle in the host's pixels."""
        return rect.translated(widget.mapTo(self._host, QPoint(0, 0)).toPointF())
