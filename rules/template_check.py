"""What is wrong with a letter template a person wrote: looked at before it is kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from rules.templates import clean

PLACEHOLDERS = (
    "greeting_name", "company", "role", "the_role", "applied_on", "day", "highlight",
    "highlight_subject", "next_step", "original_subject", "original_day", "replied_on",
    "their_day", "answer_by", "offer_deadline", "people", "topics", "name", "own_name", "phone",
    "link", "sign_off",
)  # fmt: skip
"""Every name a record can give a value for; `rules.letter_values.values_for` gives them."""

LONGEST = 8_000
"""Characters of a template; no letter comes near."""

_SUBJECT = "Subject:"
_WHOLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_CURLY = re.compile(r"\{+[^{}]*\}*|\}+")
_NAME = re.compile(r"\w[\w ]*")
_OPTIONAL = re.compile(r"\[\[((?:(?!\[\[|\]\]).)*)\]\]")
_SQUARE = re.compile(r"\[\[|\]\]")


class Fault(StrEnum):
    """What can be wrong with a template."""

    NO_SUBJECT = "no_subject"  # the first line is not "Subject: ..."
    NO_BODY = "no_body"  # nothing below it, or no blank line between
    UNKNOWN = "unknown"  # a placeholder no record can fill
    BROKEN = "broken"  # curly brackets that are no placeholder
    UNPAIRED = "unpaired"  # [[ without ]], on one line
    NOTHING_ABOVE = "nothing_above"  # "/ ..." without a sentence to stand in for
    TOO_LONG = "too_long"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing that is wrong, and where; `near` is the known name it may be meant for."""

    fault: Fault
    line: int = 1
    what: str = ""
    near: str = ""


class TemplateError(ValueError):
    """A template was not kept; `problems` say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(f"{one.fault} {one.what}".strip() for one in problems))
        self.problems = problems


def tidy(template: str) -> str:
    """The template as it is kept: visible characters, single spaces, blank lines truly blank."""
    lines = [clean(line) for line in template.splitlines()]
    return "\n".join(lines).strip("\n") + "\n"


def problems(template: str) -> tuple[Problem, ...]:
    """Everything wrong with a tidied template, from the top; empty where it may be kept."""
    if len(template) > LONGEST:
        return (Problem(fault=Fault.TOO_LONG),)
    found = [*_shape(template)]
    above = ""
    for number, line in enumerate(template.split("\n"), start=1):
        found += _in_line(line, number)
        if line.startswith("/ ") and not above:
            found.append(Problem(fault=Fault.NOTHING_ABOVE, line=number, what=line))
        above = line
    return tuple(found)


def near(name: str) -> str:
    """The known placeholder a name was probably meant for; empty where none is like it."""
    wanted = re.sub(r"\W+", "_", name.strip().casefold())
    return next(iter(get_close_matches(wanted, PLACEHOLDERS, n=1, cutoff=0.6)), "")


def _shape(template: str) -> Iterator[Problem]:
    """Subject, blank line, text."""
    head, _, body = template.strip("\n").partition("\n\n")
    if not head.startswith(_SUBJECT) or not head.removeprefix(_SUBJECT).strip():
        yield Problem(fault=Fault.NO_SUBJECT)
    elif not body.strip():
        yield Problem(fault=Fault.NO_BODY, line=len(head.split("\n")) + 1)


def _in_line(line: str, number: int) -> Iterator[Problem]:
    """What is wrong within one line."""
    for found in _WHOLE.finditer(line):
        if found[1] not in PLACEHOLDERS:
            yield Problem(fault=Fault.UNKNOWN, line=number, what=found[1], near=near(found[1]))
    for left in _CURLY.finditer(_WHOLE.sub("", line)):
        words = _NAME.search(left[0])
        meant = near(words[0]) if words else ""
        yield Problem(fault=Fault.BROKEN, line=number, what=left[0].strip(), near=meant)
    left_over = _SQUARE.search(_OPTIONAL.sub("", line))
    if left_over:
        yield Problem(fault=Fault.UNPAIRED, line=number, what=left_over[0])
