"""Promises 8, 13 and 14: newer files, damaged files, and stores that are gone."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random

from models.backups import is_sound, newest_sound
from models.bringing_back import put_in_place
from models.exchange.archive import as_text, from_text
from models.faults import FaultKind, StoreFault
from models.migrations import VERSION
from models.salvage import salvage
from models.store import look_into, open_store, save_salvaged
from tests.faults.promises import Tally, promise
from tests.faults.records import FILE, THEN, draft, filled, fingerprint

_PAGE = 4096


def hash_of_file(path: Path) -> str:
    """SHA-256 of a closed file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def opening(path: Path) -> FaultKind | None:
    """Why the file is not opened; None where it is."""
    try:
        open_store(path).close()
    except StoreFault as fault:
        return fault.kind
    return None


@promise(8, "A newer file is never touched", rounds=10)
def newer_file(tally: Tally) -> None:
    """Opened, looked into, written out, closed: the same bytes."""
    for number in range(tally.rounds):
        path = tally.place(number) / FILE
        filled(path.parent, 5 + number).close()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {VERSION + 1 + number}")
            if number % 2:
                connection.execute("CREATE TABLE of_a_later_version (x)")
                connection.execute("ALTER TABLE opportunity ADD COLUMN later TEXT")
        before = hash_of_file(path)
        tally.faults += 1
        tally.expect(opening(path) is FaultKind.NEWER, "it is not said that it is newer")
        inside = look_into(path, FaultKind.NEWER)
        tally.expect(len(inside.dossiers()) == 5 + number, "not everything can be seen")
        text = as_text(inside.content(), THEN, "")
        tally.expect(from_text(text, "x") == inside.content(), "the archive does not say it all")
        with suppress(StoreFault):
            inside.save_draft(draft(0))
            tally.expect(False, "it could be written to")
        inside.close()
        tally.expect(hash_of_file(path) == before, "the newer file was changed")


def _cut(data: bytearray, chance: Random) -> None:
    del data[chance.randrange(600, len(data) - 1) :]


def _zeroed(data: bytearray, chance: Random) -> None:
    page = chance.randrange(1, len(data) // _PAGE)
    data[page * _PAGE : (page + 1) * _PAGE] = bytes(_PAGE)


def _swapped(data: bytearray, chance: Random) -> None:
    """Two pages of tables stand in each other's place."""
    one, other = 1, 2 + chance.randrange(5)
    first, second = (slice(page * _PAGE, (page + 1) * _PAGE) for page in (one, other))
    data[first], data[second] = data[second], data[first]


def _garbage_header(data: bytearray, chance: Random) -> None:
    data[: 16 + chance.randrange(80)] = chance.randbytes(16)


_DAMAGES: tuple[Callable[[bytearray, Random], None], ...] = (
    _cut, _zeroed, _swapped, _garbage_header,
)  # fmt: skip


@promise(13, "Damage is found and never worsened", rounds=10)
def damage(tally: Tally) -> None:
    """Cut, zeroed, swapped, garbled: the bytes stay, the backup and what is readable come back."""
    for number in range(tally.rounds):
        for harm in _DAMAGES:
            what = f"{harm.__name__} {number}"
            path = tally.place(what) / FILE
            store = filled(path.parent, 30)
            whole = store.fingerprint()
            store.back_up(THEN)
            store.close()
            data = bytearray(path.read_bytes())
            harm(data, tally.chance)
            path.write_bytes(data)
            tally.faults += 1
            tally.expect(opening(path) is not None, f"{what}: it was opened")
            _salvage(tally, path, what)
            tally.expect(path.read_bytes() == data, f"{what}: the damaged file was changed")
            backup = newest_sound(path)
            tally.expect(backup is not None, f"{what}: no backup is offered")
            if backup is not None:
                put_in_place(path, backup)
                tally.expect(fingerprint(path) == whole, f"{what}: other rows came back")
                kept = path.parent / "damaged" / "afterword-0001.db"
                tally.expect(kept.read_bytes() == data, f"{what}: the damaged file is gone")


def _salvage(tally: Tally, path: Path, what: str) -> None:
    """Whatever can be read goes into a new file that is sound; nothing readable is said so."""
    with suppress(StoreFault):
        found = salvage(path)
        target = path.with_name("salvaged") / FILE
        save_salvaged(found, target)
        tally.expect(opening(target) is None, f"{what}: what was salvaged cannot be opened")


@promise(14, "A store never becomes an empty app", rounds=5)
def gone(tally: Tally) -> None:
    """Deleted, emptied, replaced by something foreign: nothing is made, a backup is offered."""
    contents: tuple[bytes | None, ...] = (None, b"", b"x", b"plain text\n" * 90, bytes(8192))
    for number in range(tally.rounds):
        for content in contents:
            path = tally.place(f"{number} {len(content or b'')} {content is None}") / FILE
            store = filled(path.parent, 3)
            store.back_up(THEN)
            store.close()
            path.unlink()
            if content is not None:
                path.write_bytes(content)
            tally.faults += 1
            tally.expect(opening(path) is not None, "an empty store was opened")
            now = path.read_bytes() if path.exists() else None
            tally.expect(now == content, "something was made in its place")
            backup = newest_sound(path)
            tally.expect(backup is not None and is_sound(backup), "no backup is offered")
