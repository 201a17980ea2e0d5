"""What can be done about a card's step besides writing it: each act once, for menus and lists."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from rules.acts import may_leave_out
from rules.appointments import slot_of
from rules.board import Card
from rules.records import Dossier, FactKind, Moment, PersonId
from rules.steps import StepKind
from rules.today import asked_about, may_snooze, this_evening, tomorrow_morning
from ui.today.row_keys import Ask
from ui.wording import clock, say


@dataclass(frozen=True, kw_only=True)
class Hands:
    """Whom an act is asked of."""

    ask: Callable[[Ask], None]
    snooze: Callable[[datetime], None]
    pick: Callable[[], None]
    mark_sent: Callable[[tuple[PersonId, ...]], None]


@dataclass(frozen=True, kw_only=True)
class RowAct:
    """One act. `words` stand alone; `short` is enough under its `family`, if it has one."""

    name: str
    words: str
    icon: str
    act: Callable[[], None]
    short: str = ""
    family: str = ""
    also: str = ""  # further words it is found by


def acts_of(card: Card, dossier: Dossier, moment: Moment, hands: Hands) -> Iterator[RowAct]:
    """Everything that makes sense for the card now."""
    if may_snooze(card, moment):
        yield from _snoozing(card, moment, hands)
    yield from _sending(card, dossier, moment, hands)
    if may_leave_out(card.step):
        yield RowAct(
            name="not_needed",
            words=say("Not needed"),
            icon="ban",
            act=partial(hands.ask, Ask.NOT_NEEDED),
            also=say("skip leave out"),
        )
    if any(one.kind is FactKind.NOT_NEEDED for one in dossier.facts):
        yield RowAct(
            name="needed_after_all",
            words=say("Needed after all"),
            icon="undo-2",
            act=partial(hands.ask, Ask.NEEDED),
        )
    if slot_of(card, dossier, moment.now) is not None:
        yield RowAct(
            name="calendar",
            words=say("Add to calendar"),
            icon="calendar-plus",
            act=partial(hands.ask, Ask.CALENDAR),
            also=say("ics export"),
        )


def _snoozing(card: Card, moment: Moment, hands: Hands) -> Iterator[RowAct]:
    """The evening and the morning, where they are not too late, and any time."""
    choices = (
        ("evening", this_evening(card, moment), "This evening, {time}"),
        ("tomorrow", tomorrow_morning(card, moment), "Tomorrow, {time}"),
    )
    for name, at, form in choices:
        if at is None:
            continue
        short = say(form, time=clock(at, moment.zone))
        yield RowAct(
            name=f"snooze_{name}",
            words=say("Snooze: {when}", when=short[:1].lower() + short[1:]),
            short=short,
            icon="clock",
            family="snooze",
            act=partial(hands.snooze, at),
            also=say("later put off"),
        )
    yield RowAct(
        name="snooze_pick",
        words=say("Snooze: pick a time"),
        short=say("Pick a time"),
        icon="calendar-clock",
        family="snooze",
        act=hands.pick,
        also=say("later put off"),
    )


def _sending(card: Card, dossier: Dossier, moment: Moment, hands: Hands) -> Iterator[RowAct]:
    """What may have gone out: the copied letter asked about, else the step's, to one or all."""
    people = card.step.people
    if asked_about(card, moment.now) is not None:
        yield _sent("mark_sent", say("Mark sent"), "check", partial(hands.ask, Ask.SENT))
        return
    if card.step.kind is not StepKind.WRITE or not card.step.may_compose:
        return
    if len(people) < 2:
        yield _sent("mark_sent", say("Mark sent"), "check", partial(hands.mark_sent, people))
        return
    whole = say("All {n} people", n=len(people))
    yield _sent("mark_sent", whole, "check-check", partial(hands.mark_sent, people), "sent")
    for one in people:
        person = dossier.person(one)
        if person is not None:
            act = partial(hands.mark_sent, (one,))
            yield _sent(f"mark_sent_{one}", person.name, "user-round", act, "sent")


def _sent(name: str, short: str, icon: str, act: Callable[[], None], family: str = "") -> RowAct:
    words = say("Mark sent: {whom}", whom=short) if family else short
    return RowAct(
        name=name,
        words=words,
        short=short,
        icon=icon,
        act=act,
        family=family,
        also=say("done thanked"),
    )
