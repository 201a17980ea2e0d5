"""Every command of the window once: its name, icon and keys."""

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget


@dataclass(frozen=True)
class Command:
    """One command. Its keys are the platform's own where there is a standard, else `keys`."""

    text: str
    keys: tuple[str, ...]
    standard: QKeySequence.StandardKey | None = None
    role: QAction.MenuRole = QAction.MenuRole.NoRole

    def sequences(self) -> list[QKeySequence]:
        """The keys; some platforms have no standard for some commands, so ours go first."""
        found = [QKeySequence(keys) for keys in self.keys]
        if self.standard is not None:
            found += [one for one in QKeySequence.keyBindings(self.standard) if not one.isEmpty()]
        return list({one.toString(): one for one in found}.values())


_STANDARD = QKeySequence.StandardKey

COMMANDS = {
    "today": Command("Today", ("Ctrl+1",)),
    "board": Command("Board", ("Ctrl+2",)),
    "insights": Command("Insights", ("Ctrl+3",)),
    "settings": Command(
        "Settings", ("Ctrl+,",), _STANDARD.Preferences, QAction.MenuRole.PreferencesRole
    ),
    "add": Command("Quick add", ("Ctrl+N",), _STANDARD.New),
    "undo": Command("Undo", ("Ctrl+Z",), _STANDARD.Undo),
    "redo": Command("Redo", ("Ctrl+Shift+Z",), _STANDARD.Redo),
    "quit": Command("Quit", ("Ctrl+Q",), _STANDARD.Quit, QAction.MenuRole.QuitRole),
}


class Actions:
    """The window's QActions by the name of their command."""

    def __init__(self, window: QWidget) -> None:
        self._actions: dict[str, QAction] = {}
        for name, command in COMMANDS.items():
            action = QAction(command.text, window)
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
        menus = {
            "File": ("add", "settings", "quit"),
            "Edit": ("undo", "redo"),
            "View": ("today", "board", "insights"),
        }
        for title, names in menus.items():
            menu = bar.addMenu(title)
            for name in names:
                menu.addAction(self._actions[name])
