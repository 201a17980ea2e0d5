"""The two notes beside the follow-ups: asking for addresses, and a word to the agency.

Neither counts: the one goes to the organiser so that the right people can be thanked (row 15),
the other to the recruiter who speaks for the person (row 16).
"""

from rules import recipients
from rules.records import FactKind, MessageKind, PersonId
from rules.rounds import Reading, Round
from rules.tally import last_sent, tally
from rules.thanking import address_asked_at, chain_for, left_of
from rules.timing import EXPIRED


def refused(reading: Reading, kind: MessageKind, person_id: PersonId | None) -> str | None:
    """Why one of the two may not be written now; None where it may."""
    if not reading.held:
        return "not_ended" if reading.rounds else "not_met"
    round_ = reading.held[0]
    if reading.now - round_.ended > EXPIRED:
        return "thank_you_expired"
    asks = kind is MessageKind.ADDRESS_REQUEST
    return (_asking if asks else _telling)(reading, round_, person_id)


def _asking(reading: Reading, round_: Round, person_id: PersonId | None) -> str | None:
    """Once, and the organiser alone: no address is guessed."""
    if person_id is None or person_id != recipients.organiser(reading):
        return "not_the_organiser"
    if recipients.goes_through_agency(reading):
        return "agency"
    count = tally(reading.dossier, round_)
    if not recipients.without_address(reading, left_of(round_, count)):
        return "already_thanked"
    return "once" if address_asked_at(reading, round_) is not None else None


def _telling(reading: Reading, round_: Round, person_id: PersonId | None) -> str | None:
    """Once a round, to the recruiter."""
    if not reading.dossier.opportunity.agency:
        return "no_agency"
    if person_id is None or person_id != recipients.recruiter(reading):
        return "agency"
    told = FactKind.DEBRIEFED in chain_for(reading, round_, None).seen
    sent = last_sent(reading.dossier, MessageKind.DEBRIEF)
    return "once" if told or (sent is not None and sent >= round_.opened) else None
