"""The column beside the letter; where there is little room it is a drawer over it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ui.proofread.panel import ProofPanel
from ui.sheet.follow_up.came_up import CameUp
from ui.sheet.follow_up.last_one import LastOne
from ui.sheet.follow_up.other_letters import OtherLetters
from ui.sheet.panel import Aside, column, row
from ui.theme import Look
from ui.widgets.button import Button, IconButton
from ui.wording import say

LARGE = 1.25
"""From this text size on the letter needs the column's room."""
NARROW = 800
"""Below this width, too."""


class SideColumn(Aside):
    """What came up, what else may be written, and the word about the last one."""

    turned = Signal()  # from a column to a drawer, or opened, or closed

    def __init__(self, look: Look) -> None:
        content = QWidget()
        super().__init__(look, content)
        self.came_up = CameUp(look)
        self.proof = ProofPanel(look)
        self.proof.hide()
        self.last_one = LastOne(look)
        self.others = OtherLetters(look)
        self.close_button = IconButton(look, "x", say("Close"), "Esc", side=28, size=16)
        inner = column(margins=(20, 18, 20, 20), gap=24)
        head = row()
        head.addStretch(1)
        head.addWidget(self.close_button)
        self._head = QWidget()
        self._head.setLayout(head)
        for part in (self._head, self.came_up, self.proof, self.last_one, self.others):
            inner.addWidget(part)
        inner.addStretch(1)
        content.setLayout(inner)
        self._page_look = look
        self.button = Button(look, say("What came up"), "soft", icon="lightbulb", small=True)
        self.is_drawer = False
        self.is_open = False
        self._place: QHBoxLayout | None = None
        self._page: QWidget | None = None
        self.button.clicked.connect(self.toggle)
        self.close_button.clicked.connect(self.close_drawer)

    def place(self, line: QHBoxLayout, page: QWidget) -> None:
        """Where it stands as a column, and over which page it comes as a drawer."""
        self._place, self._page = line, page
        line.addWidget(self)
        page.installEventFilter(self)
        self._page_look.changed.connect(self.fit)

    def show_parts(self) -> None:
        """Be there where it has something to say, and the button where it waits as a drawer."""
        if self.parentWidget() is None:
            return  # a widget without a parent would be shown as a window of its own
        parts = (self.came_up, self.proof, self.last_one, self.others)
        wanted = any(not one.isHidden() for one in parts)
        if not wanted:
            self.is_open = False
        self._head.setVisible(self.is_drawer)
        self._name_button()
        self.button.setVisible(wanted and self.is_drawer)
        self.setHidden(not wanted or (self.is_drawer and not self.is_open))
        if self.is_drawer and self.is_open:
            self._lay_over()

    def _name_button(self) -> None:
        """What waits in the drawer: what is to fix, before anything else."""
        words = say("What came up") if not self.came_up.isHidden() else say("More")
        if self.proof.to_fix and not self.proof.isHidden():
            words = say("{number} to fix", number=self.proof.to_fix)
        self.button.set_words(words)
        self.button.set_icon_name("circle-alert" if self.proof.to_fix else "lightbulb")

    def fit(self) -> None:
        """Column or drawer, by the room there is."""
        page = self._page
        if page is None or self._place is None:
            return
        drawer = self._page_look.scale > LARGE or page.width() < NARROW
        if drawer != self.is_drawer:
            self.is_drawer, self.is_open = drawer, False
            if drawer:
                self._place.removeWidget(self)
                self.setParent(page)
            else:
                self._place.addWidget(self)
            self.show_parts()
            self.turned.emit()
        elif drawer and self.is_open:
            self._lay_over()

    def open_drawer(self) -> None:
        """Come up over the letter, where it is a drawer."""
        if self.is_drawer and not self.is_open:
            self.is_open = True
            self.show_parts()
            self.turned.emit()

    def close_drawer(self) -> None:
        """Go out of the way again."""
        if self.is_drawer and self.is_open:
            self.is_open = False
            self.show_parts()
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.turned.emit()

    def toggle(self) -> None:
        """Open or close the drawer."""
        if self.is_open:
            self.close_drawer()
        else:
            self.open_drawer()
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> QWidget:
        """Where the keyboard begins in the drawer."""
        if not self.came_up.isHidden() and not self.came_up.adding.isHidden():
            return self.came_up.adding.field
        return next(iter(self.others.buttons()), self.close_button)

    def can_be_used(self) -> bool:
        """Whether what is in it is within reach without opening it."""
        return not self.isHidden()

    def _lay_over(self) -> None:
        if self._place is not None:
            room = self._place.geometry()
            left = room.right() + 1 - self.width()
            self.setGeometry(left, room.top(), self.width(), room.height())
            self.raise_()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_drawer and self.is_open:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)
