"""Data and About: the file, a copy, a table; the version and every licence. And the look worn."""

import csv
import importlib.metadata
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.store import open_store
from rules.records import Options
from tests.ui.settings_world import World, world
from ui.settings.about import AboutSection
from ui.settings.data import DataSection
from ui.settings.licences import PARTS, Part, text_of, version_of
from ui.theme import DARK, LIGHT, Look
from ui.version import version
from ui.worn import Worn

ROOT = Path(__file__).parents[2]


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[World]:
    with world(tmp_path, filled=True) as made:
        yield made


def data(at: World) -> DataSection:
    at.page.show_section("data")
    found = at.page.sections["data"]
    assert isinstance(found, DataSection)
    return found


def test_the_path_is_shown_and_copied(at: World, qtbot: QtBot) -> None:
    section = data(at)
    path = str(at.store.path)
    assert section.path.text() == path
    QTest.keyClicks(section.path, "x")
    assert section.path.text() == path
    section.copy.click()
    assert at.clipboard.text == path
    assert section.told["file"].text() == "The path is on the clipboard."
    at.clipboard.refusals = 4
    section.copy.click()
    qtbot.waitUntil(lambda: "clipboard is busy" in section.told["file"].text(), timeout=3000)


def test_the_folder_is_opened_by_the_system(at: World) -> None:
    section = data(at)
    section.open_folder.click()
    assert QUrl(at.opener.urls[0]).toLocalFile() == str(at.store.path.parent)
    assert not section.told["file"].isVisible()
    at.opener.answers = False
    section.open_folder.click()
    assert section.told["file"].text().startswith("No program opened the folder")


def test_a_copy_is_made_now_and_holds_everything(at: World) -> None:
    section = data(at)
    section.back_up.click()
    (copy,) = (at.store.path.parent / "backups").glob("*.db")
    assert section.told["copy"].text() == f"Copied to backups/{copy.name}"
    assert at.today().isoformat() in copy.name
    opened = open_store(copy)
    assert opened.fingerprint() == at.store.fingerprint()
    opened.close()


def test_a_copy_that_cannot_be_made_is_said(at: World) -> None:
    section = data(at)
    at.file.full = True
    section.back_up.click()
    assert section.told["copy"].text().startswith("No copy was made: There is no room left")
    assert not (at.store.path.parent / "backups").exists()


def test_the_table_goes_where_the_person_wants(at: World) -> None:
    section = data(at)
    section.export.click()
    assert at.dialogs.asked == [("Export CSV", "afterword.csv")]
    assert not section.told["table"].isVisible()
    at.dialogs.path = at.folder / "mine.csv"
    section.export.click()
    with at.dialogs.path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(at.session.dossiers()) == 12
    assert {row["Company"] for row in rows} >= {"Lumen & Oak", "Kestrel Rail"}
    assert section.told["table"].text() == "12 applications in mine.csv"


def test_a_table_that_cannot_be_written_is_said(at: World) -> None:
    section = data(at)
    at.dialogs.path = at.folder / "gone" / "mine.csv"
    section.export.click()
    assert section.told["table"].text() == (
        "mine.csv could not be written: No such file or directory."
    )


def test_about_says_the_version_and_shows_each_licence(at: World) -> None:
    at.page.show_section("about")
    section = at.page.sections["about"]
    assert isinstance(section, AboutSection)
    assert section.version.text() == f"Afterword {version()}"
    assert "MIT License" in section.text.toPlainText()
    for part in PARTS:
        section.picker.pick(part.name)
        assert section.text.toPlainText().strip()
    assert at.focus() == "Afterword"


def wanted(name: str, seen: set[str]) -> set[str]:
    """The packages that come with one, itself included."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in seen:
        return seen
    seen.add(key)
    for line in importlib.metadata.requires(name) or ():
        if "extra ==" not in line and "sys_platform" not in line.replace("'linux'", ""):
            found = re.match(r"[\w.-]+", line)
            assert found is not None
            try:
                importlib.metadata.distribution(found[0])
            except importlib.metadata.PackageNotFoundError:
                continue
            wanted(found[0], seen)
    return seen


def test_every_package_that_comes_along_is_named_with_its_licence() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed: set[str] = set()
    for line in project["dependencies"]:
        wanted(re.split(r"[=;<>~! ]", line)[0], needed)
    named = {re.sub(r"[-_.]+", "-", part.package).lower() for part in PARTS if part.package}
    assert needed <= named
    for part in PARTS:
        assert part.licence
        assert part.package or text_of(part), part.name
        assert not part.package or version_of(part) or part.package == "jeepney"
    assert len({part.name for part in PARTS}) == len(PARTS)


def test_every_font_and_icon_that_ships_has_its_licence_shown() -> None:
    shown = {part.file for part in PARTS}
    found = {
        str(path.relative_to(ROOT / "resources"))
        for path in (ROOT / "resources").rglob("*LICENSE*")
    }
    assert found <= shown


def test_a_part_that_did_not_come_along_has_no_words() -> None:
    assert text_of(Part(name="x", licence="MIT", home="", file="none.txt")) == ""
    gone = Part(name="x", licence="MIT", home="", package="no-such-package-here")
    assert text_of(gone) == version_of(gone) == ""


def test_the_chosen_look_is_worn_at_once(at: World) -> None:
    look = Look()
    worn = Worn(look)
    worn.follow(at.session)
    told: list[Look] = []
    look.changed.connect(lambda: told.append(look))
    at.session.set_options(Options(theme="dark", text_size=125, motion="reduced"))
    assert look.theme is DARK
    assert look.scale == 1.25
    assert look.reduced_motion
    assert len(told) == 1
    worn.scheme_changed(Qt.ColorScheme.Light)
    assert look.theme is DARK
    at.session.set_options(Options())
    assert (look.scale, look.reduced_motion) == (1.0, False)
    worn.scheme_changed(Qt.ColorScheme.Light)
    assert look.theme is LIGHT
    worn.scheme_changed(Qt.ColorScheme.Dark)
    assert look.theme is DARK
    at.session.set_options(Options(theme="light"))
    assert look.theme is LIGHT
    Worn(look).scheme_changed(Qt.ColorScheme.Dark)
    assert look.theme is DARK
