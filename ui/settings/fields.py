"""The controls of the page: each shows what is kept and keeps what is chosen."""

from collections.abc import Callable, Sequence
from datetime import time

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTime, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QCompleter,
    QHBoxLayout,
    QSizePolicy,
    QTimeEdit,
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
    """Two times of day, from and to; `write` gives back why they cannot be kept, or nothing."""

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
        self.start = _clock(say("{name}, from", name=name))
        self.end = _clock(say("{name}, to", name=name))
        self._note = paragraph("", "secondary", look, "late")
        self._note.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.start)
        row.addWidget(label(say("to"), "body", look, "ink2"))
        row.addWidget(self.end)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._note)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._commit)
        for clock in (self.start, self.end):
            clock.timeChanged.connect(lambda _time: self._pause.start())
            clock.installEventFilter(self)
        look.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def note(self) -> str:
        """The sentence below the times; empty if there is none."""
        return "" if self._note.isHidden() else self._note.text()

    def refresh(self) -> None:
        """Show what is kept, unless something else is being typed."""
        if self._pause.isActive() or self.note():
            return
        for clock, kept in zip((self.start, self.end), self._read(), strict=True):
            clock.blockSignals(True)
            clock.setTime(QTime(kept.hour, kept.minute))
            clock.blockSignals(False)

    def leave(self) -> None:
        """Keep what was typed before something else is shown."""
        if self._pause.isActive():
            self._commit()

    def _commit(self) -> None:
        self._pause.stop()
        start, end = (_time(one.time()) for one in (self.start, self.end))
        problem = self._write(start, end)
        self._note.setText(problem)
        self._note.setVisible(bool(problem))
        if problem:
            announce(self.start, problem)

    def _restyle(self) -> None:
        for clock in (self.start, self.end):
            clock.setFont(self._look.font("body"))
            clock.setFixedWidth(self._look.px(76))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.leave()
        return super().eventFilter(watched, event)


def _clock(name: str) -> QTimeEdit:
    """A time of day that is never half typed; the arrow keys step it."""
    made = QTimeEdit()
    made.setDisplayFormat("HH:mm")
    made.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    made.setAccessibleName(name)
    made.lineEdit().setProperty("plain", "true")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def _time(shown: QTime) -> time:
    return time(shown.hour(), shown.minute())
