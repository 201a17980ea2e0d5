"""A look at the file before anything may be written to it, which leaves every byte as it was."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path

from models.backup import FOLDER as BACKUPS
from models.faults import FaultKind, StoreFault, kind_of
from models.migrations import APPLICATION_ID

_SMALLEST = 512  # bytes; no SQLite database is shorter


class State(StrEnum):
    """A file that may be opened."""

    NEW = "new"  # there is none, and never was
    OLDER = "older"  # has to be migrated first
    CURRENT = "current"


def probe(path: Path, version: int, patience: int) -> State:
    """What stands at `path`; a StoreFault if it must not be opened for writing.

    `version` is the newest schema this program knows, `patience` the milliseconds to wait for
    a lock. Only SQLite itself opens the file, so that no lock of ours is ever dropped.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        _refuse_if_lost(path)
        return State.NEW
    except OSError as error:
        raise StoreFault(FaultKind.CANNOT_OPEN, path, type(error).__name__) from error
    if not stat.S_ISREG(found.st_mode):
        raise StoreFault(FaultKind.CANNOT_OPEN, path, "not a file")
    if found.st_size < _SMALLEST:
        raise StoreFault(FaultKind.CORRUPT, path, f"only {found.st_size} bytes")
    if _size(beside(path, "-wal")):
        raise StoreFault(FaultKind.CANNOT_OPEN, path, "a write-ahead log lies beside it")
    with as_fault(path):
        state = _look_inside(path, version, patience)
    for needed in (path, path.parent):
        if not _writable(needed):
            raise StoreFault(FaultKind.READ_ONLY, path, "no permission to write")
    return state


@contextmanager
def as_fault(path: Path) -> Iterator[None]:
    """Name whatever SQLite or the system says about the file at `path`."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreFault(kind_of(error), path, str(error)) from error


def beside(path: Path, ending: str) -> Path:
    """The file SQLite keeps next to the database, `-journal` or `-wal`."""
    return path.with_name(path.name + ending)


def address(path: Path, query: str) -> str:
    """The file as an SQLite URI, whatever characters its name has."""
    return f"{path.absolute().as_uri()}?{query}"


def _refuse_if_lost(path: Path) -> None:
    """A store was here if backups of it or an unfinished journal are."""
    backups = path.parent / BACKUPS
    try:
        lost = any(backups.iterdir()) if backups.is_dir() else False
    except OSError:
        lost = True  # there is something we may not see
    if lost or _size(beside(path, "-journal")):
        raise StoreFault(FaultKind.MISSING, path)


def _look_inside(path: Path, version: int, patience: int) -> State:
    try:
        return _verdict(path, "mode=ro", version, patience)
    except sqlite3.OperationalError as error:
        code = getattr(error, "sqlite_errorcode", 0)
        if code != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
    # A change was cut off by a crash, and whoever opens the file for writing rolls it back.
    # Until then it can only be read as it lies there.
    return _verdict(path, "mode=ro&immutable=1", version, patience)


def _verdict(path: Path, mode: str, version: int, patience: int) -> State:
    with closing(
        sqlite3.connect(address(path, mode), uri=True, timeout=patience / 1000)
    ) as connection:

        def ask(sql: str) -> int:
            (answer,) = connection.execute(sql).fetchone()
            return int(answer)

        foreign = ask("PRAGMA application_id") != APPLICATION_ID
        found = ask("PRAGMA user_version")
        extras = ask("SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')")
    if foreign or extras:
        raise StoreFault(FaultKind.NOT_OURS, path)
    if found > version:
        raise StoreFault(FaultKind.NEWER, path, f"version {found}, known {version}")
    if found < 1:
        raise StoreFault(FaultKind.CORRUPT, path, f"version {found}")
    return State.CURRENT if found == version else State.OLDER


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _writable(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective)
