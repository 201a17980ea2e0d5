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
from models.migrations import APPLICATION_ID, version_of

_SMALLEST = 512  # bytes; no SQLite database is shorter


class State(StrEnum):
    """A file that may be opened."""

    NEW = "new"  # there is none, and never was
    OLDER = "older"  # has to be migrated first
    CURRENT = "current"
    CUT_OFF = "cut_off"  # a crash left a change half done; opening it takes the half back


def probe(path: Path, version: int, patience: int, *, afresh: bool = False) -> State:
    """What stands at `path`; a StoreFault if it must not be opened for writing.

    `version` is the newest schema this program knows, `patience` the milliseconds to wait for
    a lock. `afresh`: a new one may be made though another was lost. Only SQLite itself opens
    the file, so that no lock of ours is ever dropped.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        if not afresh:
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
    return f"{for_sqlite(path.absolute().as_uri())}?{query}"


def for_sqlite(uri: str) -> str:
    """SQLite knows no server in a URI: `//server/share` of Windows belongs into the path."""
    rest = uri.removeprefix("file:")
    return uri if rest.startswith("///") else f"file://{rest}"


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
        with _opened(path, "mode=ro", patience) as connection:
            found = _known_version(connection, path, version)
            _refuse_if_unsound(connection, path)
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
    else:
        return State.CURRENT if found == version else State.OLDER
    # Until the half change is taken back, SQLite may find nothing but damage; the header, whose
    # two numbers no change of ours touches, can be believed. No connection of ours is open yet.
    _refuse_unless_ours(path, *_header(path), version)
    return State.CUT_OFF


def _header(path: Path) -> tuple[int, int]:
    """The application id and the version, as they stand in the first bytes of the file."""
    with path.open("rb") as file:
        head = file.read(100)
    if not head.startswith(b"SQLite format 3\0"):
        raise StoreFault(FaultKind.CORRUPT, path, "no header")
    return int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big")


@contextmanager
def _opened(path: Path, mode: str, patience: int) -> Iterator[sqlite3.Connection]:
    place = address(path, mode)
    with closing(sqlite3.connect(place, uri=True, timeout=patience / 1000)) as connection:
        yield connection


def _known_version(connection: sqlite3.Connection, path: Path, version: int) -> int:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    return _refuse_unless_ours(path, application, version_of(connection), version)


def _refuse_unless_ours(path: Path, application: int, found: int, version: int) -> int:
    if application != APPLICATION_ID:
        raise StoreFault(FaultKind.NOT_OURS, path, "another application's id")
    if found > version:
        raise StoreFault(FaultKind.NEWER, path, f"version {found}, known {version}")
    if found < 1:
        raise StoreFault(FaultKind.CORRUPT, path, f"version {found}")
    return found


def _refuse_if_unsound(connection: sqlite3.Connection, path: Path) -> None:
    """A damaged page, or a trigger or view, which no version of ours has made.

    The check reads the whole file: 3 ms at a thousand opportunities, 30 at ten thousand.
    """
    extras = "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')"
    if connection.execute(extras).fetchone() != (0,):
        raise StoreFault(FaultKind.NOT_OURS, path, "a trigger or view of somebody else")
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise StoreFault(FaultKind.CORRUPT, path, "quick_check")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _writable(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective)
