"""The line while it is being understood: what has been claimed for which part."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from rules.quick_add.entry import Span
from rules.quick_add.text import Text, tidy

BETWEEN = re.compile(r"[,;\n]")
LEADING = re.compile(r"(?:[\s,;&+]|(?<!\w)(?:and|with)(?!\w)|(?<!\w)w/)+")
TRAILING = re.compile(r"(?<![\s,;&+])(?:[\s,;&+]|(?<!\w)(?:and|with)(?!\w)|(?<!\w)w/)+$")
NOTHING = " \n,;&+()[]<>.:|-"
LINK = re.compile(r"[a-z][a-z0-9+.-]{0,20}://|www\.")
PATH = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/")


@dataclass
class Line:
    """Claimed words are blanked, so that nobody reads them twice; places stay as they are."""

    text: Text
    shown: str
    folded: str
    claims: list[tuple[str, int, int]] = field(default_factory=list)

    def claim(self, part: str, start: int, end: int) -> None:
        """Take these words for that part."""
        while start < end and self.text.shown[start] in " \n":
            start += 1
        while end > start and self.text.shown[end - 1] in " \n":
            end -= 1
        if start < end:
            self.claims.append((part, start, end))
            blank = " " * (end - start)
            self.shown = self.shown[:start] + blank + self.shown[end:]
            self.folded = self.folded[:start] + blank + self.folded[end:]

    def words(self, start: int, end: int) -> str:
        """What is still unclaimed in that stretch, as it is kept."""
        return tidy(self.shown[start:end])

    def trimmed(self, start: int, end: int) -> Span:
        """The stretch without the blanks around it."""
        inner = self.shown[start:end]
        left = len(inner) - len(inner.lstrip())
        return start + left, max(start + left, start + len(inner.rstrip()))

    def free(self, start: int, end: int) -> list[Span]:
        """The unclaimed stretches, cut where something was claimed."""
        found: list[Span] = []
        place = start
        inside = [one for one in self.claims if start < one[2] and one[1] < end]
        for _, first, last in sorted((*inside, ("", end, end)), key=lambda one: one[1]):
            if first > place:
                found.append((place, first))
            place = max(place, last)
        return found

    def leftovers(self) -> None:
        """Whatever nobody claimed is the note: no typed word is lost."""
        for start, end in self.free(0, len(self.shown)):
            for first, last in _pieces(self, start, end):
                self.claim("note", first, last)


def _pieces(line: Line, start: int, end: int) -> list[Span]:
    """What lies between separators, without the separators at its edges."""
    cuts = [n.start() for n in BETWEEN.finditer(line.folded, start, end)]
    borders = [start - 1, *(cut for cut in cuts if cut not in line.text.guarded), end]
    pieces: list[Span] = []
    for before, last in pairwise(borders):
        lead = LEADING.match(line.folded, before + 1, last)
        first = lead.end() if lead else before + 1
        trail = TRAILING.search(line.folded, max(first, last - 40), last)
        last = trail.start() if trail else last
        if line.shown[first:last].strip(NOTHING):
            pieces.append((first, last))
    return pieces


def claim_links(line: Line) -> tuple[str, ...]:
    """Take web addresses out of the line first: a date or comma inside one means nothing."""
    links: list[str] = []
    for token in re.finditer(r"[^\s<>]+", line.folded):
        start, end = token.span()
        while start < end and line.folded[start] in ",;(":
            start += 1
        if not (LINK.match(line.folded, start, end) or PATH.match(line.folded, start, end)):
            continue
        while line.folded[end - 1] in ",;.:!?)\"'":
            end -= 1
        links.append(line.shown[start:end])
        line.claim("link", start, end)
    return tuple(links)
