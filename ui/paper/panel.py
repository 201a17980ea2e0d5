"""The letter on paper, over the window: looked at, printed, or saved as a PDF."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.paper.letter import Paper, PaperLetter
from ui.paper.output import PaperFault, print_on, save_pdf
from ui.paper.preview import Preview
from ui.ports import Dialogs
from ui.theme import Look
from ui.widgets.button import Button, IconButton
from ui.widgets.label import label, paragraph
from ui.widgets.over_panel import SHADE, OverPanel
from ui.widgets.segment import Segment
from ui.widgets.toast import Notice
from ui.wording.say import count, say

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_WIDTH, _HEIGHT = 860, 900
_SIDE = 248
_UNSAFE = set('\\/:*?"<>|')

AskPrinter: TypeAlias = "Callable[[QWidget, QPrinter, Callable[[QPrinter], None]], None]"
"""Lets the person choose a printer, and then calls with it; nothing where they do not."""


class PaperPanel(OverPanel):
    """Lies over its parent until it is dismissed.

    `printed` tells that a printer took the letter, `saved` where a PDF of it is: neither counts
    as sent until the person says that it went out (RULES 0.8).
    """

    said = Signal(object)
    printed = Signal()
    saved = Signal(object)
    dismissed = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        letter: PaperLetter,
        size: Paper,
        dialogs: Dialogs,
        ask: "AskPrinter | None" = None,
    ) -> None:
        name = say("On paper: {title}", title=letter.title)
        super().__init__(look, parent, name, _WIDTH, "canvas")
        self._letter = letter
        self._dialogs = dialogs
        self._ask = ask
        self.paper = size
        self.preview = Preview(look)
        options = ((Paper.A4.value, say("A4")), (Paper.LETTER.value, say("US Letter")))
        self.sizes = Segment(look, say("Paper"), options)
        self.save = Button(look, say("Save as PDF"), "secondary", icon="file-down")
        self.print = Button(look, say("Print"), "primary", icon="printer")
        self._pages = label("", "body", look, "ink2")
        self._build()
        self._connect()
        self._choose(size.value)
        self.come_up(self.print)

    def _build(self) -> None:
        self.column.setContentsMargins(SHADE, SHADE, SHADE, SHADE)
        row = QHBoxLayout()
        self.column.addLayout(row)
        row.setSpacing(0)
        row.addWidget(self.preview, 1)
        side = QWidget()
        side.setFixedWidth(self._look.px(_SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(label(say("On paper"), "section", self._look), 1)
        self.close_button = IconButton(self._look, "x", say("Close"), "Esc", side=28, size=16)
        head.addWidget(self.close_button)
        column.addLayout(head)
        column.addWidget(self.sizes, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._pages)
        hint = say("Sign it by hand above your name. It counts once you say that it went out.")
        column.addWidget(paragraph(hint, "secondary", self._look, "ink2"))
        column.addStretch()
        for button in (self.print, self.save):
            column.addWidget(button)
        row.addWidget(side)

    def _connect(self) -> None:
        self.sizes.chosen.connect(self._choose)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self.close_button.clicked.connect(self.dismiss)

    @override
    def wanted_height(self, width: int) -> int:
        return _HEIGHT

    @override
    def dismiss(self) -> None:
        """Go for good, and give the focus back."""
        if self.isVisible():
            super().dismiss()
            self.dismissed.emit()
            self.deleteLater()

    def _choose(self, key: str) -> None:
        """Other paper."""
        self.paper = Paper(key)
        self.sizes.set_current(key)
        pages = self.preview.show_letter(self._letter, self.paper)
        self._pages.setText(count(pages, "{n} page", "{n} pages"))

    def _save(self) -> None:
        """Ask where, and save it there."""
        title = self._letter.title
        name = "".join(" " if one in _UNSAFE or ord(one) < 32 else one for one in title).strip(" .")
        path = self._dialogs.save_path(say("Save as PDF"), f"{name[:80] or 'Letter'}.pdf")
        if path is None:
            return
        if path.suffix.lower() != ".pdf":  # the dialog asked about another name than this one
            path = path.with_name(f"{path.name}.pdf")
            if path.exists():
                self._say(say("{name} is there already and was kept. Choose another name.",
                              name=path.name), urgent=True)  # fmt: skip
                return
        try:
            save_pdf(self._letter, self.paper, path)
        except PaperFault as fault:
            self._say(str(fault), urgent=True)
            return
        folder = str(path.parent)
        self._say(say("Saved {name} in {folder}", name=path.name, folder=folder))
        self.saved.emit(Path(path))

    def _print(self) -> None:
        """Ask for a printer and print there."""
        from ui.paper import printing  # few print: it is loaded then

        ask = self._ask or printing.ask_printer
        printer = printing.printer_for(self._letter.title, self.paper)
        ask(self.window(), printer, self._print_on)

    def _print_on(self, printer: "QPrinter") -> None:
        try:
            print_on(printer, self._letter, printer.resolution())
        except PaperFault as fault:
            self._say(str(fault), urgent=True)
            return
        self._say(say("Handed to the printer"))
        self.printed.emit()

    def _say(self, text: str, *, urgent: bool = False) -> None:
        self.said.emit(Notice(text, urgent=urgent))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        event.accept()  # nothing under the panel hears keys
