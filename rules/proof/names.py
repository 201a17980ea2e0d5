"""Names of this application, misspelt inside the letter (N06)."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rules.proof.finding import Finding, Severity
from rules.proof.forms import PARTICLES, bare, company_forms, name_words
from rules.proof.reading import Reading
from rules.proof.record import PLACES
from rules.proof.text import WORD, Span, distance, fold

_POSSESSIVE = re.compile(r"['\u2019]s$")


@lru_cache(maxsize=4096)
def folded_words(name: str) -> tuple[str, ...]:
    """The words of a name, for comparing."""
    return tuple(found[0] for found in WORD.finditer(fold(name)))


def misspelt_names(read: Reading) -> Iterator[Finding]:
    """N06: nearly a name on record, and not one; or the name joined or split."""
    names = dict.fromkeys(_recorded(read))
    exact = {fold(name) for name in names} | read.record.vocabulary
    prose = _prose_words(read)
    texts = [fold(read.own[slice(*span)]) for span in prose]
    capitals = [n for n, (start, _) in enumerate(prose) if not read.own[start].islower()]
    seen: set[int] = set()
    for name in names:
        parts = folded_words(name)
        if len("".join(parts)) < 4:
            continue
        for number in range(len(prose)) if name[0].islower() else capitals:
            typed = texts[number : number + len(parts)]
            if len(typed) < len(parts) or not _misspells(read, typed, parts, exact):
                continue
            span = (prose[number][0], prose[number + len(parts) - 1][1])
            if span[0] not in seen and _capital(read.own[slice(*span)], name):
                seen.add(span[0])
                yield _found(read, span, name)
    for name in company_forms(read.letter.company):
        yield from _joined_or_split(read, name)


def _recorded(read: Reading) -> Iterator[str]:
    """Names to look for: the company in full and in short, the people in full and by a word."""
    company = read.letter.company
    yield from company_forms(company)
    words = company_forms(company)[-1].split() if company.strip() else []
    for size in range(len(words) - 1, 1, -1):
        if fold(words[size - 1]) not in PARTICLES and words[size - 1].isalpha():
            yield " ".join(words[:size])
    first = fold(words[0]) if words else ""
    if len(first) > 4 and first not in PLACES and not read.record.is_word(first):
        yield words[0]
    for person in read.record.people:
        yield " ".join(bare(person.name))
        yield " ".join(bare(person.name)[1:])
        yield from name_words(person)


def _prose_words(read: Reading) -> list[Span]:
    """Where the words between greeting and signature stand; names are not looked for elsewhere."""
    greeting = read.text.greeting.line if read.text.greeting else (0, 0)
    signed = read.text.closing.start if read.text.closing else len(read.own)
    return [
        span
        for span in read.own_words
        if not greeting[0] <= span[0] < greeting[1] and span[0] < signed
    ]


def _capital(typed: str, name: str) -> bool:
    """Whether every word has a capital where the name has one."""
    words, recorded = typed.split(), name.split()
    return len(words) == len(recorded) and all(
        not a[0].islower() or not b[0].isupper() for a, b in zip(words, recorded, strict=True)
    )


def _found(read: Reading, span: Span, name: str) -> Finding:
    """The right name, with the "'s" that was typed."""
    tail = _POSSESSIVE.search(read.own[slice(*span)])
    right = name + tail[0] if tail and not _POSSESSIVE.search(name) else name
    return read.body("N06", Severity.FIX, span, f"On record it is written {name}.", right)


def _misspells(
    read: Reading, typed: Sequence[str], parts: Sequence[str], exact: frozenset[str] | set[str]
) -> bool:
    """Whether these words are the name with a slip in them."""
    one, other = " ".join(typed), " ".join(parts)
    plain = one.removesuffix("'s")
    if not other.endswith("s"):
        one = plain
    if {one, plain} & (exact | {other, other.removesuffix("'s")}):
        return False
    most = 1 if len(other.replace(" ", "")) <= 5 else 2
    if one[0] != other[0] and one[1:2] != other[1:2] and one[:2] != other[1::-1]:
        return False
    off = distance(one, other, most)
    if off > most or (one[0] != other[0] and off > 1):
        return False
    if len(parts) > 1:
        wrong = [a for a, b in zip(one.split(" "), parts, strict=True) if a != b]
        known = [
            a in read.record.vocabulary
            or (len(a) < 4 and a not in PARTICLES and read.record.is_word(a))
            for a in wrong
        ]
        return len(wrong) < len(parts) and not any(known)
    if read.record.is_word(one) or other in {one + "es", one + "s"}:
        return other == one + "s" and len(one) > 5 and not read.record.is_word(one)
    return one not in {other + "s", other + "es", other + "n"}


def _joined_or_split(read: Reading, name: str) -> Iterator[Finding]:
    """ "North Wind" for Northwind, and the other way round."""
    parts, whole = folded_words(name), _squeezed(name)
    if len(whole) < 5:
        return
    initials = {whole[0], name[0].lower()}
    opens = [n for n, span in enumerate(read.own_words) if read.own[span[0]].lower() in initials]
    for size in {1, 2, 3} - {len(parts)}:
        for number in opens:
            words = read.own_words[number : number + size]
            span = (words[0][0], words[-1][1])
            typed = read.own[slice(*span)]
            if abs(len(typed) - len(name)) > 4 or _squeezed(typed) != whole:
                continue
            written = "\n" not in typed and any(map(str.isupper, typed))
            hyphened = size == 1 and "-" in typed and "-" in name
            if written and not hyphened and not read.text.in_code(span[0]):
                yield _found(read, span, name)


def _squeezed(name: str) -> str:
    return re.sub(r"[\W_]", "", fold(name).removesuffix("'s"))
