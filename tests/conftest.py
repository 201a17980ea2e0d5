"""What every test stands on: a screen that is not there, and a clipboard that is let go of."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples each time, or coverage would hang on luck; "searching" looks for new ones:
# pytest --hypothesis-profile=searching
settings.register_profile("project", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("searching", max_examples=1000, deadline=None)
settings.load_profile("project")


@pytest.fixture(scope="session", autouse=True)
def clipboard_is_let_go() -> Iterator[None]:
    """Offscreen, a Python-made QMimeData left on the clipboard crashes the interpreter's exit."""
    yield
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.clipboard().clear()


@pytest.fixture(autouse=True)
def nothing_stays_on_the_screen() -> Iterator[None]:
    """Windows of one test are gone before the next: left alive, each restyling reaches them all."""
    yield
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    if isinstance(application, QApplication):
        if application.styleSheet():
            application.setStyleSheet("")
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        for widget in application.topLevelWidgets():
            widget.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
