"""What is done before each picture is taken."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from rules.board import Card
from rules.records import OpportunityId
from rules.stages import Stage
from tests.stageplay import Stageplay
from ui.settings.page import SettingsPage
from ui.sheet.follow_up.editor import Editor
from ui.sheet.follow_up.why import Why
from ui.today.row import Row


def board(play: Stageplay) -> None:
    """The board as it is."""
    play.window.show_page("board")
    play.board.setFocus()


def thank_you(play: Stageplay) -> None:
    """The second of three thank-yous being written."""
    play.open("lumen")


def proofread(play: Stageplay) -> None:
    """What is to be fixed in a letter, and what is to be considered."""
    play.open("lumen")
    editor = next(one for one in play.window.sheet.findChildren(Editor) if one.isVisible())
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Down, n=2)
    cursor.insertText("I just wanted to touch base about the the plan, and will definately call. ")
    play.settle(1.2)


def copied(play: Stageplay) -> None:
    """The letter is on the clipboard."""
    play.open("lumen")
    play.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def check_in(play: Stageplay) -> None:
    """The one check-in, its original below."""
    play.open("harbourlight")


def stop(play: Stageplay) -> None:
    """Both are sent."""
    play.open("quillstone")


def first_run(play: Stageplay) -> None:
    """Nothing there yet."""


def first_run_typed(play: Stageplay) -> None:
    """A line typed, and what was understood."""
    play.type("Lumen & Oak, Senior Product Designer, today 14:00 with Priya Raman, Daniel Okafor")


def today(play: Stageplay) -> None:
    """What to do now."""
    play.window.show_page("today")


def _drag(play: Stageplay, company: str, to: Stage) -> None:
    play.window.show_page("board")
    play.settle(0.2)
    card = next(
        one for lane in play.session.lanes() for one in lane.cards if one.company == company
    )
    start = play.board.area.mapTo(play.window, _middle(play, card))
    lane = play.board.area.lanes[to]
    end = lane.mapTo(play.window, QPoint(lane.width() // 2, lane.height() // 2 - 60))
    _mouse(play, start, end)


def _middle(play: Stageplay, card: Card) -> QPoint:
    lane = play.board.area.lanes[card.stage]
    row = lane.model.row_of(card.opportunity_id)
    rect: QRect = lane.list.card_rect(row)
    return lane.list.viewport().mapTo(play.board.area, rect.center())


def _mouse(play: Stageplay, start: QPoint, end: QPoint) -> None:
    target = play.window.childAt(start)
    if target is None:
        raise LookupError("nothing to drag")
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(play.window, start))
    for part in range(1, 11):
        point = start + (end - start) * part / 10
        QTest.mouseMove(target, target.mapFrom(play.window, point))
        play.settle(0.03)
    play.settle(0.3)


def accepted(play: Stageplay) -> None:
    """A card over a lane that takes it."""
    _drag(play, "Kestrel Rail", Stage.INTERVIEW_BOOKED)


def refused(play: Stageplay) -> None:
    """A card over a lane that does not."""
    _drag(play, "Cobalt Atlas", Stage.WAITING_TO_HEAR)


def dropped(play: Stageplay) -> None:
    """After the drop: what is asked, and the way back."""
    play.window.show_page("board")
    play.settle(0.2)
    play.board.select(OpportunityId("kestrel"), focus=True)
    play.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    play.settle(0.5)


def commands(play: Stageplay) -> None:
    """What can be done with a card, and everywhere."""
    board(play)
    play.window.list_commands()
    play.type("mo")


def keys(play: Stageplay) -> None:
    """Every key."""
    board(play)
    play.window.list_keys()


def search(play: Stageplay) -> None:
    """The cards that mention a word."""
    board(play)
    play.window.search()
    play.type("designer")


def insights(play: Stageplay) -> None:
    """What the records say when counted."""
    play.window.show_page("insights")
    play.settle(0.6)


def _settings(play: Stageplay, section: str, down: int = 0) -> None:
    play.window.show_page("settings")
    page = play.window.findChild(SettingsPage)
    if page is None:
        raise LookupError("no settings")
    page.show_section(section)
    play.settle(0.8)
    page.sections[section].verticalScrollBar().setValue(down)


def settings_you(play: Stageplay) -> None:
    """Who signs the letters."""
    _settings(play, "you")


def settings_letters(play: Stageplay) -> None:
    """The letters, and what they look like filled."""
    _settings(play, "letters", down=350)


def settings_timing(play: Stageplay) -> None:
    """When, and what is fixed."""
    _settings(play, "timing")


def settings_look(play: Stageplay) -> None:
    """Theme, text size, motion."""
    _settings(play, "look")


def settings_data(play: Stageplay) -> None:
    """Copies of the data, and ways out."""
    _settings(play, "data")


def settings_about(play: Stageplay) -> None:
    """The version, and the licences."""
    _settings(play, "about")


def all_commands(play: Stageplay) -> None:
    """Everything that can be done now, before a letter is typed."""
    play.window.show_page("today")
    play.window.take_focus()
    play.window.list_commands()
    play.settle()


def happened(play: Stageplay) -> None:
    """What happened: the ways it can go on."""
    play.open("harbourlight")
    play.window.sheet.ask_what_happened()
    play.settle()


def why(play: Stageplay) -> None:
    """Where a reason comes from."""
    play.open("harbourlight")
    shown = [one for one in play.window.sheet.findChildren(Why) if one.isVisible()]
    shown[0].open()
    play.settle()


def as_page(play: Stageplay) -> None:
    """The letter on paper."""
    play.open("lumen")
    play.window.sheet.acts["as_page"]()
    play.settle(0.6)


def snooze(play: Stageplay) -> None:
    """A row's menu, at the moments it can be put off to."""
    play.window.show_page("today")
    row = next(
        one for one in play.window.findChildren(Row) if "Harbourlight" in one.accessibleName()
    )
    row.setFocus()
    play.settle(0.2)
    spot = QPoint(row.width() - 260, row.height() // 2)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(row, QContextMenuEvent(reason, spot, row.mapToGlobal(spot)))
    play.settle(0.2)
    menu = next(one for one in play.window.findChildren(QMenu) if one.isVisible())
    inner = next(one for one in menu.actions() if one.text() == "Snooze")
    menu.setActiveAction(inner)
    play.settle(0.2)
    QTest.keyClick(menu, Qt.Key.Key_Right)
    play.settle(0.3)


def history(play: Stageplay) -> None:
    """What went out and what happened, by date."""
    play.open("quillstone")
    play.window.sheet.show_tab("history")
    play.settle()
