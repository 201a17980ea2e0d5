"""The person's own words, which proofreading lets pass: added here, and taken out again."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.proofread.dictionary import Dictionary
from ui.session import Session
from ui.settings.keeping import Keeping
from ui.settings.parts import Card
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.label import label
from ui.widgets.line_field import LineField
from ui.widgets.toast import Notice
from ui.wording.say import say

_LONGEST = 60


class DictionaryCard(Card):
    """A field for a word, and a button with each word that is kept; pressing it takes it out."""

    def __init__(self, look: Look, session: Session, keeping: Keeping) -> None:
        super().__init__(
            look,
            say("Dictionary"),
            say("Words of your own that proofreading lets pass in every letter."),
        )
        self._keeping = keeping
        self._dictionary = Dictionary(session)
        self.field = LineField(say("A word for the dictionary"), longest=_LONGEST)
        self.field.setPlaceholderText(say("Add a word"))
        self.field.returnPressed.connect(self._add)
        self.button = Button(look, say("Add"), "secondary", icon="plus")
        self.button.clicked.connect(self._add)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        line.addWidget(self.button)
        self._none = label(say("No words yet."), "secondary", look, "ink2")
        self._flow = Flow(8)
        self._words: list[Button] = []
        self._list = QWidget()
        self._list.setAccessibleName(say("Your words"))
        self._list.setLayout(self._flow)
        self.column.addLayout(line)
        self.column.addWidget(self._list)
        self.column.addWidget(self._none)
        self.refresh()

    def refresh(self) -> None:
        """The words as they are kept."""
        wanted = self._dictionary.words()
        if wanted != tuple(one.text() for one in self._words):
            for old in self._words:
                self._flow.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._words = [self._button(word) for word in wanted]
            for one in self._words:
                self._flow.addWidget(one)
        self._list.setVisible(bool(wanted))
        for one in self._words:
            one.show()  # at once, so that it can have the focus
        self._none.setVisible(not wanted)

    def words(self) -> tuple[Button, ...]:
        """The buttons, by alphabet."""
        return tuple(self._words)

    def _button(self, word: str) -> Button:
        name = say("Remove {word} from the dictionary", word=word)
        made = Button(self._look, word, "soft", icon="x", name=name, small=True)
        made.clicked.connect(lambda: self._remove(word))
        return made

    def _add(self) -> None:
        """Several words may be typed at once."""
        for word in self.field.text().replace(",", " ").split():
            if not self._keeping.attempt(partial(self._dictionary.add, word)):
                return
        self.field.clear()
        self.refresh()
        self.field.setFocus()

    def _remove(self, word: str) -> None:
        place = [one.text() for one in self._words].index(word)
        if self._keeping.attempt(lambda: self._dictionary.remove(word)):
            self.refresh()
            following = self._words[place] if place < len(self._words) else self.field
            following.setFocus()
            said = say("{word} removed", word=word)
            self._keeping.said.emit(Notice(said, say("Undo"), lambda: self._back(word)))

    def _back(self, word: str) -> None:
        if self._keeping.attempt(lambda: self._dictionary.add(word)):
            self.refresh()
