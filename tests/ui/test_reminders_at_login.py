"""The entry that starts the program at login: its content, and that it goes as it came."""

import plistlib
import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from ui.at_login import autostart_file, entry_path, launch_agent, run_value, start_at_login
from ui.launch import command

ID = "org.example.Afterword"
ODD = ["/opt/My Apps/Afterword", "--hidden", "--data-dir", '/home/jo/50% "new"/$HOME `x` \\n']


def fields(content: bytes) -> dict[str, str]:
    """The keys of a desktop entry."""
    head, *lines = content.decode().splitlines()
    assert head == "[Desktop Entry]"
    return dict(line.split("=", 1) for line in lines)


def split_exec(line: str) -> list[str]:
    """The arguments of an Exec line, read as the specification reads them."""
    line = line.replace("\\\\", "\\").replace("%%", "%")
    return [re.sub(r"\\(.)", r"\1", one) for one in re.findall(r'"((?:\\.|[^"\\])*)"', line)]


def test_the_desktop_entry_says_what_to_run() -> None:
    found = fields(autostart_file(ODD, ID))
    assert found["Type"] == "Application"
    assert found["Name"] == "Afterword"
    assert found["Icon"] == ID
    assert split_exec(found["Exec"]) == ODD
    assert "%%" in found["Exec"]
    assert found["TryExec"] == ODD[0]


def test_the_launch_agent_is_a_property_list() -> None:
    found = plistlib.loads(launch_agent(ODD, ID))
    assert found["Label"] == ID
    assert found["ProgramArguments"] == ODD
    assert found["RunAtLoad"] is True


def test_the_run_key_has_one_line() -> None:
    assert run_value(["C:\\Program Files\\Afterword\\Afterword.exe", "--hidden"]) == (
        '"C:\\Program Files\\Afterword\\Afterword.exe" --hidden'
    )


def test_the_command_starts_this_program() -> None:
    program, main, *rest = command(["--hidden"])
    assert Path(program).exists()
    assert Path(main).name == "main.py"
    assert rest == ["--hidden"]


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG is Linux's")
PLACES = [
    pytest.param("linux", f"config/autostart/{ID}.desktop", marks=LINUX),
    ("darwin", f"Library/LaunchAgents/{ID}.plist"),
]


@pytest.mark.parametrize(("platform", "place"), PLACES)
def test_it_is_written_and_taken_away(home: Path, platform: str, place: str) -> None:
    path = home / place
    assert entry_path(ID, platform) == path
    assert start_at_login(False, ODD, ID, platform=platform)
    assert start_at_login(True, ODD, ID, platform=platform)
    assert b"--data-dir" in path.read_bytes()
    assert start_at_login(True, ["/usr/bin/afterword"], ID, platform=platform)
    assert b"/usr/bin/afterword" in path.read_bytes()
    assert b"--data-dir" not in path.read_bytes()
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert start_at_login(False, ODD, ID, platform=platform)
    assert not path.exists()


@LINUX
def test_a_place_that_refuses_is_said(home: Path) -> None:
    (home / "config").write_text("a file where a folder should be")
    assert not start_at_login(True, ODD, ID, platform="linux")
    assert not start_at_login(False, ODD, ID, platform="linux")


def test_windows_keeps_it_under_the_run_key(tmp_path: Path) -> None:
    """A file stands for the registry, which is the same class there."""
    key = str(tmp_path / "run.conf")
    assert start_at_login(True, ODD, ID, platform="win32", run_key=key)
    kept = QSettings(key, QSettings.Format.NativeFormat)
    assert kept.value("Afterword") == run_value(ODD)
    assert start_at_login(False, ODD, ID, platform="win32", run_key=key)
    kept.sync()
    assert not kept.contains("Afterword")
