"""Punctuation that a pattern decides (W04)."""

import re
from collections.abc import Iterator

from rules.proof.finding import Finding, Severity
from rules.proof.reading import Reading
from rules.proof.text import WORD, Span, fold

_SPACE_BEFORE = re.compile(r"(?<=[\w)\"'\u201d\u2019])[ \t]+(?=[,.;:?!](?:\s|$))(?!:[)-]|;\)|\.\.)")
_NO_SPACE = re.compile(r"(?<=[a-z]{2})([,;])(?=[A-Za-z]{2})|(?<=[a-z]{3})([.?!])(?=[A-Z][a-z]+ )")
_TWO_MARKS = re.compile(
    # ".." and ".," follow an abbreviation rightly, and nearly every short word may be one.
    r"(?=[,;.])(?:,{2,}|;{2,}|,\.|(?<=[a-z]{5})\.,(?=\s)|(?<!\.)(?<!\betc)"
    r"(?<!\b[aipe]\.[mge])(?<!\b(?:Inc|Ltd|Bro|Cor))\.\.(?!\.))"
)
_NEEDS_NO_END = tuple(".!?:;,\u2026)\"'\u201d\u2019-\u2014")
_ITEM = re.compile(r"\s*(?:[-*\u2022\u2013]|\d+[.)])\s")
_NUMBERED = re.compile(r"(?<![\w(])[a-zA-Z0-9]{1,2}\)(?=\s)")
_INCH = re.compile(r"(?<=\d)\"")
_CONTINUES = re.compile(
    # After these no new sentence opens.
    r"(?:\.\.\.|[\u2026:;,\u2013\u2014\"\u201d\u2019')-]|\b(?:etc|e\.g|i\.e|approx|incl|excl|max|min|vs|ref|no|a\.m"
    r"|p\.m|[A-Z])\.)$"
)


def punctuation(read: Reading) -> Iterator[Finding]:
    """W04."""
    yield from _misplaced_spaces(read)
    yield from _two_marks(read)
    for span in read.text.paragraphs:
        yield from _end_mark(read, span)
        yield from _halves(read, span)
    yield from _small_openings(read)


def _say(read: Reading, span: Span, reason: str, right: str | None = None) -> Finding:
    return read.body("W04", Severity.CONSIDER, span, reason, right)


def _misplaced_spaces(read: Reading) -> Iterator[Finding]:
    for hit in _SPACE_BEFORE.finditer(read.own):
        span = (hit.start() - 1, hit.end() + 1)
        right = read.own[span[0]] + read.own[hit.end()]
        yield _say(read, span, "No space before it.", right)
    for hit in _NO_SPACE.finditer(read.own, *read.text.prose):
        if not read.text.in_code(hit.start()) and not _dotted_name(read, hit.start()):
            yield _say(read, hit.span(), "A space belongs behind it.", hit[0] + " ")


def _dotted_name(read: Reading, place: int) -> bool:
    """monday.com, Node.js: the dot is part of a name on record."""
    start = max(read.own.rfind(" ", 0, place), read.own.rfind("\n", 0, place)) + 1
    token = fold(read.own[start:].split(maxsplit=1)[0]).strip(".,;:!?)('\"")
    return token.removesuffix("'s") in read.record.written


def _two_marks(read: Reading) -> Iterator[Finding]:
    for hit in _TWO_MARKS.finditer(read.own, *read.text.prose):
        if not read.text.in_code(hit.start()):
            right = "." if hit[0] == ",." else hit[0][-1]
            yield _say(read, hit.span(), "One mark is enough.", right)


def _end_mark(read: Reading, span: Span) -> Iterator[Finding]:
    """A paragraph of several words ends with a mark, but for links and items of a list."""
    text = read.own[slice(*span)].rstrip()
    words = text.split()
    if len(words) < 6 or text.endswith((*_NEEDS_NO_END, "I remain")):
        return
    place = span[0] + len(text)
    if not read.text.in_code(place - 1) and not _ITEM.match(text.splitlines()[-1]):
        where = (place - len(words[-1]), place)
        yield _say(read, where, "The end mark is missing.", words[-1] + ".")


def _halves(read: Reading, span: Span) -> Iterator[Finding]:
    """Brackets and quotes come in twos; "a)" and inches do not."""
    text = _INCH.sub(" ", read.own[slice(*span)])
    if "(" not in text:
        text = _NUMBERED.sub(lambda hit: " " * len(hit[0]), text)
    text = re.sub(r"[:;=]-?[)(]", lambda hit: " " * len(hit[0]), text)
    for left, right in ("()", "[]", "\u201c\u201d", '""'):
        odd = text.count(left) % 2 if left == right else text.count(left) != text.count(right)
        if odd:
            mark = left if text.count(left) > text.count(right) else right
            place = span[0] + text.rindex(mark)
            yield _say(read, (place, place + 1), "Its other half is missing.")


def _small_openings(read: Reading) -> Iterator[Finding]:
    for start, end in read.text.sentences:
        hit = WORD.search(read.own, start, end)
        if hit is None or hit.start() - start > 2 or not hit[0].islower() or hit[0] == "i":
            continue
        if read.text.in_code(start) or _brand(read, start) or _goes_on(read, start):
            continue
        right = hit[0][0].upper() + hit[0][1:]
        yield _say(read, hit.span(), "A sentence opens with a capital.", right)


def _brand(read: Reading, place: int) -> bool:
    """A name on record that begins with a small letter."""
    token = read.own[place:].split(maxsplit=1)[0].strip(".,;:!?)('\"")
    return fold(token).removesuffix("'s") in read.record.written and not read.record.is_word(token)


def _goes_on(read: Reading, start: int) -> bool:
    """After "Hi Priya," in one line, or after an abbreviation, no new sentence opens."""
    if read.text.greeting and read.text.greeting.line[1] > start:
        return True
    if read.own[start] in "-*\u2022(" or read.own[start : start + 2].endswith(")"):
        return True
    return _CONTINUES.search(read.own[:start].rstrip(" ")[-12:]) is not None
