"""Why a step is advised: one line, and one click further where it comes from (RULES 0.1)."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rules.evidence import EVIDENCE, Evidence
from ui.sheet.panel import Rule, column, row
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.widgets.popover import Popover
from ui.wording import say

_WIDTH = 380


class Why(QWidget):
    """The reason of a step, and the button that opens its source."""

    def __init__(self, look: Look, use: str = "secondary", *, breaks: bool = False) -> None:
        super().__init__()
        self._look = look
        self._reasons: tuple[Evidence, ...] = ()
        self._line = (
            paragraph("", use, look, "ink2") if breaks else label("", use, look, "ink2", elide=True)
        )
        self.button = Button(look, say("Why?"), "soft" if breaks else "quiet", small=True)
        self.button.clicked.connect(self.open)
        line = column(gap=8) if breaks else row(gap=4)
        line.addWidget(self._line)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        if not breaks:
            line.addStretch(1)
        self.setLayout(line)

    def show_reasons(self, reason: str, beside: Sequence[str] = ()) -> None:
        """Show the reason of that key; `beside` are remarks for the source alone."""
        keys = [key for key in (reason, *beside) if key in EVIDENCE]
        self._reasons = tuple(EVIDENCE[key] for key in dict.fromkeys(keys))
        first = self._reasons[0].sentence if self._reasons else ""
        self._line.setText(say(first) if first else "")
        self.button.setAccessibleDescription(first)
        self.setVisible(bool(self._reasons))

    def open(self) -> None:
        """Show where it comes from, below the button."""
        window = self.window()
        popover = Source(self._look, window, self._reasons)
        corner = self.button.mapTo(window, QPoint(0, 0))
        popover.show_below(QRect(corner, self.button.size()))


class Source(Popover):
    """What a reason rests on: who says so, and a survey in its own words with its year."""

    def __init__(self, look: Look, parent: QWidget, reasons: Sequence[Evidence]) -> None:
        super().__init__(look, parent, say("Where this comes from"))
        for number, one in enumerate(reasons):
            if number:
                self.content.addWidget(Rule(look))
            self.content.addLayout(self._told(look, one))
        self.close_button = Button(look, say("Close"), "quiet", small=True)
        self.close_button.clicked.connect(self.dismiss)
        self.content.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        width = look.px(_WIDTH) + self.content.contentsMargins().left() * 2
        self.setFixedSize(width, self.content.totalHeightForWidth(width))
        self.dismissed.connect(self.deleteLater)

    def _told(self, look: Look, one: Evidence) -> QVBoxLayout:
        """A sentence, the survey behind it, and who else says so."""
        told = column(gap=4)
        told.addWidget(paragraph(say(one.sentence), "card_title", look))
        if one.survey:
            told.addWidget(paragraph(_whole(say(one.survey)), "body", look))
        if one.caveat:
            told.addWidget(paragraph(say(one.caveat), "secondary", look, "ink2"))
        told.addWidget(
            paragraph(say("Source: {source}", source=one.source), "secondary", look, "ink2")
        )
        return told


def _whole(text: str) -> str:
    """A text in which no line ends between a number and its sign."""
    return text.replace(" %", "\u00a0%")
