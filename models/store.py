"""The store: the records of the file as the rest of the program knows them. It keeps no copy."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import peewee

from models import backup, settings, tables
from models.database import Database, open_database
from models.dossiers import read_dossiers
from models.faults import FaultKind, StoreFault
from models.rows import Cell, text_cell
from rules.changes import Change, Edit
from rules.records import (
    Dossier,
    Draft,
    InterviewId,
    MessageKind,
    OpportunityId,
    Options,
    PersonId,
    Preferences,
    Profile,
)


def open_store(path: Path) -> "Store":
    """Open the store at `path`, or make it where none ever was; StoreFault if neither may be."""
    return Store(open_database(path))


class Store:
    """The open file. Each call that writes is one transaction of its own: all of it or nothing.

    Every call raises StoreFault for what the world does to the file, and ValueError for a
    mistake of ours; in both cases nothing has changed.
    """

    def __init__(self, database: Database) -> None:
        """Use an open database; closing the store closes it."""
        self._database = database

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._database.path

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        self._database.close()

    def dossiers(self) -> tuple[Dossier, ...]:
        """Every opportunity that is not deleted, with all that belongs to it, oldest first."""
        with self._reading():
            return read_dossiers(self._database)

    def write(self, change: Change) -> None:
        """Carry out every edit of the change.

        A new record whose id is taken, an edited or removed one that is not there, and a
        reference to nothing are ValueErrors. The order of the edits does not matter to the
        references: they are looked at when all is written.
        """
        steps = [_step(edit) for edit in change.edits]
        if not steps:
            return
        with self._database.transaction():
            for step in steps:
                if self._database.run(step.query) != 1:
                    raise ValueError(f"{step.what} is not on record")

    def save_draft(self, draft: Draft) -> None:
        """Keep the draft, in place of the one with the same key."""
        row = tables.DRAFTS.row(draft)
        self._upsert(tables.DRAFTS.name, tables.DRAFTS.key, row)

    def drop_drafts(
        self,
        opportunity_id: OpportunityId,
        interview_id: InterviewId | None,
        person_id: PersonId | None,
        kind: MessageKind,
    ) -> None:
        """Forget the drafts of one message, in every tone."""
        codecs = tables.DRAFTS.codecs
        key = {
            "opportunity_id": codecs["opportunity_id"].write(opportunity_id),
            "interview_id": codecs["interview_id"].write(interview_id),
            "person_id": codecs["person_id"].write(person_id),
            "kind": codecs["kind"].write(kind),
        }
        with self._database.transaction():
            self._database.run(tables.deleted(tables.DRAFTS.name, key))

    def profile(self) -> Profile:
        """The person; empty until saved."""
        return settings.from_text(Profile(), self._setting("profile"))

    def save_profile(self, profile: Profile) -> None:
        """Keep the person."""
        self._upsert(tables.SETTING, ("name",), _setting_row("profile", profile))

    def preferences(self) -> Preferences:
        """What the person changed about timing; the defaults until saved."""
        return settings.from_text(Preferences(), self._setting("preferences"))

    def save_preferences(self, preferences: Preferences) -> None:
        """Keep what the person changed about timing."""
        self._upsert(tables.SETTING, ("name",), _setting_row("preferences", preferences))

    def options(self) -> Options:
        """What the person chose about the program itself; the defaults until saved."""
        return settings.from_text(Options(), self._setting("options"))

    def save_options(self, options: Options) -> None:
        """Keep what the person chose about the program itself."""
        self._upsert(tables.SETTING, ("name",), _setting_row("options", options))

    def texts(self, name: str) -> dict[str, str]:
        """A small table of texts kept under a name; empty until kept, or where unreadable."""
        return settings.texts_from(self._setting(name))

    def keep_texts(self, name: str, texts: Mapping[str, str]) -> None:
        """Keep a small table of texts in place of what the name held."""
        row: dict[str, Cell] = {"name": name, "value": settings.texts_as(texts)}
        self._upsert(tables.SETTING, ("name",), row)

    def back_up(self, day: date) -> Path:
        """Copy the whole file into its folder of backups, checked; where the copy is."""
        with self._database.faults():
            return backup.by_hand(self._database.connection, self.path, day)

    def fingerprint(self) -> str:
        """A hash of all rows, whatever order they came in: equal content, equal fingerprint."""
        digest = hashlib.sha256()
        with self._reading():
            for name, columns, key in tables.everything():
                digest.update(repr((name, columns)).encode())
                for row in self._database.rows(tables.all_of(name, columns, key)):
                    digest.update(repr(row).encode())
        return digest.hexdigest()

    def _upsert(self, name: str, key: tuple[str, ...], row: dict[str, Cell]) -> None:
        with self._database.transaction():
            self._database.run(tables.upserted(name, key, row))

    def _setting(self, name: str) -> str | None:
        with self._reading():
            rows = self._database.rows(tables.all_of(tables.SETTING, ("name", "value")))
        return next((str(value) for found, value in rows if found == name), None)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Name what is wrong with the file; a cell nobody can have written means damage."""
        try:
            with self._database.faults():
                yield
        except (KeyError, TypeError, ValueError) as error:
            raise StoreFault(FaultKind.CORRUPT, self.path, type(error).__name__) from error


@dataclass(frozen=True)
class _Step:
    """One edit as a query that must touch exactly one row."""

    query: peewee.Query
    what: str


def _step(edit: Edit) -> _Step:
    record = edit.after or edit.before
    if record is None:
        raise ValueError("an edit of nothing")
    table = tables.RECORDS[type(record)]
    what = f"{table.name} {record.id}"
    key: dict[str, Cell] = {"id": text_cell(record.id)}
    if edit.after is None:
        return _Step(tables.deleted(table.name, key), what)
    row = table.row(edit.after)
    if edit.before is None:
        return _Step(tables.inserted(table.name, row), what)
    if type(edit.before) is not type(edit.after) or edit.before.id != edit.after.id:
        raise ValueError(f"{what} cannot become another record")
    return _Step(tables.updated(table.name, key, row), what)


def _setting_row(name: str, value: Profile | Preferences | Options) -> dict[str, Cell]:
    return {"name": name, "value": settings.as_text(value)}
