"""What has to lie beside the program for it to work, each tried once.

A packaged program can start and still lack a table that is only read on some day. Each check
says in a few words what it found, so that a packaged program and its source can be compared.
"""

import sys
import zoneinfo
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo

from models.exchange.calendar import Appointment, ics
from models.exchange.mail import address_problem, eml
from models.spelling import English
from models.working_days import countries, working_days
from ui.paper.letter import Paper, PaperLetter
from ui.paper.output import pdf
from ui.resources import FOLDER, letter_templates, load_fonts, pixmap, style_sheet
from ui.settings.licences import PARTS, text_of, version_of
from ui.theme import Look

_ZONES = ("Europe/London", "America/Los_Angeles", "Asia/Kolkata", "Australia/Lord_Howe")
_THANKSGIVING = date(2026, 11, 26)
_UNITY_DAY = date(2025, 10, 3)
_LINUX_ONLY = ("ui.notify.desktop", "ui.notify.bus_thread")
_SOURCE_ONLY = {"dnspython"}
"""Looks addresses up on the network, which is never done: the packaged program goes without."""


def modules() -> str:
    """Every module of the program can be loaded, those that wait for their day included."""
    rooms = (import_module(name) for name in ("rules", "models", "ui"))
    names = [
        one.name for room in rooms for one in walk_packages(room.__path__, f"{room.__name__}.")
    ]
    for name in names:
        if sys.platform.startswith("linux") or not name.startswith(_LINUX_ONLY):
            import_module(name)
    return str(len(names))


def fonts() -> str:
    """The families that were loaded from files."""
    found = load_fonts()
    wanted = {"Newsreader"} if sys.platform in ("win32", "darwin") else {"Inter", "Newsreader"}
    _need(all(any(name in one for one in found) for name in wanted), "a font")
    return ", ".join(found)


def icons() -> str:
    """Every icon has ink."""
    names = sorted(path.stem for path in (FOLDER / "icons").glob("*.svg"))
    for name in names:
        image = pixmap(name, QColor("black"), 20).toImage()
        seen = any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))
        _need(seen, f"the icon {name}")
    _need(len(names) > 40, "icons")
    return str(len(names))


def letters() -> str:
    """The letters, and the style sheet beside them."""
    found = letter_templates()
    _need(len(found) > 40 and all(found.values()), "letters")
    _need(bool(style_sheet(Look(dark=False))), "the style sheet")
    return str(len(found))


def holidays() -> str:
    """The working days of one year in every country that is known."""
    _need(not working_days("US")(_THANKSGIVING), "American holidays")
    _need(not working_days("DE")(_UNITY_DAY), "German holidays")
    first = date(2026, 1, 1)
    year = [first + timedelta(days=number) for number in range(365)]
    worked = sum(test(day) for test in map(working_days, countries()) for day in year)
    return f"{worked} working days in {len(countries())} countries"


def time_zones() -> str:
    """The zones that come along, as if the system had none."""
    kept = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=[])
    try:
        noon = datetime(2026, 7, 1, 12, tzinfo=UTC)
        offsets = [
            noon.astimezone(zoneinfo.ZoneInfo.no_cache(one)).strftime("%z") for one in _ZONES
        ]
        known = len(zoneinfo.available_timezones())
    finally:
        zoneinfo.reset_tzpath(to=kept)
    _need(offsets == ["+0100", "-0700", "+0530", "+1030"], "the right time")
    return f"{known} known"


def spelling() -> str:
    """One slip is found, and its remedy."""
    doubts = English().look("We will recieve the letter on Tuesday.")
    rights = [one for doubt in doubts for one in doubt.rights]
    _need(len(doubts) == 1 and "receive" in rights, "the dictionary")
    return f"recieve, {', '.join(rights)}"


def paper() -> str:
    """A letter becomes a PDF, and printers can be asked for."""
    made = pdf(PaperLetter(title="Test", body="Dear Priya,\n\nThank you."), Paper.A4)
    _need(made.startswith(b"%PDF"), "a PDF")
    QPrinterInfo.availablePrinterNames()
    return "A4"


def files() -> str:
    """A message and a calendar entry are written; an address is looked at without the network."""
    _need(address_problem("priya@lumen-oak.com") is None, "a good address")
    _need(b"X-Unsent: 1" in eml("Priya", "priya@lumen-oak.com", "Thank you", "Hello"), "a message")
    zone = zoneinfo.ZoneInfo("Europe/London")
    start = datetime(2026, 7, 1, 13, tzinfo=UTC)
    end = start + timedelta(hours=1)
    entry = Appointment(item="test", title="Test", start=start, end=end, zone=zone)
    _need(b"BEGIN:VTIMEZONE" in ics(entry, start), "a calendar entry")
    return "eml, ics"


def notifications() -> str:
    """What speaks to the desktop can be loaded."""
    if not sys.platform.startswith("linux"):
        return "by the tray"
    from ui.notify import bus_thread, desktop

    return " ".join(one.__name__.rpartition(".")[2] for one in (bus_thread, desktop))


def licences() -> str:
    """Each part's licence in its own words."""
    absent = [part.name for part in PARTS if not text_of(part) and part.package not in _SOURCE_ONLY]
    if not sys.platform.startswith("linux"):
        absent = [name for name in absent if name != "jeepney"]
    _need(not absent, f"licences: {', '.join(absent)}")
    found = [(part.package, version_of(part)) for part in PARTS]
    return ", ".join(
        f"{name} {there}" for name, there in found if there and name not in _SOURCE_ONLY
    )


def screen() -> str:
    """There is one."""
    there = QGuiApplication.primaryScreen()
    _need(there is not None and there.size() != QSize(0, 0), "a screen")
    return "there"


CHECKS: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        one.__name__.replace("_", " "): one
        for one in (
            *(screen, modules, fonts, icons, letters, holidays, time_zones, spelling),
            *(paper, files, notifications, licences),
        )
    }
)


def _need(there: bool, what: str) -> None:
    """Raises LookupError where something is missing."""
    if not there:
        raise LookupError(f"{what} missing")
