"""The versions of the file: one plain function each, oldest first, never edited once released.

Each speaks SQL of its own and knows none of today's tables.
"""

import sqlite3
from collections.abc import Callable, Sequence
from typing import TypeAlias

Migration: TypeAlias = Callable[[sqlite3.Connection], None]

APPLICATION_ID = 0x41667477  # "Aftw"

# A reference is looked at when the transaction commits: the rows of one change may come in any
# order, and a row others still refer to cannot be taken away. Nothing is ever deleted unasked.
_FIRST_SCHEMA = (
    """CREATE TABLE opportunity (
        id TEXT NOT NULL PRIMARY KEY,
        company TEXT NOT NULL,
        role TEXT NOT NULL,
        link TEXT NOT NULL,
        notes TEXT NOT NULL,
        applied_at TEXT,
        closing TEXT,
        no_contact INTEGER NOT NULL,
        agency INTEGER NOT NULL,
        direct_contact_ok INTEGER NOT NULL,
        employer_kind TEXT NOT NULL,
        country TEXT NOT NULL,
        zone TEXT NOT NULL,
        outcome TEXT,
        outcome_at TEXT,
        place REAL NOT NULL,
        snoozed_until TEXT,
        snoozed_matter TEXT NOT NULL,
        created_at TEXT NOT NULL,
        deleted_at TEXT
    )""",
    """CREATE TABLE person (
        id TEXT NOT NULL PRIMARY KEY,
        opportunity_id TEXT NOT NULL REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL,
        email TEXT NOT NULL,
        part TEXT NOT NULL,
        main_contact INTEGER NOT NULL,
        postal_address TEXT NOT NULL,
        place REAL NOT NULL
    )""",
    """CREATE TABLE interview (
        id TEXT NOT NULL PRIMARY KEY,
        opportunity_id TEXT NOT NULL REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL,
        start TEXT,
        "end" TEXT,
        end_estimated INTEGER NOT NULL,
        zone TEXT NOT NULL,
        "where" TEXT NOT NULL,
        met TEXT NOT NULL,
        skipped TEXT NOT NULL,
        decides_at_once INTEGER NOT NULL,
        joined INTEGER,
        notes TEXT NOT NULL
    )""",
    """CREATE TABLE highlight (
        id TEXT NOT NULL PRIMARY KEY,
        interview_id TEXT NOT NULL REFERENCES interview DEFERRABLE INITIALLY DEFERRED,
        text TEXT NOT NULL,
        used_for TEXT NOT NULL,
        place REAL NOT NULL
    )""",
    """CREATE TABLE message (
        id TEXT NOT NULL PRIMARY KEY,
        opportunity_id TEXT NOT NULL REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        interview_id TEXT REFERENCES interview DEFERRABLE INITIALLY DEFERRED,
        person_id TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL,
        channel TEXT NOT NULL,
        sent_at TEXT NOT NULL,
        to_name TEXT NOT NULL,
        to_address TEXT NOT NULL,
        subject TEXT NOT NULL,
        body TEXT NOT NULL,
        original TEXT NOT NULL,
        names TEXT NOT NULL,
        outside INTEGER NOT NULL,
        unsent_at TEXT,
        bounced_at TEXT
    )""",
    """CREATE TABLE fact (
        id TEXT NOT NULL PRIMARY KEY,
        opportunity_id TEXT NOT NULL REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL,
        at TEXT NOT NULL,
        day TEXT,
        interview_id TEXT REFERENCES interview DEFERRABLE INITIALLY DEFERRED,
        person_id TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED,
        text TEXT NOT NULL
    )""",
    # A draft outlives what it was written for: undoing an opportunity and redoing it must not
    # cost the letter, so it refers to nothing.
    """CREATE TABLE draft (
        opportunity_id TEXT NOT NULL,
        interview_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        tone TEXT NOT NULL,
        channel TEXT NOT NULL,
        subject TEXT NOT NULL,
        body TEXT NOT NULL,
        edited INTEGER NOT NULL,
        copied_at TEXT,
        saved_at TEXT NOT NULL,
        PRIMARY KEY (opportunity_id, interview_id, person_id, kind, tone, channel)
    )""",
    "CREATE TABLE setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE INDEX person_of ON person (opportunity_id)",
    "CREATE INDEX interview_of ON interview (opportunity_id)",
    "CREATE INDEX highlight_of ON highlight (interview_id)",
    "CREATE INDEX message_of ON message (opportunity_id)",
    "CREATE INDEX message_after ON message (interview_id) WHERE interview_id IS NOT NULL",
    "CREATE INDEX message_to ON message (person_id) WHERE person_id IS NOT NULL",
    "CREATE INDEX fact_of ON fact (opportunity_id)",
    "CREATE INDEX fact_about ON fact (interview_id) WHERE interview_id IS NOT NULL",
    "CREATE INDEX fact_by ON fact (person_id) WHERE person_id IS NOT NULL",
)


def first_schema(connection: sqlite3.Connection) -> None:
    """Version 1: the tables of the first release."""
    for statement in _FIRST_SCHEMA:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


MIGRATIONS: tuple[Migration, ...] = (first_schema,)
VERSION = len(MIGRATIONS)


class MigrationError(Exception):
    """A migration that would have lost rows or left a reference to nothing: an error of ours."""


def migrate(
    connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS
) -> tuple[int, int]:
    """Bring the file from its version to the last one, entirely or not at all.

    Foreign keys are off outside the one exclusive transaction, for inside it the switch does
    nothing and rebuilding a table would take its children along; references and the number of
    rows are compared before it ends, and the version is written last. Whoever calls has made a
    backup. Returns the version before and after.
    """
    before = version_of(connection)
    connection.execute("PRAGMA foreign_keys = 0")
    try:
        connection.execute("BEGIN EXCLUSIVE")
        try:
            counts = _row_counts(connection)
            for step in migrations[before:]:
                step(connection)
            _compare(counts, _row_counts(connection))
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise MigrationError("a row refers to one that is gone")
            connection.execute(f"PRAGMA user_version = {len(migrations)}")
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
    finally:
        connection.execute("PRAGMA foreign_keys = 1")
    return before, len(migrations)


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version the file says it has; 0 for a new one."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
    ).fetchall()
    # a table's name cannot be a parameter; these come from the file's own catalogue, in quotes
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for (name,) in names
    }


def _compare(before: dict[str, int], after: dict[str, int]) -> None:
    for name, count in before.items():
        if after.get(name, count) != count:
            raise MigrationError(f"table {name} had {count} rows and would have {after[name]}")
