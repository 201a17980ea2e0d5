"""Bring back a backup: which there are, what is in each, and what it would cost."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from models.backups import Backup
from models.faults import StoreFault
from rules.differences import compare
from rules.records import Dossier
from ui.safe import Safe
from ui.settings.parts import Card, Folded, Picker, Sheet
from ui.theme import Look
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.label import label, paragraph
from ui.widgets.later_page import LaterPage
from ui.wording.keeping import card_words, counts_words, lost_words, named, reason_words
from ui.wording.say import say
from ui.wording.times import capital

_LIST = 250
_WIDEST = 680


class RestorePage(LaterPage):
    """Changes nothing but by its one button. `left` goes back to where one came from."""

    left = Signal()

    def __init__(self, look: Look, safe: Safe) -> None:
        super().__init__()
        self._look = look
        self._safe = safe
        self._chosen: Backup | None = None
        self.setAccessibleName(say("Bring back a backup"))
        self.back = Button(look, say("Back"), "quiet")
        self.undo = Button(look, say("Undo bringing back"), icon="undo-2")
        self.bring_back = Button(look, say("Bring this back"), "primary", icon="archive-restore")
        self.told = paragraph("", "body", look, "late")
        self.list: Picker | None = None
        self._row = QHBoxLayout()
        self._list_holder = QWidget(self)
        self._detail = QWidget(self)
        self._keep_button()
        self._build()
        self.back.clicked.connect(self.left)
        self.undo.clicked.connect(lambda: self._try(self._safe.undo))
        self.bring_back.clicked.connect(self._bring_back)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(say("Bring back a backup"), "page_title", self._look), 1)
        head.addWidget(self.undo)
        head.addWidget(self.back)
        words.addLayout(head)
        about = say("Each was checked when it was made. Looking at one changes nothing.")
        words.addWidget(paragraph(about, "body", self._look, "ink2"))
        words.addWidget(self.told)
        self.told.hide()
        self._row.setSpacing(20)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 12, 24, 16)
        page.setSpacing(14)
        page.addLayout(words)
        page.addLayout(self._row, 1)

    def _keep_button(self) -> None:
        """The button belongs to the page while no card holds it, and goes with no card."""
        self.bring_back.setParent(self)
        self.bring_back.hide()

    def refresh(self) -> None:
        """Show what is there now, the newest chosen."""
        self._keep_button()
        backups = self._safe.backups()
        self.undo.setVisible(self._safe.can_undo)
        for holder in (self._list_holder, self._detail):
            self._row.removeWidget(holder)
            holder.hide()
            holder.deleteLater()
        self._chosen = None
        if not backups:
            self.list = None
            self._list_holder = QWidget(self)
            nothing = say("There is no backup yet. The first is made after your first change.")
            self._detail = paragraph(nothing, "body", self._look, "ink2")
            self._row.addWidget(self._detail, 1, Qt.AlignmentFlag.AlignTop)
            return
        options = [
            (one.path.name, capital(self._safe.when(one.made_at)), "history") for one in backups
        ]
        self.list = Picker(self._look, say("Backups"), options)
        folded = Folded(self.list)
        folded.fold(self._look.px(_LIST), 120)
        by_name = {one.path.name: one for one in backups}
        self.list.picked.connect(lambda key: self._show(by_name[key]))
        self._list_holder, self._detail = folded, QWidget(self)
        self._row.addWidget(folded)
        self._row.addWidget(self._detail, 1)
        self._show(backups[0])

    @override
    def take_focus(self) -> None:
        if self.list is not None:
            self.list.take_focus()
        else:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, backup: Backup) -> None:
        """What one holds, and what it would cost to bring it back."""
        self._chosen = backup
        self._keep_button()
        sheet = Sheet(self._look, _WIDEST)
        title = capital(self._safe.when(backup.made_at))
        card = Card(self._look, title, reason_words(backup.reason))
        column = card.column
        inside = self._look_into(backup, card)
        self.bring_back.setEnabled(inside is not False)
        if isinstance(inside, tuple):
            now = self._safe.now()
            found = compare(now or (), inside)
            cost = lost_words(found)
            if now is None:
                cost = say("The file as it is cannot be opened. It is kept in “damaged”.")
            gone = [say("Gone: {card}", card=card_words(one)) for one in found.lost[:6]]
            self._part(card, say("What would be lost"), [cost, *gone])
            self._part(card, say("What is in it"), named(inside) or [say("No cards")])
        column.addWidget(self.bring_back)
        self.bring_back.show()
        sheet.column.addWidget(card)
        sheet.column.addStretch(1)
        self._row.replaceWidget(self._detail, sheet)
        self._detail.hide()
        self._detail.deleteLater()
        self._detail = sheet

    def _look_into(self, backup: Backup, card: Card) -> tuple[Dossier, ...] | bool | None:
        """Its cards; None where only their number is known, False where it cannot come back."""
        look, column = self._look, card.column
        column.addWidget(label(counts_words(backup.counts), "card_title", look))
        try:
            inside = self._safe.inside(backup)
        except StoreFault as fault:
            column.addWidget(paragraph(fault.sentence, "body", look, "late"))
            return False
        column.addWidget(label(say("Checked just now: whole"), "body", look, "done"))
        return inside

    def _part(self, card: Card, title: str, lines: list[str]) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(title, "section", self._look))
        for line in lines:
            words.addWidget(paragraph(line, "body", self._look, "ink2"))
        card.column.addLayout(words)

    def _bring_back(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self._try(lambda: self._safe.bring_back(chosen))

    def _try(self, act: Callable[[], None]) -> None:
        """Do it; what went wrong is said here, for there may be no window to say it in."""
        try:
            act()
        except StoreFault as fault:
            self.told.setText(fault.sentence)
            self.told.show()
            announce(self, fault.sentence, assertive=True)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.told.hide()
        self.refresh()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.ignore()
