"""What differs between two states of the records: what bringing a backup back would cost."""

from collections.abc import Iterable
from dataclasses import dataclass

from rules.records import Dossier


@dataclass(frozen=True, kw_only=True)
class Differences:
    """Between now and then, each in the order it is on record."""

    lost: tuple[Dossier, ...]  # there now, not then
    back: tuple[Dossier, ...]  # there then, not now
    older: tuple[Dossier, ...]  # in both, as it is now; something of it differs
    letters: int  # confirmed as sent now, and not then

    @property
    def none(self) -> bool:
        """Whether both say the same."""
        return not (self.lost or self.back or self.older)


def compare(now: Iterable[Dossier], then: Iterable[Dossier]) -> Differences:
    """What differs between what is there now and what was there then."""
    here = {one.opportunity.id: one for one in now}
    there = {one.opportunity.id: one for one in then}
    then_sent = {message.id for one in there.values() for message in one.messages}
    return Differences(
        lost=tuple(one for oid, one in here.items() if oid not in there),
        back=tuple(one for oid, one in there.items() if oid not in here),
        older=tuple(one for oid, one in here.items() if oid in there and there[oid] != one),
        letters=sum(
            message.id not in then_sent for one in here.values() for message in one.messages
        ),
    )
