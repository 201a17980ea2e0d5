"""Keeping Tab within one widget."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def focus_within(widget: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next or previous control inside `widget`, round and round."""
    inside = set(_controls(widget))
    ordered: list[QWidget] = []
    walk = widget.nextInFocusChain()
    while walk is not None and walk is not widget:
        if walk in inside:
            ordered.append(walk)
        walk = walk.nextInFocusChain()
    if not ordered:
        return False
    focus = QApplication.focusWidget()
    place = ordered.index(focus) if focus in ordered else (-1 if forward else 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    ordered[(place + (1 if forward else -1)) % len(ordered)].setFocus(reason)
    return True


def _controls(widget: QWidget) -> list[QWidget]:
    """What Tab can reach in a widget."""
    return [
        one
        for one in widget.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isEnabled()
        and one.isVisibleTo(widget)
        and one.focusProxy() is None
    ]
