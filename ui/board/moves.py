"""Everything done to a card from the board: the act, what is asked for it, what is said of it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from models.faults import StoreFault
from rules import likely
from rules.acts import Talk, What, interview_of, just_ended
from rules.board import Ask, Card, Move, Needs, Refused, WayOut
from rules.contradictions import remarks
from rules.records import FactKind, InterviewId, OpportunityId, Outcome
from rules.stages import Stage
from ui import wording
from ui.board.aim import Neighbours
from ui.board.asking import Asking
from ui.session import Session
from ui.widgets.toast import Notice

_FOLLOW_UP = "follow_up"
_INTERVIEW = "interview"
_HAPPENED = "happened:"
"""The sheet's question about something that happened."""


class Moves(QObject):
    """Does what the board was asked for, and says so with its undo."""

    said = Signal(object)
    opened = Signal(str, str)

    def __init__(self, session: Session, asking: Asking) -> None:
        super().__init__()
        self._session = session
        self._asking = asking
        self.moving: OpportunityId | None = None
        """The card that is moved by hand this moment, so that its arrival is no surprise."""

    # -- to another stage -----------------------------------------------------------------

    def move(
        self,
        oid: OpportunityId,
        stage: Stage,
        beside: Neighbours | None = None,
    ) -> None:
        """Move a card as far as the facts allow: at once, after a question, or not at all.

        `beside` are the cards above and below it in a lane that keeps the person's order.
        """
        plan = self._session.plan_move(oid, stage)
        match plan:
            case Refused():
                self._refuse(oid, plan, stage)
            case Needs(ask=Ask.DATE_AND_PEOPLE):
                self._book(oid, beside)
            case Needs(ask=ask):
                self._ask(ask, oid, stage)
            case Move():
                self._move(oid, stage, None, beside, left=plan.left)

    def _refuse(self, oid: OpportunityId, plan: Refused, stage: Stage) -> None:
        title, text = wording.refusal(plan.why, stage)
        words = wording.say("{title}. {text}", title=title, text=text)
        way = plan.way_out
        if way is None:
            self.said.emit(Notice(words, urgent=True))
            return
        act = {
            WayOut.OPEN_INTERVIEW: lambda: self.opened.emit(oid, _INTERVIEW),
            WayOut.ADD_INTERVIEW: lambda: self.add_interview(oid),
            WayOut.WRITE_THANK_YOUS: lambda: self.opened.emit(oid, _FOLLOW_UP),
        }[way]
        self.said.emit(Notice(words, wording.way_out(way), act, urgent=True))

    def _book(
        self,
        oid: OpportunityId,
        beside: Neighbours | None,
    ) -> None:
        """The card goes at once; when and with whom is asked beside it and may wait."""
        interview = self._move(oid, Stage.INTERVIEW_BOOKED, None, beside)
        if interview is not None:
            self._ask_when(oid, interview)

    def _ask_when(self, oid: OpportunityId, interview: InterviewId) -> None:
        """Day, time and people of a talk that is on record already."""
        self._asking.when(
            oid,
            held=False,
            then=lambda talk: self._attempt(
                oid, lambda: self._session.fill_interview(oid, interview, talk)
            ),
        )

    def _ask(self, ask: Ask, oid: OpportunityId, stage: Stage) -> None:
        if ask is Ask.OUTCOME:
            self._asking.outcome(oid, lambda outcome: self._move(oid, stage, outcome, None))
        elif ask is Ask.HAPPENED_ALREADY:
            self._asking.happened(
                oid,
                just_now=lambda: self._move(oid, stage, self._just_now(oid), None),
                earlier=lambda: self._ask(Ask.WHEN_AND_WHOM, oid, stage),
            )
        else:
            self._asking.when(oid, held=True, then=lambda talk: self._move(oid, stage, talk, None))

    def _just_now(self, oid: OpportunityId) -> Talk:
        now = self._session.moment().now
        ahead = (
            one for one in self._session.dossier(oid).interviews if one.end is None or one.end > now
        )
        return just_ended(next(ahead, None), now)

    def _move(
        self,
        oid: OpportunityId,
        stage: Stage,
        answer: Talk | Outcome | None,
        beside: Neighbours | None,
        left: int = 0,
    ) -> InterviewId | None:
        made: list[InterviewId | None] = []
        by_hand = beside is not None and self._session.by_hand(stage)

        def act() -> None:
            if not by_hand or beside is None:
                made.append(self._session.move(oid, stage, answer))
                return
            stack = self._session.undo_stack
            stack.beginMacro("moved")  # one step for the move and its place
            try:
                made.append(self._session.move(oid, stage, answer))
                if self._session.card(oid).stage is stage:
                    self._session.place(oid, *beside)
            finally:
                stack.endMacro()

        if not self._attempt(oid, act):
            return None
        card = self._session.card(oid)
        if left:
            words = wording.count(left, "{n} person not thanked yet", "{n} people not thanked yet")
            write = wording.say("Write to them")
            self.said.emit(Notice(words, write, lambda: self.opened.emit(oid, _FOLLOW_UP)))
        else:
            self._say(wording.moved(card, card.stage))
        return made[0] if made else None

    # -- within its lane ------------------------------------------------------------------

    def place(
        self, oid: OpportunityId, above: OpportunityId | None, below: OpportunityId | None
    ) -> None:
        """Put a card between two others; a lane that was by due keeps the person's order then."""
        stage = self._session.card(oid).stage
        was_by_hand = self._session.by_hand(stage)
        if not self._attempt(oid, lambda: self._session.place(oid, above, below)):
            return
        if was_by_hand:
            self._say(self._named("Moved {company}", self._session.card(oid)))
            return

        def back() -> None:
            self.undo()
            self._session.set_by_hand(stage, False)

        words = wording.say("{lane} keeps your order now", lane=wording.stage_name(stage))
        self.said.emit(Notice(words, wording.say("Undo"), back))

    def order_by_due(self, stage: Stage) -> None:
        """Back to what is due first."""
        self._session.set_by_hand(stage, False)

    # -- other acts -----------------------------------------------------------------------

    def add_interview(self, oid: OpportunityId) -> None:
        """Ask when and whom, then add the interview."""

        def then(talk: Talk) -> None:
            if self._attempt(oid, lambda: self._session.add_interview(oid, talk)):
                self._say(self._named("Added an interview at {company}", self._session.card(oid)))

        self._asking.when(oid, held=False, then=then)

    def they_replied(self, oid: OpportunityId) -> None:
        """Ask what they answered, then note it."""
        self._asking.reply(oid, lambda kind, day: self._note(oid, kind, day))

    def _note(self, oid: OpportunityId, kind: FactKind, day: date | None) -> None:
        """Keep a reply as one step; what does not fit the facts is asked about in the sheet."""
        session, moment = self._session, self._session.moment()
        told = likely.reply(session.dossier(oid), kind, day, moment)
        change = session.plan_happened(oid, told)
        if any(one.asks for one in remarks(session.dossier(oid), told, change, moment)):
            self.opened.emit(oid, f"{_HAPPENED}{told.what}")
            return
        if not self._attempt(oid, lambda: session.do(change)):
            return
        self._say(self._named("Noted the reply from {company}", session.card(oid)))
        if told.what is What.INVITED_AGAIN:
            self._ask_when(oid, interview_of(change))

    def close(self, oid: OpportunityId) -> None:
        """No answer came."""
        if self._attempt(oid, lambda: self._session.close(oid)):
            self._say(self._named("Closed {company}", self._session.card(oid)))

    def duplicate(self, oid: OpportunityId) -> None:
        """One more with the same company and people."""
        card = self._session.card(oid)
        if self._attempt(oid, lambda: self._session.duplicate(oid)):
            self._say(self._named("Duplicated {company}", card))

    def delete(self, oid: OpportunityId) -> None:
        """Take it off the board."""
        card = self._session.card(oid)
        if self._attempt(oid, lambda: self._session.delete(oid)):
            self._say(self._named("Deleted {company}", card))

    def undo(self) -> None:
        """Take the last act back, or say why that cannot be."""
        self._attempt(None, self._session.undo)

    def _named(self, sentence: str, card: Card) -> str:
        return wording.say(sentence, company=card.company)

    def _say(self, words: str) -> None:
        self.said.emit(Notice(words, wording.say("Undo"), self.undo, "Ctrl Z"))

    def _attempt(self, oid: OpportunityId | None, act: Callable[[], object]) -> bool:
        """Do it; where the file refuses, say so. Nothing has changed then."""
        self.moving = oid
        try:
            act()
        except StoreFault as fault:
            self.said.emit(Notice(fault.sentence, urgent=True))
            return False
        finally:
            self.moving = None
        return True
