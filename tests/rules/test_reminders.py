"""When a letter is reminded of: twice at most, not at night, and never again."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from rules.next_step import next_step
from rules.records import (
    Dossier,
    FactKind,
    MessageKind,
    Moment,
    Opportunity,
    OpportunityId,
    Outcome,
    Preferences,
)
from rules.reminders import APART, Call, Plan, plan, reminders_of
from rules.steps import NextStep, StepKind
from rules.timing import Window
from rules.today import matter_of_step
from tests.rules.dossiers import LONDON, OID, at, case, ended, said, sent, talk, thanks, when

TOKYO, NEW_YORK = ZoneInfo("Asia/Tokyo"), ZoneInfo("America/New_York")
OWED = case(talk("i1", "05-14 15:00", "AB"))
"""Thursday 15:00: best at 17:00, in time until Friday 15:00."""
APPLIED = case(applied_at=at("05-06 12:00"))
"""A follow-up in Wednesday 13 May 10:00 to Wednesday 20 May 17:00."""


def moments(dossier: Dossier, moment: Moment) -> list[str]:
    """When that is reminded of, as the person's clock shows it."""
    found = reminders_of(dossier.opportunity, next_step(dossier, moment), moment)
    return [f"{one.at.astimezone(moment.zone):%a %d %H:%M}" for one in found]


def planned(dossier: Dossier, moment: Moment, spoken: dict[str, datetime] | None = None) -> Plan:
    return plan([(dossier.opportunity, next_step(dossier, moment))], moment, spoken or {})


def letter(message: MessageKind, best: str, latest: str, **more: str) -> NextStep:
    """A letter with that window, at London's time."""
    window = Window(
        earliest=at(more.get("earliest", best)),
        best=at(best),
        latest=at(latest),
        final=at(latest) + timedelta(days=7),
    )
    return NextStep(kind=StepKind.WRITE, message=message, window=window)


def spoken_at(step: NextStep, moment: Moment, dossier: Dossier = OWED) -> list[str]:
    found = reminders_of(dossier.opportunity, step, moment)
    return [f"{one.at.astimezone(moment.zone):%a %d %H:%M}" for one in found]


def test_at_the_best_moment_and_three_hours_before_the_last() -> None:
    assert moments(OWED, when("05-14 15:30")) == ["Thu 14 17:00", "Fri 15 12:00"]
    assert moments(APPLIED, when("05-07 09:00")) == ["Wed 13 10:00", "Wed 20 14:00"]


def test_only_what_is_to_be_written_is_reminded_of() -> None:
    booked = case(talk("i1", "05-20 15:00"))
    resting = case(talk("i1", "05-04 15:00", "A"), thanks("A", "05-04 18:00"))
    told = case(talk("i1", "05-04 15:00", "A"), **ended(Outcome.NO_ANSWER, "05-10 10:00"))
    assert moments(booked, when("05-14 15:00")) == []
    assert moments(told, when("05-14 15:00")) == []
    assert moments(resting, when("05-06 15:00")) == ["Mon 11 10:00", "Mon 18 14:00"]


def test_an_application_past_its_last_moment_is_optional_and_not_urged() -> None:
    optional = next_step(APPLIED, when("06-20 10:00"))
    assert optional.kind is StepKind.WRITE
    assert planned(APPLIED, when("06-20 10:00")) == Plan()


def test_an_early_morning_reminder_waits_until_eight() -> None:
    ended_at_ten = case(talk("i1", "05-14 10:00", "A"))
    assert moments(ended_at_ten, when("05-14 12:30")) == ["Thu 14 12:00", "Fri 15 08:00"]


def test_what_would_be_late_in_the_morning_is_said_the_evening_before() -> None:
    """Latest at 06:30: three hours before lies in the night, and eight is too late."""
    step = letter(MessageKind.THANK_YOU, "05-14 09:00", "05-15 06:30")
    assert spoken_at(step, when("05-14 09:00")) == ["Thu 14 09:00", "Thu 14 21:00"]


