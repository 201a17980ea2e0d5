"""What a person does, as changes of the records. Pure: ids and the moment come in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from rules.board import Move, Plan, Refused
from rules.changes import Change, Edit
from rules.quick_add import Entry
from rules.records import (
    Channel,
    Dossier,
    Draft,
    Fact,
    FactId,
    FactKind,
    Highlight,
    HighlightId,
    Interview,
    InterviewId,
    InterviewKind,
    Message,
    MessageId,
    Moment,
    Opportunity,
    OpportunityId,
    Outcome,
    Person,
    PersonId,
    Record,
)
from rules.stages import Stage

Ids = Callable[[], str]
"""Gives a new, unique id each time."""

TALK = timedelta(minutes=60)  # RULES 0.20: any talk without an end
SCREEN = timedelta(minutes=30)  # RULES 0.20: a screen without an end

_ENDING = {FactKind.OFFER: Outcome.OFFER, FactKind.REJECTION: Outcome.NOT_THIS_TIME}

OUTCOME_FACT = {
    Outcome.OFFER: FactKind.OFFER,
    Outcome.NOT_THIS_TIME: FactKind.REJECTION,
    Outcome.WITHDREW: FactKind.WITHDREW,
    Outcome.NO_ANSWER: FactKind.CLOSED,
}


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


def add(entry: Entry, *, moment: Moment, zone_name: str, ids: Ids) -> Change:
    """A new opportunity from one understood line, with its talk and people or application."""
    opportunity = Opportunity(
        id=OpportunityId(ids()),
        company=entry.company or "",
        role=entry.role or "",
        link=entry.link or "",
        notes=entry.note or "",
        created_at=moment.now,
    )
    edits: list[Edit] = []
    people = [
        Person(
            id=PersonId(ids()),
            opportunity_id=opportunity.id,
            name=one.name or "",
            email=one.email or "",
            place=float(place),
        )
        for place, one in enumerate(entry.people)
    ]
    if entry.kind == "application":
        opportunity = replace(opportunity, applied_at=_applied_at(entry, moment))
    else:
        interview = _talk_of(entry, opportunity.id, people, zone_name, ids)
        edits.append(_new(interview))
    edits[:0] = [_new(opportunity), *(_new(person) for person in people)]
    return Change(opportunity_id=opportunity.id, label="added", edits=tuple(edits))


def _applied_at(entry: Entry, moment: Moment) -> datetime | None:
    """When the application went out: the hour typed, midday of the day typed, else now."""
    if entry.start is not None:
        return entry.start.astimezone(UTC)
    if entry.on is not None:
        return datetime.combine(entry.on, time(12), moment.zone).astimezone(UTC)
    asked = any(question.field in ("start", "on") for question in entry.questions)
    return None if asked else moment.now


def _talk_of(
    entry: Entry,
    opportunity_id: OpportunityId,
    people: Iterable[Person],
    zone_name: str,
    ids: Ids,
) -> Interview:
    """The interview an entry speaks of; a day without an hour stays in its notes."""
    kind = InterviewKind.PHONE_SCREEN if entry.kind == "phone_screen" else InterviewKind.INTERVIEW
    start, end = entry.start, entry.end
    estimated = entry.end_estimated
    if start is not None and (end is None or end < start):
        end, estimated = usual_end(start, kind), True
    notes = ""
    if start is None and "when" in entry.spans:
        first, last = entry.spans["when"]
        notes = entry.text[first:last]
    return Interview(
        id=InterviewId(ids()),
        opportunity_id=opportunity_id,
        kind=kind,
        start=start.astimezone(UTC) if start else None,
        end=end.astimezone(UTC) if start and end else None,
        end_estimated=bool(start) and estimated,
        zone=zone_name,
        met=tuple(person.id for person in people),
        notes=notes,
    )


def book(dossier: Dossier, talk: Talk, *, zone_name: str, ids: Ids) -> Change:
    """One more interview; people already on record by the same name are the same people."""
    edits: list[Edit] = []
    met = _people_named(dossier, talk.names, edits, ids)
    interview = Interview(
        id=InterviewId(ids()), opportunity_id=dossier.opportunity.id, zone=zone_name, met=met
    )
    edits.append(_new(_timed(interview, talk)))
    return _change(dossier, "interview_added", [*_reopened(dossier), *edits])


def fill_in(dossier: Dossier, interview: Interview, talk: Talk, *, ids: Ids) -> Change:
    """The time and the people of an interview that had none yet, or others than it had."""
    edits: list[Edit] = []
    met = _people_named(dossier, talk.names, edits, ids)
    after = _timed(interview, talk)
    after = replace(after, met=(*interview.met, *(one for one in met if one not in interview.met)))
    edits.append(Edit(before=interview, after=after))
    return _change(dossier, "interview_edited", edits)


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


def _people_named(
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
            edits.append(_new(person))
        if known[name.casefold()] not in met:
            met.append(known[name.casefold()])
    return tuple(met)


def add_person(
    dossier: Dossier, interview: Interview | None, name: str, email: str, *, ids: Ids
) -> Change:
    """One more person, met in `interview` if one is given."""
    place = max((person.place for person in dossier.people), default=-1.0) + 1
    person = Person(
        id=PersonId(ids()),
        opportunity_id=dossier.opportunity.id,
        name=name,
        email=email,
        place=place,
    )
    edits = [_new(person)]
    if interview is not None:
        edits.append(
            Edit(before=interview, after=replace(interview, met=(*interview.met, person.id)))
        )
    return _change(dossier, "person_added", edits)


def remove_person(dossier: Dossier, person: Person) -> Change:
    """Nobody by that record any more; what was sent to them stays in History by name."""
    edits: list[Edit] = []
    for interview in dossier.interviews:
        if person.id in (*interview.met, *interview.skipped):
            after = replace(
                interview,
                met=_without(interview.met, person.id),
                skipped=_without(interview.skipped, person.id),
            )
            edits.append(Edit(before=interview, after=after))
    for highlight in dossier.highlights:
        if person.id in highlight.used_for:
            after_highlight = replace(highlight, used_for=_without(highlight.used_for, person.id))
            edits.append(Edit(before=highlight, after=after_highlight))
    for message in dossier.messages:
        if message.person_id == person.id or person.id in message.names:
            kept = None if message.person_id == person.id else message.person_id
            names = _without(message.names, person.id)
            edits.append(Edit(before=message, after=replace(message, person_id=kept, names=names)))
    for fact in dossier.facts:
        if fact.person_id == person.id:
            edits.append(Edit(before=fact, after=replace(fact, person_id=None)))
    edits.append(Edit(before=person, after=None))
    return _change(dossier, "person_removed", edits)


def skip(dossier: Dossier, interview: Interview, person_id: PersonId, skipped: bool) -> Change:
    """No thank-you for that person here, or after all."""
    others = _without(interview.skipped, person_id)
    after = replace(interview, skipped=(*others, person_id) if skipped else others)
    label = "skipped" if skipped else "unskipped"
    return _change(dossier, label, [Edit(before=interview, after=after)])


def add_highlight(
    dossier: Dossier, interview_id: InterviewId, text: str, person_id: PersonId | None, *, ids: Ids
) -> Change:
    """Something that came up, ticked for one person if one is given."""
    place = max((one.place for one in dossier.highlights), default=-1.0) + 1
    highlight = Highlight(
        id=HighlightId(ids()),
        interview_id=interview_id,
        text=text,
        used_for=(person_id,) if person_id else (),
        place=place,
    )
    return _change(dossier, "highlight_added", [_new(highlight)])


def tick(dossier: Dossier, highlight: Highlight, person_id: PersonId, on: bool) -> Change:
    """Whether a highlight belongs into one person's letter."""
    others = _without(highlight.used_for, person_id)
    after = replace(highlight, used_for=(*others, person_id) if on else others)
    label = "highlight_ticked" if on else "highlight_unticked"
    return _change(dossier, label, [Edit(before=highlight, after=after)])


