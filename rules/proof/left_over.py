"""Names of another application, left over from its letter (N07)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.proof.finding import Finding, Part, Severity
from rules.proof.forms import PARTICLES, bare, company_forms
from rules.proof.names import folded_words
from rules.proof.reading import Reading
from rules.proof.record import CALENDAR_WORDS, PLACES
from rules.proof.text import fold

_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True)
class _Name:
    """A name of another application, or a part of one that may stand alone."""

    name: str
    whole: bool
    company: bool


def whole_word(name: str) -> re.Pattern[str]:
    """Where exactly that name stands, and not as a part of a word, link or address."""
    return re.compile(rf"(?<![\w@./-]){re.escape(name)}(?![\w@]|\.\w|-\w)")


def left_over(read: Reading) -> Iterator[Finding]:
    """N07."""
    text = f"{read.letter.subject}\n{read.own}"
    there = {one for one in _names(read, text) if one.name in text}
    taken: list[tuple[Part, int, int]] = []
    for one in sorted(there, key=lambda one: (-len(one.name), not one.whole, one.name)):
        words = folded_words(one.name)
        if not words or _ours(read, fold(one.name), words):
            continue
        if not one.whole and words[0] in PLACES:
            continue
        for part in (Part.SUBJECT, Part.BODY):
            for hit in whole_word(one.name).finditer(_of(read, part)):
                if any(p is part and a <= hit.start() < b for p, a, b in taken):
                    continue
                severity = _severity(read, part, hit, one, words)
                if severity:
                    taken.append((part, *hit.span()))
                    yield _found(read, part, hit, severity, one)


def _names(read: Reading, text: str) -> Iterator[_Name]:
    """Names of other applications of which a word, at least, is in the text."""

    there = set(_TOKEN.findall(text))

    def touches(name: str) -> bool:
        # With hundreds of applications on record, nearly every name ends here.
        return not there.isdisjoint(_TOKEN.findall(name))

    for pursuit in read.letter.others:
        for company in company_forms(pursuit.company) if touches(pursuit.company) else ():
            yield _Name(company, True, True)
            first = company.split(" ", 1)[0]
            if len(first) > 4 and first != company:
                yield _Name(first, False, True)
        for person in filter(touches, pursuit.people):
            words = bare(person)
            if len(words) > 1:
                yield _Name(" ".join(words), True, False)
            for word in words:
                if len(word) > 2 and fold(word) not in PARTICLES:
                    yield _Name(word, len(words) == 1, False)


def _of(read: Reading, part: Part) -> str:
    return read.letter.subject if part is Part.SUBJECT else read.own


def _found(
    read: Reading, part: Part, hit: re.Match[str], severity: Severity, one: _Name
) -> Finding:
    found_in = read.subject if part is Part.SUBJECT else read.body
    reason = (
        "The name belongs to another application."
        if one.company
        else "Somebody of another application."
    )
    return found_in("N07", severity, hit.span(), reason)


def _ours(read: Reading, name: str, words: tuple[str, ...]) -> bool:
    """Whether this application, its notes or the person's own past know the name too."""
    if all(word in read.record.names for word in words):
        return True
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", read.record.on_record) is not None


def _severity(
    read: Reading, part: Part, hit: re.Match[str], one: _Name, words: tuple[str, ...]
) -> Severity | None:
    """None where an everyday word is only a word."""
    if not all(read.record.is_word(word) for word in words):
        return Severity.FIX if one.whole else Severity.CONSIDER
    if not _stands_as_name(read, part, hit, words):
        return None
    several = one.whole and sum(word[0].isupper() for word in hit[0].split()) > 1
    return Severity.FIX if several and not _in_longer_name(hit) else Severity.CONSIDER


def _stands_as_name(read: Reading, part: Part, hit: re.Match[str], words: tuple[str, ...]) -> bool:
    """Everyday words are a name only where nothing else asks for their capital."""
    if not hit[0][0].isupper() or (len(words) == 1 and words[0] in CALENDAR_WORDS):
        return False
    if part is Part.SUBJECT:
        return hit.start() > 0 and not hit.string.istitle()
    if len(words) > 1:
        return True
    return not read.text.opens_sentence(hit.start()) and not _in_longer_name(hit)


def _in_longer_name(hit: re.Match[str]) -> bool:
    before, behind = hit.string[: hit.start()][-14:], hit.string[hit.end() :][:14]
    return bool(re.search(r"[A-Z]\w+ $", before) or re.match(r" [A-Z]\w+", behind))
