"""One step of the undo stack."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from rules.changes import Change


class Step(QUndoCommand):
    """A change that was carried out already; the stack only keeps its order and label."""

    def __init__(self, change: Change, carry_out: Callable[[Change], None]) -> None:
        super().__init__(change.label)
        self._change = change
        self._carry_out = carry_out
        self._pushed = False

    @override
    def redo(self) -> None:
        if not self._pushed:  # push() calls redo() once, and the change is done by then
            self._pushed = True
            return
        self._try(self._change)

    @override
    def undo(self) -> None:
        self._try(self._change.inverse())

    def _try(self, change: Change) -> None:
        try:
            self._carry_out(change)
        except Exception:
            self.setObsolete(True)  # the stack drops the step: it cannot be taken back
            raise
