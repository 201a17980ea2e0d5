"""Drafts the store would not take: kept as small files beside it until it does."""

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from models.backup import write_whole
from models.exchange.values import from_plain, plain
from rules.records import Draft

FOLDER = "rescue"


def rescue(store: Path, draft: Draft) -> Path:
    """Keep the draft beside the store, in place of the one with the same key. OSError."""
    digest = hashlib.sha256(repr(draft.key).encode("utf-8", "surrogatepass")).hexdigest()
    path = store.parent / FOLDER / f"draft-{digest[:24]}.json"
    if not store.parent.is_dir():  # the disk is gone: nothing is made where it was
        raise FileNotFoundError(str(store.parent))
    write_whole(path, json.dumps(plain(draft)))
    return path


def rescued(store: Path) -> list[tuple[Path, Draft]]:
    """The drafts that wait to be put back; what cannot be read is left where it is."""
    found = []
    with suppress(OSError):
        for path in sorted((store.parent / FOLDER).glob("draft-*.json")):
            with suppress(OSError, ValueError):
                found.append((path, from_plain(Draft, json.loads(path.read_text("utf-8")))))
    return found
