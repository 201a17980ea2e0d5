"""A page of the window that is made when it is first gone to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget


class LaterPage(QWidget):
    """What the window asks of such a page; `opened` carries an opportunity and a tab.

    `went` carries the name of another page to go to.
    """

    said = Signal(object)
    opened = Signal(str, str)
    went = Signal(str)

    def take_focus(self) -> None:
        """Put the focus where the page begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
