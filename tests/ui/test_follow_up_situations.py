"""Every letter that ships is reached in the sheet, from the situation that calls for it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rules.acts import Talk
from rules.records import (
    Channel,
    Draft,
    FactKind,
    MessageKind,
    OpportunityId,
    Outcome,
    Part,
    PersonId,
    Profile,
)
from tests.ui.sheet_world import LONDON, World, world
from ui.resources import letter_templates
from ui.sheet.follow_up.desk import State

ONE = "Lumen & Oak, Senior Product Designer, today 14:00 with Priya Raman"
TWO = f"{ONE}, Daniel Okafor"


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    del qtbot
    with world(tmp_path, filled=False) as made:
        made.session.set_profile(Profile(name="Maya Ferrer", phone="020 7946 0123"))
        yield made


def person(made: World, oid: OpportunityId, number: int = 0) -> PersonId:
    """Somebody of the card."""
    return made.session.dossier(oid).people[number].id


def change(made: World, oid: OpportunityId, number: int = 0, **fields: object) -> None:
    """Somebody of the card, known better."""
    one = made.session.dossier(oid).people[number]
    made.session.edit(oid, one, replace(one, **fields))  # type: ignore[arg-type]  # fields of a person


def join(made: World, oid: OpportunityId, name: str, part: Part) -> None:
    """Somebody who was not met, with an address."""
    made.session.add_person(oid, None, name, "hal@lumen.example")
    change(made, oid, -1, part=part)


def thanked(made: World, line: str = ONE) -> OpportunityId:
    """A card whose first person was thanked just now."""
    oid = made.add(line)
    about = made.session.dossier(oid).interviews[-1].id
    made.session.log_outside(
        oid,
        MessageKind.THANK_YOU,
        person(made, oid),
        channel=Channel.EMAIL,
        interview_id=about,
        text="Hi Priya,\n\nThank you.\n\nMaya Ferrer",
    )
    return oid


def told(made: World, kind: FactKind, days: int | None = None, line: str = ONE) -> OpportunityId:
    """A thanked card, and what they said an hour later; `days` to the day they named."""
    oid = thanked(made, line)
    made.later(hours=1)
    day = None if days is None else made.now.astimezone(LONDON).date() + timedelta(days=days)
    made.session.record_reply(oid, kind, day)
    return oid


def late(made: World) -> OpportunityId:
    oid = made.add(ONE)
    made.later(hours=30)
    return oid


def same_day(made: World) -> OpportunityId:
    oid = made.add(ONE)
    talk = made.session.dossier(oid).interviews[0]
    made.session.edit(oid, talk, replace(talk, decides_at_once=True))
    return oid


def by_post(made: World) -> OpportunityId:
    oid = thanked(made, TWO)
    change(made, oid, 0, postal_address="12 Dock Road\nBristol")
    return oid


def without_address(made: World) -> OpportunityId:
    oid = made.add(ONE)
    join(made, oid, "Hal Brook", Part.ORGANISER)
    return oid


def through_agency(made: World) -> OpportunityId:
    oid = made.add(ONE)
    join(made, oid, "Nora Field", Part.RECRUITER)
    card = made.session.dossier(oid).opportunity
    made.session.edit(oid, card, replace(card, agency=True))
    return oid


def unthanked(made: World) -> OpportunityId:
    oid = made.add(ONE)
    made.later(days=8)
    return oid


def applied(made: World) -> OpportunityId:
    oid = made.add("Oatfield Foods, UX Researcher, applied today")
    made.later(days=8)
    return oid


def silent(made: World) -> OpportunityId:
    oid = thanked(made)
    made.later(days=8)
    return oid


def asked_to_call(made: World) -> OpportunityId:
    oid = told(made, FactKind.INVITED_TO_CALL)
    made.later(days=8)
    return oid


def still_deciding(made: World) -> OpportunityId:
    oid = told(made, FactKind.REPLY_HOLDING, 4)
    made.later(days=8)
    return oid


def withdrawn(made: World) -> OpportunityId:
    oid = thanked(made)
    made.session.record_outcome(oid, Outcome.WITHDREW)
    return oid


def withdrawn_late(made: World) -> OpportunityId:
    oid = thanked(made)
    made.later(days=3)
    start = made.now - timedelta(hours=2)
    made.session.add_interview(oid, Talk(start=start, names=("Priya Raman",)))
    made.session.record_outcome(oid, Outcome.WITHDREW)
    return oid


def long_ago(made: World) -> OpportunityId:
    oid = told(made, FactKind.REJECTION)
    made.later(days=100)
    return oid


Situation = Callable[[World], OpportunityId]
SITUATIONS: dict[str, tuple[Situation, str]] = {
    "thank_you": (lambda made: made.add(ONE), ""),
    "thank_you-late": (late, ""),
    "thank_you-same_day": (same_day, ""),
    "thank_you-phone_screen": (
        lambda made: made.add("Lumen & Oak, Designer, phone screen today 14:00 with Priya Raman"),
        "",
    ),
    "thank_you-card": (by_post, "A card by post"),
    "pass_on": (without_address, "One note, passed on by Hal"),
    "address_request": (without_address, "Ask Hal for the addresses"),
    "debrief": (through_agency, "Tell Nora how it went"),
    "thanks_and_question": (unthanked, ""),
    "application_follow_up": (applied, ""),
    "check_in": (silent, ""),
    "check_in-call": (asked_to_call, "Call Priya instead"),
    "invited_check_in": (still_deciding, ""),
    "answer": (lambda made: told(made, FactKind.REPLY_QUESTION), ""),
    "reply_to_rejection": (lambda made: told(made, FactKind.REJECTION), ""),
    "keep_in_touch": (long_ago, ""),
    "offer_acknowledgement": (lambda made: told(made, FactKind.OFFER, 5), ""),
    "decline": (lambda made: told(made, FactKind.OFFER, 5), "Decline the offer"),
    "competing_offer": (lambda made: told(made, FactKind.OFFER_ELSEWHERE, 14), ""),
    "competing_offer-call": (lambda made: told(made, FactKind.OFFER_ELSEWHERE, 4), ""),
    "withdrawal": (withdrawn, ""),
    "withdrawal-call": (withdrawn_late, ""),
}
"""Each sort of letter: how it comes to it, and what is pressed beside the next step."""
SORTS = sorted({name.split(".")[0] for name in letter_templates()})


def arrive(made: World, sort: str) -> OpportunityId:
    """Open the sheet in that situation, and choose the letter where it is not the next step's."""
    situation, pressed = SITUATIONS[sort]
    oid = situation(made)
    made.sheet.open(oid)
    if pressed:
        page = made.sheet.follow_up
        others = page.writing.side.others if page.may_write() else page.waiting.others
        next(one for one in others.buttons() if one.text() == pressed).click()
    return oid


