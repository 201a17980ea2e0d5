"""What the line adds: an interview, a phone screen or an application."""

import re
from dataclasses import dataclass

from rules.quick_add.entry import Kind, Question, Why
from rules.quick_add.line import Line
from rules.quick_add.naming import Slot
from rules.quick_add.said import Word
from rules.quick_add.scan import Scanner

APPLIED = re.compile(r"(?<![\w-])applied(?![\w-])")
NEGATED = re.compile(r"(?<!\w)(?:not|never|haven't|hasn't|yet to be) (?:yet )?applied(?!\w)")
OPENING = re.compile(
    r" *(?:(?P<applied>(?:i |i've |i have |have |just )*applied (?:to|for|at|with) )"
    r"|(?P<screen>(?:phone screen|phone interview|screening call) (?:with|at|for) )"
    r"|(?P<interview>(?:interview|interviewing|interviewed) (?:with|at|for) ))(?=\S)"
)
OPENINGS = {"applied": Word.APPLIED, "screen": Word.SCREEN, "interview": Word.INTERVIEW}
SENT = (Kind.APPLICATION, Kind.INTERVIEW)


@dataclass(frozen=True)
class KindRead:
    """The kind, or the question about it."""

    kind: Kind | None
    questions: tuple[Question, ...] = ()


def opening_word(line: Line) -> Word | None:
    """ "Applied to ..." before the company."""
    found = OPENING.match(line.folded)
    if found is None:
        return None
    line.claim("kind", *found.span())
    return next(word for key, word in OPENINGS.items() if found[key])


def read_kind(words: set[Word], loose: str, named: str, timed: bool) -> KindRead:
    """The kind by the words that say it; a word that may be part of a name is asked about."""
    order: tuple[Kind, ...] = SENT
    asked = KindRead(None, (Question(field="kind", why=Why.UNCLEAR, candidates=order),))
    applied, talk = Word.APPLIED in words, bool(words & {Word.INTERVIEW, Word.SCREEN})
    if (applied and talk) or (Word.DEADLINE in words and not applied):
        return asked
    if NEGATED.search(loose.lower()) or (applied and Word.DOUBT in words):
        return asked
    if applied:
        return KindRead(Kind.APPLICATION)
    if APPLIED.search(named.lower()) or (APPLIED.search(loose.lower()) and (timed or talk)):
        order = SENT[::-1] if timed or talk else SENT
        return KindRead(None, (Question(field="kind", why=Why.UNCLEAR, candidates=order),))
    if APPLIED.search(loose.lower()):
        return KindRead(Kind.APPLICATION)
    return KindRead(Kind.PHONE_SCREEN if Word.SCREEN in words else Kind.INTERVIEW)


def claim_screen(line: Line, slots: list[Slot], scanner: Scanner) -> bool:
    """A role that ends in "phone screen"."""
    for number, slot in enumerate(slots[:2]):
        for run in scanner.runs(*slot.span):
            ends = not line.shown[run.end : slot.span[1]].strip()
            small = number > 0 or line.text.shown[run.start].islower()
            if ends and small and run.said == (Word.SCREEN,) and run.start > slot.span[0]:
                line.claim("kind", run.start, run.end)
                slots[number] = Slot(line.words(*slot.span), slot.span)
                return True
    return False
