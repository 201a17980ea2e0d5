"""SAFETY's bad inputs, a table a group: no traceback, nothing changed, one sentence that helps."""

import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models.database import open_database
from models.exchange import mail
from models.exchange.archive import ArchiveError, as_text, load, save
from models.exchange.spreadsheet import save as save_table
from models.faults import FaultKind, StoreFault
from models.store import Store, open_store
from rules.records import OpportunityId, Person
from tests.faults.kept import HOSTILE, session_over
from tests.faults.records import FILE, THEN, adding, draft, filled
from ui.view_memory import open_memory

Harm = Callable[[Path], object]

posix_only = pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
not_root = pytest.mark.skipif(
    os.name == "posix" and os.geteuid() == 0, reason="root may write everywhere"
)


def _write(content: bytes) -> Harm:
    return lambda path: path.write_bytes(content)


def _patch(at: int, content: bytes) -> Harm:
    def harm(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[at : at + len(content)] = content
        path.write_bytes(data)

    return harm


def _cut(part: float) -> Harm:
    def harm(path: Path) -> None:
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * part)])

    return harm


def _sql(statement: str) -> Harm:
    def harm(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(statement)
            connection.commit()

    return harm


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _lost(path: Path) -> None:
    with closing(open_store(path)) as store:
        store.back_up(THEN)
    path.unlink()


def _write_ahead(path: Path) -> None:
    path.with_name(f"{FILE}-wal").write_bytes(b"stale")


STORES: dict[str, tuple[Harm, FaultKind]] = {
    "0 bytes": (_write(b""), FaultKind.CORRUPT),
    "1 byte": (_write(b"x"), FaultKind.CORRUPT),
    "absent with backups": (_lost, FaultKind.MISSING),
    "text file": (_write(b"Dear Priya,\n" * 200), FaultKind.CORRUPT),
    "HTML": (_write(b"<!doctype html><html>" * 200), FaultKind.CORRUPT),
    "all NUL": (_write(bytes(8192)), FaultKind.CORRUPT),
    "first 100 bytes": (lambda path: _write(path.read_bytes()[:100])(path), FaultKind.CORRUPT),
    "half": (_cut(0.5), FaultKind.CORRUPT),
    "last page gone": (
        lambda path: _write(path.read_bytes()[:-4096])(path), FaultKind.CORRUPT,
    ),
    "random bytes": (_patch(4096 * 3, bytes(range(200))), FaultKind.CORRUPT),
    "magic changed": (_patch(0, b"SQLite format 2"), FaultKind.CORRUPT),
    "another application": (_sql("PRAGMA application_id = 7"), FaultKind.NOT_OURS),
    "version 99": (_sql("PRAGMA user_version = 99"), FaultKind.NEWER),
    "version 0": (_sql("PRAGMA user_version = 0"), FaultKind.CORRUPT),
    "extra trigger": (
        _sql("CREATE TRIGGER t AFTER INSERT ON fact BEGIN DELETE FROM fact; END"),
        FaultKind.NOT_OURS,
    ),
    "write-ahead log beside it": (_write_ahead, FaultKind.CANNOT_OPEN),
    "a folder": (_folder, FaultKind.CANNOT_OPEN),
}  # fmt: skip


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


@pytest.mark.parametrize(("harm", "kind"), STORES.values(), ids=STORES)
def test_store(tmp_path: Path, harm: Harm, kind: FaultKind) -> None:
    filled(tmp_path, 30).close()
    path = tmp_path / FILE
    harm(path)
    before = _bytes(tmp_path)
    with pytest.raises(StoreFault) as caught:
        open_store(path)
    assert caught.value.kind is kind
    assert str(path) in caught.value.sentence
    assert "please" in caught.value.sentence
    assert _bytes(tmp_path) == before


@pytest.mark.parametrize("name", ["a # b", "50 % of ? it's", "100%25", "ünïcode 🙂", "a;b&c=d"])
def test_store_at_any_path(tmp_path: Path, name: str) -> None:
    filled(tmp_path / name, 2).close()
    with closing(open_store(tmp_path / name / FILE)) as store:
        assert len(store.dossiers()) == 2
        assert store.back_up(THEN).path.exists()
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_store_absent_without_backups_is_new(tmp_path: Path) -> None:
    with closing(open_store(tmp_path / FILE)) as store:
        assert store.dossiers() == ()


@posix_only
@not_root
@pytest.mark.parametrize(
    ("mode", "of_folder"), [(0o000, False), (0o400, False), (0o500, True)],
    ids=["no permission", "read-only file", "read-only folder"],
)  # fmt: skip
def test_store_without_permission(tmp_path: Path, mode: int, of_folder: bool) -> None:
    filled(tmp_path, 2).close()
    target = tmp_path if of_folder else tmp_path / FILE
    target.chmod(mode)
    try:
        with pytest.raises(StoreFault) as caught:
            open_store(tmp_path / FILE)
    finally:
        target.chmod(0o700)
    assert caught.value.kind in (FaultKind.READ_ONLY, FaultKind.CANNOT_OPEN)


def test_store_locked_by_another_program(tmp_path: Path) -> None:
    filled(tmp_path, 2).close()
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreFault) as caught:
            open_database(tmp_path / FILE, patience=10)
        assert caught.value.kind is FaultKind.LOCKED
        other.execute("ROLLBACK")
    open_store(tmp_path / FILE).close()


