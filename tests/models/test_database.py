"""A file is looked at before it is touched; what may not be opened stays byte for byte."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path, PureWindowsPath

import pytest

from models import database as database_module
from models.database import PRAGMAS, Database, open_database
from models.faults import FaultKind, StoreFault
from models.migrations import APPLICATION_ID
from models.probe import for_sqlite
from models.store import Store, open_store
from rules.records import OpportunityId
from tests.models.examples import EVERYTHING, OPPORTUNITY, adding

posix_only = pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")


def _files(folder: Path) -> dict[str, bytes | None]:
    """Every file of the folder with its bytes, and every folder."""
    return {
        str(one.relative_to(folder)): one.read_bytes() if one.is_file() else None
        for one in folder.rglob("*")
    }


def _refusal(path: Path) -> FaultKind:
    """Why the file is not opened, once it is shown that nothing changed."""
    before = _files(path.parent)
    with pytest.raises(StoreFault) as caught:
        open_database(path, patience=10)
    assert _files(path.parent) == before
    assert str(path) in caught.value.sentence
    return caught.value.kind


@pytest.fixture
def closed(store: Store, path: Path) -> Path:
    """A sound, closed file with a few records."""
    store.write(adding(*EVERYTHING))
    store.close()
    return path


def test_every_setting_that_protects_the_records_is_on(path: Path) -> None:
    with closing(open_database(path)) as database:
        for name, _, expected in PRAGMAS:
            assert database.statement(f"PRAGMA {name}") == [(expected,)]
        assert database.statement("PRAGMA busy_timeout") == [(2000,)]
        assert database.statement("PRAGMA application_id") == [(APPLICATION_ID,)]
        assert database.statement("PRAGMA user_version") == [(1,)]
        assert database.statement("PRAGMA integrity_check") == [("ok",)]


def test_a_setting_that_does_not_take_is_named(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "PRAGMAS", (("synchronous", "EXTRA", 2),))
    with pytest.raises(StoreFault) as caught:
        open_store(closed)
    assert caught.value.kind is FaultKind.UNSAFE
    assert caught.value.detail == "synchronous is 3, not 2"


@posix_only
def test_only_its_owner_can_read_a_new_store(path: Path) -> None:
    before = os.umask(0)
    try:
        with closing(open_store(path)) as store:
            store.write(adding(OPPORTUNITY))
            modes = {one.name: one.stat().st_mode & 0o777 for one in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == {"afterword.db": 0o600, "afterword.db-journal": 0o600}
    assert path.parent.stat().st_mode & 0o777 == 0o700


@posix_only
def test_a_file_others_could_read_is_taken_from_them(closed: Path) -> None:
    closed.chmod(0o644)
    open_store(closed).close()
    assert closed.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["a # ? % ' b", "%41%20", "ünïcode 😀", "-", "a?mode=memory"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / f"{name}.db"
    for _ in range(2):
        with closing(open_store(path)) as store:
            assert store.dossiers() == ()
    assert {one.name for one in path.parent.iterdir()} == {path.name}


def test_a_share_of_a_windows_server_is_a_path_to_sqlite() -> None:
    assert for_sqlite(PureWindowsPath(r"\\nas\ana\a b.db").as_uri()) == "file:////nas/ana/a%20b.db"
    assert for_sqlite(PureWindowsPath(r"C:\a.db").as_uri()) == "file:///C:/a.db"


def test_what_a_crash_left_of_making_the_file_is_no_obstacle(path: Path) -> None:
    path.parent.mkdir()
    for ending in (".new", ".new-journal"):
        path.with_name(path.name + ending).write_bytes(b"half")
    open_store(path).close()
    assert not path.with_name(f"{path.name}.new").exists()


def _zeroed_page(data: bytes) -> bytes:
    return data[:8192] + bytes(4096) + data[12288:]


def _swapped_pages(data: bytes) -> bytes:
    return data[:4096] + data[8192:12288] + data[4096:8192] + data[12288:]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:0], id="0 bytes"),
        pytest.param(lambda data: data[:1], id="1 byte"),
        pytest.param(lambda data: data[:100], id="the first 100 bytes"),
        pytest.param(lambda data: data[: len(data) // 2], id="half"),
        pytest.param(lambda data: data[:-4096], id="the last page gone"),
        pytest.param(lambda _: b"Dear diary,\n" * 100, id="text"),
        pytest.param(lambda _: b"<!doctype html><html></html>" * 40, id="HTML"),
        pytest.param(lambda data: bytes(len(data)), id="all NUL"),
        pytest.param(lambda _: bytes(range(200)), id="200 bytes of anything"),
        pytest.param(lambda data: b"X" + data[1:], id="the magic changed"),
        pytest.param(lambda data: data[:16] + bytes(84) + data[100:], id="the header gone"),
        pytest.param(_zeroed_page, id="a zeroed page"),
        pytest.param(_swapped_pages, id="two pages swapped"),
    ],
)
def test_a_damaged_file_is_left_alone(closed: Path, damage: Callable[[bytes], bytes]) -> None:
    closed.write_bytes(damage(closed.read_bytes()))
    assert _refusal(closed) is FaultKind.CORRUPT


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("PRAGMA application_id = 7", FaultKind.NOT_OURS),
        ("PRAGMA user_version = 2", FaultKind.NEWER),
        ("PRAGMA user_version = 99", FaultKind.NEWER),
        ("PRAGMA user_version = 0", FaultKind.CORRUPT),
        ("PRAGMA user_version = -1", FaultKind.CORRUPT),
        (
            "CREATE TRIGGER extra AFTER INSERT ON person BEGIN DELETE FROM message; END",
            FaultKind.NOT_OURS,
        ),
        ("CREATE VIEW extra AS SELECT 1", FaultKind.NOT_OURS),
    ],
)
def test_a_file_of_another_program_or_version_is_left_alone(
    closed: Path, statement: str, kind: FaultKind
) -> None:
    with closing(sqlite3.connect(closed)) as other:
        other.execute(statement)
        other.commit()
    assert _refusal(closed) is kind


def test_an_empty_database_of_somebody_else_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE t (x)")
    assert _refusal(path) is FaultKind.NOT_OURS


def test_a_folder_in_place_of_the_file_is_left_alone(path: Path) -> None:
    path.mkdir(parents=True)
    assert _refusal(path) is FaultKind.CANNOT_OPEN


def test_a_file_in_place_of_the_folder_is_left_alone(path: Path) -> None:
    path.parent.write_bytes(b"here first")
    with pytest.raises(StoreFault) as caught:
        open_store(path)
    assert caught.value.kind is FaultKind.CANNOT_OPEN
    assert path.parent.read_bytes() == b"here first"


@pytest.mark.parametrize("left", ["backups/2026-05-14.db", "afterword.db-journal"])
def test_a_store_that_is_gone_is_not_replaced_by_an_empty_one(path: Path, left: str) -> None:
    trace = path.parent / left
    trace.parent.mkdir(parents=True)
    trace.write_bytes(b"what is left")
    assert _refusal(path) is FaultKind.MISSING


def test_empty_leftovers_do_not_mean_a_store_was_here(path: Path) -> None:
    (path.parent / "backups").mkdir(parents=True)
    path.with_name(f"{path.name}-journal").touch()
    open_store(path).close()
    assert path.exists()


def test_a_write_ahead_log_beside_the_file_is_not_mixed_into_it(closed: Path) -> None:
    closed.with_name(f"{closed.name}-wal").write_bytes(b"stale" * 100)
    assert _refusal(closed) is FaultKind.CANNOT_OPEN


def test_a_locked_file_is_left_alone(closed: Path) -> None:
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreFault) as caught:
            open_database(closed, patience=10)
        other.execute("COMMIT")
    assert caught.value.kind is FaultKind.LOCKED


def _cut_off(source: Path, target: Path, statement: str = "") -> None:
    """Copy the file as a crash in the middle of a big change leaves it: with a hot journal."""
    target.parent.mkdir()
    with closing(sqlite3.connect(source, isolation_level=None)) as other:
        other.execute("PRAGMA cache_size = 2")
        other.execute("BEGIN IMMEDIATE")
        if statement:
            other.execute(statement)
        for number in range(60):
            other.execute("INSERT INTO setting VALUES (?, ?)", (str(number), "x" * 3000))
        for ending in ("", "-journal"):
            shutil.copy(f"{source}{ending}", f"{target}{ending}")
        other.execute("ROLLBACK")
    assert target.with_name(f"{target.name}-journal").read_bytes()[:8].hex() == "d9d505f920a163d7"


def test_a_change_cut_off_by_a_crash_is_taken_back(closed: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed" / "afterword.db"
    _cut_off(closed, crashed)
    with closing(open_store(closed)) as store, closing(open_store(crashed)) as again:
        assert again.fingerprint() == store.fingerprint()
        before = again.fingerprint()
        again.write(adding(replace(OPPORTUNITY, id=OpportunityId("o2"))))
        assert again.fingerprint() != before


def test_a_newer_file_cut_off_by_a_crash_is_left_alone(closed: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(closed)) as other:
        other.execute("PRAGMA user_version = 2")
    crashed = tmp_path / "crashed" / "afterword.db"
    _cut_off(closed, crashed)
    assert _refusal(crashed) is FaultKind.NEWER


def test_a_file_in_write_ahead_mode_comes_back_to_ours(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    with closing(open_database(closed)) as database:
        assert database.statement("PRAGMA journal_mode") == [("truncate",)]
        assert len(Store(database).dossiers()) == 1


def test_a_file_that_vanishes_while_it_is_opened_is_named(path: Path) -> None:
    with pytest.raises(StoreFault) as caught:
        Database(path)
    assert caught.value.kind is FaultKind.CANNOT_OPEN


@pytest.fixture
def nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store in a folder where this process is nobody in particular, not even when it is root."""
    if os.name != "posix":
        pytest.skip("permissions are POSIX's")
    base = Path("/tmp") / f"afterword-{os.getpid()}"  # a place all may enter
    base.mkdir()
    base.chmod(0o777)  # for nobody to work in
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(65534)
    try:
        yield base / "data" / "afterword.db"
    finally:
        if was_root:
            os.seteuid(0)
        for one in (base, *base.rglob("*")):
            one.chmod(0o700)
        shutil.rmtree(base)


