"""A letter taken apart: own text and quote, greeting, sentences, sign-off; and folded words."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise

LIMIT = 12_000  # characters of own text that are read; beyond it the person is told
Span = tuple[int, int]

WORD = re.compile(r"[^\W_]+(?:['\u2019\u2010-][^\W_]+)*")
_PLAIN = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\xa0": " ",
        "\u202f": " ",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
    }
)
_ATTRIBUTION = re.compile(
    r"^[> \t]*(?:On|Am|Le|El|Il|Op)\b[^\n]{4,200}(?:\n[^\n]{1,200}){0,2}?"
    r"(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef)[^\n]{0,3}:[ \t]*$",
    re.MULTILINE,
)
_HEADERS = re.compile(
    r"^(?:-{2,} ?(?:Original|Forwarded) [Mm]essage ?-{2,}|_{10,})[ \t]*$"
    r"|^\*?From:\*? [^\n]+\n(?:\*?(?:Sent|Date|To):)",
    re.MULTILINE,
)
_QUOTED = re.compile(r"^>", re.MULTILINE)
GREETING = re.compile(
    r"[ \t]*(?P<word>dear|hi|hello|hey|hiya|howdy|greetings|g['\u2019]day"
    r"|good (?:morning|afternoon|evening|day)|(?:morning|afternoon|evening)(?= (?-i:[^\W\d_a-z]))"
    r"|bonjour|bonsoir|salut|hola|ciao|hallo|namaste|kia ora|aloha|guten tag"
    r"|to whom it may concern)"
    r"\b(?: (?:there|again)(?= [^\s,]))?[ \t,]*(?P<name>[^\n,:;!\u2014]{0,80}?)[ \t]*"
    # A full stop ends the greeting, but not behind "Ms" or an initial; nor does a hyphen.
    r"(?:[,:;!\u2014]|[-\u2013](?=\s|$)"
    r"|(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bMx)(?<!\bDr)(?<!\bProf)(?<!\bSt)(?<!\b[^\W\d_])\.(?=\s|$)"
    r"|$)",
    re.IGNORECASE | re.MULTILINE,
)
_ALONE = re.compile(r"[ \t]*(?P<name>[^\n,:;!?]{1,60})[,:][ \t]*$", re.MULTILINE)
_NAME_FIRST = re.compile(
    r"[ \t]*(?P<name>[^\n,:;!?]{1,40}), (?:good (?:morning|afternoon|evening|day)|hello|hi)\b"
    r"[^\n\w]{0,5}$",
    re.IGNORECASE | re.MULTILINE,
)
_CLOSING = re.compile(
    r"\b(?:regards|wishes|sincerely|faithfully|truly|best|thanks|thank you|thanking|cheers|care"
    r"|respect|respectfully|warmly|warmest|cordially|gratefully|greetings|yours|appreciation"
    r"|gratitude|talk soon|all good|until then|see you|bye)\b",
    re.IGNORECASE,
)
_INLINE_CLOSING = re.compile(r"(?<=[.!?]) +((?:[^\s.!?,]+ ?){1,5},)[ \t\r]*$", re.MULTILINE)
_OWN_CLOSING = re.compile(r"[ \t]*[^\W\d_a-z][^\n,.;:!?]{1,40},[ \t\r]*")
_CODE = re.compile(r"://|[wW]{3}\.|[@/\\_#]|\.(?:com|org|net|io|co|dev|ai|uk|de|example)\b")
_SENTENCE_END = re.compile(
    r"[.!?\u2026]+[\"'\u201d\u2019)\]]*(?=\s|$)|\n[ \t]*\n"
    r"|\n(?=[ \t]*(?:[-*\u2022\u2013]|\d+[.)])[ \t])"
)
_SHORT = re.compile(
    r"(?:^|[\s(.])(?:mr|mrs|ms|mx|dr|prof|st|no|nos|ref|vs|etc|e\.g|i\.e|a\.m|p\.m|inc|ltd|co"
    r"|corp|pvt|jr|sr|approx|dept|ext|fig|incl|excl|max|min|avg|tel|est|cf|sec|[a-z])\.$",
    re.IGNORECASE,
)
CLOSING_LINES = 8
MOST_SENTENCES = 600


def fold(text: str) -> str:
    """Without accents and case, with plain quotes: for comparing, never for showing."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    if plain.isascii():
        return plain.lower()
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [found[0] for found in WORD.finditer(fold(text))]


def distance(one: str, other: str, most: int = 3) -> int:
    """Letters to insert, drop, change or swap with a neighbour; `most` + 1 when it is more."""
    if one == other:  # most often, and costly to count where a word has no end
        return 0
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def own_end(body: str) -> int:
    """Where the quoted original begins; the length of the body when nothing is quoted."""
    starts = [len(body)]
    for pattern in (_ATTRIBUTION, _HEADERS, _QUOTED):
        if found := pattern.search(body):
            starts.append(found.start())
    return min(starts)


@dataclass(frozen=True)
class Greeting:
    """The line that greets; `name` as typed and `span` of it, "" when it names nobody."""

    line: Span
    word: str
    name: str
    span: Span


@dataclass(frozen=True)
class Closing:
    """The sign-off: where its phrase begins, and the name behind it."""

    start: int
    name: str
    span: Span


