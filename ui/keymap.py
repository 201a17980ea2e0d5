"""Every command of the program once, with its keys and the place where they work.

The window's actions, the board's wishes, the sheet's shortcuts, the command list and the list of
keys are all made from this table.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence


class Place(StrEnum):
    """Where a command's keys work."""

    EVERYWHERE = "everywhere"
    CARD = "card"  # a card of the board has the keyboard
    CARRIED = "carried"  # the keys carry a card
    SEARCH = "search"  # the search field has the keyboard
    SHEET = "sheet"  # the sheet has the keyboard
    LETTER = "letter"  # the sheet has the keyboard, and there is a letter to write
    COPIED = "copied"  # the letter is on the clipboard, and the answer to "sent?" has the keyboard


@dataclass(frozen=True, kw_only=True)
class Command:
    """One command. Its keys are `keys`, and the platform's own where there is a standard."""

    text: str
    place: Place = Place.EVERYWHERE
    keys: tuple[str, ...] = ()
    icon: str = ""
    also: str = ""  # further words it is found by
    standard: QKeySequence.StandardKey | None = None
    role: QAction.MenuRole = QAction.MenuRole.NoRole

    def sequences(self) -> list[QKeySequence]:
        """The keys; some platforms have no standard for some commands, so ours go first."""
        found = [QKeySequence(keys) for keys in self.keys]
        if self.standard is not None:
            found += [one for one in QKeySequence.keyBindings(self.standard) if not one.isEmpty()]
        return list({one.toString(): one for one in found}.values())

    @property
    def is_letter(self) -> bool:
        """Whether its key is a single letter, which a person may turn off."""
        return any(len(key) == 1 and key.isalpha() for key in self.keys)


_STANDARD = QKeySequence.StandardKey
_ROLE = QAction.MenuRole
_CARD, _CARRIED, _LETTER = Place.CARD, Place.CARRIED, Place.LETTER

