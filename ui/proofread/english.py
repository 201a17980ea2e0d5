"""The dictionary that comes with the program, read in the thread that needs it."""

from functools import cache

from rules.proof import Speller


@cache
def english() -> Speller:
    """The words of English, and its grammar where Harper is installed; once for all who read."""
    from models.grammar import best_english

    return best_english()
