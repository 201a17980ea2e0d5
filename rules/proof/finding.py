"""What a check has to say."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Fix: it would hurt. Consider: it may."""

    FIX = "B"
    CONSIDER = "W"


class Part(StrEnum):
    """Where in a message something stands."""

    SUBJECT = "subject"
    BODY = "body"
    ENVELOPE = "envelope"  # addresses, attachments, the hour


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing to see to. `span` counts characters of its part; None = nowhere in particular.

    `right` replaces the span; None = no replacement can be offered. `reason` is one sentence.
    """

    id: str
    severity: Severity
    part: Part
    span: tuple[int, int] | None = None
    wrong: str = ""
    right: str | None = None
    reason: str
