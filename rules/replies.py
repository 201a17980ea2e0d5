"""What the employer said, and what it leaves of a round's plan (RULES 3, rows 7 and 10)."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rules.records import Fact, FactKind, Interview, MessageKind, Outcome, PersonId
from rules.rounds import Reading, Round
from rules.tally import last_sent

_ENDINGS = {
    FactKind.OFFER: Outcome.OFFER,
    FactKind.REJECTION: Outcome.NOT_THIS_TIME,
    FactKind.WITHDREW: Outcome.WITHDREW,
    FactKind.CLOSED: Outcome.NO_ANSWER,
}
_ENDING_OF = {outcome: kind for kind, outcome in _ENDINGS.items()}
_ASKS = {FactKind.REPLY_QUESTION, FactKind.REPLY_INVITED}
_OUTLAST = {
    FactKind.PROMISE,
    FactKind.INVITED_TO_CALL,
    FactKind.NO_LONGER_INTERESTED,
    FactKind.OUT_OF_OFFICE,
}
"""What holds for a talk as well if it was said while the talk was being arranged."""
_ENDS_WAITING = {FactKind.REPLY_NOTE, FactKind.REPLY_INVITED}


@dataclass(frozen=True, kw_only=True)
class Ending:
    """How it ended, when, and who said so."""

    outcome: Outcome
    at: datetime
    day: date | None = None  # an offer: they want an answer by
    person_id: PersonId | None = None


@dataclass(frozen=True, kw_only=True)
class Holding:
    """ "Still deciding": it opens one invited check-in."""

    at: datetime
    day: date | None
    person_id: PersonId | None


@dataclass(frozen=True, kw_only=True)
class Chain:
    """What was said about one round, or about the application before any."""

    facts: tuple[Fact, ...] = ()  # in the order they happened
    promise: Fact | None = None  # the last day they named
    holding: Holding | None = None
    replied: bool = False  # somebody wrote: the unprompted plan is over
    seen: frozenset[FactKind] = field(default=frozenset())

    def last(self, kind: FactKind) -> Fact | None:
        """The last fact of that kind."""
        return next((one for one in reversed(self.facts) if one.kind is kind), None)

    def away_until(self, person_id: PersonId | None) -> date | None:
        """The last day of an absence that concerns a message to that person."""
        if FactKind.OUT_OF_OFFICE not in self.seen:
            return None
        away = [
            one.day
            for one in self.facts
            if one.kind is FactKind.OUT_OF_OFFICE and one.person_id in (None, person_id) and one.day
        ]
        return away[-1] if away else None


_SILENCE = Chain()


def ending_of(reading: Reading) -> Ending | None:
    """The outcome on the card, else the last fact that is one and that no later talk took back."""
    opportunity = reading.dossier.opportunity
    facts = reading.dossier.facts
    if opportunity.outcome is not None:
        wanted = _ENDING_OF[opportunity.outcome]
        told = max((one for one in facts if one.kind is wanted), key=_when, default=None)
        at = opportunity.outcome_at or (told.at if told else opportunity.created_at)
        return _ending(opportunity.outcome, at, told)
    if not facts:
        return None
    told = max((one for one in facts if one.kind in _ENDINGS), key=_when, default=None)
    if told is None or any(_comes_after(one, told) for one in reading.dossier.interviews):
        return None
    return _ending(_ENDINGS[told.kind], told.at, told)


def _ending(outcome: Outcome, at: datetime, told: Fact | None) -> Ending:
    if told is None:
        return Ending(outcome=outcome, at=at)
    return Ending(outcome=outcome, at=told.at, day=told.day, person_id=told.person_id)


def _when(fact: Fact) -> tuple[datetime, str]:
    return (fact.at, fact.id)


def _comes_after(interview: Interview, fact: Fact) -> bool:
    """Whether a talk was agreed on after that fact, as far as its date tells."""
    return interview.start is None or interview.start > fact.at


def open_question(reading: Reading) -> Fact | None:
    """What they asked or invited to and nobody answered; a later talk has settled it."""
    asked = max(
        (one for one in reading.dossier.facts if one.kind in _ASKS), key=_when, default=None
    )
    if asked is None:
        return None
    answered = last_sent(reading.dossier, MessageKind.ANSWER)
    if answered is not None and answered >= asked.at:
        return None
    if any(asked.at < one.opened <= reading.now for one in reading.rounds):
        return None
    if asked.kind is FactKind.REPLY_INVITED and any(
        _comes_after(one, asked) for one in reading.dossier.interviews
    ):
        return None
    return asked


def offer_elsewhere(reading: Reading) -> Fact | None:
    """The last offer elsewhere that this employer was not told of."""
    told = max(
        (one for one in reading.dossier.facts if one.kind is FactKind.OFFER_ELSEWHERE),
        key=_when,
        default=None,
    )
    if told is None:
        return None
    sent = last_sent(reading.dossier, MessageKind.COMPETING_OFFER)
    return None if sent is not None and sent >= told.at else told


def chain_of(reading: Reading, round_: Round | None, second_at: datetime | None) -> Chain:
    """What was said about a round; None: about the application. `second_at`: 2 of 2 went out."""
    if not reading.dossier.facts:
        return _SILENCE
    facts = tuple(
        sorted((one for one in reading.dossier.facts if _concerns(reading, one, round_)), key=_when)
    )
    promise: Fact | None = None
    holding: Holding | None = None
    replied = False
    for fact in facts:
        if fact.kind is FactKind.PROMISE and fact.day is not None:
            promise = fact
            # A day named after the last word, or after "still deciding", opens a new wait.
            if holding is not None or (second_at is not None and fact.at > second_at):
                person = fact.person_id or (holding.person_id if holding else None)
                holding = Holding(at=fact.at, day=fact.day, person_id=person)
        elif fact.kind is FactKind.REPLY_HOLDING:
            day = fact.day or (promise.day if promise else None)
            holding, replied = Holding(at=fact.at, day=day, person_id=fact.person_id), True
        elif fact.kind in _ENDS_WAITING:
            holding, replied = None, True
        elif fact.kind is FactKind.REPLY_QUESTION:
            replied = True
    return Chain(
        facts=facts,
        promise=promise,
        holding=holding,
        replied=replied,
        seen=frozenset(one.kind for one in facts),
    )


def _concerns(reading: Reading, fact: Fact, round_: Round | None) -> bool:
    """Whether a fact is about that round: by the talk it names, else by when it happened."""
    if reading.dossier.interview(fact.interview_id) is not None:
        return round_ is not None and round_.holds(fact.interview_id)
    if round_ is None:
        return True
    before = [one for one in reading.rounds if one.opened < round_.opened]
    after = [one for one in reading.rounds if one.opened > round_.opened]
    if after and fact.at >= after[0].opened:
        return False
    if fact.kind not in _OUTLAST:
        return fact.at >= round_.opened
    if fact.kind is FactKind.PROMISE and fact.day is not None and fact.day < round_.day:
        return fact.at >= round_.opened
    return not before or fact.at >= before[-1].opened
