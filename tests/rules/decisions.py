"""The situations of the decision table in short, and a step in one line of words."""

from datetime import date, datetime
from typing import Any

from rules.evidence import EVIDENCE
from rules.ledger import may_send
from rules.next_step import next_step
from rules.records import Dossier, Fact, FactKind, MessageKind, Part
from rules.steps import NextStep
from tests.rules.dossiers import LONDON, A, at, person, said, sent, talk, thanks, when

K = MessageKind
TALK = talk("i1", "05-06 11:00", "A")  # a Wednesday
CROWD = talk("i1", "05-06 11:00", "ABCD")
SENT = thanks("A", "05-06 14:00")
SECOND = sent(K.CHECK_IN, "A", "05-13 10:00")
APPLIED: dict[str, Any] = {"applied_at": at("05-07 18:00")}
ORGANISER = person("O", Part.ORGANISER)
UNKNOWN = tuple(person(name, email="") for name in "ABCD")
SIX = tuple(person(name, email="" if name in "EF" else "a@x.example") for name in "ABCDEF")
AGENCY = (person("A"), person("R", Part.RECRUITER))

HOLDING = said(FactKind.REPLY_HOLDING, "05-08 11:00", date(2026, 5, 29), person_id=A)
REJECTED = said(FactKind.REJECTION, "05-12 10:00", person_id=A)
OFFERED = said(FactKind.OFFER, "05-12 10:00", date(2026, 5, 20), person_id=A)
ELSEWHERE = said(FactKind.OFFER_ELSEWHERE, "05-12 10:00", date(2026, 5, 20))
LOST = said(FactKind.NO_LONGER_INTERESTED, "05-07 09:00")
ASKED = said(FactKind.REPLY_QUESTION, "05-08 09:00", person_id=A)
INVITED = said(FactKind.REPLY_INVITED, "05-08 09:00")
AWAY = said(FactKind.OUT_OF_OFFICE, "05-07 09:00", date(2026, 5, 15))


def promise(day: date, **more: Any) -> Fact:
    """They named a day, at the end of the talk."""
    return said(FactKind.PROMISE, "05-06 11:30", day, **more)


def in_words(step: NextStep) -> str:
    """Everything of a step that a situation decides, in one line."""
    parts = [(step.message or step.kind).value, step.reason]
    if step.state is not None:
        parts.append(step.state.value)
    if step.people:
        parts.append(f"to {''.join(step.people)}")
    if step.window is not None:
        parts.append(f"{_local(step.window.earliest)} until {_local(step.window.latest)}")
    if step.at is not None:
        parts.append(f"on {_local(step.at)}")
    return ", ".join([*parts, f"{step.used} of {step.of}", step.channel.value])


def _local(moment: datetime) -> str:
    return moment.astimezone(LONDON).strftime("%m-%d %H:%M")


def assert_decided(dossier: Dossier, now: str, expected: str) -> None:
    """The step is the expected one, has its evidence, and is composed as the ledger allows."""
    moment = when(now)
    step = next_step(dossier, moment)
    assert in_words(step).removesuffix(", email") == expected
    assert step.reason in EVIDENCE
    if step.message is not None:
        for one in step.people or (None,):
            allowed = may_send(dossier, step.message, one, moment) is None
            assert allowed is step.may_compose
