"""All records of the file put together, in one statement a table however many there are."""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TypeVar

from models import tables
from models.database import Database
from models.tables import RecordTable
from rules.records import Dossier, Draft, Fact, Highlight, Interview, Message, Person

R = TypeVar("R")

_PARTS = ("opportunity", "people", "interviews", "highlights", "messages", "facts", "drafts")
_NEVER = datetime.max.replace(tzinfo=UTC)


def read_dossiers(database: Database, *, deleted: bool = False) -> tuple[Dossier, ...]:
    """Every opportunity that is not deleted (or those that are), in the order they were added.

    KeyError or ValueError if a cell holds what no version of ours has written.
    """
    with _no_collection():
        interviews = _read(database, tables.INTERVIEWS)
        owner = {one.id: one.opportunity_id for one in interviews}
        people = _grouped(_read(database, tables.PEOPLE), _owner, _place)
        highlights = _grouped(
            _read(database, tables.HIGHLIGHTS), lambda one: owner.get(one.interview_id), _place
        )
        messages = _grouped(
            _read(database, tables.MESSAGES), _owner, lambda one: (one.sent_at, one.id)
        )
        facts = _grouped(_read(database, tables.FACTS), _owner, lambda one: (one.at, one.id))
        drafts = _grouped(_read(database, tables.DRAFTS), _owner, lambda one: one.saved_at)
        talks = _grouped(interviews, _owner, lambda one: (one.start or _NEVER, one.id))
        kept = [
            one
            for one in _read(database, tables.OPPORTUNITIES)
            if (one.deleted_at is not None) is deleted
        ]
        parts = (people, talks, highlights, messages, facts, drafts)
        rows = ((one, *(part.get(one.id, ()) for part in parts)) for one in kept)
        return tuple(tables.filled(Dossier, _PARTS, rows))


def _read(database: Database, table: RecordTable[R]) -> list[R]:
    return list(table.records(database.rows(tables.all_of(table.name, table.columns))))


def _owner(record: Person | Interview | Message | Fact | Draft) -> str:
    return record.opportunity_id


def _place(record: Person | Highlight) -> tuple[float, str]:
    return record.place, record.id


def _grouped(
    records: Iterable[R], owner: Callable[[R], str | None], order: Callable[[R], Any]
) -> dict[str | None, tuple[R, ...]]:
    """The records of each opportunity, in the lasting order `rules.changes` gives them."""
    groups: defaultdict[str | None, list[R]] = defaultdict(list)
    for record in records:
        groups[owner(record)].append(record)
    return {
        key: tuple(group) if len(group) == 1 else tuple(sorted(group, key=order))
        for key, group in groups.items()
    }


@contextmanager
def _no_collection() -> Iterator[None]:
    """Spare the garbage collector a hundred thousand new objects, none of which is garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
