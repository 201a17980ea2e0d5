"""What can be done now, for the command list: by the page, the card and the letter at hand."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from rules.records import OpportunityId
from rules.search import Show
from rules.stages import Stage
from ui import wording
from ui.board.wishes import Wish
from ui.keymap import COMMANDS, Place, in_place
from ui.offers import Offer
from ui.today.coming import Opener
from ui.today.row import Row
from ui.wording.commands import WhyNot, undo_words, why_not
from ui.wording.keys import keys_shown, place_name
from ui.wording.say import say

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_LISTED = (
    Wish.OPEN,
    Wish.COMPOSE,
    Wish.ADD_INTERVIEW,
    Wish.THEY_REPLIED,
    Wish.MOVE_LEFT,
    Wish.MOVE_RIGHT,
    Wish.MOVE_TO,
    Wish.MOVE_UP,
    Wish.MOVE_DOWN,
    Wish.BY_DUE,
    Wish.PICK_UP,
    Wish.CLOSE,
    Wish.DUPLICATE,
    Wish.DELETE,
    Wish.MENU,
)
"""What is offered for a card; the arrow keys are nothing to choose from a list."""

_LATER = ("insights", "settings", "restore")
"""Pages that are not always there."""

_TABS = (
    ("interview", "calendar-clock", "Interview tab"),
    ("people", "users", "People tab"),
    ("history", "history", "History tab"),
)


class Commands:
    """Puts the offers together from the table, each with its act or the reason why not."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def offers(self) -> list[Offer]:
        """The letter at hand first, then the card, then what is always there."""
        oid = self.current()
        card, letter = list(self._card(oid)), list(self._letter())
        everywhere = list(self._everywhere())
        if oid is None:
            return [*everywhere, *card, *letter]
        if not letter[0].why:
            return [*letter, *card, *everywhere]
        return [*card, *everywhere, *letter]

    def current(self) -> OpportunityId | None:
        """The card that is at hand: in the sheet, under the keys, or in the row of Today."""
        window = self._window
        if window.frame.is_open():
            return window.sheet.opportunity_id
        if window.page() == "board":
            return window.board.current()
        focus = QApplication.focusWidget()
        while focus is not None and not isinstance(focus, Row | Opener):
            focus = focus.parentWidget()
        return focus.card.opportunity_id if focus is not None else None

    def do_on_board(self, wish: Wish, oid: OpportunityId) -> None:
        """Do something to a card where it can be seen."""
        self._window.leave_for("board")
        self._window.board.do(wish, oid)

    def _move_on_board(self, oid: OpportunityId, stage: Stage) -> None:
        board = self._window.board
        self._window.leave_for("board")
        board.reveal(oid)
        board.acts.move(oid, stage)

    def _show_cards(self, show: Show) -> None:
        """The board, and of it only some cards."""
        self._window.leave_for("board")
        self._window.board.show_only(show)
        self._window.board.take_focus()

    def _offer(
        self,
        name: str,
        act: Callable[[], object],
        group: str,
        why: WhyNot | None = None,
        text: str = "",
    ) -> Offer:
        command = COMMANDS[name]
        shown = not command.is_letter or self._window.session.options.letter_keys
        return Offer(
            name=name,
            text=text or say(command.text),
            group=group,
            keys=keys_shown(command) if shown else (),
            icon=command.icon,
            also=command.also,
            act=act,
            why=why_not(why) if why else "",
        )

    # -- always there ---------------------------------------------------------------------

    def _everywhere(self) -> Iterator[Offer]:
        window, group = self._window, place_name(Place.EVERYWHERE)
        stack, finding = window.session.undo_stack, window.board.finding
        whys = {
            "undo": None if stack.canUndo() else WhyNot.NOTHING_DONE,
            "redo": None if stack.canRedo() else WhyNot.NOTHING_UNDONE,
            "show_all": None if finding.active else WhyNot.ALL_SHOWN,
        }
        words = {
            "undo": undo_words(stack.undoText()),
            "redo": undo_words(stack.redoText(), again=True),
        }
        filters = {"show_all": Show.ALL, "show_to_send": Show.TO_SEND, "show_waiting": Show.WAITING}
        for name in in_place(Place.EVERYWHERE):
            if name == "commands" or (name in _LATER and not window.has(name)):
                continue
            shown = filters.get(name)
            act: Callable[[], object]
            if name == "restore":
                act = partial(window.go, name)
            elif shown is None:
                act = window.actions_of[name].trigger
            else:
                act = partial(self._show_cards, shown)
            yield self._offer(name, act, group, whys.get(name), words.get(name, ""))

    # -- of one card ----------------------------------------------------------------------

    def _card(self, oid: OpportunityId | None) -> Iterator[Offer]:
        known = oid is not None and self._window.session.knows(oid)
        session = self._window.session
        group = session.card(oid).company if oid and known else place_name(Place.CARD)
        whys = self._whys(oid) if oid and known else dict.fromkeys(_LISTED, WhyNot.NO_CARD)
        for wish in _LISTED:
            yield self._offer(wish, self._doer(wish, oid), group, whys.get(wish))
            if wish is Wish.COMPOSE:
                yield from self._tabs(oid, group, whys.get(wish))
                if oid and known:
                    yield from self._of_step(oid, group)
            if wish is Wish.MOVE_TO:
                yield from self._stages(oid, group)

    def _of_step(self, oid: OpportunityId, group: str) -> Iterator[Offer]:
        """What a row of Today can do; only what makes sense for the card now."""
        for one in self._window.today.acts(oid):
            yield Offer(
                name=one.name,
                text=one.words,
                group=group,
                keys=(),
                icon=one.icon,
                also=one.also,
                act=one.act,
            )

    def _whys(self, oid: OpportunityId) -> dict[Wish, WhyNot]:
        """What cannot be done with a card as it is."""
        session, stages = self._window.session, list(Stage)
        card = session.card(oid)
        whys = {
            Wish.MOVE_LEFT: WhyNot.FIRST_STAGE if card.stage is stages[0] else None,
            Wish.MOVE_RIGHT: WhyNot.LAST_STAGE if card.stage is stages[-1] else None,
            Wish.CLOSE: WhyNot.CLOSED_ALREADY if card.outcome is not None else None,
            Wish.BY_DUE: None if session.by_hand(card.stage) else WhyNot.BY_DUE_ALREADY,
        }
        return {wish: why for wish, why in whys.items() if why is not None}

    def _doer(self, wish: Wish, oid: OpportunityId | None) -> Callable[[], object]:
        """What a wish does: the sheet's own are done there, all others on the board."""
        window, known = self._window, oid or OpportunityId("")
        if wish in (Wish.OPEN, Wish.COMPOSE):
            return partial(window.open_sheet, known, "follow_up" if wish is Wish.COMPOSE else "")
        return partial(self.do_on_board, wish, known)

    def _tabs(self, oid: OpportunityId | None, group: str, why: WhyNot | None) -> Iterator[Offer]:
        for tab, icon, text in _TABS:
            yield Offer(
                name=f"tab_{tab}",
                text=say(text),
                group=group,
                keys=(),
                icon=icon,
                also="open",
                act=partial(self._window.open_sheet, oid or "", tab),
                why=why_not(why) if why else "",
            )

    def _stages(self, oid: OpportunityId | None, group: str) -> Iterator[Offer]:
        session = self._window.session
        own = session.card(oid).stage if oid and session.knows(oid) else None
        for stage in Stage:
            why = WhyNot.NO_CARD if own is None else WhyNot.SAME_STAGE if own is stage else None
            yield Offer(
                name=f"stage_{stage}",
                text=say("Move to {stage}", stage=wording.stage_name(stage)),
                group=group,
                keys=(),
                icon=wording.STAGE_ICONS[stage],
                also="",
                act=partial(self._move_on_board, OpportunityId(oid or ""), stage),
                why=why_not(why) if why else "",
            )

    # -- of one letter --------------------------------------------------------------------

    def _letter(self) -> Iterator[Offer]:
        window, is_open = self._window, self._window.frame.is_open()
        shut = None if is_open else WhyNot.NO_SHEET
        unwritten = None if window.sheet.follow_up.may_write() else WhyNot.NOTHING_TO_WRITE
        acts = {**window.sheet.acts, "close_sheet": window.close_sheet}
        for place, why in ((Place.LETTER, shut or unwritten), (Place.SHEET, shut)):
            for name in in_place(place):
                if name in acts:
                    yield self._offer(name, acts[name], place_name(place), why)
