"""What is written is read back, all of a change or none of it, and an inverse leaves no trace."""

import gc
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typing_extensions import override

from models import tables
from models.database import Database, open_database
from models.faults import FaultKind, StoreFault
from models.settings import as_text, from_text
from models.store import Store, open_store
from rules.changes import Change, Edit, apply, in_order
from rules.records import (
    Dossier,
    Fact,
    Highlight,
    Interview,
    Message,
    Opportunity,
    OpportunityId,
    Person,
    Preferences,
    Profile,
    Record,
)
from tests.models.examples import (
    ANY_TEXT,
    EVERYTHING,
    HIGHLIGHT,
    MESSAGE,
    OPPORTUNITY,
    PRIYA,
    PROMISE,
    TALK,
    THEN,
    TOM,
    adding,
    any_record,
    changing,
    draft,
)

Reopen = Callable[[], Store]


def test_a_new_store_is_empty(store: Store, path: Path) -> None:
    assert store.dossiers() == ()
    assert store.profile() == Profile()
    assert store.preferences() == Preferences()
    assert store.path == path


def test_what_was_written_is_there_after_a_restart(reopen: Reopen) -> None:
    reopen().write(adding(*EVERYTHING))
    assert reopen().dossiers() == (
        Dossier(
            opportunity=OPPORTUNITY,
            people=(PRIYA, TOM),
            interviews=(TALK,),
            highlights=(HIGHLIGHT,),
            messages=(MESSAGE,),
            facts=(PROMISE,),
        ),
    )


def test_memory_and_file_agree_on_the_order_of_everything(store: Store) -> None:
    later = replace(TALK, id=cast("Any", "i0"), start=THEN + timedelta(days=1))
    undated = replace(TALK, id=cast("Any", "a"), start=None, end=None)
    again = replace(MESSAGE, id=cast("Any", "m0"))
    change = adding(OPPORTUNITY, TOM, PRIYA, undated, later, TALK, HIGHLIGHT, MESSAGE, again)
    store.write(change)
    (found,) = store.dossiers()
    assert found == in_order(found) == apply(None, change)
    assert [one.id for one in found.interviews] == ["i1", "i0", "a"]


def test_a_deleted_opportunity_is_left_out_with_all_that_is_its(store: Store) -> None:
    other = replace(OPPORTUNITY, id=OpportunityId("o2"))
    store.write(adding(*EVERYTHING, other))
    store.write(changing(Edit(before=OPPORTUNITY, after=replace(OPPORTUNITY, deleted_at=THEN))))
    assert store.dossiers() == (Dossier(opportunity=other),)


def test_an_edit_changes_one_record_in_place(store: Store) -> None:
    store.write(adding(*EVERYTHING))
    renamed = replace(OPPORTUNITY, company="Southwind", closing=PROMISE.day)
    store.write(changing(Edit(before=OPPORTUNITY, after=renamed)))
    (found,) = store.dossiers()
    assert found.opportunity == renamed
    assert found.messages == (MESSAGE,)