SETTINGS = {
    "empty": b"", "cut": b"[window]\ngeometry=@ByteArray(\\0\\x1", "binary": bytes(range(256)) * 9,
    "NUL": bytes(400), "JSON": b'{"window": 1}', "long line": b"a=" + b"x" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("content", SETTINGS.values(), ids=SETTINGS)
def test_settings_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "view.ini"
    path.write_bytes(content)
    memory = open_memory(tmp_path)
    assert memory.value("window/geometry") is None or b"geometry" in content
    kept = [one.read_bytes() for one in tmp_path.iterdir()]
    assert content in kept


BACKUPS: dict[str, Harm] = {
    "a flipped bit": _patch(9000, b"\x99"),
    "cut": _cut(0.7),
    "0 bytes": _write(b""),
    "gone": lambda path: path.unlink(),
    "text": _write(b"not a copy"),
    "manifest gone": lambda path: path.with_suffix(".json").unlink(),
    "manifest cut": lambda path: _cut(0.5)(path.with_suffix(".json")),
    "manifest binary": lambda path: _write(bytes(range(256)))(path.with_suffix(".json")),
    "manifest with another hash": lambda path: path.with_suffix(".json").write_text(
        path.with_suffix(".json").read_text().replace('"sha256": "', '"sha256": "0')
    ),
    "manifest of a newer version": lambda path: path.with_suffix(".json").write_text(
        path.with_suffix(".json").read_text().replace('"version": 1', '"version": 9')
    ),
}


@pytest.mark.parametrize("harm", BACKUPS.values(), ids=BACKUPS)
def test_backup(tmp_path: Path, harm: Harm) -> None:
    from models.backups import listed, newest_sound
    from models.bringing_back import refuse_unless_sound

    with closing(filled(tmp_path, 3)) as store:
        older, newer = store.back_up(THEN), store.back_up(THEN)
        harm(newer.path)
        before = store.fingerprint()
        for one in listed(store.path):
            if one.number == newer.number:
                with pytest.raises(StoreFault) as caught:
                    refuse_unless_sound(one)
                assert str(newer.path) in caught.value.sentence
                with pytest.raises(StoreFault):
                    store.bring_back(one)
        found = newest_sound(store.path)
        assert found is not None
        assert found.number in (older.number, newer.number)
        assert store.fingerprint() == before
        store.bring_back(older)


def _archive(**changes: Any) -> bytes:
    with tempfile.TemporaryDirectory() as folder, closing(filled(Path(folder), 1)) as store:
        said = json.loads(as_text(store.content(), THEN, "1"))
    return json.dumps(said | changes).encode()


ARCHIVES: dict[str, bytes] = {
    "empty": b"", "cut": _archive()[:-30], "trailing": _archive() + b"{}",
    "100,000 brackets": b"[" * 100_000, "NaN": b'{"format": NaN}',
    "1e999": _archive().replace(b'"place": 0.0', b'"place": 1e999'),
    "double keys": b'{"format": "afterword-archive", "format": "x"}',
    "a newer format": _archive(version=2), "dangling": _archive(opportunities=[]),
    "PNG": b"\x89PNG\r\n\x1a\n" + bytes(100), "UTF-16": _archive().decode().encode("utf-16"),
    "cut UTF-8": "{\"format\": \"ü".encode()[:-1], "another's": b'{"format": "notes"}',
    "an array": b"[]", "a long number": b'{"format": ' + b"9" * 5000 + b"}", "null": b"null",
    "a list that is none": _archive(people={}), "a record that is none": _archive(people=[[]]),
}  # fmt: skip


@pytest.mark.parametrize("content", ARCHIVES.values(), ids=ARCHIVES)
def test_archive(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "all.json"
    path.write_bytes(content)
    with pytest.raises(ArchiveError) as caught:
        load(path)
    assert "“all.json”" in caught.value.sentence
    assert "Nothing was changed" in caught.value.sentence
    assert "please" in caught.value.sentence


def test_archive_with_a_lone_surrogate_comes_back(tmp_path: Path) -> None:
    with closing(filled(tmp_path, 1)) as store:
        store.save_draft(draft(0, "half \udc80 a character"))
        save(tmp_path / "all.json", store.content(), THEN, "")
        assert load(tmp_path / "all.json") == store.content()


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 5_000_000], ids=lambda text: repr(text[:16]))
def test_typing(tmp_path: Path, text: str) -> None:
    with closing(filled(tmp_path, 1)) as store:
        session = session_over(store)
        one = session.dossiers()[0].opportunity
        session.edit(one.id, one, replace(one, company=text, notes=text))
        session.save_draft(draft(0, text))
        again = session_over(store).dossiers()[0]
        assert again.opportunity.notes == text
        assert again.drafts[0].body == text


