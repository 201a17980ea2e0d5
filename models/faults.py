"""What can be wrong with the file the records live in, each with a sentence for the person."""

import errno
import sqlite3
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from typing_extensions import override


class FaultKind(StrEnum):
    """What is wrong: found while opening, while reading or while writing."""

    NEWER = "newer"  # written by a later version of the program
    NOT_OURS = "not_ours"  # a sound database of some other program
    CORRUPT = "corrupt"  # damaged, cut or emptied
    MISSING = "missing"  # gone, though it was there once
    LOCKED = "locked"  # another program holds it
    READ_ONLY = "read_only"
    CANNOT_OPEN = "cannot_open"
    DISK_FULL = "disk_full"
    FILE_MOVED = "file_moved"  # moved, deleted or replaced while it was open
    UNSAFE = "unsafe"  # a setting that protects the records did not take
    NOT_UPGRADED = "not_upgraded"  # its older schema could not be migrated
    FAILED = "failed"  # the disk or SQLite gave an error of another kind


_SENTENCES = {
    FaultKind.NEWER: "“{path}” was written by a newer version of Afterword; nothing in it was"
    " changed, so please open it with that version or a later one.",
    FaultKind.NOT_OURS: "“{path}” belongs to another program; nothing in it was changed, so please"
    " move it elsewhere or choose another data folder.",
    FaultKind.CORRUPT: "“{path}” is damaged and cannot be read safely; nothing in it was changed,"
    " so please keep a copy of it and bring back a backup.",
    FaultKind.MISSING: "“{path}” is gone although it was there before; nothing was created in its"
    " place, so please put it back or bring back a backup.",
    FaultKind.LOCKED: "“{path}” is in use by another program; nothing was changed, so please close"
    " it there and try again.",
    FaultKind.READ_ONLY: "“{path}” cannot be written to; nothing was changed, so please allow"
    " writing to the file and its folder, or choose another data folder.",
    FaultKind.CANNOT_OPEN: "“{path}” cannot be opened; nothing was changed, so please check that"
    " it is a file you may read, or choose another data folder.",
    FaultKind.DISK_FULL: "There is no room left on the disk of “{path}”; nothing in it was"
    " changed, so please free some space and try again.",
    FaultKind.FILE_MOVED: "“{path}” was moved or replaced while it was open; nothing was changed,"
    " so please put it back and start Afterword again.",
    FaultKind.UNSAFE: "“{path}” could not be opened in the way that keeps it safe; nothing in it"
    " was changed, so please choose a data folder on a local disk.",
    FaultKind.NOT_UPGRADED: "“{path}” could not be brought up to this version of Afterword;"
    " nothing in it was changed, so please go on with the version you had.",
    FaultKind.FAILED: "The disk of “{path}” reported an error; nothing was changed, so please"
    " check the disk and try again.",
}

_BY_SQLITE = {
    sqlite3.SQLITE_FULL: FaultKind.DISK_FULL,
    sqlite3.SQLITE_READONLY: FaultKind.READ_ONLY,
    sqlite3.SQLITE_BUSY: FaultKind.LOCKED,
    sqlite3.SQLITE_LOCKED: FaultKind.LOCKED,
    sqlite3.SQLITE_CORRUPT: FaultKind.CORRUPT,
    sqlite3.SQLITE_NOTADB: FaultKind.CORRUPT,
    sqlite3.SQLITE_CANTOPEN: FaultKind.CANNOT_OPEN,
    sqlite3.SQLITE_PERM: FaultKind.CANNOT_OPEN,
    sqlite3.SQLITE_AUTH: FaultKind.CANNOT_OPEN,
}

_BY_ERRNO = {
    errno.ENOSPC: FaultKind.DISK_FULL,
    errno.EDQUOT: FaultKind.DISK_FULL,
    errno.EROFS: FaultKind.READ_ONLY,
    errno.EACCES: FaultKind.READ_ONLY,
    errno.EPERM: FaultKind.READ_ONLY,
}


class StoreFault(Exception):  # noqa: N818  # the name the whole program knows it by
    """A fault of the world around the store; nothing that was asked for has happened."""

    def __init__(self, kind: FaultKind, path: Path, detail: str = "") -> None:
        """`detail` is for a report, never for the screen, and holds nothing the person typed."""
        super().__init__(kind, path, detail)
        self.kind = kind
        self.path = path
        self.detail = detail
        self.kept: Path | None = None  # where the text lies that the store would not take

    @property
    def sentence(self) -> str:
        """What happened, what was not changed and what to do, naming the file."""
        said = _SENTENCES[self.kind].format(path=_shown(self.path))
        return said if self.kept is None else f"{said} Your text is safe in “{_shown(self.kept)}”."

    @override
    def __str__(self) -> str:
        return f"{self.kind}: {self.detail}" if self.detail else str(self.kind)


def _shown(path: Path) -> str:
    return str(path).encode("utf-8", "replace").decode()


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and everything that was being handled when it came, latest first."""
    seen: set[int] = set()
    here: BaseException | None = error
    while here is not None and id(here) not in seen:
        seen.add(id(here))
        yield here
        here = here.__cause__ or here.__context__


def first_sqlite_error(error: BaseException) -> sqlite3.Error | None:
    """The earliest SQLite error behind this one.

    Peewee wraps what SQLite says, and a rollback that fails after a full disk hides it.
    """
    found = [one for one in _chain(error) if isinstance(one, sqlite3.Error)]
    return found[-1] if found else None


def kind_of(error: BaseException) -> FaultKind:
    """Which fault an SQLite error or an OSError is."""
    first = first_sqlite_error(error)
    if first is not None:
        code: int = getattr(first, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        if code == sqlite3.SQLITE_READONLY_DBMOVED:
            return FaultKind.FILE_MOVED
        return _BY_SQLITE.get(code & 0xFF, FaultKind.FAILED)
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, FaultKind.CANNOT_OPEN)
    return FaultKind.FAILED
