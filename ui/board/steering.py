"""The way of the keyboard over the board: which lane, which card."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt

from rules.records import OpportunityId
from rules.stages import Stage
from ui.board.lane import LaneColumn
from ui.board.lanes_area import LanesArea
from ui.board.wishes import Wish


class Steering:
    """Moves the current card along and across the lanes."""

    def __init__(self, area: LanesArea) -> None:
        self._area = area
        self._last: LaneColumn | None = None
        for lane in area.lanes.values():
            lane.list.focused.connect(partial(self._remember, lane))

    def has_focus(self) -> bool:
        """Whether a lane has the keyboard."""
        return self._lane() is not None

    def current(self) -> OpportunityId | None:
        """The card the keys act on."""
        lane = self._lane()
        card = lane.list.current_card() if lane is not None else None
        return card.opportunity_id if card else None

    def last(self) -> OpportunityId | None:
        """The current card of the lane that had the keyboard last."""
        card = self._last.list.current_card() if self._last is not None else None
        return card.opportunity_id if card else None

    def enter(self) -> None:
        """Give the keyboard to the lane it was in last, else to the first one with cards."""
        lanes = [lane for lane in self._area.lanes.values() if not lane.is_folded]
        filled = [lane for lane in lanes if lane.model.rowCount()] or lanes
        lane = next((one for one in filled if one is self._last), filled[0])
        lane.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def select(self, stage: Stage, oid: OpportunityId, *, focus: bool) -> None:
        """Make a card current and bring it into view."""
        if focus:
            self._area.show_lane(stage)
        cards = self._area.lanes[stage].list
        cards.select(oid)
        if focus:
            cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def steer(self, wish: Wish) -> bool:
        """Go where an arrow points; False where the wish is no arrow."""
        lane = self._lane()
        if lane is None:
            return False
        if wish in (Wish.UP, Wish.DOWN):
            self._along(lane, -1 if wish is Wish.UP else 1)
        elif wish in (Wish.LANE_LEFT, Wish.LANE_RIGHT):
            self._across(lane, -1 if wish is Wish.LANE_LEFT else 1)
        else:
            return False
        return True

    def _lane(self) -> LaneColumn | None:
        return next((one for one in self._area.lanes.values() if one.list.hasFocus()), None)

    def _remember(self, lane: LaneColumn) -> None:
        self._last = lane

    def _along(self, lane: LaneColumn, step: int) -> None:
        row = lane.list.currentIndex().row() + step
        if row >= lane.model.rowCount():
            lane.model.fetchMore(QModelIndex())  # pages are loaded as the keys reach them
        index = lane.model.index(row)
        if index.isValid():
            lane.list.setCurrentIndex(index)
            lane.list.scrollTo(index)

    def _across(self, lane: LaneColumn, step: int) -> None:
        lanes = list(self._area.lanes.values())
        at = lanes.index(lane) + step
        if not 0 <= at < len(lanes):
            return
        beside = lanes[at]
        if beside.is_folded:
            beside.strip.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._area.show_lane(beside.stage)
        height = lane.list.visualRect(lane.list.currentIndex()).center().y()
        row = max(self._row_near(beside, height), 0)
        beside.list.setFocus(Qt.FocusReason.TabFocusReason)
        index = beside.model.index(row)
        if index.isValid():
            beside.list.setCurrentIndex(index)
            beside.list.scrollTo(index)

    def _row_near(self, lane: LaneColumn, height: int) -> int:
        """The row of a lane that lies at about that height."""
        rows = range(lane.model.rowCount())
        return min(
            rows, key=lambda row: abs(lane.list.card_rect(row).center().y() - height), default=-1
        )
