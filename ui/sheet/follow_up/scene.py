"""What the follow-up tab shows: a letter to write, the stop, or when and why to wait."""

from dataclasses import dataclass
from typing import TypeAlias

from rules.compose import has_letter
from rules.ledger import Round, may_send, rounds
from rules.letter_choices import Choice
from rules.records import Channel, Dossier, InterviewId, Message, MessageKind, Moment, PersonId
from rules.steps import NextStep, StepKind
from ui.resources import letter_templates

_ONE_EACH = (MessageKind.THANK_YOU,)
_WAVE = (MessageKind.THANK_YOU, MessageKind.PASS_ON, MessageKind.THANKS_AND_QUESTION)
_RESTING = (StepKind.REST, StepKind.CLOSE, StepKind.NOTHING)


def uses_highlights(kind: MessageKind, channel: Channel = Channel.EMAIL) -> bool:
    """Whether a letter of that kind says what came up; a call is too short for it."""
    return channel is not Channel.PHONE and any(
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
    channel: Channel = Channel.EMAIL
    reason: str = ""  # a key of rules.evidence
    chosen: bool = False  # by the person, in place of the next step

    @property
    def is_wave(self) -> bool:
        """Whether each of the people gets a thank-you email of their own."""
        return self.kind in _ONE_EACH and self.channel is Channel.EMAIL

    @property
    def may_choose_reader(self) -> bool:
        """Whether one letter goes to one of several people."""
        return not self.is_wave and len(self.recipients) > 1

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


def scene_of(
    dossier: Dossier, step: NextStep, moment: Moment, wanted: Choice | None = None
) -> Scene:
    """What to show for an opportunity at a moment; `wanted` is a letter the person chose."""
    if wanted is not None:
        return _chosen(dossier, wanted, moment)
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
    return may_send(dossier, step.message, person, moment, step.channel) is None


def _chosen(dossier: Dossier, wanted: Choice, moment: Moment) -> Writing:
    return Writing(
        kind=wanted.kind,
        people=wanted.people,
        recipients=wanted.people,
        round=_round(dossier, wanted.interview_id, moment),
        interview_id=wanted.interview_id,
        channel=wanted.channel,
        reason=wanted.reason,
        chosen=True,
    )


def _round(dossier: Dossier, interview_id: InterviewId | None, moment: Moment) -> Round | None:
    return next((one for one in rounds(dossier, moment) if one.holds(interview_id)), None)


def _writing(dossier: Dossier, step: NextStep, kind: MessageKind, moment: Moment) -> Writing:
    round_ = _round(dossier, step.interview_id, moment)
    known = {one.id for one in dossier.people}
    recipients = tuple(one for one in step.people if one in known)
    if kind in _ONE_EACH and step.channel is Channel.EMAIL and round_ is not None:
        agency = any(one not in round_.people for one in recipients)
        people = recipients if agency else round_.people
        recipients = tuple(
            one
            for one in people
            if one not in round_.skipped and may_send(dossier, kind, one, moment) is None
        )
    else:
        others = _others_thanked(dossier, round_, recipients)
        people = (*recipients, *others)
        if kind is MessageKind.CHECK_IN:
            allowed = (
                one for one in others if may_send(dossier, kind, one, moment, step.channel) is None
            )
            recipients = (*recipients, *allowed)
    return Writing(
        kind=kind,
        people=people,
        recipients=recipients,
        round=round_,
        interview_id=step.interview_id,
        channel=step.channel,
        reason=step.reason,
    )


def _others_thanked(
    dossier: Dossier, round_: Round | None, recipients: tuple[PersonId, ...]
) -> tuple[PersonId, ...]:
    """Who of the round was thanked, beside those a letter goes to."""
    thanked = {one.person_id for one in dossier.messages if one.counts and one.kind in _WAVE}
    met = round_.people if round_ is not None else ()
    return tuple(one for one in met if one in thanked and one not in recipients)


def sent_to(dossier: Dossier, writing: Writing, person_id: PersonId) -> Message | None:
    """What that person already got in this round, the first of it."""
    if writing.round is None:
        return None
    got = (
        one
        for one in dossier.messages
        if one.counts
        and one.kind in _WAVE
        and writing.round.holds(one.interview_id)
        and person_id in (one.person_id, *one.names)
    )
    return min(got, key=lambda one: one.sent_at, default=None)
