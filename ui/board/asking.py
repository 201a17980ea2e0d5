"""Which panel asks what, and where on the board it stands."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from rules.acts import Talk
from rules.records import FactKind, OpportunityId, Outcome
from ui import wording
from ui.board.lanes_area import LanesArea
from ui.board.prompts import ChoicePrompt, DayPrompt, WhenPrompt
from ui.session import Session
from ui.theme import Look
from ui.widgets.popover import Popover

_OUTCOMES = (
    (Outcome.OFFER, "party-popper"),
    (Outcome.NOT_THIS_TIME, "x"),
    (Outcome.WITHDREW, "undo-2"),
    (Outcome.NO_ANSWER, "archive"),
)

_REPLIES = (
    (FactKind.REPLY_INVITED, "calendar-plus", "Invited again"),
    (FactKind.OFFER, "party-popper", "Offer"),
    (FactKind.REJECTION, "x", "Not this time"),
    (FactKind.REPLY_HOLDING, "hourglass", "Still deciding"),
    (FactKind.REPLY_NOTE, "sticky-note", "Just a note"),
)


class Asking:
    """Asks one thing at a time, beside the card it is about."""

    def __init__(self, session: Session, look: Look, area: LanesArea, host: QWidget) -> None:
        self._session = session
        self._look = look
        self._area = area
        self._host = host
        self.panel: Popover | None = None
        """The panel that asks now."""

    def when(self, oid: OpportunityId, *, held: bool, then: Callable[[Talk], object]) -> None:
        """Day, time and people of a talk; `held` if it is over."""
        prompt = WhenPrompt(self._look, self._host, self._session.moment(), held=held)
        prompt.told.connect(then)
        self._show(oid, prompt)

    def outcome(self, oid: OpportunityId, then: Callable[[Outcome], object]) -> None:
        """How it ended."""
        answers = [(one.value, icon, wording.outcome_words(one)) for one, icon in _OUTCOMES]
        prompt = ChoicePrompt(self._look, self._host, wording.say("How did it end?"), answers)
        prompt.chosen.connect(lambda key: then(Outcome(key)))
        self._show(oid, prompt)

    def happened(
        self,
        oid: OpportunityId,
        *,
        just_now: Callable[[], object],
        earlier: Callable[[], object],
    ) -> None:
        """Whether a talk that was booked for later is over already."""
        answers = (
            ("just_now", "check", wording.say("Yes, just now")),
            ("earlier", "history", wording.say("Earlier")),
            ("not_yet", "x", wording.say("Not yet")),
        )
        question = wording.say("Has it happened already?")
        prompt = ChoicePrompt(self._look, self._host, question, answers)
        acts = {"just_now": just_now, "earlier": earlier}
        prompt.chosen.connect(lambda key: acts[key]() if key in acts else None)
        self._show(oid, prompt)

    def reply(self, oid: OpportunityId, then: Callable[[FactKind, date | None], object]) -> None:
        """What they answered; "still deciding" asks by when, which may stay open."""
        answers = [(kind.value, icon, wording.say(words)) for kind, icon, words in _REPLIES]
        prompt = ChoicePrompt(self._look, self._host, wording.say("What did they say?"), answers)

        def chosen(key: str) -> None:
            kind = FactKind(key)
            if kind is not FactKind.REPLY_HOLDING:
                then(kind, None)
                return
            by_when = DayPrompt(self._look, self._host, self._session.moment())
            by_when.told.connect(lambda day: then(kind, day))
            self._show(oid, by_when)

        prompt.chosen.connect(chosen)
        self._show(oid, prompt)

    def _show(self, oid: OpportunityId, panel: Popover) -> None:
        if self.panel is not None:
            self.panel.dismiss()
        self.panel = panel
        self._area.set_marked(oid)
        panel.dismissed.connect(lambda: self._gone(panel))
        panel.show_beside(self._rect(oid))

    def _gone(self, panel: Popover) -> None:
        if self.panel is panel:
            self.panel = None
            self._area.set_marked(None)
        panel.deleteLater()

    def _rect(self, oid: OpportunityId) -> QRect:
        """Where the card is, or its folded lane, or the middle of the board."""
        lane = self._area.lanes[self._session.card(oid).stage]
        row = lane.model.row_of(oid)
        if lane.is_folded or row < 0:
            return QRect(lane.mapTo(self._host, QPoint(0, 40)), lane.strip.size() / 4)
        rect = lane.list.card_rect(row)
        return rect.translated(lane.list.viewport().mapTo(self._host, QPoint(0, 0)))
