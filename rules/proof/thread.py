"""The original below a second message (O01 to O05). Only these speak of the quoted text."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from rules.proof.finding import Finding, Part, Severity
from rules.proof.forms import forms
from rules.proof.reading import Reading
from rules.proof.text import fold, own_end, words_of

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
_REPLY = re.compile(r"^\s*(?:(?:re|aw|sv|antw|fw|fwd)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
OWN_WORDS = 20


def _quoted_words(read: Reading) -> list[str]:
    body = read.letter.body[read.text.quote_at :]
    return words_of(re.sub(r"^[ \t]*>+[ \t]?", "", body, flags=re.MULTILINE))


def whole_original(read: Reading) -> Iterator[Finding]:
    """O01."""
    original = read.letter.original
    if original is None:
        return
    wanted = words_of(original.body[: own_end(original.body)])
    there = _quoted_words(read)
    if not there:
        yield read.body("O01", FIX, None, "The original letter is not below.")
        return
    ratio = _in_order(wanted, there)
    if wanted and ratio < 0.95:
        yield Finding(
            id="O01",
            severity=FIX,
            part=Part.BODY,
            reason="The original below is not the letter that went out, whole and unchanged.",
        )


def _in_order(wanted: list[str], there: list[str]) -> float:
    """The share of the wanted words that stand there in order."""
    if not wanted:
        return 1.0
    matcher = SequenceMatcher(None, wanted, there, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(wanted)


def right_original(read: Reading) -> Iterator[Finding]:
    """O02."""
    original, person = read.letter.original, read.letter.recipient
    if original is None or person is None:
        return
    to = fold(original.to)
    known = {fold(person.email), *(fold(one) for one in forms(person))} - {""}
    recipients = {fold(one) for one in read.letter.to} | known
    if to and to not in recipients:
        yield _spoken("O02", "The original below went to somebody else.")
        return
    start = read.text.quote_at
    quoted = re.sub(r"^[ \t]*>+[ \t]?", "", read.letter.body[start:], flags=re.MULTILINE)
    for pattern in (r"^(?:dear|hi|hello|hey) ([^,\n:!]{2,60})[,:!]",):
        hit = re.search(pattern, quoted, re.IGNORECASE | re.MULTILINE)
        if hit is None:
            continue
        greeted = fold(hit[1])
        for other in read.letter.met:
            if greeted in {fold(one) for one in forms(other)} and greeted not in known:
                yield _spoken("O02", f"The original below greets {other.name}.")
                return
    hit = re.search(r"^To: [^\n]*?([^\s<>]+@[^\s<>]+)", quoted, re.MULTILINE)
    if hit and person.email and fold(hit[1]) in {fold(one.email) for one in read.letter.met}:
        yield _spoken("O02", "The original below went to somebody else.")


def _spoken(check: str, reason: str) -> Finding:
    return Finding(id=check, severity=FIX, part=Part.BODY, reason=reason)


def same_subject(read: Reading) -> Iterator[Finding]:
    """O03."""
    original, subject = read.letter.original, read.letter.subject
    if original is None or not original.subject.strip():
        return
    plain = _REPLY.sub("", original.subject)
    right = f"Re: {plain.strip()}"
    whole = (0, len(subject))
    if _squeezed(_REPLY.sub("", subject)) != _squeezed(plain):
        yield read.subject("O03", FIX, whole, "Another subject starts another thread.", right)
    elif not re.match(r"\s*(?:re|aw|sv|antw)\s*:", subject, re.IGNORECASE):
        yield read.subject("O03", CONSIDER, whole, "A reply begins with one “Re: ”.", right)
    elif _doubled(subject):
        yield read.subject("O03", CONSIDER, whole, "One “Re: ” is enough.", right)


def _doubled(subject: str) -> bool:
    head = _REPLY.match(subject)
    return head is not None and (head[0].count(":") > 1 or "fw" in head[0].casefold())


def _squeezed(subject: str) -> str:
    return " ".join(fold(subject).split())


def above_the_quote(read: Reading) -> Iterator[Finding]:
    """O04."""
    if read.text.quote_at == len(read.letter.body) and read.letter.original is None:
        return
    if len(words_of(read.own)) < OWN_WORDS:
        yield read.body("O04", FIX, None, "The new text stands above the quote, and is no stub.")


def headers(read: Reading) -> Iterator[Finding]:
    """O05."""
    original = read.letter.original
    if original is not None and original.message_id is None:
        yield Finding(
            id="O05",
            severity=CONSIDER,
            part=Part.ENVELOPE,
            reason="Open your sent message and press Reply, so that it joins the thread.",
        )
