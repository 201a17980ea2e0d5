"""How a choice is kept: at once, with a word about it and the way back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

from PySide6.QtCore import QObject, Signal

from models.faults import StoreFault
from rules.records import Tone
from ui.session import Session
from ui.widgets.toast import Notice
from ui.wording.say import say

Value = str | int | bool | time | Tone


class Keeping(QObject):
    """Keeps what is chosen; `said` carries what the toast says, `refused` that nothing was kept."""

    said = Signal(object)
    refused = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def profile(self, **values: str) -> bool:
        """Who the person is; typed, so nothing is said about it. Whether it was kept."""
        session = self._session
        return self.attempt(lambda: session.set_profile(replace(session.profile, **values)))

    def preferences(self, words: str, **values: Value) -> None:
        """The timing."""
        before = {name: getattr(self._session.preferences, name) for name in values}
        if before != values and self._set_preferences(values):
            self._tell(words, lambda: self._set_preferences(before))

    def options(self, words: str, **values: Value) -> None:
        """The program itself."""
        before = {name: getattr(self._session.options, name) for name in values}
        if before != values and self._set_options(values):
            self._tell(words, lambda: self._set_options(before))

    def attempt(self, act: Callable[[], None]) -> bool:
        """Do it; a fault of the store is said, and the page shows what is kept."""
        try:
            act()
        except StoreFault as fault:
            self.said.emit(Notice(fault.sentence, urgent=True))
            self.refused.emit()
            return False
        return True

    def _set_preferences(self, values: dict[str, Value]) -> bool:
        session = self._session
        wanted = replace(session.preferences, **values)  # type: ignore[arg-type]  # each by its name
        return self.attempt(lambda: session.set_preferences(wanted))

    def _set_options(self, values: dict[str, Value]) -> bool:
        session = self._session
        wanted = replace(session.options, **values)  # type: ignore[arg-type]  # each by its name
        return self.attempt(lambda: session.set_options(wanted))

    def _tell(self, words: str, back: Callable[[], object]) -> None:
        self.said.emit(Notice(words, say("Undo"), lambda: self._go_back(back)))

    def _go_back(self, back: Callable[[], object]) -> None:
        if back():
            self.said.emit(Notice(say("As it was before"), icon="undo-2"))
