"""Whom a message goes to (RULES 0.15, 0.17; rows 4b, 15, 16)."""

from collections.abc import Iterable

from rules.records import Part, Person, PersonId
from rules.replies import Chain
from rules.rounds import Reading, Round
from rules.tally import Tally

_PARTS = {Part.ORGANISER: 0, Part.RECRUITER: 0, Part.HIRING_MANAGER: 1}
_LEAST = 2
_SEVERAL = 3
"""From so many people on, it is a panel and most addresses may be unknown."""
PANEL = 6
"""From so many people on, one group note through the organiser is accepted."""


def goes_through_agency(reading: Reading) -> bool:
    """Whether every unprompted word goes to the agency's recruiter."""
    opportunity = reading.dossier.opportunity
    return opportunity.agency and not opportunity.direct_contact_ok


def recruiter(reading: Reading) -> PersonId | None:
    """The agency's recruiter, if on record."""
    found = (one for one in _listed(reading) if one.part is Part.RECRUITER)
    return next((one.id for one in found), None)


def organiser(reading: Reading) -> PersonId | None:
    """Who can pass a note on: the organiser or recruiter, with an address."""
    found = (one for one in _listed(reading) if one.part in (Part.ORGANISER, Part.RECRUITER))
    return next((one.id for one in found if one.email), None)


def _listed(reading: Reading) -> list[Person]:
    return sorted(reading.dossier.people, key=lambda one: one.place)


def in_order(
    reading: Reading, people: Iterable[PersonId], chain: Chain, round_: Round | None
) -> list[PersonId]:
    """The starred contact, who named the day, organiser, hiring manager, the first listed."""
    wanted = set(people)
    met = round_.people if round_ is not None else ()
    listed = [one.id for one in _listed(reading)]
    first = {person: n for n, person in enumerate(dict.fromkeys((*met, *listed)))}
    named = chain.promise.person_id if chain.promise is not None else None
    found = [one for one in reading.dossier.people if one.id in wanted]
    found.sort(
        key=lambda one: (
            not one.main_contact,
            one.id != named,
            _PARTS.get(one.part, _LEAST),
            first[one.id],
        )
    )
    return [one.id for one in found]


def for_check_in(reading: Reading, round_: Round, count: Tally, chain: Chain) -> PersonId | None:
    """The one person of the check-in: only somebody who got the round's first message."""
    received = list(count.received)
    if reading.dossier.opportunity.agency:
        agent = recruiter(reading)
        if agent in count.received or goes_through_agency(reading):
            return agent if agent in count.received else None
    if len(received) == 1:
        return received[0] if reading.dossier.person(received[0]) is not None else None
    ordered = in_order(reading, received, chain, round_)
    return ordered[0] if ordered else None


def contact(reading: Reading, chain: Chain, round_: Round | None) -> PersonId | None:
    """Whom to write to about the whole: the agency, the starred, else by their part."""
    if reading.dossier.opportunity.agency:
        agent = recruiter(reading)
        if agent is not None:
            return agent
    met = round_.people if round_ is not None else ()
    everybody = [one.id for one in reading.dossier.people]
    ordered = in_order(reading, everybody, chain, round_)
    known = [one for one in ordered if one in met or _stands_out(reading, one)]
    return next(iter(known or ordered), None)


def _stands_out(reading: Reading, person_id: PersonId) -> bool:
    person = reading.dossier.person(person_id)
    return person is not None and (person.main_contact or person.part in _PARTS)


def needs_passing_on(reading: Reading, round_: Round, left: Iterable[PersonId]) -> bool:
    """Whether a big or mostly unreachable panel is thanked through the organiser."""
    unknown = [one for one in round_.people if _no_address(reading, one)]
    several = len(round_.people) >= _SEVERAL
    crowded = len(round_.people) >= PANEL or (several and 2 * len(unknown) > len(round_.people))
    return crowded and any(_no_address(reading, one) for one in left)


def without_address(reading: Reading, people: Iterable[PersonId]) -> tuple[PersonId, ...]:
    """Those of them nobody knows an address of."""
    return tuple(one for one in people if _no_address(reading, one))


def _no_address(reading: Reading, person_id: PersonId) -> bool:
    person = reading.dossier.person(person_id)
    return person is not None and not person.email
