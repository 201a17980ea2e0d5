"""The board: lanes of cards, and what moving a card to another stage would mean."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum

from rules.copies import Copied, unconfirmed
from rules.ledger import current_round, thanked, to_thank
from rules.next_step import next_step
from rules.records import Dossier, FactKind, Moment, OpportunityId, Outcome, PersonId
from rules.rounds import read
from rules.stages import Stage
from rules.standing import stage_of
from rules.steps import NextStep, StepKind, StepState


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
    copied: tuple[Copied, ...] = ()  # copied and not said to be sent, the oldest first
    snoozed_until: datetime | None = None
    snoozed_matter: str = ""  # what was put off until then, see rules.today


@dataclass(frozen=True, kw_only=True)
class Lane:
    """One stage with its cards in order, and its worst state in numbers."""

    stage: Stage
    cards: tuple[Card, ...]
    late: int
    due: int  # due today, not late
    closed: int
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

    NOBODY_LEFT = "nobody_left"
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


Plan = Move | Needs | Refused

_LATE = {StepState.LATE, StepState.VERY_LATE, StepState.OVERDUE}
_OPEN = {StepState.DUE, StepState.COOLING_OFF}
_ALWAYS_TODAY = {StepKind.CONFIRM_SENT, StepKind.ADD_DETAILS}
_TO_SEND = {StepKind.WRITE, StepKind.CONFIRM_SENT}
_FAR = datetime.max.replace(tzinfo=UTC)
_OFFICE_CLOSES = time(17)
_RANK = {
    Tint.LATE: 0,
    Tint.TODAY: 1,
    Tint.EVENT: 2,
    Tint.OFFER: 2,
    Tint.LATER: 2,
    Tint.REST: 3,
    Tint.CLOSED: 4,
}


def card_of(dossier: Dossier, moment: Moment) -> Card:
    """The card of one opportunity at that moment."""
    opportunity = dossier.opportunity
    step = next_step(dossier, moment)
    round_ = current_round(dossier, moment)
    stage = stage_of(dossier, moment)
    if stage is Stage.INTERVIEW_BOOKED or round_ is None:
        faces = _faces_ahead(dossier, moment)
    else:
        done, owed = thanked(dossier, round_), to_thank(dossier, round_)
        skipped = {one for interview in round_.interviews for one in interview.skipped}
        faces = tuple(
            Face(
                person_id=one,
                name=person.name,
                thanked=one in done,
                skipped=one in skipped,
                to_thank=one in owed,
            )
            for one in round_.people
            if (person := dossier.person(one)) is not None
        )
    return Card(
        opportunity_id=opportunity.id,
        company=opportunity.company,
        role=opportunity.role,
        stage=stage,
        step=step,
        tint=_tint(step, opportunity.outcome),
        due=_answer_by(dossier, moment) or _due(step),
        faces=faces,
        thanked=sum(face.thanked for face in faces),
        used=step.used,
        of=step.of,
        outcome=opportunity.outcome,
        outcome_at=opportunity.outcome_at,
        place=opportunity.place,
        copied=unconfirmed(dossier) if dossier.drafts else (),
        snoozed_until=opportunity.snoozed_until,
        snoozed_matter=opportunity.snoozed_matter,
    )


def _faces_ahead(dossier: Dossier, moment: Moment) -> tuple[Face, ...]:
    """The people of the talk that comes next, nobody to be thanked yet."""
    reading = read(dossier, moment)
    ahead = reading.ahead or reading.dateless
    if ahead is None:
        return ()
    return tuple(
        Face(person_id=one, name=person.name, thanked=False, skipped=False, to_thank=False)
        for one in ahead.met
        if (person := dossier.person(one)) is not None
    )


def _tint(step: NextStep, outcome: Outcome | None) -> Tint:
    """The colour of a step: red only where something due was missed."""
    if outcome is Outcome.OFFER:
        return Tint.OFFER
    if step.kind is StepKind.WRITE:
        if step.state in _LATE:
            return Tint.LATE
        return Tint.TODAY if step.state in _OPEN else Tint.LATER
    if step.kind in _ALWAYS_TODAY:
        return Tint.TODAY
    tints = {
        StepKind.INTERVIEW: Tint.EVENT,
        StepKind.REST: Tint.REST,
        StepKind.CLOSED: Tint.CLOSED,
    }
    return tints.get(step.kind, Tint.LATER)


def _due(step: NextStep) -> datetime | None:
    """The moment a card's chip counts to: the opening while closed, the last moment once open."""
    if step.window is None:
        return step.at
    early = step.state in (StepState.TOO_EARLY, StepState.NOT_YET)
    return step.window.earliest if early else step.window.latest