def mark_sent(
    dossier: Dossier,
    draft: Draft,
    *,
    original: str,
    channel: Channel,
    names: tuple[PersonId, ...] = (),
    now: datetime,
    ids: Ids,
) -> Change:
    """The person says it went out: a frozen snapshot of what it said (RULES 0.8)."""
    person = dossier.person(draft.person_id)
    message = Message(
        id=MessageId(ids()),
        opportunity_id=dossier.opportunity.id,
        interview_id=draft.interview_id,
        person_id=draft.person_id,
        kind=draft.kind,
        channel=channel,
        sent_at=now,
        to_name=person.name if person else "",
        to_address=person.email if person else "",
        subject=draft.subject,
        body=draft.body,
        original=original,
        names=names,
    )
    return _change(dossier, "sent", [_new(message)])


def mark_unsent(dossier: Dossier, message: Message, *, now: datetime) -> Change:
    """An honest mistake: it had not gone out; kept in History (RULES 0.8)."""
    return _change(dossier, "unsent", [Edit(before=message, after=replace(message, unsent_at=now))])


def record_fact(
    dossier: Dossier,
    kind: FactKind,
    *,
    now: datetime,
    ids: Ids,
    day: date | None = None,
    interview_id: InterviewId | None = None,
    person_id: PersonId | None = None,
) -> Change:
    """Something that happened; an offer or a rejection is the outcome as well."""
    fact = _fact(dossier, kind, now, ids, day, interview_id, person_id)
    outcome = _ENDING.get(kind)
    edits = [_new(fact)]
    if outcome is not None:
        edits[:0] = _reopened(dossier)
        edits.append(_ended(dossier, outcome, now))
    return _change(dossier, "noted", edits)


