"""How the processes of a measurement run: compiled, as an installed program is."""

import os
import tempfile
from functools import cache


def compiled() -> dict[str, str]:
    """An environment in which Python keeps what it compiled, in a folder of this run's own.

    The first process of a comparison is its warm-up and fills the folder. Without, every start
    would compile the whole program, and the ratios would say nothing but that.
    """
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = _folder().name
    return environment


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Goes when this process ends."""
    return tempfile.TemporaryDirectory(prefix="afterword-compiled-")
