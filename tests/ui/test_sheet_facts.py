"""What happened: every fact can be stated in the sheet, and says what follows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rules.acts import FACT_OF, What
from rules.ledger import used
from rules.records import (
    Channel,
    Dossier,
    FactKind,
    InterviewId,
    MessageKind,
    OpportunityId,
    Outcome,
    Part,
    PersonId,
)
from rules.rounds import rounds
from tests.ui.sheet_world import ALT, World, world
from ui.sheet.happened.catalogue import ENTRIES
from ui.sheet.happened.page import WhatHappened

QUILLSTONE = OpportunityId("quillstone")  # both sent
HARBOUR = OpportunityId("harbourlight")  # two thanked, the check-in is due
COBALT = OpportunityId("cobalt")  # applied


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    del qtbot
    with world(tmp_path) as made:
        yield made


def ask(made: World, oid: str, what: What) -> WhatHappened:
    """Open the sheet and choose what happened."""
    made.sheet.open(oid)
    made.sheet.ask_what_happened()
    page = made.sheet.happened
    page.chooser.row(what).click()
    return page


def texts(made: World) -> str:
    """Every visible label; what was just added to a layout is shown by the next event."""
    QApplication.processEvents()
    return made.texts()


def dossier(made: World, oid: OpportunityId) -> Dossier:
    """What is on record."""
    return made.session.dossier(oid)


def count(made: World, oid: OpportunityId) -> int:
    """How many follow-ups of the last round are used."""
    found = dossier(made, oid)
    return used(found, rounds(found, made.session.moment())[-1])


def test_alt_r_asks_what_happened_and_escape_goes_back(day: World) -> None:
    day.sheet.open(HARBOUR)
    day.key(Qt.Key.Key_R, ALT)
    assert day.sheet.pages.currentWidget() is day.sheet.happened
    assert day.focus() == "They invited you again"
    assert "Choose what happened." in texts(day)
    day.key(Qt.Key.Key_Down)
    assert day.focus() == "They made an offer"
    day.key(Qt.Key.Key_Escape)
    assert day.sheet.pages.currentWidget() is day.sheet.follow_up
    assert day.closed == 0


def test_a_tab_leaves_the_question(day: World) -> None:
    ask(day, HARBOUR, What.NOTE)
    day.sheet.tabs.tab("people").click()
    assert day.sheet.pages.currentWidget() is day.sheet.people


def test_every_way_of_the_catalogue_has_its_words() -> None:
    assert set(ENTRIES) == set(What)
    assert all(entry.words and entry.sentence for entry in ENTRIES.values())


@pytest.mark.parametrize("what", [one for one in FACT_OF if one is not What.DEBRIEFED])
def test_each_fact_is_kept_with_its_talk_and_undone_in_one_step(day: World, what: What) -> None:
    before = dossier(day, HARBOUR)
    page = ask(day, HARBOUR, what)
    page.keep.click()
    fact = dossier(day, HARBOUR).facts[-1]
    assert fact.kind is FACT_OF[what]
    assert fact.at == day.now
    talk = before.interviews[0].id if ENTRIES[what].talk else None
    assert fact.interview_id == talk
    asked = ENTRIES[what].who and what is not What.ASKED_ADDRESS  # nobody is the organiser yet
    assert fact.person_id == (before.people[0].id if asked else None)
    assert day.sheet.pages.currentWidget() is day.sheet.follow_up
    act = day.said[-1].act
    assert act is not None
    act()
    assert dossier(day, HARBOUR) == before


def test_who_and_on_which_day_can_be_said(day: World) -> None:
    page = ask(day, HARBOUR, What.STILL_DECIDING)
    details = page.details
    details.who.setCurrentIndex(details.who.findText("Yuki Tanabe"))
    details.day.field.setText("29 May")
    details.when.field.setText("12 May")
    page.keep.click()
    fact = dossier(day, HARBOUR).facts[-1]
    person = dossier(day, HARBOUR).person(fact.person_id)
    assert person is not None
    assert person.name == "Yuki Tanabe"
    assert fact.day == date(2026, 5, 29)
    assert fact.at.date() == date(2026, 5, 12)
    step = day.session.step(HARBOUR)
    assert (step.message, step.people) == (MessageKind.INVITED_CHECK_IN, (person.id,))


def test_somebody_new_is_put_on_record(day: World) -> None:
    page = ask(day, HARBOUR, What.NOTE)
    details = page.details
    details.who.setCurrentIndex(details.who.count() - 1)
    details.who.activated.emit(details.who.currentIndex())
    assert day.focus() == "Name"
    day.type("Olu Adeyemi")
    day.key(Qt.Key.Key_Return)
    found = dossier(day, HARBOUR)
    assert found.people[-1].name == "Olu Adeyemi"
    assert found.facts[-1].person_id == found.people[-1].id


def test_an_invitation_opens_the_interview_to_come(day: World) -> None:
    page = ask(day, QUILLSTONE, What.INVITED_AGAIN)
    page.keep.click()
    found = dossier(day, QUILLSTONE)
    assert [one.start is None for one in found.interviews] == [False, True]
    assert day.sheet.tabs.current() == "interview"
    assert day.sheet.interview.talk.id == found.interviews[-1].id
    day.session.undo()
    assert len(dossier(day, QUILLSTONE).interviews) == 1
    assert not dossier(day, QUILLSTONE).facts


def test_a_call_is_two_of_two_and_says_so_before(day: World) -> None:
    page = ask(day, HARBOUR, What.CALLED)
    assert "This is follow-up 2 of 2." in texts(day)
    assert "Then: Nothing more to send" in texts(day)
    page.keep.click()
    message = dossier(day, HARBOUR).messages[-1]
    assert (message.kind, message.channel) == (MessageKind.CHECK_IN, Channel.PHONE)
    assert count(day, HARBOUR) == 2


def test_a_third_is_asked_about_and_opens_nothing(day: World) -> None:
    page = ask(day, QUILLSTONE, What.CALLED)
    assert "Was this a third?" in texts(day)
    assert page.keep.text() == "Yes, keep it"
    page.keep.click()
    assert count(day, QUILLSTONE) == 2
    assert day.sheet.follow_up.currentWidget() is day.sheet.follow_up.stop


def test_a_card_beside_the_email_adds_nothing(day: World) -> None:
    page = ask(day, "fernway", What.POSTED)
    assert "adds nothing to the count" in texts(day)
    page.keep.click()
    assert count(day, OpportunityId("fernway")) == 1


def test_a_follow_up_to_an_application_is_logged_once(day: World) -> None:
    page = ask(day, COBALT, What.WROTE)
    assert MessageKind(page.details.purpose.currentData()) is MessageKind.APPLICATION_FOLLOW_UP
    page.keep.click()
    assert dossier(day, COBALT).messages[-1].interview_id is None
    ask(day, COBALT, What.CALLED)
    assert "Was this another?" in texts(day)


def test_a_message_that_came_back_gives_the_follow_up_back(day: World) -> None:
    page = ask(day, "fernway", What.CAME_BACK)
    assert "0 of 2 used" in texts(day)
    page.keep.click()
    assert count(day, OpportunityId("fernway")) == 0
    assert day.session.step(OpportunityId("fernway")).message is MessageKind.THANK_YOU


def test_the_one_that_came_back_can_be_chosen(day: World) -> None:
    page = ask(day, QUILLSTONE, What.CAME_BACK)
    newest = dossier(day, QUILLSTONE).messages[-1]
    assert page.details.letter.currentData() == newest.id
    assert "1 of 2 used" in texts(day)


def test_a_recruiter_in_between_is_named(day: World) -> None:
    page = ask(day, "fernway", What.AGENCY)
    assert page.details.name.isVisible()
    page.details.name.setText("Rae Noor")
    page.details.name.textEdited.emit("Rae Noor")
    page.keep.click()
    found = dossier(day, OpportunityId("fernway"))
    assert found.opportunity.agency
    assert [(one.name, one.part) for one in found.people[-1:]] == [("Rae Noor", Part.RECRUITER)]
    ask(day, "fernway", What.DEBRIEFED).keep.click()
    fact = dossier(day, OpportunityId("fernway")).facts[-1]
    assert (fact.kind, fact.person_id) == (FactKind.DEBRIEFED, found.people[-1].id)


def test_no_address_is_kept_as_none(day: World) -> None:
    page = ask(day, HARBOUR, What.NO_ADDRESS)
    who = PersonId(page.details.who.currentData())
    page.keep.click()
    person = dossier(day, HARBOUR).person(who)
    assert person is not None
    assert person.email == ""
    page = ask(day, HARBOUR, What.NO_ADDRESS)
    page.details.who.setCurrentIndex(page.details.who.findData(who))
    page.details.who.activated.emit(page.details.who.currentIndex())
    assert "That is on record already." in texts(day)
    assert page.keep.isHidden()


def test_haste_and_no_contact_and_waiting(day: World) -> None:
    ask(day, HARBOUR, What.DECIDES_AT_ONCE).keep.click()
    assert dossier(day, HARBOUR).interviews[0].decides_at_once
    ask(day, COBALT, What.NO_CONTACT).keep.click()
    assert dossier(day, COBALT).opportunity.no_contact
    assert day.session.step(COBALT).reason == "no_contact"


def test_what_cannot_have_happened_is_not_offered(day: World) -> None:
    day.sheet.open(COBALT)
    day.sheet.ask_what_happened()
    chooser = day.sheet.happened.chooser
    hidden = (What.POSTED, What.CAME_BACK, What.DECIDES_AT_ONCE, What.KEPT_IN_TOUCH, What.DEBRIEFED)
    assert all(chooser.row(one).isHidden() for one in hidden)
    assert not chooser.row(What.AGENCY).isHidden()
    day.sheet.open("juniper")
    day.sheet.ask_what_happened()
    assert not chooser.row(What.KEPT_IN_TOUCH).isHidden()


def test_keeping_in_touch_is_logged(day: World) -> None:
    ask(day, "juniper", What.KEPT_IN_TOUCH).keep.click()
    assert dossier(day, OpportunityId("juniper")).messages[-1].kind is MessageKind.KEEP_IN_TOUCH


def test_a_reply_after_the_end_opens_it_again_or_is_only_noted(day: World) -> None:
    day.session.close(HARBOUR)
    page = ask(day, HARBOUR, What.STILL_DECIDING)
    assert "This one is closed: no answer. Open it again?" in texts(day)
    page.only_note.click()
    assert dossier(day, HARBOUR).opportunity.outcome is Outcome.NO_ANSWER
    day.session.undo()
    page = ask(day, HARBOUR, What.STILL_DECIDING)
    assert page.keep.text() == "Open it again and keep"
    page.keep.click()
    assert dossier(day, HARBOUR).opportunity.outcome is None
    assert day.session.step(HARBOUR).message is MessageKind.INVITED_CHECK_IN


def test_a_day_to_come_cannot_be_kept(day: World) -> None:
    page = ask(day, HARBOUR, What.NOTE)
    page.details.when.field.setText("20 May")
    page.details.when.field.textEdited.emit("20 May")
    assert "is still to come. On which day was it?" in texts(day)
    assert page.keep.isHidden()
    page.keep_it()
    assert not dossier(day, HARBOUR).facts


def test_a_reply_before_its_interview_is_about_what_came_before(day: World) -> None:
    ahead = next(
        one
        for one in day.session.dossiers()
        if one.interviews and one.interviews[-1].end and one.interviews[-1].end > day.now
    )
    oid = ahead.opportunity.id
    page = ask(day, oid, What.NOTE)
    talk: InterviewId = ahead.interviews[-1].id
    assert page.details.talk.currentData() == ""
    page.details.talk.setCurrentIndex(page.details.talk.findData(talk))
    page.details.talk.activated.emit(0)
    assert "after this reply" in texts(day)
    page.keep.click()
    assert dossier(day, oid).facts[-1].interview_id is None
    assert day.session.step(oid).interview_id == talk


def test_a_day_over_is_asked_about_and_kept_if_meant(day: World) -> None:
    page = ask(day, HARBOUR, What.NAMED_DAY)
    page.details.day.field.setText("12 May 2026")
    page.details.day.field.textEdited.emit("12 May 2026")
    assert "Tue 12 May 2026 was over by then. Which day did they mean?" in texts(day)
    page.keep.click()
    assert dossier(day, HARBOUR).facts[-1].day == date(2026, 5, 12)


def test_the_short_question_leads_on_to_everything(day: World) -> None:
    day.sheet.open(QUILLSTONE)
    stop = day.sheet.follow_up.stop
    stop.replied_button.click()
    stop.replies.something_else.click()
    assert day.sheet.pages.currentWidget() is day.sheet.happened


def test_the_short_question_keeps_who_said_it(day: World) -> None:
    day.sheet.open(QUILLSTONE)
    replies = day.sheet.follow_up.stop.replies
    day.sheet.follow_up.stop.replied_button.click()
    replies.who.setCurrentIndex(replies.who.findText("Callum Reid"))
    replies.button(FactKind.REJECTION).click()
    found = dossier(day, QUILLSTONE)
    person = found.person(found.facts[-1].person_id)
    assert person is not None
    assert person.name == "Callum Reid"
    assert found.facts[-1].interview_id == found.interviews[0].id
    day.sheet.show_tab("history")
    assert "Not this time (Callum Reid)" in texts(day)


def test_the_short_question_asks_about_a_day_that_is_over(day: World) -> None:
    day.sheet.open(QUILLSTONE)
    replies = day.sheet.follow_up.stop.replies
    day.sheet.follow_up.stop.replied_button.click()
    replies.button(FactKind.REPLY_HOLDING).click()
    day.field("12 May 2026")
    assert day.sheet.pages.currentWidget() is day.sheet.happened
    assert "was over by then" in texts(day)
    assert not dossier(day, QUILLSTONE).facts
    assert day.focus() == "Yes, keep it"


def test_the_clock_keeps_what_is_being_said(day: World) -> None:
    page = ask(day, HARBOUR, What.STILL_DECIDING)
    page.details.day.field.setText("29 May")
    day.later(minutes=5)
    assert page.details.day.field.text() == "29 May"
    assert day.sheet.pages.currentWidget() is page
    QApplication.processEvents()
    page.keep.click()
    assert dossier(day, HARBOUR).facts[-1].day == date(2026, 5, 29)


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("width", [684, 880])
def test_what_is_asked_fits(tmp_path: Path, qtbot: QtBot, scale: float, width: int) -> None:
    del qtbot
    with world(tmp_path, width=width, height=640) as made:
        made.look.set_scale(scale)
        page = ask(made, HARBOUR, What.STILL_DECIDING)
        made.sheet.happened.details.day.field.setFocus()
        made.type("end of next week")
        QApplication.processEvents()
        assert made.window.width() == width
        for part in (page.keep, page.details.who, page.details.day.field):
            right = part.mapTo(made.window, part.rect().topRight()).x()
            assert right <= width


def test_the_sheet_can_be_opened_at_its_question(day: World) -> None:
    day.sheet.open(HARBOUR, "happened:offer")
    assert day.sheet.pages.currentWidget() is day.sheet.happened
    assert "They made an offer" in texts(day)
    day.sheet.happened.keep.click()
    assert dossier(day, HARBOUR).opportunity.outcome is Outcome.OFFER


def test_enter_goes_from_the_list_to_the_questions(day: World) -> None:
    day.sheet.open(HARBOUR)
    day.key(Qt.Key.Key_R, ALT)
    day.key(Qt.Key.Key_Space)
    day.key(Qt.Key.Key_Return)
    assert day.focus() == "Who"
    day.sheet.happened.chooser.row(What.NAMED_DAY).click()
    day.key(Qt.Key.Key_Return)
    assert day.focus() == "By when"


def test_what_is_far_away_is_named_by_its_day(day: World) -> None:
    ask(day, COBALT, What.AGENCY)
    assert "Then: Nothing to send before Wed 20 May, 10:00" in texts(day)


def test_row_15_from_no_address_to_thanks_passed_on(day: World) -> None:
    oid = day.add("Aldgate Works, Designer, today 13:00-14:00 with Ann Lee ann@aldgate.example")
    ask(day, oid, What.NO_ADDRESS).keep.click()
    assert dossier(day, oid).people[0].email == ""
    page = ask(day, oid, What.ASKED_ADDRESS)
    page.details.who.setCurrentIndex(page.details.who.count() - 1)
    page.details.name.setText("Olu Adeyemi")
    page.keep.click()
    organiser = dossier(day, oid).people[-1]
    assert organiser.part is Part.ORGANISER
    day.session.edit(oid, organiser, replace(organiser, email="olu@aldgate.example"))
    day.later(days=1)
    step = day.session.step(oid)
    assert (step.message, step.people) == (MessageKind.PASS_ON, (organiser.id,))
    page = ask(day, oid, What.WROTE)
    passes_on = page.details.purpose.findData(MessageKind.PASS_ON.value)
    page.details.purpose.setCurrentIndex(passes_on)
    page.details.who.setCurrentIndex(page.details.who.findData(organiser.id))
    page.keep.click()
    assert dossier(day, oid).messages[-1].names == (dossier(day, oid).people[0].id,)
    assert count(day, oid) == 1
    assert day.session.card(oid).thanked == 1
