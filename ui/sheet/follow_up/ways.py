"""The ways a letter leaves the window, and what is said about each."""

from enum import Enum, auto

from rules.records import Channel
from ui.wording import say


class Way(Enum):
    """How the letter was handed over."""

    COPY = auto()
    WITH_SUBJECT = auto()
    MAIL = auto()
    FILE = auto()
    PAPER = auto()
    BY_HAND = auto()  # written on a card, or said on the phone


_HANDED_OVER = {
    Way.COPY: "Copied. Paste it into your mail and send.",
    Way.WITH_SUBJECT: "Copied with its subject. Paste it and send.",
    Way.MAIL: "In your mail app. Send it there.",
    Way.FILE: "Saved. Open the file in your mail and send.",
    Way.PAPER: "On paper. Sign it and post it.",
    Way.BY_HAND: "Done by hand.",
}
_OTHERWISE = {
    Channel.LETTER: "Copied. Write it on the card and post it.",
    Channel.PHONE: "Copied. Keep it by the phone.",
}
_AS_IT_IS = {
    Way.MAIL: "Open as it is",
    Way.FILE: "Save as it is",
    Way.PAPER: "On paper as it is",
    Way.BY_HAND: "It went as it is",
}
_AND_GO = {
    Way.MAIL: "{fix} and open",
    Way.FILE: "{fix} and save",
    Way.PAPER: "{fix} and go on",
    Way.BY_HAND: "{fix} and go on",
}
_DONE = {Channel.EMAIL: "Sent", Channel.LETTER: "Posted", Channel.PHONE: "I called"}


def handed_over(way: Way, channel: Channel, *, is_reply: bool = False) -> str:
    """What the footer says once the letter has left the window.

    Only a reply to the first email joins its thread, and only its writer can press Reply (O05).
    """
    if is_reply and way is Way.COPY and channel is Channel.EMAIL:
        return say("Copied. Open your first email, press Reply and paste.")
    if way in (Way.COPY, Way.WITH_SUBJECT) and channel in _OTHERWISE:
        return say(_OTHERWISE[channel])
    return say(_HANDED_OVER[way])


def as_it_is(way: Way) -> str:
    """The button that goes on with something still to fix."""
    return say(_AS_IT_IS.get(way, "Copy as it is"))


def and_go(fix: str, way: Way) -> str:
    """The button that fixes first: "Fix both and copy"."""
    return say(_AND_GO.get(way, "{fix} and copy"), fix=fix)


def done(way: Way, channel: Channel) -> str:
    """The button that says it went out."""
    return say("Posted") if way is Way.PAPER else say(_DONE[channel])
