"""Enter presses what has the focus, and a ring around what is gone hurts nobody."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.enter_key import EnterPresses
from ui.theme import Look
from ui.widgets.button import Button, IconButton
from ui.widgets.focus_ring import FocusRing

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def enter_key(qapp: QApplication) -> Iterator[None]:
    presses = EnterPresses()
    qapp.installEventFilter(presses)
    yield
    qapp.removeEventFilter(presses)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_every_kind_of_button(qtbot: QtBot, enter_key: None, key: Qt.Key) -> None:
    look = Look()
    for button in (Button(look, "Copy email"), IconButton(look, "x", "Close")):
        assert isinstance(button, QAbstractButton)
        qtbot.addWidget(button)
        pressed: list[bool] = []
        button.clicked.connect(lambda _on=False, pressed=pressed: pressed.append(True))
        QTest.keyClick(button, key)
        assert pressed == [True]


def test_enter_leaves_a_check_box_and_a_chord_alone(qtbot: QtBot, enter_key: None) -> None:
    box = QCheckBox("Main contact")
    qtbot.addWidget(box)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not box.isChecked()
    button = Button(Look(), "Copy email")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


def test_the_ring_outlives_the_widgets_it_was_around(qtbot: QtBot) -> None:
    look = Look()
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    holder, inner = QWidget(), Button(look, "Gone soon")
    QVBoxLayout(holder).addWidget(inner)
    stays = Button(look, "Stays")
    layout.addWidget(holder)
    layout.addWidget(stays)
    ring = FocusRing(look, window)
    window.show()
    inner.setFocus()
    qtbot.waitUntil(lambda: ring.target() is inner)
    delete(holder)
    window.resize(window.width() + 20, window.height())
    QApplication.sendEvent(ring, QEvent(QEvent.Type.UpdateRequest))
    stays.setFocus()
    qtbot.waitUntil(lambda: ring.target() is stays)
