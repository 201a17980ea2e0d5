"""The sheet's own phrases: people, letters, what was sent, and what to do next."""

from datetime import datetime

from rules.records import (
    Channel,
    Dossier,
    EmployerKind,
    Interview,
    InterviewKind,
    Message,
    MessageKind,
    Moment,
    Part,
)
from rules.rounds import end_of
from rules.steps import NextStep
from ui.wording import clock, day_words, say, short_date

LETTERS = {
    MessageKind.APPLICATION_FOLLOW_UP: "Application follow-up",
    MessageKind.THANK_YOU: "Thank-you",
    MessageKind.PASS_ON: "Thanks, passed on",
    MessageKind.THANKS_AND_QUESTION: "Thanks and question",
    MessageKind.CHECK_IN: "Check-in",
    MessageKind.INVITED_CHECK_IN: "Invited check-in",
    MessageKind.REPLY_TO_REJECTION: "Reply",
    MessageKind.OFFER_ACKNOWLEDGEMENT: "Reply to the offer",
    MessageKind.COMPETING_OFFER: "Offer elsewhere",
    MessageKind.WITHDRAWAL: "Withdrawal",
    MessageKind.DECLINE: "Decline",
    MessageKind.ANSWER: "Answer",
    MessageKind.KEEP_IN_TOUCH: "Keeping in touch",
    MessageKind.ADDRESS_REQUEST: "Question about addresses",
    MessageKind.DEBRIEF: "Word to the recruiter",
}

HEADINGS = {
    MessageKind.APPLICATION_FOLLOW_UP: "One follow-up on your application",
    MessageKind.THANK_YOU: "Thank everyone you met",
    MessageKind.CHECK_IN: "One check-in, then rest",
    MessageKind.INVITED_CHECK_IN: "The check-in they invited",
    MessageKind.THANKS_AND_QUESTION: "Thanks and a question, in one",
    MessageKind.PASS_ON: "One note, passed on",
    MessageKind.ADDRESS_REQUEST: "One question to the organiser",
    MessageKind.DEBRIEF: "A word to the recruiter",
}

PARTS = {
    Part.INTERVIEWER: "Interviewer",
    Part.HIRING_MANAGER: "Hiring manager",
    Part.ORGANISER: "Organiser",
    Part.RECRUITER: "Recruiter",
    Part.OTHER: "Other",
}

TALKS = {InterviewKind.INTERVIEW: "Interview", InterviewKind.PHONE_SCREEN: "Phone screen"}

EMPLOYERS = {
    EmployerKind.COMPANY: "Company",
    EmployerKind.UNIVERSITY: "University",
    EmployerKind.GOVERNMENT: "Government",
}

CHANNELS = {Channel.EMAIL: "Email", Channel.LETTER: "Letter", Channel.PHONE: "Call"}


def first_name(name: str) -> str:
    """What somebody is called in a button: the first word of the name."""
    return name.split()[0] if name.split() else name


def letter_name(kind: MessageKind) -> str:
    """What a message is called."""
    return say(LETTERS[kind])


def heading(kind: MessageKind) -> str:
    """The heading over the people a letter goes to."""
    return say(HEADINGS.get(kind, LETTERS[kind]))


def sent_when(message: Message, moment: Moment) -> str:
    """When something went out, short: the time today, the day before that."""
    day = message.sent_at.astimezone(moment.zone).date()
    today = moment.now.astimezone(moment.zone).date()
    if day == today:
        return clock(message.sent_at, moment.zone)
    return short_date(day, today)


def talk_words(interview: Interview, moment: Moment) -> str:
    """A talk in the header: "Interview today, 14:00 to 14:45"."""
    name = say(TALKS[interview.kind])
    if interview.start is None:
        return say("{talk}, no date yet", talk=name)
    zone = moment.zone
    day = interview.start.astimezone(zone).date()
    today = moment.now.astimezone(zone).date()
    ago = (today - day).days
    when = day_words(day, today)
    if ago > 1:
        return say("{talk} {day}, {n} days ago", talk=name, day=when, n=ago)
    end = end_of(interview)
    hours = clock(interview.start, zone)
    if end is not None:
        hours = say("{start} to {end}", start=hours, end=clock(end, zone))
    return say("{talk} {day}, {hours}", talk=name, day=when, hours=hours)


def date_lacks(dossier: Dossier, step: NextStep) -> str:
    """What to do about a talk of which the people are known and only the date is not."""
    talk = dossier.interview(step.interview_id)
    known = talk is not None and any(dossier.person(one) is not None for one in talk.met)
    return say("Add the date") if step.reason == "no_date" and known else ""


def header_line(dossier: Dossier, interview: Interview | None, moment: Moment) -> str:
    """What stands below the company: the role, and what it is about."""
    opportunity = dossier.opportunity
    about = ""
    if interview is not None:
        about = talk_words(interview, moment)
    elif opportunity.applied_at is not None:
        about = say("Applied {day}", day=_day(opportunity.applied_at, moment))
    return "  \u00b7  ".join(part for part in (opportunity.role, about) if part)


def _day(at: datetime, moment: Moment) -> str:
    today = moment.now.astimezone(moment.zone).date()
    return day_words(at.astimezone(moment.zone).date(), today)


def one_line(text: str) -> str:
    """The first lines of a letter as one, without its greeting's line break."""
    return " ".join(text.split())


def words_counted(number: int, advice: str, above_original: bool) -> str:
    """What stands below a letter: its words, and whether they are a good number."""
    if above_original:
        return (
            say("1 word above the original")
            if number == 1
            else say("{n} words above the original", n=number)
        )
    counted = say("1 word") if number == 1 else say("{n} words", n=number)
    judged = {"good": "a good length", "short": "rather short", "long": "rather long"}
    return f"{counted}, {say(judged[advice])}" if advice in judged else counted
