"""What is likely meant: whom, which talk, what a call was for. Proposed, never assumed."""

from datetime import date, timedelta

from rules import recipients
from rules.acts import WHAT_OF, Told, What
from rules.calendar import local_date
from rules.records import (
    Dossier,
    FactKind,
    Interview,
    InterviewId,
    Message,
    MessageKind,
    Moment,
    Outcome,
    Part,
    PersonId,
)
from rules.replies import ending_of, offer_elsewhere
from rules.rounds import Reading, Round, end_of, read
from rules.tally import tally
from rules.thanking import chain_for, invited_sent_at, left_of

_AFTER: dict[Outcome, tuple[MessageKind, ...]] = {
    Outcome.OFFER: (MessageKind.OFFER_ACKNOWLEDGEMENT, MessageKind.DECLINE),
    Outcome.NOT_THIS_TIME: (MessageKind.REPLY_TO_REJECTION, MessageKind.KEEP_IN_TOUCH),
    Outcome.WITHDREW: (MessageKind.WITHDRAWAL,),
    Outcome.NO_ANSWER: (MessageKind.CHECK_IN, MessageKind.ANSWER),
}
_RECRUITERS = (What.AGENCY, What.DEBRIEFED)


def reply(dossier: Dossier, kind: FactKind, day: date | None, moment: Moment) -> Told:
    """Something they answered just now, by whom and about which talk is likely."""
    what = WHAT_OF[kind]
    return Told(
        what=what,
        at=moment.now,
        day=day,
        person_id=person_for(dossier, what, moment),
        interview_id=talk_for(dossier, moment),
    )


def offered(dossier: Dossier, what: What, moment: Moment) -> bool:
    """Whether that can have happened to this opportunity."""
    opportunity = dossier.opportunity
    match what:
        case What.DECIDES_AT_ONCE | What.WAITS | What.POSTED:
            return bool(dossier.interviews)
        case What.NO_ADDRESS:
            return bool(dossier.people)
        case What.CAME_BACK:
            return bool(went_out(dossier))
        case What.NO_CONTACT:
            return not opportunity.no_contact and not dossier.interviews
        case What.AGENCY:
            return not opportunity.agency
        case What.DEBRIEFED:
            return opportunity.agency and bool(dossier.interviews)
        case What.KEPT_IN_TOUCH:
            ending = ending_of(read(dossier, moment))
            return ending is not None and ending.outcome is Outcome.NOT_THIS_TIME
        case _:
            return True


def went_out(dossier: Dossier) -> tuple[Message, ...]:
    """What may have come back, the newest first."""
    found = [one for one in dossier.messages if one.counts]
    return tuple(sorted(found, key=lambda one: (one.sent_at, one.id), reverse=True))


def talk_for(dossier: Dossier, moment: Moment) -> InterviewId | None:
    """The talk that is spoken of: the last one that was held."""
    round_ = _held(read(dossier, moment))
    return round_.interviews[-1].id if round_ is not None else None


def joins(dossier: Dossier, interview: Interview, moment: Moment) -> bool:
    """Whether a talk may be of one round with the one before it: of the day before (RULES 1)."""
    end, zone = end_of(interview), read(dossier, moment).zone
    if end is None:
        return False
    ends = (end_of(one) for one in dossier.interviews if one.id != interview.id)
    before = max((one for one in ends if one is not None and one <= end), default=None)
    if before is None:
        return False
    return local_date(end, zone) - local_date(before, zone) == timedelta(days=1)


def person_for(dossier: Dossier, what: What, moment: Moment) -> PersonId | None:
    """Who is likely meant; None where nobody stands out."""
    reading = read(dossier, moment)
    if what in _RECRUITERS:
        return recipients.recruiter(reading)
    if what is What.ASKED_ADDRESS:
        wanted = (Part.ORGANISER, Part.RECRUITER)
        return next((one.id for one in dossier.people if one.part in wanted), None)
    round_ = _held(reading)
    if what is What.NO_ADDRESS:
        met = round_.people if round_ is not None else ()
        unknown = recipients.without_address(reading, met)
        return next(iter((*unknown, *met)), None)
    count = tally(dossier, round_) if round_ is not None else None
    return recipients.contact(reading, chain_for(reading, round_, count), round_)


def purposes(dossier: Dossier, what: What, moment: Moment) -> tuple[MessageKind, ...]:
    """What a call or a letter can have been for, the likeliest first."""
    reading = read(dossier, moment)
    ending = ending_of(reading)
    if ending is not None:
        return _AFTER[ending.outcome]
    round_ = _held(reading)
    count = tally(dossier, round_) if round_ is not None else None
    chain = chain_for(reading, round_, count)
    asks = MessageKind.APPLICATION_FOLLOW_UP if round_ is None else MessageKind.CHECK_IN
    if chain.holding is not None and invited_sent_at(reading, chain.holding) is None:
        asks = MessageKind.INVITED_CHECK_IN
    found = [asks]
    if round_ is not None:
        thanks_first = what is What.POSTED or (what is What.WROTE and count and not count.used)
        found.insert(0 if thanks_first else 1, MessageKind.THANK_YOU)
    if round_ is not None and count is not None and left_of(round_, count) and _passes_on(reading):
        found.append(MessageKind.PASS_ON)
    if offer_elsewhere(reading) is not None:
        found.append(MessageKind.COMPETING_OFFER)
    if FactKind.NO_LONGER_INTERESTED in chain.seen:
        found.append(MessageKind.WITHDRAWAL)
    return (*found, MessageKind.ANSWER)


def _passes_on(reading: Reading) -> bool:
    """Whether somebody on record can pass thanks on; an agency's recruiter is thanked alone."""
    through = recipients.goes_through_agency(reading)
    return not through and recipients.organiser(reading) is not None


def _held(reading: Reading) -> Round | None:
    return reading.held[0] if reading.held else None
