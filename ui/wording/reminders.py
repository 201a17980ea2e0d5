"""What a reminder says: the company, what is to be written, and how long there is."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from rules.board import Card
from rules.records import MessageKind, Moment
from ui.ports import Announcement
from ui.wording.say import count, say
from ui.wording.times import span

MOST = 4
"""Lines of a notice of several; the rest is counted."""

_LETTERS = {
    MessageKind.APPLICATION_FOLLOW_UP: "application follow-up",
    MessageKind.PASS_ON: "thanks to pass on",
    MessageKind.THANKS_AND_QUESTION: "thanks and a question",
    MessageKind.CHECK_IN: "check-in",
    MessageKind.INVITED_CHECK_IN: "the check-in they invited",
    MessageKind.REPLY_TO_REJECTION: "a reply to their answer",
    MessageKind.OFFER_ACKNOWLEDGEMENT: "a reply to their offer",
    MessageKind.COMPETING_OFFER: "tell them of your other offer",
    MessageKind.WITHDRAWAL: "tell them you withdraw",
    MessageKind.DECLINE: "decline the offer",
    MessageKind.ANSWER: "an answer to their question",
    MessageKind.KEEP_IN_TOUCH: "keep in touch",
    MessageKind.ADDRESS_REQUEST: "ask for the addresses",
    MessageKind.DEBRIEF: "tell the recruiter how it went",
}


def line(card: Card, latest: datetime, moment: Moment) -> str:
    """One letter in one line: "Lumen & Oak: 2 people to thank, 6 h left"."""
    step = card.step
    what = say(_LETTERS[step.message]) if step.message in _LETTERS else _thanks(len(step.people))
    left = latest - moment.now
    time = say("{span} left" if left >= timedelta(0) else "{span} late", span=span(abs(left)))
    return say("{company}: {what}, {time}", company=card.company, what=what, time=time)


def _thanks(people: int) -> str:
    return (
        count(people, "{n} person to thank", "{n} people to thank") if people else say("thank-you")
    )


def announcement(due: Sequence[tuple[Card, datetime]], moment: Moment) -> Announcement:
    """All that is due in one notice: cards, and until when their letters are in time."""
    lines = [line(card, latest, moment) for card, latest in due]
    if len(lines) == 1:
        return Announcement(title=lines[0])
    rest = len(lines) - MOST
    if rest > 0:
        lines = [*lines[:MOST], say("and {n} more", n=rest)]
    title = count(len(due), "{n} letter to send", "{n} letters to send")
    return Announcement(title=title, lines=tuple(lines))
