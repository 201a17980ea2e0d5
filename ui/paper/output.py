"""A letter out of the window: as a PDF file, or on a printer."""

import errno
import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPainter, QPdfWriter

from ui.new_id import new_id
from ui.paper.letter import Paper, PaperLetter
from ui.paper.pages import Page, lay_out, page_size, points
from ui.wording.say import say

_FOLDER_GONE = {errno.ENOENT, errno.ENOTDIR}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_BAD_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.EISDIR}


class PaperFault(Exception):  # noqa: N818  # a fault of the world, no mistake of ours
    """The letter did not get out; the message is a sentence for the person."""


def pdf(letter: PaperLetter, paper: Paper) -> bytes:
    """The letter as a PDF with its fonts inside."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(letter.title)
    writer.setCreator("Afterword")
    writer.setPageSize(page_size(paper))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    _draw(writer, lay_out(letter, points(paper)), writer.resolution())
    data: bytes = bytes(buffer.data().data())
    return data


def save_pdf(letter: PaperLetter, paper: Paper, path: Path) -> None:
    """Save the letter as a PDF; what was at that path stays unless all of it is written.

    Raises PaperFault.
    """
    data = pdf(letter, paper)
    target = path.resolve()
    part = target.with_name(f".{new_id()}.part")
    try:
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        try:
            with part.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise PaperFault(_why(error, path)) from error


def print_on(printer: QPagedPaintDevice, letter: PaperLetter, resolution: int) -> None:
    """Print the letter on whatever paper the printer was set to. Raises PaperFault."""
    sheet = printer.pageLayout().fullRectPoints()
    _draw(printer, lay_out(letter, QSizeF(sheet.size())), resolution)


def _draw(device: QPagedPaintDevice, pages: tuple[Page, ...], resolution: int) -> None:
    """Draw pages of points onto a device of that many dots an inch."""
    painter = QPainter()
    if not painter.begin(device):
        raise PaperFault(
            say("The printer did not take the letter. Nothing was printed; choose it again.")
        )
    try:
        painter.scale(resolution / 72, resolution / 72)
        for number, page in enumerate(pages):
            if number and not device.newPage():
                raise PaperFault(
                    say("The printer stopped before page {n}. See to it, then print again.",
                        n=number + 1)
                )  # fmt: skip
            page.draw(painter)
    finally:
        painter.end()


def _why(error: OSError, path: Path) -> str:
    """What happened, where, what was not changed and what to do."""
    name, folder = path.name, str(path.parent)
    if error.errno in _FOLDER_GONE:
        return say(
            "{name} was not saved: the folder {folder} is not there. Choose another folder.",
            name=name,
            folder=folder,
        )
    if error.errno in _NOT_ALLOWED:
        return say(
            "{name} was not saved: {folder} does not allow it. Nothing there was changed; choose"
            " another folder or another name.",
            name=name,
            folder=folder,
        )
    if error.errno in _NO_ROOM:
        return say(
            "{name} was not saved: the disk of {folder} is full. Nothing there was changed; free"
            " some space or choose another disk.",
            name=name,
            folder=folder,
        )
    if error.errno in _BAD_NAME:
        return say(
            "{name} was not saved in {folder}: it cannot be the name of a file there. Choose"
            " another name.",
            name=name,
            folder=folder,
        )
    return say(
        "{name} was not saved: the disk of {folder} gave an error. Nothing there was changed; try"
        " another place.",
        name=name,
        folder=folder,
    )
