"""Reading the people of a line: names, addresses, and what only stands among them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rules.quick_add.entry import Candidate, EntryPerson, Question, Span, Why
from rules.quick_add.line import Line
from rules.quick_add.text import tidy

SEPARATOR = re.compile(r"[,;&+\n]|(?<!\w)(?:and|with)(?!\w)|(?<!\w)w/")
ADDRESS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.!#$%'*+/=?^_`{|}~-")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
PARTICLES = frozenset(
    "van von de da di der den del dos das du la le el al bin ben ibn ter ten zu af av dr dr. prof"
    " prof. mr mr. mrs mrs. ms ms. mx mx. sir d' y e o".split()
)
NOT_NAMES = frozenset(
    "bring prepare remember ask don't dont read send call check take wear see note discuss about re"
    " via on in at by for from to room office zoom teams meet onsite on-site online remote video"
    " the a an my our their some his her lunch technical portfolio panel all everyone somebody"
    " someone people team hr and/or tba tbc tbd unknown cto ceo cfo coo vp pm hiring recruiter"
    " engineer designer manager director head founder lead talent phd mba esq esq. jr jr. sr sr."
    " one two three four five six several some both other others candidate interviewer"
    " python java javascript typescript react sql rust c++ figma excel sap design".split()
)
TITLES_LAST = frozenset(
    "team manager engineer designer recruiter director portfolio panel everyone time lead".split()
)
SENTENCE = re.compile(r"[^\W\d_]{5,}\. |\s[-\u2013\u2014]\s")
LAST_STOP = re.compile(r"(?i)(?<!\w)(?!(?:jr|sr|dr|st|esq|phd|md|mba|bsc|msc)\.)[^\W\d_]{2,}\.$")
MEDIA = r"(?:google meet|zoom|webex|skype|teams|facetime|onsite|on-site|remote|remotely|online)"
CUT = re.compile(rf"(?i)(?<=\S) (?:(?:on|via|over|from|in|at) (?=\S)|(?={MEDIA}\s*$))")
NAMES_TOO = frozenset("an in my see rust read".split())
SIGNS = frozenset("()[]@/|:\u3001\uff0c\u30fb\uff1b=\\?!")
MOST_WORDS = 7


@dataclass(frozen=True)
class PeopleRead:
    """Those who are certain, and what is asked."""

    people: tuple[EntryPerson, ...] = ()
    questions: tuple[Question, ...] = ()


def addresses(folded: str, start: int, end: int) -> list[Span]:
    """Where an email address stands in that stretch."""
    found: list[Span] = []
    place = folded.find("@", start, end)
    while place >= 0:
        first, last = place, place + 1
        while first > start and (folded[first - 1] in ADDRESS or folded[first - 1] > "\x7f"):
            first -= 1
        while last < end and (folded[last].isalnum() or folded[last] in ".-"):
            last += 1
        while folded[last - 1] in ".-":
            last -= 1
        if first < place and "." in folded[place + 1 : last]:
            found.append((first, last))
        place = folded.find("@", max(last, place + 1), end)
    return found


def parts(line: Line, start: int, end: int) -> list[Span]:
    """The stretch cut at every separator outside quotes, brackets and addresses."""
    kept = set(line.text.guarded)
    for first, last in addresses(line.folded, start, end):
        kept.update(range(first, last))
    found: list[Span] = []
    place = start
    for sign in SEPARATOR.finditer(line.folded, start, end):
        if sign.start() not in kept:
            found.append((place, sign.start()))
            place = sign.end()
    found.append((place, end))
    return [span for span in found if line.shown[slice(*span)].strip()]


def like_a_name(name: str, others_capital: bool = False) -> bool:
    """Whether it can be written after "Hi" without asking."""
    words = name.split()
    if not words or len(words) > MOST_WORDS or SIGNS & set(name) or words[0][0].isdigit():
        return False
    lower = [word.lower() for word in words]
    first = lower[0] in NOT_NAMES and not (lower[0] in NAMES_TOO and _capitals(words))
    if first or lower[-1] in TITLES_LAST or SENTENCE.search(name):
        return False
    if {"at", "on", "from", "via", "o'clock", "of", "for", "in", "the"} & set(words[1:]):
        return False
    small = words[0][0].islower() and lower[0] not in PARTICLES
    return not (small and others_capital) and any(char.isalnum() for char in name)


def _capitals(words: list[str]) -> bool:
    """An Nguyen, See Wai Kit: a name that is a small word when it is not written as one."""
    return 1 < len(words) < 4 and all(word[0].isupper() for word in words)


def _certain(name: str, others_capital: bool) -> bool:
    return "," not in name and like_a_name(name, others_capital)


@dataclass
class _Part:
    """One person as typed."""

    span: Span
    name: str
    email: str


def _read(line: Line, span: Span) -> list[_Part]:
    """The names and addresses of one part; what stands in brackets is left for the note."""
    start, end = span
    found: list[_Part] = []
    place = start
    for first, last in addresses(line.folded, start, end) or []:
        mail = line.shown[first:last]
        name = _name(line, place, first)
        while last < end and line.folded[last] in ">)":
            last += 1
        found.append(_Part((place, last), name, mail))
        place = last
    name = _name(line, place, end)
    if not found:
        return [_Part(span, name, "")]
    if name and not found[0].name and len(found) == 1:  # priya@x.example (Priya Raman)
        found[0] = _Part(span, name, found[0].email)
    return found


def _name(line: Line, start: int, end: int) -> str:
    words = BRACKETS.sub(" ", line.shown[start:end])
    words = re.sub(r"(?i)mailto:", " ", words).replace("<", " ").replace(">", " ")
    name = tidy(words.strip(" ([]):,;")).strip('"\u201c\u201d ')
    return name[:-1] if LAST_STOP.search(name) else name


def _cut(line: Line, span: Span) -> Span:
    """Only the name of "Priya Raman on Zoom"; the place is left for the note."""
    start, end = line.trimmed(*span)
    found = CUT.search(line.shown, start, end)
    behind = line.shown[found.end() : span[1]] if found else ""
    return (span[0], found.start()) if found and not any(map(str.isdigit, behind)) else span


def _claim(line: Line, start: int, end: int) -> None:
    """Take the name and the address, not what stands in brackets behind them."""
    place = start
    mails = addresses(line.folded, start, end)
    for found in BRACKETS.finditer(line.folded, start, end):
        if any(found.start() <= first < found.end() for first, _ in mails):
            continue
        line.claim("people", place, found.start())
        place = found.end()
    line.claim("people", place, end)


def read_people(line: Line, regions: Sequence[Span]) -> PeopleRead:
    """Everybody in those stretches of the line."""
    spans = [_cut(line, span) for start, end in regions for span in parts(line, start, end)]
    read = [(span, _read(line, span)) for span in spans]
    capital = any(
        part.name[:1].isupper() and like_a_name(part.name) for _, found in read for part in found
    )
    people: list[EntryPerson] = []
    doubtful: list[Candidate] = []
    unnamed: list[Candidate] = []
    for span, found in read:
        broken = "\n" in line.shown[slice(*span)].strip()
        sure = [one for one in found if one.email or (_certain(one.name, capital) and not broken)]
        if not sure:
            doubtful.extend(one.name for one in found if any(map(str.isalnum, one.name)))
            continue
        for one in sure:
            comma = "," in one.name or (bool(one.name) and not like_a_name(one.name))
            if comma or not one.name:
                unnamed.extend(_proposals(one))
            where = line.text.original(*line.trimmed(*one.span))
            name = "" if comma else one.name
            people.append(EntryPerson(name=name, email=one.email, span=where))
            _claim(line, *one.span)
        line.claim("people", *span) if len(sure) > 1 else None
    asked = _questions(people, tuple(doubtful), tuple(unnamed))
    return PeopleRead(tuple(people), asked + _last_name_first(people))


def _last_name_first(people: list[EntryPerson]) -> tuple[Question, ...]:
    """ "Raman, Priya <priya@x.example>": two people, or one?"""
    single = [" " not in one.name and one.name != "" for one in people]
    turned = [
        f"{after.name} {before.name}"
        for n, (before, after) in enumerate(pairwise(people))
        if single[n] and single[n + 1] and after.email and not before.email
    ]
    if not turned:
        return ()
    return (Question(field="people", why=Why.UNCLEAR, candidates=tuple(turned)),)


def _questions(
    people: list[EntryPerson], doubtful: tuple[Candidate, ...], unnamed: tuple[Candidate, ...]
) -> tuple[Question, ...]:
    asked: list[Question] = []
    if any(not one.name for one in people):
        asked.append(Question(field="people", why=Why.NAME_MISSING, candidates=unnamed))
    if doubtful:
        asked.append(Question(field="people", why=Why.NOT_A_NAME, candidates=doubtful))
    return tuple(asked)


def _proposals(part: _Part) -> tuple[str, ...]:
    """Names to offer for an address; none is taken without the person's word."""
    if "," in part.name:
        last, _, first = part.name.partition(",")
        return (f"{first.strip()} {last.strip()}", part.name)
    if part.name:
        return (part.name,)
    words = [word for word in re.split(r"[._+\d-]+", part.email.split("@")[0]) if len(word) > 1]
    generic = {"info", "jobs", "hr", "careers", "hello", "recruiting", "office", "mail", "team"}
    return (" ".join(word.capitalize() for word in words),) if set(words) - generic else ()
