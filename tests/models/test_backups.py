"""Backups are whole, in order, few enough; one becomes the store again or nothing happens."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from models.backup import hash_of
from models.backups import Backup, Reason, is_sound, listed, newest_sound, prune, staying
from models.bringing_back import put_in_place
from models.database import open_database
from models.faults import FaultKind, StoreFault
from models.migrations import MIGRATIONS
from models.store import Store, open_store
from rules.records import OpportunityId, Profile
from tests.models.examples import EVERYTHING, OPPORTUNITY, THEN, adding, draft

OTHER = replace(OPPORTUNITY, id=OpportunityId("o2"), company="Southwind")


@pytest.fixture
def filled(store: Store) -> Store:
    store.write(adding(*EVERYTHING))
    store.save_draft(draft())
    store.save_profile(Profile(name="Maya Ferrer"))
    return store


def test_a_backup_is_a_whole_store_with_its_counts_and_never_replaces_one(filled: Store) -> None:
    first, second = filled.back_up(THEN), filled.back_up(THEN, Reason.CHANGES)
    assert [one.path.name for one in (first, second)] == [
        "000001-by-hand-2026-05-14.db",
        "000002-changes-2026-05-14.db",
    ]
    assert listed(filled.path) == (second, first)
    assert first.counts == {"applications": 1, "interviews": 1, "letters": 1, "drafts": 1}
    assert first.sha256 == hash_of(first.path)
    copy = open_store(second.path)
    assert copy.fingerprint() == filled.fingerprint()
    copy.close()
    left = [one.name for one in first.path.parent.iterdir() if one.suffix not in (".db", ".json")]
    assert left == []


def test_what_is_not_a_backup_of_ours_is_not_listed(filled: Store) -> None:
    made = filled.back_up(THEN)
    folder = made.path.parent
    said = json.loads(made.path.with_suffix(".json").read_text())
    wrong: tuple[object, ...] = (
        [], {}, said | {"file": "another.db"}, said | {"reason": "why"},
        said | {"made_at": "2026-05-14"}, said | {"counts": {"letters": "many"}},
    )  # fmt: skip
    for number, content in enumerate(wrong, 2):
        (folder / f"{number:06}-by-hand.json").write_text(json.dumps(content))
    (folder / "notes.json").write_bytes(b"\xff")
    (folder / "000009-changes-2026-05-14.db").write_bytes(b"a copy without a manifest")
    assert listed(filled.path) == (made,)
    assert newest_sound(filled.path) == made
    assert filled.back_up(THEN).number == 10


def test_a_flipped_bit_is_found_and_the_next_older_one_offered(filled: Store) -> None:
    older, newer = filled.back_up(THEN), filled.back_up(THEN)
    data = bytearray(newer.path.read_bytes())
    data[len(data) // 2] ^= 1
    newer.path.write_bytes(data)
    assert not is_sound(newer)
    assert newest_sound(filled.path) == older
    before = filled.fingerprint()
    with pytest.raises(StoreFault) as caught:
        filled.bring_back(newer)
    assert caught.value.kind is FaultKind.CORRUPT
    assert caught.value.path == newer.path
    assert filled.fingerprint() == before
    newer.path.unlink()
    assert not is_sound(newer)


def test_a_backup_comes_back_and_what_was_there_can_come_back_too(filled: Store) -> None:
    then, made = filled.fingerprint(), filled.back_up(THEN)
    filled.write(adding(OTHER))
    now, present = filled.fingerprint(), filled.back_up(THEN, Reason.BRINGING_BACK)
    filled.bring_back(made)
    assert filled.fingerprint() == then
    filled.write(adding(OTHER))
    filled.bring_back(present)
    assert filled.fingerprint() == now
    assert is_sound(made)


def test_a_backup_of_an_older_schema_is_brought_up_to_date(filled: Store) -> None:
    def add_a_column(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE person ADD COLUMN pronoun TEXT NOT NULL DEFAULT ''")

    made = filled.back_up(THEN)
    newer = (*MIGRATIONS, add_a_column)
    filled.close()
    filled.path.unlink()
    put_in_place(filled.path, made, newer)
    with closing(open_database(filled.path, newer)) as database:
        assert database.statement("SELECT pronoun FROM person") == [("",), ("",)]
    assert is_sound(made)


def test_a_newer_backup_is_refused(filled: Store) -> None:
    made = filled.back_up(THEN)
    with pytest.raises(StoreFault) as caught:
        filled.bring_back(replace(made, version=99))
    assert caught.value.kind is FaultKind.NEWER


def test_a_damaged_store_is_kept_when_a_backup_takes_its_place(filled: Store) -> None:
    then, made = filled.fingerprint(), filled.back_up(THEN)
    filled.close()
    for number in (1, 2):
        filled.path.write_bytes(b"damaged" * 1000)
        put_in_place(filled.path, made)
        kept = filled.path.parent / "damaged" / f"afterword-{number:04}.db"
        assert kept.read_bytes() == b"damaged" * 1000
    again = open_store(filled.path)
    assert again.fingerprint() == then
    again.close()


def test_a_bad_backup_moves_nothing(filled: Store) -> None:
    made = filled.back_up(THEN)
    filled.close()
    made.path.write_bytes(b"no")
    filled.path.write_bytes(b"damaged")
    with pytest.raises(StoreFault):
        put_in_place(filled.path, made)
    assert filled.path.read_bytes() == b"damaged"


def test_a_crash_leaves_only_what_the_next_backup_sweeps(filled: Store) -> None:
    folder = filled.path.parent / "backups"
    folder.mkdir()
    (folder / "000007-changes-2026-05-14.db.part").write_bytes(b"half")
    (folder / "000007-changes-2026-05-14.json").write_text("{}")
    (folder / "mine.json").write_text("{}")
    made = filled.back_up(THEN)
    names = {one.name for one in folder.iterdir()}
    assert names == {made.path.name, made.path.with_suffix(".json").name, "mine.json"}


def test_a_disk_that_fails_in_the_middle_leaves_no_backup(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _text: str) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr("models.backups.write_whole", refuse)
    with pytest.raises(StoreFault) as caught:
        filled.back_up(THEN)
    assert caught.value.kind is FaultKind.DISK_FULL
    assert list((filled.path.parent / "backups").iterdir()) == []


def _made(number: int, at_day: int, reason: Reason = Reason.CHANGES) -> Backup:
    return Backup(
        path=Path(f"{number}.db"),
        number=number,
        reason=reason,
        made_at=THEN + timedelta(days=at_day),
        version=1,
        counts={},
        sha256="",
    )


def test_the_last_ten_and_one_a_day_a_week_a_month_stay() -> None:
    several_a_day = [_made(day * 3 + part, day) for day in range(200) for part in range(3)]
    stay = staying(several_a_day)
    assert stay >= set(range(590, 600))
    assert stay >= {day * 3 + 2 for day in range(186, 200)}
    assert 25 <= len(stay) <= 44
    days = sorted(number // 3 for number in stay)
    assert days[0] <= 30


def test_those_made_by_hand_stay_and_five_before_migrations() -> None:
    old = [_made(number, 0, Reason.BY_HAND) for number in range(3)]
    upgrades = [_made(number, 0, Reason.MIGRATION) for number in range(10, 20)]
    many = [_made(number, 0) for number in range(100, 150)]
    stay = staying([*many, *old, *upgrades])
    assert stay >= {0, 1, 2}
    assert stay & set(range(10, 20)) == set(range(15, 20))


def test_pruning_takes_copy_and_manifest(filled: Store) -> None:
    for _ in range(14):
        filled.back_up(THEN, Reason.CHANGES)
    folder = filled.path.parent / "backups"
    assert len(list(folder.iterdir())) == 20
    assert [one.number for one in listed(filled.path)] == list(range(14, 4, -1))
    prune(folder)
    assert len(listed(filled.path)) == 10


def test_a_folder_that_is_none_has_no_backups(tmp_path: Path, reopen: Callable[[], Store]) -> None:
    assert listed(tmp_path / "gone" / "afterword.db") == ()
    assert newest_sound(tmp_path / "afterword.db") is None
