"""What else may be written now, beside the next step's letter or in place of it.

Each of these is a letter that the ledger allows at this moment; the choice is the person's
(RULES 3, rows 4b, 12, 15 to 18, and 0.13).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rules import recipients
from rules.permission import may_send
from rules.post import arrives_in_time
from rules.records import (
    Channel,
    Dossier,
    InterviewId,
    MessageKind,
    Moment,
    PersonId,
)
from rules.replies import ending_of, open_question
from rules.rounds import Reading, Round, read
from rules.steps import NextStep, StepKind
from rules.tally import Tally, tally
from rules.thanking import chain_for, left_of

_CALLS = (MessageKind.CHECK_IN,)
"""What may be said in a call instead; the others are calls where their step says so."""
_REASONS = {
    MessageKind.PASS_ON: "group_note",
    MessageKind.ADDRESS_REQUEST: "no_address",
    MessageKind.DEBRIEF: "agency",
    MessageKind.THANK_YOU: "panel",
    MessageKind.THANKS_AND_QUESTION: "thanks_with_question",
    MessageKind.CHECK_IN: "one_more",
    MessageKind.INVITED_CHECK_IN: "still_deciding",
    MessageKind.APPLICATION_FOLLOW_UP: "application_second_week",
    MessageKind.REPLY_TO_REJECTION: "rejection",
    MessageKind.OFFER_ACKNOWLEDGEMENT: "offer",
    MessageKind.DECLINE: "offer_open",
    MessageKind.COMPETING_OFFER: "offer_elsewhere",
    MessageKind.WITHDRAWAL: "withdrawal",
    MessageKind.ANSWER: "answer",
    MessageKind.KEEP_IN_TOUCH: "keep_in_touch",
}


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One letter that may be written now."""

    kind: MessageKind
    channel: Channel = Channel.EMAIL
    people: tuple[PersonId, ...] = ()  # to whom; empty: to a team nobody is known of
    interview_id: InterviewId | None = None
    reason: str  # a key of rules.evidence


def letter_choices(dossier: Dossier, step: NextStep, moment: Moment) -> tuple[Choice, ...]:
    """Every letter the ledger allows now, except the one that the next step is."""
    reading = read(dossier, moment)
    found = []
    for kind in MessageKind:
        for channel in (Channel.EMAIL, Channel.LETTER, Channel.PHONE):
            if step.kind in (StepKind.WRITE, StepKind.CONFIRM_SENT) and (kind, channel) == (
                step.message,
                step.channel,
            ):
                continue
            choice = _choice(reading, kind, channel)
            if choice is not None:
                found.append(choice)
    return tuple(found)


def still_possible(
    wanted: Choice, dossier: Dossier, step: NextStep, moment: Moment
) -> Choice | None:
    """The same letter by the facts as they are now; None where it may no longer be written.

    Once it was copied, the next step may be the question whether that very letter went out.
    """
    if step.kind is StepKind.CONFIRM_SENT and step.message is wanted.kind:
        step = replace(step, message=None)
    found = letter_choices(dossier, step, moment)
    same = (one for one in found if (one.kind, one.channel) == (wanted.kind, wanted.channel))
    return next(same, None)


def _choice(reading: Reading, kind: MessageKind, channel: Channel) -> Choice | None:
    wanted = _to(reading, kind, channel)
    people = tuple(
        one
        for one in wanted
        if may_send(reading.dossier, kind, one, reading.moment, channel) is None
    )
    if not people:
        return None
    held = reading.held
    return Choice(
        kind=kind,
        channel=channel,
        people=tuple(one for one in people if one is not None),
        interview_id=held[0].interviews[-1].id if held else None,
        reason=_reason(kind, channel),
    )


def _reason(kind: MessageKind, channel: Channel) -> str:
    if channel is Channel.LETTER:
        return "card_on_paper"
    return "call" if channel is Channel.PHONE else _REASONS[kind]


