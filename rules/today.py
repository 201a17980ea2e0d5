"""Today's page: what to send now, what is unsure, what waits for a fact, and what rests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from functools import partial

from rules.board import Card
from rules.copies import UNSURE_AFTER, Copied
from rules.records import MessageKind, Moment
from rules.steps import NextStep, StepKind, StepState

AHEAD = timedelta(days=7)
EVENING = time(18)
MORNING = time(9)

_LATE = {StepState.LATE, StepState.VERY_LATE, StepState.OVERDUE}
_OPEN = {StepState.DUE, StepState.COOLING_OFF}
_THANKS = {MessageKind.THANK_YOU, MessageKind.PASS_ON}
_LETTERS = {StepKind.WRITE, StepKind.CONFIRM_SENT}


class Section(StrEnum):
    """A part of the page; the value is its field of Today."""

    LATE = "late"
    DUE = "due"
    UNSURE = "unsure"
    WAITING_ON_YOU = "waiting_on_you"
    SNOOZED = "snoozed"
    AHEAD = "ahead"
    RESTING = "resting"


_CAN_WAIT = {Section.DUE, Section.UNSURE, Section.WAITING_ON_YOU}


@dataclass(frozen=True, kw_only=True)
class Today:
    """The sections of the page; each tuple has what is most pressing first."""

    late: tuple[Card, ...] = ()
    due: tuple[Card, ...] = ()
    unsure: tuple[Card, ...] = ()  # copied, and not said to be sent
    waiting_on_you: tuple[Card, ...] = ()  # a date or people are missing
    snoozed: tuple[Card, ...] = ()  # put off, the next to come back first
    ahead: tuple[Card, ...] = ()  # something within the next seven days
    resting: tuple[Card, ...] = ()  # nothing is needed

    @property
    def to_send(self) -> int:
        """How many cards ask for something today."""
        return len(self.late) + len(self.due) + len(self.unsure)


def queue(cards: Iterable[Card], moment: Moment) -> Today:
    """The cards sorted into the sections of the page; a closed one is in none."""
    sections: dict[Section, list[Card]] = {section: [] for section in Section}
    for card in cards:
        section = section_of(card, moment)
        if section is not None:
            sections[section].append(card)
    for section, found in sections.items():
        found.sort(key=partial(_order, section, moment.now))
    return Today(**{section.value: tuple(found) for section, found in sections.items()})


def section_of(card: Card, moment: Moment) -> Section | None:
    """Where a card stands; None for one that is closed."""
    if card.step.kind is StepKind.CLOSED:
        return None
    section = _section(card, moment)
    return Section.SNOOZED if _is_put_off(card, section, moment.now) else section


def matter_of(card: Card, moment: Moment) -> str:
    """What a card asks for now: a put-off card stays away only while it asks for the same."""
    return _matter(card, _section(card, moment))


def asked_about(card: Card, now: datetime) -> Copied | None:
    """The copied letter a card asks about: the oldest nobody said to be sent."""
    if card.step.kind is StepKind.CONFIRM_SENT:
        return card.copied[0] if card.copied else None
    if card.step.kind is not StepKind.WRITE:
        return None
    old = [one for one in card.copied if now - one.at >= UNSURE_AFTER]
    return old[0] if old and (not _is_late(card.step) or _all_copied(card, old)) else None


def latest_snooze(card: Card) -> datetime | None:
    """The last moment a card may be put off to: a thank-you's last hour on time, else none."""
    step = card.step
    if step.kind in _LETTERS and step.message in _THANKS and step.window is not None:
        return step.window.latest
    return None


def may_snooze(card: Card, moment: Moment) -> bool:
    """Whether a card can be put off: not what is late, nor what asks for nothing now."""
    limit = latest_snooze(card)
    if _is_late(card.step) or (limit is not None and limit <= moment.now):
        return False
    return _section(card, moment) in _CAN_WAIT


def matter_of_step(step: NextStep) -> str:
    """What a step is about, so that putting it off puts nothing else off."""
    return " ".join((step.kind.value, step.message or "", step.interview_id or ""))


def snooze_until(card: Card, wanted: datetime) -> datetime:
    """When a card put off until `wanted` comes back: never past a thank-you's last hour."""
    limit = latest_snooze(card)
    return wanted if limit is None else min(wanted, limit)


def this_evening(card: Card, moment: Moment) -> datetime | None:
    """Six in the evening of today, if that is ahead and not too late for the card."""
    return _offered(card, moment, _today(moment), EVENING)


def tomorrow_morning(card: Card, moment: Moment) -> datetime | None:
    """Nine tomorrow, if that is not too late for the card."""
    return _offered(card, moment, _today(moment) + timedelta(days=1), MORNING)


def day_of(card: Card, zone: tzinfo) -> date | None:
    """The day, where the person is, on which a card comes up."""
    return card.due.astimezone(zone).date() if card.due else None


def _offered(card: Card, moment: Moment, day: date, hour: time) -> datetime | None:
    at = datetime.combine(day, hour, moment.zone)
    limit = latest_snooze(card)
    return at if at > moment.now and (limit is None or at <= limit) else None


def _today(moment: Moment) -> date:
    return moment.now.astimezone(moment.zone).date()


def _section(card: Card, moment: Moment) -> Section:
    """Where a card stands if nobody put it off."""
    step = card.step
    if asked_about(card, moment.now) is not None:
        just_now = moment.now - card.copied[0].at < UNSURE_AFTER
        return Section.DUE if just_now else Section.UNSURE
    if step.kind is StepKind.ADD_DETAILS:
        return Section.WAITING_ON_YOU
    if _is_late(step):
        return Section.LATE
    if step.kind in _LETTERS and step.state in _OPEN:
        return Section.DUE
    return Section.AHEAD if _is_ahead(card, moment) else Section.RESTING


def _is_ahead(card: Card, moment: Moment) -> bool:
    """Whether something of the next seven days is on the card, or a talk is on just now."""
    day = day_of(card, moment.zone)
    if day is None or day > _today(moment) + AHEAD:
        return False
    if card.step.kind is StepKind.INTERVIEW:
        return True
    waits = card.step.kind in (StepKind.WRITE, StepKind.NOTHING)
    return waits and card.due is not None and card.due >= moment.now


def _is_late(step: NextStep) -> bool:
    return step.kind in _LETTERS and step.state in _LATE


def _all_copied(card: Card, copied: list[Copied]) -> bool:
    """Whether each letter of the step was copied, so that only the answer is missing."""
    step = card.step
    went = {one.person_id for one in copied if one.message is step.message}
    return bool(went) and went.issuperset(step.people)


def _is_put_off(card: Card, section: Section, now: datetime) -> bool:
    until = card.snoozed_until
    if until is None or now >= until or section not in _CAN_WAIT:
        return False
    return not _is_late(card.step) and card.snoozed_matter == _matter(card, section)


def _matter(card: Card, section: Section) -> str:
    return "sent_or_not" if section is Section.UNSURE else matter_of_step(card.step)


def _order(section: Section, now: datetime, card: Card) -> tuple[datetime, str, str]:
    """The least time left first; what was put off by when it comes back."""
    at = card.snoozed_until if section is Section.SNOOZED else card.due
    return (at or now + AHEAD, card.company.casefold(), card.opportunity_id)
