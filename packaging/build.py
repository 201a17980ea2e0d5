"""Builds the program, and every package of it that this system can make, into dist/.

    python packaging/build.py             program and packages
    python packaging/build.py program     the program alone: dist/afterword/

Run it with the Python of .venv (packaging/dev.py setup makes it); it does nothing outside build/
and dist/, which git ignores.
"""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from contents import libraries
from facts import BUILD, DIST, ROOT, Facts, facts

LINUX = sys.platform.startswith("linux")


def main(arguments: list[str]) -> int:
    """Build what was asked for; the exit status."""
    if arguments not in ([], ["program"]):
        print(__doc__)
        return 2
    about = facts()
    inside = program(about)
    print(f"{inside}: {megabytes(inside):.1f} MB installed")
    status = subprocess.run([sys.executable, str(ROOT / "packaging" / "notice.py")]).returncode
    if status or arguments == ["program"]:
        return status
    for made in packages(about, inside):
        print(f"{made}: {megabytes(made):.1f} MB")
    return 0


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
    inside = DIST / about.name
    if LINUX:
        strip(inside / "_internal")
    return DIST / f"{about.title}.app" if sys.platform == "darwin" else inside


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


def packages(about: Facts, inside: Path) -> list[Path]:
    """Every package that can be made here."""
    if LINUX:
        from linux_packages import linux_packages

        return linux_packages(about, inside)
    if sys.platform == "win32":
        from windows_installer import windows_installer

        return [windows_installer(about, inside)]
    if sys.platform == "darwin":
        from disk_image import disk_image

        return [disk_image(about, inside)]
    print(f"no packages are made on {sysconfig.get_platform()}")
    return []


def megabytes(path: Path) -> float:
    """The size of a file, or of all files of a folder, in millions of bytes."""
    files = [path] if path.is_file() else [one for one in path.rglob("*") if not one.is_symlink()]
    return sum(one.stat().st_size for one in files if one.is_file()) / 1e6


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
