"""The command list: what it offers where, what cannot be done and why, how it comes and goes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from rules.records import OpportunityId
from rules.search import Show
from rules.stages import Stage
from tests.ui.whole_window import Whole, focus, whole_window
from ui import command_list
from ui.offers import Offer, matching

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LUMEN = OpportunityId("lumen")


@pytest.fixture
def whole(tmp_path: Path, qtbot: QtBot) -> Iterator[Whole]:
    with whole_window(tmp_path, qtbot) as made:
        yield made


def shown(whole: Whole) -> list[Offer]:
    """The offers of the list as it stands."""
    model = whole.window.command_list.model
    offers = (model.offer(row) for row in range(model.rowCount()))
    return [offer for offer in offers if offer is not None]


def named(whole: Whole, name: str) -> Offer:
    """One of them."""
    return next(offer for offer in shown(whole) if offer.name == name)


def choose(whole: Whole, words: str) -> None:
    """Ctrl+K, some words, Enter."""
    whole.press("Ctrl+K")
    whole.type(words)
    whole.press("Return")


def offer(name: str, text: str, group: str = "Everywhere", also: str = "", why: str = "") -> Offer:
    return Offer(
        name=name, text=text, group=group, keys=(), icon="", also=also, act=lambda: None, why=why
    )


def test_the_list_comes_and_goes_by_its_key_and_gives_the_focus_back(whole: Whole) -> None:
    whole.on_board("lumen")
    before = focus()
    whole.press("Ctrl+K")
    listed = whole.window.command_list
    assert listed.isVisible()
    assert focus() is listed.field
    whole.press("Esc")
    assert not listed.isVisible()
    assert focus() is before
    whole.press("Ctrl+K")
    whole.type("board")
    whole.press("Ctrl+K")
    assert not listed.isVisible()
    assert focus() is before


def test_it_opens_from_a_text_field_and_eats_none_of_its_text(whole: Whole) -> None:
    whole.window.show_page("board")
    whole.press("Ctrl+F")
    whole.type("lumen oak")
    whole.press("Home")
    whole.press("Ctrl+K")
    assert whole.window.command_list.isVisible()
    whole.press("Esc")
    assert whole.window.board.header.field.text() == "lumen oak"
    assert focus() is whole.window.board.header.field


def test_every_action_of_the_window_is_offered_with_its_keys(whole: Whole) -> None:
    whole.press("Ctrl+K")
    offers = {one.name: one for one in shown(whole)}
    for action in whole.window.actions_of.all():
        if action.objectName() != "commands":
            assert offers[action.objectName()].keys
    assert offers["keys"].keys == ("F1", "Ctrl /")
    assert len(offers) == len(shown(whole))


@pytest.mark.parametrize(
    ("words", "page"), [("insights", "insights"), ("settings", "settings"), ("board", "board")]
)
def test_pages_are_gone_to(whole: Whole, words: str, page: str) -> None:
    choose(whole, words)
    assert whole.window.page() == page
    assert not whole.window.command_list.isVisible()


def test_search_is_reached_from_anywhere(whole: Whole) -> None:
    whole.window.open_sheet("lumen")
    choose(whole, "find")
    assert not whole.window.frame.is_open()
    assert focus() is whole.window.board.header.field


def test_a_filter_is_chosen(whole: Whole) -> None:
    whole.press("Ctrl+K")
    assert named(whole, "show_all").why == "All are shown"
    whole.press("Esc")
    choose(whole, "cards to send")
    assert whole.window.page() == "board"
    assert whole.window.board.finding.show is Show.TO_SEND
    choose(whole, "show all cards")
    assert not whole.window.board.finding.active


def test_a_card_on_the_board_is_acted_on_under_its_name(whole: Whole) -> None:
    whole.on_board("kestrel")
    whole.press("Ctrl+K")
    assert shown(whole)[0].group == "Kestrel Rail"
    assert named(whole, "move_left").why == "It is in the first stage"
    assert named(whole, "stage_applied").why == "It is there already"
    assert named(whole, "by_due").why == "It is sorted by due"
    whole.type("move outcome")
    whole.press("Return")
    assert whole.window.board.asking.panel is not None


def test_the_row_of_today_is_acted_on_where_it_can_be_seen(whole: Whole) -> None:
    first = whole.window.today.queue.rows()[0].card.opportunity_id
    choose(whole, "duplicate")
    assert whole.window.page() == "board"
    assert len(whole.session.dossiers()) == 13
    assert whole.session.knows(first)


def test_a_card_is_deleted_and_the_undo_names_it(whole: Whole) -> None:
    whole.on_board("kestrel")
    choose(whole, "delete")
    assert not whole.session.knows(OpportunityId("kestrel"))
    whole.press("Ctrl+K")
    assert named(whole, "undo").text == "Undo: card deleted"
    assert named(whole, "redo").why == "Nothing to do again"
    whole.type("undo")
    whole.press("Return")
    assert whole.session.knows(OpportunityId("kestrel"))


def test_a_tab_of_the_sheet_is_opened(whole: Whole) -> None:
    whole.on_board("lumen")
    choose(whole, "people tab")
    assert whole.window.frame.is_open()
    assert whole.window.sheet.tabs.current() == "people"


def test_a_card_is_opened_and_its_letter_copied(whole: Whole) -> None:
    whole.on_board("lumen")
    whole.press("Ctrl+K")
    assert named(whole, "copy").why == "Open a card first"
    whole.type("write follow")
    whole.press("Return")
    assert whole.window.frame.is_open()
    whole.press("Ctrl+K")
    assert shown(whole)[0].name == "copy"
    assert named(whole, "copy").why == ""
    whole.type("highlights")
    whole.press("Return")
    assert focus() is not whole.window.command_list.field
    assert whole.window.sheet.isAncestorOf(focus())
    choose(whole, "close sheet")
    assert not whole.window.frame.is_open()


def test_at_the_stop_no_letter_is_offered(whole: Whole) -> None:
    whole.window.open_sheet("quillstone")
    whole.press("Ctrl+K")
    assert named(whole, "copy").why == "Nothing to write on this card now"
    assert named(whole, "what_happened").why == ""


def test_what_happened_is_asked_for(whole: Whole) -> None:
    whole.window.open_sheet("quillstone")
    choose(whole, "what happened")
    assert whole.window.sheet.pages.currentWidget() is whole.window.sheet.happened


def test_without_a_card_its_commands_say_so_and_do_nothing(
    whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []
    monkeypatch.setattr(
        command_list, "announce", lambda _widget, words, **_how: spoken.append(words)
    )
    whole.window.show_page("settings")
    choose(whole, "duplicate")
    assert named(whole, "duplicate").why == "Choose a card first"
    assert whole.window.command_list.isVisible()
    assert spoken[-1] == "Choose a card first"
    assert len(whole.session.dossiers()) == 12


def test_the_arrows_go_along_the_list_and_the_rows_are_spoken(
    whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []
    monkeypatch.setattr(
        command_list, "announce", lambda _widget, words, **_how: spoken.append(words)
    )
    whole.on_board("kestrel")
    whole.press("Ctrl+K")
    rows = whole.window.command_list.rows
    assert rows.currentIndex().row() == 0
    whole.press("Down")
    assert rows.currentIndex().row() == 1
    assert spoken[-1] == "Write the follow-up, Ctrl Enter"
    whole.press("Up")
    assert rows.currentIndex().row() == 0
    whole.press("PgDown")
    assert rows.currentIndex().row() > 3
    assert focus() is whole.window.command_list.field


def test_a_click_does_what_it_is_on(whole: Whole) -> None:
    whole.press("Ctrl+K")
    whole.type("insights")
    listed = whole.window.command_list
    spot = listed.row_rect(0).center()
    QTest.mouseClick(listed.rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert whole.window.page() == "insights"


def test_a_click_beside_the_list_dismisses_it(whole: Whole) -> None:
    whole.press("Ctrl+K")
    listed = whole.window.command_list
    QTest.mouseClick(listed, Qt.MouseButton.LeftButton, pos=listed.rect().bottomLeft())
    assert not listed.isVisible()


def test_no_command_with_the_words_is_said(whole: Whole) -> None:
    whole.press("Ctrl+K")
    whole.type("zzz")
    listed = whole.window.command_list
    assert "No command has these words" in whole.texts(listed)
    assert not listed.rows.isVisible()
    whole.press("Return")
    assert listed.isVisible()


def test_single_letters_are_not_shown_where_they_are_off(whole: Whole) -> None:
    whole.session.set_options(replace(whole.session.options, letter_keys=False))
    whole.on_board("lumen")
    whole.press("Ctrl+K")
    assert named(whole, "they_replied").keys == ()
    assert named(whole, "open").keys == ("Enter",)


def test_leaving_by_another_key_takes_the_list_away(whole: Whole) -> None:
    whole.press("Ctrl+K")
    whole.press("Ctrl+N")
    assert not whole.window.command_list.isVisible()
    assert whole.window.add_panel.isVisible()
    whole.press("Ctrl+K")
    assert not whole.window.add_panel.isVisible()
    whole.press("Ctrl+2")
    assert not whole.window.command_list.isVisible()


def test_the_list_fits_the_smallest_window(tmp_path: Path, qtbot: QtBot) -> None:
    with whole_window(tmp_path, qtbot, (940, 600)) as whole:
        whole.press("Ctrl+K")
        box = whole.window.command_list._box.geometry()
        assert whole.window.command_list.rect().adjusted(-26, -26, 26, 26).contains(box)


def test_the_list_and_its_rows_have_roles_and_names(whole: Whole) -> None:
    whole.on_board("kestrel")
    whole.press("Ctrl+K")
    listed = whole.window.command_list
    rows = QAccessible.queryAccessibleInterface(listed.rows)
    assert rows.role() == QAccessible.Role.List
    assert rows.text(QAccessible.Text.Name) == "Commands"
    assert rows.child(0).text(QAccessible.Text.Name) == "Open, Enter"
    QAbstractItemModelTester(
        listed.model, QAbstractItemModelTester.FailureReportingMode.Fatal, listed
    )
    whole.type("move")
    assert listed.accessibleName() == "Commands"


def test_what_begins_with_the_words_comes_first_and_groups_stay_together() -> None:
    offers = [
        offer("a", "Copy email", "Letter", also="send"),
        offer("b", "Remove", "Card"),
        offer("c", "Move up", "Card"),
        offer("d", "Search", "Everywhere", also="move about"),
    ]
    assert [one.name for one in matching(offers, "")] == ["a", "b", "c", "d"]
    assert [one.name for one in matching(offers, "move")] == ["c", "b", "d"]
    assert [one.name for one in matching(offers, "UP mo")] == ["c"]
    assert [one.name for one in matching(offers, "card")] == ["b", "c"]
    assert matching(offers, "nothing") == []


def test_a_stage_is_moved_to_by_its_name(whole: Whole) -> None:
    whole.on_board("saltmarsh")
    stage = whole.session.card(OpportunityId("saltmarsh")).stage
    assert stage is Stage.OUTCOME
    whole.press("Ctrl+K")
    assert named(whole, "move_right").why == "It is in the last stage"


def test_a_letter_is_shown_as_a_page(whole: Whole) -> None:
    whole.window.open_sheet("lumen")
    whole.press("Ctrl+K")
    assert named(whole, "as_page").why == ""
    whole.press("Esc")
    went: list[object] = []
    whole.window.sheet.follow_up.writing._handing_over.paper_wanted.connect(
        lambda: went.append("paper")
    )
    choose(whole, "print")
    assert went == ["paper"]
