"""The quick-add line: what it takes, what it shows of it, and what it asks."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rules.quick_add import Entry, Kind
from rules.records import Moment
from ui.resources import load_fonts
from ui.theme import Look
from ui.widgets.line_field import LONGEST
from ui.widgets.quick_add import NAME, QuickAdd

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 5, 14, 15, 20, tzinfo=LONDON)


class Watch:
    """A session that knows only what time it is."""

    def moment(self) -> Moment:
        return Moment(now=NOW, zone=LONDON, zone_of=lambda _name: None)


@pytest.fixture
def quick(qapp: QApplication, qtbot: QtBot) -> QuickAdd:
    del qapp
    load_fonts()
    widget = QuickAdd(Look(reduced_motion=True), Watch(), big=True)
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    widget.field.setFocus()
    return widget


@pytest.fixture
def entered(quick: QuickAdd) -> list[Entry]:
    found: list[Entry] = []
    quick.entered.connect(found.append)
    return found


def spoken_chips(quick: QuickAdd) -> list[str]:
    return [chip.accessibleName() for chip in quick.chips.chips()]


def test_a_huge_paste_is_refused_with_the_old_text_kept(quick: QuickAdd) -> None:
    quick.field.setText("Lumen & Oak")
    quick.field.take("x" * 50_000_000)
    assert quick.field.text() == "Lumen & Oak"
    assert "too long" in quick.word.text()
    assert quick.word.isVisible()
    QTest.keyClicks(quick.field, ",")
    assert not quick.word.isVisible()


def test_a_paste_by_key_is_cleaned(quick: QuickAdd, qapp: QApplication) -> None:
    data = QMimeData()
    data.setText("Lumen\nOak")
    qapp.clipboard().setMimeData(data)
    QTest.keyClick(quick.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert quick.field.text() == "Lumen, Oak"
    assert quick.field.maxLength() == LONGEST


def test_the_quick_add_field_has_its_name(quick: QuickAdd) -> None:
    spoken = QAccessible.queryAccessibleInterface(quick.field)
    assert spoken.text(QAccessible.Text.Name) == NAME == "Add an interview or application"
    assert spoken.role() is QAccessible.Role.EditableText


def test_chips_show_what_was_understood_while_typing(quick: QuickAdd) -> None:
    QTest.keyClicks(quick.field, "Lumen & Oak, Designer, today 14:00 with Priya Raman, Dan Okafor")
    assert spoken_chips(quick) == [
        "Company: Lumen & Oak",
        "Role: Designer",
        "When: Today 14:00, ended",
        "Person: Priya Raman",
        "Person: Dan Okafor",
    ]


def test_enter_hands_the_entry_over(quick: QuickAdd, entered: list[Entry]) -> None:
    quick.field.setText("Lumen & Oak, Designer, today 14:00 with Priya Raman")
    QTest.keyClick(quick.field, Qt.Key.Key_Return)
    assert entered[0].company == "Lumen & Oak"
    assert entered[0].start is not None


def test_enter_on_an_empty_field_does_nothing(quick: QuickAdd, entered: list[Entry]) -> None:
    QTest.keyClick(quick.field, Qt.Key.Key_Return)
    quick.field.setText("   ")
    QTest.keyClick(quick.field, Qt.Key.Key_Return)
    assert not entered


def test_a_chip_edits_just_its_part(quick: QuickAdd) -> None:
    quick.field.setText("Lumen & Oak, Designer, today 14:00 with Priya Raman")
    role = quick.chips.chips()[1]
    role.setFocus()
    QTest.keyClick(role, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is quick.field
    assert quick.field.selectedText() == "Designer"
    QTest.keyClicks(quick.field, "Researcher")
    assert quick.field.text() == "Lumen & Oak, Researcher, today 14:00 with Priya Raman"


def test_an_open_question_stops_the_first_enter_and_becomes_a_note_at_the_second(
    quick: QuickAdd, entered: list[Entry]
) -> None:
    quick.field.setText("Lumen, Designer, 31 June 14:00")
    QTest.keyClick(quick.field, Qt.Key.Key_Return)
    assert not entered
    focus = QApplication.focusWidget()
    assert focus is not None
    assert "No such date" in focus.accessibleName()
    quick.field.setFocus()
    QTest.keyClick(quick.field, Qt.Key.Key_Return)
    assert entered[0].start is None
    assert "31 June 14:00" in (entered[0].note or "")


def test_what_is_typed_after_the_first_enter_is_asked_about_again(
    quick: QuickAdd, entered: list[Entry]
) -> None:
    line = "Lumen, Designer, 31 June 14:00"
    for text in (line, f"{line} x", line):
        quick.field.setText(text)
        quick.field.setFocus()
        QTest.keyClick(quick.field, Qt.Key.Key_Return)
        assert not entered


def test_the_same_is_asked_once(quick: QuickAdd) -> None:
    quick.field.setText("Lumen, Designer, today 16:00-14:00")
    asked = [one for one in spoken_chips(quick) if "ends before it starts" in one]
    assert len(asked) == 1


def test_an_ambiguous_day_is_chosen_from_what_is_proposed(
    quick: QuickAdd, entered: list[Entry]
) -> None:
    quick.field.setText("Lumen, Designer, 3/4 14:00")
    asked = quick.chips.chips()[-1]
    asked.click()
    menu = quick._menu
    assert menu is not None
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Fri 3 Apr 2026, 14:00 BST", "Wed 4 Mar 2026, 14:00 GMT", "Type it instead"]
    menu.actions()[1].trigger()
    menu.close()
    assert "Which day" not in " ".join(spoken_chips(quick))
    QTest.keyClick(quick.field, Qt.Key.Key_Return)
    assert entered[0].start == datetime(2026, 3, 4, 14, tzinfo=LONDON)
    assert entered[0].end == datetime(2026, 3, 4, 15, tzinfo=LONDON)


def test_an_application_or_an_interview_is_asked_and_answered(quick: QuickAdd) -> None:
    quick.field.setText("Applied Materials, Engineer, yesterday")
    quick._answer("kind", Kind.APPLICATION)
    entry = quick.entry()
    assert entry is not None
    assert entry.kind is Kind.APPLICATION
    assert not entry.questions
    assert "When: Applied yesterday" in spoken_chips(quick)


def test_a_name_is_offered_for_an_address(quick: QuickAdd) -> None:
    quick.field.setText("Acme, phone screen tomorrow 10:00 with bob@acme.com")
    assert any("Whose address" in name for name in spoken_chips(quick))
    quick._answer("people", "Bob")
    entry = quick.entry()
    assert entry is not None
    assert [(one.name, one.email) for one in entry.people] == [("Bob", "bob@acme.com")]


def test_a_line_that_says_nothing_keeps_its_words(quick: QuickAdd, entered: list[Entry]) -> None:
    quick.field.setText(",,, ???")
    QTest.keyClick(quick.field, Qt.Key.Key_Return)
    if not entered:
        quick.field.setFocus()
        QTest.keyClick(quick.field, Qt.Key.Key_Return)
    assert entered[0].company


def test_a_line_without_a_company_asks_for_it_once(quick: QuickAdd, entered: list[Entry]) -> None:
    quick.field.setText("today 9:00")
    QTest.keyClick(quick.field, Qt.Key.Key_Return)
    assert not entered
    focus = QApplication.focusWidget()
    assert focus is not None
    assert "Which company?" in focus.accessibleName()
    quick.field.setFocus()
    QTest.keyClick(quick.field, Qt.Key.Key_Return)
    assert [one.company for one in entered] == ["today 9:00"]


def test_application_mode_reads_a_bare_line_as_one(quick: QuickAdd) -> None:
    quick.set_mode("application")
    assert "applied today" in quick.field.placeholderText()
    quick.field.setText("Oatfield Foods, UX Researcher")
    entry = quick.entry()
    assert entry is not None
    assert entry.kind is Kind.APPLICATION


def test_escape_empties_the_field(quick: QuickAdd) -> None:
    quick.field.setText("Lumen")
    QTest.keyClick(quick.field, Qt.Key.Key_Escape)
    assert quick.field.text() == ""
    assert not quick.chips.chips() or not quick.chips.isVisible()
