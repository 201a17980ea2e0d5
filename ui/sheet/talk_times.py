"""The day, the hour and the length of a talk, typed into fields and asked about where unclear."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo

from rules.acts import usual_end
from rules.calendar import Exactly, Skipped, Twice, resolve_local, to_utc
from rules.records import Interview
from ui.sheet.form import Question
from ui.sheet.typed import day_of, may_be_afternoon, time_of
from ui.wording import clock, full_date, say

_HOUR = time(9)
"""The hour of a talk of which only the day was typed so far."""
_LENGTH = re.compile(
    r"^(?:(\d+(?:[.,]\d+)?)\s*h(?:ours?)?)?\s*(?:(\d+)\s*(?:m(?:in(?:utes?)?)?)?)?$",
    re.IGNORECASE,
)
_LONGEST = timedelta(hours=12)

Write = Callable[[Interview], None]


def day_text(interview: Interview, zone: tzinfo) -> str:
    """The day as the field shows it."""
    return full_date(interview.start.astimezone(zone).date()) if interview.start else ""


def time_text(interview: Interview, zone: tzinfo) -> str:
    """The hour as the field shows it."""
    return clock(interview.start, zone) if interview.start else ""


def length_text(interview: Interview) -> str:
    """The length as the field shows it."""
    if interview.start is None or interview.end is None:
        return ""
    minutes = round((interview.end - interview.start).total_seconds() / 60)
    return say("{n} min", n=minutes)


def with_day(interview: Interview, text: str, today: date, zone: tzinfo, write: Write) -> None:
    """The talk on another day, at the same hour. Raises Question."""
    if not text:
        write(replace(interview, start=None, end=None, end_estimated=False))
        return
    day = day_of(text, today)
    if day is None:
        raise Question(say("There is no such day. Try 14 May, or Friday."))
    start = interview.start
    hour = start.astimezone(zone).time().replace(tzinfo=None) if start else _HOUR
    _at(interview, datetime.combine(day, hour), zone, write)


def with_time(interview: Interview, text: str, today: date, zone: tzinfo, write: Write) -> None:
    """The talk at another hour of its day. Raises Question."""
    hour = time_of(text)
    if hour is None:
        raise Question(say("Which time is that? Try 14:00 or 2pm."))
    day = interview.start.astimezone(zone).date() if interview.start else today
    wall = datetime.combine(day, hour)
    if may_be_afternoon(text):
        walls = (wall + timedelta(hours=12), wall)
        raise Question(
            say("Morning or afternoon?"),
            tuple((f"{one:%H:%M}", _placer(interview, one, zone, write)) for one in walls),
        )
    _at(interview, wall, zone, write)


def _at(interview: Interview, wall: datetime, zone: tzinfo, write: Write) -> None:
    """Begin at what clocks show there; a clock change that skips or repeats it is asked about."""
    match resolve_local(wall, zone):
        case Exactly(moment):
            write(_begins(interview, moment))
        case Skipped():
            later = say("The clocks skip {at} that night. Which time is it?", at=f"{wall:%H:%M}")
            after = resolve_local(wall + timedelta(hours=1), zone)
            if not isinstance(after, Exactly):
                raise Question(later)
            moment = after.moment
            act = _writer(interview, moment, write)
            raise Question(later, ((clock(moment, zone), act),))
        case Twice(first, second):
            raise Question(
                say("The clocks show {at} twice that night. Which one?", at=f"{wall:%H:%M}"),
                (
                    (say("The first"), _writer(interview, first, write)),
                    (say("The second"), _writer(interview, second, write)),
                ),
            )


def _placer(interview: Interview, wall: datetime, zone: tzinfo, write: Write) -> Callable[[], None]:
    return lambda: _at(interview, wall, zone, write)


def _writer(interview: Interview, moment: datetime, write: Write) -> Callable[[], None]:
    return lambda: write(_begins(interview, moment))


def _begins(interview: Interview, start: datetime) -> Interview:
    """The talk from that moment, as long as it was; the usual length if it had none."""
    if interview.start is not None and interview.end is not None:
        return replace(interview, start=start, end=start + (interview.end - interview.start))
    end = to_utc(usual_end(start, interview.kind))
    return replace(interview, start=start, end=end, end_estimated=True)


def with_length(interview: Interview, text: str, zone: tzinfo, write: Write) -> None:
    """The talk with another end: "45 min", "1 h", or the time it ended. Raises Question."""
    start = interview.start
    if start is None:
        raise Question(say("Type the day and time first."))
    if not text:
        end = to_utc(usual_end(start, interview.kind))
        write(replace(interview, end=end, end_estimated=True))
        return
    end_at = time_of(text) if re.search(r"[:.]\d\d|[ap]m", text, re.IGNORECASE) else None
    end = _end_at(start, end_at, zone) if end_at is not None else start + _span(text)
    write(replace(interview, end=end, end_estimated=False))


def _end_at(start: datetime, hour: time, zone: tzinfo) -> datetime:
    wall = datetime.combine(start.astimezone(zone).date(), hour)
    found = resolve_local(wall, zone)
    end = found.moment if isinstance(found, Exactly) else None
    if isinstance(found, Twice):
        end = found.first if found.first > start else found.second
    if end is None or end <= start:
        raise Question(say("That is not after the start. Did it end later?"))
    return end


def _span(text: str) -> timedelta:
    found = _LENGTH.match(text.strip())
    if found is None or not (found[1] or found[2]):
        raise Question(say("How long is that? Try 45 min."))
    hours = float((found[1] or "0").replace(",", "."))
    length = timedelta(hours=hours, minutes=int(found[2] or 0)) if hours < 100 else _LONGEST * 2
    if not timedelta(0) < length <= _LONGEST:
        raise Question(say("How long is that? Try 45 min."))
    return length
