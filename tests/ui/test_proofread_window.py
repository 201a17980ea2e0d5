"""Proofreading in the window: the list, the lines below the words, and mending by hand and key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from rules.records import OpportunityId
from tests.ui.proof_world import FewWords, HeldHands
from tests.ui.sheet_world import ALT, CONTROL, PLAIN, World, world
from ui.proofread.proofreader import Proofreader
from ui.proofread.row import FindingRow
from ui.sheet.follow_up.writing import WritingPage

LUMEN = OpportunityId("lumen")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    del qtbot
    with world(tmp_path, reader=Proofreader(FewWords().load, pause=0)) as made:
        made.sheet.open(LUMEN)
        yield made


def page(made: World) -> WritingPage:
    return made.sheet.follow_up.writing


def write(made: World, words: str, *, before: str = "\n\nWarm regards") -> None:
    """Type words into the letter, as a paragraph above the sign-off."""
    body = page(made).letter.body
    at = body.text().index(before)
    body.replace_at(at, at, f"\n\n{words}")
    page(made).proofing.settle(lambda: None)


def rows(made: World) -> list[FindingRow]:
    return list(page(made).side.proof.rows())


def found(made: World) -> list[tuple[str, str]]:
    """What the list shows: number and words."""
    return [(one.finding.id, one.finding.wrong) for one in rows(made)]


def text(made: World) -> str:
    return page(made).letter.body.text()


def focused_row(made: World) -> int:
    QApplication.processEvents()
    return next((n for n, one in enumerate(rows(made)) if one.hasFocus()), -1)


def press(made: World, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """A key to what has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)
    QApplication.processEvents()


def test_a_good_letter_shows_what_passed_and_what_no_check_sees(day: World) -> None:
    panel = page(day).side.proof
    assert rows(day) == []
    assert panel.accessibleName() == "Proofreading, nothing found"
    assert panel.passed.fold.text().endswith("checks passed")
    assert not any("cannot hear the tone" in one for one in day.texts().split("\n"))
    panel.passed.fold.click()
    QApplication.processEvents()
    assert "cannot hear the tone" in day.texts()
    assert "Signed with your name" in day.texts()
    assert panel.passed.fold.accessibleName().endswith("shown")
    write(day, "We recieve it.")
    assert "Spelling" not in day.texts().split("\n")
    panel.passed.fold.click()
    assert "Signed with your name" not in day.texts()


def test_the_worst_comes_first_and_is_said(day: World) -> None:
    write(day, "The new setpu looks good, and I look forward to recieve it.")
    panel = page(day).side.proof
    assert found(day) == [("W01", "recieve"), ("W01", "setpu")]
    assert panel.accessibleName() == "Proofreading, 1 to fix, 1 to consider"
    assert "2 to fix" not in day.texts()
    first, second = rows(day)
    assert first.accessibleName().startswith("Fix: recieve, better receive")
    assert second.accessibleName().startswith("Consider: setpu, better setup")
    assert (first.button.text(), second.button.text()) == ("Fix", "Fix")
    assert page(day).footer.words() == "1 thing to fix before it goes"


def test_enter_fixes_and_the_next_row_has_the_keyboard(day: World) -> None:
    write(day, "The new setpu looks good, and I look forward to recieve it.")
    day.key(Qt.Key.Key_P, ALT)
    assert focused_row(day) == 0
    press(day, Qt.Key.Key_Return)
    assert "to receive it." in text(day)
    assert found(day) == [("W01", "setpu")]
    assert focused_row(day) == 0
    press(day, Qt.Key.Key_Z, CONTROL)
    assert "to recieve it." in text(day)
    assert found(day)[0] == ("W01", "recieve")
    press(day, Qt.Key.Key_Up)
    press(day, Qt.Key.Key_Return)
    press(day, Qt.Key.Key_Return)
    assert rows(day) == []
    assert "The new setup looks good, and I look forward to receive it." in text(day)
    assert page(day).letter.body.hasFocus()


