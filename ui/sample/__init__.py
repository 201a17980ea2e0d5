"""Sample data in which every turn of a search is found, told around the moment it is opened at.

All people and companies are invented.
"""

from collections.abc import Iterator
from datetime import datetime, tzinfo

from rules.changes import Change, Edit
from rules.records import Profile
from ui.keeper import Keeper
from ui.sample import applied, booked, ended, past, thanking, waiting
from ui.sample.opening import Opening
from ui.sample.story import Story

__all__ = ["PROFILE", "fill", "stories"]

PROFILE = Profile(name="Maya Ferrer", phone="020 7946 0123", email="maya@ferrer.example")


def stories(now: datetime, zone: tzinfo) -> Iterator[Story]:
    """Every opportunity, as it stands at that moment for somebody in that zone."""
    opening = Opening(now, zone)
    for part in (applied, booked, thanking, waiting, ended, past):
        yield from part.stories(opening)


def fill(store: Keeper, now: datetime, zone: tzinfo) -> None:
    """Put the sample into an empty store."""
    store.save_profile(PROFILE)
    for story in stories(now, zone):
        edits = tuple(Edit(before=None, after=record) for record in story.records())
        store.write(Change(opportunity_id=story.opportunity.id, label="added", edits=edits))
        for draft in story.drafts:
            store.save_draft(draft)
