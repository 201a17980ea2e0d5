"""What Afterword is made of: each part with its licence, and the licence's own words."""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from ui.resources import FOLDER

_LONGEST = 60_000


@dataclass(frozen=True, kw_only=True)
class Part:
    """A work of others: `package` is its name where it is installed, `file` its licence here."""

    name: str
    licence: str
    home: str
    package: str = ""
    file: str = ""


PARTS = (
    Part(name="Afterword", licence="MIT", home="", file="../LICENSE"),
    Part(
        name="Inter",
        licence="SIL Open Font License 1.1",
        home="https://rsms.me/inter",
        file="fonts/Inter-LICENSE.txt",
    ),
    Part(
        name="Newsreader",
        licence="SIL Open Font License 1.1",
        home="https://github.com/productiontype/Newsreader",
        file="fonts/Newsreader-LICENSE.txt",
    ),
    Part(
        name="Lucide",
        licence="ISC, parts MIT",
        home="https://lucide.dev",
        file="icons/LICENSE",
    ),
    Part(
        name="Qt for Python",
        licence="LGPL-3.0-only",
        home="https://www.qt.io/qt-for-python",
        package="PySide6-Essentials",
        file="licences/LGPL-3.0.txt",
    ),
    Part(
        name="Shiboken",
        licence="LGPL-3.0-only",
        home="https://www.qt.io/qt-for-python",
        package="shiboken6",
        file="licences/LGPL-3.0.txt",
    ),
    Part(
        name="peewee",
        licence="MIT",
        home="https://github.com/coleifer/peewee",
        package="peewee",
    ),
    Part(
        name="platformdirs",
        licence="MIT",
        home="https://github.com/tox-dev/platformdirs",
        package="platformdirs",
    ),
    Part(
        name="holidays",
        licence="MIT",
        home="https://github.com/vacanza/holidays",
        package="holidays",
    ),
    Part(
        name="icalendar",
        licence="BSD-2-Clause",
        home="https://github.com/collective/icalendar",
        package="icalendar",
    ),
    Part(
        name="jeepney",
        licence="MIT",
        home="https://gitlab.com/takluyver/jeepney",
        package="jeepney",
    ),
    Part(
        name="python-dateutil",
        licence="Apache-2.0 or BSD-3-Clause",
        home="https://github.com/dateutil/dateutil",
        package="python-dateutil",
    ),
    Part(name="six", licence="MIT", home="https://github.com/benjaminp/six", package="six"),
    Part(
        name="email-validator",
        licence="Unlicense",
        home="https://github.com/JoshData/python-email-validator",
        package="email-validator",
    ),
    Part(name="dnspython", licence="ISC", home="https://www.dnspython.org", package="dnspython"),
    Part(name="idna", licence="BSD-3-Clause", home="https://github.com/kjd/idna", package="idna"),
    Part(
        name="typing-extensions",
        licence="PSF-2.0",
        home="https://github.com/python/typing_extensions",
        package="typing-extensions",
    ),
    Part(
        name="spylls",
        licence="MPL-2.0",
        home="https://github.com/zverok/spylls",
        package="spylls",
    ),
    Part(
        name="tzdata",
        licence="Apache-2.0",
        home="https://github.com/python/tzdata",
        package="tzdata",
    ),
)


def version_of(part: Part) -> str:
    """The version that runs; empty where the system does not say."""
    found = _installed(part.package)
    return found.version if found is not None else ""


def text_of(part: Part) -> str:
    """The licence in its own words; empty where it did not come along."""
    if part.file:
        return _read(FOLDER / part.file)
    found = _installed(part.package)
    if found is None:
        return ""
    texts = [
        _read(Path(str(found.locate_file(file))))
        for file in found.files or ()
        if file.name.upper().startswith(("LICEN", "COPYING"))
    ]
    return "\n\n".join(filter(None, texts))[:_LONGEST]


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


@cache
def _installed(package: str) -> Distribution | None:
    """The installed package; None where there is none, or nothing is known of it."""
    try:
        return distribution(package) if package else None
    except PackageNotFoundError:
        return None
