"""Holds what is inside the built program against NOTICE and the licences that come along.

    python packaging/notice.py [FOLDER]     FOLDER is dist/afterword, unless it is named

Says what is inside, whose it is, and fails where a file belongs to nobody, an owner is not named
in NOTICE, a package has no licence with it, or the network would be spoken to.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath

from contents import libraries, owner_of
from facts import DIST, ROOT, facts

_OWN_TEXTS = ("LICENSE", "NOTICE")
_TEXTS = ("LGPL-3.0.txt", "GPL-3.0.txt")
_BY_TEXT = {"pyside6-essentials", "shiboken6"}  # their wheels come without; the texts stand in
_UNWANTED = ("libssl", "libcrypto", "libgtk", "numpy", "Qt6Charts", "Qt6Graphs", "Qt6Qml")


def main(arguments: list[str]) -> int:
    """Print the owners, then what is wrong; the exit status."""
    folder = Path(arguments[0]) if arguments else DIST / facts().name
    inside = within(folder)
    notice = " ".join((ROOT / "NOTICE").read_text(encoding="utf-8").split())
    packed = list(packages(inside))
    owners = {owner_of(one) for one in libraries(inside)} - {""}
    print("\n".join(f"  {name}" for name in sorted(owners)))
    print("\n".join(f"  {one.name} {one.version}" for one in packed))
    wrong = list(problems(inside, notice, packed, owners))
    for sentence in wrong:
        print(f"WRONG: {sentence}")
    print(f"{len(owners)} works and {len(packed)} packages inside, {len(wrong)} wrong")
    return 1 if wrong else 0


def within(folder: Path) -> Path:
    """Where a built program keeps what is not its executable."""
    return folder / "_internal"


def packages(inside: Path) -> Iterator[Distribution]:
    """The Python packages that came along, our own left out."""
    for one in sorted(distributions(path=[str(inside)]), key=lambda found: found.name.lower()):
        if one.name != facts().name:
            yield one


def problems(
    inside: Path, notice: str, packed: list[Distribution], owners: set[str]
) -> Iterator[str]:
    """Everything that must not be shipped like that, a sentence each."""
    for library in libraries(inside):
        if not owner_of(library) and not _of_a_package(library, packed):
            yield f"{library} belongs to nobody that packaging/contents.py knows"
        if any(one in library.name for one in _UNWANTED):
            yield f"{library} must not come along"
    for owner in owners:
        if owner.partition(" (")[0] not in notice:
            yield f"NOTICE does not name {owner}"
    for one in packed:
        known = re.sub(r"[-_.]+", "-", one.name).lower()
        if known not in notice.lower():
            yield f"NOTICE does not name {one.name}"
        if known not in _BY_TEXT and not _has_licence(inside, one):
            yield f"{one.name} comes without its licence"
    for name in _OWN_TEXTS:
        if not _same(inside / name, ROOT / name):
            yield f"{name} is not the project's"
    for name in _TEXTS:
        if not _same(inside / "resources/licences" / name, ROOT / "resources/licences" / name):
            yield f"{name} is not inside"


def _of_a_package(library: PurePosixPath, packed: list[Distribution]) -> bool:
    """Whether a package's list of files names it, or it was compiled into one."""
    text = str(library)
    return any(text in {str(file) for file in one.files or ()} for one in packed)


def _has_licence(inside: Path, one: Distribution) -> bool:
    folder = inside / f"{one.name.replace('-', '_')}-{one.version}.dist-info"
    found = (path.name.upper() for path in folder.rglob("*") if path.is_file())
    return any(name.startswith(("LICEN", "COPYING")) for name in found)


def _same(found: Path, wanted: Path) -> bool:
    return found.is_file() and found.read_bytes() == wanted.read_bytes()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
