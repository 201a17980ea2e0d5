"""When each kind of message may be sent: from, best, in time until, not after.

Everything is computed in the employer's zone and given in UTC. The person's own zone
only moves `best` of a thank-you into their waking hours; it never moves `earliest` or
`latest`. Sources: RULES 3 for the situations, 5.1 for the formulas.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo

from rules.calendar import (
    DayWindow,
    WorkingDayTest,
    add_working_days,
    at,
    back,
    first_common,
    forward,
    local_date,
    to_utc,
)
from rules.records import Preferences

COOL_OFF = timedelta(hours=2)
ON_TIME = timedelta(hours=24)
EXPIRED = timedelta(hours=168)
PAUSE = timedelta(hours=24)
"""The pause offered before answering a rejection."""

MIN_DAYS = 7
MIN_WORKING_DAYS = 5
APPLICATION_DAYS = 14
GRACE_DAYS = 14
"""How long after `latest` a check-in may still be sent."""
SILENCE = timedelta(days=14)
"""How long after the last message closing is offered."""
UNDATED_WORKING_DAYS = 10
"""How long to wait after "still deciding" without a day."""

OPENS, BEST, CLOSES = time(9), time(10), time(17)

_USUAL = Preferences()


@dataclass(frozen=True, kw_only=True)
class Window:
    """The span of a message, as instants in UTC; `earliest` and `latest` belong to it."""

    earliest: datetime
    best: datetime
    latest: datetime  # in time until here
    final: datetime  # not sent after this
    nudge: bool = field(default=True, compare=False)
    """Whether it asks for something, so that it goes out on working days only."""


def thank_you(
    ended: datetime,
    *,
    employer: tzinfo,
    user: tzinfo,
    is_working_day: WorkingDayTest,
    preferences: Preferences = _USUAL,  # noqa: ARG001 - one shape for all kinds; none applies here
) -> Window:
    """The thank-you after a talk, from the end of the last one with that person (rows 2-6)."""
    end = to_utc(ended)
    earliest, latest = end + COOL_OFF, end + ON_TIME
    working, any_day, awake = _courtesy_hours(employer, user, is_working_day)
    tiers = ((working, awake), (any_day, awake), (awake,), (any_day,))
    return Window(
        earliest=earliest,
        best=_first(tiers, earliest, latest) or earliest,
        latest=latest,
        final=end + EXPIRED,
        nudge=False,
    )


def thank_you_at_once(
    ended: datetime,
    *,
    employer: tzinfo,
    user: tzinfo,
    is_working_day: WorkingDayTest,
    preferences: Preferences = _USUAL,
) -> Window:
    """The thank-you to people who decide today or tomorrow: no cooling off (row 3b).

    Advised within two hours where those hold a courteous moment, else as soon as there is one.
    """
    end = to_utc(ended)
    usual = thank_you(
        end - COOL_OFF,
        employer=employer,
        user=user,
        is_working_day=is_working_day,
        preferences=preferences,
    )
    _, any_day, awake = _courtesy_hours(employer, user, is_working_day)
    soon = first_common((any_day, awake), end, end + COOL_OFF)
    return Window(
        earliest=end,
        best=soon or usual.best,
        latest=end + ON_TIME,
        final=end + EXPIRED,
        nudge=False,
    )


def check_in(
    initial_sent: datetime,
    *,
    employer: tzinfo,
    is_working_day: WorkingDayTest,
    promised: date | None = None,
    away_until: date | None = None,
    preferences: Preferences = _USUAL,
) -> Window:
    """The one check-in after the first message of a round (rows 7, 8, 10c, 26).

    `promised`: the day they said they would decide by. `away_until`: the last day of an
    absence; it shifts the whole window by the days it moves its beginning.
    """
    sent = local_date(initial_sent, employer)
    first = _a_week_from(sent, is_working_day)
    least = 0
    if promised is not None:
        waited = add_working_days(promised, preferences.promise_buffer, is_working_day)
        first, least = max(first, waited), MIN_DAYS
    last = forward(max(_plus(sent, preferences.second_max), _plus(first, least)), is_working_day)
    if away_until is not None:
        returned = max(first, add_working_days(away_until, 1, is_working_day))
        last = forward(last + (returned - first), is_working_day)
        first = returned
    usual = forward(max(first, _plus(sent, preferences.check_in_day)), is_working_day)
    return _nudge(first, min(usual, last), last, _plus(last, GRACE_DAYS), employer)


def application_follow_up(
    applied: datetime,
    *,
    employer: tzinfo,
    is_working_day: WorkingDayTest,
    closing: date | None = None,
    preferences: Preferences = _USUAL,  # noqa: ARG001 - one shape for all kinds; none applies here
) -> Window:
    """The one follow-up to an application, from its sending or closing day (rows 1, 1b).

    `latest` is rolled back to a working day: the advice is "within" two weeks.
    """
    sent = local_date(applied, employer)
    start = sent if closing is None else max(sent, closing)
    first = _a_week_from(start, is_working_day)
    last = max(back(_plus(start, APPLICATION_DAYS), is_working_day), first)
    return _nudge(first, first, last, _plus(last, MIN_DAYS), employer)


def invited_check_in(
    said: datetime,
    *,
    employer: tzinfo,
    is_working_day: WorkingDayTest,
    day: date | None = None,
    preferences: Preferences = _USUAL,
) -> Window:
    """The one nudge that "still deciding, by `day`" opens (row 10b)."""
    if day is None:
        heard = local_date(said, employer)
        first = add_working_days(heard, UNDATED_WORKING_DAYS, is_working_day)
    else:
        first = add_working_days(day, preferences.promise_buffer, is_working_day)
    last = forward(_plus(first, MIN_DAYS), is_working_day)
    return _nudge(first, first, last, _plus(last, GRACE_DAYS), employer)


def reply_to_rejection(
    moment: datetime,
    *,
    employer: tzinfo,
    is_working_day: WorkingDayTest,  # noqa: ARG001 - one shape for all kinds; any day will do
) -> Window:
    """The gracious reply to a rejection, best on the morning after (row 11)."""
    told = to_utc(moment)
    return Window(
        earliest=told,
        best=at(_plus(local_date(told, employer), 1), BEST, employer),
        latest=told + PAUSE + ON_TIME,
        final=told + EXPIRED,
        nudge=False,
    )


def offer_acknowledgement(
    moment: datetime,
    *,
    employer: tzinfo,
    is_working_day: WorkingDayTest,  # noqa: ARG001 - one shape for all kinds; any day will do
) -> Window:
    """The acknowledgement of an offer: the same day, within 24 hours (row 12)."""
    told = to_utc(moment)
    return Window(
        earliest=told,
        best=max(told, at(local_date(told, employer), BEST, employer)),
        latest=told + ON_TIME,
        final=told + EXPIRED,
        nudge=False,
    )


def competing_offer(
    moment: datetime,
    *,
    employer: tzinfo,
    is_working_day: WorkingDayTest,
    deadline: date | None = None,
) -> Window:
    """The notice of an offer elsewhere: a working day before its deadline (row 12b)."""
    soon = withdrawal(moment, employer=employer, is_working_day=is_working_day)
    if deadline is None:
        return soon
    told = soon.earliest
    day_before = back(_plus(deadline, -1), is_working_day)
    latest = max(told, at(day_before, CLOSES, employer))
    return Window(
        earliest=told,
        best=min(soon.best, latest),
        latest=latest,
        final=max(latest, at(deadline, CLOSES, employer)),
        nudge=False,
    )


def withdrawal(moment: datetime, *, employer: tzinfo, is_working_day: WorkingDayTest) -> Window:
    """The note that withdraws: at once, by the next working day (row 13)."""
    told = to_utc(moment)
    today = local_date(told, employer)
    return Window(
        earliest=told,
        best=max(told, at(forward(today, is_working_day), BEST, employer)),
        latest=at(add_working_days(today, 1, is_working_day), CLOSES, employer),
        final=told + EXPIRED,
        nudge=False,
    )


def answer(moment: datetime, *, employer: tzinfo, is_working_day: WorkingDayTest) -> Window:
    """The answer to somebody's question: at once, by the next working day (row 10)."""
    return withdrawal(moment, employer=employer, is_working_day=is_working_day)


