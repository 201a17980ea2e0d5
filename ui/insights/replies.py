"""Replies by when the check-in went out: one bar for each pair of days."""

from PySide6.QtWidgets import QHBoxLayout

from rules.insights import Insights, share
from rules.waits import CheckInDay
from ui.insights.bars import ReplyBar
from ui.insights.panel import Panel
from ui.theme import Look
from ui.widgets.label import paragraph
from ui.wording.say import say

_SELDOM = (CheckInDay.BEFORE_7, CheckInDay.FROM_15)
"""Shown only where there are any."""


class RepliesPanel(Panel):
    """The bars, by the day of the check-in; the last one is of those without any."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            say("Replies by when you checked in"),
            say(
                "Share that answered within the next 10 days. Outlined bars have fewer than 5"
                " cases: too few to tell."
            ),
        )
        self.bars = {one: ReplyBar(look, one) for one in CheckInDay}
        self.none = paragraph(
            say("Nobody has been waited for long enough yet."), "lead", look, "ink2"
        )
        row = QHBoxLayout()
        row.setSpacing(0)
        for bar in self.bars.values():
            row.addWidget(bar)
        self.column.addSpacing(8)
        self.column.addLayout(row)
        self.add_words(self.none)

    def show_replies(self, found: Insights) -> None:
        """Other numbers."""
        counts = {}
        for day in CheckInDay:
            cases = found.waited(day)
            counts[day] = (sum(one.answered for one in cases), len(cases))
        top = max(share(*pair) or 0 for pair in counts.values())
        self.none.setVisible(not found.waits)
        for day, (part, whole) in counts.items():
            self.bars[day].show_count(part, whole, top)
            usual = day not in _SELDOM and bool(found.waits)
            self.bars[day].setVisible(usual or whole > 0)