COMMANDS: dict[str, Command] = {
    "today": Command(text="Today", keys=("Ctrl+1",), icon="sun"),
    "board": Command(text="Board", keys=("Ctrl+2",), icon="square-kanban"),
    "insights": Command(text="Insights", keys=("Ctrl+3",), icon="chart-no-axes-column"),
    "settings": Command(
        text="Settings",
        keys=("Ctrl+,",),
        icon="settings",
        also="preferences options",
        standard=_STANDARD.Preferences,
        role=_ROLE.PreferencesRole,
    ),
    "restore": Command(
        text="Bring back a backup\u2026",
        icon="archive-restore",
        also="restore recover lost data safe",
    ),
    "add": Command(
        text="Quick add",
        keys=("Ctrl+N",),
        icon="plus",
        also="new interview application",
        standard=_STANDARD.New,
    ),
    "search": Command(
        text="Search", keys=("Ctrl+F",), icon="search", also="find filter", standard=_STANDARD.Find
    ),
    "commands": Command(text="Commands", keys=("Ctrl+K",), icon="lightbulb"),
    "keys": Command(
        text="Keys", keys=("F1", "Ctrl+/"), icon="circle-question-mark", also="keyboard help"
    ),
    "undo": Command(text="Undo", keys=("Ctrl+Z",), icon="undo-2", standard=_STANDARD.Undo),
    "redo": Command(text="Redo", keys=("Ctrl+Shift+Z",), icon="redo-2", standard=_STANDARD.Redo),
    "show_all": Command(text="Show all cards", icon="square-kanban", also="filter clear"),
    "show_to_send": Command(text="Show cards to send", icon="send", also="filter due late"),
    "show_waiting": Command(text="Show cards that wait", icon="hourglass", also="filter"),
    "quit": Command(
        text="Quit",
        keys=("Ctrl+Q",),
        icon="x",
        also="exit close",
        standard=_STANDARD.Quit,
        role=_ROLE.QuitRole,
    ),
    "open": Command(text="Open", place=_CARD, keys=("Return", "Enter"), icon="external-link"),
    "compose": Command(
        text="Write the follow-up",
        place=_CARD,
        keys=("Ctrl+Return", "Ctrl+Enter"),
        icon="pen-line",
        also="letter compose email",
    ),
    "lane_left": Command(text="Lane to the left", place=_CARD, keys=("Left",)),
    "lane_right": Command(text="Lane to the right", place=_CARD, keys=("Right",)),
    "up": Command(text="Card above", place=_CARD, keys=("Up",)),
    "down": Command(text="Card below", place=_CARD, keys=("Down",)),
    "move_left": Command(
        text="Move back a stage", place=_CARD, keys=("Ctrl+Left",), icon="arrow-right"
    ),
    "move_right": Command(
        text="Move on a stage", place=_CARD, keys=("Ctrl+Right",), icon="arrow-right"
    ),
    "move_up": Command(text="Move up", place=_CARD, keys=("Ctrl+Up",), icon="chevron-up"),
    "move_down": Command(text="Move down", place=_CARD, keys=("Ctrl+Down",), icon="chevron-down"),
    "move_to": Command(text="Move to\u2026", place=_CARD, keys=("M",), icon="arrow-right"),
    "pick_up": Command(text="Pick up", place=_CARD, keys=("Space",), also="carry drag"),
    "by_due": Command(text="Sort lane by due", place=_CARD, icon="clock", also="order"),
    "add_interview": Command(
        text="Add interview", place=_CARD, keys=("I",), icon="calendar-plus", also="book talk"
    ),
    "they_replied": Command(
        text="They replied", place=_CARD, keys=("R",), icon="reply", also="answer offer rejection"
    ),
    "close": Command(text="Close", place=_CARD, icon="archive", also="no answer outcome"),
    "duplicate": Command(text="Duplicate", place=_CARD, icon="copy"),
    "delete": Command(text="Delete", place=_CARD, keys=("Del",), icon="trash-2", also="remove"),
    "menu": Command(
        text="Everything for this card", place=_CARD, keys=("Menu", "Shift+F10"), icon="ellipsis"
    ),
    "carry": Command(
        text="Choose lane and place", place=_CARRIED, keys=("Left", "Right", "Up", "Down")
    ),
    "drop": Command(text="Put down", place=_CARRIED, keys=("Space", "Return", "Enter")),
    "cancel": Command(text="Put back", place=_CARRIED, keys=("Esc",)),
    "enter_found": Command(
        text="First card found", place=Place.SEARCH, keys=("Return", "Enter", "Down")
    ),
    "clear_search": Command(text="Clear search", place=Place.SEARCH, keys=("Esc",)),
    "what_happened": Command(
        text="What happened",
        place=Place.SHEET,
        keys=("Alt+R",),
        icon="reply",
        also="reply offer rejection promise date fact",
    ),
    "close_sheet": Command(text="Close the sheet", place=Place.SHEET, keys=("Esc",), icon="x"),
    "copy": Command(
        text="Copy email", place=_LETTER, keys=("Ctrl+Return", "Ctrl+Enter"), icon="copy"
    ),
    "mail": Command(
        text="Open in mail app",
        place=_LETTER,
        keys=("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        icon="external-link",
        also="email",
    ),
    "as_page": Command(
        text="As a page\u2026",
        place=_LETTER,
        icon="sticky-note",
        also="print pdf paper post",
    ),
    "person_before": Command(
        text="Person before", place=_LETTER, keys=("Alt+Left",), icon="user-round"
    ),
    "person_after": Command(
        text="Next person", place=_LETTER, keys=("Alt+Right",), icon="user-round"
    ),
    "person": Command(
        text="Choose a person", place=_LETTER, keys=tuple(f"Alt+{one}" for one in range(1, 10))
    ),
    "highlights": Command(
        text="Highlights", place=_LETTER, keys=("Alt+H",), icon="sparkles", also="what came up"
    ),
    "proofreading": Command(
        text="Proofreading", place=_LETTER, keys=("Alt+P",), icon="circle-alert", also="spelling"
    ),
    "next_finding": Command(
        text="Next thing to fix", place=_LETTER, keys=("F8",), icon="circle-alert", also="error"
    ),
    "finding_before": Command(text="Previous thing to fix", place=_LETTER, keys=("Shift+F8",)),
    "sent_next": Command(text="Sent, next person", place=Place.COPIED, keys=("Return", "Enter")),
}


def in_place(place: Place) -> dict[str, Command]:
    """The commands of one place, in the order of the table."""
    return {name: one for name, one in COMMANDS.items() if one.place is place}


@cache
def _pressed(place: Place) -> dict[str, str]:
    """The name of each command of a place by its key."""
    return {
        sequence.toString(): name
        for name, command in in_place(place).items()
        for sequence in command.sequences()
    }


def command_of(event: QKeyEvent, place: Place, *, letters: bool = True) -> str:
    """The name of the command a key means in a place, or nothing; the keypad counts as well.

    Where single letters are turned off they mean nothing.
    """
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString()
    name = _pressed(place).get(pressed, "")
    return "" if name and COMMANDS[name].is_letter and not letters else name
