"""Proofreading against the record: what a mail program cannot see (RULES 7)."""

from rules.proof.check import Report, check, fixed
from rules.proof.finding import Finding, Part, Severity
from rules.proof.letter import (
    Attached,
    Doubt,
    Heard,
    Me,
    ProofLetter,
    Pursuit,
    Sent,
    Somebody,
    Speller,
)
from rules.proof.table import CHECKS, Check

__all__ = [
    "CHECKS",
    "Attached",
    "Check",
    "Doubt",
    "Finding",
    "Heard",
    "Me",
    "Part",
    "ProofLetter",
    "Pursuit",
    "Report",
    "Sent",
    "Severity",
    "Somebody",
    "Speller",
    "check",
    "fixed",
]
