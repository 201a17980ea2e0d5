"""What is left to write once it ended, or once an offer elsewhere presses (rows 11 to 13, 24)."""

from dataclasses import replace
from datetime import timedelta

from rules import recipients, windows
from rules.calendar import add_working_days, local_date
from rules.records import Channel, FactKind, MessageKind, Outcome, PersonId
from rules.replies import Chain, Ending, offer_elsewhere
from rules.rounds import Reading, Round
from rules.step_parts import Place, of_application, of_round, writing
from rules.steps import NextStep, StepKind, StepState
from rules.tally import last_sent, tally
from rules.thanking import chain_for, last_of, left_of

KEEP_IN_TOUCH_MAX = 2
KEEP_IN_TOUCH_PAUSE = timedelta(days=90)
_CALL_WITHIN = 2
"""Working days to a deadline elsewhere under which a call is better than an email."""


def after_ending(reading: Reading, ending: Ending) -> NextStep:
    """The one letter an outcome opens; when it is done, nothing."""
    held = _held(reading, ending)
    round_ = held[0] if held else None
    count = tally(reading.dossier, round_) if round_ is not None else None
    if round_ is not None and count is not None:
        place = of_round(round_, count)
        unthanked = not count.used and bool(left_of(round_, count))
    else:
        place, unthanked = of_application(reading.dossier), False
    chain = chain_for(reading, round_, count)
    person = ending.person_id or recipients.contact(reading, chain, round_)
    match ending.outcome:
        case Outcome.NOT_THIS_TIME:
            step = _after_rejection(reading, ending, place, person)
        case Outcome.OFFER:
            step = _after_offer(reading, ending, place, person)
        case Outcome.WITHDREW:
            step = _withdrawal(reading, ending, place, person)
        case _:
            step = place.bare(StepKind.CLOSED, "closed")
    if unthanked and step.reason in ("rejection", "offer"):
        return replace(step, reason="decision_first")
    return step


def _held(reading: Reading, ending: Ending) -> tuple[Round, ...]:
    """The rounds that took place: who withdrew goes to no talk after that."""
    if ending.outcome is not Outcome.WITHDREW:
        return reading.held
    return tuple(one for one in reading.held if one.opened <= ending.at)


def _after_rejection(
    reading: Reading, ending: Ending, place: Place, person: PersonId | None
) -> NextStep:
    """One gracious reply; from a month later on, one note with news now and then."""
    if last_sent(reading.dossier, MessageKind.REPLY_TO_REJECTION) is None:
        window = windows.reply_to_rejection(reading, ending)
        if reading.now <= window.final:
            kind = MessageKind.REPLY_TO_REJECTION
            return writing(reading, place, kind, person, window, "rejection")
    window = windows.keep_in_touch(reading, ending)
    notes = last_of(reading.dossier, MessageKind.KEEP_IN_TOUCH)
    rested = not notes or reading.now >= notes[-1].sent_at + KEEP_IN_TOUCH_PAUSE
    known = place.round is not None  # only where somebody was met
    if known and rested and len(notes) < KEEP_IN_TOUCH_MAX:
        step = writing(reading, place, MessageKind.KEEP_IN_TOUCH, person, window, "keep_in_touch")
        if step.state is StepState.DUE:
            return replace(step, reason="keep_in_touch")
    return place.bare(StepKind.CLOSED, "closed")


def _after_offer(
    reading: Reading, ending: Ending, place: Place, person: PersonId | None
) -> NextStep:
    """The acknowledgement; then the decision is the person's own."""
    dossier = reading.dossier
    if last_sent(dossier, MessageKind.DECLINE) is not None:
        return place.bare(StepKind.CLOSED, "closed")
    if last_sent(dossier, MessageKind.OFFER_ACKNOWLEDGEMENT) is None:
        window = windows.offer_acknowledgement(reading, ending)
        if reading.now <= window.final:
            kind = MessageKind.OFFER_ACKNOWLEDGEMENT
            return writing(reading, place, kind, person, window, "offer")
    at = windows.end_of_work(reading, ending.day) if ending.day is not None else None
    if at is not None and reading.now > at:
        return place.bare(StepKind.CLOSED, "closed")
    people = () if person is None else (person,)
    return replace(place.bare(StepKind.NOTHING, "offer_open", at), people=people)


def _withdrawal(
    reading: Reading, ending: Ending, place: Place, person: PersonId | None
) -> NextStep:
    """The note that withdraws; after a second round a call comes first (row 13)."""
    if last_sent(reading.dossier, MessageKind.WITHDRAWAL) is not None:
        return place.bare(StepKind.CLOSED, "closed")
    window = windows.withdrawal(reading, ending.at)
    if reading.now > window.final:
        return place.bare(StepKind.CLOSED, "closed")
    step = writing(reading, place, MessageKind.WITHDRAWAL, person, window, "withdrawal")
    by_phone = len(_held(reading, ending)) > 1
    return replace(step, reason="withdrawal", channel=Channel.PHONE if by_phone else Channel.EMAIL)


def withdrawing(reading: Reading, place: Place, chain: Chain) -> NextStep | None:
    """The person no longer wants it and thanks are done: tell them (row 25)."""
    lost = chain.last(FactKind.NO_LONGER_INTERESTED)
    if lost is None:
        return None
    ending = Ending(outcome=Outcome.WITHDREW, at=lost.at)
    person = recipients.contact(reading, chain, place.round)
    step = _withdrawal(reading, ending, place, person)
    if step.kind is StepKind.CLOSED:
        return replace(step, kind=StepKind.NOTHING, reason="no_longer_interested")
    return step


def told_elsewhere(reading: Reading) -> NextStep | None:
    """An offer elsewhere with a deadline: tell this employer once, in time (row 12b)."""
    offered = offer_elsewhere(reading)
    if offered is None:
        return None
    window = windows.competing_offer(reading, offered)
    if reading.now > window.final:
        return None
    held = reading.held
    round_ = held[0] if held else None
    count = tally(reading.dossier, round_) if round_ is not None else None
    place = (
        of_round(round_, count)
        if round_ is not None and count is not None
        else of_application(reading.dossier)
    )
    person = recipients.contact(reading, chain_for(reading, round_, count), round_)
    step = writing(reading, place, MessageKind.COMPETING_OFFER, person, window, "offer_elsewhere")
    today = local_date(reading.now, reading.zone)
    soon = add_working_days(today, _CALL_WITHIN, reading.worked)
    by_phone = offered.day is not None and offered.day <= soon
    return replace(
        step, reason="offer_elsewhere", channel=Channel.PHONE if by_phone else Channel.EMAIL
    )
