"""Letters that lie kept, for whomever and in whichever tone, follow what is ticked.

A letter that was edited keeps every typed word: only an untouched sentence goes, and a new one
comes in. One that was copied and would read differently now is no longer the one copied.
"""

from collections.abc import Iterable
from dataclasses import replace

from rules.changes import Change
from rules.compose import Letter
from rules.highlights import tick, untick
from rules.ledger import rounds
from rules.letter_values import thanked_through
from rules.records import Channel, Dossier, Draft, Highlight, Moment, PersonId
from ui.session import Session
from ui.sheet.follow_up.scene import uses_highlights

Pair = tuple[Highlight | None, Highlight | None]
"""A highlight before and after."""


def follow_ticks(session: Session, change: Change, *, but: Draft | None) -> None:
    """Bring the kept letters of an opportunity up to what a change ticked, all but one."""
    pairs = highlights_in(change)
    if not pairs or not session.knows(change.opportunity_id):
        return
    dossier = session.dossier(change.opportunity_id)
    for kept in dossier.drafts:
        if but is None or kept.key != but.key:
            new = followed(session, kept, pairs)
            if new is not kept:
                session.save_draft(new)


def highlights_in(change: Change) -> tuple[Pair, ...]:
    """The highlights a change touches."""
    found = []
    for edit in change.edits:
        before = edit.before if isinstance(edit.before, Highlight) else None
        after = edit.after if isinstance(edit.after, Highlight) else None
        if before is not None or after is not None:
            found.append((before, after))
    return tuple(found)


def differing(before: Iterable[Highlight], after: Iterable[Highlight]) -> tuple[Pair, ...]:
    """The highlights that are not the same any more."""
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    keys = list(dict.fromkeys((*old, *new)))
    return tuple((old.get(k), new.get(k)) for k in keys if old.get(k) != new.get(k))


def followed(session: Session, draft: Draft, pairs: Iterable[Pair]) -> Draft:
    """A letter with the sentences of what is ticked for its reader; itself if nothing differs."""
    if not uses_highlights(draft.kind, draft.channel):
        return draft
    pairs, dossier = tuple(pairs), session.dossier(draft.opportunity_id)
    came = session.fresh(_as_before(dossier, pairs), draft)
    comes = session.fresh(dossier, draft)
    body, subject = draft.body, draft.subject
    if isinstance(came, Letter) and isinstance(comes, Letter):
        subject = comes.subject if subject == came.subject else subject  # unless worded by hand
        if thanked_through(dossier, draft, session.moment()):
            body = _part_by_part(body, came.body, comes.body)
    for before, after in pairs:
        old = before.text if before is not None and _meant(before, draft.person_id) else ""
        new = after.text if after is not None and _meant(after, draft.person_id) else ""
        if old == new:
            continue
        without = untick(body, old)
        # a sentence reworded by hand stays, and is not said again in other words
        replaced = not old or without != body
        body = without
        if new and replaced and _about_one_round(draft, after, dossier, session.moment()):
            body = _with(body, new, draft, dossier, session.moment())
    if (subject, body) == (draft.subject, draft.body):
        return draft
    return replace(draft, subject=subject, body=body, copied_at=None)


def _part_by_part(body: str, came: str, comes: str) -> str:
    """A note that speaks of several people: each part nobody touched reads as it would now."""
    old, new = came.split("\n\n"), comes.split("\n\n")
    if len(old) != len(new):
        return comes if body == came else body
    now = dict(zip(old, new, strict=True))
    return "\n\n".join(now.get(part, part) for part in body.split("\n\n"))


def _as_before(dossier: Dossier, pairs: Iterable[Pair]) -> Dossier:
    """The facts with the highlights as they were."""
    touched = {one.id for pair in pairs for one in pair if one is not None}
    were = tuple(before for before, _ in pairs if before is not None)
    same = tuple(one for one in dossier.highlights if one.id not in touched)
    return replace(dossier, highlights=(*same, *were))


def _meant(highlight: Highlight, person_id: PersonId | None) -> bool:
    return person_id is not None and person_id in highlight.used_for


def _with(body: str, text: str, draft: Draft, dossier: Dossier, moment: Moment) -> str:
    round_ = next((r for r in rounds(dossier, moment) if r.holds(draft.interview_id)), None)
    people = round_.people if round_ is not None else ()
    turn = people.index(draft.person_id) if draft.person_id in people else 0
    turn += draft.channel is Channel.LETTER  # as its template deals the wordings out
    return tick(body, text, kind=draft.kind, tone=draft.tone, turn=turn)


def _about_one_round(
    draft: Draft, highlight: Highlight | None, dossier: Dossier, moment: Moment
) -> bool:
    if highlight is None:
        return False
    if highlight.interview_id == draft.interview_id:
        return True
    return any(
        one.holds(draft.interview_id) and one.holds(highlight.interview_id)
        for one in rounds(dossier, moment)
    )
