"""What can be done with a card, as a menu: on right click, by its button, by the Menu key and M."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from rules.board import Card
from rules.stages import Stage
from ui import wording
from ui.board.wishes import Wish
from ui.resources import icon
from ui.theme import Look

_ENTRIES = (
    (Wish.OPEN, "external-link", "Open", "Enter"),
    (Wish.MOVE_TO, "arrow-right", "Move to", "M"),
    (Wish.MOVE_UP, "chevron-up", "Move up", "Ctrl+Up"),
    (Wish.MOVE_DOWN, "chevron-down", "Move down", "Ctrl+Down"),
    (Wish.BY_DUE, "clock", "Sort lane by due", ""),
    (None, "", "", ""),
    (Wish.ADD_INTERVIEW, "calendar-plus", "Add interview", "I"),
    (Wish.THEY_REPLIED, "reply", "They replied", "R"),
    (Wish.CLOSE, "archive", "Close", ""),
    (None, "", "", ""),
    (Wish.DUPLICATE, "copy", "Duplicate", ""),
    (Wish.DELETE, "trash-2", "Delete", "Del"),
)


def card_menu(
    look: Look,
    parent: QWidget,
    card: Card,
    absent: frozenset[Wish],
    wish: Callable[[Wish], None],
    move_to: Callable[[Stage], None],
) -> QMenu:
    """The whole menu of a card, but for what makes no sense for it."""
    menu = _menu(look, parent, card.company)
    for what, picture, words, key in _ENTRIES:
        if what in absent:
            continue
        if what is None:
            menu.addSeparator()
        elif what is Wish.MOVE_TO:
            menu.addMenu(stages_menu(look, menu, card, move_to))
        else:
            action = menu.addAction(icon(picture, look.theme.ink2, 16), wording.say(words))
            if key:
                action.setText(f"{action.text()}\t{key}")  # shown only: the list reads the key
            action.triggered.connect(lambda _on=False, what=what: wish(what))
    return menu


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
