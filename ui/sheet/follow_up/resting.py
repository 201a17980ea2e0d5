"""The frame of the pages without a letter: words at the left, what was sent at the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rules.compose import Original, whole_body
from rules.letter_words import attribution
from rules.records import Channel, Dossier, Message, MessageId, Moment
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

    def show_letters(self, dossier: Dossier, moment: Moment, name: str, *, why: bool) -> None:
        """Show what `name` sent, the newest first."""
        sent = [one for one in dossier.messages if one.counts]
        sent.sort(key=lambda one: one.sent_at, reverse=True)
        shown = tuple(sent_words(dossier, one, moment, name) for one in sent)
        self.letters.show_letters(shown, why=why)
        self.side.setVisible(bool(sent) or why)


def sent_words(dossier: Dossier, message: Message, moment: Moment, name: str) -> Sent:
    """One letter that went out, as its card says it; `name` is who wrote it."""
    to = message.to_name or dossier.opportunity.company
    words = say("to {name}", name=to)
    if message.original:
        words = say("to {name}, original below", name=to)
    return Sent(
        message=message,
        title=sent_name(message),
        when=sent_when(message, moment),
        to=words,
        text=text_of(dossier, message.id, moment, name),
    )


def sent_name(message: Message) -> str:
    """What went out: "Thank-you", "Thank-you, by post", "Check-in, a call"."""
    name = letter_name(message.kind)
    if message.channel is Channel.LETTER:
        return say("{letter}, by post", letter=name)
    return say("{letter}, a call", letter=name) if message.channel is Channel.PHONE else name


def text_of(dossier: Dossier, message_id: MessageId | str, moment: Moment, name: str) -> str:
    """What a letter said, with its original below; empty where it is no longer on record."""
    found = next((one for one in dossier.messages if one.id == message_id), None)
    if found is None:
        return ""
    return whole_body(found.body, _original(dossier, found, moment, name))


def _original(dossier: Dossier, message: Message, moment: Moment, name: str) -> Original | None:
    """What the recipient got first, as it was quoted in that letter."""
    if not message.original:
        return None
    own = [
        one
        for one in dossier.messages
        if one.person_id == message.person_id and one.sent_at < message.sent_at
    ]
    first = next((one for one in own if one.body == message.original), None)
    at = first.sent_at if first is not None else message.sent_at
    talk = dossier.interview(first.interview_id) if first is not None else None
    zone = moment.employer_zone(dossier.opportunity, talk)
    return Original(
        text=message.original,
        sent_at=at,
        to_name=message.to_name,
        subject=first.subject if first is not None else "",
        attribution=attribution(at, zone, name) if first is not None else say("The original:"),
    )