def test_a_moment_of_any_zone_is_the_same_moment_in_utc(store: Store) -> None:
    tokyo = timezone(timedelta(hours=9))
    moment = datetime(2026, 5, 14, 23, 20, 0, 1, tzinfo=tokyo)
    store.write(adding(replace(OPPORTUNITY, applied_at=moment)))
    applied = store.dossiers()[0].opportunity.applied_at
    assert applied == moment
    assert applied is not None
    assert applied.tzinfo is UTC


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param((Edit(before=None, after=OPPORTUNITY),), id="a new record whose id is taken"),
        pytest.param((Edit(before=TOM, after=replace(TOM, name="T")),), id="a change of nothing"),
        pytest.param((Edit(before=TOM, after=None),), id="a removal of nothing"),
        pytest.param((Edit(before=PRIYA, after=TOM),), id="a record that becomes another"),
        pytest.param((Edit(before=OPPORTUNITY, after=PRIYA),), id="a record of another kind"),
        pytest.param((Edit(before=None, after=None),), id="an edit of nothing"),
        pytest.param((Edit(before=OPPORTUNITY, after=None),), id="removing what others refer to"),
        pytest.param(
            (Edit(before=None, after=replace(TOM, opportunity_id=OpportunityId("no"))),),
            id="a reference to nothing",
        ),
        pytest.param(
            (Edit(before=OPPORTUNITY, after=replace(OPPORTUNITY, place=float("nan"))),),
            id="a place that is no number",
        ),
        pytest.param(
            (
                Edit(
                    before=OPPORTUNITY,
                    after=replace(OPPORTUNITY, applied_at=THEN.replace(tzinfo=None)),
                ),
            ),
            id="a moment without a zone",
        ),
        pytest.param(
            (
                Edit(
                    before=OPPORTUNITY,
                    after=replace(
                        OPPORTUNITY,
                        applied_at=datetime.min.replace(tzinfo=timezone(timedelta(hours=1))),
                    ),
                ),
            ),
            id="a moment before the calendar",
        ),
    ],
)
def test_a_mistake_of_ours_is_refused_and_nothing_is_written(
    store: Store, edits: tuple[Edit, ...]
) -> None:
    store.write(adding(OPPORTUNITY, PRIYA))
    before = store.fingerprint()
    good = Edit(before=PRIYA, after=replace(PRIYA, name="Somebody else"))
    with pytest.raises(ValueError, match=r"\w"):
        store.write(changing(good, *edits))
    assert store.fingerprint() == before
    store.write(changing(good))
    assert store.fingerprint() != before


def test_the_edits_of_a_change_may_come_in_any_order(store: Store) -> None:
    empty = store.fingerprint()
    change = adding(*reversed(EVERYTHING))
    store.write(change)
    full = store.fingerprint()
    store.write(change.inverse())
    assert store.fingerprint() == empty
    store.write(adding(*EVERYTHING))
    assert store.fingerprint() == full
    store.write(changing(*(Edit(before=one, after=None) for one in EVERYTHING)))
    assert store.fingerprint() == empty


def test_a_change_of_nothing_writes_nothing(store: Store) -> None:
    store.write(changing())
    assert store.dossiers() == ()


def test_a_write_inside_a_write_is_refused(path: Path) -> None:
    with closing(open_database(path)) as database:
        with pytest.raises(RuntimeError), database.transaction(), database.transaction():
            pass
        assert not database.connection.in_transaction


def test_a_closed_store_stays_closed(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(RuntimeError):
        store.write(adding(OPPORTUNITY))


@pytest.mark.parametrize("kind", [Opportunity, Person, Interview, Highlight, Message, Fact])
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_every_field_survives_whatever_it_holds(kind: type[Any], data: st.DataObject) -> None:
    table = tables.RECORDS[kind]
    record = data.draw(any_record(kind))
    with closing(sqlite3.connect(":memory:")) as connection:
        row = tuple(table.row(record).values())
        cells = ", ".join("?" * len(row))
        (back,) = table.records([connection.execute(f"SELECT {cells}", row).fetchone()])
    assert back == record


@given(text=ANY_TEXT)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_text_of_any_kind_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    text = text + "\udcff\0"
    with closing(open_store(tmp_path_factory.mktemp("any") / "a.db")) as store:
        store.write(adding(replace(OPPORTUNITY, company=text, notes=text)))
        store.save_profile(Profile(name=text))
        store.save_draft(draft(body=text))
        (found,) = store.dossiers()
        assert found.opportunity.company == text
        assert found.drafts == (draft(body=text),)
        assert store.profile().name == text


@dataclass
class _Small:
    """A tiny world of records in which random changes are made."""

    held: dict[str, Record]

    def change(self, data: st.DataObject) -> Change:
        edits = []
        for _ in range(data.draw(st.integers(1, 4))):
            kind = data.draw(st.sampled_from([Opportunity, Person, Interview, Highlight, Message]))
            record = data.draw(any_record(kind, **_anchored(kind, data)))
            before = self.held.get(record.id)
            if before is not None and type(before) is not kind:
                continue
            after = None if before is not None and data.draw(st.booleans()) else record
            edits.append(Edit(before=before, after=after))
            if after is None:
                del self.held[record.id]
            else:
                self.held[record.id] = record
        return changing(*edits)


def _anchored(kind: type[Record], data: st.DataObject) -> dict[str, Any]:
    told: dict[str, Any] = {"id": f"{kind.__name__}{data.draw(st.integers(0, 2))}"}
    if kind is Highlight:
        return told | {"interview_id": f"Interview{data.draw(st.integers(0, 2))}"}
    if kind is not Opportunity:
        told["opportunity_id"] = f"Opportunity{data.draw(st.integers(0, 2))}"
    if kind is Message:
        told |= {"interview_id": None, "person_id": data.draw(st.sampled_from([None, "Person0"]))}
    return told


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_changes_and_then_their_inverses_leave_no_trace(data: st.DataObject) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_store(Path(folder) / "afterword.db")) as store,
    ):
        small = _Small({})
        done: list[tuple[Change, str]] = []
        for _ in range(data.draw(st.integers(1, 8))):
            held = dict(small.held)
            before = store.fingerprint()
            change = small.change(data)
            try:
                store.write(change)
            except ValueError:  # it would have left a reference to nothing
                small.held = held
                assert store.fingerprint() == before
            else:
                done.append((change, before))
        for change, before in reversed(done):
            after = store.fingerprint()
            store.write(change.inverse())
            assert store.fingerprint() == before
            store.write(change)
            assert store.fingerprint() == after
            store.write(change.inverse())
        assert store.dossiers() == ()


