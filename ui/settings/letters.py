"""Letters: the tone to begin with, the spelling, and every template with what it becomes."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from rules.compose import Letter
from rules.records import Tone
from ui.proofread.proofreader import Proofreader
from ui.session import Session
from ui.settings.dictionary import DictionaryCard
from ui.settings.example import COMPANY, filled
from ui.settings.fields import Choice
from ui.settings.keeping import Keeping
from ui.settings.letter_editor import LetterEditor
from ui.settings.parts import Card, Folded, Inset, Picker, Rule, Setting, Sheet
from ui.settings.template_proof import TemplateProof
from ui.theme import Look
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.widgets.segment import Segment
from ui.wording.say import say
from ui.wording.settings import TONES, letter_order, letter_title

_WIDEST = 1240
_LIST = 216
_TALL = 480
_FOLDED = 190
_BESIDE = 860
_ROOMY = 600
_SEEN_AFTER_MS = 150
_MARKS = (
    "{{…}} is filled from the record, and a sentence goes where that is empty. [[…]] goes alone. "
    "A line with / stands in for the one above when that goes. Of lines with | one is taken, "
    "another for each person. A \\ ends the line."
)


class LettersSection(Sheet):
    """Everything about how letters are worded."""

    def __init__(
        self, session: Session, look: Look, keeping: Keeping, reader: Proofreader | None = None
    ) -> None:
        super().__init__(look, _WIDEST)
        self.proof = TemplateProof(look, session, reader or Proofreader())
        self._session = session
        self._keeping = keeping
        self._turn = 0
        self._build_choices()
        sorts = letter_order(session.letter_names())
        self.picker = Picker(
            look, say("Letters"), [(sort, letter_title(sort), "") for sort in sorts]
        )
        self.tones = Segment(
            look, say("Tone of the text"), [(one.value, say(TONES[one])) for one in Tone]
        )
        self.editor = LetterEditor(session, look, keeping)
        self.subject = paragraph("", "card_title", look)
        self.body = paragraph("", "letter", look)
        self.other = Button(look, say("Another person"), "soft", icon="users", small=True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SEEN_AFTER_MS)
        self._soon.timeout.connect(self.show_preview)
        self._build()
        self.picker.picked.connect(self._pick)
        self.tones.chosen.connect(self._pick)
        self.editor.typed.connect(self._soon.start)
        self.editor.kept.connect(self._mark)
        self.other.clicked.connect(self._next_person)
        look.changed.connect(self._relook)
        self._relook()
        self._pick()

    def _build_choices(self) -> None:
        session, keeping = self._session, self._keeping
        self.tone = Choice(
            self._look,
            say("Tone"),
            [(one.value, say(TONES[one])) for one in Tone],
            lambda: session.options.tone.value,
            lambda key: keeping.options(
                say("Letters begin {tone}", tone=TONES[Tone(key)].lower()), tone=Tone(key)
            ),
        )
        self.spelling = Choice(
            self._look,
            say("Spelling"),
            [("uk", say("British")), ("us", say("American"))],
            lambda: "us" if session.options.spelling == "us" else "uk",
            lambda key: keeping.options(
                say("American spelling") if key == "us" else say("British spelling"), spelling=key
            ),
        )

    def _build(self) -> None:
        look = self._look
        voice = Card(look, say("Voice"))
        about = say("What a new letter begins in. Each letter can change it.")
        voice.column.addWidget(Setting(look, say("Tone"), about, self.tone))
        voice.column.addWidget(Rule(look))
        about = say("Of the words that letters come with, such as favour; yours stay as typed.")
        voice.column.addWidget(Setting(look, say("Spelling"), about, self.spelling))
        texts = Card(
            look, say("Texts"), say("What each letter is made from. Change it as you like.")
        )
        self._list = Folded(self.picker)
        row = self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(20)
        row.addWidget(self._list)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.tones)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(16)
        self._beside.addWidget(self.editor, 1)
        self._beside.addLayout(self._preview(), 1)
        right.addLayout(self._beside, 1)
        right.addWidget(paragraph(_MARKS, "secondary", look, "ink2"))
        row.addLayout(right, 1)
        texts.column.addLayout(row)
        self.dictionary = DictionaryCard(look, self._session, self._keeping)
        self.column.addWidget(voice)
        self.column.addWidget(self.dictionary)
        self.column.addWidget(texts)
        self.column.addStretch(1)

    def _preview(self) -> QVBoxLayout:
        """What the text becomes."""
        head = QHBoxLayout()
        title = say("With a sample: {company}", company=COMPANY)
        head.addWidget(label(title, "card_title", self._look, elide=True), 1)
        head.addWidget(self.other)
        self._paper = Inset(self._look)
        self._paper.column.addWidget(self.subject)
        self._paper.column.addWidget(Rule(self._look))
        self._paper.column.addWidget(self.body)
        self._paper.column.addStretch()
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._paper, 1)
        column.addWidget(self.proof)
        return column

    def name(self) -> str:
        """The name of the template that is shown."""
        return f"{self.picker.current()}.{self.tones.current()}"

    def show_letter(self, sort: str, tone: Tone) -> None:
        """Show a template."""
        self.tones.set_current(tone.value)
        self.picker.pick(sort)
        self._pick()

    @override
    def refresh(self) -> None:
        self.tone.refresh()
        self.spelling.refresh()
        self.dictionary.refresh()
        self.editor.refresh()
        self._mark()
        self._soon.start()

    @override
    def first(self) -> QWidget:
        return self.tone

    def _pick(self, _key: str = "") -> None:
        self._turn = 0
        title = letter_title(self.picker.current())
        tone = say(TONES[Tone(self.tones.current())]).lower()
        self.editor.text.setAccessibleName(say("{title}, {tone}, text", title=title, tone=tone))
        self.editor.show_letter(self.name())
        self.show_preview()
        self._mark()
        picked = self.picker.entries[self.picker.current()]
        if picked.hasFocus():
            self.ensureWidgetVisible(picked, 0, 40)

    def _mark(self) -> None:
        """Say in the list which letters are the person's own."""
        own = {name.rpartition(".")[0] for name in self._session.edited_letters()}
        for sort, entry in self.picker.entries.items():
            waits = any(self.editor.waits(f"{sort}.{tone.value}") for tone in Tone)
            entry.set_side(say("to mend") if waits else say("yours") if sort in own else "")

    def _next_person(self) -> None:
        self._turn += 1
        self.show_preview()

    def show_preview(self) -> None:
        """The letter that the text makes of the sample record."""
        text = self.editor.template()
        letter = filled(
            self.picker.current(),
            text,
            Tone(self.tones.current()),
            moment=self._session.moment(),
            profile=self._session.profile,
            names=self._session.letter_names(),
            turn=self._turn,
        )
        self.other.setVisible("\n| " in text)
        if isinstance(letter, Letter):
            self.subject.setText(letter.subject or say("No subject"))
            self.body.setText(letter.body)
            self.proof.look_at(self.picker.current(), letter, Tone(self.tones.current()))
        self._paper.setAccessibleName(say("Preview"))
        self._paper.setAccessibleDescription(self.body.text())

    def _relook(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """Beside each other what there is room for, below each other what not."""
        px, way = self._look.px, QBoxLayout.Direction
        wide, roomy = self.width() >= px(_BESIDE), self.width() >= px(_ROOMY)
        self._beside.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self._whole.setDirection(way.LeftToRight if roomy else way.TopToBottom)
        self._list.fold(px(_LIST) if roomy else 0, px(_TALL if roomy else _FOLDED))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
