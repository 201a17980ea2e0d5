"""Rounds whose answer was waited for: when they were checked in on, and whether it came."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from rules.records import FactKind, MessageKind, OpportunityId, Outcome
from rules.replies import chain_of, ending_of
from rules.rounds import Reading, Round
from rules.tally import messages_of

ANSWER_WITHIN = timedelta(days=10)
FIRST_CHECK_IN = 7
"""The day from which an unprompted second message is due (RULES 3, row 8)."""

_ANSWERS = frozenset(
    {
        FactKind.REPLY_QUESTION,
        FactKind.REPLY_HOLDING,
        FactKind.REPLY_INVITED,
        FactKind.REPLY_NOTE,
        FactKind.REJECTION,
        FactKind.OFFER,
    }
)
"""What somebody wrote; an automatic absence note is no answer."""
_TOLD = (Outcome.OFFER, Outcome.NOT_THIS_TIME)


class CheckInDay(StrEnum):
    """How many days after the first message of a round its check-in went out."""

    BEFORE_7 = "before_7"
    FROM_7 = "7-8"
    FROM_9 = "9-10"
    FROM_11 = "11-12"
    FROM_13 = "13-14"
    FROM_15 = "15_on"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class Waited:
    """One round whose answer was waited for, up to ten days."""

    opportunity_id: OpportunityId
    check_in: CheckInDay
    answered: bool


def waits_of(reading: Reading, round_: Round) -> Iterator[Waited]:
    """A round that was written to and not answered when its check-in went out, or was due.

    It counts once its ten days are over. One that the person ended, or that was answered before
    they began, waited for nothing.
    """
    sent = messages_of(reading.dossier, round_)
    if not sent:
        return
    checks = [one.sent_at for one in sent if one.kind is MessageKind.CHECK_IN]
    start = checks[0] if checks else sent[0].sent_at + timedelta(days=FIRST_CHECK_IN)
    end = start + ANSWER_WITHIN
    answer = min(_answers(reading, round_), default=None)
    if end > reading.now or (answer is not None and answer <= start):
        return
    answered = answer is not None and answer <= end
    if not answered and _given_up(reading, start if not checks else None, end):
        return
    first = sent[0].sent_at if sent[0].sent_at < start else round_.ended
    zone = reading.zone
    days = (start.astimezone(zone).date() - first.astimezone(zone).date()).days
    yield Waited(
        opportunity_id=reading.dossier.opportunity.id,
        check_in=_bucket(days) if checks else CheckInDay.NONE,
        answered=answered,
    )


def _answers(reading: Reading, round_: Round) -> Iterator[datetime]:
    """When they answered: in words, by how it ended, at the latest by meeting again."""
    for fact in chain_of(reading, round_, None).facts:
        if fact.kind in _ANSWERS:
            yield fact.at
    ending = ending_of(reading)
    if ending is not None and ending.outcome in _TOLD and round_ is reading.newest:
        yield ending.at
    for later in reading.rounds:
        if later.opened > round_.opened:
            yield later.opened


def _given_up(reading: Reading, start: datetime | None, end: datetime) -> bool:
    """Whether the person withdrew while waiting, or had closed it before `start`."""
    ending = ending_of(reading)
    if ending is None:
        return False
    withdrew = ending.outcome is Outcome.WITHDREW and ending.at <= end
    return withdrew or (start is not None and ending.at <= start)


def _bucket(days: int) -> CheckInDay:
    """The pair of days a number of days falls into."""
    if days < FIRST_CHECK_IN:
        return CheckInDay.BEFORE_7
    pairs = (CheckInDay.FROM_7, CheckInDay.FROM_9, CheckInDay.FROM_11, CheckInDay.FROM_13)
    place = (days - FIRST_CHECK_IN) // 2
    return pairs[place] if place < len(pairs) else CheckInDay.FROM_15