def _to(reading: Reading, kind: MessageKind, channel: Channel) -> tuple[PersonId | None, ...]:
    """Who might get that letter by that way, best first."""
    if channel is Channel.LETTER:
        return _by_post(reading) if kind is MessageKind.THANK_YOU else ()
    if channel is Channel.PHONE and kind not in _CALLS:
        return ()
    found = _WHO.get(kind, _contact)
    return found(reading)


def _last(reading: Reading) -> tuple[Round | None, Tally | None]:
    """The round that was held last, with its count."""
    round_ = reading.held[0] if reading.held else None
    return round_, tally(reading.dossier, round_) if round_ is not None else None


def _contact(reading: Reading) -> tuple[PersonId | None, ...]:
    """Whoever told them the outcome, else whom to write to about the whole."""
    ending = ending_of(reading)
    round_, count = _last(reading)
    chain = chain_for(reading, round_, count)
    told = ending.person_id if ending is not None else None
    return (told or recipients.contact(reading, chain, round_),)


def _met(reading: Reading) -> tuple[PersonId | None, ...]:
    """The contact, where somebody was met at all (row 11b)."""
    return _contact(reading) if reading.held else ()


def _who_asked(reading: Reading) -> tuple[PersonId | None, ...]:
    asked = open_question(reading)
    return (asked.person_id,) if asked is not None and asked.person_id else _contact(reading)


def _who_decides(reading: Reading) -> tuple[PersonId | None, ...]:
    """Whoever wrote that they are still deciding."""
    round_, count = _last(reading)
    holding = chain_for(reading, round_, count).holding
    return (holding.person_id,) if holding is not None and holding.person_id else _contact(reading)


def _left(reading: Reading) -> tuple[PersonId | None, ...]:
    """Who of the last round got no thanks."""
    round_, count = _last(reading)
    if round_ is None or count is None:
        return ()
    if recipients.goes_through_agency(reading):
        return (recipients.recruiter(reading),)
    return left_of(round_, count)


def _through(reading: Reading) -> tuple[PersonId | None, ...]:
    """Who can pass a note on, where an address is not known."""
    round_, count = _last(reading)
    if round_ is None or count is None or recipients.goes_through_agency(reading):
        return ()
    if not recipients.without_address(reading, left_of(round_, count)):
        return ()
    return (recipients.organiser(reading),)


def _received(reading: Reading) -> tuple[PersonId | None, ...]:
    """Who got a first message: the check-in goes to one of them (RULES 0.15)."""
    round_, count = _last(reading)
    if round_ is None or count is None:
        return ()
    chain = chain_for(reading, round_, count)
    return tuple(recipients.in_order(reading, count.received, chain, round_))


def _organiser(reading: Reading) -> tuple[PersonId | None, ...]:
    return (recipients.organiser(reading),)


def _recruiter(reading: Reading) -> tuple[PersonId | None, ...]:
    return (recipients.recruiter(reading),)


def _by_post(reading: Reading) -> tuple[PersonId | None, ...]:
    """Who has their email and an address on paper, where a card can arrive in time (row 17)."""
    round_, count = _last(reading)
    if round_ is None or count is None or not arrives_in_time(reading, round_, count):
        return ()
    people = [reading.dossier.person(one) for one in round_.people if one in count.received]
    return tuple(one.id for one in people if one is not None and one.postal_address.strip())


_WHO: dict[MessageKind, Callable[[Reading], tuple[PersonId | None, ...]]] = {
    MessageKind.THANK_YOU: _left,
    MessageKind.THANKS_AND_QUESTION: _left,
    MessageKind.PASS_ON: _through,
    MessageKind.CHECK_IN: _received,
    MessageKind.INVITED_CHECK_IN: _who_decides,
    MessageKind.ANSWER: _who_asked,
    MessageKind.KEEP_IN_TOUCH: _met,
    MessageKind.ADDRESS_REQUEST: _organiser,
    MessageKind.DEBRIEF: _recruiter,
}
"""Everything else goes to the contact."""
