"""Letters that were copied and that nobody said to be sent."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from rules.records import Dossier, Draft, MessageKind, PersonId

UNSURE_AFTER = timedelta(minutes=30)
"""A copied letter is asked about only once there was time to paste and send it."""


@dataclass(frozen=True, kw_only=True)
class Copied:
    """One letter that may have gone out."""

    key: tuple[str, ...]  # of its draft
    message: MessageKind
    person_id: PersonId | None
    at: datetime


def unconfirmed(dossier: Dossier) -> tuple[Copied, ...]:
    """What was copied and not said to be sent, the oldest copy first."""
    found = [
        Copied(key=draft.key, message=draft.kind, person_id=draft.person_id, at=draft.copied_at)
        for draft in dossier.drafts
        if draft.copied_at is not None and not went_out(dossier, draft, draft.copied_at)
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.key)))


def went_out(dossier: Dossier, draft: Draft, copied: datetime) -> bool:
    """Whether that letter was confirmed as sent after it was copied."""
    return any(
        one.counts
        and one.kind is draft.kind
        and one.person_id == draft.person_id
        and one.sent_at >= copied
        for one in dossier.messages
    )
