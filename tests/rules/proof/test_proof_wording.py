"""Slips of spelling, wording and punctuation: W01 to W05."""

import re
from dataclasses import replace

import pytest

from rules.proof import Doubt, Pursuit, Severity
from rules.proof.stems import stem
from rules.proof.variants import also_right, american, variety_of
from tests.rules.proof.desk import LETTER, Words, found, of, saying

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I will definately come.", [(FIX, "definately", "definitely")]),
        ("Alot was said.", [(FIX, "Alot", "A lot")]),
        ("See recieve.example/recieve for it.", []),
    ],
)
def test_words_that_are_never_right(text: str, expected: list[tuple[Severity, str, str]]) -> None:
    assert found("W01", saying(text)) == expected


def test_a_name_may_be_spelt_as_it_likes() -> None:
    assert not of("W01", saying("The people of teh tarik are kind.", company="Teh Tarik"))


SPELLER = Words(
    "we it the way is now",
    kneed="knead",
    proofd="proofed",
    hous="house",
    flouring="flour",
    wrog="wrong",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We kneed it.", [("kneed", "knead")]),
        ("We Kneed it.", []),
        ("We hous it.", [("hous", "house")]),
        ("The wrog way.", [("wrog", "wrong")]),
        ("It is flouring now.", []),  # two slips away, and longer
        ("We kn\u00e9ed it.", []),
        ("See x/kneed/y.", []),
        ("\u201cWe kneed it,\u201d they said.", []),
        ("The rota is cooked.", []),  # words of the record, with an ending
    ],
)
def test_words_that_the_speller_doubts(text: str, expected: list[tuple[str, str]]) -> None:
    body = f"Dear Priya,\n\n{text}\n\nKneed regards,\nJo Larkin"
    hits = found("W01", replace(LETTER, body=body), SPELLER)
    assert [(wrong, right) for _, wrong, right in hits] == expected
    assert not of("W01", replace(LETTER, body=body))


def test_one_variety_of_english() -> None:
    both = saying("The colour of the center is calm.")
    assert found("W01", both) == [(CONSIDER, "center", None)]
    for one in ("The colour of the centre is calm.", "The color of the center is calm."):
        assert not of("W01", saying(one))
    assert not of("W01", saying("The colour of the Harbor Center is calm."))
    assert not of("W01", saying("The colour of the center is calm.", company="center"))


def test_british_words_are_known_by_their_american_ones() -> None:
    assert "organizing" in american("organising")
    assert american("bread") == ()
    assert also_right("whilst")
    assert not also_right("whlist")
    assert (variety_of("colour"), variety_of("color"), variety_of("bread")) == (
        "British",
        "American",
        "",
    )
    assert stem("testing") == stem("tests")
    assert stem("bed's") == "bed"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Your welcome.", "You're"),
        ("Your welcome to call.", "You're"),
        ("It was you're team that won.", "your team"),
        ("I liked meeting you're day team.", "meeting your"),
        ("Its been a joy.", "It's been"),
        ("The firm and it's own bread.", "its own"),
        ("I would of come.", "would have"),
        ("It rose more then I thought.", "more than"),
        ("I'am sure.", "I'm"),
        ("Many thank's to you.", "thanks"),
        ("I look forward to hear more.", "look forward to hearing"),
        ("You was kind.", "You were"),
        ("Whose going to bake?", "Who's going to"),
        ("It had a big affect on me.", "a big effect"),
        ("so i asked.", "I"),
    ],
)
def test_confusions(text: str, right: str) -> None:
    (only,) = of("W02", saying(text.replace("big affect", "big affect")))
    assert only.severity is CONSIDER
    assert only.right is not None
    assert right.endswith(only.right) or only.right.endswith(right)


@pytest.mark.parametrize(
    "text",
    [
        "Your welcome pack was thorough.",
        "You're right about time.",
        "If you're working on Monday, I can come.",
        "It's people who make bread.",
        "Its very own oven is there.",
        "That would of course be fine.",
        "First we mix, then we bake, more then than now?",
        "I met a baker whose working day starts at two.",
        "The i.e. in the note is mine.",
        "\u201cYou was there,\u201d he sang.",
        "We looked forward to Monday.",
        "Clause (i) and part i, ii of it.",
    ],
)
def test_no_confusion(text: str) -> None:
    assert [one.wrong for one in of("W02", saying(text)) if "than now" not in text] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I saw the the bread.", [(FIX, "the the", "the")]),
        ("I saw the\nthe bread.", [(FIX, "the\nthe", "the")]),
        ("I saw bread bread.", [(CONSIDER, "bread bread", "bread")]),
        ("The plan that that team made is very very good.", []),
        ("I checked in in May.", []),
        ("I work in in May.", [(FIX, "in in", "in")]),
        ("New York New York is far. Ha Ha is a name.", []),
        ("\u201cNight night,\u201d they said.", []),
        ("A A battery.", [(FIX, "A A", "A")]),
        ("The Baden Baden branch and the larkin larkin sign.", []),
    ],
)
def test_a_word_twice(text: str, expected: list[tuple[Severity, str, str]]) -> None:
    assert found("W03", saying(text)) == expected


