"""What can still be read of a damaged file, row by row, as values for a new one.

The file is opened as one that cannot change, so that not a byte of it moves.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from models import tables
from models.content import Content
from models.faults import FaultKind, StoreFault
from models.probe import address, as_fault
from models.tables import RecordTable
from rules.records import (
    Draft,
    Fact,
    Highlight,
    Interview,
    InterviewId,
    Message,
    Opportunity,
    OpportunityId,
    Person,
    PersonId,
    Record,
)

_SHORTEST = 48
"""Bytes of the shortest row: how many there can be where the file can no longer say so."""
_LOST = "Recovered"


@dataclass(frozen=True, kw_only=True)
class Salvaged:
    """What was read, and how many rows could be read and yet belonged to nothing any more."""

    content: Content
    adrift: int


def salvage(path: Path) -> Salvaged:
    """Read what can be read. StoreFault where not even the tables are known any more."""
    with as_fault(path):
        place = address(path, "mode=ro&immutable=1")
        with closing(sqlite3.connect(place, uri=True, isolation_level=None)) as connection:
            connection.execute("PRAGMA cell_size_check = 1")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            records = [
                one for table in tables.RECORDS.values() for one in _records(connection, table)
            ]
            drafts: list[Draft] = list(_records(connection, tables.DRAFTS))
            settings = {
                str(name): str(value)
                for name, value in _rows(connection, tables.SETTING, ("name", "value"))
            }
    kept, adrift = _tied(records)
    content = Content(
        records=tuple(kept),
        drafts=tuple({one.key: one for one in drafts}.values()),
        settings={name: value for name, value in settings.items() if value.isascii()},
    )
    if not (content.records or content.drafts or content.settings):
        raise StoreFault(FaultKind.CORRUPT, path, "nothing could be read")
    return Salvaged(content=content, adrift=adrift)


def _records(connection: sqlite3.Connection, table: RecordTable[Any]) -> Iterator[Any]:
    """The records of a table, without the rows whose cells make no sense any more."""
    for row in _rows(connection, table.name, table.columns):
        with suppress(KeyError, TypeError, ValueError, OverflowError):
            (record,) = table.records([row])
            table.row(record)  # what cannot be written again cannot be kept
            yield record


def _rows(
    connection: sqlite3.Connection, name: str, columns: tuple[str, ...]
) -> Iterator[tuple[Any, ...]]:
    """Each row that can be read. One after the other while that goes, then number by number."""
    cells = ", ".join(f'"{column}"' for column in columns)
    last = 0
    try:
        query = f'SELECT rowid, {cells} FROM "{name}" NOT INDEXED ORDER BY rowid'  # noqa: S608  # our own names
        for row in connection.execute(query):
            last = row[0]
            yield row[1:]
        return
    except sqlite3.DatabaseError:
        pass
    query = f'SELECT {cells} FROM "{name}" NOT INDEXED WHERE rowid = ?'  # noqa: S608  # our own names
    for number in range(last + 1, _end(connection, name, last) + 1):
        with suppress(sqlite3.DatabaseError):
            row = connection.execute(query, (number,)).fetchone()
            if row is not None:
                yield row


def _end(connection: sqlite3.Connection, name: str, last: int) -> int:
    try:
        query = f'SELECT max(rowid) FROM "{name}" NOT INDEXED'  # noqa: S608  # our own names
        (found,) = connection.execute(query).fetchone()
    except sqlite3.DatabaseError:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        return last + int(pages) * 4096 // _SHORTEST
    return int(found or last)


def _tied(records: list[Any]) -> tuple[list[Record], int]:
    """The records with each reference to something that is there.

    What lost its opportunity gets an empty one in its place; a reference to a talk or a person
    that is gone is left out, but for a highlight, which says nothing without its talk.
    """
    unique = list({(type(one), one.id): one for one in records}.values())
    opportunities = {one.id for one in unique if isinstance(one, Opportunity)}
    talks = {one.id for one in unique if isinstance(one, Interview)}
    people = {one.id for one in unique if isinstance(one, Person)}
    kept: list[Record] = []
    adrift = 0
    for one in unique:
        if isinstance(one, Highlight):
            if one.interview_id not in talks:
                adrift += 1
                continue
        elif not isinstance(one, Opportunity) and one.opportunity_id not in opportunities:
            opportunities.add(one.opportunity_id)
            kept.append(_stand_in(one.opportunity_id, len(opportunities)))
        kept.append(_untied(one, talks, people))
    return kept, adrift


def _untied(one: Any, talks: set[InterviewId], people: set[PersonId]) -> Any:
    """A message or fact without the references that lead nowhere."""
    if isinstance(one, Message | Fact):
        if one.interview_id is not None and one.interview_id not in talks:
            one = replace(one, interview_id=None)
        if one.person_id is not None and one.person_id not in people:
            one = replace(one, person_id=None)
    return one


def _stand_in(oid: OpportunityId, number: int) -> Opportunity:
    """An opportunity for what is left of one. No clock: it comes before all others."""
    at = datetime(2000, 1, 1, tzinfo=UTC)
    return Opportunity(id=oid, company=_LOST, role=f"part {number}", created_at=at)
