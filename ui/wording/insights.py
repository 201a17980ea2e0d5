"""What Insights says: its headings, its bars in words and figures, and what is behind them."""

from datetime import date

from rules.insights import (
    FEWEST,
    Insights,
    Milestone,
    Period,
    Thanked,
    Thanks,
    share,
)
from rules.waits import CheckInDay, Waited
from ui.wording.say import count, say
from ui.wording.times import day_words, short_date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MILESTONES = {
    Milestone.APPLIED: "Applied",
    Milestone.INTERVIEW: "Interview",
    Milestone.SECOND_INTERVIEW: "Second interview",
    Milestone.OFFER: "Offer",
}
_CHECK_INS = {
    CheckInDay.BEFORE_7: "Before day 7",
    CheckInDay.FROM_7: "Day 7 to 8",
    CheckInDay.FROM_9: "Day 9 to 10",
    CheckInDay.FROM_11: "Day 11 to 12",
    CheckInDay.FROM_13: "Day 13 to 14",
    CheckInDay.FROM_15: "Day 15 and on",
    CheckInDay.NONE: "No check-in",
}
_STATES = {
    Thanks.ON_TIME: "Thanked in time",
    Thanks.LATE: "Thanked late",
    Thanks.NOT_THANKED: "Not thanked",
}


def period_name(period: Period, since: date | None) -> str:
    """A choice of the period: "4 weeks", "Since March", "All time"."""
    if period is Period.FOUR_WEEKS:
        return say("4 weeks")
    if period is Period.SEASON and since is not None:
        return say("Since {month}", month=say(_MONTHS[since.month - 1]))
    return say("All time")


def period_line(since: date | None, today: date) -> str:
    """The line under the title: what is counted."""
    records = say("Every number below counts your own records.")
    if since is None:
        return f"{say('From the beginning to today.')} {records}"
    plain = short_date(since, today).split(" ")
    day = " ".join((plain[0], say(_MONTHS[since.month - 1]), *plain[2:]))
    return f"{say('{day} to today.', day=day)} {records}"


def milestone_name(milestone: Milestone) -> str:
    """A step of the way."""
    return say(_MILESTONES[milestone])


def share_words(part: int, whole: int) -> str:
    """ "38%", or that there are too few; nothing where nothing is counted."""
    told = share(part, whole)
    if told is None:
        return say("too few to tell") if whole else ""
    return say("{n}%", n=told)


def milestone_spoken(milestone: Milestone, part: int, whole: int) -> str:
    """A bar for whoever cannot see it: "Interview, 13 of 34 applications, 38 percent"."""
    told = share(part, whole)
    of = count(whole, "{n} application", "{n} applications")
    end = say("{n} percent", n=told) if told is not None else say("too few to tell")
    return say("{name}, {part} of {of}, {end}", name=milestone_name(milestone), part=part,
               of=of, end=end)  # fmt: skip


def check_in_name(day: CheckInDay) -> str:
    """When a check-in went out."""
    return say(_CHECK_INS[day])


def answered_words(part: int, whole: int) -> str:
    """ "5 of 9", below a bar."""
    return say("{part} of {whole}", part=part, whole=whole) if whole else say("none yet")


def above_bar(part: int, whole: int) -> str:
    """ "56%", or "too few", above a bar."""
    told = share(part, whole)
    if told is None:
        return say("too few") if whole else ""
    return say("{n}%", n=told)


def check_in_spoken(day: CheckInDay, part: int, whole: int) -> str:
    """A bar for whoever cannot see it: "Day 7 to 8, 5 of 9 answered, 56 percent"."""
    name = check_in_name(day)
    if not whole:
        return say("{name}, none yet", name=name)
    told = share(part, whole)
    end = say("{n} percent", n=told) if told is not None else say("too few to tell")
    return say("{name}, {part} of {whole} answered, {end}", name=name, part=part, whole=whole,
               end=end)  # fmt: skip


def thanked_number(found: Insights) -> str:
    """ "24 of 27"."""
    on_time = len(found.thanked(Thanks.ON_TIME))
    return say("{part} of {whole}", part=on_time, whole=len(found.thanks))


def thanked_caption(found: Insights) -> str:
    """What that number is of."""
    if not found.thanks:
        return say("No thank-you was due in this time.")
    if len(found.thanks) < FEWEST:
        return say("people thanked in time, too few to tell more")
    return say("people thanked in time")


def thanked_spoken(found: Insights) -> str:
    """The marks for whoever cannot see them: "24 in time, 2 late, 1 not thanked"."""
    on_time, late, none = (len(found.thanked(state)) for state in Thanks)
    return say("{a} in time, {b} late, {c} not thanked", a=on_time, b=late, c=none)


def thanked_sentence(found: Insights, shown: int) -> str:
    """One plain sentence where the records say it; else which marks are shown."""
    day = found.late_weekday
    if day is not None:
        late = len(found.thanked(Thanks.LATE))
        weekday = say(_WEEKDAYS[day])
        return say("The {n} late ones came after {weekday} interviews.", n=late, weekday=weekday)
    if shown < len(found.thanks):
        return say("The marks are the newest {n}.", n=shown)
    return ""


def thanked_row(one: Thanked, name: str, today: date) -> str:
    """One person behind the marks: "Priya Raman. Thanked late, met Mon 4 May"."""
    state, day = say(_STATES[one.state]), day_words(one.day, today)
    return say("{name}. {state}, met {day}", name=name, state=state, day=day)


def waited_row(one: Waited) -> str:
    """One card behind a bar of replies."""
    return say("Answered within 10 days") if one.answered else say("No answer within 10 days")


def thanked_title(number: int) -> str:
    """The heading of the list behind the marks."""
    return say("Thank-yous, {people}", people=count(number, "{n} person", "{n} people"))


def behind_title(name: str, number: int) -> str:
    """The heading of the list behind a bar: "Interview, 13 cards"."""
    cards = count(number, "{n} card", "{n} cards")
    return say("{name}, {cards}", name=name, cards=cards)
