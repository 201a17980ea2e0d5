"""The highlights of a talk as rows for the person a letter goes to."""

from rules.highlights import said_in
from rules.records import Highlight, PersonId
from ui.sheet.follow_up.came_up import Tick
from ui.sheet.follow_up.desk import Desk
from ui.sheet.words import first_name
from ui.wording import capital, joined, say


def ticks_on(desk: Desk) -> tuple[Tick, ...]:
    """One row for each highlight; what the original says already is not said again."""
    return tuple(_tick(desk, one) for one in desk.highlights())


def _tick(desk: Desk, highlight: Highlight) -> Tick:
    original, about = desk.original, desk.about
    reader = about.id if about is not None else None
    said = original is not None and said_in(highlight.text, original.text)
    return Tick(
        highlight_id=highlight.id,
        text=capital(highlight.text),
        note=say("Said in your thank-you") if said else _note(desk, highlight.used_for, reader),
        on=reader in highlight.used_for and not said,
        may_change=not said,
    )


def _note(desk: Desk, used_for: tuple[PersonId, ...], reader: PersonId | None) -> str:
    """In whose letter a highlight stands already."""
    others = [desk.dossier.person(one) for one in used_for if one != reader]
    names = [first_name(one.name) for one in others if one is not None]
    return say("Already in {names}'s note", names=joined(names)) if names else ""
