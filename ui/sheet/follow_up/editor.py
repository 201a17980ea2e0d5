"""The body of a letter: plain text, with the field for the person's own name in its place."""

import re

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from ui.sheet.fields import LineField
from ui.theme import Look
from ui.wording import say

NAME_GAP = re.compile(r"\[your name\]", re.IGNORECASE)
MOST_PASTED = 1_000_000
"""Letters in one paste: a letter is some two thousand, a mistake is more."""
_LINE = 21
_EMPTY_LINE = 12


class Editor(QTextEdit):
    """Plain text only; anything pasted loses its formatting."""

    edited = Signal()
    left = Signal()  # the focus went elsewhere
    named = Signal(str)  # Enter in the field of the name
    refused = Signal()  # a paste that cannot be a letter

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._loading = False
        self.setAcceptRichText(False)
        self.setProperty("plain", "true")
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAccessibleName(say("Letter"))
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.document().setDocumentMargin(0)
        self.name_field = LineField(look, say("Your name"), "letter")
        self.name_field.setParent(self.viewport())
        self.name_field.setPlaceholderText(say("Your name"))
        self.name_field.returnPressed.connect(self._keep_name)
        self.name_field.hide()
        self.textChanged.connect(self._changed)
        self.verticalScrollBar().valueChanged.connect(self._place_name)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._look.font("letter"))
        self.document().setDefaultFont(self._look.font("letter"))
        self.viewport().setAutoFillBackground(False)
        self._space_lines()
        self._place_name()

    def text(self) -> str:
        """What is written, with the line ends of plain text."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show another text without taking it for an edit; the cursor stays where it was."""
        if text != self.toPlainText():
            at = self.textCursor().position()
            self._loading = True
            self.setUndoRedoEnabled(False)
            self.setPlainText(text)
            self._space_lines()
            self.setUndoRedoEnabled(True)
            self._loading = False
            cursor = self.textCursor()
            cursor.setPosition(min(at, len(self.toPlainText())))
            self.setTextCursor(cursor)
        self._place_name()

    def asks_name(self) -> bool:
        """Whether the name is still to be typed."""
        return not self.name_field.isHidden()

    def _space_lines(self) -> None:
        """Give lines room to breathe and let an empty one be lower; no part of the text."""
        was, self._loading = self._loading, True
        full, empty = float(self._look.px(_LINE)), float(self._look.px(_EMPTY_LINE))
        block = self.document().begin()
        while block.isValid():
            wanted = full if block.text() else empty
            if block.blockFormat().lineHeight() != wanted:
                shape = QTextBlockFormat()
                shape.setLineHeight(wanted, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
                cursor = QTextCursor(block)
                cursor.joinPreviousEditBlock()
                cursor.mergeBlockFormat(shape)
                cursor.endEditBlock()
            block = block.next()
        self._loading = was

    def _changed(self) -> None:
        if not self._loading:
            self._space_lines()
            self._place_name()
            self.edited.emit()

    def _keep_name(self) -> None:
        name = " ".join(self.name_field.text().split())
        if name:
            self.named.emit(name)

    def _place_name(self) -> None:
        """Lay the field over the gap in the signature, or hide it where there is none."""
        gap = NAME_GAP.search(self.toPlainText())
        self.name_field.setVisible(gap is not None)
        if gap is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(gap.start())
        spot = self.cursorRect(cursor)
        self.name_field.setFixedSize(QSize(self._look.px(240), self._look.px(30)))
        self.name_field.move(QPoint(spot.left(), spot.top() - 1))

    def ask_name(self) -> None:
        """Put the focus where the name is to be typed."""
        gap = NAME_GAP.search(self.toPlainText())
        if gap is not None:
            cursor = self.textCursor()
            cursor.setPosition(gap.start())
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            self._place_name()
        self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def replace_at(self, start: int, end: int, text: str) -> None:
        """Put other words there, as if typed; places count as Qt counts them."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    def select_at(self, start: int, end: int) -> None:
        """Put the focus on a piece of the text."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def select_text(self, text: str) -> None:
        """Put the focus on a piece of the text, ready to be typed over."""
        at = self.toPlainText().find(text) if text else -1
        if at >= 0:
            cursor = self.textCursor()
            cursor.setPosition(at)
            cursor.setPosition(at + len(text), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_name()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if len(text) > MOST_PASTED:
            self.refused.emit()
        else:
            self.insertPlainText(text)
