"""The example day's board without a store: cards, lanes and moments for tests."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rules.board import Card, Lane, lay_out
from rules.changes import Change, apply
from rules.records import (
    Dossier,
    Draft,
    InterviewId,
    MessageKind,
    Moment,
    OpportunityId,
    Options,
    PersonId,
    Preferences,
    Profile,
)
from tests import example_day as sample
from ui.session import Session

LONDON = ZoneInfo("Europe/London")


class Shelf:
    """A store that keeps everything in memory and writes nothing."""

    def __init__(self) -> None:
        self.kept: dict[OpportunityId, Dossier] = {}
        self.own = Profile()
        self.preferred = Preferences()
        self.opted = Options()
        self.tables: dict[str, dict[str, str]] = {}

    def dossiers(self) -> tuple[Dossier, ...]:
        return tuple(self.kept.values())

    def write(self, change: Change) -> None:
        after = apply(self.kept.get(change.opportunity_id), change)
        if after is None:
            self.kept.pop(change.opportunity_id, None)
        else:
            self.kept[change.opportunity_id] = after

    def save_draft(self, draft: Draft) -> None:
        """Drafts are not looked at here."""

    def drop_drafts(
        self,
        opportunity_id: OpportunityId,
        interview_id: InterviewId | None,
        person_id: PersonId | None,
        kind: MessageKind,
    ) -> None:
        """Drafts are not looked at here."""

    def profile(self) -> Profile:
        return self.own

    def save_profile(self, profile: Profile) -> None:
        self.own = profile

    def preferences(self) -> Preferences:
        return self.preferred

    def save_preferences(self, preferences: Preferences) -> None:
        self.preferred = preferences

    def options(self) -> Options:
        return self.opted

    def save_options(self, options: Options) -> None:
        self.opted = options

    def texts(self, name: str) -> dict[str, str]:
        return self.tables.get(name, {})

    def keep_texts(self, name: str, texts: Mapping[str, str]) -> None:
        self.tables[name] = dict(texts)

    def deleted(self) -> tuple[Dossier, ...]:
        gone = (one for one in self.kept.values() if one.opportunity.deleted_at is not None)
        return tuple(gone)

    def purge(self, gone: Iterable[OpportunityId]) -> int:
        return sum(self.kept.pop(oid, None) is not None for oid in gone)

    def rescue(self, draft: Draft) -> Path:
        """Nothing is ever refused here."""
        raise AssertionError(draft)


class Clock:
    """A clock that stands until it is set."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def zone_of(name: str) -> tzinfo | None:
    """The zone of that name; None for none."""
    try:
        return ZoneInfo(name) if name else None
    except ZoneInfoNotFoundError:
        return None


def _weekdays(country: str) -> Callable[[date], bool]:
    del country
    return lambda day: day.weekday() < 5


def sample_session(
    *, clock: Callable[[], datetime] | None = None, templates: Mapping[str, str] | None = None
) -> Session:
    """A session on the example day, nothing of it on a disk."""
    shelf = Shelf()
    sample.fill(shelf)
    return session_of(shelf, clock=clock, templates=templates)


def session_of(
    shelf: Shelf,
    *,
    clock: Callable[[], datetime] | None = None,
    templates: Mapping[str, str] | None = None,
) -> Session:
    """A session over a shelf."""
    return Session(
        shelf,
        clock or Clock(sample.NOW),
        zone=LONDON,
        zone_of=zone_of,
        working_days=_weekdays,
        templates=templates or {},
    )


def moment(now: datetime = sample.NOW) -> Moment:
    """The circumstances of the example day."""
    return Moment(now=now, zone=LONDON, zone_of=zone_of, working_days=_weekdays)


def lanes(now: datetime = sample.NOW) -> tuple[Lane, ...]:
    """The five lanes of the example day."""
    shelf = Shelf()
    sample.fill(shelf)
    return lay_out(shelf.dossiers(), moment(now))


def card(key: str, now: datetime = sample.NOW) -> Card:
    """One card of the example day by its short key."""
    return next(one for lane in lanes(now) for one in lane.cards if one.opportunity_id == key)
