"""The frame of the pages without a letter: words at the left, what was sent at the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rules.records import Dossier, Message, MessageId, Moment
from ui.sheet.panel import Aside, Scroll, column, row
from ui.sheet.sent_letters import Sent, SentLetters
from ui.sheet.words import letter_name, sent_when
from ui.theme import Look
from ui.wording import say


class RestingPage(QWidget):
    """Left: `body`, to be filled by the page. Right: the letters that went out."""

    copy_pressed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.body: QVBoxLayout = column(margins=(48, 40, 48, 32), gap=0)
        self.letters = SentLetters(look)
        self.letters.copy_pressed.connect(self.copy_pressed)
        left = QWidget()
        left.setLayout(self.body)
        aside = QWidget()
        inner = column(margins=(20, 18, 20, 20))
        inner.addWidget(self.letters)
        aside.setLayout(inner)
        self.side = Aside(look, aside)
        line = row(gap=0)
        line.addWidget(Scroll(left, look), 1)
        line.addWidget(self.side)
        self.setLayout(line)

    def show_letters(self, dossier: Dossier, moment: Moment, *, why: bool) -> None:
        """Show what went out, the newest first."""
        sent = [one for one in dossier.messages if one.counts]
        sent.sort(key=lambda one: one.sent_at, reverse=True)
        shown = tuple(sent_words(dossier, one, moment) for one in sent)
        self.letters.show_letters(shown, why=why)
        self.side.setVisible(bool(sent) or why)


def sent_words(dossier: Dossier, message: Message, moment: Moment) -> Sent:
    """One letter that went out, as its card says it."""
    to = message.to_name or dossier.opportunity.company
    words = say("to {name}", name=to)
    if message.original:
        words = say("to {name}, original below", name=to)
    return Sent(
        message=message,
        title=letter_name(message.kind),
        when=sent_when(message, moment),
        to=words,
    )


def text_of(dossier: Dossier, message_id: MessageId | str) -> str:
    """What a letter said; empty where it is no longer on record."""
    found = next((one for one in dossier.messages if one.id == message_id), None)
    return found.body if found is not None else ""
