"""What stands beside a when or behind the people and still changes the hour."""

import re

from rules.quick_add.layout import Segment
from rules.quick_add.line import Line
from rules.quick_add.said import Word, ZoneSaid
from rules.quick_add.scan import Run, Scanner
from rules.quick_add.zones import LETTERS

TIMELY = re.compile(
    r"(?<!\w)(?:weeks?|months?|days?|weekend|fortnight|hours?|year|every|each|daily|weekly|half"
    r"|cancelled|canceled|postponed|rescheduled)(?!\w)"
)
WORD = re.compile(r"\S+")
LONGEST_ZONE = 60
ZONE_TIME = re.compile(r"\w time(?: ?zone)?(?![\w-])")


def doubts(line: Line, whens: tuple[Segment, ...], scanner: Scanner) -> tuple[Run, ...]:
    """Words left beside a when that may shift it: the hour is asked about then."""
    found: list[Run] = []
    for one in whens:
        if one.run is None or one.whole:
            continue
        before = one.start if one.field > 1 else one.run.start
        for start, end in ((before, one.run.start), (one.run.end, one.end)):
            words = line.folded[start:end]
            if ZONE_TIME.search(words):
                found.append(Run(start, end, (ZoneSaid(()),)))
            elif TIMELY.search(words) or any(run.says_when for run in scanner.runs(start, end)):
                found.append(Run(start, end, (Word.DOUBT,)))
    return tuple(found)


def in_brackets(line: Line, start: int, scanner: Scanner) -> tuple[Run, ...]:
    """A zone, or "phone screen", in brackets behind the people."""
    found: list[Run] = []
    for bracket in re.finditer(r"\(([^()]{2,40})\)", line.folded[start:]):
        first, last = start + bracket.start(1), start + bracket.end(1)
        run = scanner.run(first, last, going_on=True)
        zone = run and any(isinstance(one, ZoneSaid) for one in run.said)
        known = zone and run and (_known(run) or ZONE_TIME.search(bracket[1]))
        if run and run.end == last and (known or run.word(Word.SCREEN)):
            line.claim("when" if zone else "kind", start + bracket.start(), start + bracket.end())
            found.append(run)
    return tuple(found)


def _known(run: Run) -> bool:
    return all(one.zones for one in run.said if isinstance(one, ZoneSaid))


def zones_behind(line: Line, start: int, scanner: Scanner) -> tuple[Run, ...]:
    """ "with Marcus Bell New York time": the zone is no part of his name."""
    found: list[Run] = []
    for said in ZONE_TIME.finditer(line.folded, start):
        if said.start() in line.text.guarded:
            continue
        border = max(
            line.folded.rfind(sign, max(start, said.start() - LONGEST_ZONE), said.start())
            for sign in ",;&+"
        )
        nearest = max(start, border + 1, said.start() - LONGEST_ZONE)
        words = WORD.finditer(line.folded, nearest, said.start() + 1)
        near = [
            one.start()
            for one in words
            if one.start() == nearest or line.folded[one.start() - 1] == " "
        ]
        runs = [scanner.run(place, said.end(), going_on=True) for place in near[-4:]]
        known = [run for run in runs if run and run.end == said.end() and _known(run)]
        zoned = [run for run in known if any(isinstance(one, ZoneSaid) for one in run.said)]
        if zoned:
            line.claim("when", zoned[0].start, zoned[0].end)
        found.append(zoned[0] if zoned else Run(said.start(), said.end(), (ZoneSaid(()),)))
    last = re.search(r"(?<= )[A-Z]{3,4}$", line.shown.rstrip())
    if last and last.start() > start and last[0].lower() in LETTERS:
        run = scanner.run(last.start(), last.end(), going_on=True)
        line.claim("when", last.start(), last.end())
        found.extend([run] if run else [])
    return tuple(found)
