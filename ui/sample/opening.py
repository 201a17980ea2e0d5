"""The moment the sample is opened at; everything in it happened or will happen around that."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

_QUARTER = timedelta(minutes=15)
_FRIDAY = 4
_DAYTIME = range(10, 18)


@dataclass(frozen=True)
class Opening:
    """Now, and where the person is; days are the person's own, moments are in UTC."""

    now: datetime
    zone: tzinfo

    @property
    def zone_name(self) -> str:
        """The IANA name of the person's zone; empty where it has none."""
        return self.zone.key if isinstance(self.zone, ZoneInfo) else ""

    @property
    def today(self) -> date:
        """The person's day."""
        return self.now.astimezone(self.zone).date()

    def past(self, days: int, hour: int = 10, minute: int = 0) -> datetime:
        """So many days ago, or on the Friday before where that was a weekend."""
        day = self.today - timedelta(days=days)
        day -= timedelta(days=max(0, day.weekday() - _FRIDAY))
        return self._at(day, hour, minute)

    def ahead(self, days: int, hour: int = 10, minute: int = 0) -> datetime:
        """In so many days, or on the Monday after where that is a weekend."""
        return self._at(self.day_ahead(days), hour, minute)

    def day_ahead(self, days: int) -> date:
        """The working day in so many days, or the first after it."""
        day = self.today + timedelta(days=days)
        return day + timedelta(days=(7 - day.weekday()) if day.weekday() > _FRIDAY else 0)

    def day_past(self, days: int) -> date:
        """The working day so many days ago, or the last before it."""
        return self.past(days).astimezone(self.zone).date()

    def tomorrow(self, hour: int) -> datetime:
        """Tomorrow at that hour, whatever day that is."""
        return self._at(self.today + timedelta(days=1), hour, 0)

    def week(self, weeks: int, weekday: int, hour: int = 10, minute: int = 0) -> datetime:
        """That day (Monday is 0) of the week so many weeks ago."""
        monday = self.today - timedelta(days=self.today.weekday())
        return self._at(monday - timedelta(days=7 * weeks - weekday), hour, minute)

    def minutes_ago(self, minutes: int) -> datetime:
        """So many minutes ago, to the second."""
        return (self.now - timedelta(minutes=minutes)).replace(microsecond=0)

    def between(self, oldest: int, newest: float) -> datetime:
        """A likely hour for a talk to end, between so many hours ago and so many.

        The latest one in the daytime of a working day; else in the daytime of a weekend, else
        as late as may be.
        """
        last = (self.now - timedelta(hours=newest)).astimezone(self.zone)
        local = last.replace(minute=last.minute // 15 * 15, second=0, microsecond=0)
        quarters = int(timedelta(hours=oldest - newest) / _QUARTER) - 1
        found = [local.astimezone(UTC) - _QUARTER * one for one in range(max(1, quarters))]
        decent = [one for one in found if one.astimezone(self.zone).hour in _DAYTIME]
        worked = [one for one in decent if one.astimezone(self.zone).weekday() <= _FRIDAY]
        return (worked or decent or found)[0]

    def _at(self, day: date, hour: int, minute: int) -> datetime:
        return datetime.combine(day, time(hour, minute), self.zone).astimezone(UTC)
