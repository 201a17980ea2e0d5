"""From an empty data folder to three copied letters, with the keyboard alone."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from models.store import open_store
from rules.records import MessageKind
from tests.ui.virtual_screen import MISSING, ROOT, Screen, virtual_screen

LINE = (
    "Lumen & Oak, Senior Product Designer, today 14:00 "
    "with Priya Raman, Daniel Okafor, Sofia Lindqvist"
)
CAME_UP = {
    "Priya": "the move to Leeds",
    "Daniel": "how members skip plan setup",
    "Sofia": "the Friday demos",
}
MOST_COMMAND_KEYS = 7


class Keyboard:
    """Hands on the keys, counting those that are commands and not typing."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.commands = 0

    def field(self, text: str) -> None:
        """A field typed, and the Enter that ends it."""
        self.screen.type(text)
        self.screen.key("Return")

    def command(self, key: str) -> None:
        """One command key."""
        self.commands += 1
        self.screen.key(key)


@contextmanager
def program(screen: Screen, folder: Path, now: str) -> Iterator[None]:
    """The program in its window on that screen; it must end without a complaint."""
    running = subprocess.Popen(
        [*(sys.executable, "main.py", "--data-dir", str(folder)), *("--now", now)],
        cwd=ROOT,
        env={**screen.environment, "TZ": "Europe/London"},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        window = screen.window("Afterword")
        screen.run("xdotool", "windowactivate", "--sync", window)
        yield
    finally:
        running.terminate()
        complaints = running.communicate(timeout=20)[1]
    assert "Traceback" not in complaints


@pytest.mark.skipif(bool(MISSING), reason=f"not on this machine: {', '.join(MISSING)}")
@pytest.mark.timeout(180)
def test_three_letters_by_keyboard_from_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with virtual_screen() as screen, program(screen, folder, "2026-05-14T15:20+01:00"):
        letters, keyboard = _write_three(screen)
    assert keyboard.commands <= MOST_COMMAND_KEYS
    for name, came_up in CAME_UP.items():
        letter = letters[name]
        assert letter.startswith(f"Hi {name},")
        assert came_up in letter
        assert "Maya Ferrer" in letter
        assert "[" not in letter
        assert not any(other in letter for other in CAME_UP if other != name)
    assert len({letter.split("\n", 1)[1] for letter in letters.values()}) == len(CAME_UP)
    store = open_store(folder / "afterword.db")
    dossier = store.dossiers()[0]
    store.close()
    sent = [message for message in dossier.messages if message.kind is MessageKind.THANK_YOU]
    assert {message.to_name.split()[0] for message in sent} == set(CAME_UP)
    assert {message.body.split("\n")[0] for message in sent} == {f"Hi {n}," for n in CAME_UP}


@pytest.mark.skipif(bool(MISSING), reason=f"not on this machine: {', '.join(MISSING)}")
@pytest.mark.timeout(180)
def test_a_week_later_one_check_in_and_then_the_stop(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with virtual_screen() as screen:
        with program(screen, folder, "2026-05-14T15:20+01:00"):
            letters, _ = _write_three(screen)
        with program(screen, folder, "2026-05-21T10:30+01:00"):
            screen.key("Return")
            screen.key("ctrl+Return")
            check_in = screen.until(lambda: _with(screen, "wrote:"), "no check-in was copied")
            screen.key("Return")
            for key in ("Tab", "Tab", "ctrl+Return", "ctrl+shift+Return", "Escape", "Return"):
                screen.key(key)
            screen.key("ctrl+Return")
            screen.until(lambda: _sent(folder, MessageKind.CHECK_IN), "it was not marked sent")
            assert screen.clipboard() == check_in
    name = check_in.split(",")[0].removeprefix("Hi ")
    quoted = [line[2:] for line in check_in.splitlines() if line.startswith("> ")]
    assert [line for line in letters[name].splitlines() if line] == [one for one in quoted if one]
    assert check_in.index("Maya Ferrer") < check_in.index("wrote:")
    kinds = _kinds(folder)
    assert kinds.count(MessageKind.THANK_YOU) == len(CAME_UP)
    assert kinds.count(MessageKind.CHECK_IN) == 1
    assert len(kinds) == len(CAME_UP) + 1


def _with(screen: Screen, words: str) -> str:
    text = screen.clipboard()
    return text if words in text else ""


def _kinds(folder: Path) -> list[MessageKind]:
    """What was marked sent, read from the file beside the running program."""
    query = "select kind from message"
    with closing(sqlite3.connect(f"file:{folder / 'afterword.db'}?mode=ro", uri=True)) as file:
        return [MessageKind(kind) for (kind,) in file.execute(query)]


def _sent(folder: Path, kind: MessageKind) -> str:
    return kind.value if kind in _kinds(folder) else ""


def _write_three(screen: Screen) -> tuple[dict[str, str], Keyboard]:
    """Type the line, the name and what came up; copy each letter and say it was sent."""
    keyboard = Keyboard(screen)
    keyboard.field(LINE)
    keyboard.field("Maya Ferrer")
    letters: dict[str, str] = {}
    for name, came_up in CAME_UP.items():
        keyboard.field(came_up)
        keyboard.command("ctrl+Return")
        letters[name] = _letter_to(name, screen)
        html = screen.clipboard("text/html")
        assert came_up in html
        keyboard.command("Return")
    return letters, keyboard


def _letter_to(name: str, screen: Screen) -> str:
    """The letter to that person, once it is on the clipboard."""

    def found() -> str:
        text = screen.clipboard()
        return text if f"Hi {name}" in text else ""

    return screen.until(found, f"no letter to {name} on the clipboard")
