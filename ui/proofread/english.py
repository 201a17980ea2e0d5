"""The dictionary that comes with the program, read in the thread that needs it."""

from rules.proof import Speller


def english() -> Speller:
    """The words of English; takes half a second."""
    from models.spelling import English

    return English()
