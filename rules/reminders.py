"""When to remind of a letter: twice at most, at waking hours, and never again (RULES 5.1, 0.20).

The moments of a window are not moved; a reminder of them is only held back, to the end of the
quiet hours or of a weekend. What was said is remembered by the caller under a key for each
reminder, so that a clock set back repeats nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from rules.calendar import DayWindow, WorkingDayTest, at, to_utc
from rules.records import InterviewId, MessageKind, Moment, Opportunity, OpportunityId
from rules.steps import NextStep, StepKind
from rules.timing import Window
from rules.today import matter_of_step

BEFORE_LATEST = timedelta(hours=3)
APART = timedelta(hours=1)
"""Two reminders of one letter that would come closer together are one."""

_LEAD = timedelta(hours=1)
"""How long before a quiet stretch a reminder speaks that cannot wait for its end."""
_MOVED = timedelta(days=5)
"""A window that opens so long after its reminder is another one; no change of zone does that."""
_WAKES, _SLEEPS = time(8), time(22)
_DAY = timedelta(days=1)
_SATURDAY = 5
_THANKS = (MessageKind.THANK_YOU, MessageKind.PASS_ON)


class Call(StrEnum):
    """Which of the two reminders of a letter."""

    BEST = "best"
    LAST = "last"


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """One reminder of one letter: when it may be said, and until when the letter is in time."""

    opportunity_id: OpportunityId
    message: MessageKind
    interview_id: InterviewId | None
    call: Call
    at: datetime
    latest: datetime

    @property
    def key(self) -> str:
        """The name under which it is remembered that it was said."""
        return " ".join((self.opportunity_id, self.interview_id or "-", self.message, self.call))


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to say now, what needs not be said after it, and when to ask again."""

    due: tuple[Reminder, ...] = ()  # one for each letter, the most pressing first
    done: frozenset[str] = frozenset()  # the keys of those and of what they stand for
    next_at: datetime | None = None


def plan(
    items: Iterable[tuple[Opportunity, NextStep]], moment: Moment, said: Mapping[str, datetime]
) -> Plan:
    """The reminders that are due, and the moment of the next; `said` is when each was, by key."""
    due: list[Reminder] = []
    done: set[str] = set()
    ahead: list[datetime] = []
    for opportunity, step in items:
        window = step.window
        if window is None:
            continue
        quiet = _quiet(opportunity, step, window, moment)
        past = []
        for one in reminders_of(opportunity, step, moment):
            if _was_said(one, window, said):
                continue
            speaks = quiet.hold(max(one.at, to_utc(moment.now)))
            if speaks <= moment.now:
                past.append(one)
            else:
                ahead.append(speaks)
        if past:
            due.append(past[-1])
            done.update(one.key for one in past)
    return Plan(
        due=tuple(sorted(due, key=lambda one: (one.latest, one.key))),
        done=frozenset(done),
        next_at=min(ahead, default=None),
    )


def reminders_of(opportunity: Opportunity, step: NextStep, moment: Moment) -> tuple[Reminder, ...]:
    """The one or two reminders of a letter that may be written, in order; else none."""
    window = step.window
    if step.kind is not StepKind.WRITE or step.message is None or window is None:
        return ()
    if moment.now > window.final:  # optional from here on, and not urged (RULES 0.18)
        return ()
    quiet = _quiet(opportunity, step, window, moment)
    best, last = quiet.best(), quiet.last()
    if last - best > APART:
        moments = {Call.BEST: best, Call.LAST: last}
    else:
        moments = {Call.BEST: last if window.best <= last < best else best}
    put_off = opportunity.snoozed_matter == matter_of_step(step)
    awoken = opportunity.snoozed_until if put_off else None
    return tuple(
        Reminder(
            opportunity_id=opportunity.id,
            message=step.message,
            interview_id=step.interview_id,
            call=call,
            latest=window.latest,
            at=found if awoken is None else quiet.hold(max(found, to_utc(awoken))),
        )
        for call, found in moments.items()
    )


def _was_said(reminder: Reminder, window: Window, said: Mapping[str, datetime]) -> bool:
    """Whether it was said, and of this window, not of one that new facts have moved away."""
    spoken = said.get(reminder.key)
    return spoken is not None and window.earliest <= spoken + _MOVED


@dataclass(frozen=True, kw_only=True)
class _Quiet:
    """The hours at which one letter is not spoken of, where the person is."""

    window: Window
    zone: tzinfo
    begins: time
    ends: time
    thanks: bool
    worked: WorkingDayTest

    def best(self) -> datetime:
        """The first reminder: at `best`, once the person is awake."""
        return self.hold(self._woken(self.window.best))

    def last(self) -> datetime:
        """The second: three hours before `latest`, and rather earlier than too late."""
        window = self.window
        wanted = window.latest - BEFORE_LATEST
        later = self.hold(self._woken(wanted))
        return later if later <= window.latest else self._sooner(wanted) or later

    def hold(self, moment: datetime) -> datetime:
        """The first instant from then on that is not quiet."""
        while (stretch := self._stretch(moment)) is not None:
            moment = stretch[1]
        return moment

    def _woken(self, moment: datetime) -> datetime:
        awake = DayWindow(opens=_WAKES, closes=_SLEEPS, zone=self.zone)
        return awake.first_from(moment) or moment

    def _sooner(self, moment: datetime) -> datetime | None:
        """A little before the quiet or sleeping hours around a moment, if that is not too soon."""
        while moment >= self.window.best:
            stretch = self._stretch(moment) or self._night(moment)
            if stretch is None:
                return moment
            moment = stretch[0] - _LEAD
        return None

    def _stretch(self, moment: datetime) -> tuple[datetime, datetime] | None:
        """The quiet hours or the day of the weekend around a moment; None where it may speak."""
        day = moment.astimezone(self.zone).date()
        if not self.thanks and day.weekday() >= _SATURDAY and not self.worked(day):
            return at(day, time(0), self.zone), at(day + _DAY, time(0), self.zone)
        found = self._hours(moment, self.begins, self.ends)
        if found is None:
            return None
        begins, ends, evening = found
        if self.thanks and moment <= self.window.latest < ends:
            # It would be late by the end of them: it speaks until the person sleeps.
            asleep = at(evening, _SLEEPS, self.zone)
            if begins < asleep < ends:
                begins = asleep
        return (begins, ends) if begins <= moment < ends else None

    def _night(self, moment: datetime) -> tuple[datetime, datetime] | None:
        """The sleeping hours around a moment."""
        found = self._hours(moment, _SLEEPS, _WAKES)
        return None if found is None else found[:2]

    def _hours(
        self, moment: datetime, begins: time, ends: time
    ) -> tuple[datetime, datetime, date] | None:
        """The span of daily hours around a moment, and the day on which it begins."""
        day = moment.astimezone(self.zone).date()
        for first in (day - _DAY, day):
            last = first + _DAY if ends <= begins else first
            span = at(first, begins, self.zone), at(last, ends, self.zone)
            if begins != ends and span[0] <= moment < span[1]:
                return *span, first
        return None


def _quiet(opportunity: Opportunity, step: NextStep, window: Window, moment: Moment) -> _Quiet:
    return _Quiet(
        window=window,
        zone=moment.zone,
        begins=moment.preferences.quiet_from,
        ends=moment.preferences.quiet_to,
        thanks=step.message in _THANKS,
        worked=moment.working_days(opportunity.country),
    )
