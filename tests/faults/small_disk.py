"""A disk of two megabytes, filled to the last page: python -m tests.faults.small_disk DISK ROUNDS.

Prints what went wrong, a line each, and at last how many faults were injected.
"""

import random
import sys
from pathlib import Path

from models.backups import listed
from models.faults import FaultKind
from tests.faults.disk import acts, refused
from tests.faults.promises import Tally
from tests.faults.records import THEN, filled

_PAGE = 4096


def main(disk: Path, rounds: int) -> int:
    """Fill the disk but for some pages, and do everything that needs more."""
    tally = Tally(disk, rounds, random.Random(1))
    store = filled(disk / "data", 60)
    before = store.fingerprint()
    ballast = disk / "ballast"
    for level in range(rounds):
        doing = acts(store)
        doing["backup"] = lambda: store.back_up(THEN)
        for what, act in doing.items():
            _fill(disk, ballast, level)
            refused(tally, act, FaultKind.DISK_FULL, f"{what} with {level} pages of the disk left")
            tally.expect(store.fingerprint() == before, f"{what} at {level} changed rows")
            tally.expect(not listed(store.path), f"{what} at {level} left half a backup")
            ballast.unlink()
    for act in acts(store).values():
        act()
    store.close()
    for what in tally.lost:
        print(what)
    print(tally.faults)
    return 0


def _fill(disk: Path, ballast: Path, pages: int) -> None:
    """Leave so many pages of the disk free."""
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * _PAGE)
        except OSError:  # full
            file.truncate(file.tell() // _PAGE * _PAGE - pages * _PAGE)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
