"""The sheet is made after the window is there, and nobody sees it being made."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.ui.whole_window import Whole, focus, whole_window


class Shown(QObject):
    """Notes every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


@pytest.fixture
def whole(tmp_path: Path, qtbot: QtBot) -> Iterator[Whole]:
    with whole_window(tmp_path, qtbot) as made:
        yield made


def test_making_the_sheet_shows_no_window_and_takes_no_focus(whole: Whole) -> None:
    app = QApplication.instance()
    assert app is not None
    before, shown = focus(), Shown()
    app.installEventFilter(shown)
    try:
        whole.window.make_ready()
        QApplication.processEvents()
    finally:
        app.removeEventFilter(shown)
    assert shown.windows == []
    assert focus() is before
    assert whole.window.isActiveWindow()
    assert whole.window.sheet is whole.window.sheet


def test_a_card_opens_before_the_sheet_was_made_ready(whole: Whole) -> None:
    whole.window.open_sheet("lumen")
    assert whole.window.sheet.isVisible()
    assert whole.window.sheet.opportunity_id == "lumen"
    whole.press("Esc")
    assert not whole.window.frame.is_open()
