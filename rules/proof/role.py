"""The role: named, and spelt as on record (N14)."""

from collections.abc import Iterator

from rules.proof.finding import Finding, Severity
from rules.proof.names import folded_words
from rules.proof.reading import APPLICATION, SECOND, THANKS, Reading
from rules.proof.text import WORD, Span, distance, fold

_SENIORITY = frozenset(
    "senior sr junior jr lead principal staff associate assistant head chief deputy graduate"
    " trainee intern i ii iii iv v the of and for a an in to mid level entry".split()
)


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
    said = {found[0] for found in WORD.finditer(read.folded)}
    said |= {part for one in said if "-" in one for part in one.split("-")}
    said |= {one.removesuffix("s") for one in said}
    there = sum(one in said or one.removesuffix("s") in said for one in core)
    asked = read.letter.kind in APPLICATION | SECOND
    if 2 * there < len(core) and (asked or read.letter.kind in THANKS):
        severity = Severity.FIX if asked and not there else Severity.CONSIDER
        yield read.body("N14", severity, None, f"The role, {read.letter.role}, is never named.")


def _misspelt(read: Reading, core: list[str]) -> tuple[Span, str] | None:
    """A word that is nearly one of the role's, and none of the language."""
    recorded = {fold(hit[0]): hit[0] for hit in WORD.finditer(read.letter.role)}
    long = [one for one in core if len(one) > 5]
    for start, end in read.own_words:
        word = fold(read.own[start:end])
        for one in long:
            alike = word[0] == one[0] and abs(len(word) - len(one)) < 3
            if alike and 0 < distance(word, one, 2) < 3 and not _another_word(read, word, one):
                right = recorded[one]
                return (start, end), right if read.own[start].isupper() else right.lower()
    return None


def _another_word(read: Reading, word: str, core: str) -> bool:
    """A word in its own right: in the dictionary, on record, or the same with an ending."""
    stem = word.removesuffix("'s")
    if stem in {core, core + "s", core.removesuffix("s")} or stem in read.record.vocabulary:
        return True
    return read.record.is_word(word) or (
        read.record.speller is None and word[-2:] in {"ed", "ng", "er", "or"}
    )
