"""Builds the program, and every package of it that this system can make, into dist/.

    python packaging/build.py             program and packages
    python packaging/build.py program     the program alone: dist/afterword/
    python packaging/build.py packages    the packages alone, of the program that is there

Run it with the Python of .venv (packaging/dev.py setup makes it); it does nothing outside build/
and dist/, which git ignores.
"""

import subprocess
import sys
import sysconfig
from pathlib import Path

from facts import ROOT, Facts, facts
from freeze import megabytes, place, program
from sbom import sbom


def main(arguments: list[str]) -> int:
    """Build what was asked for; the exit status."""
    if arguments not in ([], ["program"], ["packages"]):
        print(__doc__)
        return 2
    about = facts()
    inside = place(about) if arguments == ["packages"] else program(about)
    print(f"{inside}: {megabytes(inside):.1f} MB installed")
    notice = [sys.executable, str(ROOT / "packaging" / "notice.py")]
    status = subprocess.run(notice).returncode
    if status or arguments == ["program"]:
        return status
    for made in packages(about, inside):
        print(f"{made}: {megabytes(made):.1f} MB")
    print(sbom(about))
    return 0


def packages(about: Facts, inside: Path) -> list[Path]:
    """Every package that can be made here."""
    if sys.platform.startswith("linux"):
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


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
