"""What is printed as a reason is one line with a source, and no claim nobody verified."""

import re

import pytest

from rules.evidence import EVIDENCE, Evidence

_UNVERIFIED = (
    "60 %",
    "6-7 days",
    "over 80 %",
    "54 %",
    "30 % of hires",
    "28 %",
    "20 % more",
    "49 %",
    "66 %",
)


@pytest.mark.parametrize("reason", sorted(EVIDENCE))
def test_a_reason_is_one_line_with_a_source(reason: str) -> None:
    evidence = EVIDENCE[reason]
    assert evidence.sentence.endswith((".", "?"))
    assert "\n" not in evidence.sentence
    assert len(evidence.sentence) < 90
    assert evidence.source


@pytest.mark.parametrize("reason", sorted(EVIDENCE))
def test_no_claim_that_could_not_be_verified_is_printed(reason: str) -> None:
    text = f"{EVIDENCE[reason].sentence} {EVIDENCE[reason].survey}"
    assert not any(claim in text for claim in _UNVERIFIED)


@pytest.mark.parametrize("survey", sorted({one.survey for one in EVIDENCE.values() if one.survey}))
def test_a_survey_names_its_year(survey: str) -> None:
    assert re.search(r"\b(19|20)\d\d\b", survey)


def test_the_two_figures_are_printed_in_the_surveys_own_wording() -> None:
    thanks, applied = EVIDENCE["within_a_day"], EVIDENCE["application_second_week"]
    assert "22 % are less likely to hire" in thanks.survey
    assert "CareerBuilder, 2011" in thanks.survey
    assert "81 % encouraged a follow-up within two weeks of applying" in applied.survey
    assert "Robert Half, 2011" in applied.survey


def test_a_poll_says_who_asked_and_research_needs_no_such_word() -> None:
    assert "asked by a firm that earns from such advice" in EVIDENCE["within_a_day"].caveat
    assert EVIDENCE["application_second_week"].caveat
    assert EVIDENCE["off_hours"].survey
    assert not EVIDENCE["off_hours"].caveat


def test_a_reason_without_a_survey_says_none() -> None:
    assert Evidence("Because.", "Somebody").survey == ""
