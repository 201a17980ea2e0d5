"""Promise 7: an upgrade is all or nothing, from every schema that was ever released."""

import hashlib
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from models.backups import is_sound, listed
from models.database import open_database
from models.faults import StoreFault
from models.migrations import APPLICATION_ID, MIGRATIONS, VERSION
from models.store import open_store
from rules.records import Profile
from tests.faults import children
from tests.faults.promises import Tally, control, promise
from tests.faults.records import FILE, draft, filled

FILES = Path(__file__).with_name("files")
"""A file of each schema, version-1.sql and so on, as text; kept for ever once released."""

_ROWS = (
    "SELECT id, company, notes FROM opportunity ORDER BY id",
    "SELECT id, opportunity_id, name FROM person ORDER BY id",
    "SELECT id, opportunity_id, person_id, body FROM message ORDER BY id",
)


@promise(7, "An upgrade is all or nothing", rounds=40)
def upgrade(tally: Tally) -> None:
    """Killed at random, and failing after each step: old or new, and every row."""
    _every_released_schema(tally)
    start = tally.place("start") / FILE
    filled(start.parent, 60).close()
    old, rows = _state(start), _rows(start)
    new_version = len(MIGRATIONS) + len(children.NEWER)
    for number in range(tally.rounds):
        path = tally.place(number) / FILE
        shutil.copyfile(start, path)
        children.killed(children.upgrade, path, tally.chance, most=5, pause=0.01)
        tally.faults += 1
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        version, schema = _state(path)
        whole = (version, schema) == old or version == new_version
        tally.expect(whole, f"round {number}: neither old nor new")
        tally.expect(_rows(path) == rows, f"round {number}: rows are not the same")
        open_database(path, (*MIGRATIONS, *children.NEWER)).close()
        tally.expect(_rows(path) == rows, f"round {number}: rows were lost afterwards")
    for broken in range(len(children.NEWER) + 1):
        path = tally.place(f"broken {broken}") / FILE
        shutil.copyfile(start, path)
        _fail_after(tally, path, broken)
        tally.expect(_state(path) == old and _rows(path) == rows, f"step {broken} left something")
        tally.expect(all(map(is_sound, listed(path))) and bool(listed(path)), "no backup of it")


def _fail_after(tally: Tally, path: Path, count: int) -> None:
    def fail(_connection: sqlite3.Connection) -> None:
        raise KeyError("a mistake of ours")

    tally.faults += 1
    try:
        open_database(path, (*MIGRATIONS, *children.NEWER[:count], fail)).close()
    except StoreFault:
        return
    tally.expect(False, "a failed upgrade was not reported")


def _every_released_schema(tally: Tally) -> None:
    """The file of each schema opens with today's program, all its rows there."""
    files = sorted(FILES.glob("version-*.sql"))
    tally.expect(len(files) == VERSION, f"{len(files)} files for {VERSION} schemas")
    for one in files:
        path = tally.place(one.stem) / FILE
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(one.read_text(encoding="utf-8"))
        rows = _rows(path)
        with closing(open_store(path)) as store:
            (dossier,) = store.dossiers()
            tally.expect(len(dossier.messages) == 1, f"{one.name}: the letter is gone")
        tally.expect(_rows(path) == rows and bool(rows[0]), f"{one.name}: rows are lost")


@control(7, "Rebuilding a table the naive way loses its children")
def naive_upgrade_loses(tally: Tally) -> None:
    """Foreign keys on, and a table that takes its children along when it is dropped."""
    path = tally.place("naive") / "naive.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(
            "CREATE TABLE parent (id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL);"
            "CREATE TABLE child (parent REFERENCES parent ON DELETE CASCADE);"
            "INSERT INTO parent VALUES (1, 'a');"
            "INSERT INTO child VALUES (1);"
        )
        connection.execute("PRAGMA foreign_keys = 1")
        tally.faults += 1
        connection.execute("BEGIN")
        connection.execute("PRAGMA foreign_keys = 0")  # does nothing within a transaction
        connection.execute("CREATE TABLE other AS SELECT * FROM parent")
        connection.execute("DROP TABLE parent")
        connection.execute("ALTER TABLE other RENAME TO parent")
        connection.execute("COMMIT")
        (left,) = connection.execute("SELECT count(*) FROM child").fetchone()
    tally.expect(left == 1, f"{left} children are left of 1")


def _state(path: Path) -> tuple[int, str]:
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        schema = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    return version, hashlib.sha256(repr(schema).encode()).hexdigest()


def _rows(path: Path) -> list[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return [connection.execute(query).fetchall() for query in _ROWS]


def write_file_of(version: int) -> None:
    """Write the file of a schema as text, the day it is released: python -m tests.faults.upgrades.

    A released one is never written again.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        store = filled(Path(folder), 1)
        store.save_draft(draft(0))
        store.save_profile(Profile(name="Maya Ferrer"))
        store.close()
        with closing(sqlite3.connect(path)) as connection:
            lines = [f"PRAGMA application_id = {APPLICATION_ID};", *connection.iterdump()]
    lines.append(f"PRAGMA user_version = {version};\n")
    FILES.mkdir(exist_ok=True)
    (FILES / f"version-{version}.sql").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    write_file_of(VERSION)
