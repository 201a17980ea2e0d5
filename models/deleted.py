"""What was deleted lately: still there for thirty days, and then gone for good."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import peewee

from models import tables
from models.database import Database
from models.rows import text_cell
from rules.records import OpportunityId

KEPT = timedelta(days=30)


def too_old(database: Database, now: datetime) -> list[OpportunityId]:
    """The opportunities that were deleted more than thirty days ago."""
    table = tables.OPPORTUNITIES
    found = table.records(database.rows(tables.all_of(table.name, table.columns)))
    return [one.id for one in found if one.deleted_at is not None and now - one.deleted_at > KEPT]


def purge(database: Database, gone: Iterable[OpportunityId]) -> int:
    """Take these out for good with all that is theirs, in one transaction; how many were there.

    Only what is deleted already goes. SQLite overwrites what it lets go of (secure_delete).
    """
    count = 0
    with database.transaction():
        for oid in gone:
            key = text_cell(oid)
            opportunities = peewee.Table(tables.OPPORTUNITIES.name)
            deletion = opportunities.delete().where(
                opportunities.c.id == key, opportunities.c.deleted_at.is_null(False)
            )
            if database.run(deletion) != 1:
                continue
            count += 1
            talks, highlights = peewee.Table("interview"), peewee.Table("highlight")
            theirs = talks.select(talks.c.id).where(talks.c.opportunity_id == key)
            database.run(highlights.delete().where(highlights.c.interview_id.in_(theirs)))
            for table in (tables.MESSAGES, tables.FACTS, tables.INTERVIEWS, tables.PEOPLE):
                database.run(tables.deleted(table.name, {"opportunity_id": key}))
            database.run(tables.deleted(tables.DRAFTS.name, {"opportunity_id": key}))
    return count
