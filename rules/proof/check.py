"""Run the checks over a letter, and keep only the fixes that mend."""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice

from rules.proof.finding import Finding, Part, Severity
from rules.proof.letter import ProofLetter, Speller
from rules.proof.reading import Reading
from rules.proof.record import Record
from rules.proof.table import CHECKS
from rules.proof.text import Span

# A plain finding that a sharper one about the same words makes superfluous.
_SAID_BY: dict[str, set[str]] = {
    "W01": {"N06", "N04", "N14", "W02", "C10", "F01", "F03", "U01"},
    "N14": {"N06"},
    "W04": {"C03", "F01", "U01", "W02", "C02"},
    "N12": {"C08", "N03"},
    "C02": {"C03"},
    "C10": {"C03", "F01"},
    "W05": {"W03"},
    "T03": {"T01"},
    "T06": {"T01"},
    "C01": {"F01"},
}


# A text is looked at again for each replacement that is offered: so many for a letter of
# ordinary length, fewer for a long one. What is mended first makes room for the next.
_OFFERS, _ORDINARY = 24, 2_400
_OF_ONE = 100  # findings of one check; nobody reads more


@dataclass(frozen=True)
class Report:
    """What was found, worst first; which checks ran; whether only the beginning was read."""

    findings: tuple[Finding, ...]
    ran: tuple[str, ...]
    cut: bool = False

    @property
    def fixes(self) -> tuple[Finding, ...]:
        """Those that must be seen to before it goes out."""
        return tuple(one for one in self.findings if one.severity is Severity.FIX)

    @property
    def passed(self) -> tuple[str, ...]:
        """The checks that ran and found nothing."""
        spoke = {one.id for one in self.findings}
        return tuple(one for one in self.ran if one not in spoke)


def check(letter: ProofLetter, speller: Speller | None = None) -> Report:
    """Everything that the checks find in the letter. Never raises for any text."""
    record = Record(letter, speller)
    read = Reading(letter, record)
    found = _found(read)
    ran = dict.fromkeys(one.id for one in CHECKS if letter.kind in one.kinds)
    if speller is None:
        del ran["W01"]
    most = _OFFERS * _ORDINARY // max(len(read.own), _ORDINARY)
    offered: list[Finding] = []
    for one in found:
        if one.right is not None and one.span is not None:
            mends = most > 0 and _mends(letter, one, found, record)
            offered.append(one if mends else replace(one, right=None))
            most -= 1
        else:
            offered.append(one)
    return Report(tuple(offered), tuple(ran), read.text.cut)


def _found(read: Reading) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for one in CHECKS:
        if read.letter.kind in one.kinds:
            found.extend(islice(one.look(read), _OF_ONE))
    return tuple(sorted(_sharpest(found), key=_order))


def _order(finding: Finding) -> tuple[bool, bool, Span, str]:
    """Fixes first; then by place, what has none last."""
    span = finding.span or (1 << 30, 1 << 30)
    consider = finding.severity is not Severity.FIX
    return (consider, finding.part is not Part.SUBJECT, span, finding.id)


def _sharpest(found: list[Finding]) -> list[Finding]:
    """One finding for one cause: the sharper one speaks."""
    spans = [(one.id, one.part, one.span) for one in found if one.span]

    def said(one: Finding) -> bool:
        sharper = _SAID_BY.get(one.id, set())
        return one.span is not None and any(
            id_ in sharper and part is one.part and span[0] < one.span[1] and one.span[0] < span[1]
            for id_, part, span in spans
        )

    return [one for one in dict.fromkeys(found) if not said(one)]


def fixed(letter: ProofLetter, finding: Finding) -> ProofLetter:
    """The letter with the finding's replacement put in."""
    if finding.right is None or finding.span is None:
        return letter
    start, end = finding.span
    if finding.part is Part.SUBJECT:
        text = letter.subject
        return replace(letter, subject=text[:start] + finding.right + text[end:])
    return replace(letter, body=letter.body[:start] + finding.right + letter.body[end:])


def _key(finding: Finding) -> tuple[str, str, str]:
    return (finding.id, finding.part.value, finding.wrong)


def _mends(
    letter: ProofLetter, finding: Finding, found: tuple[Finding, ...], record: Record
) -> bool:
    """Whether the replacement removes its finding and adds no Fix."""
    before, after = Counter(map(_key, found)), Counter[tuple[str, str, str]]()
    for one in _found(Reading(fixed(letter, finding), record)):
        after[_key(one)] += 1
        if one.severity is Severity.FIX and after[_key(one)] > before[_key(one)]:
            return False
    return after[_key(finding)] < before[_key(finding)]
