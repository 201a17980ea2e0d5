"""What the footer says: when it is best sent, what is missing, and what comes after the last."""

from datetime import date, datetime

from rules.gate import Gap, GapKind
from rules.records import MessageKind, Moment
from rules.steps import NextStep, StepState
from ui.sheet.follow_up.desk import State
from ui.sheet.follow_up.editor import NAME_GAP
from ui.wording import clock, day_words, moment_words, say


def best_from(state: State, step: NextStep, moment: Moment) -> str:
    """When a letter is best sent; a thank-you says so in its first two hours only."""
    if state is State.SENT:
        return say("This one went out. History can take it back.")
    if step.state is not StepState.COOLING_OFF or step.window is None:
        return ""
    best = max(step.window.best, step.window.earliest)
    if _day(best, moment) == _day(moment.now, moment):
        return say("Best from {when}", when=clock(best, moment.zone))
    return say("Best from {when}", when=moment_words(best, moment.now, moment.zone))


def gap_question(gaps: tuple[Gap, ...]) -> str:
    """What is asked once about a letter that lacks something."""
    if any(one.kind is GapKind.HIGHLIGHT for one in gaps):
        return say("Add what came up first?")
    if any(NAME_GAP.search(one.text) for one in gaps):
        return say("Add your name first?")
    return say("Fill in what is still open first?")


def done_line(step: NextStep, moment: Moment) -> str:
    """After the last thank-you: what comes if it stays quiet."""
    if step.message is not MessageKind.CHECK_IN or step.window is None:
        return say("Everyone thanked.")
    today = moment.now.astimezone(moment.zone).date()
    day = day_words(step.window.best.astimezone(moment.zone).date(), today)
    return say("Everyone thanked. If it stays quiet, your check-in is due {day}.", day=day)


def _day(at: datetime, moment: Moment) -> date:
    return at.astimezone(moment.zone).date()
