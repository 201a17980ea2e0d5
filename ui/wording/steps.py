"""What a card says: its next step in words, and its chip."""

from datetime import datetime

from rules.board import Card, Tint
from rules.records import MessageKind, Moment, Outcome
from rules.steps import NextStep, StepKind, StepState
from ui.wording.say import count, say
from ui.wording.times import capital, day_words, moment_words, short_date, span, weekday

NEAR = 5
"""Days ahead up to which a chip counts them; from there on it names the date."""

_WRITE = {
    MessageKind.APPLICATION_FOLLOW_UP: ("Follow up on application", "Follow up"),
    MessageKind.THANK_YOU: ("Send a thank-you", "Thank"),
    MessageKind.PASS_ON: ("Ask to pass thanks on", "Pass thanks on"),
    MessageKind.THANKS_AND_QUESTION: ("Send thanks and a question", "Thanks and question"),
    MessageKind.CHECK_IN: ("Send the check-in", "Check in"),
    MessageKind.INVITED_CHECK_IN: ("Send the invited check-in", "Check in"),
    MessageKind.REPLY_TO_REJECTION: ("Reply to the rejection", "Reply"),
    MessageKind.OFFER_ACKNOWLEDGEMENT: ("Reply to the offer", "Reply"),
    MessageKind.COMPETING_OFFER: ("Tell them of your other offer", "Tell them"),
    MessageKind.WITHDRAWAL: ("Tell them you withdraw", "Withdraw"),
    MessageKind.DECLINE: ("Decline the offer", "Decline"),
    MessageKind.ANSWER: ("Answer their question", "Answer"),
    MessageKind.KEEP_IN_TOUCH: ("Keep in touch", "Keep in touch"),
    MessageKind.ADDRESS_REQUEST: ("Ask for the addresses", "Ask for addresses"),
    MessageKind.DEBRIEF: ("Tell the recruiter how it went", "Tell the recruiter"),
}

_WRITE_ICONS = {
    MessageKind.APPLICATION_FOLLOW_UP: "send",
    MessageKind.THANK_YOU: "pen-line",
    MessageKind.PASS_ON: "pen-line",
    MessageKind.OFFER_ACKNOWLEDGEMENT: "party-popper",
    MessageKind.ANSWER: "reply",
    MessageKind.REPLY_TO_REJECTION: "reply",
}

_MISSING = {
    "no_date": ("Add date and people", "Add date", "No date yet"),
    "no_sent_day": ("Add the day you applied", "Add the day", "No date yet"),
    "nobody_on_record": ("Add whom you met", "Add people", "Nobody yet"),
    "no_recruiter": ("Add the recruiter", "Add recruiter", "No recruiter yet"),
}

_RESTING = {"they_replied": "They replied", "no_contact": "No contact wanted"}

_OUTCOMES = {
    Outcome.OFFER: "Offer",
    Outcome.NOT_THIS_TIME: "Not this time",
    Outcome.WITHDREW: "I withdrew",
    Outcome.NO_ANSWER: "No answer",
}

_STEP_ICONS = {
    StepKind.INTERVIEW: "calendar-clock",
    StepKind.CONFIRM_SENT: "circle-question-mark",
    StepKind.REST: "check-check",
    StepKind.CLOSE: "archive",
    StepKind.MOMENT_PASSED: "coffee",
    StepKind.NOTHING: "coffee",
    StepKind.CLOSED: "archive",
}

_CHIP_ICONS = {
    Tint.LATE: "alarm-clock",
    Tint.TODAY: "clock",
    Tint.LATER: "calendar",
    Tint.EVENT: "calendar-clock",
    Tint.OFFER: "party-popper",
    Tint.REST: "mail-check",
    Tint.CLOSED: "calendar",
}


def outcome_words(outcome: Outcome) -> str:
    """How it ended, in the person's words."""
    return say(_OUTCOMES[outcome])


def is_far(card: Card, moment: Moment) -> bool:
    """Whether an application's follow-up is too early and more than a few days away."""
    step = card.step
    return (
        step.message is MessageKind.APPLICATION_FOLLOW_UP
        and step.state is StepState.TOO_EARLY
        and card.due is not None
        and _days_to(card.due, moment) > NEAR
    )


def step_icon(card: Card, moment: Moment) -> str:
    """The name of the icon before a card's next step."""
    step = card.step
    if card.tint is Tint.OFFER:
        return "party-popper"
    if step.kind is StepKind.WRITE and step.message is not None:
        return "coffee" if is_far(card, moment) else _WRITE_ICONS.get(step.message, "mail")
    if step.kind is StepKind.ADD_DETAILS:
        return "calendar-plus" if step.reason in ("no_date", "no_sent_day") else "user-plus"
    return _STEP_ICONS.get(step.kind, "coffee")


