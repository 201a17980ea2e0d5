"""What they answered, how it ended, and taking that back."""

from dataclasses import replace
from datetime import date, datetime

from rules.acts.edits import Ids, change_of, new
from rules.changes import Change, Edit
from rules.records import Dossier, Fact, FactId, FactKind, InterviewId, Outcome, PersonId

OUTCOME_FACT = {
    Outcome.OFFER: FactKind.OFFER,
    Outcome.NOT_THIS_TIME: FactKind.REJECTION,
    Outcome.WITHDREW: FactKind.WITHDREW,
    Outcome.NO_ANSWER: FactKind.CLOSED,
}
_ENDING = {kind: outcome for outcome, kind in OUTCOME_FACT.items()}


def record_fact(
    dossier: Dossier,
    kind: FactKind,
    *,
    now: datetime,
    ids: Ids,
    day: date | None = None,
    interview_id: InterviewId | None = None,
    person_id: PersonId | None = None,
    text: str = "",
) -> Change:
    """Something that happened; what ends it is the outcome as well."""
    fact = replace(_fact(dossier, kind, now, ids, day, interview_id, person_id), text=text)
    outcome = _ENDING.get(kind)
    edits = [new(fact)]
    if outcome is not None:
        edits[:0] = reopened(dossier)
        edits.append(_ended(dossier, outcome, now))
    return change_of(dossier, "noted", edits)


def record_outcome(dossier: Dossier, outcome: Outcome, *, now: datetime, ids: Ids) -> Change:
    """How it ended, as the person says; the fact behind it is noted at the same moment."""
    fact = _fact(dossier, OUTCOME_FACT[outcome], now, ids)
    edits = [*reopened(dossier), new(fact), _ended(dossier, outcome, now)]
    return change_of(dossier, "outcome", edits)


def reopen(dossier: Dossier) -> Change:
    """The outcome taken back, with the fact that was noted for it."""
    return change_of(dossier, "reopened", reopened(dossier))


def now_waiting(dossier: Dossier, interview_id: InterviewId, *, now: datetime, ids: Ids) -> Change:
    """The person waits, though somebody of that round was not thanked."""
    fact = _fact(dossier, FactKind.WAITING, now, ids, interview_id=interview_id)
    return change_of(dossier, "moved", [*reopened(dossier), new(fact)])


def thanking_again(dossier: Dossier) -> Change:
    """The person goes back to thanking: what said "I wait now" is taken back."""
    gone = [
        Edit(before=fact, after=None) for fact in dossier.facts if fact.kind is FactKind.WAITING
    ]
    return change_of(dossier, "moved", [*reopened(dossier), *gone])


def reopened(dossier: Dossier) -> list[Edit]:
    """What takes an outcome back: nothing where there is none."""
    opportunity = dossier.opportunity
    if opportunity.outcome is None:
        return []
    noted = OUTCOME_FACT[opportunity.outcome]
    edits: list[Edit] = [
        Edit(before=fact, after=None)
        for fact in dossier.facts
        if fact.kind is noted and fact.at == opportunity.outcome_at
    ]
    edits.append(
        Edit(before=opportunity, after=replace(opportunity, outcome=None, outcome_at=None))
    )
    return edits


def _ended(dossier: Dossier, outcome: Outcome, now: datetime) -> Edit:
    """The outcome on the card itself, whatever stood there before was taken back."""
    opportunity = replace(dossier.opportunity, outcome=None, outcome_at=None)
    return Edit(before=opportunity, after=replace(opportunity, outcome=outcome, outcome_at=now))


def _fact(
    dossier: Dossier,
    kind: FactKind,
    now: datetime,
    ids: Ids,
    day: date | None = None,
    interview_id: InterviewId | None = None,
    person_id: PersonId | None = None,
) -> Fact:
    """A new fact of this opportunity."""
    return Fact(
        id=FactId(ids()),
        opportunity_id=dossier.opportunity.id,
        kind=kind,
        at=now,
        day=day,
        interview_id=interview_id,
        person_id=person_id,
    )
