"""Runs or tests Afterword from a clone, on a machine that has only Python, pip and git.

    python3 packaging/dev.py run [arguments of main.py]
    python3 packaging/dev.py test [arguments of pytest]

Both bring what is missing first: uv into .tools, the packages of requirements.lock into .venv,
and, on Debian and its relatives, the system libraries that Qt loads. Where there is no right to
install those, the line to run is printed. Only the standard library is used here.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
UV_VERSION = "0.13.9"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

QT_PACKAGES = (
    "libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libbrotli1 libfreetype6 libxkbcommon0 "
    "libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 "
    "libxcb-image0 libxcb-randr0 libxcb-render-util0 libxcb-xinerama0 fonts-dejavu-core"
).split()
SCREEN_PACKAGES = "xvfb xauth openbox xdotool xclip dbus binutils desktop-file-utils".split()
SCREEN_PROGRAMS = (
    *("Xvfb", "xauth", "openbox", "xdotool", "xclip", "dbus-daemon"),
    *("objdump", "desktop-file-validate"),
)
QT_PROBE = (
    "import ctypes, pathlib, PySide6, PySide6.QtWidgets;"
    "root = pathlib.Path(PySide6.__file__).parent / 'Qt/plugins/platforms';"
    "[ctypes.CDLL(str(root / name)) for name in ('libqxcb.so', 'libqoffscreen.so')]"
)


def main(arguments: list[str]) -> int:
    """Do what the first argument says; the rest is passed on."""
    if not arguments or arguments[0] not in ("run", "test", "setup"):
        print(__doc__)
        return 2
    command, rest = arguments[0], arguments[1:]
    set_up()
    if command == "run":
        bring_qt_libraries(screen=False)
        return call([str(PYTHON), str(ROOT / "main.py"), *rest], cwd=Path.cwd())
    bring_qt_libraries(screen=True)
    return test(rest) if command == "test" else 0


def set_up() -> None:
    """Make .venv what requirements.lock says, unless it is that already."""
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    stamp = VENV / "installed-from"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    uv = find_uv()
    must(uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, str(VENV))
    must(
        *(
            *uv,
            "pip",
            "sync",
            "--quiet",
            "--require-hashes",
            "--compile-bytecode",
            "--python",
            str(PYTHON),
            str(LOCK),
        ),
    )
    stamp.write_text(wanted)


def find_uv() -> tuple[str, ...]:
    """The command that is uv: in .tools, where pip may always install."""
    program = TOOLS / "bin" / ("uv.exe" if WINDOWS else "uv")
    if not program.exists():
        must(
            *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
            *("--target", str(TOOLS), f"uv=={UV_VERSION}"),
            env={"PIP_ROOT_USER_ACTION": "ignore"},
        )
    return (str(program),)


def bring_qt_libraries(*, screen: bool) -> None:
    """Install the system libraries Qt loads, and for tests a virtual screen, where missing."""
    if not sys.platform.startswith("linux"):
        return
    missing: list[str] = []
    if subprocess.run([str(PYTHON), "-c", QT_PROBE], capture_output=True).returncode:
        missing += QT_PACKAGES
    if screen and not all(shutil.which(one) for one in SCREEN_PROGRAMS):
        missing += SCREEN_PACKAGES
    if not missing:
        return
    line = f"apt-get install --yes --no-install-recommends {' '.join(missing)}"
    rights = () if os.geteuid() == 0 else ("sudo", "-n")
    able = shutil.which("apt-get") and (
        not rights or subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    )
    if not able:
        print(
            f"Qt needs system libraries that are not here. On Debian or Ubuntu run:\n  sudo {line}"
        )
        if missing[0] == QT_PACKAGES[0]:
            raise SystemExit(1)
        return
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    must(*rights, "apt-get", "update", "-qq", env=quiet, hush=True)
    must(*rights, *line.split(), "-qq", env=quiet, hush=True)


def test(arguments: list[str]) -> int:
    """Format, lint, imports, types, then tests and coverage; stops at the first failure.

    With arguments for pytest, those tests alone.
    """
    run = str(PYTHON)
    checks = [
        [run, "-m", "ruff", "format", "--check", "--quiet", "."],
        [run, "-m", "ruff", "check", "--quiet", "."],
        [str(PYTHON.parent / "lint-imports")],
        [run, "-m", "mypy"],
    ]
    side_by_side = ["-n", str(min((os.cpu_count() or 1) + 1, 6)), "--dist", "loadfile"]
    everything = ["-q", "--cov", "--cov-report=", *side_by_side]
    tests = [run, "-m", "pytest", *(arguments or everything)]
    floors = [
        [
            run,
            "-m",
            "coverage",
            "report",
            "--skip-covered",
            f"--include={room}/*",
            f"--fail-under={floor}",
        ]
        for room, floor in (("rules", 100), ("models", 95), ("ui", 85))
    ]
    for step in [tests] if arguments else [*checks, tests, *floors]:
        status = call(step, cwd=ROOT)
        if status:
            print(f"stopped at: {' '.join(step[1:])}")
            return status
    return 0


def call(command: list[str], *, cwd: Path) -> int:
    """Run a command to its end; its status."""
    return subprocess.run(command, cwd=cwd).returncode


def must(
    *command: str | tuple[str, ...], env: dict[str, str] | None = None, hush: bool = False
) -> None:
    """Run a command that has to succeed, or leave with its status."""
    flat = [part for one in command for part in ((one,) if isinstance(one, str) else one)]
    done = subprocess.run(
        flat,
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdout=subprocess.DEVNULL if hush else None,
    )
    if done.returncode:
        print(f"could not run: {' '.join(flat)}")
        raise SystemExit(done.returncode)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
