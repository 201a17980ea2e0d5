"""Interviews: booked, filled in, held, taken off."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from rules.acts.edits import Ids, change_of, new
from rules.acts.endings import reopened
from rules.changes import Change, Edit
from rules.records import Dossier, Interview, InterviewId, InterviewKind, Person, PersonId

TALK = timedelta(minutes=60)  # RULES 0.20: any talk without an end
SCREEN = timedelta(minutes=30)  # RULES 0.20: a screen without an end


@dataclass(frozen=True, kw_only=True)
class Talk:
    """What a person says of an interview when asked: when, and whom they meet or met."""

    start: datetime | None = None
    end: datetime | None = None
    end_estimated: bool = False
    names: tuple[str, ...] = ()


def usual_end(start: datetime, kind: InterviewKind) -> datetime:
    """The end of a talk that was given none (RULES 0.20)."""
    length = SCREEN if kind is InterviewKind.PHONE_SCREEN else TALK
    return (start.astimezone(UTC) + length).astimezone(start.tzinfo)


def just_ended(interview: Interview | None, now: datetime) -> Talk:
    """A talk that ended this moment: it began when it was booked for, if that is past."""
    kind = interview.kind if interview else InterviewKind.INTERVIEW
    start = interview.start if interview else None
    if start is None or start >= now:
        start = now - (SCREEN if kind is InterviewKind.PHONE_SCREEN else TALK)
    return Talk(start=start, end=now)


def book(dossier: Dossier, talk: Talk, *, zone_name: str, ids: Ids) -> Change:
    """One more interview; people already on record by the same name are the same people."""
    edits: list[Edit] = []
    met = people_named(dossier, talk.names, edits, ids)
    interview = Interview(
        id=InterviewId(ids()), opportunity_id=dossier.opportunity.id, zone=zone_name, met=met
    )
    edits.append(new(_timed(interview, talk)))
    return change_of(dossier, "interview_added", [*reopened(dossier), *edits])


def fill_in(dossier: Dossier, interview: Interview, talk: Talk, *, ids: Ids) -> Change:
    """The time and the people of an interview that had none yet, or others than it had."""
    edits: list[Edit] = []
    met = people_named(dossier, talk.names, edits, ids)
    after = _timed(interview, talk)
    after = replace(after, met=(*interview.met, *(one for one in met if one not in interview.met)))
    edits.append(Edit(before=interview, after=after))
    return change_of(dossier, "interview_edited", edits)


def remove_interview(dossier: Dossier, interview: Interview) -> Change:
    """An interview that will not be, with its highlights; messages sent about it stay."""
    edits: list[Edit] = []
    for highlight in dossier.highlights:
        if highlight.interview_id == interview.id:
            edits.append(Edit(before=highlight, after=None))
    for message in dossier.messages:
        if message.interview_id == interview.id:
            edits.append(Edit(before=message, after=replace(message, interview_id=None)))
    for fact in dossier.facts:
        if fact.interview_id == interview.id:
            edits.append(Edit(before=fact, after=None))
    edits.append(Edit(before=interview, after=None))
    return change_of(dossier, "interview_removed", edits)


def _timed(interview: Interview, talk: Talk) -> Interview:
    """The interview at the talk's time; the usual length where no end was given."""
    if talk.start is None:
        return interview
    end = talk.end or usual_end(talk.start, interview.kind)
    return replace(
        interview,
        start=talk.start.astimezone(UTC),
        end=end.astimezone(UTC),
        end_estimated=talk.end_estimated or talk.end is None,
    )


def people_named(
    dossier: Dossier, names: Sequence[str], edits: list[Edit], ids: Ids
) -> tuple[PersonId, ...]:
    """The people of those names; who is new is added to `edits`."""
    known = {person.name.casefold(): person.id for person in dossier.people}
    met: list[PersonId] = []
    for name in names:
        if name.casefold() not in known:
            person = Person(
                id=PersonId(ids()),
                opportunity_id=dossier.opportunity.id,
                name=name,
                place=float(len(dossier.people) + len(edits)),
            )
            known[name.casefold()] = person.id
            edits.append(new(person))
        if known[name.casefold()] not in met:
            met.append(known[name.casefold()])
    return tuple(met)


def interview_of(change: Change) -> InterviewId:
    """The interview a change made. Raises StopIteration where it made none."""
    return next(e.after.id for e in change.edits if isinstance(e.after, Interview))
