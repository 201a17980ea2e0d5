"""Harper over the dictionary: what both doubt, and some grammar."""

import importlib.util
from dataclasses import dataclass

import pytest

from models.grammar import Grammar, best_english
from models.spelling import English
from rules.proof import Doubt


@dataclass
class Said:
    """A lint, a span and a suggestion in one: enough of each."""

    start: int
    end: int
    lint_kind: str
    message: str = ""
    words: tuple[str, ...] = ()
    replacement_text: str = ""

    @property
    def span(self) -> "Said":
        return self

    @property
    def suggestions(self) -> list["Said"]:
        return [Said(0, 0, "", replacement_text=one) for one in self.words]


class Harper:
    """Says the same of every text."""

    def __init__(self, *said: Said) -> None:
        self.said = said

    def lint(self, text: str, *, language: str) -> tuple[Said, ...]:
        del text
        assert language == "plaintext"
        return self.said


@pytest.fixture(scope="module")
def english() -> English:
    return English()


def test_a_word_is_doubted_only_where_both_do(english: English) -> None:
    both = Grammar(english, Harper(Said(2, 9, "Spelling", words=("colors",))))
    assert [one.start for one in both.look("a kneeed b")] == [2]
    assert Grammar(english, Harper()).look("a kneeed b") == []
    assert both.look("a bread b") == []


def test_the_dictionary_proposes_first_and_harper_where_it_knows_nothing(english: English) -> None:
    harper = Harper(Said(0, 5, "Spelling", words=("Priya", "Priya", "")))
    assert Grammar(english, harper).look("Pryia") == [Doubt(0, 5, ("Priya",))]
    harper = Harper(Said(2, 8, "Spelling", words=("knelt",)))
    (doubt,) = Grammar(english, harper).look("a kneeed b")
    assert doubt.rights[0] == "kneed"


def test_of_grammar_only_the_quiet_kinds_are_heard(english: English) -> None:
    harper = Harper(
        Said(0, 4, "Style", "An Oxford comma is necessary here."),
        Said(9, 11, "Agreement", "The article is another.", ("in", "")),
        Said(3, 8, "Agreement", "`filing` is a mass noun."),
        Said(9, 11, "Usage", "The correct preposition is `in`."),
        Said(0, 7, "Grammar", "The verb disagrees."),
    )
    found = Grammar(english, harper).look("we likes as")
    assert found == [
        Doubt(0, 7, (), "The verb disagrees."),
        Doubt(9, 11, ("in",), "The article is another."),
    ]


def test_the_best_there_is_knows_english() -> None:
    speller = best_english(("kubectl2",))
    harper = importlib.util.find_spec("harper") is not None
    assert isinstance(speller, Grammar if harper else English)
    assert speller.look("The colour of the kubectl2 center") == []
    (doubt,) = speller.look("the managment of it")
    assert "management" in doubt.rights
