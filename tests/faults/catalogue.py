"""Every promise with its proof, in order; importing the proofs puts them into the list."""

from tests.faults import backups, damage, disk, kept, killed, screen, upgrades
from tests.faults.promises import PROMISES, Promise

PROOFS = (backups, damage, disk, kept, killed, screen, upgrades)


def all_promises() -> list[Promise]:
    """The promises by their number, each before its control."""
    return sorted(PROMISES, key=lambda one: (one.number, one.control))
