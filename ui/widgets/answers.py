"""What becomes of an understood line when its questions are answered, or left open."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from rules.quick_add import Entry, EntryPerson, Kind, Question, Why

Candidate = datetime | date | str

_USUAL = {Kind.PHONE_SCREEN: timedelta(minutes=30)}
_LONGEST_NAME = 60


def answered(entry: Entry, answers: Mapping[str, Candidate]) -> Entry:
    """The entry with the answers in place, by field; one that is no longer offered is ignored."""
    for question in entry.questions:
        answer = answers.get(question.field)
        if answer is not None and answer in question.candidates:
            entry = _answer(entry, question, answer)
    return entry


def _answer(entry: Entry, question: Question, answer: Candidate) -> Entry:
    """One question settled."""
    left = tuple(one for one in entry.questions if one is not question)
    entry = replace(entry, questions=left)
    match question.field:
        case "company":
            return replace(entry, company=str(answer))
        case "role":
            return replace(entry, role=str(answer))
        case "kind":
            return _of_kind(entry, Kind(str(answer)))
        case "start":
            return _starting(entry, answer)
        case _:
            return _with_person(entry, question, str(answer))


def _of_kind(entry: Entry, kind: Kind) -> Entry:
    """An application needs no hour."""
    left = entry.questions
    if kind is Kind.APPLICATION and entry.on is not None:
        left = tuple(one for one in left if one.why is not Why.HOUR_MISSING)
    return replace(entry, kind=kind, questions=left)


def _starting(entry: Entry, answer: Candidate) -> Entry:
    """The start chosen, with the usual length behind it."""
    left = tuple(one for one in entry.questions if one.field != "end")
    if isinstance(answer, datetime):
        length = _USUAL.get(entry.kind or Kind.INTERVIEW, timedelta(hours=1))
        end = (answer.astimezone(UTC) + length).astimezone(answer.tzinfo)
        return replace(
            entry, start=answer, end=end, end_estimated=True, on=answer.date(), questions=left
        )
    if isinstance(answer, date) and entry.kind is Kind.APPLICATION:
        return replace(entry, on=answer, questions=left)
    hour = Question(field="start", why=Why.HOUR_MISSING)
    return replace(entry, on=answer if isinstance(answer, date) else None, questions=(*left, hour))


def _with_person(entry: Entry, question: Question, name: str) -> Entry:
    """A name given to an address, or words that turn out to be a name."""
    if question.why is Why.NAME_MISSING:
        people = list(entry.people)
        for place, person in enumerate(people):
            if not person.name:
                people[place] = replace(person, name=name)
                break
        return replace(entry, people=tuple(people))
    place = entry.text.find(name)
    span = (place, place + len(name)) if place >= 0 else (0, 0)
    note = None if entry.note == name else entry.note
    return replace(entry, people=(*entry.people, EntryPerson(name=name, span=span)), note=note)


def as_application(entry: Entry) -> Entry:
    """The entry of somebody who said they add an application, unless the line names a talk."""
    if entry.kind is Kind.INTERVIEW and entry.start is None and not entry.people:
        left = tuple(one for one in entry.questions if one.why is not Why.HOUR_MISSING)
        return replace(entry, kind=Kind.APPLICATION, questions=left)
    return entry


def settled(entry: Entry) -> Entry:
    """The entry as it is kept when nobody answers: what is in question goes into the note."""
    words = "; ".join(filter(None, (entry.note, entry.unsettled))) or None
    company = entry.company
    if company is None:
        asked = entry.question("company")
        proposals = asked.candidates if asked else ()
        first = proposals[0] if proposals else " ".join(entry.text.split())
        company = str(first)[:_LONGEST_NAME]
    return replace(entry, company=company, kind=entry.kind or Kind.INTERVIEW, note=words)
