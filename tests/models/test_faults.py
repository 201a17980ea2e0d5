"""Every fault has a sentence that names the file, and the first error is the one that counts."""

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import peewee
import pytest

from models.database import Database, open_database
from models.faults import FaultKind, StoreFault, first_sqlite_error, kind_of
from models.store import Store
from rules.changes import Change, Edit
from rules.records import OpportunityId
from tests.models.examples import MESSAGE, OPPORTUNITY, adding, changing, draft

Reopen = Callable[[], Store]


@pytest.mark.parametrize("kind", FaultKind)
def test_a_sentence_names_the_file_what_stayed_and_what_to_do(kind: FaultKind) -> None:
    fault = StoreFault(kind, Path("/home/ana/{x}\udcff/afterword.db"), "detail")
    assert "/home/ana/{x}?/afterword.db" in fault.sentence
    assert "nothing" in fault.sentence
    assert "please" in fault.sentence
    assert fault.sentence.endswith(".")
    assert str(fault) == f"{kind}: detail"
    assert str(StoreFault(kind, fault.path)) == kind
    fault.sentence.encode()


def _sqlite(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("said SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, FaultKind.DISK_FULL),
        (sqlite3.SQLITE_READONLY, FaultKind.READ_ONLY),
        (sqlite3.SQLITE_READONLY_DIRECTORY, FaultKind.READ_ONLY),
        (sqlite3.SQLITE_READONLY_DBMOVED, FaultKind.FILE_MOVED),
        (sqlite3.SQLITE_BUSY, FaultKind.LOCKED),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, FaultKind.LOCKED),
        (sqlite3.SQLITE_CORRUPT, FaultKind.CORRUPT),
        (sqlite3.SQLITE_NOTADB, FaultKind.CORRUPT),
        (sqlite3.SQLITE_CANTOPEN, FaultKind.CANNOT_OPEN),
        (sqlite3.SQLITE_IOERR_WRITE, FaultKind.FAILED),
    ],
)
def test_each_code_of_sqlite_is_a_fault(code: int, kind: FaultKind) -> None:
    assert kind_of(_sqlite(code)) is kind


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, FaultKind.DISK_FULL),
        (errno.EROFS, FaultKind.READ_ONLY),
        (errno.EACCES, FaultKind.READ_ONLY),
        (errno.ENAMETOOLONG, FaultKind.CANNOT_OPEN),
    ],
)
def test_what_the_system_says_is_a_fault(number: int, kind: FaultKind) -> None:
    assert kind_of(OSError(number, "said the system")) is kind


def test_anything_else_is_a_failure() -> None:
    assert kind_of(KeyError()) is FaultKind.FAILED
    assert kind_of(sqlite3.OperationalError("no code")) is FaultKind.FAILED
    assert first_sqlite_error(KeyError()) is None


def test_a_failed_rollback_does_not_hide_the_full_disk() -> None:
    def full_then_no_rollback() -> None:
        try:
            try:
                raise _sqlite(sqlite3.SQLITE_FULL)
            except sqlite3.Error as full:
                raise peewee.OperationalError(full, "full")  # noqa: B904  # as Peewee does it
        except peewee.OperationalError:
            raise peewee.OperationalError("cannot rollback")  # noqa: B904  # as Peewee does it

    with pytest.raises(peewee.OperationalError) as caught:
        full_then_no_rollback()
    assert kind_of(caught.value) is FaultKind.DISK_FULL


def _refused(store: Store, change: Change) -> FaultKind:
    with pytest.raises(StoreFault) as caught:
        store.write(change)
    assert caught.value.path == store.path
    return caught.value.kind


LONG = adding(replace(OPPORTUNITY, id=OpportunityId("long"), notes="x" * 300_000))


def test_a_full_disk_writes_nothing_and_works_again_afterwards(path: Path) -> None:
    with closing(open_database(path)) as database:
        store = Store(database)
        store.write(adding(OPPORTUNITY))
        before = store.fingerprint()
        ((pages,),) = database.statement("PRAGMA page_count")
        for more in range(30):
            database.statement(f"PRAGMA max_page_count = {pages + more}")
            assert _refused(store, LONG) is FaultKind.DISK_FULL
            assert not database.connection.in_transaction
            assert store.fingerprint() == before
            store.write(changing(Edit(before=OPPORTUNITY, after=OPPORTUNITY)))
        database.statement("PRAGMA max_page_count = 100000")
        store.write(LONG)
        assert len(store.dossiers()) == 2


