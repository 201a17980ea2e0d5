"""Which version this is: pyproject.toml says it, and what is installed from it repeats it."""

from functools import cache
from pathlib import Path

_PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


@cache
def version() -> str:
    """The version of the running program. Reads a file, so the start does without it."""
    import importlib.metadata
    import tomllib

    try:
        found = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"]
    except (OSError, KeyError):
        return importlib.metadata.version("afterword")
    return str(found)
