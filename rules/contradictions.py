"""What does not fit together: a question before something is kept, or what follows from it.

Rules give values, never sentences. A remark that asks wants a word of the person first; one that
states says what the count or the plan makes of it. Nothing here stops an act: what happened did
happen, and the ledger alone decides what may still be written (RULES 0.4, 0.8).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from rules.acts.happenings import CHANNEL_OF, FACT_OF, Told, What
from rules.calendar import add_working_days, local_date
from rules.changes import Change, apply
from rules.records import (
    Dossier,
    EmployerKind,
    FactKind,
    Interview,
    InterviewId,
    Message,
    MessageKind,
    Moment,
    Outcome,
    Person,
)
from rules.rounds import Reading, Round, end_of, read
from rules.tally import application_used, tally
from rules.thanking import chain_for


class Clash(StrEnum):
    """What does not fit, or what follows."""

    STILL_TO_COME = "still_to_come"  # it is said to have happened on a day ahead
    BEFORE_APPLYING = "before_applying"
    BEFORE_THE_TALK = "before_the_talk"  # a reply about a talk, before that talk
    NOT_HELD_YET = "not_held_yet"  # a letter about a talk, before that talk
    TALK_AHEAD = "talk_ahead"  # a decision, while an interview is booked
    CLOSED = "closed"  # something is said of a card that ended
    OTHER_OUTCOME = "other_outcome"  # another end than the one on record
    DAY_OVER = "day_over"  # the day named was over when it was named
    DAY_PASSED = "day_passed"  # it has passed since
    NO_DAY = "no_day"  # without a day nothing changes
    FIRST_OF_TWO = "first_of_two"  # a check-in before any thank-you
    SECOND_OF_TWO = "second_of_two"
    BOTH_SENT = "both_sent"  # a third
    ONCE_SENT = "once_sent"  # a second one to the same application
    BESIDE_EMAIL = "beside_email"  # a letter on paper that adds nothing to the count
    NOT_INVITED_TO_CALL = "not_invited_to_call"
    POST_IS_SLOW = "post_is_slow"  # a card may come after the decision
    NEVER_BY_POST = "never_by_post"  # government offices
    GIVES_BACK = "gives_back"  # a bounce
    MOVED_AFTER_THANKS = "moved_after_thanks"
    THANKED_PERSON = "thanked_person"  # somebody removed who was written to
    THANKED_TALK = "thanked_talk"  # an interview removed that letters went out about


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One thing to ask, or to state."""

    clash: Clash
    asks: bool = False
    day: date | None = None
    used: int = 0  # how many follow-ups are used afterwards


REPLIES = frozenset(
    {
        What.INVITED_AGAIN,
        What.OFFER,
        What.REJECTION,
        What.STILL_DECIDING,
        What.ASKED_TO_WAIT,
        What.ASKED_SOMETHING,
        What.NOTE,
    }
)
"""What a person at the employer's wrote."""
_ENDS = {
    What.OFFER: Outcome.OFFER,
    What.REJECTION: Outcome.NOT_THIS_TIME,
    What.WITHDREW: Outcome.WITHDREW,
}
_NEEDS_DAY = frozenset({What.NAMED_DAY, What.AWAY})
_FOLLOWS_UP = frozenset(
    {
        MessageKind.THANK_YOU,
        MessageKind.PASS_ON,
        MessageKind.THANKS_AND_QUESTION,
        MessageKind.CHECK_IN,
    }
)
_POST_TAKES = 5
"""Working days a decision must be away for a card to come in time (row 17)."""


def remarks(dossier: Dossier, told: Told, change: Change, moment: Moment) -> tuple[Remark, ...]:
    """What does not fit, or follows, if `told` is kept as `change`; questions come first."""
    reading = read(dossier, moment)
    found = [
        *_about_when(reading, told),
        *_about_talk(reading, told),
        *_about_end(reading, told),
        *_about_day(reading, told),
        *_about_count(reading, told, change),
    ]
    return tuple(sorted(found, key=lambda one: not one.asks))


def _ask(clash: Clash, day: date | None = None) -> Remark:
    return Remark(clash=clash, asks=True, day=day)


def _state(clash: Clash, day: date | None = None, used: int = 0) -> Remark:
    return Remark(clash=clash, day=day, used=used)


def _about_when(reading: Reading, told: Told) -> list[Remark]:
    """On which day it is said to have happened."""
    moment, applied = reading.moment, reading.dossier.opportunity.applied_at
    day = local_date(told.at, moment.zone)
    if day > local_date(moment.now, moment.zone):
        return [_ask(Clash.STILL_TO_COME, day)]
    heard = told.what in REPLIES or told.what in CHANNEL_OF
    if heard and applied is not None and day < local_date(applied, moment.zone):
        return [_ask(Clash.BEFORE_APPLYING, local_date(applied, moment.zone))]
    return []


def _about_talk(reading: Reading, told: Told) -> list[Remark]:
    """Whether the talk it is about was over by then."""
    talk = reading.dossier.interview(told.interview_id)
    end = end_of(talk) if talk is not None else None
    if end is None or end <= told.at:
        return []
    day = local_date(end, reading.zone)
    if told.what in REPLIES:
        return [_ask(Clash.BEFORE_THE_TALK, day)]
    return [_ask(Clash.NOT_HELD_YET, day)] if told.what in CHANNEL_OF else []


