"""What a row of Today does with its whole step at once: all of it sent, or none of it needed."""

from collections.abc import Iterable
from dataclasses import replace

from rules.acts.edits import Ids, change_of, new, without
from rules.acts.endings import now_waiting
from rules.acts.letters import log_outside, mark_sent
from rules.changes import Change, Edit
from rules.letter_values import thanked_through
from rules.records import (
    Dossier,
    Draft,
    Fact,
    FactId,
    FactKind,
    Interview,
    Message,
    MessageKind,
    Moment,
    PersonId,
    Tone,
)
from rules.rounds import rounds
from rules.steps import NextStep, StepKind
from rules.thanking import to_thank

_THANKS = {MessageKind.THANK_YOU, MessageKind.PASS_ON, MessageKind.THANKS_AND_QUESTION}


def kept_draft(dossier: Dossier, kind: MessageKind, person_id: PersonId | None) -> Draft | None:
    """The letter that was worked on for that person: the copied one, else the last edited."""
    found = [
        one
        for one in dossier.drafts
        if (one.kind, one.person_id) == (kind, person_id) and (one.edited or one.copied_at)
    ]
    return max(found, key=lambda one: (one.copied_at is not None, one.saved_at), default=None)


def mark_step_sent(
    dossier: Dossier,
    step: NextStep,
    people: Iterable[PersonId | None],
    *,
    originals: dict[PersonId | None, str],
    moment: Moment,
    ids: Ids,
) -> Change:
    """The person says that the step's letter went out to those people: one act for all.

    Where a letter was worked on here its text is kept; else only that one was sent is noted.
    """
    kind = step.message or MessageKind.THANK_YOU
    edits: list[Edit] = []
    for person_id in people:
        draft = kept_draft(dossier, kind, person_id)
        if draft is not None:
            change = mark_sent(
                dossier,
                draft,
                original=originals.get(person_id, ""),
                channel=draft.channel,
                names=thanked_through(dossier, draft, moment),
                now=moment.now,
                ids=ids,
            )
            edits += change.edits
        else:
            edits.append(new(_noted(dossier, step, kind, person_id, moment, ids)))
    return change_of(dossier, "sent", edits)


def _noted(
    dossier: Dossier,
    step: NextStep,
    kind: MessageKind,
    person_id: PersonId | None,
    moment: Moment,
    ids: Ids,
) -> Message:
    """A letter of which only the sending is known."""
    round_ = next((one for one in rounds(dossier, moment) if one.holds(step.interview_id)), None)
    about = step.interview_id
    if kind in _THANKS and round_ is not None:
        about = round_.talk_with(person_id).id
    bare = Draft(
        opportunity_id=dossier.opportunity.id,
        interview_id=about,
        person_id=person_id,
        kind=kind,
        tone=Tone.WARM,
        subject="",
        body="",
        saved_at=moment.now,
    )
    change = log_outside(
        dossier,
        kind,
        person_id,
        channel=step.channel,
        at=moment.now,
        interview_id=about,
        text="",
        ids=ids,
    )
    message = next(edit.after for edit in change.edits if isinstance(edit.after, Message))
    return replace(message, names=thanked_through(dossier, bare, moment))


def may_leave_out(step: NextStep) -> bool:
    """Whether "not needed" is an answer to a step: a letter, or people nobody will name."""
    return step.kind is StepKind.WRITE or _is_nobody(step)


def _is_nobody(step: NextStep) -> bool:
    return step.kind is StepKind.ADD_DETAILS and step.reason == "nobody_on_record"


def not_needed(dossier: Dossier, step: NextStep, *, moment: Moment, ids: Ids) -> Change:
    """The person wants no such letter: everybody owed one is left out, or its kind is.

    Raises ValueError for a step that has nothing to leave out.
    """
    if _is_nobody(step) and step.interview_id is not None:
        waiting = now_waiting(dossier, step.interview_id, now=moment.now, ids=ids)
        return replace(waiting, label="not_needed")
    if step.kind is not StepKind.WRITE or step.message is None:
        raise ValueError(f"{step.kind} has no letter to leave out")
    if step.message in _THANKS:
        return change_of(dossier, "not_needed", _skips(dossier, step, moment))
    fact = Fact(
        id=FactId(ids()),
        opportunity_id=dossier.opportunity.id,
        kind=FactKind.NOT_NEEDED,
        at=moment.now,
        interview_id=step.interview_id,
        text=step.message.value,
    )
    return change_of(dossier, "not_needed", [new(fact)])


def needed_after_all(dossier: Dossier) -> Change:
    """Letters that were left out may be written again, as far as the rules allow them now."""
    gone = [
        Edit(before=one, after=None) for one in dossier.facts if one.kind is FactKind.NOT_NEEDED
    ]
    return change_of(dossier, "needed_after_all", gone)


def _skips(dossier: Dossier, step: NextStep, moment: Moment) -> list[Edit]:
    """Everybody of the round who is owed thanks, left out of each talk they were in."""
    round_ = next((one for one in rounds(dossier, moment) if one.holds(step.interview_id)), None)
    if round_ is None:
        return []
    left = to_thank(dossier, round_)
    met = tuple(one for one in left if one in step.people)
    gone = met if met and step.message is MessageKind.THANK_YOU else left
    edits: list[Edit] = []
    for interview in round_.interviews:
        out = [one for one in interview.met if one in gone]
        if out:
            edits.append(Edit(before=interview, after=_left_out(interview, out)))
    return edits


def _left_out(interview: Interview, people: list[PersonId]) -> Interview:
    skipped = interview.skipped
    for person_id in people:
        skipped = (*without(skipped, person_id), person_id)
    return replace(interview, skipped=skipped)
