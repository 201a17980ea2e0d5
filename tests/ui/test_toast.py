"""Where the toast stands, and what it shows before its words."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.sheet_frame import SheetFrame
from ui.theme import Look
from ui.widgets.toast import Notice, Toast

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

FOOTER = 70
SHADE = 18
SAID = Notice("Moved Kestrel Rail to Interview booked")


@pytest.fixture
def frame(qapp: QApplication, qtbot: QtBot) -> SheetFrame:
    frame = SheetFrame(Look(reduced_motion=True))
    frame.put(QWidget())
    qtbot.addWidget(frame)
    frame.resize(1204, 800)
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    return frame


@pytest.fixture
def toast(frame: SheetFrame) -> Toast:
    return Toast(Look(reduced_motion=True), frame, frame.toast_room)


@pytest.mark.parametrize("size", [(948, 640), (1204, 800), (1844, 1080)])
def test_the_footer_of_the_sheet_stays_free(
    frame: SheetFrame, toast: Toast, size: tuple[int, int]
) -> None:
    frame.resize(*size)
    frame.open_sheet()
    toast.show_notice(SAID)
    if frame.covers():
        assert toast.geometry().bottom() < frame.height() - FOOTER
    else:
        assert frame.pages.geometry().contains(toast.geometry())
    frame.close_sheet()
    toast.settle()
    assert toast.geometry().center().x() == pytest.approx(frame.rect().center().x(), abs=1)


def test_what_has_the_focus_stays_free(frame: SheetFrame, toast: Toast) -> None:
    button = QPushButton("Low", frame)
    button.setGeometry(frame.width() // 2 - 60, frame.height() - 60, 120, 36)
    button.show()
    toast.show_notice(SAID)
    button.setFocus()
    seen = toast.geometry().adjusted(SHADE, SHADE, -SHADE, -SHADE)
    assert seen.bottom() < button.y()


def test_only_what_went_well_has_a_tick(toast: Toast) -> None:
    toast.show_notice(SAID)
    assert toast.picture() == "check"
    toast.show_notice(Notice("Type an email address", icon="circle-alert"))
    assert toast.picture() == "circle-alert"
    toast.show_notice(Notice("The disk is full", urgent=True))
    assert toast.picture() == "circle-alert"
