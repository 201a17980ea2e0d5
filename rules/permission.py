"""Whether one message to one person may be written now; a refusal says why (RULES 4)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from rules import notes_beside, recipients, windows
from rules.closing_steps import KEEP_IN_TOUCH_MAX, KEEP_IN_TOUCH_PAUSE
from rules.records import Channel, Dossier, FactKind, MessageKind, Moment, Outcome, Part, PersonId
from rules.replies import Chain, ending_of, offer_elsewhere, open_question
from rules.rounds import Reading, Round, read
from rules.tally import Tally, application_used, last_sent, tally
from rules.thanking import chain_for, invited_sent_at, last_of, left_of
from rules.timing import EXPIRED, Window


@dataclass(frozen=True)
class Refusal:
    """Why a message may not be written, and from when it may, if time alone will do."""

    reason: str
    opens_at: datetime | None = None


def may_send(
    dossier: Dossier,
    kind: MessageKind,
    person_id: PersonId | None,
    moment: Moment,
    channel: Channel = Channel.EMAIL,
) -> Refusal | None:
    """None where the message may be written and copied at that moment."""
    reading = read(dossier, moment)
    closing = _CLOSING.get(kind)
    if closing is not None:
        return closing(reading)
    if ending_of(reading) is not None:
        return Refusal("closed")
    match kind:
        case MessageKind.APPLICATION_FOLLOW_UP:
            return _application_follow_up(reading)
        case MessageKind.THANK_YOU:
            return _thank_you(reading, person_id, channel)
        case MessageKind.PASS_ON:
            return _pass_on(reading, person_id)
        case MessageKind.THANKS_AND_QUESTION:
            return _thanks_and_question(reading, person_id)
        case MessageKind.INVITED_CHECK_IN:
            return _invited_check_in(reading, person_id)
        case MessageKind.COMPETING_OFFER:
            return _competing_offer(reading)
        case MessageKind.ADDRESS_REQUEST | MessageKind.DEBRIEF:
            against = notes_beside.refused(reading, kind, person_id)
            return Refusal(against) if against is not None else None
        case MessageKind.ANSWER:
            return None if open_question(reading) is not None else Refusal("nothing_asked")
        case _:
            return _check_in(reading, person_id, channel)


def _within(reading: Reading, window: Window, early: str = "too_early") -> Refusal | None:
    """The window's own refusals; the kinds that are never too late do not ask."""
    if reading.now < window.earliest:
        return Refusal(early, window.earliest)
    return Refusal("moment_passed") if reading.now > window.final else None


def _application_follow_up(reading: Reading) -> Refusal | None:
    opportunity = reading.dossier.opportunity
    chain = chain_for(reading, None, None)
    if reading.dossier.interviews:
        return Refusal("interview_on_record")
    if opportunity.no_contact:
        return Refusal("no_contact")
    if application_used(reading.dossier):
        return Refusal("application_followed_up")
    if opportunity.applied_at is None:
        return Refusal("no_sent_day")
    if (over := _over(chain)) is not None:
        return over
    window = windows.application_follow_up(reading, opportunity.applied_at, chain)
    return Refusal("too_early", window.earliest) if reading.now < window.earliest else None


def _over(chain: Chain) -> Refusal | None:
    """What they or the person said that ends the unprompted plan."""
    if chain.replied or chain.holding is not None:
        return Refusal("they_replied")
    lost = FactKind.NO_LONGER_INTERESTED in chain.seen
    return Refusal("no_longer_interested") if lost else None


