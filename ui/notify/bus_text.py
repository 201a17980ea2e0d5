"""What a notice is on the wire of org.freedesktop.Notifications: plain text made safe for it."""

import html
from collections.abc import Collection

from ui.ports import Announcement

OPEN = "open"
DEFAULT = "default"
"""The action of a click on the notice itself."""

_TITLE = 120
_NAME = "Afterword"

Argument = tuple[str, int, str, str, str, list[str], dict[str, tuple[str, object]], int]


def arguments(said: Announcement, can: Collection[str], desktop_entry: str) -> Argument:
    """The arguments of Notify for a service with those capabilities.

    The title is plain text by the specification. The body is markup where the service says so,
    then it is escaped; a service without a body gets the title alone.
    """
    body = "\n".join(_clean(line, _TITLE * 2) for line in said.lines) if "body" in can else ""
    if "body-markup" in can:
        body = html.escape(body, quote=False)
    actions = [DEFAULT, "Open", OPEN, "Open"] if "actions" in can else []
    hints: dict[str, tuple[str, object]] = {
        "desktop-entry": ("s", desktop_entry),
        "urgency": ("y", 1),
    }
    return _NAME, 0, desktop_entry, _clean(said.title, _TITLE), body, actions, hints, -1


def _clean(text: str, most: int) -> str:
    """One line that any service takes: no control characters, and not without end."""
    text = text.encode("utf-8", "replace").decode()
    line = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
