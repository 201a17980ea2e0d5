"""A copy of the open file that is known to be whole."""

import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

FOLDER = "backups"


def back_up(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the open database to `target`, which appears only when the copy is checked and whole.

    SQLite's own backup does it: reading the live file any other way would drop its locks.
    Raises sqlite3.Error or OSError, and leaves no part behind.
    """
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        part.touch(mode=0o600)
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            connection.backup(copy)
            (verdict,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
            if verdict != "ok":
                raise sqlite3.DatabaseError("the copy is not whole")
        _to_disk(part)
        part.replace(target)
        sync_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)


def before_migration(connection: sqlite3.Connection, store: Path, version: int) -> Path:
    """Back the store up before its schema changes; returns where the copy is."""
    folder = store.parent / FOLDER
    number = 1
    while (target := folder / f"before-migration-{version}-{number:04}.db").exists():
        number += 1
    back_up(connection, target)
    return target


def by_hand(connection: sqlite3.Connection, store: Path, day: date) -> Path:
    """Back the store up because the person asked for it; returns where the copy is."""
    folder = store.parent / FOLDER
    number = 1
    while (target := folder / f"by-hand-{day.isoformat()}-{number:04}.db").exists():
        number += 1
    back_up(connection, target)
    return target


def _to_disk(path: Path) -> None:
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
