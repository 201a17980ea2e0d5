"""The words of the board: stages, lanes, moves and refusals."""

from typing import NamedTuple

from rules.board import Ask, Card, Lane, Move, Needs, Plan, Tint, WayOut, Why
from rules.records import Moment
from rules.search import Show
from rules.stages import Stage
from ui.wording.say import count, say
from ui.wording.times import moment_words

_STAGES = {
    Stage.APPLIED: "Applied",
    Stage.INTERVIEW_BOOKED: "Interview booked",
    Stage.SAY_THANK_YOU: "Say thank you",
    Stage.WAITING_TO_HEAR: "Waiting to hear",
    Stage.OUTCOME: "Outcome",
}

STAGE_ICONS = {
    Stage.APPLIED: "send",
    Stage.INTERVIEW_BOOKED: "calendar-clock",
    Stage.SAY_THANK_YOU: "pen-line",
    Stage.WAITING_TO_HEAR: "hourglass",
    Stage.OUTCOME: "flag",
}

_EMPTY = {
    Stage.APPLIED: "Add an application to see when to follow up",
    Stage.INTERVIEW_BOOKED: "Drag a card here once an interview has a date",
    Stage.SAY_THANK_YOU: "Cards come here when an interview ends",
    Stage.WAITING_TO_HEAR: "Cards come here when everyone is thanked",
    Stage.OUTCOME: "Drag a card here when you know how it ended",
}

_REFUSALS = {
    Why.ALREADY_MET: ("Already met", "Applied is for before the first interview."),
    Why.INTERVIEW_BOOKED: ("An interview is booked", "Remove it first."),
    Why.NOBODY_MET: (
        "Nobody met yet",
        "Waiting starts once you've thanked someone. Add the interview first.",
    ),
    Why.NOBODY_THANKED: (
        "Nobody thanked yet",
        "Waiting starts once you've thanked someone.",
    ),
    Why.NOBODY_LEFT: (
        "Nobody left to thank",
        "Everyone you met is thanked or skipped. A new interview starts again.",
    ),
}

_REFUSALS_THERE = {
    (Why.INTERVIEW_BOOKED, Stage.WAITING_TO_HEAR): (
        "Interview still ahead",
        "Waiting starts once you've met and thanked someone.",
    ),
}
"""What reads differently in one lane than in the others."""

_WAYS_OUT = {
    WayOut.OPEN_INTERVIEW: "Open interview",
    WayOut.ADD_INTERVIEW: "Add interview",
    WayOut.WRITE_THANK_YOUS: "Write thank-yous",
}

_ASKS = {
    Ask.DATE_AND_PEOPLE: "You'll add the date next",
    Ask.WHEN_AND_WHOM: "You'll say when and whom you met",
    Ask.HAPPENED_ALREADY: "You'll say if it has happened",
    Ask.OUTCOME: "You'll say how it ended",
}

_NEXT = {
    Stage.APPLIED: "Before the first interview",
    Stage.SAY_THANK_YOU: "The thank-yous come next",
    Stage.WAITING_TO_HEAR: "The check-in comes next",
}


class LaneWords(NamedTuple):
    """The second line of a lane's header; `icon` is empty and `tint` None while all is calm."""

    icon: str
    text: str
    tint: Tint | None


def stage_name(stage: Stage) -> str:
    """The name of a stage, as its lane is headed."""
    return say(_STAGES[stage])


def empty_lane(stage: Stage, *, filtered: bool = False) -> str:
    """What an empty lane says; `filtered`: it has cards, but none that is searched for."""
    return say("No match in this lane") if filtered else say(_EMPTY[stage])


def lane_words(lane: Lane, moment: Moment) -> LaneWords:
    """The worst state of a lane, else what comes next in it."""
    late = say("{n} late", n=lane.late) if lane.late else ""
    due = say("{n} due today", n=lane.due) if lane.due else ""
    if late or due:
        text = ", ".join(part for part in (late, due) if part)
        return LaneWords(
            *(("alarm-clock", text, Tint.LATE) if late else ("clock", text, Tint.TODAY))
        )
    if lane.next_event is not None:
        when = moment_words(lane.next_event, moment.now, moment.zone)
        return LaneWords("", say("Next: {when}", when=when), None)
    if lane.open_offers:
        return LaneWords("", count(lane.open_offers, "{n} offer open", "{n} offers open"), None)
    return LaneWords("", say("Nothing due"), None)


def lane_spoken(lane: Lane, shown: int | None = None) -> str:
    """A lane's accessible name: "Say thank you, 2 cards", "Say thank you, 1 of 2 cards"."""
    cards = count(len(lane.cards), "{n} card", "{n} cards")
    if shown is not None and shown < len(lane.cards):
        cards = found_words(shown, len(lane.cards))
    return f"{stage_name(lane.stage)}, {cards}"


def few_of(shown: int, cards: int, *, short: bool = False) -> str:
    """The number of a lane's cards, or how many of them are shown."""
    if shown == cards:
        return str(cards)
    return f"{shown}/{cards}" if short else say("{n} of {all}", n=shown, all=cards)


def found_words(shown: int, cards: int) -> str:
    """How many cards search and filter show."""
    if cards == 1:
        return say("{shown} of {n} card", shown=shown, n=cards)
    return say("{shown} of {n} cards", shown=shown, n=cards)


def no_match(query: str, show: Show) -> str:
    """What stands in place of the lanes when no card is shown."""
    if not query:
        return say("Nothing to send.") if show is Show.TO_SEND else say("Nothing waits.")
    kinds = {
        Show.ALL: "No card mentions \u2018{query}\u2019.",
        Show.TO_SEND: "No card with something to send mentions \u2018{query}\u2019.",
        Show.WAITING: "No card that waits mentions \u2018{query}\u2019.",
    }
    return say(kinds[show], query=query)


def board_words(lanes: tuple[Lane, ...]) -> str:
    """The line below the page's title: "11 open, 4 to send today, 1 of them late"."""
    cards = sum(len(lane.cards) for lane in lanes)
    if not cards:
        return say("Nothing here yet")
    parts = [say("{n} open", n=cards - sum(lane.closed for lane in lanes))]
    late = sum(lane.late for lane in lanes)
    to_send = late + sum(lane.due for lane in lanes)
    if to_send:
        parts.append(say("{n} to send today", n=to_send))
    if late:
        parts.append(say("{n} of them late", n=late) if late < to_send else say("all of them late"))
    return ", ".join(parts)


def refusal(why: Why, stage: Stage) -> tuple[str, str]:
    """Why a move to that stage is refused: a title, and a sentence with the way out."""
    title, text = _REFUSALS_THERE.get((why, stage), _REFUSALS[why])
    return say(title), say(text)


def way_out(way: WayOut) -> str:
    """The button that leads to what would make a refused move possible."""
    return say(_WAYS_OUT[way])


def next_words(plan: Plan, stage: Stage) -> str:
    """One line about what happens when the card is dropped here."""
    if isinstance(plan, Needs):
        return say(_ASKS[plan.ask])
    if isinstance(plan, Move):
        if plan.left:
            return count(plan.left, "{n} person not thanked yet", "{n} people not thanked yet")
        return say(_NEXT.get(stage, ""))
    return ""


def moved(card: Card, stage: Stage) -> str:
    """What the toast says after a move."""
    return say("Moved {company} to {stage}", company=card.company, stage=stage_name(stage))


def position(stage: Stage, number: int, of: int) -> str:
    """Where a card stands in a lane, for announcements."""
    return say("{stage}, {number} of {of}", stage=stage_name(stage), number=number, of=of)
