"""People met, and what came up with them."""

from dataclasses import replace

from rules.acts.edits import Ids, change_of, new, without
from rules.changes import Change, Edit
from rules.records import Dossier, Highlight, HighlightId, Interview, InterviewId, Person, PersonId


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
    edits = [new(person)]
    if interview is not None:
        edits.append(
            Edit(before=interview, after=replace(interview, met=(*interview.met, person.id)))
        )
    return change_of(dossier, "person_added", edits)


def remove_person(dossier: Dossier, person: Person) -> Change:
    """Nobody by that record any more; what was sent to them stays in History by name."""
    edits: list[Edit] = []
    for interview in dossier.interviews:
        if person.id in (*interview.met, *interview.skipped):
            after = replace(
                interview,
                met=without(interview.met, person.id),
                skipped=without(interview.skipped, person.id),
            )
            edits.append(Edit(before=interview, after=after))
    for highlight in dossier.highlights:
        if person.id in highlight.used_for:
            after_highlight = replace(highlight, used_for=without(highlight.used_for, person.id))
            edits.append(Edit(before=highlight, after=after_highlight))
    for message in dossier.messages:
        if message.person_id == person.id or person.id in message.names:
            kept = None if message.person_id == person.id else message.person_id
            names = without(message.names, person.id)
            edits.append(Edit(before=message, after=replace(message, person_id=kept, names=names)))
    for fact in dossier.facts:
        if fact.person_id == person.id:
            edits.append(Edit(before=fact, after=replace(fact, person_id=None)))
    edits.append(Edit(before=person, after=None))
    return change_of(dossier, "person_removed", edits)


def star(dossier: Dossier, person_id: PersonId, on: bool) -> Change:
    """The one main contact, or none: another person's star goes in the same step."""
    edits = [
        Edit(before=person, after=replace(person, main_contact=wanted))
        for person in dossier.people
        if person.main_contact != (wanted := on and person.id == person_id)
    ]
    return change_of(dossier, "edited", edits)


def skip(dossier: Dossier, interview: Interview, person_id: PersonId, skipped: bool) -> Change:
    """No thank-you for that person here, or after all."""
    others = without(interview.skipped, person_id)
    after = replace(interview, skipped=(*others, person_id) if skipped else others)
    label = "skipped" if skipped else "unskipped"
    return change_of(dossier, label, [Edit(before=interview, after=after)])


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
    return change_of(dossier, "highlight_added", [new(highlight)])


def tick(dossier: Dossier, highlight: Highlight, person_id: PersonId, on: bool) -> Change:
    """Whether a highlight belongs into one person's letter."""
    others = without(highlight.used_for, person_id)
    after = replace(highlight, used_for=(*others, person_id) if on else others)
    label = "highlight_ticked" if on else "highlight_unticked"
    return change_of(dossier, label, [Edit(before=highlight, after=after)])


def person_of(change: Change) -> PersonId:
    """The person a change made."""
    return next(e.after.id for e in change.edits if isinstance(e.after, Person))


def highlight_of(change: Change) -> HighlightId:
    """The highlight a change made."""
    return next(e.after.id for e in change.edits if isinstance(e.after, Highlight))
