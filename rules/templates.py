"""Letter templates: plain text with `{{name}}` placeholders, filled in one pass.

A template is a first line "Subject: ...", a blank line and paragraphs. Each line of a
paragraph is a sentence; the sentences are joined by spaces. There is no expression language,
only these marks:

- `{{name}}`     a value of the record; where it is empty, its sentence goes,
- `[[ ... ]]`    words that go alone when a value within them is empty,
- `/ ...`        stands in for the sentence above when that one went,
- `| ...`        one of several wordings of a sentence; the letter's turn picks one,
- `--`           parts the wordings of one sentence from those of the next,
- a backslash at the end of a line breaks the line there (greeting, sign-off).

Values are put in literally and never read again, so a name such as "{{role}}" stays that name.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}(\.?)")
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]")
_SUBJECT = "Subject:"
_FALLBACK = "/ "
_WORDING = "| "
_PARTING = "--"
_BREAK = "\\"
# Zero-width space, byte order mark, soft hyphen and the marks that turn writing round.
# Joiners stay: Persian and Indic names are spelt with them.
_HIDDEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A letter as a template and a record give it."""

    subject: str
    body: str


def clean(text: str) -> str:
    """One line of visible text: control, hidden and stray characters out, spaces single."""
    visible = _HIDDEN.sub("", unicodedata.normalize("NFC", text))
    spaced = (" " if unicodedata.category(one)[0] in "CZ" and one not in "\u200c\u200d" else one
              for one in visible)  # fmt: skip
    return " ".join("".join(spaced).split())


def placeholders(template: str) -> frozenset[str]:
    """The names a template asks for."""
    return frozenset(found[1] for found in _PLACEHOLDER.finditer(template))


def unknown(template: str, known: Iterable[str]) -> frozenset[str]:
    """The names a template asks for that no record can give; they stay open in the letter."""
    return placeholders(template) - frozenset(known)


def fill(template: str, values: Mapping[str, str], turn: int = 0) -> Filled:
    """Put the values into a template; `turn` rotates through the wordings of its sentences."""
    head, _, rest = template.replace("\r\n", "\n").strip("\n").partition("\n\n")
    if not head.startswith(_SUBJECT):
        head, rest = "", f"{head}\n\n{rest}"
    wordings = _Turn(turn)
    subject = _paragraph(head.removeprefix(_SUBJECT).strip(), values, wordings)
    parts = (_paragraph(part, values, wordings) for part in re.split(r"\n\s*\n", rest))
    return Filled(subject=clean(subject), body="\n\n".join(part for part in parts if part))


class _Turn:
    """Deals the wordings out, so that two turns seldom share more than one of them."""

    def __init__(self, turn: int) -> None:
        self._turn = turn
        self._dealt = 0

    def pick(self, count: int) -> int:
        """Which of so many wordings stands in this letter."""
        if count == 1:
            return 0
        rounds = self._turn // count
        picked = (self._turn + rounds * self._dealt) % count
        self._dealt += 1
        return picked


def _paragraph(text: str, values: Mapping[str, str], wordings: _Turn) -> str:
    written, glue = "", ""
    for group in _groups(text.split("\n")):
        sentence = _first_whole(group[wordings.pick(len(group))], values)
        if sentence:
            broken = sentence.endswith(_BREAK)
            written += glue + sentence.removesuffix(_BREAK)
            glue = "\n" if broken else " "
    return written


def _groups(lines: Iterable[str]) -> Iterator[list[list[str]]]:
    """The sentences of a paragraph: each a list of wordings, each of those with its fallbacks."""
    group: list[list[str]] = []
    rotating = False
    for raw in lines:
        line = raw.strip()
        if line.startswith(_FALLBACK) and group:
            group[-1].append(line.removeprefix(_FALLBACK))
            continue
        another = line.startswith(_WORDING)
        if group and not (another and rotating):
            yield group
            group = []
        rotating = another
        if line not in ("", _PARTING):
            group.append([line.removeprefix(_WORDING)])
    if group:
        yield group


def _first_whole(choices: Iterable[str], values: Mapping[str, str]) -> str:
    """The first sentence that lacks no value, filled; empty if each lacks one."""
    for choice in choices:
        line = _OPTIONAL.sub(lambda found: "" if _lacks(found[1], values) else found[1], choice)
        if not _lacks(line, values):
            return _PLACEHOLDER.sub(lambda found: _value(found, values), line)
    return ""


def _lacks(text: str, values: Mapping[str, str]) -> bool:
    return any(values.get(found[1]) == "" for found in _PLACEHOLDER.finditer(text))


def _value(found: re.Match[str], values: Mapping[str, str]) -> str:
    value = values.get(found[1])
    if value is None:
        return found[0]
    # "Acme Inc." at the end of a sentence needs no second full stop.
    return value if value.endswith(".") else value + found[2]
