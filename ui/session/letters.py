"""Letters: written, copied, said to be sent, taken back, or only noted."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from models.faults import StoreFault
from rules import acts, guards
from rules.compose import Letter, Missing, compose
from rules.letter_values import thanked_through
from rules.records import (
    Channel,
    Dossier,
    Draft,
    InterviewId,
    MessageId,
    MessageKind,
    OpportunityId,
    PersonId,
    Tone,
)
from rules.steps import StepKind
from ui.new_id import new_id
from ui.truth import Truth


class Letters(Truth):
    """Letters and what became of them."""

    def letter(
        self,
        oid: OpportunityId,
        kind: MessageKind,
        person_id: PersonId | None,
        tone: Tone,
        interview_id: InterviewId | None = None,
        channel: Channel = Channel.EMAIL,
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
            channel=channel,
        )

    def fresh(self, dossier: Dossier, draft: Draft) -> Letter | Missing:
        """The letter a draft would be, had it not been touched, by these facts."""
        return compose(
            dossier,
            draft.kind,
            draft.person_id,
            draft.tone,
            self.moment(),
            self.profile,
            self._templates,
            interview_id=draft.interview_id,
            channel=draft.channel,
        )

    def draft(
        self,
        oid: OpportunityId,
        kind: MessageKind,
        person_id: PersonId | None,
        tone: Tone,
        interview_id: InterviewId | None = None,
        channel: Channel = Channel.EMAIL,
    ) -> Draft | Missing:
        """The draft kept for that recipient, kind, tone and way if touched, else a fresh one."""
        wanted = (oid, interview_id or "", person_id or "", kind.value, tone.value, channel.value)
        for kept in self.dossier(oid).drafts:
            if kept.key == wanted and (kept.edited or kept.copied_at is not None):
                return kept
        letter = self.letter(oid, kind, person_id, tone, interview_id, channel)
        if isinstance(letter, Missing):
            return letter
        return Draft(
            opportunity_id=oid,
            interview_id=interview_id,
            person_id=person_id,
            kind=kind,
            tone=tone,
            channel=channel,
            subject=letter.subject,
            body=letter.body,
            saved_at=self._clock(),
        )

    def save_draft(self, draft: Draft) -> Draft:
        """Keep the text being written; it is no act and cannot be undone.

        What the store refuses is kept beside it, and the fault says where.
        """
        kept = replace(draft, saved_at=self._clock())
        try:
            self._store.save_draft(kept)
        except StoreFault as fault:
            with suppress(StoreFault):  # not even beside it: the first fault is what counts
                fault.kept = self._store.rescue(kept)
            raise
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

    def mark_sent(self, draft: Draft, original: str = "") -> MessageId:
        """The person confirms it went out: a snapshot is kept and the draft is dropped.

        What was copied while it was allowed did go out and counts, whatever came since (RULES
        0.8). Raises ValueError for a letter that was never copied and is not allowed.
        """
        oid = draft.opportunity_id
        refusal = self.may_send(oid, draft.kind, draft.person_id, draft.channel)
        if refusal is not None and draft.copied_at is None:
            raise ValueError(f"{draft.kind} is refused: {refusal.reason}")
        change = acts.mark_sent(
            self.dossier(oid),
            draft,
            original=original,
            channel=draft.channel,
            names=thanked_through(self.dossier(oid), draft, self.moment()),
            now=self._clock(),
            ids=new_id,
        )
        self.do(change)
        self._drop_drafts(draft)
        return acts.message_of(change)

    def mark_step_sent(self, oid: OpportunityId, people: tuple[PersonId, ...] = ()) -> None:
        """The person says the letter of the next step went out, to these people or to all: one act.

        Raises ValueError where nothing is to be written, or one of them may not get it.
        """
        dossier, step, moment = self.dossier(oid), self.step(oid), self.moment()
        kind = step.message
        if kind is None or step.kind is not StepKind.WRITE:
            raise ValueError(f"{step.kind} has no letter to mark")
        to: tuple[PersonId | None, ...] = people or step.people or (None,)
        for person_id in to:
            refusal = self.may_send(oid, kind, person_id, step.channel)
            if refusal is not None:
                raise ValueError(f"{kind} is refused: {refusal.reason}")
        drafts = [one for who in to if (one := acts.kept_draft(dossier, kind, who)) is not None]
        originals = {one.person_id: self.original_of(one) for one in drafts}
        change = acts.mark_step_sent(
            dossier, step, to, originals=originals, moment=moment, ids=new_id
        )
        self.do(change)
        for draft in drafts:
            self._drop_drafts(draft)

    def original_of(self, draft: Draft) -> str:
        """The earlier letter that a draft quotes below itself; empty where it quotes none."""
        letter = self.letter(
            draft.opportunity_id,
            draft.kind,
            draft.person_id,
            draft.tone,
            draft.interview_id,
            draft.channel,
        )
        return letter.original.text if isinstance(letter, Letter) and letter.original else ""

    def _drop_drafts(self, draft: Draft) -> None:
        """The drafts of what went out, in every tone and way."""
        oid = draft.opportunity_id
        self._store.drop_drafts(oid, draft.interview_id, draft.person_id, draft.kind)
        dossier = self.dossier(oid)
        gone = (draft.interview_id, draft.person_id, draft.kind)
        kept = tuple(
            one for one in dossier.drafts if (one.interview_id, one.person_id, one.kind) != gone
        )
        self._follow(oid, replace(dossier, drafts=kept))
        self.drafts_changed.emit(oid)

    def mark_unsent(self, oid: OpportunityId, message_id: MessageId) -> None:
        """An honest mistake: it had not gone out after all."""
        dossier = self.dossier(oid)
        for message in dossier.messages:
            if message.id == message_id:
                self.do(acts.mark_unsent(dossier, message, now=self._clock()))

    def bounced(self, oid: OpportunityId, message_id: MessageId) -> None:
        """It came back undelivered: it counts as nothing (RULES 0.17)."""
        dossier = self.dossier(oid)
        for message in dossier.messages:
            if message.id == message_id:
                self.do(acts.bounced(dossier, message, now=self._clock()))

    def warnings(
        self, oid: OpportunityId, kind: MessageKind, person_id: PersonId | None
    ) -> tuple[guards.Warned, ...]:
        """What is worth a second thought before that message goes out now; it stops nothing."""
        return guards.warnings(self.dossier(oid), kind, person_id, self.moment(), self.dossiers())

    def log_outside(
        self,
        oid: OpportunityId,
        kind: MessageKind,
        person_id: PersonId | None,
        *,
        channel: Channel,
        at: datetime | None = None,
        interview_id: InterviewId | None = None,
        text: str = "",
    ) -> MessageId:
        """Something the person did without the program; it counts like any other (RULES 0.3)."""
        change = acts.log_outside(
            self.dossier(oid),
            kind,
            person_id,
            channel=channel,
            at=at or self._clock(),
            interview_id=interview_id,
            text=text,
            ids=new_id,
        )
        self.do(change)
        return acts.message_of(change)
