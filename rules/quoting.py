"""The original below a check-in: how it is quoted, and read back (RULES 7, O01)."""

from dataclasses import dataclass
from datetime import datetime

_MARK = ">"


@dataclass(frozen=True, kw_only=True)
class Original:
    """The very message that the recipient got first in this round."""

    text: str
    sent_at: datetime
    to_name: str
    subject: str
    attribution: str  # the line above it, "On Thu 7 May 2026, Maya Ferrer wrote:"


def whole_body(body: str, original: Original | None) -> str:
    """The text as it is copied: the letter, and the whole original quoted below it.

    Lines are never wrapped, so that what was quoted can be read back word for word.
    """
    if original is None:
        return body
    quoted = "\n".join(_quoted(line) for line in _lines(original.text))
    return f"{body.rstrip()}\n\n{original.attribution}\n{quoted}"


def own_text(whole: str) -> str:
    """What stands above the quoted original, without the line that introduces it."""
    kept = [line for line in _lines(whole) if not line.startswith(_MARK)]
    if len(kept) == len(_lines(whole)):
        return whole
    while kept and not kept[-1].strip():
        kept.pop()
    if kept and kept[-1].rstrip().endswith(":"):
        kept.pop()
    return "\n".join(kept).rstrip()


def quoted_text(whole: str) -> str:
    """The original out of a text as it was copied; empty if none is quoted."""
    lines = (line for line in _lines(whole) if line.startswith(_MARK))
    return "\n".join(line[1:].removeprefix(" ") for line in lines)


def _quoted(line: str) -> str:
    return f"{_MARK} {line}" if line else _MARK


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
