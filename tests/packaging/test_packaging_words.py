"""What the packages say of the program: one version, one id, a menu entry that can be started."""

import ast
import plistlib
import re
import tomllib
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

from desktop import desktop_entry, metadata, quoted
from disk_image import layout
from facts import ROOT, Release, facts, releases
from hypothesis import given, settings
from hypothesis import strategies as st
from property_list import property_list
from version_resource import version_resource

from ui.application import APP_ID
from ui.version import version

_ID = re.compile(r"io\.github\.[A-Za-z0-9_.]+")
_FILES = ("linux/flatpak.yaml", "linux/nfpm.yaml", "windows/installer.nsi", "windows/prove.ps1")


def test_version_and_id_are_the_programs() -> None:
    about = facts()
    assert about.version == version()
    assert about.app_id == APP_ID
    assert about.name == tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["name"]


def test_no_package_names_another_id() -> None:
    for name in _FILES:
        found = set(_ID.findall((ROOT / "packaging" / name).read_text(encoding="utf-8")))
        assert found <= {APP_ID}, name


def test_the_change_log_is_read_whole() -> None:
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest, *_ = found = releases()
    assert newest.version == facts().version
    assert sum(len(one.points) for one in found) == len(re.findall(r"^- ", log, re.MULTILINE))
    assert all("\n" not in point and "`" not in point for point in newest.points)


def test_the_shop_page_is_sound_and_tells_the_releases() -> None:
    told = (
        Release(version="1.1", day=None, points=("Tea & <cakes>",)),
        Release(version="1.0", day=date(2026, 5, 14), points=("First",)),
    )
    page = ET.fromstring(metadata(facts(), told, date(2026, 6, 1)))  # noqa: S314  # our own
    assert page.findtext("id") == APP_ID
    found = page.findall("releases/release")
    assert [(one.get("version"), one.get("date"), one.get("type")) for one in found] == [
        ("1.1", "2026-06-01", "development"),
        ("1.0", "2026-05-14", "stable"),
    ]
    assert found[0].findtext("description/ul/li") == "Tea & <cakes>"
    for shot in page.findall("screenshots/screenshot/image"):
        name = str(shot.text).rpartition("/")[2]
        assert (ROOT / "docs" / "pictures" / name).exists(), name


def test_the_menu_entry_has_the_programs_names() -> None:
    lines = desktop_entry(facts()).splitlines()
    assert "Exec=afterword" in lines
    assert f"Icon={APP_ID}" in lines
    assert "StartupWMClass=Afterword" in lines  # what Qt calls its windows


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
@settings(max_examples=100)
def test_any_path_comes_back_from_a_menu_entry(path: str) -> None:
    assert _started(quoted(path)) == path


def _started(line: str) -> str:
    """What a desktop makes of one quoted argument, in the order of the specification."""
    text = re.sub(r"\\(.)", r"\1", line)  # the value as a string
    assert text[0] == text[-1] == '"'
    inner = text[1:-1]
    assert not re.search(r'(?<!\\)(\\\\)*["`$]', inner)
    return re.sub(r'\\(["`$\\])', r"\1", inner).replace("%%", "%")


def test_the_property_list_is_one() -> None:
    about = facts()
    read = plistlib.loads(plistlib.dumps(property_list(about)))
    assert read["CFBundleIdentifier"] == APP_ID
    assert read["CFBundleShortVersionString"] == about.version
    assert re.fullmatch(r"\d+\.\d+\.\d+", read["CFBundleVersion"])
    assert [int(part) for part in read["LSMinimumSystemVersion"].split(".")] >= [14, 4]


def test_the_entitlements_ask_for_no_more_than_they_must() -> None:
    path = ROOT / "packaging" / "macos" / "entitlements.plist"
    assert set(plistlib.loads(path.read_bytes())) == {
        "com.apple.security.cs.allow-unsigned-executable-memory",
        "com.apple.security.cs.disable-library-validation",
    }


def test_the_disk_image_shows_the_program_and_where_it_goes() -> None:
    contents = layout(facts(), Path("dist/Afterword.app"), Path("a.icns"))["contents"]
    assert isinstance(contents, list)
    assert [one["path"] for one in contents] == ["dist/Afterword.app", "/Applications"]


def test_windows_is_told_the_version_in_four_numbers() -> None:
    text = version_resource(facts())
    assert f"filevers={facts().numbers}" in text
    ast.parse(text)


def test_the_windows_installer_is_told_all_it_asks_for() -> None:
    script = (ROOT / "packaging" / "windows" / "installer.nsi").read_text(encoding="utf-8")
    maker = (ROOT / "packaging" / "windows_installer.py").read_text(encoding="utf-8")
    told = set(re.findall(r'^\s+"([A-Z_]+)":', maker, re.MULTILINE))
    assert told
    for name in told:
        assert f"${{{name}}}" in script, name
    own = set(re.findall(r"!define (\w+)", script)) | set(re.findall(r"!macro \w+ (\w+)", script))
    asked = {one for one in re.findall(r"\$\{([A-Z_]+)\}", script) if not one.startswith("MUI")}
    nsis = {"CLSID", "IID", "SYSSTRUCT_PROPERTYKEY", "AMD"}
    assert asked - told - own - nsis <= set()
