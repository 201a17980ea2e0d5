"""`python -m tests.cases.rows`: the table of docs/proofreading.md, from the checks themselves."""

from collections.abc import Iterator

from rules.proof import CHECKS
from rules.proof.reading import ALL, APPLICATION, SECOND, THANKS, Kind

_NAMES = {
    ALL: "every message",
    THANKS: "thank-yous",
    SECOND: "second messages",
    APPLICATION: "application follow-ups",
    frozenset({Kind.THANK_YOU}): "the thank-you to one person",
    THANKS - {Kind.PASS_ON}: "thank-yous, but not those to be passed on",
    THANKS | APPLICATION | SECOND: "thank-yous, second messages, application follow-ups",
    SECOND | APPLICATION: "second messages, application follow-ups",
}


def rows() -> Iterator[str]:
    """One line of Markdown for each check."""
    yield "| row | it makes sure of | looked for in |"
    yield "|---|---|---|"
    for one in dict.fromkeys((check.id, check.says, check.kinds) for check in CHECKS):
        yield f"| {one[0]} | {one[1]} | {_NAMES[one[2]]} |"


if __name__ == "__main__":
    print("\n".join(rows()))
