"""Beside the queue of Today: what comes within the week, what was put off, what rests and why."""

from datetime import datetime

from rules.board import Card
from rules.records import MessageKind, Moment
from rules.steps import StepKind, StepState
from rules.today import Today
from ui.wording.say import count, say
from ui.wording.steps import step_words
from ui.wording.times import clock, day_words, moment_words, short_date

_REASONS = {
    "they_replied": "they replied",
    "no_contact": "they asked not to be contacted",
    "not_needed": "letter left out",
    "nobody_to_thank": "nobody to thank",
    "nobody_reached": "nobody to write to",
    "no_longer_interested": "you let it go",
    "offer_open": "the decision is yours",
}
_SILENT = (StepKind.REST, StepKind.NOTHING)


def ahead_words(card: Card, moment: Moment) -> str:
    """What comes within the week, under the company's name."""
    step = card.step
    if step.kind is StepKind.INTERVIEW and step.at is not None:
        time = clock(step.at, moment.zone)
        if not card.faces:
            return say("Interview {time}", time=time)
        people = count(len(card.faces), "{n} person", "{n} people")
        return say("Interview {time}, {people}", time=time, people=people)
    if step.message is MessageKind.OFFER_ACKNOWLEDGEMENT or step.reason == "offer_open":
        return say("Offer reply due")
    if step.message is MessageKind.APPLICATION_FOLLOW_UP:
        return say("Follow up on application")
    return step_words(card, moment)


def snoozed_words(card: Card, moment: Moment) -> str:
    """When a card that was put off comes back."""
    until = card.snoozed_until or moment.now
    return say("Back {when}", when=moment_words(until, moment.now, moment.zone))


def resting_words(card: Card, moment: Moment) -> str:
    """Why a card says nothing: "Quillstone Press, both follow-ups sent."."""
    return say("{company}, {why}.", company=card.company, why=_why(card, moment))


def all_silent(cards: tuple[Card, ...]) -> bool:
    """Whether none of the resting cards will ask for a letter by itself."""
    return all(card.step.kind in _SILENT for card in cards)


def _why(card: Card, moment: Moment) -> str:
    step = card.step
    if step.reason in _REASONS:
        return say(_REASONS[step.reason])
    match step.kind:
        case StepKind.REST:
            return say("both follow-ups sent" if step.used >= 2 else "follow-up sent")
        case StepKind.CLOSE:
            return say("no answer so far")
        case StepKind.MOMENT_PASSED:
            return say("the moment has passed")
        case StepKind.WRITE if step.state is StepState.PASSED:
            return say("follow-up optional now")
        case StepKind.WRITE if card.due is not None:
            today = moment.now.astimezone(moment.zone).date()
            day = short_date(card.due.astimezone(moment.zone).date(), today)
            return say("nothing to send before {day}", day=day)
        case _:
            return say("nothing to send")


def next_event(today: Today, moment: Moment) -> str:
    """The next thing that comes: "Next: interview tomorrow 10:00, Brightmoor Council"."""
    coming = [(card.due, card) for card in today.ahead if card.due and card.due > moment.now]
    back = [(card.snoozed_until, card) for card in today.snoozed if card.snoozed_until]
    if not coming and not back:
        return ""
    at, card = min((*coming, *back), key=lambda one: (one[0], one[1].opportunity_id))
    what = step_words(card, moment)
    when = _when(card, at, moment)
    return say("Next: {what} {when}, {company}", what=what[:1].lower() + what[1:], when=when,
               company=card.company)  # fmt: skip


def _when(card: Card, at: datetime, moment: Moment) -> str:
    """The day; its hour too where that matters."""
    zone = moment.zone
    if card.step.kind is StepKind.INTERVIEW or at == card.snoozed_until:
        return moment_words(at, moment.now, zone)
    return day_words(at.astimezone(zone).date(), moment.now.astimezone(zone).date())
