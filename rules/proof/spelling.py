"""Spelling (W01): never-words, words the speller doubts, and a mixture of British and American."""

from collections.abc import Iterator

from rules.proof.finding import Finding, Severity
from rules.proof.letter import Doubt
from rules.proof.never_words import NEVER
from rules.proof.reading import Reading
from rules.proof.stems import stem
from rules.proof.text import distance, fold
from rules.proof.variants import variety_of

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER


def never_words(read: Reading) -> Iterator[Finding]:
    """W01, the part that needs no dictionary."""
    for start, end in read.own_words:
        word = fold(read.own[start:end])
        right = NEVER.get(word)
        if right is None or word in read.record.vocabulary or read.text.in_code(start):
            continue
        if read.own[start].isupper():
            right = right[:1].upper() + right[1:]
        yield read.body("W01", FIX, (start, end), "Misspelt.", right)


def spelling(read: Reading) -> Iterator[Finding]:
    """W01, by the speller: lower-case words of four letters or more with a known word near."""
    begin, end = read.text.prose
    doubts = [one for one in read.doubts if not one.said]
    for number, doubt in enumerate(doubts):
        word = read.own[doubt.start : doubt.end]
        plain = fold(word)
        ours = stem(plain) in read.record.stems or plain in NEVER
        if ours or not (begin <= doubt.start < end) or not _may_be_judged(word):
            continue
        beside = (*doubts[max(0, number - 1) : number], *doubts[number + 1 : number + 2])
        if any(_adjacent(read.own, doubt, other) for other in beside):
            continue  # two unknown words in a row: another language
        if read.quoted(doubt.start) or read.text.in_code(doubt.start):
            continue
        most = 1 if len(word) < 7 else 2
        near = [one for one in doubt.rights if distance(plain, fold(one), most) <= most]
        if near:
            reason = "Not in the dictionary."
            yield read.body("W01", CONSIDER, (doubt.start, doubt.end), reason, near[0])


def grammar(read: Reading) -> Iterator[Finding]:
    """W02, by a speller that knows grammar, too: whatever it gives a reason for."""
    begin, end = read.text.prose
    for doubt in read.doubts:
        told = doubt.said and begin <= doubt.start < end
        if not told or read.quoted(doubt.start) or read.text.in_code(doubt.start):
            continue
        right = doubt.rights[0] if doubt.rights else None
        yield read.body("W02", CONSIDER, (doubt.start, doubt.end), doubt.said, right)


def _adjacent(text: str, one: Doubt, other: Doubt) -> bool:
    return text[min(one.end, other.end) : max(one.start, other.start)] == " "


def _may_be_judged(word: str) -> bool:
    """Small plain letters, four or more: anything else may be a name or another language."""
    return len(word) > 3 and word.isascii() and word.islower()


def mixture(read: Reading) -> Iterator[Finding]:
    """W01, once for the letter: both spellings of English."""
    found: dict[str, tuple[int, int]] = {}
    for start, end in read.own_words:
        word = fold(read.own[start:end])
        variety = variety_of(word)
        if variety and word not in read.record.names and not read.own[start].isupper():
            found.setdefault(variety, (start, end))
    if len(found) == 2:
        first, second = sorted(found.values())
        words = f"{read.own[slice(*first)]} and {read.own[slice(*second)]}"
        yield read.body(
            "W01", CONSIDER, second, f"British and American spelling side by side: {words}."
        )
