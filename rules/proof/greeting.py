"""The first line: whom the letter greets, and how (N01 to N05, N12)."""

import re
import unicodedata
from collections.abc import Iterator

from rules.proof.finding import Finding, Severity
from rules.proof.forms import TITLES, forms, split_title, titles_of
from rules.proof.letter import Somebody
from rules.proof.reading import APPLICATION, Reading
from rules.proof.text import distance, fold

FIX, CONSIDER = Severity.FIX, Severity.CONSIDER
_GENERIC = re.compile(
    r"(?:the )?(?:all|everyone|everybody|team|there|folks|colleagues?|hiring (?:manager|team)"
    r"|hiring committee|(?:search|selection|interview|hiring)? ?(?:panel|committee|board)|recruiter"
    r"|recruiting team|recruitment team|human resources|hr|hr (?:manager|team)|interviewers?"
    r"|sirs?|madam|sir or madam|sir ?/ ?madam|madam or sir|friends?|ladies and gentlemen"
    r"|[\w&' -]{2,40} team|whom it may concern)"
)
_AND = re.compile(r"\s*(?:,|/|&|\band\b|\+)\s*")
_TITLE_IN_TEXT = re.compile(
    r"\b(?P<title>Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Doctor)\b\.? (?=[^\W\d_])"
)


def _generic(name: str) -> bool:
    return _GENERIC.fullmatch(fold(name).strip(" .,")) is not None


def _is_form(name: str, person: Somebody) -> bool:
    plain = fold(split_title(name)[1]).strip(" .")
    return any(fold(one).strip(" .") == plain for one in forms(person))


def greets(read: Reading) -> Iterator[Finding]:
    """N01 and N02: there is a greeting, and it names the recipient."""
    greeting, person = read.text.greeting, read.letter.recipient
    if greeting is None:
        if read.own.strip():
            yield read.body("N01", FIX, None, "There is no greeting.")
        return
    named = greeting.name.strip()
    if greeting.word == "to whom it may concern" or _generic(named):
        if person and person.name:
            yield read.body(
                "N02",
                FIX,
                greeting.span if named else greeting.line,
                "A greeting for nobody, although the name is known.",
                _best(person) if named and not split_title(named)[0] else None,
            )
    elif (not named and not (person is None or not person.name)) or (
        not named and read.letter.kind not in APPLICATION
    ):
        yield read.body("N01", FIX, greeting.line, "The greeting names nobody.")


def _best(person: Somebody) -> str:
    return person.preferred or person.name


def greeted_name(read: Reading) -> Iterator[Finding]:
    """N03, N04 and N05: the name in the greeting is the recipient's, letter by letter."""
    greeting, person = read.text.greeting, read.letter.recipient
    if greeting is None or person is None or not person.name or not greeting.name.strip():
        return
    if _generic(greeting.name):
        return
    titles, name = split_title(greeting.name)
    offset = greeting.span[0] + greeting.name.rindex(name) if name else greeting.span[0]
    if not name:
        return
    parts = [one for one in _AND.split(name) if one]
    if any(_is_form(one, person) for one in (name, *parts)):
        yield from _accents(read, name, (offset, offset + len(name)), person)
        return
    span = (offset, offset + len(name))
    for other in read.letter.met:
        if any(_is_form(one, other) for one in (name, *parts)):
            yield read.body(
                "N03",
                FIX,
                span,
                f"This letter goes to {person.name}, and greets {other.name}.",
                _same_shape(name, person, bool(titles)),
            )
            return
    near = _nearest(name, person)
    if near:
        yield read.body("N04", FIX, span, f"On record the name is {person.name}.", near)
    else:
        yield read.body(
            "N04",
            FIX,
            span,
            f"This is not the recipient, {person.name}.",
            _same_shape(name, person, bool(titles)),
        )


def _accents(
    read: Reading, name: str, span: tuple[int, int], person: Somebody
) -> Iterator[Finding]:
    """Fold-equal, and yet not as recorded."""
    plain = _written(name)
    folded = fold(plain)
    same = [one for one in forms(person) if fold(one).strip(" .") == folded]
    typed = [_written(one) for one in same]
    if same and plain not in typed:
        right = min(same, key=lambda one: (distance(one, plain), one))
        yield read.body("N05", CONSIDER, span, f"On record it is written {right}.", right)


def _written(name: str) -> str:
    """Composed, with a plain apostrophe: what does not count as a difference."""
    plain = unicodedata.normalize("NFC", name)
    return plain.replace("\u2019", "'").replace("\u2018", "'").strip(" .")


def _nearest(name: str, person: Somebody) -> str | None:
    """The form that this is a misspelling of."""
    plain = fold(name).strip(" .")
    found: list[tuple[int, int, str]] = []
    for one in forms(person):
        form = fold(one)
        words = plain.count(" ") - form.count(" ")
        most = 1 if len(form) <= 4 else 2
        off = distance(plain, form, most)
        if off <= most:
            found.append((off, abs(words), one))
    return min(found)[2] if found else None


def _same_shape(name: str, person: Somebody, titled: bool) -> str:
    """The recipient's name where another was: as many words, and the last name after a title."""
    words = person.name.split()
    if titled and len(words) > 1:
        return words[-1]
    return person.preferred or words[0] if " " not in name else person.name


def titles(read: Reading) -> Iterator[Finding]:
    """N12: a title that nobody recorded."""
    greeting, person = read.text.greeting, read.letter.recipient
    if greeting is None or person is None:
        return
    typed, rest = split_title(greeting.name)
    if _generic(greeting.name) and not (typed and not rest):
        return
    recorded = titles_of(tuple(t for t in (person.title or "").split() if _is_title(t)))
    recorded |= titles_of(split_title(person.name)[0])
    for title in typed:
        if titles_of((title,)) <= recorded:
            continue
        start = greeting.span[0] + greeting.name.index(title)
        guessed = titles_of((title,)) & {"mrs", "miss", "sir", "madam"}
        right = person.title if person.title and rest and len(typed) == 1 else None
        yield read.body(
            "N12",
            FIX if guessed else CONSIDER,
            (start, start + len(title)),
            f"The title on record is {person.title}."
            if person.title
            else "No title is on record; the full name is never wrong.",
            right,
        )


def _is_title(word: str) -> bool:
    return fold(word).strip(".") in TITLES


def titles_in_text(read: Reading) -> Iterator[Finding]:
    """N12 for the others who are named with a title."""
    start, end = read.text.prose
    for hit in _TITLE_IN_TEXT.finditer(read.own, start, end):
        behind = read.own[hit.end() : hit.end() + 60]
        for person in read.people:
            last = person.name.split()[-1:]
            if not last or not re.match(rf"(?:[\w.'’-]+ )?{re.escape(last[0])}(?!\w)", behind):
                continue
            recorded = titles_of(tuple(t for t in (person.title or "").split() if _is_title(t)))
            said = titles_of((hit["title"],))
            if said <= recorded or said <= titles_of(split_title(person.name)[0]):
                break
            severe = said & {"mrs", "miss"} and not recorded
            yield read.body(
                "N12",
                FIX if severe else CONSIDER,
                hit.span("title"),
                f"The title on record is {person.title}."
                if person.title
                else f"No title is on record for {person.name}.",
            )
            break
