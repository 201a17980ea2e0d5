"""The example day: Thursday 14 May 2026, 15:20 in London. All people and companies are invented."""

from datetime import datetime

from rules.changes import Change, Edit
from rules.records import Opportunity, Profile
from tests.example_day import after, before
from tests.example_day.role import ZONE
from ui.keeper import Keeper

__all__ = ["NOW", "PROFILE", "ZONE", "fill"]

NOW = datetime(2026, 5, 14, 15, 20, tzinfo=ZONE)
PROFILE = Profile(name="Maya Ferrer", phone="020 7946 0123", email="maya@ferrer.example")


def fill(store: Keeper) -> None:
    """Put the example day into an empty store."""
    store.save_profile(PROFILE)
    for records in _ALL:
        opportunity = records[0]
        if not isinstance(opportunity, Opportunity):
            raise TypeError("an opportunity comes first")
        edits = tuple(Edit(before=None, after=record) for record in records)
        store.write(Change(opportunity_id=opportunity.id, label="added", edits=edits))
    store.save_draft(before.OATFIELD_DRAFT)


_ALL = (
    before.oatfield(),
    before.kestrel(),
    before.cobalt(),
    before.brightmoor(),
    before.merriday(),
    before.tidepool(),
    before.lumen(),
    after.harbourlight(),
    after.fernway(),
    after.quillstone(),
    after.saltmarsh(),
    after.juniper(),
)
