"""A change of the records that knows its own reversal."""

from dataclasses import dataclass

from rules.records import OpportunityId, Record


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
