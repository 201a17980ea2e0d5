"""How days, hours and spans are written."""

from datetime import date, datetime, timedelta, tzinfo

from ui.wording.say import count, say

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


def weekday(day: date) -> str:
    """The day of the week in three letters."""
    return say(_DAYS[day.weekday()])


def short_date(day: date, today: date | None = None) -> str:
    """A date without its weekday, with the year where it is not this one: "20 May"."""
    text = f"{day.day} {say(_MONTHS[day.month - 1])}"
    return text if today is None or day.year == today.year else f"{text} {day.year}"


def full_date(day: date) -> str:
    """A date that leaves nothing open: "Mon 18 May 2026"."""
    return f"{weekday(day)} {short_date(day)} {day.year}"


def day_words(day: date, today: date) -> str:
    """A day as one says it: "today", "tomorrow", "Tue 19 May"."""
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((day - today).days)
    return say(near) if near else f"{weekday(day)} {short_date(day, today)}"


def clock(moment: datetime, zone: tzinfo) -> str:
    """The time of day in a zone: "14:30"."""
    return f"{moment.astimezone(zone):%H:%M}"


def moment_words(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """A moment as one says it: "tomorrow 10:00", "Tue 19 May, 14:30"."""
    day, today = moment.astimezone(zone).date(), now.astimezone(zone).date()
    between = " " if abs((day - today).days) < 2 else ", "
    return f"{day_words(day, today)}{between}{clock(moment, zone)}"


def capital(text: str) -> str:
    """The same with a capital letter in front."""
    return text[:1].upper() + text[1:]


def span(length: timedelta, *, spoken: bool = False, whole_days: bool = True) -> str:
    """How long: minutes under two hours, then hours, then days; whole ones, never rounded up.

    Hours still count up to 48 where `whole_days` is set, and without end where it is not.
    """
    length = max(length, timedelta(0))
    if length < 2 * _HOUR:
        minutes = length // _MINUTE
        if minutes >= 60 and not spoken and minutes % 60 == 0:
            return say("{n} h", n=minutes // 60)
        return count(minutes, "{n} minute", "{n} minutes") if spoken else say("{n} min", n=minutes)
    hours = length // _HOUR
    if whole_days and hours >= 48:
        return count(hours // 24, "{n} day", "{n} days")
    return count(hours, "{n} hour", "{n} hours") if spoken else say("{n} h", n=hours)
