"""The one SQLite file, opened safely: made, migrated, its settings proved, written in one place."""

import contextlib
import logging
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import peewee

from models import backups
from models.backup import sync_folder
from models.faults import FaultKind, StoreFault, kind_of
from models.migrations import MIGRATIONS, Migration, migrate, version_of
from models.probe import State, address, as_fault, beside, probe

# Peewee would write every statement with its values, letters and names too, to a debug log.
logging.getLogger("peewee").setLevel(logging.INFO)

PATIENCE = 2000  # milliseconds to wait for another program's lock
PRAGMAS: tuple[tuple[str, str | int, str | int], ...] = (  # name, as set, as read back
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
    ("locking_mode", "NORMAL", "normal"),
    ("foreign_keys", 1, 1),
    ("trusted_schema", 0, 0),
    ("cell_size_check", 1, 1),
    ("secure_delete", 1, 1),
)


class Database:
    """The open file: one connection, used by one thread. Statements go in as Peewee queries."""

    def __init__(
        self, path: Path, patience: int = PATIENCE, *, refusal: FaultKind | None = None
    ) -> None:
        """Open an existing file; `open_database` looks at it first.

        With a `refusal` it is opened for reading alone, and each write is refused with it.
        """
        self.path = path
        self._refusal = refusal
        # Peewee's stubs leave most arguments untyped; it is spoken to through Any, here alone.
        self._peewee: Any = peewee.SqliteDatabase(
            address(path, "mode=rw" if refusal is None else "mode=ro"),
            thread_safe=False,
            autoconnect=False,
            uri=True,
            timeout=patience / 1000,
        )
        with self.faults():
            self._peewee.connect()
        try:
            with self.faults():
                if refusal is None:
                    self.protect(patience)
                version_of(self.connection)  # the first look inside takes back a half change
                found = path.stat()
        except BaseException:
            self.close()
            raise
        self._identity = (found.st_dev, found.st_ino)

    @property
    def connection(self) -> sqlite3.Connection:
        """SQLite's own connection, for backups and migrations."""
        if self._peewee.is_closed():
            raise RuntimeError("the store is closed")
        connection: sqlite3.Connection = self._peewee.connection()
        return connection

    def run(self, query: peewee.Query) -> int:
        """Execute a query that writes; how many rows it touched."""
        touched: int = self._peewee.execute(query).rowcount
        return touched

    def rows(self, query: peewee.Query) -> list[tuple[Any, ...]]:
        """Every row a query finds, as SQLite gives them."""
        rows: list[tuple[Any, ...]] = self._peewee.execute(query).fetchall()
        return rows

    def statement(self, sql: str) -> list[tuple[Any, ...]]:
        """Execute plain SQL without values."""
        rows: list[tuple[Any, ...]] = self._peewee.execute_sql(sql).fetchall()
        return rows

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside, or none of it.

        The first error is the one that counts: what the disk or SQLite says becomes a
        StoreFault, a row that breaks a rule of the schema a ValueError, anything else goes on
        as it is; the file is as it was before.
        """
        if self.connection.in_transaction:
            raise RuntimeError("a write is already running")
        if self._refusal is not None:
            raise StoreFault(self._refusal, self.path, "open for reading alone")
        with self.faults():
            try:
                self.statement("BEGIN IMMEDIATE")
                yield
                self.statement("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Name whatever SQLite says while this runs."""
        try:
            yield
        except (peewee.IntegrityError, peewee.DataError) as error:
            raise ValueError(f"the change breaks a rule of the schema: {error}") from error
        except (peewee.ProgrammingError, sqlite3.ProgrammingError):
            raise  # a mistake of ours, not the file's
        except (peewee.DatabaseError, sqlite3.Error, OSError) as error:
            kind = FaultKind.FILE_MOVED if self._moved() else kind_of(error)
            raise StoreFault(kind, self.path, str(error)) from error

    def protect(self, patience: int) -> None:
        """Set what keeps the records safe, and read each setting back."""
        for name, wanted, expected in (("busy_timeout", patience, patience), *PRAGMAS):
            self.statement(f"PRAGMA {name} = {wanted}")
            ((found,),) = self.statement(f"PRAGMA {name}")
            if found != expected:
                raise StoreFault(FaultKind.UNSAFE, self.path, f"{name} is {found}, not {expected}")

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        self._peewee.close()

    def _roll_back(self) -> None:
        if self.connection.in_transaction:  # a full disk may have ended it already
            with contextlib.suppress(peewee.PeeweeException, sqlite3.Error):
                self.statement("ROLLBACK")

    def _moved(self) -> bool:
        """Whether the file at our path is no longer the one we opened."""
        identity = getattr(self, "_identity", None)
        if identity is None:
            return False
        try:
            found = self.path.stat()
        except OSError:
            return True
        return bool(identity != (found.st_dev, found.st_ino))


def open_database(
    path: Path,
    migrations: Sequence[Migration] = MIGRATIONS,
    patience: int = PATIENCE,
    *,
    afresh: bool = False,
) -> Database:
    """Open the file at `path`; make it where none ever was, migrate it where it is older.

    `afresh`: make it where it is missing, too.

    A StoreFault says why it cannot be; then the file is as it was, byte for byte.
    """
    state = probe(path, len(migrations), patience, afresh=afresh)
    if state is State.NEW:
        with as_fault(path):
            _create(path, migrations)
    database = Database(path, patience)
    try:
        if state is State.CUT_OFF:
            state = probe(path, len(migrations), patience)
        if state is State.OLDER:
            _migrate(database, migrations, patience)
        _keep_private(path)
    except BaseException:
        database.close()
        raise
    return database


def _create(path: Path, migrations: Sequence[Migration]) -> None:
    """Make the whole file under another name first: a crash leaves no empty store behind."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = beside(path, ".new")
    journal = beside(part, "-journal")
    try:
        for leftover in (part, journal):
            leftover.unlink(missing_ok=True)
        part.touch(mode=0o600, exist_ok=False)
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = EXTRA")
            connection.execute("PRAGMA secure_delete = 1")
            migrate(connection, migrations)
        part.rename(path)
        sync_folder(path.parent)
    finally:
        for leftover in (part, journal):
            leftover.unlink(missing_ok=True)


def _migrate(database: Database, migrations: Sequence[Migration], patience: int) -> None:
    """Back the file up, then bring it up to date; on any error it is what it was."""
    connection = database.connection
    try:
        # No clock is known here; the file's own date says how old what it holds is.
        at = datetime.fromtimestamp(database.path.stat().st_mtime, UTC)
        backups.make(connection, database.path, backups.Reason.MIGRATION, at)
        migrate(connection, migrations)
    except Exception as error:
        kind = kind_of(error)
        if kind is FaultKind.FAILED:
            kind = FaultKind.NOT_UPGRADED
        raise StoreFault(kind, database.path, str(error)) from error
    with database.faults():
        database.protect(patience)


def _keep_private(path: Path) -> None:
    """Take the file from everybody else, where the file system knows permissions."""
    if os.name == "posix" and path.stat().st_mode & 0o077:
        with contextlib.suppress(OSError):
            path.chmod(0o600)
