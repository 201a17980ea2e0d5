"""What the records cost in memory: the most a program had, against the same one without any."""

import os
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from typing_extensions import override

from tests.bench.processes import compiled

_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which a system counts the most memory a process had."""


@dataclass(frozen=True)
class Difference:
    """How many megabytes one program takes more than another, both run to their first frame."""

    name: str
    more: float
    base: float

    @override
    def __str__(self) -> str:
        return f"{self.name:<58} {self.more:6.1f} MB   base {self.base:7.1f} MB"


def compare_memory(
    name: str, one: list[str], base: list[str], cwd: Path, rounds: int = 3
) -> Difference:
    """The difference of the medians; each is the arguments of a Python process."""
    least = statistics.median(_most(base, cwd) for _ in range(rounds))
    return Difference(
        name, statistics.median(_most(one, cwd) for _ in range(rounds)) - least, least
    )


def _most(arguments: list[str], cwd: Path) -> float:
    """The megabytes a process had at most."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=cwd,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=compiled(),
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return usage.ru_maxrss * _UNIT / 1e6
