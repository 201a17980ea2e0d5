"""What happened in one opportunity, as dated lines, the newest first."""

from dataclasses import dataclass
from datetime import datetime

from rules.records import Dossier, Fact, FactKind, Message, Moment, Outcome
from rules.rounds import end_of
from ui.sheet.words import CHANNELS, TALKS, letter_name
from ui.wording import full_date, outcome_words, say

_FACTS = {
    FactKind.PROMISE: "They named a day to decide by",
    FactKind.REPLY_QUESTION: "They asked something",
    FactKind.REPLY_HOLDING: "They are still deciding",
    FactKind.REPLY_INVITED: "They invited you again",
    FactKind.REPLY_NOTE: "They wrote a note",
    FactKind.REJECTION: "Not this time",
    FactKind.OFFER: "They made an offer",
    FactKind.OUT_OF_OFFICE: "Somebody is away",
    FactKind.OFFER_ELSEWHERE: "An offer elsewhere",
    FactKind.WITHDREW: "You withdrew",
    FactKind.CLOSED: "You closed it without an answer",
    FactKind.NO_LONGER_INTERESTED: "You are no longer interested",
    FactKind.WAITING: "You wait now",
    FactKind.ADDRESS_ASKED: "You asked for an address",
    FactKind.NOT_NEEDED: "You left a letter out",
    FactKind.DEBRIEFED: "You told the recruiter how it went",
    FactKind.INVITED_TO_CALL: "They invited you to call",
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing that happened."""

    at: datetime
    text: str
    icon: str
    message: Message | None = None


def chronicle(dossier: Dossier, moment: Moment) -> tuple[Line, ...]:
    """Everything up to now; letters that were marked unsent stay, and say so."""
    lines = [*_talks(dossier, moment), *_facts(dossier), *_letters(dossier)]
    opportunity = dossier.opportunity
    if opportunity.applied_at is not None:
        lines.append(Line(at=opportunity.applied_at, text=say("You applied"), icon="send"))
    lines.append(Line(at=opportunity.created_at, text=say("Added to Afterword"), icon="plus"))
    if opportunity.outcome is Outcome.NO_ANSWER and opportunity.outcome_at is not None:
        told = any(one.at == opportunity.outcome_at for one in dossier.facts)
        if not told:
            text = outcome_words(opportunity.outcome)
            lines.append(Line(at=opportunity.outcome_at, text=text, icon="archive"))
    lines.sort(key=lambda one: one.at, reverse=True)
    return tuple(lines)


def _talks(dossier: Dossier, moment: Moment) -> list[Line]:
    found = []
    for one in dossier.interviews:
        end = end_of(one)
        if end is not None and end <= moment.now:
            text = say("{talk} over", talk=say(TALKS[one.kind]))
            found.append(Line(at=end, text=text, icon="calendar-clock"))
    return found


def _facts(dossier: Dossier) -> list[Line]:
    return [Line(at=one.at, text=_fact(dossier, one), icon="reply") for one in dossier.facts]


def _fact(dossier: Dossier, fact: Fact) -> str:
    """What was said, by whom where that is known, and the day it named."""
    text = say(_FACTS[fact.kind])
    person = dossier.person(fact.person_id)
    if person is not None:
        text = say("{text} ({name})", text=text, name=person.name)
    if fact.day is not None:
        text = say("{text}: {day}", text=text, day=full_date(fact.day))
    return text


def _letters(dossier: Dossier) -> list[Line]:
    lines = []
    for one in dossier.messages:
        to = one.to_name or dossier.opportunity.company
        text = say("{letter} to {name}", letter=letter_name(one.kind), name=to)
        if one.channel.value != "email":
            text = f"{text}, {say(CHANNELS[one.channel]).lower()}"
        lines.append(Line(at=one.sent_at, text=text, icon="mail-check", message=one))
        if one.unsent_at is not None:
            undone = say("{letter} to {name} marked unsent", letter=letter_name(one.kind), name=to)
            lines.append(Line(at=one.unsent_at, text=undone, icon="undo-2"))
        if one.bounced_at is not None:
            back = say("{letter} to {name} came back", letter=letter_name(one.kind), name=to)
            lines.append(Line(at=one.bounced_at, text=back, icon="undo-2"))
    return lines