def test_a_thank_you_that_would_be_late_speaks_in_quiet_hours_until_ten() -> None:
    step = letter(MessageKind.THANK_YOU, "05-14 09:00", "05-15 00:30")
    assert spoken_at(step, when("05-14 09:00")) == ["Thu 14 09:00", "Thu 14 21:30"]
    other = letter(MessageKind.ANSWER, "05-14 09:00", "05-15 00:30")
    assert spoken_at(other, when("05-14 09:00")) == ["Thu 14 09:00", "Thu 14 19:00"]


def test_without_room_before_it_a_reminder_is_held_past_the_last_moment() -> None:
    """An offer on a Friday night: the weekend is quiet, and nothing lay before it."""
    step = letter(MessageKind.OFFER_ACKNOWLEDGEMENT, "05-15 21:00", "05-16 21:00")
    assert spoken_at(step, when("05-15 21:00")) == ["Mon 18 08:00"]


def test_the_weekend_is_quiet_except_for_thank_yous() -> None:
    thank_you = letter(MessageKind.THANK_YOU, "05-16 10:00", "05-17 10:00")
    answer = letter(MessageKind.ANSWER, "05-16 10:00", "05-18 17:00")
    assert spoken_at(thank_you, when("05-16 09:00")) == ["Sat 16 10:00", "Sun 17 08:00"]
    assert spoken_at(answer, when("05-16 09:00")) == ["Mon 18 08:00", "Mon 18 14:00"]


def test_a_sunday_that_is_worked_there_is_no_weekend() -> None:
    step = letter(MessageKind.CHECK_IN, "05-17 10:00", "05-24 17:00")
    there = replace(
        when("05-15 09:00"), working_days=lambda _country: lambda day: day.weekday() != 4
    )
    assert spoken_at(step, there) == ["Sun 17 10:00", "Sun 24 14:00"]


def test_a_best_moment_at_night_is_said_when_the_person_is_awake() -> None:
    """Ten in New York is eleven at night in Tokyo, where Friday's becomes Monday's."""
    there = replace(when("05-10 09:00"), zone=TOKYO)
    ten_there = letter(MessageKind.CHECK_IN, "05-14 15:00", "05-21 22:00")
    friday = letter(MessageKind.CHECK_IN, "05-15 15:00", "05-22 22:00")
    assert spoken_at(ten_there, there) == ["Fri 15 08:00", "Thu 21 19:00"]
    assert spoken_at(friday, there) == ["Mon 18 08:00", "Fri 22 19:00"]


def test_quiet_hours_are_as_chosen() -> None:
    ended_late = case(talk("i1", "05-14 17:00", "A"))
    usual = when("05-14 19:30")
    early = when("05-14 19:30", Preferences(quiet_from=time(17), quiet_to=time(9, 30)))
    by_day = when("05-14 19:30", Preferences(quiet_from=time(13), quiet_to=time(15)))
    never = when("05-14 19:30", Preferences(quiet_from=time(8), quiet_to=time(8)))
    assert moments(ended_late, usual) == ["Fri 15 08:00", "Fri 15 14:00"]
    assert moments(ended_late, early) == ["Fri 15 09:30", "Fri 15 14:00"]
    assert moments(ended_late, by_day) == ["Fri 15 08:00", "Fri 15 15:00"]
    assert moments(ended_late, never) == ["Fri 15 08:00", "Fri 15 14:00"]


def test_awake_is_asked_where_quiet_hours_are_short() -> None:
    short = Preferences(quiet_from=time(23), quiet_to=time(6))
    step = letter(MessageKind.CHECK_IN, "05-14 22:30", "05-21 10:30")
    assert spoken_at(step, when("05-14 09:00", short)) == ["Fri 15 08:00", "Thu 21 08:00"]
    night = letter(MessageKind.CHECK_IN, "05-14 10:00", "05-21 07:30")
    assert spoken_at(night, when("05-14 09:00", short)) == ["Thu 14 10:00", "Wed 20 21:00"]


def test_two_that_come_close_are_one() -> None:
    step = letter(MessageKind.COMPETING_OFFER, "05-14 13:00", "05-14 17:00")
    assert len(spoken_at(step, when("05-14 12:00"))) == 1
    step = letter(MessageKind.COMPETING_OFFER, "05-14 12:00", "05-14 17:00")
    assert spoken_at(step, when("05-14 12:00")) == ["Thu 14 12:00", "Thu 14 14:00"]


