"""Which stretch of a line is what: the fields between commas, the when, and the people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rules.quick_add.entry import Span
from rules.quick_add.line import Line
from rules.quick_add.people import like_a_name
from rules.quick_add.said import Lasting, PartOfDay, Saying, Word, ZoneSaid
from rules.quick_add.scan import Run, Scanner, full

WITH = re.compile(r"(?<![\w-])(?:with(?![\w-])|w/)")
KIND_BEFORE = r"(?:video |phone |first |second |final )?(?:interview|call|meeting|phone screen)"
KIND_WORDS = frozenset({Word.APPLIED, Word.INTERVIEW, Word.SCREEN})


@dataclass(frozen=True)
class Segment:
    """A field, or the part of it before or after a "with"."""

    start: int
    end: int
    field: int
    follows_with: bool = False
    run: Run | None = None
    whole: bool = False  # the run is all there is in it

    @property
    def rank(self) -> int:
        """How surely this is the when; 0 = not at all."""
        if self.run is None or not self.run.says_when:
            return 0
        both = bool(self.run.days and self.run.clocks)
        return (4 if self.whole else 2) + (3 if both else 0) - (1 if self.follows_with else 0)


@dataclass(frozen=True)
class Layout:
    """The fields, the stretches that say when or what kind, and where the people begin."""

    fields: tuple[Span, ...]
    whens: tuple[Segment, ...]
    kinds: tuple[Segment, ...]
    opener: Span | None  # the "with" before the people
    inner_with: Span | None  # a "with" that may open people or be part of a role
    lines: bool  # pasted with line breaks instead of commas


def split(line: Line) -> tuple[tuple[Span, ...], bool]:
    """The fields between commas; line breaks serve where there is no comma."""
    commas = [n for n, char in enumerate(line.folded) if char == "," and n not in line.text.guarded]
    breaks = [] if commas else [n for n, char in enumerate(line.shown) if char == "\n"]
    borders = [*(commas or breaks), len(line.shown)]
    starts = [0, *(n + 1 for n in borders[:-1])]
    return tuple(zip(starts, borders, strict=True)), bool(breaks)


def withs(line: Line) -> tuple[Span, ...]:
    """Every "with" that stands as a word of its own."""
    found = WITH.finditer(line.folded)
    return tuple(one.span() for one in found if one.start() not in line.text.guarded)


def _usable(run: Run, line: Line) -> bool:
    """Whether a run beside other words is a when, and not part of a name."""
    small = not line.text.shown[run.start].isupper()
    return run.strong and (small or bool(run.clocks) or len(run.days) > 1)


def _read(segment: Segment, line: Line, scanner: Scanner) -> Segment:
    usable: list[Run] = []
    for run in scanner.runs(segment.start, segment.end):
        if full(run, line.folded, segment.start, segment.end):
            return replace(segment, run=run, whole=True)
        if run.says_when and _usable(run, line):
            usable.append(run)
    if not usable:
        return segment
    best = max(usable, key=lambda run: (bool(run.days) + bool(run.clocks), run.start))
    return replace(segment, run=best)


def segments(line: Line, scanner: Scanner, fields: tuple[Span, ...]) -> Iterator[Segment]:
    """Every field cut at its "with"s, with the best run of each part."""
    opened = withs(line)
    for number, (start, end) in enumerate(fields):
        place, follows = start, False
        for first, last in (one for one in opened if start <= one[0] < end):
            yield _read(Segment(place, first, number, follows), line, scanner)
            place, follows = last, True
        yield _read(Segment(place, end, number, follows), line, scanner)


def _named_like_a_day(segment: Segment, line: Line, others: int, elsewhere: bool) -> bool:
    """A company called "Monday" or "Noon": first, capitalised, without a number."""
    if segment.field or segment.run is None:
        return False
    words = line.text.shown[segment.run.start : segment.run.end]
    plain = words[:1].isupper() and not any(map(str.isdigit, words))
    return plain and segment.whole and (others < 4 or elsewhere)


def _choose(found: list[Segment], line: Line) -> tuple[Segment, ...]:
    """The segment that says when, those that add what it lacks, and those that contradict it."""
    spoken = len({one.field for one in found if line.shown[one.start : one.end].strip()})
    elsewhere = any(one.field and one.run and one.run.days and one.run.clocks for one in found)
    able = [
        one for one in found if one.rank and not _named_like_a_day(one, line, spoken, elsewhere)
    ]
    if not able:
        return ()
    first = max(able, key=lambda one: one.rank)
    chosen = [first]
    days, clocks = bool(first.run and first.run.days), bool(first.run and first.run.clocks)
    for one in able:
        run = one.run
        if run is None or one is first:
            continue
        adds = (bool(run.days) and not days) or (bool(run.clocks) and not clocks)
        repeats = (bool(run.days) and days) or (bool(run.clocks) and clocks)
        contradicts = (
            one.whole and not one.follows_with and (run.strong or bool(KIND_WORDS & set(run.said)))
        )
        if (adds and not repeats) or contradicts:
            chosen.append(one)
            days, clocks = days or bool(run.days), clocks or bool(run.clocks)
        elif one.whole and not one.follows_with and one.field and repeats:
            chosen.append(one)
    return tuple(chosen)


def _adds(said: Saying) -> bool:
    """Whether it completes a when; a town alone may be a place."""
    return isinstance(said, Lasting | PartOfDay) or (isinstance(said, ZoneSaid) and not said.place)


def _beside(
    found: list[Segment], whens: tuple[Segment, ...], scanner: Scanner, line: Line
) -> Iterator[Segment]:
    """Fields that only add a zone, a length or a part of the day to the when."""
    last = max(one.field for one in whens)
    for one in found:
        if one in whens or one.field <= last or one.follows_with:
            continue
        start = line.trimmed(one.start, one.end)[0]
        run = scanner.run(start, one.end, going_on=True)
        adding = run and any(_adds(said) for said in run.said)
        if run and adding and full(run, line.folded, one.start, one.end):
            yield replace(one, run=run, whole=True)


def lay_out(line: Line, scanner: Scanner) -> Layout:
    """Find the when first: everything else stands before or behind it."""
    fields, lines = split(line)
    found = list(segments(line, scanner, fields))
    whens = _choose(found, line)
    if whens:
        whens = (*whens, *_beside(found, whens, scanner, line))
    kinds = tuple(
        one
        for one in found
        if one.whole
        and one.run
        and not one.run.says_when
        and KIND_WORDS & set(one.run.said)
        and not (one.field == 0 and len(fields) > 2 and line.text.shown[one.run.start].isupper())
    )
    opener, inner = _opener(line, fields, whens)
    return Layout(fields, whens, kinds, opener, inner, lines)


def _only_kind(before: str) -> bool:
    """Whether nothing, or only "interview", stands before a "with"."""
    return not before.strip() or re.fullmatch(KIND_BEFORE, before.strip()) is not None


def _opener(
    line: Line, fields: tuple[Span, ...], whens: tuple[Segment, ...]
) -> tuple[Span | None, Span | None]:
    """The "with" that opens the people, or one that only may."""
    opened = withs(line)
    after = [one for one in opened if whens and whens[0].run and one[0] >= whens[0].run.end]
    if after:
        return after[0], None
    leading = [
        one
        for one in opened
        for number, (start, end) in enumerate(fields)
        if start <= one[0] < end and (number > 1 or _only_kind(line.folded[start : one[0]]))
    ]
    if leading:
        return leading[0], None
    if not opened:
        return None, None
    first = opened[-1] if whens else opened[0]
    limit = next((end for start, end in fields if start <= first[0] < end), len(line.shown))
    stop = min([limit, *(one.run.start for one in whens if one.run and one.run.start > first[1])])
    name = line.words(first[1], stop)
    likely = like_a_name(name) and len(name.split()) > 1
    if not whens:
        behind_company = first[0] < fields[0][1] and like_a_name(name) and name[:1].isupper()
        small = line.text.shown[first[0]].islower()
        return (first, None) if likely or (behind_company and small) else (None, first)
    capital = all(word[:1].isupper() for word in name.split())
    return None, first if likely and capital else None
