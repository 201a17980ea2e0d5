"""The stage of an opportunity, from its facts and the moment."""

from rules.records import Dossier, Moment
from rules.replies import ending_of
from rules.rounds import Reading, Round, read
from rules.stages import Stage
from rules.tally import tally
from rules.thanking import chain_for, is_waiting, left_of, owed
from rules.windows import thanks_and_question


def stage_of(dossier: Dossier, moment: Moment) -> Stage:
    """Which lane a card stands in."""
    reading = read(dossier, moment)
    if ending_of(reading) is not None:
        return Stage.OUTCOME
    if not dossier.interviews:
        return Stage.APPLIED
    if reading.ahead is not None or reading.dateless is not None:
        return Stage.INTERVIEW_BOOKED
    if owed(reading) is not None or _still_to_thank(reading, reading.held[0]):
        return Stage.SAY_THANK_YOU
    return Stage.WAITING_TO_HEAR


def _still_to_thank(reading: Reading, round_: Round) -> bool:
    """Nobody was thanked in time, or nobody is on record: the first message is still to come."""
    count = tally(reading.dossier, round_)
    chain = chain_for(reading, round_, count)
    if count.used or chain.replied or chain.holding is not None or is_waiting(chain):
        return False
    left = left_of(round_, count)
    if not left:
        return not round_.people
    return reading.now <= thanks_and_question(reading, round_, chain, left[0]).final
