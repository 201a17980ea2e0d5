"""Search and filter on the board: what is shown, counted and said, and where the keys go."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rules.records import OpportunityId
from rules.search import Show
from rules.stages import Stage
from tests.ui.boards import SAMPLE, Board, board, picture
from ui.board import search_field
from ui.board.wishes import Wish

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

KEY = Qt.Key


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Board]:
    del qtbot
    with board() as made:
        yield made


def search(shown: Board, words: str) -> None:
    """Type into the search field as Ctrl+F would find it."""
    shown.page.focus_search()
    QTest.keyClicks(shown.page.header.field, words)


def drawn(text: str) -> str:
    """A board's picture with empty lanes in it."""
    return "\n".join(line.rstrip() for line in picture(text).splitlines())


def subtitle(shown: Board) -> str:
    return shown.page.header.subtitle.text()


def test_typing_leaves_the_cards_that_mention_all_the_words(shown: Board) -> None:
    search(shown, "designer prod")
    assert shown.drawn() == drawn("""
        applied           | cobalt
        interview_booked  |
        say_thank_you     | lumen
        waiting_to_hear   | fernway
        outcome           |
    """)
    assert subtitle(shown) == "3 of 12 cards"


def test_people_notes_and_sent_letters_are_searched(shown: Board) -> None:
    oid = OpportunityId("lumen")
    before = shown.session.dossier(oid).opportunity
    search(shown, "priya")
    assert "lumen" in shown.drawn()
    assert "kestrel" not in shown.drawn()
    shown.page.header.field.setText("saffron")
    assert shown.page.no_match.isVisible()
    shown.session.edit(oid, before, replace(before, notes="Saffron, said Daniel"))
    assert shown.drawn().count("lumen") == 1
    assert subtitle(shown) == "1 of 12 cards"
    shown.session.undo()
    assert shown.page.no_match.isVisible()


def test_the_lanes_tell_how_many_of_their_cards_are_shown(shown: Board) -> None:
    search(shown, "design")
    lane = shown.page.area.lanes[Stage.APPLIED]
    assert lane.list.accessibleName() == "Applied, 2 of 3 cards"
    shown.page.header.field.setText("merriday")
    assert lane.list.empty_text == "No match in this lane"
    shown.page.clear_search()
    assert lane.list.accessibleName() == "Applied, 3 cards"
    assert lane.list.empty_text != "No match in this lane"


def test_esc_clears_then_goes_back_to_the_cards(shown: Board) -> None:
    shown.focus("fernway")
    search(shown, "lumen")
    shown.press(KEY.Key_Escape)
    assert shown.drawn() == picture(SAMPLE)
    assert shown.page.header.field.hasFocus()
    shown.press(KEY.Key_Escape)
    assert shown.focused()


def test_esc_on_a_card_shows_all_cards_and_stays_there(shown: Board) -> None:
    search(shown, "fernway")
    shown.press(KEY.Key_Return)
    assert shown.focused() == "fernway"
    shown.press(KEY.Key_Escape)
    assert shown.drawn() == picture(SAMPLE)
    assert shown.focused() == "fernway"
    assert shown.page.header.field.text() == ""


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Down])
def test_the_keys_go_from_the_field_to_the_first_card(shown: Board, key: Qt.Key) -> None:
    search(shown, "health")
    shown.press(key)
    assert shown.focused() == "fernway"


def test_a_match_in_the_folded_lane_is_unfolded_for(qtbot: QtBot) -> None:
    del qtbot
    with board(948, 640) as shown:
        assert shown.page.area.lanes[Stage.OUTCOME].is_folded
        search(shown, "juniper")
        shown.press(KEY.Key_Return)
        assert shown.focused() == "juniper"
        assert not shown.page.area.lanes[Stage.OUTCOME].is_folded


def test_no_match_says_so_and_offers_the_ways_on(shown: Board) -> None:
    asked: list[str] = []
    shown.page.add_named.connect(asked.append)
    search(shown, "  linden  tree ")
    page = shown.page.no_match
    assert page.isVisible()
    assert page.text() == "No card mentions \u2018linden tree\u2019."
    shown.press(KEY.Key_Return)
    assert page.clear.hasFocus()
    QTest.mouseClick(page.add, Qt.MouseButton.LeftButton)
    assert asked == ["linden tree"]
    QTest.mouseClick(page.clear, Qt.MouseButton.LeftButton)
    assert shown.drawn() == picture(SAMPLE)
    assert shown.focused()


