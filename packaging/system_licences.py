"""The licences of the system libraries that are packed, as Debian keeps them beside each."""

import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_DOC = Path("/usr/share/doc")


def system_licences(libraries: Iterable[str]) -> list[tuple[str, str]]:
    """For each library of a Debian package: its licence file, and its folder in the program.

    Empty on other systems, where only what the wheels bring is packed.
    """
    found = {
        package_of(Path(one).name) for one in libraries if one.startswith(("/lib", "/usr/lib"))
    }
    texts = (
        (_DOC / one / "copyright", f"resources/licences/{one}") for one in sorted(found - {""})
    )
    return [(str(text.resolve()), folder) for text, folder in texts if text.exists()]


@cache
def package_of(library: str) -> str:
    """The Debian package a library is from; empty where there is none."""
    try:
        done = subprocess.run(
            ["dpkg-query", "--search", f"*/{library}"], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.partition(":")[0]
