"""Quick add: one field for one line, with what was understood live below it."""

from datetime import tzinfo
from typing import Protocol

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from rules.quick_add import Entry, understand
from rules.records import Moment
from ui.resources import pixmap
from ui.theme import Look
from ui.widgets.announce import announce
from ui.widgets.answers import Candidate, answered, as_application, settled
from ui.widgets.button import Button
from ui.widgets.entry_chips import EntryChip, EntryChips
from ui.widgets.label import Label, label
from ui.widgets.line_field import LineField
from ui.widgets.paint import paint_card_surface, painting
from ui.wording.entry import Part, candidate_words, parts

NAME = "Add an interview or application"
_EXAMPLES = {
    "interview": "Lumen & Oak, Product Designer, today 14:00 with Priya Raman",
    "application": "Oatfield Foods, UX Researcher, applied today",
}


class Clocked(Protocol):
    """What the field needs of a session."""

    def moment(self) -> Moment: ...


class QuickAdd(QWidget):
    """The field, its chips and, where it is big, its button.

    `entered` carries the Entry. An open question stops the first Enter and gets the focus;
    the second Enter keeps what was asked about as a note.
    """

    entered = Signal(object)
    typing = Signal(bool)
    """Whether there is text in the field."""

    def __init__(self, look: Look, session: Clocked, big: bool = False) -> None:
        super().__init__()
        self._look = look
        self._session = session
        self._big = big
        self._mode = "interview"
        self._answers: dict[str, Candidate] = {}
        self._asked_about = ""
        self._entry: Entry | None = None
        self._box = _Box(look, big)
        self.field = LineField(NAME)
        self.chips = EntryChips(look)
        self.word: Label = label("", "secondary", look, "late")
        self._menu: QMenu | None = None
        self._build()
        self._connect()
        look.changed.connect(self._restyle)
        self._restyle()

    def _build(self) -> None:
        """Field in its box, chips and the word of refusal below."""
        self.field.setProperty("plain", True)
        row = QHBoxLayout(self._box)
        row.setContentsMargins(54 if self._big else 40, 0, 9 if self._big else 8, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        self.start = Button(self._look, "Start", "primary", key="Enter", name="Start")
        row.addWidget(self.start)
        self.start.setVisible(self._big)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20 if self._big else 10)
        column.addWidget(self._box)
        column.addWidget(self.chips)
        column.addWidget(self.word)
        self.chips.hide()
        self.word.hide()
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        self.field.focus_moved.connect(self._box.set_focused)
        self.field.textChanged.connect(self._read)
        self.field.returnPressed.connect(self._enter)
        self.field.refused.connect(self._say)
        self.start.clicked.connect(self._enter)
        self.chips.picked.connect(self._edit)

    def set_mode(self, mode: str) -> None:
        """Expect an "interview" or an "application": another example, another guess."""
        self._mode = mode
        self._restyle()
        self._read(self.field.text())

    @property
    def mode(self) -> str:
        """What is expected: "interview" or "application"."""
        return self._mode

    def clear(self) -> None:
        """Empty again, for the next one."""
        self.field.clear()
        self._answers.clear()
        self._asked_about = ""

    def entry(self) -> Entry | None:
        """What was understood, with the answers given so far."""
        return self._entry

    def _zone(self) -> tzinfo:
        return self._session.moment().zone

    def _read(self, line: str) -> None:
        """Understand the line and show it."""
        self.word.hide()
        self._asked_about = ""
        if not line.strip():
            self._entry = None
            self._answers.clear()
        else:
            now = self._session.moment().now
            entry = understand(line, now, self._zone())
            entry = as_application(entry) if self._mode == "application" else entry
            self._entry = answered(entry, self._answers)
        self._show()
        self.typing.emit(self._entry is not None)

    def _show(self) -> None:
        entry = self._entry
        now = self._session.moment().now
        self.chips.show_parts(parts(entry, now, self._zone()) if entry else ())
        self.chips.setVisible(entry is not None)

    def _enter(self) -> None:
        """Take the line, or ask once about what is open."""
        entry = self._entry
        if entry is None:
            self.field.setFocus()
            return
        if entry.questions and self._asked_about != entry.text:
            self._asked_about = entry.text
            chip = next((one for one in self.chips.chips() if one.part and one.part.question), None)
            if chip is not None:
                chip.setFocus(Qt.FocusReason.OtherFocusReason)
                announce(self, chip.accessibleName())
                return
        self.entered.emit(settled(entry))

    def _edit(self, chip: EntryChip) -> None:
        """Edit one part: choose among what is proposed, or type it."""
        part = chip.part
        if part is None:
            return
        if part.question is not None and part.question.candidates:
            self._offer(chip, part)
        else:
            self._select(part)

    def _select(self, part: Part) -> None:
        """Put the cursor on the words of a part."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if part.span is None:
            self.field.end(False)
        elif part.question is not None and part.question.why.value == "hour_missing":
            self.field.setCursorPosition(part.span[1])
        else:
            self.field.setSelection(part.span[0], part.span[1] - part.span[0])

    def _offer(self, chip: EntryChip, part: Part) -> None:
        """A menu of the proposals."""
        question = part.question
        if question is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for candidate in question.candidates:
            action = menu.addAction(candidate_words(candidate, self._zone()).replace("&", "&&"))
            action.triggered.connect(
                lambda _on=False, one=candidate: self._answer(question.field, one)
            )
        menu.addSeparator()
        menu.addAction("Type it instead").triggered.connect(lambda: self._select(part))
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 4)))
        menu.setActiveAction(menu.actions()[0])
        self._menu = menu

    def _answer(self, field: str, candidate: Candidate) -> None:
        """Keep an answer as long as the line still asks that."""
        self._answers[field] = candidate
        self._read(self.field.text())
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str) -> None:
        """A word about what was not taken."""
        self.word.setText(text)
        self.word.show()
        announce(self, text, assertive=True)

    def _restyle(self) -> None:
        self.field.setFont(self._look.font("field" if self._big else "body"))
        example = _EXAMPLES[self._mode] if self._big else NAME
        self.field.setPlaceholderText(example)
        self._box.setFixedHeight(self._look.px(58 if self._big else 40))
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.clear()
            self.field.setFocus()
        else:
            super().keyPressEvent(event)


class _Box(QWidget):
    """The frame around the field: it shows the focus of what is inside."""

    def __init__(self, look: Look, big: bool) -> None:
        super().__init__()
        self._look = look
        self._big = big
        self._focused = False
        look.changed.connect(self.update)

    def set_focused(self, focused: bool) -> None:
        """Whether the field inside has the focus."""
        self._focused = focused
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        radius = 14 if self._big else 8
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with painting(self) as painter:
            paint_card_surface(painter, box, self._look, 0, theme.line_strong, radius)
            if self._focused:
                painter.setPen(QPen(theme.focus, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            size, left = (22, 20) if self._big else (16, 13)
            icon = "calendar-clock" if self._big else "plus"
            drawn = pixmap(icon, theme.accent_text, size, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - size) // 2, drawn)
