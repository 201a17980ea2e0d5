"""Every letter of the cases: faults found, good letters left in peace, offers that mend."""

from collections import Counter
from functools import lru_cache
from itertools import islice
from pathlib import Path

import pytest

from models.spelling import English
from rules.proof import Finding, Part, ProofLetter, Report, Severity, check, fixed
from tests.cases.letters import FILE, load, verdict
from tests.cases.proof_letters import Case, proof_letter

FILES = (FILE, *sorted((FILE.parent / "corpus").glob("*.json")))

MOST_OFFERS = 25  # of each file: every one costs a second look at its letter


@lru_cache(maxsize=1)
def english() -> English:
    return English()


@lru_cache(maxsize=8)
def judged(path: Path) -> list[tuple[Case, ProofLetter, Report]]:
    """Each letter of the file that is not in doubt, and what the checks say of it."""
    cases = [(one, proof_letter(one)) for one in load(path) if not one.get("doubt")]
    return [(case, letter, check(letter, english())) for case, letter in cases]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_letter_is_judged_right(path: Path) -> None:
    verdicts = {case["id"]: verdict(case, report) for case, _, report in judged(path)}
    assert verdicts
    assert {name: said for name, said in verdicts.items() if said != "pass"} == {}


def test_a_good_letter_raises_few_doubts() -> None:
    good = [report for path in FILES for case, _, report in judged(path) if case["good"]]
    doubts = Counter(one.id for report in good for one in report.findings)
    assert len(good) >= 60
    assert sum(doubts.values()) * 10 <= len(good), doubts


def test_every_row_has_its_planted_fault() -> None:
    """The corpus is spread over all rows marked Fix that a letter of its own can show."""
    planted = Counter(
        case["expect"][0]["rule_id"]
        for path in FILES
        for case, *_ in judged(path)
        if not case["good"]
    )
    assert sum(planted.values()) >= 150
    fixes = {
        case["expect"][0]["rule_id"]
        for path in FILES
        for case, *_ in judged(path)
        if not case["good"] and case["expect"][0]["severity"] == "B"
    }
    assert {"F01", "F02", "F03", "F04", "N01", "N02", "N03", "N04", "N06", "N07"} <= fixes
    assert {"N08", "N09", "N11", "H01", "H02", "H04", "D01", "D02", "O01", "O02"} <= fixes
    assert {"O04", "A01", "A03", "L01", "C01", "C04", "C05", "C06", "T01", "T02"} <= fixes
    assert {"T03", "U01", "R02", "W01", "W03"} <= fixes


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_finding_lies_where_its_words_are(path: Path) -> None:
    for _, letter, report in judged(path):
        for one in report.findings:
            if one.span is not None:
                text = letter.subject if one.part is Part.SUBJECT else letter.body
                assert text[slice(*one.span)] == one.wrong


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_offered_mends_and_breaks_nothing(path: Path) -> None:
    offered = (
        (letter, report, one)
        for _, letter, report in judged(path)
        for one in report.findings
        if one.right is not None and one.span is not None
    )
    for letter, report, one in islice(offered, MOST_OFFERS):
        after = check(fixed(letter, one), english())
        before = Counter(map(key, report.findings))
        assert Counter(map(key, after.findings))[key(one)] < before[key(one)]
        assert not Counter(map(key, after.fixes)) - before


def key(finding: Finding) -> tuple[str, Part, str]:
    """What a finding is known by when its place moves."""
    return finding.id, finding.part, finding.wrong


def test_the_checks_that_ran_and_found_nothing_are_told() -> None:
    case, _, report = next(one for one in judged(FILE) if one[0]["good"])
    assert report.passed == report.ran, case["id"]
    assert "W01" not in check(proof_letter(case)).ran
    assert all(one.severity is Severity.FIX for one in report.fixes)