def test_a_draft_that_finds_no_room_leaves_the_earlier_one(path: Path) -> None:
    with closing(open_database(path)) as database:
        store = Store(database)
        store.write(adding(OPPORTUNITY))
        store.save_draft(draft())
        ((pages,),) = database.statement("PRAGMA page_count")
        database.statement(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreFault) as caught:
            store.save_draft(draft(body="x" * 300_000))
        assert caught.value.kind is FaultKind.DISK_FULL
        assert store.dossiers()[0].drafts == (draft(),)


def _interrupted_write(database: Database) -> None:
    with database.transaction():
        database.statement("INSERT INTO setting VALUES ('a', 'b')")
        raise KeyboardInterrupt


def test_an_error_of_ours_in_the_middle_takes_everything_back(path: Path) -> None:
    with closing(open_database(path)) as database:
        store = Store(database)
        before = store.fingerprint()
        with pytest.raises(KeyboardInterrupt):
            _interrupted_write(database)
        assert store.fingerprint() == before
        with pytest.raises(peewee.ProgrammingError), database.transaction():
            database.statement("SELECT 1; SELECT 2")
        assert not database.connection.in_transaction


@pytest.mark.parametrize("lock", ["BEGIN EXCLUSIVE", "BEGIN IMMEDIATE"])
def test_a_lock_of_another_program_is_named(path: Path, lock: str) -> None:
    with closing(open_database(path, patience=10)) as database:
        store = Store(database)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute(lock)
            assert _refused(store, adding(OPPORTUNITY)) is FaultKind.LOCKED
            other.execute("COMMIT")
        store.write(adding(OPPORTUNITY))


def test_a_reader_that_does_not_let_go_is_named_at_the_commit(path: Path) -> None:
    with closing(open_database(path, patience=10)) as database:
        store = Store(database)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN")
            other.execute("SELECT * FROM opportunity").fetchall()
            assert _refused(store, adding(OPPORTUNITY)) is FaultKind.LOCKED
            other.execute("COMMIT")
        store.write(adding(OPPORTUNITY))


def _write_while(something_happens: Callable[[], None], database: Database) -> None:
    with database.transaction():
        something_happens()
        database.statement("INSERT INTO setting VALUES ('a', 'b')")


def _unlink(path: Path) -> None:
    path.unlink()


def _rename(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def _replace(path: Path) -> None:
    other = path.with_name("other.db")
    other.write_bytes(b"somebody else's")
    other.replace(path)


def _move_the_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


@pytest.mark.skipif(os.name != "posix", reason="Windows does not let an open file be moved")
@pytest.mark.parametrize("move", [_unlink, _rename, _replace, _move_the_folder])
@pytest.mark.parametrize("within", [False, True])
def test_a_file_that_was_moved_away_is_noticed(
    path: Path, move: Callable[[Path], None], within: bool
) -> None:
    with closing(open_database(path)) as database:
        store = Store(database)
        store.write(adding(OPPORTUNITY))
        if within:
            with pytest.raises(StoreFault) as caught:
                _write_while(lambda: move(path), database)
            assert caught.value.kind is FaultKind.FILE_MOVED
        else:
            move(path)
            assert _refused(store, adding(replace(OPPORTUNITY, id=OpportunityId("o2")))) is (
                FaultKind.FILE_MOVED
            )
        if path.exists():
            assert path.read_bytes() == b"somebody else's"


def test_damage_met_while_reading_is_named(store: Store, path: Path, reopen: Reopen) -> None:
    many = tuple(
        replace(MESSAGE, id=f"m{number}", interview_id=None, person_id=None, body="x" * 3000)  # type: ignore[arg-type]  # an id
        for number in range(30)
    )
    store.write(adding(OPPORTUNITY, *many))
    store.close()
    whole = path.read_bytes()
    with closing(open_database(path)) as database:
        path.write_bytes(whole[: len(whole) // 2] + b"\xff" * (len(whole) - len(whole) // 2))
        with pytest.raises(StoreFault) as caught:
            Store(database).dossiers()
    assert caught.value.kind is FaultKind.CORRUPT
