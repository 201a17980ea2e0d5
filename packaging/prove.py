"""Installs what was built as a person would, runs it there, removes it, and looks for remains.

    python packaging/prove.py            builds the program first
    python packaging/prove.py --built    takes dist/ as it is

Linux only. Everything happens in a folder whose name has spaces and letters of other languages,
with a home of its own, and is gone afterwards. Each line of the output was seen to be so.
"""

import os
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facts import BUILD, DIST, ROOT, Facts, facts
from freeze import megabytes, program
from linux_packages import linux_packages

PATIENCE = 60


class NotSoError(Exception):
    """Something that has to be so is not."""


def main(arguments: list[str]) -> int:
    """Prove it all; the exit status."""
    if arguments not in ([], ["--built"]):
        print(__doc__)
        return 2
    about = facts()
    inside = DIST / about.name if arguments else program(about)
    try:
        prove(about, inside)
    except NotSoError as error:
        print(f"NOT SO: {error}")
        return 1
    return 0


def prove(about: Facts, inside: Path) -> None:
    """Raises NotSoError at the first thing that is not so."""
    run([sys.executable, ROOT / "packaging" / "notice.py", inside], says="0 wrong")
    seen("everything inside has an owner in NOTICE and its licence with it")
    made = linux_packages(about, inside, quick=True)
    for page, checker in (
        (f"applications/{about.app_id}.desktop", ["desktop-file-validate"]),
        (f"metainfo/{about.app_id}.metainfo.xml", ["appstreamcli", "validate", "--no-net"]),
    ):
        if shutil.which(checker[0]):
            run([*checker, BUILD / "linux" / "share" / page])
            seen(f"{checker[0]} finds nothing wrong")
    with tempfile.TemporaryDirectory(prefix="Größe & Maß ") as name:
        there = Path(name)
        home = Home(there / "home")
        expected = self_test([sys.executable, ROOT / "main.py"], home, seen_by="offscreen")
        with unpacked(made[0], there) as folder:
            prove_tar(about, folder, there / "Für mich", home, expected)
        prove_deb(about, made[1:], there / "root", home, expected)
    print(f"{megabytes(inside):.1f} MB installed, proven")


