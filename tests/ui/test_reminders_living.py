"""Reminders over days: said once, held at night, never missed by sleep, never repeated."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.faults import FaultKind, StoreFault
from rules.records import Draft, MessageKind, Preferences, Tone
from tests.ui.frame_world import LINE, session_in
from tests.ui.reminder_world import Days, Ears, at
from ui.reminders import TABLE, TICK_MS, Reminders

TWO = "Lumen & Oak: 2 people to thank"
AN_APPLICATION = "Kestrel Rail, Service Designer, applied today"


@pytest.fixture
def days(qtbot: QtBot, tmp_path: Path) -> Iterator[Days]:
    made = Days(tmp_path, "14 15:20")
    yield made
    made.close()


def test_a_thank_you_is_reminded_of_twice_and_no_more(days: Days) -> None:
    days.add(LINE)
    days.reminders.start()
    assert days.ears.titles() == []
    days.until("14 16:59")
    assert days.ears.titles() == []
    days.until("14 17:00")
    assert days.ears.titles() == [f"{TWO}, 22 h left"]
    days.until("15 12:00", every=timedelta(minutes=10))
    assert days.ears.titles() == [f"{TWO}, 3 h left"]
    days.until("21 15:00", every=timedelta(hours=1))
    assert days.ears.titles() == []


def test_it_opens_the_card_it_speaks_of(days: Days) -> None:
    oid = days.add(LINE)
    days.reminders.start()
    days.jump("14 17:00")
    assert [one for _, one in days.ears.told] == [oid]


def test_what_was_sent_is_not_reminded_of(days: Days) -> None:
    oid = days.add(LINE)
    days.reminders.start()
    days.session.mark_step_sent(oid)
    days.until("16 12:00", every=timedelta(hours=1))
    assert days.ears.titles() == []


def test_several_at_once_are_one_notice(days: Days) -> None:
    days.add(LINE)
    days.add("Brightmoor Council, Designer, today 13:00 with Hal Adeyemi")
    days.reminders.start()
    days.jump("14 17:30")
    said, oid = days.ears.told[0]
    assert len(days.ears.told) == 1
    assert oid is None
    assert said.title == "2 letters to send"
    assert said.lines == (
        "Brightmoor Council: 1 person to thank, 20 h left",
        "Lumen & Oak: 2 people to thank, 21 h left",
    )


def test_of_many_the_rest_is_counted(days: Days) -> None:
    for number in range(6):
        days.add(f"Company {number}, Designer, today 13:00 with Hal Adeyemi")
    days.reminders.start()
    days.jump("14 17:30")
    said, _ = days.ears.told[0]
    assert said.title == "6 letters to send"
    assert len(said.lines) == 5
    assert said.lines[-1] == "and 2 more"


def test_missed_while_closed_is_said_once_merged_on_the_next_start(days: Days) -> None:
    days.add(AN_APPLICATION)
    days.close()
    days.now = at("22 11:00")
    days.open()
    days.reminders.start()
    assert days.ears.titles() == ["Kestrel Rail: application follow-up, 6 days left"]
    days.close()
    days.open()
    days.reminders.start()
    days.hear()
    assert days.ears.titles() == []


def test_the_first_half_of_it_too(days: Days) -> None:
    days.add(LINE)
    days.add("Brightmoor Council, Designer, today 13:00 with Hal Adeyemi")
    days.close()
    days.now = at("15 13:30")
    days.open()
    days.reminders.start()
    assert days.ears.titles() == ["2 letters to send"]
    days.until("16 12:00", every=timedelta(minutes=30))
    assert days.ears.titles() == []


def test_a_start_at_night_waits_for_the_morning(days: Days) -> None:
    days.add(AN_APPLICATION)
    days.close()
    days.now = at("21 21:00")
    days.open()
    days.reminders.start()
    assert days.ears.titles() == []
    days.until("22 08:00", every=timedelta(minutes=20))
    assert days.ears.titles() == ["Kestrel Rail: application follow-up, 6 days left"]


def test_sleep_loses_nothing_and_a_clock_set_back_repeats_nothing(days: Days) -> None:
    days.add(LINE)
    days.reminders.start()
    days.jump("14 19:00")
    assert days.ears.titles() == [f"{TWO}, 20 h left"]
    for moment in ("14 15:30", "14 17:00", "14 16:00", "14 18:00"):
        days.jump(moment)
        assert days.ears.titles() == []
    days.jump("15 12:30")
    assert days.ears.titles() == [f"{TWO}, 2 h left"]
    days.jump("14 12:00")
    days.until("15 14:00", every=timedelta(minutes=30))
    assert days.ears.titles() == []


def test_what_is_being_worked_on_needs_no_reminder(days: Days) -> None:
    """Typed in the evening, about a talk of the morning: the person has it before them."""
    days.reminders.start()
    days.now = at("14 18:30")
    days.add("Lumen & Oak, Designer, today 10:00 with Priya Raman")
    days.hear()
    assert days.ears.titles() == []
    days.until("15 08:00", every=timedelta(minutes=30))
    assert days.ears.titles() == ["Lumen & Oak: 1 person to thank, 3 h left"]


def test_switched_off_it_says_nothing_and_does_not_catch_up(days: Days) -> None:
    days.add(LINE)
    days.reminders.start()
    days.session.set_options(replace(days.session.options, reminders=False))
    days.jump("14 17:30")
    assert days.ears.titles() == []
    days.session.set_options(replace(days.session.options, reminders=True))
    days.hear()
    assert days.ears.titles() == []
    days.jump("15 12:00")
    assert days.ears.titles() == [f"{TWO}, 3 h left"]


def test_a_card_put_off_is_silent_until_it_comes_back(days: Days) -> None:
    oid = days.add(AN_APPLICATION)
    days.reminders.start()
    days.jump("20 12:00")
    days.session.snooze(oid, at("22 14:00"))
    days.until("22 13:59", every=timedelta(hours=1))
    assert days.ears.titles() == []
    days.jump("22 14:00")
    assert days.ears.titles() == ["Kestrel Rail: application follow-up, 6 days left"]


def test_other_quiet_hours_are_kept_at_once(days: Days) -> None:
    days.add(LINE)
    days.reminders.start()
    days.session.set_preferences(Preferences(quiet_from=time(16), quiet_to=time(9)))
    days.until("15 08:59", every=timedelta(minutes=7))
    assert days.ears.titles() == []
    days.jump("15 09:00")
    assert days.ears.titles() == [f"{TWO}, 6 h left"]


def test_a_deleted_card_is_not_spoken_of(days: Days) -> None:
    oid = days.add(LINE)
    days.reminders.start()
    days.session.delete(oid)
    days.jump("14 18:00")
    assert days.ears.titles() == []


def test_the_timer_waits_for_the_next_and_never_for_long(days: Days, qtbot: QtBot) -> None:
    days.add(LINE)
    assert days.reminders.waits_ms() == -1
    days.reminders.start()
    assert TICK_MS - 1_000 < days.reminders.waits_ms() < TICK_MS + 1_000  # Qt rounds long waits
    days.jump("14 16:59")
    assert 58_000 < days.reminders.waits_ms() < 62_000
    days.now = at("14 17:00") - timedelta(milliseconds=30)
    days.hear()
    days.now = at("14 17:00")
    qtbot.waitUntil(lambda: len(days.ears.told) == 1)


def test_an_example_reminds_of_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    ears = Ears()
    session = session_in(tmp_path, filled=True)
    reminders = Reminders(session, ears)
    reminders.start()
    assert ears.told == []
    assert reminders.waits_ms() == -1


def test_what_cannot_be_kept_is_remembered_until_the_end(
    days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(name: str, texts: object) -> None:
        raise StoreFault(FaultKind.DISK_FULL, days.folder)

    days.add(LINE)
    days.reminders.start()
    monkeypatch.setattr(days.session, "remember", refuse)
    days.jump("14 17:00")
    assert len(days.ears.titles()) == 1
    days.jump("14 17:05")
    assert days.ears.titles() == []


def test_a_table_that_makes_no_sense_is_left_alone(days: Days) -> None:
    oid = days.add(LINE)
    days.session.remember(
        TABLE,
        {
            "": "2026-05-14T17:00:00+00:00",
            "gone i thank_you best": "2026-05-14T17:00:00+00:00",
            f"{oid} a": "yesterday",
            f"{oid} b": "2026-05-14T17:00:00",
        },
    )
    days.close()
    days.open()
    days.reminders.start()
    days.jump("14 17:00")
    assert days.ears.titles() == [f"{TWO}, 22 h left"]
    assert len(days.session.remembered(TABLE)) == 1


def test_a_copied_thank_you_is_still_reminded_of_until_it_is_said_to_be_sent(days: Days) -> None:
    """Copied is not sent, and its hours run."""
    oid = days.add("Lumen & Oak, Designer, today 14:00 with Priya Raman")
    days.reminders.start()
    dossier = days.session.dossier(oid)
    person, talk = dossier.people[0].id, dossier.interviews[0].id
    draft = days.session.draft(oid, MessageKind.THANK_YOU, person, Tone.BRIEF, talk)
    assert isinstance(draft, Draft)
    days.session.mark_copied(days.session.save_draft(draft))
    days.jump("15 12:00")
    assert days.ears.titles() == ["Lumen & Oak: 1 person to thank, 3 h left"]
