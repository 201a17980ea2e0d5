"""Highlights: whatever completes "We talked about ..." reads well, goes in and comes out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.highlights import (
    content_words,
    is_greeting,
    is_sign_off,
    phrase,
    said_in,
    sentence,
    tick,
    untick,
)
from rules.records import MessageKind, Tone
from rules.starting_words import is_common_start

THANKS = MessageKind.THANK_YOU
BODY = "Hi Daniel,\n\nThank you for your time.\n\nMore.\n\nWarm regards,\nMaya"


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("the move to Leeds", "the move to Leeds"),
        ("The move to Leeds.", "the move to Leeds"),
        ("Skipping plan setup", "skipping plan setup"),
        ("People who join with a carer", "people who join with a carer"),
        ("Kubernetes at the edge", "Kubernetes at the edge"),
        ("Leeds office", "Leeds office"),
        ("Reading station", "Reading station"),
        ("Boeing and Airbus", "Boeing and Airbus"),
        ("API versions!", "API versions"),
        ("We talked about the move to Leeds", "the move to Leeds"),
        ("discussed how you test", "how you test"),
        ("  your\r\n map  ", "your map"),
        ("...", ""),
        ("", ""),
    ],
)
def test_what_was_typed_is_set_into_the_middle_of_a_sentence(typed: str, stands: str) -> None:
    assert phrase(typed) == stands


def test_only_common_words_lose_their_capital() -> None:
    assert is_common_start("The")
    assert is_common_start("Migrating")
    assert not is_common_start("the")
    assert not is_common_start("iPhone")
    assert not is_common_start("KING")
    assert not is_common_start("Turing")
    assert not is_common_start("Ping")
    assert not is_common_start("")


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("kind", [THANKS, MessageKind.CHECK_IN])
def test_a_sentence_opens_large_ends_once_and_holds_the_phrase(
    tone: Tone, kind: MessageKind
) -> None:
    for turn in range(4):
        for nth in range(4):
            one = sentence("How you test.", kind=kind, tone=tone, turn=turn, nth=nth)
            assert "how you test" in one
            assert one[0].isupper()
            assert one.endswith(".")
            assert not one.endswith("..")
    assert sentence(" . ", kind=kind, tone=tone) == ""


def test_three_people_get_three_forms() -> None:
    for tone in Tone:
        forms = {sentence("x", kind=THANKS, tone=tone, turn=turn) for turn in range(3)}
        assert len(forms) == 3


def test_a_tick_goes_to_the_end_of_the_first_paragraph() -> None:
    ticked = tick(BODY, "the move", kind=THANKS, tone=Tone.WARM)
    assert ticked.split("\n\n")[1] == (
        "Thank you for your time. Talking about the move was a real pleasure."
    )
    assert tick(ticked, "The move.", kind=THANKS, tone=Tone.BRIEF, turn=2) == ticked
    assert tick(ticked, "", kind=THANKS, tone=Tone.WARM) == ticked


def test_a_second_tick_follows_the_first_wherever_it_was_moved() -> None:
    one = tick("Hi,\n\nAll.", "trains", kind=THANKS, tone=Tone.WARM)
    moved = one.replace("All. ", "All.\n\nAnd then. ")
    two = tick(moved, "boats", kind=THANKS, tone=Tone.WARM)
    assert two == (
        "Hi,\n\nAll.\n\nAnd then. Talking about trains was a real pleasure. "
        "It was good that we also got to talk about boats."
    )
    assert untick(untick(two, "trains"), "boats") == "Hi,\n\nAll.\n\nAnd then."


def test_a_tick_stands_before_the_signature_and_in_an_empty_letter() -> None:
    bare = "Hi Daniel,\n\nWarm regards,\nMaya"
    ticked = tick(bare, "trains", kind=THANKS, tone=Tone.WARM)
    assert ticked.split("\n\n")[1] == "Talking about trains was a real pleasure."
    assert untick(ticked, "trains") == bare
    empty = tick("", "trains", kind=THANKS, tone=Tone.WARM)
    assert empty == "Talking about trains was a real pleasure."
    assert untick(empty, "trains") == ""
    only = tick("Hi,", "trains", kind=THANKS, tone=Tone.WARM)
    assert untick(only, "trains") == "Hi,"


def test_an_edited_sentence_is_not_removed() -> None:
    ticked = tick(BODY, "the move", kind=THANKS, tone=Tone.WARM)
    edited = ticked.replace("a real pleasure", "a great pleasure")
    assert untick(edited, "the move") == edited
    assert untick(ticked, "another thing") == ticked
    assert untick(ticked, "") == ticked


def test_a_sentence_comes_out_of_any_place() -> None:
    said = sentence("boats", kind=THANKS, tone=Tone.BRIEF)
    assert untick(f"A. {said} B.", "boats") == "A. B."
    assert untick(f"{said} B.", "boats") == "B."
    assert untick(f"A.\n{said}\nB.", "boats") == "A.\n\nB."
    assert untick(f"A.\n\n{said} B.", "boats") == "A.\n\nB."
    assert untick(f"A.\n\n{said}\n\nB.", "boats") == "A.\n\nB."
    assert untick(f"A. {said}\n\nB.", "boats") == "A.\n\nB."


def test_what_was_typed_is_no_pattern() -> None:
    for typed in ("a+b (.*)", "{} {0}", "\\1 [x]", "{{role}}"):
        ticked = tick(BODY, typed, kind=THANKS, tone=Tone.FORMAL)
        assert typed in ticked
        assert untick(ticked, typed) == BODY


def test_a_letter_speaks_of_a_highlight_by_its_words_or_two_of_them() -> None:
    assert said_in("the move to Leeds", "Hearing about THE MOVE to Leeds was good.")
    assert said_in("skipping plan setup", "letting members skip their plan setup")
    assert said_in("Café tests", "we tested in the cafe")
    assert not said_in("skipping plan setup", "I plan to write more.")
    assert said_in("Kubernetes", "On Kubernetes, too.")
    assert not said_in("how you do it", "I do it.")
    assert not said_in("", "anything")
    assert said_in("李さんの地図", "先日の李さんの地図")
    assert content_words("the team's testing boxes") == {"team", "test", "box"}


def test_greeting_and_signature_are_known_by_their_comma() -> None:
    assert is_greeting("Dear Dr Jane Smith,")
    assert not is_greeting("Hi,\nthere,")
    assert not is_greeting("Thank you for it.")
    assert is_sign_off("Best wishes,\nMaya")
    assert not is_sign_off("Thank you for your time, which I enjoyed.")


@settings(max_examples=100)
@given(st.text(max_size=40), st.sampled_from(list(Tone)), st.integers(0, 5))
def test_unticking_takes_back_a_tick(text: str, tone: Tone, turn: int) -> None:
    ticked = tick(BODY, text, kind=THANKS, tone=tone, turn=turn)
    assert untick(ticked, text) == BODY
