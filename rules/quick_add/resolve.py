"""From the words of a when to a day, a start and an end, or to what has to be asked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from rules.calendar import Exactly, Skipped, resolve_local
from rules.quick_add.calendar_days import DaysRead, read_days
from rules.quick_add.entry import Candidate, Kind, Question, Why
from rules.quick_add.hours import Hours, span_of
from rules.quick_add.said import Clock, Lasting, PartOfDay, Range, Saying, Vague, Word, ZoneSaid
from rules.quick_add.scan import Run

USUAL = {Kind.INTERVIEW: 60, Kind.PHONE_SCREEN: 30}


@dataclass(frozen=True)
class When:
    """What the words came to."""

    on: date | None = None
    start: datetime | None = None
    end: datetime | None = None
    end_estimated: bool = False
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Here:
    """Whose words they are: the moment, the day it is, and the zone."""

    now: datetime
    today: date
    zone: tzinfo


def _asked(on: date | None, why: Why, candidates: Iterable[Candidate] = ()) -> When:
    # the two hours of a fold are equal to Python unless seen from UTC
    proposals = tuple(
        {
            one.astimezone(UTC) if isinstance(one, datetime) else one: one for one in candidates
        }.values()
    )
    return When(on, questions=(Question(field="start", why=why, candidates=proposals),))


def moments(
    day: date, hour: time, zones: Iterable[tzinfo]
) -> tuple[tuple[datetime, ...], Why | None]:
    """Every instant those words may mean, and why it is more or fewer than one."""
    found: dict[datetime, datetime] = {}
    why: Why | None = Why.ZONE_UNCLEAR
    for zone in zones:
        naive = datetime.combine(day, hour)
        meant = resolve_local(naive, zone)
        if isinstance(meant, Skipped):
            why = Why.DST_GAP
            continue
        both = (meant.moment,) if isinstance(meant, Exactly) else (meant.first, meant.second)
        why = Why.DST_TWICE if len(both) > 1 else why
        for moment in both:
            found.setdefault(moment, moment.astimezone(zone))
    return tuple(found.values()), None if len(found) == 1 and why is not Why.DST_GAP else why


def after_gap(day: date, hour: time, zone: tzinfo) -> tuple[datetime, ...]:
    """The hour a clock shows that was not put forward: a fair proposal inside a gap."""
    try:
        moment = datetime.combine(day, hour, tzinfo=zone).astimezone(UTC).astimezone(zone)
    except (OverflowError, ValueError):
        return ()
    return (moment,)


def _zones(said: tuple[Saying, ...], here: Here) -> tuple[tzinfo, ...]:
    """The zones the hour may be in; a town alone may be only where it is."""
    named = [one for one in said if isinstance(one, ZoneSaid)]
    if not named:
        return (here.zone,)
    if not all(one.zones for one in named):
        return ()
    own = (here.zone,) if any(one.place for one in named) else ()
    return tuple(dict.fromkeys((*(zone for one in named for zone in one.zones), *own)))


def _candidates(
    days: DaysRead, hours: Hours, zones: tuple[tzinfo, ...], here: Here
) -> tuple[datetime, ...]:
    return tuple(
        moment
        for day in days.days or (() if days.why is Why.NO_SUCH_DATE else (here.today,))
        for hour in hours.starts
        for moment in moments(day, hour, zones or (here.zone,))[0]
    )


def _application(
    days: DaysRead, hours: Hours | None, zones: tuple[tzinfo, ...], here: Here
) -> When:
    """The day it was sent; an hour only if one was typed."""
    if days.why is not None or len(days.days) != 1:
        return _asked(None, days.why or Why.DAY_MISSING, days.days or (here.today,))
    on = days.days[0]
    if on > here.today:
        return _asked(None, Why.NOT_YET, (on, here.today))
    if hours is None:
        return When(on)
    if hours.why is not None:
        return _asked(on, hours.why, _candidates(days, hours, zones, here))
    exact, why = moments(on, hours.starts[0], zones)
    return _asked(on, why, exact) if why else When(on, exact[0])


def _end(
    start: datetime, hours: Hours, lasting: list[int], kind: Kind | None
) -> tuple[datetime | None, bool, bool]:
    """The end, whether it is estimated, and whether it was typed before its start."""
    if hours.end is not None:
        zone = start.tzinfo or UTC
        ends, why = moments(start.date(), hours.end, (zone,))
        after = [end for end in ends if end.timestamp() > start.timestamp()]
        return (after[0], False, False) if after and why is None else (None, False, True)
    if kind is None:
        return None, False, False
    typed = [minutes for minutes in lasting if minutes > 0]
    minutes = typed[0] if typed else USUAL[kind]
    try:
        # in UTC, so that an hour stays an hour when the clocks change within it
        end = start.astimezone(UTC) + timedelta(minutes=minutes)
        return end.astimezone(start.tzinfo), not typed, False
    except OverflowError:
        return None, False, False


def _vague(vague: Vague, here: Here) -> When:
    """ "just now", "an hour ago", "next week"."""
    if not vague.today:
        return _asked(None, Why.DAY_MISSING)
    if vague.minutes is None:
        return _asked(here.today, Why.HOUR_MISSING)
    try:
        moment = here.now + timedelta(minutes=vague.minutes)
        near = (moment.astimezone(here.zone),)
    except (OverflowError, ValueError):
        return _asked(None, Why.DAY_MISSING)
    return _asked(near[0].date(), Why.HOUR_UNCLEAR, near)


def resolve(runs: tuple[Run, ...], kind: Kind | None, here: Here) -> When:
    """Work the words out; a doubt anywhere leaves the start open with its proposals."""
    said = tuple(one for run in runs for one in run.said)
    clocks = tuple(dict.fromkeys(one for one in said if isinstance(one, Clock | Range)))
    halves = {one.half for one in said if isinstance(one, PartOfDay)}
    days = read_days(
        tuple(one for run in runs for one in run.days), here.today, kind is Kind.APPLICATION
    )
    zones = _zones(said, here)
    hours = span_of(clocks, halves) if clocks else None
    vague = next((one for one in said if isinstance(one, Vague)), None)
    if kind is Kind.APPLICATION and (vague is None or vague.today):
        ago = _vague(vague, here).on if vague else None
        days = DaysRead((ago,)) if ago else days
        return _application(days, hours, zones, here)
    if Word.DEADLINE in said:
        return When()
    if vague is not None:
        return _vague(vague, here)
    on = days.days[0] if len(days.days) == 1 and days.why is None else None
    if hours is None:
        if days.why is not None or len(days.days) > 1:
            return _asked(None, days.why or Why.AMBIGUOUS_DATE, days.days)
        return _asked(on, Why.HOUR_MISSING) if on else When()
    return _timed(days, hours, zones, (said, kind, here))


def _timed(
    days: DaysRead,
    hours: Hours,
    zones: tuple[tzinfo, ...],
    about: tuple[tuple[Saying, ...], Kind | None, Here],
) -> When:
    said, kind, here = about
    candidates = _candidates(days, hours, zones, here)
    on = days.days[0] if len(days.days) == 1 and days.why is None else None
    if on is not None and hours.why is Why.HOUR_UNCLEAR and hours.starts:
        exact, why = moments(on, hours.starts[-1], zones)
        if why in {Why.DST_GAP, Why.DST_TWICE}:  # more than the hour is unclear
            shown = exact or after_gap(on, hours.starts[-1], zones[0])
            return _asked(on, why, (*shown, *candidates))
    why = days.why or (Why.DAY_MISSING if not days.days else None) or hours.why
    if why is None and Word.DOUBT in said:
        why = Why.HOUR_UNCLEAR
    if why is None and not zones:
        why = Why.ZONE_UNCLEAR
    if why is not None or on is None:
        return _asked(on, why or Why.AMBIGUOUS_DATE, candidates)
    exact, why = moments(on, hours.starts[0], zones)
    if why is not None:
        return _asked(on, why, exact or after_gap(on, hours.starts[0], zones[0]))
    lasting = [one.minutes for one in said if isinstance(one, Lasting)]
    end, estimated, backwards = _end(exact[0], hours, lasting, kind)
    if backwards or hours.backwards:
        asked = _asked(on, Why.END_BEFORE_START, exact)
        question = Question(field="end", why=Why.END_BEFORE_START)
        return replace(asked, questions=(*asked.questions, question))
    return When(on, exact[0], end, estimated and end is not None)
