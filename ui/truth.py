"""The truth in memory: the records, the lanes of cards, and the undo stack over the store.

An act becomes a Change; the store writes it in one transaction; then memory follows; then the
undo step; then `changed` is emitted. If the store refuses, its fault is raised and nothing else
has happened.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from rules.board import Card, Lane
from rules.changes import Change, apply
from rules.ledger import Refusal, may_send
from rules.records import (
    Channel,
    Dossier,
    MessageKind,
    Moment,
    OpportunityId,
    PersonId,
)
from rules.spelling import AMERICAN, american
from rules.steps import NextStep
from rules.today import Today, queue
from ui.keeper import Keeper
from ui.lanes import Lanes
from ui.undo import Step


class Truth(QObject):
    """The records, the lanes and the undo stack; see the module's text for the order of an act."""

    changed = Signal(object)
    """The Change that was done, undone or redone."""
    clock_moved = Signal()
    preferences_changed = Signal()
    drafts_changed = Signal(str)
    """The id of the opportunity one of whose drafts was saved, copied or dropped."""

    def __init__(
        self,
        store: Keeper,
        clock: Callable[[], datetime],
        *,
        zone: tzinfo,
        zone_of: Callable[[str], tzinfo | None],
        working_days: Callable[[str], Callable[[date], bool]],
        templates: Mapping[str, str],
        sample: bool = False,
    ) -> None:
        super().__init__()
        self.sample = sample
        self.undo_stack = QUndoStack(self)
        self._store = store
        self._clock = clock
        self._zone = zone
        self._zone_of = zone_of
        self._working_days = working_days
        self._shipped_letters = dict(templates)
        self._edited_letters = {
            name: text for name, text in store.texts("letters").items() if name in templates
        }
        self.profile = store.profile()
        self.preferences = store.preferences()
        self.options = store.options()
        self._templates: Mapping[str, str] = self._letters_in_use()
        self._dossiers = {one.opportunity.id: one for one in store.dossiers()}
        self._lanes = Lanes()
        self._lanes.fill(self._dossiers.values(), self.moment())

    def moment(self) -> Moment:
        """Now, and the circumstances the rules need."""
        return Moment(
            now=self._clock(),
            zone=self._own_zone(),
            zone_of=self._zone_of,
            working_days=self._worked,
            preferences=self.preferences,
        )

    def _own_zone(self) -> tzinfo:
        """The zone the person chose, else the system's."""
        return self._zone_of(self.profile.zone) or self._zone

    def _worked(self, country: str) -> Callable[[date], bool]:
        """The working days of a country; the person's own stands in where none is known."""
        return self._working_days(country or self.profile.country)

    def _letters_in_use(self) -> dict[str, str]:
        """The templates as they came, and the edited ones as the person wrote them."""
        return {**self._as_shipped(), **self._edited_letters}

    def _as_shipped(self) -> dict[str, str]:
        """The templates as they came, in the person's spelling."""
        if self.options.spelling != AMERICAN:
            return self._shipped_letters
        return {name: american(text) for name, text in self._shipped_letters.items()}

    def lanes(self) -> tuple[Lane, ...]:
        """The board's five lanes."""
        return self._lanes.all(self._clock())

    def today(self) -> Today:
        """The sections of Today's page."""
        return queue(self._lanes.cards(), self.moment())

    def dossier(self, oid: OpportunityId) -> Dossier:
        """Everything known about one opportunity. Raises KeyError for an unknown id."""
        return self._dossiers[oid]

    def dossiers(self) -> tuple[Dossier, ...]:
        """All opportunities that are not deleted."""
        return tuple(one for one in self._dossiers.values() if one.opportunity.deleted_at is None)

    def knows(self, oid: OpportunityId) -> bool:
        """Whether that opportunity is on record and not deleted."""
        return oid in self._dossiers and self._dossiers[oid].opportunity.deleted_at is None

    def card(self, oid: OpportunityId) -> Card:
        """The board's card of one opportunity. Raises KeyError where there is none."""
        return self._lanes.card(oid)

    def step(self, oid: OpportunityId) -> NextStep:
        """The one next step of an opportunity."""
        return self.card(oid).step

    def may_send(
        self,
        oid: OpportunityId,
        kind: MessageKind,
        person_id: PersonId | None,
        channel: Channel = Channel.EMAIL,
    ) -> Refusal | None:
        """Why a message may not be written now; None when it may."""
        return may_send(self.dossier(oid), kind, person_id, self.moment(), channel)

    def zone_name(self) -> str:
        """The IANA name of the person's own zone; empty where the system gives none."""
        zone = self._own_zone()
        return zone.key if isinstance(zone, ZoneInfo) else ""

    def set_zone(self, zone: tzinfo) -> None:
        """The system is in another zone now: no instant moves, what lies in their day may."""
        if zone != self._zone:
            self._zone = zone
            self._lanes.fill(self._dossiers.values(), self.moment())
            self.clock_moved.emit()

    def know_working_days(self, working_days: Callable[[str], Callable[[date], bool]]) -> None:
        """Holidays are known from now on; all cards are looked at anew."""
        self._working_days = working_days
        self._lanes.fill(self._dossiers.values(), self.moment())
        self.clock_moved.emit()

    def tick_clock(self) -> None:
        """Time has passed: cards whose facts read differently now are renewed."""
        self._lanes.renew(self._dossiers, self.moment())
        self.clock_moved.emit()

    def do(self, change: Change) -> None:
        """Write one change, follow it in memory, make it undoable, tell everybody.

        Raises the store's fault, with nothing changed.
        """
        if not change.edits:
            return
        self._carry_out(change)
        self.undo_stack.push(Step(change, self._carry_out))

    def _carry_out(self, change: Change) -> None:
        before = self._dossiers.get(change.opportunity_id)
        after = apply(before, change)
        self._store.write(change)
        self._follow(change.opportunity_id, after)
        self.changed.emit(change)

    def _follow(self, oid: OpportunityId, after: Dossier | None) -> None:
        """Memory and the lanes as the store has it now."""
        if after is None:
            self._dossiers.pop(oid, None)
        else:
            self._dossiers[oid] = after
        shown = after if after is not None and after.opportunity.deleted_at is None else None
        self._lanes.put(oid, shown, self.moment())

    def undo(self) -> str:
        """Take the last act back; gives its label, empty where there was none."""
        label = self.undo_stack.undoText()
        self.undo_stack.undo()
        return label

    def redo(self) -> str:
        """Do again what was taken back last; gives its label."""
        label = self.undo_stack.redoText()
        self.undo_stack.redo()
        return label
