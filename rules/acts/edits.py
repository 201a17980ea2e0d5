"""What every act is put together from."""

from collections.abc import Callable, Iterable

from rules.changes import Change, Edit
from rules.records import Dossier, PersonId, Record

Ids = Callable[[], str]
"""Gives a new, unique id each time."""


def change_of(dossier: Dossier, label: str, edits: Iterable[Edit]) -> Change:
    """A change of one opportunity."""
    return Change(opportunity_id=dossier.opportunity.id, label=label, edits=tuple(edits))


def new(record: Record) -> Edit:
    """A record that was not there before."""
    return Edit(before=None, after=record)


def without(ids: tuple[PersonId, ...], gone: PersonId) -> tuple[PersonId, ...]:
    """The ids but for one."""
    return tuple(one for one in ids if one != gone)
