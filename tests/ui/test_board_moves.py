"""Cards are moved by mouse, key and menu; what the facts do not allow says why."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rules.board import Refused
from rules.records import OpportunityId
from rules.stages import Stage
from tests.ui.boards import LEFT, NO_KEY, SAMPLE, Board, board, move, picture
from ui.board.prompts import ChoicePrompt, WhenPrompt

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


@pytest.fixture
def day(qtbot: QtBot) -> Iterator[Board]:
    del qtbot
    with board() as made:
        yield made


def test_the_example_day_stands_as_drawn(day: Board) -> None:
    assert day.drawn() == picture(SAMPLE)


def test_a_drag_to_a_coming_interview_moves_the_card_and_asks_beside_it(day: Board) -> None:
    day.drag("kestrel", day.in_lane(Stage.INTERVIEW_BOOKED))
    assert day.session.card(OpportunityId("kestrel")).stage is Stage.INTERVIEW_BOOKED
    assert day.words() == "Moved Kestrel Rail to Interview booked"
    assert (day.said[-1].action, day.said[-1].key) == ("Undo", "Ctrl Z")
    prompt = day.page.asking.panel
    assert isinstance(prompt, WhenPrompt)
    prompt.day.setText("Mon 18 May 2026")
    prompt.hour.setText("11")
    prompt.people.setText("Nia Cole, Sam  Ortiz")
    prompt.save()
    card = day.session.card(OpportunityId("kestrel"))
    assert [face.name for face in card.faces] == ["Nia Cole", "Sam Ortiz"]
    assert day.page.asking.panel is None
    day.session.undo()
    day.session.undo()
    assert day.drawn() == picture(SAMPLE)


def test_the_landing_shown_while_hovering_is_where_the_card_lands(day: Board) -> None:
    day.drag("kestrel", day.in_lane(Stage.INTERVIEW_BOOKED), drop=False)
    aim = day.page.carry.aim
    assert aim is not None
    target = day.page.carry.overlay.target
    assert target is not None
    assert target.words == "You\u2019ll add the date next"
    day.page.carry.drop()
    assert day.page.area.lanes[Stage.INTERVIEW_BOOKED].model.row_of(OpportunityId("kestrel")) == (
        aim.row
    )


def test_a_refused_drag_says_why_while_hovering_and_after(day: Board) -> None:
    day.drag("cobalt", day.in_lane(Stage.WAITING_TO_HEAR), drop=False)
    target = day.page.carry.overlay.target
    assert target is not None
    assert target.refusal is not None
    assert target.refusal[0] == "Nobody met yet"
    assert day.said == []
    day.page.carry.drop()
    assert day.drawn() == picture(SAMPLE)
    assert day.words().startswith("Nobody met yet.")
    assert day.said[-1].action == "Add interview"
    assert day.said[-1].urgent


def test_five_pixels_are_a_click_and_open_the_card(day: Board) -> None:
    view, start = day.viewport_of("lumen"), day.grip_of("lumen")
    QTest.mousePress(view, LEFT, NO_KEY, start)
    move(view, start + QPoint(5, 0))
    assert not day.page.carry.active
    QTest.mouseRelease(view, LEFT, NO_KEY, start)
    assert day.opened == [("lumen", "")]


@pytest.mark.parametrize("how", ["escape", "right", "deactivated", "beside"])
def test_a_drag_is_given_up(day: Board, how: str) -> None:
    day.drag("kestrel", day.in_lane(Stage.INTERVIEW_BOOKED), drop=False)
    view = day.viewport_of("kestrel")
    if how == "escape":
        QTest.keyClick(view, KEY.Key_Escape)
        cards = day.page.area.lanes[Stage.APPLIED].list
        assert cards.delegate().ring
        assert day.focused() == "kestrel"
    elif how == "right":
        QTest.mousePress(view, Qt.MouseButton.RightButton, NO_KEY, day.grip_of("kestrel"))
    elif how == "deactivated":
        QApplication.sendEvent(day.page, QEvent(QEvent.Type.WindowDeactivate))
        QApplication.processEvents()
    else:
        move(view, view.mapFromGlobal(day.page.mapToGlobal(day.page.rect().topLeft())))
        day.page.carry.drop()
    assert not day.page.carry.active
    assert not day.page.carry.overlay.isVisible()
    QTest.mouseRelease(view, LEFT, NO_KEY, day.grip_of("kestrel"))
    assert day.drawn() == picture(SAMPLE)
    assert (day.said, day.opened) == ([], [])


def test_waiting_is_allowed_with_people_left_and_offers_to_write(day: Board) -> None:
    day.drag("lumen", day.in_lane(Stage.WAITING_TO_HEAR))
    assert day.session.card(OpportunityId("lumen")).stage is Stage.WAITING_TO_HEAR
    assert day.words() == "2 people not thanked yet"
    act = day.said[-1].act
    assert act is not None
    act()
    assert day.opened == [("lumen", "follow_up")]


def test_a_drop_in_its_own_lane_keeps_the_persons_order(day: Board) -> None:
    day.drag("cobalt", day.in_lane(Stage.APPLIED, 70))
    assert day.drawn().splitlines()[0] == "applied | cobalt oatfield kestrel"
    assert day.words() == "Applied keeps your order now"
    assert day.session.by_hand(Stage.APPLIED)
    act = day.said[-1].act
    assert act is not None
    act()
    assert day.drawn() == picture(SAMPLE)
    assert not day.session.by_hand(Stage.APPLIED)


def test_a_lane_in_the_persons_order_takes_a_card_where_it_is_dropped(day: Board) -> None:
    day.drag("quillstone", day.in_lane(Stage.WAITING_TO_HEAR, 70))
    before = day.drawn()
    day.drag("lumen", day.in_lane(Stage.WAITING_TO_HEAR, 150))
    waiting = day.drawn().splitlines()[3]
    assert waiting == "waiting_to_hear | quillstone lumen harbourlight fernway"
    day.session.undo()
    assert day.drawn() == before


def test_keys_move_a_stage_and_keep_the_focus(day: Board) -> None:
    day.focus("lumen")
    day.press(KEY.Key_Right, CTRL)
    assert day.session.card(OpportunityId("lumen")).stage is Stage.WAITING_TO_HEAR
    assert day.focused() == "lumen"
    day.press(KEY.Key_Left, CTRL)
    assert day.drawn() == picture(SAMPLE)
    assert day.focused() == "lumen"


def test_keys_move_within_the_lane(day: Board) -> None:
    day.focus("kestrel")
    day.press(KEY.Key_Up, CTRL)
    assert day.drawn().splitlines()[0] == "applied | kestrel oatfield cobalt"
    day.press(KEY.Key_Down, CTRL)
    assert day.drawn() == picture(SAMPLE)
    assert day.focused() == "kestrel"


def test_arrows_walk_over_cards_and_lanes(day: Board) -> None:
    day.focus("oatfield")
    walked = []
    for key in (KEY.Key_Down, KEY.Key_Right, KEY.Key_Right, KEY.Key_Up, KEY.Key_Left):
        day.press(key)
        walked.append(day.focused())
    assert walked == ["kestrel", "merriday", "lumen", "tidepool", "brightmoor"]


def test_space_picks_up_arrows_carry_and_space_drops(day: Board) -> None:
    day.focus("lumen")
    day.press(KEY.Key_Space)
    assert day.page.carry.by_keys
    day.press(KEY.Key_Right)
    day.press(KEY.Key_Space)
    assert day.session.card(OpportunityId("lumen")).stage is Stage.WAITING_TO_HEAR
    assert day.focused() == "lumen"


def test_escape_puts_a_picked_up_card_back(day: Board) -> None:
    day.focus("cobalt")
    day.press(KEY.Key_Space)
    for _ in range(3):
        day.press(KEY.Key_Right)
    assert day.page.carry.aim is not None
    assert isinstance(day.page.carry.aim.plan, Refused)
    day.press(KEY.Key_Escape)
    assert not day.page.carry.active
    assert day.drawn() == picture(SAMPLE)
    assert day.focused() == "cobalt"


def test_delete_takes_the_card_off_and_undo_brings_it_back(day: Board) -> None:
    day.focus("kestrel")
    day.press(KEY.Key_Delete)
    assert day.words() == "Deleted Kestrel Rail"
    assert "kestrel" not in day.drawn()
    act = day.said[-1].act
    assert act is not None
    act()
    assert day.drawn() == picture(SAMPLE)


def test_an_outcome_is_asked_before_anything_changes(day: Board) -> None:
    day.drag("fernway", day.in_lane(Stage.OUTCOME))
    prompt = day.page.asking.panel
    assert isinstance(prompt, ChoicePrompt)
    assert day.drawn() == picture(SAMPLE)
    QTest.keyClick(prompt, KEY.Key_Escape)
    assert day.drawn() == picture(SAMPLE)
    day.focus("fernway")
    day.press(KEY.Key_Right, CTRL)
    prompt = day.page.asking.panel
    assert isinstance(prompt, ChoicePrompt)
    prompt.choose("not_this_time")
    assert day.session.card(OpportunityId("fernway")).stage is Stage.OUTCOME
    assert day.words() == "Moved Fernway Health to Outcome"


def test_a_booked_talk_is_asked_if_it_has_happened(day: Board) -> None:
    day.focus("brightmoor")
    day.press(KEY.Key_Right, CTRL)
    prompt = day.page.asking.panel
    assert isinstance(prompt, ChoicePrompt)
    prompt.choose("just_now")
    card = day.session.card(OpportunityId("brightmoor"))
    assert card.stage is Stage.SAY_THANK_YOU
    assert sum(face.to_thank for face in card.faces) == 2


def test_a_talk_that_is_over_needs_a_time_that_is_past(day: Board) -> None:
    day.focus("kestrel")
    day.page.moves.move(OpportunityId("kestrel"), Stage.SAY_THANK_YOU)
    prompt = day.page.asking.panel
    assert isinstance(prompt, WhenPrompt)
    prompt.day.setText("tomorrow")
    prompt.save()
    assert day.page.asking.panel is prompt
    prompt.day.setText("yesterday")
    prompt.hour.setText("14:00-14:45")
    prompt.people.setText("Nia Cole")
    prompt.save()
    assert day.session.card(OpportunityId("kestrel")).stage is Stage.SAY_THANK_YOU


def test_they_replied_records_the_answer(day: Board) -> None:
    day.focus("fernway")
    day.press(KEY.Key_R)
    prompt = day.page.asking.panel
    assert isinstance(prompt, ChoicePrompt)
    prompt.choose("reply_note")
    assert day.words() == "Noted the reply from Fernway Health"
    assert [fact.kind for fact in day.session.dossier(OpportunityId("fernway")).facts] == [
        "reply_note"
    ]


def test_the_menu_key_and_m_show_menus(day: Board) -> None:
    day.focus("kestrel")
    for key, modifier in ((KEY.Key_Menu, NO_KEY), (KEY.Key_F10, SHIFT), (KEY.Key_M, NO_KEY)):
        day.press(key, modifier)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        menu.close()


def test_enter_opens_and_ctrl_enter_composes(day: Board) -> None:
    day.focus("tidepool")
    day.press(KEY.Key_Return)
    day.press(KEY.Key_Return, CTRL)
    assert day.opened == [("tidepool", ""), ("tidepool", "follow_up")]
