"""The letter on paper, over the window: looked at, printed, or saved as a PDF."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMarginsF, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.paper.letter import Paper, PaperLetter
from ui.paper.output import PaperFault, print_on, save_pdf
from ui.paper.pages import page_size
from ui.paper.preview import Preview
from ui.ports import Dialogs
from ui.theme import Look
from ui.widgets.button import Button, IconButton
from ui.widgets.label import label, paragraph
from ui.widgets.paint import paint_card_surface, painting
from ui.widgets.segment import Segment
from ui.widgets.toast import Notice
from ui.widgets.trap import focus_within
from ui.wording.say import count, say

_SHADE = 26
_WIDTH, _HEIGHT = 860, 900
_AIR = 24
_SIDE = 248
_UNSAFE = set('\\/:*?"<>|')

AskPrinter = Callable[[QWidget, QPrinter, Callable[[QPrinter], None]], None]
"""Lets the person choose a printer, and then calls with it; nothing where they do not."""


def ask_printer(parent: QWidget, printer: QPrinter, chosen: Callable[[QPrinter], None]) -> None:
    """The system's own printing dialog, over the window."""
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(lambda result: chosen(printer) if result else None)
    QDialog.open(dialog)  # its own open() wants the name of a slot


class PaperPanel(QWidget):
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
        ask: AskPrinter = ask_printer,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._host = parent
        self._letter = letter
        self._dialogs = dialogs
        self._ask = ask
        self._back = QApplication.focusWidget()
        self.paper = size
        self.preview = Preview(look)
        options = ((Paper.A4.value, say("A4")), (Paper.LETTER.value, say("US Letter")))
        self.sizes = Segment(look, say("Paper"), options)
        self.save = Button(look, say("Save as PDF"), "secondary", icon="file-down")
        self.print = Button(look, say("Print"), "primary", icon="printer")
        self._pages = label("", "body", look, "ink2")
        self._box = QWidget(self)
        self.setAccessibleName(say("On paper: {title}", title=letter.title))
        self._build()
        self._connect()
        self._choose(size.value)
        self._arrange()
        self.show()
        self.raise_()
        self.print.setFocus(Qt.FocusReason.PopupFocusReason)

    def _build(self) -> None:
        row = QHBoxLayout(self._box)
        row.setContentsMargins(_SHADE, _SHADE, _SHADE, _SHADE)
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
        self._host.installEventFilter(self)
        self._look.changed.connect(self.update)

    def dismiss(self) -> None:
        """Go for good, and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        if self._back is not None and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)
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
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(page_size(self.paper))
        printer.setFullPage(True)
        printer.setPageMargins(QMarginsF(0, 0, 0, 0))
        printer.setDocName(self._letter.title)
        self._ask(self.window(), printer, self._print_on)

    def _print_on(self, printer: QPrinter) -> None:
        try:
            print_on(printer, self._letter, printer.resolution())
        except PaperFault as fault:
            self._say(str(fault), urgent=True)
            return
        self._say(say("Handed to the printer"))
        self.printed.emit()

    def _say(self, text: str, *, urgent: bool = False) -> None:
        self.said.emit(Notice(text, urgent=urgent))

    def _arrange(self) -> None:
        """In the middle, with air around it where there is some."""
        self.setGeometry(self._host.rect())
        width = min(_WIDTH, self.width() - 2 * _AIR) + 2 * _SHADE
        height = min(_HEIGHT, self.height() - 2 * _AIR) + 2 * _SHADE
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self._box.setGeometry(QRect(left, top, width, height))
        self.update()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return focus_within(self, forward=next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            event.accept()  # nothing under the panel hears keys

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        inner = self._box.geometry().adjusted(_SHADE, _SHADE, -_SHADE, -_SHADE)
        if not inner.contains(event.position().toPoint()):
            self.dismiss()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.scrim)
            box = QRectF(self._box.geometry()).adjusted(_SHADE, _SHADE, -_SHADE, -_SHADE)
            paint_card_surface(painter, box, self._look, 3, theme.line, 14, theme.canvas)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._host:
            self._arrange()
        return super().eventFilter(watched, event)
