"""Each promise holds, and each control finds what it has to find."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import catalogue
from tests.faults.promises import Promise, prove

ROOT = Path(__file__).parents[2]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("one", catalogue.all_promises(), ids=lambda one: one.name)
def test_promise(one: Promise) -> None:
    result = prove(one)
    assert result.faults > 0
    if one.control:
        assert result.lost
    else:
        assert result.lost == ()


def test_every_promise_has_a_proof() -> None:
    numbers = {one.number for one in catalogue.all_promises() if not one.control}
    assert numbers == set(range(1, 20))


def test_the_table_ends_in_a_count_and_a_status() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", "6", "8", "--rounds", "2"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"\d passed, 0 failed\n$", done.stdout)
