"""The words of English, from the dictionary that spylls brings (SCOWL, en_US)."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import spylls
from spylls.hunspell import Dictionary

from rules.proof import Doubt
from rules.proof.text import distance, fold
from rules.proof.variants import also_right, american

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_NAME = "en_US"
_MOST_RIGHTS = 5
_TAILS = ("'s", "'re", "'ve", "'ll", "'d", "'m", "n't")


class English:
    """A speller: knows American and British English and the person's own words.

    Loading reads half a megabyte and takes a third of a second: do it in a worker.
    """

    def __init__(self, own_words: Iterable[str] = ()) -> None:
        folder = Path(spylls.__file__).parent / "hunspell" / "data" / "en"
        self._dictionary = Dictionary.from_files(str(folder / _NAME))
        self._own = {fold(word) for word in own_words}
        self._by_length: dict[int, list[str]] = {}
        for word in self._dictionary.dic.words:
            stem = word.stem
            if stem.islower() and len(stem) > 2:
                self._by_length.setdefault(len(stem), []).append(stem)
        self.knows = lru_cache(maxsize=20_000)(self._knows)
        self.near = lru_cache(maxsize=2_000)(self._near)

    def look(self, text: str) -> Sequence[Doubt]:
        """The words that neither spelling of English has, and those like them."""
        found: list[Doubt] = []
        for hit in _WORD.finditer(text):
            word = hit[0].replace("\u2019", "'")
            if len(word) < 60 and not self.knows(word):
                found.append(Doubt(hit.start(), hit.end(), self.near(word)))
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
        return any(self._dictionary.lookup(one) for one in american(plain))

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
