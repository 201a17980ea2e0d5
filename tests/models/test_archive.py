"""The archive says everything and is read strictly: the same rows again, or nothing at all."""

import json
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.content import Content
from models.exchange import archive
from models.exchange.archive import ArchiveError, as_text, from_text, load, save
from models.exchange.values import from_plain, plain
from models.store import Store, open_store
from rules.records import (
    Draft,
    Fact,
    Highlight,
    Interview,
    Message,
    Opportunity,
    OpportunityId,
    Person,
    Preferences,
    Profile,
)
from tests.models.examples import (
    ANY_TEXT,
    EVERYTHING,
    OPPORTUNITY,
    PRIYA,
    TALK,
    THEN,
    adding,
    any_record,
    draft,
)


def text_of(store: Store) -> str:
    return as_text(store.content(), THEN, "1.2.3")


@pytest.fixture
def filled(store: Store) -> Store:
    gone = replace(OPPORTUNITY, id=OpportunityId("o2"), deleted_at=THEN, place=float("inf"))
    store.write(adding(*EVERYTHING, gone))
    store.save_draft(draft(body="NUL \0, a surrogate \udc80, \u2028 and \U0001f642"))
    store.save_profile(Profile(name="Zoë"))
    store.save_preferences(Preferences(second_max=21))
    store.keep_texts("letters", {"thank_you": "Dear {{name}}"})
    return store


@st.composite
def contents(draw: st.DrawFn) -> Content:
    oid, pid, iid = OPPORTUNITY.id, PRIYA.id, TALK.id
    parts = [
        draw(any_record(Opportunity, id=oid)),
        draw(any_record(Person, id=pid, opportunity_id=oid)),
        draw(any_record(Interview, id=iid, opportunity_id=oid)),
        draw(any_record(Highlight, interview_id=iid)),
        draw(any_record(Message, opportunity_id=oid, interview_id=iid, person_id=None)),
        draw(any_record(Fact, opportunity_id=oid, interview_id=None, person_id=pid)),
    ]
    drafts = draw(st.lists(any_record(Draft), max_size=2, unique_by=lambda one: one.key))
    return Content(
        records=tuple(parts),
        drafts=tuple(drafts),
        settings=draw(st.dictionaries(st.sampled_from(["profile", "letters"]), st.just("{}"))),
    )


@given(contents())
def test_whatever_a_store_may_hold_comes_back_with_the_same_hash(content: Content) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = (open_store(Path(folder) / name / "a.db") for name in ("one", "two"))
        first.replace(content)
        second.replace(from_text(text_of(first), "all.json"))
        assert second.fingerprint() == first.fingerprint()
        first.close()
        second.close()


def test_everything_is_written_and_read_again(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    save(path, filled.content(), THEN, "1.2.3")
    said = path.read_bytes()
    assert said.isascii()
    found = json.loads(said)
    assert (found["format"], found["version"]) == ("afterword-archive", 1)
    assert found["opportunities"][0]["company"] == "Northwind"
    before = filled.fingerprint()
    content = load(path)
    for _ in range(2):  # a second time adds nothing
        filled.replace(content)
        assert filled.fingerprint() == before
    path.write_bytes(b"\xef\xbb\xbf" + said)
    assert load(path) == content


def test_a_place_that_cannot_be_written_keeps_the_earlier_file(
    filled: Store, tmp_path: Path
) -> None:
    path = tmp_path / "all.json"
    path.mkdir()
    with pytest.raises(OSError, match=r"all\.json"):
        save(path, filled.content(), THEN, "")
    assert [one.name for one in tmp_path.glob("all*")] == ["all.json"]


@given(st.text(max_size=40) | st.binary(max_size=40).map(lambda data: data.decode("latin-1")))
def test_any_text_is_an_archive_or_says_why_not(text: str) -> None:
    with pytest.raises(ArchiveError, match="Nothing was changed"):
        from_text(text, "x.json")


@given(st.data())
def test_an_archive_cut_or_altered_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    content = Content(records=EVERYTHING, drafts=(draft(),), settings={"profile": "{}"})
    text = as_text(content, THEN, "")
    at = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from(["", '"', "{", "0", "\ud800", ","]))
    cut = data.draw(st.booleans())
    altered = text[:at] + other + ("" if cut else text[at + 1 :])
    with suppress(ArchiveError):  # and nothing else may be raised
        from_text(altered, "x.json")


Alter = Callable[[dict[str, Any]], object]


def _alter(change: Alter) -> str:
    content = Content(records=EVERYTHING, drafts=(draft(),), settings={"profile": "{}"})
    said = json.loads(as_text(content, THEN, ""))
    change(said)
    return json.dumps(said)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda said: said.update(version=2), "a newer version"),
        (lambda said: said.update(version="1"), "“version”"),
        (lambda said: said.update(more=1), "“more”"),
        (lambda said: said.pop("facts"), "“facts”"),
        (lambda said: said.pop("settings"), "“settings”"),
        (lambda said: said.update(settings={"a": 1}), "the setting “a”"),
        (lambda said: said["facts"].append(3), "“facts” number 2"),
        (lambda said: said["facts"][0].pop("kind"), "“kind” is missing"),
        (lambda said: said["facts"][0].update(kind="party"), "“kind”"),
        (lambda said: said["facts"][0].update(colour="red"), "“colour” is unknown"),
        (lambda said: said["facts"][0].update(at="2026-05-14T10:00:00"), "“at”"),
        (lambda said: said["facts"][0].update(day=3), "“day”"),
        (lambda said: said["people"][0].update(main_contact=1), "“main_contact”"),
        (lambda said: said["people"][0].update(place=True), "“place”"),
        (lambda said: said["people"][0].update(place=10**400), "“place”"),
        (lambda said: said["people"][0].update(place=None), "“place”"),
        (lambda said: said["interviews"][0].update(met="p1"), "“met”"),
        (lambda said: said["people"][1].update(id="p1"), "the same id"),
        (lambda said: said["drafts"].append(said["drafts"][0]), "the same draft"),
        (lambda said: said["people"][0].update(opportunity_id="no"), "“people” number 1"),
        (lambda said: said["messages"][0].update(person_id="no"), "“messages” number 1"),
    ],
)
def test_a_mistake_is_named_with_its_place(change: Alter, place: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        from_text(_alter(change), "all.json")
    assert place in caught.value.sentence
    assert "all.json" in caught.value.sentence


def test_a_field_with_a_default_may_be_absent() -> None:
    content = from_text(_alter(lambda said: said["facts"][0].pop("text")), "all.json")
    assert set(content.records) == set(EVERYTHING)


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST", 10)
    path = tmp_path / "all.json"
    path.write_text("{" + " " * 20)
    with pytest.raises(ArchiveError, match="larger"):
        load(path)


@given(ANY_TEXT)
def test_values_are_read_as_they_were(text: str) -> None:
    one = replace(PRIYA, name=text, place=float("-inf"))
    assert from_plain(Person, json.loads(json.dumps(plain(one)))) == one
