"""Capitals, exclamation marks and smileys (C01 to C03)."""

import re
from collections.abc import Iterator

from rules.proof.finding import Finding, Severity
from rules.proof.reading import Reading
from rules.proof.text import WORD, fold

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
_LOUD = frozenset(
    "VERY REALLY PLEASE ASAP URGENT URGENTLY MUST NEVER ALWAYS SO NOT EXTREMELY HIGHLY AMAZING"
    " GREAT LOVE LOVED HUGE NEED NOW IMMEDIATELY IMPORTANT ABSOLUTELY DEFINITELY TOTALLY THANK"
    " THANKS BEST PERFECT TRULY".split()
)
_LOUD_WORD = re.compile(r"[A-Z][A-Z'\u2019]+")
_CAPS = re.compile(
    r"(?<![\w&.-])[A-Z][A-Z'\u2019]+(?![\w&-])(?:[ ,]{1,2}(?:[AI] )?[A-Z][A-Z'\u2019]+(?![\w&-]))*"
)
_SMILEY = re.compile(
    r"(?<![\w/:.(=])(?:(?:[:;=][-^o']?|8[-^])[)(\]\[DPp3|](?!\w)"
    r"|<3(?!\d| ?ms| ?sec| ?min| ?k?g|\w)|\^_\^"
    r"|:-?/(?=[\s.,]|$)|[xX]D(?=[\s.,!]|$))"
)
_EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55\u2b1b\u2b1c\u231a\u231b"
    "\u23e9-\u23f3\U0001f000-\U0001f2ff](?:\ufe0f|\u200d|[\U0001f3fb-\U0001f3ff]"
    "|[\U0001f1e6-\U0001f1ff]|[\U0001f300-\U0001faff])*"
)
_MARKS_KEPT = frozenset("\u2713\u2714\u2605\u2606\u260e\u2709\u2022")


def shouting(read: Reading) -> Iterator[Finding]:
    """C01."""
    subject = read.letter.subject
    letters = [char for char in subject if char.isalpha()]
    words = [one[0] for one in WORD.finditer(subject) if len(one[0]) > 3]
    if len(letters) > 8 and not any(map(str.islower, subject)) and len(words) > 1:
        unknown = [one for one in words if fold(one) not in read.record.names]
        if unknown:
            right = _sentence_case(subject, read)
            yield read.subject("C01", FIX, (0, len(subject)), "Capitals shout.", right)
    for hit in _CAPS.finditer(read.own):
        words = [one[0] for one in _LOUD_WORD.finditer(hit[0])]
        loud = [word for word in words if not _acronym(read, word)]
        alone = any(word in _LOUD and fold(word) not in read.record.names for word in words)
        if read.quoted(hit.start()):
            continue
        if alone or (len(words) > 1 and loud == words and max(map(len, words)) > 3):
            right = hit[0].lower()
            if read.text.opens_sentence(hit.start()):
                right = right[0].upper() + right[1:]
            right = re.sub(r"\bi\b", "I", right)
            yield read.body("C01", CONSIDER, hit.span(), "Capitals shout.", right)


def _acronym(read: Reading, word: str) -> bool:
    plain = fold(word)
    if plain in read.record.vocabulary or plain in read.record.names:
        return True
    if len(word) < 4:
        return word not in _LOUD
    return not read.record.is_word(plain) if read.record.speller else word not in _LOUD


def _sentence_case(subject: str, read: Reading) -> str:
    recorded = {
        fold(hit[0]): hit[0]
        for name in (
            read.letter.role,
            read.letter.company,
            *(one.name for one in read.record.people),
            read.letter.me.name,
        )
        for hit in WORD.finditer(name)
    }
    calm = WORD.sub(lambda hit: recorded.get(fold(hit[0]), hit[0].lower()), subject)
    return calm[:1].upper() + calm[1:]


def exclamations(read: Reading) -> Iterator[Finding]:
    """C02."""
    own = re.sub(r"https?://\S+", lambda hit: "_" * len(hit[0]), read.own)
    for company in (read.letter.company, *read.letter.me.past_employers):
        if "!" in company:
            own = own.replace(company, "_" * len(company))
    places = [hit.start() for hit in re.finditer("!", own)]
    for hit in re.finditer(r"!{2,}|\?!+|!\?+", own):
        yield read.body(
            "C02", CONSIDER, hit.span(), "One mark is enough.", "." if "?" not in hit[0] else "?"
        )
    if len(places) > 3:
        yield read.body("C02", FIX, None, f"{len(places)} exclamation marks.")
    elif len(places) > 1:
        span = (places[1], places[1] + 1)
        yield read.body(
            "C02", CONSIDER, span, f"{len(places)} exclamation marks; one is plenty.", "."
        )
    subject = read.letter.subject
    shown = (
        subject.replace(read.letter.company, "_" * len(read.letter.company))
        if read.letter.company
        else subject
    )
    mark = re.search(r"!+", shown)
    if read.letter.original is None and mark:
        yield read.subject(
            "C02",
            CONSIDER,
            mark.span(),
            "An exclamation mark in a subject looks like an advertisement.",
            "",
        )


def emoji(read: Reading) -> Iterator[Finding]:
    """C03."""
    for text, found_in in ((read.letter.subject, read.subject), (read.own, read.body)):
        masked = re.sub(r"https?://\S+", lambda hit: "_" * len(hit[0]), text)
        for pattern in (_EMOJI, _SMILEY):
            for hit in pattern.finditer(masked):
                if hit[0] in _MARKS_KEPT:
                    continue
                yield found_in("C03", FIX, hit.span(), "No smileys in a letter to an employer.", "")
