"""One lane of the board: its header, its cards, and Outcome's strip when it is folded."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from rules.board import Card, Lane
from rules.records import Moment
from rules.stages import Stage
from ui import wording
from ui.board.card_delegate import CardDelegate
from ui.board.card_list import CardList
from ui.board.card_painter import CardPainter
from ui.board.lane_header import HEADER, RADIUS, Strip, paint_header
from ui.board.lane_model import LaneModel
from ui.theme import Look
from ui.widgets.button import IconButton
from ui.widgets.paint import painting

_BUTTON = 26


class LaneColumn(QWidget):
    """A stage with its cards. Only Outcome ever folds, to a strip that opens it."""

    add_asked = Signal()
    """The + of this lane's header was pressed."""

    def __init__(
        self, stage: Stage, look: Look, painter: CardPainter, moment: Callable[[], Moment]
    ) -> None:
        super().__init__()
        self.stage = stage
        self._look = look
        self._moment = moment
        self._words = wording.LaneWords("", "", None)
        self._count = ""
        name = wording.stage_name(stage)
        self.model = LaneModel(moment, self)
        self.list = CardList(look, self.model)
        self.list.setItemDelegate(CardDelegate(look, painter, moment, self.list))
        self.list.empty_text = wording.empty_lane(stage)
        self.strip = Strip(stage, look)
        fold = wording.say("Fold {lane}", lane=name)
        self.fold = IconButton(look, "chevron-right", fold, side=_BUTTON, size=16)
        add = wording.say("Add to {lane}", lane=name)
        self._add = IconButton(look, "plus", add, side=_BUTTON, size=16)
        self._add.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+N is the key for it
        self._add.clicked.connect(self.add_asked)
        for part in (self.list, self.strip, self.fold, self._add):
            part.setParent(self)
        for part in (self.strip, self.fold, self._add):
            part.hide()
        look.changed.connect(self._arrange)

    @property
    def is_folded(self) -> bool:
        """Whether only the strip is shown."""
        return not self.list.isVisibleTo(self)

    def set_folded(self, folded: bool, *, can_fold: bool = False) -> None:
        """Show the strip or the cards; `can_fold` offers to fold the open lane again."""
        self.fold.setVisible(can_fold and not folded)
        if folded == self.is_folded:
            return
        had_focus = self.list.hasFocus()
        self.list.setVisible(not folded)
        self.strip.setVisible(folded)
        self._add.hide()
        if folded and had_focus:
            self.strip.setFocus()
        self.update()

    def show_lane(
        self, lane: Lane, cards: tuple[Card, ...] | None = None, *, anew: bool = False
    ) -> None:
        """The lane as it is now, or only some of its cards; `anew` puts the rows together anew."""
        cards = lane.cards if cards is None else cards
        name = wording.lane_spoken(lane, len(cards))
        if self.list.accessibleName() != name:
            self.list.setAccessibleName(name)
            self.strip.show_count(wording.few_of(len(cards), len(lane.cards), short=True), name)
        self._words = wording.lane_words(lane, self._moment())
        self._count = wording.few_of(len(cards), len(lane.cards))
        self.list.empty_text = wording.empty_lane(self.stage, filtered=len(cards) < len(lane.cards))
        if anew:
            self.model.show_anew(cards)
        else:
            self.model.show(cards)
        self.update()

    def cards_rect(self) -> QRect:
        """Where the cards are, in the lane's coordinates."""
        return self.list.geometry()

    def _arrange(self) -> None:
        header = self._look.px(HEADER)
        height = max(self.height() - header - RADIUS // 2, 0)
        self.list.setGeometry(0, header, self.width(), height)
        self.strip.setGeometry(self.rect())
        for button in (self._add, self.fold):
            button.move(self.width() - 66, self._look.px(22) - _BUTTON // 2)
        self.update()

    # -- what Qt calls --------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.theme.lane)
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
            if not self.is_folded:
                shown = self._add.isVisible() or self.fold.isVisible()
                paint_header(
                    painter,
                    self._look,
                    self.stage,
                    self._words,
                    self._count,
                    self.width(),
                    kept_free=_BUTTON + 4 if shown else 0,
                )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._add.setVisible(self.stage is not Stage.OUTCOME and not self.is_folded)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._add.hide()
        self.update()
