"""Prints the table of promises: python -m tests.faults [--rounds N] [number ...]."""

import argparse
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_LINE = "{:<4}{:<56}{:>7}{:>8}{:>6}{:>9}"


def main() -> int:
    """Prove each promise; 1 if one of them does not hold."""
    from tests.faults import catalogue
    from tests.faults.promises import prove

    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--rounds", type=int, help="rounds of each proof that has more than one")
    parser.add_argument("numbers", nargs="*", type=int, help="only these promises")
    asked = parser.parse_args()
    print(_LINE.format("", "promise", "rounds", "faults", "lost", "seconds"))
    passed = failed = 0
    for one in catalogue.all_promises():
        if asked.numbers and one.number not in asked.numbers:
            continue
        result = prove(one, asked.rounds)
        lost = f"({len(result.lost)})" if one.control else str(len(result.lost))
        print(
            _LINE.format(
                one.name, one.words, result.rounds, result.faults, lost, f"{result.seconds:.1f}"
            ),
            flush=True,
        )
        passed, failed = passed + result.passed, failed + (not result.passed)
        if not result.passed:
            for what in (*result.lost[:5], *(() if result.faults else ("no fault was injected",))):
                print(f"    {what}")
    print("A loss in brackets is that of a control, which has to lose.")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