def _about_end(reading: Reading, told: Told) -> list[Remark]:
    """Whether it ended already, or is not at its end yet."""
    outcome, ahead = reading.dossier.opportunity.outcome, reading.ahead
    ends = _ENDS.get(told.what)
    if outcome is None:
        if ends is None or ahead is None:
            return []
        return [_ask(Clash.TALK_AHEAD, local_date(end_of(ahead) or reading.now, reading.zone))]
    if ends is not None:
        return [_ask(Clash.OTHER_OUTCOME)] if ends is not outcome else []
    later = told.what in REPLIES or told.what in (What.NAMED_DAY, What.OFFER_ELSEWHERE)
    opened = told.reopens or told.what is What.INVITED_AGAIN  # a new interview opens it anyway
    return [_ask(Clash.CLOSED)] if later and not opened else []


def _about_day(reading: Reading, told: Told) -> list[Remark]:
    """Whether the day that was named can be meant."""
    if told.day is None:
        return [_state(Clash.NO_DAY)] if told.what in _NEEDS_DAY else []
    if FACT_OF.get(told.what) is None:
        return []
    if told.day < local_date(told.at, reading.zone):
        return [_ask(Clash.DAY_OVER, told.day)]
    over = told.day < local_date(reading.now, reading.zone)
    return [_state(Clash.DAY_PASSED, told.day)] if over else []


def _about_count(reading: Reading, told: Told, change: Change) -> list[Remark]:
    """What becomes of the follow-ups used, and whether the way is a good one."""
    after = apply(reading.dossier, change) or reading.dossier
    if told.what is What.CAME_BACK:
        before, used = _used(reading, told), _used(read(after, reading.moment), told)
        return [_state(Clash.GIVES_BACK, used=used)] if used < before else []
    if told.message is MessageKind.APPLICATION_FOLLOW_UP:
        return [_ask(Clash.ONCE_SENT)] if application_used(reading.dossier) else []
    if told.message not in _FOLLOWS_UP:
        return []
    before, used = _used(reading, told), _used(read(after, reading.moment), told)
    return [*_counted(told, before, used), *_by_that_way(reading, told, before)]


def _counted(told: Told, before: int, used: int) -> list[Remark]:
    check_in = told.message is MessageKind.CHECK_IN
    match before, used:
        case (0, 1) if check_in:
            return [_state(Clash.FIRST_OF_TWO, used=used)]
        case (1, 2):
            return [_state(Clash.SECOND_OF_TWO, used=used)]
        case (2, 2):
            return [_ask(Clash.BOTH_SENT)]
        case (1, 1) if told.what is What.POSTED:
            return [_state(Clash.BESIDE_EMAIL, used=used)]
        case _:
            return []


def _by_that_way(reading: Reading, told: Told, before: int) -> list[Remark]:
    """A call nobody invited (row 18), a card that may come too late (row 17)."""
    round_ = _round(reading, told.interview_id)
    chain = chain_for(reading, round_, None)
    promised = chain.promise.day if chain.promise is not None else None
    if told.what is What.CALLED:
        welcome = promised is not None or FactKind.INVITED_TO_CALL in chain.seen
        return [] if welcome or before != 1 else [_state(Clash.NOT_INVITED_TO_CALL)]
    if told.what is not What.POSTED:
        return []
    if reading.dossier.opportunity.employer_kind is EmployerKind.GOVERNMENT:
        return [_state(Clash.NEVER_BY_POST)]
    arrives = add_working_days(local_date(told.at, reading.zone), _POST_TAKES, reading.worked)
    soon = promised is not None and promised < arrives
    return [_state(Clash.POST_IS_SLOW, promised)] if soon else []


def _round(reading: Reading, interview_id: InterviewId | None) -> Round | None:
    """The round of a talk, else the newest that was held."""
    named = next((one for one in reading.rounds if one.holds(interview_id)), None)
    return named or (reading.held[0] if reading.held else None)


def _used(reading: Reading, told: Told) -> int:
    about = told.interview_id
    if told.what is What.CAME_BACK:
        found = (one for one in reading.dossier.messages if one.id == told.message_id)
        about = next((one.interview_id for one in found), None)
    round_ = _round(reading, about)
    return tally(reading.dossier, round_).used if round_ is not None else 0


def if_moved(
    dossier: Dossier, before: Interview, after: Interview, moment: Moment
) -> Remark | None:
    """An interview that is put after letters about it went out: perhaps it is another one."""
    ended, ends = end_of(before), end_of(after)
    if ends is None or ends == ended:
        return None
    early = [
        one
        for one in _about(dossier, before)
        if one.sent_at < ends and (ended is None or one.sent_at >= ended)
    ]
    if not early:
        return None
    return _ask(Clash.MOVED_AFTER_THANKS, _day_of(early[0].sent_at, moment))


def if_person_goes(dossier: Dossier, person: Person, moment: Moment) -> Remark | None:
    """Somebody taken off the record who was written to: the letter stays, and so does its count."""
    sent = [
        one for one in dossier.messages if one.counts and person.id in (one.person_id, *one.names)
    ]
    if not sent:
        return None
    return _state(Clash.THANKED_PERSON, _day_of(sent[0].sent_at, moment))


def if_talk_goes(dossier: Dossier, interview: Interview, moment: Moment) -> Remark | None:
    """An interview taken off the record that letters went out about."""
    sent = _about(dossier, interview)
    return _state(Clash.THANKED_TALK, _day_of(sent[0].sent_at, moment)) if sent else None


def _about(dossier: Dossier, interview: Interview) -> list[Message]:
    """What went out about that talk, and counts for it."""
    return [
        one
        for one in dossier.messages
        if one.counts and one.kind in _FOLLOWS_UP and one.interview_id == interview.id
    ]


def _day_of(at: datetime, moment: Moment) -> date:
    return local_date(at, moment.zone)
