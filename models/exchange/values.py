"""Records as the plain values of JSON, and back: strictly, so that nothing is guessed."""

import math
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import (
    Any,
    NewType,
    TypeAlias,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

R = TypeVar("R")
Plain: TypeAlias = str | int | float | bool | list[Any] | None

_WITHOUT_END = {"inf": math.inf, "-inf": -math.inf}


def plain(record: Any) -> dict[str, Plain]:
    """The fields of a record by their names."""
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def from_plain(record: type[R], found: object) -> R:
    """The record again. ValueError names the field that is unknown, absent or no such value.

    A field that has a default may be absent: a version before it was added has written that.
    """
    if not isinstance(found, Mapping):
        raise ValueError("not a record")
    readers, needed = _readers(cast("Hashable", record))
    for name in found:
        if name not in readers:
            raise ValueError(f"“{str(name)[:40]}” is unknown")
    for name in needed:
        if name not in found:
            raise ValueError(f"“{name}” is missing")
    values = {}
    for name, value in found.items():
        try:
            values[name] = readers[name](value)
        except (ValueError, TypeError, KeyError, OverflowError) as error:
            raise ValueError(f"“{name}” cannot be what it says") from error
    return record(**values)


def _plain(value: Any) -> Plain:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value  # type: ignore[no-any-return]  # the other fields are plain already


@cache
def _readers(record: Hashable) -> tuple[dict[str, Callable[[Any], Any]], tuple[str, ...]]:
    """How each field is read, and those that must be there."""
    hints = get_type_hints(record)
    parts = fields(record)  # type: ignore[arg-type]  # the cache wants only what can be a key
    known = {field.name: _reader(hints[field.name]) for field in parts}
    return known, tuple(field.name for field in parts if field.default is MISSING)


def _reader(hint: Any) -> Callable[[Any], Any]:
    if isinstance(hint, NewType):
        return _text
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (one for one in get_args(hint) if one is not NoneType)
        read = _reader(inner)
        return lambda value: None if value is None else read(value)
    if get_origin(hint) is tuple:
        return _texts
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    return _SIMPLE[hint]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return tuple(_text(one) for one in value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither true nor false")
    return value


def _number(value: Any) -> float:
    if value in _WITHOUT_END and isinstance(value, str):
        return _WITHOUT_END[value]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("not a number")
    if not math.isfinite(value):
        raise ValueError("beyond all numbers")
    return float(value)


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.utcoffset() is None:
        raise ValueError("a moment without a zone")
    return moment


_SIMPLE: dict[object, Callable[[Any], Any]] = {
    str: _text,
    bool: _flag,
    float: _number,
    datetime: _moment,
    date: lambda value: date.fromisoformat(_text(value)),
}
