"""The one next step of an opportunity, when it is, and why (RULES 3)."""

from dataclasses import replace
from datetime import datetime

from rules import recipients, windows
from rules.calendar import local_date
from rules.closing_steps import after_ending, told_elsewhere, withdrawing
from rules.copies import UNSURE_AFTER, went_out
from rules.left_out import is_left_out, without_letter
from rules.records import (
    Dossier,
    Draft,
    EmployerKind,
    FactKind,
    Interview,
    InterviewKind,
    MessageKind,
    Moment,
    PersonId,
)
from rules.replies import Chain, ending_of, open_question
from rules.rounds import Reading, Round, read
from rules.step_parts import Place, closing_day, of_application, of_round, writing
from rules.steps import NextStep, StepKind, StepState
from rules.tally import application_sent_at, tally
from rules.thanking import Owed, chain_for, invited_sent_at, is_waiting, left_of, owed

_SECOND_MAX_SUGGESTED = 21
_LATE = {StepState.LATE: "late", StepState.VERY_LATE: "very_late"}


def next_step(dossier: Dossier, moment: Moment) -> NextStep:
    """What comes next, from the facts and the moment alone."""
    reading = read(dossier, moment)
    ending = ending_of(reading)
    if ending is not None:
        step = after_ending(reading, ending)
        return without_letter(step, ending.outcome) if is_left_out(reading, step) else step
    opened = _opened(reading) or _talk(reading)
    if opened is None:
        held = reading.held
        opened = _after_round(reading, held[0]) if held else _application(reading)
        if is_left_out(reading, opened):
            opened = without_letter(opened, None)
    return _or_confirm(reading, opened)


def _opened(reading: Reading) -> NextStep | None:
    """A letter that a fact opened and that is due at once."""
    if not reading.dossier.facts:
        return None
    steps = (told_elsewhere(reading), _answer(reading))
    return next((one for one in steps if one is not None and not is_left_out(reading, one)), None)


def _answer(reading: Reading) -> NextStep | None:
    asked = open_question(reading)
    if asked is None:
        return None
    window = windows.answer(reading, asked)
    if reading.now > window.final:
        return None
    place = _place(reading)
    chain = Chain() if asked.person_id is not None else chain_for(reading, place.round, None)
    person = asked.person_id or recipients.contact(reading, chain, place.round)
    return writing(reading, place, MessageKind.ANSWER, person, window, "answer")


def _place(reading: Reading) -> Place:
    """The count a step is shown with: the newest round's, else the application's."""
    newest = reading.newest
    if newest is not None:
        return of_round(newest, tally(reading.dossier, newest))
    if reading.dateless is not None:
        return Place(interview_id=reading.dateless.id, used=0, of=2)
    return of_application(reading.dossier)


def _talk(reading: Reading) -> NextStep | None:
    """A talk ahead or without a date; thanks still owed for an earlier day go first."""
    ahead, dateless = reading.ahead, reading.dateless
    talk = ahead or dateless
    if talk is None:
        return None
    running = ahead is not None and ahead.start is not None and ahead.start <= reading.now
    due = None if running else owed(reading)
    if due is not None and (ahead is None or not due.round.holds(ahead.id)):
        return _thanking(reading, due)
    place = _place(reading)
    if ahead is not None:
        return NextStep(
            kind=StepKind.INTERVIEW,
            interview_id=ahead.id,
            people=ahead.met,
            state=StepState.NOT_YET,
            at=ahead.start,
            used=place.used,
            reason="interview_ahead",
        )
    return NextStep(
        kind=StepKind.ADD_DETAILS, interview_id=talk.id, people=talk.met, reason="no_date"
    )


