"""What the follow-up tab shows: a letter to write, the stop, or when and why to wait."""

from dataclasses import dataclass
from typing import TypeAlias

from rules.compose import has_letter
from rules.ledger import Round, may_send, rounds
from rules.records import Dossier, InterviewId, Message, MessageKind, Moment, PersonId
from rules.steps import NextStep, StepKind
from ui.resources import letter_templates

_ONE_EACH = (MessageKind.THANK_YOU,)
_RESTING = (StepKind.REST, StepKind.CLOSE, StepKind.NOTHING)


def uses_highlights(kind: MessageKind) -> bool:
    """Whether a letter of that kind says what came up."""
    return any(
        "{{highlight}}" in text
        for name, text in letter_templates().items()
        if name.split(".")[0].split("-")[0] == kind.value
    )


@dataclass(frozen=True, kw_only=True)
class Writing:
    """A letter that may be written now: what it is for, to whom, about which talk."""

    kind: MessageKind
    people: tuple[PersonId, ...]  # one button each, in this order
    recipients: tuple[PersonId, ...]  # those of them it may go to now
    round: Round | None
    interview_id: InterviewId | None

    def interview_for(self, person_id: PersonId | None) -> InterviewId | None:
        """The talk a letter to that person is about."""
        if self.round is not None and self.kind in _ONE_EACH and person_id in self.round.people:
            return self.round.talk_with(person_id).id
        return self.interview_id


@dataclass(frozen=True)
class Stop:
    """Both follow-ups went out: there is nothing to prepare any more."""


@dataclass(frozen=True)
class Waiting:
    """Nothing may be written now; the step says why and from when."""


Scene: TypeAlias = Writing | Stop | Waiting


def scene_of(dossier: Dossier, step: NextStep, moment: Moment) -> Scene:
    """What to show for an opportunity at a moment."""
    if (
        step.message is not None
        and has_letter(step.message, letter_templates())
        and _may_write(dossier, step, moment)
    ):
        return _writing(dossier, step, step.message, moment)
    if step.kind in _RESTING and step.of > 1 and step.used >= step.of:
        return Stop()
    return Waiting()


def _may_write(dossier: Dossier, step: NextStep, moment: Moment) -> bool:
    """Whether the rules let the step's letter be written now."""
    if step.kind is StepKind.WRITE:
        return step.may_compose
    if step.kind is not StepKind.CONFIRM_SENT or step.message is None:
        return False
    person = step.people[0] if step.people else None
    return may_send(dossier, step.message, person, moment) is None


def _writing(dossier: Dossier, step: NextStep, kind: MessageKind, moment: Moment) -> Writing:
    round_ = next(
        (one for one in rounds(dossier, moment) if one.holds(step.interview_id)),
        None,
    )
    known = {one.id for one in dossier.people}
    recipients = tuple(one for one in step.people if one in known)
    if kind in _ONE_EACH and round_ is not None:
        agency = any(one not in round_.people for one in recipients)
        people = recipients if agency else round_.people
        recipients = tuple(
            one
            for one in people
            if one not in round_.skipped and may_send(dossier, kind, one, moment) is None
        )
    else:
        thanked = {one.person_id for one in dossier.messages if one.counts}
        met = round_.people if round_ is not None else ()
        others = (one for one in met if one in thanked and one not in recipients)
        people = (*recipients, *others)
    return Writing(
        kind=kind,
        people=people,
        recipients=recipients,
        round=round_,
        interview_id=step.interview_id,
    )


def sent_to(dossier: Dossier, writing: Writing, person_id: PersonId) -> Message | None:
    """What that person already got in this round, the first of it."""
    if writing.round is None:
        return None
    got = (
        one
        for one in dossier.messages
        if one.counts
        and writing.round.holds(one.interview_id)
        and person_id in (one.person_id, *one.names)
    )
    return min(got, key=lambda one: one.sent_at, default=None)
