"""The small parts: what they tell a screen reader, what they take, and what they refuse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rules.board import Tint
from ui.resources import load_fonts
from ui.theme import Look
from ui.undo_keys import LetUndoThrough
from ui.widgets import paint
from ui.widgets.button import Button, IconButton
from ui.widgets.focus_ring import FocusRing
from ui.widgets.label import label, set_tooltip
from ui.widgets.line_field import LineField, one_line
from ui.widgets.popover import Popover
from ui.widgets.segment import Segment
from ui.widgets.toast import Notice, Toast

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    load_fonts()
    return Look(reduced_motion=True)


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.resize(900, 600)
    qtbot.addWidget(widget)
    QVBoxLayout(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def put(place: QWidget, widget: QWidget) -> None:
    layout = place.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.show()


def test_labels_show_markup_as_it_is(look: Look) -> None:
    shown = label("<img src=x> & <b>bold</b>", "body", look)
    assert shown.textFormat() is Qt.TextFormat.PlainText
    set_tooltip(shown, "<b>bold</b>")
    assert "&lt;b&gt;" in shown.toolTip()


def test_buttons_have_role_name_and_press(look: Look, place: QWidget, qtbot: QtBot) -> None:
    button = Button(look, "Copy email", "primary", icon="copy", key="Ctrl Enter")
    put(place, button)
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.role() is QAccessible.Role.Button
    assert spoken.text(QAccessible.Text.Name) == "Copy email"
    assert button.sizeHint().height() == 36
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("kind", ["primary", "secondary", "soft", "quiet"])
def test_every_kind_of_button_draws(look: Look, place: QWidget, kind: str) -> None:
    button = Button(look, "Save", kind, icon="check", small=True)  # type: ignore[arg-type]
    # the parametrised word is one of the four kinds
    put(place, button)
    button.setDown(True)
    assert not button.grab().isNull()
    button.setEnabled(False)
    assert not button.grab().isNull()


def test_icon_buttons_say_their_name_and_key(look: Look) -> None:
    button = IconButton(look, "x", "Close", "Esc")
    assert button.accessibleName() == "Close"
    assert "Close  Esc" in button.toolTip()
    assert min(button.width(), button.height()) >= 24


def test_a_segment_is_a_group_of_radio_buttons(look: Look, place: QWidget, qtbot: QtBot) -> None:
    segment = Segment(look, "Tone", [("warm", "Warm"), ("brief", "Brief"), ("formal", "Formal")])
    put(place, segment)
    assert segment.current() == "warm"
    choices = [one for one in segment.children() if isinstance(one, QWidget)]
    assert QAccessible.queryAccessibleInterface(choices[0]).role() is QAccessible.Role.RadioButton
    with qtbot.waitSignal(segment.chosen) as told:
        QTest.mouseClick(choices[1], Qt.MouseButton.LeftButton)
    assert told.args == ["brief"]
    segment.set_current("formal")
    assert segment.current() == "formal"


def test_a_segment_is_one_tab_stop(look: Look, place: QWidget) -> None:
    segment = Segment(look, "Tone", [("warm", "Warm"), ("brief", "Brief"), ("formal", "Formal")])
    put(place, segment)
    choices = [one for one in segment.children() if isinstance(one, QWidget)]
    stops = [bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) for one in choices]
    assert stops == [True, False, False]


def test_a_toast_says_one_thing_and_does_it_once(look: Look, place: QWidget) -> None:
    done: list[str] = []
    toast = Toast(look, place)
    toast.show_notice(Notice("Moved Kestrel Rail", "Undo", lambda: done.append("undo"), "Ctrl Z"))
    assert toast.text() == "Moved Kestrel Rail"
    assert toast.geometry().bottom() <= place.height()
    toast.show_notice(Notice("Added Lumen & Oak", "Undo", lambda: done.append("second")))
    assert toast.text() == "Added Lumen & Oak"
    toast._do()
    assert done == ["second"]
    assert toast.text() == ""


def test_a_toast_with_a_very_long_text_stays_inside(look: Look, place: QWidget) -> None:
    toast = Toast(look, place)
    toast.show_notice(Notice("word " * 120, urgent=True))
    assert toast.width() <= place.width()
    place.resize(700, 500)
    assert toast.geometry().right() <= place.width()


def test_a_popover_keeps_tab_inside_and_gives_the_focus_back(
    look: Look, place: QWidget, qtbot: QtBot
) -> None:
    outside = QLineEdit()
    put(place, outside)
    outside.setFocus()
    popover = Popover(look, place, "When is the interview?")
    first, second = QLineEdit(), QLineEdit()
    popover.content.addWidget(first)
    popover.content.addWidget(second)
    popover.show_beside(QRect(100, 100, 80, 40))
    assert QApplication.focusWidget() is first
    for expected in (second, first):
        QTest.keyClick(QApplication.focusWidget() or first, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected
    assert not popover.grab().isNull()
    with qtbot.waitSignal(popover.dismissed):
        QTest.keyClick(first, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is outside


@pytest.mark.parametrize(
    "rect", [QRect(10, 10, 40, 40), QRect(850, 300, 40, 40), QRect(0, 570, 900, 20)]
)
def test_a_popover_stays_in_its_window(look: Look, place: QWidget, rect: QRect) -> None:
    popover = Popover(look, place)
    popover.content.addWidget(QLineEdit())
    popover.show_beside(rect)
    middle = popover.geometry().center()
    assert place.rect().contains(middle)
    popover.dismiss()
    popover.show_below(rect)
    assert place.rect().contains(popover.geometry().center())


def test_a_click_outside_dismisses_a_popover(look: Look, place: QWidget, qtbot: QtBot) -> None:
    popover = Popover(look, place)
    popover.content.addWidget(QLineEdit())
    popover.show_beside(QRect(100, 100, 40, 40))
    with qtbot.waitSignal(popover.dismissed):
        QTest.mouseClick(place, Qt.MouseButton.LeftButton, pos=QPoint(880, 580))


def test_the_ring_follows_the_focus(look: Look, place: QWidget) -> None:
    ring = FocusRing(look, place)
    one, other = Button(look, "One"), Button(look, "Other")
    put(place, one)
    put(place, other)
    one.setFocus()
    assert ring.target() is one
    assert ring.geometry().contains(one.geometry())
    other.setFocus()
    assert ring.geometry().contains(other.geometry())
    other.hide()
    assert ring.target() is not other or not ring.isVisible()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Lumen\nOak", "Lumen, Oak"),
        ("Lumen\r\nOak,\r\n", "Lumen, Oak"),
        ("Priya\x00Raman\x07", "Priya Raman "),
        ("Priya\u202eRaman", "PriyaRaman"),
        ("Priya\u2028Raman", "Priya, Raman"),
        ("李小龍", "李小龍"),
        ("plain", "plain"),
    ],
)
def test_nothing_invisible_gets_into_a_line(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


@pytest.fixture
def undo_keys(qapp: QApplication) -> Iterator[LetUndoThrough]:
    keys = LetUndoThrough()
    qapp.installEventFilter(keys)
    yield keys
    qapp.removeEventFilter(keys)


def test_undo_goes_through_a_field_that_has_nothing_to_undo(
    undo_keys: LetUndoThrough, place: QWidget
) -> None:
    from PySide6.QtGui import QAction

    heard: list[str] = []
    action = QAction("Undo", place)
    action.setShortcut("Ctrl+Z")
    action.triggered.connect(lambda: heard.append("undo"))
    place.addAction(action)
    field = LineField("Role")
    put(place, field)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["undo"]
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["undo"]
    assert field.text() == ""


@pytest.mark.parametrize("dark", [False, True])
def test_the_painted_parts_leave_ink(qapp: QApplication, dark: bool) -> None:
    look = Look(dark=dark)
    canvas = QPixmap(400, 200)
    canvas.fill(look.theme.canvas)
    before = canvas.toImage()
    with paint.painting(canvas) as painter:
        paint.paint_card_surface(painter, QRectF(10, 10, 200, 100), look, 1)
        for number, tint in enumerate(Tint):
            took = paint.paint_chip(
                painter, QRect(10, 20 * number, 160, 22), look, tint, "clock", "23 h left"
            )
            assert took == paint.chip_width(look, "clock", "23 h left")
        paint.paint_monogram(painter, QRect(220, 10, 30, 30), look, "Lumen & Oak")
        paint.paint_monogram(painter, QRect(220, 50, 42, 42), look, "Lumen & Oak", dim=True)
        for number, state in enumerate(("plain", "to_thank", "thanked")):
            paint.paint_avatar(painter, QRect(280, 30 * number, 24, 24), look, "Priya", state)
        paint.paint_envelopes(painter, QRectF(320, 20, 1, 1).topLeft(), look, 1, 2)
    assert canvas.toImage() != before


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("Lumen & Oak", "LO"),
        ("Priya Raman", "PR"),
        ("Quillstone", "Q"),
        ("Anna Maria de Souza", "AS"),
        ("李 小龍", "李小"),
        ("", ""),
        ("???", "?"),
    ],
)
def test_marks_are_the_first_letters(name: str, mark: str) -> None:
    assert paint.initials(name) == mark
