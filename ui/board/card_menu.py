"""What can be done with a card, as a menu: on right click, by its button, by the Menu key and M."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from rules.board import Card
from rules.stages import Stage
from ui import wording
from ui.board.wishes import Wish
from ui.keymap import COMMANDS
from ui.resources import icon
from ui.theme import Look

_ENTRIES = (
    (Wish.OPEN, Wish.MOVE_TO, Wish.MOVE_UP, Wish.MOVE_DOWN, Wish.BY_DUE),
    (Wish.ADD_INTERVIEW, Wish.THEY_REPLIED, Wish.CLOSE),
    (Wish.DUPLICATE, Wish.DELETE),
)


def card_menu(
    look: Look,
    parent: QWidget,
    card: Card,
    absent: frozenset[Wish],
    wish: Callable[[Wish], None],
    move_to: Callable[[Stage], None],
    *,
    letters: bool = True,
) -> QMenu:
    """The whole menu of a card, but for what makes no sense for it."""
    menu = _menu(look, parent, card.company)
    for number, group in enumerate(_ENTRIES):
        if number:
            menu.addSeparator()
        for what in group:
            if what is Wish.MOVE_TO:
                menu.addMenu(stages_menu(look, menu, card, move_to))
            elif what not in absent:
                action = _entry(look, menu, what, letters=letters)
                action.triggered.connect(lambda _on=False, what=what: wish(what))
    return menu


def _entry(look: Look, menu: QMenu, what: Wish, *, letters: bool) -> QAction:
    """One line: its key is shown only, the list of cards reads it."""
    command = COMMANDS[what]
    action = menu.addAction(icon(command.icon, look.theme.ink2, 16), wording.say(command.text))
    if command.keys and (letters or not command.is_letter):
        key = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        action.setText(f"{action.text()}\t{key}")
    return action


def stages_menu(look: Look, parent: QWidget, card: Card, move_to: Callable[[Stage], None]) -> QMenu:
    """The five stages, each under its number; the card's own is marked and off."""
    menu = _menu(look, parent, wording.say("Move to"))
    menu.setIcon(icon("arrow-right", look.theme.ink2, 16))
    for number, stage in enumerate(Stage, start=1):
        picture = icon(wording.STAGE_ICONS[stage], look.theme.stage[stage], 16)
        action = QAction(picture, f"&{number}  {wording.stage_name(stage)}", menu)
        action.setEnabled(stage is not card.stage)
        action.triggered.connect(lambda _on=False, stage=stage: move_to(stage))
        menu.addAction(action)
    return menu


def _menu(look: Look, parent: QWidget, name: str) -> QMenu:
    menu = QMenu(name.replace("&", "&&"), parent)
    menu.setAccessibleName(name)
    menu.setFont(look.font("body"))
    return menu


def show_menu(menu: QMenu, spot: QPoint) -> None:
    """Show it there (global pixels); it is thrown away when it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(spot)
