"""What a row of Today does: its menu, its keys, and the way back from each."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.faults import FaultKind, StoreFault
from rules.acts import Talk
from rules.quick_add import understand
from rules.records import Draft, MessageKind
from rules.steps import StepKind
from tests.ui.frame_world import LONDON
from tests.ui.today_world import World, world
from ui.today.coming import Coming
from ui.today.pick_time import PickTime, read_moment
from ui.today.row_parts import Faces
from ui.widgets.button import Button

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LUMEN, TIDEPOOL = "Lumen & Oak", "Tidepool Robotics"
HARBOUR, OATFIELD = "Harbourlight Energy", "Oatfield Foods"


@pytest.fixture
def today(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    del qtbot
    with world(tmp_path) as made:
        yield made


def copy_thanks(today: World, company: str) -> list[Draft]:
    """Copy the letter to each person owed one, as the sheet does."""
    oid = today.oid(company)
    step = today.session.step(oid)
    assert step.message is MessageKind.THANK_YOU
    made = []
    for person in step.people:
        draft = today.session.draft(
            oid, step.message, person, today.session.options.tone, step.interview_id
        )
        assert isinstance(draft, Draft)
        made.append(today.session.mark_copied(draft))
    return made


def test_a_row_tells_why_and_shows_its_button_while_it_is_looked_at(today: World) -> None:
    first, second = today.row(TIDEPOOL), today.row(LUMEN)
    assert first.more.isVisible()
    assert not second.more.isVisible()
    assert "Enter opens." in first.accessibleDescription()
    assert len(first.accessibleDescription()) > len("Enter opens.")
    assert first.toolTip()
    today.press(Qt.Key.Key_Down)
    assert second.more.isVisible()
    assert not first.more.isVisible()
    today.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second.more
    today.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second.verb
    assert second.more.isVisible()


def test_the_pointer_shows_the_button_too(today: World) -> None:
    row = today.row(HARBOUR)
    spot = QPointF(20, 20)
    row.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    QApplication.sendEvent(row, QEnterEvent(spot, spot, QPointF(row.mapToGlobal(QPoint(20, 20)))))
    assert row.more.isVisible()
    row.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert not row.more.isVisible()


def test_the_menu_offers_what_makes_sense(today: World) -> None:
    today.press(Qt.Key.Key_Down)
    today.press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert today.entries() == [
        "Open", "Snooze", "Mark sent", "Not needed", "Add to calendar",
        "They replied", "Add interview", "Move to", "Delete",
    ]  # fmt: skip
    today.menu().close()
    today.page.queue.show_menu(today.oid(TIDEPOOL), QPoint(50, 50))  # late: it cannot wait
    assert "Snooze" not in today.entries()
    today.menu().close()
    row = today.row(OATFIELD)
    spot = row.mapToGlobal(QPoint(9, 9))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(9, 9), spot)
    QApplication.sendEvent(row, event)
    assert "Mark sent" in today.entries()
    assert "Not needed" not in today.entries()


def test_the_button_opens_the_menu(today: World) -> None:
    QTest.mouseClick(today.row(TIDEPOOL).more, Qt.MouseButton.LeftButton)
    assert "Mark sent" in today.entries()
    assert today.row(TIDEPOOL).more.isVisible()
    today.choose("Open")
    assert today.opened == [(today.oid(TIDEPOOL), "")]


def test_a_card_put_off_until_the_evening_goes_and_comes_back(today: World) -> None:
    today.choose_for(LUMEN, "Snooze", "This evening, 18:00")
    assert today.notice() == "Snoozed until today 18:00: Lumen & Oak"
    assert LUMEN not in today.companies()
    assert "Snoozed" in today.words()
    assert any("3 to send" in one for one in today.words())
    today.wait(hours=2, minutes=39)
    assert LUMEN not in today.companies()
    today.wait(minutes=1)
    assert LUMEN in today.companies()
    assert "Snoozed" not in today.words()


def test_undo_and_show_now_bring_it_back(today: World) -> None:
    today.choose_for(LUMEN, "Snooze", "Tomorrow, 09:00")
    today.undo()
    assert LUMEN in today.companies()
    today.choose_for(LUMEN, "Snooze", "Tomorrow, 09:00")
    back = next(one for one in today.page.findChildren(Button) if one.text() == "Show now")
    assert back.accessibleName() == "Show Lumen & Oak now"
    back.click()
    assert today.notice() == "Back in the list: Lumen & Oak"
    assert LUMEN in today.companies()


def test_a_time_is_picked_in_words(today: World) -> None:
    today.row(LUMEN).setFocus()
    today.choose_for(LUMEN, "Snooze", "Pick a time")
    panel = today.page.queue.panel
    assert panel is not None
    field = panel.field
    for typed, trouble in (
        ("whenever", "Which day and time is that? Try Fri 14:00."),
        ("yesterday 9:00", "That has gone by already."),
        ("tomorrow 18:00", "The thank-you would be late by then."),
    ):
        field.setText(typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert trouble in today.words()
    field.setText("16:30")
    QTest.mouseClick(panel.snooze, Qt.MouseButton.LeftButton)
    assert today.page.queue.panel is None
    assert today.notice() == "Snoozed until today 16:30: Lumen & Oak"
    assert LUMEN not in today.companies()


def test_escape_picks_nothing_and_a_second_panel_takes_the_place_of_the_first(
    today: World,
) -> None:
    today.choose_for(HARBOUR, "Snooze", "Pick a time")
    first = today.page.queue.panel
    today.choose_for(LUMEN, "Snooze", "Pick a time")
    second = today.page.queue.panel
    assert second is not None
    assert second is not first
    today.press(Qt.Key.Key_Escape)
    assert today.page.queue.panel is None
    assert len(today.companies()) == 4
    assert not today.said


def test_mark_sent_counts_everybody_at_once_and_undo_takes_all_back(today: World) -> None:
    oid = today.oid(TIDEPOOL)
    today.choose_for(TIDEPOOL, "Mark sent", "All 2 people")
    assert today.notice() == "Marked sent: Tidepool Robotics"
    assert today.session.card(oid).used == 1
    assert TIDEPOOL not in today.companies()
    today.undo()
    assert today.session.card(oid).used == 0
    assert len(today.session.step(oid).people) == 2


def test_mark_sent_for_one_person_leaves_the_other(today: World) -> None:
    people = today.session.step(today.oid(TIDEPOOL)).people
    person = today.session.dossier(today.oid(TIDEPOOL)).person(people[0])
    assert person is not None
    today.choose_for(TIDEPOOL, "Mark sent", person.name)
    assert today.session.step(today.oid(TIDEPOOL)).people == people[1:]
    assert today.row(TIDEPOOL).accessibleName().count("Thank 1 more person") == 1


def test_a_check_in_marked_sent_quotes_the_thank_you(today: World) -> None:
    oid = today.oid(HARBOUR)
    step = today.session.step(oid)
    assert step.message is not None
    draft = today.session.draft(
        oid, step.message, step.people[0], today.session.options.tone, step.interview_id
    )
    assert isinstance(draft, Draft)
    today.session.save_draft(replace(draft, edited=True, body="My own words."))
    today.choose_for(HARBOUR, "Mark sent")
    sent = today.session.dossier(oid).messages[-1]
    assert sent.body == "My own words."
    assert sent.original
    assert today.session.dossier(oid).drafts == ()
    assert HARBOUR not in today.companies()


def test_not_needed_is_one_act(today: World) -> None:
    before = today.session.dossier(today.oid(TIDEPOOL))
    today.choose_for(TIDEPOOL, "Not needed")
    assert today.notice() == "Noted as not needed: Tidepool Robotics"
    assert TIDEPOOL not in today.companies()
    today.undo()
    assert today.session.dossier(today.oid(TIDEPOOL)) == before
    today.choose_for(HARBOUR, "Not needed")
    assert today.session.step(today.oid(HARBOUR)).kind is StepKind.NOTHING
    assert "Harbourlight Energy, letter left out." in today.beside()
    today.page.queue.show_menu(today.oid(HARBOUR), QPoint(50, 50))
    today.choose("Needed after all")
    assert today.notice() == "Noted as needed after all: Harbourlight Energy"
    assert HARBOUR in today.companies()


def test_the_step_is_saved_for_a_calendar(today: World) -> None:
    today.choose_for(LUMEN, "Add to calendar")
    assert today.dialogs.asked == [("Add to calendar", "Lumen & Oak.ics")]
    assert today.notice() == "Saved step.ics. Open it to add it to your calendar."
    path = today.dialogs.path
    assert path is not None
    event = Calendar.from_ical(path.read_bytes()).walk("VEVENT")[0]
    assert event["summary"] == "Thank 2 more people at Lumen & Oak"
    assert event.decoded("dtstart").astimezone(LONDON).hour == 16
    assert "On time until Fri 15 May 2026, 14:45." in str(event["description"])


def test_a_talk_of_the_week_goes_into_the_calendar_by_its_menu(today: World) -> None:
    coming = next(
        one for one in today.page.findChildren(Coming) if one.card.company == "Brightmoor Council"
    )
    coming.setFocus()
    today.press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert "Snooze" not in today.entries()
    today.choose("Add to calendar")
    path = today.dialogs.path
    assert path is not None
    event = Calendar.from_ical(path.read_bytes()).walk("VEVENT")[0]
    assert event["summary"] == "Interview at Brightmoor Council"
    today.press(Qt.Key.Key_Return)
    assert today.opened == [(today.oid("Brightmoor Council"), "")]


def test_no_place_and_no_room_for_the_file(today: World, tmp_path: Path) -> None:
    today.dialogs.path = None
    today.choose_for(LUMEN, "Add to calendar")
    assert not today.said
    today.dialogs.path = tmp_path / "nowhere" / "step.ics"
    today.choose_for(LUMEN, "Add to calendar")
    assert today.said[-1].urgent
    today.page.queue.doing.add_to_calendar(today.oid("Quillstone Press"))  # nothing to put there
    assert len(today.said) == 1


def test_delete_can_be_taken_back(today: World) -> None:
    today.press(Qt.Key.Key_Delete)
    assert today.notice() == "Deleted Tidepool Robotics"
    assert today.companies()[0] == LUMEN
    assert QApplication.focusWidget() is today.row(LUMEN)
    today.undo()
    assert today.companies()[0] == TIDEPOOL


@pytest.mark.parametrize(
    ("key", "name"),
    [(Qt.Key.Key_M, "move_to"), (Qt.Key.Key_I, "add_interview"), (Qt.Key.Key_R, "they_replied")],
)
def test_single_letters_ask_the_board_unless_they_are_turned_off(
    today: World, key: Qt.Key, name: str
) -> None:
    today.press(key)
    assert today.asked == [(today.oid(TIDEPOOL), name)]
    today.session.set_options(replace(today.session.options, letter_keys=False))
    today.page.queue.focus_first()
    today.press(key)
    assert len(today.asked) == 1


def test_control_and_enter_opens_the_letter(today: World) -> None:
    today.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert today.opened == [(today.oid(TIDEPOOL), "follow_up")]


def test_thank_yous_copied_a_while_ago_are_asked_about_one_by_one(today: World) -> None:
    copy_thanks(today, LUMEN)
    today.wait(minutes=29)
    assert "Did this go to Lumen & Oak?" not in today.words()
    today.wait(minutes=1)
    row = today.row(LUMEN)
    assert row.view.unsure
    assert "Did this go to Lumen & Oak?" in row.accessibleName()
    assert any(
        one.startswith("Your thank-you to Daniel Okafor, copied at") for one in today.words()
    )
    row.setFocus()
    row.verb.click()
    assert today.notice() == "Marked sent: Lumen & Oak"
    assert any(one.startswith("Your thank-you to Sofia") for one in today.words())
    assert QApplication.focusWidget() is today.row(LUMEN)
    no = next(one for one in today.row(LUMEN).findChildren(Button) if one.text() == "Not yet")
    no.click()
    assert not today.row(LUMEN).view.unsure
    assert "Thank 1 more person at Lumen & Oak" in today.words()


def test_what_was_answered_meanwhile_is_not_asked(today: World) -> None:
    oid = today.oid(OATFIELD)
    today.page.queue.doing.confirm(oid, sent=True)
    used = today.session.card(oid).used
    today.page.queue.doing.confirm(oid, sent=True)
    assert today.session.card(oid).used == used
    assert len(today.said) == 1


def test_what_the_file_refuses_is_said(today: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise StoreFault(FaultKind.DISK_FULL, Path("afterword.db"))

    oid = today.oid(LUMEN)
    today.page.queue.doing.delete(oid)
    undo = today.said[-1].act
    assert undo is not None
    monkeypatch.setattr(today.session, "undo", refuse)
    undo()
    assert today.said[-1].urgent
    monkeypatch.setattr(today.session, "not_needed", refuse)
    today.page.queue.doing.not_needed(today.oid(TIDEPOOL))
    assert today.said[-1].urgent
    assert TIDEPOOL in today.companies()


def test_what_the_rules_closed_meanwhile_opens_the_sheet(today: World) -> None:
    oid = today.oid("Quillstone Press")
    today.page.queue.doing.mark_sent(oid, ())
    assert today.opened == [(oid, "")]
    assert not today.said


def test_when_the_last_row_goes_the_focus_goes_to_quick_add(today: World) -> None:
    for company in today.companies():
        today.session.delete(today.oid(company))
    assert "Nothing to send." in today.words()
    assert QApplication.focusWidget() is today.page.add


def test_a_put_off_card_is_what_comes_next(today: World) -> None:
    for company in (TIDEPOOL, OATFIELD, LUMEN):
        today.session.delete(today.oid(company))
    today.session.snooze(today.oid(HARBOUR), today.clock.now + timedelta(hours=1))
    assert "Next: send the check-in today 16:20, Harbourlight Energy" in today.words()


def test_a_talk_of_today_stands_on_the_page(today: World) -> None:
    start = today.clock.now + timedelta(hours=1)
    today.session.add_interview(today.oid("Cobalt Atlas"), Talk(start=start, names=("Ana",)))
    assert today.beside()[0] == "Cobalt Atlas. Interview 16:20, 1 person"
    today.wait(hours=1, minutes=10)
    assert today.beside()[0] == "Cobalt Atlas. Interview 16:20, 1 person"


def test_what_is_typed_for_a_time(today: World) -> None:
    moment = today.session.moment()

    def read(text: str) -> str:
        at = read_moment(text, moment)
        return f"{at.astimezone(LONDON):%m-%d %H:%M}" if at else ""

    assert read("tomorrow") == "05-15 09:00"
    assert read("Mon 18 May 2026, 14:00") == "05-18 14:00"
    assert read("17") == "05-14 17:00"
    assert read("5pm") == "05-14 17:00"
    assert read("") == read("soon") == ""


def test_a_time_to_type_over_is_proposed_within_what_is_allowed(today: World) -> None:
    moment = today.session.moment()
    soon = moment.now + timedelta(minutes=20)
    proposed = {
        None: "Sat 16 May 2026 09:00",
        moment.now + timedelta(hours=5): "Thu 14 May 2026 19:20",
        soon: "Thu 14 May 2026 15:40",
    }
    for latest, words in proposed.items():
        panel = PickTime(today.page._look, today.page, moment, latest)
        assert panel.field.text() == words


def test_long_sections_fold_and_unfold(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    with world(tmp_path, filled=False) as today:
        today.session.blockSignals(True)  # the page looks once, not 117 times
        for number in range(53):
            line = f"Company {number:02}, Role, today 14:00 with Ana Bell"
            today.session.add(understand(line, today.clock.now, LONDON))
        for number in range(12):
            applied = f"Resting {number:02}, Role, applied today"
            oid = today.session.add(understand(applied, today.clock.now, LONDON))
            today.session.not_needed(oid)
        for number in range(52):
            booked = f"Ahead {number:02}, Role, tomorrow 14:00 with Ana Bell"
            today.session.add(understand(booked, today.clock.now, LONDON))
        today.session.blockSignals(False)
        today.session.tick_clock()
        assert len(today.companies()) == 50
        assert sum(one.startswith("Ahead") for one in today.beside()) == 50
        assert sum(one.startswith("Resting") for one in today.beside()) == 8
        for words in ("Show all 12", "Show all 52", "Show all 53"):
            buttons = [one for one in today.page.findChildren(Button) if one.text() == words]
            next(one for one in buttons if one.isVisible()).click()
            QApplication.processEvents()
        assert len(today.companies()) == 53
        page, row = today.page, today.row("Company 50")
        QApplication.processEvents()
        top = row.mapTo(page._scroll.viewport(), QPoint(0, 0)).y()
        assert 0 <= top <= page._scroll.viewport().height() - row.height()
        assert QApplication.focusWidget() is today.row("Company 50")
        assert sum(one.startswith("Ahead") for one in today.beside()) == 52
        assert sum(one.startswith("Resting") for one in today.beside()) == 12


def test_six_people_are_shown_as_four_and_two(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    with world(tmp_path, filled=False) as today:
        line = "Panel Co, Role, today 13:00 with Ana B, Ben C, Cal D, Dee E, Eve F, Fay G"
        today.session.add(understand(line, today.clock.now, LONDON))
        today.page.queue.focus_first()
        assert not today.page.grab().isNull()
        assert [one._more for one in today.row("Panel Co").findChildren(Faces)] == [2]


def test_a_row_that_reads_the_same_stays_as_it_is(today: World) -> None:
    rows = today.page.queue.rows()
    rows[1].verb.setFocus()
    beside = today.page.findChildren(Coming)
    today.page.queue.doing.confirm(today.oid(OATFIELD), sent=False)
    after = today.page.queue.rows()
    assert after[:3] == rows[:3]
    assert after[3] is not rows[3]
    assert QApplication.focusWidget() is rows[1].verb
    assert set(beside) <= set(today.page.findChildren(Coming))
    today.wait(minutes=30)
    assert today.page.queue.rows()[1] is not rows[1]  # fewer hours are left


def test_the_acts_of_a_step_stand_alone_in_the_command_list(today: World) -> None:
    names = {one.name: one.words for one in today.page.acts(today.oid(LUMEN))}
    people = today.session.step(today.oid(LUMEN)).people
    assert names == {
        "snooze_evening": "Snooze: this evening, 18:00",
        "snooze_tomorrow": "Snooze: tomorrow, 09:00",
        "snooze_pick": "Snooze: pick a time",
        "mark_sent": "Mark sent: All 2 people",
        f"mark_sent_{people[0]}": "Mark sent: Daniel Okafor",
        f"mark_sent_{people[1]}": "Mark sent: Sofia Lindqvist",
        "not_needed": "Not needed",
        "calendar": "Add to calendar",
    }
    today.page.hide()  # nothing can be asked beside a row nobody sees
    assert "snooze_pick" not in [one.name for one in today.page.acts(today.oid(LUMEN))]
    assert [one.name for one in today.page.acts(today.oid("Quillstone Press"))] == []


def test_the_people_make_room_for_the_words_of_a_row(today: World) -> None:
    row = today.row(TIDEPOOL)
    faces = row.findChild(Faces)
    assert isinstance(faces, Faces)
    height = row.height()
    row.resize(row.minimumSizeHint().width(), height)
    assert faces.isHidden()
    row.resize(1400, height)
    assert not faces.isHidden()
    for width in range(420, 1400, 3):
        row.resize(width, height)
        hidden = faces.isHidden()
        row.resize(width + 1, height)
        row.resize(width, height)
        assert faces.isHidden() is hidden, f"at {width} it is the way there that decides"
