"""A field of several lines that refuses a paste before it lays it out."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override


class PlainField(QPlainTextEdit):
    """Plain text. `refused` tells of a paste that is too long; the old text is kept."""

    refused = Signal()

    def __init__(self, longest: int) -> None:
        super().__init__()
        self._longest = longest

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        room = self._longest - self.document().characterCount()
        room += len(self.textCursor().selectedText())
        text = source.text()
        if len(text) > room:  # millions of lines would take minutes to lay out, and to take back
            self.refused.emit()
        else:
            self.insertPlainText(text)
