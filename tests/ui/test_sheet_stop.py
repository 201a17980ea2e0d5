"""The stop, the pages without a letter, and what they let a person do."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rules.records import FactKind, OpportunityId, Outcome
from tests.ui.sheet_world import CONTROL, World, world
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
