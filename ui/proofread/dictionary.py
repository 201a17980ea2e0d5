"""The person's own words, and what they chose to ignore in a letter; kept between days."""

from collections.abc import Iterable
from typing import Protocol

from rules.proof.text import fold

_WORDS = "words"
_IGNORED = "ignored"
_MOST_LETTERS = 400
"""So many letters' ignored findings are kept; the oldest go first."""


class Memory(Protocol):
    """Where small tables are kept; a Session is one."""

    def remembered(self, name: str) -> dict[str, str]:
        """A table by its name."""

    def remember(self, name: str, texts: dict[str, str]) -> None:
        """Keep it."""


class Dictionary:
    """Words that are never misspelt: names of tools, of a trade, in other languages."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def words(self) -> tuple[str, ...]:
        """As they were typed, by alphabet."""
        return tuple(sorted(self._memory.remembered(_WORDS).values(), key=fold))

    def known(self) -> frozenset[str]:
        """Without case and accents, for comparing."""
        return frozenset(self._memory.remembered(_WORDS))

    def add(self, word: str) -> None:
        """One more."""
        plain = " ".join(word.split())
        if plain:
            self._memory.remember(_WORDS, {**self._memory.remembered(_WORDS), _key(plain): plain})

    def remove(self, word: str) -> None:
        """One less."""
        kept = self._memory.remembered(_WORDS)
        if kept.pop(_key(word), None) is not None:
            self._memory.remember(_WORDS, kept)


def _key(word: str) -> str:
    return fold(word).removesuffix("'s")


class Ignored:
    """Findings the person let stand, for each letter."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def of(self, letter: Iterable[str]) -> frozenset[str]:
        """Their names for one letter."""
        kept = self._memory.remembered(_IGNORED).get(_letter(letter), "")
        return frozenset(kept.split("\n")) - {""}

    def add(self, letter: Iterable[str], name: str) -> None:
        """Let one more stand."""
        self._keep(letter, self.of(letter) | {name})

    def remove(self, letter: Iterable[str], name: str) -> None:
        """Speak of it again."""
        self._keep(letter, self.of(letter) - {name})

    def _keep(self, letter: Iterable[str], names: frozenset[str]) -> None:
        table, key = self._memory.remembered(_IGNORED), _letter(letter)
        table.pop(key, None)
        if names:
            table[key] = "\n".join(sorted(names))
        self._memory.remember(_IGNORED, dict(list(table.items())[-_MOST_LETTERS:]))


def _letter(parts: Iterable[str]) -> str:
    return "|".join(parts)
