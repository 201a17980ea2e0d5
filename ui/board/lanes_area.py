"""The five lanes side by side: their widths, the folded Outcome, the scrolling sideways."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from rules.records import Moment, OpportunityId
from rules.stages import Stage
from ui.board.card_painter import CardPainter
from ui.board.lane import LaneColumn
from ui.board.lane_header import STRIP
from ui.theme import Look

LEAST = 188
MOST = 320
_FOLD_UNDER = 200
_WIDE = 1000


class LanesArea(QScrollArea):
    """Lays the lanes out over the width there is, and lets Outcome fold where it is scarce."""

    arranged = Signal()
    """The lanes have other places now."""

    def __init__(self, look: Look, moment: Callable[[], Moment]) -> None:
        super().__init__()
        self._look = look
        self.painter = CardPainter(look)
        self._track = QWidget()
        self._opened = False
        self.lanes: Mapping[Stage, LaneColumn] = {
            stage: LaneColumn(stage, look, self.painter, moment) for stage in Stage
        }
        for lane in self.lanes.values():
            lane.setParent(self._track)
        self.setWidget(self._track)
        self.setWidgetResizable(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._track.setAutoFillBackground(False)
        last = self.lanes[Stage.OUTCOME]
        last.strip.clicked.connect(lambda: self.open_outcome(focus=True))
        last.fold.clicked.connect(self.fold_outcome)
        look.changed.connect(self._arrange)

    @property
    def side(self) -> int:
        """The padding at the sides, smaller in a small window."""
        return 20 if self.viewport().width() >= _WIDE else 16

    def open_outcome(self, *, focus: bool = False) -> None:
        """Show the folded lane's cards."""
        self._opened = True
        self._arrange()
        last = self.lanes[Stage.OUTCOME]
        self.ensureWidgetVisible(last, self.side, 0)
        if focus:
            last.list.setFocus(Qt.FocusReason.TabFocusReason)

    def fold_outcome(self) -> None:
        """Fold it again, where there is no room for it."""
        self._opened = False
        self._arrange()

    def show_lane(self, stage: Stage) -> None:
        """Bring a lane into view, unfolding it."""
        if self.lanes[stage].is_folded:
            self.open_outcome()
        self.ensureWidgetVisible(self.lanes[stage], self.side, 0)

    def lane_at(self, x: int) -> LaneColumn | None:
        """The lane at a place of the viewport."""
        for lane in self.lanes.values():
            left = lane.x() + self._track.x()
            if left <= x < left + lane.width():
                return lane
        return None

    def hold_escape(self, hold: bool) -> None:
        """Whether Esc means the carried card now."""
        for lane in self.lanes.values():
            lane.list.holds_escape = hold

    def set_hole(self, oid: OpportunityId | None) -> None:
        """The card that is lifted off its lane; None puts it back."""
        for lane in self.lanes.values():
            lane.list.delegate().hole = oid
            lane.list.viewport().update()

    def set_marked(self, oid: OpportunityId | None) -> None:
        """The card that is asked about: it wears the ring while a panel has the keyboard."""
        for lane in self.lanes.values():
            lane.list.delegate().marked = oid
            lane.list.viewport().update()

    def scroll_beside(self, spot: QPoint, pace: Callable[[float], int]) -> bool:
        """Scroll what `spot` is near the edge of; `pace` tells pixels for a distance."""
        sideways = self.horizontalScrollBar()
        before = sideways.value()
        sideways.setValue(before + pace(self.width() - spot.x()) - pace(spot.x()))
        moved = sideways.value() != before
        lane = self.lane_at(spot.x())
        if lane is not None and not lane.is_folded:
            bar, cards = lane.list.verticalScrollBar(), lane.cards_rect()
            before = bar.value()
            bar.setValue(before + pace(cards.bottom() - spot.y()) - pace(spot.y() - cards.top()))
            moved = moved or bar.value() != before
        return moved

    def _arrange(self) -> None:
        """Five equal lanes; or four and a strip where five would be too narrow."""
        width, height = self.viewport().width(), self.viewport().height()
        side, gap = self.side, (10 if width >= _WIDE else 8)
        room = width - 2 * side - 4 * gap
        px = self._look.px
        scarce = room / 5 < px(_FOLD_UNDER)
        folded = scarce and not self._opened
        if not scarce:
            self._opened = False
        each = (room - STRIP) / 4 if scarce else room / 5
        each = min(max(each, px(LEAST)), px(MOST))
        self.lanes[Stage.OUTCOME].set_folded(folded, can_fold=scarce)
        left = float(side)
        for lane in self.lanes.values():
            wide = STRIP if lane.is_folded else each
            right = left + wide
            lane.setGeometry(QRect(round(left), 0, round(right) - round(left), height - side))
            left = right + gap
        self._track.resize(max(round(left - gap + side), width), height)
        self.arranged.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
