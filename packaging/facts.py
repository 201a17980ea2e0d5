"""What every package says of the program, read from where it is written down once."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
DIST = ROOT / "dist"

_APP_ID = re.compile(r'^APP_ID = "([\w.]+)"$', re.MULTILINE)
_RELEASE = re.compile(r"^## (\d[\w.]*), (unreleased|\d{4}-\d\d-\d\d)$")


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The program as a menu, an installer or a package list names it."""

    name: str
    title: str
    version: str
    summary: str
    licence: str
    app_id: str
    home: str = "https://github.com/afterword-app/afterword"

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """The version as Windows wants it: four numbers."""
        found = [int(one) for one in re.findall(r"\d+", self.version)][:4]
        first, second, third, fourth = (*found, 0, 0, 0, 0)[:4]
        return first, second, third, fourth


@dataclass(frozen=True, kw_only=True)
class Release:
    """One heading of the change log, and its points as plain sentences. No day: not yet out."""

    version: str
    day: date | None
    points: tuple[str, ...]


def facts() -> Facts:
    """The facts. Raises AttributeError where the id is not where it belongs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    source = (ROOT / "ui" / "application.py").read_text(encoding="utf-8")
    identity = _APP_ID.search(source)
    if identity is None:
        raise ValueError("ui/application.py names no APP_ID")
    return Facts(
        name=project["name"],
        title=project["name"].capitalize(),
        version=project["version"],
        summary=project["description"],
        licence=project["license"],
        app_id=identity[1],
    )


def releases() -> tuple[Release, ...]:
    """What the change log tells, the newest first."""
    found: list[Release] = []
    points: list[str] = []
    for line in [
        *(ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines(),
        "## 0, unreleased",
    ]:
        heading = _RELEASE.match(line)
        if heading:
            if found:
                found[-1] = Release(
                    version=found[-1].version, day=found[-1].day, points=tuple(points)
                )
            points = []
            day = None if heading[2] == "unreleased" else date.fromisoformat(heading[2])
            found.append(Release(version=heading[1], day=day, points=()))
        elif line.startswith("- "):
            points.append(_plain(line[2:]))
        elif line.startswith("  ") and points:
            points[-1] += f" {_plain(line.strip())}"
    return tuple(found[:-1])


def _plain(text: str) -> str:
    """Markdown's marks taken out of a line."""
    return re.sub(r"[*`]", "", text)
