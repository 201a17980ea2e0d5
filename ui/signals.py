"""SIGTERM and Ctrl+C end the program as a person would."""

import signal
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

_PULSE_MS = 400
"""Python hears a signal only while it runs; Qt alone would sleep through it."""


def hear_signals(leave: Callable[[], None], owner: QObject) -> QTimer:
    """Call `leave` for either signal; gives the timer that lets Python hear it."""

    def heard(_number: int, _frame: object) -> None:
        leave()

    for name in ("SIGTERM", "SIGINT"):
        with suppress(ValueError, AttributeError):
            signal.signal(getattr(signal, name), heard)
    pulse = QTimer(owner)
    pulse.timeout.connect(lambda: None)
    pulse.start(_PULSE_MS)
    return pulse