def step_words(card: Card, moment: Moment, *, short: bool = False) -> str:
    """The one next step of a card, in a few words; `short` for a narrow card."""
    step = card.step
    match step.kind:
        case StepKind.WRITE:
            if is_far(card, moment):
                return say("Nothing to send yet")
            return _write_words(card, step, short)
        case StepKind.INTERVIEW:
            return say("Interview")
        case StepKind.ADD_DETAILS:
            words = _MISSING.get(step.reason, _MISSING["no_date"])
            if step.reason == "no_date" and card.faces:
                return say("Add the date")
            return say(words[1] if short else words[0])
        case StepKind.CONFIRM_SENT:
            return say("Sent or not?")
        case StepKind.REST:
            return say("Nothing more to send")
        case StepKind.CLOSE:
            return say("Close this one?")
        case StepKind.MOMENT_PASSED:
            return say("The moment has passed")
        case StepKind.NOTHING:
            return _nothing_words(card)
        case StepKind.CLOSED:
            return _closed_words(card, moment)


def _write_words(card: Card, step: NextStep, short: bool) -> str:
    """The letter that comes next; a thank-you counts the people who wait for one."""
    message = step.message or MessageKind.THANK_YOU
    if message is MessageKind.THANK_YOU and step.people:
        left = len(step.people)
        if card.thanked and not short:
            return count(left, "Thank {n} more person", "Thank {n} more people")
        return count(left, "Thank {n} person", "Thank {n} people")
    if message is MessageKind.CHECK_IN and step.state is StepState.TOO_EARLY:
        return say("Check in if no reply")
    long, brief = _WRITE[message]
    return say(brief if short else long)


def _nothing_words(card: Card) -> str:
    return say("Reply to the offer" if card.step.reason == "offer_open" else "Nothing to send")


def _closed_words(card: Card, moment: Moment) -> str:
    if card.outcome_at is None:
        return say("Closed")
    today = moment.now.astimezone(moment.zone).date()
    day = card.outcome_at.astimezone(moment.zone).date()
    return say("Closed on {day}", day=short_date(day, today))


def chip(card: Card, moment: Moment, *, spoken: bool = False) -> tuple[str, str]:
    """The icon and the words of a card's chip; `spoken` writes units out."""
    return _CHIP_ICONS[card.tint], _chip_words(card, moment, spoken)


def _chip_words(card: Card, moment: Moment, spoken: bool) -> str:
    step = card.step
    match card.tint:
        case Tint.LATE:
            late = moment.now - (card.due or moment.now)
            return say("{span} late", span=span(late, spoken=spoken))
        case Tint.TODAY:
            return _today_words(card, moment, spoken)
        case Tint.LATER:
            return _later_words(card, moment)
        case Tint.EVENT:
            return _event_words(step, moment)
        case Tint.OFFER:
            return _offer_words(card, moment)
        case Tint.REST:
            if step.reason in _RESTING:
                return say(_RESTING[step.reason])
            return say("Both sent") if step.used >= 2 else say("Sent")
        case Tint.CLOSED:
            return outcome_words(card.outcome) if card.outcome else say("Closed")


def _today_words(card: Card, moment: Moment, spoken: bool) -> str:
    step = card.step
    if step.kind is StepKind.ADD_DETAILS:
        return say(_MISSING.get(step.reason, _MISSING["no_date"])[2])
    if step.kind is StepKind.CONFIRM_SENT:
        if step.at is None:
            return say("Copied")
        return say("Copied {at}", at=_since(step.at, moment))
    counted = step.message in (MessageKind.THANK_YOU, MessageKind.PASS_ON)
    if counted and card.due is not None:
        left = card.due - moment.now
        return say("{span} left", span=span(left, spoken=spoken, whole_days=False))
    return say("Today")


def _since(at: datetime, moment: Moment) -> str:
    """The time for today's copies, the day for earlier ones."""
    day, today = at.astimezone(moment.zone).date(), moment.now.astimezone(moment.zone).date()
    return f"{at.astimezone(moment.zone):%H:%M}" if day == today else day_words(day, today)


def _later_words(card: Card, moment: Moment) -> str:
    step, due = card.step, card.due
    if step.kind is StepKind.CLOSE:
        return say("No answer so far")
    if step.kind is StepKind.MOMENT_PASSED:
        return say("Rest or close")
    if step.kind is StepKind.WRITE and step.state is StepState.PASSED:
        return say("Optional now")
    if due is None or step.kind is StepKind.NOTHING:
        return say(_RESTING.get(step.reason, "Resting"))
    days = _days_to(due, moment)
    if days <= 0:
        return say("From {at}", at=f"{due.astimezone(moment.zone):%H:%M}")
    if days == 1:
        return say("Tomorrow")
    if days <= NEAR:
        return count(days, "In {n} day", "In {n} days")
    today = moment.now.astimezone(moment.zone).date()
    return say("From {day}", day=short_date(due.astimezone(moment.zone).date(), today))


def _event_words(step: NextStep, moment: Moment) -> str:
    if step.at is None:
        return say("No date yet")
    if step.at <= moment.now:
        return say("Now")
    return capital(moment_words(step.at, moment.now, moment.zone))


def _offer_words(card: Card, moment: Moment) -> str:
    if card.due is None or card.due < moment.now:
        return say("Offer")
    day = card.due.astimezone(moment.zone).date()
    today = moment.now.astimezone(moment.zone).date()
    return say("By {day}", day=f"{weekday(day)} {short_date(day, today)}")


def _days_to(due: datetime, moment: Moment) -> int:
    """Calendar days from today to the day of `due`, both where the person is."""
    return (due.astimezone(moment.zone).date() - moment.now.astimezone(moment.zone).date()).days
