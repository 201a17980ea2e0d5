"""The cards of the board, kept in order lane by lane while facts and time move."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from rules.acts import place
from rules.board import Card, Lane, card_of, lane_of, order_of
from rules.calendar import at, local_date
from rules.changes import Change
from rules.copies import UNSURE_AFTER
from rules.records import Dossier, Moment, OpportunityId
from rules.rounds import end_of, read
from rules.stages import Stage
from rules.windows import LATE

_Key = tuple[object, ...]


class Lanes:
    """Cards by id, and for each stage their ids in order; one change moves one card."""

    def __init__(self) -> None:
        self.by_hand: frozenset[Stage] = frozenset()
        self._cards: dict[OpportunityId, Card] = {}
        self._wakes: dict[OpportunityId, datetime] = {}
        self._hour: datetime | None = None
        self._looked = datetime.min.replace(tzinfo=UTC)
        self._keys: dict[OpportunityId, _Key] = {}
        self._order: dict[Stage, list[_Key]] = {stage: [] for stage in Stage}
        self._shown: dict[Stage, Lane] = {}

    def fill(self, dossiers: Iterable[Dossier], moment: Moment) -> None:
        """All cards anew."""
        self._hour = moment.now.replace(minute=0, second=0, microsecond=0)
        self._looked = moment.now
        self._cards, self._wakes = {}, {}
        for dossier in dossiers:
            if dossier.opportunity.deleted_at is None:
                oid = dossier.opportunity.id
                card = self._cards[oid] = card_of(dossier, moment)
                self._wakes[oid] = _next_moment(card, dossier, moment)
        self._sort_all()

    def put(self, oid: OpportunityId, dossier: Dossier | None, moment: Moment) -> None:
        """One card as its facts are now; None takes it off the board."""
        old = self._cards.pop(oid, None)
        if old is not None:
            self._shown.pop(old.stage, None)
            lane = self._order[old.stage]
            del lane[bisect_left(lane, self._keys.pop(oid))]
        if dossier is not None:
            card = card_of(dossier, moment)
            self._cards[oid] = card
            self._wakes[oid] = _next_moment(card, dossier, moment)
            self._keys[oid] = self._key(card)
            insort(self._order[card.stage], self._keys[oid])
            self._shown.pop(card.stage, None)

    def renew(self, dossiers: Mapping[OpportunityId, Dossier], moment: Moment) -> None:
        """Time has passed: cards for which a moment came by are looked at, each hour all of them.

        Between two hours a card can only change at a moment it names itself. A clock set back or
        a step of more than an hour looks at everything.
        """
        hour = moment.now.replace(minute=0, second=0, microsecond=0)
        everything = hour != self._hour or moment.now < self._looked
        self._hour, self._looked = hour, moment.now
        for oid, card in list(self._cards.items()):
            if everything or self._wakes[oid] <= moment.now:
                if card_of(dossiers[oid], moment) != card:
                    self.put(oid, dossiers[oid], moment)
                else:
                    self._wakes[oid] = _next_moment(card, dossiers[oid], moment)

    def card(self, oid: OpportunityId) -> Card:
        """One card. Raises KeyError where there is none."""
        return self._cards[oid]

    def cards(self) -> tuple[Card, ...]:
        """All cards, in no order."""
        return tuple(self._cards.values())

    def all(self, now: datetime) -> tuple[Lane, ...]:
        """The five lanes, each in its order; a lane is put together anew once it was touched."""
        for stage in Stage:
            lane = self._shown.get(stage)
            if lane is None or (lane.next_event is not None and lane.next_event < now):
                cards = (self._cards[_oid(key)] for key in self._order[stage])
                self._shown[stage] = lane_of(stage, cards, now)
        return tuple(self._shown[stage] for stage in Stage)

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

    def tied(self, above: OpportunityId | None, below: OpportunityId | None) -> bool:
        """Whether two neighbours leave no place between them."""
        if above is None or below is None:
            return False
        upper, lower = self._cards[above].place, self._cards[below].place
        return not upper < (upper + lower) / 2 < lower

    def _sort_all(self) -> None:
        self._shown.clear()
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


@lru_cache(maxsize=64)
def _midnight_after(day: date, zone: tzinfo) -> datetime:
    """The end of a day; thousands of cards share the few days and zones there are."""
    return at(day + timedelta(days=1), time(0), zone)


def _next_moment(card: Card, dossier: Dossier, moment: Moment) -> datetime:
    """The next moment at which the card may read differently: the employer's midnight at most."""
    window, step, now = card.step.window, card.step, moment.now
    zone = read(dossier, moment).zone
    moments = [card.due, step.at, _midnight_after(local_date(now, zone), zone)]
    if window is not None:
        very_late = window.latest + LATE
        moments += [window.earliest, window.best, window.latest, very_late, window.final]
    for interview in dossier.interviews:
        moments += [interview.start, end_of(interview)]
    moments += [one.copied_at + UNSURE_AFTER for one in dossier.drafts if one.copied_at]
    return min(one for one in moments if one is not None and one >= now)