def test_rows_are_walked_with_the_arrows(day: World) -> None:
    write(day, "The new setpu looks good, and I look forward to recieve it.")
    day.key(Qt.Key.Key_P, ALT)
    for key, place in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0)):
        press(day, key)
        assert focused_row(day) == place


def test_delete_lets_it_stand_in_this_letter_for_good(day: World) -> None:
    write(day, "The new setpu looks good.")
    day.key(Qt.Key.Key_P, ALT)
    press(day, Qt.Key.Key_Delete)
    assert rows(day) == []
    assert day.said[-1].text == "Ignored in this letter"
    day.sheet.close_sheet()
    day.sheet.open(LUMEN)
    assert "setpu" in text(day)
    assert rows(day) == []
    day.key(Qt.Key.Key_3, ALT)
    write(day, "The new setpu looks good.")
    assert ("W01", "setpu") in found(day)
    day.key(Qt.Key.Key_2, ALT)
    assert rows(day) == []
    act = next(one for one in reversed(day.said) if one.text == "Ignored in this letter").act
    assert act is not None
    act()
    assert found(day) == [("W01", "setpu")]


def entry(row: FindingRow, words: str) -> None:
    """Choose from the menu of a row."""
    row.more.click()
    (menu,) = row.findChildren(QMenu)
    action = next(one for one in menu.actions() if one.text().split("\t")[0] == words)
    action.trigger()
    menu.close()
    QApplication.processEvents()


def test_a_word_of_ones_own_is_learnt_for_every_letter(day: World) -> None:
    write(day, "Terraform, or terafom for short, looks good.")
    assert found(day) == [("W01", "terafom")]
    entry(rows(day)[0], "Add to dictionary")
    assert rows(day) == []
    assert day.session.remembered("words") == {"terafom": "terafom"}
    page(day).choose_number(2)
    write(day, "The terafom is in the setpu.")
    assert [one for one in found(day) if one[0] == "W01"] == [("W01", "setpu")]
    act = next(one for one in reversed(day.said) if "dictionary" in one.text).act
    assert act is not None
    act()
    assert day.session.remembered("words") == {}
    assert [one for one in found(day) if one[0] == "W01"] == [
        ("W01", "terafom"),
        ("W01", "setpu"),
    ]


def test_the_menu_shows_and_ignores(day: World) -> None:
    write(day, "The new setpu looks good.")
    entry(rows(day)[0], "Show in the letter")
    assert page(day).letter.body.textCursor().selectedText() == "setpu"
    QTest.keyClick(rows(day)[0], Qt.Key.Key_Menu)
    (menu,) = rows(day)[0].findChildren(QMenu)
    menu.actions()[1].trigger()
    menu.close()
    assert rows(day) == []


def test_all_are_fixed_at_once_and_taken_back_at_once(day: World) -> None:
    page(day).letter.subject.setText("Thank you you all")
    page(day).letter.edited.emit()
    before = text(day)
    write(day, "The the setpu \U0001d4d0 is what I recieve.")
    typed = text(day)
    page(day).side.proof.all.click()
    assert "The setup \U0001d4d0 is what I receive." in text(day)
    assert not any(one.finding.right for one in rows(day))
    page(day).letter.body.undo()
    assert text(day) == typed
    page(day).letter.body.undo()
    assert text(day) == before


def waves(made: World) -> dict[str, str]:
    """The underlined words, and their colour."""
    shown = {}
    for one in page(made).letter.body.extraSelections():
        assert one.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
        shown[one.cursor.selectedText()] = one.format.underlineColor().name()
    return shown


def test_lines_stand_below_the_words_in_the_colours_of_the_theme(day: World) -> None:
    write(day, "\U0001f600\U0001f600 The setpu I recieve.")
    theme = day.look.theme
    shown = waves(day)
    assert shown["setpu"] == theme.squiggle_consider.name()
    assert shown["recieve"] == theme.squiggle_fix.name()
    day.look.set_dark(True)
    assert waves(day)["recieve"] == day.look.theme.squiggle_fix.name() != theme.squiggle_fix.name()