class Text:
    """The own text of a body, read once for all checks. Spans count characters of the body."""

    def __init__(self, body: str, *, on_paper: bool = False) -> None:
        self.body = body
        self.on_paper = on_paper
        self.quote_at = own_end(body)
        self.cut = self.quote_at > LIMIT
        self.own = body[: min(self.quote_at, LIMIT)]

    @cached_property
    def codes(self) -> list[Span]:
        """Links, addresses, paths and handles: not words of a language."""
        found = (one.span() for one in re.finditer(r"\S+", self.own))
        return [span for span in found if _CODE.search(self.own, *span)]

    def in_code(self, place: int) -> bool:
        """Whether that place is inside a link or the like."""
        number = bisect_right(self.codes, (place, len(self.body) + 1)) - 1
        return number >= 0 and self.codes[number][0] <= place < self.codes[number][1]

    @cached_property
    def lines(self) -> list[Span]:
        """The own lines that say something."""
        found = re.finditer(r"[^\n\r]+", self.own)
        return [one.span() for one in found if one[0].strip()]

    @cached_property
    def greeting(self) -> Greeting | None:
        """The first line, if it greets; on paper the address and the date may stand above."""
        for start, end in self.lines[: 12 if self.on_paper else 1]:
            found = GREETING.match(self.own, start, end)
            if found:
                return Greeting(
                    (start, end), found["word"].casefold(), found["name"], found.span("name")
                )
            alone = _ALONE.match(self.own, start, end) or _NAME_FIRST.match(self.own, start, end)
            if alone and not self.on_paper and len(alone["name"].split()) < 5:
                return Greeting((start, end), "", alone["name"].strip(), alone.span("name"))
        return None

    @cached_property
    def closing(self) -> Closing | None:
        """The last closing phrase among the last lines, and the line behind it."""
        last = self.lines[-CLOSING_LINES:]
        for number in range(len(last) - 1, -1, -1):
            start, end = self._last_words(last[number])
            line = self.own[start:end]
            if len(line.split()) > 11 or not _CLOSING.search(line) or line.rstrip().endswith("?"):
                continue
            if self.greeting and start == self.greeting.line[0]:
                continue
            behind = last[number + 1] if number + 1 < len(last) else (end, end)
            if behind[0] == end and "," in line:
                comma = start + line.rindex(",") + 1
                return Closing(start, self.own[comma:end].strip(), (comma, end))
            if line.rstrip().endswith((".", "!")) and number + 1 < len(last):
                continue
            return Closing(start, self.own[slice(*behind)].strip(), behind)
        return self._unknown_closing(last)

    def _last_words(self, line: Span) -> Span:
        """Of a long line that ends in a comma, what stands behind its last sentence."""
        end = _INLINE_CLOSING.search(self.own, *line)
        return (end.start(1), line[1]) if end else line

    def _unknown_closing(self, last: list[Span]) -> Closing | None:
        """A closing phrase of the person's own: a few words and a comma, then a name."""
        for (start, end), behind in reversed(list(pairwise(last))):
            greets = self.greeting is not None and start <= self.greeting.line[0]
            alone = not greets and self.own[:start].rstrip(" \t\r").endswith("\n\n")
            if alone and _OWN_CLOSING.fullmatch(self.own, start, end) and self._names(behind):
                return Closing(start, self.own[slice(*behind)].strip(), behind)
        return None

    def _names(self, span: Span) -> bool:
        words = self.own[slice(*span)].split()
        return len(words) < 6 and not words[0][0].islower() and words[-1][-1] not in "?!:;,"

    @cached_property
    def prose(self) -> Span:
        """From behind the greeting to the sign-off."""
        start = 0
        if self.greeting:
            line = self.own[slice(*self.greeting.line)]
            name_end = self.greeting.span[1] - self.greeting.line[0]
            rest = line[name_end:].strip(" ,:;!.-\u2014")
            start = self.greeting.span[1] if rest else self.greeting.line[1]
        end = self.closing.start if self.closing else len(self.own)
        return (start, max(start, end))

    @cached_property
    def sentences(self) -> list[Span]:
        """Every sentence of the prose."""
        return list(islice(sentences(self.own, *self.prose), MOST_SENTENCES))

    @cached_property
    def paragraphs(self) -> list[Span]:
        """Every paragraph of the prose."""
        start, end = self.prose
        found = re.finditer(r"(?:[^\n]|\n(?![ \t]*\n))+", self.own[start:end])
        spans = (_trimmed(self.own, start + one.start(), start + one.end()) for one in found)
        return [span for span in spans if span[0] < span[1]]

    def sentence_at(self, place: int) -> Span:
        """The sentence that holds that place, or the place alone."""
        for start, end in self.sentences:
            if start <= place < end:
                return (start, end)
        return (place, place)

    def opens_sentence(self, place: int) -> bool:
        """Whether the word there is the first of its sentence or line."""
        before = self.own[:place].rstrip(" \t\"'(\u201c\u2018*-")
        return not before or before[-1] in ".!?:\n\u2026" or place == self.prose[0]


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Sentences between two places, without splitting at "Dr." or "J."."""
    place = start
    for found in _SENTENCE_END.finditer(text, start, end):
        if _SHORT.search(text[max(place, found.end() - 8) : found.end()]) and found[0] == ".":
            continue
        if text[place : found.end()].strip():
            yield _trimmed(text, place, found.end())
        place = found.end()
    if text[place:end].strip():
        yield _trimmed(text, place, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end)
