"""A template is looked at before it is kept, and what is wrong is named with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.letter_values import Case, values_for
from rules.records import MessageKind, Profile, Tone
from rules.spelling import american
from rules.template_check import (
    LONGEST,
    PLACEHOLDERS,
    Fault,
    Problem,
    TemplateError,
    near,
    problems,
    tidy,
)
from rules.templates import fill, placeholders
from tests.rules.dossiers import case, when
from tests.rules.letters import TEMPLATES

GOOD = "Subject: Thank you, {{company}}\n\nHi {{greeting_name}},\n\nThank you.\n"


def test_the_placeholders_are_those_a_record_gives() -> None:
    given_by_a_record = values_for(
        Case(
            dossier=case(),
            kind=MessageKind.ANSWER,
            person=None,
            tone=Tone.WARM,
            moment=when("05-14 15:20"),
            profile=Profile(),
            round=None,
            original=None,
        )
    )
    assert set(PLACEHOLDERS) == set(given_by_a_record)


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_every_shipped_template_passes_and_is_tidy(name: str) -> None:
    assert problems(TEMPLATES[name]) == ()
    assert tidy(TEMPLATES[name]) == TEMPLATES[name]


def only(text: str) -> Problem:
    """The one thing wrong with a text."""
    found = problems(tidy(text))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("written", "what", "meant"),
    [
        ("{{compny}}", "compny", "company"),
        ("{{Company}}", "Company", "company"),
        ("{{first_name}}", "first_name", "greeting_name"),
        ("{{ greeting }}", "greeting", "greeting_name"),
        ("{{zzz}}", "zzz", ""),
    ],
)
def test_an_unknown_placeholder_is_named_with_the_one_it_was_meant_for(
    written: str, what: str, meant: str
) -> None:
    found = only(f"{GOOD}More about {written}.")
    assert found == Problem(fault=Fault.UNKNOWN, line=6, what=what, near=meant)


@pytest.mark.parametrize(
    ("written", "what", "meant"),
    [
        ("{company}", "{company}", "company"),
        ("{{company}", "{{company}", "company"),
        ("{{the role}}", "{{the role}}", "the_role"),
        ("{{}}", "{{}}", ""),
        ("}}", "}}", ""),
        ("{{", "{{", ""),
    ],
)
def test_curly_brackets_that_are_no_placeholder_are_shown(
    written: str, what: str, meant: str
) -> None:
    found = only(f"{GOOD}\nWith {written}")
    assert found == Problem(fault=Fault.BROKEN, line=7, what=what, near=meant)


@pytest.mark.parametrize("written", ["a [[ b", "a ]] b", "[[ a [[ b ]] c ]]"])
def test_square_brackets_come_in_pairs(written: str) -> None:
    assert only(GOOD + written).fault is Fault.UNPAIRED


def test_single_square_brackets_and_pairs_are_plain_words() -> None:
    assert problems(f"{GOOD}[a] [[about {{{{role}}}}]] and [[more]]\n") == ()


@pytest.mark.parametrize(
    "written", ["", "Hello\n\nthere", "subject: x\n\nHi", "Subject:\n\nHi", "Subject: \n\n\nHi"]
)
def test_a_letter_begins_with_its_subject(written: str) -> None:
    assert only(written).fault is Fault.NO_SUBJECT


@pytest.mark.parametrize("written", ["Subject: x", "Subject: x\nHi,", "Subject: x\n \n  \n"])
def test_below_the_subject_stands_a_text(written: str) -> None:
    assert only(written).fault is Fault.NO_BODY


def test_a_fallback_needs_a_sentence_above_it() -> None:
    found = only(f"{GOOD}\n/ else this\n/ or that\n")
    assert (found.fault, found.line) == (Fault.NOTHING_ABOVE, 7)
    assert problems(f"{GOOD}\nThis {{{{role}}}}\n/ else this\n/ or that\n") == ()


def test_a_whole_book_is_no_letter() -> None:
    assert only(GOOD + "word " * LONGEST).fault is Fault.TOO_LONG


def test_what_is_kept_has_nothing_hidden_in_it() -> None:
    assert tidy("\n\nSubject:  a\u200b b\t\r\n \u202e \r\nHi\x00,\\ \n\n\n") == (
        "Subject: a b\n\nHi ,\\\n"
    )


def test_a_refusal_says_what_is_wrong() -> None:
    found = TemplateError(problems("Subject: x\n\n{{compny}}\n"))
    assert str(found) == "unknown compny"
    assert found.problems[0].near == "company"
    assert near("") == ""


@given(st.text(alphabet="ab {}[]/|\\\n-:S", max_size=60))
def test_what_passes_leaves_no_bracket_in_a_letter(text: str) -> None:
    kept = tidy(f"Subject: x\n\n{text}")
    assert tidy(kept) == kept
    if not problems(kept):
        assert placeholders(kept) <= set(PLACEHOLDERS)
        letter = fill(kept, dict.fromkeys(PLACEHOLDERS, "v"))
        assert "{" not in letter.body
        assert "[[" not in letter.body


def test_american_spelling_keeps_capitals_plurals_and_placeholders() -> None:
    assert american("A favour. Favours, programmes and {{highlight}}") == (
        "A favor. Favors, programs and {{highlight}}"
    )
    for text in TEMPLATES.values():
        assert placeholders(american(text)) == placeholders(text)
        assert american(american(text)) == american(text)
    assert "favor?" in american(TEMPLATES["pass_on.warm"])
