"""The people tab."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rules.records import OpportunityId
from ui.session import Session
from ui.theme import Look


class PeoplePage(QWidget):
    """Not written yet."""

    said = Signal(object)

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()

    def open(self, oid: OpportunityId) -> None:
        """Show an opportunity."""

    def refresh(self) -> None:
        """Facts have moved."""

    def focus_first(self) -> None:
        """Where typing begins."""
