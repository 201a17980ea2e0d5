"""Whole applications, told as dated facts, come out as expected after every step."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cases.stories import main, play

FILE = Path(__file__).parents[1] / "cases" / "stories.json"
STORIES: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8"))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: f"{story['id']} {story['title']}")
def test_a_story_comes_out_as_told(story: dict[str, Any]) -> None:
    verdicts = play(story)
    assert verdicts
    assert [str(one) for one in verdicts if not one.passed and not one.doubt] == []


def test_the_player_leaves_with_one_where_a_verdict_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = json.loads(json.dumps(STORIES[0]))
    story["steps"][0]["expect"]["stage"] = "outcome"
    spoilt = tmp_path / "spoilt.json"
    spoilt.write_text(json.dumps([story]), "utf-8")
    assert main(spoilt) == 1
    assert capsys.readouterr().out.splitlines()[-1].endswith(" passed, 1 failed")
    assert main(FILE) == 0
