"""One typed line -> an Entry. Pure, quick, and without an error for any input."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo

from rules.quick_add.entry import Candidate, Entry, Kind, Question, Span, Why
from rules.quick_add.layout import Layout, lay_out
from rules.quick_add.line import Line, claim_links
from rules.quick_add.naming import Names, Slot, claim_names, pieces, read_names
from rules.quick_add.people import PeopleRead, read_people
from rules.quick_add.resolve import Here, When, resolve
from rules.quick_add.said import Clock, Word, ZoneSaid
from rules.quick_add.scan import Run, Scanner
from rules.quick_add.text import LONGEST, read, tidy

APPLIED = re.compile(r"(?<![\w-])applied(?![\w-])")
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


def _here(now: datetime, zone: tzinfo) -> Here:
    moment = now if now.tzinfo is not None else now.replace(tzinfo=zone)
    try:
        return Here(moment, moment.astimezone(zone).date(), zone)
    except (OverflowError, ValueError):
        return Here(moment, moment.date(), zone)


def _opening(line: Line) -> Word | None:
    """ "Applied to ..." before the company."""
    found = OPENING.match(line.folded)
    if found is None:
        return None
    line.claim("kind", *found.span())
    return next(word for key, word in OPENINGS.items() if found[key])


def _kind(words: set[Word], loose: str, named: str, timed: bool) -> KindRead:
    """The kind by the words that say it; a word that may be part of a name is asked about."""
    order: tuple[Kind, ...] = SENT
    asked = KindRead(None, (Question(field="kind", why=Why.UNCLEAR, candidates=order),))
    applied, talk = Word.APPLIED in words, bool(words & {Word.INTERVIEW, Word.SCREEN})
    if (applied and talk) or (Word.DEADLINE in words and not applied):
        return asked
    if applied and Word.DOUBT in words:
        return asked
    if applied:
        return KindRead(Kind.APPLICATION)
    if APPLIED.search(named.lower()) or (APPLIED.search(loose.lower()) and (timed or talk)):
        order = SENT[::-1] if timed or talk else SENT
        return KindRead(None, (Question(field="kind", why=Why.UNCLEAR, candidates=order),))
    if APPLIED.search(loose.lower()):
        return KindRead(Kind.APPLICATION)
    return KindRead(Kind.PHONE_SCREEN if Word.SCREEN in words else Kind.INTERVIEW)


def _slots(line: Line, layout: Layout) -> list[Slot]:
    """The text fields in order; an empty one holds its place, one that said when does not."""
    limit = layout.opener[0] if layout.opener else len(line.shown)
    runs = [(one.run.start, one.run.end) for one in (*layout.whens, *layout.kinds) if one.run]
    slots: list[Slot] = []
    for number, (start, end) in enumerate(layout.fields):
        if start > limit or (start == limit and start):
            break
        within = [run for run in runs if start <= run[0] < end]
        stop = min([end, limit, *(run[0] for run in within)])
        words = line.words(start, stop)
        typed = line.text.shown[start:stop].strip()
        dropped = within or (typed and number)  # the when, or a link behind the company
        if words or not dropped:
            slots.append(Slot(words, (start, stop)))
    return slots


def _screen_behind(line: Line, slots: list[Slot], scanner: Scanner) -> bool:
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


def _claim_whens(line: Line, layout: Layout) -> None:
    for one in layout.whens:
        if one.run:
            line.claim("when", one.run.start, one.run.end)
    for one in layout.kinds:
        if one.run:
            line.claim("kind", one.run.start, one.run.end)


def _bracketed(line: Line, start: int, scanner: Scanner) -> tuple[Run, ...]:
    """A zone, or "phone screen", in brackets behind the people."""
    found: list[Run] = []
    for bracket in re.finditer(r"\(([^()]{2,40})\)", line.folded[start:]):
        first, last = start + bracket.start(1), start + bracket.end(1)
        run = scanner.run(first, last, going_on=True)
        zone = run and any(isinstance(one, ZoneSaid) for one in run.said)
        if run and run.end == last and (zone or run.word(Word.SCREEN)):
            line.claim("when" if zone else "kind", start + bracket.start(), start + bracket.end())
            found.append(run)
    return tuple(found)


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


def _dashed(line: Line, names: Names, when: When) -> tuple[Question, ...]:
    """Dashes instead of commas: nothing is sure, everything is proposed."""
    cut = pieces(tidy(line.text.shown))
    rest: tuple[Candidate, ...] = cut[3:]
    start: tuple[Candidate, ...] = (when.start,) if when.start else ()
    asked = list(names.questions)
    if start:
        asked.append(Question(field="start", why=Why.UNCLEAR, candidates=start))
    if rest:
        asked.append(Question(field="people", why=Why.UNCLEAR, candidates=rest))
    return tuple(asked)


def _notes(line: Line, links: tuple[str, ...], rest: str) -> str | None:
    line.leftovers()
    claims = sorted((start, end) for part, start, end in line.claims if part == "note")
    noted = [tidy(line.text.shown[start:end]) for start, end in claims]
    return (
        "; ".join(filter(None, (*noted, *links[1:], tidy(read(rest).shown if rest else ""))))
        or None
    )


def understand(line: str, now: datetime, zone: tzinfo) -> Entry:
    """What the line says at that moment in that zone; what is doubtful is asked."""
    text = read(line)
    work = Line(text, text.shown, text.folded)
    scanner = Scanner(text.folded, text.shown, zone)
    links = claim_links(work)
    opening = _opening(work)
    scanner.folded, scanner.shown = work.folded, work.shown
    layout = lay_out(work, scanner)
    runs = tuple(one.run for one in layout.whens if one.run)
    _claim_whens(work, layout)
    slots = _slots(work, layout)
    words = {one for run in runs for one in run.said if isinstance(one, Word)}
    words |= {
        one for seg in layout.kinds if seg.run for one in seg.run.said if isinstance(one, Word)
    }
    words |= {opening} if opening else set()
    words |= {Word.SCREEN} if _screen_behind(work, slots, scanner) else set()
    names = read_names(slots, layout.lines)
    claim_names(work, slots, names)
    people, more = _people(work, layout, scanner)
    runs += tuple(run for run in more if any(isinstance(one, ZoneSaid) for one in run.said))
    words |= {one for run in more for one in run.said if isinstance(one, Word)}
    timed = any(isinstance(one, Clock) for run in runs for one in run.said)
    named = " , ".join(slot.words for slot in slots[:2])
    kind = _kind(words, work.shown, named, timed)
    when = resolve(runs, kind.kind, _here(now, zone)) if runs else When()
    return _entry(line, work, (names, kind, people, when), (layout, slots, links))


def _people(line: Line, layout: Layout, scanner: Scanner) -> tuple[PeopleRead, tuple[Run, ...]]:
    """The people behind the opening "with", and the zone or kind in brackets behind them."""
    if layout.opener is None:
        if layout.inner_with is None:
            return PeopleRead(), ()
        name = line.text.shown[layout.inner_with[1] :].split(",")[0]
        question = Question(field="people", why=Why.UNCLEAR, candidates=(tidy(name),))
        return PeopleRead((), (question,)), ()
    start, end = layout.opener
    line.claim("", start, end)
    scanner.folded, scanner.shown = line.folded, line.shown
    more = _bracketed(line, end, scanner)
    return read_people(line, line.free(end, len(line.shown))), more


def _entry(
    typed: str,
    line: Line,
    read_parts: tuple[Names, KindRead, PeopleRead, When],
    about: tuple[Layout, list[Slot], tuple[str, ...]],
) -> Entry:
    names, kind, people, when = read_parts
    layout, slots, links = about
    questions = [*names.questions, *kind.questions, *when.questions, *people.questions]
    dashed = len(layout.fields) == 1 and names.questions and len(pieces(line.text.shown)) > 2
    if dashed and ";" not in line.text.shown:
        questions = [*_dashed(line, names, when), *kind.questions, *when.questions]
        when = replace(when, start=None, end=None, end_estimated=False)
    if layout.inner_with and slots:
        field = "role" if len(slots) > 1 and slots[1].words else "company"
        value = names.role if field == "role" else names.company
        if value:
            short = tidy(re.split(r"(?i)\bwith\b|\bw/", value)[0])
            proposals = tuple(dict.fromkeys(filter(None, (value, short))))
            questions.insert(0, Question(field=field, why=Why.UNCLEAR, candidates=proposals))
            names = replace(names, **{field: None})
    note = _notes(line, links, typed[LONGEST:])
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
        spans=_spans(line),
        questions=tuple(questions),
    )
