"""One-line fields of the sheet: Enter ends here, and a paste too long changes nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

MOST_TYPED = 2_000
"""Letters in a one-line field; what is longer was not meant for it."""


class LineField(QLineEdit):
    """A line of text with an accessible name."""

    refused = Signal()

    def __init__(self, name: str, *, plain: bool = False) -> None:
        super().__init__()
        self._kept = ""
        self.setAccessibleName(name)
        self.setMaxLength(MOST_TYPED + 1)
        if plain:
            self.setProperty("plain", "true")
        self.textChanged.connect(self._weigh)

    def _weigh(self, text: str) -> None:
        """Keep the old text where the new one is too long."""
        if len(text) > MOST_TYPED:
            self.setText(self._kept)
            self.refused.emit()
        else:
            self._kept = text

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # or it would go on to whatever the field stands in
