"""The role: named, and spelt as on record (N14)."""

import re
from collections.abc import Iterator

from rules.proof.finding import Finding, Severity
from rules.proof.names import folded_words
from rules.proof.reading import APPLICATION, SECOND, THANKS, Reading
from rules.proof.text import WORD, Span, distance, fold

_SENIORITY = frozenset(
    "senior sr junior jr lead principal staff associate assistant head chief deputy graduate"
    " trainee intern i ii iii iv v the of and for a an in to mid level entry".split()
)
_JOB = r"(?:role|position|job|post|opening|vacancy|place|work|team)\b"


def role_title(read: Reading) -> Iterator[Finding]:
    """N14."""
    words = folded_words(read.letter.role)
    core = [one for one in words if one not in _SENIORITY] or list(words)
    if not core or read.letter.on_paper:
        return
    if misspelt := _misspelt(read, core):
        span, right = misspelt
        reason = f"On record the role is {read.letter.role}."
        yield read.body("N14", Severity.CONSIDER, span, reason, right)
        return
    said = set(_plain_words(read.folded))
    there = [one for one in core if one in said or one.removesuffix("s") in said]
    asked = read.letter.kind in APPLICATION | SECOND
    if not _named(read, core, there) and (asked or read.letter.kind in THANKS):
        severity = Severity.FIX if asked and not there else Severity.CONSIDER
        yield read.body("N14", severity, None, f"The role, {read.letter.role}, is never named.")


def _plain_words(text: str) -> Iterator[str]:
    """Each word of a folded text, its parts, and both without the s of a plural."""
    for found in WORD.finditer(text):
        for word in {found[0], *found[0].split("-")}:
            yield word
            yield word.removesuffix("s")


def _named(read: Reading, core: list[str], there: list[str]) -> bool:
    """By its last word, by most of its words, or as "the kitchen job"."""
    if core[-1] in there or 2 * len(there) > len(core):
        return True
    return any(re.search(rf"\b{re.escape(one)} {_JOB}", read.folded) for one in there)


def _misspelt(read: Reading, core: list[str]) -> tuple[Span, str] | None:
    """A word that is nearly one of the role's, and none of the language or beside the others."""
    recorded = {fold(hit[0]): hit[0] for hit in WORD.finditer(read.letter.role)}
    long = [one for one in core if len(one) > 5]
    before = ""
    for start, end in read.own_words:
        word = fold(read.own[start:end])
        for one in long:
            alike = word[0] == one[0] and abs(len(word) - len(one)) < 3
            if alike and 0 < distance(word, one, 2) < 3 and not _with_ending(read, word, one):
                beside = before in core and before != one and read.own[start].isupper()
                if beside or not _of_the_language(read, word):
                    right = recorded[one]
                    return (start, end), right if read.own[start].isupper() else right.lower()
        before = word
    return None


def _with_ending(read: Reading, word: str, core: str) -> bool:
    """The word of the role with an ending, or another word on record."""
    stem = word.removesuffix("'s")
    return stem in {core, core + "s", core.removesuffix("s")} or stem in read.record.vocabulary


def _of_the_language(read: Reading, word: str) -> bool:
    if read.record.speller is None:
        return word[-2:] in {"ed", "ng", "er", "or"}
    return read.record.is_word(word)
