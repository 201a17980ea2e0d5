"""What a person can ask of a row of Today, and the keys for it."""

from enum import Enum, auto

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent


class Ask(Enum):
    """What a key, a button or the menu of a row asks for."""

    OPEN = auto()
    COMPOSE = auto()
    SENT = auto()
    NOT_YET = auto()
    NOT_NEEDED = auto()
    CALENDAR = auto()
    THEY_REPLIED = auto()
    ADD_INTERVIEW = auto()
    MOVE_TO = auto()
    DELETE = auto()
    MENU = auto()


_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEY = Qt.Key

_KEYS = {
    QKeyCombination(_KEY.Key_Return): Ask.OPEN,
    QKeyCombination(_KEY.Key_Enter): Ask.OPEN,
    QKeyCombination(_CTRL, _KEY.Key_Return): Ask.COMPOSE,
    QKeyCombination(_CTRL, _KEY.Key_Enter): Ask.COMPOSE,
    QKeyCombination(_KEY.Key_Delete): Ask.DELETE,
    QKeyCombination(_KEY.Key_Menu): Ask.MENU,
    QKeyCombination(_SHIFT, _KEY.Key_F10): Ask.MENU,
}
_LETTERS = {
    QKeyCombination(_KEY.Key_M): Ask.MOVE_TO,
    QKeyCombination(_KEY.Key_I): Ask.ADD_INTERVIEW,
    QKeyCombination(_KEY.Key_R): Ask.THEY_REPLIED,
}


def ask_of(event: QKeyEvent, *, letters: bool) -> Ask | None:
    """What a key asks for; single letters only where the person has not turned them off."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    keys = QKeyCombination(modifiers, Qt.Key(event.key()))
    return _KEYS.get(keys) or (_LETTERS.get(keys) if letters else None)
