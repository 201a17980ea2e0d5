"""Look: theme, text size and motion, in force at once; paper; keys of a single letter."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.session import Session
from ui.settings.fields import Choice, Switch
from ui.settings.keeping import Keeping
from ui.settings.parts import Card, Rule, Setting, Sheet
from ui.theme import Look
from ui.wording.say import say

_WIDEST = 760
TEXT_SIZES = (90, 100, 110, 125, 150)


class LookSection(Sheet):
    """How Afterword looks and moves, and what it prints on."""

    def __init__(self, session: Session, look: Look, keeping: Keeping) -> None:
        super().__init__(look, _WIDEST)
        self._session = session
        self._keeping = keeping
        self.theme = self._choice(
            "theme",
            say("Theme"),
            (("system", say("System")), ("light", say("Light")), ("dark", say("Dark"))),
            say("The theme is {value}"),
        )
        sizes = [(str(size), f"{size} %") for size in TEXT_SIZES]
        self.text_size = Choice(look, say("Text size"), sizes, self._size, self._keep_size)
        self.motion = self._choice(
            "motion",
            say("Motion"),
            (("system", say("Normal")), ("reduced", say("Reduced"))),
            say("Motion is {value}"),
        )
        self.paper = self._choice(
            "paper",
            say("Paper"),
            (("", say("As usual here")), ("a4", "A4"), ("letter", say("US Letter"))),
            say("Letters are printed on: {value}"),
        )
        self.letter_keys = Switch(
            look,
            say("Single letters act on cards and rows"),
            lambda: session.options.letter_keys,
            lambda on: keeping.options(
                say("M, I and R act on cards") if on else say("Single letters do nothing"),
                letter_keys=on,
            ),
        )
        self._build()
        self.refresh()

    def _build(self) -> None:
        look = self._look
        screen = Card(look, say("On the screen"))
        for title, about, control in (
            (say("Theme"), say("System follows light and dark as the system goes."), self.theme),
            (say("Text size"), say("Everything written, in every room."), self.text_size),
            (say("Motion"), say("Reduced: nothing slides or fades."), self.motion),
        ):
            if control is not self.theme:
                screen.column.addWidget(Rule(look))
            screen.column.addWidget(Setting(look, title, about, control))
        hands = Card(
            look,
            say("Keys and paper"),
        )
        about = say("M moves a card, I adds an interview, R notes a reply. Never while you type.")
        hands.column.addWidget(Setting(look, say("Keys of one letter"), about, self.letter_keys))
        hands.column.addWidget(Rule(look))
        about = say("For letters that are printed or saved as PDF.")
        hands.column.addWidget(Setting(look, say("Paper"), about, self.paper))
        self.column.addWidget(screen)
        self.column.addWidget(hands)
        self.column.addStretch(1)

    def _choice(
        self, name: str, title: str, options: tuple[tuple[str, str], ...], said: str
    ) -> Choice:
        """A choice that is kept under its name."""
        texts = dict(options)

        def keep(key: str) -> None:
            value = texts[key] if name == "paper" else texts[key].lower()
            self._keeping.options(said.format(value=value), **{name: key})

        def kept() -> str:
            found = str(getattr(self._session.options, name))
            return found if found in texts else options[0][0]

        return Choice(self._look, title, options, kept, keep)

    def _size(self) -> str:
        """The offered size that is nearest to the one kept."""
        kept = self._session.options.text_size
        return str(min(TEXT_SIZES, key=lambda size: abs(size - kept)))

    def _keep_size(self, key: str) -> None:
        self._keeping.options(say("Text at {n} %", n=key), text_size=int(key))

    @override
    def refresh(self) -> None:
        for one in (self.theme, self.text_size, self.motion, self.paper, self.letter_keys):
            one.refresh()

    @override
    def first(self) -> QWidget:
        return self.theme