def test_a_file_one_may_not_write_is_left_alone(nobody: Path) -> None:
    open_store(nobody).close()
    nobody.chmod(0o400)
    assert _refusal(nobody) is FaultKind.READ_ONLY


def test_a_folder_one_may_not_write_is_left_alone(nobody: Path) -> None:
    open_store(nobody).close()
    nobody.parent.chmod(0o500)
    assert _refusal(nobody) is FaultKind.READ_ONLY


def test_a_file_one_may_not_read_is_left_alone(nobody: Path) -> None:
    open_store(nobody).close()
    nobody.chmod(0)
    with pytest.raises(StoreFault) as caught:
        open_store(nobody)
    assert caught.value.kind is FaultKind.CANNOT_OPEN


def test_a_folder_one_may_not_enter_is_left_alone(nobody: Path) -> None:
    open_store(nobody).close()
    nobody.parent.chmod(0)
    with pytest.raises(StoreFault) as caught:
        open_store(nobody)
    assert caught.value.kind is FaultKind.CANNOT_OPEN


def test_backups_one_may_not_look_at_are_backups(nobody: Path) -> None:
    backups = nobody.parent / "backups"
    backups.mkdir(parents=True)
    backups.chmod(0)
    with pytest.raises(StoreFault) as caught:
        open_store(nobody)
    assert caught.value.kind is FaultKind.MISSING


def test_a_folder_that_takes_no_new_store_is_named(nobody: Path) -> None:
    nobody.parent.mkdir()
    nobody.parent.chmod(0o500)
    assert _refusal(nobody) is FaultKind.READ_ONLY
