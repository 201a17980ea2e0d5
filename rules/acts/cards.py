"""Cards: made, moved within a lane, typed over, doubled, taken off the board."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time

from rules.acts.edits import Ids, change_of, new
from rules.acts.talks import usual_end
from rules.changes import Change, Edit
from rules.quick_add import Entry
from rules.records import (
    Dossier,
    Interview,
    InterviewId,
    InterviewKind,
    Moment,
    Opportunity,
    OpportunityId,
    Person,
    PersonId,
    Record,
)


def add(entry: Entry, *, moment: Moment, zone_name: str, ids: Ids) -> Change:
    """A new opportunity from one understood line, with its talk and people or application.

    What is still in question stays in the notes, so that no typed word is lost.
    """
    opportunity = Opportunity(
        id=OpportunityId(ids()),
        company=entry.company or "",
        role=entry.role or "",
        link=entry.link or "",
        notes="\n".join(part for part in (entry.note, entry.unsettled) if part),
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
        edits.append(new(interview))
    edits[:0] = [new(opportunity), *(new(person) for person in people)]
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
    """The interview an entry speaks of, at the usual length where no end was understood."""
    kind = InterviewKind.PHONE_SCREEN if entry.kind == "phone_screen" else InterviewKind.INTERVIEW
    start, end = entry.start, entry.end
    estimated = entry.end_estimated
    if start is not None and (end is None or end < start):
        end, estimated = usual_end(start, kind), True
    return Interview(
        id=InterviewId(ids()),
        opportunity_id=opportunity_id,
        kind=kind,
        start=start.astimezone(UTC) if start else None,
        end=end.astimezone(UTC) if start and end else None,
        end_estimated=bool(start) and estimated,
        zone=zone_name,
        met=tuple(person.id for person in people),
    )


def place(dossier: Dossier, at: float) -> Change:
    """The card's place in the person's own order of its lane."""
    return change_opportunity(dossier, "placed", replace(dossier.opportunity, place=at))


def snooze(dossier: Dossier, until: datetime | None, matter: str = "") -> Change:
    """Today leaves the card out until then, as long as that matter stands; None shows it again."""
    put_off = matter if until else ""
    opportunity = replace(dossier.opportunity, snoozed_until=until, snoozed_matter=put_off)
    return change_opportunity(dossier, "snoozed" if until else "unsnoozed", opportunity)


def delete(dossier: Dossier, *, now: datetime) -> Change:
    """Out of sight, and kept for the time being."""
    return change_opportunity(dossier, "deleted", replace(dossier.opportunity, deleted_at=now))


def change_opportunity(dossier: Dossier, label: str, after: Opportunity) -> Change:
    """The opportunity as it should be from now on."""
    return change_of(dossier, label, [Edit(before=dossier.opportunity, after=after)])


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
    edits = (new(copy), *(new(person) for person in people))
    return Change(opportunity_id=copy.id, label="duplicated", edits=edits)


def edit(
    dossier: Dossier, before: Record | None, after: Record | None, label: str = "edited"
) -> Change:
    """One record typed over."""
    return change_of(dossier, label, [Edit(before=before, after=after)])