def _thanking(reading: Reading, due: Owed) -> NextStep:
    place = of_round(due.round, due.count)
    if not due.people:
        return place.bare(StepKind.ADD_DETAILS, "no_recruiter")
    talk = due.round.talk_with(due.urgent)
    window = windows.thank_you(reading, due.round, due.urgent)
    reason = _why_thanks(reading, due, talk, windows.state_of(due.kind, window, reading.now))
    place = replace(place, interview_id=talk.id)
    return writing(reading, place, due.kind, due.people, window, reason)


def _why_thanks(reading: Reading, due: Owed, talk: Interview, state: StepState) -> str:
    """The situation of a thank-you that says most about it (rows 2 to 6, 15, 16, 21, 22, 25)."""
    chain = chain_for(reading, due.round, due.count)
    situations = (
        (_LATE.get(state, ""), state in _LATE),
        ("no_longer_interested", FactKind.NO_LONGER_INTERESTED in chain.seen),
        ("agency", recipients.goes_through_agency(reading)),
        ("decides_at_once", talk.decides_at_once),
        ("group_note", due.kind is MessageKind.PASS_ON),
        ("no_address", _wants_address(reading, due)),
        ("several_talks", len(due.round.interviews) > 1),
        ("panel", len(due.round.people) > 1),
        ("new_round", due.round is not reading.rounds[0]),
        ("phone_screen", talk.kind is InterviewKind.PHONE_SCREEN),
    )
    return next((reason for reason, holds in situations if holds), "within_a_day")


def _wants_address(reading: Reading, due: Owed) -> bool:
    """Whether an address is missing that the organiser could be asked for (row 15)."""
    unknown = recipients.without_address(reading, due.people)
    return bool(unknown) and recipients.organiser(reading) is not None


def _after_round(reading: Reading, round_: Round) -> NextStep:
    """The round is over and no other talk is ahead."""
    due = owed(reading)
    if due is not None:
        return _thanking(reading, due)
    count = tally(reading.dossier, round_)
    chain = chain_for(reading, round_, count)
    place = of_round(round_, count)
    step = withdrawing(reading, place, chain) or _invited(reading, place, chain)
    if step is not None:
        return step
    if chain.replied:
        return place.bare(StepKind.REST if count.used else StepKind.NOTHING, "they_replied")
    if count.second is not None:
        return closing_day(reading, place, count.second.sent_at, "both_sent")
    if not round_.people and not count.used and not is_waiting(chain):
        return place.bare(StepKind.ADD_DETAILS, "nobody_on_record")
    if count.first is None:
        return _question(reading, round_, place, chain)
    return _check_in(reading, round_, place, chain)


def _invited(reading: Reading, place: Place, chain: Chain) -> NextStep | None:
    """The one nudge that "still deciding" opened, or the rest after it."""
    if chain.holding is None:
        return None
    sent = invited_sent_at(reading, chain.holding)
    if sent is not None:
        return closing_day(reading, place, sent, "invited_sent")
    window = windows.invited_check_in(reading, chain.holding, chain)
    person = chain.holding.person_id or recipients.contact(reading, chain, place.round)
    return writing(reading, place, MessageKind.INVITED_CHECK_IN, person, window, "still_deciding")


def _question(reading: Reading, round_: Round, place: Place, chain: Chain) -> NextStep:
    """Nobody was thanked in time: thanks and question in one letter to one person (row 23)."""
    left = left_of(round_, tally(reading.dossier, round_))
    if not left or is_waiting(chain):
        return place.bare(StepKind.NOTHING, "nobody_to_thank")
    if recipients.goes_through_agency(reading):
        person = recipients.recruiter(reading)
        if person is None:
            return place.bare(StepKind.ADD_DETAILS, "no_recruiter")
    else:
        person = recipients.in_order(reading, left, chain, round_)[0]
    window = windows.thanks_and_question(reading, round_, chain, person)
    kind = MessageKind.THANKS_AND_QUESTION
    return writing(reading, place, kind, person, window, "thanks_with_question")


