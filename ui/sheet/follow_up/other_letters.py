"""What else may be written now: a card, a call, a note through somebody, each with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rules.evidence import EVIDENCE
from rules.letter_choices import Choice
from rules.records import Channel, Dossier, MessageKind
from ui.sheet.panel import column
from ui.sheet.words import first_name
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.wording import say

_WORDS = {
    MessageKind.APPLICATION_FOLLOW_UP: "Follow up on the application",
    MessageKind.THANK_YOU: "Thank who is left",
    MessageKind.PASS_ON: "One note, passed on by {name}",
    MessageKind.THANKS_AND_QUESTION: "Thanks and a question, in one",
    MessageKind.CHECK_IN: "The check-in",
    MessageKind.INVITED_CHECK_IN: "The check-in they invited",
    MessageKind.REPLY_TO_REJECTION: "A calm reply to {name}",
    MessageKind.OFFER_ACKNOWLEDGEMENT: "Acknowledge the offer",
    MessageKind.COMPETING_OFFER: "Tell them by email instead",
    MessageKind.WITHDRAWAL: "Withdraw by email instead",
    MessageKind.DECLINE: "Decline the offer",
    MessageKind.ANSWER: "Answer {name}",
    MessageKind.KEEP_IN_TOUCH: "Keep in touch with {name}",
    MessageKind.ADDRESS_REQUEST: "Ask {name} for the addresses",
    MessageKind.DEBRIEF: "Tell {name} how it went",
}
_BY = {Channel.LETTER: "A card by post", Channel.PHONE: "Call {name} instead"}
_ICONS = {
    MessageKind.PASS_ON: "users",
    MessageKind.ADDRESS_REQUEST: "circle-question-mark",
    MessageKind.ANSWER: "reply",
    MessageKind.DECLINE: "x",
}
_PADDING = 8
_BY_ICONS = {Channel.LETTER: "pen-line", Channel.PHONE: "phone"}


class OtherLetters(QWidget):
    """A row for each letter that may be written instead, or as well."""

    chosen = Signal(object)  # a Choice
    left = Signal()  # back to the next step

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[object, ...] = ()
        self._rows: list[QWidget] = []
        self._buttons: list[Button] = []
        self.back = Button(look, say("Back to the next step"), "soft", icon="undo-2", small=True)
        self.back.clicked.connect(self.left)
        self._list = column(gap=10)
        body = column(gap=12)
        self._title = label(say("Also possible now"), "section", look)
        body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._title)
        body.addLayout(self._list)
        self.setLayout(body)
        self.setAccessibleName(say("Also possible now"))

    def show_choices(self, dossier: Dossier, choices: Sequence[Choice], *, chosen: bool) -> None:
        """Show these; `chosen`: one of them is written, and there is a way back."""
        self.back.setVisible(chosen)
        self._title.setVisible(bool(choices))
        self.setVisible(bool(choices) or chosen)
        shown = (dossier.people, tuple(choices))
        if shown == self._shown:
            return
        self._shown = shown
        for old in self._rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        self._rows = [self._row(dossier, one) for one in choices]
        for one in self._rows:
            self._list.addWidget(one)

    def _row(self, dossier: Dossier, choice: Choice) -> QWidget:
        made = QWidget()
        line = column(gap=0)
        icon = _BY_ICONS.get(choice.channel) or _ICONS.get(choice.kind, "mail")
        button = Button(self._look, choice_words(dossier, choice), "quiet", icon=icon)
        button.clicked.connect(lambda: self.chosen.emit(choice))
        reason = EVIDENCE[choice.reason].sentence
        button.setAccessibleDescription(reason)
        self._buttons.append(button)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        words = paragraph(say(reason), "secondary", self._look, "ink2")
        words.setContentsMargins(_PADDING, 0, 0, 0)  # below the words of the button
        line.addWidget(words)
        made.setLayout(line)
        return made

    def buttons(self) -> tuple[Button, ...]:
        """The buttons, in order."""
        return tuple(self._buttons)


def choice_words(dossier: Dossier, choice: Choice) -> str:
    """What a letter that may be chosen is called."""
    person = dossier.person(choice.people[0]) if choice.people else None
    name = first_name(person.name) if person is not None else say("them")
    words = _BY.get(choice.channel) or _WORDS[choice.kind]
    return say(words, name=name)
