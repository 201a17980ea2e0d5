"""Words without their endings."""

import re

_SUFFIX = re.compile(r"(?:ations?|ings?|edly|ed|ies|es|s|ly|er|ers|ment|ments)$")


def stem(word: str) -> str:
    """A folded word without its ending: enough to see "tests" in "testing"."""
    plain = word.removesuffix("'s")
    short = _SUFFIX.sub("", plain)
    short = short if len(short) > 2 else plain
    return short.rstrip("e") if len(short) > 3 else short
