"""Which kept letters belong to whom: copied or not, in which tone, and who comes next."""

from rules.records import Dossier, Draft, PersonId, Tone
from ui.sheet.follow_up.scene import Writing


def kept_for(dossier: Dossier, writing: Writing, person_id: PersonId | None) -> list[Draft]:
    """The letters of that sort kept for one person, in any tone."""
    wanted = (person_id, writing.kind, writing.interview_for(person_id), writing.channel)
    return [
        one
        for one in dossier.drafts
        if (one.person_id, one.kind, one.interview_id, one.channel) == wanted
    ]


def is_copied(dossier: Dossier, writing: Writing, person_id: PersonId | None) -> bool:
    """Whether that person's letter was copied and nobody said it was sent."""
    return any(one.copied_at is not None for one in kept_for(dossier, writing, person_id))


def tone_of(
    dossier: Dossier, writing: Writing, person_id: PersonId | None, otherwise: Tone
) -> Tone:
    """The tone this person's letter was last written in."""
    own = [one for one in kept_for(dossier, writing, person_id) if one.edited or one.copied_at]
    return max(own, key=lambda one: one.saved_at).tone if own else otherwise


def next_person(dossier: Dossier, writing: Writing, person_id: PersonId | None) -> PersonId | None:
    """Who comes after this one, going round once; nobody where the letter goes to one alone."""
    if not writing.is_wave:
        return None
    order = list(writing.people)
    if person_id in order:
        at = order.index(person_id)
        order = [*order[at + 1 :], *order[:at]]
    owed = set(writing.recipients) - {person_id}
    waiting = [one for one in order if one in owed]
    fresh = [one for one in waiting if not is_copied(dossier, writing, one)]
    return next(iter(fresh or waiting), None)


def tone_name(tone: Tone) -> str:
    """A tone as the segment shows it."""
    return tone.value.capitalize()
