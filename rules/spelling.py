"""Letters that ship are spelt as in Britain; here they become American where that is wished."""

import re

AMERICAN = "us"
"""What `Options.spelling` says of it."""

_WORDS = {
    "favour": "favor",
    "honour": "honor",
    "colour": "color",
    "labour": "labor",
    "behaviour": "behavior",
    "programme": "program",
    "centre": "center",
    "judgement": "judgment",
    "enquiry": "inquiry",
    "organise": "organize",
    "organiser": "organizer",
    "organised": "organized",
    "realise": "realize",
    "realised": "realized",
    "recognise": "recognize",
    "apologise": "apologize",
    "favourite": "favorite",
    "travelled": "traveled",
    "cancelled": "canceled",
    "learnt": "learned",
    "towards": "toward",
    "whilst": "while",
}
_ANY = re.compile(rf"\b({'|'.join(_WORDS)})(s?)\b", re.IGNORECASE)


def american(text: str) -> str:
    """The text in American spelling; placeholders and everything unlisted stay as they are."""
    return _ANY.sub(lambda found: _like(found[1], _WORDS[found[1].lower()]) + found[2], text)


def _like(before: str, word: str) -> str:
    """The word with the capital its old spelling had."""
    return word.capitalize() if before[0].isupper() else word
