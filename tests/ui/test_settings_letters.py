"""Letters are changed with what they become in sight, and never keep a hole."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from models.store import open_store
from rules.compose import Letter
from rules.records import Draft, MessageKind, Options, Profile, Tone
from rules.template_check import PLACEHOLDERS, Fault, Problem, TemplateError, problems
from tests.ui.settings_world import World, world
from ui.resources import letter_templates
from ui.settings.example import filled
from ui.settings.letters import LettersSection
from ui.widgets.toast import Notice
from ui.wording.settings import (
    TONES,
    letter_order,
    letter_title,
    placeholder_meaning,
    problem_words,
)

OWN = "Subject: My thanks, {{company}}\n\nDear {{greeting_name}},\n\nThat was good.\n\n{{name}}\n"


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[World]:
    with world(tmp_path, filled=True) as made:
        yield made


def letters(at: World) -> LettersSection:
    at.page.show_section("letters")
    found = at.page.sections["letters"]
    assert isinstance(found, LettersSection)
    return found


def put(section: LettersSection, text: str) -> None:
    """Type a whole text in place of what is there, and leave the field."""
    section.editor.text.setFocus()
    section.editor.text.selectAll()
    section.editor.text.insertPlainText(text)
    section.tone.setFocus()
    section.editor.leave()
    section.show_preview()


def lumen(at: World, tone: Tone = Tone.WARM) -> Letter:
    """The thank-you the session makes for the first person of Lumen & Oak."""
    found = next(one for one in at.session.dossiers() if one.opportunity.company == "Lumen & Oak")
    talk = found.interviews[-1]
    letter = at.session.letter(
        found.opportunity.id, MessageKind.THANK_YOU, talk.met[-1], tone, talk.id
    )
    assert isinstance(letter, Letter)
    return letter


def test_an_edited_text_is_what_new_letters_are_made_from(at: World) -> None:
    section = letters(at)
    put(section, OWN)
    assert at.session.edited_letters() == {"thank_you.warm": OWN}
    made = lumen(at)
    assert made.subject == "My thanks, Lumen & Oak"
    assert made.body.startswith("Dear Sofia,\n\nThat was good.\n\nMaya Ferrer")
    assert "That was good." not in lumen(at, Tone.BRIEF).body
    assert section.picker.entries["thank_you"].accessibleName() == "Thank-you, yours"
    assert "Yours." in section.editor.state.text()


def test_a_draft_that_nobody_touched_follows_the_edited_text(at: World) -> None:
    put(letters(at), OWN)
    found = next(one for one in at.session.dossiers() if one.opportunity.company == "Lumen & Oak")
    talk = found.interviews[-1]
    draft = at.session.draft(
        found.opportunity.id, MessageKind.THANK_YOU, talk.met[-1], Tone.WARM, talk.id
    )
    assert isinstance(draft, Draft)
    assert "That was good." in draft.body


def test_the_sample_follows_each_key(at: World, qtbot: QtBot) -> None:
    section = letters(at)
    assert section.subject.text() == "Thank you, and the move to Leeds"
    assert section.body.text().startswith("Hi Priya,")
    section.editor.text.setFocus()
    section.editor.text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(section.editor.text, Qt.Key.Key_Return)
    QTest.keyClicks(section.editor.text, "PS: {{company}}")
    qtbot.waitUntil(lambda: "PS: Lumen & Oak" in section.body.text(), timeout=2000)
    assert at.session.edited_letters() == {}
    qtbot.waitUntil(lambda: bool(at.session.edited_letters()), timeout=3000)


def test_an_unknown_placeholder_is_named_with_the_right_one(at: World) -> None:
    section = letters(at)
    put(section, OWN.replace("{{company}}", "{{compny}}"))
    said = section.editor.state.text()
    assert "Line 1: no record can fill {{compny}}. Is {{company}} meant?" in said
    assert "letters go on with the text before" in said
    assert section.editor.text.accessibleDescription() == said
    assert at.session.edited_letters() == {}
    assert "compny" not in lumen(at).subject
    assert section.picker.entries["thank_you"].accessibleName() == "Thank-you, to mend"


def test_a_half_typed_text_waits_where_it_was_left(at: World) -> None:
    section = letters(at)
    half = OWN.replace("{{company}}", "{{comp")
    put(section, half)
    section.picker.pick("check_in")
    assert section.editor.template() == letter_templates()["check_in.warm"]
    section.picker.pick("thank_you")
    assert section.editor.template() == half
    at.window.close()
    at.show()
    again = letters(at)
    assert again.editor.template() == half
    put(again, OWN)
    assert at.session.remembered("letters_typed") == {}
    assert at.session.edited_letters() == {"thank_you.warm": OWN}


def test_leaving_the_page_keeps_what_was_typed(at: World) -> None:
    section = letters(at)
    section.editor.text.setFocus()
    section.editor.text.selectAll()
    section.editor.text.insertPlainText(OWN)
    at.page.list.pick("you")
    assert at.session.edited_letters() == {"thank_you.warm": OWN}


@pytest.mark.parametrize("own", [OWN, "Subject: x\n\n{{nobody}}\n"])
def test_the_shipped_text_comes_back_and_ones_own_too(at: World, own: str) -> None:
    section = letters(at)
    assert section.editor.reset.isHidden()
    put(section, own)
    whole = not problems(own)
    assert not section.editor.reset.isHidden()
    section.editor.reset.click()
    assert at.session.edited_letters() == {}
    assert section.editor.template() == letter_templates()["thank_you.warm"]
    assert section.editor.reset.isHidden()
    assert at.said[-1].text == "Thank-you is as it came"
    at.undo()
    assert section.editor.template() == own
    assert bool(at.session.edited_letters()) is whole
    assert section.editor.waits("thank_you.warm") is not whole


def test_typing_the_shipped_text_again_is_no_edit(at: World) -> None:
    section = letters(at)
    put(section, OWN)
    put(section, letter_templates()["thank_you.warm"])
    assert at.session.edited_letters() == {}
    assert section.picker.entries["thank_you"].accessibleName() == "Thank-you"


def test_the_tone_that_letters_begin_in_is_kept(at: World) -> None:
    section = letters(at)
    QTest.mouseClick(section.tone._choices["formal"], Qt.MouseButton.LeftButton)
    assert at.store.options() == at.session.options == Options(tone=Tone.FORMAL)
    assert at.said[-1].text == "Letters begin formal"
    at.undo()
    assert at.session.options == Options()


def test_american_letters_are_spelt_so_and_edited_ones_as_typed(at: World) -> None:
    section = letters(at)
    section.show_letter("pass_on", Tone.WARM)
    assert "favour?" in section.body.text()
    QTest.mouseClick(section.spelling._choices["us"], Qt.MouseButton.LeftButton)
    section.show_preview()
    assert "favor?" in section.editor.template()
    assert "favor?" in section.body.text()
    assert at.session.edited_letters() == {}
    section.show_letter("thank_you", Tone.WARM)
    put(section, OWN.replace("good", "a favour"))
    assert "a favour" in lumen(at).body
    at.session.set_options(Options(spelling="uk"))
    assert "favour?" in at.session.letter_in_use("pass_on.warm")


def test_a_placeholder_is_put_in_from_the_list(at: World) -> None:
    section = letters(at)
    section.editor.text.moveCursor(QTextCursor.MoveOperation.End)
    section.editor.insert.click()
    (menu,) = section.editor.findChildren(QMenu)
    names = [action.text() for action in menu.actions()]
    assert len(names) == len(PLACEHOLDERS)
    next(one for one in menu.actions() if one.text().startswith("{{link}}")).trigger()
    assert section.editor.template().endswith("{{link}}{{link}}\n")
    menu.close()


def test_another_person_shows_the_other_wordings(at: World) -> None:
    section = letters(at)
    first = section.body.text()
    section.other.click()
    assert section.body.text().startswith("Hi Daniel,")
    assert section.body.text() != first
    section.show_letter("check_in", Tone.BRIEF)
    assert section.other.isHidden()


def test_a_full_disk_keeps_the_text_on_the_screen(at: World) -> None:
    section = letters(at)
    at.file.full = True
    put(section, OWN)
    assert "no room left" in at.said[-1].text
    assert section.editor.template() == OWN
    assert at.session.edited_letters() == {}
    at.file.full = False
    section.editor.leave()
    assert at.session.edited_letters() == {"thank_you.warm": OWN}


def test_the_session_refuses_a_text_with_holes_and_changes_nothing(at: World) -> None:
    at.session.set_letter("check_in.warm", OWN)
    with pytest.raises(TemplateError) as refused:
        at.session.set_letter("check_in.warm", "Subject: x\n\n{{roel}} and [[\n")
    assert [one.fault for one in refused.value.problems] == [Fault.UNKNOWN, Fault.UNPAIRED]
    assert refused.value.problems[0].near == "role"
    assert at.session.edited_letters() == {"check_in.warm": OWN}
    with pytest.raises(KeyError):
        at.session.set_letter("nothing.warm", OWN)


def test_edited_texts_are_there_after_a_restart(tmp_path: Path, qapp: QApplication) -> None:
    with world(tmp_path, filled=True) as at:
        put(letters(at), OWN)
    store = open_store(tmp_path / "data" / "afterword.db")
    assert store.texts("letters") == {"thank_you.warm": OWN}
    store.close()


def test_a_link_stands_below_the_phone_number(at: World) -> None:
    at.session.set_profile(
        Profile(name="Maya Ferrer", phone="020 7946 0123", link="ferrer.example")
    )
    assert lumen(at).body.endswith("\nMaya Ferrer\n020 7946 0123\nferrer.example")
    at.session.set_profile(replace(at.session.profile, phone=""))
    assert lumen(at).body.endswith("\nMaya Ferrer\nferrer.example")


@pytest.mark.parametrize("name", sorted(letter_templates()))
def test_every_sort_of_letter_can_be_seen_whole(at: World, name: str) -> None:
    sort, _, tone = name.rpartition(".")
    found = filled(
        sort,
        letter_templates()[name],
        Tone(tone),
        moment=at.session.moment(),
        profile=at.session.profile,
        names=letter_templates(),
    )
    assert isinstance(found, Letter)
    assert found.body
    assert "{{" not in found.body
    assert found.open == ()
    assert "Maya Ferrer" in found.body
    assert found.subject


def test_every_sort_has_its_title_and_each_mark_its_meaning() -> None:
    order = letter_order(tuple(letter_templates()))
    assert order[0] == "thank_you"
    titles = [letter_title(sort) for sort in order]
    assert len(set(titles)) == len(titles)
    assert not [title for title in titles if "_" in title]
    assert letter_title("new_kind-odd_one") == "New kind, odd one"
    assert {one.partition("-")[0] for one in order} == {one.value for one in MessageKind}
    assert all(placeholder_meaning(name) for name in PLACEHOLDERS)
    assert set(TONES) == set(Tone)


@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_has_its_sentence(fault: Fault) -> None:
    plain = problem_words(Problem(fault=fault, line=3, what="{x"))
    assert plain.endswith(".")
    assert "!" not in plain
    if fault in (Fault.UNKNOWN, Fault.BROKEN):
        assert plain.startswith("Line 3: ")
        meant = problem_words(Problem(fault=fault, line=3, what="x", near="role"))
        assert meant.endswith("Is {{role}} meant?")


@pytest.mark.timeout(20)
def test_fifty_megabytes_are_refused_at_once_with_the_template_kept(at: World) -> None:
    section = letters(at)
    before = section.editor.template()
    said: list[Notice] = []
    section.editor._keeping.said.connect(said.append)
    data = QMimeData()
    data.setText("line\n" * 10_000_000)
    section.editor.text.insertFromMimeData(data)
    assert section.editor.template() == before
    assert [one.text for one in said] == ["That is too long to paste here. Nothing was changed."]
