"""English as it is spelt here and there, and what was meant with a slip."""

from functools import lru_cache

import pytest

from models.spelling import English


@lru_cache(maxsize=1)
def english() -> English:
    """Loading takes a third of a second."""
    return English(("kubectl2", "Zubin"))


@pytest.mark.parametrize(
    "text",
    [
        "The colour of the center, organised and organized.",
        "I'm sure that she'll've gone; the team's plan isn't theirs.",
        "whilst onboarding at the paediatric centre",
        "mediations and gridline and handoff and shoebox",
        "Zubin said so",
        "x" * 80,
        "12 3a 4",
    ],
)
def test_what_is_english(text: str) -> None:
    assert english().look(text) == []


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("kneeed", "kneed"),
        ("breda", "bread"),
        ("kithcen", "kitchen"),
        ("resturants", "restaurants"),
        ("oportunity", "opportunity"),
        ("managment", "management"),
    ],
)
def test_what_was_meant(word: str, right: str) -> None:
    (doubt,) = english().look(f"a {word} b")
    assert (doubt.start, doubt.end) == (2, 2 + len(word))
    assert right in doubt.rights


@pytest.mark.parametrize("word", ["informations", "equipments", "eachother", "thoughtfull"])
def test_what_only_looks_like_a_word(word: str) -> None:
    assert english().look(word)


def test_a_name_is_doubted_without_a_proposal() -> None:
    (doubt,) = english().look("Pryia")
    assert doubt.rights == ()


@pytest.mark.parametrize("word", ["zz", "q" * 30, "qxzvkwq"])
def test_nothing_is_near_to_some(word: str) -> None:
    assert all(doubt.rights == () for doubt in english().look(word))


def test_a_word_is_learnt() -> None:
    speller = English()
    assert speller.look("blorfing")
    speller.learn("Blorfing")
    assert speller.look("blorfing") == []
