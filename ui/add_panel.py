"""Quick add over any page: the one field, in a panel near the top."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from rules.stages import Stage
from ui.theme import Look
from ui.widgets.button import Button, IconButton
from ui.widgets.label import label
from ui.widgets.over_panel import SHADE, OverPanel
from ui.widgets.quick_add import NAME, Clocked, QuickAdd

_WIDTH = 820


class AddPanel(OverPanel):
    """Lies over its parent while it is open. `entered` carries the Entry."""

    entered = Signal(object)

    def __init__(self, look: Look, session: Clocked, parent: QWidget) -> None:
        super().__init__(look, parent, NAME, _WIDTH, ground="canvas")
        self.quick_add = QuickAdd(look, session, big=True)
        self.quick_add.entered.connect(self.entered)
        self._other = Button(look, "Add an application instead", "quiet", icon="send")
        self._other.clicked.connect(self._switch)
        self._build()

    def _build(self) -> None:
        self.column.setContentsMargins(SHADE + 24, SHADE + 14, SHADE + 24, SHADE + 16)
        head = QHBoxLayout()
        head.addWidget(label(NAME, "section", self._look), 1)
        close = IconButton(self._look, "x", "Close", "Esc", side=28, size=16)
        close.clicked.connect(self.dismiss)
        self.column.addLayout(head)
        self.column.addWidget(self.quick_add)
        self.column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(close)
        self.quick_add.typing.connect(lambda _typing: self._arrange())

    def open_for(self, stage: Stage | None = None, words: str = "") -> None:
        """Come up for a new card, of a stage if one is given, the line begun with `words`."""
        if not self.isVisible():
            self.quick_add.clear()
        if words:
            self.quick_add.field.setText(words)
        self._set_mode("application" if stage is Stage.APPLIED else "interview")
        self.come_up(self.quick_add.field)
        if words:
            self.quick_add.field.end(False)  # the next letter goes on, and replaces nothing

    @override
    def dismiss(self) -> None:
        """Go, and give the focus back."""
        if self.isVisible():
            super().dismiss()
            self.quick_add.clear()

    def _switch(self) -> None:
        """Interview or application."""
        self._set_mode("application" if self.quick_add.mode == "interview" else "interview")
        self.quick_add.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_mode(self, mode: str) -> None:
        self.quick_add.set_mode(mode)
        application = mode == "application"
        self._other.set_words(
            "Add an interview instead" if application else "Add an application instead"
        )
