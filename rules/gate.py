"""The gate before copying: what a letter must not go out with.

Until there is proofreading it asks for two things only: an open placeholder to be filled, and
a highlight in a thank-you (RULES 7, F01 and H01).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rules.highlights import said_in
from rules.quoting import Original, own_text
from rules.records import Dossier, MessageKind, PersonId
from rules.templates import clean

_PLACEHOLDER = re.compile(
    r"\{\{[^{}\n]*\}\}"
    r"|\$\{[^{}\n]*\}"
    r"|%\(\w+\)s"
    r"|<<[^<>\n]+>>|«[^«»\n]{2,40}»"
    r"|\{[A-Za-z][^{}\n]{0,58}\}"
    r"|<(?:insert|your|name|company|role)\b[^<>\n]*>"
    r"|\[(?!sic\]|\.\.\.\]|…\]|\d+\])[^\[\]\n]{2,60}\](?!\()"
    r"|\b(?:XXX|TBD|TODO|FIXME)\b"
    r"|\blorem ipsum\b"
    r"|_{3,}|\?{3,}",
    re.MULTILINE,
)
_WEB = re.compile(r"https?://\S+")
_ASKS_FOR_HIGHLIGHT = (MessageKind.THANK_YOU, MessageKind.THANKS_AND_QUESTION)


class GapKind(StrEnum):
    """What a letter lacks."""

    PLACEHOLDER = "placeholder"
    HIGHLIGHT = "highlight"


@dataclass(frozen=True)
class Gap:
    """One thing to see to before copying; `text` is the placeholder as it stands."""

    kind: GapKind
    text: str = ""


def gate(
    subject: str,
    body: str,
    dossier: Dossier,
    person_id: PersonId | None,
    kind: MessageKind,
    original: Original | None = None,
) -> tuple[Gap, ...]:
    """What a letter lacks before it may be copied; the quoted original is not looked at."""
    own = own_text(body) if original is not None else body
    found = _PLACEHOLDER.finditer(_without_record(f"{subject}\n{own}", dossier))
    gaps = [Gap(GapKind.PLACEHOLDER, one) for one in dict.fromkeys(hit[0] for hit in found)]
    asks = kind in _ASKS_FOR_HIGHLIGHT and not _passes_on(dossier, person_id)
    if asks and not _speaks_of_one(own, dossier, person_id):
        gaps.append(Gap(GapKind.HIGHLIGHT))
    return tuple(gaps)


def _passes_on(dossier: Dossier, person_id: PersonId | None) -> bool:
    """Whether the reader was not met, such as a recruiter who passes the thanks on (H01)."""
    met = {one for talk in dossier.interviews for one in talk.met}
    return bool(met) and person_id not in met


def _speaks_of_one(own: str, dossier: Dossier, person_id: PersonId | None) -> bool:
    """Whether a highlight for that person, or one for nobody yet, is in the letter."""
    return any(
        said_in(one.text, own)
        for one in dossier.highlights
        if person_id in one.used_for or not one.used_for
    )


def _without_record(text: str, dossier: Dossier) -> str:
    """The text without links and what is on record: a company may be called "[x]"."""
    text = _WEB.sub(" ", text)
    for known in sorted(_known(dossier), key=len, reverse=True):
        text = text.replace(known, " ")
    return text


def _known(dossier: Dossier) -> Iterator[str]:
    """Recorded names that look like a placeholder themselves."""
    typed = [dossier.opportunity.company, dossier.opportunity.role]
    typed += [one.name for one in dossier.people]
    typed += [one.text for one in dossier.highlights]
    return (one for one in map(clean, typed) if _PLACEHOLDER.search(one))
