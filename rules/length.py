"""How long a letter is, and whether that suits its kind (RULES 6)."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rules.highlights import is_greeting, is_sign_off
from rules.quoting import own_text
from rules.records import MessageKind

Advice: TypeAlias = Literal["good", "short", "long"]

_WORD = re.compile(r"\w[\w'’-]*")


@dataclass(frozen=True)
class Range:
    """Words of the own text: what to aim at, where a word about it is due, and what is too much."""

    aim: tuple[int, int]
    fair: tuple[int, int]
    most: tuple[int, int]


_AS_SECOND = Range((40, 110), (30, 150), (20, 250))
_AS_SAME_DAY = Range((40, 80), (30, 120), (20, 200))
_SHORT_ANSWER = Range((20, 80), (10, 120), (5, 250))
_CALL = Range((15, 75), (10, 75), (5, 110))
"""Half a minute on somebody's machine."""
_RANGES = {
    MessageKind.APPLICATION_FOLLOW_UP: Range((60, 120), (40, 160), (25, 300)),
    MessageKind.THANK_YOU: Range((90, 180), (60, 220), (35, 350)),
    MessageKind.PASS_ON: Range((60, 140), (45, 180), (30, 300)),
    MessageKind.THANKS_AND_QUESTION: _AS_SECOND,
    MessageKind.CHECK_IN: _AS_SECOND,
    MessageKind.INVITED_CHECK_IN: Range((30, 70), (20, 100), (15, 160)),
    MessageKind.REPLY_TO_REJECTION: Range((40, 90), (25, 130), (15, 220)),
    MessageKind.OFFER_ACKNOWLEDGEMENT: _SHORT_ANSWER,
    MessageKind.COMPETING_OFFER: Range((50, 110), (40, 150), (25, 250)),
    MessageKind.WITHDRAWAL: Range((40, 90), (30, 130), (20, 220)),
    MessageKind.DECLINE: Range((50, 110), (35, 150), (25, 250)),
    MessageKind.ANSWER: _SHORT_ANSWER,
    MessageKind.KEEP_IN_TOUCH: Range((40, 90), (30, 130), (20, 220)),
    MessageKind.ADDRESS_REQUEST: _SHORT_ANSWER,
    MessageKind.DEBRIEF: _SHORT_ANSWER,
}
_VARIANTS = {
    (MessageKind.THANK_YOU, "phone_screen"): Range((50, 100), (35, 140), (25, 220)),
    (MessageKind.THANK_YOU, "same_day"): _AS_SAME_DAY,
    (MessageKind.THANK_YOU, "late"): _AS_SAME_DAY,
    (MessageKind.THANK_YOU, "pass_on"): _RANGES[MessageKind.PASS_ON],
    (MessageKind.THANK_YOU, "card"): Range((50, 100), (40, 130), (25, 220)),
    (MessageKind.THANK_YOU, "typed"): Range((120, 220), (90, 280), (35, 400)),
}


def range_of(kind: MessageKind, variant: str = "") -> Range:
    """The range of a kind of letter, in words of its own text."""
    if variant == "call":
        return _CALL
    return _VARIANTS.get((kind, variant), _RANGES[kind])


def word_count(text: str) -> int:
    """All words of a text, as the foot of the letter counts them."""
    return len(_WORD.findall(text))


def own_words(body: str) -> int:
    """The words that the ranges are about: no greeting, signature or quoted original."""
    paragraphs = [one for one in re.split(r"\n\s*\n", own_text(body).strip()) if one.strip()]
    if paragraphs and is_greeting(paragraphs[0]):
        del paragraphs[0]
    ends = [n for n, one in enumerate(paragraphs) if is_sign_off(one)]
    return word_count("\n\n".join(paragraphs[: ends[-1]] if ends else paragraphs))


def length_advice(kind: MessageKind, variant: str, words: int) -> Advice:
    """What to say of that many own words: short and long are outside what is usual."""
    low, high = range_of(kind, variant).fair
    if words < low:
        return "short"
    return "long" if words > high else "good"
