"""Processes that are killed in the middle of what they do.

They come from a fork server that has loaded everything, so that a round costs milliseconds.
Each sends what it has confirmed; whoever listens kills it when it likes.
"""

import multiprocessing
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any

from models.backups import Reason, listed
from models.bringing_back import bring_back
from models.database import open_database
from models.migrations import MIGRATIONS
from models.store import open_store
from tests.faults import records

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.faults.children", "tests.faults.programs"])
_WAIT = 30.0

Child = Callable[[Path, Connection], None]


def killed(child: Child, path: Path, chance: Random, most: int = 20, pause: float = 0.02) -> Any:
    """Kill the child after some of its messages and a moment more; the last message it sent."""
    found = listened(child, path, chance, most, pause)
    return found[-1] if found else None


def write(path: Path, tell: Connection) -> None:
    """Write one application after the other, and say so each time."""
    store = open_store(path)
    tell.send(-1)
    number = len(store.dossiers())
    while True:
        store.write(records.adding(number))
        tell.send(number)
        number += 1


def tell_before_writing(path: Path, tell: Connection) -> None:
    """The control: it is said to be saved, and then written."""
    store = open_store(path)
    tell.send(-1)
    number = len(store.dossiers())
    while True:
        tell.send(number)
        tell.send(number + 1)
        store.write(records.adding(number))
        number += 1


def back_up(path: Path, tell: Connection) -> None:
    """Make one backup after the other."""
    store = open_store(path)
    while True:
        tell.send(0)
        made = store.back_up(records.THEN, Reason.CHANGES)
        tell.send(made.number)


def bring_back_again_and_again(path: Path, tell: Connection) -> None:
    """Bring the two backups back in turn."""
    with closing(open_database(path)) as database:
        while True:
            for backup in listed(path):
                tell.send(backup.number)
                bring_back(database, backup)


def upgrade(path: Path, tell: Connection) -> None:
    """Open an older file with a program that knows two more versions, and say each step."""

    def said(step: Callable[[sqlite3.Connection], None]) -> Callable[[sqlite3.Connection], None]:
        def run(connection: sqlite3.Connection) -> None:
            tell.send(step.__name__)
            step(connection)
            tell.send(f"{step.__name__} done")

        return run

    tell.send("open")
    open_database(path, (*MIGRATIONS, *map(said, NEWER))).close()
    tell.send("upgraded")


def rebuild_the_parent(connection: sqlite3.Connection) -> None:
    """Make the table others refer to anew, as dropping NOT NULL does."""
    (sql,) = connection.execute(
        "SELECT sql FROM sqlite_master WHERE name = 'opportunity'"
    ).fetchone()
    connection.execute(sql.replace("TABLE opportunity", "TABLE new_one"))
    connection.execute("INSERT INTO new_one SELECT * FROM opportunity")
    connection.execute("DROP TABLE opportunity")
    connection.execute("ALTER TABLE new_one RENAME TO opportunity")


def add_a_column(connection: sqlite3.Connection) -> None:
    """A column more, filled for every row."""
    connection.execute("ALTER TABLE message ADD COLUMN words INTEGER NOT NULL DEFAULT 0")
    connection.execute("UPDATE message SET words = length(body)")


NEWER = (rebuild_the_parent, add_a_column)


def listened(child: Child, path: Path, chance: Random, most: int, pause: float = 0.0) -> list[Any]:
    """Kill the child after some of its messages and a moment more; all that it sent."""
    here, there = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=child, args=(path, there), daemon=True)
    process.start()
    there.close()
    found: list[Any] = []
    try:
        for _ in range(chance.randint(1, most)):
            if not here.poll(_WAIT):
                raise RuntimeError("the child says nothing")
            found.append(here.recv())
        process.join(chance.uniform(0, pause))  # unless it ends of itself before that
        process.kill()
        process.join(_WAIT)
        while here.poll():
            found.append(here.recv())
    except EOFError:
        pass
    finally:
        process.kill()
        process.join(_WAIT)
        here.close()
    return found


def told(child: Child, path: Path, count: int) -> list[Any]:
    """So many messages of a child that ends of itself; fewer if it dies before."""
    here, there = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=child, args=(path, there), daemon=True)
    process.start()
    there.close()
    found: list[Any] = []
    try:
        while len(found) < count and here.poll(_WAIT):
            found.append(here.recv())
        process.join(_WAIT)
    except EOFError:
        process.join(_WAIT)
    finally:
        process.kill()
        here.close()
    if len(found) < count or process.exitcode != 0:
        found.append(("process", False, f"ended with {process.exitcode}", False))
    return found


@contextmanager
def together(child: Child, path: Path, count: int) -> Iterator[list[Any]]:
    """So many children at once; the first message of each, while they still live."""
    pipes = [_CONTEXT.Pipe(duplex=False) for _ in range(count)]
    started = [
        _CONTEXT.Process(target=child, args=(path, there), daemon=True) for _, there in pipes
    ]
    for process in started:
        process.start()
    try:
        yield [here.recv() if here.poll(_WAIT) else "silent" for here, _ in pipes]
    finally:
        for process in started:
            process.kill()
            process.join(_WAIT)
        for here, there in pipes:
            here.close()
            there.close()
