"""What a person can ask of a card by key, and the keys for it."""

from enum import Enum, auto

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent


class Wish(Enum):
    """What a key on a lane asks for."""

    OPEN = auto()
    COMPOSE = auto()
    LANE_LEFT = auto()
    LANE_RIGHT = auto()
    UP = auto()
    DOWN = auto()
    MOVE_LEFT = auto()
    MOVE_RIGHT = auto()
    MOVE_UP = auto()
    MOVE_DOWN = auto()
    MOVE_TO = auto()
    ADD_INTERVIEW = auto()
    THEY_REPLIED = auto()
    PICK_UP = auto()
    CANCEL = auto()
    DELETE = auto()
    MENU = auto()
    CLOSE = auto()
    DUPLICATE = auto()
    BY_DUE = auto()


_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEY = Qt.Key

_KEYS = {
    QKeyCombination(_KEY.Key_Return): Wish.OPEN,
    QKeyCombination(_KEY.Key_Enter): Wish.OPEN,
    QKeyCombination(_CTRL, _KEY.Key_Return): Wish.COMPOSE,
    QKeyCombination(_CTRL, _KEY.Key_Enter): Wish.COMPOSE,
    QKeyCombination(_KEY.Key_Left): Wish.LANE_LEFT,
    QKeyCombination(_KEY.Key_Right): Wish.LANE_RIGHT,
    QKeyCombination(_KEY.Key_Up): Wish.UP,
    QKeyCombination(_KEY.Key_Down): Wish.DOWN,
    QKeyCombination(_CTRL, _KEY.Key_Left): Wish.MOVE_LEFT,
    QKeyCombination(_CTRL, _KEY.Key_Right): Wish.MOVE_RIGHT,
    QKeyCombination(_CTRL, _KEY.Key_Up): Wish.MOVE_UP,
    QKeyCombination(_CTRL, _KEY.Key_Down): Wish.MOVE_DOWN,
    QKeyCombination(_KEY.Key_M): Wish.MOVE_TO,
    QKeyCombination(_KEY.Key_I): Wish.ADD_INTERVIEW,
    QKeyCombination(_KEY.Key_R): Wish.THEY_REPLIED,
    QKeyCombination(_KEY.Key_Space): Wish.PICK_UP,
    QKeyCombination(_KEY.Key_Escape): Wish.CANCEL,
    QKeyCombination(_KEY.Key_Delete): Wish.DELETE,
    QKeyCombination(_KEY.Key_Menu): Wish.MENU,
    QKeyCombination(_SHIFT, _KEY.Key_F10): Wish.MENU,
}


def wish_of(event: QKeyEvent) -> Wish | None:
    """What a key asks for; the keypad's keys count as the others do."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _KEYS.get(QKeyCombination(modifiers, Qt.Key(event.key())))
