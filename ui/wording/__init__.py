"""What the screen says: facts, states and moments of the rules as words.

Rules give values, never sentences; every sentence that is not a letter is made here.
"""

from ui.wording.board import (
    STAGE_ICONS,
    LaneWords,
    board_words,
    empty_lane,
    few_of,
    found_words,
    lane_spoken,
    lane_words,
    moved,
    next_words,
    no_match,
    position,
    refusal,
    stage_name,
    way_out,
)
from ui.wording.cards import count_words, faces_words, hints, shows_count, spoken
from ui.wording.say import count, joined, say
from ui.wording.steps import chip, is_far, outcome_words, step_icon, step_words
from ui.wording.times import (
    capital,
    clock,
    day_words,
    full_date,
    moment_words,
    short_date,
    span,
    weekday,
)

__all__ = [
    "STAGE_ICONS",
    "LaneWords",
    "board_words",
    "capital",
    "chip",
    "clock",
    "count",
    "count_words",
    "day_words",
    "empty_lane",
    "faces_words",
    "few_of",
    "found_words",
    "full_date",
    "hints",
    "is_far",
    "joined",
    "lane_spoken",
    "lane_words",
    "moment_words",
    "moved",
    "next_words",
    "no_match",
    "outcome_words",
    "position",
    "refusal",
    "say",
    "short_date",
    "shows_count",
    "span",
    "spoken",
    "stage_name",
    "step_icon",
    "step_words",
    "way_out",
    "weekday",
]
