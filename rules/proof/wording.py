"""Slips of the keyboard: a word twice, too much space (W03, W05)."""

import re
from collections.abc import Iterator

from rules.proof.finding import Finding, Severity
from rules.proof.reading import Reading

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
_DOUBLED = re.compile(
    r"(?<![\w'\u2019-])([^\W\d_]+)([ \t]+|[ \t]*\n[ \t]*)\1(?![\w'\u2019-])", re.IGNORECASE
)
_ALLOWED = frozenset("that had very so really is do who no many bye her what on now".split())
_SURE = frozenset("the a an and to of in for with you".split())
_IN_TWICE = re.compile(
    (
        r"(?:log|logged|logging|check|checked|come|came|went|go|call|called|turn|turned|hand"
        r"|step|stepped|fill|tune|phone|sign|signed|drop|dropped|write|wrote|sit|sat|settle"
        r"|settled|settling|let|bring|brought|move|moved|plug|plugged|dial|dialled|dialed|break"
        r"|broke|buy|bought|clock|clocked|get|got|give|hear|ring|rang|rung|send|sent|chime|weigh"
        r"|cash) in$"
    ),
    re.IGNORECASE,
)
_WIDE = re.compile(r"(?<=\S) {2,}(?=\S)")
_OPENS = re.compile(r"[A-Z\u201c\"]")


def doubled(read: Reading) -> Iterator[Finding]:
    """W03."""
    for hit in _DOUBLED.finditer(read.own, *read.text.prose):
        word = hit[1].casefold()
        if word in _ALLOWED or word in read.record.names or read.quoted(hit.start()):
            continue
        in_twice = read.own[max(0, hit.start() - 12) : hit.start() + 2]
        if word == "in" and _IN_TWICE.search(in_twice):
            continue
        both = hit[1][0].isupper() and read.own[hit.end() - len(hit[1])].isupper()
        if not (both and len(hit[1]) > 1):
            severity = FIX if word in _SURE else CONSIDER
            yield read.body("W03", severity, hit.span(), "The same word twice.", hit[1])
    for hit in _DOUBLED.finditer(read.letter.subject):
        if hit[1].casefold() in _SURE:
            yield read.subject("W03", FIX, hit.span(), "The same word twice.", hit[1])


def spaces(read: Reading) -> Iterator[Finding]:
    """W05."""
    kept = _two_always(read)
    for hit in _WIDE.finditer(read.own):
        start, end = hit.span()
        opens = read.own[start - 1] in ".!?" and _OPENS.match(read.own, end)
        if not (opens and kept):
            yield read.body("W05", CONSIDER, (start, end), "One space is enough.", " ")
    for hit in re.finditer(r"\t+", read.own):
        line_start = read.own.rfind("\n", 0, hit.start()) + 1
        right = " " if read.own[line_start : hit.start()].strip() else ""
        yield read.body("W05", CONSIDER, hit.span(), "One space is enough.", right)
    for hit in re.finditer(r"\n(?:[ \t]*\n){3,}", read.own):
        yield read.body("W05", CONSIDER, hit.span(), "One empty line is enough.", "\n\n")


def _two_always(read: Reading) -> bool:
    """Whoever puts two spaces after every full stop means it."""
    two = len(re.findall(r"[.!?] {2}(?=[A-Z\u201c\"])", read.prose))
    one = len(re.findall(r"[.!?] (?=[A-Z\u201c\"])", read.prose))
    return two > 2 and one == 0
