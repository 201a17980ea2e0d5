"""A card put into another stage, as the facts that make it true."""

from dataclasses import replace

from rules.acts.edits import Ids
from rules.acts.endings import (
    now_waiting,
    record_fact,
    record_outcome,
    reopen,
    reopened,
    thanking_again,
)
from rules.acts.talks import Talk, book, fill_in, interview_of
from rules.board import Move, Plan, Refused
from rules.changes import Change
from rules.records import Dossier, FactKind, InterviewId, Moment, Outcome, PersonId
from rules.stages import Stage


def move(
    dossier: Dossier,
    stage: Stage,
    plan: Plan,
    answer: Talk | Outcome | None,
    *,
    moment: Moment,
    zone_name: str,
    ids: Ids,
) -> tuple[Change, InterviewId | None]:
    """The facts that put a card into a stage, and the interview they made or changed.

    Raises ValueError where `plan` refuses or `answer` is not what it asks for.
    """
    if isinstance(plan, Refused):
        raise ValueError(f"refused: {plan.why}")
    match stage, answer:
        case Stage.APPLIED, _:
            return replace(reopen(dossier), label="moved"), None
        case Stage.INTERVIEW_BOOKED, _:
            talk = answer if isinstance(answer, Talk) else Talk()
            change = book(dossier, talk, zone_name=zone_name, ids=ids)
        case Stage.SAY_THANK_YOU, Talk():
            change = _held(dossier, answer, moment, zone_name, ids)
        case Stage.SAY_THANK_YOU, _ if isinstance(plan, Move):
            return thanking_again(dossier), None
        case Stage.WAITING_TO_HEAR, _:
            ended = [one for one in dossier.interviews if one.end and one.end <= moment.now]
            return now_waiting(dossier, ended[-1].id, now=moment.now, ids=ids), None
        case Stage.OUTCOME, Outcome():
            return record_outcome(dossier, answer, now=moment.now, ids=ids), None
        case _:
            raise ValueError(f"{stage} needs an answer to {plan}")
    return replace(change, label="moved"), interview_of(change)


def _held(dossier: Dossier, talk: Talk, moment: Moment, zone_name: str, ids: Ids) -> Change:
    """A talk that is over: the one that was ahead or undated, else a new one."""
    ahead = [one for one in dossier.interviews if one.end is None or one.end > moment.now]
    if not ahead:
        return book(dossier, talk, zone_name=zone_name, ids=ids)
    change = fill_in(dossier, ahead[0], talk, ids=ids)
    return replace(change, edits=(*reopened(dossier), *change.edits))


def invited_again(
    dossier: Dossier,
    *,
    moment: Moment,
    zone_name: str,
    ids: Ids,
    person_id: PersonId | None = None,
    interview_id: InterviewId | None = None,
) -> tuple[Change, InterviewId]:
    """They invited again: the fact and the interview to come, which has no date yet."""
    heard = record_fact(
        dossier,
        FactKind.REPLY_INVITED,
        now=moment.now,
        ids=ids,
        interview_id=interview_id,
        person_id=person_id,
    )
    booked = book(dossier, Talk(), zone_name=zone_name, ids=ids)
    both = replace(heard, label="interview_added", edits=(*heard.edits, *booked.edits))
    return both, interview_of(both)
