"""Search: what counts as the same word, what is looked at, and what is folded anew."""

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.board import Card, Tint, lay_out
from rules.records import (
    Dossier,
    Fact,
    FactId,
    FactKind,
    Highlight,
    HighlightId,
    Interview,
    InterviewId,
    Message,
    MessageId,
    MessageKind,
    Moment,
    Opportunity,
    OpportunityId,
    Person,
    PersonId,
)
from rules.search import Index, Show, folded, passes, text_of, words_of
from rules.steps import StepKind

NOW = datetime(2026, 5, 14, 14, 20, tzinfo=UTC)


def dossier(key: str = "o", company: str = "Lumen & Oak") -> Dossier:
    """One opportunity that says something in every place a person types into."""
    oid, iid, pid = OpportunityId(key), InterviewId("i"), PersonId("p")
    return Dossier(
        opportunity=Opportunity(
            id=oid, company=company, role="Café Manager", notes="asked Ottoline", created_at=NOW
        ),
        people=(Person(id=pid, opportunity_id=oid, name="Zoë Müller", email="zm@oak.example"),),
        interviews=(
            Interview(id=iid, opportunity_id=oid, where="Room Nine", notes="bring sketches"),
        ),
        highlights=(Highlight(id=HighlightId("h"), interview_id=iid, text="the move to Leeds"),),
        messages=(
            Message(
                id=MessageId("m"),
                opportunity_id=oid,
                kind=MessageKind.THANK_YOU,
                sent_at=NOW,
                to_name="Sofia Lindqvist",
                subject="Thank you for Tuesday",
                body="It was a pleasure.\n\nWarm regards",
                original="quoted words",
            ),
        ),
        facts=(
            Fact(
                id=FactId("f"),
                opportunity_id=oid,
                kind=FactKind.REPLY_NOTE,
                at=NOW,
                text="budget frozen",
            ),
        ),
    )


def finds(query: str) -> bool:
    """Whether the query finds the opportunity above."""
    index = Index()
    index.renew([dossier()])
    return bool(index.find(words_of(query)))


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("Café", "cafe"),
        ("STRAßE", "strasse"),
        ("Łódź", "lodz"),
        ("SØREN", "soren"),
        ("İstanbul ılık", "istanbul ilik"),
        ("ﬁnance", "finance"),
        ("Ａｃｍｅ", "acme"),
        ("Œuvre", "oeuvre"),
        ("O\u2019Brien", "o'brien"),
        ("e\u2011mail \u2013 now", "e-mail - now"),
        ("zero\u200bwidth\u00ad\ufeff", "zerowidth"),
        ("  two\u00a0\n words\t", "two words"),
        ("σίσυφος", "σισυφοσ"),
    ],
)
def test_text_is_compared_folded(typed: str, same: str) -> None:
    assert folded(typed) == same


@pytest.mark.parametrize(
    "query",
    [
        "lumen",
        "LUMEN oak",
        "oak & lumen",
        "cafe",
        "manager ottoline",
        "zoe muller",
        "oak.example",
        "nine",
        "sketch",
        "leeds",
        "lindqvist",
        "tuesday",
        "pleasure",
        "frozen",
        "lu\u200bmen",
    ],
)
def test_every_place_is_looked_at_in_any_order(query: str) -> None:
    assert finds(query)


@pytest.mark.parametrize("query", ["lumen linden", "quoted", "oak\u0000oak", "regards lumenoak"])
def test_all_words_have_to_be_there(query: str) -> None:
    assert not finds(query)


def test_a_word_never_spans_two_places() -> None:
    assert not finds("oakcafe")
    assert "lumen & oak\ncafe manager" in text_of(dossier())


@pytest.mark.parametrize("query", ["", "  ", "\u200b", "\n\t"])
def test_nothing_typed_asks_for_nothing(query: str) -> None:
    assert words_of(query) == ()


@given(st.text())
def test_folding_twice_is_folding_once_and_shows_no_marks(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
    assert not any(unicodedata.category(char) in ("Mn", "Cf", "Cs") for char in once)


@given(st.text(min_size=1), st.data())
def test_a_word_of_the_company_finds_it_however_it_is_written(
    name: str, data: st.DataObject
) -> None:
    words = name.split()
    index = Index()
    index.renew([dossier(company=name)])
    for word in data.draw(st.permutations(words)):
        for form in (word, word.upper(), word.casefold(), unicodedata.normalize("NFD", word)):
            if folded(form) in folded(name):  # a few letters change when their case does
                assert index.find(words_of(form))
    if words:
        assert index.find(words_of(data.draw(st.sampled_from(words))))


def test_only_what_has_changed_is_folded_anew() -> None:
    index = Index()
    all_of_them = [dossier(str(number)) for number in range(5)]
    assert index.renew(all_of_them) == 5
    assert index.renew(all_of_them) == 0
    changed = replace(all_of_them[2].opportunity, company="Linden")
    all_of_them[2] = replace(all_of_them[2], opportunity=changed)
    assert index.renew(all_of_them) == 1
    assert index.find(("linden",)) == {"2"}
    assert index.renew(all_of_them[3:]) == 0
    assert index.find(("cafe",)) == {"3", "4"}


def test_the_index_can_be_made_ready_a_few_at_a_time() -> None:
    index = Index()
    all_of_them = [dossier(str(number)) for number in range(5)]
    assert [index.renew(all_of_them, 2) for _ in range(4)] == [2, 2, 1, 0]
    assert len(index.find(("lumen",))) == 5


@given(st.lists(st.text(alphabet="abc ", max_size=6), min_size=1, max_size=8))
def test_typing_on_finds_what_a_fresh_search_finds(queries: list[str]) -> None:
    names = ("abc", "acb", "bca cab", "aab", "c", "abcabc")
    all_of_them = [dossier(name, company=name) for name in names]
    typed = Index()
    typed.renew(all_of_them)
    for query in queries:
        fresh = Index()
        fresh.renew(all_of_them)
        assert typed.find(words_of(query)) == fresh.find(words_of(query))


def applied(days_ago: int) -> Card:
    """The card of an application sent so many days ago."""
    sent = datetime(2026, 5, 14 - days_ago, 9, tzinfo=UTC)
    opportunity = Opportunity(
        id=OpportunityId("o"), company="Kestrel", applied_at=sent, created_at=sent
    )
    moment = Moment(now=NOW, zone=UTC, zone_of=lambda _name: None)
    lanes = lay_out([Dossier(opportunity=opportunity)], moment)
    return next(card for lane in lanes for card in lane.cards)


def test_what_waits_is_what_is_not_to_be_sent_yet() -> None:
    fresh = applied(1)
    assert passes(fresh, Show.ALL)
    assert passes(fresh, Show.WAITING)
    assert not passes(fresh, Show.TO_SEND)
    late = replace(fresh, tint=Tint.LATE)
    assert passes(late, Show.TO_SEND)
    assert not passes(late, Show.WAITING)
    assert passes(replace(fresh, tint=Tint.TODAY), Show.TO_SEND)
    asked = replace(fresh.step, kind=StepKind.ADD_DETAILS)
    assert not passes(replace(fresh, tint=Tint.TODAY, step=asked), Show.TO_SEND)
    assert not passes(replace(fresh, tint=Tint.CLOSED), Show.WAITING)