def test_esc_on_the_page_for_no_match_shows_all(shown: Board) -> None:
    search(shown, "linden")
    shown.press(KEY.Key_Return)
    shown.press(KEY.Key_Escape)
    assert shown.drawn() == picture(SAMPLE)


def test_what_looks_like_markup_is_shown_as_it_is(shown: Board) -> None:
    search(shown, "<b>{x}</b>")
    assert "\u2018<b>{x}</b>\u2019" in shown.page.no_match.text()
    shown.page.header.field.setText("x" * 200)
    assert len(shown.page.no_match.text()) < 100


def test_the_filter_shows_what_the_counts_promise(shown: Board) -> None:
    shown.page.show_only(Show.TO_SEND)
    late_and_due = sum(lane.late + lane.due for lane in shown.session.lanes())
    assert subtitle(shown) == f"{late_and_due} of 12 cards"
    shown.page.show_only(Show.WAITING)
    assert shown.drawn() == drawn("""
        applied           | kestrel cobalt
        interview_booked  |
        say_thank_you     |
        waiting_to_hear   | fernway quillstone
        outcome           |
    """)
    search(shown, "lumen")
    assert shown.page.no_match.text() == "No card that waits mentions \u2018lumen\u2019."


def test_the_segment_chooses_the_filter_by_mouse(shown: Board) -> None:
    choice = shown.page.header.segment._choices[Show.TO_SEND]
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert shown.page.finding.show is Show.TO_SEND
    assert "kestrel" not in shown.drawn()


def test_a_filter_that_shows_nothing_says_what_there_is_none_of(shown: Board) -> None:
    for lane in shown.session.lanes():
        for card in lane.cards:
            shown.session.delete(card.opportunity_id)
    shown.page.show_only(Show.TO_SEND)
    assert shown.page.no_match.text() == "Nothing to send."
    assert shown.page.no_match.add.isHidden()
    shown.page.show_only(Show.WAITING)
    assert shown.page.no_match.text() == "Nothing waits."


def test_a_card_that_leaves_the_filter_hands_the_keyboard_on(shown: Board) -> None:
    shown.page.show_only(Show.TO_SEND)
    shown.focus("harbourlight")
    shown.page.do(Wish.CLOSE, OpportunityId("harbourlight"))
    assert "harbourlight" not in shown.drawn()
    assert shown.focused() not in ("", "harbourlight")


def test_a_hidden_card_is_only_shown_where_it_is_asked_for(shown: Board) -> None:
    search(shown, "lumen")
    shown.page.select(OpportunityId("kestrel"), focus=True)
    assert shown.focused() == "lumen"
    shown.page.reveal(OpportunityId("kestrel"))
    assert shown.focused() == "kestrel"
    assert shown.drawn() == picture(SAMPLE)


def test_the_number_found_is_spoken_once_the_keys_rest(
    shown: Board, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []
    monkeypatch.setattr(search_field, "announce", lambda _widget, words: spoken.append(words))
    search(shown, "design")
    assert spoken == []
    qtbot.waitUntil(lambda: bool(spoken))
    assert spoken == [subtitle(shown)]


def test_the_field_has_a_role_a_name_and_says_what_it_finds(shown: Board) -> None:
    field = QAccessible.queryAccessibleInterface(shown.page.header.field)
    assert field.role() == QAccessible.Role.EditableText
    assert field.text(QAccessible.Text.Name) == "Search"
    assert "sent letters" in field.text(QAccessible.Text.Description)
    assert shown.page.header.segment.accessibleName() == "Show"


def test_the_texts_are_made_ready_when_the_field_gets_the_focus(shown: Board, qtbot: QtBot) -> None:
    finding = shown.page.finding
    assert not finding._fresh
    shown.page.focus_search()
    qtbot.waitUntil(lambda: finding._fresh and not finding._warming.isActive())


def test_the_clearing_button_takes_the_place_of_the_key(shown: Board) -> None:
    field = shown.page.header.field
    assert field._hint.isVisible()
    search(shown, "a")
    assert not field._hint.isVisible()
    QTest.mouseClick(field._clear, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert QApplication.focusWidget() is field


def test_a_paste_that_is_too_long_is_refused_aloud(shown: Board) -> None:
    shown.page.header.field.take("linden " * 40)
    assert shown.page.header.field.text() == ""
    assert "too long" in shown.words()
