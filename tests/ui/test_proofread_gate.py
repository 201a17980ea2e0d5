"""The gate: what is to fix is asked about once, by every way out; what is refused never goes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rules.evidence import EVIDENCE
from rules.ledger import Refusal
from rules.records import Channel, Fact, FactId, FactKind, MessageKind, OpportunityId, Outcome
from tests.rules.dossiers import at, when
from tests.ui.letter_world import arrive
from tests.ui.proof_world import FewWords, HeldHands
from tests.ui.sheet_world import ALT, CONTROL, World, world
from ui.paper.panel import PaperPanel
from ui.proofread.hands import OneThread
from ui.proofread.proofreader import Proofreader
from ui.sheet.follow_up.desk import State
from ui.sheet.follow_up.refused import refusal_words
from ui.sheet.follow_up.ways import Way
from ui.sheet.follow_up.writing import WritingPage

LUMEN = OpportunityId("lumen")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    del qtbot
    with world(tmp_path, reader=Proofreader(FewWords().load)) as made:
        made.sheet.open(LUMEN)
        yield made


def page(made: World) -> WritingPage:
    return made.sheet.follow_up.writing


def write(made: World, words: str) -> None:
    """Type words into the letter, as a paragraph above the sign-off."""
    body = page(made).letter.body
    at = body.text().index("\n\nWarm regards")
    body.replace_at(at, at, f"\n\n{words}")


def footer(made: World) -> str:
    return page(made).footer.words()


def text(made: World) -> str:
    return page(made).letter.body.text()


def go(made: World, way: Way, *, as_it_is: bool = False) -> None:
    page(made)._handing_over.go(way, as_it_is=as_it_is)


def nothing_left(made: World) -> bool:
    """Whether the letter is still inside the window."""
    outside = (made.clipboard.text, made.mail.urls, made.dialogs.asked)
    papers = made.window.findChildren(PaperPanel)
    return not any(outside) and not papers and page(made).desk.state is not State.COPIED


def test_what_is_to_fix_is_asked_about_before_it_is_copied(day: World) -> None:
    write(day, "We recieve it, the the.")
    day.copy()
    assert nothing_left(day)
    assert footer(day) == "Fix 2 first?"
    assert day.focus() == "Fix both and copy"
    assert page(day).footer.as_it_is.text() == "Copy as it is"
    day.key(Qt.Key.Key_Space)
    assert "We receive it, the." in day.clipboard.text
    assert page(day).desk.state is State.COPIED


def test_the_second_time_it_is_copied_as_it_is(day: World) -> None:
    write(day, "We recieve it.")
    day.copy()
    assert footer(day) == "Fix it first?"
    day.copy()
    assert "recieve" in day.clipboard.text
    page(day).desk.not_sent()
    page(day).footer.mail.click()
    assert footer(day) == "Fix it first?"
    page(day).footer.as_it_is.click()
    assert "recieve" in day.mail.urls[0]


def test_mending_it_by_hand_takes_the_question_back(day: World) -> None:
    write(day, "We recieve it.")
    day.copy()
    page(day).side.proof.rows()[0].button.click()
    assert page(day).desk.state is State.WRITING
    assert footer(day) != "Fix it first?"
    assert not page(day).footer.fix.isVisible()
    day.copy()
    assert "We receive it." in day.clipboard.text


def test_the_footer_fixes_or_shows_before_anybody_asks(day: World) -> None:
    button = page(day).footer.fix
    assert not button.isVisible()
    write(day, "We recieve it.")
    page(day).proofing.settle(lambda: None)
    assert footer(day) == "1 thing to fix before it goes"
    assert button.text() == "Fix"
    write(day, "My name is [name here].")
    page(day).proofing.settle(lambda: None)
    assert footer(day) == "2 things to fix before it goes"
    assert button.text() == "Fix 1 of 2"
    button.click()
    assert "We receive it." in text(day)
    assert page(day).letter.body.textCursor().selectedText() == "[name here]"
    page(day).proofing.settle(lambda: None)
    assert button.text() == "Show"
    button.click()
    assert page(day).letter.body.textCursor().selectedText() == "[name here]"
    day.type("Maya")
    page(day).proofing.settle(lambda: None)
    assert not button.isVisible()
    assert nothing_left(day)


def test_after_the_footers_fix_the_keyboard_is_in_the_letter(day: World) -> None:
    subject = page(day).letter.subject
    subject.setText("Thank you, and thier checklist")
    page(day).letter.edited.emit()
    page(day).proofing.settle(lambda: None)
    page(day).footer.fix.click()
    assert subject.text() == "Thank you, and their checklist"
    assert subject.hasFocus()
    subject.undo()
    assert subject.text() == "Thank you, and thier checklist"
    write(day, "We recieve it.")
    page(day).proofing.settle(lambda: None)
    assert page(day).footer.fix.text() == "Fix both"
    page(day).side.proof.rows()[0].button.click()
    page(day).footer.fix.click()
    assert page(day).letter.body.hasFocus()


def test_a_hole_is_gone_to_and_other_faults_have_a_button(day: World) -> None:
    write(day, "My name is [name here].")
    day.copy()
    assert footer(day) == "Fill in what is still open first?"
    assert page(day).letter.body.textCursor().selectedText() == "[name here]"
    page(day).letter.body.undo()
    page(day).letter.body.undo()
    body = page(day).letter.body
    body.select_text("Hi Daniel,")
    body.insertPlainText("Hi,")
    write(day, "We recieve it.")
    day.copy()
    assert footer(day) == "Fix 2 first?"
    assert day.focus() == "Fix 1 of 2"
    day.key(Qt.Key.Key_Space)
    assert nothing_left(day)
    assert body.textCursor().selectedText() == "Hi,"


@pytest.mark.parametrize("way", [one for one in Way if one is not Way.BY_HAND])
def test_every_way_out_passes_the_same_gate(day: World, way: Way, tmp_path: Path) -> None:
    day.dialogs.path = tmp_path / "letter.eml"
    write(day, "We recieve it.")
    go(day, way)
    assert nothing_left(day)
    assert footer(day) == "Fix it first?"
    button = page(day).footer.fix_first
    assert button.text().startswith("Fix and ")
    button.click()
    QApplication.processEvents()
    assert not nothing_left(day)
    assert "receive" in text(day)


def test_a_card_and_a_call_pass_it_too(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    for sort in ("thank_you-card", "check_in-call"):
        (tmp_path / sort).mkdir()
        with world(tmp_path / sort, filled=False) as made:
            arrive(made, sort)
            page(made).letter.body.insertPlainText("We recieve [this]. ")
            page(made).footer.by_hand.click()
            assert page(made).desk.state is State.ASKED
            assert page(made).footer.as_it_is.text() == "It went as it is"


def test_what_is_only_to_consider_stops_nothing(day: World) -> None:
    write(day, "The new setpu looks good.")
    page(day).proofing.settle(lambda: None)
    assert page(day).side.proof.accessibleName().endswith("1 to consider")
    day.copy()
    assert "setpu" in day.clipboard.text


def test_what_was_let_stand_stops_nothing(day: World) -> None:
    write(day, "We recieve it.")
    page(day).proofing.settle(lambda: None)
    page(day).side.proof.rows()[0].ignored.emit()
    day.copy()
    assert "recieve" in day.clipboard.text


def test_the_subject_alone_is_told_about_once(day: World) -> None:
    page(day).letter.subject.setText("Thank you [company]")
    page(day).letter.edited.emit()
    page(day).letter.copy_subject.emit()
    assert day.clipboard.text == ""
    assert day.said[-1].text == "Fill in [company] in the subject first."
    page(day).letter.copy_subject.emit()
    assert day.clipboard.text == "Thank you [company]"
    page(day).letter.subject.setText("THANK YOU ALL SO MUCH")
    page(day).letter.edited.emit()
    page(day).letter.copy_subject.emit()
    assert day.clipboard.text == "Thank you [company]"
    assert day.said[-1].text.startswith("See to the subject first. ")


def shut(made: World) -> None:
    """The facts move under the letter on the desk, unseen: another window, or the clock."""
    fact = Fact(
        id=FactId("over"),
        opportunity_id=LUMEN,
        kind=FactKind.CLOSED,
        at=made.now,
    )
    dossier = made.session.dossier(LUMEN)
    card = replace(dossier.opportunity, outcome=Outcome.NO_ANSWER, outcome_at=made.now)
    made.session._dossiers[LUMEN] = replace(dossier, opportunity=card, facts=(fact,))


@pytest.mark.parametrize("way", list(Way))
def test_what_the_ledger_refuses_goes_no_way_at_all(day: World, way: Way, tmp_path: Path) -> None:
    day.dialogs.path = tmp_path / "letter.eml"
    shut(day)
    for as_it_is in (False, True, True):
        go(day, way, as_it_is=as_it_is)
        assert nothing_left(day)
        assert page(day).desk.state is State.WRITING
        assert day.said[-1].urgent
    assert len({one.text for one in day.said}) == 1


def test_a_refusal_is_in_the_list_and_cannot_be_let_stand(day: World) -> None:
    shut(day)
    write(day, "More.")
    page(day).proofing.settle(lambda: None)
    row = page(day).side.proof.rows()[0]
    assert row.finding.id == "R01"
    assert not row.more.isVisible()
    assert not row.button.isVisible()
    row.ignored.emit()
    page(day).proofing.settle(lambda: None)
    assert page(day).side.proof.rows()[0].finding.id == "R01"


def test_copied_while_it_was_allowed_it_still_counts(day: World) -> None:
    day.copy()
    shut(day)
    page(day).sent.emit()
    kinds = [one.kind for one in day.session.dossier(LUMEN).messages if one.person_id]
    assert kinds.count(MessageKind.THANK_YOU) == 2


def test_it_is_read_before_it_goes_however_soon_the_key_comes(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    hands = HeldHands()
    with world(tmp_path, reader=Proofreader(FewWords().load, hands, pause=10_000)) as made:
        made.sheet.open(LUMEN)
        hands.work()
        write(made, "We recieve it.")
        made.copy()
        assert nothing_left(made)
        assert page(made).desk.state is State.WRITING  # it is being read
        hands.work()
        assert page(made).desk.state is State.ASKED
        page(made).footer.fix_first.click()
        assert nothing_left(made)
        while hands.todo:
            hands.work()
        assert "We receive it." in made.clipboard.text


def test_a_key_for_one_letter_copies_no_other(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    hands = HeldHands()
    with world(tmp_path, reader=Proofreader(FewWords().load, hands, pause=10_000)) as made:
        made.sheet.open(LUMEN)
        made.copy()
        made.key(Qt.Key.Key_3, ALT)
        while hands.todo:
            hands.work()
        assert nothing_left(made)


def test_in_its_own_thread_it_is_copied_when_it_was_read(tmp_path: Path, qtbot: QtBot) -> None:
    reader = Proofreader(FewWords().load, OneThread(), pause=0)
    with world(tmp_path, reader=reader) as made:
        made.sheet.open(LUMEN)
        made.copy()
        qtbot.waitUntil(lambda: made.clipboard.text.startswith("Hi Daniel"))
        reader.stop()


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (Refusal("too_early", at("05-20 09:00")), "Not yet: it may go out from Wed 20 May, 09:00."),
        (Refusal("both_sent"), EVIDENCE["both_sent"].sentence),
        (Refusal("once"), "That letter went out already, and goes once."),
        (Refusal("not_rejected"), "The record allows no such message now."),
    ],
)
def test_a_refusal_is_a_sentence(refusal: Refusal, words: str) -> None:
    assert refusal_words(refusal, when("05-14 15:20")) == words


def test_what_came_up_later_is_read_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    reader = Proofreader(FewWords().load, pause=10_000)
    with world(tmp_path, reader=reader) as made:
        made.sheet.open(LUMEN)
        made.key(Qt.Key.Key_3, ALT)
        assert [one.id for one in page(made).proofing.fixes] == ["H01"]
        page(made).add_highlight("the Friday demos")
        assert page(made).proofing.fixes == ()


def test_a_check_in_is_to_be_a_reply(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    with world(tmp_path, filled=False) as made:
        arrive(made, "check_in")
        page(made).footer.copy.click()
        page(made).footer.as_it_is.click()
        assert footer(made) == "Copied. Open your first email, press Reply and paste."
        page(made)._handing_over.go(Way.WITH_SUBJECT)
        assert footer(made) == "Copied with its subject. Paste it and send."


def test_a_letter_by_post_is_not_asked_for_an_email_subject(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    with world(tmp_path, filled=False) as made:
        arrive(made, "thank_you-card")
        assert page(made).desk.channel is Channel.LETTER
        page(made).add_highlight("the move to Leeds")
        assert not any(one.part.value == "subject" for one in page(made).proofing.fixes)


def test_keys_reach_the_gate(day: World) -> None:
    write(day, "We recieve it.")
    QTest.keyClick(day.window.windowHandle(), Qt.Key.Key_Return, CONTROL | SHIFT)
    QApplication.processEvents()
    assert footer(day) == "Fix it first?"
    assert page(day).footer.fix_first.text() == "Fix and open"