def _thank_you(reading: Reading, person_id: PersonId | None, channel: Channel) -> Refusal | None:
    """One to each person met, from the end of their last talk until 168 hours later."""
    if recipients.goes_through_agency(reading):
        return _thank_through_agency(reading, person_id)
    own = [one for one in reading.rounds if person_id in one.people]
    if not own:
        return Refusal("not_met")
    held = [one for one in own if one.opened <= reading.now]
    if not held:
        return Refusal("not_ended", own[0].ended_for(person_id))
    round_ = held[-1]
    ended = round_.ended_for(person_id)
    if ended > reading.now:
        return Refusal("not_ended", ended)
    count = tally(reading.dossier, round_)
    if count.second is not None:
        return Refusal("both_sent")
    beside = channel is Channel.LETTER and person_id not in count.on_paper
    if person_id in count.thanked and not beside:
        return Refusal("already_thanked")
    return Refusal("thank_you_expired") if reading.now - ended > EXPIRED else None


def _thank_through_agency(reading: Reading, person_id: PersonId | None) -> Refusal | None:
    if person_id is None or person_id != recipients.recruiter(reading):
        return Refusal("agency")
    return _note_for_others(reading)


def _pass_on(reading: Reading, person_id: PersonId | None) -> Refusal | None:
    """One note that names those whom no note of their own reaches."""
    person = reading.dossier.person(person_id)
    if person is None or person.part not in (Part.ORGANISER, Part.RECRUITER):
        return Refusal("not_the_organiser")
    return _note_for_others(reading)


def _note_for_others(reading: Reading) -> Refusal | None:
    if not reading.held:
        ahead = reading.rounds[0].opened if reading.rounds else None
        return Refusal("not_ended" if reading.rounds else "not_met", ahead)
    round_ = reading.held[0]
    if round_.ended > reading.now:
        return Refusal("not_ended", round_.ended)
    count = tally(reading.dossier, round_)
    if count.second is not None:
        return Refusal("both_sent")
    if not left_of(round_, count):
        return Refusal("already_thanked")
    return Refusal("thank_you_expired") if reading.now - round_.ended > EXPIRED else None


def _last_round(reading: Reading) -> tuple[Round, Tally, Chain] | Refusal:
    """The round that unprompted messages after the thank-yous are about."""
    if reading.newest is None:
        return Refusal("not_met")
    if reading.newest.ended > reading.now or reading.dateless is not None:
        return Refusal("new_round")
    count = tally(reading.dossier, reading.newest)
    return reading.newest, count, chain_for(reading, reading.newest, count)


def _thanks_and_question(reading: Reading, person_id: PersonId | None) -> Refusal | None:
    """The first message of a round whose bare thank-yous are too late (RULES 0.14)."""
    found = _last_round(reading)
    if isinstance(found, Refusal):
        return found
    round_, count, chain = found
    if count.second is not None:
        return Refusal("both_sent")
    if count.first is not None:
        return Refusal("first_message_sent")
    if (over := _over(chain)) is not None:
        return over
    if recipients.goes_through_agency(reading):
        if person_id != recipients.recruiter(reading):
            return Refusal("agency")
    elif person_id not in round_.people:
        return Refusal("not_met")
    opens = round_.ended_for(person_id) + EXPIRED
    if reading.now <= opens:
        return Refusal("thank_you_still_possible", opens)
    return _within(reading, windows.thanks_and_question(reading, round_, chain, person_id))


def _check_in(reading: Reading, person_id: PersonId | None, channel: Channel) -> Refusal | None:
    """The one second message, to one person who got a first (RULES 0.15)."""
    found = _last_round(reading)
    if isinstance(found, Refusal):
        return found
    _, count, chain = found
    if count.second is not None:
        return Refusal("both_sent")
    if count.first is None:
        return Refusal("nobody_thanked")
    if (over := _over(chain)) is not None:
        return over
    agent = recipients.recruiter(reading)
    bound = recipients.goes_through_agency(reading) or agent in count.received
    if reading.dossier.opportunity.agency and bound and person_id != agent:
        return Refusal("agency")
    if person_id not in count.received:
        return Refusal("no_first_message")
    promised = chain.promise is not None and chain.promise.day is not None
    # A call only where they invited it or let their own day go by (row 18).
    welcome = promised or FactKind.INVITED_TO_CALL in chain.seen
    if channel is Channel.PHONE and not welcome:
        return Refusal("not_invited_to_call")
    early = "promised_day" if promised else "too_early"
    return _within(reading, windows.check_in(reading, count, chain, person_id), early)


