"""Rounds: all talks of one opportunity whose ends fall on one employer-local date (RULES 1)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import cached_property
from itertools import pairwise

from rules.calendar import WorkingDayTest, local_date, without_soft_days
from rules.records import (
    Dossier,
    Interview,
    InterviewId,
    InterviewKind,
    Moment,
    PersonId,
)

_SCREEN = timedelta(minutes=30)
_TALK = timedelta(minutes=60)
_CLOSE_BY = timedelta(hours=12)
_LONGEST_LOOP = timedelta(days=2)
"""From its first day to its last: three consecutive days may be one round."""


def end_of(interview: Interview) -> datetime | None:
    """When a talk ends; without an end, 30 minutes after its start for a screen, else 60."""
    if interview.end is not None or interview.start is None:
        return interview.end
    return interview.start + (_SCREEN if interview.kind is InterviewKind.PHONE_SCREEN else _TALK)


@dataclass(frozen=True, kw_only=True)
class Round:
    """The talks of one day, or of joined days, which share one count."""

    interviews: tuple[Interview, ...]  # in the order of their ends
    day: date  # of the last end, at the employer's place
    opened: datetime  # the end of the first talk: from here somebody may be thanked
    ended: datetime  # the end of the last talk
    people: tuple[PersonId, ...]  # everybody met, in the order first listed
    skipped: frozenset[PersonId]  # to whom the person decided not to write

    def holds(self, interview_id: InterviewId | None) -> bool:
        """Whether that talk is one of this round."""
        return any(one.id == interview_id for one in self.interviews)

    def talk_with(self, person_id: PersonId | None) -> Interview:
        """The last talk in which that person took part; the round's last for anybody else."""
        own = [one for one in self.interviews if person_id in one.met]
        return own[-1] if own else self.interviews[-1]

    def ended_for(self, person_id: PersonId | None) -> datetime:
        """The end of the last talk with that person: each thank-you's window starts there."""
        return end_of(self.talk_with(person_id)) or self.ended


@dataclass(frozen=True)
class Reading:
    """One opportunity at one moment, with what every rule asks for worked out once."""

    dossier: Dossier
    moment: Moment

    @cached_property
    def now(self) -> datetime:
        """The moment the rules are asked about."""
        return self.moment.now

    @cached_property
    def zone(self) -> tzinfo:
        """The employer's zone, or what stands in for it."""
        talks = self.dossier.interviews
        zones = [(one.start or self.now, one.id, one) for one in talks if one.zone]
        latest = max(zones, key=lambda talk: talk[:2])[2] if zones else None
        return self.moment.employer_zone(self.dossier.opportunity, latest)

    @cached_property
    def worked(self) -> WorkingDayTest:
        """The test whether a day is worked at the employer's place."""
        return self.moment.working_days(self.dossier.opportunity.country)

    @cached_property
    def bothered(self) -> WorkingDayTest:
        """The test whether a message that asks for something may arrive on a day (RULES 5.1)."""
        return without_soft_days(self.worked)

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """All rounds, ahead and over, the oldest first."""
        return _group(self.dossier, self.zone)

    @property
    def newest(self) -> Round | None:
        """The newest round; booking one cancels the older round's check-in (RULES 0.16)."""
        return self.rounds[-1] if self.rounds else None

    @cached_property
    def held(self) -> tuple[Round, ...]:
        """The rounds of which at least one talk is over, the newest first."""
        return tuple(one for one in reversed(self.rounds) if one.opened <= self.now)

    @cached_property
    def ahead(self) -> Interview | None:
        """The talk that runs or comes next."""
        open_talks = [
            (end, one)
            for one in self.dossier.interviews
            if (end := end_of(one)) is not None and end > self.now
        ]
        return min(open_talks, key=lambda pair: (pair[0], pair[1].id))[1] if open_talks else None

    @cached_property
    def dateless(self) -> Interview | None:
        """A talk of which only the fact is known."""
        undated = [one for one in self.dossier.interviews if end_of(one) is None]
        return min(undated, key=lambda one: one.id) if undated else None


_last: Reading | None = None


def read(dossier: Dossier, moment: Moment) -> Reading:
    """The reading of an opportunity at a moment.

    A card asks for its step, its stage and its round one after the other, and ten thousand
    cards do so at start; so the last reading is kept, and values being frozen it stays true.
    """
    global _last
    last = _last
    if last is None or last.dossier is not dossier or last.moment is not moment:
        _last = last = Reading(dossier, moment)
    return last


def _group(dossier: Dossier, zone: tzinfo) -> tuple[Round, ...]:
    dated = [(end, one) for one in dossier.interviews if (end := end_of(one)) is not None]
    if not dated:
        return ()
    dated.sort(key=lambda pair: (pair[0], pair[1].id))
    loops: list[list[tuple[datetime, Interview]]] = []
    for end, one in dated:
        if loops and _is_of(loops[-1], end, one, zone):
            loops[-1].append((end, one))
        else:
            loops.append([(end, one)])
    known = {one.id for one in dossier.people}
    return tuple(_round(talks, known, zone) for talks in loops)


def _is_of(
    loop: list[tuple[datetime, Interview]], end: datetime, one: Interview, zone: tzinfo
) -> bool:
    """Whether a talk is of the same day, or was joined by the person (RULES 1, 0.16)."""
    day, first, last = (local_date(when, zone) for when in (end, loop[0][0], loop[-1][0]))
    next_day = day - last <= timedelta(days=1) and day - first <= _LONGEST_LOOP
    return day == last or (one.joined is True and next_day)


def _round(talks: list[tuple[datetime, Interview]], known: set[PersonId], zone: tzinfo) -> Round:
    interviews = tuple(one for _, one in talks)
    met = tuple(
        dict.fromkeys(person for one in interviews for person in one.met if person in known)
    )
    # Somebody met twice is left out only when left out of every talk they were in.
    wanted = {person for one in interviews for person in one.met if person not in one.skipped}
    return Round(
        interviews=interviews,
        day=local_date(talks[-1][0], zone),
        opened=talks[0][0],
        ended=talks[-1][0],
        people=met,
        skipped=frozenset(person for one in interviews for person in one.skipped) - wanted,
    )


def rounds(dossier: Dossier, moment: Moment) -> tuple[Round, ...]:
    """All rounds of an opportunity, ahead and over, the oldest first."""
    return read(dossier, moment).rounds


def to_ask_about(dossier: Dossier, moment: Moment) -> tuple[tuple[Interview, Interview], ...]:
    """Talks less than 12 hours apart on two days: are they one round (RULES 0.16)?

    Each pair is a talk and the one after it; the answer belongs to `joined` of the second.
    """
    zone = read(dossier, moment).zone
    dated = [(end, one) for one in dossier.interviews if (end := end_of(one)) is not None]
    dated.sort(key=lambda pair: (pair[0], pair[1].id))
    return tuple(
        (one, after)
        for (end, one), (later, after) in pairwise(dated)
        if after.joined is None
        and local_date(end, zone) != local_date(later, zone)
        and (after.start or later) - end < _CLOSE_BY
    )


def current_round(dossier: Dossier, moment: Moment) -> Round | None:
    """The newest round of which a talk is over (the end itself counts); None before that."""
    held = read(dossier, moment).held
    return held[0] if held else None
