"""Lines whose shape itself is doubtful: nothing of them is taken without asking."""

import re
from dataclasses import dataclass, replace

from rules.quick_add.entry import Candidate, Question, Why
from rules.quick_add.kinds import KindRead
from rules.quick_add.layout import WITH, Layout
from rules.quick_add.line import Line
from rules.quick_add.naming import Names, Slot, pieces
from rules.quick_add.people import PeopleRead, like_a_name
from rules.quick_add.resolve import When
from rules.quick_add.text import tidy


@dataclass(frozen=True)
class Reading:
    """The line as understood so far."""

    names: Names
    kind: KindRead
    when: When
    people: PeopleRead


def _asking_people(people: PeopleRead, candidates: tuple[Candidate, ...]) -> PeopleRead:
    question = Question(field="people", why=Why.UNCLEAR, candidates=candidates)
    return replace(people, questions=(*people.questions, question))


def _dashed(reading: Reading, line: Line, layout: Layout) -> Reading:
    """Dashes or strokes instead of every comma."""
    cut = pieces(line.text.shown)
    if (
        len(layout.fields) > 1
        or not reading.names.questions
        or len(cut) < 3
        or ";" in line.text.shown
    ):
        return reading
    when, people = reading.when, reading.people
    if when.start is not None:
        question = Question(field="start", why=Why.UNCLEAR, candidates=(when.start,))
        when = When(when.on, questions=(question,))
    if len(cut) > 3:
        people = _asking_people(people, cut[3:])
    return replace(reading, when=when, people=people)


def _with_before_when(reading: Reading, layout: Layout, slots: list[Slot]) -> Reading:
    """ "Engineer with Python": a role, or a person?"""
    if layout.inner_with is None or not slots:
        return reading
    place = layout.inner_with[0]
    number = next((n for n, one in enumerate(slots) if one.span[0] <= place < one.span[1]), 2)
    names = reading.names
    value = (names.company, names.role, None)[min(number, 2)]
    found = WITH.search(value.lower()) if value else None
    if value is None or found is None:
        return reading
    field = "role" if number else "company"
    before, behind = value[: found.start()].strip(), value[found.end() :].strip()
    proposals = tuple(filter(None, (value, before)))
    asked = (Question(field=field, why=Why.UNCLEAR, candidates=proposals), *names.questions)
    names = Names(
        None if field == "company" else names.company,
        None if field == "role" else names.role,
        asked,
    )
    people = _asking_people(reading.people, (behind,))
    return replace(reading, names=names, people=people)


def _names_without_with(reading: Reading, line: Line, layout: Layout) -> Reading:
    """ "today 14:00, Priya Raman": a name behind the when that nothing introduced."""
    if layout.opener is not None or not layout.whens or reading.people.questions:
        return reading
    last = max(one.run.end for one in layout.whens if one.run)
    found = [tidy(part) for part in re.split(r"[,;&+\n]", line.shown[last:])]
    likely = [name for name in found if _capitalised(name) and like_a_name(name)]
    return (
        replace(reading, people=_asking_people(reading.people, tuple(likely)))
        if likely
        else reading
    )


def _capitalised(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() for word in words)


def _people_before_company(reading: Reading) -> Reading:
    """Nobody named the company, and several names follow: one of them may be it."""
    missing = any(
        one.field == "company" and one.why is Why.MISSING for one in reading.names.questions
    )
    people = reading.people
    if not missing or reading.names.role or len(people.people) < 2:
        return reading
    return replace(reading, people=_asking_people(people, tuple(one.name for one in people.people)))


def settle(reading: Reading, line: Line, layout: Layout, slots: list[Slot]) -> Reading:
    """The reading, with a question wherever the shape of the line leaves room for another."""
    reading = _dashed(reading, line, layout)
    reading = _with_before_when(reading, layout, slots)
    reading = _names_without_with(reading, line, layout)
    return _people_before_company(reading)
