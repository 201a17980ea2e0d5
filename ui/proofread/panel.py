"""The list of what was found, worst first, and what passed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from rules.proof import Finding, Report
from rules.proof_record import name_of
from ui.proofread.passed import Passed
from ui.proofread.row import FindingRow
from ui.proofread.words import chip_words, fix_all_words, status
from ui.theme import Look
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.widgets.paint import painting
from ui.wording import say

_MOST_ROWS = 40
"""More than anybody reads at once; the rest comes up as these are seen to."""


class _Chip(QWidget):
    """How much there is to fix or to consider."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.text = ""
        self.is_fix = False
        look.changed.connect(self.updateGeometry)

    def show_words(self, text: str, *, is_fix: bool) -> None:
        """Say something else."""
        self.text, self.is_fix = text, is_fix
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._look.font("chip")).horizontalAdvance(self.text)
        return QSize(round(width) + 18, self._look.px(22))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.late_bg if self.is_fix else theme.accent_soft)
            box = QRectF(self.rect())
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(theme.late if self.is_fix else theme.accent_text)
            painter.setFont(self._look.font("chip"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.text)


class ProofPanel(QWidget):
    """What was found in the letter; every act on a row is handed on."""

    fix = Signal(object)
    show_wanted = Signal(object)
    ignore = Signal(object)
    learn = Signal(object)
    fix_all = Signal()
    undo = Signal()
    left = Signal()  # the last row is gone, the focus goes back to the letter

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Finding, ...] = ()
        self.to_fix = 0
        self._status = ""
        self._rows: list[FindingRow] = []
        self._chip = _Chip(look)
        self.title = label(say("Proofreading"), "section", look)
        self.passed = Passed(look)
        self.all = Button(look, "", "quiet", small=True)
        self.all.clicked.connect(self.fix_all)
        self._cut = paragraph(
            say("Only the beginning of this long letter was read."), "secondary", look, "ink2"
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self._chip)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addLayout(head)
        body.addSpacing(2)
        body.addLayout(self._list)
        body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignRight)
        body.addWidget(self._cut)
        body.addWidget(self.passed)
        self.setLayout(body)
        self.show_report(Report((), ()), speak=False)

    def show_report(self, report: Report, *, speak: bool = True) -> None:
        """Show what was found; rows that stay keep the focus."""
        found = report.findings[:_MOST_ROWS]
        self.to_fix = len(report.fixes)
        self._chip.show_words(chip_words(report), is_fix=bool(self.to_fix))
        self._cut.setVisible(report.cut)
        number = sum(one.right is not None for one in report.findings)
        self.all.setVisible(number > 1)
        self.all.set_words(fix_all_words(number))
        self.passed.show_report(report)
        self.setAccessibleName(say("Proofreading, {status}", status=status(report)))
        if found != self._shown:
            self._rebuild(found)
        if speak and status(report) != self._status:
            announce(self, say("Proofreading, {status}", status=status(report)))
        self._status = status(report)

    def _rebuild(self, found: tuple[Finding, ...]) -> None:
        at = self._focused()
        before = {name_of(one.finding): one for one in self._rows}
        kept: list[FindingRow] = []
        for finding in found:
            old = before.get(name_of(finding))
            if old is not None and old.finding == finding and old not in kept:
                kept.append(old)
            else:
                kept.append(self._row(finding))
        gone = [one for one in self._rows if one not in kept]
        for place, one in enumerate(kept):
            if self._list.indexOf(one) != place:
                self._list.insertWidget(place, one)
            one.show()
        self._rows, self._shown = kept, found
        if at is not None and (at >= len(kept) or not self._has_focus(kept[at])):
            self._go_on(at)
        for one in gone:
            self._list.removeWidget(one)
            one.hide()
            one.deleteLater()

    def _row(self, finding: Finding) -> FindingRow:
        made = FindingRow(self._look, finding)
        made.seen_to.connect(lambda: self.fix.emit(finding))
        made.shown.connect(lambda: self.show_wanted.emit(finding))
        made.ignored.connect(lambda: self.ignore.emit(finding))
        made.learnt.connect(lambda: self.learn.emit(finding))
        made.undone.connect(self.undo)
        made.moved.connect(lambda step: self._move(made, step))
        return made

    def _focused(self) -> int | None:
        """The place of the row that has the focus, or something in it."""
        places = (n for n, one in enumerate(self._rows) if self._has_focus(one))
        return next(places, None)

    def _has_focus(self, row: FindingRow) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and (focus is row or row.isAncestorOf(focus))

    def _go_on(self, place: int) -> None:
        """The row that had the focus is gone: the next one has it, or the letter."""
        if self._rows:
            self._rows[min(place, len(self._rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _move(self, row: FindingRow, step: int) -> None:
        place = self._rows.index(row) + step
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def take_focus(self) -> None:
        """Where the keyboard begins here."""
        first = self._rows[0] if self._rows else self.passed.fold
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def rows(self) -> tuple[FindingRow, ...]:
        """The rows, worst first."""
        return tuple(self._rows)
