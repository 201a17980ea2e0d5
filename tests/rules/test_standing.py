"""The stage follows from the facts."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rules.records import Dossier, FactKind, MessageKind, Outcome
from rules.stages import Stage
from rules.standing import stage_of
from tests.rules.dossiers import A, at, case, ended, said, sent, talk, thanks, when

TALK = talk("i1", "05-06 11:00", "AB")
SENT = thanks("A", "05-06 14:00")
BOTH = (SENT, thanks("B", "05-06 14:05"))
SECOND = sent(MessageKind.CHECK_IN, "A", "05-13 10:00")
APPLIED: dict[str, Any] = {"applied_at": at("05-01 18:00")}
REJECTED = said(FactKind.REJECTION, "05-12 10:00")


@pytest.mark.parametrize(
    ("dossier", "now", "stage"),
    [
        (case(**APPLIED), "05-06 10:00", Stage.APPLIED),
        (case(TALK, **APPLIED), "05-06 10:59", Stage.INTERVIEW_BOOKED),
        (case(talk("i1", None)), "05-06 10:59", Stage.INTERVIEW_BOOKED),
        (case(TALK, talk("i2", "05-20 11:00")), "05-06 12:00", Stage.INTERVIEW_BOOKED),
        (case(TALK), "05-06 11:00", Stage.SAY_THANK_YOU),
        (case(TALK, SENT), "05-06 15:00", Stage.SAY_THANK_YOU),
        (case(TALK, *BOTH), "05-06 15:00", Stage.WAITING_TO_HEAR),
        (case(replace(TALK, skipped=(A,)), BOTH[1]), "05-06 15:00", Stage.WAITING_TO_HEAR),
        (case(replace(TALK, skipped=TALK.met)), "05-06 15:00", Stage.WAITING_TO_HEAR),
        (case(TALK, SENT), "05-13 11:01", Stage.WAITING_TO_HEAR),
        (case(TALK), "05-13 11:01", Stage.SAY_THANK_YOU),
        (case(TALK), "06-13 11:01", Stage.WAITING_TO_HEAR),
        (case(replace(TALK, met=())), "05-06 12:00", Stage.SAY_THANK_YOU),
        (case(TALK, *BOTH, SECOND), "05-13 11:01", Stage.WAITING_TO_HEAR),
        (case(TALK, *BOTH, SECOND), "08-13 11:01", Stage.WAITING_TO_HEAR),
        (
            case(TALK, SENT, said(FactKind.WAITING, "05-06 15:00")),
            "05-06 16:00",
            Stage.WAITING_TO_HEAR,
        ),
        (case(TALK, said(FactKind.WAITING, "05-06 15:00")), "05-13 12:00", Stage.WAITING_TO_HEAR),
        (
            case(TALK, said(FactKind.REPLY_NOTE, "05-08 15:00")),
            "05-13 12:00",
            Stage.WAITING_TO_HEAR,
        ),
        (
            case(TALK, said(FactKind.REPLY_HOLDING, "05-08 15:00")),
            "05-13 12:00",
            Stage.WAITING_TO_HEAR,
        ),
        (case(TALK, **ended(Outcome.OFFER, "05-12 10:00")), "05-13 12:00", Stage.OUTCOME),
        (case(TALK, REJECTED), "05-13 12:00", Stage.OUTCOME),
        (case(TALK, REJECTED, talk("i2", "06-13 11:00")), "05-13 12:00", Stage.INTERVIEW_BOOKED),
    ],
)
def test_the_stage(dossier: Dossier, now: str, stage: Stage) -> None:
    assert stage_of(dossier, when(now)) is stage


def test_an_outcome_knows_its_moment_from_the_fact_behind_it() -> None:
    told = said(FactKind.OFFER, "05-12 10:00", date(2026, 5, 20))
    for bare in (case(TALK, told, outcome=Outcome.OFFER), case(TALK, outcome=Outcome.OFFER)):
        assert stage_of(bare, when("05-13 12:00")) is Stage.OUTCOME
