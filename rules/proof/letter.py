"""What proofreading is told: the letter as it would go out, and what is on record beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from rules.records import MessageKind


@dataclass(frozen=True, kw_only=True)
class Somebody:
    """A person on record. `title` is None where nobody said how they are addressed."""

    name: str
    email: str = ""
    title: str | None = None
    pronoun: str | None = None
    preferred: str | None = None


@dataclass(frozen=True, kw_only=True)
class Me:
    """Who signs."""

    name: str
    preferred: str | None = None
    phone: str = ""
    email: str = ""
    links: tuple[str, ...] = ()
    past_employers: tuple[str, ...] = ()
    current_employer: str = ""
    employer_domain: str = ""


@dataclass(frozen=True, kw_only=True)
class Pursuit:
    """Another application of the same search: whose names must not be left over."""

    company: str
    role: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Heard:
    """Something recorded as said in the talk, and the name of the person it is kept for."""

    text: str
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A message that went out, or another person's note; `to` is a name or an address."""

    to: str
    body: str
    subject: str = ""
    at: datetime | None = None
    message_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Attached:
    """A file to go with it; `size` in bytes, None when it cannot be read."""

    name: str
    size: int | None = 1


@dataclass(frozen=True, kw_only=True)
class ProofLetter:
    """Everything that the checks look at. All moments are aware, in the employer's zone."""

    kind: MessageKind
    variant: str = ""  # phone_screen, same_day, late, pass_on; card or typed on paper
    on_paper: bool = False
    subject: str = ""
    body: str = ""
    me: Me
    company: str = ""
    company_domains: tuple[str, ...] = ()
    role: str = ""
    began: datetime | None = None
    ended: datetime | None = None
    planned: datetime | None = None
    applied: date | None = None
    recipient: Somebody | None = None
    met: tuple[Somebody, ...] = ()  # the others of the round
    heard: tuple[Heard, ...] = ()
    notes: str = ""  # whatever else the person wrote down about this application
    others: tuple[Pursuit, ...] = ()
    original: Sent | None = None
    other_notes: tuple[Sent, ...] = ()  # to the others of the round
    earlier_notes: tuple[Sent, ...] = ()  # to this person, in rounds before
    email_text: str = ""  # of the email, when this is the card beside it
    sent_before: tuple[Sent, ...] = ()
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    attached: tuple[Attached, ...] = ()
    call_invited: bool = False
    refused: str = ""  # why the ledger allows no message now, in its own words


@dataclass(frozen=True)
class Doubt:
    """Letters `start` to `end` of a text that a speller does not know, and what it may be.

    `said` is empty for a word it does not know; else its reason to doubt the grammar there.
    """

    start: int
    end: int
    rights: tuple[str, ...] = ()
    said: str = ""


class Speller(Protocol):
    """Whatever knows the words of a language."""

    def look(self, text: str) -> Sequence[Doubt]:
        """The words of the text that it does not know, in order."""
