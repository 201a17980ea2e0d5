"""Cards of the Data section that concern everything at once: archive, deleted cards, erasing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.content import Content
from models.exchange import archive
from models.exchange.archive import ArchiveError
from models.faults import StoreFault
from rules.records import Dossier
from ui.ports import Dialogs
from ui.safe import Safe
from ui.session import Session
from ui.settings.parts import Card, Setting
from ui.theme import Look
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.widgets.line_field import LineField
from ui.wording.keeping import card_words, content_words
from ui.wording.say import say

_ARCHIVE = "afterword.json"
WORD = "erase"


class Told(Card):
    """A card with a sentence at its end about what was done."""

    def __init__(self, look: Look, title: str, about: str = "") -> None:
        super().__init__(look, title, about)
        self.told = paragraph("", "secondary", look, "done")
        self.told.hide()

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """Say it below, and aloud."""
        self.told.set_tone("late" if wrong else "done")
        self.told.setText(text)
        self.told.show()
        announce(self, text, assertive=wrong)

    def attempt(self, act: Callable[[], None]) -> None:
        """Do it, and say what stood in the way."""
        try:
            act()
        except StoreFault as fault:
            self.tell(fault.sentence, wrong=True)
        except ArchiveError as error:
            self.tell(error.sentence, wrong=True)
        except OSError as error:
            why = error.strerror or type(error).__name__
            self.tell(say("That file cannot be used: {why}. Nothing was changed, so please choose "
                          "another place.", why=why), wrong=True)  # fmt: skip


class ArchiveCard(Told):
    """Everything out to one file, and back."""

    def __init__(self, look: Look, safe: Safe, dialogs: Dialogs) -> None:
        super().__init__(look, say("Everything in one file"))
        self._safe, self._dialogs = safe, dialogs
        self._content: Content | None = None
        self.save = Button(look, say("Save everything…"), icon="file-down")
        self.load = Button(look, say("Bring back…"), icon="archive-restore", name=say("From file"))
        self.sure = Button(look, say("Put it in place of everything"), "primary")
        about = say("Cards, letters, drafts and settings as JSON that any program can read.")
        self.column.addWidget(Setting(look, say("Save"), about, self.save))
        about = say("Such a file in place of what is here, which is backed up first.")
        self.column.addWidget(Setting(look, say("Bring back"), about, self.load))
        self.column.addWidget(self.told)
        self.column.addWidget(self.sure)
        self.sure.hide()
        self.save.clicked.connect(self._ask_where)
        self.load.clicked.connect(self._ask_which)
        self.sure.clicked.connect(lambda: self.attempt(self._replace))

    def _ask_where(self) -> None:
        path = self._dialogs.save_path(say("Save everything"), _ARCHIVE)
        if path is not None:
            self.attempt(lambda: self._save(path))

    def _save(self, path: Path) -> None:
        what = content_words(self._safe.save_archive(path))
        self.tell(say("{what} in {name}", what=what, name=path.name))

    def _ask_which(self) -> None:
        path = self._dialogs.open_path(say("Bring back everything"), "*.json")
        if path is not None:
            self.sure.hide()
            self.attempt(lambda: self._preview(path))

    def _preview(self, path: Path) -> None:
        """Read it whole before anything is asked."""
        self._content = archive.load(path)
        what = content_words(self._content)
        self.tell(say("{name} holds {what}. Nothing is changed yet.", name=path.name, what=what))
        self.sure.show()
        self.sure.setFocus()

    def _replace(self) -> None:
        if self._content is not None:
            self._safe.replace(self._content)


class DeletedCard(Told):
    """What was deleted in the last thirty days: back on the board, or gone for good."""

    def __init__(self, look: Look, session: Session, safe: Safe) -> None:
        super().__init__(
            look, say("Recently deleted"), say("Kept for 30 days, and then gone for good.")
        )
        self._look, self._session, self._safe = look, session, safe
        self._rows = QWidget()
        self.buttons: dict[str, tuple[Button, Button]] = {}
        self.column.addWidget(self._rows)
        self.column.addWidget(self.told)
        self.refresh()

    def refresh(self) -> None:
        """Show what is there now."""
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.buttons = {}
        deleted = self._session.deleted()
        for one in deleted:
            column.addLayout(self._row(one))
        if not deleted:
            column.addWidget(label(say("Nothing"), "body", self._look, "ink2"))
        self.column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows

    def _row(self, dossier: Dossier) -> QHBoxLayout:
        one, name = dossier.opportunity, card_words(dossier)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(name, "card_title", self._look, elide=True))
        if one.deleted_at is not None:
            when = say("Deleted {when}", when=self._safe.when(one.deleted_at))
            words.addWidget(label(when, "secondary", self._look, "ink2"))
        back = Button(self._look, say("Bring back"), small=True,
                      name=say("Bring back {card}", card=name))  # fmt: skip
        gone = Button(self._look, say("Delete for good"), "quiet", small=True,
                      name=say("Delete {card} for good", card=name))  # fmt: skip
        back.clicked.connect(lambda: self.attempt(lambda: self._bring_back(dossier)))
        gone.clicked.connect(lambda: self._forget(dossier, gone))
        self.buttons[one.id] = (back, gone)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(back)
        row.addWidget(gone)
        return row

    def _bring_back(self, dossier: Dossier) -> None:
        self._session.bring_back(dossier.opportunity.id)
        self.refresh()
        self.tell(say("{card} is on the board again", card=card_words(dossier)))

    def _forget(self, dossier: Dossier, button: Button) -> None:
        """The first press asks, the second does it: there is no way back from here."""
        sure = say("Really, for good")
        if button.text() != sure:
            button.setText(sure)
            button.setAccessibleName(sure)
            button.updateGeometry()
            return

        def forget() -> None:
            self._session.forget(dossier.opportunity.id)
            self.refresh()
            self.tell(say("{card} is gone for good", card=card_words(dossier)))

        self.attempt(forget)


class EraseCard(Told):
    """Everything away: the typed word is asked for, because nothing brings it back."""

    def __init__(self, look: Look, safe: Safe) -> None:
        about = say("Cards, letters, drafts, settings, every backup and the log. Files you saved "
                    "elsewhere stay where they are.")  # fmt: skip
        super().__init__(look, say("Erase everything"), about)
        self._safe = safe
        self.word = LineField(say("Type “{word}” to erase everything", word=WORD))
        self.word.setPlaceholderText(say("Type “{word}”", word=WORD))
        self.erase = Button(look, say("Erase everything"), icon="trash-2")
        self.erase.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.word, 1)
        row.addWidget(self.erase)
        self.column.addLayout(row)
        self.column.addWidget(self.told)
        self.word.textChanged.connect(
            lambda text: self.erase.setEnabled(text.strip().casefold() == WORD)
        )
        self.erase.clicked.connect(lambda: self.attempt(self._safe.erase))
