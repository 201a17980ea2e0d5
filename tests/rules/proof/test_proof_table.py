"""The table of checks: numbered as the rules are, and told in the manual as they are."""

from pathlib import Path

from rules.proof import CHECKS
from tests.cases.rows import rows

MANUAL = Path(__file__).parents[3] / "docs" / "proofreading.md"
TOLD_BY_ANOTHER = {"N02": "N01", "N04": "N03", "N05": "N03"}


def test_the_manual_has_the_table_of_the_checks() -> None:
    text = MANUAL.read_text("utf-8")
    assert "\n".join(rows()) in text
    for row, other in TOLD_BY_ANOTHER.items():
        assert row in text
        assert other in {one.id for one in CHECKS}


def test_each_row_makes_sure_of_one_thing() -> None:
    says = {one.id: one.says for one in CHECKS}
    assert all(one.says == says[one.id] for one in CHECKS)
    assert len(set(says.values())) == len(says)
    assert all(one.kinds for one in CHECKS)
