"""The other words of a card: its people, its count, and how it is spoken."""

from rules.board import Card, Tint
from rules.records import Moment
from rules.stages import Stage
from rules.steps import StepKind
from ui.wording.say import count, say
from ui.wording.steps import chip, step_words

_NO_COUNT = {StepKind.INTERVIEW, StepKind.ADD_DETAILS, StepKind.CLOSED}


def shows_count(card: Card) -> bool:
    """Whether follow-ups used mean something on this card: not before a talk, not at the end."""
    return card.tint is not Tint.OFFER and card.step.kind not in _NO_COUNT


def faces_words(card: Card, short: bool = False) -> str:
    """The people of a card in words; empty where nobody is known."""
    if not card.faces:
        return ""
    if card.stage is Stage.INTERVIEW_BOOKED:
        if len(card.faces) == 1:
            return card.faces[0].name
        return count(len(card.faces), "{n} person", "{n} people")
    whom = [face for face in card.faces if not face.skipped or face.thanked]
    if not whom:
        return say("Nobody to thank")
    if card.thanked >= len(whom):
        return say("Thanked") if len(whom) == 1 else say("Everyone thanked")
    form = "{done} of {all}" if short else "{done} of {all} thanked"
    return say(form, done=card.thanked, all=len(whom))


def count_words(card: Card) -> str:
    """How many follow-ups are used, written out."""
    return say("{used} of {of} follow-ups used", used=card.used, of=card.of)


def spoken(card: Card, moment: Moment) -> str:
    """A card as it is read aloud."""
    who = f"{card.company}, {card.role}" if card.role else card.company
    parts = [who, f"{step_words(card, moment)}, {chip(card, moment, spoken=True)[1]}"]
    if card.faces:
        parts.append(faces_words(card))
    if shows_count(card):
        parts.append(count_words(card))
    return " ".join(f"{part}." if not part.endswith(("?", ".")) else part for part in parts)


def hints(*, letters: bool = True) -> str:
    """What the keys do on a card, for its accessible description."""
    return say("Enter opens. M moves.") if letters else say("Enter opens. Shift F10 offers more.")
