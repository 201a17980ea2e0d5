"""Changes that do not fit what went out: asked about, or stated, and one Undo each."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rules.acts import Talk, What
from rules.ledger import used
from rules.records import Channel, FactKind, MessageKind, OpportunityId
from rules.rounds import rounds, to_ask_about
from tests.ui.sheet_world import LONDON, World, world
from ui.sheet.form import Saved, TypedField
from ui.theme import Look
from ui.widgets.button import Button

FERNWAY = OpportunityId("fernway")  # a talk on 11 May, thanked on 12 May
HARBOUR = OpportunityId("harbourlight")


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    del qtbot
    with world(tmp_path) as made:
        yield made


def put(made: World, field: TypedField, text: str) -> None:
    """Type over a field and end it with Enter."""
    field.field.setFocus()
    field.field.selectAll()
    made.field(text)


def answer(field: TypedField, text: str) -> None:
    """Press one of the answers offered beside a field."""
    next(one for one in field.findChildren(Button) if one.text() == text).click()


def test_a_talk_moved_past_its_thank_you_may_be_the_same(day: World) -> None:
    day.sheet.open(FERNWAY, "interview")
    before = day.session.dossier(FERNWAY)
    field = day.sheet.interview.fields["day"]
    put(day, field, "20 May")
    assert "went out on Tue 12 May 2026" in field.question()
    assert day.session.dossier(FERNWAY) == before
    answer(field, "The same one, moved")
    (talk,) = day.session.dossier(FERNWAY).interviews
    assert talk.start is not None
    assert talk.start.date() == date(2026, 5, 20)
    moved, moment = day.session.dossier(FERNWAY), day.session.moment()
    assert used(moved, rounds(moved, moment)[0]) == 1
    day.session.undo()
    assert day.session.dossier(FERNWAY) == before


def test_a_talk_moved_past_its_thank_you_may_be_another(day: World) -> None:
    day.sheet.open(FERNWAY, "interview")
    before = day.session.dossier(FERNWAY).interviews[0]
    field = day.sheet.interview.fields["day"]
    put(day, field, "20 May")
    answer(field, "Another interview")
    first, second = day.session.dossier(FERNWAY).interviews
    assert first == before
    assert second.start is not None
    assert second.start.date() == date(2026, 5, 20)
    assert day.sheet.interview.talk == second
    moment = day.session.moment()
    dossier = day.session.dossier(FERNWAY)
    assert [used(dossier, one) for one in rounds(dossier, moment)] == [1, 0]


def test_a_removed_interview_says_what_stays(day: World) -> None:
    day.sheet.open(FERNWAY, "interview")
    day.sheet.interview.remove.click()
    assert day.said[-1].text.startswith("Interview removed. The letter of Tue 12 May 2026 stays")


def test_somebody_thanked_and_removed_keeps_the_count(day: World) -> None:
    day.sheet.open(HARBOUR, "people")
    for row in day.sheet.people.rows():
        row.remove.click()
        assert "The letter of Thu 7 May 2026 stays in History and still counts." in (
            day.said[-1].text
        )
    dossier = day.session.dossier(HARBOUR)
    assert dossier.people == ()
    assert used(dossier, rounds(dossier, day.session.moment())[0]) == 1


def test_somebody_who_got_nothing_just_goes(day: World) -> None:
    oid = day.add("Kestrel Rail, Designer, today 9:00-10:00 with Ann Lee")
    day.sheet.open(oid, "people")
    day.sheet.people.rows()[0].remove.click()
    assert day.said[-1].text == "Removed Ann Lee"


def test_another_star_is_one_undo(day: World) -> None:
    day.sheet.open(HARBOUR, "people")
    rows = day.sheet.people.rows()
    before = day.session.dossier(HARBOUR).people
    steps = day.session.undo_stack.count()
    rows[1].main.click()
    stars = [one.main_contact for one in day.session.dossier(HARBOUR).people]
    assert stars == [False, True]
    assert day.session.undo_stack.count() == steps + 1
    day.session.undo()
    assert day.session.dossier(HARBOUR).people == before


def test_a_highlight_ticked_is_one_undo(day: World) -> None:
    lumen = OpportunityId("lumen")
    day.sheet.open(lumen)
    before = day.session.dossier(lumen).highlights
    steps = day.session.undo_stack.count()
    box = next(one for one in day.sheet.follow_up.writing.came_up.rows() if one.isEnabled())
    box.click()
    assert day.session.dossier(lumen).highlights != before
    assert day.session.undo_stack.count() == steps + 1
    day.session.undo()
    assert day.session.dossier(lumen).highlights == before


def test_a_decision_day_belongs_to_its_talk_and_was_said_there(day: World) -> None:
    day.sheet.open(FERNWAY, "interview")
    field = day.sheet.interview.fields["decide"]
    put(day, field, "end of the week")
    assert field.question() == "Is that the day?"
    assert not day.session.dossier(FERNWAY).facts
    answer(field, "Fri 15 May 2026")
    (fact,) = day.session.dossier(FERNWAY).facts
    talk = day.session.dossier(FERNWAY).interviews[0]
    assert (fact.kind, fact.day) == (FactKind.PROMISE, date(2026, 5, 15))
    assert (fact.interview_id, fact.at) == (talk.id, talk.end)


def test_a_decision_day_that_names_none_is_kept_as_none(day: World) -> None:
    day.sheet.open(FERNWAY, "interview")
    field = day.sheet.interview.fields["decide"]
    put(day, field, "20 May")
    put(day, field, "soon")
    assert field.question() == "That names no day."
    answer(field, "Keep it without a day")
    assert day.session.dossier(FERNWAY).facts == ()


def test_a_decision_day_before_its_talk_is_asked_about(day: World) -> None:
    day.sheet.open(FERNWAY, "interview")
    field = day.sheet.interview.fields["decide"]
    put(day, field, "8 May 2026")
    assert field.question() == "Fri 8 May 2026 was over by then. Which day did they mean?"
    assert day.session.dossier(FERNWAY).facts == ()
    answer(field, "Keep it")
    assert day.session.dossier(FERNWAY).facts[0].day == date(2026, 5, 8)


def two_days(made: World) -> OpportunityId:
    """A talk that ends on Monday evening, and one on Tuesday morning."""
    oid = made.add("Aldgate Works, Designer, 18 May 20:00-21:00 with Ann Lee")
    start = datetime(2026, 5, 19, 8, tzinfo=LONDON)
    made.session.add_interview(oid, Talk(start=start, end=start + timedelta(hours=1)))
    return oid


@pytest.mark.parametrize(("words", "number"), [("Yes, one round", 1), ("No, a new round", 2)])
def test_talks_hours_apart_on_two_days_are_asked_about_once(
    day: World, words: str, number: int
) -> None:
    oid = two_days(day)
    day.sheet.open(oid)
    question = day.sheet.same_round
    assert question.question.text() == "Same round as the talk on Monday?"
    assert "Interview Tue 19 May, 08:00 to 09:00" in day.texts()
    assert question.isVisible()
    next(one for one in (question.one, question.two) if one.text() == words).click()
    assert question.isHidden()
    dossier, moment = day.session.dossier(oid), day.session.moment()
    assert len(rounds(dossier, moment)) == number
    assert to_ask_about(dossier, moment) == ()
    day.session.undo()
    assert question.isVisible()


def test_talks_of_days_in_a_row_can_be_joined_by_hand(day: World) -> None:
    oid = day.add("Aldgate Works, Designer, 18 May 10:00-11:00 with Ann Lee")
    start = datetime(2026, 5, 19, 10, tzinfo=LONDON)
    day.session.add_interview(oid, Talk(start=start, end=start + timedelta(hours=1)))
    day.sheet.open(oid, "interview")
    assert day.sheet.same_round.isHidden()
    page = day.sheet.interview
    assert page.joined.isHidden()
    page.choose(day.session.dossier(oid).interviews[1].id)
    page.joined.click()
    dossier, moment = day.session.dossier(oid), day.session.moment()
    assert len(rounds(dossier, moment)) == 1
    day.session.undo()
    assert len(rounds(day.session.dossier(oid), moment)) == 2


def test_nothing_is_asked_about_one_talk(day: World) -> None:
    day.sheet.open(FERNWAY)
    assert day.sheet.same_round.isHidden()


@pytest.mark.parametrize("reduced", [True, False])
def test_saved_fades_or_goes(qtbot: QtBot, reduced: bool) -> None:
    saved = Saved(Look(reduced_motion=reduced))
    qtbot.addWidget(saved)
    saved.show_saved()
    assert saved.is_shown()
    qtbot.waitUntil(lambda: not saved.is_shown(), timeout=5000)
    saved.show_saved()
    assert saved.is_shown()


def test_what_is_taken_back_meanwhile_is_not_asked_about(day: World) -> None:
    oid = day.add("Kestrel Works, Designer, today 9:00-10:00 with Ann Lee")
    ann = day.session.dossier(oid).people[0].id
    kind, channel = MessageKind.THANK_YOU, Channel.EMAIL
    for _ in range(2):
        day.session.log_outside(oid, kind, ann, channel=channel)
    day.sheet.open(oid)
    day.sheet.ask_what_happened(What.CAME_BACK)
    page = day.sheet.happened
    assert page.details.letter.count() == 2
    day.session.undo()
    assert page.details.letter.count() == 1
    day.session.undo()
    assert page.keep.isVisible() is False
    assert page.chooser.row(What.CAME_BACK).isHidden()
    page.keep_it()
    assert day.session.dossier(oid).messages == ()


def test_escape_in_what_happened_goes_back_to_the_tab_it_came_from(day: World) -> None:
    day.sheet.open(FERNWAY, "history")
    day.sheet.ask_what_happened()
    day.key(Qt.Key.Key_Escape)
    assert day.sheet.pages.currentWidget() is day.sheet.history
