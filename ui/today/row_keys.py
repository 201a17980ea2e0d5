"""What a person can ask of a row of Today, by key, by button and by its menu."""

from enum import StrEnum

from PySide6.QtGui import QKeyEvent

from ui.keymap import Place, command_of


class Ask(StrEnum):
    """What is asked for; the value is the command's name where a key exists."""

    OPEN = "open"
    COMPOSE = "compose"
    MENU = "menu"
    DELETE = "delete"
    SENT = "sent"
    NOT_YET = "not_yet"
    NOT_NEEDED = "not_needed"
    NEEDED = "needed_after_all"
    CALENDAR = "calendar"
    THEY_REPLIED = "they_replied"
    ADD_INTERVIEW = "add_interview"
    MOVE_TO = "move_to"
    MOVE_LEFT = "move_left"
    MOVE_RIGHT = "move_right"


def ask_of(event: QKeyEvent, *, letters: bool) -> Ask | None:
    """What a key asks for; single letters only where the person has not turned them off."""
    name = command_of(event, Place.CARD, letters=letters)
    return Ask(name) if name in tuple(Ask) else None
