"""A change of the records that knows its own reversal."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from rules.records import (
    Dossier,
    Fact,
    Highlight,
    Interview,
    Message,
    Opportunity,
    OpportunityId,
    Person,
    Record,
)


@dataclass(frozen=True, kw_only=True)
class Edit:
    """One record before and after; None before = it is new, None after = it is gone."""

    before: Record | None
    after: Record | None

    def inverse(self) -> "Edit":
        """The edit that takes this one back."""
        return Edit(before=self.after, after=self.before)


@dataclass(frozen=True, kw_only=True)
class Change:
    """One act of the person: its edits, in order, all of them or none."""

    opportunity_id: OpportunityId
    label: str  # a key of the wording, e.g. "moved", never a sentence
    edits: tuple[Edit, ...]

    def inverse(self) -> "Change":
        """The change that takes this one back: each edit reversed, last first."""
        return Change(
            opportunity_id=self.opportunity_id,
            label=self.label,
            edits=tuple(edit.inverse() for edit in reversed(self.edits)),
        )


def apply(dossier: Dossier | None, change: Change) -> Dossier | None:
    """The dossier as it is after `change`; None when its opportunity is gone altogether.

    Raises ValueError when the first edit to an unknown dossier is not its opportunity.
    """
    for edit in change.edits:
        record = edit.after if edit.after is not None else edit.before
        if isinstance(record, Opportunity):
            if edit.after is None:
                dossier = None
            elif dossier is None:
                dossier = Dossier(opportunity=record)
            else:
                dossier = replace(dossier, opportunity=record)
        elif record is not None:
            if dossier is None:
                raise ValueError(f"no opportunity {change.opportunity_id} to change")
            dossier = _with_record(dossier, record, gone=edit.after is None)
    return dossier


def in_order(dossier: Dossier) -> Dossier:
    """The same facts with each kind in its lasting order, whatever order they were read in."""
    return replace(
        dossier,
        people=tuple(sorted(dossier.people, key=_ORDER[Person])),
        interviews=tuple(sorted(dossier.interviews, key=_ORDER[Interview])),
        highlights=tuple(sorted(dossier.highlights, key=_ORDER[Highlight])),
        messages=tuple(sorted(dossier.messages, key=_ORDER[Message])),
        facts=tuple(sorted(dossier.facts, key=_ORDER[Fact])),
    )


_FIELD: dict[type, str] = {
    Person: "people",
    Interview: "interviews",
    Highlight: "highlights",
    Message: "messages",
    Fact: "facts",
}
_FAR = datetime.max.replace(tzinfo=UTC)
_ORDER: dict[type, Callable[[Any], tuple[object, ...]]] = {
    Person: lambda one: (one.place, one.id),
    Interview: lambda one: (one.start or _FAR, one.id),
    Highlight: lambda one: (one.place, one.id),
    Message: lambda one: (one.sent_at, one.id),
    Fact: lambda one: (one.at, one.id),
}


def _with_record(dossier: Dossier, record: Record, *, gone: bool) -> Dossier:
    """The dossier with one record put in, exchanged or taken out, still in order."""
    name = _FIELD[type(record)]
    kept = [one for one in getattr(dossier, name) if one.id != record.id]
    if not gone:
        kept.append(record)
        kept.sort(key=_ORDER[type(record)])
    put: dict[str, Any] = {name: tuple(kept)}
    return replace(dossier, **put)
