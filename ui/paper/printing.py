"""The system's printers, apart from the rest because they take a while to load."""

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ui.paper.letter import Paper
from ui.paper.pages import page_size


def printer_for(title: str, paper: Paper) -> QPrinter:
    """The usual printer with that paper; the letter brings its own margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(page_size(paper))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setDocName(title)
    return printer


def ask_printer(parent: QWidget, printer: QPrinter, chosen: Callable[[QPrinter], None]) -> None:
    """The system's own printing dialog, over the window; `chosen` hears of a yes."""
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(lambda result: chosen(printer) if result else None)
    QDialog.open(dialog)  # its own open() wants the name of a slot
