"""The tables as queries know them: one for each kind of record, its columns named as the fields.

The schema itself is written in `models.migrations` and never made from here, so that an old
migration cannot change its meaning; a test holds the two against each other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar, get_type_hints

import peewee

from models.rows import ID_OR_EMPTY, Cell, Codec, codec_of
from rules.records import Draft, Fact, Highlight, Interview, Message, Opportunity, Person

R = TypeVar("R")


@dataclass(frozen=True)
class RecordTable(Generic[R]):
    """One table: which record a row is, and how each field is kept."""

    record: type[R]
    name: str
    key: tuple[str, ...]
    codecs: dict[str, Codec]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in the order of the record's fields."""
        return tuple(self.codecs)

    def row(self, record: R) -> dict[str, Cell]:
        """The record as a row; ValueError if a field holds what no record may hold."""
        return {name: codec.write(getattr(record, name)) for name, codec in self.codecs.items()}

    def records(self, rows: Sequence[tuple[Any, ...]]) -> Iterable[R]:
        """The rows, each with every column in order, as records.

        Read by columns, which spares a call for every cell.
        """
        if not rows:
            return []
        cells = zip(*rows, strict=True)
        columns = [
            codec.read(column) for codec, column in zip(self.codecs.values(), cells, strict=True)
        ]
        return filled(self.record, self.columns, zip(*columns, strict=True))


def filled(record: type[R], names: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> Iterator[R]:
    """Frozen records with these values in every field, without their constructor.

    The constructor sets each field singly, past its own guard, which takes three times as long
    and is felt at ten thousand opportunities. None of the records has a `__post_init__`.
    """
    new = object.__new__
    for row in rows:
        one = new(record)
        one.__dict__.update(zip(names, row))  # noqa: B905  # counted above; twice costs time
        yield one


def _table(record: type[R], key: tuple[str, ...] = ("id",), **special: Codec) -> RecordTable[R]:
    hints = get_type_hints(record)
    names = [field.name for field in fields(record)]  # type: ignore[arg-type]  # all dataclasses
    codecs = {name: special.get(name) or codec_of(hints[name]) for name in names}
    return RecordTable(record, record.__name__.lower(), key, codecs)


OPPORTUNITIES = _table(Opportunity)
PEOPLE = _table(Person)
INTERVIEWS = _table(Interview)
HIGHLIGHTS = _table(Highlight)
MESSAGES = _table(Message)
FACTS = _table(Fact)
DRAFTS = _table(
    Draft,
    ("opportunity_id", "interview_id", "person_id", "kind", "tone", "channel"),
    interview_id=ID_OR_EMPTY,
    person_id=ID_OR_EMPTY,
)

RECORDS: dict[type, RecordTable[Any]] = {
    table.record: table
    for table in (OPPORTUNITIES, PEOPLE, INTERVIEWS, HIGHLIGHTS, MESSAGES, FACTS)
}
SETTING = "setting"


def everything() -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Each table there is: its name, its columns, its key."""
    for table in (*RECORDS.values(), DRAFTS):
        yield table.name, table.columns, table.key
    yield SETTING, ("name", "value"), ("name",)


def all_of(name: str, columns: Iterable[str], order: Iterable[str] = ("rowid",)) -> peewee.Select:
    """Every row as a tuple of these columns, in the order the rows came in unless told."""
    table = peewee.Table(name)
    query = table.select(*(table.c[column] for column in columns))
    return query.order_by(*(table.c[column] for column in order))


def inserted(name: str, row: dict[str, Cell]) -> peewee.Insert:
    """A new row; a row with that key is an integrity error."""
    table = peewee.Table(name)
    return table.insert({table.c[column]: cell for column, cell in row.items()})


def upserted(name: str, key: Iterable[str], row: dict[str, Cell]) -> peewee.Insert:
    """The row as it shall be: changed in place if it is there (never REPLACE, which deletes)."""
    key = tuple(key)
    kept = [column for column in row if column not in key]
    return inserted(name, row).on_conflict(conflict_target=key, preserve=kept)


def updated(name: str, key: dict[str, Cell], row: dict[str, Cell]) -> peewee.Update:
    """The row with that key, all its other columns written anew."""
    table = peewee.Table(name)
    values = {table.c[column]: cell for column, cell in row.items() if column not in key}
    query: peewee.Update = _only(table, table.update(values), key)
    return query


def deleted(name: str, key: dict[str, Cell]) -> peewee.Delete:
    """The rows with these cells, gone."""
    table = peewee.Table(name)
    query: peewee.Delete = _only(table, table.delete(), key)
    return query


def _only(table: peewee.Table, query: Any, key: dict[str, Cell]) -> Any:
    for column, cell in key.items():
        query = query.where(table.c[column] == cell)
    return query
