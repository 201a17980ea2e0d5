"""What the session needs of a store."""

from collections.abc import Mapping
from typing import Protocol

from rules.changes import Change
from rules.records import (
    Dossier,
    Draft,
    InterviewId,
    MessageKind,
    OpportunityId,
    Options,
    PersonId,
    Preferences,
    Profile,
)


class Keeper(Protocol):
    """What a session needs of a store."""

    def dossiers(self) -> tuple[Dossier, ...]: ...
    def write(self, change: Change) -> None: ...
    def save_draft(self, draft: Draft) -> None: ...
    def drop_drafts(
        self,
        opportunity_id: OpportunityId,
        interview_id: InterviewId | None,
        person_id: PersonId | None,
        kind: MessageKind,
    ) -> None: ...
    def profile(self) -> Profile: ...
    def save_profile(self, profile: Profile) -> None: ...
    def preferences(self) -> Preferences: ...
    def save_preferences(self, preferences: Preferences) -> None: ...
    def options(self) -> Options: ...
    def save_options(self, options: Options) -> None: ...
    def texts(self, name: str) -> dict[str, str]: ...
    def keep_texts(self, name: str, texts: Mapping[str, str]) -> None: ...
