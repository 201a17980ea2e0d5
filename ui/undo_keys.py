"""Ctrl+Z belongs to the field that has something to undo, and to the program otherwise."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit
from typing_extensions import override


class LetUndoThrough(QObject):
    """An event filter for the application: fields swallow the undo keys even when they are idle."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if (undo or redo) and _idle(watched, redo=redo):
                event.ignore()
                return True
        return False


def _idle(field: QObject, *, redo: bool) -> bool:
    """Whether a field has nothing of its own to take back or do again."""
    if isinstance(field, QLineEdit):
        return not (field.isRedoAvailable() if redo else field.isUndoAvailable())
    if isinstance(field, QPlainTextEdit | QTextEdit):
        document = field.document()
        return not (document.isRedoAvailable() if redo else document.isUndoAvailable())
    return False
