"""Whether something on paper can reach them in time (row 17)."""

from rules.calendar import add_working_days, local_date
from rules.records import EmployerKind
from rules.rounds import Reading, Round
from rules.tally import Tally
from rules.thanking import chain_for

POST_TAKES = 5
"""Working days that a card should have before a decision."""


def arrives_in_time(reading: Reading, round_: Round, count: Tally) -> bool:
    """Whether a card posted today comes before they decide; federal offices want no post."""
    if reading.dossier.opportunity.employer_kind is EmployerKind.GOVERNMENT:
        return False
    if any(round_.talk_with(one).decides_at_once for one in round_.people):
        return False
    promise = chain_for(reading, round_, count).promise
    if promise is None or promise.day is None:
        return True
    today = local_date(reading.now, reading.zone)
    return promise.day >= add_working_days(today, POST_TAKES, reading.worked)
