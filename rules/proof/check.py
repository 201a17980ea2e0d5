"""Run the checks over a letter, and keep only the fixes that mend."""

from dataclasses import dataclass, replace

from rules.proof.finding import Finding, Part, Severity
from rules.proof.letter import ProofLetter, Speller
from rules.proof.reading import Reading
from rules.proof.table import CHECKS

# A plain finding that a sharper one about the same words makes superfluous.
_SAID_BY = {
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
    found = _found(letter, speller)
    ran = dict.fromkeys(one.id for one in CHECKS if letter.kind in one.kinds)
    if speller is None:
        ran.pop("W01")
    read = Reading(letter)
    offered = tuple(_offered(letter, one, found, speller) for one in found)
    return Report(offered, tuple(ran), read.text.cut)


def _found(letter: ProofLetter, speller: Speller | None) -> tuple[Finding, ...]:
    read = Reading(letter, speller)
    found: list[Finding] = []
    for one in CHECKS:
        if letter.kind in one.kinds:
            found.extend(one.look(read))
    return tuple(sorted(_sharpest(found), key=_order))


def _order(finding: Finding) -> tuple[bool, str, tuple[int, int], str]:
    """Fixes first; then by place, what has none last."""
    span = finding.span or (1 << 30, 1 << 30)
    return (finding.severity is not Severity.FIX, finding.part != Part.SUBJECT, span, finding.id)  # type: ignore[return-value]


def _sharpest(found: list[Finding]) -> list[Finding]:
    """One finding for one cause: the sharper one speaks."""
    kept: list[Finding] = []
    for one in found:
        sharper = _SAID_BY.get(one.id, set())
        said = any(
            other.id in sharper and other.part is one.part and _touch(one.span, other.span)
            for other in found
        )
        if not said and one not in kept:
            kept.append(one)
    return kept


def _touch(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


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


def _offered(
    letter: ProofLetter, finding: Finding, found: tuple[Finding, ...], speller: Speller | None
) -> Finding:
    """The finding, without its replacement where that would not mend or would break more."""
    if finding.right is None or finding.span is None:
        return finding
    after = _found(fixed(letter, finding), speller)
    before = [_key(one) for one in found if one.severity is Severity.FIX]
    for one in after:
        key = _key(one)
        if one.severity is Severity.FIX:
            if key not in before:
                return replace(finding, right=None)
            before.remove(key)
    same = sum(_key(one) == _key(finding) for one in found)
    if sum(_key(one) == _key(finding) for one in after) >= same:
        return replace(finding, right=None)
    return finding
