"""A field for one line: nothing invisible gets in, and nothing too long is pasted."""

import unicodedata

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QClipboard,
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

LONGEST = 20_000
"""Characters a field takes; a longer paste is refused whole, never cut."""

_JOINERS = "\u200c\u200d"


def one_line(text: str) -> str:
    """Text without control and direction marks; line breaks become commas."""
    lines = [line.strip(" \t,;") for line in text.splitlines()]
    joined = ", ".join(line for line in lines if line) if len(lines) > 1 else text
    kept = []
    for char in joined:
        category = unicodedata.category(char)
        if category == "Cc" or category in ("Zl", "Zp"):
            kept.append(" ")
        elif category == "Cs" or (category == "Cf" and char not in _JOINERS):
            continue
        else:
            kept.append(char)
    return "".join(kept)


class LineField(QLineEdit):
    """A line edit. `refused` says why a paste was not taken; the old text is kept."""

    refused = Signal(str)
    focus_moved = Signal(bool)

    def __init__(self, name: str, *, longest: int = LONGEST) -> None:
        super().__init__()
        self._longest = longest
        self.setAccessibleName(name)
        self.setMaxLength(longest)

    def take(self, text: str) -> None:
        """Insert a pasted text at the cursor, cleaned, or refuse it whole."""
        room = self._longest - len(self.text()) + len(self.selectedText())
        if len(text) > max(room, 0):
            self.refused.emit("That is too long to paste here. Nothing was changed.")
            return
        self.insert(one_line(text))

    def _take_from(self, mime: QMimeData | None) -> None:
        if mime is not None and mime.hasText():
            self.take(mime.text())

    def _paste(self) -> None:
        self._take_from(QGuiApplication.clipboard().mimeData())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit(True)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clipboard = QGuiApplication.clipboard()
        if event.button() is Qt.MouseButton.MiddleButton and clipboard.supportsSelection():
            self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
            self._take_from(clipboard.mimeData(QClipboard.Mode.Selection))
            return
        super().mouseReleaseEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._take_from(event.mimeData())
        event.acceptProposedAction()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.findChildren(QAction):
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.popup(event.globalPos())