def record_outcome(dossier: Dossier, outcome: Outcome, *, now: datetime, ids: Ids) -> Change:
    """How it ended, as the person says; the fact behind it is noted at the same moment."""
    fact = _fact(dossier, OUTCOME_FACT[outcome], now, ids)
    edits = [*_reopened(dossier), _new(fact), _ended(dossier, outcome, now)]
    return _change(dossier, "outcome", edits)


def reopen(dossier: Dossier) -> Change:
    """The outcome taken back, with the fact that was noted for it."""
    return _change(dossier, "reopened", _reopened(dossier))


def now_waiting(dossier: Dossier, interview_id: InterviewId, *, now: datetime, ids: Ids) -> Change:
    """The person waits, though somebody of that round was not thanked."""
    fact = _fact(dossier, FactKind.WAITING, now, ids, interview_id=interview_id)
    return _change(dossier, "moved", [*_reopened(dossier), _new(fact)])


def thanking_again(dossier: Dossier) -> Change:
    """The person goes back to thanking: what said "I wait now" is taken back."""
    gone = [
        Edit(before=fact, after=None) for fact in dossier.facts if fact.kind is FactKind.WAITING
    ]
    return _change(dossier, "moved", [*_reopened(dossier), *gone])


def place(dossier: Dossier, at: float) -> Change:
    """The card's place in the person's own order of its lane."""
    return change_opportunity(dossier, "placed", replace(dossier.opportunity, place=at))


def delete(dossier: Dossier, *, now: datetime) -> Change:
    """Out of sight, and kept for the time being."""
    return change_opportunity(dossier, "deleted", replace(dossier.opportunity, deleted_at=now))


def change_opportunity(dossier: Dossier, label: str, after: Opportunity) -> Change:
    """The opportunity as it should be from now on."""
    return _change(dossier, label, [Edit(before=dossier.opportunity, after=after)])


def duplicate(dossier: Dossier, *, now: datetime, ids: Ids) -> Change:
    """A new application for another role at the same company: its people, none of its talks."""
    old = dossier.opportunity
    copy = Opportunity(
        id=OpportunityId(ids()),
        company=old.company,
        role=old.role,
        link=old.link,
        country=old.country,
        zone=old.zone,
        employer_kind=old.employer_kind,
        agency=old.agency,
        direct_contact_ok=old.direct_contact_ok,
        created_at=now,
    )
    people = [
        replace(person, id=PersonId(ids()), opportunity_id=copy.id) for person in dossier.people
    ]
    edits = (_new(copy), *(_new(person) for person in people))
    return Change(opportunity_id=copy.id, label="duplicated", edits=edits)


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
    return _change(dossier, "interview_removed", edits)


