"""One sentence of the program, through the translator, with the apostrophes of print."""

from PySide6.QtCore import QCoreApplication

_APOSTROPHE = "\u2019"


def say(text: str, /, **values: object) -> str:
    """The sentence in the person's language, its {places} filled with the values.

    What the person typed only ever comes in as a value, so it is never altered.
    """
    said = QCoreApplication.translate("wording", text).replace("'", _APOSTROPHE)
    return said.format(**values) if values else said


def count(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 day", "3 days"."""
    return say(one if number == 1 else many, n=number)


def joined(names: tuple[str, ...] | list[str]) -> str:
    """Names as a sentence lists them: "Priya, Daniel and Sofia"."""
    if len(names) < 2:
        return "".join(names)
    return say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
