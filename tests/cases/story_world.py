"""A session for one story: its own clock, zones and days off, and records kept in memory."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rules.changes import Edit
from rules.records import (
    Dossier,
    Interview,
    InterviewId,
    Message,
    Opportunity,
    OpportunityId,
    Part,
    Person,
    PersonId,
    Record,
)
from tests.cases.story_words import Json, moment_of, part_of
from tests.ui.cards import Clock, Shelf, zone_of
from ui.session import Session

OID = OpportunityId("story")
_AT_HAND = (Part.ORGANISER, Part.RECRUITER)


class World:
    """One opportunity as far as the story has been told, kept by a session like any other."""

    def __init__(self, story: Json, templates: Mapping[str, str] | None = None) -> None:
        self.story = story
        self.listed: dict[str, Json] = {one["name"]: one for one in story["people"]}
        self.clock = Clock(moment_of(story["steps"][0]["at"]))
        shelf = Shelf()
        shelf.kept[OID] = Dossier(opportunity=self._opportunity())
        self.session = Session(
            shelf,
            self.clock,
            zone=ZoneInfo(story["user_zone"]),
            zone_of=zone_of,
            working_days=self._working_days(),
            templates=templates or {},
        )
        self._people: dict[str, PersonId] = {}
        self._talks: dict[str, InterviewId] = {}
        for name, one in self.listed.items():
            if part_of(one.get("part")) in _AT_HAND:
                self.person(name)

    def _opportunity(self) -> Opportunity:
        return Opportunity(
            id=OID,
            company=self.story["company"],
            role=self.story["role"],
            zone=self.story["employer_zone"],
            country="xx",
            created_at=self.clock(),
        )

    def _working_days(self) -> Callable[[str], Callable[[date], bool]]:
        """The story's own days off, whatever the country."""
        off = {date.fromisoformat(day) for day in self.story["holidays"]}
        weekend = set(self.story["weekend"])
        return lambda _country: lambda day: day.weekday() not in weekend and day not in off

    @property
    def dossier(self) -> Dossier:
        """Everything the session knows by now."""
        return self.session.dossier(OID)

    def set_clock(self, at: str) -> datetime:
        """It is that moment now, and the session has noticed."""
        self.clock.now = moment_of(at)
        self.session.tick_clock()
        return self.clock.now

    def person(self, name: str) -> PersonId:
        """The person of that name, put on record when first spoken of."""
        if name not in self._people:
            listed: Json = self.listed.get(name, {})
            added = self.session.add_person(OID, None, name, listed.get("email") or "")
            self._people[name] = added
            starred = bool(listed.get("main_contact") or listed.get("starred"))
            self.change_person(added, part=part_of(listed.get("part")), main_contact=starred)
        return self._people[name]

    def talk(self, name: str | None) -> InterviewId | None:
        """The talk a story calls by that name; without a name, the last one spoken of."""
        return self._talks[name] if name else next(reversed(self._talks.values()), None)

    def book(self, name: str, interview_id: InterviewId) -> None:
        """The story's name of a talk."""
        self._talks[name] = interview_id

    def knows_talk(self, name: str) -> bool:
        """Whether the story has spoken of that talk."""
        return name in self._talks

    def talks(self, name: str | None) -> list[Interview]:
        """The talk of that name; without a name, all of them."""
        wanted = self._talks[name] if name else None
        return [one for one in self.dossier.interviews if wanted in (None, one.id)]

    def last_over(self, at: datetime) -> InterviewId | None:
        """The talk that was over last at that moment."""
        over = [(one.end, one.id) for one in self.dossier.interviews if one.end and one.end <= at]
        return max(over)[1] if over else None

    def change_opportunity(self, **fields: Any) -> None:
        """The card typed over."""
        before = self.dossier.opportunity
        self._edit(before, replace(before, **fields))

    def change_person(self, person_id: PersonId, **fields: Any) -> None:
        """A person typed over."""
        before: Person | None = self.dossier.person(person_id)
        assert before is not None
        self._edit(before, replace(before, **fields))

    def change_talk(self, before: Interview, **fields: Any) -> None:
        """A talk typed over."""
        self._edit(before, replace(before, **fields))

    def change_message(self, before: Message, **fields: Any) -> None:
        """What is on record of a message typed over."""
        self._edit(before, replace(before, **fields))

    def _edit(self, before: Record, after: Record) -> None:
        if Edit(before=before, after=after).before != after:
            self.session.edit(OID, before, after)
