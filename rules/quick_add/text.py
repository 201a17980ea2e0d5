"""The typed line made fit to read, each character still knowing where it came from."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from rules.quick_add.entry import Span

LONGEST = 4_000
"""Characters that are parsed; what goes beyond is kept as the note."""

BREAKS = "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
INVISIBLE = re.compile(
    "[\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+"
)
JOINERS = "\u200c\u200d"  # needed inside words of some scripts
DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\uff0d"), "-")
FULL_WIDTH = {0xFF10 + n: chr(0x30 + n) for n in range(10)} | {0xFF1A: ":"}
LOWER = {code: chr(code + 32) for code in range(65, 91)}
FOLDING = {**DASHES, **FULL_WIDTH, **LOWER, ord("\u2019"): "'", ord("\n"): " "}
NESTING = 3  # how many brackets left open a closing one may skip
YEAR_COMMA = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
    r"\.? \d{1,2}(?:st|nd|rd|th)?,"
    r"(?= ?(?:19|20)\d\d(?!\w))"
)
PAIRS = {"(": ")", "[": "]", "{": "}", "<": ">", "\u201c": "\u201d", '"': '"'}


def _cleaned(char: str) -> str:
    """What one typed character counts as: itself, a space, a line break or nothing."""
    if char in BREAKS:
        return "\n"
    category = unicodedata.category(char)
    if category in {"Zs", "Cc"}:
        return " "
    if category == "Cf" and char not in JOINERS:
        return ""  # direction marks and other invisible signs
    return "\ufffd" if category == "Cs" else char


def tidy(words: str) -> str:
    """Words as they are kept: NFC, white space squeezed, quotes around the whole taken off."""
    kept = " ".join(unicodedata.normalize("NFC", words).split())
    if len(kept) > 2 and PAIRS.get(kept[0]) == kept[-1] and kept[0] in '"\u201c':
        inner = kept[1:-1]
        return kept if '"' in inner else inner.strip()
    return kept


@dataclass(frozen=True)
class Text:
    """The cleaned line: `shown` as typed, `folded` (as long) for matching, `at` the way back."""

    shown: str
    at: tuple[int, ...]

    @cached_property
    def folded(self) -> str:
        """Small ASCII letters, plain dashes and digits, breaks as spaces."""
        return self.shown.translate(FOLDING)

    @cached_property
    def guarded(self) -> frozenset[int]:
        """Where a sign separates nothing: inside quotes, brackets and a date like May 14, 2026."""
        depth = [0] * (len(self.shown) + 1)
        opened: list[tuple[str, int]] = []
        for place, char in enumerate(self.shown):
            near = [closer for closer, _ in opened[-NESTING:]]
            if char in near:
                del opened[len(opened) - near[::-1].index(char) :]
                _, start = opened.pop()
                depth[start] += 1
                depth[place + 1] -= 1
            elif char in PAIRS:
                opened.append((PAIRS[char], place))
        dates = {one.end() - 1 for one in YEAR_COMMA.finditer(self.folded)}
        return frozenset(n for n, deep in enumerate(accumulate(depth)) if deep > 0) | dates

    def original(self, start: int, end: int) -> Span:
        """The same stretch in the line as it was typed."""
        return self.at[start], self.at[end - 1] + 1


def cleaned(words: str) -> str:
    """Words of any length without control characters and invisible signs, in NFC."""
    return unicodedata.normalize("NFC", INVISIBLE.sub("", CONTROLS.sub(" ", words)))


def cut(line: str) -> int:
    """Where parsing ends: between two words, if there is a gap at all."""
    if len(line) <= LONGEST:
        return len(line)
    gap = line.rfind(" ", LONGEST // 2, LONGEST)
    return gap if gap > 0 else LONGEST


def read(line: str) -> Text:
    """Clean the line; runs of white space become one space, or one break if a break is in it."""
    chars: list[str] = []
    at: list[int] = []
    for place, typed in enumerate(line[: cut(line)]):
        char = _cleaned(typed)
        if char in ("", " ", "\n") and (not char or not chars or chars[-1] in " \n"):
            if char == "\n" and chars:
                chars[-1] = char
            continue
        chars.append(char)
        at.append(place)
    while chars and chars[-1] in " \n":
        chars.pop()
        at.pop()
    return Text("".join(chars), tuple(at))
