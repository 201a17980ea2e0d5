"""What proofreading says: how much there is to see to, and each row."""

from dataclasses import dataclass

from rules.proof import CHECKS, Finding, Report, Severity
from ui.wording import say

_SHORT = 44
_LONG = 60
CANNOT_SEE = (
    "They cannot hear the tone, cannot tell whether something is true, and cannot see one thought "
    "in two wordings. Read it once more yourself."
)


@dataclass(frozen=True)
class RowWords:
    """A row: what is wrong and right, or a title alone, and the line below."""

    wrong: str
    right: str
    title: str
    below: str
    is_excerpt: bool = False


def row_words(finding: Finding) -> RowWords:
    """What one finding says in the list."""
    wrong = _line(finding.wrong, _SHORT)
    if finding.right is not None and wrong:
        right = _line(finding.right, _SHORT) or say("leave out")
        return RowWords(wrong, right, "", finding.reason)
    if wrong and len(finding.wrong) <= _SHORT and finding.span is not None:
        return RowWords("", "", f"\u201c{wrong}\u201d", finding.reason)
    return RowWords("", "", finding.reason, _line(finding.wrong, _LONG), is_excerpt=True)


def spoken(finding: Finding) -> str:
    """The same, as it is heard."""
    lead = say("Fix") if finding.severity is Severity.FIX else say("Consider")
    words = row_words(finding)
    if words.wrong:
        said = say("{wrong}, better {right}", wrong=words.wrong, right=words.right)
    else:
        said = words.title
    return ". ".join(one.rstrip(".") for one in (f"{lead}: {said}", words.below) if one)


def chip_words(report: Report) -> str:
    """How much there is, in a chip: "2 to fix"."""
    fixes = len(report.fixes)
    if fixes:
        return say("{number} to fix", number=fixes)
    found = len(report.findings)
    return say("{number} to consider", number=found) if found else ""


def status(report: Report) -> str:
    """How much there is, spoken: "2 to fix, 1 to consider"."""
    fixes, all_ = len(report.fixes), len(report.findings)
    said = [say("{number} to fix", number=fixes)] if fixes else []
    if all_ > fixes:
        said.append(say("{number} to consider", number=all_ - fixes))
    return ", ".join(said) or say("nothing found")


def passed_words(report: Report) -> str:
    """The folded row: "7 checks passed"."""
    number = len(report.passed)
    return say("1 check passed") if number == 1 else say("{number} checks passed", number=number)


def passed_list(report: Report) -> tuple[str, ...]:
    """What those checks made sure of, in their own words."""
    passed = set(report.passed)
    return tuple(dict.fromkeys(say(one.says) for one in CHECKS if one.id in passed))


def fix_all_words(number: int) -> str:
    """The button that fixes all that can be: "Fix", "Fix both", "Fix all 3"."""
    if number == 1:
        return say("Fix")
    return say("Fix both") if number == 2 else say("Fix all {number}", number=number)


def _line(text: str, most: int) -> str:
    """In one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0].rstrip(" ,;.") + "\u2026"
