"""A session over a real store in a folder of the test, at the example day's moment."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from models.store import open_store
from models.working_days import working_days
from tests import example_day as sample
from ui.resources import letter_templates
from ui.session import Session
from ui.zones import zone_of

LONDON = ZoneInfo("Europe/London")
LINE = "Lumen & Oak, Senior Product Designer, today 14:00 with Priya Raman, Daniel Okafor"
AHEAD = "Brightmoor Council, Interaction Designer, tomorrow 10:00 with Hal Adeyemi"


def session_in(
    folder: Path, *, filled: bool = False, clock: Callable[[], datetime] = lambda: sample.NOW
) -> Session:
    """An empty session, or one with the example day in it."""
    store = open_store(folder / "afterword.db")
    if filled:
        sample.fill(store)
    return Session(
        store,
        clock,
        zone=LONDON,
        zone_of=zone_of,
        working_days=working_days,
        templates=letter_templates(),
        sample=filled,
    )
