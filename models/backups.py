"""The folder of backups: what is in it, made how, checked how, and which of them stay.

A backup is two files: the copy, and a manifest beside it with its hash. The copy takes its name
last, so that whatever is listed was whole when it was made; the hash tells whether it still is.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from models.backup import FOLDER, copy_to, hash_of, sync_folder, write_whole

_LAST, _DAILY, _WEEKLY, _MONTHLY, _MIGRATIONS = 10, 14, 8, 12, 5

_COUNTED = {
    "applications": "SELECT count(*) FROM opportunity WHERE deleted_at IS NULL",
    "interviews": "SELECT count(*) FROM interview",
    "letters": "SELECT count(*) FROM message",
    "drafts": "SELECT count(*) FROM draft",
}


class Reason(StrEnum):
    """Why a backup was made."""

    BY_HAND = "by-hand"
    CHANGES = "changes"  # of itself, because something had changed
    MIGRATION = "before-migration"
    BRINGING_BACK = "before-bringing-back"


@dataclass(frozen=True, kw_only=True)
class Backup:
    """One copy of the whole file, by its manifest."""

    path: Path
    number: int  # the order they were made in, whatever the clock said
    reason: Reason
    made_at: datetime
    version: int
    counts: dict[str, int]
    sha256: str


def make(connection: sqlite3.Connection, store: Path, reason: Reason, at: datetime) -> Backup:
    """Copy the open store into its folder of backups. sqlite3.Error or OSError.

    What has become too many goes, once the new one is there.
    """
    folder = store.parent / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sweep(folder)
    at = at.astimezone(UTC)
    number = max((_number_of(one) for one in folder.iterdir()), default=0) + 1
    path = folder / f"{number:06}-{reason}-{at:%Y-%m-%d}.db"
    part = path.with_name(f"{path.name}.part")
    try:
        copy_to(connection, part)
        backup = _described(part, path, number, reason, at)
        write_whole(_manifest(path), _as_text(backup))
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        _manifest(path).unlink(missing_ok=True)
        raise
    sync_folder(folder)
    with suppress(OSError):  # one too many does no harm
        prune(folder)
    return backup


def listed(store: Path) -> tuple[Backup, ...]:
    """The backups of a store, newest first, without looking into the copies."""
    found = []
    with suppress(OSError):
        for manifest in (store.parent / FOLDER).glob("*.json"):
            with suppress(OSError, ValueError, KeyError, TypeError, OverflowError):
                found.append(_read(manifest))
    return tuple(sorted(found, key=lambda one: one.number, reverse=True))


def is_sound(backup: Backup) -> bool:
    """Whether the copy is still, to the last bit, what was checked when it was made."""
    try:
        return hash_of(backup.path) == backup.sha256
    except OSError:
        return False


def newest_sound(store: Path) -> Backup | None:
    """The newest backup that is whole."""
    return next((one for one in listed(store) if is_sound(one)), None)


def prune(folder: Path) -> None:
    """Take away the backups that are too many. OSError."""
    backups = listed(folder.parent / "any")
    stay = staying(backups)
    for backup in backups:
        if backup.number not in stay:
            backup.path.unlink(missing_ok=True)  # the copy first: none is listed without it
            _manifest(backup.path).unlink(missing_ok=True)


def staying(backups: Iterable[Backup]) -> set[int]:
    """The numbers of those that stay.

    "Newest" goes by the number alone. A clock that lies can blur which day, week or month a
    backup stands for, and never costs one of the last ten.
    """
    newest = sorted(backups, key=lambda one: one.number, reverse=True)
    stay = {one.number for one in newest[:_LAST]}
    stay |= {one.number for one in newest if one.reason is Reason.BY_HAND}
    migrations = [one.number for one in newest if one.reason is Reason.MIGRATION]
    stay |= set(migrations[:_MIGRATIONS])
    stay |= _one_for_each(newest, _DAILY, lambda at: (at.year, at.month, at.day))
    stay |= _one_for_each(newest, _WEEKLY, lambda at: tuple(at.isocalendar()[:2]))
    stay |= _one_for_each(newest, _MONTHLY, lambda at: (at.year, at.month))
    return stay


def _one_for_each(
    newest: list[Backup], most: int, span: Callable[[datetime], tuple[int, ...]]
) -> set[int]:
    """The newest of each of the last so many days, weeks or months."""
    found: dict[tuple[int, ...], int] = {}
    for one in newest:
        found.setdefault(span(one.made_at), one.number)
    return set(list(found.values())[:most])


def _described(part: Path, path: Path, number: int, reason: Reason, at: datetime) -> Backup:
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        (version,) = copy.execute("PRAGMA user_version").fetchone()
        counts = {}
        for name, query in _COUNTED.items():
            with suppress(sqlite3.OperationalError):  # a version without that table
                counts[name] = int(copy.execute(query).fetchone()[0])
    return Backup(
        path=path,
        number=number,
        reason=reason,
        made_at=at,
        version=int(version),
        counts=counts,
        sha256=hash_of(part),
    )


def _as_text(backup: Backup) -> str:
    said: dict[str, Any] = {
        "file": backup.path.name,
        "number": backup.number,
        "reason": backup.reason.value,
        "made_at": backup.made_at.isoformat(),
        "version": backup.version,
        "counts": backup.counts,
        "sha256": backup.sha256,
    }
    return json.dumps(said, indent=1)


def _read(manifest: Path) -> Backup:
    """One manifest; ValueError, KeyError or TypeError where it is none of ours."""
    said = json.loads(manifest.read_text(encoding="utf-8"))
    path = manifest.with_suffix(".db")
    made_at = datetime.fromisoformat(said["made_at"])
    if said["file"] != path.name or made_at.utcoffset() is None or not path.is_file():
        raise ValueError("not the manifest of a copy beside it")
    return Backup(
        path=path,
        number=int(said["number"]),
        reason=Reason(said["reason"]),
        made_at=made_at,
        version=int(said["version"]),
        counts={str(name): int(number) for name, number in said["counts"].items()},
        sha256=str(said["sha256"]),
    )


def _sweep(folder: Path) -> None:
    """What a crash left half made goes; nobody else writes here while we hold the store."""
    for part in folder.glob("*.part"):
        part.unlink(missing_ok=True)
    for manifest in folder.glob("*.json"):
        if not manifest.with_suffix(".db").exists() and _number_of(manifest):
            manifest.unlink(missing_ok=True)


def _number_of(path: Path) -> int:
    """The number a name begins with; 0 for a file of somebody else."""
    digits = path.name.partition("-")[0]
    return int(digits) if len(digits) == 6 and digits.isascii() and digits.isdecimal() else 0


def _manifest(path: Path) -> Path:
    return path.with_suffix(".json")
