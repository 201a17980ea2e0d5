"""The list of promises, and the tally of what proving one did and found."""

import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias


@dataclass
class Tally:
    """One proof while it runs: how often, how many faults were injected, what was lost."""

    folder: Path
    rounds: int
    chance: random.Random
    faults: int = 0
    lost: list[str] = field(default_factory=list)

    def expect(self, kept: bool, what: str) -> None:
        """Count a loss unless `kept`."""
        if not kept:
            self.lost.append(what)

    def place(self, name: object) -> Path:
        """A new folder of this proof."""
        path = self.folder / str(name)
        path.mkdir(parents=True)
        return path


Proof: TypeAlias = Callable[[Tally], None]


@dataclass(frozen=True)
class Promise:
    """One line of the table. A control is the same proof with the protection left out."""

    number: int
    words: str
    rounds: int
    proof: Proof
    control: bool = False

    @property
    def name(self) -> str:
        """Its number; that of a control says so."""
        return f"{self.number}c" if self.control else str(self.number)


@dataclass(frozen=True)
class Result:
    """What came of one proof."""

    promise: Promise
    rounds: int
    faults: int
    lost: tuple[str, ...]
    seconds: float

    @property
    def passed(self) -> bool:
        """A promise loses nothing, and a control loses something."""
        return bool(self.lost) is self.promise.control and self.faults > 0


PROMISES: list[Promise] = []


def promise(number: int, words: str, rounds: int = 1) -> Callable[[Proof], Proof]:
    """Put a proof into the list; `rounds` are those of every test run."""
    return _listing(number, words, rounds, control=False)


def control(number: int, words: str, rounds: int = 1) -> Callable[[Proof], Proof]:
    """Put a proof into the list that has to find a loss."""
    return _listing(number, words, rounds, control=True)


def _listing(number: int, words: str, rounds: int, *, control: bool) -> Callable[[Proof], Proof]:
    def put(proof: Proof) -> Proof:
        PROMISES.append(Promise(number, words, rounds, proof, control))
        return proof

    return put


def prove(one: Promise, rounds: int | None = None) -> Result:
    """Run one proof in a folder of its own; `rounds` where more than usual are wanted."""
    wanted = rounds if rounds is not None and one.rounds > 1 else one.rounds
    started = time.monotonic()
    with _folder() as folder:
        tally = Tally(folder, wanted, random.Random(one.number * 1000 + wanted))
        one.proof(tally)
    seconds = time.monotonic() - started
    return Result(one, wanted, tally.faults, tuple(tally.lost), seconds)


_IN_MEMORY = Path("/dev/shm")
_ENOUGH = 200_000_000


@contextmanager
def _folder() -> Iterator[Path]:
    """In memory where there is room: a kill is the same there, and thousands of syncs are quick."""
    room = _IN_MEMORY.is_dir() and shutil.disk_usage(_IN_MEMORY).free > _ENOUGH
    place = str(_IN_MEMORY) if room else None
    with tempfile.TemporaryDirectory(prefix="afterword-faults-", dir=place) as name:
        yield Path(name)
