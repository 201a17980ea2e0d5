"""Letters a person said are not needed (RULES 4: a dismissal never counts as one sent)."""

from dataclasses import replace

from rules.records import Fact, FactKind, InterviewId, Outcome
from rules.rounds import Reading
from rules.steps import NextStep, StepKind

_OWN_DOING = {
    FactKind.NOT_NEEDED,
    FactKind.WAITING,
    FactKind.ADDRESS_ASKED,
    FactKind.DEBRIEFED,
    FactKind.OUT_OF_OFFICE,
}
"""What says nothing new about whether a letter is wanted; any other fact asks anew."""


def is_left_out(reading: Reading, step: NextStep) -> bool:
    """Whether the letter of a step was said to be not needed, and nothing new came since."""
    if step.kind is not StepKind.WRITE or step.message is None:
        return False
    facts = reading.dossier.facts
    said = [one for one in facts if _is_about(reading, one, step)]
    if not said:
        return False
    last = max(one.at for one in said)
    return not any(one.at > last and one.kind not in _OWN_DOING for one in facts)


def _is_about(reading: Reading, fact: Fact, step: NextStep) -> bool:
    """Whether a fact leaves out that kind of letter for that round."""
    return (
        fact.kind is FactKind.NOT_NEEDED
        and fact.text == step.message
        and _are_one_round(reading, fact.interview_id, step.interview_id)
    )


def _are_one_round(reading: Reading, one: InterviewId | None, other: InterviewId | None) -> bool:
    return one == other or any(each.holds(one) and each.holds(other) for each in reading.rounds)


def without_letter(step: NextStep, outcome: Outcome | None) -> NextStep:
    """The step once its letter is left out: nothing to send, or closed where it ended."""
    closed = outcome is not None and outcome is not Outcome.OFFER
    return replace(
        step,
        kind=StepKind.CLOSED if closed else StepKind.NOTHING,
        message=None,
        window=None,
        state=None,
        send_at=None,
        may_compose=False,
        reason="closed" if closed else "offer_open" if outcome else "not_needed",
    )
