"""The ledger: rounds, the count of two in each, and what may still be sent (RULES 4)."""

from rules.permission import Refusal, may_send
from rules.rounds import Round, current_round, end_of, rounds
from rules.tally import application_used, thanked, used
from rules.thanking import to_thank

__all__ = [
    "Refusal",
    "Round",
    "application_used",
    "current_round",
    "end_of",
    "may_send",
    "rounds",
    "thanked",
    "to_thank",
    "used",
]
