"""A copy of an open file that is known to be whole."""

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

FOLDER = "backups"
_BLOCK = 1 << 20


def copy_to(connection: sqlite3.Connection, part: Path) -> None:
    """Copy the open database to `part`, checked and on the disk when this ends.

    SQLite's own backup does it: reading the live file any other way would drop its locks.
    Raises sqlite3.Error or OSError, and leaves nothing behind then.
    """
    part.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part.unlink(missing_ok=True)
    try:
        part.touch(mode=0o600)
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            connection.backup(copy)
            (verdict,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
            if verdict != "ok":
                raise sqlite3.DatabaseError("the copy is not whole")
        to_disk(part)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write_whole(path: Path, text: str) -> None:
    """Put a small file in its place, whole or not at all, for the person's eyes alone. OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)
    finally:
        part.unlink(missing_ok=True)


def hash_of(path: Path) -> str:
    """SHA-256 of a file that nobody has open for writing. OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def to_disk(path: Path) -> None:
    """Wait until the file is on the disk and not only on its way."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make a renaming in this folder survive a power cut, where the system knows how."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
