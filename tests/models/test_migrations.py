"""An upgrade is all or nothing, keeps every row, and begins with a backup."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest

from models import backup, tables
from models.backups import Reason, is_sound, listed
from models.database import open_database
from models.faults import FaultKind, StoreFault
from models.migrations import MIGRATIONS, Migration, MigrationError, migrate
from models.store import Store, open_store
from tests.models.examples import EVERYTHING, adding, draft


def _schema(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()


def _columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    return tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))


@pytest.fixture
def filled(store: Store, path: Path) -> Path:
    """A closed file of version 1 with a row in every table."""
    store.write(adding(*EVERYTHING))
    store.save_draft(draft())
    store.save_profile(store.profile())
    store.close()
    return path


def _content(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchall()
        rows = connection.execute("SELECT * FROM person UNION ALL SELECT * FROM person").fetchall()
        counts = [
            connection.execute(f"SELECT count(*) FROM {name}").fetchone()  # noqa: S608  # our names
            for name, *_ in tables.everything()
        ]
        return [*version, *_schema(connection), *rows, *counts]


def test_the_tables_have_a_column_for_each_field_and_no_other() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)
        found = {name for kind, name, _ in _schema(connection) if kind == "table"}
        assert found == {name for name, *_ in tables.everything()}
        for name, columns, _ in tables.everything():
            assert _columns(connection, name) == columns


def test_no_record_has_anything_to_do_after_it_is_made() -> None:
    for table in (*tables.RECORDS.values(), tables.DRAFTS):
        assert not hasattr(table.record, "__post_init__")
        assert table.columns == tuple(field.name for field in fields(table.record))


def _add_a_column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE person ADD COLUMN pronoun TEXT NOT NULL DEFAULT ''")


def _rebuild_the_parent(connection: sqlite3.Connection) -> None:
    """Make a table anew, as dropping NOT NULL does: with foreign keys on, children would go."""
    (sql,) = connection.execute(
        "SELECT sql FROM sqlite_master WHERE name = 'opportunity'"
    ).fetchone()
    connection.execute(sql.replace("TABLE opportunity", "TABLE new_one"))
    connection.execute("INSERT INTO new_one SELECT * FROM opportunity")
    connection.execute("DROP TABLE opportunity")
    connection.execute("ALTER TABLE new_one RENAME TO opportunity")


def _lose_rows(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM fact")


def _lose_a_parent(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE interview SET id = 'another'")


def _fail(connection: sqlite3.Connection) -> None:
    raise KeyError("a mistake in a migration")


def _fail_in_sql(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE nothing ADD COLUMN x")


@pytest.mark.parametrize("step", [_add_a_column, _rebuild_the_parent])
def test_an_older_file_is_backed_up_and_brought_up_to_date(filled: Path, step: Migration) -> None:
    before = _content(filled)
    with closing(open_database(filled, (*MIGRATIONS, step))) as database:
        assert database.statement("PRAGMA user_version") == [(2,)]
        assert database.statement("PRAGMA foreign_keys") == [(1,)]
        assert database.statement("PRAGMA foreign_key_check") == []
        (found,) = Store(database).dossiers()
        assert (found.opportunity, *found.people, *found.interviews, *found.highlights) == (
            EVERYTHING[:5]
        )
    (copy,) = listed(filled)
    assert copy.reason is Reason.MIGRATION
    assert copy.version == 1
    assert is_sound(copy)
    assert copy.path.stat().st_mode & 0o077 == 0
    assert _content(copy.path) == before


def test_control_the_naive_rebuild_breaks_the_children(filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = 1")
        connection.execute("BEGIN EXCLUSIVE")
        _rebuild_the_parent(connection)
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("COMMIT")


@pytest.mark.parametrize("step", [_lose_rows, _lose_a_parent, _fail, _fail_in_sql])
def test_a_migration_that_goes_wrong_changes_nothing(filled: Path, step: Migration) -> None:
    before = _content(filled)
    for _ in range(2):
        with pytest.raises(StoreFault) as caught:
            open_database(filled, (*MIGRATIONS, _add_a_column, step))
        assert caught.value.kind is FaultKind.NOT_UPGRADED
        assert _content(filled) == before
    assert [one.number for one in listed(filled)] == [2, 1]
    open_store(filled).close()


def test_without_a_backup_there_is_no_migration(filled: Path) -> None:
    (filled.parent / backup.FOLDER).write_bytes(b"in the way")
    before = _content(filled)
    with pytest.raises(StoreFault):
        open_database(filled, (*MIGRATIONS, _add_a_column))
    assert _content(filled) == before


def test_a_full_disk_stops_the_migration_and_says_so(filled: Path) -> None:
    def grow(connection: sqlite3.Connection) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        connection.execute("CREATE TABLE more (x)")
        connection.execute("INSERT INTO more VALUES (zeroblob(100000))")

    before = _content(filled)
    with pytest.raises(StoreFault) as caught:
        open_database(filled, (*MIGRATIONS, grow))
    assert caught.value.kind is FaultKind.DISK_FULL
    assert _content(filled) == before


def test_a_whole_table_may_be_given_up(filled: Path) -> None:
    def drop(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE setting")

    with closing(open_database(filled, (*MIGRATIONS, drop))) as database:
        assert len(Store(database).dossiers()) == 1


@pytest.mark.parametrize("steps", [(), (_add_a_column,), (_add_a_column, _rebuild_the_parent)])
def test_a_new_file_takes_every_step(path: Path, steps: Sequence[Migration]) -> None:
    with closing(open_database(path, (*MIGRATIONS, *steps))) as database:
        assert database.statement("PRAGMA user_version") == [(1 + len(steps),)]
    assert not (path.parent / backup.FOLDER).exists()


def test_a_new_file_that_cannot_be_made_leaves_nothing(path: Path) -> None:
    with pytest.raises(KeyError):
        open_database(path, (*MIGRATIONS, _fail))
    assert list(path.parent.iterdir()) == []


def test_a_copy_that_is_not_whole_does_not_become_a_backup(filled: Path, tmp_path: Path) -> None:
    data = bytearray(filled.read_bytes())
    data[8192:12288] = bytes(4096)
    filled.write_bytes(data)
    with closing(sqlite3.connect(filled)) as connection, pytest.raises(sqlite3.DatabaseError):
        backup.copy_to(connection, tmp_path / "copies" / "one.db")
    assert list((tmp_path / "copies").iterdir()) == []


def test_the_message_names_the_table_that_would_have_lost_rows() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)
        connection.execute("INSERT INTO setting VALUES ('a', 'b')")
        lose = (*MIGRATIONS, lambda one: one.execute("DELETE FROM setting") and None)
        with pytest.raises(MigrationError, match="table setting had 1 rows and would have 0"):
            migrate(connection, lose)
        assert not connection.in_transaction
