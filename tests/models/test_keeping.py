"""What is deleted, damaged or refused is still there: for thirty days, row by row, beside."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from models.faults import FaultKind, StoreFault
from models.salvage import salvage
from models.store import Store, look_into, open_store, save_salvaged
from rules.changes import Edit
from rules.records import OpportunityId
from tests.models.examples import (
    EVERYTHING,
    HIGHLIGHT,
    MESSAGE,
    OPPORTUNITY,
    PRIYA,
    PROMISE,
    THEN,
    adding,
    changing,
    draft,
)

GONE = replace(OPPORTUNITY, deleted_at=THEN)
OTHER = replace(OPPORTUNITY, id=OpportunityId("o2"), company="Southwind", notes="SECRET" * 9)


@pytest.fixture
def filled(store: Store) -> Store:
    store.write(adding(*EVERYTHING, OTHER))
    store.save_draft(draft())
    return store


def _delete(store: Store) -> None:
    store.write(changing(Edit(before=OPPORTUNITY, after=GONE)))


def test_what_was_deleted_is_there_for_thirty_days_and_then_gone(filled: Store) -> None:
    _delete(filled)
    (found,) = filled.deleted()
    assert found.opportunity == GONE
    assert (found.messages, found.drafts) == ((MESSAGE,), (draft(),))
    assert filled.purge_old(THEN + timedelta(days=30)) == 0
    assert filled.purge_old(THEN + timedelta(days=30, seconds=1)) == 1
    assert filled.deleted() == ()
    assert [one.opportunity for one in filled.dossiers()] == [OTHER]
    content = filled.content()
    assert (content.records, content.drafts) == ((OTHER,), ())


def test_only_what_is_deleted_can_go_for_good_and_nothing_of_it_stays_in_the_file(
    filled: Store,
) -> None:
    before = filled.fingerprint()
    assert filled.purge([OTHER.id, OpportunityId("none")]) == 0
    assert filled.fingerprint() == before
    filled.write(changing(Edit(before=OTHER, after=replace(OTHER, deleted_at=THEN))))
    assert filled.purge([OTHER.id]) == 1
    filled.close()
    assert b"SECRET" not in filled.path.read_bytes()
    assert b"Southwind" not in filled.path.read_bytes()


def test_a_rescued_draft_comes_back_unless_a_later_one_is_kept(filled: Store) -> None:
    later = draft(body="Dear Priya, later", saved_at=THEN + timedelta(seconds=9))
    other = draft(subject="of another letter", interview_id=None, saved_at=THEN)
    for one in (draft(body="before"), later, other):
        path = filled.rescue(one)
        assert path.stat().st_mode & 0o077 == 0
    (path.parent / "draft-x.json").write_text("[]")
    assert set(filled.take_rescued()) == {later, other}
    assert filled.take_rescued() == ()
    assert set(filled.content().drafts) == {later, other}
    filled.rescue(draft(body="of long ago", saved_at=THEN - timedelta(days=1)))
    assert filled.take_rescued() == ()
    assert [one.name for one in path.parent.iterdir()] == ["draft-x.json"]


def test_nothing_is_made_where_the_disk_was(store: Store) -> None:
    folder = store.path.parent
    moved = folder.rename(folder.with_name("elsewhere"))
    with pytest.raises(StoreFault):
        store.rescue(draft())
    assert not folder.exists()
    moved.rename(folder)


def test_a_store_opened_for_reading_refuses_every_write_and_says_why(filled: Store) -> None:
    filled.close()
    before = filled.path.read_bytes()
    inside = look_into(filled.path, FaultKind.NEWER)
    assert len(inside.dossiers()) == 2
    for write in (
        lambda: inside.write(adding(replace(OTHER, id=OpportunityId("o3")))),
        lambda: inside.save_draft(draft()),
        lambda: inside.purge([OTHER.id]),
    ):
        with pytest.raises(StoreFault) as caught:
            write()
        assert caught.value.kind is FaultKind.NEWER
    inside.close()
    assert filled.path.read_bytes() == before


def _many(store: Store) -> None:
    talkative = [
        replace(MESSAGE, id=f"m{number}", body=f"letter {number} " * 100)  # type: ignore[arg-type]  # an id
        for number in range(100, 200)
    ]
    store.write(adding(*talkative))
    store.close()


def test_a_damaged_page_costs_its_rows_and_no_others(filled: Store, tmp_path: Path) -> None:
    _many(filled)
    data = bytearray(filled.path.read_bytes())
    page = data.find(b"letter 150 ") // 4096
    data[page * 4096 : (page + 1) * 4096] = bytes(4096)
    filled.path.write_bytes(data)
    with pytest.raises(StoreFault):
        open_store(filled.path)
    found = salvage(filled.path)
    assert filled.path.read_bytes() == data
    assert len(found.content.records) >= len(EVERYTHING) + 1 + 90
    target = tmp_path / "new" / "afterword.db"
    save_salvaged(found, target)
    store = open_store(target)
    assert set(store.content().records) == set(found.content.records)
    assert store.content().drafts == (draft(),)
    store.close()


def test_what_lost_its_owner_gets_one(filled: Store) -> None:
    filled.close()
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.execute("DELETE FROM opportunity WHERE id = 'o1'")
        connection.execute("DELETE FROM interview")
        connection.execute("DELETE FROM person WHERE id = 'p1'")
        connection.execute("UPDATE fact SET at = 'never'")
        connection.execute("INSERT INTO fact SELECT 'f2', opportunity_id, kind, ?, day, "
                           "interview_id, person_id, text FROM fact",
                           ("2026-05-14T14:20:00.000000+00:00",))  # fmt: skip
        connection.commit()
    found = salvage(filled.path)
    assert found.adrift == 1
    records = {str(one.id): one for one in found.content.records}
    assert HIGHLIGHT.id not in records
    assert PROMISE.id not in records
    owner = records[OPPORTUNITY.id]
    assert owner == replace(
        OPPORTUNITY, company="Recovered", role="part 2",
        created_at=datetime(2000, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    assert records[MESSAGE.id] == replace(MESSAGE, interview_id=None, person_id=None)
    assert records["f2"] == replace(PROMISE, id="f2", person_id=None)  # type: ignore[arg-type]  # an id
    assert PRIYA.id not in records


def test_nothing_can_be_read_of_what_is_no_database(
    path: Path,
) -> None:
    path.parent.mkdir(parents=True)
    for content in (b"garbage" * 1000, b""):
        path.write_bytes(content)
        with pytest.raises(StoreFault) as caught:
            salvage(path)
        assert caught.value.kind in (FaultKind.CORRUPT, FaultKind.FAILED)
        assert path.read_bytes() == content
