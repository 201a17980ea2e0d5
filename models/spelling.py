"""The words of English, from the dictionary that spylls brings (SCOWL, en_US)."""

import re
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path

import spylls
from spylls.hunspell import Dictionary
from spylls.hunspell.readers import read_aff, read_dic
from spylls.hunspell.readers.file_reader import FileReader

from rules.proof import Doubt
from rules.proof.text import distance, fold
from rules.proof.variants import also_right, american

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_NAME = "en_US"
_MOST_RIGHTS = 5
_NO_PLURAL = frozenset(
    "advice evidence equipment feedback furniture homework information knowledge luggage progress"
    " research software staff work".split()
)
_PARTICLES = frozenset("off out up down back".split())
_SHORT_THINGS = frozenset(
    "box man men day bed set bag cup car bus top log pot hub pad pen map kit lab net web".split()
)
_LITTLE = frozenset(  # joined to these it is a slip, not a new word
    "also been both does each even ever from have here into just like make many more most much"
    " must only over same shall should some soon such than that their them then there these they"
    " able ally full fully less ling ting"
    " this time very well were what when where which while will with would year your".split()
)
_TAILS = ("'s", "'re", "'ve", "'ll", "'d", "'m", "n't")


class English:
    """A speller: knows American and British English and the person's own words.

    Loading reads half a megabyte and takes a third of a second: do it in a worker.
    """

    def __init__(self, own_words: Iterable[str] = ()) -> None:
        folder = Path(spylls.__file__).parent / "hunspell" / "data" / "en"
        self._dictionary = _read(folder / _NAME)
        self._own = {fold(word) for word in own_words}
        self._by_length: dict[int, list[str]] = {}
        for word in self._dictionary.dic.words:
            stem = word.stem
            if stem.islower() and len(stem) > 2:
                self._by_length.setdefault(len(stem), []).append(stem)
        self._stems = {word for words in self._by_length.values() for word in words}
        self.knows = lru_cache(maxsize=20_000)(self._knows)
        self.near = lru_cache(maxsize=2_000)(self._near)

    def look(self, text: str) -> Sequence[Doubt]:
        """The words that neither spelling of English has, and for small ones those like them."""
        found: list[Doubt] = []
        for hit in _WORD.finditer(text):
            word = hit[0].replace("\u2019", "'")
            if len(word) < 60 and not self.knows(word):
                near = self.near(word) if word[0].islower() else ()
                found.append(Doubt(hit.start(), hit.end(), near))
        return found

    def learn(self, word: str) -> None:
        """The person says that it is a word."""
        self._own.add(fold(word))
        self.knows.cache_clear()

    def _knows(self, word: str) -> bool:
        plain = fold(word)
        if plain in self._own or also_right(plain):
            return True
        if self._dictionary.lookup(word) or self._dictionary.lookup(word.lower()):
            return True
        for tail in _TAILS:
            if plain.endswith(tail) and len(plain) > len(tail) and self.knows(word[: -len(tail)]):
                return True
        return (
            any(self._dictionary.lookup(one) for one in american(plain))
            or self._plural(plain)
            or self._joined(plain)
        )

    def _plural(self, word: str) -> bool:
        """The plural of a known word that the dictionary has in the singular alone."""
        stem = word[:-1]
        regular = word.endswith("s") and len(stem) > 3 and stem[-1] not in "sxzy"
        return regular and stem not in _NO_PLURAL and bool(self._dictionary.lookup(stem))

    def _joined(self, word: str) -> bool:
        """Two known words of some length written as one: "gridline", "handoff"."""
        halves = ((word[:place], word[place:]) for place in range(4, len(word) - 2))
        return any(
            (len(tail) > 3 or tail in _PARTICLES | _SHORT_THINGS)
            and not {head, tail} & _LITTLE
            and head not in _PARTICLES
            and self._stem(head)
            and self._stem(tail)
            for head, tail in halves
        )

    def _stem(self, word: str) -> bool:
        return word in self._stems or (word[-1] == "s" and word[:-1] in self._stems)

    def _near(self, word: str) -> tuple[str, ...]:
        """Known words at most two slips away, the nearest first."""
        plain = fold(word)
        if len(plain) < 3 or len(plain) > 24:
            return ()
        found: list[tuple[int, int, bool, str]] = []
        for one in _one_slip(plain):
            if self._dictionary.lookup(one):
                found.append((1, abs(len(one) - len(plain)), one[0] != plain[0], one))
        if not found and len(plain) > 4:
            letters = set(plain)
            for size in range(len(plain) - 2, len(plain) + 3):
                for stem in self._by_length.get(size, ()):
                    if len(letters.symmetric_difference(stem)) > 4 or stem[0] not in plain[:2]:
                        continue
                    off = distance(plain, stem, 2)
                    if off <= 2:
                        found.append((off, abs(size - len(plain)), stem[0] != plain[0], stem))
        return tuple(one[3] for one in sorted(set(found))[:_MOST_RIGHTS])


def _read(path: Path) -> Dictionary:
    """The dictionary of two files, both closed again, which spylls itself leaves open."""
    affixes = FileReader(f"{path}.aff", encoding="UTF-8")
    affixes.reset_encoding = lambda _encoding: None  # it would open the file a second time
    words = FileReader(f"{path}.dic", encoding="UTF-8")
    with closing(affixes.io), closing(words.io):
        aff, context = read_aff(affixes)
        return Dictionary(aff, read_dic(words, aff=aff, context=context))


def _one_slip(word: str) -> Iterable[str]:
    """Every string one slip away: a letter dropped, swapped, changed or put in."""
    letters = "etaoinshrdlucmfwygpbvkxqjz"
    for n in range(len(word) + 1):
        head, tail = word[:n], word[n:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            if tail and letter != tail[0]:
                yield head + letter + tail[1:]
            yield head + letter + tail
