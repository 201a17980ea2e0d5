"""The words of backups, archives and what was deleted."""

from collections.abc import Iterable, Mapping

from models.backups import Reason
from models.content import Content
from rules.differences import Differences
from rules.records import Dossier, Message, Opportunity
from ui.wording.say import count, joined, say

_REASONS = {
    Reason.BY_HAND: "Made by hand",
    Reason.CHANGES: "Made by itself after changes",
    Reason.MIGRATION: "Made before an upgrade",
    Reason.BRINGING_BACK: "Made before something was brought back",
}
_COUNTED = {
    "applications": ("{n} application", "{n} applications"),
    "interviews": ("{n} interview", "{n} interviews"),
    "letters": ("{n} letter", "{n} letters"),
    "drafts": ("{n} draft", "{n} drafts"),
}
_NAMED = 12


def reason_words(reason: Reason) -> str:
    """Why a backup was made."""
    return say(_REASONS[reason])


def counts_words(counts: Mapping[str, int]) -> str:
    """What is in a backup, in numbers."""
    return ", ".join(count(counts[name], *_COUNTED[name]) for name in _COUNTED if name in counts)


def content_words(content: Content) -> str:
    """What is in an archive, in numbers."""
    kept = [one for one in content.records if isinstance(one, Opportunity)]
    return counts_words(
        {
            "applications": sum(one.deleted_at is None for one in kept),
            "letters": sum(isinstance(one, Message) for one in content.records),
            "drafts": len(content.drafts),
        }
    )


def card_words(dossier: Dossier) -> str:
    """A card by its company and role."""
    one = dossier.opportunity
    return f"{one.company}, {one.role}" if one.role else one.company


def named(dossiers: Iterable[Dossier]) -> list[str]:
    """The cards by their names, the first dozen of them."""
    names = [card_words(one) for one in dossiers]
    more = len(names) - _NAMED
    return [*names[:_NAMED], say("and {n} more", n=more)] if more > 0 else names


def lost_words(found: Differences) -> str:
    """What bringing it back would take away, in a sentence."""
    parts = []
    if found.lost:
        parts.append(count(len(found.lost), "{n} card", "{n} cards"))
    if found.older:
        parts.append(
            count(len(found.older), "what changed on {n} card", "what changed on {n} cards")
        )
    if found.letters:
        parts.append(
            count(found.letters, "{n} letter marked sent", "{n} letters marked sent")
        )  # fmt: skip
    if not parts:
        return say("Nothing: no card has changed since.")
    return say("{what}. A backup of today comes first, and you can undo it.", what=joined(parts))
