"""The rows of Today: what to do where, the one fact beside it, and the verb of its button."""

from rules.board import Card
from rules.copies import Copied
from rules.evidence import EVIDENCE
from rules.records import Dossier, MessageKind, Moment
from rules.steps import StepKind
from rules.today import Today, asked_about
from ui.wording.cards import spoken
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
    if asked_about(card, moment.now) is not None:
        return say("Did this go to {company}?", company=card.company)
    words = step_words(card, moment)
    message = card.step.message
    form = "{step} for {company}"
    if card.step.kind is StepKind.WRITE and message is not None:
        form = _TITLES.get(message, "{step}, {company}")
    return say(form, step=words, company=card.company)


def row_fact(card: Card, dossier: Dossier, moment: Moment) -> str:
    """The role and one fact: "Design Engineer. You met yesterday at 13:00."."""
    asked = asked_about(card, moment.now)
    if asked is not None:
        return _copied(asked, dossier, moment)
    facts = [say("{role}.", role=card.role)] if card.role else []
    if card.step.kind is StepKind.WRITE:
        facts.append(_fact(card, dossier, moment))
    return " ".join(filter(None, facts))


def row_spoken(card: Card, dossier: Dossier, moment: Moment) -> str:
    """A row as it is read aloud: the question where one is asked, else the whole card."""
    if asked_about(card, moment.now) is None:
        return spoken(card, moment)
    return f"{row_title(card, moment)} {row_fact(card, dossier, moment)}"


def row_reason(card: Card, moment: Moment) -> str:
    """Why the step is advised, in one line; empty where nothing is known."""
    asked = asked_about(card, moment.now) is not None
    reason = EVIDENCE.get("sent_or_not" if asked else card.step.reason)
    return say(reason.sentence) if reason else ""


def _copied(asked: Copied, dossier: Dossier, moment: Moment) -> str:
    """Which letter was copied, to whom and when."""
    person = dossier.person(asked.person_id)
    letter = say(_LETTERS.get(asked.message, "Your email"))
    if person is not None and asked.message is MessageKind.THANK_YOU:
        letter = say("{letter} to {name}", letter=letter, name=person.name)
    when = say("at {time}", time=clock(asked.at, moment.zone))
    day, today = (at.astimezone(moment.zone).date() for at in (asked.at, moment.now))
    if day != today:
        when = day_words(day, today)
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


def calendar_title(card: Card, moment: Moment) -> str:
    """What an event in a calendar is called."""
    if card.step.kind is StepKind.INTERVIEW:
        return say("Interview at {company}", company=card.company)
    return row_title(card, moment)


def calendar_notes(card: Card, moment: Moment) -> tuple[str, ...]:
    """What stands under an event in a calendar: the role, the last moment, the reason."""
    lines = [card.role]
    window = card.step.window
    if card.step.kind is StepKind.WRITE and window is not None and window.latest > moment.now:
        day = full_date(window.latest.astimezone(moment.zone).date())
        time = clock(window.latest, moment.zone)
        lines.append(say("On time until {day}, {time}.", day=day, time=time))
    lines.append(row_reason(card, moment))
    return tuple(filter(None, lines))