def _answer_by(dossier: Dossier, moment: Moment) -> datetime | None:
    """The close of the day by which they want an answer to their offer, if they named one."""
    opportunity = dossier.opportunity
    if opportunity.outcome is not Outcome.OFFER:
        return None
    days = [one.day for one in dossier.facts if one.kind is FactKind.OFFER and one.day is not None]
    if not days:
        return None
    zone = moment.employer_zone(opportunity)
    return datetime.combine(days[-1], _OFFICE_CLOSES, zone).astimezone(UTC)


def order_of(card: Card, *, by_hand: bool) -> tuple[object, ...]:
    """What a lane is sorted by: the person's own order, else what is due first."""
    if by_hand:
        return (card.place, card.opportunity_id)
    undated = card.step.kind is StepKind.ADD_DETAILS  # nothing runs out: below what has a date
    rank = _RANK[Tint.LATER] if undated else _RANK[card.tint]
    return (rank, card.due or _FAR, card.company.casefold(), card.opportunity_id)


def lane_of(stage: Stage, cards: Iterable[Card], now: datetime) -> Lane:
    """A lane of cards that are in order already."""
    cards = tuple(cards)
    tints = Counter(card.tint for card in cards)
    events = [card.due for card in cards if card.tint is Tint.EVENT and card.due is not None]
    return Lane(
        stage=stage,
        cards=cards,
        late=tints[Tint.LATE],
        due=sum(card.tint is Tint.TODAY and card.step.kind in _TO_SEND for card in cards)
        if tints[Tint.TODAY]
        else 0,
        closed=tints[Tint.CLOSED],
        next_event=min((event for event in events if event >= now), default=None),
        open_offers=tints[Tint.OFFER],
    )


def lay_out(
    dossiers: Iterable[Dossier], moment: Moment, *, by_hand: frozenset[Stage] = frozenset()
) -> tuple[Lane, ...]:
    """All five lanes in their order, each card where its facts put it."""
    cards: dict[Stage, list[Card]] = {stage: [] for stage in Stage}
    for dossier in dossiers:
        card = card_of(dossier, moment)
        cards[card.stage].append(card)
    for stage, lane in cards.items():
        lane.sort(key=lambda card: order_of(card, by_hand=stage in by_hand))
    return tuple(lane_of(stage, cards[stage], moment.now) for stage in Stage)


def plan_move(dossier: Dossier, stage: Stage, moment: Moment) -> Plan:
    """What it would take to put the card into that stage."""
    match stage:
        case Stage.APPLIED:
            return _plan_applied(dossier, moment)
        case Stage.INTERVIEW_BOOKED:
            return Needs(Ask.DATE_AND_PEOPLE)
        case Stage.SAY_THANK_YOU:
            return _plan_thanking(dossier, moment)
        case Stage.WAITING_TO_HEAR:
            return _plan_waiting(dossier, moment)
        case _:
            return Needs(Ask.OUTCOME)


def _plan_applied(dossier: Dossier, moment: Moment) -> Plan:
    if current_round(dossier, moment) is not None:
        return Refused(Why.ALREADY_MET)
    if dossier.interviews:
        return Refused(Why.INTERVIEW_BOOKED, WayOut.OPEN_INTERVIEW)
    return Move()


def _plan_thanking(dossier: Dossier, moment: Moment) -> Plan:
    if any(one.end is None or one.end > moment.now for one in dossier.interviews):
        dated = any(one.end is not None and one.end > moment.now for one in dossier.interviews)
        return Needs(Ask.HAPPENED_ALREADY if dated else Ask.WHEN_AND_WHOM)
    round_ = current_round(dossier, moment)
    if round_ is None:
        return Needs(Ask.WHEN_AND_WHOM)
    return Move() if to_thank(dossier, round_) else Refused(Why.NOBODY_LEFT, WayOut.ADD_INTERVIEW)


def _plan_waiting(dossier: Dossier, moment: Moment) -> Plan:
    if any(one.end is None or one.end > moment.now for one in dossier.interviews):
        return Refused(Why.INTERVIEW_BOOKED, WayOut.OPEN_INTERVIEW)
    round_ = current_round(dossier, moment)
    if round_ is None:
        return Refused(Why.NOBODY_MET, WayOut.ADD_INTERVIEW)
    left = len(to_thank(dossier, round_))
    if left and not thanked(dossier, round_):
        return Refused(Why.NOBODY_THANKED, WayOut.WRITE_THANK_YOUS)
    return Move(left=left)
