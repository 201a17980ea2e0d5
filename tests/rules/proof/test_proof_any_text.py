"""Any text at all: nothing raises, spans fit, offers mend, and the work is bounded."""

import string
from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.proof import CHECKS, Finding, Part, ProofLetter, check, fixed
from rules.proof.reading import Reading
from rules.proof.record import Record
from rules.proof.text import LIMIT, own_end
from tests.rules.proof.desk import APPLIED, CHECK_IN, LETTER, REJECTED, Words

WORDS = Words("the of bread and is to a in oven", teh="the", ovne="oven")
LETTERS = (LETTER, CHECK_IN, APPLIED, REJECTED)
PIECES = st.sampled_from(
    [
        "Dear Priya,", "Hi Pryia,", "Owne", "Northwind Traders", "Kestral Foods", "teh",
        "the the", "recieve", "on Monday", "9 June", "Tuesday, June 8", "today", "yesterday",
        "we met", "thank you", "you said you would reply", "by tomorrow", "please", "!!", "?!",
        ":)", "\U0001f600", "{{name}}", "https://jo", "www.", "attached", "VERY", "I", "i", ",",
        " ,", ".", "..", "(", "\"", "\u201c", "  ", "\t", "\n", "\n\n", "\r\n", "> ",
        "On Mon, 8 Jun 2026, Jo wrote:", "she", "Owen", "Kind regards,", "Jo Larkin", "Mrs",
        "Kitchen Manger", "\u200b", "\ud800", "\u05e9\u05dc\u05d5\u05dd", "\u202e", "&amp;",
        "<br>", "your welcome", "5/6/2026", "\x00", "e\u0301", "Sent from my iPhone",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=40).map("".join),
)


def key(finding: Finding) -> tuple[str, Part, str]:
    return finding.id, finding.part, finding.wrong


def spoilt(letter: ProofLetter, body: str, subject: str, own: bool) -> ProofLetter:
    """That text as the whole letter, or in the midst of a good one."""
    if own:
        return replace(letter, body=body, subject=subject)
    return replace(letter, body=letter.body.replace("\n\n", f"\n\n{body}\n\n", 1), subject=subject)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(LETTERS), TEXTS, TEXTS, st.booleans())
def test_nothing_raises_and_spans_fit(
    letter: ProofLetter, body: str, subject: str, own: bool
) -> None:
    spoilt_letter = spoilt(letter, body, subject[:200], own)
    for one in check(spoilt_letter, WORDS).findings:
        if one.span is not None:
            text = spoilt_letter.subject if one.part is Part.SUBJECT else spoilt_letter.body
            start, end = one.span
            assert 0 <= start <= end <= len(text)
            assert text[start:end] == one.wrong


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(LETTERS), st.lists(PIECES, min_size=1, max_size=12).map(" ".join))
def test_an_offer_removes_its_finding_and_adds_no_fix(letter: ProofLetter, body: str) -> None:
    bad = spoilt(letter, body, letter.subject, own=False)
    report = check(bad, WORDS)
    before = [key(one) for one in report.findings]
    for one in report.findings:
        if one.right is None or one.span is None:
            continue
        after = check(fixed(bad, one), WORDS)
        assert [key(two) for two in after.findings].count(key(one)) < before.count(key(one))
        left = list(before)
        for two in after.fixes:
            assert key(two) in left
            left.remove(key(two))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_only_the_rows_of_the_original_speak_of_the_quote(quote: str) -> None:
    """The own text stays; whatever is quoted below, the other rows find the same."""
    own = CHECK_IN.body[: own_end(CHECK_IN.body)]
    quoted = "> " + quote.replace("\r", "\n").replace("\n", "\n> ")
    letter = replace(CHECK_IN, body=f"{own}{quoted}")
    end = own_end(letter.body)
    for one in check(letter, WORDS).findings:
        assert one.id.startswith("O") or (one.id == "F01" and one.part is Part.SUBJECT), one
        assert one.span is None or one.part is Part.SUBJECT or one.span[1] <= end


BAD = {
    "empty": "",
    "spaces": " " * 50_000,
    "100 kB": "bread and salt. " * 6_400,
    "one word": "a" * 50_000,
    "emoji": "\U0001f600" * 3_000,
    "right to left": "\u05e9\u05dc\u05d5\u05dd " * 3_000,
    "mixed": "a\u05d0\u0431\u4e2d\u0e01 " * 3_000,
    "surrogates": "\ud800\udc00\udfff" * 500,
    "zero width": "\u200b\u200d\ufeff" * 2_000,
    "bidi": "\u202e" * 100 + "abc",
    "lines of Windows": "a\r\nb\r\n" * 3_000,
    "quoted quotes": "> > > x\n" * 3_000,
    "combining": "e\u0301" * 9_000,
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_bad_input_is_answered(text: str) -> None:
    letter = CHECK_IN if "\n" in text or not text else LETTER
    for bad in (
        replace(letter, body=text),
        replace(letter, subject=text[:5_000]),
        replace(letter, body=f"{letter.body}\n{text}"),
    ):
        report = check(bad, WORDS)
        assert report.cut is (own_end(bad.body) > LIMIT)
        assert bool(report.fixes) or bad.body != text


# Beginnings of what the patterns look for, without their end.
SEEDS = (
        "(", "\"", "!", ". ", "Dear ", "\n", "\t", " ", "www.", "https://", "1/", "a.", "I'",
        "On ", "x@", "May 3 ", "Monday ", "-", "_", "[a", "{{", "<<", "{a", "very ", "in in ",
        "the the ", "A B C ", "Aa", "attached ", "you said you would ", "I would take any job ",
        "From: a\nTo: b\n", "Priya ", "she he ", ". . ", "a ,b ", "(555) ", "thank you for ",
        "I am the 3rd of ", "i will answer by ", "please find see ", "still haven't heard ",
        "this note is ", "Kind regards, ", "Ltd. ", "5 6 ", "http:", "&#1", "Sent from ", "a'a",
        "a-a", "should have ", "we met on ", "by by ", "?! ",
)  # fmt: skip


def cost(letter: ProofLetter, number: int) -> float:
    """The least processor time of two looks by one check."""
    one = CHECKS[number]

    def once() -> float:
        read = Reading(letter, Record(letter, WORDS))
        start = process_time()
        for _ in one.look(read):
            pass
        return process_time() - start

    return min(once(), once())


@pytest.mark.parametrize("seed", SEEDS)
def test_no_pattern_runs_away(seed: str) -> None:
    """Four times the text takes a check nothing like sixteen times as long.

    What is quick anyway is not compared: a hundredth of a second tells nothing.
    """
    for number, one in enumerate(CHECKS):
        large = cost(
            replace(CHECK_IN, body=seed * (LIMIT // len(seed)), subject=seed * 200), number
        )
        if large < 0.05:
            continue
        quarter = LIMIT // len(seed) // 4
        small = cost(replace(CHECK_IN, body=seed * quarter, subject=seed * 50), number)
        assert large < 12 * max(small, 0.004), (one.id, large, small)


def test_the_alphabet_is_read() -> None:
    body = f"Dear Priya,\n\n{string.printable}\n\nKind regards,\nJo Larkin"
    assert check(replace(LETTER, body=body), WORDS).findings
