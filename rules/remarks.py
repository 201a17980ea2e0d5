"""What is worth knowing beside a step: notes that change neither its moment nor its count."""

from rules.post import arrives_in_time
from rules.records import Dossier, EmployerKind, MessageKind, Moment
from rules.rounds import read
from rules.steps import NextStep, StepKind
from rules.tally import tally

_LESS_USUAL = {"GB", "IE"}
"""Countries where thanking after an interview is less of a habit (row 27)."""


def remarks(dossier: Dossier, step: NextStep, moment: Moment) -> tuple[str, ...]:
    """Keys of the evidence: the reader's clock, local habit, slow employers, paper (rows 17-27)."""
    if step.kind is not StepKind.WRITE:
        return ()
    thanks = step.message is MessageKind.THANK_YOU
    opportunity = dossier.opportunity
    people = [dossier.person(one) for one in step.people]
    reading = read(dossier, moment)
    here = moment.now.astimezone(moment.zone).utcoffset()
    there = moment.now.astimezone(reading.zone).utcoffset()
    slow = opportunity.employer_kind is not EmployerKind.COMPANY
    held = reading.held
    post = bool(held) and arrives_in_time(reading, held[0], tally(dossier, held[0]))
    notes = (
        ("reader_clock", here != there),
        ("less_usual_here", thanks and opportunity.country.upper() in _LESS_USUAL),
        ("slow_search", slow and step.message is MessageKind.CHECK_IN),
        (
            "card_on_paper",
            thanks and post and any(one is not None and one.postal_address for one in people),
        ),
    )
    return tuple(key for key, holds in notes if holds and key != step.reason)
