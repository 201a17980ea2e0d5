"""What becomes of the letters beside the next step: sent, taken back, closed by the facts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rules.records import (
    Channel,
    FactKind,
    MessageKind,
    Profile,
)
from tests.ui.letter_world import (
    TWO,
    arrive,
    change,
    person,
    shown,
    silent,
    thanked,
)
from tests.ui.sheet_world import CONTROL, World, world
from ui.sheet.follow_up.desk import State


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    del qtbot
    with world(tmp_path, filled=False) as made:
        made.session.set_profile(Profile(name="Maya Ferrer", phone="020 7946 0123"))
        yield made


def test_asking_for_addresses_counts_nothing_and_leads_back(empty: World) -> None:
    oid = arrive(empty, "address_request")
    empty.copy()
    empty.sheet.follow_up.confirm_sent()
    dossier = empty.session.dossier(oid)
    assert [one.kind for one in dossier.messages] == [MessageKind.ADDRESS_REQUEST]
    assert empty.session.step(oid).used == 0
    assert empty.said[-1].text == "Noted"
    assert shown(empty, oid) == "thank_you"
    empty.session.undo()
    assert empty.session.dossier(oid).messages == ()


def test_a_call_is_said_to_have_been_made_and_is_the_second(empty: World) -> None:
    oid = arrive(empty, "check_in-call")
    page = empty.sheet.follow_up.writing
    assert not page.letter.subject.isVisible()
    assert page.footer.mail.isHidden()
    assert page.footer.by_hand.text() == "I called"
    assert page.came_up.isHidden()
    page.footer.by_hand.click()
    sent = empty.session.dossier(oid).messages[-1]
    assert (sent.kind, sent.channel) == (MessageKind.CHECK_IN, Channel.PHONE)
    assert sent.original == ""
    assert empty.session.step(oid).used == 2
    assert empty.sheet.follow_up.currentWidget() is empty.sheet.follow_up.stop


def test_a_card_is_posted_beside_the_email_and_costs_nothing(empty: World) -> None:
    oid = arrive(empty, "thank_you-card")
    page = empty.sheet.follow_up.writing
    assert "12 Dock Road, Bristol" in empty.texts()
    assert page.footer.by_hand.text() == "Posted"
    page.footer.by_hand.click()
    assert page.desk.state is State.ASKED
    page.add_highlight("the move to Leeds")
    page.footer.by_hand.click()
    sent = empty.session.dossier(oid).messages
    assert {(one.kind, one.channel) for one in sent} == {
        (MessageKind.THANK_YOU, Channel.EMAIL),
        (MessageKind.THANK_YOU, Channel.LETTER),
    }
    assert empty.session.step(oid).used == 1
    assert shown(empty, oid) == "thank_you"
    assert page.desk.person is not None
    assert page.desk.person.name == "Daniel Okafor"


def test_a_copied_card_is_asked_about_as_a_card(empty: World) -> None:
    oid = arrive(empty, "thank_you-card")
    page = empty.sheet.follow_up.writing
    page.add_highlight("the move to Leeds")
    empty.copy()
    assert page.footer.words() == "Copied. Write it on the card and post it."
    assert page.footer.sent.text() == "Posted"
    empty.sheet.close_sheet()
    empty.later(days=3)
    (draft,) = empty.session.dossier(oid).drafts
    empty.session.mark_sent(draft)
    assert empty.session.dossier(oid).messages[-1].channel is Channel.LETTER
    assert empty.session.step(oid).used == 1


def test_back_to_the_next_step_keeps_what_was_typed(empty: World) -> None:
    oid = arrive(empty, "decline")
    page = empty.sheet.follow_up.writing
    page.letter.body.insertPlainText("Dear all. ")
    page.side.others.back.click()
    assert shown(empty, oid) == "offer_acknowledgement"
    page.side.others.buttons()[0].click()
    assert shown(empty, oid) == "decline"
    assert page.letter.body.text().startswith("Dear all. ")


def test_a_letter_the_facts_close_gives_way_to_the_next_step(empty: World) -> None:
    oid = arrive(empty, "address_request")
    change(empty, oid, 0, email="priya@lumen.example")
    assert shown(empty, oid) == "thank_you"


def test_at_two_of_two_nothing_else_is_offered(empty: World) -> None:
    oid = silent(empty)
    empty.session.log_outside(oid, MessageKind.CHECK_IN, person(empty, oid), channel=Channel.EMAIL)
    empty.sheet.open(oid)
    assert empty.sheet.follow_up.currentWidget() is empty.sheet.follow_up.stop


def test_the_check_in_goes_to_whoever_is_chosen_among_those_thanked(empty: World) -> None:
    oid = thanked(empty, TWO)
    about = empty.session.dossier(oid).interviews[0].id
    empty.session.log_outside(
        oid,
        MessageKind.THANK_YOU,
        person(empty, oid, 1),
        channel=Channel.EMAIL,
        interview_id=about,
        text="Hi Daniel,\n\nThank you for the demos.\n\nMaya Ferrer",
    )
    empty.later(days=8)
    empty.sheet.open(oid)
    page = empty.sheet.follow_up.writing
    assert page.desk.person_id == person(empty, oid, 0)
    page.people.buttons()[1].click()
    assert page.desk.person_id == person(empty, oid, 1)
    assert page.desk.original is not None
    assert "Thank you for the demos." in page.desk.original.text
    assert page.letter.body.text().startswith("Hi Daniel,")
    empty.copy()
    assert page.footer.sent.text() == "Sent"
    empty.sheet.follow_up.confirm_sent()
    sent = empty.session.dossier(oid).messages[-1]
    assert sent.person_id == person(empty, oid, 1)
    assert sent.original == "Hi Daniel,\n\nThank you for the demos.\n\nMaya Ferrer"
    assert empty.sheet.follow_up.currentWidget() is empty.sheet.follow_up.stop


def test_a_person_taken_off_while_written_to_leaves_another_letter(empty: World) -> None:
    oid = empty.add(TWO)
    empty.sheet.open(oid)
    empty.session.remove_person(oid, person(empty, oid, 0))
    page = empty.sheet.follow_up.writing
    assert page.desk.person is not None
    assert page.desk.person.name == "Daniel Okafor"
    assert page.desk.state is State.WRITING


def test_a_copied_letter_the_rules_closed_is_still_asked_about(empty: World) -> None:
    oid = empty.add(TWO)
    empty.sheet.open(oid)
    page = empty.sheet.follow_up
    page.writing.add_highlight("the move to Leeds")
    empty.copy()
    empty.later(days=9)
    empty.session.record_reply(oid, FactKind.REPLY_NOTE)
    assert page.currentWidget() is page.waiting
    assert page.waiting.yes.isVisible()
    page.waiting.no.click()
    assert not page.waiting.yes.isVisible()
    draft = empty.session.mark_copied(empty.session.dossier(oid).drafts[0])
    page.refresh()
    page.waiting.yes.click()
    (sent,) = empty.session.dossier(oid).messages
    assert sent.body == draft.body


def test_what_was_sent_names_the_way_it_went(empty: World) -> None:
    oid = arrive(empty, "check_in-call")
    empty.sheet.follow_up.writing.footer.by_hand.click()
    assert "Check-in, a call" in empty.texts()
    empty.session.log_outside(
        oid, MessageKind.THANK_YOU, person(empty, oid), channel=Channel.LETTER
    )
    QApplication.processEvents()
    assert "Thank-you, by post" in empty.texts()


def test_a_card_worded_by_hand_and_taken_back_is_there_again(empty: World) -> None:
    oid = arrive(empty, "thank_you-card")
    page = empty.sheet.follow_up.writing
    page.add_highlight("the move to Leeds")
    page.letter.body.insertPlainText("By hand. ")
    page.footer.by_hand.click()
    page.footer.as_it_is.click()  # words before the greeting are asked about
    assert shown(empty, oid) == "thank_you"
    empty.session.undo()
    card = next(one for one in page.side.others.buttons() if one.text() == "A card by post")
    card.click()
    assert page.letter.body.text().startswith("By hand. ")


def test_a_call_has_no_page_and_no_file(empty: World) -> None:
    arrive(empty, "check_in-call")
    page = empty.sheet.follow_up.writing
    assert page.footer.more.isHidden()
    assert page._handing_over.entries() == ()
    empty.key(Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert empty.mail.urls == []
    empty.copy()
    assert page.footer.words() == "Copied. Keep it by the phone."
    assert page.footer.sent.text() == "I called"


def test_a_card_can_be_set_on_a_page(empty: World) -> None:
    arrive(empty, "thank_you-card")
    page = empty.sheet.follow_up.writing
    assert [words for words, _ in page._handing_over.entries()] == ["As a page\u2026"]


def test_who_was_left_out_can_be_thanked_after_all(empty: World) -> None:
    oid = thanked(empty, TWO)
    empty.session.record_reply(oid, FactKind.WAITING)
    empty.sheet.open(oid)
    waiting = empty.sheet.follow_up.waiting
    assert empty.sheet.follow_up.currentWidget() is waiting
    (button,) = waiting.others.buttons()
    assert button.text() == "Thank who is left"
    button.click()
    page = empty.sheet.follow_up.writing
    assert page.desk.person is not None
    assert page.desk.person.name == "Daniel Okafor"
    page.add_highlight("the Friday demos")
    empty.copy()
    empty.sheet.follow_up.confirm_sent()
    assert page.desk.state is State.DONE
    assert empty.session.step(oid).used == 1
    empty.sheet.open(oid)
    assert empty.sheet.follow_up.currentWidget() is waiting
