"""Who of a round is still to be thanked, by whom the note goes, and until when."""

from dataclasses import dataclass
from datetime import datetime

from rules import recipients
from rules.calendar import local_date
from rules.records import Dossier, FactKind, Message, MessageKind, PersonId
from rules.replies import Chain, Holding, chain_of
from rules.rounds import Reading, Round
from rules.tally import Tally, last_sent, tally
from rules.timing import EXPIRED


@dataclass(frozen=True, kw_only=True)
class Owed:
    """The thank-yous of one round that are still to be written."""

    round: Round
    count: Tally
    kind: MessageKind  # thank-yous of their own, or one note that is passed on
    people: tuple[PersonId, ...]  # whom it goes to; empty: an agency without a recruiter
    urgent: PersonId  # whose window has the least time left


def to_thank(dossier: Dossier, round_: Round) -> tuple[PersonId, ...]:
    """Who was met and is neither thanked nor left out; nobody after the check-in (RULES 0.7)."""
    return left_of(round_, tally(dossier, round_))


def left_of(round_: Round, count: Tally) -> tuple[PersonId, ...]:
    """The same, with the count at hand."""
    if count.second is not None:
        return ()
    return tuple(
        one for one in round_.people if one not in count.thanked and one not in round_.skipped
    )


def chain_for(reading: Reading, round_: Round | None, count: Tally | None) -> Chain:
    """What was said about a round, with its count at hand."""
    second = count.second if count is not None else None
    return chain_of(reading, round_, second.sent_at if second is not None else None)


def is_waiting(chain: Chain) -> bool:
    """Whether the person said that nobody else of the round is to be thanked."""
    return FactKind.WAITING in chain.seen


def owed(reading: Reading) -> Owed | None:
    """What is to be written first: the newest round's thank-yous, then older forgotten ones."""
    seen_later: set[PersonId] = set()
    if reading.newest is not None and reading.newest not in reading.held:
        seen_later.update(reading.newest.people)
    for round_ in reading.held:
        found = _owed_in(reading, round_, seen_later)
        if found is not None:
            return found
        seen_later.update(round_.people)
    return None


def _owed_in(reading: Reading, round_: Round, seen_later: set[PersonId]) -> Owed | None:
    if reading.now - round_.ended > EXPIRED:
        return None
    count = tally(reading.dossier, round_)
    left = tuple(
        one
        for one in left_of(round_, count)
        if one not in seen_later and reading.now - EXPIRED <= round_.ended_for(one) <= reading.now
    )
    if not left or is_waiting(chain_for(reading, round_, count)):
        return None
    kind, people = _way(reading, round_, left)
    return Owed(
        round=round_,
        count=count,
        kind=kind,
        people=people,
        urgent=min(left, key=round_.ended_for),
    )


def _way(
    reading: Reading, round_: Round, left: tuple[PersonId, ...]
) -> tuple[MessageKind, tuple[PersonId, ...]]:
    """How those people are reached: directly, through the agency, or by a note passed on."""
    if recipients.goes_through_agency(reading):
        agent = recipients.recruiter(reading)
        return MessageKind.THANK_YOU, () if agent is None else (agent,)
    unknown = recipients.without_address(reading, left)
    if unknown and (organiser := recipients.organiser(reading)) is not None:
        if known := tuple(one for one in left if one not in unknown):
            return MessageKind.THANK_YOU, known
        crowded = recipients.needs_passing_on(reading, round_, left)
        if crowded or _asked_in_vain(reading, round_):
            return MessageKind.PASS_ON, (organiser,)
    return MessageKind.THANK_YOU, left


def _asked_in_vain(reading: Reading, round_: Round) -> bool:
    """Whether an address was asked for and the day went by without it (row 15)."""
    asked = address_asked_at(reading, round_)
    if asked is None:
        return False
    return local_date(reading.now, reading.zone) > local_date(asked, reading.zone)


def address_asked_at(reading: Reading, round_: Round) -> datetime | None:
    """When the organiser was last asked for addresses, here or in some other way."""
    said = chain_for(reading, round_, None).last(FactKind.ADDRESS_ASKED)
    sent = last_sent(reading.dossier, MessageKind.ADDRESS_REQUEST)
    written = sent if sent is not None and sent >= round_.opened else None
    moments = (said.at if said is not None else None, written)
    return max((one for one in moments if one is not None), default=None)


def invited_sent_at(reading: Reading, holding: Holding) -> datetime | None:
    """When the one invited check-in that this "still deciding" opened went out."""
    sent = last_sent(reading.dossier, MessageKind.INVITED_CHECK_IN)
    return sent if sent is not None and sent >= holding.at else None


def last_of(dossier: Dossier, kind: MessageKind) -> tuple[Message, ...]:
    """All messages of a kind that stand as sent, the oldest first."""
    found = [one for one in dossier.messages if one.counts and one.kind is kind]
    return tuple(sorted(found, key=lambda one: (one.sent_at, one.id)))
