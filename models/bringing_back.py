"""A backup becomes the store again, entirely or not at all; what stood there before is kept."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from models.backup import copy_to, sync_folder, to_disk
from models.backups import Backup, is_sound
from models.database import Database
from models.faults import FaultKind, StoreFault
from models.migrations import MIGRATIONS, Migration, migrate, version_of
from models.probe import address, as_fault, beside

DAMAGED = "damaged"


def bring_back(
    database: Database, backup: Backup, migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Put a backup into the open store: one transaction of SQLite's own, all of it or nothing.

    Raises StoreFault; whoever calls has backed up what is there.
    """
    refuse_unless_sound(backup, migrations)
    with as_fault(backup.path), _up_to_date(backup, migrations) as source, database.faults():
        source.backup(database.connection)


def put_in_place(path: Path, backup: Backup, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Make a backup the store where none can be opened; a damaged one goes into `damaged`.

    The copy is ready before anything is moved. Raises StoreFault.
    """
    refuse_unless_sound(backup, migrations)
    part = beside(path, ".new")
    with as_fault(path):
        try:
            with _up_to_date(backup, migrations) as source:
                copy_to(source, part)
            put_aside(path)
            part.rename(path)
            sync_folder(path.parent)
        finally:
            part.unlink(missing_ok=True)


def put_aside(path: Path) -> Path | None:
    """Move what stands at `path`, with its journals, to `damaged`; where it is now. OSError."""
    folder = path.parent / DAMAGED
    number = 1
    while (target := folder / f"{path.stem}-{number:04}{path.suffix}").exists():
        number += 1
    moved = None
    for ending in ("-journal", "-wal", "-shm", ""):
        here = beside(path, ending)
        if here.exists():
            folder.mkdir(mode=0o700, exist_ok=True)
            moved = here.rename(beside(target, ending))
    if moved is not None:
        sync_folder(folder)
    return moved


def refuse_unless_sound(backup: Backup, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """A StoreFault for a backup that is damaged, or newer than this program."""
    if backup.version > len(migrations):
        raise StoreFault(FaultKind.NEWER, backup.path, f"version {backup.version}")
    if not is_sound(backup):
        raise StoreFault(FaultKind.CORRUPT, backup.path, "not what its manifest says")


@contextmanager
def _up_to_date(backup: Backup, migrations: Sequence[Migration]) -> Iterator[sqlite3.Connection]:
    """The backup opened, in the newest schema; the copy itself is never written to."""
    place = address(backup.path, "mode=ro&immutable=1")
    with closing(sqlite3.connect(place, uri=True, isolation_level=None)) as source:
        if version_of(source) == len(migrations):
            yield source
            return
        part = backup.path.with_name(f"{backup.path.name}.part")
        try:
            copy_to(source, part)
            with closing(sqlite3.connect(part, isolation_level=None)) as newer:
                migrate(newer, migrations)
                to_disk(part)
                yield newer
        finally:
            part.unlink(missing_ok=True)
