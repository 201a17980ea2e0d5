"""Wavy lines below what was found, in the letter and in its subject."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget
from typing_extensions import override

from rules.proof import Finding, Part, Severity
from ui.theme import Look
from ui.widgets.paint import painting

_WAVE = 2.0
_LONGEST = 80
"""A whole sentence to consider is shown when it is asked for; a line below it only disturbs."""


def units(text: str, place: int) -> int:
    """Where a character stands as Qt counts: what lies beyond the first plane counts twice."""
    return place + sum(ord(one) > 0xFFFF for one in text[:place])


def colour_of(look: Look, finding: Finding) -> QColor:
    """Red for what to fix, the accent for what to consider."""
    fix = finding.severity is Severity.FIX
    return look.theme.squiggle_fix if fix else look.theme.squiggle_consider


def place_in(text: str, finding: Finding) -> tuple[int, int] | None:
    """Where a finding stands in the text as it is now; None where something else stands there."""
    if finding.span is None:
        return None
    start, end = finding.span
    return (start, end) if end > start and text[start:end] == finding.wrong else None


def underline(editor: QTextEdit, text: str, findings: Iterable[Finding], look: Look) -> None:
    """Underline what was found in the body."""
    marks: list[QTextEdit.ExtraSelection] = []
    for finding in findings:
        place = place_in(text, finding) if finding.part is Part.BODY else None
        if place is None or _disturbs(finding, place):
            continue
        mark = QTextEdit.ExtraSelection()
        shape = QTextCharFormat()
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        shape.setUnderlineColor(colour_of(look, finding))
        cursor = QTextCursor(editor.document())
        cursor.setPosition(units(text, place[0]))
        cursor.setPosition(units(text, place[1]), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format = shape
        marks.append(mark)
    editor.setExtraSelections(marks)


def _disturbs(finding: Finding, place: tuple[int, int]) -> bool:
    return finding.severity is Severity.CONSIDER and place[1] - place[0] > _LONGEST


class LineSquiggles(QWidget):
    """Laid over a field of one line; the mouse goes through it."""

    def __init__(self, field: QLineEdit, look: Look) -> None:
        super().__init__(field)
        self._field = field
        self._look = look
        self._findings: tuple[Finding, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        field.installEventFilter(self)
        field.textChanged.connect(self.update)
        field.cursorPositionChanged.connect(self.update)
        look.changed.connect(self.update)
        self.setGeometry(field.rect())

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Underline what was found in the subject."""
        self._findings = tuple(one for one in findings if one.part is Part.SUBJECT)
        self.update()

    def spans(self) -> tuple[tuple[float, float], ...]:
        """From where to where each line goes now, in pixels."""
        text = self._field.text()
        metrics = QFontMetricsF(self._field.font())
        at = self._field.cursorPosition()
        cursor = self._field.cursorRect().center().x()
        origin = cursor - metrics.horizontalAdvance(_cut(text, at))
        found = (place_in(text, one) for one in self._findings)
        return tuple(
            (
                origin + metrics.horizontalAdvance(text[: place[0]]),
                origin + metrics.horizontalAdvance(text[: place[1]]),
            )
            for place in found
            if place is not None
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        text = self._field.text()
        shown = [one for one in self._findings if place_in(text, one) is not None]
        metrics = QFontMetricsF(self._field.font())
        low = (self.height() + metrics.height()) / 2 - metrics.descent() + 2.5
        with painting(self) as painter:
            for finding, (left, right) in zip(shown, self.spans(), strict=True):
                painter.setPen(QPen(colour_of(self._look, finding), 1))
                painter.drawPolyline(_wave(max(left, 0), min(right, self.width()), low))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._field.rect())
        return super().eventFilter(watched, event)


def _cut(text: str, place: int) -> str:
    """The text up to a place as Qt counts it."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "replace")


def _wave(left: float, right: float, low: float) -> QPolygonF:
    points, x, up = [], left, False
    while x < right:
        points.append(QPointF(x, low - (_WAVE if up else 0)))
        x, up = x + _WAVE, not up
    return QPolygonF(points)
