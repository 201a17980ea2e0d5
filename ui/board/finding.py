"""What of the board is shown: the words that are searched for, and the filter."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from rules.board import Card, Lane
from rules.records import OpportunityId
from rules.search import Index, Show, passes, words_of
from ui.session import Session

_AT_ONCE = 250
"""Opportunities whose text is made ready in one go, between two events."""


class Finding(QObject):
    """Chooses the cards of each lane. Nothing of it outlives the program (DESIGN's rule)."""

    changed = Signal()
    """Other words, or another filter."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._index = Index()
        self._words: tuple[str, ...] = ()
        self._found: frozenset[OpportunityId] = frozenset()
        self.query = ""
        self.show = Show.ALL
        self._fresh = False
        self._warming = QTimer(self)
        self._warming.timeout.connect(self._warm_on)
        session.changed.connect(self._age)
        session.drafts_changed.connect(self._age)

    @property
    def active(self) -> bool:
        """Whether cards may be hidden now."""
        return bool(self._words) or self.show is not Show.ALL

    def warm(self) -> None:
        """Somebody is about to search: make the texts ready while nothing else is to be done."""
        self._warming.start(0)

    def search(self, query: str) -> None:
        """Show what mentions all the words of the query; an empty one shows all."""
        self.query = " ".join(query.split())
        words = words_of(query)
        if words != self._words:
            self._words = words
            self.look()
            self.changed.emit()

    def choose(self, show: Show) -> None:
        """Show those cards only."""
        if show is not self.show:
            self.show = show
            self.changed.emit()

    def look(self) -> None:
        """Search again; only opportunities whose facts have changed are folded anew."""
        if not self._words:
            return
        if not self._fresh:
            self._index.renew(self._session.dossiers())
            self._fresh = True
        self._found = self._index.find(self._words)

    def cards(self, lane: Lane) -> tuple[Card, ...]:
        """The cards of a lane that are shown; the very same tuple where all are."""
        if not self.active:
            return lane.cards
        cards: Iterable[Card] = lane.cards
        if self._words:
            found = self._found
            cards = [card for card in cards if card.opportunity_id in found]
        if self.show is not Show.ALL:
            cards = [card for card in cards if passes(card, self.show)]
        return tuple(cards)

    def lets(self, card: Card) -> bool:
        """Whether a card is shown."""
        found = not self._words or card.opportunity_id in self._found
        return found and passes(card, self.show)

    def _warm_on(self) -> None:
        if self._fresh or self._index.renew(self._session.dossiers(), _AT_ONCE) < _AT_ONCE:
            self._fresh = True
            self._warming.stop()

    def _age(self, _what: object) -> None:
        """A card has changed: its text is looked at before the next search."""
        self._fresh = False
