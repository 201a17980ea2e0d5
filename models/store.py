"""The store: the records of the file as the rest of the program knows them. It keeps no copy."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import peewee

from models import backups, deleted, settings, tables
from models.backups import Backup, Reason
from models.bringing_back import bring_back
from models.content import Content, read_content, replace_content
from models.database import Database, open_database
from models.dossiers import read_dossiers
from models.faults import FaultKind, StoreFault
from models.probe import as_fault
from models.rescue import rescue, rescued
from models.rows import Cell, text_cell
from models.salvage import Salvaged
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


def open_store(path: Path, *, afresh: bool = False) -> "Store":
    """Open the store at `path`, or make it where none ever was; StoreFault if neither may be.

    `afresh`: make it although backups say that one was there; they stay.
    """
    return Store(open_database(path, afresh=afresh))


def look_into(path: Path, why: FaultKind) -> "Store":
    """Open a store for reading alone: each write is refused, saying `why`. StoreFault."""
    return Store(Database(path, refusal=why))


def save_salvaged(salvaged: Salvaged, target: Path) -> None:
    """Make a new store of what could be read of a damaged one. StoreFault."""
    store = open_store(target, afresh=True)
    try:
        store.replace(salvaged.content)
    finally:
        store.close()


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

    def back_up(self, at: datetime, reason: Reason = Reason.BY_HAND) -> Backup:
        """Copy the whole file into its folder of backups, checked."""
        with self._database.faults():
            return backups.make(self._database.connection, self.path, reason, at)

    def bring_back(self, backup: Backup) -> None:
        """Put a backup in the place of everything, all of it or nothing."""
        bring_back(self._database, backup)

    def content(self) -> Content:
        """Everything there is, what was deleted lately too."""
        with self._reading():
            return read_content(self._database)

    def replace(self, content: Content) -> None:
        """Put this in the place of everything, in one transaction."""
        replace_content(self._database, content)

    def deleted(self) -> tuple[Dossier, ...]:
        """Every opportunity that was deleted and is still kept, latest first."""
        with self._reading():
            found = read_dossiers(self._database, deleted=True)
        return tuple(sorted(found, key=lambda one: str(one.opportunity.deleted_at), reverse=True))

    def purge(self, gone: Iterable[OpportunityId]) -> int:
        """Take deleted opportunities out for good; how many went."""
        return deleted.purge(self._database, gone)

    def purge_old(self, now: datetime) -> int:
        """Take out for good what was deleted more than thirty days ago; how many went."""
        with self._reading():
            old = deleted.too_old(self._database, now)
        return self.purge(old) if old else 0

    def rescue(self, draft: Draft) -> Path:
        """Keep a draft beside the file that would not take it. StoreFault."""
        with as_fault(self.path):
            return rescue(self.path, draft)

    def take_rescued(self) -> tuple[Draft, ...]:
        """Put rescued drafts back, unless a later text is kept; those that came back."""
        back = []
        kept = {one.key: one for one in self.content().drafts}
        for path, draft in rescued(self.path):
            held = kept.get(draft.key)
            if held is None or held.saved_at <= draft.saved_at:
                self.save_draft(draft)
                back.append(draft)
            with as_fault(self.path):
                path.unlink(missing_ok=True)
        return tuple(back)

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
