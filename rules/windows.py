"""The window of each message of one opportunity, from the facts on record."""

from datetime import date, datetime, time, timedelta

from rules import timing
from rules.calendar import add_working_days, at, back, local_date
from rules.records import Fact, MessageKind, PersonId
from rules.replies import Chain, Ending, Holding
from rules.rounds import Reading, Round
from rules.steps import StepState
from rules.tally import Tally
from rules.timing import Window

LATE = timedelta(hours=24)
"""So long after its latest moment a thank-you is late; after that, very late."""


def thank_you(reading: Reading, round_: Round, person_id: PersonId | None) -> Window:
    """The thank-you to one person, from the end of the last talk with them."""
    ended = round_.ended_for(person_id)
    decide = timing.thank_you_at_once if at_once(round_, person_id) else timing.thank_you
    return decide(
        ended,
        employer=reading.zone,
        user=reading.moment.zone,
        is_working_day=reading.worked,
        preferences=reading.moment.preferences,
    )


def at_once(round_: Round, person_id: PersonId | None) -> bool:
    """Whether they said in that talk that they decide today or tomorrow (row 3b)."""
    return round_.talk_with(person_id).decides_at_once


def thanks_and_question(
    reading: Reading, round_: Round, chain: Chain, person_id: PersonId | None
) -> Window:
    """The first message when a bare thank-you is too late: as a check-in, from the end (row 23)."""
    return _second(reading, round_.ended_for(person_id), chain, person_id)


def check_in(reading: Reading, count: Tally, chain: Chain, person_id: PersonId | None) -> Window:
    """From the later of the round's first message and the one that person got (RULES 0.15)."""
    base = None if count.first is None else count.first.sent_at
    own = count.received.get(person_id) if person_id is not None else None
    moments = [one for one in (base, own.sent_at if own else None) if one is not None]
    return _second(reading, max(moments, default=reading.now), chain, person_id)


def _second(reading: Reading, since: datetime, chain: Chain, person_id: PersonId | None) -> Window:
    return timing.check_in(
        since,
        employer=reading.zone,
        is_working_day=reading.bothered,
        promised=chain.promise.day if chain.promise is not None else None,
        away_until=chain.away_until(person_id),
        preferences=reading.moment.preferences,
    )


def invited_check_in(reading: Reading, holding: Holding, chain: Chain) -> Window:
    """The one nudge after "still deciding"."""
    window = timing.invited_check_in(
        holding.at,
        employer=reading.zone,
        is_working_day=reading.bothered,
        day=holding.day,
        preferences=reading.moment.preferences,
    )
    away = chain.away_until(holding.person_id)
    return window if away is None else _not_before(reading, window, _after(reading, away, 1))


def application_follow_up(reading: Reading, applied: datetime, chain: Chain) -> Window:
    """The application's one follow-up; a day they named or an absence shifts it."""
    window = timing.application_follow_up(
        applied,
        employer=reading.zone,
        is_working_day=reading.bothered,
        closing=reading.dossier.opportunity.closing,
        preferences=reading.moment.preferences,
    )
    if chain.promise is not None and chain.promise.day is not None:
        buffer = reading.moment.preferences.promise_buffer
        window = _not_before(reading, window, _after(reading, chain.promise.day, buffer))
    away = chain.away_until(None)
    return window if away is None else _not_before(reading, window, _after(reading, away, 1))


def _after(reading: Reading, day: date, working_days: int) -> date:
    return add_working_days(day, working_days, reading.bothered)


def _not_before(reading: Reading, window: Window, day: date) -> Window:
    """The window moved so that it opens on that day, and as long as it was (row 10c)."""
    zone = reading.zone
    first, last = local_date(window.earliest, zone), local_date(window.latest, zone)
    if day <= first:
        return window
    last = max(back(last + (day - first), reading.bothered), day)
    grace = window.final - window.latest
    return Window(
        earliest=at(day, timing.OPENS, zone),
        best=at(day, timing.BEST, zone),
        latest=at(last, timing.CLOSES, zone),
        final=at(last + timedelta(days=round(grace / timedelta(days=1))), timing.CLOSES, zone),
    )


def answer(reading: Reading, asked: Fact) -> Window:
    """The answer to what somebody asked."""
    return timing.answer(asked.at, employer=reading.zone, is_working_day=reading.worked)


def competing_offer(reading: Reading, offered: Fact) -> Window:
    """The notice of an offer elsewhere."""
    return timing.competing_offer(
        offered.at, employer=reading.zone, is_working_day=reading.worked, deadline=offered.day
    )


def withdrawal(reading: Reading, since: datetime) -> Window:
    """The note that withdraws."""
    return timing.withdrawal(since, employer=reading.zone, is_working_day=reading.worked)


def reply_to_rejection(reading: Reading, ending: Ending) -> Window:
    """The gracious reply."""
    return timing.reply_to_rejection(
        ending.at, employer=reading.zone, is_working_day=reading.worked
    )


def offer_acknowledgement(reading: Reading, ending: Ending) -> Window:
    """The acknowledgement of an offer."""
    return timing.offer_acknowledgement(
        ending.at, employer=reading.zone, is_working_day=reading.worked
    )


def keep_in_touch(reading: Reading, ending: Ending) -> Window:
    """The later note with news."""
    return timing.keep_in_touch(ending.at, employer=reading.zone, is_working_day=reading.bothered)


def start_of(reading: Reading, day: date) -> datetime:
    """The first instant of a day at the employer's place."""
    return at(day, time(0), reading.zone)


def end_of_work(reading: Reading, day: date) -> datetime:
    """The end of a day's office hours at the employer's place."""
    return at(day, timing.CLOSES, reading.zone)


def state_of(kind: MessageKind, window: Window, now: datetime) -> StepState:
    """How a message stands against its window."""
    thanks = kind in (MessageKind.THANK_YOU, MessageKind.PASS_ON)
    if now < window.earliest:
        return StepState.COOLING_OFF if thanks else StepState.TOO_EARLY
    if now <= window.latest:
        return StepState.DUE
    if thanks:
        if now > window.final:
            return StepState.EXPIRED
        return StepState.LATE if now <= window.latest + LATE else StepState.VERY_LATE
    return StepState.OVERDUE if now <= window.final else StepState.PASSED