ADDRESSES = (
    "", " ", "ana", "@", "ana@", "@x.example", "ana@@x.example", "ana x@y.example",
    "ana@x .example", "ana@x", "ana@.example", "ana@x..example", ".ana@x.example",
    "ana.@x.example", "an..a@x.example", "ana@-x.example", "ana@x-.example", "ana@x.example, b@y",
    "ana@x.example;b@y.example", "ana@x.example\nBcc: b@y.example", "ana@x.example%0D%0ABcc:b@y",
    "mailto:ana@x.example", "javascript:alert(1)", "<script>@x.example", "ana@x.example\0",
    "\u202eana@x.example", "ana@" + "x" * 250 + ".example",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda text: repr(text[:20]))
def test_wrong_address(address: str) -> None:
    assert address.strip() == "" or mail.address_problem(address)
    link = mail.mailto(address, "s", "b") or "mailto:?subject=s&body=b"
    assert "\n" not in link
    assert link.partition("?")[2] == "subject=s&body=b"


@contextmanager
def _open(folder: Path) -> Iterator[Store]:
    with closing(filled(folder, 2)) as store:
        yield store


def test_system_an_export_to_a_bad_place_keeps_the_old_file(tmp_path: Path) -> None:
    with _open(tmp_path) as store:
        old = tmp_path / "all.json"
        save(old, store.content(), THEN, "")
        before = old.read_bytes()
        for bad in (tmp_path / "gone" / "x" / "\0", Path("/proc/nothing/all.json")):
            with pytest.raises((OSError, ValueError)):
                save(bad, store.content(), THEN, "")
            with pytest.raises((OSError, ValueError)):
                save_table(bad, "x")
        assert old.read_bytes() == before


def test_system_a_clock_ten_years_off_keeps_the_newest_backups(tmp_path: Path) -> None:
    from models.backups import Reason, listed

    with _open(tmp_path) as store:
        for year in (2036, 1980, 2026):
            for _ in range(5):
                store.back_up(THEN.replace(year=year), Reason.CHANGES)
        assert [one.number for one in listed(store.path)][:10] == list(range(15, 5, -1))


def test_system_a_database_that_is_unplugged_is_named(tmp_path: Path) -> None:
    with _open(tmp_path / "stick") as store:
        (tmp_path / "stick").rename(tmp_path / "elsewhere")
        with pytest.raises(StoreFault) as caught:
            store.write(adding(9))
        assert caught.value.kind is FaultKind.FILE_MOVED
        with pytest.raises(StoreFault):
            store.rescue(draft(0))
        assert not (tmp_path / "stick").exists()


def test_ids_are_never_taken_for_granted(tmp_path: Path) -> None:
    with _open(tmp_path) as store:
        before = store.fingerprint()
        edits = adding(5).edits
        person = edits[1].after
        assert isinstance(person, Person)
        dangling = replace(person, opportunity_id=OpportunityId("no"))
        with pytest.raises(ValueError, match="schema"):
            store.write(replace(adding(5), edits=(replace(edits[1], after=dangling),)))
        assert store.fingerprint() == before
