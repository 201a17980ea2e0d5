"""The interview, people and history tabs: what is typed is saved, and what cannot be is asked."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rules.acts import Talk
from rules.records import FactKind, InterviewKind, MessageId, MessageKind, OpportunityId, Part
from tests.ui.sheet_world import World, world
from ui.sheet.form import TypedField
from ui.widgets.button import Button

LUMEN = OpportunityId("lumen")
PRIYAS = MessageId("lumen-thank_you-priya")


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    del qtbot
    with world(tmp_path) as made:
        yield made


def put(made: World, field: TypedField, text: str) -> None:
    """Type over a field and end it with Enter."""
    field.field.setFocus()
    field.field.selectAll()
    made.field(text) if text else made.key(Qt.Key.Key_Delete)
    made.key(Qt.Key.Key_Return)


def answer(field: TypedField, text: str) -> None:
    """Press one of the answers offered beside a field."""
    next(one for one in field.findChildren(Button) if one.text() == text).click()


def test_day_time_and_length_are_saved(day: World) -> None:
    day.sheet.open(LUMEN, "interview")
    fields = day.sheet.interview.fields
    put(day, fields["day"], "13 May")
    put(day, fields["time"], "2.30pm")
    put(day, fields["length"], "1 h 15")
    talk = day.session.dossier(LUMEN).interviews[0]
    assert talk.start == datetime(2026, 5, 13, 13, 30, tzinfo=UTC)
    assert talk.end == datetime(2026, 5, 13, 14, 45, tzinfo=UTC)
    put(day, fields["length"], "16:00")
    assert day.session.dossier(LUMEN).interviews[0].end == datetime(2026, 5, 13, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("key", "typed", "question"),
    [
        ("day", "31 June", "There is no such day"),
        ("day", "soon", "There is no such day"),
        ("time", "25:00", "Which time"),
        ("length", "13:00", "not after the start"),
        ("length", "long", "How long"),
        ("decide", "30 February", "Which day is that"),
    ],
)
def test_what_cannot_be_is_asked_and_the_old_value_stays(
    day: World, key: str, typed: str, question: str
) -> None:
    day.sheet.open(LUMEN, "interview")
    before = day.session.dossier(LUMEN)
    field = day.sheet.interview.fields[key]
    put(day, field, typed)
    assert question in field.question()
    assert day.session.dossier(LUMEN) == before


def test_a_skipped_hour_is_asked_about(day: World) -> None:
    day.sheet.open(LUMEN, "interview")
    fields = day.sheet.interview.fields
    put(day, fields["day"], "29 March")
    put(day, fields["time"], "01:30")
    assert "skip 01:30" in fields["time"].question()
    answer(fields["time"], "02:30")
    talk = day.session.dossier(LUMEN).interviews[0]
    assert talk.start == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert fields["time"].question() == ""


def test_an_hour_that_comes_twice_is_asked_about(day: World) -> None:
    day.sheet.open(LUMEN, "interview")
    fields = day.sheet.interview.fields
    put(day, fields["day"], "25 October")
    answer(fields["day"], "The same one, moved")
    put(day, fields["time"], "01:30")
    assert "twice" in fields["time"].question()
    answer(fields["time"], "The second")
    talk = day.session.dossier(LUMEN).interviews[0]
    assert talk.start == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_an_hour_of_the_night_is_taken_only_when_it_is_meant(day: World) -> None:
    day.sheet.open(LUMEN, "interview")
    fields = day.sheet.interview.fields
    before = day.session.dossier(LUMEN).interviews[0].start
    put(day, fields["time"], "1:30")
    assert "afternoon" in fields["time"].question()
    assert day.session.dossier(LUMEN).interviews[0].start == before
    answer(fields["time"], "13:30")
    assert day.session.dossier(LUMEN).interviews[0].start == datetime(
        2026, 5, 14, 12, 30, tzinfo=UTC
    )
    put(day, fields["time"], "01:30")
    assert day.session.dossier(LUMEN).interviews[0].start == datetime(
        2026, 5, 14, 0, 30, tzinfo=UTC
    )


def test_one_visit_of_a_field_is_one_undo_step(day: World, qtbot: QtBot) -> None:
    day.sheet.open(LUMEN, "interview")
    where = day.sheet.interview.fields["where"]
    steps = day.session.undo_stack.count()
    where.field.setFocus()
    for typed in ("Leeds", ", room 4"):
        day.type(typed)
        qtbot.waitUntil(
            lambda: day.session.dossier(LUMEN).interviews[0].where == where.field.text(),
            timeout=3000,
        )
    day.sheet.interview.fields["day"].field.setFocus()
    assert day.session.undo_stack.count() == steps + 1
    day.session.undo()
    assert day.session.dossier(LUMEN).interviews[0].where == ""
    assert where.field.text() == ""


def test_saved_is_said_for_a_moment(day: World, qtbot: QtBot) -> None:
    day.sheet.open(LUMEN, "interview")
    put(day, day.sheet.interview.fields["where"], "Leeds")
    assert "Saved" in day.texts()
    qtbot.waitUntil(lambda: "Saved" not in day.texts(), timeout=6000)


def test_kind_and_haste_and_decision_day(day: World) -> None:
    day.sheet.open(LUMEN, "interview")
    page = day.sheet.interview
    page.kind.segment.chosen.emit("phone_screen")
    page.at_once.click()
    put(day, page.fields["decide"], "Friday")
    answer(page.fields["decide"], "Fri 15 May 2026")
    talk = day.session.dossier(LUMEN).interviews[0]
    assert talk.kind is InterviewKind.PHONE_SCREEN
    assert talk.decides_at_once
    fact = day.session.dossier(LUMEN).facts[-1]
    assert (fact.kind, fact.day) == (FactKind.PROMISE, date(2026, 5, 15))
    put(day, page.fields["decide"], "20 May")
    assert [one.day for one in day.session.dossier(LUMEN).facts] == [date(2026, 5, 20)]
    put(day, page.fields["decide"], "")
    assert day.session.dossier(LUMEN).facts == ()


def test_highlights_are_added_and_removed(day: World) -> None:
    day.sheet.open(LUMEN, "interview")
    page = day.sheet.interview
    page.highlights.adding.setFocus()
    day.field("  the Friday   demos ")
    texts = [one.text for one in day.session.dossier(LUMEN).highlights]
    assert texts[-1] == "the Friday demos"
    day.session.undo()
    assert [one.text for one in day.session.dossier(LUMEN).highlights] == texts[:-1]


def test_application_is_folded_and_keeps_what_is_typed(day: World) -> None:
    day.sheet.open(LUMEN, "interview")
    part = day.sheet.interview.application
    assert part.inner.isHidden()
    part.head.click()
    put(day, part.fields["role"], "Principal Designer")
    put(day, part.fields["closing"], "1/6/2026")
    put(day, part.fields["country"], "de")
    put(day, part.fields["zone"], "Europe/Nowhere")
    assert "No zone has that name" in part.fields["zone"].question()
    put(day, part.fields["zone"], "Europe/Berlin")
    put(day, part.fields["company"], "")
    assert "needs a company" in part.fields["company"].question()
    part.kind.segment.chosen.emit("university")
    opportunity = day.session.dossier(LUMEN).opportunity
    assert opportunity.role == "Principal Designer"
    assert opportunity.closing == date(2026, 6, 1)
    assert (opportunity.country, opportunity.zone) == ("DE", "Europe/Berlin")
    assert opportunity.company == "Lumen & Oak"
    assert opportunity.employer_kind.value == "university"


def test_sent_on_changes_the_day_only(day: World) -> None:
    day.sheet.open(OpportunityId("cobalt"), "interview")
    field = day.sheet.interview.application.fields["applied_at"]
    before = day.session.dossier(OpportunityId("cobalt")).opportunity.applied_at
    put(day, field, "Wed 13 May 2026")
    assert day.session.dossier(OpportunityId("cobalt")).opportunity.applied_at == before
    put(day, field, "12 May")
    after = day.session.dossier(OpportunityId("cobalt")).opportunity.applied_at
    assert after is not None
    assert before is not None
    assert before - after > timedelta(hours=20)


def test_adding_an_interview_opens_its_day(day: World) -> None:
    day.sheet.open(LUMEN, "interview")
    day.sheet.interview.add.click()
    assert len(day.session.dossier(LUMEN).interviews) == 2
    assert day.focus() == "Day"
    day.sheet.interview.remove.click()
    assert len(day.session.dossier(LUMEN).interviews) == 1


def test_people_are_added_renamed_starred_and_left_out(day: World) -> None:
    day.sheet.open(LUMEN, "people")
    page = day.sheet.people
    assert day.focus() == "Name of another person"
    day.field("Ada Byron <ada@lumen.example>")
    added = day.session.dossier(LUMEN).people[-1]
    assert (added.name, added.email) == ("Ada Byron", "ada@lumen.example")
    assert added.id in day.session.dossier(LUMEN).interviews[0].met
    line = page.rows()[1]
    line.name.field.setFocus()
    line.name.field.selectAll()
    line.name.field.insert("Daniel\u0007\n Okafor-Jones")
    day.key(Qt.Key.Key_Return)
    line.main.click()
    line.skip.click()
    line.part.setCurrentIndex(line.part.findData("organiser"))
    line.part.activated.emit(line.part.currentIndex())
    person = day.session.dossier(LUMEN).people[1]
    assert person.name == "Daniel Okafor-Jones"
    assert person.main_contact
    assert person.part is Part.ORGANISER
    assert person.id in day.session.dossier(LUMEN).interviews[0].skipped
    page.rows()[0].main.click()
    assert [one.main_contact for one in day.session.dossier(LUMEN).people[:2]] == [True, False]
    page.rows()[3].remove.click()
    assert len(day.session.dossier(LUMEN).people) == 3
    assert day.said[-1].action == "Undo"


def test_an_impossible_address_is_kept_and_said(day: World) -> None:
    day.sheet.open(LUMEN, "people")
    line = day.sheet.people.rows()[1]
    put(day, line.email, "daniel at lumen")
    assert day.session.dossier(LUMEN).people[1].email == "daniel at lumen"
    assert "@" in line.email.question()


def test_history_reads_copies_and_takes_back(day: World) -> None:
    day.sheet.open(LUMEN, "history")
    texts = day.texts()
    assert "Thank-you to Priya Raman" in texts
    assert "You applied" in texts
    key = MessageId("lumen-thank_you-priya")
    card = day.sheet.history.card(key)
    day.key(Qt.Key.Key_Return)
    assert card.is_open()
    buttons = {one.text(): one for one in card.findChildren(Button)}
    buttons["Copy"].click()
    assert day.clipboard.text.startswith("Hi Priya,")
    buttons["Mark unsent"].click()
    QApplication.processEvents()
    assert day.session.dossier(LUMEN).messages[0].unsent_at is not None
    assert "Thank-you to Priya Raman marked unsent" in day.texts()
    assert day.session.card(LUMEN).used == 0
    assert day.focus().startswith("Thank-you")


def test_theme_and_text_size_reach_everything(day: World) -> None:
    day.sheet.open(LUMEN)
    day.look.set_dark(True)
    day.look.set_scale(1.2)
    QApplication.processEvents()
    for tab in ("interview", "people", "history", "follow_up"):
        day.sheet.show_tab(tab)
        day.window.grab()


def test_menu_duplicates_and_deletes_with_undo(day: World) -> None:
    day.sheet.open(LUMEN)
    actions = {one.text(): one for one in day.sheet.header.menu.actions()}
    actions["Duplicate"].trigger()
    assert day.sheet.opportunity_id != LUMEN
    actions["Delete"].trigger()
    assert day.closed == 1
    assert day.said[-1].action == "Undo"


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["x", "line\n"], ids=["one line", "many lines"])
def test_fifty_megabytes_are_refused_at_once_with_the_notes_kept(day: World, piece: str) -> None:
    day.sheet.open(LUMEN, "interview")
    notes = day.sheet.interview.notes
    notes.field.setFocus()
    day.type("About the talk.")
    data = QMimeData()
    data.setText(piece * (50_000_000 // len(piece)))
    notes.field.insertFromMimeData(data)
    assert notes.field.toPlainText() == "About the talk."
    assert "too long to paste" in notes._note.text()
    assert notes._note.isVisible()
    data.setText(" More.")
    notes.field.insertFromMimeData(data)
    assert notes.field.toPlainText() == "About the talk. More."
    assert not notes._note.isVisible()


def test_the_form_of_a_removed_interview_keeps_nothing(day: World) -> None:
    day.sheet.open(LUMEN, "interview")
    page = day.sheet.interview
    page.add.click()
    put(day, page.fields["day"], "3 June")
    put(day, page.fields["length"], "for ever")
    page.notes.field.setFocus()
    day.type("About the second talk.")
    page.fields["where"].field.setFocus()
    day.type("Leeds")
    newer = day.session.dossier(LUMEN).interviews[1]
    day.session.remove_interview(LUMEN, newer.id)
    assert page.talk.id == day.session.dossier(LUMEN).interviews[0].id
    assert page.fields["length"].question() == ""
    assert page.fields["length"].field.text() == "45 min"
    assert page.fields["where"].field.text() == ""
    assert page.notes.field.toPlainText() == ""
    page.fields["day"].field.setFocus()
    assert day.session.dossier(LUMEN).interviews[0].where == ""


def test_what_is_typed_stays_with_its_interview(day: World) -> None:
    day.sheet.open(LUMEN, "interview")
    page = day.sheet.interview
    first = page.talk.id
    page.fields["where"].field.setFocus()
    day.type("Leeds")
    page.choose(day.session.add_interview(LUMEN, Talk()))
    one, other = day.session.dossier(LUMEN).interviews
    assert (one.id, one.where, other.where) == (first, "Leeds", "")


def test_words_typed_after_a_pause_are_kept_on_leaving(day: World) -> None:
    day.sheet.open(LUMEN, "interview")
    where = day.sheet.interview.fields["where"]
    where.field.setFocus()
    day.field("Leeds")
    day.type(", room 4")
    day.sheet.interview.fields["day"].field.setFocus()
    assert day.session.dossier(LUMEN).interviews[0].where == "Leeds, room 4"


def test_history_copies_a_check_in_with_its_original(day: World) -> None:
    oid = OpportunityId("harbourlight")
    day.sheet.open(oid)
    day.copy()
    copied = day.clipboard.text
    day.key(Qt.Key.Key_Return)
    sent = day.session.dossier(oid).messages[-1]
    day.sheet.show_tab("history")
    card = day.sheet.history.card(sent.id)
    card.open(True)
    QApplication.processEvents()
    next(one for one in card.findChildren(Button) if one.text() == "Copy").click()
    assert day.clipboard.text == copied
    assert copied in day.texts()


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("13 May, 17:30", datetime(2026, 5, 13, 16, 30, tzinfo=UTC)),
        ("13 May 2026 3 pm", datetime(2026, 5, 13, 14, 0, tzinfo=UTC)),
        ("13/5/2026", datetime(2026, 5, 13, 14, 2, tzinfo=UTC)),
        ("14:50", datetime(2026, 5, 14, 13, 50, tzinfo=UTC)),
    ],
)
def test_the_sent_time_is_typed_over_in_history(day: World, typed: str, sent: datetime) -> None:
    day.sheet.open(LUMEN, "history")
    day.key(Qt.Key.Key_Return)
    field = day.sheet.history.times[PRIYAS].field
    assert field.text() == "Thu 14 May 2026, 15:02"
    field.setFocus()
    field.selectAll()
    day.field(typed)
    assert day.session.dossier(LUMEN).messages[0].sent_at == sent
    assert day.session.undo_stack.undoText() == "edited"
    assert day.sheet.history.card(PRIYAS).is_open()
    assert day.focus().startswith("Thank-you")
    day.session.undo()
    assert day.sheet.history.times[PRIYAS].field.text() == "Thu 14 May 2026, 15:02"


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("31 June, 15:00", "When was that?"),
        ("soon", "When was that?"),
        ("", "When was that?"),
        ("15 May, 15:00", "still to come"),
        ("29 March, 01:30", "skip 01:30"),
    ],
)
def test_a_sent_time_that_cannot_be_is_asked_about(day: World, typed: str, question: str) -> None:
    day.sheet.open(LUMEN, "history")
    day.key(Qt.Key.Key_Return)
    before = day.session.dossier(LUMEN)
    time = day.sheet.history.times[PRIYAS]
    time.field.setFocus()
    time.field.clear()
    day.field(typed)
    assert question in time.question()
    assert day.session.dossier(LUMEN) == before


def test_only_the_date_is_asked_for_where_the_people_are_known(day: World) -> None:
    people = [one.name for one in day.session.dossier(LUMEN).people[:1]]
    oid = day.session.duplicate(LUMEN)
    day.session.add_interview(oid, Talk(names=tuple(people)))
    day.sheet.open(oid)
    assert day.sheet.follow_up.waiting.main.text() == "Add the date"
    assert "Add date and people" not in day.texts()


def test_a_letter_without_highlights_shows_no_ticks(day: World) -> None:
    day.session.record_reply(LUMEN, FactKind.OFFER)
    day.sheet.open(LUMEN)
    page = day.sheet.follow_up.writing
    assert page.desk.writing is not None
    assert page.desk.writing.kind is MessageKind.OFFER_ACKNOWLEDGEMENT
    assert page.came_up.isHidden()
    assert [one.text() for one in page.side.others.buttons()] == ["Decline the offer"]
    assert day.focus() == "Letter"


def test_large_texts_take_header_and_tabs_apart_in_a_low_window(day: World) -> None:
    day.window.resize(860, 600)
    day.sheet.resize(860, 600)
    day.sheet.open(LUMEN)
    header, tabs = day.sheet.header, day.sheet.tabs
    assert header.y() == tabs.y()
    day.look.set_scale(1.5)
    QApplication.processEvents()
    assert header.y() < tabs.y()
    wanted = header.company.sizeHint().width()
    assert header.company.width() >= wanted