def test_what_was_put_off_is_quiet_until_then() -> None:
    matter = matter_of_step(next_step(OWED, when("05-14 15:30")))
    until = at("05-14 20:30")
    put_off = case(talk("i1", "05-14 15:00"), snoozed_matter=matter, snoozed_until=until)
    assert moments(put_off, when("05-14 15:30")) == ["Fri 15 08:00", "Fri 15 12:00"]
    assert planned(put_off, when("05-14 18:00")).due == ()
    other = case(talk("i1", "05-14 15:00"), snoozed_matter="else", snoozed_until=until)
    assert moments(other, when("05-14 15:30")) == moments(OWED, when("05-14 15:30"))


def test_the_plan_names_what_is_due_and_when_to_ask_again() -> None:
    early = planned(OWED, when("05-14 16:59"))
    assert early == Plan(next_at=at("05-14 17:00"))
    now = planned(OWED, when("05-14 17:00"))
    assert [one.call for one in now.due] == [Call.BEST]
    assert now.next_at == at("05-15 12:00")
    spoken = dict.fromkeys(now.done, at("05-14 17:00"))
    assert planned(OWED, when("05-14 17:00"), spoken) == Plan(next_at=at("05-15 12:00"))
    last = planned(OWED, when("05-15 12:00"), spoken)
    assert [one.call for one in last.due] == [Call.LAST]
    spoken |= dict.fromkeys(last.done, at("05-15 12:00"))
    assert planned(OWED, when("05-15 14:00"), spoken) == Plan()


def test_what_was_missed_is_said_once_for_each_letter() -> None:
    missed = planned(OWED, when("05-15 13:00"))
    assert [one.call for one in missed.due] == [Call.LAST]
    assert len(missed.done) == 2
    again = planned(OWED, when("05-15 13:00"), dict.fromkeys(missed.done, at("05-15 13:00")))
    assert again == Plan()


def test_what_was_missed_waits_for_the_end_of_the_quiet_hours_too() -> None:
    started_at_night = planned(APPLIED, when("05-14 21:00"))
    assert started_at_night.due == ()
    assert started_at_night.next_at == at("05-15 08:00")
    late_already = planned(OWED, when("05-15 21:00"))
    assert late_already.next_at == at("05-16 08:00")


def test_a_clock_set_back_repeats_nothing() -> None:
    spoken = dict.fromkeys(planned(OWED, when("05-15 12:00")).done, at("05-15 12:00"))
    for moment in ("05-14 16:00", "05-14 17:00", "05-15 11:00", "05-15 12:00"):
        assert planned(OWED, when(moment), spoken) == Plan()


def test_a_window_moved_by_what_they_said_is_reminded_of_anew() -> None:
    thanked = (talk("i1", "05-04 15:00", "A"), thanks("A", "05-04 18:00"))
    first = planned(case(*thanked), when("05-11 10:00"))
    assert len(first.due) == 1
    spoken = dict.fromkeys(first.done, at("05-11 10:00"))
    promised = case(*thanked, said(FactKind.PROMISE, "05-11 11:00", date(2026, 5, 22)))
    assert planned(promised, when("05-11 11:05"), spoken).next_at == at("05-27 10:00")
    assert len(planned(promised, when("05-27 10:00"), spoken).due) == 1


def test_a_zone_that_changed_repeats_nothing() -> None:
    """Where the employer's zone is unknown the person's is assumed, and with it the window."""
    unknown = replace(APPLIED, opportunity=replace(APPLIED.opportunity, zone=""))
    first = planned(unknown, when("05-13 10:00"))
    spoken = dict.fromkeys(first.done, at("05-13 10:00"))
    there = replace(when("05-13 16:00"), zone=NEW_YORK)
    assert planned(unknown, there, spoken).due == ()


def test_several_are_in_the_order_of_their_last_moments() -> None:
    moment = when("05-15 13:00")
    other = replace(APPLIED.opportunity, id=OpportunityId("p"))
    items = [(other, next_step(APPLIED, moment)), (OWED.opportunity, next_step(OWED, moment))]
    found = plan(items, moment, {})
    assert [one.opportunity_id for one in found.due] == [OID, "p"]
    assert len({one.key for one in found.due}) == 2


