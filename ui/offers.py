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
    """The offers that have all the words, in their order; names that begin with them come first."""
    words = words_of(query)
    found: list[tuple[int, Offer]] = []
    for offer in offers:
        text = folded(offer.text)
        rank = _rank(words, text, f"{text} {folded(offer.group)} {folded(offer.also)}")
        if rank is not None:
            found.append((rank, offer))
    return [offer for _, offer in sorted(found, key=lambda one: one[0])]


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
