"""How long a letter is: its own words, and the advice that its kind calls for."""

import pytest

from rules.length import length_advice, own_words, range_of, word_count
from rules.records import MessageKind

LETTER = "Hi Daniel,\n\nThank you for it.\n\nIt's well-known.\n\nWarm regards,\nMaya Ferrer"


def test_words_are_counted_with_and_without_greeting_and_signature() -> None:
    assert word_count(LETTER) == 2 + 4 + 2 + 4
    assert own_words(LETTER) == 6
    assert own_words("Just this text") == 3
    assert own_words("") == 0
    assert own_words("Hi Daniel,") == 0


def test_the_quoted_original_is_not_counted() -> None:
    assert own_words(f"{LETTER}\n\nOn Thu 14 May 2026, Maya Ferrer wrote:\n> Hi\n>\n> You") == 6


@pytest.mark.parametrize(
    ("kind", "variant", "words", "advice"),
    [
        (MessageKind.THANK_YOU, "", 59, "short"),
        (MessageKind.THANK_YOU, "", 60, "good"),
        (MessageKind.THANK_YOU, "", 220, "good"),
        (MessageKind.THANK_YOU, "", 221, "long"),
        (MessageKind.THANK_YOU, "phone_screen", 35, "good"),
        (MessageKind.THANK_YOU, "late", 29, "short"),
        (MessageKind.CHECK_IN, "", 151, "long"),
        (MessageKind.ANSWER, "", 10, "good"),
        (MessageKind.THANK_YOU, "card", 130, "good"),
        (MessageKind.CHECK_IN, "call", 76, "long"),
    ],
)
def test_advice_follows_the_kind(kind: MessageKind, variant: str, words: int, advice: str) -> None:
    assert length_advice(kind, variant, words) == advice


def test_every_kind_has_a_range_with_the_aim_inside() -> None:
    for kind in MessageKind:
        for variant in ("", "late", "same_day", "phone_screen", "pass_on"):
            one = range_of(kind, variant)
            assert one.fair[0] <= one.aim[0] < one.aim[1] <= one.fair[1]
