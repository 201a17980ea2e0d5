"""Templates: one pass, whole sentences, and nothing that was typed is ever read as a mark."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.templates import clean, fill, placeholders, unknown


def body(text: str, turn: int = 0, **values: str) -> str:
    """The body that a template's paragraphs give."""
    return fill(f"Subject: x\n\n{text}", values, turn).body


def test_sentences_of_a_paragraph_are_joined_and_paragraphs_kept_apart() -> None:
    filled = fill("Subject: Hello {{name}}\n\nOne.\nTwo {{name}}.\n\n\nThree.\n", {"name": "Ana"})
    assert filled.subject == "Hello Ana"
    assert filled.body == "One. Two Ana.\n\nThree."


def test_a_sentence_without_its_value_goes_and_an_empty_paragraph_with_it() -> None:
    assert body("One.\nFrom {{a}}.\n\nOnly {{a}}.\n\nTwo.", a="") == "One.\n\nTwo."


def test_the_next_in_line_stands_in_for_a_sentence_that_goes() -> None:
    text = "{{a}} and {{b}}.\n/ {{b}}.\n/ Neither."
    assert body(text, a="A", b="B") == "A and B."
    assert body(text, a="", b="B") == "B."
    assert body(text, a="", b="") == "Neither."


def test_words_in_double_brackets_go_alone() -> None:
    assert body("Thanks[[ {{day}}]][[ for {{role}}]].", day="today", role="") == "Thanks today."
    assert body("Thanks[[ always]].") == "Thanks always."


def test_a_backslash_breaks_the_line_and_none_is_left_at_the_end() -> None:
    assert body("Yours,\\\n{{name}}\\\n{{phone}}", name="Ana", phone="") == "Yours,\nAna"
    assert body("Yours,\\\n{{name}}\\\n{{phone}}", name="Ana", phone="1") == "Yours,\nAna\n1"


def test_each_turn_has_its_wording_and_falls_back_within_it() -> None:
    text = "| a\n| b {{x}}\n/ b\n| c\nEnd."
    assert [body(text, turn, x="") for turn in range(4)] == ["a End.", "b End.", "c End.", "a End."]
    assert body(text, 1, x="1") == "b 1 End."


def test_turns_seldom_share_more_than_one_wording() -> None:
    text = "| a\n| b\n| c\n--\n| d\n| e\n| f\n--\n| g\n| h\n| i"
    dealt = [body(text, turn).split() for turn in range(9)]
    assert len({tuple(one) for one in dealt}) == 9
    for n, one in enumerate(dealt):
        for other in dealt[:n]:
            assert len(set(one) & set(other)) <= 1


def test_a_plain_sentence_parts_two_sets_of_wordings() -> None:
    assert body("| a\n| b\nmiddle\n| c\n| d", 1) == "b middle d"


def test_a_template_may_come_without_a_subject_or_with_other_line_ends() -> None:
    assert fill("Hello.\n\nYou.", {}).subject == ""
    assert fill("Hello.\n\nYou.", {}).body == "Hello.\n\nYou."
    assert fill("Subject: a\r\n\r\nHello.\r\n", {}).body == "Hello."
    assert fill("", {}).body == ""
    assert body("/ first").startswith("/ first")
    assert body("--\na\n--") == "a"


def test_a_full_stop_is_not_doubled() -> None:
    assert body("I like {{a}}.", a="Acme Inc.") == "I like Acme Inc."
    assert body("I like {{a}}.", a="Acme") == "I like Acme."


def test_an_unknown_placeholder_stays_open() -> None:
    assert body("Hello {{ nobody }}.\nBye {{a}}", a="you") == "Hello {{ nobody }}. Bye you"
    assert placeholders("{{a}} {{ b }}") == {"a", "b"}
    assert unknown("{{a}} {{b}}", ["a"]) == {"b"}


@pytest.mark.parametrize(
    "typed", ["{{role}}", "[[ {{role}}]]", "/ x", "| x", "--", "\\", "{0.__class__}", r"\1 \g<0>"]
)
def test_what_was_typed_is_never_read_as_a_mark(typed: str) -> None:
    assert body("A {{name}} B.\n{{role}}", name=typed, role="cook") == f"A {typed} B. cook"


def test_text_is_cleaned_to_one_visible_line() -> None:
    assert clean(" Ana\r\nBcc: x\t\x00\u2028 y\u202e\ufeff\u200b ") == "Ana Bcc: x y"
    assert clean("\u00a0Jose\u0301\u3000") == "Jos\u00e9"
    assert clean("\ud800a") == "a"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"


@settings(max_examples=80)
@given(st.text(), st.text(), st.integers(0, 50))
def test_any_template_and_value_give_text(template: str, value: str, turn: int) -> None:
    filled = fill(template, {"a": value}, turn)
    assert "\n" not in filled.subject
    assert clean(clean(value)) == clean(value)
