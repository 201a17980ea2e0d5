"""When a card's step belongs into a calendar: a talk at its hours, a letter at its best moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from rules.board import Card
from rules.records import Dossier
from rules.rounds import end_of
from rules.steps import StepKind

WRITING = timedelta(minutes=15)
_QUARTER = 15


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A place in a calendar; `item` stays the same however often it is moved."""

    item: str
    start: datetime
    end: datetime


def slot_of(card: Card, dossier: Dossier, now: datetime) -> Slot | None:
    """Where the card's step belongs; None for a step that has no hour."""
    step = card.step
    item = " ".join((card.opportunity_id, step.kind, step.message or "", step.interview_id or ""))
    if step.kind is StepKind.INTERVIEW:
        talk = dossier.interview(step.interview_id)
        end = end_of(talk) if talk is not None else None
        if talk is None or talk.start is None or end is None:
            return None
        return Slot(item=item, start=talk.start, end=max(end, talk.start))
    if step.kind is StepKind.WRITE and step.window is not None:
        planned = step.send_at or step.window.best
        start = planned if planned > now else next_quarter(now)
        return Slot(item=item, start=start, end=start + WRITING)
    if step.kind is StepKind.NOTHING and card.due is not None and card.due > now:
        return Slot(item=item, start=card.due - WRITING, end=card.due)
    return None


def next_quarter(now: datetime) -> datetime:
    """The next quarter of an hour after `now`."""
    whole = now.replace(minute=now.minute - now.minute % _QUARTER, second=0, microsecond=0)
    return whole + WRITING
