"""Titles before a name that nobody recorded (N12)."""

import re
from collections.abc import Iterator

from rules.proof.finding import Finding, Severity
from rules.proof.forms import bare, recorded_titles, split_title, titles_of
from rules.proof.greeting import generic
from rules.proof.letter import Somebody
from rules.proof.reading import Reading

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
_GUESSED = frozenset({"mrs", "miss", "sir", "madam"})
_IN_TEXT = re.compile(r"\b(?P<title>Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Doctor)\b\.? (?=[^\W\d_])")


def in_greeting(read: Reading) -> Iterator[Finding]:
    """N12 for the recipient."""
    greeting, person = read.text.greeting, read.letter.recipient
    if greeting is None or person is None:
        return
    typed, rest = split_title(greeting.name, person.title or "")
    if generic(greeting.name) and not (typed and not rest):
        return
    for title in typed:
        if titles_of((title,)) <= recorded_titles(person):
            continue
        start = greeting.span[0] + greeting.name.index(title)
        severity = FIX if titles_of((title,)) & _GUESSED else CONSIDER
        right = person.title if person.title and rest and len(typed) == 1 else None
        span = (start, start + len(title))
        yield read.body("N12", severity, span, _reason(person), right)


def _reason(person: Somebody) -> str:
    if person.title:
        return f"The title on record is {person.title}."
    return f"No title is on record for {person.name}; the full name is never wrong."


def in_text(read: Reading) -> Iterator[Finding]:
    """N12 for everybody who is named with a title behind the greeting."""
    for hit in _IN_TEXT.finditer(read.own, *read.text.prose):
        behind = read.own[hit.end() : hit.end() + 60]
        person = next((one for one in read.record.people if _called(one, behind)), None)
        if person is None or titles_of((hit["title"],)) <= recorded_titles(person):
            continue
        guessed = titles_of((hit["title"],)) & _GUESSED and not person.title
        severity = FIX if guessed else CONSIDER
        yield read.body("N12", severity, hit.span("title"), _reason(person))


def _called(person: Somebody, text: str) -> bool:
    """Whether the text goes on with the person's last name, or first and last name."""
    last = bare(person.name)[-1:]
    return bool(last) and bool(re.match(rf"(?:[\w.'\u2019-]+ )?{re.escape(last[0])}(?!\w)", text))
