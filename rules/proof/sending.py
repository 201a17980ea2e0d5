"""Whether, and when, it may go out (R01, R03)."""

from collections.abc import Iterator

from rules.proof.finding import Finding, Part, Severity
from rules.proof.reading import Reading
from rules.records import MessageKind

OPENS, SHUTS = 8, 20  # hours at which people read mail from strangers gladly


def allowed(read: Reading) -> Iterator[Finding]:
    """R01: what the ledger refuses, in its own words."""
    if read.letter.refused:
        yield Finding(
            id="R01", severity=Severity.FIX, part=Part.ENVELOPE, reason=read.letter.refused
        )


def good_hour(read: Reading) -> Iterator[Finding]:
    """R03: planned for the night; the window of RULES 5.1 always holds an hour of the day."""
    letter = read.letter
    if letter.planned is None or letter.ended is None or letter.kind is MessageKind.PASS_ON:
        return
    planned = letter.planned.astimezone(letter.ended.tzinfo)
    if not OPENS <= planned.hour < SHUTS:
        yield Finding(
            id="R03",
            severity=Severity.CONSIDER,
            part=Part.ENVELOPE,
            wrong=f"{planned:%H:%M}",
            reason=f"Between {OPENS} and {SHUTS} it is read sooner than at {planned:%H:%M}.",
        )
