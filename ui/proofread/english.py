"""The dictionary that comes with the program, read in the thread that needs it."""

from functools import cache

from rules.proof import Speller


@cache
def english() -> Speller:
    """The words of English, once for all who read; takes half a second."""
    from models.spelling import English

    return English()
