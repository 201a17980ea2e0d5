"""What the footer says: when it is best sent, what is missing, and what comes after the last."""

from datetime import date, datetime, timedelta

from rules.proof import Finding
from rules.records import Channel, MessageKind, Moment, PersonId
from rules.steps import NextStep, StepState
from ui.proofread.words import fix_all_words
from ui.sheet.follow_up.desk import State
from ui.sheet.follow_up.editor import NAME_GAP
from ui.sheet.follow_up.scene import Writing
from ui.wording import clock, day_words, moment_words, say

_POSTED_WITHIN = timedelta(hours=24)


def best_from(state: State, step: NextStep, moment: Moment) -> str:
    """When a letter is best sent, where that is later than now."""
    if state is State.SENT:
        return say("This one went out. History can take it back.")
    best = _advised(step)
    if best is None or best <= moment.now:
        return ""
    if _day(best, moment) == _day(moment.now, moment):
        return say("Best from {when}", when=clock(best, moment.zone))
    return say("Best from {when}", when=moment_words(best, moment.now, moment.zone))


def _advised(step: NextStep) -> datetime | None:
    """After the first hours of a thank-you, a night's sleep over a rejection, in their hours."""
    if step.window is None:
        return None
    if step.state is StepState.COOLING_OFF:
        return max(step.window.best, step.window.earliest)
    pause = step.message is MessageKind.REPLY_TO_REJECTION
    return step.window.best if pause and step.send_at is None else step.send_at


def best_by_hand(writing: Writing, person_id: PersonId | None, moment: Moment) -> str:
    """When a card is best posted, or a call best made (rows 17 and 18)."""
    if writing.channel is Channel.PHONE:
        return say("Best 10:00 to 12:00 or 14:00 to 16:00, their time")
    if writing.round is None:
        return ""
    until = writing.round.ended_for(person_id) + _POSTED_WITHIN
    when = moment_words(until, moment.now, moment.zone)
    return say("Best posted by {when}", when=when) if until > moment.now else ""


def first_question(fixes: tuple[Finding, ...]) -> str:
    """What is asked once about a letter with something to fix."""
    by_hand = [one for one in fixes if one.right is None]
    if any(one.id == "H01" for one in by_hand):
        return say("Add what came up first?")
    if any(NAME_GAP.search(one.wrong) for one in by_hand):
        return say("Add your name first?")
    if by_hand and all(one.id == "F01" for one in fixes):
        return say("Fill in what is still open first?")
    return say("Fix it first?") if len(fixes) == 1 else say("Fix {n} first?", n=len(fixes))


def to_fix(fixes: tuple[Finding, ...]) -> str:
    """How much is to be fixed; empty where nothing is."""
    if len(fixes) == 1:
        return say("1 thing to fix before it goes")
    return say("{number} things to fix before it goes", number=len(fixes)) if fixes else ""


def fix_words(fixes: tuple[Finding, ...]) -> str:
    """The button beside it: what can be mended by itself is, the rest is shown."""
    able = sum(one.right is not None for one in fixes)
    if able == 0:
        return say("Show")
    if able < len(fixes):
        return say("Fix {able} of {number}", able=able, number=len(fixes))
    return fix_all_words(able)


def done_line(step: NextStep, moment: Moment) -> str:
    """After the last thank-you: what comes if it stays quiet."""
    if step.message is not MessageKind.CHECK_IN or step.window is None:
        return say("Everyone thanked.")
    today = moment.now.astimezone(moment.zone).date()
    day = day_words(step.window.best.astimezone(moment.zone).date(), today)
    return say("Everyone thanked. If it stays quiet, your check-in is due {day}.", day=day)


def _day(at: datetime, moment: Moment) -> date:
    return at.astimezone(moment.zone).date()
