"""Whole applications, told as dated facts, come out as expected after every step."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cases.stories import main, play

CASES = Path(__file__).parents[1] / "cases"
FILE = CASES / "stories.json"
FURTHER = CASES / "data" / "further_stories.json"
STORIES: list[dict[str, Any]] = [
    story for file in (FILE, FURTHER) for story in json.loads(file.read_text("utf-8"))
]


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


def test_what_a_story_says_that_is_not_judged_is_in_doubt() -> None:
    story = json.loads(json.dumps(STORIES[0]))
    story["steps"][2]["expect"]["next"]["mood"] = "cheerful"
    (unjudged,) = [one for one in play(story) if one.what == "mood"]
    assert not unjudged.passed
    assert unjudged.doubt


def test_a_fact_that_nobody_knows_hides_no_other_story() -> None:
    story = json.loads(json.dumps(STORIES[0]))
    story["steps"][1]["do"] = "dance"
    (found,) = [str(one) for one in play(story) if not one.passed]
    assert found.startswith("FAIL S01 2026-05-14T14:30:00+01:00 dance is not understood")