def _invited_check_in(reading: Reading, person_id: PersonId | None) -> Refusal | None:
    """Exactly one after "still deciding", to whoever wrote it."""
    ahead = reading.newest is not None and reading.newest.ended > reading.now
    if ahead or reading.dateless is not None:
        return Refusal("new_round")
    round_ = reading.held[0] if reading.held else None
    count = tally(reading.dossier, round_) if round_ is not None else None
    chain = chain_for(reading, round_, count)
    if chain.holding is None:
        return Refusal("not_invited")
    if invited_sent_at(reading, chain.holding) is not None:
        return Refusal("invited_sent")
    if chain.holding.person_id not in (None, person_id):
        return Refusal("not_the_writer")
    return _within(reading, windows.invited_check_in(reading, chain.holding, chain), "promised_day")


def _competing_offer(reading: Reading) -> Refusal | None:
    offered = offer_elsewhere(reading)
    if offered is None:
        return Refusal("no_offer_elsewhere")
    return _within(reading, windows.competing_offer(reading, offered))


def _reply_to_rejection(reading: Reading) -> Refusal | None:
    ending = ending_of(reading)
    if ending is None or ending.outcome is not Outcome.NOT_THIS_TIME:
        return Refusal("not_rejected")
    if last_sent(reading.dossier, MessageKind.REPLY_TO_REJECTION) is not None:
        return Refusal("once")
    return _within(reading, windows.reply_to_rejection(reading, ending))


def _to_offer(kind: MessageKind) -> Callable[[Reading], Refusal | None]:
    def permission(reading: Reading) -> Refusal | None:
        ending = ending_of(reading)
        if ending is None or ending.outcome is not Outcome.OFFER:
            return Refusal("no_offer")
        declined = last_sent(reading.dossier, MessageKind.DECLINE) is not None
        once = declined or last_sent(reading.dossier, kind) is not None
        return Refusal("once") if once else None

    return permission


def _withdrawal(reading: Reading) -> Refusal | None:
    ending = ending_of(reading)
    lost = any(one.kind is FactKind.NO_LONGER_INTERESTED for one in reading.dossier.facts)
    if ending is None and not lost:
        return Refusal("not_withdrawn")
    if ending is not None and ending.outcome is not Outcome.WITHDREW:
        return Refusal("closed")
    sent = last_sent(reading.dossier, MessageKind.WITHDRAWAL)
    return Refusal("once") if sent is not None else None


def _keep_in_touch(reading: Reading) -> Refusal | None:
    """From a month after a rejection: one note in 90 days, two in all (row 11b)."""
    ending = ending_of(reading)
    if ending is None or ending.outcome is not Outcome.NOT_THIS_TIME:
        return Refusal("not_rejected")
    notes = last_of(reading.dossier, MessageKind.KEEP_IN_TOUCH)
    if len(notes) >= KEEP_IN_TOUCH_MAX:
        return Refusal("both_sent")
    opens = windows.keep_in_touch(reading, ending).earliest
    if notes:
        opens = max(opens, notes[-1].sent_at + KEEP_IN_TOUCH_PAUSE)
    return Refusal("too_early", opens) if reading.now < opens else None


_CLOSING: dict[MessageKind, Callable[[Reading], Refusal | None]] = {
    MessageKind.REPLY_TO_REJECTION: _reply_to_rejection,
    MessageKind.OFFER_ACKNOWLEDGEMENT: _to_offer(MessageKind.OFFER_ACKNOWLEDGEMENT),
    MessageKind.DECLINE: _to_offer(MessageKind.DECLINE),
    MessageKind.WITHDRAWAL: _withdrawal,
    MessageKind.KEEP_IN_TOUCH: _keep_in_touch,
}
"""Kinds that an outcome opens instead of closing."""
