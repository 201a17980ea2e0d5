"""The dictionary in the settings: words in, words out, and the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rules.records import Tone
from tests.ui.settings_world import World, world
from ui.proofread.dictionary import Dictionary, Ignored
from ui.resources import letter_templates
from ui.settings.dictionary import DictionaryCard
from ui.settings.letters import LettersSection
from ui.wording.settings import letter_order


def test_a_template_is_read_as_the_letter_it_becomes(at: World) -> None:
    at.page.show_section("letters")
    section = at.page.sections["letters"]
    assert isinstance(section, LettersSection)
    assert section.proof.lines() == ()
    assert section.proof.isHidden()
    text = section.editor.text
    text.selectAll()
    words = "We recieve the the {{role}}."
    text.insertPlainText(
        f"Subject: Thanks\n\nDear {{{{greeting_name}}}},\n\n{words}\n\n{{{{name}}}}"
    )
    section.show_preview()
    section.proof._reader.settle(lambda: None)
    assert section.proof.lines() == (
        "recieve \u2192 receive. Misspelt.",
        "the the \u2192 the. The same word twice.",
    )
    assert not section.proof.isHidden()
    section.show_letter("check_in", Tone.BRIEF)
    section.proof._reader.settle(lambda: None)
    assert section.proof.lines() == ()


@pytest.mark.parametrize("sort", letter_order(tuple(letter_templates())))
def test_the_sample_of_each_text_that_ships_is_free_of_faults(at: World, sort: str) -> None:
    at.page.show_section("letters")
    section = at.page.sections["letters"]
    assert isinstance(section, LettersSection)
    for tone in Tone:
        section.show_letter(sort, tone)
        section.proof._reader.settle(lambda: None)
        assert section.proof.lines() == (), tone


class Shelf:
    """Small tables in memory."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[str, str]] = {}

    def remembered(self, name: str) -> dict[str, str]:
        return dict(self.tables.get(name, {}))

    def remember(self, name: str, texts: dict[str, str]) -> None:
        self.tables[name] = dict(texts)


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[World]:
    with world(tmp_path, filled=True) as made:
        yield made


def card(at: World) -> DictionaryCard:
    at.page.show_section("letters")
    found = at.page.sections["letters"]
    assert isinstance(found, LettersSection)
    return found.dictionary


def shown(made: DictionaryCard) -> list[str]:
    return [one.text() for one in made.words()]


def test_words_are_typed_in_and_kept(at: World) -> None:
    made = card(at)
    assert shown(made) == []
    made.field.setFocus()
    QTest.keyClicks(made.field, "Figjam, terafom")
    QTest.keyClick(made.field, Qt.Key.Key_Return)
    assert shown(made) == ["Figjam", "terafom"]
    assert made.field.text() == ""
    made.button.click()
    assert at.session.remembered("words") == {"figjam": "Figjam", "terafom": "terafom"}


def test_a_word_is_taken_out_and_brought_back(at: World) -> None:
    Dictionary(at.session).add("Figjam")
    Dictionary(at.session).add("terafom")
    made = card(at)
    made.refresh()
    first, _ = made.words()
    assert first.accessibleName() == "Remove Figjam from the dictionary"
    first.click()
    assert shown(made) == ["terafom"]
    assert made.words()[0].hasFocus()
    act = at.said[-1].act
    assert act is not None
    act()
    assert shown(made) == ["Figjam", "terafom"]
    for _ in range(2):
        made.words()[-1].click()
    assert shown(made) == []
    assert made.field.hasFocus()


def test_a_word_is_one_word_however_it_is_written() -> None:
    words = Dictionary(Shelf())
    for word in ("Café", "cafe's", "  ", "Zoë"):
        words.add(word)
    assert words.words() == ("cafe's", "Zoë")
    assert words.known() == {"cafe", "zoe"}
    words.remove("CAFÉ")
    words.remove("unknown")
    assert words.words() == ("Zoë",)


def test_what_is_let_stand_is_kept_for_some_letters_only() -> None:
    shelf = Shelf()
    ignored = Ignored(shelf)
    for number in range(450):
        ignored.add(("o", str(number)), "W01\tbody\tx")
    assert len(shelf.tables["ignored"]) == 400
    assert ignored.of(("o", "449")) == {"W01\tbody\tx"}
    assert ignored.of(("o", "3")) == frozenset()
    ignored.add(("o", "449"), "L02\tbody\ty")
    ignored.remove(("o", "449"), "W01\tbody\tx")
    assert ignored.of(("o", "449")) == {"L02\tbody\ty"}
    ignored.remove(("o", "449"), "L02\tbody\ty")
    assert "o|449" not in shelf.tables["ignored"]
