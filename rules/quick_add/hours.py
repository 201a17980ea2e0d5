"""From the words for an hour to the hours they may mean."""

from dataclasses import dataclass
from datetime import time

from rules.quick_add.entry import Why
from rules.quick_add.said import Clock, Range

LONGEST_GUESS = 6 * 60
"""Minutes: an end typed without am or pm is put in the afternoon only this close to its start."""
EARLY = range(1, 7)
"""Hours that are asked about when neither am nor pm is typed."""


@dataclass(frozen=True)
class Hours:
    """The starts it may mean, the likeliest first, and why more than one; the end if typed."""

    starts: tuple[time, ...] = ()
    why: Why | None = None
    end: time | None = None
    backwards: bool = False


def _possible(clock: Clock) -> bool:
    return 0 <= clock.hour <= 23 and 0 <= clock.minute <= 59


def readings(clock: Clock, half: str = "") -> Hours:
    """What one clock may mean; `half` is what "afternoon" or the other end of a range adds."""
    if not _possible(clock):
        return Hours(why=Why.NO_SUCH_HOUR)
    hour, minute = clock.hour, clock.minute
    typed = clock.half or half
    if typed and 1 <= hour <= 12:
        return Hours((time(hour % 12 + (12 if typed == "pm" else 0), minute),))
    exact = time(hour, minute)
    if clock.half or (half and (hour >= 12) != (half == "pm")) or not clock.sure:
        return Hours((exact,), Why.HOUR_UNCLEAR)  # 14:00 am, 0 pm, midnight of which day
    if hour in EARLY:
        return Hours((time(hour + 12, minute), exact), Why.HOUR_UNCLEAR)
    if clock.bare:
        other = (time((hour + 12) % 24, minute),) if 7 <= hour <= 12 else ()
        return Hours((exact, *other), Why.HOUR_UNCLEAR)
    return Hours((exact,))


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _inherited(first: Clock, last: Clock) -> Hours:
    """A start without am or pm before an end that has it: the later one that fits."""
    end = readings(last).starts[0]
    fitting = [
        start
        for half in ("pm", "am")
        for start in readings(first, half).starts
        if _minutes(start) < _minutes(end)
    ]
    return Hours((fitting[0],)) if fitting else readings(first, last.half)


def _range(both: Range, half: str) -> Hours:
    first, last = both.first, both.last
    if not _possible(first) or not _possible(last):
        return Hours(why=Why.NO_SUCH_HOUR)
    inherits = bool(last.half) and not first.half and 1 <= first.hour <= 12
    start = _inherited(first, last) if inherits else readings(first, half)
    if start.why is not None:
        return start
    begun = start.starts[0]
    ends = [time(last.hour, last.minute)] if not last.half else list(readings(last).starts)
    if not last.half and 1 <= last.hour <= 11:
        ends.append(time(last.hour + 12, last.minute))
    exact = ends[0]
    if _minutes(exact) > _minutes(begun):
        return Hours((begun,), end=exact)
    near = [end for end in ends[1:] if 0 < _minutes(end) - _minutes(begun) <= LONGEST_GUESS]
    return Hours((begun,), end=near[0]) if near else Hours((begun,), backwards=True)


def span_of(clocks: tuple[Clock | Range, ...], halves: set[str]) -> Hours:
    """What all the clocks of a when may mean together."""
    half = next(iter(halves)) if len(halves) == 1 else ""
    read = [_range(one, half) if isinstance(one, Range) else readings(one, half) for one in clocks]
    starts = tuple(dict.fromkeys(start for one in read for start in one.starts))
    if len(read) == 1:
        return read[0]
    why = next((one.why for one in read if one.why), None)
    return Hours(starts, why or Why.SEVERAL_TIMES)
