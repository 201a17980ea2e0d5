"""The program itself on a private session bus: reminded, hidden in a tray, opened by a click."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rules.quick_add import understand
from tests.ui.frame_world import LINE, LONDON, session_in
from tests.ui.reminder_world import at
from tests.ui.virtual_screen import MISSING as NO_SCREEN
from tests.ui.virtual_screen import ROOT, Screen, virtual_screen

if not sys.platform.startswith("linux"):
    pytest.skip("the session bus is Linux's", allow_module_level=True)

from tests.ui.notification_service import MISSING as NO_BUS  # jeepney is Linux's
from tests.ui.notification_service import (  # jeepney is Linux's
    NotificationService,
    TrayHost,
    private_bus,
)

pytestmark = pytest.mark.skipif(NO_BUS is not None, reason=str(NO_BUS))


def prepare(folder: Path, *, tray: bool = False) -> None:
    """A data folder with one talk of Thursday, and its choices."""
    folder.mkdir()
    session = session_in(folder, clock=lambda: at("14 15:20"))
    session.add(understand(LINE, at("14 15:20"), LONDON))
    session.set_options(replace(session.options, tray=tray, at_login=tray))
    session._store.close()  # type: ignore[attr-defined]  # the keeper is the store here


@contextmanager
def program(
    folder: Path, environment: dict[str, str], *more: str
) -> Iterator["subprocess.Popen[str]"]:
    """Afterword on Friday at half past twelve; it must end without a complaint."""
    running = subprocess.Popen(
        [
            *(sys.executable, "main.py", "--data-dir", str(folder)),
            *("--now", "2026-05-15T12:30+01:00", *more),
        ],
        cwd=ROOT,
        env={
            **environment,
            "TZ": "Europe/London",
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
        },
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield running
    finally:
        running.terminate()
        complaints = running.communicate(timeout=20)[1]
    assert "Traceback" not in complaints
    assert running.returncode == 0


def test_what_was_missed_is_on_the_desktop_after_the_start(tmp_path: Path, qtbot: QtBot) -> None:
    prepare(tmp_path / "data")
    with private_bus() as address:
        service = NotificationService(address)
        home = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": address}
        with program(tmp_path / "data", home):
            qtbot.waitUntil(lambda: len(service.shown) == 1, timeout=30_000)
        assert service.shown[0].title == "Lumen & Oak: 2 people to thank, 2 h left"
        session = session_in(tmp_path / "data")
        assert len(session.remembered("reminders")) == 2
        session._store.close()  # type: ignore[attr-defined]  # the keeper is the store here
        service.stop()


@pytest.mark.skipif(bool(NO_SCREEN), reason=f"not on this machine: {', '.join(NO_SCREEN)}")
@pytest.mark.timeout(120)
def test_hidden_in_the_tray_a_click_brings_the_window_and_closing_hides_it(
    tmp_path: Path, qtbot: QtBot
) -> None:
    prepare(tmp_path / "data", tray=True)
    with private_bus() as address, virtual_screen() as screen:
        service, tray = NotificationService(address), TrayHost(address)
        home = {**screen.environment, "DBUS_SESSION_BUS_ADDRESS": address}
        with program(tmp_path / "data", home, "--hidden") as running:
            qtbot.waitUntil(lambda: len(service.shown) == 1, timeout=30_000)
            assert len(tray.items) == 1
            assert not windows(screen)
            service.press(service.shown[0].number)
            qtbot.waitUntil(lambda: bool(windows(screen)), timeout=10_000)
            screen.run("xdotool", "windowclose", windows(screen)[0])
            qtbot.waitUntil(lambda: not windows(screen), timeout=10_000)
            assert running.poll() is None
        entry = next((tmp_path / "data" / "config" / "autostart").iterdir()).read_text()
        assert f'"--hidden" "--data-dir" "{tmp_path / "data"}"' in entry
        service.stop()
        tray.stop()


def windows(screen: Screen) -> list[str]:
    """The ids of the visible windows of the program."""
    return screen.run("xdotool", "search", "--onlyvisible", "--name", "Afterword").split()
