"""Judge quick-add lines: `python -m tests.cases.quick_add [FILE]`.

Prints the lines that do not simply pass, then counts; lines in doubt and lines that must be
asked about are counted apart. Ends with status 1 when a line fails that is not in doubt.
"""

import json
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from rules.quick_add import Entry, understand
from tests.cases.judge import judge

FILE = Path(__file__).parent / "quick_add.json"
Case = dict[str, Any]


def told(entry: Entry) -> dict[str, Any]:
    """The entry in the words of the cases."""
    return {
        "company": entry.company,
        "role": entry.role,
        "kind": entry.kind.value if entry.kind else None,
        "on": entry.on.isoformat() if entry.on else None,
        "start": entry.start.isoformat() if entry.start else None,
        "end": entry.end.isoformat() if entry.end else None,
        "end_estimated": entry.end_estimated,
        "people": [{"name": one.name or None, "email": one.email or None} for one in entry.people],
        "link": entry.link,
        "note": entry.note,
        "asks": [one.field for one in entry.questions],
    }


def read(case: Case) -> Entry:
    """What the program understands of that line."""
    return understand(case["line"], datetime.fromisoformat(case["now"]), ZoneInfo(case["zone"]))


def group(case: Case) -> str:
    """Firm lines decide; those in doubt and those to be asked about are told apart."""
    if case.get("doubt"):
        return "doubt"
    return "ambiguous" if case["ambiguous"] else "firm"


def load(path: Path = FILE) -> list[Case]:
    """The lines of that file."""
    cases: list[Case] = json.loads(path.read_text("utf-8"))
    return cases


def verdict(case: Case) -> str:
    """pass, asked, or fail with the reason."""
    return judge(case, told(read(case)))


def main(arguments: list[str]) -> int:
    """Judge every line of the file and say how many passed."""
    counts: Counter[tuple[str, str]] = Counter()
    for case in load(Path(arguments[0]) if arguments else FILE):
        said = verdict(case)
        counts[group(case), said.split(":")[0]] += 1
        if said != "pass":
            print(f"{case['id']} [{group(case)}] {said}\n    {case['line'][:160]!r}")
    for name in ("doubt", "ambiguous"):
        told_apart = ", ".join(f"{counts[name, word]} {word}" for word in ("pass", "asked", "fail"))
        print(f"{name}: {told_apart}")
    failed = counts["firm", "fail"] + counts["ambiguous", "fail"]
    passed = sum(counts[name, word] for name in ("firm", "ambiguous") for word in ("pass", "asked"))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