def test_a_word_twice_in_the_subject() -> None:
    letter = replace(LETTER, subject="Thank you for for the Kitchen Manager talk")
    assert found("W03", letter) == [(FIX, "for for", "for")]
    assert not of("W03", replace(LETTER, subject="Kitchen kitchen Manager"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bread , soup.", [("d ,", "d,")]),
        ("See a.example , soup.", [("e ,", "e,")]),
        ("Bread :) soup.", []),
        ("Bread,soup and rice.", [(",", ", ")]),
        ("It rose.Then we ate.", [(".", ". ")]),
        ("I used Node.js Then daily.", []),
        ("The Breads.Com Then site.", []),
        ("It rose,, slowly.", [(",,", ",")]),
        ("It rose.. Slowly.", [("..", ".")]),
        ("It rose... slowly.", []),
        ("We met at 3 p.m.. Then I left.", []),
        ("Bread, soup, etc., were good.", []),
        ("It was,. Then done.", [(",.", ".")]),
        ("I think of the bread that you bake", [("bake", "bake.")]),
        ("I put the plan for the bread at https://x.example/plan", []),
        ("- I think of the bread that you bake", []),
        ("Not a sentence", []),
        ("The bread (and the soup was good.", [("(", None)]),
        ("The bread) and the soup was good.", [(")", None)]),
        ("a) bread and b) soup was good.", []),
        ("The \u201cbread and the soup was good.", [("\u201c", None)]),
        ('The "bread and the soup was good.', [('"', None)]),
        ('A 10" pan and a [small] one.', []),
        ("It rose. then we ate.", [("then", "Then")]),
        ("It rose. iPhone is a brand, eBay too.", []),
        ("It rose. monday.com is a brand.", []),
        ("It rose... then we ate.", []),
        ("It rose, i.e. it was good.", []),
        ("The list:\n- bread\n- soup that is hot.", []),
        ("It rose. (then we ate.)", []),
        ("It rose. www.bread.example is mine.", []),
        ("\u201cIt rose!\u201d they said.", []),
    ],
)
def test_punctuation(text: str, expected: list[tuple[str, str | None]]) -> None:
    others = (Pursuit(company="monday.com"),)
    letter = saying(text, notes="Node.js breads.com", others=others)
    assert [(wrong, right) for _, wrong, right in found("W04", letter)] == expected


def test_a_letter_may_go_on_after_its_greeting() -> None:
    body = "Hi Priya, thank you for the talk. It was good.\n\nKind regards,\nJo Larkin"
    assert not of("W04", replace(LETTER, body=body))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bread  soup.", [("  ", " ")]),
        ("It rose.  We ate. It was good.", [("  ", " ")]),
        ("It rose.\tWe ate.", [("\t", " ")]),
        ("\tIt rose.", [("\t", "")]),
        ("It rose.\n\n\n\nWe ate.", [("\n\n\n\n", "\n\n")]),
        ("It rose.\n\nWe ate.", []),
    ],
)
def test_spaces(text: str, expected: list[tuple[str, str]]) -> None:
    hits = found("W05", saying(text))
    assert [(wrong, right) for _, wrong, right in hits] == expected


def test_two_spaces_after_every_sentence_are_meant() -> None:
    body = "Dear Priya,\n\nIt rose.  We ate.  It was good.  I left.\n\nKind regards,\nJo Larkin"
    assert not of("W05", replace(LETTER, body=body))


class Grammarian:
    """A speller that has something to say of the grammar of one word, wherever it stands."""

    def __init__(self, word: str, right: str = "") -> None:
        self.word, self.rights = word, (right,) if right else ()

    def look(self, text: str) -> list[Doubt]:
        return [
            Doubt(hit.start(), hit.end(), self.rights, "Said of the grammar.")
            for hit in re.finditer(rf"\b{self.word}\b", text)
        ]


def test_a_reason_to_doubt_the_grammar_is_passed_on() -> None:
    letter = saying("They likes the bread.")
    assert found("W02", letter, Grammarian("likes", "like")) == [(CONSIDER, "likes", "like")]
    assert [one.reason for one in of("W02", letter, Grammarian("likes"))] == [
        "Said of the grammar."
    ]
    assert not of("W01", letter, Grammarian("likes", "liked"))


def test_the_grammar_of_others_is_theirs() -> None:
    quoted = saying('As your poster says, "They likes the bread" every day.')
    assert not of("W02", quoted, Grammarian("likes"))
    assert not of("W02", saying("See https://kestrel.example/likes for it."), Grammarian("likes"))
    assert not of("W02", replace(LETTER, me=replace(LETTER.me, name="Jo Larkin")), Grammarian("Jo"))
