"""What is done with everything at once: backed up, brought back, written out, read in, erased."""

import shutil
from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models import backups
from models.backups import Backup, Reason
from models.bringing_back import put_aside, put_in_place, refuse_unless_sound
from models.content import Content
from models.exchange import archive
from models.faults import FaultKind, StoreFault
from models.migrations import VERSION
from models.salvage import salvage
from models.store import Store, look_into, save_salvaged
from rules.records import Dossier
from ui.logs import start_logging, stop_logging
from ui.version import version
from ui.widgets.toast import Notice
from ui.wording.say import say
from ui.wording.times import moment_words

_LEFT = ("backups", "rescue", "damaged", "attachments", "view.ini", "view.ini.bad")
"""What lies beside the file and the log; the file itself goes last."""


class Safe(QObject):
    """Lives as long as the program; `store` is the open one, or None where none could be opened.

    Before anything is put in the place of everything it emits `leaving`, and what is there is
    backed up; afterwards `replaced`, with what is to be said once the window is there again.
    """

    leaving = Signal()
    replaced = Signal(object)

    def __init__(self, path: Path, clock: Callable[[], datetime], zone: tzinfo) -> None:
        super().__init__()
        self.path = path
        self.store: Store | None = None
        self._clock = clock
        self._zone = zone
        self._before: Backup | None = None

    def when(self, at: datetime) -> str:
        """A moment in words of today's calendar."""
        return moment_words(at, self._clock(), self._zone)

    def backups(self) -> tuple[Backup, ...]:
        """Every backup, newest first."""
        return backups.listed(self.path)

    def is_sound(self, backup: Backup) -> bool:
        """Whether it is still what was checked when it was made."""
        return backups.is_sound(backup)

    def inside(self, backup: Backup) -> tuple[Dossier, ...] | None:
        """The cards of a backup; None where an older version of the program made it. StoreFault."""
        refuse_unless_sound(backup)
        if backup.version != VERSION:
            return None
        store = look_into(backup.path, FaultKind.READ_ONLY)
        try:
            return store.dossiers()
        finally:
            store.close()

    def now(self) -> tuple[Dossier, ...] | None:
        """The cards as they are; None where the file cannot be opened."""
        return self.store.dossiers() if self.store is not None else None

    @property
    def can_undo(self) -> bool:
        """Whether something was brought back since the start."""
        return self._before is not None and self.store is not None

    def bring_back(self, backup: Backup) -> None:
        """Put a backup in the place of everything. StoreFault, with nothing changed."""
        words = say("Brought back from {when}", when=self.when(backup.made_at))
        if self.store is None:
            put_in_place(self.path, backup)
            self.replaced.emit(Notice(words))
            return
        refuse_unless_sound(backup)
        store = self._secure()
        store.bring_back(backup)
        self.replaced.emit(Notice(words, say("Undo"), self.undo))

    def undo(self) -> None:
        """Take the last bringing back back. StoreFault."""
        before = self._before
        if before is None or self.store is None:
            return
        self._secure().bring_back(before)
        self.replaced.emit(Notice(say("As it was before"), say("Redo"), self.undo, icon="undo-2"))

    def save_archive(self, path: Path) -> Content:
        """Write everything to one file; what was written. StoreFault, OSError."""
        self.leaving.emit()
        content = self._open_store().content()
        archive.save(path, content, self._clock(), version())
        return content

    def replace(self, content: Content) -> None:
        """Put what an archive says in the place of everything. StoreFault, ValueError."""
        self._secure().replace(content)
        self.replaced.emit(Notice(say("Everything is brought back"), say("Undo"), self.undo))

    def save_readable(self, path: Path) -> int:
        """Write what can be read of a damaged file as an archive; how many records. StoreFault."""
        found = salvage(self.path)
        archive.save(path, found.content, self._clock(), version())
        return len(found.content.records)

    def repair(self) -> None:
        """Make a new file of what can be read of the damaged one, which is kept. StoreFault."""
        found = salvage(self.path)
        part = self.path.with_name("repaired")
        shutil.rmtree(part, ignore_errors=True)
        save_salvaged(found, part / self.path.name)
        put_aside(self.path)
        (part / self.path.name).rename(self.path)
        shutil.rmtree(part, ignore_errors=True)
        self.replaced.emit(Notice(say("What could be read is here again")))

    def erase(self) -> None:
        """Take everything away, the file last. OSError as a StoreFault; then some of it is left."""
        folder = self.path.parent
        stop_logging()
        try:
            for name in (*_LEFT, "logs"):
                _remove(folder / name)
            if self.store is not None:
                self.store.close()
                self.store = None
            for ending in ("-journal", "-wal", "-shm", ""):
                _remove(self.path.with_name(self.path.name + ending))
        except OSError as error:
            raise StoreFault(FaultKind.CANNOT_OPEN, folder, str(error)) from error
        finally:
            start_logging(folder)
            self._before = None
        self.replaced.emit(Notice(say("Everything is erased")))

    def _open_store(self) -> Store:
        if self.store is None:
            raise StoreFault(FaultKind.CANNOT_OPEN, self.path)
        return self.store

    def _secure(self) -> Store:
        """The store, once what is typed is kept and what is there is backed up."""
        store = self._open_store()
        self.leaving.emit()
        self._before = store.back_up(self._clock(), Reason.BRINGING_BACK)
        return store


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
