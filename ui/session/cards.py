"""Acts on whole cards: added, moved, put in order, put off, deleted."""

from dataclasses import replace
from datetime import UTC, datetime

from rules import acts, board
from rules.acts import Talk
from rules.board import Plan
from rules.quick_add import Entry
from rules.records import Dossier, InterviewId, OpportunityId, Outcome, Record
from rules.stages import Stage
from rules.today import matter_of, snooze_until
from ui.new_id import new_id
from ui.truth import Truth


class Cards(Truth):
    """Acts on whole cards."""

    def add(self, entry: Entry) -> OpportunityId:
        """A new card from one understood line."""
        change = acts.add(entry, moment=self.moment(), zone_name=self.zone_name(), ids=new_id)
        self.do(change)
        return change.opportunity_id

    def plan_move(self, oid: OpportunityId, stage: Stage) -> Plan:
        """What it would take to put a card into a stage."""
        return board.plan_move(self.dossier(oid), stage, self.moment())

    def move(
        self, oid: OpportunityId, stage: Stage, answer: Talk | Outcome | None = None
    ) -> InterviewId | None:
        """Put a card into a stage by recording what makes it true.

        Gives the interview that was made or changed, if one was. Raises ValueError where the
        plan refuses the move or its question is not answered.
        """
        dossier, moment = self.dossier(oid), self.moment()
        plan = board.plan_move(dossier, stage, moment)
        change, interview = acts.move(
            dossier, stage, plan, answer, moment=moment, zone_name=self.zone_name(), ids=new_id
        )
        self.do(change)
        return interview

    def place(
        self, oid: OpportunityId, above: OpportunityId | None, below: OpportunityId | None
    ) -> None:
        """Put a card between two others of its lane, in the person's own order."""
        stage = self.card(oid).stage
        if not self.by_hand(stage) or self._lanes.tied(above, below):
            for change in self._lanes.numbered(stage, self._dossiers):
                self._carry_out(change)
        self.set_by_hand(stage, True)
        at = self._lanes.between(above, below)
        self.do(acts.place(self.dossier(oid), at))

    def by_hand(self, stage: Stage) -> bool:
        """Whether a lane keeps the person's own order instead of what is due first."""
        return stage in self._lanes.by_hand

    def set_by_hand(self, stage: Stage, by_hand: bool) -> None:
        """Choose a lane's order."""
        self._lanes.set_by_hand(stage, by_hand)
        self.clock_moved.emit()

    def delete(self, oid: OpportunityId) -> None:
        """Take a card off the board."""
        self.do(acts.delete(self.dossier(oid), now=self._clock()))

    def deleted(self) -> tuple[Dossier, ...]:
        """What was deleted and is still kept, latest first."""
        return self._store.deleted()

    def bring_back(self, oid: OpportunityId) -> None:
        """A deleted card is on the board again. KeyError where it is gone for good."""
        found = {one.opportunity.id: one for one in self._store.deleted()}
        dossier = found[oid]
        self._dossiers[oid] = dossier
        back = replace(dossier.opportunity, deleted_at=None)
        self.do(acts.edit(dossier, dossier.opportunity, back, "brought_back"))

    def forget(self, oid: OpportunityId) -> None:
        """A deleted card is gone for good; nothing done before can be taken back then."""
        self._store.purge([oid])
        self._dossiers.pop(oid, None)
        self.undo_stack.clear()
        self.clock_moved.emit()

    def duplicate(self, oid: OpportunityId) -> OpportunityId:
        """Another opportunity with the same company and people."""
        change = acts.duplicate(self.dossier(oid), now=self._clock(), ids=new_id)
        self.do(change)
        return change.opportunity_id

    def close(self, oid: OpportunityId) -> None:
        """The person closes it without an answer."""
        self.record_outcome(oid, Outcome.NO_ANSWER)

    def reopen(self, oid: OpportunityId) -> None:
        """Take an outcome back."""
        self.do(acts.reopen(self.dossier(oid)))

    def record_outcome(self, oid: OpportunityId, outcome: Outcome) -> None:
        """How it ended."""
        self.do(acts.record_outcome(self.dossier(oid), outcome, now=self._clock(), ids=new_id))

    def edit(
        self,
        oid: OpportunityId,
        before: Record | None,
        after: Record | None,
        label: str = "edited",
    ) -> None:
        """One record typed over; None before adds it, None after takes it away."""
        if before != after:
            self.do(acts.edit(self.dossier(oid), before, after, label))

    def snooze(self, oid: OpportunityId, until: datetime | None) -> None:
        """Today leaves the card out until then, at the latest until a thank-you would be late.

        None shows it again at once.
        """
        card, moment = self.card(oid), self.moment()
        at = snooze_until(card, until).astimezone(UTC) if until is not None else None
        self.do(acts.snooze(self.dossier(oid), at, matter_of(card, moment)))

    def not_needed(self, oid: OpportunityId) -> None:
        """The letter of the next step is left out, for everybody it would go to."""
        dossier, moment = self.dossier(oid), self.moment()
        self.do(acts.not_needed(dossier, self.step(oid), moment=moment, ids=new_id))

    def needed_after_all(self, oid: OpportunityId) -> None:
        """What was left out is asked for again, as far as the rules allow it now."""
        self.do(acts.needed_after_all(self.dossier(oid)))
