"""Everything in one file that any program can read: JSON, described in docs/archive.md.

Read strictly: a file that says anything twice, half, or in a way this version does not know is
refused as a whole, with the place, before the store is touched.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from models.backup import write_whole
from models.content import Content
from models.exchange.values import from_plain, plain
from rules.records import (
    Draft,
    Fact,
    Highlight,
    Interview,
    Message,
    Opportunity,
    Person,
)

FORMAT = "afterword-archive"
VERSION = 1
LARGEST = 256 * 1024 * 1024
"""Bytes. Ten thousand applications with all their letters take a tenth of it."""

_LISTS: dict[str, type[Any]] = {
    "opportunities": Opportunity,
    "people": Person,
    "interviews": Interview,
    "highlights": Highlight,
    "messages": Message,
    "facts": Fact,
    "drafts": Draft,
}
_HEAD = ("format", "version", "saved_at", "program")

T = TypeVar("T")


class ArchiveError(ValueError):
    """A file that is no archive of ours, or one with a mistake; `sentence` is for the person."""

    def __init__(self, name: str, place: str, what: str) -> None:
        """`place` may be empty."""
        where = f", {place}" if place else ""
        self.sentence = (
            f"“{name}” cannot be brought back{where}: {what}. Nothing was changed, so please "
            "choose a file that Afterword has saved."
        )
        super().__init__(self.sentence)


def as_text(content: Content, saved_at: datetime, program: str) -> str:
    """The archive as text, one record a line, in plain ASCII so that every text survives."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "saved_at": saved_at.isoformat(),
        "program": program,
    }
    parts = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    for name, kind in _LISTS.items():
        records: Iterable[Any] = content.drafts if kind is Draft else content.records
        lines = [json.dumps(plain(one)) for one in records if type(one) is kind]
        body = ",\n  ".join(lines)
        parts.append(f'"{name}": [\n  {body}\n ]' if lines else f'"{name}": []')
    parts.append(f'"settings": {json.dumps(dict(content.settings))}')
    return "{\n " + ",\n ".join(parts) + "\n}\n"


def save(path: Path, content: Content, saved_at: datetime, program: str) -> None:
    """Write the archive; an earlier file of that name is replaced only by a whole one. OSError."""
    write_whole(path, as_text(content, saved_at, program))


def load(path: Path) -> Content:
    """Read an archive. ArchiveError for what is none, OSError for what cannot be read."""
    if path.stat().st_size > LARGEST:
        raise ArchiveError(path.name, "", f"it is larger than {LARGEST >> 20} MB")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArchiveError(path.name, f"byte {error.start + 1}", "it is not a text") from error
    return from_text(text, path.name)


def from_text(text: str, name: str) -> Content:
    """The content an archive's text says. Raises ArchiveError."""
    found = _parsed(text, name)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ArchiveError(name, "", "it is not an archive of Afterword")
    version = found.get("version")
    if type(version) is not int or version < 1:
        raise ArchiveError(name, "“version”", "it does not say which version it is")
    if version > VERSION:
        raise ArchiveError(name, "", "a newer version of Afterword has saved it")
    for key in found:
        if key not in (*_HEAD, *_LISTS, "settings"):
            raise ArchiveError(name, f"“{key[:40]}”", "this part is unknown")
    lists = {key: _records(found, key, kind, name) for key, kind in _LISTS.items()}
    drafts = lists.pop("drafts")
    content = Content(
        records=tuple(one for records in lists.values() for one in records),
        drafts=tuple(drafts),
        settings=_settings(found, name),
    )
    _refuse_loose_ends(lists, drafts, name)
    return content


def _parsed(text: str, name: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, character {error.colno}"
        raise ArchiveError(name, place, "it ends or goes on where it should not") from error
    except _TwiceError as error:
        raise ArchiveError(name, f"“{str(error)[:40]}”", "it is said twice") from error
    except (ValueError, RecursionError) as error:
        raise ArchiveError(name, "", "it holds what no archive holds") from error


class _TwiceError(ValueError):
    """A key that stands twice in one object."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _TwiceError(next(key for key in keys if keys.count(key) > 1))
    return found


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


def _records(found: dict[str, Any], key: str, kind: type[T], name: str) -> list[T]:
    items = found.get(key)
    if not isinstance(items, list):
        raise ArchiveError(name, f"“{key}”", "this list is missing")
    records = []
    for number, item in enumerate(items, 1):
        try:
            records.append(from_plain(kind, item))
        except ValueError as error:
            raise ArchiveError(name, f"“{key}” number {number}", str(error)) from error
    return records


def _settings(found: dict[str, Any], name: str) -> dict[str, str]:
    settings = found.get("settings")
    if not isinstance(settings, dict):
        raise ArchiveError(name, "“settings”", "this part is missing")
    for key, value in settings.items():
        if not (isinstance(value, str) and key.isascii() and value.isascii()):
            raise ArchiveError(name, f"the setting “{key[:40]}”", "it is not a text of settings")
    return dict(settings)


def _refuse_loose_ends(lists: dict[str, list[Any]], drafts: list[Any], name: str) -> None:
    """Each id once, and each reference to something that is there."""
    known: dict[str, set[str]] = {}
    for key, records in lists.items():
        ids = known[key] = {one.id for one in records}
        if len(ids) < len(records):
            raise ArchiveError(name, f"“{key}”", "two of them have the same id")
    if len({one.key for one in drafts}) < len(drafts):
        raise ArchiveError(name, "“drafts”", "two of them are the same draft")
    owners = (
        ("opportunity_id", "opportunities"),
        ("interview_id", "interviews"),
        ("person_id", "people"),
    )
    for key, records in lists.items():
        for number, one in enumerate(records, 1):
            for reference, kind in owners:
                at = getattr(one, reference, None)
                if at is not None and at not in known[kind]:
                    raise ArchiveError(
                        name, f"“{key}” number {number}", "it belongs to something that is not here"
                    )
