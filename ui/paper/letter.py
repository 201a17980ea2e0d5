"""What a letter on paper consists of, and the paper it is on."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QLocale

from rules.letter_words import plain_date
from rules.quoting import Original
from rules.records import Opportunity, Person, Profile

_TAB = "    "
_US = "us"
_TERRITORY = QLocale.Country
_ON_LETTER = frozenset(
    {
        _TERRITORY.UnitedStates, _TERRITORY.Canada, _TERRITORY.Mexico, _TERRITORY.Philippines,
        _TERRITORY.PuertoRico, _TERRITORY.Chile, _TERRITORY.Colombia, _TERRITORY.CostaRica,
        _TERRITORY.Venezuela, _TERRITORY.Guatemala, _TERRITORY.ElSalvador, _TERRITORY.Nicaragua,
        _TERRITORY.Panama, _TERRITORY.Belize,
    }
)  # fmt: skip
"""Where US Letter is the usual paper, after the Unicode locale data."""


class Paper(StrEnum):
    """A size of paper, by the name the options keep."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, kw_only=True)
class PaperLetter:
    """A letter as its parts on the page, all of it plain text."""

    title: str  # of the file and of the print job
    sender: tuple[str, ...] = ()
    date: str = ""
    recipient: tuple[str, ...] = ()
    body: str  # greeting and paragraphs, a blank line between them
    closing: str = ""  # "Kind regards,"
    signature: tuple[str, ...] = ()  # below the room for a signature by hand
    below: str = ""  # the letter before it, under the line that introduces it

    @property
    def text(self) -> str:
        """All of it in reading order, for whoever cannot see the page."""
        blocks = (*map("\n".join, (self.sender, (self.date,), self.recipient)), self.body)
        end = "\n".join(part for part in (self.closing, *self.signature) if part)
        return "\n\n".join(block for block in (*blocks, end, self.below) if block.strip())


def paper_size(option: str, locale: QLocale) -> Paper:
    """The paper a person chose, else the usual one where they are."""
    if option in tuple(Paper):
        return Paper(option)
    return Paper.LETTER if locale.territory() in _ON_LETTER else Paper.A4


def on_paper(
    body: str,
    *,
    day: date,
    profile: Profile,
    opportunity: Opportunity,
    person: Person | None = None,
    spelling: str = "",
    original: Original | None = None,
) -> PaperLetter:
    """An email's text as a letter: with both addresses, the date, and room for a signature.

    A check-in has its original below it on paper as well (RULES 7, O01).
    """
    paragraphs, closing, signature = _parted(_plain(body), _line(profile.name))
    to = [_line(person.name)] if person is not None else []
    address = _plain(person.postal_address).split("\n") if person is not None else []
    company = _line(opportunity.company)
    if company.casefold() not in (line.strip().casefold() for line in address):
        to.append(company)
    to.extend(line.strip() for line in address)
    recipient = tuple(line for line in to if line)
    return PaperLetter(
        title=f"Letter to {recipient[0]}" if recipient else "Letter",
        sender=tuple(
            line for line in map(_line, (profile.name, profile.phone, profile.email)) if line
        ),
        date=_written(day, spelling),
        recipient=recipient,
        body=paragraphs,
        closing=closing,
        signature=signature,
        below=_plain(f"{original.attribution}\n\n{original.text.strip()}") if original else "",
    )


def _parted(text: str, name: str) -> tuple[str, str, tuple[str, ...]]:
    """Body, closing and signature; the last two are empty where no line is the name alone."""
    body, _, end = text.rstrip().rpartition("\n\n")
    lines = [line.strip() for line in end.split("\n")]
    if not name or not body or name not in lines[1:]:
        return text.strip("\n"), "", ()
    at = lines.index(name, 1)
    return body.strip("\n"), "\n".join(lines[:at]), tuple(lines[at:])


def _written(day: date, spelling: str) -> str:
    """The day a letter bears: "14 May 2026", or "May 14, 2026" in American spelling."""
    plain = plain_date(day)
    if spelling == _US:
        number, month = plain.split(" ")
        return f"{month} {number}, {day.year}"
    return f"{plain} {day.year}"


def _plain(text: str) -> str:
    """Text without what no printer can show; blank lines hold no spaces."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", _TAB).split("\n")
    kept = ("".join(one for one in line if _shows(one)) for line in lines)
    return "\n".join(line.rstrip() for line in kept)


def _shows(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")


def _line(text: str) -> str:
    return " ".join(_plain(text).split())
