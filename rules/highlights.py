"""Highlights: what came up in a talk, set into a sentence of the letter and taken out again.

What is typed completes "We talked about ...": a noun phrase ("the move to Leeds"), a doing
("skipping plan setup") or a clause ("how you test with carers"). Every form below puts it
behind a preposition, where each of these reads well, whether singular or plural.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from rules.records import MessageKind, Tone
from rules.starting_words import is_common_start
from rules.templates import clean

_Forms: TypeAlias = Mapping[Tone, tuple[str, ...]]

_FIRST: _Forms = {
    Tone.WARM: (
        "Talking about {} was a real pleasure.",
        "Our conversation about {} is the part I keep coming back to.",
        "What I enjoyed most was talking about {}.",
    ),
    Tone.BRIEF: (
        "Talking about {} stood out for me.",
        "Our conversation about {} has stayed with me.",
        "It was especially good to talk about {}.",
    ),
    Tone.FORMAL: (
        "Of particular interest to me was our discussion of {}.",
        "Talking about {} was particularly rewarding.",
        "It was especially valuable to talk about {}.",
    ),
}
_MORE: _Forms = {
    Tone.WARM: (
        "It was good that we also got to talk about {}.",
        "Our conversation about {} gave me plenty to think about, too.",
        "It was a pleasure to talk about {} as well.",
    ),
    Tone.BRIEF: (
        "We also talked about {}, which I found useful.",
        "It was good that we got to talk about {} as well.",
        "Talking about {} was useful, too.",
    ),
    Tone.FORMAL: (
        "Our exchange about {} was valuable to me, too.",
        "It was equally useful to talk about {}.",
        "The chance to talk about {} as well was most welcome.",
    ),
}
_NEW: _Forms = {
    Tone.WARM: ("Since we spoke I have found myself thinking about {}.",),
    Tone.BRIEF: ("Since then I have thought more about {}.",),
    Tone.FORMAL: ("Since our conversation I have given further thought to {}.",),
}
_NEW_MORE: _Forms = {
    Tone.WARM: ("I have come back more than once to {}, too.",),
    Tone.BRIEF: ("I have also come back to {}.",),
    Tone.FORMAL: ("I have also returned in my mind to {}.",),
}
_FORMS = tuple(
    form for table in (_FIRST, _MORE, _NEW, _NEW_MORE) for forms in table.values() for form in forms
)
_LEAD_IN = re.compile(
    r"^(?:(?:we|i)\s+)?(?:also\s+)?"
    r"(?:(?:talk(?:ed|ing)?|spoke|speaking|chat(?:ted|ting)?)\s+about|discuss(?:ed|ing))\s+",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w[\w'’-]*")
_STOP = frozenset(
    "a about after all an and any are as at be been before but by can could did do does for from "
    "get had has have how i if in into is it its just more my no not of on one or our out so some "
    "than that the their them then there these they this those to up us was we were what when "
    "where which while who why will with without would you your".split()
)


def phrase(text: str) -> str:
    """What was typed, ready to stand inside a sentence; empty if nothing is left of it."""
    words = _LEAD_IN.sub("", clean(text)).rstrip(" .,;:!?…")
    first = words.split(" ", 1)[0]
    return words[:1].lower() + words[1:] if is_common_start(first) else words


def sentence(text: str, *, kind: MessageKind, tone: Tone, turn: int = 0, nth: int = 0) -> str:
    """The sentence that says what was talked about; `nth` counts those before it in the letter."""
    about = phrase(text)
    if not about:
        return ""
    if kind is MessageKind.CHECK_IN:
        table = _NEW if nth == 0 else _NEW_MORE
    else:
        table = _FIRST if nth == 0 else _MORE
    forms = table[tone]
    # str.replace, not str.format: what was typed is never read as a pattern.
    return forms[(turn + max(nth - 1, 0)) % len(forms)].replace("{}", about)


def tick(body: str, text: str, *, kind: MessageKind, tone: Tone, turn: int = 0) -> str:
    """The letter with the highlight's sentence in its place; as it was if it stands there."""
    if not phrase(text) or any(_standing(body, one) for one in _sentences(text)):
        return body
    ends = [found.end() for found in _ANY.finditer(body)]
    added = sentence(text, kind=kind, tone=tone, turn=turn, nth=len(ends))
    if ends:
        return f"{body[: max(ends)]} {added}{body[max(ends) :]}"
    paragraphs = body.split("\n\n")
    slot = 1 if is_greeting(paragraphs[0]) else 0
    if slot < len(paragraphs) and not is_sign_off(paragraphs[slot]):
        paragraphs[slot] = f"{paragraphs[slot].rstrip()} {added}".strip()
    else:
        paragraphs.insert(slot, added)
    return "\n\n".join(paragraphs)


def untick(body: str, text: str) -> str:
    """The letter without the highlight's sentence, if that stands as it was put in."""
    if not phrase(text):
        return body
    for one in _sentences(text):
        found = _standing(body, one)
        if found is not None:
            before, after = body[: found.start()], body[found.end() :]
            return _rejoined(before, after)
    return body


def said_in(text: str, body: str) -> bool:
    """Whether a letter speaks of that highlight: its words, or two that carry its meaning."""
    about, said = _folded(phrase(text)), _folded(body)
    if not about:
        return False
    if about in said:
        return True
    carrying = content_words(text)
    if not carrying:
        return False
    return len(carrying & content_words(body)) >= min(2, len(carrying))


def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, folded and without their commonest endings."""
    return frozenset(
        _stem(word) for word in _WORD.findall(_folded(text)) if word not in _STOP and len(word) > 1
    )


def is_greeting(paragraph: str) -> bool:
    """Whether a paragraph is a letter's "Hi Daniel,"."""
    line = paragraph.strip()
    return "\n" not in line and line.endswith((",", ":")) and len(line.split()) <= 8


def is_sign_off(paragraph: str) -> bool:
    """Whether a paragraph is a letter's "Warm regards," with the name below."""
    first = paragraph.strip().split("\n")[0]
    return first.endswith(",") and len(first.split()) <= 5


def _sentences(text: str) -> Iterator[str]:
    about = phrase(text)
    return (form.replace("{}", about) for form in _FORMS)


def _standing(body: str, words: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\S){re.escape(words)}(?!\S)", body)


def _rejoined(before: str, after: str) -> str:
    """Two halves of a letter, with the spaces and the emptied paragraph between them gone."""
    left, right = before.rstrip(" "), after.lstrip(" ")
    if left.endswith("\n") or not left:
        if right.startswith("\n") or not right:
            return left.rstrip("\n") + ("\n\n" if left and right else "") + right.lstrip("\n")
        return left + right
    return left + (right if right.startswith("\n") or not right else " " + right)


def _folded(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(one for one in spread if not unicodedata.combining(one))
    return " ".join(bare.split())


def _stem(word: str) -> str:
    for ending in ("'s", "’s", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def _pattern(form: str) -> str:
    before, after = form.split("{}")
    return rf"(?<!\S){re.escape(before)}[^\n]{{1,200}}?{re.escape(after)}(?!\S)"


_ANY = re.compile("|".join(_pattern(form) for form in _FORMS))