class Home:
    """A person's folders, all their own, and the bare surroundings that name them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        folder.mkdir()

    def environment(self, platform: str) -> dict[str, str]:
        """What the program sees: nothing of the shell that runs this."""
        names = ("data", "config", "cache", "state")
        return {
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "TZ": "Europe/London",
            "HOME": str(self.folder),
            "QT_QPA_PLATFORM": platform,
            "PYTHONPATH": "/nowhere",
            "QT_PLUGIN_PATH": "/nowhere",
            **{f"XDG_{one.upper()}_HOME": str(self.folder / one) for one in names},
            **{key: os.environ[key] for key in ("DISPLAY", "XAUTHORITY") if key in os.environ},
        }

    def files(self) -> set[str]:
        """What was written into it, the font cache of the system left out."""
        return {
            one.relative_to(self.folder).as_posix()
            for one in self.folder.rglob("*")
            if one.is_file() and "fontconfig" not in one.parts
        }


def prove_tar(about: Facts, folder: Path, prefix: Path, home: Home, expected: str) -> None:
    """Install by the script, run, refuse what is to be refused, remove."""
    install: list[str | Path] = [folder / "install.sh", "--prefix", prefix]
    run(install, says="in your menu")
    program, place = prefix / "bin" / about.name, prefix / "lib" / about.name
    for platform in ("offscreen", "xcb"):
        if platform == "xcb" and not shutil.which("xvfb-run"):
            continue
        if self_test([program], home, seen_by=platform) != expected:
            raise NotSoError(f"installed, on {platform}, it says something else than its source")
        seen(f"{prefix.name}/bin/{about.name} --self-test says what its source says ({platform})")
    must(not home.files(), f"nothing is written by that, but {home.files()}")

    with running(program, home) as first:
        second = subprocess.run([program], env=home.environment("offscreen"), timeout=PATIENCE)
        must(second.returncode == 0 and first.poll() is None, "a second start hands over and goes")
        run(install, status=1, says="is running")
        run([place / "uninstall.sh"], status=1, says="is running")
        seen("while it runs it is neither replaced nor removed")
    must(first.returncode == 0, "it ends in peace when it is told to")
    log = (home.data / about.title / "logs" / "afterword.log").read_text(encoding="utf-8")
    must("starts" in log and "ERROR" not in log, f"its log tells of no mistake, but {log}")
    written = {one.split("/")[0] for one in home.files()}
    must(written == {"data"}, f"only the data folder is written to, but {home.files()}")

    kept = state(place)
    (place / "VERSION").write_text("99.0\n")
    run(install, status=1, says="older")
    (place / "VERSION").write_text(f"{about.version}\n")
    run([folder / "install.sh", "--prefix", "/dev/null/there"], status=1, says="cannot be written")
    full = ["sh", "-c", 'ulimit -f 4000; exec "$0" "$@"', *install]
    run(full, status=1, says="not enough room")
    sums = (folder / "SHA256SUMS").read_text()
    (folder / "SHA256SUMS").write_text(sums + f"{'0' * 64}  ./absent\n")
    run(install, status=1, says="not complete or was changed")
    (folder / "SHA256SUMS").write_text(sums)
    must(state(place) == kept, "a refused installation changes nothing")
    run(install, says="in your menu")
    must(state(place) == kept and home.files() != set(), "installed over itself it is the same")

    run([place / "uninstall.sh"], says="What you wrote is still in")
    must(not list(prefix.iterdir()), f"removed, nothing is left but {list(prefix.iterdir())}")
    must("data/Afterword/afterword.db" in home.files(), "what was written is kept")


def prove_deb(about: Facts, made: list[Path], root: Path, home: Home, expected: str) -> None:
    """Put the .deb into a bare root, run it there, and purge it."""
    found = [one for one in made if one.suffix == ".deb"]
    if not found:
        return
    whole = os.geteuid() == 0 and shutil.which("dpkg") is not None
    root.mkdir()
    dpkg = ["dpkg", f"--root={root}", "--force-depends", "--force-script-chrootless"]
    if whole:
        (root / "var/lib/dpkg/info").mkdir(parents=True)
        (root / "var/lib/dpkg/updates").mkdir()
        (root / "var/lib/dpkg/status").touch()
        run([*dpkg, "--install", found[0]])
    else:
        run(["dpkg-deb", "--extract", found[0], root])
    if self_test([root / "usr/bin" / about.name], home, seen_by="offscreen") != expected:
        raise NotSoError("from the .deb it says something else than its source")
    seen(f"from the .deb in a bare root it says what its source says ({about.version})")
    if whole:
        run([*dpkg, "--purge", about.name])
        left = [one for one in root.rglob("*") if about.name in one.name.lower()]
        must(not left and not (root / "usr/lib").exists(), f"purged, nothing is left but {left}")


def self_test(command: list[str | Path], home: Home, *, seen_by: str) -> str:
    """All that `--self-test` says, where it works. Raises NotSoError where it does not."""
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"] if seen_by == "xcb" else []
    done = subprocess.run(
        [*screen, *command, "--self-test"],
        env=home.environment(seen_by),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    if done.returncode or "does not work" in done.stdout:
        raise NotSoError(f"{command[-1]} --self-test: {done.stdout}{done.stderr}")
    return done.stdout


@contextmanager
def running(program: Path, home: Home) -> Iterator["subprocess.Popen[bytes]"]:
    """The program, up and holding its data folder; told to end afterwards."""
    started = subprocess.Popen([program], env=home.environment("offscreen"))
    lock = home.data / "Afterword" / "afterword.db"
    try:
        until = time.monotonic() + PATIENCE
        while not lock.exists():
            if started.poll() is not None or time.monotonic() > until:
                raise NotSoError("the installed program comes up")
            time.sleep(0.1)  # another process is waited for, and it tells nobody
        time.sleep(3)  # what is made right after the first frame is made too
        yield started
    finally:
        started.send_signal(signal.SIGTERM)
        started.wait(PATIENCE)


@contextmanager
def unpacked(package: Path, there: Path) -> Iterator[Path]:
    """The one folder that is in the tar."""
    with tarfile.open(package) as archive:
        archive.extractall(there, filter="tar")
    yield there / package.name.removesuffix(".tar.xz")


def state(folder: Path) -> dict[str, int]:
    """The files of a folder with their sizes."""
    return {
        str(one.relative_to(folder)): one.lstat().st_size
        for one in folder.rglob("*")
        if not one.is_dir()
    }


def run(command: list[str | Path], *, status: int = 0, says: str = "") -> None:
    """Run it and hold it to its status and a piece of what it says."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    said = done.stdout + done.stderr
    if done.returncode != status or says not in said:
        raise NotSoError(f"{Path(command[0]).name} gave {done.returncode} and said: {said}")


def must(so: bool, claim: str) -> None:
    """Hold the claim, and say that it held."""
    if not so:
        raise NotSoError(claim)
    seen(claim.partition(", but")[0].partition(" but ")[0])


def seen(claim: str) -> None:
    """Say what was seen."""
    print(f"  {claim}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
