"""Ids of new records."""

from uuid import uuid4


def new_id() -> str:
    """An id nobody else has."""
    return uuid4().hex