def test_profile_and_preferences_are_kept(reopen: Reopen) -> None:
    profile = Profile(name="Ana Öz", sign_off="Ana", phone="+49 1", email="ana@example.org")
    preferences = Preferences(second_max=21, quiet_from=time(21, 30), quiet_to=time(7))
    store = reopen()
    store.save_profile(Profile(name="first"))
    store.save_profile(profile)
    store.save_preferences(preferences)
    store = reopen()
    assert store.profile() == profile
    assert store.preferences() == preferences


@given(profile=st.builds(Profile, name=ANY_TEXT), preferences=st.from_type(Preferences))
@settings(max_examples=50, deadline=None)
def test_every_setting_survives_as_text(profile: Profile, preferences: Preferences) -> None:
    assert from_text(Profile(), as_text(profile)) == profile
    assert from_text(Preferences(), as_text(preferences)) == preferences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Preferences()),
        ("[]", Preferences()),
        ("{", Preferences()),
        ('{"second_max": "21", "check_in_day": true, "later": 1}', Preferences()),
        ('{"quiet_from": "25:00", "check_in_day": 9}', Preferences(check_in_day=9)),
    ],
)
def test_settings_nobody_can_read_fall_back_to_the_defaults(
    store: Store, path: Path, text: str, expected: Preferences
) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("INSERT INTO setting VALUES ('preferences', ?)", (text,))
        other.commit()
    assert store.preferences() == expected


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE opportunity SET employer_kind = 'circus'",
        "UPDATE opportunity SET created_at = 'yesterday'",
        "UPDATE opportunity SET created_at = 5",
    ],
)
def test_a_cell_nobody_can_have_written_is_damage(store: Store, path: Path, damage: str) -> None:
    store.write(adding(OPPORTUNITY))
    with closing(sqlite3.connect(path)) as other:
        other.execute(damage)
        other.commit()
    with pytest.raises(StoreFault) as caught:
        store.dossiers()
    assert caught.value.kind is FaultKind.CORRUPT


@pytest.mark.parametrize("collecting", [True, False])
def test_reading_leaves_the_garbage_collector_as_it_was(store: Store, collecting: bool) -> None:
    was = gc.isenabled()
    (gc.enable if collecting else gc.disable)()
    try:
        store.dossiers()
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if was else gc.disable)()


class _Counting(Database):
    """A database that counts what it is asked."""

    asked = 0

    @override
    def rows(self, query: Any) -> list[tuple[Any, ...]]:
        self.asked += 1
        return super().rows(query)


def test_the_number_of_statements_does_not_grow_with_the_records(store: Store, path: Path) -> None:
    asked = []
    with closing(_Counting(path)) as database:
        for number in range(3):
            records = [
                replace(OPPORTUNITY, id=OpportunityId(f"{number}-{place}")) for place in range(20)
            ]
            store.write(adding(*records))
            database.asked = 0
            Store(database).dossiers()
            asked.append(database.asked)
    assert asked == [7, 7, 7]
