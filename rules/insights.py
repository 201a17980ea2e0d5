"""What a person's own records say when counted: how far, how soon thanked, how often answered.

Everything is a list of cases, so that whoever shows a number can show what is behind it. Five
cases are the least from which a share is told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from rules.records import (
    Dossier,
    FactKind,
    MessageKind,
    Moment,
    OpportunityId,
    Outcome,
    PersonId,
)
from rules.replies import ending_of
from rules.rounds import Reading, Round, read
from rules.tally import messages_of, tally
from rules.waits import CheckInDay, Waited, waits_of

FEWEST = 5
"""With fewer cases there is nothing to tell."""

_ON_TIME = timedelta(hours=24)
_FOUR_WEEKS = timedelta(days=28)
_THANKS = (MessageKind.THANK_YOU, MessageKind.PASS_ON, MessageKind.THANKS_AND_QUESTION)


class Period(StrEnum):
    """From when on records are counted."""

    FOUR_WEEKS = "four_weeks"
    SEASON = "season"  # this month and the two before it
    ALL = "all"


class Milestone(StrEnum):
    """How far an application came."""

    APPLIED = "applied"
    INTERVIEW = "interview"  # a first round is over
    SECOND_INTERVIEW = "second_interview"
    OFFER = "offer"


class Thanks(StrEnum):
    """Whether somebody met was thanked within 24 hours."""

    ON_TIME = "on_time"
    LATE = "late"
    NOT_THANKED = "not_thanked"


@dataclass(frozen=True, kw_only=True)
class Thanked:
    """One person met in one round."""

    opportunity_id: OpportunityId
    person_id: PersonId
    day: date  # of the round, at the employer's place
    state: Thanks


@dataclass(frozen=True, kw_only=True)
class Insights:
    """The cases since a day; None: since the beginning."""

    since: date | None
    reached: dict[Milestone, tuple[OpportunityId, ...]]
    thanks: tuple[Thanked, ...]  # the oldest first
    waits: tuple[Waited, ...]

    def thanked(self, state: Thanks) -> tuple[Thanked, ...]:
        """The people in that state."""
        return tuple(one for one in self.thanks if one.state is state)

    def waited(self, day: CheckInDay) -> tuple[Waited, ...]:
        """The rounds checked in on at that time."""
        return tuple(one for one in self.waits if one.check_in is day)

    @property
    def late_weekday(self) -> int | None:
        """The day of the week (Monday is 0) after which each of three or more late ones came.

        None where they came after several, or where that day is simply when all talks are.
        """
        late = {one.day.weekday() for one in self.thanked(Thanks.LATE)}
        other = {one.day.weekday() for one in self.thanks if one.state is not Thanks.LATE}
        several = len(self.thanked(Thanks.LATE)) >= 3
        return late.pop() if several and len(late) == 1 and other - late else None


def share(part: int, whole: int) -> int | None:
    """Percent, rounded; None where there are too few cases to tell."""
    return (200 * part + whole) // (2 * whole) if whole >= FEWEST else None


def first_day(period: Period, moment: Moment) -> date | None:
    """The first day that counts, by the person's own calendar."""
    today = moment.now.astimezone(moment.zone).date()
    if period is Period.FOUR_WEEKS:
        return today - _FOUR_WEEKS
    if period is Period.SEASON:
        months = today.year * 12 + today.month - 1 - 2
        return date(months // 12, months % 12 + 1, 1)
    return None


def insights(dossiers: Iterable[Dossier], period: Period, moment: Moment) -> Insights:
    """Count every record from the first day of the period on.

    An application counts by the day it went out, a round by the day it was held.
    """
    since = first_day(period, moment)
    reached: dict[Milestone, list[OpportunityId]] = {one: [] for one in Milestone}
    thanks: list[Thanked] = []
    waits: list[Waited] = []
    for dossier in dossiers:
        reading = read(dossier, moment)
        begun = _begun(reading)
        if begun is not None and _counts(begun.astimezone(moment.zone).date(), since):
            for milestone in _milestones(reading):
                reached[milestone].append(dossier.opportunity.id)
        for round_ in reading.held:
            if round_.ended <= reading.now and _counts(round_.day, since):
                thanks.extend(_thanks(reading, round_))
                waits.extend(waits_of(reading, round_))
    return Insights(
        since=since,
        reached={one: tuple(ids) for one, ids in reached.items()},
        thanks=tuple(sorted(thanks, key=lambda one: one.day)),
        waits=tuple(waits),
    )


def has_begun(dossiers: Iterable[Dossier], moment: Moment) -> bool:
    """Whether there is anything to say: a talk is over, or five applications went out."""
    sent = 0
    for dossier in dossiers:
        reading = read(dossier, moment)
        sent += _begun(reading) is not None
        if sent >= FEWEST or any(one.ended <= moment.now for one in reading.held):
            return True
    return False


def _counts(day: date, since: date | None) -> bool:
    return since is None or day >= since


def _begun(reading: Reading) -> datetime | None:
    """When it began: the application, else the first talk, which somebody invited to."""
    applied = reading.dossier.opportunity.applied_at
    if applied is not None and applied <= reading.now:
        return applied
    return reading.held[-1].opened if reading.held else None


def _milestones(reading: Reading) -> Iterator[Milestone]:
    """All that it reached; an offer after one talk did not pass a second."""
    yield Milestone.APPLIED
    over = [one for one in reading.held if one.ended <= reading.now]
    if over:
        yield Milestone.INTERVIEW
    if len(over) > 1:
        yield Milestone.SECOND_INTERVIEW
    offered = any(one.kind is FactKind.OFFER for one in reading.dossier.facts)
    if offered or reading.dossier.opportunity.outcome is Outcome.OFFER:
        yield Milestone.OFFER


def _thanks(reading: Reading, round_: Round) -> Iterator[Thanked]:
    """Everybody met and not left out, once the 24 hours have decided (RULES 3, row 3).

    Where the answer came within them, nobody who was not yet thanked is owed anything (row 24).
    """
    ending = ending_of(reading)
    for person in round_.people:
        if person in round_.skipped:
            continue
        due = round_.ended_for(person) + _ON_TIME
        at = _thanked_at(reading.dossier, round_, person)
        if at is not None:
            state = Thanks.ON_TIME if at <= due else Thanks.LATE
        elif due >= reading.now or (ending is not None and ending.at <= due):
            continue
        else:
            state = Thanks.NOT_THANKED
        yield Thanked(
            opportunity_id=reading.dossier.opportunity.id,
            person_id=person,
            day=round_.day,
            state=state,
        )


def _thanked_at(dossier: Dossier, round_: Round, person: PersonId) -> datetime | None:
    """When the first note that thanks them went out; an agency's passes the first one on."""
    notes = [one for one in messages_of(dossier, round_) if one.kind in _THANKS]
    own = (one.sent_at for one in notes if person == one.person_id or person in one.names)
    first = next(own, None)
    if first is None and notes and person in tally(dossier, round_).thanked:
        return notes[0].sent_at
    return first
