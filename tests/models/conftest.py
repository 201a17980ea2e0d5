"""A store in a folder of its own, closed at the end."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.store import Store, open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store of this test is or will be."""
    return tmp_path / "Afterword" / "afterword.db"


@pytest.fixture
def reopen(path: Path) -> Iterator[Callable[[], Store]]:
    """Close what is open, as a restart does, and open the file again."""
    opened: list[Store] = []

    def again() -> Store:
        for one in opened:
            one.close()
        opened.append(open_store(path))
        return opened[-1]

    yield again
    for one in opened:
        one.close()


@pytest.fixture
def store(reopen: Callable[[], Store]) -> Store:
    """A new, empty store."""
    return reopen()