def test_each_letter_has_its_own_reminders() -> None:
    """The thank-you's were said; the check-in of the same round still has its two."""
    spoken = dict.fromkeys(planned(OWED, when("05-15 12:00")).done, at("05-15 12:00"))
    later = case(talk("i1", "05-14 15:00", "A"), thanks("A", "05-15 12:30"))
    assert len(planned(later, when("05-22 10:00"), spoken).due) == 1
    done = case(
        talk("i1", "05-14 15:00", "A"),
        thanks("A", "05-15 12:30"),
        sent(MessageKind.CHECK_IN, "A", "05-22 10:30"),
    )
    assert planned(done, when("05-22 11:00"), spoken) == Plan()


ZONES = st.sampled_from(
    [LONDON, TOKYO, NEW_YORK, ZoneInfo("Asia/Kolkata"), ZoneInfo("Africa/Cairo")]
)
TIMES = st.times(min_value=time(0), max_value=time(23, 59)).map(
    lambda found: found.replace(second=0, microsecond=0)
)
KINDS = st.sampled_from(list(MessageKind))


@st.composite
def letters(draw: st.DrawFn) -> NextStep:
    """A letter whose window lies somewhere in the spring of 2026."""
    start = datetime(2026, 3, 1, tzinfo=UTC)
    minutes = sorted(draw(st.lists(st.integers(0, 60_000), min_size=4, max_size=4)))
    earliest, best, latest, final = (start + timedelta(minutes=one) for one in minutes)
    window = Window(earliest=earliest, best=best, latest=latest, final=final)
    return NextStep(kind=StepKind.WRITE, message=draw(KINDS), window=window)


def _is_quiet(moment: datetime, step: NextStep, there: Moment) -> bool:
    """Whether the person is left in peace then, told without the rules' own means."""
    local = moment.astimezone(there.zone)
    begins, ends = there.preferences.quiet_from, there.preferences.quiet_to
    hour = local.time().replace(tzinfo=None)
    inside = begins <= hour < ends if begins < ends else (hour >= begins or hour < ends)
    thanks_ = step.message in (MessageKind.THANK_YOU, MessageKind.PASS_ON)
    if begins == ends:
        inside = False
    if inside and thanks_ and step.window is not None and moment <= step.window.latest:
        return False  # the exception has its own tests
    return inside or (not thanks_ and local.weekday() >= 5)


@given(step=letters(), zone=ZONES, begins=TIMES, ends=TIMES, hours=st.data())
def test_never_more_than_two_and_never_in_quiet_hours(
    step: NextStep, zone: ZoneInfo, begins: time, ends: time, hours: st.DataObject
) -> None:
    """The clock is moved to and fro through the window; the person does nothing."""
    assert step.window is not None
    window = step.window
    opportunity: Opportunity = OWED.opportunity
    spoken: dict[str, datetime] = {}
    count = 0
    there = Moment(
        now=window.earliest,
        zone=zone,
        zone_of=lambda _name: None,
        preferences=Preferences(quiet_from=begins, quiet_to=ends),
    )
    for _ in range(12):
        hour = hours.draw(st.integers(-24, 1200))
        there = replace(there, now=window.earliest + timedelta(hours=hour))
        found = plan([(opportunity, step)], there, spoken)
        for one in found.due:
            count += 1
            assert one.at <= there.now
            assert one.at >= min(window.best, window.latest)
            assert not _is_quiet(there.now, step, there)
        if found.next_at is not None:
            assert found.next_at > there.now
            assert not _is_quiet(found.next_at, step, there)
        assert not found.done & spoken.keys()
        spoken |= dict.fromkeys(found.done, there.now)
    assert count <= 2


@given(step=letters(), zone=ZONES, begins=TIMES, ends=TIMES)
def test_two_reminders_are_apart_and_in_order(
    step: NextStep, zone: ZoneInfo, begins: time, ends: time
) -> None:
    assert step.window is not None
    there = replace(
        when("05-14 12:00", Preferences(quiet_from=begins, quiet_to=ends)),
        now=step.window.earliest,
        zone=zone,
    )
    found = reminders_of(OWED.opportunity, step, there)
    assert [one.call for one in found] in ([Call.BEST], [Call.BEST, Call.LAST])
    if len(found) == 2:
        assert found[1].at - found[0].at > APART