def shown(made: World, oid: OpportunityId) -> str:
    """The sort of the letter on the desk, as its template is named."""
    desk = made.sheet.follow_up.writing.desk
    assert made.sheet.follow_up.may_write()
    assert isinstance(desk.draft, Draft)
    letter = made.session.fresh(made.session.dossier(oid), desk.draft)
    variant = getattr(letter, "variant", None)
    return f"{desk.draft.kind.value}-{variant}" if variant else desk.draft.kind.value


@pytest.mark.parametrize("sort", SORTS)
def test_each_letter_is_reached_where_it_is_called_for(empty: World, sort: str) -> None:
    oid = arrive(empty, sort)
    assert shown(empty, oid) == sort
    page = empty.sheet.follow_up.writing
    assert not page.why.isHidden()
    assert page.letter.body.text().strip()


def test_an_agency_gets_the_thanks_to_pass_on(empty: World) -> None:
    oid = through_agency(empty)
    empty.sheet.open(oid)
    page = empty.sheet.follow_up.writing
    assert shown(empty, oid) == "thank_you-pass_on"
    assert "Could you pass my thanks on to Priya Raman?" in page.letter.body.text()
    assert "for Priya" in empty.texts()
    page.add_highlight("the move to Leeds")
    assert "Priya Raman and I talked about the move to Leeds." in page.letter.body.text()
    empty.copy()
    assert page.desk.state is State.COPIED
    empty.sheet.follow_up.confirm_sent()
    (sent,) = empty.session.dossier(oid).messages
    assert sent.names == (person(empty, oid, 0),)


def test_a_note_passed_on_speaks_of_each_in_their_own_words(empty: World) -> None:
    oid = empty.add(TWO)
    join(empty, oid, "Hal Brook", Part.ORGANISER)
    empty.sheet.open(oid)
    page = empty.sheet.follow_up.writing
    others = page.side.others.buttons()
    next(one for one in others if one.text().startswith("One note")).click()
    page.add_highlight("the move to Leeds")
    page.came_up.about.setCurrentIndex(1)
    page.came_up.about.activated.emit(1)
    page.add_highlight("the Friday demos")
    body = page.letter.body.text()
    assert "Priya Raman and I talked about the move to Leeds." in body
    assert "Daniel Okafor and I talked about the Friday demos." in body
    page.letter.body.setPlainText(body.replace("May I ask a small favour? ", "Please. "))
    page.came_up.rows()[1].click()
    now = page.letter.body.text()
    assert "Please. " in now  # a part worded by hand stays as it is
    empty.copy()
    empty.sheet.follow_up.confirm_sent()
    (sent,) = empty.session.dossier(oid).messages
    assert sent.kind is MessageKind.PASS_ON
    assert set(sent.names) == {person(empty, oid, 0), person(empty, oid, 1)}


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
    assert page.desk.state is State.GAPS
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
