"""The first line: whom the letter greets, and how (N01 to N05)."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from rules.proof.finding import Finding, Severity
from rules.proof.forms import bare, forms, split_title, without_honour
from rules.proof.letter import Somebody
from rules.proof.reading import APPLICATION, Reading
from rules.proof.text import Greeting, Span, distance, fold

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
_GENERIC = re.compile(
    r"(?:the )?(?:all|everyone|everybody|team|there|folks|colleagues?|hiring (?:manager|team)"
    r"|hiring committee|(?:search|selection|interview|hiring)? ?(?:panel|committee|board)|recruiter"
    r"|recruiting team|recruitment team|human resources|hr|hr (?:manager|team)|interviewers?"
    r"|sirs?|madam|sir or madam|sir ?/ ?madam|madam or sir|friends?|ladies and gentlemen"
    r"|[\w&' -]{2,40} team|whom it may concern)"
)
_AND = re.compile(r"\s*(?:,|/|&|\band\b|\+)\s*")


def generic(name: str) -> bool:
    """Whether the words greet a role or a crowd."""
    return _GENERIC.fullmatch(_plain(name)) is not None


def _plain(name: str) -> str:
    return fold(without_honour(name)).strip(" .,")


def _is_form(name: str, person: Somebody) -> bool:
    plain = _plain(split_title(name, person.title or "")[1])
    return any(fold(one).strip(" .") == plain for one in forms(person))


def greets(read: Reading) -> Iterator[Finding]:
    """N01 and N02: there is a greeting, and it names the recipient."""
    greeting, person = read.text.greeting, read.letter.recipient
    if greeting is None:
        if read.own.strip():
            yield read.body("N01", FIX, None, "There is no greeting.")
        return
    named = greeting.name.strip()
    known = person is not None and bool(person.name)
    if greeting.word == "to whom it may concern" or generic(named):
        if person is not None and known:
            span = greeting.span if named else greeting.line
            right = (person.preferred or person.name) if named else None
            reason = "A greeting for nobody, although the name is known."
            yield read.body("N02", FIX, span, reason, right)
    elif not named and (known or read.letter.kind not in APPLICATION):
        yield read.body("N01", FIX, greeting.line, "The greeting names nobody.")


def greeted_name(read: Reading) -> Iterator[Finding]:
    """N03, N04 and N05: the name in the greeting is the recipient's, letter by letter."""
    greeting, person = read.text.greeting, read.letter.recipient
    if greeting is None or person is None or not person.name or generic(greeting.name):
        return
    titles, name, span = _greeted(greeting, read.record.people)
    if not name:
        return
    parts = (name, *(one for one in _AND.split(name) if one))
    if any(_is_form(one, person) for one in parts):
        yield from _accents(read, name, span, person)
        return
    right = _same_shape(name, person, bool(titles))
    for other in read.letter.met:
        if any(_is_form(one, other) for one in parts):
            reason = f"This letter goes to {person.name}, and greets {other.name}."
            yield read.body("N03", FIX, span, reason, right)
            return
    if near := _nearest(name, person):
        yield read.body("N04", FIX, span, f"On record the name is {person.name}.", near)
    else:
        yield read.body("N04", FIX, span, f"This is not the recipient, {person.name}.", right)


def _greeted(greeting: Greeting, people: Sequence[Somebody]) -> tuple[tuple[str, ...], str, Span]:
    """The titles of the greeting, the name behind them, and where the name stands."""
    titles, name = split_title(greeting.name, people[0].title or "")
    if not greeting.word:
        # A greeting in words of its own: "Servus Anna,". The name is what somebody is called.
        words = name.split()
        for size in range(len(words) - 1, 0, -1):
            tail = " ".join(words[-size:])
            if any(_is_form(tail, one) or _nearest(tail, one) for one in people):
                name = name[name.rindex(words[-size]) :]
                break
    name = re.sub(r"\s*\([^()]*\)$", "", name)  # "(if I may)"
    start = greeting.span[0] + greeting.name.rindex(name)
    return titles, name, (start, start + len(name))


def _accents(read: Reading, name: str, span: Span, person: Somebody) -> Iterator[Finding]:
    """Fold-equal, and yet not as recorded."""
    plain = _written(name)
    folded = fold(plain)
    same = [one for one in forms(person) if fold(one).strip(" .") == folded]
    if same and plain not in [_written(one) for one in same]:
        right = min(same, key=lambda one: (distance(one, plain), one))
        yield read.body("N05", CONSIDER, span, f"On record it is written {right}.", right)


def _written(name: str) -> str:
    """Composed, with a plain apostrophe: what does not count as a difference."""
    plain = unicodedata.normalize("NFC", without_honour(name))
    return plain.replace("\u2019", "'").replace("\u2018", "'").strip(" .")


def _nearest(name: str, person: Somebody) -> str | None:
    """The form that this is a misspelling of."""
    plain = _plain(name)
    found: list[tuple[int, int, str]] = []
    for one in forms(person):
        form = fold(one)
        most = 1 if len(form) <= 4 else 2
        off = distance(plain, form, most)
        if off <= most and len(form) > 1:
            found.append((off, abs(plain.count(" ") - form.count(" ")), one))
    return min(found)[2] if found else None


def _same_shape(name: str, person: Somebody, titled: bool) -> str:
    """The recipient's name where another was: as many words, and the last name after a title."""
    words = bare(person.name) or (person.name,)
    if titled and len(words) > 1:
        return words[-1]
    return person.preferred or words[0] if " " not in name else person.name
