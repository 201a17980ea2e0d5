"""Today's page: what to send now, what is unsure, what waits for a fact, and what rests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from rules.board import Card, Tint
from rules.records import Moment
from rules.steps import StepKind, StepState

UNSURE_AFTER = timedelta(minutes=30)
"""A copied letter is asked about only once there was time to paste and send it."""

_WEEK = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Today:
    """The sections of the page; each tuple has what is most pressing first."""

    late: tuple[Card, ...] = ()
    due: tuple[Card, ...] = ()
    unsure: tuple[Card, ...] = ()  # copied, and not said to be sent
    waiting_on_you: tuple[Card, ...] = ()  # a date or people are missing
    ahead: tuple[Card, ...] = ()  # something within the next seven days
    resting: tuple[Card, ...] = ()  # nothing is needed

    @property
    def to_send(self) -> int:
        """How many cards ask for something today."""
        return len(self.late) + len(self.due) + len(self.unsure)


def queue(cards: Iterable[Card], moment: Moment) -> Today:
    """The cards sorted into the sections of the page."""
    sections: dict[str, list[Card]] = {}
    for card in cards:
        name = _section(card, moment.now)
        if name:
            sections.setdefault(name, []).append(card)
    for section in sections.values():
        section.sort(key=lambda card: (_pressing(card, moment.now), card.company.casefold()))
    return Today(**{name: tuple(section) for name, section in sections.items()})


def _section(card: Card, now: datetime) -> str:
    """Which section a card belongs to; empty for none."""
    step = card.step
    if step.kind is StepKind.CONFIRM_SENT:
        just_now = step.at is not None and now - step.at < UNSURE_AFTER
        return "due" if just_now else "unsure"
    if step.kind is StepKind.ADD_DETAILS:
        return "waiting_on_you"
    if step.kind is StepKind.REST:
        return "resting"
    if card.tint is Tint.LATE:
        return "late"
    if step.kind is StepKind.WRITE and step.state in (StepState.DUE, StepState.COOLING_OFF):
        return "due"
    if card.due is not None and now <= card.due < now + _WEEK and card.tint is not Tint.CLOSED:
        return "ahead"
    return ""


def _pressing(card: Card, now: datetime) -> datetime:
    """The moment that orders a section: what is left of the window, else what comes."""
    return card.due or now + _WEEK
