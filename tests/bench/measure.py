"""Two things timed in turn, so that a noisy machine disturbs both alike."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from typing_extensions import override


@dataclass(frozen=True)
class Ratio:
    """How much longer one thing takes than another, in one run."""

    name: str
    median: float
    least: float  # the best of one over the best of the other
    base_ms: float

    @override
    def __str__(self) -> str:
        return (
            f"{self.name:<58} {self.median:6.2f}   best/best {self.least:6.2f}"
            f"   base {self.base_ms:7.2f} ms"
        )


def compare(
    name: str,
    one: Callable[[], float],
    base: Callable[[], float],
    rounds: int = 9,
) -> Ratio:
    """The median ratio of pairs, the order swapped each round, after one warm-up of both.

    Each callable gives the seconds it took, so it may prepare itself outside its time.
    """
    one(), base()
    pairs = []
    for number in range(rounds):
        if number % 2:
            second = base()
            first = one()
        else:
            first = one()
            second = base()
        pairs.append((first, second))
    return Ratio(
        name,
        statistics.median(a / b for a, b in pairs),
        min(a for a, _ in pairs) / min(b for _, b in pairs),
        statistics.median(b for _, b in pairs) * 1000,
    )


def timed(act: Callable[[], object]) -> float:
    """The processor seconds an act took."""
    start = time.process_time()
    act()
    return time.process_time() - start
