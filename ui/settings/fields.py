"""The controls of the page: each shows what is kept and keeps what is chosen."""

import re
from collections.abc import Callable, Sequence
from datetime import time

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.theme import Look
from ui.widgets.announce import announce
from ui.widgets.label import label, paragraph
from ui.widgets.line_field import LineField
from ui.widgets.segment import Segment
from ui.wording.say import say

_PAUSE_MS = 700
_LONGEST = 300
_LONGEST_TIME = 10
_NOON = 12
_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?([0-5]\d))?\s*(am|pm)?", re.ASCII)


class TextField(QWidget):
    """A caption, a line that is kept as typing pauses, and a sentence about it where one is due.

    `problem` says why a text cannot be kept, `remark` what to look at though it is.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        read: Callable[[], str],
        write: Callable[[str], bool],
        *,
        hint: str = "",
        problem: Callable[[str], str] = lambda _text: "",
        remark: Callable[[str], str] = lambda _text: "",
    ) -> None:
        super().__init__()
        self._look = look
        self._read, self._write = read, write
        self._problem, self._remark = problem, remark
        self._typed = False
        self.field = LineField(name, longest=_LONGEST)
        self.field.setPlaceholderText(hint)
        self._note = paragraph("", "secondary", look, "late")
        self._note.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._commit)
        self.field.textEdited.connect(self._touched)
        self.field.editingFinished.connect(self.leave)
        self.field.refused.connect(self._say)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(name, "secondary", look, "ink2"))
        column.addWidget(self.field)
        column.addWidget(self._note)
        look.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def note(self) -> str:
        """The sentence beside the line; empty if there is none."""
        return "" if self._note.isHidden() else self._note.text()

    def offer(self, words: Sequence[str]) -> None:
        """Words to complete what is typed with; they match anywhere within."""
        completer = QCompleter(QStringListModel(list(words), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        if (popup := completer.popup()) is not None:
            popup.setProperty("completes", "true")
        completer.activated.connect(self._completed)
        self.field.setCompleter(completer)

    def refresh(self) -> None:
        """Show what is kept, unless something else is typed here."""
        if not self._typed and self.field.text() != self._read():
            self.field.setText(self._read())
            self.field.setCursorPosition(0)
            self._say(self._remark(self._read()))

    def leave(self) -> None:
        """Keep what is typed before something else is shown; what cannot be kept stays here."""
        if self._typed:
            self._commit()

    def _touched(self) -> None:
        self._typed = True
        self._pause.start()

    def _completed(self) -> None:
        self._typed = True
        self._commit()

    def _commit(self) -> None:
        self._pause.stop()
        text = self.field.text().strip()
        problem = self._problem(text)
        if problem:
            self._say(problem)
            return
        if self._write(text):
            self._typed = False
            self._say(self._remark(text))

    def _say(self, text: str) -> None:
        if text and text != self.note():
            announce(self.field, text)
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self.field.setAccessibleDescription(text)

    def _restyle(self) -> None:
        self.field.setFont(self._look.font("body"))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.leave()
        super().hideEvent(event)


class Choice(Segment):
    """A few choices of which one is kept."""

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[tuple[str, str]],
        read: Callable[[], str],
        write: Callable[[str], None],
    ) -> None:
        super().__init__(look, name, options)
        self._read = read
        self.chosen.connect(write)
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept."""
        self.set_current(self._read())


class Switch(QCheckBox):
    """A yes or no."""

    def __init__(
        self, look: Look, text: str, read: Callable[[], bool], write: Callable[[bool], None]
    ) -> None:
        super().__init__(text)
        self._look = look
        self._read = read
        self.setAccessibleName(text)
        self.setProperty("ring", 6)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(write)
        look.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept."""
        self.setChecked(self._read())

    def _restyle(self) -> None:
        self.setFont(self._look.font("body"))
        self.setMinimumHeight(self._look.px(26))


class Hours(QWidget):
    """Two times of day, from and to; `write` gives back why they cannot be kept, or nothing.

    What is typed stays as it is until it is a time.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        read: Callable[[], tuple[time, time]],
        write: Callable[[time, time], str],
    ) -> None:
        super().__init__()
        self._look = look
        self._read, self._write = read, write
        self._typed = False
        self.start = LineField(say("{name}, from", name=name), longest=_LONGEST_TIME)
        self.end = LineField(say("{name}, to", name=name), longest=_LONGEST_TIME)
        self._note = paragraph("", "secondary", look, "late")
        self._note.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.start)
        row.addWidget(label(say("to"), "body", look, "ink2"))
        row.addWidget(self.end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._note)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._commit)
        for field in (self.start, self.end):
            field.textEdited.connect(self._touched)
            field.editingFinished.connect(self.leave)
        look.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def note(self) -> str:
        """The sentence below the times; empty if there is none."""
        return "" if self._note.isHidden() else self._note.text()

    def refresh(self) -> None:
        """Show what is kept, unless something else is being typed."""
        if not self._typed:
            for field, kept in zip((self.start, self.end), self._read(), strict=True):
                field.setText(f"{kept:%H:%M}")

    def leave(self) -> None:
        """Keep what was typed before something else is shown."""
        if self._typed:
            self._commit()

    def _touched(self) -> None:
        self._typed = True
        self._pause.start()

    def _commit(self) -> None:
        self._pause.stop()
        start, end = (as_time(one.text()) for one in (self.start, self.end))
        if start is None or end is None:
            self._say(say("A time is written like 20:00. The hours before are still used."))
            return
        problem = self._write(start, end)
        self._say(problem)
        if not problem:
            self._typed = False
            self.refresh()

    def _say(self, text: str) -> None:
        if text and text != self.note():
            announce(self.start, text)
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def _restyle(self) -> None:
        for field in (self.start, self.end):
            field.setFont(self._look.font("body"))
            field.setFixedWidth(self._look.px(76))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.leave()
        super().hideEvent(event)


def as_time(text: str) -> time | None:
    """A time of day as typed: "20:00", "8", "8.30 pm", "2030"; None for what is none."""
    found = _TIME.fullmatch(text.strip().lower())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    return time(hour, minute) if hour < 2 * _NOON else None
