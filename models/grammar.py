"""Harper, a checker of English grammar, where the person has installed it (harper-py).

It knows more words than the dictionary that comes with the program, and some grammar. It is
opinionated, too: of what it says only the kinds are heard that are seldom wrong in letters.
"""

from collections.abc import Iterable, Sequence
from threading import Lock
from typing import Protocol

from models.spelling import English
from rules.proof import Doubt

_HEARD = frozenset({"Agreement", "Grammar"})
_UNHEARD = "mass noun"  # it takes "a filing" and "an opening" for one
_MOST_RIGHTS = 5


class Span(Protocol):
    """Where something stands in the text."""

    @property
    def start(self) -> int:
        """The first letter."""

    @property
    def end(self) -> int:
        """The letter behind the last."""


class Suggestion(Protocol):
    """What may stand there instead."""

    @property
    def replacement_text(self) -> str:
        """The words; empty where they are to be taken out."""


class Lint(Protocol):
    """Something that Harper says of a text."""

    @property
    def span(self) -> Span:
        """Where."""

    @property
    def lint_kind(self) -> str:
        """Of what kind it is, such as "Spelling"."""

    @property
    def message(self) -> str:
        """One sentence."""

    @property
    def suggestions(self) -> Sequence[Suggestion]:
        """What it proposes, the best first."""


class Linter(Protocol):
    """The part of Harper that is used."""

    def lint(self, text: str, *, language: str) -> Sequence[Lint]:
        """What it has to say of the text, which is in that markup."""


class Grammar:
    """A speller that doubts a word only where the dictionary and Harper both do."""

    def __init__(self, english: English, linter: Linter) -> None:
        self._english = english
        self._linter = linter
        self._one_at_a_time = Lock()  # Harper raises where two threads ask at once

    def look(self, text: str) -> Sequence[Doubt]:
        """Words that neither knows, and what Harper says of the grammar, in order."""
        with self._one_at_a_time:
            said = self._linter.lint(text, language="plaintext")
        unknown = {one.span.start: one for one in said if one.lint_kind == "Spelling"}
        found = [
            Doubt(one.start, one.end, one.rights or _rights(unknown[one.start]))
            for one in self._english.look(text)
            if one.start in unknown
        ]
        found += [
            Doubt(one.span.start, one.span.end, _rights(one), one.message)
            for one in said
            if one.lint_kind in _HEARD and _UNHEARD not in one.message
        ]
        return sorted(found, key=lambda one: (one.start, one.end))


def _rights(lint: Lint) -> tuple[str, ...]:
    proposed = (one.replacement_text for one in lint.suggestions)
    return tuple(dict.fromkeys(one for one in proposed if one))[:_MOST_RIGHTS]


def best_english(own_words: Iterable[str] = ()) -> English | Grammar:
    """Harper over the dictionary where it is installed, else the dictionary alone.

    Takes half a second, with Harper more than one: for a worker.
    """
    english = English(own_words)
    try:
        from harper import Linter as HarperLinter
    except ImportError:
        return english
    return Grammar(english, HarperLinter())
