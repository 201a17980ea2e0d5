"""How it sounds to the reader (C04 to C11)."""

import re
from collections.abc import Iterator

from rules.proof.finding import Finding, Severity
from rules.proof.phrases import (
    ACCUSING,
    APOLOGETIC,
    GUSHING,
    LATE,
    NEEDY,
    NOBODY,
    PAY,
    PRESSING,
    SAID,
    SLANG,
    ULTIMATUM,
    WORN,
)
from rules.proof.reading import Reading
from rules.proof.text import Span, fold
from rules.records import MessageKind

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
_I_WILL = re.compile(r"\bi(?:'ll| can| will| could| would| shall| am able to)\b")
_I_WILL_ANSWER = re.compile(
    rf"{_I_WILL.pattern}(?: \w+)? (?:reply|respond|answer|get back|decide|confirm)\b"
)
_ASKED = re.compile(
    r"\b(?:please|let me know|tell me|reply|respond|answer|get back|hear (?:back )?from you|decide"
    r"|could you|can you|would you|will you|i need|i expect|need an?|confirm)\b"
)


def _say(
    read: Reading,
    check: str,
    severity: Severity,
    pattern: re.Pattern[str],
    reason: str,
    allowed: str = "",
) -> Iterator[Finding]:
    plain = read.own.replace("\u2019", "'")
    for hit in pattern.finditer(plain):
        if read.quoted(hit.start()) or (allowed and fold(hit[0]) in allowed):
            continue
        yield read.body(check, severity, hit.span(), reason)


def pressing(read: Reading) -> Iterator[Finding]:
    """C04."""
    kind = read.letter.kind
    plain = read.own.replace("\u2019", "'")
    for hit in PRESSING.finditer(plain):
        words = fold(hit[0])
        if read.quoted(hit.start()):
            continue
        if words.startswith(("by ", "as soon")) and not _asked_of_them(plain, hit.start()):
            continue
        if "urgent" in words and _about_work(read, hit.span()):
            continue
        call = re.search(r"(?:will|'ll|shall) (?:call|phone|ring|telephone)", words)
        invited = bool(call) and read.letter.call_invited
        severity = CONSIDER if invited or kind is MessageKind.COMPETING_OFFER else FIX
        yield read.body("C04", severity, hit.span(), "It presses the reader.")
    if kind is MessageKind.COMPETING_OFFER:
        yield from _say(read, "C04", CONSIDER, ULTIMATUM, "It sounds like an ultimatum.")


def _asked_of_them(text: str, place: int) -> bool:
    """ "Let me know by tomorrow" presses; "I will answer by tomorrow" does not."""
    start = max(text.rfind(mark, 0, place) for mark in ".!?\n") + 1
    clause = _I_WILL_ANSWER.sub(" ", fold(text[start:place]))
    asked, mine = _ASKED.search(clause), _I_WILL.search(clause)
    return asked is not None and not (mine and mine.start() > asked.start())


def _about_work(read: Reading, span: Span) -> bool:
    """Urgent care, urgent calls: the word is the trade's."""
    behind = fold(read.own[span[1] : span[1] + 40]).lstrip()
    said = fold(
        " ".join(
            [
                read.letter.role,
                read.letter.company,
                read.letter.notes,
                *(one.text for one in read.letter.heard),
            ]
        )
    )
    if "urgent" in said:
        return True
    return re.match(r"[a-z]+", behind) is not None and not re.match(
        (
            r"(?:reply|answer|response|decision|matter|request|that|for|to|and|please|i|as"
            r"|because|since)\b"
        ),
        behind,
    )


def accusing(read: Reading) -> Iterator[Finding]:
    """C05."""
    yield from _say(read, "C05", FIX, ACCUSING, "It blames the reader.")


def needy(read: Reading) -> Iterator[Finding]:
    """C06."""
    yield from _say(read, "C06", FIX, NEEDY, "It asks for pity, not for the work.")
    yield from _say(read, "C06", CONSIDER, GUSHING, "It says too much of a good thing.")


def apologetic(read: Reading) -> Iterator[Finding]:
    """C07."""
    yield from _say(read, "C07", CONSIDER, APOLOGETIC, "There is nothing to apologise for.")


def worn(read: Reading) -> Iterator[Finding]:
    """C08."""
    yield from _say(read, "C08", CONSIDER, WORN, "Every second letter says this.")
    person = read.letter.recipient
    for hit in NOBODY.finditer(read.own):
        known = person is not None and bool(person.name)
        yield read.body("C08", FIX if known else CONSIDER, hit.span(), "A greeting for nobody.")


def pay(read: Reading) -> Iterator[Finding]:
    """C09."""
    said = fold(
        " \n ".join(
            [read.letter.role, read.letter.company, *(one.text for one in read.letter.heard)]
        )
    )
    start, end = read.text.prose
    for hit in PAY.finditer(read.own.replace("\u2019", "'"), start, end):
        if fold(hit[0]) in said or any(len(w) > 4 and w in said for w in fold(hit[0]).split()):
            continue
        if re.match(r"wages?$|perks$|bonus", fold(hit[0])) and _others_pay(read, hit.start()):
            continue
        yield read.body("C09", CONSIDER, hit.span(), "Pay and leave belong after the offer.")


def _others_pay(read: Reading, place: int) -> bool:
    start, end = read.text.sentence_at(place)
    return not re.search(
        r"\b(?:i|my|me|your|you|offer|role|position|job|post)\b", fold(read.own[start:end])
    )


def slang(read: Reading) -> Iterator[Finding]:
    """C10."""
    greeting = read.text.greeting
    if greeting and greeting.word == "hey":
        start = greeting.line[0] + read.own[greeting.line[0] :].casefold().index("hey")
        yield read.body("C10", CONSIDER, (start, start + 3), "Hi is safer.", "Hi")
    plain = read.own.replace("\u2019", "'")
    for hit in SLANG.finditer(plain):
        word = hit[0]
        if (
            (word.isupper() and len(word) > 1)
            or fold(word) in read.record.vocabulary
            or fold(word) in read.record.names
        ):
            continue
        if word[:1].isupper() and not read.text.opens_sentence(hit.start()):
            continue
        if read.quoted(hit.start()):
            continue
        yield read.body(
            "C10", CONSIDER, hit.span(), "Too casual for a letter.", SAID.get(fold(word))
        )


def lateness(read: Reading) -> Iterator[Finding]:
    """C11."""
    if read.letter.variant != "late" and not _after_a_day(read):
        return
    reason = "Nobody counted the hours; do not mention them."
    yield from _say(read, "C11", CONSIDER, LATE, reason)


def _after_a_day(read: Reading) -> bool:
    letter = read.letter
    if letter.planned is None or letter.ended is None:
        return False
    return (letter.planned - letter.ended).total_seconds() > 24 * 3600
