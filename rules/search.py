"""Finding cards: by the words a person types, and by what is to be done with them.

Text is compared folded: without case, accents, width and what is invisible, so that "cafe"
finds "Café" and a name copied from a web page is found by the name as it is typed.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache

from rules.board import Card, Tint
from rules.records import Dossier, OpportunityId
from rules.stages import Stage
from rules.steps import StepKind


class Show(StrEnum):
    """Which cards are shown at all."""

    ALL = "all"
    TO_SEND = "to_send"
    WAITING = "waiting"


_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "þ": "th", "æ": "ae", "œ": "oe",
        "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"',
    }
)  # fmt: skip
"""Letters that Unicode does not take apart, and the quotation marks of print."""

_DROPPED = {"Mn", "Me", "Cf", "Cs"}
_TO_SEND = {StepKind.WRITE, StepKind.CONFIRM_SENT}
_OF_THEIRS = {Stage.APPLIED, Stage.WAITING_TO_HEAR}


def folded(text: str) -> str:
    """Text as it is compared: NFKC, no case, no accents, nothing invisible, plain spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join("".join(map(_plain, apart)).translate(_LETTERS).split())


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """One character, or nothing for what only marks the others; every dash is a hyphen."""
    category = unicodedata.category(char)
    if category in _DROPPED:
        return ""
    return "-" if category == "Pd" else char


def words_of(query: str) -> tuple[str, ...]:
    """What has to be found, all of it, in any order."""
    return tuple(dict.fromkeys(folded(query).split()))


def text_of(dossier: Dossier) -> str:
    """All that search looks at in one opportunity, folded."""
    return "\n".join(filter(None, map(folded, _texts(dossier))))


def _texts(dossier: Dossier) -> Iterator[str]:
    """Company and role, people, notes, highlights, and the letters that were sent."""
    opportunity = dossier.opportunity
    yield from (opportunity.company, opportunity.role, opportunity.notes)
    for person in dossier.people:
        yield from (person.name, person.email)
    for interview in dossier.interviews:
        yield from (interview.notes, interview.where)
    yield from (highlight.text for highlight in dossier.highlights)
    yield from (fact.text for fact in dossier.facts)
    for message in dossier.messages:
        yield from (message.to_name, message.subject, message.body)


def passes(card: Card, show: Show) -> bool:
    """Whether a card is among those that are to be shown.

    To send is what the lanes count as late and due; waiting is what others have to move on.
    """
    if show is Show.ALL:
        return True
    to_send = (card.step.kind in _TO_SEND and card.tint is Tint.TODAY) or card.tint is Tint.LATE
    if show is Show.TO_SEND:
        return to_send
    return not to_send and card.stage in _OF_THEIRS and card.tint is not Tint.CLOSED


_Text = tuple[OpportunityId, str]


class Index:
    """The folded text of each opportunity; one is folded anew once its facts are others."""

    def __init__(self) -> None:
        self._kept: dict[OpportunityId, tuple[Dossier, str]] = {}
        self._texts: list[_Text] = []
        self._last: tuple[tuple[str, ...], list[_Text]] = ((), [])

    def renew(self, dossiers: Iterable[Dossier], most: int | None = None) -> int:
        """Know exactly these opportunities; gives how many had to be folded.

        With `most` it stops after so many, and forgets nothing: it can be asked again.
        """
        kept: dict[OpportunityId, tuple[Dossier, str]] = {}
        done = 0
        for dossier in dossiers:
            oid = dossier.opportunity.id
            entry = self._kept.get(oid)
            if entry is None or entry[0] is not dossier:
                if done == most:
                    self._kept.update(kept)
                    return done
                entry = (dossier, text_of(dossier))
                done += 1
            kept[oid] = entry
        self._kept = kept
        self._texts = [(oid, entry[1]) for oid, entry in kept.items()]
        self._last = ((), self._texts)
        return done

    def find(self, words: tuple[str, ...]) -> frozenset[OpportunityId]:
        """The opportunities that mention all the words."""
        before, found = self._last
        if not all(any(old in new for new in words) for old in before):
            found = self._texts  # else it was typed on, and only what was found can be found
        for word in words:
            found = [one for one in found if word in one[1]]
        self._last = (words, found)
        return frozenset(oid for oid, _ in found)
