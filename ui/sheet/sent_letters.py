"""What was sent: each letter as a small card that opens to be read and copied."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from rules.records import Message
from ui.sheet.follow_up.footer import Mark
from ui.sheet.panel import Panel, column, row
from ui.sheet.words import one_line
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.wording import say


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One letter that went out, in words."""

    message: Message
    title: str
    when: str
    to: str
    text: str  # the letter, and the original below it


class SentCard(Panel):
    """One letter, folded to two lines until it is opened."""

    copy_pressed = Signal(str)

    def __init__(self, look: Look, sent: Sent, *, icon: str = "mail-check") -> None:
        super().__init__(look, fill="surface", line="line", radius=10)
        self.sent = sent
        head = row(gap=8)
        head.addWidget(Mark(look, icon, "done", 16))
        head.addWidget(label(sent.title, "card_title", look))
        head.addStretch(1)
        head.addWidget(label(sent.when, "secondary", look, "ink2"))
        to = label(sent.to, "secondary", look, "ink2", elide=True)
        to.setIndent(24)
        self._preview = label(one_line(sent.message.body), "next_step", look, "ink2", elide=True)
        self._text = paragraph(sent.text, "body", look)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = Button(look, say("Copy"), "soft", icon="copy", small=True)
        self._copy.setAccessibleName(say("Copy letter"))
        self._copy.clicked.connect(lambda: self.copy_pressed.emit(sent.message.id))
        body = column(margins=(13, 11, 13, 12), gap=2)
        body.addLayout(head)
        body.addWidget(to)
        body.addSpacing(8)
        body.addWidget(label(sent.message.subject, "next_step", look, elide=True))
        body.addWidget(self._preview)
        body.addWidget(self._text)
        body.addSpacing(4)
        self._parts: QVBoxLayout = column(gap=4)
        self._opened = QWidget()
        self._opened.setLayout(self._parts)
        body.addWidget(self._opened)
        self._actions = QWidget()
        self._buttons = row(gap=8)
        self._buttons.addWidget(self._copy)
        self._buttons.addStretch(1)
        self._actions.setLayout(self._buttons)
        body.addWidget(self._actions)
        self.setLayout(body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setProperty("ring", 10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{sent.title}, {sent.when}, {sent.to}, {sent.message.subject}")
        self.setAccessibleDescription(say("Enter reads it."))
        self.open(False)

    def open(self, on: bool) -> None:
        """Show the whole letter, or fold it."""
        self._preview.setVisible(not on)
        self._text.setVisible(on)
        self._opened.setVisible(on and self._parts.count() > 0)
        self._actions.setVisible(on)
        self.updateGeometry()

    def add_action(self, button: Button) -> None:
        """One more thing that can be done with the letter once it is open."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def add_part(self, part: QWidget) -> None:
        """Something more to be seen about the letter once it is open."""
        self._parts.addWidget(part)

    def is_open(self) -> bool:
        """Whether the whole letter is shown."""
        return not self._text.isHidden()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.open(not self.is_open())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open(not self.is_open())
        else:
            super().keyPressEvent(event)


class SentLetters(QWidget):
    """The column of what was sent, the newest first, and why there are only two."""

    copy_pressed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Sent, ...] = ()
        self._heading = label(say("What was sent"), "section", look)
        self._list: QVBoxLayout = column(gap=10)
        self._why = Button(look, say("Why stop at two?"), "quiet", icon="circle-question-mark")
        self._reasons = paragraph(
            say(
                "One note thanks, one asks: that is all a decision can use. "
                "The people who hire have read both, and silence is rarely about your mail. "
                "A third mostly costs goodwill, so Afterword leaves it out for everyone."
            ),
            "body",
            look,
            "ink2",
        )
        self._reasons.hide()
        self._why.clicked.connect(lambda: self._reasons.setVisible(self._reasons.isHidden()))
        body = column(gap=12)
        body.addWidget(self._heading)
        body.addLayout(self._list)
        body.addWidget(self._why, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._reasons)
        body.addStretch(1)
        self.setLayout(body)

    def show_letters(self, letters: Sequence[Sent], *, why: bool) -> None:
        """Show these; cards stay open where the letters are the same."""
        self._heading.setVisible(bool(letters))
        self._why.setVisible(why)
        if not why:
            self._reasons.hide()
        if tuple(letters) == self._shown:
            return
        self._shown = tuple(letters)
        while (item := self._list.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for one in letters:
            card = SentCard(self._look, one)
            card.copy_pressed.connect(self.copy_pressed)
            self._list.addWidget(card)

    def why_button(self) -> Button:
        """The button that opens the three sentences."""
        return self._why

    def reasons_shown(self) -> bool:
        """Whether the three sentences are open."""
        return not self._reasons.isHidden()
