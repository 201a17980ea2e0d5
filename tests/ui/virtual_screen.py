"""A virtual X screen with a window manager, driven as a person would: keys and the clipboard."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "openbox", "xdotool", "xclip")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]


@dataclass(frozen=True)
class Screen:
    """One running X server, with the environment its programs need."""

    environment: dict[str, str]

    def run(self, *command: str) -> str:
        """Run a command on this screen; what it printed."""
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False, timeout=30
        )
        return done.stdout

    def window(self, title: str) -> str:
        """The id of a visible window, once there is one."""
        return self.until(
            lambda: self.run("xdotool", "search", "--onlyvisible", "--name", title).split("\n")[0],
            f"no window titled {title}",
        )

    def type(self, text: str) -> None:
        """Type a text into whatever has the focus."""
        self.run("xdotool", "type", "--delay", "4", "--", text)

    def key(self, name: str) -> None:
        """Press one key or chord."""
        self.run("xdotool", "key", "--", name)

    def clipboard(self, target: str = "UTF8_STRING") -> str:
        """What is on the clipboard."""
        return self.run("xclip", "-selection", "clipboard", "-o", "-t", target)

    @staticmethod
    def until(found: Callable[[], str], otherwise: str, seconds: float = 30) -> str:
        """Ask again until there is an answer."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            answer = found()
            if answer:
                return answer
            time.sleep(0.05)  # another process is being waited for, and it tells nobody
        raise AssertionError(otherwise)


@contextmanager
def virtual_screen(size: str = "1280x800") -> Iterator[Screen]:
    """Start an X server and a window manager, and end both."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    environment = {
        **os.environ,
        "DISPLAY": f":{number}",
        "QT_QPA_PLATFORM": "xcb",
        "QT_ACCESSIBILITY": "0",
    }
    environment.pop("WAYLAND_DISPLAY", None)
    manager = subprocess.Popen(
        ["openbox", "--sm-disable"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield Screen(environment)
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)
