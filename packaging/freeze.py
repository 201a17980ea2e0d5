"""Freezes the program: PyInstaller by the one spec, and Python without its debugging symbols."""

import shutil
import subprocess
import sys
from pathlib import Path

from contents import libraries
from facts import BUILD, DIST, ROOT, Facts


def program(about: Facts) -> Path:
    """Freeze the program; gives its folder, on macOS the bundle."""
    metadata = BUILD / "metadata"
    metadata.mkdir(parents=True, exist_ok=True)
    (metadata / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {about.name}\nVersion: {about.version}\n"
        f"Summary: {about.summary}\nLicense: {about.licence}\n",
        encoding="utf-8",
    )
    if sys.platform == "win32":
        from version_resource import version_resource

        (BUILD / "version.txt").write_text(version_resource(about), encoding="utf-8")
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--workpath", str(BUILD / "pyinstaller"), "--distpath", str(DIST)),
            str(ROOT / "packaging" / "afterword.spec"),
        ],
        cwd=ROOT,
        check=True,
    )
    if sys.platform.startswith("linux"):
        strip(DIST / about.name / "_internal")
    return place(about)


def place(about: Facts) -> Path:
    """Where the built program is: its folder, on macOS the bundle."""
    return DIST / (f"{about.title}.app" if sys.platform == "darwin" else about.name)


def strip(folder: Path) -> None:
    """Take the debugging symbols out of Python; Qt's libraries come without.

    The rest is left as its makers made it: libraries whose paths were edited do not survive it.
    """
    tool = shutil.which("strip")
    if tool is None:
        return
    ours = [
        folder / one
        for one in libraries(folder)
        if one.name.startswith("libpython") or "lib-dynload" in one.parts
    ]
    subprocess.run([tool, "--strip-unneeded", *map(str, ours)], check=True)


def megabytes(path: Path) -> float:
    """The size of a file, or of all files of a folder, in millions of bytes."""
    files = [path] if path.is_file() else [one for one in path.rglob("*") if not one.is_symlink()]
    return sum(one.stat().st_size for one in files if one.is_file()) / 1e6
