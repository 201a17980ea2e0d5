"""The letter: to whom, about what, its body, its length and its tone."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from rules.records import Channel, Person, Tone
from ui.sheet.fields import LineField
from ui.sheet.follow_up.editor import Editor
from ui.sheet.follow_up.original import OriginalBlock
from ui.sheet.follow_up.whose import tone_name
from ui.sheet.panel import Panel, Rule, Scroll, column, row
from ui.theme import Look
from ui.widgets.button import IconButton
from ui.widgets.label import Label, label
from ui.widgets.segment import Segment
from ui.wording import say

_SIDE = 19
_LEFT = 66
_LEAST = 270
"""The letter keeps so much; where there is less, the page scrolls."""
_LOW = 430
"""Below this height the folded original shows its title alone."""


class LetterPanel(Panel):
    """One letter on its sheet of paper."""

    edited = Signal()
    tone_chosen = Signal(str)
    copy_address = Signal()
    copy_subject = Signal()
    address_typed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(
            look, fill="surface", line="line_strong", radius=12, line_when_focused=True
        )
        self._captions: list[Label] = []
        self._to = label("", "body", look, elide=False)
        self.address = LineField(look, say("Email address"), plain=True)
        self.address.setPlaceholderText(say("Add an email address, or copy without one"))
        self.address.editingFinished.connect(lambda: self.address_typed.emit(self.address.text()))
        self._where = label("", "body", look, "ink2", elide=True)
        self._where.hide()
        self._problem = label("", "secondary", look, "late")
        self._problem.hide()
        self.subject = LineField(look, say("Subject"), "card_title", plain=True)
        self.subject.textEdited.connect(lambda _text: self.edited.emit())
        self.body = Editor(look)
        self.body.edited.connect(self.edited)
        self.original = OriginalBlock(look)
        self._original_scroll = Scroll(self.original, look)
        self.original.turned.connect(self._fit_original)
        self._count = label("", "secondary", look, "ink2")
        self.tone = Segment(look, say("Tone"), [(one.value, say(tone_name(one))) for one in Tone])
        self.tone.chosen.connect(self.tone_chosen)
        self._address_button = IconButton(look, "copy", say("Copy address"), side=28, size=16)
        self._subject_button = IconButton(look, "copy", say("Copy subject"), side=28, size=16)
        self._address_button.clicked.connect(self.copy_address)
        self._subject_button.clicked.connect(self.copy_subject)
        self.setLayout(self._arranged(look))
        look.changed.connect(self._restyle)
        self._restyle()
        for field in (self.subject, self.address, self.body.name_field):
            field.refused.connect(self.body.refused)
        for part in (self.subject, self.address, self.body):
            part.installEventFilter(self)

    def _restyle(self) -> None:
        """Captions of one width, so that what they name stands in line; room to write in."""
        self.setMinimumHeight(self.look.px(_LEAST))
        for caption in self._captions:
            caption.setFixedWidth(self.look.px(_LEFT) - 8)

    def _arranged(self, look: Look) -> QVBoxLayout:
        """To, subject, the body with its original, and the foot."""
        to = self._line(look, say("To"), self._address_button)
        to.insertWidget(2, self._to)
        to.insertWidget(3, self.address, 1)
        to.insertWidget(4, self._where, 1)
        to.insertWidget(5, self._problem)
        subject = self._line(look, say("Subject"), self._subject_button)
        subject.insertWidget(2, self.subject, 1)
        foot = row(gap=8)
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self.tone)
        body = column(margins=(_SIDE, 4, 15, 14))
        body.addLayout(to)
        body.addWidget(Rule(look))
        self._subject_line, self._subject_rule = QWidget(), Rule(look)
        self._subject_line.setLayout(subject)
        body.addWidget(self._subject_line)
        body.addWidget(self._subject_rule)
        body.addSpacing(12)
        body.addWidget(self.body, 1)
        body.addSpacing(6)
        body.addWidget(self._original_scroll)
        body.addSpacing(10)
        body.addLayout(foot)
        return body

    def _line(self, look: Look, name: str, button: IconButton) -> QHBoxLayout:
        caption = label(name, "body", look, "ink2")
        self._captions.append(caption)
        line = row(margins=(0, 6, 0, 6), gap=8)
        line.addWidget(caption)
        line.addSpacerItem(QSpacerItem(0, look.px(28)))
        line.addWidget(button)
        return line

    def show_recipient(self, person: Person | None, team: str, channel: Channel) -> None:
        """Show to whom it goes, and where: the address of an email can be typed here.

        `team` is who it goes to where nobody is known. A card goes to an address on paper, which
        stands with the person; a call goes nowhere.
        """
        by_mail = channel is Channel.EMAIL
        address = person.email if person is not None else ""
        self._to.setText(person.name if person is not None else team)
        if not self.address.hasFocus():
            self.address.setText(address)
        self.address.setEnabled(person is not None and by_mail)
        self.address.setVisible(person is not None and by_mail)
        self._address_button.setVisible(bool(address) and by_mail)
        post = person.postal_address if person is not None and channel is Channel.LETTER else ""
        self._where.setText(", ".join(line.strip() for line in post.splitlines() if line.strip()))
        self._where.setVisible(bool(post))
        for part in (self._subject_line, self._subject_rule):
            part.setVisible(by_mail)

    def show_address_problem(self, problem: str) -> None:
        """Say beside the address why it cannot be one; it is kept as typed."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def show_letter(self, subject: str, body: str, *, fixed: bool) -> None:
        """Show a text; `fixed`: as it went out, not to be edited."""
        if self.subject.text() != subject:
            self.subject.setText(subject)
            self.subject.setCursorPosition(0)
        self.body.show_text(body)
        self.subject.setReadOnly(fixed)
        self.body.setReadOnly(fixed)
        self.tone.setVisible(not fixed)

    def show_original(self, title: str, subject: str, text: str) -> None:
        """Show the original below; an empty text takes it away."""
        self._original_scroll.setVisible(bool(text))
        if text:
            self.original.show_original(title, subject, text)
            self._fit_original()
            QTimer.singleShot(0, self, self._fit_original)  # once the words have their width

    def _fit_original(self) -> None:
        """As high as the original is, up to what leaves room for the letter."""
        width = max(self.width() - 2 * _SIDE, 200)
        wanted = self.original.heightForWidth(width) if self.original.hasHeightForWidth() else 0
        wanted = max(wanted, self.original.minimumSizeHint().height())
        self._original_scroll.setFixedHeight(
            min(wanted, max(self.look.px(120), self.height() // 2))
        )

    def show_count(self, words: str) -> None:
        """How many words it has, and whether that is a good number."""
        self._count.setText(words)

    def count_label(self) -> Label:
        """The label of the count."""
        return self._count

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.original.set_slim(self.height() < self.look.px(_LOW))
        if not self._original_scroll.isHidden():
            self._fit_original()
            QTimer.singleShot(0, self, self._fit_original)  # once the words have their width

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and isinstance(
            watched, QWidget
        ):
            self.set_ring(event.type() is QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)
