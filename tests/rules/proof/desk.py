"""A good letter on a desk, to be spoilt in one place by each test."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rules.proof import (
    Doubt,
    Finding,
    Heard,
    Me,
    ProofLetter,
    Pursuit,
    Sent,
    Severity,
    Somebody,
    Speller,
    check,
)
from rules.proof.text import WORD
from rules.records import MessageKind


class Words:
    """A speller that knows these words alone, and what was meant with the others."""

    def __init__(self, words: str, **rights: str) -> None:
        self._words = frozenset(words.split())
        self._rights = rights

    def look(self, text: str) -> list[Doubt]:
        return [
            Doubt(hit.start(), hit.end(), (self._rights[hit[0]],) if hit[0] in self._rights else ())
            for hit in WORD.finditer(text)
            if hit[0].lower() not in self._words
        ]


LONDON = ZoneInfo("Europe/London")
TUESDAY = datetime(2026, 6, 9, 14, 0, tzinfo=LONDON)
PRIYA = Somebody(name="Priya Raman", email="priya@kestrel.example")
OWEN = Somebody(name="Owen Hale", email="owen@kestrel.example", pronoun="he")
ME = Me(name="Jo Larkin", email="jo@mail.example", phone="+44 20 7946 0018")
THANKS = """Dear Priya,

Thank you for your time on Tuesday. The rota that the cooks write themselves is the part I keep \
coming back to: at my last kitchen it came from an office, and nobody trusted it.

You asked how I would train new staff. I would let them read the rota aloud on their first day, \
because a plan that is read aloud is a plan that is kept.

I am very interested in the Kitchen Manager role, and I look forward to hearing from you.

Kind regards,
Jo Larkin"""
LETTER = ProofLetter(
    kind=MessageKind.THANK_YOU,
    subject="Thank you: Kitchen Manager",
    body=THANKS,
    me=ME,
    company="Kestrel Foods Ltd",
    company_domains=("kestrel.example",),
    role="Kitchen Manager",
    began=TUESDAY,
    ended=TUESDAY.replace(hour=15),
    planned=datetime(2026, 6, 10, 9, 30, tzinfo=LONDON),
    applied=date(2026, 5, 20),
    recipient=PRIYA,
    met=(OWEN,),
    heard=(
        Heard(text="the cooks write the rota themselves", by="Priya Raman"),
        Heard(text="bread proved overnight", by="Owen Hale"),
    ),
    others=(Pursuit(company="Northwind Traders", people=("Astrid Bergqvist",)),),
    to=("priya@kestrel.example",),
)
FIRST = """Dear Priya,

Thank you for your time on Tuesday. The rota that the cooks write themselves stayed with me.

Kind regards,
Jo Larkin"""
CHECK_IN = replace(
    LETTER,
    kind=MessageKind.CHECK_IN,
    subject="Re: Thank you: Kitchen Manager",
    planned=datetime(2026, 6, 19, 10, 0, tzinfo=LONDON),
    original=Sent(
        to="Priya Raman", subject="Thank you: Kitchen Manager", body=FIRST, message_id="<1@x>"
    ),
    body="Dear Priya,\n\nSince we met on 9 June I have passed the allergen course, and I wrote a"
    " short plan for the bread that goes out before seven. I am still very interested in the"
    " Kitchen Manager role. Do you know yet when you will decide?\n\nKind regards,\nJo Larkin\n\n"
    "On Wed, 10 Jun 2026 at 09:30, Jo Larkin wrote:\n"
    + "\n".join(f"> {x}" for x in FIRST.split("\n")),
)
APPLIED = replace(
    LETTER,
    kind=MessageKind.APPLICATION_FOLLOW_UP,
    began=None,
    ended=None,
    met=(),
    subject="Kitchen Manager: my application",
    body="Dear Priya,\n\nI applied for the Kitchen Manager role on 20 May and remain very"
    " interested in it. Since then I have finished the allergen course with distinction, and I"
    " could start in July. Could you tell me whether applications are still being read?"
    "\n\nKind regards,\nJo Larkin",
)
REJECTED = replace(
    LETTER,
    kind=MessageKind.REPLY_TO_REJECTION,
    subject="Thank you for letting me know",
    body="Dear Priya,\n\nThank you for letting me know on Thursday, and for the care that everybody"
    " took over my visit. I was glad to see the kitchen, and I would welcome hearing of another"
    " opening there.\n\nKind regards,\nJo Larkin",
)


def saying(text: str, letter: ProofLetter = LETTER, **changes: Any) -> ProofLetter:
    """The letter with one more paragraph before the sign-off."""
    body = letter.body.replace("\n\nKind regards", f"\n\n{text}\n\nKind regards", 1)
    return replace(letter, body=body, **changes)


def found(
    row: str, letter: ProofLetter, speller: Speller | None = None
) -> list[tuple[Severity, str, str | None]]:
    """What that row finds: severity, the words and what is offered."""
    return [(one.severity, one.wrong, one.right) for one in of(row, letter, speller)]


def of(row: str, letter: ProofLetter, speller: Speller | None = None) -> list[Finding]:
    """The findings of that row."""
    return [one for one in check(letter, speller).findings if one.id == row]
