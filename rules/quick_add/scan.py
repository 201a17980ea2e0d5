"""Finding runs of words that together say when, and nothing else."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import tzinfo

from rules.quick_add import clocks, days, zones
from rules.quick_add.said import (
    Calendar,
    Clock,
    DayOfMonth,
    Lasting,
    PartOfDay,
    Range,
    Relative,
    Saying,
    Vague,
    Weekday,
    Word,
    ZoneSaid,
)

Build = Callable[[re.Match[str]], tuple[Saying, ...]]
Rule = tuple[re.Pattern[str], Build]


def _rules(*rules: tuple[str, Build]) -> tuple[Rule, ...]:
    return tuple((re.compile(pattern), build) for pattern, build in rules)


def _word(word: Word) -> Build:
    return lambda _found: (word,)


WORDS: tuple[tuple[str, Build], ...] = (
    (
        (
            rf"(?:phone|telephone|phone[ -]screen|screening|recruiter)[ -]"
            rf"(?:screen(?:ing)?|interview|call)"
            rf"(?: call| interview)?{days.END}|phonescreen{days.END}"
        ),
        _word(Word.SCREEN),
    ),
    (
        rf"(?:second |final |first |video |onsite )?interview(?:ing|ed)?{days.END}",
        _word(Word.INTERVIEW),
    ),
    (
        (
            rf"(?:i )?(?:have |just |re-)?applied(?: on(?= ))?{days.END}"
            rf"|(?:applications? (?:sent|submitted|made|in)|application{days.END}(?= on | \d)"
            rf"|(?:sent|submitted|made|put in) (?:the |my |an )?application){days.END}"
        ),
        _word(Word.APPLIED),
    ),
    (
        rf"(?:apply(?: by| before)?|deadline|closing date|closes|closing|to apply){days.END}",
        _word(Word.DEADLINE),
    ),
    (
        (
            rf"(?:not|or|by|before|after|around|about|approx(?:imately)?\.?|circa|ca\.?|maybe|perhaps"
            rf"|possibly|probably|tbc|until|till|moved|instead of){days.END}|[~?]"
        ),
        _word(Word.DOUBT),
    ),
)
DIGITS = _rules(
    *days.NUMERIC[:-1], clocks.RANGE, clocks.FOUR_RANGE, clocks.O_CLOCK, days.NUMERIC[-1]
)
TIMES = _rules(clocks.CLOCK, clocks.FOUR)
LASTING = _rules(clocks.LASTING)
WORDED = _rules(
    *days.WORDED, clocks.SPOKEN, clocks.O_CLOCK, clocks.RANGE, clocks.CLOCK, clocks.PART, *WORDS
)
OPEN = re.compile(r"[ (\[]*")
GLUE = re.compile(r"(?:(?:at|on|from|starting|starts|start|the|is|of|in|-|due) |@ ?|: ?)[(\[]?")
CLOSE = re.compile(r"[ )\].]*[)\]]|\.(?!\w)")


@dataclass(frozen=True)
class Run:
    """A stretch of the line that says when; `text` is what it is made of."""

    start: int
    end: int
    said: tuple[Saying, ...]

    @property
    def days(self) -> tuple[Saying, ...]:
        """What names a day."""
        kinds = (Relative, Weekday, Calendar, DayOfMonth, Vague)
        return tuple(one for one in self.said if isinstance(one, kinds))

    @property
    def clocks(self) -> tuple[Clock | Range, ...]:
        """What names an hour."""
        return tuple(one for one in self.said if isinstance(one, Clock | Range))

    @property
    def says_when(self) -> bool:
        """Whether it names a day or an hour at all."""
        return bool(self.days or self.clocks)

    @property
    def strong(self) -> bool:
        """Whether it can hardly be part of a name."""
        firm = (Relative, Calendar)
        return any(isinstance(one, firm) for one in self.said) or any(
            (one if isinstance(one, Clock) else one.first).strong or isinstance(one, Range)
            for one in self.clocks
        )

    def word(self, word: Word) -> bool:
        """Whether that word is part of it."""
        return word in self.said


def _bare(said: Saying) -> bool:
    """Whether it is only one or two small numbers, which may mean anything."""
    if isinstance(said, Range):
        return said.first.bare and said.last.bare
    return isinstance(said, Clock) and said.bare and not said.words


class Scanner:
    """Reads runs out of one line."""

    def __init__(self, folded: str, shown: str, own: tzinfo) -> None:
        """`folded` and `shown` are as long as each other."""
        self.folded, self.shown, self.own = folded, shown, own

    def _first(
        self, rules: tuple[Rule, ...], place: int, end: int
    ) -> tuple[tuple[Saying, ...], int] | None:
        for pattern, build in rules:
            if found := pattern.match(self.folded, place, end):
                return build(found), found.end()
        return None

    def _item(
        self, place: int, end: int, so_far: list[Saying], led: bool, going_on: bool
    ) -> tuple[tuple[Saying, ...], int] | None:
        timed = going_on or any(isinstance(one, Clock | Range) for one in so_far)
        if timed and (found := self._first(LASTING, place, end)):
            return found
        if timed and not self._first(WORDED, place, end):
            zone = zones.find(self.folded, self.shown, (place, end), self.own, True)
            if zone:
                return (zone[0],), zone[1]
        if self.folded[place].isdecimal():
            found = self._first(DIGITS, place, end) or self._first(TIMES, place, end)
            if found and not _bare(found[0][0]):
                return found
            lasting = self._first(LASTING, place, end)
            return lasting or (found if led or so_far else None)
        found = self._first(WORDED, place, end) or self._first(LASTING, place, end)
        if (
            found is None
            and so_far
            and (zone := zones.find(self.folded, self.shown, (place, end), self.own, False))
        ):
            return (zone[0],), zone[1]
        return found

    def run(self, start: int, end: int, going_on: bool = False) -> Run | None:
        """The run that begins exactly at `start`, if any; `going_on`: a when stands before it."""
        said: list[Saying] = []
        reach = place = start
        while place < end:
            lead = OPEN.match(self.folded, place, end)
            after = lead.end() if lead else place
            item = self._item(after, end, said, False, going_on) if after < end else None
            if item is None and (glue := GLUE.match(self.folded, after, end)):
                led = glue[0].strip() in {"at", "@"}
                item = (
                    self._item(glue.end(), end, said, led, going_on) if glue.end() < end else None
                )
            if item is None:
                break
            said.extend(item[0])
            reach = place = item[1]
            if close := CLOSE.match(self.folded, place, end):
                reach = place = close.end()
        return Run(start, reach, tuple(said)) if said else None

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """Every run in that stretch, left to right."""
        place = start
        while place < end:
            if self.folded[place] == " ":
                place += 1
                continue
            found = self.run(place, end)
            if found is not None and found.end > place:
                yield found
                place = found.end
                continue
            space = self.folded.find(" ", place, end)
            place = end if space < 0 else space + 1


def full(run: Run, folded: str, start: int, end: int) -> bool:
    """Whether the run is all there is in the stretch."""
    rest = folded[start : run.start] + folded[run.end : end]
    return not rest.strip(" ().[]:;!-")


__all__ = ["Lasting", "PartOfDay", "Run", "Scanner", "ZoneSaid", "full"]
