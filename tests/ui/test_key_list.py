"""The table of keys: nothing stands twice in one place, and every row does what it says."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from rules.records import OpportunityId
from rules.stages import Stage
from tests.ui.boards import Board, board
from tests.ui.whole_window import Whole, focus, keys_of, whole_window
from ui.board.wishes import Wish
from ui.keymap import COMMANDS, Place, in_place
from ui.wording.keys import key_words, keys_shown, place_name

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.usefixtures("qapp"),  # the platform knows its keys once it is started
]

TOGETHER = (
    {Place.EVERYWHERE, Place.CARD},
    {Place.EVERYWHERE, Place.CARRIED},
    {Place.EVERYWHERE, Place.SEARCH},
    {Place.EVERYWHERE, Place.SHEET, Place.LETTER},
)
"""Places whose keys are heard at the same time."""


@pytest.fixture
def whole(tmp_path: Path, qtbot: QtBot) -> Iterator[Whole]:
    with whole_window(tmp_path, qtbot) as made:
        yield made


def keys(place: Place) -> list[str]:
    """Every key of a place."""
    commands = in_place(place).values()
    return [one.toString() for command in commands for one in command.sequences()]


@pytest.mark.parametrize("places", TOGETHER, ids=lambda places: "+".join(sorted(places)))
def test_no_key_means_two_things_in_one_place(places: set[Place]) -> None:
    counted = Counter(key for place in places for key in keys(place))
    assert counted
    assert max(counted.values()) == 1, counted.most_common(3)


def test_every_place_has_keys_and_every_key_can_be_pressed() -> None:
    for place in Place:
        assert keys(place)
    for command in COMMANDS.values():
        for key in command.keys:
            assert len(list(keys_of(key))) == 1, key
            assert QKeySequence(key)[0].key() is not Qt.Key.Key_unknown  # type: ignore[index]


def test_the_letters_are_these_three() -> None:
    assert {name for name, command in COMMANDS.items() if command.is_letter} == {
        "move_to",
        "add_interview",
        "they_replied",
    }


def test_each_key_that_works_everywhere_does_its_action(whole: Whole) -> None:
    done: list[str] = []
    for action in whole.window.actions_of.all():
        name = action.objectName()
        action.triggered.connect(lambda _on=False, name=name: done.append(name))
    commands = in_place(Place.EVERYWHERE)
    for name in (*(one for one in commands if one != "quit"), "quit"):
        for key in commands[name].keys:
            done.clear()
            whole.press(key)
            assert done == [name], key
    assert not whole.window.isVisible()


def test_pages_keys_show_their_pages(whole: Whole) -> None:
    for name in ("insights", "settings", "board", "today"):
        whole.press(COMMANDS[name].keys[0])
        assert whole.window.page() == name


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Board]:
    del qtbot
    with board() as made:
        yield made


def lane_of(shown: Board, key: str) -> Stage:
    return shown.session.card(OpportunityId(key)).stage


def popped(shown: Board) -> bool:
    """Whether a menu came up; it goes again."""
    menus = [one for one in shown.page.findChildren(QMenu) if one.isVisible()]
    for menu in menus:
        menu.close()
    return bool(menus)


def by_hand_before(shown: Board, above: str, below: str) -> bool:
    words = shown.drawn()
    return words.index(above) < words.index(below)


Seen = Callable[[Board], bool]
ON_A_CARD: dict[Wish, tuple[str, Seen]] = {
    Wish.OPEN: ("fernway", lambda shown: shown.opened == [("fernway", "")]),
    Wish.COMPOSE: ("fernway", lambda shown: shown.opened == [("fernway", "follow_up")]),
    Wish.LANE_LEFT: ("tidepool", lambda shown: shown.focused() == "brightmoor"),
    Wish.LANE_RIGHT: ("brightmoor", lambda shown: shown.focused() == "tidepool"),
    Wish.UP: ("fernway", lambda shown: shown.focused() == "harbourlight"),
    Wish.DOWN: ("fernway", lambda shown: shown.focused() == "quillstone"),
    Wish.MOVE_LEFT: (
        "fernway",
        lambda shown: shown.page.asking.panel is not None or shown.said != [],
    ),
    Wish.MOVE_RIGHT: (
        "kestrel",
        lambda shown: lane_of(shown, "kestrel") is Stage.INTERVIEW_BOOKED,
    ),
    Wish.MOVE_UP: ("fernway", lambda shown: by_hand_before(shown, "fernway", "harbourlight")),
    Wish.MOVE_DOWN: ("fernway", lambda shown: by_hand_before(shown, "quillstone", "fernway")),
    Wish.MOVE_TO: ("fernway", popped),
    Wish.PICK_UP: ("fernway", lambda shown: shown.page.carry.active),
    Wish.ADD_INTERVIEW: ("fernway", lambda shown: shown.page.asking.panel is not None),
    Wish.THEY_REPLIED: ("fernway", lambda shown: shown.page.asking.panel is not None),
    Wish.DELETE: (
        "fernway",
        lambda shown: not shown.session.knows(OpportunityId("fernway")),
    ),
    Wish.MENU: ("fernway", popped),
}


def test_the_keys_of_a_card_are_all_tried() -> None:
    assert set(ON_A_CARD) == {name for name, one in in_place(Place.CARD).items() if one.keys}


@pytest.mark.parametrize(
    ("wish", "key"),
    [(wish, key) for wish in ON_A_CARD for key in COMMANDS[wish].keys],
    ids=lambda one: str(one),
)
def test_each_key_of_a_card_does_what_its_row_says(shown: Board, wish: Wish, key: str) -> None:
    start, seen = ON_A_CARD[wish]
    shown.focus(start)
    assert not seen(shown)
    for pressed in keys_of(key):
        shown.press(pressed.key(), pressed.keyboardModifiers())
    assert seen(shown)


@pytest.mark.parametrize("wish", [Wish.MOVE_TO, Wish.ADD_INTERVIEW, Wish.THEY_REPLIED])
def test_single_letters_do_nothing_once_they_are_off(shown: Board, wish: Wish) -> None:
    shown.session.set_options(replace(shown.session.options, letter_keys=False))
    start, seen = ON_A_CARD[wish]
    shown.focus(start)
    for pressed in keys_of(COMMANDS[wish].keys[0]):
        shown.press(pressed.key())
    assert not seen(shown)
    lane = shown.page.area.lanes[Stage.WAITING_TO_HEAR]
    described = lane.model.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "M moves" not in described
    shown.session.set_options(replace(shown.session.options, letter_keys=True))
    for pressed in keys_of(COMMANDS[wish].keys[0]):
        shown.press(pressed.key())
    assert seen(shown)


@pytest.mark.parametrize("on", [True, False])
def test_the_menu_shows_a_letter_only_where_it_works(shown: Board, on: bool) -> None:
    shown.session.set_options(replace(shown.session.options, letter_keys=on))
    shown.focus("fernway")
    shown.press(Qt.Key.Key_Menu)
    menu = next(one for one in shown.page.findChildren(QMenu) if one.isVisible())
    texts = [action.text() for action in menu.actions()]
    menu.close()
    assert ("They replied\tR" in texts) is on
    assert "Delete\tDel" in texts


def test_the_keys_that_carry_a_card(shown: Board) -> None:
    for key in COMMANDS["carry"].keys:
        shown.focus("fernway")
        shown.press(Qt.Key.Key_Space)
        before = shown.page.carry.aim
        if key in ("Up", "Down"):
            shown.session.set_by_hand(Stage.WAITING_TO_HEAR, True)
        for pressed in keys_of(key):
            shown.press(pressed.key())
        assert shown.page.carry.aim != before, key
        shown.press(Qt.Key.Key_Escape)
        assert not shown.page.carry.active
    for key in COMMANDS["drop"].keys:
        shown.focus("fernway")
        shown.press(Qt.Key.Key_Space)
        shown.press(Qt.Key.Key_Up)
        for pressed in keys_of(key):
            shown.press(pressed.key())
        assert not shown.page.carry.active
        assert by_hand_before(shown, "fernway", "harbourlight"), key
        shown.session.undo()


def test_the_keys_of_the_search_field(shown: Board) -> None:
    for key in COMMANDS["enter_found"].keys:
        shown.page.focus_search()
        shown.page.header.field.setText("fernway")
        for pressed in keys_of(key):
            shown.press(pressed.key())
        assert shown.focused() == "fernway", key
    shown.page.focus_search()
    for pressed in keys_of(COMMANDS["clear_search"].keys[0]):
        shown.press(pressed.key())
    assert shown.page.header.field.text() == ""


def test_each_key_of_a_letter_does_what_its_row_says(whole: Whole) -> None:
    sheet = whole.window.sheet
    writing = sheet.follow_up.writing
    whole.window.open_sheet("lumen")
    people = [one.person_id for one in whole.session.card(OpportunityId("lumen")).faces]
    first = writing.desk.person_id
    for key, names in (("Alt+Right", "person_after"), ("Alt+Left", "person_before")):
        assert COMMANDS[names].keys == (key,)
        before = writing.desk.person_id
        whole.press(key)
        assert writing.desk.person_id != before
    assert writing.desk.person_id == first
    chosen = []
    for key in COMMANDS["person"].keys[: len(people)]:
        whole.press(key)
        chosen.append(writing.desk.person_id)
    assert len(set(chosen)) > 1
    whole.press("Alt+H")
    assert writing.came_up.isAncestorOf(focus())


@pytest.mark.parametrize("key", COMMANDS["copy"].keys)
def test_the_letter_is_copied_and_enter_marks_it_sent(whole: Whole, key: str) -> None:
    whole.window.open_sheet("lumen")
    sent = len(whole.session.dossier(OpportunityId("lumen")).messages)
    whole.press(key)
    assert whole.clipboard.puts
    whole.press(COMMANDS["sent_next"].keys[0])
    assert len(whole.session.dossier(OpportunityId("lumen")).messages) == sent + 1


@pytest.mark.parametrize("key", COMMANDS["mail"].keys)
def test_the_letter_is_opened_in_the_mail_app(whole: Whole, key: str) -> None:
    whole.window.open_sheet("lumen")
    whole.press(key)
    assert whole.mail.urls or whole.clipboard.puts


def test_the_keys_of_the_sheet(whole: Whole) -> None:
    whole.window.open_sheet("quillstone")
    whole.press(COMMANDS["what_happened"].keys[0])
    assert whole.window.sheet.pages.currentWidget() is whole.window.sheet.happened
    whole.window.open_sheet("fernway")
    whole.press(COMMANDS["close_sheet"].keys[0])
    assert not whole.window.frame.is_open()


def test_the_sheet_hears_no_key_that_is_not_in_the_table(whole: Whole) -> None:
    heard = {one.key().toString() for one in whole.window.sheet.findChildren(QShortcut)}
    listed = {*keys(Place.SHEET), *keys(Place.LETTER)}
    assert heard
    assert heard <= listed


@pytest.mark.parametrize("key", COMMANDS["keys"].keys)
def test_the_list_of_keys_comes_and_goes(whole: Whole, key: str) -> None:
    whole.on_board("lumen")
    before = focus()
    whole.press(key)
    assert whole.window.key_list.isVisible()
    whole.press(key)
    assert not whole.window.key_list.isVisible()
    assert focus() is before
    whole.press(key)
    whole.press("Esc")
    assert not whole.window.key_list.isVisible()
    assert focus() is before


def test_every_row_of_the_table_is_listed_under_its_place(whole: Whole) -> None:
    whole.press("F1")
    texts = whole.texts(whole.window.key_list)
    for place in Place:
        assert place_name(place) in texts
    for command in COMMANDS.values():
        if command.keys:
            assert command.text in texts
    names = [one.accessibleName() for one in whole.window.key_list.findChildren(QLabel)]
    assert "They replied, R" in names


def test_the_arrows_scroll_the_list_where_it_is_longer_than_the_window(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with whole_window(tmp_path, qtbot, (940, 600)) as whole:
        whole.press("F1")
        bar = whole.window.key_list.area.verticalScrollBar()
        assert bar.maximum() > 0
        whole.press("Down")
        assert bar.value() > 0
        whole.press("PgDown")
        whole.press("PgDown")
        whole.press("PgDown")
        assert bar.value() == bar.maximum()
        whole.press("PgUp")
        whole.press("Up")
        assert bar.value() < bar.maximum()


def test_single_letters_are_turned_off_at_the_foot_of_the_list(whole: Whole) -> None:
    whole.press("F1")
    box = whole.window.key_list.letters
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not whole.session.options.letter_keys
    whole.press("Esc")
    whole.press("F1")
    assert not box.isChecked()


def test_keys_are_written_as_they_are_pressed() -> None:
    assert key_words(QKeySequence("Ctrl+Shift+Z")) == "Ctrl Shift Z"
    assert key_words(QKeySequence("Ctrl+Left")) == "Ctrl \u2190"
    assert keys_shown(COMMANDS["open"]) == ("Enter",)
    assert keys_shown(COMMANDS["person"]) == ("Alt 1\u2009\u2013\u20099",)
    for first, second in combinations(COMMANDS.values(), 2):
        assert (first.text, first.place) != (second.text, second.place)


def test_the_keys_for_everywhere_work_from_within_a_letter(whole: Whole) -> None:
    whole.window.open_sheet("lumen")
    editor = whole.window.sheet.follow_up.writing.letter.body
    before = editor.toPlainText()
    for key, panel in (("Ctrl+K", "command_list"), ("F1", "key_list"), ("Ctrl+/", "key_list")):
        editor.setFocus()
        whole.press(key)
        assert getattr(whole.window, panel).isVisible(), key
        whole.press("Esc")
        assert whole.window.frame.is_open()
        assert focus() is editor
        assert editor.toPlainText() == before
    whole.press("Ctrl+F")
    assert focus() is whole.window.board.header.field


def test_neither_list_is_made_before_it_is_asked_for(whole: Whole) -> None:
    assert not {"command_list", "key_list"} & set(vars(whole.window))


def test_a_menu_bar_has_every_action_once(whole: Whole) -> None:
    bar = QMenuBar()
    whole.window.actions_of.fill(bar)
    listed = [one for menu in bar.findChildren(QMenu) for one in menu.actions()]
    assert sorted(one.objectName() for one in listed) == sorted(
        one.objectName() for one in whole.window.actions_of.all()
    )
