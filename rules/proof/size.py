"""How long it is (L01 to L04)."""

import re
from collections.abc import Iterator

from rules.length import range_of
from rules.proof.finding import Finding, Severity
from rules.proof.reading import Reading
from rules.proof.text import WORD, fold

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
_COUNTED = re.compile(r"\w[\w'\u2019-]*")
_BARE = frozenset(
    "hi;hello;hey;follow up;following up;followup;follow-up;thank you;thanks;many thanks;question"
    ";quick question;thank you so much;thank you very much;thank you again;checking in;interview"
    ";application;job;job application;touching base;hello again;update;a note;thank you note;re"
    ";thank you for the interview;thanks for the interview;re: interview;subject;no subject"
    ";(no subject);just checking in;thank you for your time;thanks for your time".split(";")
)
_HEAD = re.compile(r"^\s*(?:re\s*:\s*)+", re.IGNORECASE)


def length(read: Reading) -> Iterator[Finding]:
    """L01."""
    letter = read.letter
    words = len(_COUNTED.findall(read.prose))
    known = range_of(letter.kind, letter.variant)
    low, high = known.fair
    least, most = known.most
    if words < low:
        yield read.body(
            "L01",
            FIX if words < least else CONSIDER,
            None,
            f"{words} words; {known.aim[0]} to {known.aim[1]} is usual.",
        )
    elif words > high:
        yield read.body(
            "L01",
            FIX if words > most else CONSIDER,
            None,
            f"{words} words; {known.aim[0]} to {known.aim[1]} is usual.",
        )


def density(read: Reading) -> Iterator[Finding]:
    """L02."""
    for span in read.text.paragraphs:
        count = len(_COUNTED.findall(read.own[slice(*span)]))
        if count > 90:
            yield read.body("L02", CONSIDER, span, f"A paragraph of {count} words is hard to read.")
    for span in read.text.sentences:
        count = len(_COUNTED.findall(read.own[slice(*span)]))
        if count > 35:
            yield read.body("L02", CONSIDER, span, f"A sentence of {count} words loses the reader.")
    paragraphs = len(read.text.paragraphs)
    if paragraphs > 5:
        yield read.body(
            "L02", CONSIDER, None, f"{paragraphs} paragraphs; five are more than enough."
        )


def opening_i(read: Reading) -> Iterator[Finding]:
    """L03."""
    opens = [WORD.match(read.own, start) for start, _ in read.text.sentences]
    count = sum(
        hit is not None and (hit[0] == "I" or re.match(r"I['\u2019]", hit[0]) is not None)
        for hit in opens
    )
    if len(opens) >= 4 and 2 * count > len(opens):
        yield read.body("L03", CONSIDER, None, f"{count} of {len(opens)} sentences begin with I.")


def subject(read: Reading) -> Iterator[Finding]:
    """L04."""
    line = read.letter.subject.strip()
    if read.letter.on_paper or not line:
        return
    own = _HEAD.sub("", line)
    whole = (0, len(read.letter.subject))
    plain = re.sub(r"\s+", " ", fold(own)).strip(" .!?,:;-")
    if plain in _BARE and read.letter.original is None:
        yield read.subject(
            "L04", CONSIDER, whole, "It could stand above any letter; name the role."
        )
    elif len(own) > 150:
        yield read.subject("L04", FIX, whole, f"{len(own)} characters are no subject.")
    elif len(own) > 60 and read.letter.original is None:
        yield read.subject("L04", CONSIDER, whole, f"{len(own)} characters; most programs show 60.")
