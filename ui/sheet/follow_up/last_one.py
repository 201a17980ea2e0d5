"""The note beside a letter after which nothing more is sent."""

from PySide6.QtCore import Qt

from rules.records import MessageKind
from ui.sheet.follow_up.footer import Mark
from ui.sheet.panel import Panel, column, row
from ui.theme import Look
from ui.widgets.label import label, paragraph
from ui.wording import say

_WORDS = {
    MessageKind.CHECK_IN: (
        "This is the last one",
        "After it, this interview rests. Afterword won't suggest another.",
    ),
    MessageKind.APPLICATION_FOLLOW_UP: (
        "This is the only one",
        "An application gets one follow-up. After it, the card rests.",
    ),
    MessageKind.INVITED_CHECK_IN: (
        "The one they invited",
        "They are still deciding. After this one, the card rests.",
    ),
}


class LastOne(Panel):
    """Says that this is the last message, and what happens then."""

    KINDS = frozenset(_WORDS)

    def __init__(self, look: Look) -> None:
        super().__init__(look, fill="stop_bg", line="stop_line", radius=10)
        self._title = label("", "card_title", look, "stop")
        self._text = paragraph("", "body", look, "stop")
        words = column(gap=2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        line = row(margins=(14, 12, 12, 12), gap=11)
        line.addWidget(Mark(look, "check-check", "stop", 17), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.setLayout(line)

    def show_for(self, kind: MessageKind) -> None:
        """The words for that kind of letter."""
        if kind in _WORDS:
            title, text = _WORDS[kind]
            self._title.setText(say(title))
            self._text.setText(say(text))
