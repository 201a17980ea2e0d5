"""Promises 3 and 11: a full disk, and a file that is moved away under the program."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from models.database import Database, open_database
from models.faults import FaultKind, StoreFault
from models.migrations import MIGRATIONS
from models.store import Store
from rules.changes import Change, Edit
from rules.records import Opportunity
from tests.faults.promises import Tally, promise
from tests.faults.records import FILE, adding, draft, filled, fingerprint, records

_LONG = "x" * 300_000
_ROOT = Path(__file__).parents[2]


def acts(store: Store) -> dict[str, Callable[[], object]]:
    """What a person does that needs room, each more than thirty pages of it."""
    before = records(0)[0]
    assert isinstance(before, Opportunity)
    longer = replace(before, notes=_LONG)
    edits = (Edit(before=before, after=longer),)
    content = store.content()
    changed = tuple(longer if one.id == before.id else one for one in content.records)
    added = adding(900)
    first = added.edits[0].after
    assert isinstance(first, Opportunity)
    long_one = Edit(before=None, after=replace(first, notes=_LONG))
    return {
        "add": lambda: store.write(replace(added, edits=(long_one, *added.edits[1:]))),
        "edit": lambda: store.write(
            Change(opportunity_id=before.id, label="edited", edits=edits)
        ),
        "import": lambda: store.replace(replace(content, records=changed)),
        "draft": lambda: store.save_draft(draft(0, _LONG)),
    }  # fmt: skip


def refused(tally: Tally, act: Callable[[], object], kind: FaultKind, what: str) -> None:
    """Do it and expect that it is refused, and why."""
    tally.faults += 1
    try:
        act()
    except StoreFault as fault:
        tally.expect(fault.kind is kind, f"{what}: {fault.kind} {fault.detail}")
    else:
        tally.expect(False, f"{what}: nothing was said")


@promise(3, "A full disk half-writes nothing and says so", rounds=30)
def full_disk(tally: Tally) -> None:
    """Page limits in the open file, for a migration too; a small disk where one can be had."""
    path = tally.place("store") / FILE
    filled(path.parent, 40).close()
    with closing(open_database(path)) as database:
        store = Store(database)
        before = store.fingerprint()
        ((pages,),) = database.statement("PRAGMA page_count")
        for level in range(tally.rounds):
            for what, act in acts(store).items():
                database.statement(f"PRAGMA max_page_count = {pages + level}")
                refused(tally, act, FaultKind.DISK_FULL, f"{what} with {level} pages left")
                tally.expect(store.fingerprint() == before, f"{what} at {level} changed rows")
                database.statement("PRAGMA max_page_count = 1000000")
        for act in acts(store).values():
            act()  # works again afterwards
        store.save_draft(draft(0))
    for level in range(tally.rounds):
        before = fingerprint(path)
        refused(tally, lambda level=level: _upgrade(path, level),  # type: ignore[misc]  # bound now
                FaultKind.DISK_FULL, f"migration with {level} pages left")  # fmt: skip
        tally.expect(fingerprint(path) == before, f"the migration at {level} changed rows")
    if can_mount():
        _small_disk(tally)


def _upgrade(path: Path, level: int) -> None:
    """Open the file with a program whose migration needs more room than there is."""

    def grow(connection: object) -> None:
        execute = connection.execute  # type: ignore[attr-defined]  # SQLite's connection
        (pages,) = execute("PRAGMA page_count").fetchone()
        execute(f"PRAGMA max_page_count = {pages + level}")
        execute("CREATE TABLE more (x)")
        execute("INSERT INTO more VALUES (zeroblob(9000000))")

    open_database(path, (*MIGRATIONS, grow)).close()


def can_mount() -> bool:
    """Whether a disk of our own can be had in a namespace of our own."""
    if shutil.which("unshare") is None:
        return False
    command = ["unshare", "-Urm", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _small_disk(tally: Tally) -> None:
    """The same on a real disk of two megabytes, backups among it; see tests.faults.small_disk."""
    disk = tally.place("disk")
    script = (
        'mount -t tmpfs -o size=2m tmpfs "$1" && exec "$2" -m tests.faults.small_disk "$1" "$3"'
    )
    done = subprocess.run(
        ["unshare", "-Urm", "sh", "-c", script, "sh", str(disk), sys.executable,
         str(tally.rounds)],
        cwd=_ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    *lost, last = done.stdout.splitlines() or [""]
    tally.faults += int(last) if last.isdecimal() else 0
    tally.lost += lost
    tally.expect(done.returncode == 0, f"the small disk: {done.stderr[-300:]}")


@promise(11, "A moved or replaced file is noticed", rounds=4)
def moved_file(tally: Tally) -> None:
    """Unlinked, renamed, replaced; idle or within a write; the text goes beside it."""
    for number in range(tally.rounds):
        for move in (_unlink, _rename, _replace):
            for within in (False, True):
                path = tally.place(f"{number} {move.__name__} {within}") / FILE
                filled(path.parent, 2).close()
                with closing(open_database(path)) as database:
                    _write_to_a_moved(tally, database, move, within=within)
                    store = Store(database)
                    kept = store.rescue(draft(0, "Dear Priya, as typed"))
                tally.expect("as typed" in kept.read_text(), f"{move.__name__}: the text is lost")
                if move is _replace:
                    tally.expect(path.read_bytes() == _FOREIGN, "the foreign file was written to")
                else:
                    tally.expect(not path.exists(), f"{move.__name__}: a new file was made")


def _write_to_a_moved(
    tally: Tally, database: Database, move: Callable[[Path], None], *, within: bool
) -> None:
    def act() -> None:
        if not within:
            move(database.path)
        with database.transaction():
            if within:
                move(database.path)
            database.statement("INSERT INTO setting VALUES ('a', 'b')")

    refused(tally, act, FaultKind.FILE_MOVED, f"{move.__name__}, within: {within}")


_FOREIGN = b"somebody else's" * 500


def _unlink(path: Path) -> None:
    path.unlink()


def _rename(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def _replace(path: Path) -> None:
    other = path.with_name("other.db")
    other.write_bytes(_FOREIGN)
    other.replace(path)