def _check_in(reading: Reading, round_: Round, place: Place, chain: Chain) -> NextStep:
    count = tally(reading.dossier, round_)
    person = recipients.for_check_in(reading, round_, count, chain)
    if person is None:
        return place.bare(StepKind.REST, "nobody_reached")
    window = windows.check_in(reading, count, chain, person)
    state = windows.state_of(MessageKind.CHECK_IN, window, reading.now)
    reason = _why_check_in(reading, chain, person, state)
    return writing(reading, place, MessageKind.CHECK_IN, person, window, reason)


def _why_check_in(reading: Reading, chain: Chain, person: PersonId, state: StepState) -> str:
    """The situation of a check-in that says most about it (rows 7 to 10c, 18, 26)."""
    early = state is StepState.TOO_EARLY
    away = chain.away_until(person)
    today = local_date(reading.now, reading.zone)
    slow = reading.dossier.opportunity.employer_kind is not EmployerKind.COMPANY
    if state is StepState.OVERDUE:
        return "check_in_overdue"
    if early and away is not None and chain.promise is None:
        return "away"
    if chain.promise is not None and chain.promise.day is not None:
        return "promised_day_ahead" if today <= chain.promise.day else "promised_day_passed"
    if FactKind.INVITED_TO_CALL in chain.seen:
        return "call"
    if slow and reading.moment.preferences.second_max < _SECOND_MAX_SUGGESTED:
        return "slow_search"
    return "one_more"


def _application(reading: Reading) -> NextStep:
    """No talk yet: at most one follow-up to the application (rows 1, 1b, 1c)."""
    dossier = reading.dossier
    opportunity = dossier.opportunity
    place = of_application(dossier)
    chain = chain_for(reading, None, None)
    step = withdrawing(reading, place, chain) or _invited(reading, place, chain)
    if step is not None:
        return step
    if chain.replied:
        return place.bare(StepKind.REST if place.used else StepKind.NOTHING, "they_replied")
    sent = application_sent_at(dossier)
    if sent is not None:
        return closing_day(reading, place, sent, "application_followed_up")
    if opportunity.no_contact:
        return place.bare(StepKind.NOTHING, "no_contact")
    if opportunity.applied_at is None:
        return place.bare(StepKind.ADD_DETAILS, "no_sent_day")
    window = windows.application_follow_up(reading, opportunity.applied_at, chain)
    person = recipients.contact(reading, chain, None)
    closing = opportunity.closing
    later = closing is not None and closing > local_date(opportunity.applied_at, reading.zone)
    reason = "after_closing_day" if later else "application_second_week"
    return writing(reading, place, MessageKind.APPLICATION_FOLLOW_UP, person, window, reason)


def _or_confirm(reading: Reading, step: NextStep) -> NextStep:
    """A letter was copied and nobody said that it went out: ask, where nothing is better."""
    if not reading.dossier.drafts or step.kind in (StepKind.INTERVIEW, StepKind.ADD_DETAILS):
        return step
    for draft in reading.dossier.drafts:
        at = draft.copied_at
        if (
            at is None
            or went_out(reading.dossier, draft, at)
            or _is_better(reading, step, draft, at)
        ):
            continue
        return replace(
            step,
            kind=StepKind.CONFIRM_SENT,
            message=draft.kind,
            channel=draft.channel,
            people=() if draft.person_id is None else (draft.person_id,),
            interview_id=draft.interview_id,
            at=at,
            reason="sent_or_not",
        )
    return step


def _is_better(reading: Reading, step: NextStep, draft: Draft, copied: datetime) -> bool:
    """Whether a letter that may be written now goes before the question about a copied one.

    A thank-you always does: its hours run. Another copied letter is asked about after a while.
    """
    if step.kind is not StepKind.WRITE or not step.may_compose:
        return False
    same = draft.kind is step.message and (not step.people or draft.person_id in step.people)
    thanks = draft.kind in (MessageKind.THANK_YOU, MessageKind.PASS_ON)
    return not same or thanks or reading.now - copied < UNSURE_AFTER
