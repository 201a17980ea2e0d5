"""The person and their preferences as text, readable again by older and newer versions."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import time
from enum import StrEnum
from typing import Any, TypeVar

from rules.records import Options, Preferences, Profile

S = TypeVar("S", Profile, Preferences, Options)


def as_text(settings: Profile | Preferences | Options) -> str:
    """JSON in plain ASCII, so that every text survives."""
    values = {field.name: getattr(settings, field.name) for field in fields(settings)}
    return json.dumps(values, default=time.isoformat)


def from_text(default: S, text: str | None) -> S:
    """What the text says, with the default for everything unknown, absent or of a wrong type."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return default
    if not isinstance(found, dict):
        return default
    return type(default)(
        **{
            field.name: _value(getattr(default, field.name), found.get(field.name))
            for field in fields(default)
        }
    )


def texts_as(texts: Mapping[str, str]) -> str:
    """A table of texts as JSON in plain ASCII."""
    return json.dumps(dict(texts))


def texts_from(text: str | None) -> dict[str, str]:
    """The table of texts again, without whatever is none."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: value for name, value in found.items() if isinstance(value, str)}


def _value(default: Any, found: Any) -> Any:
    if isinstance(default, time) and isinstance(found, str):
        try:
            return time.fromisoformat(found)
        except ValueError:
            return default
    if isinstance(default, StrEnum):
        return next((one for one in type(default) if one == found), default)
    return found if type(found) is type(default) else default
