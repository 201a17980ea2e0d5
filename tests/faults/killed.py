"""Promises 1 and 2: what was saved survives a killed program and a power cut."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from typing_extensions import override

from models.database import PRAGMAS, Database, open_database
from models.faults import FaultKind, StoreFault
from models.store import Store, open_store
from tests.faults import children, crash_images
from tests.faults.children import Child
from tests.faults.promises import Tally, control, promise
from tests.faults.records import FILE, filled, records


@promise(1, "Saved survives a killed program", rounds=60)
def survives_a_kill(tally: Tally) -> None:
    """SIGKILL at random moments of writing; the file goes through all of the rounds."""
    _kill(tally, children.write)


@control(1, "Saved before it is written is lost", rounds=6)
def saying_so_too_early_loses(tally: Tally) -> None:
    """A program that confirms first loses what it confirmed."""
    _kill(tally, children.tell_before_writing)


def _kill(tally: Tally, child: Child) -> None:
    path = tally.place("store") / FILE
    filled(path.parent, 0).close()
    for number in range(tally.rounds):
        if number % 20 == 19:
            path = tally.place(f"store {number}") / FILE
            filled(path.parent, 0).close()
        known = _count(path)
        acknowledged = children.killed(child, path, tally.chance)
        tally.faults += 1
        last = known - 1 if acknowledged in (None, -1) else acknowledged
        with closing(open_store(path)) as store:
            for what in _wrong(store, last):
                tally.expect(False, f"round {number}: {what}")
        with closing(sqlite3.connect(path)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
        tally.expect(sound and not loose, f"round {number}: the file is not sound")


def _count(path: Path) -> int:
    with closing(open_store(path)) as store:
        return len(store.dossiers())


def _wrong(store: Store, last: int) -> list[str]:
    """What is not as the last acknowledgement says, or as the one after it."""
    found = {str(one.opportunity.id): one for one in store.dossiers()}
    if len(found) not in (last + 1, last + 2):
        return [f"{len(found)} are there, {last + 1} were acknowledged"]
    wrong = []
    for number in range(len(found)):
        opportunity, person, message = records(number)
        dossier = found.get(str(opportunity.id))
        if dossier is None or (dossier.opportunity, *dossier.people, *dossier.messages) != (
            opportunity, person, message,
        ):  # fmt: skip
            wrong.append(f"number {number} is not whole")
    return wrong


class _Stubborn(Database):
    """A file on a system that ignores one of the settings."""

    name = ""

    @override
    def statement(self, sql: str) -> list[tuple[Any, ...]]:
        if self.name and sql == f"PRAGMA {self.name}":
            return [("otherwise",)]
        return super().statement(sql)


@promise(2, "Saved survives a power cut", rounds=400)
def survives_a_power_cut(tally: Tally) -> None:
    """Each setting takes or the file is not opened; crash images, where they can be recorded."""
    path = tally.place("store") / FILE
    filled(path.parent, 0).close()
    with closing(open_database(path)) as database:
        for name, _, expected in PRAGMAS:
            ((found,),) = database.statement(f"PRAGMA {name}")
            tally.expect(found == expected, f"{name} is {found}")
    for name, wanted, _ in PRAGMAS:  # each protection in turn does not take
        with closing(_Stubborn(path)) as database:
            database.name = name
            tally.faults += 1
            try:
                database.protect(2000)
            except StoreFault as fault:
                tally.expect(fault.kind is FaultKind.UNSAFE, f"{name}: {fault.kind}")
            else:
                tally.expect(False, f"{name} = {wanted} did not take, and nothing was said")
    if crash_images.can_record():
        crash_images.cut(tally, tally.place("images"), crash_images.OURS)


@control(2, "SQLite as it comes loses the last change", rounds=400)
def as_it_comes_loses(tally: Tally) -> None:
    """DELETE and FULL: the removal of the journal is not on the disk when COMMIT returns."""
    if crash_images.can_record():
        crash_images.cut(tally, tally.place("images"), crash_images.AS_IT_COMES)
    else:  # the same by hand: the journal of a finished commit is there again
        _journal_comes_back(tally)


def _journal_comes_back(tally: Tally) -> None:
    path = tally.place("store") / FILE
    filled(path.parent, 1).close()
    journal = path.with_name(f"{FILE}-journal")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE opportunity SET company = 'Saved'")
        connection.execute("PRAGMA cache_spill = 1")
        copy = shutil.copy(journal, path.with_name("kept")) if journal.exists() else None
        connection.execute("COMMIT")
    if copy is not None:
        Path(copy).rename(journal)
    tally.faults += 1
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT company FROM opportunity").fetchall()
    tally.expect(found == [("Saved",)], "the last change is gone")
