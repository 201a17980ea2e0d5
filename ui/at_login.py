"""The entry by which the system starts the program, hidden in the tray, when a person logs in.

Linux: a file of XDG autostart. macOS: a LaunchAgent. Windows: a value under the Run key.
"""

import plistlib
import subprocess
import sys
from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QSettings

from ui.logs import log

RUN_KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
_NAME = "Afterword"
_RESERVED = str.maketrans({one: f"\\{one}" for one in '"`$\\'})


def autostart_file(command: list[str], app_id: str) -> bytes:
    """The desktop entry; each argument quoted as the specification wants it."""
    quoted = (f'"{one.translate(_RESERVED)}"' for one in command)
    line = " ".join(quoted).replace("\\", "\\\\").replace("%", "%%")
    program = command[0].replace("\\", "\\\\")
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        f"Name={_NAME}",
        "Comment=Reminds you of thank-yous and check-ins",
        f"TryExec={program}",  # passed over in silence once the program is removed
        f"Exec={line}",
        f"Icon={app_id}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "".join(f"{one}\n" for one in lines).encode()


def launch_agent(command: list[str], app_id: str) -> bytes:
    """The property list of the LaunchAgent."""
    agent = {
        "Label": app_id,
        "ProgramArguments": command,
        "RunAtLoad": True,
        "ProcessType": "Interactive",
    }
    return plistlib.dumps(agent)


def run_value(command: list[str]) -> str:
    """The value of the Run key: one line that Windows splits as it was joined."""
    return subprocess.list2cmdline(command)


def entry_path(app_id: str, platform: str) -> Path:
    """Where the entry is a file."""
    if platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{app_id}.plist"
    return user_config_path() / "autostart" / f"{app_id}.desktop"


def start_at_login(
    wanted: bool,
    command: list[str],
    app_id: str,
    *,
    platform: str = sys.platform,
    run_key: str = RUN_KEY,
) -> bool:
    """Write the entry, or take it away; whether it is as wanted now."""
    if platform == "win32":
        return _in_registry(run_key, run_value(command) if wanted else None)
    path = entry_path(app_id, platform)
    make = launch_agent if platform == "darwin" else autostart_file
    try:
        if wanted:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            part = path.with_suffix(".part")
            part.write_bytes(make(command, app_id))
            part.replace(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        log.error("the entry at login was not changed: %s", type(error).__name__)
        return False
    return True


def _in_registry(run_key: str, line: str | None) -> bool:
    keys = QSettings(run_key, QSettings.Format.NativeFormat)
    if line is None:
        keys.remove(_NAME)
    else:
        keys.setValue(_NAME, line)
    keys.sync()
    return keys.status() is QSettings.Status.NoError
