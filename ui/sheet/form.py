"""Fields that save as they are typed: one undo step a visit, questions beside the field."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from ui.session import Session
from ui.sheet.fields import LineField
from ui.sheet.guard import attempt
from ui.sheet.panel import column, row
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.widgets.plain_field import PlainField
from ui.widgets.segment import Segment
from ui.wording import say

_PAUSE_MS = 700
_SAVED_MS = 2500
_FADE_MS = 240
MOST_NOTES = 200_000
"""Letters in a field of several lines."""

Option: TypeAlias = tuple[str, Callable[[], None]]


class Question(Exception):  # noqa: N818  # no error: something to ask the person
    """What was typed needs a word more; `options` answer it with one press."""

    def __init__(self, text: str, options: Sequence[Option] = ()) -> None:
        super().__init__(text)
        self.text = text
        self.options = tuple(options)


class Visit(QObject):
    """Writes what a field holds when typing pauses or the field is left.

    All writes of one visit are one step: a later one takes the earlier one back first.
    """

    saved = Signal()
    said = Signal(object)

    def __init__(
        self, session: Session, write: Callable[[], None], asked: Callable[[Question | None], None]
    ) -> None:
        super().__init__()
        self._session = session
        self._write = write
        self._asked = asked
        self._own_index = -1
        self._busy = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.commit)

    @property
    def pending(self) -> bool:
        """Whether something typed is not written yet, or just being written."""
        return self._pause.isActive() or self._busy

    def touch(self) -> None:
        """Something was typed."""
        self._pause.start()

    def leave(self) -> None:
        """The field is left: what comes next is another step."""
        if self._pause.isActive():
            self.commit()
        self._own_index = -1

    def forget(self) -> None:
        """What was typed belongs to something that is not shown any more."""
        self._pause.stop()
        self._own_index = -1

    def commit(self) -> None:
        """Write it now."""
        self._pause.stop()
        self._busy = True  # the step taken back first must not show the older words
        try:
            self._write_as_one()
        finally:
            self._busy = False

    def _write_as_one(self) -> None:
        stack = self._session.undo_stack
        with attempt(self.said.emit):
            again = self._own_index >= 0 and stack.index() == self._own_index
            if again:
                self._session.undo()
            before = stack.index()
            try:
                self._write()
            except Question as question:
                if again:
                    self._session.redo()
                self._asked(question)
            else:
                self._asked(None)
                if stack.index() != before:
                    self._own_index = stack.index()
                    self.saved.emit()


class TypedField(QWidget):
    """A caption, a line, and below it what has to be asked, or remarked, about the line.

    A question means that nothing was kept; a remark is about what is kept as typed.
    """

    saved = Signal()
    said = Signal(object)

    def __init__(
        self,
        session: Session,
        look: Look,
        name: str,
        read: Callable[[], str],
        write: Callable[[str], None],
        *,
        hint: str = "",
        remark: Callable[[str], str] = lambda _: "",
    ) -> None:
        super().__init__()
        self._look = look
        self._remark = remark
        self._asking = False
        self._read = read
        self.field = LineField(look, name)
        self.field.setPlaceholderText(hint)
        self._note = paragraph("", "secondary", look, "late")
        self._options = row(gap=6)
        self._visit = Visit(session, lambda: write(self.field.text().strip()), self._ask)
        self._visit.saved.connect(self.saved)
        self._visit.said.connect(self.said)
        self.field.textEdited.connect(lambda _text: self._visit.touch())
        self.field.returnPressed.connect(self._visit.commit)
        self.field.editingFinished.connect(self._visit.leave)
        body = column(gap=4)
        body.addWidget(label(name, "secondary", look, "ink2"))
        body.addWidget(self.field)
        body.addWidget(self._note)
        body.addLayout(self._options)
        body.addStretch(1)
        self.setLayout(body)
        self._note.hide()

    def question(self) -> str:
        """What is asked or remarked about the line; empty if nothing."""
        return "" if self._note.isHidden() else self._note.text()

    def refresh(self) -> None:
        """Show what is on record, unless something else is being typed or asked about."""
        if not self._visit.pending and not self._asking and not self.field.hasFocus():
            text = self._read()
            if text != self.field.text():
                self.field.setText(text)
                self.field.setCursorPosition(0)
            self._ask(None)

    def leave(self) -> None:
        """Write what is typed, before something else is shown."""
        self._visit.leave()

    def reset(self) -> None:
        """Show what is on record, whatever was typed or asked."""
        self._visit.forget()
        self.field.setText(self._read())
        self.field.setCursorPosition(0)
        self._ask(None)

    def _ask(self, question: Question | None) -> None:
        while (item := self._options.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._asking = question is not None
        text = question.text if question else self._remark(self.field.text().strip())
        self._note.setText(text)
        self._note.setVisible(bool(text))
        for text, act in question.options if question else ():
            button = Button(self._look, text, "soft", small=True)
            button.clicked.connect(lambda _=False, act=act: self._answer(act))
            self._options.addWidget(button)
        if question and question.options:
            self._options.addStretch(1)

    def _answer(self, act: Callable[[], None]) -> None:
        with attempt(self.said.emit):
            try:
                act()
            except Question as question:  # one answer may open another question
                self._ask(question)
                return
            self.reset()
            self.saved.emit()


class NotesField(QWidget):
    """Several lines that save as they are typed."""

    saved = Signal()
    said = Signal(object)

    def __init__(
        self,
        session: Session,
        look: Look,
        name: str,
        read: Callable[[], str],
        write: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._read = read
        self.field = PlainField(MOST_NOTES)
        self.field.setAccessibleName(name)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(look.px(96))
        self._kept = ""
        self._visit = Visit(
            session, lambda: write(self.field.toPlainText().strip()), lambda _: None
        )
        self._visit.saved.connect(self.saved)
        self._visit.said.connect(self.said)
        self.field.textChanged.connect(self._typed)
        self.field.refused.connect(self._too_much)
        self.field.installEventFilter(self)
        self._note = label("", "secondary", look, "late")
        self._note.hide()
        body = column(gap=4)
        body.addWidget(label(name, "secondary", look, "ink2"))
        body.addWidget(self.field)
        body.addWidget(self._note)
        self.setLayout(body)

    def refresh(self) -> None:
        """Show what is on record, unless something is being typed."""
        if not self._visit.pending and not self.field.hasFocus():
            self.reset()

    def leave(self) -> None:
        """Write what is typed, before something else is shown."""
        self._visit.leave()

    def reset(self) -> None:
        """Show what is on record, whatever was typed."""
        self._visit.forget()
        text = self._read()
        self._kept = text
        if text != self.field.toPlainText().strip():
            self.field.setPlainText(text)

    def _typed(self) -> None:
        if self.field.document().characterCount() > MOST_NOTES:
            self.field.setPlainText(self._kept)
            self._too_much()
            return
        text = self.field.toPlainText()
        changed = text.strip() != self._kept.strip()
        self._kept = text
        if changed and self.field.hasFocus():
            self._note.hide()
            self._visit.touch()

    def _too_much(self) -> None:
        self._note.setText(say("That is too long to paste here. Nothing was changed."))
        self._note.show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self._visit.leave()
        return super().eventFilter(watched, event)


class Choice(QWidget):
    """A caption over a segment."""

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[tuple[str, str]],
        read: Callable[[], str],
        write: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._read = read
        self.segment = Segment(look, name, options)
        self.segment.chosen.connect(write)
        body = column(gap=4)
        body.addWidget(label(name, "secondary", look, "ink2"))
        body.addWidget(self.segment)
        body.addStretch(1)
        self.setLayout(body)

    def refresh(self) -> None:
        """Show what is on record."""
        self.segment.set_current(self._read())


class Tickbox(QCheckBox):
    """A yes or no that is kept at once."""

    def __init__(
        self, look: Look, text: str, read: Callable[[], bool], write: Callable[[bool], None]
    ) -> None:
        super().__init__(text)
        self._read = read
        self.setFont(look.font("body"))
        self.setAccessibleName(text)
        self.setProperty("ring", 6)
        self.setMinimumHeight(look.px(26))
        self.clicked.connect(write)

    def refresh(self) -> None:
        """Show what is on record."""
        self.setChecked(self._read())


class Saved(QWidget):
    """ "Saved", for a moment; then it fades, or just goes where motion is reduced."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = label(say("Saved"), "secondary", look, "done")
        body = row()
        body.addWidget(self._words, 0, Qt.AlignmentFlag.AlignRight)
        self.setLayout(body)
        self.setFixedSize(look.px(60), look.px(36))
        self._words.hide()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_SAVED_MS)
        self._clock.timeout.connect(self._go)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setDuration(_FADE_MS)
        self._fade.valueChanged.connect(self._shade)
        self._fade.finished.connect(self._words.hide)

    def show_saved(self) -> None:
        """Something was saved."""
        self._fade.stop()
        self._shade(1.0)
        self._words.show()
        self._clock.start()

    def is_shown(self) -> bool:
        """Whether the word is still there."""
        return not self._words.isHidden()

    def _go(self) -> None:
        if self._look.reduced_motion:
            self._words.hide()
        else:
            self._fade.start()

    def _shade(self, strength: float) -> None:
        """The word as strong as that, from 1 to 0."""
        palette = self._words.palette()
        ink = QColor(self._look.theme.done)
        ink.setAlphaF(strength)
        palette.setColor(QPalette.ColorRole.WindowText, ink)
        self._words.setPalette(palette)
