"""What a person can ask of a card by key; the keys stand in the table of commands."""

from enum import StrEnum

from PySide6.QtGui import QKeyEvent

from ui.keymap import Place, command_of


class Wish(StrEnum):
    """What is asked for, by the name of its command."""

    OPEN = "open"
    COMPOSE = "compose"
    LANE_LEFT = "lane_left"
    LANE_RIGHT = "lane_right"
    UP = "up"
    DOWN = "down"
    MOVE_LEFT = "move_left"
    MOVE_RIGHT = "move_right"
    MOVE_UP = "move_up"
    MOVE_DOWN = "move_down"
    MOVE_TO = "move_to"
    ADD_INTERVIEW = "add_interview"
    THEY_REPLIED = "they_replied"
    PICK_UP = "pick_up"
    CANCEL = "cancel"
    DELETE = "delete"
    MENU = "menu"
    CLOSE = "close"
    DUPLICATE = "duplicate"
    BY_DUE = "by_due"


def wish_of(event: QKeyEvent, *, letters: bool = True) -> Wish | None:
    """What a key asks for; single letters ask for nothing where they are turned off."""
    name = command_of(event, Place.CARD, letters=letters)
    if not name and command_of(event, Place.CARRIED) == Wish.CANCEL:
        return Wish.CANCEL
    return Wish(name) if name else None
