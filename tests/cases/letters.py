"""Judge letters: `python -m tests.cases.letters FILE...`.

Prints what was found by row, the planted faults that were missed, and the alarms on good
letters. Ends in counts, and with status 1 when a letter fails that is not in doubt.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from models.spelling import English
from rules.proof import Report, Severity, Speller, check
from tests.cases.proof_letters import Case, proof_letter

FILE = Path(__file__).parent / "letters.json"


def load(path: Path = FILE) -> list[Case]:
    """The letters of that file."""
    cases: list[Case] = json.loads(path.read_text("utf-8"))
    return cases


def verdict(case: Case, report: Report) -> str:
    """pass, or fail with the reason."""
    if case["good"]:
        fixes = [f"{one.id} {one.wrong!r}" for one in report.fixes]
        return f"fail: {', '.join(fixes)}" if fixes else "pass"
    wanted: dict[str, Any] = case["expect"][0]
    rows = {wanted["rule_id"], *(wanted.get("also") or ())}
    if any(one.id in rows and one.severity == wanted["severity"] for one in report.findings):
        return "pass"
    said = [f"{one.id}{one.severity.value}" for one in report.findings]
    return f"fail: {wanted['rule_id']}{wanted['severity']} missed; found {said}"


def considers(report: Report) -> list[str]:
    """The alarms that need not be heeded."""
    return [
        f"{one.id} {one.wrong[:60]!r}"
        for one in report.findings
        if one.severity is Severity.CONSIDER
    ]


class Tally:
    """What all letters came to."""

    def __init__(self) -> None:
        self.passed = self.failed = self.doubtful = self.doubtful_passed = 0
        self.good = self.false_fixes = self.false_considers = 0
        self.found: Counter[str] = Counter()
        self.planted: Counter[str] = Counter()
        self.recalled: Counter[str] = Counter()

    def add(self, case: Case, report: Report) -> None:
        """Count one letter, and say what is wrong with it."""
        said = verdict(case, report)
        self.found.update(f"{one.id} {one.severity.value}" for one in report.findings)
        if case.get("doubt"):
            self.doubtful += 1
            self.doubtful_passed += said == "pass"
        else:
            self.passed += said == "pass"
            self.failed += said != "pass"
            self._count(case, report, said)
        if said != "pass" or (case["good"] and considers(report)):
            mark = " [doubt]" if case.get("doubt") else ""
            print(f"{case['id']}{mark} {said} {considers(report) if case['good'] else ''}")

    def _count(self, case: Case, report: Report, said: str) -> None:
        if case["good"]:
            self.good += 1
            self.false_fixes += len(report.fixes)
            self.false_considers += len(considers(report))
            return
        severity = case["expect"][0]["severity"]
        self.planted[severity] += 1
        self.recalled[severity] += said == "pass"

    def tell(self) -> None:
        """The figures."""
        print("\nfindings by row:")
        print("  " + ", ".join(f"{row}: {count}" for row, count in sorted(self.found.items())))
        for severity, name in (("B", "Fix"), ("W", "Consider")):
            planted, recalled = self.planted[severity], self.recalled[severity]
            share = f"{100 * recalled / planted:.1f} %" if planted else "none planted"
            print(f"recall of planted {name} faults: {recalled} of {planted} ({share})")
        print(f"false Fix findings on {self.good} good letters: {self.false_fixes}")
        print(f"false Consider findings on {self.good} good letters: {self.false_considers}")
        print(f"in doubt: {self.doubtful_passed} of {self.doubtful} as expected")
        print(f"{self.passed} passed, {self.failed} failed")


def main(arguments: list[str], speller: Speller | None = None) -> int:
    """Judge every letter of the files and say how many passed."""
    speller = speller or English()
    tally = Tally()
    for path in [Path(one) for one in arguments] or [FILE]:
        for case in load(path):
            tally.add(case, check(proof_letter(case), speller))
    tally.tell()
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
