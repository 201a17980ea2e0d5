"""The session: every act of the person, as changes of the truth in memory."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from rules import acts, board
from rules.acts import Talk
from rules.board import Plan
from rules.compose import Letter, Missing, compose
from rules.letter_values import thanked_through
from rules.quick_add import Entry
from rules.records import (
    Channel,
    Draft,
    FactKind,
    HighlightId,
    InterviewId,
    MessageId,
    MessageKind,
    OpportunityId,
    Outcome,
    PersonId,
    Preferences,
    Profile,
    Record,
    Tone,
)
from rules.stages import Stage
from ui.truth import Truth


class Session(Truth):
    """What the windows ask for. It adds no state of its own."""

    def add(self, entry: Entry) -> OpportunityId:
        """A new card from one understood line."""
        change = acts.add(entry, moment=self.moment(), zone_name=self.zone_name(), ids=_id)
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
            dossier, stage, plan, answer, moment=moment, zone_name=self.zone_name(), ids=_id
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

    def duplicate(self, oid: OpportunityId) -> OpportunityId:
        """Another opportunity with the same company and people."""
        change = acts.duplicate(self.dossier(oid), now=self._clock(), ids=_id)
        self.do(change)
        return change.opportunity_id

    def close(self, oid: OpportunityId) -> None:
        """The person closes it without an answer."""
        self.record_outcome(oid, Outcome.NO_ANSWER)

    def reopen(self, oid: OpportunityId) -> None:
        """Take an outcome back."""
        self.do(acts.reopen(self.dossier(oid)))

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

    def add_interview(self, oid: OpportunityId, talk: Talk) -> InterviewId:
        """One more interview of an opportunity."""
        change = acts.book(self.dossier(oid), talk, zone_name=self.zone_name(), ids=_id)
        self.do(change)
        return acts.interview_of(change)

    def fill_interview(self, oid: OpportunityId, interview_id: InterviewId, talk: Talk) -> None:
        """The time and people of an interview, asked after it was made."""
        dossier = self.dossier(oid)
        interview = dossier.interview(interview_id)
        if interview is not None:
            self.do(acts.fill_in(dossier, interview, talk, ids=_id))

    def remove_interview(self, oid: OpportunityId, interview_id: InterviewId) -> None:
        """An interview that will not be."""
        dossier = self.dossier(oid)
        interview = dossier.interview(interview_id)
        if interview is not None:
            self.do(acts.remove_interview(dossier, interview))

    def add_person(
        self, oid: OpportunityId, interview_id: InterviewId | None, name: str, email: str = ""
    ) -> PersonId:
        """One more person, met in an interview if one is given."""
        dossier = self.dossier(oid)
        change = acts.add_person(dossier, dossier.interview(interview_id), name, email, ids=_id)
        self.do(change)
        return acts.person_of(change)

    def remove_person(self, oid: OpportunityId, person_id: PersonId) -> None:
        """Nobody by that record any more."""
        dossier = self.dossier(oid)
        person = dossier.person(person_id)
        if person is not None:
            self.do(acts.remove_person(dossier, person))

    def skip(
        self, oid: OpportunityId, interview_id: InterviewId, person_id: PersonId, skipped: bool
    ) -> None:
        """No thank-you for that person here, or after all."""
        dossier = self.dossier(oid)
        interview = dossier.interview(interview_id)
        if interview is not None:
            self.do(acts.skip(dossier, interview, person_id, skipped))

    def add_highlight(
        self,
        oid: OpportunityId,
        interview_id: InterviewId,
        text: str,
        person_id: PersonId | None,
    ) -> HighlightId:
        """Something that came up, ticked for one person if one is given."""
        change = acts.add_highlight(self.dossier(oid), interview_id, text, person_id, ids=_id)
        self.do(change)
        return acts.highlight_of(change)

    def tick(
        self, oid: OpportunityId, highlight_id: HighlightId, person_id: PersonId, on: bool
    ) -> None:
        """Whether a highlight belongs into one person's letter."""
        dossier = self.dossier(oid)
        for highlight in dossier.highlights:
            if highlight.id == highlight_id:
                self.do(acts.tick(dossier, highlight, person_id, on))

    def record_reply(self, oid: OpportunityId, kind: FactKind, day: date | None = None) -> None:
        """What they answered, or another fact about them."""
        self.do(acts.record_fact(self.dossier(oid), kind, now=self._clock(), ids=_id, day=day))

    def invited_again(self, oid: OpportunityId) -> InterviewId:
        """They invited again: one act that notes it and makes the interview to come."""
        change, interview = acts.invited_again(
            self.dossier(oid), moment=self.moment(), zone_name=self.zone_name(), ids=_id
        )
        self.do(change)
        return interview

    def record_outcome(self, oid: OpportunityId, outcome: Outcome) -> None:
        """How it ended."""
        self.do(acts.record_outcome(self.dossier(oid), outcome, now=self._clock(), ids=_id))

    def set_profile(self, profile: Profile) -> None:
        """Who signs the letters."""
        self._store.save_profile(profile)
        self.profile = profile
        self.preferences_changed.emit()

    def set_preferences(self, preferences: Preferences) -> None:
        """The timing a person may choose; all cards are looked at anew."""
        self._store.save_preferences(preferences)
        self.preferences = preferences
        self._lanes.fill(self._dossiers.values(), self.moment())
        self.preferences_changed.emit()

    def letter(
        self,
        oid: OpportunityId,
        kind: MessageKind,
        person_id: PersonId | None,
        tone: Tone,
        interview_id: InterviewId | None = None,
    ) -> Letter | Missing:
        """A fresh letter from the template."""
        return compose(
            self.dossier(oid),
            kind,
            person_id,
            tone,
            self.moment(),
            self.profile,
            self._templates,
            interview_id=interview_id,
        )

    def draft(
        self,
        oid: OpportunityId,
        kind: MessageKind,
        person_id: PersonId | None,
        tone: Tone,
        interview_id: InterviewId | None = None,
    ) -> Draft | Missing:
        """The draft kept for that recipient, kind and tone if it was touched, else a fresh one."""
        wanted = (oid, interview_id or "", person_id or "", kind.value, tone.value)
        for kept in self.dossier(oid).drafts:
            if kept.key == wanted and (kept.edited or kept.copied_at is not None):
                return kept
        letter = self.letter(oid, kind, person_id, tone, interview_id)
        if isinstance(letter, Missing):
            return letter
        return Draft(
            opportunity_id=oid,
            interview_id=interview_id,
            person_id=person_id,
            kind=kind,
            tone=tone,
            subject=letter.subject,
            body=letter.body,
            saved_at=self._clock(),
        )

    def save_draft(self, draft: Draft) -> Draft:
        """Keep the text being written; it is no act and cannot be undone."""
        kept = replace(draft, saved_at=self._clock())
        self._store.save_draft(kept)
        dossier = self.dossier(draft.opportunity_id)
        others = tuple(one for one in dossier.drafts if one.key != kept.key)
        self._follow(draft.opportunity_id, replace(dossier, drafts=(*others, kept)))
        self.drafts_changed.emit(draft.opportunity_id)
        return kept

    def mark_copied(self, draft: Draft) -> Draft:
        """It is on the clipboard or in the mail program; that counts as nothing yet."""
        return self.save_draft(replace(draft, copied_at=self._clock()))

    def not_sent(self, draft: Draft) -> Draft:
        """Copied, and it did not go out."""
        return self.save_draft(replace(draft, copied_at=None))

    def mark_sent(
        self, draft: Draft, original: str = "", channel: Channel = Channel.EMAIL
    ) -> MessageId:
        """The person confirms it went out: a snapshot is kept and the draft is dropped.

        What was copied while it was allowed did go out and counts, whatever came since (RULES
        0.8). Raises ValueError for a letter that was never copied and is not allowed.
        """
        oid = draft.opportunity_id
        refusal = self.may_send(oid, draft.kind, draft.person_id)
        if refusal is not None and draft.copied_at is None:
            raise ValueError(f"{draft.kind} is refused: {refusal.reason}")
        change = acts.mark_sent(
            self.dossier(oid),
            draft,
            original=original,
            channel=channel,
            names=thanked_through(self.dossier(oid), draft, self.moment()),
            now=self._clock(),
            ids=_id,
        )
        self.do(change)
        self._store.drop_drafts(oid, draft.interview_id, draft.person_id, draft.kind)
        dossier = self.dossier(oid)
        gone = (draft.interview_id, draft.person_id, draft.kind)
        kept = tuple(
            one for one in dossier.drafts if (one.interview_id, one.person_id, one.kind) != gone
        )
        self._follow(oid, replace(dossier, drafts=kept))
        self.drafts_changed.emit(oid)
        return acts.message_of(change)

    def mark_unsent(self, oid: OpportunityId, message_id: MessageId) -> None:
        """An honest mistake: it had not gone out after all."""
        dossier = self.dossier(oid)
        for message in dossier.messages:
            if message.id == message_id:
                self.do(acts.mark_unsent(dossier, message, now=self._clock()))


def _id() -> str:
    return uuid4().hex
