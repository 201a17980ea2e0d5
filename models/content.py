"""Everything a store holds, as values: read at once, and put in the place of what was there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models import tables
from models.database import Database
from models.rows import Cell
from rules.records import Draft, Record


@dataclass(frozen=True, kw_only=True)
class Content:
    """All records (what was deleted lately too), all drafts, and the settings as they are kept."""

    records: tuple[Record, ...] = ()
    drafts: tuple[Draft, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)


def read_content(database: Database) -> Content:
    """All there is. KeyError or ValueError for a cell that no version of ours has written."""
    records: list[Record] = []
    for table in tables.RECORDS.values():
        records += table.records(database.rows(tables.all_of(table.name, table.columns)))
    drafts = tables.DRAFTS
    rows = database.rows(tables.all_of(tables.SETTING, ("name", "value")))
    return Content(
        records=tuple(records),
        drafts=tuple(drafts.records(database.rows(tables.all_of(drafts.name, drafts.columns)))),
        settings={str(name): str(value) for name, value in rows},
    )


def replace_content(database: Database, content: Content) -> None:
    """Put all of it in the place of what is there, in one transaction.

    Raises StoreFault, or ValueError for a key that is taken twice or a reference to nothing.
    """
    with database.transaction():
        for name, *_ in tables.everything():
            database.run(tables.deleted(name, {}))
        for record in content.records:
            table = tables.RECORDS[type(record)]
            database.run(tables.inserted(table.name, table.row(record)))
        for draft in content.drafts:
            database.run(tables.inserted(tables.DRAFTS.name, tables.DRAFTS.row(draft)))
        for name, value in content.settings.items():
            row: dict[str, Cell] = {"name": name, "value": value}
            database.run(tables.inserted(tables.SETTING, row))
