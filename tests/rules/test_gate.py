"""The gate: an open placeholder and a missing highlight, and nothing that only looks like one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rules.gate import Gap, GapKind, gate
from rules.quoting import Original
from rules.records import Dossier, MessageKind, PersonId
from tests.rules.letters import letter, panel, topic

A = PersonId("A")
HIGHLIGHT = Gap(GapKind.HIGHLIGHT)
ANSWER = MessageKind.ANSWER


def gaps(body: str, kind: MessageKind = ANSWER, dossier: Dossier | None = None) -> list[str]:
    """The open placeholders of a body."""
    found = gate("Subject", body, dossier or panel(), A, kind)
    return [one.text for one in found if one.kind is GapKind.PLACEHOLDER]


def test_a_fresh_letter_with_a_name_and_a_highlight_passes() -> None:
    dossier = panel()
    one = letter(dossier)
    assert gate(one.subject, one.body, dossier, A, MessageKind.THANK_YOU) == ()


@pytest.mark.parametrize(
    "hole",
    ["[your name]", "{{role}}", "${name}", "%(name)s", "<<name>>", "«name»", "{Company}",
     "<your name>", "XXX", "TBD", "TODO", "lorem ipsum", "____", "???"],
)  # fmt: skip
def test_a_placeholder_is_found_where_it_stands(hole: str) -> None:
    assert gaps(f"Hello {hole}, and again {hole}.") == [hole]
    assert gate(hole, "Hello.", panel(), A, ANSWER) == (Gap(GapKind.PLACEHOLDER, hole),)


@pytest.mark.parametrize(
    "text",
    ["see [1] and [sic] and [...] and […]", "[the map](https://x.example)", "a < b > c",
     "https://x.example/?q={Name}[of-it]", "Really? Yes? What?", "snake_case __init__", "a {1} b"],
)  # fmt: skip
def test_what_only_looks_like_a_placeholder_is_left(text: str) -> None:
    assert gaps(text) == []


def test_a_recorded_name_that_looks_like_a_placeholder_is_a_name() -> None:
    dossier = panel(company="[untitled]")
    dossier = replace(dossier, highlights=(topic("the {Name} field", "A"),))
    assert gaps("I like [untitled] and the {Name} field.", dossier=dossier) == []
    assert gaps("I like [untitled] and [your name].", dossier=dossier) == ["[your name]"]


def test_a_thank_you_without_a_highlight_is_asked_for_one() -> None:
    dossier = replace(panel(), highlights=())
    body = letter(dossier).body
    for kind in (MessageKind.THANK_YOU, MessageKind.THANKS_AND_QUESTION):
        assert gate("x", body, dossier, A, kind) == (HIGHLIGHT,)
    for kind in (MessageKind.PASS_ON, MessageKind.CHECK_IN, MessageKind.ANSWER):
        assert gate("x", body, dossier, A, kind) == ()


def test_a_highlight_counts_when_the_letter_speaks_of_it_and_it_is_not_anothers() -> None:
    dossier = panel()
    thanks = MessageKind.THANK_YOU
    assert gate("x", "Thank you. Leeds, what a move!", dossier, A, thanks) == ()
    assert gate("x", "Thank you for it.", dossier, A, thanks) == (HIGHLIGHT,)
    assert gate("x", "Skipping plan setup is Daniel's.", dossier, A, thanks) == (HIGHLIGHT,)
    unticked = replace(dossier, highlights=(topic("night trains"),))
    assert gate("x", "Those night trains!", unticked, A, thanks) == ()


def test_the_quoted_original_is_not_looked_at() -> None:
    original = Original(
        text="[old hole]",
        sent_at=datetime(2026, 5, 14, tzinfo=UTC),
        to_name="",
        subject="",
        attribution="On Thu 14 May 2026, I wrote:",
    )
    whole = "Hello.\n\nOn Thu 14 May 2026, I wrote:\n> [old hole]"
    assert gate("x", whole, panel(), A, MessageKind.CHECK_IN, original) == ()
