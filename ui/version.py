"""Which version this is: pyproject.toml says it, and what is installed from it repeats it."""

import importlib.metadata
import tomllib
from pathlib import Path

_PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def version() -> str:
    """The version of the running program."""
    try:
        found = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"]
    except (OSError, KeyError):
        return importlib.metadata.version("afterword")
    return str(found)