def test_a_sentence_to_consider_is_not_underlined_whole(day: World) -> None:
    write(day, " ".join(["word"] + [f"w{n}" for n in range(45)]) + ".")
    assert ("L02", True) in [(one, len(words) > 80) for one, words in found(day)]
    assert all(len(words) < 80 for words in waves(day))


def test_the_subject_has_its_line_and_its_fix(day: World) -> None:
    subject = page(day).letter.subject
    subject.setFocus()
    subject.setText("Re the [role] Thank you")
    page(day).letter.edited.emit()
    page(day).proofing.settle(lambda: None)
    assert ("F01", "[role]") in found(day)
    line = page(day).mending.squiggles
    ((left, right),) = line.spans()
    metrics = subject.fontMetrics()
    assert abs((right - left) - metrics.horizontalAdvance("[role]")) < 4
    assert line.geometry() == subject.rect()
    assert not line.grab().isNull()
    subject.setCursorPosition(0)
    day.key(Qt.Key.Key_F8)
    assert subject.selectedText() == "[role]"
    subject.setText("")
    assert line.spans() == ()


def test_f8_goes_from_one_to_the_next_and_around(day: World) -> None:
    write(day, "The new setpu looks good, and I look forward to recieve it.")
    body = page(day).letter.body
    body.setFocus()
    body.moveCursor(body.textCursor().MoveOperation.Start)
    words = []
    for modifier in (PLAIN, PLAIN, PLAIN, SHIFT):
        day.key(Qt.Key.Key_F8, modifier)
        words.append(body.textCursor().selectedText())
    assert words == ["setpu", "recieve", "setpu", "recieve"]
    day.key(Qt.Key.Key_P, ALT)
    assert focused_row(day) == 0  # the row of what is selected
    assert rows(day)[0].finding.wrong == "recieve"


def test_f8_in_a_good_letter_goes_to_the_list(day: World) -> None:
    day.key(Qt.Key.Key_F8)
    assert page(day).side.proof.passed.fold.hasFocus()


def test_in_a_narrow_sheet_the_drawers_button_counts(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    with world(tmp_path, width=700, reader=Proofreader(FewWords().load)) as made:
        made.sheet.open(LUMEN)
        button = page(made).side.button
        assert button.isVisible()
        assert button.text() == "What came up"
        write(made, "We recieve it.")
        assert button.text() == "1 to fix"
        made.key(Qt.Key.Key_P, ALT)
        assert page(made).side.is_open
        assert focused_row(made) == 0
        press(made, Qt.Key.Key_Return)
        assert button.text() == "What came up"


def test_typing_goes_on_while_it_is_read(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    hands = HeldHands()
    with world(tmp_path, reader=Proofreader(FewWords().load, hands, pause=10_000)) as made:
        made.sheet.open(LUMEN)
        assert page(made).side.proof.isVisible()
        assert rows(made) == []
        hands.work()
        write(made, "We recieve it.")
        write(made, "We recieve it too.")
        hands.work()
        assert rows(made) == []  # that was about an older text
        hands.work()
        assert found(made) == [("W01", "recieve"), ("W01", "recieve")]
        made.key(Qt.Key.Key_3, ALT)
        assert rows(made) == []
        made.sheet.close_sheet()
        hands.work()
        assert rows(made) == []


def test_a_letter_that_went_out_is_not_read(day: World) -> None:
    write(day, "We recieve it.")
    day.key(Qt.Key.Key_1, ALT)
    assert "Sent" in page(day).people.buttons()[0].accessibleName() or rows(day) == []
    assert page(day).side.proof.isHidden()
    assert page(day).letter.body.extraSelections() == []
