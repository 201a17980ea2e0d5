"""What the command list offers: each command, what it does, or why it cannot be done now."""

from collections.abc import Callable
from dataclasses import dataclass

from rules.search import folded, words_of


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One line of the command list. `why` is empty where it can be done."""

    name: str
    text: str
    group: str
    keys: tuple[str, ...]
    icon: str
    also: str
    act: Callable[[], object]
    why: str = ""


def matching(offers: list[Offer], query: str) -> list[Offer]:
    """The offers that have all the words: groups stay together, what answers best comes first."""
    words = words_of(query)
    ranks: dict[str, int] = {}
    best: dict[str, int] = {}
    for offer in offers:
        text = folded(offer.text)
        rank = _rank(words, text, f"{text} {folded(offer.group)} {folded(offer.also)}")
        if rank is not None:
            ranks[offer.name] = rank
            best[offer.group] = min(rank, best.get(offer.group, rank))
    groups = list(best)  # in the order they stand in
    found = [offer for offer in offers if offer.name in ranks]
    return sorted(
        found, key=lambda one: (best[one.group], groups.index(one.group), ranks[one.name])
    )


def _rank(words: tuple[str, ...], text: str, everything: str) -> int | None:
    """How well an offer answers: 0 is best, None not at all."""
    if not words:
        return 0
    if text.startswith(" ".join(words)):
        return 0
    starts = f" {everything}"
    if all(f" {word}" in f" {text}" for word in words):
        return 1
    if all(f" {word}" in starts for word in words):
        return 2
    return 3 if all(word in everything for word in words) else None
