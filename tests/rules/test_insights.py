"""What is counted: how far, how soon thanked, how often answered. Parts always sum to wholes."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.insights import (
    FEWEST,
    Insights,
    Milestone,
    Period,
    Thanked,
    Thanks,
    first_day,
    has_begun,
    insights,
    share,
)
from rules.records import (
    Dossier,
    FactKind,
    Interview,
    MessageKind,
    OpportunityId,
    Outcome,
    Part,
    PersonId,
)
from rules.waits import CheckInDay, Waited
from tests.rules.dossiers import OID, A, at, case, ended, person, said, sent, talk, thanks, when
from tests.rules.test_ledger_invariants import histories, moments

APPLIED: dict[str, Any] = {"applied_at": at("04-10 09:00")}
TALK = talk("i1", "04-20 11:00", "A")  # a Monday
NOTE = thanks("A", "04-20 15:00")
LATER = "06-20 12:00"


def counted(*dossiers: Dossier, now: str = LATER, period: Period = Period.ALL) -> Insights:
    return insights(dossiers, period, when(now))


def reached(dossier: Dossier, now: str = LATER) -> list[Milestone]:
    found = counted(dossier, now=now)
    return [one for one in Milestone if OID in found.reached[one]]


def states(dossier: Dossier, now: str = LATER) -> list[Thanks]:
    return [one.state for one in counted(dossier, now=now).thanks]


def waits(dossier: Dossier, now: str = LATER) -> list[tuple[CheckInDay, bool]]:
    return [(one.check_in, one.answered) for one in counted(dossier, now=now).waits]


def check_in(moment: str) -> Any:
    return sent(MessageKind.CHECK_IN, "A", moment)


# How far


def test_nothing_on_record_counts_as_nothing() -> None:
    found = counted()
    assert all(found.reached[one] == () for one in Milestone)
    assert found.thanks == ()
    assert found.waits == ()


def test_an_application_that_has_not_gone_out_is_none() -> None:
    assert reached(case()) == []
    assert reached(case(applied_at=at("07-01 09:00"))) == []
    assert reached(case(**APPLIED)) == [Milestone.APPLIED]


def test_a_talk_counts_once_its_round_is_over() -> None:
    two = (talk("i1", "04-20 11:00", "A"), talk("i2", "04-20 15:00", "A"))
    assert reached(case(*two, **APPLIED), "04-20 12:00") == [Milestone.APPLIED]
    assert reached(case(*two, **APPLIED), "04-20 15:00") == [
        Milestone.APPLIED,
        Milestone.INTERVIEW,
    ]


def test_a_second_round_is_a_second_interview() -> None:
    talks = (TALK, talk("i2", "05-04 11:00", "A"))
    assert Milestone.SECOND_INTERVIEW in reached(case(*talks, **APPLIED))


def test_an_invitation_without_an_application_counts_from_its_first_talk() -> None:
    assert reached(case(TALK)) == [Milestone.APPLIED, Milestone.INTERVIEW]
    assert reached(case(TALK), "04-20 10:30") == []


def test_an_offer_after_one_talk_did_not_pass_a_second() -> None:
    told = case(TALK, **APPLIED, **ended(Outcome.OFFER, "05-10 09:00"))
    noted = case(TALK, said(FactKind.OFFER, "05-10 09:00", person_id=A), **APPLIED)
    lost = case(TALK, **APPLIED, **ended(Outcome.NOT_THIS_TIME, "05-10 09:00"))
    way = [Milestone.APPLIED, Milestone.INTERVIEW]
    assert reached(told) == reached(noted) == [*way, Milestone.OFFER]
    assert reached(lost) == way


def test_it_begins_with_the_first_talk_or_the_fifth_application() -> None:
    moment = when(LATER)
    assert not has_begun([], moment)
    assert not has_begun([case(), *[case(**APPLIED)] * 4], moment)
    assert has_begun([case(**APPLIED)] * 5, moment)
    assert has_begun([case(TALK)], moment)
    assert not has_begun([case(TALK)], when("04-20 10:30"))


# When


def test_the_periods_begin_on_their_days() -> None:
    moment = when("05-14 15:20")
    assert first_day(Period.FOUR_WEEKS, moment) == date(2026, 4, 16)
    assert first_day(Period.SEASON, moment) == date(2026, 3, 1)
    assert first_day(Period.ALL, moment) is None
    assert first_day(Period.SEASON, when("01-31 09:00")) == date(2025, 11, 1)
    assert first_day(Period.SEASON, when("02-28 09:00")) == date(2025, 12, 1)


def test_an_application_counts_by_its_day_and_a_round_by_its_own() -> None:
    early = case(talk("i1", "05-04 11:00", "A"), thanks("A", "05-04 15:00"), **APPLIED)
    found = counted(early, now="05-14 15:20", period=Period.FOUR_WEEKS)
    assert found.since == date(2026, 4, 16)
    assert found.reached[Milestone.APPLIED] == ()
    assert len(found.thanks) == 1


@pytest.mark.parametrize(("day", "counts"), [("04-16", True), ("04-15", False)])
def test_the_first_day_itself_counts(day: str, counts: bool) -> None:
    one = case(applied_at=at(f"{day} 00:30"))
    found = counted(one, now="05-14 15:20", period=Period.FOUR_WEEKS)
    assert bool(found.reached[Milestone.APPLIED]) is counts


# Thanked in time


@pytest.mark.parametrize(
    ("moment", "state"), [("04-21 11:00", Thanks.ON_TIME), ("04-21 11:01", Thanks.LATE)]
)
def test_24_hours_after_the_end_is_still_in_time(moment: str, state: Thanks) -> None:
    assert states(case(TALK, thanks("A", moment))) == [state]


def test_nobody_is_late_before_the_24_hours_are_over() -> None:
    assert states(case(TALK), "04-21 11:00") == []
    assert states(case(TALK), "04-21 11:01") == [Thanks.NOT_THANKED]
    assert states(case(TALK, NOTE), "04-20 16:00") == [Thanks.ON_TIME]


def test_somebody_left_out_is_not_counted() -> None:
    both = replace(talk("i1", "04-20 11:00", "AB"), skipped=(PersonId("B"),))
    assert states(case(both, NOTE)) == [Thanks.ON_TIME]


def test_the_first_note_decides_and_one_that_never_arrived_does_not() -> None:
    again = thanks("A", "04-25 15:00")
    assert states(case(TALK, again, NOTE)) == [Thanks.ON_TIME]
    bounced = replace(NOTE, bounced_at=at("04-20 16:00"))
    assert states(case(TALK, again, bounced)) == [Thanks.LATE]


def test_a_check_in_thanks_nobody() -> None:
    assert states(case(TALK, check_in("04-21 10:00"))) == [Thanks.NOT_THANKED]


def test_a_note_passed_on_thanks_those_it_names() -> None:
    names = (PersonId("A"), PersonId("B"))
    note = sent(MessageKind.PASS_ON, "O", "04-20 15:00", names=names)
    organised = case(
        talk("i1", "04-20 11:00", "AB"),
        note,
        people=(person("A"), person("B"), person("O", Part.ORGANISER)),
    )
    assert states(organised) == [Thanks.ON_TIME, Thanks.ON_TIME]


def test_a_note_to_the_agency_thanks_everybody_met() -> None:
    agency = case(
        talk("i1", "04-20 11:00", "AB"),
        thanks("R", "04-20 15:00"),
        people=(person("A"), person("B"), person("R", Part.RECRUITER)),
        agency=True,
    )
    assert states(agency) == [Thanks.ON_TIME, Thanks.ON_TIME]


def test_after_an_answer_within_the_day_nothing_is_owed() -> None:
    rejected = said(FactKind.REJECTION, "04-21 09:00", person_id=A)
    assert states(case(TALK, rejected)) == []
    assert states(case(TALK, rejected, NOTE)) == [Thanks.ON_TIME]
    later = said(FactKind.REJECTION, "04-22 09:00", person_id=A)
    assert states(case(TALK, later)) == [Thanks.NOT_THANKED]


def late_on(*days: int, others: tuple[int, ...] = ()) -> Insights:
    """People late after talks on those days of May 2026, others in time."""
    marks = [(day, Thanks.LATE) for day in days] + [(day, Thanks.ON_TIME) for day in others]
    return Insights(
        since=None,
        reached={},
        waits=(),
        thanks=tuple(
            Thanked(opportunity_id=OID, person_id=A, day=date(2026, 5, day), state=state)
            for day, state in marks
        ),
    )


def test_a_weekday_is_named_only_where_all_late_ones_came_after_it() -> None:
    assert late_on(1, 8, 15, others=(4,)).late_weekday == 4
    assert late_on(1, 8, others=(4,)).late_weekday is None  # too few
    assert late_on(1, 8, 14, others=(4,)).late_weekday is None  # two weekdays
    assert late_on(1, 8, 15).late_weekday is None  # all talks were on that day
    assert late_on(1, 8, 15, others=(22,)).late_weekday is None
    assert late_on().late_weekday is None


# Answered


@pytest.mark.parametrize(
    ("moment", "bucket"),
    [
        ("04-26 10:00", CheckInDay.BEFORE_7),
        ("04-27 10:00", CheckInDay.FROM_7),
        ("04-28 10:00", CheckInDay.FROM_7),
        ("04-29 10:00", CheckInDay.FROM_9),
        ("05-02 10:00", CheckInDay.FROM_11),
        ("05-04 10:00", CheckInDay.FROM_13),
        ("05-05 10:00", CheckInDay.FROM_15),
        ("05-30 10:00", CheckInDay.FROM_15),
    ],
)
def test_a_check_in_falls_on_the_days_since_the_first_note(moment: str, bucket: CheckInDay) -> None:
    assert waits(case(TALK, NOTE, check_in(moment))) == [(bucket, False)]


@pytest.mark.parametrize(
    ("moment", "answered"), [("05-07 10:00", True), ("05-07 10:01", False), ("04-27 10:01", True)]
)
def test_an_answer_counts_within_ten_days(moment: str, answered: bool) -> None:
    told = said(FactKind.REPLY_NOTE, moment, person_id=A)
    dossier = case(TALK, NOTE, check_in("04-27 10:00"), told)
    assert waits(dossier) == [(CheckInDay.FROM_7, answered)]


def test_an_absence_note_is_no_answer() -> None:
    away = said(FactKind.OUT_OF_OFFICE, "04-28 10:00", date(2026, 5, 3))
    assert waits(case(TALK, NOTE, check_in("04-27 10:00"), away)) == [(CheckInDay.FROM_7, False)]


def test_a_round_counts_once_its_ten_days_are_over() -> None:
    told = said(FactKind.REPLY_NOTE, "04-28 10:00", person_id=A)
    dossier = case(TALK, NOTE, check_in("04-27 10:00"), told)
    assert waits(dossier, "05-07 09:59") == []
    assert waits(dossier, "05-07 10:00") == [(CheckInDay.FROM_7, True)]


def test_without_a_check_in_the_ten_days_begin_when_it_was_due() -> None:
    silent = case(TALK, NOTE)
    assert waits(silent, "05-07 14:59") == []
    assert waits(silent, "05-07 15:00") == [(CheckInDay.NONE, False)]
    told = said(FactKind.REPLY_NOTE, "04-29 10:00", person_id=A)
    assert waits(case(TALK, NOTE, told)) == [(CheckInDay.NONE, True)]


def test_what_was_answered_before_waited_for_nothing() -> None:
    told = said(FactKind.REPLY_NOTE, "04-24 10:00", person_id=A)
    assert waits(case(TALK, NOTE, told)) == []
    assert waits(case(TALK, NOTE, told, check_in("04-27 10:00"))) == []


def test_nobody_written_to_is_nobody_waited_for() -> None:
    assert waits(case(TALK)) == []


def test_an_outcome_is_an_answer() -> None:
    offered = case(TALK, NOTE, check_in("04-27 10:00"), **ended(Outcome.OFFER, "04-30 10:00"))
    assert waits(offered) == [(CheckInDay.FROM_7, True)]
    closed = case(TALK, NOTE, check_in("04-27 10:00"), **ended(Outcome.NO_ANSWER, "04-30 10:00"))
    assert waits(closed) == [(CheckInDay.FROM_7, False)]


def test_meeting_again_is_an_answer_and_belongs_to_the_older_round() -> None:
    again = talk("i2", "05-04 11:00", "A")
    lost = ended(Outcome.NOT_THIS_TIME, "05-20 10:00")
    dossier = case(TALK, NOTE, check_in("04-27 10:00"), again, **lost)
    assert waits(dossier) == [(CheckInDay.FROM_7, True)]


def test_what_the_person_gave_up_is_left_out() -> None:
    withdrew = ended(Outcome.WITHDREW, "04-30 10:00")
    assert waits(case(TALK, NOTE, check_in("04-27 10:00"), **withdrew)) == []
    assert waits(case(TALK, NOTE, **withdrew)) == []
    closed = ended(Outcome.NO_ANSWER, "04-25 10:00")
    assert waits(case(TALK, NOTE, **closed)) == []
    after = ended(Outcome.NO_ANSWER, "05-25 10:00")
    assert waits(case(TALK, NOTE, **after)) == [(CheckInDay.NONE, False)]


def test_a_check_in_without_a_note_before_counts_from_the_talk() -> None:
    assert waits(case(TALK, check_in("04-29 10:00"))) == [(CheckInDay.FROM_9, False)]


# Shares


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(0, 0, None), (4, 4, None), (0, 5, 0), (13, 34, 38), (6, 34, 18), (1, 34, 3), (1, 8, 13)],
)
def test_a_share_is_rounded_and_told_from_five_cases_on(
    part: int, whole: int, percent: int | None
) -> None:
    assert share(part, whole) == percent


@given(st.data())
def test_a_share_is_a_percentage(data: st.DataObject) -> None:
    whole = data.draw(st.integers(0, 10_000))
    told = share(data.draw(st.integers(0, whole)), whole)
    assert told is None if whole < FEWEST else told is not None and 0 <= told <= 100


@given(st.lists(histories(), max_size=4), st.sampled_from(Period), moments)
def test_parts_sum_to_wholes(dossiers: list[Dossier], period: Period, now: Any) -> None:
    several = [_renamed(dossier, number) for number, dossier in enumerate(dossiers)]
    moment = replace(when("05-01 12:00"), now=now)
    found = insights(several, period, moment)
    applied = set(found.reached[Milestone.APPLIED])
    known = {dossier.opportunity.id for dossier in several}
    assert applied <= known
    for milestone in Milestone:
        ids = found.reached[milestone]
        assert len(ids) == len(set(ids))
        assert set(ids) <= applied
    second, first = Milestone.SECOND_INTERVIEW, Milestone.INTERVIEW
    assert set(found.reached[second]) <= set(found.reached[first])
    assert sum(len(found.thanked(state)) for state in Thanks) == len(found.thanks)
    assert sum(len(found.waited(day)) for day in CheckInDay) == len(found.waits)
    met = sum(len(talk_.met) for one in several for talk_ in one.interviews)
    assert len(found.thanks) <= met
    assert {one.opportunity_id for one in found.thanks} <= known
    assert {one.opportunity_id for one in found.waits} <= known
    assert list(found.thanks) == sorted(found.thanks, key=lambda one: one.day)


@given(st.lists(histories(), max_size=3), moments)
def test_a_shorter_time_never_counts_more(dossiers: list[Dossier], now: Any) -> None:
    moment = replace(when("05-01 12:00"), now=now)
    all_time = insights(dossiers, Period.ALL, moment)
    for period in (Period.FOUR_WEEKS, Period.SEASON):
        found = insights(dossiers, period, moment)
        assert len(found.thanks) <= len(all_time.thanks)
        assert len(found.waits) <= len(all_time.waits)
        for milestone in Milestone:
            assert len(found.reached[milestone]) <= len(all_time.reached[milestone])


@given(histories(), moments, st.integers(1, 60))
def test_what_was_once_decided_about_a_wait_stays_while_nothing_new_happens(
    dossier: Dossier, now: Any, more: int
) -> None:
    """Time alone adds cases and changes none, while no talk or fact lies between."""
    last = max(
        (
            *(one.at for one in dossier.facts),
            *(one.sent_at for one in dossier.messages),
            *(one.end for one in dossier.interviews if one.end is not None),
            now,
        )
    )
    early = replace(when("05-01 12:00"), now=last)
    late = replace(early, now=last + timedelta(days=more))
    before = insights([dossier], Period.ALL, early).waits
    after = insights([dossier], Period.ALL, late).waits
    assert set(_plain(before)) <= set(_plain(after))


def _plain(found: tuple[Waited, ...]) -> list[tuple[CheckInDay, bool]]:
    return [(one.check_in, one.answered) for one in found]


def _renamed(dossier: Dossier, number: int) -> Dossier:
    oid = OpportunityId(f"o{number}")
    talks: tuple[Interview, ...] = dossier.interviews
    opportunity = replace(dossier.opportunity, id=oid, applied_at=at("04-10 09:00"))
    return replace(dossier, opportunity=opportunity, interviews=talks)
