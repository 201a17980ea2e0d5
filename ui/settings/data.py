"""Data: where everything is, a copy of it now, and a table for a spreadsheet."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from models.exchange import spreadsheet
from models.faults import StoreFault
from ui.ports import Clipboard, DataFile, Dialogs, MailApp, put_patiently
from ui.safe import Safe
from ui.session import Session
from ui.settings.everything import ArchiveCard, DeletedCard, EraseCard
from ui.settings.parts import Card, Rule, Setting, Sheet
from ui.theme import Look
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.label import paragraph
from ui.widgets.line_field import LineField
from ui.wording.say import count, say

_WIDEST = 760
_TABLE = "afterword.csv"


class DataSection(Sheet):
    """The one file, and ways to have it twice or elsewhere."""

    restore_asked = Signal()

    def __init__(
        self,
        session: Session,
        look: Look,
        *,
        file: DataFile,
        clipboard: Clipboard,
        dialogs: Dialogs,
        opener: MailApp,
        safe: Safe | None = None,
    ) -> None:
        """`safe` does what concerns everything at once; without it that is left out."""
        super().__init__(look, _WIDEST)
        self._safe = safe
        self._session = session
        self._file = file
        self._clipboard = clipboard
        self._dialogs = dialogs
        self._opener = opener
        self.path = LineField(say("Where your data is"))
        self.path.setReadOnly(True)
        self.path.setText(str(file.path))
        self.copy = Button(look, say("Copy"), icon="copy", name=say("Copy the path"))
        self.open_folder = Button(look, say("Open folder"), icon="folder-open")
        self.back_up = Button(look, say("Back up now"), icon="archive")
        self.export = Button(look, say("Export CSV"), icon="file-down")
        self.restore = Button(look, say("Bring back a backup…"), icon="archive-restore")
        self.told = {
            name: paragraph("", "secondary", look, "done") for name in ("file", "copy", "table")
        }
        self._build()
        self.copy.clicked.connect(self._copy_path)
        self.open_folder.clicked.connect(self._open_folder)
        self.back_up.clicked.connect(self._back_up)
        self.export.clicked.connect(self._export)
        self.restore.clicked.connect(self.restore_asked)
        look.changed.connect(self._refont)
        self._refont()

    def _build(self) -> None:
        look = self._look
        place = Card(
            look,
            say("Your data"),
            say("One file on this computer. Afterword sends nothing anywhere."),
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.path, 1)
        row.addWidget(self.copy)
        row.addWidget(self.open_folder)
        place.column.addLayout(row)
        place.column.addWidget(self.told["file"])
        copies = Card(look, say("Copies"))
        about = say("A whole copy of the file, checked, in the folder “backups” beside it.")
        copies.column.addWidget(Setting(look, say("Backup"), about, self.back_up))
        copies.column.addWidget(self.told["copy"])
        if self._safe is not None:
            about = say("See what each holds and what it would cost. Nothing changes by looking.")
            copies.column.addWidget(Setting(look, say("Bring back"), about, self.restore))
        copies.column.addWidget(Rule(look))
        about = say("One row for each application, for any spreadsheet. Letters are not in it.")
        copies.column.addWidget(Setting(look, say("Table"), about, self.export))
        copies.column.addWidget(self.told["table"])
        for words in self.told.values():
            words.hide()
        self.column.addWidget(place)
        self.column.addWidget(copies)
        self.deleted: DeletedCard | None = None
        if self._safe is not None:
            self.deleted = DeletedCard(look, self._session, self._safe)
            self.column.addWidget(ArchiveCard(look, self._safe, self._dialogs))
            self.column.addWidget(self.deleted)
            self.column.addWidget(EraseCard(look, self._safe))
        self.column.addStretch(1)

    @override
    def first(self) -> QWidget:
        return self.path

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.deleted is not None:
            self.deleted.refresh()

    def _tell(self, where: str, text: str, *, wrong: bool = False) -> None:
        """A sentence below what was pressed."""
        words = self.told[where]
        words.set_tone("late" if wrong else "done")
        words.setText(text)
        words.show()
        announce(self, text, assertive=wrong)

    def _copy_path(self) -> None:
        def done(there: bool) -> None:
            if there:
                self._tell("file", say("The path is on the clipboard."))
            else:
                self._tell("file", say("The clipboard is busy. Select the path instead."),
                           wrong=True)  # fmt: skip

        put_patiently(self._clipboard, str(self._file.path), "", done, self)

    def _open_folder(self) -> None:
        url = QUrl.fromLocalFile(str(self._file.path.parent))
        if self._opener.open(url.toString(QUrl.ComponentFormattingOption.FullyEncoded)):
            self.told["file"].hide()
        else:
            self._tell("file", say("No program opened the folder. Its path is above."), wrong=True)

    def _back_up(self) -> None:
        try:
            path = self._file.back_up(self._session.moment().now).path
        except StoreFault as fault:
            self._tell("copy", say("No copy was made: {why}", why=fault.sentence), wrong=True)
            return
        self._tell("copy", say("Copied to {path}", path=f"{path.parent.name}/{path.name}"))

    def _export(self) -> None:
        path = self._dialogs.save_path(say("Export CSV"), _TABLE)
        if path is None:
            return
        dossiers = self._session.dossiers()
        try:
            spreadsheet.save(path, spreadsheet.table(dossiers, self._session.moment()))
        except OSError as error:
            why = error.strerror or type(error).__name__
            text = say("{name} could not be written: {why}.", name=path.name, why=why)
            self._tell("table", text, wrong=True)
            return
        self._tell("table", _exported(path, len(dossiers)))

    def _refont(self) -> None:
        self.path.setFont(self._look.font("body"))


def _exported(path: Path, rows: int) -> str:
    """What the table holds, and where it is."""
    said = count(rows, "{n} application", "{n} applications")
    return say("{count} in {name}", count=said, name=path.name)
