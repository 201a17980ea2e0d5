"""The cards of the board, kept in order lane by lane while facts and time move."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from datetime import datetime

from rules.acts import place
from rules.board import Card, Lane, card_of, lane_of, order_of
from rules.changes import Change
from rules.records import Dossier, Moment, OpportunityId
from rules.stages import Stage

_Key = tuple[object, ...]


class Lanes:
    """Cards by id, and for each stage their ids in order; one change moves one card."""

    def __init__(self) -> None:
        self.by_hand: frozenset[Stage] = frozenset()
        self._cards: dict[OpportunityId, Card] = {}
        self._keys: dict[OpportunityId, _Key] = {}
        self._order: dict[Stage, list[_Key]] = {stage: [] for stage in Stage}

    def fill(self, dossiers: Iterable[Dossier], moment: Moment) -> None:
        """All cards anew."""
        self._cards = {
            one.opportunity.id: card_of(one, moment)
            for one in dossiers
            if one.opportunity.deleted_at is None
        }
        self._sort_all()

    def put(self, oid: OpportunityId, dossier: Dossier | None, moment: Moment) -> None:
        """One card as its facts are now; None takes it off the board."""
        old = self._cards.pop(oid, None)
        if old is not None:
            lane = self._order[old.stage]
            del lane[bisect_left(lane, self._keys.pop(oid))]
        if dossier is not None:
            card = card_of(dossier, moment)
            self._cards[oid] = card
            self._keys[oid] = self._key(card)
            insort(self._order[card.stage], self._keys[oid])

    def renew(self, dossiers: Mapping[OpportunityId, Dossier], moment: Moment) -> None:
        """Time has passed: only cards that still have something ahead are looked at."""
        for oid, card in list(self._cards.items()):
            if card.outcome is None or card.step.window is not None:
                renewed = card_of(dossiers[oid], moment)
                if renewed != card:
                    self.put(oid, dossiers[oid], moment)

    def card(self, oid: OpportunityId) -> Card:
        """One card. Raises KeyError where there is none."""
        return self._cards[oid]

    def cards(self) -> tuple[Card, ...]:
        """All cards, in no order."""
        return tuple(self._cards.values())

    def all(self, now: datetime) -> tuple[Lane, ...]:
        """The five lanes, each in its order."""
        return tuple(
            lane_of(stage, (self._cards[_oid(key)] for key in self._order[stage]), now)
            for stage in Stage
        )

    def set_by_hand(self, stage: Stage, by_hand: bool) -> None:
        """Choose a lane's order."""
        self.by_hand = self.by_hand | {stage} if by_hand else self.by_hand - {stage}
        self._sort_all()

    def numbered(
        self, stage: Stage, dossiers: Mapping[OpportunityId, Dossier]
    ) -> tuple[Change, ...]:
        """What gives the cards of a lane places in the order they are shown in now."""
        changes = []
        for number, key in enumerate(self._order[stage]):
            dossier = dossiers[_oid(key)]
            if dossier.opportunity.place != float(number):
                changes.append(place(dossier, float(number)))
        return tuple(changes)

    def between(self, above: OpportunityId | None, below: OpportunityId | None) -> float:
        """A place between two cards, above the first or below the last."""
        upper = self._cards[above].place if above else None
        lower = self._cards[below].place if below else None
        if upper is None:
            return lower - 1 if lower is not None else 0.0
        return (upper + lower) / 2 if lower is not None else upper + 1

    def _sort_all(self) -> None:
        self._keys = {oid: self._key(card) for oid, card in self._cards.items()}
        for stage in Stage:
            self._order[stage] = sorted(
                self._keys[oid] for oid, card in self._cards.items() if card.stage is stage
            )

    def _key(self, card: Card) -> _Key:
        return order_of(card, by_hand=card.stage in self.by_hand)


def _oid(key: _Key) -> OpportunityId:
    """Every key ends with the id it belongs to."""
    return OpportunityId(str(key[-1]))
