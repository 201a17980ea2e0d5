"""One typed line -> an Entry. Pure, quick, and without an error for any input."""

import re
from collections import defaultdict
from datetime import datetime, tzinfo

from rules.quick_add.behind import doubts, in_brackets, zones_behind
from rules.quick_add.doubtful import Reading, settle
from rules.quick_add.entry import Entry, Span
from rules.quick_add.kinds import claim_screen, opening_word, read_kind
from rules.quick_add.layout import Layout, lay_out
from rules.quick_add.line import Line, claim_links
from rules.quick_add.naming import claim_names, read_names, text_slots
from rules.quick_add.people import PeopleRead, read_people
from rules.quick_add.resolve import Here, When, resolve
from rules.quick_add.said import Clock, Word, ZoneSaid
from rules.quick_add.scan import Run, Scanner
from rules.quick_add.text import cleaned, cut, read, tidy


def _here(now: datetime, zone: tzinfo) -> Here:
    moment = now if now.tzinfo is not None else now.replace(tzinfo=zone)
    try:
        return Here(moment, moment.astimezone(zone).date(), zone)
    except (OverflowError, ValueError):
        return Here(moment, moment.date(), zone)


def _claim_whens(line: Line, layout: Layout) -> None:
    for part, segments in (("when", layout.whens), ("kind", layout.kinds)):
        for run in [one.run for one in segments if one.run]:
            line.claim(part, run.start, run.end)


def _spans(line: Line) -> dict[str, Span]:
    """Where each part stands in the line as typed; the people from the first to the last."""
    stretches: defaultdict[str, list[Span]] = defaultdict(list)
    for part, start, end in sorted(line.claims, key=lambda one: one[1]):
        if part:
            stretches[part].append(line.text.original(start, end))
    spans: dict[str, Span] = {}
    for part, found in stretches.items():
        if part == "people":
            found = [(found[0][0], found[-1][1])]
        for number, span in enumerate(found, start=1):
            spans[part if number == 1 else f"{part} {number}"] = span
    return spans


def _noted(words: str) -> str:
    """A note without the signs that only held it apart."""
    plain = re.sub(r"^[|\u2013\u2014\u2022-]\s+|\s+[|\u2013\u2014\u2022-]$", "", tidy(words))
    bracketed = re.fullmatch(r"\(([^()]*)\)", plain)
    return bracketed[1] if bracketed else plain


def _notes(line: Line, links: tuple[str, ...], rest: str) -> str | None:
    """What nobody claimed, and what lies beyond the parsed part of a very long line."""
    line.leftovers()
    claims = sorted((start, end) for part, start, end in line.claims if part == "note")
    noted = [_noted(line.text.shown[start:end]) for start, end in claims]
    beyond = " ".join(cleaned(rest).split())
    return "; ".join(filter(None, (*noted, *links[1:], beyond))) or None


def understand(line: str, now: datetime, zone: tzinfo) -> Entry:
    """What the line says at that moment in that zone; what is doubtful is asked."""
    text = read(line)
    work = Line(text, text.shown, text.folded)
    scanner = Scanner(text.folded, text.shown, zone)
    links = claim_links(work)
    opening = opening_word(work)
    scanner.folded, scanner.shown = work.folded, work.shown
    layout = lay_out(work, scanner)
    runs = tuple(one.run for one in layout.whens if one.run)
    runs += doubts(work, layout.whens, scanner)
    _claim_whens(work, layout)
    slots = text_slots(work, layout)
    words = {one for run in runs for one in run.said if isinstance(one, Word)}
    words |= {
        one for seg in layout.kinds if seg.run for one in seg.run.said if isinstance(one, Word)
    }
    words |= {opening} if opening else set()
    words |= {Word.SCREEN} if claim_screen(work, slots, scanner) else set()
    names = read_names(slots, layout.lines)
    claim_names(work, slots, names)
    people, more = _people(work, layout, scanner)
    runs += tuple(run for run in more if any(isinstance(one, ZoneSaid) for one in run.said))
    words |= {one for run in more for one in run.said if isinstance(one, Word)}
    timed = any(isinstance(one, Clock) for run in runs for one in run.said)
    named = " , ".join(slot.words for slot in slots[:2])
    kind = read_kind(words, work.shown, named, timed)
    when = resolve(runs, kind.kind, _here(now, zone)) if runs else When()
    reading = settle(Reading(names, kind, when, people), work, layout, slots)
    return _entry(work, line, reading, links)


def _people(line: Line, layout: Layout, scanner: Scanner) -> tuple[PeopleRead, tuple[Run, ...]]:
    """The people behind the opening "with", and the zone or kind in brackets behind them."""
    if layout.opener is None:
        return PeopleRead(), ()
    start, end = layout.opener
    line.claim("", start, end)
    scanner.folded, scanner.shown = line.folded, line.shown
    more = in_brackets(line, end, scanner) + zones_behind(line, end, scanner)
    return read_people(line, line.free(end, len(line.shown))), more


def _entry(line: Line, typed: str, reading: Reading, links: tuple[str, ...]) -> Entry:
    names, kind, people, when = reading.names, reading.kind, reading.people, reading.when
    end = cut(typed)
    note = _notes(line, links, typed[end:])
    spans = _spans(line)
    if typed[end:].strip():
        spans["note beyond"] = (end, len(typed))
    return Entry(
        text=typed,
        company=names.company,
        role=names.role,
        kind=kind.kind,
        on=when.on,
        start=when.start,
        end=when.end,
        end_estimated=when.end_estimated,
        people=people.people,
        link=links[0] if links else None,
        note=note,
        spans=spans,
        questions=(*names.questions, *kind.questions, *when.questions, *people.questions),
    )
