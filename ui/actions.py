"""The window's actions: the commands that work everywhere, with their keys."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar, QWidget

from ui.keymap import Place, in_place
from ui.wording.say import say

_MENUS = {
    "File": ("add", "settings", "quit"),
    "Edit": ("undo", "redo", "search"),
    "View": ("today", "board", "insights", "commands"),
    "Help": ("keys",),
}


class Actions:
    """The window's QActions by the name of their command."""

    def __init__(self, window: QWidget) -> None:
        self._actions: dict[str, QAction] = {}
        for name, command in in_place(Place.EVERYWHERE).items():
            if not command.keys:
                continue  # found in the command list alone
            action = QAction(say(command.text), window)
            action.setObjectName(name)
            action.setShortcuts(command.sequences())
            action.setMenuRole(command.role)
            window.addAction(action)
            self._actions[name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> tuple[QAction, ...]:
        """Every action."""
        return tuple(self._actions.values())

    def fill(self, bar: QMenuBar) -> None:
        """Put them into a menu bar; only macOS shows one."""
        for title, names in _MENUS.items():
            menu = bar.addMenu(say(title))
            for name in names:
                menu.addAction(self._actions[name])