def keep_in_touch(moment: datetime, *, employer: tzinfo, is_working_day: WorkingDayTest) -> Window:
    """The later note with news, one to six months after a rejection (row 11b, RULES 0.19)."""
    told = local_date(moment, employer)
    first, usual, last = (forward(_plus(told, days), is_working_day) for days in (30, 90, 180))
    return _nudge(first, usual, last, last, employer)


def close_from(last_sent: datetime, *, employer: tzinfo) -> date:
    """The employer's day from which closing is offered, if all stays quiet (row 14)."""
    return local_date(last_sent, employer) + SILENCE


def next_send(
    window: Window,
    now: datetime,
    *,
    employer: tzinfo,
    user: tzinfo,
    is_working_day: WorkingDayTest,
) -> datetime | None:
    """The moment to advise from now on; None when the last one has gone (rows 9, 19, 21, 22).

    Where no courteous hour is left in time, the answer is now.
    """
    moment = to_utc(now)
    if moment <= window.best:
        return window.best
    if moment > window.final:
        return None
    late = moment > window.latest
    until = window.final if late else window.latest
    if window.nudge:
        hours = DayWindow(opens=OPENS, closes=CLOSES, zone=employer, is_working_day=is_working_day)
        ten = DayWindow(opens=BEST, closes=BEST, zone=employer, is_working_day=is_working_day)
        tiers = [(ten,), (hours,)] if late else [(hours,)]
        return _first(tiers, moment, until) or moment
    working, any_day, awake = _courtesy_hours(employer, user, is_working_day)
    courteous = [(any_day, awake)] if late else [(working, awake), (any_day, awake)]
    return _first(courteous, moment, until) or moment


def _plus(day: date, days: int) -> date:
    return day + timedelta(days=days)


def _a_week_from(day: date, is_working_day: WorkingDayTest) -> date:
    """The first working day that is both a week and five working days later."""
    week = _plus(day, MIN_DAYS)
    return forward(
        max(week, add_working_days(day, MIN_WORKING_DAYS, is_working_day)), is_working_day
    )


def _nudge(first: date, best: date, last: date, final: date, employer: tzinfo) -> Window:
    """The window of a message that goes out in office hours, from its days."""
    return Window(
        earliest=at(first, OPENS, employer),
        best=at(best, BEST, employer),
        latest=at(last, CLOSES, employer),
        final=at(final, CLOSES, employer),
    )


def _courtesy_hours(
    employer: tzinfo, user: tzinfo, is_working_day: WorkingDayTest
) -> tuple[DayWindow, DayWindow, DayWindow]:
    """A working day's hours and any day's, both the employer's; the person's waking hours."""
    return (
        DayWindow(opens=time(8), closes=time(18), zone=employer, is_working_day=is_working_day),
        DayWindow(opens=time(8), closes=time(20), zone=employer),
        DayWindow(opens=time(8), closes=time(22), zone=user),
    )


def _first(
    tiers: Iterable[Sequence[DayWindow]], since: datetime, until: datetime
) -> datetime | None:
    """The first instant of the span in the first tier that has one."""
    found = (first_common(tier, since, until) for tier in tiers)
    return next((moment for moment in found if moment is not None), None)
