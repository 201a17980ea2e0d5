"""A letter laid out on pages, in points; the same lines are shown, saved and printed.

Lines that belong together form a group, which is never parted by the end of a page: the first
two and the last two of a paragraph, a greeting with what follows it, the close with the end of
the letter.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QFont, QPageSize, QPainter, QTextLayout, QTextLine, QTextOption

from ui.paper.letter import Paper, PaperLetter
from ui.theme import Look

MARGIN = 72.0
_SIZE = 11
_LINE = 15.5
_PARAGRAPH = 9.0
_BLOCK = 24.0
_SIGNATURE = 40.0
"""Room to sign by hand."""
_TOGETHER = 2
"""So many lines of a paragraph stay together at each end."""

_IDS = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


@dataclass(frozen=True)
class _Line:
    """One line with the layout that owns it; `before` is the space above, unless a page begins."""

    layout: QTextLayout
    line: QTextLine
    before: float

    @property
    def height(self) -> float:
        return max(_LINE, self.line.height())


@dataclass(frozen=True)
class Page:
    """One page: each line with the height at which its top is."""

    lines: tuple[tuple[float, _Line], ...]

    def draw(self, painter: QPainter) -> None:
        """Draw it in black, one unit a point, the corner of the paper at the origin."""
        painter.setPen(Qt.GlobalColor.black)
        for top, one in self.lines:
            spare = (one.height - one.line.height()) / 2
            one.line.draw(painter, QPointF(MARGIN, top + spare - one.line.y()))

    @property
    def text(self) -> str:
        """What stands on it, line for line."""
        return "\n".join(_text(one) for _, one in self.lines)


def page_size(paper: Paper) -> QPageSize:
    """Qt's name of the paper."""
    return QPageSize(_IDS[paper])


def points(paper: Paper) -> QSizeF:
    """How large a sheet is, in points."""
    return page_size(paper).size(QPageSize.Unit.Point)


def lay_out(letter: PaperLetter, size: QSizeF) -> tuple[Page, ...]:
    """The pages of a letter on paper of that size in points; there is always one."""
    room = size.height() - 2 * MARGIN
    pages: list[list[tuple[float, _Line]]] = [[]]
    used = 0.0
    for group in _groups(letter, max(size.width() - 2 * MARGIN, _LINE)):
        tall = _height(group)
        parts = [group] if tall <= room else [[line] for line in group]
        for part in parts:
            if pages[-1] and used + _height(part) > room:
                pages.append([])
                used = 0.0
            for one in part:
                used += one.before if pages[-1] else 0.0
                pages[-1].append((MARGIN + used, one))
                used += one.height
    return tuple(Page(tuple(lines)) for lines in pages)


def _height(group: list[_Line]) -> float:
    return sum(one.before + one.height for one in group)


def _groups(letter: PaperLetter, width: float) -> Iterator[list[_Line]]:
    """What may not be parted, in order."""
    for block in (letter.sender, (letter.date,), letter.recipient):
        lines = _set("\n".join(block), width, _BLOCK)
        if lines:
            yield lines
    groups = list(_body(letter.body, width))
    end = _set(letter.closing, width, _PARAGRAPH)
    end += _set("\n".join(letter.signature), width, _SIGNATURE if end else _PARAGRAPH)
    if end and groups:
        groups[-1] += end
    elif end:
        groups.append(end)
    yield from groups
    yield from _body(letter.below, width)


def _body(text: str, width: float) -> Iterator[list[_Line]]:
    """The groups of the paragraphs: a line of its own goes with the paragraph after it."""
    waiting: list[_Line] = []
    for number, paragraph in enumerate(_paragraphs(text)):
        lines = _set(paragraph, width, _PARAGRAPH if number else _BLOCK)
        if len(lines) == 1:
            if waiting:
                yield waiting
            waiting = lines
            continue
        first, *rest = _parted(lines)
        yield waiting + first
        yield from rest
        waiting = []
    if waiting:
        yield waiting


def _parted(lines: list[_Line]) -> list[list[_Line]]:
    """The lines of a paragraph in groups: none is left alone at either end of a page."""
    if len(lines) < 2 * _TOGETHER:
        return [lines]
    middle = [[one] for one in lines[_TOGETHER:-_TOGETHER]]
    return [lines[:_TOGETHER], *middle, lines[-_TOGETHER:]]


def _paragraphs(text: str) -> list[str]:
    """What blank lines separate."""
    grouped = groupby(text.split("\n"), key=lambda line: bool(line.strip()))
    return ["\n".join(lines) for filled, lines in grouped if filled]


def _set(text: str, width: float, before: float) -> list[_Line]:
    """One block broken into lines; each of its own lines is read in its own direction."""
    lines: list[_Line] = []
    for written in text.split("\n") if text.strip() else []:
        layout = QTextLayout(written, _font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if _from_the_right(written):
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setUseDesignMetrics(True)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(_Line(layout, line, 0.0 if lines else before))
        layout.endLayout()
    return lines


def _from_the_right(text: str) -> bool:
    """Whether the first letter is of a script that is written from the right."""
    strong = (one for one in map(unicodedata.bidirectional, text) if one in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def _font() -> QFont:
    """The type of letters at the size of print: one unit is a point on paper."""
    font = QFont(Look().font("letter"))
    font.setPixelSize(_SIZE)
    return font


def _text(one: _Line) -> str:
    """The characters of a line; Qt counts in the two-byte units of UTF-16."""
    start, length = one.line.textStart(), one.line.textLength()
    units = one.layout.text().encode("utf-16-le")[2 * start : 2 * (start + length)]
    return units.decode("utf-16-le", "replace").rstrip()
