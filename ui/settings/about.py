"""About: which version this is, and the licences of what it is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.settings.licences import PARTS, Part, text_of, version_of
from ui.settings.parts import Card, Folded, Picker, Sheet
from ui.theme import Look
from ui.version import version
from ui.widgets.label import label, paragraph
from ui.wording.say import say
from ui.wording.settings import licence_of

_WIDEST = 900
_LIST = 210
_TEXT = 420


class AboutSection(Sheet):
    """The version, and each work of others with its own words."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _WIDEST)
        self._parts = {part.name: part for part in PARTS}
        self.version = label(say("Afterword {version}", version=version()), "sheet_title", look)
        self.version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = Card(look, say("About Afterword"))
        top.column.addWidget(self.version)
        about = say(
            "The right follow-up after every interview, ready to copy. Never more than two. "
            "Free software under the MIT licence."
        )
        top.column.addWidget(paragraph(about, "body", look, "ink2"))
        self.picker = Picker(look, say("Licences"), [(one.name, one.name, "") for one in PARTS])
        self.picker.picked.connect(self._show)
        self._title = paragraph("", "card_title", look)
        self._home = label("", "secondary", look, "ink2")
        self._home.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(say("Licence"))
        licences = Card(
            look, say("Licences"), say("Afterword contains or uses the work of others.")
        )
        licences.column.addLayout(self._beside())
        self.column.addWidget(top)
        self.column.addWidget(licences)
        self.column.addStretch(1)
        look.changed.connect(self._relook)
        self._relook()
        self._show(PARTS[0].name)

    def _beside(self) -> QHBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self._title)
        right.addWidget(self._home)
        right.addSpacing(4)
        right.addWidget(self.text, 1)
        self._list = Folded(self.picker)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list)
        row.addLayout(right, 1)
        return row

    @override
    def first(self) -> QWidget:
        return self.picker.entries[self.picker.current()]

    def _show(self, name: str) -> None:
        part = self._parts[name]
        self._title.setText(licence_of(part.name, _version(part), part.licence))
        self._home.setText(part.home)
        self._home.setVisible(bool(part.home))
        fallback = say("Its licence is {name}. The text is at the address above.",
                       name=part.licence)  # fmt: skip
        self.text.setPlainText(text_of(part) or fallback)

    def _relook(self) -> None:
        self._list.fold(self._look.px(_LIST), self._look.px(_TEXT))
        self.text.setFont(self._look.font("secondary"))
        self.text.setMinimumHeight(self._look.px(_TEXT))


def _version(part: Part) -> str:
    return version_of(part) if part.package else version() if part.file == "../LICENSE" else ""