def move(
    dossier: Dossier,
    stage: Stage,
    plan: Plan,
    answer: Talk | Outcome | None,
    *,
    moment: Moment,
    zone_name: str,
    ids: Ids,
) -> tuple[Change, InterviewId | None]:
    """The facts that put a card into a stage, and the interview they made or changed.

    Raises ValueError where `plan` refuses or `answer` is not what it asks for.
    """
    if isinstance(plan, Refused):
        raise ValueError(f"refused: {plan.why}")
    match stage, answer:
        case Stage.APPLIED, _:
            return replace(reopen(dossier), label="moved"), None
        case Stage.INTERVIEW_BOOKED, _:
            talk = answer if isinstance(answer, Talk) else Talk()
            change = book(dossier, talk, zone_name=zone_name, ids=ids)
        case Stage.SAY_THANK_YOU, Talk():
            change = _held(dossier, answer, moment, zone_name, ids)
        case Stage.SAY_THANK_YOU, _ if isinstance(plan, Move):
            return thanking_again(dossier), None
        case Stage.WAITING_TO_HEAR, _:
            ended = [one for one in dossier.interviews if one.end and one.end <= moment.now]
            return now_waiting(dossier, ended[-1].id, now=moment.now, ids=ids), None
        case Stage.OUTCOME, Outcome():
            return record_outcome(dossier, answer, now=moment.now, ids=ids), None
        case _:
            raise ValueError(f"{stage} needs an answer to {plan}")
    return replace(change, label="moved"), interview_of(change)


def _held(dossier: Dossier, talk: Talk, moment: Moment, zone_name: str, ids: Ids) -> Change:
    """A talk that is over: the one that was ahead or undated, else a new one."""
    ahead = [one for one in dossier.interviews if one.end is None or one.end > moment.now]
    if not ahead:
        return book(dossier, talk, zone_name=zone_name, ids=ids)
    change = fill_in(dossier, ahead[0], talk, ids=ids)
    return replace(change, edits=(*_reopened(dossier), *change.edits))


def edit(
    dossier: Dossier, before: Record | None, after: Record | None, label: str = "edited"
) -> Change:
    """One record typed over."""
    return _change(dossier, label, [Edit(before=before, after=after)])


def _ended(dossier: Dossier, outcome: Outcome, now: datetime) -> Edit:
    """The outcome on the card itself, whatever stood there before was taken back."""
    opportunity = replace(dossier.opportunity, outcome=None, outcome_at=None)
    return Edit(before=opportunity, after=replace(opportunity, outcome=outcome, outcome_at=now))


def _reopened(dossier: Dossier) -> list[Edit]:
    """What takes an outcome back: nothing where there is none."""
    opportunity = dossier.opportunity
    if opportunity.outcome is None:
        return []
    noted = OUTCOME_FACT[opportunity.outcome]
    edits: list[Edit] = [
        Edit(before=fact, after=None)
        for fact in dossier.facts
        if fact.kind is noted and fact.at == opportunity.outcome_at
    ]
    edits.append(
        Edit(before=opportunity, after=replace(opportunity, outcome=None, outcome_at=None))
    )
    return edits


def _fact(
    dossier: Dossier,
    kind: FactKind,
    now: datetime,
    ids: Ids,
    day: date | None = None,
    interview_id: InterviewId | None = None,
    person_id: PersonId | None = None,
) -> Fact:
    """A new fact of this opportunity."""
    return Fact(
        id=FactId(ids()),
        opportunity_id=dossier.opportunity.id,
        kind=kind,
        at=now,
        day=day,
        interview_id=interview_id,
        person_id=person_id,
    )


def _change(dossier: Dossier, label: str, edits: Iterable[Edit]) -> Change:
    return Change(opportunity_id=dossier.opportunity.id, label=label, edits=tuple(edits))


def _new(record: Record) -> Edit:
    return Edit(before=None, after=record)


def _without(ids: tuple[PersonId, ...], gone: PersonId) -> tuple[PersonId, ...]:
    return tuple(one for one in ids if one != gone)


def interview_of(change: Change) -> InterviewId:
    """The interview a change made. Raises StopIteration where it made none."""
    return next(e.after.id for e in change.edits if isinstance(e.after, Interview))


def person_of(change: Change) -> PersonId:
    """The person a change made."""
    return next(e.after.id for e in change.edits if isinstance(e.after, Person))


def highlight_of(change: Change) -> HighlightId:
    """The highlight a change made."""
    return next(e.after.id for e in change.edits if isinstance(e.after, Highlight))


def message_of(change: Change) -> MessageId:
    """The message a change made."""
    return next(e.after.id for e in change.edits if isinstance(e.after, Message))
