"""How the fields of a record are written in a row, and read back a whole column at a time.

Text that is not plain UTF-8 without NUL (a lone surrogate from the clipboard, say) is kept
as bytes, so that every text comes back exactly as it was and none is refused.
"""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, NewType, TypeAlias, Union, get_args, get_origin

Cell: TypeAlias = str | bytes | int | float | None
Column: TypeAlias = Sequence[Any]  # the cells of one column, as SQLite gave them


@dataclass(frozen=True)
class Codec:
    """How one field goes into a cell, and how a column of cells comes back as values."""

    write: Callable[[Any], Cell]
    read: Callable[[Column], Iterable[Any]]


def text_cell(text: str) -> str | bytes:
    """The text itself, or its bytes where SQLite could not hold it as text."""
    if "\0" not in text:
        if text.isascii():
            return text
        try:
            text.encode()
        except UnicodeEncodeError:
            pass
        else:
            return text
    return text.encode("utf-8", "surrogatepass")


def _texts(cells: Column) -> Iterable[str]:
    if bytes not in set(map(type, cells)):
        return cells
    return [
        cell.decode("utf-8", "surrogatepass") if isinstance(cell, bytes) else cell for cell in cells
    ]


def moment_cell(moment: datetime) -> str:
    """UTC, ISO 8601, always 32 characters, so that the order of texts is the order of time."""
    if moment.utcoffset() is None:
        raise ValueError("a moment without a zone cannot be kept")
    try:
        return moment.astimezone(UTC).isoformat(timespec="microseconds")
    except OverflowError as error:
        raise ValueError("a moment outside the calendar cannot be kept") from error


def _same(cells: Column) -> Iterable[str]:
    """Ids, each kept in memory once however many rows name it."""
    return map(sys.intern, _texts(cells))


def _ids(cells: Column) -> Iterable[tuple[str, ...]]:
    lists = json.loads(f"[{','.join(cells)}]")  # one parse a column, not one a cell
    return [tuple(map(sys.intern, ids)) for ids in lists]


TEXT = Codec(text_cell, _texts)
ID = Codec(text_cell, _same)
FLAG = Codec(int, lambda cells: map(bool, cells))
NUMBER = Codec(float, lambda cells: cells)
MOMENT = Codec(moment_cell, lambda cells: map(datetime.fromisoformat, cells))
DAY = Codec(date.isoformat, lambda cells: map(date.fromisoformat, cells))
IDS = Codec(lambda ids: json.dumps(ids, separators=(",", ":")), _ids)
ID_OR_EMPTY = Codec(  # an id that may be absent inside a primary key, where NULL is never equal
    lambda one: text_cell(one or ""), lambda cells: [one or None for one in _same(cells)]
)


def _choice(choices: type[StrEnum]) -> Codec:
    members = {member.value: member for member in choices}
    return Codec(
        lambda member: choices(member).value, lambda cells: map(members.__getitem__, cells)
    )


def _optional(inner: Codec) -> Codec:
    def write(value: Any) -> Cell:
        return None if value is None else inner.write(value)

    def read(cells: Column) -> Iterable[Any]:
        known = [cell for cell in cells if cell is not None]
        values = iter(inner.read(known))
        return [None if cell is None else next(values) for cell in cells]

    return Codec(write, read)


_SIMPLE: dict[object, Codec] = {
    str: TEXT,
    bool: FLAG,
    float: NUMBER,
    datetime: MOMENT,
    date: DAY,
}


def codec_of(hint: Any) -> Codec:
    """The codec of a field with this type (a NewType is an id); KeyError for an unknown type."""
    if isinstance(hint, NewType):
        return ID
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (one for one in get_args(hint) if one is not NoneType)
        return _optional(codec_of(inner))
    if get_origin(hint) is tuple:
        return IDS
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _choice(hint)
    return _SIMPLE[hint]
