"""What was found, shown in the letter and in the list; and mended where it stands."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal

from rules.proof import Finding, Part
from ui.proofread.panel import ProofPanel
from ui.proofread.squiggles import LineSquiggles, place_in, underline, units
from ui.proofread.words import spoken
from ui.sheet.follow_up.editor import NAME_GAP
from ui.sheet.follow_up.letter import LetterPanel
from ui.sheet.follow_up.proofing import Proofing
from ui.theme import Look
from ui.widgets.announce import announce


class Mending(QObject):
    """Between the list and the letter."""

    outside = Signal(object)  # a finding that is mended beside the text

    def __init__(
        self, proofing: Proofing, letter: LetterPanel, panel: ProofPanel, look: Look
    ) -> None:
        super().__init__()
        self._proofing = proofing
        self._letter = letter
        self._panel = panel
        self._look = look
        self._in_subject = False  # where something was mended last
        self.squiggles = LineSquiggles(letter.subject, look)
        panel.fix.connect(self.fix)
        panel.show_wanted.connect(self.show)
        panel.ignore.connect(proofing.ignore)
        panel.learn.connect(proofing.learn)
        panel.fix_all.connect(lambda: self.fix_all(proofing.report.findings))
        panel.undo.connect(self._undo)
        panel.left.connect(self.to_letter)
        look.changed.connect(self._underline)

    def show_findings(self) -> None:
        """The list, and a line below each."""
        self._panel.show_report(self._proofing.report)
        self._underline()

    def _underline(self) -> None:
        found = self._proofing.report.findings
        body = self._letter.body
        underline(body, body.text(), found, self._look)
        self.squiggles.show_findings(found)

    def fix(self, finding: Finding) -> None:
        """Put right what can be, where it stands."""
        self.fix_all((finding,))

    def fix_all(self, findings: Iterable[Finding]) -> None:
        """Put right all of them; what overlaps another waits for the next look."""
        body, subject = self._letter.body, self._letter.subject
        before = len(body.text())
        offered = [one for one in findings if one.right is not None and one.span is not None]
        limit = {part: before + len(subject.text()) + 1 for part in Part}
        cursor = body.textCursor()
        cursor.beginEditBlock()
        for one in sorted(offered, key=lambda one: one.span or (0, 0), reverse=True):
            place = place_in(self._text(one.part), one)
            if place is not None and place[1] <= limit[one.part]:
                limit[one.part] = place[0]
                self._replace(one, place)
        cursor.endEditBlock()
        self._proofing.settle(lambda: None)

    def _replace(self, finding: Finding, place: tuple[int, int]) -> None:
        text, right = self._text(finding.part), finding.right or ""
        start, end = units(text, place[0]), units(text, place[1])
        self._in_subject = finding.part is Part.SUBJECT
        if self._in_subject:
            subject = self._letter.subject
            subject.setSelection(start, end - start)
            subject.insert(right)
            self._letter.edited.emit()
        else:
            self._letter.body.replace_at(start, end, right)

    def _undo(self) -> None:
        """Take back what was mended from the list, which has no text of its own."""
        if self._in_subject:
            self._letter.subject.undo()
            self._letter.edited.emit()
        else:
            self._letter.body.undo()
        self._proofing.settle(lambda: None)

    def to_letter(self) -> None:
        """The keyboard to where something was mended last, and can be taken back."""
        field = self._letter.subject if self._in_subject else self._letter.body
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _text(self, part: Part) -> str:
        letter = self._letter
        return letter.subject.text() if part is Part.SUBJECT else letter.body.text()

    def show(self, finding: Finding) -> None:
        """Go to where it stands, or to where it is mended."""
        text = self._text(finding.part)
        place = place_in(text, finding) if finding.part is not Part.ENVELOPE else None
        if place is None or NAME_GAP.search(finding.wrong):
            self.outside.emit(finding)
            return
        start, end = units(text, place[0]), units(text, place[1])
        if finding.part is Part.SUBJECT:
            self._letter.subject.setFocus(Qt.FocusReason.OtherFocusReason)
            self._letter.subject.setSelection(start, end - start)
        else:
            self._letter.body.select_at(start, end)

    def take_focus(self) -> None:
        """The list, at what stands where the cursor is."""
        at = self._at()
        for row in self._panel.rows():
            if at == self._place(row.finding):
                row.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        self._panel.take_focus()

    def go(self, step: int) -> bool:
        """To the next or the one before, around the end; False where none has a place."""
        found = sorted(
            (place, number)
            for number, one in enumerate(self._proofing.report.findings)
            if (place := self._place(one)) is not None
        )
        if not found:
            return False
        at = self._at()
        ahead = [one for one in found if one[0] > at]
        behind = [one for one in found if one[0] < at]
        if step > 0:
            _, number = (ahead or found)[0]
        else:
            _, number = (behind or found)[-1]
        finding = self._proofing.report.findings[number]
        self.show(finding)
        announce(self._letter, spoken(finding))
        return True

    def _place(self, finding: Finding) -> tuple[bool, int] | None:
        """Where it stands in the order of reading: the subject first."""
        if finding.part is Part.ENVELOPE:
            return None
        text = self._text(finding.part)
        place = place_in(text, finding)
        return (finding.part is Part.BODY, units(text, place[0])) if place is not None else None

    def _at(self) -> tuple[bool, int]:
        """Where the cursor stands."""
        subject, body = self._letter.subject, self._letter.body
        if subject.hasFocus():
            start = subject.selectionStart()
            return (False, start if start >= 0 else subject.cursorPosition())
        start = body.textCursor().selectionStart()
        return (True, start) if body.textCursor().hasSelection() else (True, start - 1)
