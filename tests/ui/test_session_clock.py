"""Clocks set back and forward, and another zone: no instant moves, all due times are anew."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rules.steps import StepKind, StepState
from tests.cases.story_facts import Told
from tests.cases.story_world import OID

TALK = {
    "do": "hold_interview",
    "interview": "i1",
    "start": "2026-05-12T13:00:00-07:00",
    "end": "2026-05-12T14:00:00-07:00",
    "met": ["Kay Long"],
}


def world(employer: str = "America/Los_Angeles", at: str = "2026-05-12T14:00:00-07:00") -> Told:
    """Kay Long was met in California; the person sits in London."""
    told = Told(
        {
            "employer_zone": employer,
            "user_zone": "Europe/London",
            "weekend": [5, 6],
            "holidays": [],
            "company": "Kite",
            "role": "Designer",
            "people": [{"name": "Kay Long", "email": "kay@x.example"}],
            "steps": [{"at": at}],
        }
    )
    told.tell({"at": at, **TALK})
    return told


@pytest.fixture
def told(qapp: object) -> Told:
    return world()


def heard(told: Told) -> list[str]:
    """What the session says about its clock from now on."""
    found: list[str] = []
    told.session.clock_moved.connect(lambda: found.append("moved"))
    return found


def state(told: Told) -> StepState | None:
    return told.session.card(OID).step.state


def edges(told: Told) -> tuple[datetime, datetime, datetime]:
    window = told.session.step(OID).window
    assert window is not None
    return window.earliest, window.latest, window.final


def test_a_clock_set_forward_and_back_reads_every_card_anew(told: Told) -> None:
    fixed = edges(told)
    assert state(told) is StepState.COOLING_OFF
    for at, expected in (
        ("2026-05-13T14:00:01-07:00", StepState.LATE),
        ("2026-05-12T15:00:00-07:00", StepState.COOLING_OFF),
        ("2026-05-12T16:00:00-07:00", StepState.DUE),
        ("2026-05-15T14:00:00-07:00", StepState.VERY_LATE),
        ("2026-05-13T14:00:00-07:00", StepState.DUE),
    ):
        told.set_clock(at)
        assert state(told) is expected
        assert edges(told) == fixed


def test_a_clock_set_back_within_the_hour_is_noticed(told: Told) -> None:
    told.set_clock("2026-05-13T14:10:00-07:00")
    assert state(told) is StepState.LATE
    told.set_clock("2026-05-13T14:00:00-07:00")
    assert state(told) is StepState.DUE


def test_a_clock_set_back_before_the_talk_shows_the_talk_again(told: Told) -> None:
    told.set_clock("2026-05-12T12:00:00-07:00")
    assert told.session.step(OID).kind is StepKind.INTERVIEW
    assert not told.session.step(OID).may_compose


def test_a_letter_stays_sent_though_the_clock_goes_back_before_it(told: Told) -> None:
    thanks = {"do": "send", "kind": "thank_you", "to": "Kay Long"}
    told.tell({"at": "2026-05-12T16:00:00-07:00", **thanks})
    assert told.session.card(OID).used == 1
    told.set_clock("2026-05-12T15:00:00-07:00")
    assert told.session.card(OID).used == 1
    assert told.session.step(OID).state is StepState.TOO_EARLY


@pytest.mark.parametrize(
    ("zone", "best"),
    [
        ("Europe/London", datetime(2026, 5, 13, 15, tzinfo=UTC)),
        ("America/Los_Angeles", datetime(2026, 5, 12, 23, tzinfo=UTC)),
        ("Asia/Tokyo", datetime(2026, 5, 12, 23, tzinfo=UTC)),
    ],
)
def test_another_zone_moves_only_what_lies_in_the_persons_day(
    told: Told, zone: str, best: datetime
) -> None:
    fixed = edges(told)
    told.session.set_zone(ZoneInfo(zone))
    window = told.session.step(OID).window
    assert window is not None
    assert edges(told) == fixed
    assert window.best == best
    assert told.session.zone_name() == zone


def test_another_zone_is_told_once_and_the_same_zone_not_at_all(told: Told) -> None:
    moves = heard(told)
    told.session.set_zone(ZoneInfo("Asia/Tokyo"))
    assert moves == ["moved"]
    told.session.set_zone(ZoneInfo("Asia/Tokyo"))
    assert moves == ["moved"]


def test_an_employer_whose_zone_is_unknown_keeps_the_zone_the_talk_was_typed_in(
    qapp: object,
) -> None:
    told = world(employer="")
    before = edges(told)
    told.session.set_zone(ZoneInfo("Asia/Tokyo"))
    assert edges(told) == before


@pytest.mark.parametrize("by", [timedelta(minutes=1), timedelta(hours=6), timedelta(days=400)])
def test_a_leap_of_any_length_is_one_look(told: Told, by: timedelta) -> None:
    moves = heard(told)
    told.clock.now += by
    told.session.tick_clock()
    assert moves == ["moved"]

    again = world()
    again.clock.now += by
    again.session.know_working_days(told.session.moment().working_days)
    assert again.session.step(OID).kind == told.session.step(OID).kind
    assert again.session.step(OID).state == told.session.step(OID).state


def test_a_card_is_looked_at_when_the_employers_day_turns(qapp: object) -> None:
    told = world(employer="Asia/Kolkata", at="2026-05-12T14:00:00+05:30")
    talk = {**TALK, "start": "2026-05-12T13:00:00+05:30", "end": "2026-05-12T14:00:00+05:30"}
    told.tell({"at": "2026-05-12T14:00:00+05:30", **talk})
    told.tell({"at": "2026-05-12T14:05:00+05:30", "do": "promise", "date": "2026-05-20"})
    thanks = {"do": "send", "kind": "thank_you", "to": "Kay Long"}
    told.tell({"at": "2026-05-12T16:00:00+05:30", **thanks})
    # Midnight there is half past an hour by the world's clock.
    told.set_clock("2026-05-20T23:40:00+05:30")
    assert told.session.step(OID).reason == "promised_day_ahead"
    told.set_clock("2026-05-21T00:00:00+05:30")
    assert told.session.step(OID).reason == "promised_day_passed"
