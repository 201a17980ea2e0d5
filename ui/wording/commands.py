"""The words around commands: their groups, and why one cannot be done now."""

from enum import StrEnum

from ui.offers import Offer
from ui.wording.acts import act_words
from ui.wording.say import say


class WhyNot(StrEnum):
    """Why a command of the list cannot be done now."""

    NO_CARD = "Choose a card first"
    NO_SHEET = "Open a card first"
    NOTHING_TO_WRITE = "Nothing to write on this card now"
    NOTHING_DONE = "Nothing to undo"
    NOTHING_UNDONE = "Nothing to do again"
    FIRST_STAGE = "It is in the first stage"
    LAST_STAGE = "It is in the last stage"
    SAME_STAGE = "It is there already"
    BY_DUE_ALREADY = "It is sorted by due"
    CLOSED_ALREADY = "It is closed already"
    ALL_SHOWN = "All are shown"


def why_not(why: WhyNot) -> str:
    """The reason as it stands beside the command."""
    return say(why.value)


def undo_words(label: str, *, again: bool = False) -> str:
    """Undo, and what it would take back; or redo, and what it would do again."""
    name = say("Redo") if again else say("Undo")
    return say("{name}: {what}", name=name, what=act_words(label)) if label else name


def offer_spoken(offer: Offer) -> str:
    """A line of the list as it is read aloud."""
    parts = [offer.text, offer.why, *offer.keys]
    return ", ".join(part for part in parts if part)
