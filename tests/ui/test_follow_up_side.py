"""The reason of a step with its source, and the column beside the letter as a drawer."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rules.evidence import EVIDENCE
from rules.records import FactKind, OpportunityId, Profile
from tests.ui.sheet_world import ALT, PANEL, World, world
from ui.sheet.follow_up.why import Source
from ui.sheet.follow_up.writing import WritingPage

LUMEN = OpportunityId("lumen")


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    del qtbot
    with world(tmp_path, filled=False) as made:
        yield made


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    del qtbot
    with world(tmp_path) as made:
        yield made


def page(made: World) -> WritingPage:
    return made.sheet.follow_up.writing


def source(made: World) -> Source:
    found = [one for one in made.window.findChildren(Source) if one.isVisible()]
    (one,) = found
    assert isinstance(one, Source)
    return one


def told(shown: Source) -> str:
    return "\n".join(one.text() for one in shown.findChildren(QLabel)).replace("\u00a0", " ")


def test_a_letter_says_why_and_one_click_further_the_survey_with_its_year(day: World) -> None:
    day.sheet.open(LUMEN)
    assert EVIDENCE["panel"].sentence in day.texts()
    assert "CareerBuilder" not in day.texts()
    page(day).why.button.click()
    words = told(source(day))
    assert EVIDENCE["panel"].survey in words
    assert "2011" in words
    assert f"Source: {EVIDENCE['panel'].source}" in words


def test_what_is_worth_knowing_beside_the_step_stands_with_the_source(day: World) -> None:
    card = day.session.dossier(LUMEN).opportunity
    day.session.edit(LUMEN, card, replace(card, country="GB"))
    day.sheet.open(LUMEN)
    assert EVIDENCE["less_usual_here"].sentence not in day.texts()
    page(day).why.button.click()
    assert EVIDENCE["less_usual_here"].sentence in told(source(day))


def test_the_source_goes_away_by_its_button_and_by_escape(day: World) -> None:
    day.sheet.open(LUMEN)
    button = page(day).why.button
    button.setFocus()
    button.click()
    source(day).close_button.click()
    assert QApplication.focusWidget() is button
    button.click()
    QTest.keyClick(source(day), Qt.Key.Key_Escape)
    assert not [one for one in day.window.findChildren(Source) if one.isVisible()]
    assert day.closed == 0


def test_waiting_has_its_reason_and_its_source(day: World) -> None:
    day.sheet.open(OpportunityId("cobalt"))
    assert "Eight in ten managers" in day.texts()
    assert "Accountemps" not in day.texts()
    day.sheet.follow_up.waiting.why.button.click()
    assert "81 % encouraged" in told(source(day))


def test_with_large_text_the_column_is_a_drawer_behind_a_button(day: World) -> None:
    day.sheet.open(LUMEN)
    side = page(day).side
    assert side.isVisible()
    assert side.button.isHidden()
    wide = page(day).letter.width()
    day.look.set_scale(1.4)
    QApplication.processEvents()
    assert not side.isVisible()
    assert side.button.isVisible()
    assert page(day).letter.width() > wide
    side.button.click()
    assert side.isVisible()
    assert day.focus() == "Add a highlight"
    assert side.geometry().right() == page(day).width() - 1
    day.key(Qt.Key.Key_Escape)
    assert not side.isVisible()
    assert day.closed == 0
    assert QApplication.focusWidget() is side.button
    day.look.set_scale(1.0)
    QApplication.processEvents()
    assert side.isVisible()
    assert page(day).letter.width() == wide


def test_the_key_of_the_highlights_opens_the_drawer(day: World) -> None:
    day.look.set_scale(1.4)
    day.sheet.open(LUMEN)
    assert day.focus() == "Letter"
    day.key(Qt.Key.Key_H, ALT)
    assert page(day).side.isVisible()
    assert day.focus() == "Add a highlight"
    day.field("the Friday demos")
    assert "the Friday demos" in page(day).letter.body.text()
    page(day).side.close_button.click()
    assert not page(day).side.isVisible()


def test_a_missing_highlight_opens_the_drawer(empty: World) -> None:
    empty.look.set_scale(1.4)
    empty.session.set_profile(replace(empty.session.profile, name="Maya Ferrer"))
    empty.sheet.open(empty.add(PANEL))
    empty.copy()
    assert page(empty).footer.words() == "Add what came up first?"
    assert empty.focus() == "Add a highlight"


def test_a_narrow_page_has_the_drawer_too(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    with world(tmp_path, width=760, height=700) as made:
        made.sheet.open(LUMEN)
        assert page(made).side.is_drawer
        made.sheet.setGeometry(0, 0, 900, 700)
        QApplication.processEvents()
        assert not page(made).side.is_drawer
        assert page(made).side.isVisible()


def test_an_open_drawer_keeps_to_the_edge_and_toggles(day: World) -> None:
    day.look.set_scale(1.4)
    day.sheet.open(LUMEN)
    side = page(day).side
    side.toggle()
    day.sheet.setGeometry(0, 0, 840, 760)
    QApplication.processEvents()
    assert side.geometry().right() == page(day).width() - 1
    side.toggle()
    assert not side.isVisible()
    assert not side.can_be_used()


def test_the_footer_says_when_a_letter_is_best_sent(empty: World) -> None:
    empty.session.set_profile(Profile(name="Maya Ferrer"))
    oid = empty.add("Lumen & Oak, Designer, today 14:00 with Priya Raman")
    empty.sheet.open(oid)
    assert page(empty).footer.words() == "1 thing to fix before it goes"
    page(empty).add_highlight("the move to Leeds")
    assert page(empty).footer.words() == "Best from 17:00"
    empty.later(hours=2)
    assert page(empty).footer.words() == ""
    empty.later(hours=1)
    assert page(empty).footer.words() == "Best from tomorrow 08:00"
    empty.session.record_reply(oid, FactKind.REJECTION)
    assert page(empty).footer.words() == "Best from tomorrow 10:00"
    empty.later(hours=25)
    assert page(empty).footer.words() == ""


def test_after_hours_the_footer_names_the_next_good_hour(day: World) -> None:
    day.sheet.open(OpportunityId("harbourlight"))
    assert page(day).footer.words() == ""
    day.later(hours=6)
    assert page(day).footer.words() == "Best from tomorrow 09:00"


def test_a_card_and_a_call_have_hours_of_their_own(day: World) -> None:
    harbour = OpportunityId("harbourlight")
    day.session.record_reply(harbour, FactKind.INVITED_TO_CALL, at=day.now - timedelta(days=3))
    day.sheet.open(harbour)
    page(day).side.others.buttons()[0].click()
    assert page(day).footer.words() == "Best 10:00 to 12:00 or 14:00 to 16:00, their time"
    priya = day.session.dossier(LUMEN).people[0]
    day.session.edit(LUMEN, priya, replace(priya, postal_address="12 Dock Road"))
    day.sheet.open(LUMEN)
    page(day).side.others.buttons()[0].click()
    assert page(day).footer.words() == "Best posted by tomorrow 14:45"
    day.later(hours=24)
    assert page(day).footer.words() == ""


def test_where_thanks_are_less_usual_they_are_called_optional(day: World) -> None:
    card = day.session.dossier(LUMEN).opportunity
    day.session.edit(LUMEN, card, replace(card, country="GB"))
    day.sheet.open(LUMEN)
    assert "Optional here, 1 of 3 done" in day.texts()
    day.session.edit(LUMEN, day.session.dossier(LUMEN).opportunity, replace(card, country="US"))
    assert "Optional here" not in day.texts()


def test_with_little_height_the_page_scrolls_and_the_letter_keeps_its_room(
    tmp_path: Path, qtbot: QtBot
) -> None:
    del qtbot
    with world(tmp_path, width=948, height=640) as made:
        made.sheet.open(LUMEN)
        QApplication.processEvents()
        assert page(made).letter.body.height() >= 120
        made.look.set_scale(1.5)
        QApplication.processEvents()
        assert page(made).letter.height() >= 400
        assert page(made).letter.body.height() >= 120
