"""What can be done with a row, as a menu: by its button, on right click, by the Menu key."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from ui.resources import icon
from ui.theme import Look
from ui.today.row_acts import RowAct
from ui.today.row_keys import Ask
from ui.wording import say

_FAMILIES = {"snooze": ("Snooze", "alarm-clock"), "sent": ("Mark sent", "check")}
_ON_THE_BOARD = (
    (Ask.THEY_REPLIED, "reply", "They replied", "R"),
    (Ask.ADD_INTERVIEW, "calendar-clock", "Add interview", "I"),
    (Ask.MOVE_TO, "arrow-right", "Move to", "M"),
    (Ask.DELETE, "trash-2", "Delete", "Del"),
)


def row_menu(
    look: Look, parent: QWidget, company: str, acts: Iterable[RowAct], ask: Callable[[Ask], None]
) -> QMenu:
    """Open, the acts of the step with each family behind its own entry, and those of the card."""
    menu = _menu(look, parent, company)
    _add(look, menu, "external-link", say("Open"), partial(ask, Ask.OPEN), "Enter")
    families: dict[str, QMenu] = {}
    for act in acts:
        if act.family and act.family not in families:
            families[act.family] = _family(look, menu, act.family)
        into = families.get(act.family, menu)
        _add(look, into, act.icon, act.short or act.words, act.act)
    menu.addSeparator()
    for what, picture, words, key in _ON_THE_BOARD:
        _add(look, menu, picture, say(words), partial(ask, what), key)
    return menu


def show_menu(menu: QMenu, spot: QPoint) -> None:
    """Show it there (global pixels); it is thrown away when it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(spot)


def _family(look: Look, menu: QMenu, family: str) -> QMenu:
    words, picture = _FAMILIES[family]
    inner = _menu(look, menu, say(words))
    inner.setIcon(icon(picture, look.theme.ink2, 16))
    menu.addMenu(inner)
    return inner


def _add(
    look: Look, menu: QMenu, picture: str, words: str, act: Callable[[], None], key: str = ""
) -> None:
    """One entry; its key is shown only, the row reads it."""
    plain = words.replace("&", "&&")
    shown = f"{plain}\t{key}" if key else plain
    action = menu.addAction(icon(picture, look.theme.ink2, 16), shown)
    action.triggered.connect(lambda _on=False: act())


def _menu(look: Look, parent: QWidget, name: str) -> QMenu:
    menu = QMenu(name.replace("&", "&&"), parent)
    menu.setAccessibleName(name)
    menu.setFont(look.font("body"))
    return menu
