"""The stop, the pages without a letter, and what they let a person do."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rules.records import FactKind, OpportunityId, Outcome
from tests.ui.sheet_world import CONTROL, World, world
from ui.sheet.fields import LineField
from ui.sheet.follow_up.replies import Replies
from ui.sheet.follow_up.stop import who_has
from ui.widgets.button import Button

QUILLSTONE = OpportunityId("quillstone")


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    del qtbot
    with world(tmp_path) as made:
        yield made


def test_at_two_of_two_nothing_can_be_composed(day: World) -> None:
    day.sheet.open(QUILLSTONE)
    page = day.sheet.follow_up
    assert page.currentWidget() is page.stop
    assert "You\u2019ve said what needed saying." in day.texts()
    shown = [one for one in day.sheet.findChildren(Button) if one.isVisible()]
    assert not any("Copy email" in one.accessibleName() for one in shown)
    for modifier in (CONTROL, CONTROL | Qt.KeyboardModifier.ShiftModifier):
        day.key(Qt.Key.Key_Return, modifier)
    assert day.clipboard.puts == []
    assert day.mail.urls == []
    assert page.currentWidget() is page.stop


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], "They have"),
        (["Priya"], "Priya has"),
        (["Priya", "Omar"], "Priya and Omar have"),
    ],
)
def test_the_stop_says_who_has_the_letters(names: list[str], said: str) -> None:
    assert who_has(names) == said


def test_ctrl_enter_on_another_tab_leads_to_the_stop(day: World) -> None:
    day.sheet.open(QUILLSTONE, "history")
    day.copy()
    assert day.sheet.tabs.current() == "follow_up"
    assert day.clipboard.puts == []


def test_why_stop_at_two_opens_three_sentences(day: World) -> None:
    day.sheet.open(QUILLSTONE)
    letters = day.sheet.follow_up.stop.letters
    assert not letters.reasons_shown()
    letters.why_button().click()
    assert letters.reasons_shown()


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (FactKind.REJECTION, Outcome.NOT_THIS_TIME),
        (FactKind.OFFER, Outcome.OFFER),
        (FactKind.REPLY_HOLDING, None),
        (FactKind.REPLY_INVITED, None),
    ],
)
def test_they_replied_records_the_answer(
    day: World, kind: FactKind, outcome: Outcome | None
) -> None:
    day.sheet.open(QUILLSTONE)
    stop = day.sheet.follow_up.stop
    stop.replied_button.click()
    stop.replies.button(kind).click()
    if kind in (FactKind.OFFER, FactKind.REPLY_HOLDING):
        assert day.focus() == "By when"
        day.type("22 May")
        stop.replies.keep.click()
    dossier = day.session.dossier(QUILLSTONE)
    fact = next(one for one in dossier.facts if one.kind is kind)
    assert dossier.opportunity.outcome is outcome
    if kind in (FactKind.OFFER, FactKind.REPLY_HOLDING):
        assert fact.day == date(2026, 5, 22)
    if kind is FactKind.REPLY_INVITED:
        assert len(dossier.interviews) == 2
        assert day.sheet.tabs.current() == "interview"


def test_a_day_that_is_none_is_asked_about(day: World) -> None:
    day.sheet.open(QUILLSTONE)
    stop = day.sheet.follow_up.stop
    stop.replied_button.click()
    stop.replies.button(FactKind.REPLY_HOLDING).click()
    day.type("31 June")
    stop.replies.keep.click()
    assert "Which day is that?" in day.texts()
    assert not day.session.dossier(QUILLSTONE).facts


def test_escape_leaves_the_question_before_the_sheet(day: World) -> None:
    day.sheet.open(QUILLSTONE)
    stop = day.sheet.follow_up.stop
    stop.replied_button.click()
    day.key(Qt.Key.Key_Escape)
    assert stop.replies.isHidden()
    assert day.closed == 0
    day.key(Qt.Key.Key_Escape)
    assert day.closed == 1


def test_closing_can_be_undone(day: World) -> None:
    day.sheet.open(QUILLSTONE)
    day.sheet.follow_up.stop.close_button.click()
    assert day.session.dossier(QUILLSTONE).opportunity.outcome is Outcome.NO_ANSWER
    act = day.said[-1].act
    assert act is not None
    act()
    assert day.session.dossier(QUILLSTONE).opportunity.outcome is None


def test_too_early_says_from_when_and_why_without_a_compose_button(day: World) -> None:
    day.sheet.open(OpportunityId("fernway"))
    page = day.sheet.follow_up
    assert page.currentWidget() is page.waiting
    assert "Check in if no reply" in day.texts()
    assert "From Tue 19 May, 09:00" in day.texts()
    day.copy()
    assert day.clipboard.puts == []


def test_a_sent_letter_is_readable_and_can_be_copied(day: World) -> None:
    day.sheet.open(QUILLSTONE)
    QApplication.processEvents()
    letters = day.sheet.follow_up.stop.letters
    card = next(one for one in letters.findChildren(Button) if one.text() == "Copy")
    card.click()
    assert day.clipboard.puts[0].startswith("Hi Ines,")
    assert day.said[-1].text == "Letter copied"


@pytest.mark.parametrize("oid", ["brightmoor", "saltmarsh", "juniper", "cobalt", "kestrel"])
def test_every_card_opens_on_a_page(day: World, oid: str) -> None:
    day.sheet.open(oid)
    for tab in ("follow_up", "interview", "people", "history"):
        day.sheet.show_tab(tab)
    assert day.sheet.accessibleName().endswith("History")


@pytest.mark.parametrize(("width", "height"), [(948, 640), (880, 800), (828, 1080)])
def test_it_fits_the_three_windows(tmp_path: Path, qtbot: QtBot, width: int, height: int) -> None:
    del qtbot
    with world(tmp_path, width=width, height=height) as made:
        for oid in ("lumen", "harbourlight", "quillstone"):
            made.sheet.open(oid)
            QApplication.processEvents()
            assert made.window.size().width() == width
            assert made.window.size().height() == height


def test_an_offer_elsewhere_is_noted_with_its_deadline(day: World) -> None:
    day.sheet.open("lumen")
    actions = {one.text(): one for one in day.sheet.header.menu.actions()}
    actions["An offer elsewhere"].trigger()
    assert day.focus() == "They want an answer by"
    day.field("20 May")
    fact = day.session.dossier(OpportunityId("lumen")).facts[-1]
    assert (fact.kind, fact.day) == (FactKind.OFFER_ELSEWHERE, date(2026, 5, 20))


def ask(made: World, kind: FactKind) -> Replies:
    """They replied, and one answer of those that ask for a day."""
    stop = made.sheet.follow_up.stop
    stop.replied_button.click()
    stop.replies.button(kind).click()
    return stop.replies


def test_the_clock_does_not_close_the_question(day: World) -> None:
    day.sheet.open(QUILLSTONE)
    replies = ask(day, FactKind.REPLY_HOLDING)
    day.type("1 June")
    day.later(minutes=1)
    assert not replies.isHidden()
    QTest.mouseClick(replies.keep, Qt.MouseButton.LeftButton)
    assert day.session.dossier(QUILLSTONE).facts[-1].day == date(2026, 6, 1)
    assert replies.isHidden()


def test_a_day_that_was_asked_about_can_be_mended_and_kept_by_mouse(day: World) -> None:
    day.sheet.open(QUILLSTONE)
    replies = ask(day, FactKind.REPLY_HOLDING)
    day.field("31 feb")
    assert "Which day is that?" in day.texts()
    field = QApplication.focusWidget()
    assert isinstance(field, LineField)
    field.selectAll()
    day.type("1 June")
    for _ in range(6):  # one layout settles after another
        QApplication.processEvents()
    assert "Which day is that?" not in day.texts()
    before = replies.keep.mapTo(day.window, QPoint(0, 0))
    QTest.mousePress(replies.keep, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert replies.keep.mapTo(day.window, QPoint(0, 0)) == before
    QTest.mouseRelease(replies.keep, Qt.MouseButton.LeftButton)
    assert day.session.dossier(QUILLSTONE).facts[-1].day == date(2026, 6, 1)


def test_enter_keeps_the_day(day: World) -> None:
    day.sheet.open(QUILLSTONE)
    ask(day, FactKind.REPLY_HOLDING)
    day.field("1 June")
    assert day.session.dossier(QUILLSTONE).facts[-1].day == date(2026, 6, 1)


@pytest.mark.parametrize("oid", ["quillstone", "harbourlight"])
@pytest.mark.parametrize("scale", [1.0, 1.2])
def test_the_answers_fit_their_column(day: World, oid: str, scale: float) -> None:
    day.look.set_scale(scale)
    day.sheet.open(oid)
    page = day.sheet.follow_up
    writing = page.currentWidget() is page.writing
    replies = page.writing.replies if writing else page.stop.replies
    side = page.writing.side if writing else page.stop.side
    replies.ask()
    for kind in (FactKind.REPLY_NOTE, FactKind.OFFER):
        replies.button(kind).click()
        day.field("31 feb")
        QApplication.processEvents()
        left = replies.mapTo(day.window, QPoint(0, 0)).x()
        edge = side.mapTo(day.window, QPoint(0, 0)).x()
        assert left + replies.width() <= edge
        for button in replies.findChildren(Button):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width()
                assert button.mapTo(replies, QPoint(button.width(), 0)).x() <= replies.width()
        shown = {replies.button(one).width() for one in (FactKind.OFFER, FactKind.REPLY_NOTE)}
        assert max(shown) - min(shown) <= 1


@pytest.mark.parametrize(
    ("kind", "focus"),
    [
        (FactKind.REJECTION, "Add a highlight"),
        (FactKind.REPLY_INVITED, "Day"),
        (FactKind.REPLY_HOLDING, "They replied"),
    ],
)
def test_after_an_answer_the_focus_is_on_what_is_shown(
    day: World, kind: FactKind, focus: str
) -> None:
    day.sheet.open(QUILLSTONE)
    replies = ask(day, kind)
    if kind is FactKind.REPLY_HOLDING:
        replies.keep.click()
    found = QApplication.focusWidget()
    assert found is not None
    assert found is not day.sheet.header.more
    assert day.focus() == focus


def test_after_closing_and_undoing_the_focus_is_on_the_main_button(day: World) -> None:
    day.sheet.open(QUILLSTONE)
    day.sheet.follow_up.stop.close_button.click()
    assert day.focus() == "Open it again"
    day.session.undo()
    assert day.focus() == "They replied"


def test_undo_of_sent_puts_the_focus_into_the_letter(day: World) -> None:
    day.sheet.open("harbourlight")
    day.copy()
    day.key(Qt.Key.Key_Return)
    assert day.focus() == "They replied"
    day.session.undo()
    assert day.sheet.follow_up.may_write()
    assert day.focus() == "Add a highlight"
