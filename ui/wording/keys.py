"""Keys as they are written beside a command, and as they are spoken."""

from PySide6.QtGui import QKeySequence

from ui.keymap import Command, Place
from ui.wording.say import say

_SIGNS = {"Left": "\u2190", "Right": "\u2192", "Up": "\u2191", "Down": "\u2193", "Return": "Enter"}
_PLACES = {
    Place.EVERYWHERE: "Everywhere",
    Place.CARD: "On a card",
    Place.CARRIED: "While you carry a card",
    Place.SEARCH: "In the search field",
    Place.SHEET: "In the sheet",
    Place.LETTER: "In a letter",
    Place.COPIED: "Once it is copied",
}


def key_words(sequence: QKeySequence) -> str:
    """A key as the platform writes it, its parts apart: "Ctrl Shift Z"."""
    text = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    return " ".join(_SIGNS.get(part, part) for part in text.split("+"))


def keys_shown(command: Command) -> tuple[str, ...]:
    """The keys of a command as they are listed: Enter once, a row of digits as its ends."""
    shown = list(dict.fromkeys(key_words(QKeySequence(key)) for key in command.keys))
    if len(shown) > 4:
        return (f"{shown[0]}\u2009\u2013\u2009{shown[-1].rsplit(' ', 1)[-1]}",)
    return tuple(shown)


def place_name(place: Place) -> str:
    """The heading over the keys of a place."""
    return say(_PLACES[place])
