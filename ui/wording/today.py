"""The rows of Today: what to do where, the one fact beside it, and the verb of its button."""

from datetime import timedelta

from rules.board import Card
from rules.records import Dossier, MessageKind, Moment
from rules.steps import StepKind
from rules.today import Today
from ui.wording.say import count, say
from ui.wording.steps import step_words
from ui.wording.times import clock, day_words, full_date

MINUTES_A_LETTER = 3

_TITLES = {
    MessageKind.CHECK_IN: "Check in with {company}",
    MessageKind.INVITED_CHECK_IN: "Check in with {company}",
    MessageKind.APPLICATION_FOLLOW_UP: "Follow up with {company}",
    MessageKind.THANK_YOU: "{step} at {company}",
    MessageKind.PASS_ON: "{step} at {company}",
}

_VERBS = {
    MessageKind.CHECK_IN: "Write check-in",
    MessageKind.INVITED_CHECK_IN: "Write check-in",
    MessageKind.APPLICATION_FOLLOW_UP: "Write follow-up",
}

_LETTERS = {
    MessageKind.APPLICATION_FOLLOW_UP: "Your application follow-up",
    MessageKind.THANK_YOU: "Your thank-you",
    MessageKind.CHECK_IN: "Your check-in",
}


def row_title(card: Card, moment: Moment) -> str:
    """What to do and where: "Thank 2 people at Tidepool Robotics"."""
    if card.step.kind is StepKind.CONFIRM_SENT:
        return say("Did this go to {company}?", company=card.company)
    words = step_words(card, moment)
    message = card.step.message
    form = "{step} for {company}"
    if card.step.kind is StepKind.WRITE and message is not None:
        form = _TITLES.get(message, "{step}, {company}")
    return say(form, step=words, company=card.company)


def row_fact(card: Card, dossier: Dossier, moment: Moment) -> str:
    """The role and one fact: "Design Engineer. You met yesterday at 13:00."."""
    if card.step.kind is StepKind.CONFIRM_SENT:
        return _copied(dossier, moment)
    facts = [say("{role}.", role=card.role)] if card.role else []
    if card.step.kind is StepKind.WRITE:
        facts.append(_fact(card, dossier, moment))
    return " ".join(filter(None, facts))


def _copied(dossier: Dossier, moment: Moment) -> str:
    """Which letter was copied, to whom and when."""
    copied = [draft for draft in dossier.drafts if draft.copied_at is not None]
    if not copied:
        return ""
    draft = max(copied, key=lambda one: one.copied_at or moment.now)
    person = dossier.person(draft.person_id)
    letter = say(_LETTERS.get(draft.kind, "Your email"))
    if person is not None and draft.kind is MessageKind.THANK_YOU:
        letter = say("{letter} to {name}", letter=letter, name=person.name)
    at = draft.copied_at or moment.now
    when = say("at {time}", time=clock(at, moment.zone))
    if at.astimezone(moment.zone).date() != moment.now.astimezone(moment.zone).date():
        today = moment.now.astimezone(moment.zone).date()
        when = day_words(at.astimezone(moment.zone).date(), today)
    return say("{letter}, copied {when}.", letter=letter, when=when)


def _fact(card: Card, dossier: Dossier, moment: Moment) -> str:
    """When they met, or how long it has been quiet."""
    message = card.step.message
    today = moment.now.astimezone(moment.zone).date()
    if message in (MessageKind.THANK_YOU, MessageKind.PASS_ON, MessageKind.THANKS_AND_QUESTION):
        talk = dossier.interview(card.step.interview_id)
        end = talk.end if talk else None
        if end is None:
            return ""
        day = end.astimezone(moment.zone).date()
        if day == today:
            return say("It ended at {time}.", time=clock(end, moment.zone))
        return say("You met {day} at {time}.", day=day_words(day, today),
                   time=clock(end, moment.zone))  # fmt: skip
    if message is MessageKind.CHECK_IN:
        sent = [one.sent_at for one in dossier.messages if one.counts]
        quiet = (today - max(sent).astimezone(moment.zone).date()).days if sent else 0
        said = count(quiet, "No reply in {n} day.", "No reply in {n} days.")
        return f"{said} {say('Last of 2.')}"
    applied = dossier.opportunity.applied_at
    if message is MessageKind.APPLICATION_FOLLOW_UP and applied is not None:
        ago = (today - applied.astimezone(moment.zone).date()).days
        return count(ago, "Applied {n} day ago.", "Applied {n} days ago.")
    return ""


def row_verb(card: Card) -> str:
    """What the button of a row does."""
    step = card.step
    if step.kind is StepKind.ADD_DETAILS:
        return say("Add details")
    if step.kind is not StepKind.WRITE or not step.may_compose or step.message is None:
        return say("Open")
    if step.message is MessageKind.THANK_YOU:
        left = max(len(step.people), 1)
        return say("Write thank-you") if left == 1 else say("Write {n} thank-yous", n=left)
    return say(_VERBS.get(step.message, "Write it"))


def day_line(today: Today, moment: Moment) -> str:
    """The line under the page's title: the day, how many to send, how long it takes."""
    day = moment.now.astimezone(moment.zone).date()
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    months = full_date(day).split()
    date = say("{weekday} {date}.", weekday=say(names[day.weekday()]),
               date=" ".join(months[1:3]))  # fmt: skip
    sending = today.to_send
    if not sending:
        return f"{date} {say('Nothing to send.')}"
    minutes = sending * MINUTES_A_LETTER
    return f"{date} " + say("{n} to send, about {m} minutes.", n=sending, m=minutes)


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


def resting_words(cards: tuple[Card, ...]) -> str:
    """Why some cards say nothing."""
    lines = []
    for card in cards[:6]:
        why = say("both follow-ups sent") if card.used >= 2 else say("nothing to send")
        lines.append(say("{company}, {why}.", company=card.company, why=why))
    if len(cards) > 6:
        lines.append(count(len(cards) - 6, "And {n} more.", "And {n} more."))
    lines.append(say("Nothing more to do there."))
    return "\n".join(lines)


def next_event(today: Today, moment: Moment) -> str:
    """The next thing that comes: "Next: interview tomorrow 10:00, Brightmoor Council"."""
    coming = [card for card in today.ahead if card.due is not None]
    if not coming:
        return ""
    card = min(coming, key=lambda one: one.due or moment.now + timedelta(days=7))
    due = card.due or moment.now
    zone, now = moment.zone, moment.now.astimezone(moment.zone).date()
    day = day_words(due.astimezone(zone).date(), now)
    what = step_words(card, moment)
    if card.step.kind is StepKind.INTERVIEW:
        day = f"{day} {clock(due, zone)}"
    what = what[:1].lower() + what[1:]
    return say("Next: {what} {day}, {company}", what=what, day=day, company=card.company)
