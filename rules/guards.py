"""What is worth a warning before a message to an employer goes out (RULES 4, the guards).

A warning stops nothing: what may not be written at all is refused by `rules.permission`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rules.calendar import add_working_days, at, local_date
from rules.records import Dossier, Message, MessageKind, Moment, OpportunityId, PersonId
from rules.rounds import Reading, read
from rules.timing import OPENS

APART_AT_EMPLOYER = 5
"""Working days between two messages to one employer that nobody asked for."""
APART_AT_ADDRESS = 2
"""Working days between two messages to one address about two opportunities."""

_UNASKED = {
    MessageKind.APPLICATION_FOLLOW_UP,
    MessageKind.THANKS_AND_QUESTION,
    MessageKind.CHECK_IN,
    MessageKind.KEEP_IN_TOUCH,
}


class Guard(StrEnum):
    """What a warning is about."""

    SAME_EMPLOYER = "same_employer"  # too soon after another unprompted message to them
    SAME_ADDRESS = "same_address"  # somebody who just heard about another opportunity


@dataclass(frozen=True, kw_only=True)
class Warned:
    """One warning: what was sent about which opportunity, and from when it would be well apart."""

    guard: Guard
    opportunity_id: OpportunityId
    sent_at: datetime
    clear_at: datetime


def warnings(
    dossier: Dossier,
    kind: MessageKind,
    person_id: PersonId | None,
    moment: Moment,
    others: Iterable[Dossier] = (),
) -> tuple[Warned, ...]:
    """The warnings before a message is sent now; at most one of each guard, the latest clear.

    `others`: the person's other opportunities, in any order; this one may be among them.
    """
    reading = read(dossier, moment)
    own = dossier.opportunity.id
    rest = [one for one in others if one.opportunity.id != own]
    found = (
        _latest(_at_employer(reading, rest) if kind in _UNASKED else ()),
        _latest(_at_address(reading, person_id, rest)),
    )
    return tuple(one for one in found if one is not None and moment.now < one.clear_at)


def _latest(found: Iterable[Warned]) -> Warned | None:
    return max(found, key=lambda one: (one.clear_at, one.opportunity_id), default=None)


def _at_employer(reading: Reading, others: Iterable[Dossier]) -> Iterator[Warned]:
    """What the same company got unasked, about this opportunity or another one."""
    company = _name(reading.dossier)
    for dossier in (reading.dossier, *others):
        if company and _name(dossier) == company:
            for message in dossier.messages:
                if message.counts and message.kind in _UNASKED:
                    yield _warned(reading, Guard.SAME_EMPLOYER, message, APART_AT_EMPLOYER)


def _at_address(
    reading: Reading, person_id: PersonId | None, others: Iterable[Dossier]
) -> Iterator[Warned]:
    """What went to the same address about another opportunity."""
    person = reading.dossier.person(person_id)
    address = person.email.strip().casefold() if person is not None else ""
    if not address:
        return
    for dossier in others:
        there = {one.id for one in dossier.people if one.email.strip().casefold() == address}
        for message in dossier.messages:
            reached = message.to_address.strip().casefold() == address
            if message.counts and (reached or message.person_id in there):
                yield _warned(reading, Guard.SAME_ADDRESS, message, APART_AT_ADDRESS)


def _warned(reading: Reading, guard: Guard, message: Message, days: int) -> Warned:
    clear = add_working_days(local_date(message.sent_at, reading.zone), days, reading.worked)
    return Warned(
        guard=guard,
        opportunity_id=message.opportunity_id,
        sent_at=message.sent_at,
        clear_at=at(clear, OPENS, reading.zone),
    )


def _name(dossier: Dossier) -> str:
    """The employer's name as it is compared."""
    return " ".join(dossier.opportunity.company.casefold().split())
