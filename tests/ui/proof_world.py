"""Hands that wait to be told, and a speller with a few words, for tests of proofreading."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from rules.proof import Doubt

T = TypeVar("T")


@dataclass
class HeldHands:
    """Work that lies there until `work` is called."""

    todo: list[Callable[[], None]] = field(default_factory=list)
    stopped: bool = False

    def do(self, work: Callable[[], T], then: Callable[[T | None], None]) -> None:
        self.todo.append(lambda: then(work()))

    def stop(self) -> None:
        self.stopped = True

    def work(self) -> None:
        """Do the piece that came first."""
        self.todo.pop(0)()


@dataclass
class FewWords:
    """A speller that doubts a few words only; counts how often it was loaded and asked."""

    rights: dict[str, str] = field(
        default_factory=lambda: {"setpu": "setup", "terafom": "terraform"}
    )
    loaded: int = 0
    asked: int = 0

    def load(self) -> "FewWords":
        self.loaded += 1
        return self

    def look(self, text: str) -> Sequence[Doubt]:
        self.asked += 1
        pattern = r"\b(?:" + "|".join(self.rights) + r")\b"
        return [
            Doubt(hit.start(), hit.end(), (self.rights[hit[0]],))
            for hit in re.finditer(pattern, text)
        ]
