"""The board: lanes of cards, and what moving a card to another stage would mean."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rules.records import Outcome, OpportunityId, PersonId
from rules.stages import Stage
from rules.steps import NextStep


class Tint(StrEnum):
    """What a card's chip says at a glance; shape and words go with each."""

    LATE = "late"
    TODAY = "today"  # due now or within the day
    LATER = "later"
    EVENT = "event"  # an interview ahead
    OFFER = "offer"
    REST = "rest"  # both follow-ups sent
    CLOSED = "closed"


@dataclass(frozen=True, kw_only=True)
class Face:
    """One person on a card."""

    person_id: PersonId
    name: str
    thanked: bool
    skipped: bool
    to_thank: bool  # met, the talk is over, not thanked, not skipped


@dataclass(frozen=True, kw_only=True)
class Card:
    """What one card of the board shows."""

    opportunity_id: OpportunityId
    company: str
    role: str
    stage: Stage
    step: NextStep
    tint: Tint
    due: datetime | None  # what the chip counts to, and the order of the lane
    faces: tuple[Face, ...]
    thanked: int
    used: int
    of: int  # 1 while only an application is on record, else 2
    outcome: Outcome | None
    outcome_at: datetime | None
    place: float


@dataclass(frozen=True, kw_only=True)
class Lane:
    """One stage with its cards in order, and its worst state in numbers."""

    stage: Stage
    cards: tuple[Card, ...]
    late: int
    due: int  # due today, not late
    next_event: datetime | None  # the next interview ahead in this lane
    open_offers: int


class Ask(StrEnum):
    """What has to be known before a move is a fact."""

    DATE_AND_PEOPLE = "date_and_people"  # a coming interview; may be left for later
    WHEN_AND_WHOM = "when_and_whom"  # a talk that is over, nothing on record
    HAPPENED_ALREADY = "happened_already"  # a future talk: yes, just now / earlier / not yet
    OUTCOME = "outcome"


class Why(StrEnum):
    """Why a move is refused."""

    ALREADY_MET = "already_met"
    INTERVIEW_BOOKED = "interview_booked"
    NOBODY_MET = "nobody_met"
    NOBODY_THANKED = "nobody_thanked"


class WayOut(StrEnum):
    """What would make a refused move possible."""

    OPEN_INTERVIEW = "open_interview"
    ADD_INTERVIEW = "add_interview"
    WRITE_THANK_YOUS = "write_thank_yous"


@dataclass(frozen=True)
class Move:
    """The move is allowed as it stands; `left` people would not have been thanked."""

    left: int = 0


@dataclass(frozen=True)
class Needs:
    """The move is allowed once something is known."""

    ask: Ask


@dataclass(frozen=True)
class Refused:
    """The move contradicts the facts."""

    why: Why
    way_out: WayOut | None = None
