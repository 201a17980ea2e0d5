"""What is there beside the window: how a reminder is said, the tray and its menu, the start."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from rules.quick_add import understand
from rules.records import OpportunityId
from tests.fakes import FakeClipboard, FakeMailApp
from tests.ui.frame_world import LINE, LONDON, session_in
from tests.ui.reminder_world import at
from ui import presence as presence_module
from ui.board.page import BoardPage
from ui.main_window import MainWindow
from ui.ports import Announcement
from ui.presence import Presence, attend, desktop_notifications
from ui.resources import load_fonts
from ui.session import Session
from ui.sheet.sheet import Sheet
from ui.theme import Look
from ui.today.page import TodayPage
from ui.tray import Tray, next_cards
from ui.view_memory import open_memory

# Offscreen has no tray: an icon that is shown all the same makes Qt say so.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "systemTrayWindowChanged", extend=True
)

TITLE = "Lumen & Oak: 2 people to thank, 22 h left"


class FakeDesktop:
    """A desktop that shows notices, or says that it cannot."""

    def __init__(self, *, works: bool = True) -> None:
        self.works = works
        self.shown: list[tuple[Announcement, Callable[[], None]]] = []
        self.closed = False

    def show(
        self, said: Announcement, opened: Callable[[], None], failed: Callable[[], None]
    ) -> None:
        if self.works:
            self.shown.append((said, opened))
        else:
            failed()

    def close(self) -> None:
        self.closed = True


class Entries:
    """What starts at login; refuses where it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[bool, list[str]]] = []
        self.refuses = False

    def __call__(self, wanted: bool, command: list[str], _app_id: str) -> bool:
        self.asked.append((wanted, command))
        return not self.refuses


class House:
    """A window with everything beside it."""

    def __init__(self, application: QApplication, folder: Path, desktop: FakeDesktop) -> None:
        self.now = at("14 15:20")
        self.look = Look(reduced_motion=True)
        self.session: Session = session_in(folder, clock=lambda: self.now)
        self.window = MainWindow(
            self.session,
            self.look,
            today=TodayPage(self.session, self.look),
            board=BoardPage(self.session, self.look),
            sheet=lambda: Sheet(self.session, self.look, FakeClipboard(), FakeMailApp()),
            memory=open_memory(folder),
        )
        self.window.resize(1280, 800)
        self.desktop = desktop
        self.presence = Presence(
            application,
            self.session,
            self.look,
            self.window,
            app_id="org.example.Afterword",
            at_login=["afterword", "--hidden"],
            desktop=desktop,
        )

    def add(self, line: str = LINE) -> OpportunityId:
        return self.session.add(understand(line, self.session.moment().now, LONDON))

    def jump(self, moment: str) -> None:
        self.now = at(moment)
        self.session.tick_clock()

    def options(self, **more: Any) -> None:
        self.session.set_options(replace(self.session.options, **more))


Make = Callable[..., House]


@pytest.fixture
def entries(monkeypatch: pytest.MonkeyPatch) -> Entries:
    made = Entries()
    monkeypatch.setattr(presence_module, "start_at_login", made)
    return made


@pytest.fixture
def tray_there(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether this desktop has a tray; offscreen there is none of its own."""
    there = [True]
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: there[0])
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: there[0])
    return there


@pytest.fixture
def make(qapp: QApplication, qtbot: QtBot, tmp_path: Path, entries: Entries) -> Iterator[Make]:
    load_fonts()
    houses: list[House] = []

    def made(*, works: bool = True, shown: bool = True) -> House:
        house = House(qapp, tmp_path, FakeDesktop(works=works))
        qtbot.addWidget(house.window)
        houses.append(house)
        if shown:
            house.window.show()
        return house

    yield made
    for house in houses:
        house.presence.close()


def test_a_reminder_is_the_desktops_and_opens_its_letter(make: Make) -> None:
    house = make()
    oid = house.add()
    house.presence.begin()
    house.window.hide()
    house.jump("14 17:00")
    said, opened = house.desktop.shown[0]
    assert said.title == TITLE
    assert not house.window.toast.text()
    opened()
    assert house.window.isVisible()
    assert house.window.frame.is_open()
    assert house.window._open_card == oid


def test_one_of_several_opens_today(make: Make) -> None:
    house = make()
    house.add()
    house.add("Brightmoor Council, Designer, today 13:00 with Hal Adeyemi")
    house.window.show_page("board")
    house.presence.begin()
    house.jump("14 17:30")
    _, opened = house.desktop.shown[0]
    opened()
    assert house.window.page() == "today"
    assert not house.window.frame.is_open()


def test_a_card_that_is_gone_by_then_opens_today(make: Make) -> None:
    house = make()
    oid = house.add()
    house.presence.begin()
    house.jump("14 17:00")
    house.session.delete(oid)
    house.desktop.shown[0][1]()
    assert not house.window.frame.is_open()


def test_where_no_desktop_answers_the_window_says_it(make: Make) -> None:
    house = make(works=False)
    oid = house.add()
    house.presence.begin()
    house.jump("14 17:00")
    assert house.window.toast.text() == TITLE
    house.window.toast._do()
    assert house.window._open_card == oid


@pytest.mark.usefixtures("tray_there")
def test_behind_a_closed_window_the_tray_says_it(make: Make) -> None:
    house = make(works=False, shown=False)
    house.options(tray=True)
    oid = house.add()
    house.presence.begin()
    house.jump("14 17:00")
    assert not house.window.toast.text()
    tray = house.presence._tray
    assert tray is not None
    tray.icon.messageClicked.emit()
    assert house.window._open_card == oid


@pytest.mark.usefixtures("tray_there")
def test_an_icon_for_one_message_goes_again(
    make: Make, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """As on Windows and macOS, where a message needs an icon and the tray was not chosen."""
    house = make()
    house.presence._desktop = None
    house.add()
    house.presence.begin()
    house.jump("14 17:00")
    tray = house.presence._tray
    assert tray is not None
    assert tray.icon.isVisible()
    assert not house.presence.in_tray()
    house.presence._passing.start(1)
    qtbot.waitUntil(lambda: not tray.icon.isVisible())


def test_without_any_tray_the_window_says_it(make: Make) -> None:
    house = make()
    house.presence._desktop = None
    house.add()
    house.presence.begin()
    house.jump("14 17:00")
    assert house.window.toast.text() == TITLE


def test_the_tray_is_off_until_it_is_chosen(
    make: Make, tray_there: list[bool], qapp: QApplication
) -> None:
    house = make()
    assert house.presence._tray is None
    assert not house.presence.in_tray()
    house.options(tray=True)
    assert house.presence.in_tray()
    house.options(tray=False)
    assert not house.presence.in_tray()
    house.options(tray=True)
    tray_there[0] = False
    assert not house.presence.in_tray()
    house.presence.close()
    assert house.desktop.closed
    assert qapp.quitOnLastWindowClosed()


@pytest.mark.usefixtures("tray_there")
def test_with_a_tray_closing_hides_and_quit_ends(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = make()
    ends: list[int] = []
    monkeypatch.setattr(house.presence.lingering, "_quit_now", lambda: ends.append(1))
    house.options(tray=True)
    house.window.close()
    qtbot.waitUntil(lambda: not house.presence.lingering._deciding.isActive())
    assert ends == []
    assert not house.window.isVisible()
    house.presence._open("")
    assert house.window.isVisible()
    house.window.actions_of["quit"].trigger()
    qtbot.waitUntil(lambda: ends == [1])
    ends.clear()
    house.window.show()
    tray = house.presence._tray
    assert tray is not None
    menu_line(tray, "Quit").trigger()
    qtbot.waitUntil(lambda: ends == [1])


def test_without_a_tray_closing_ends_it(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = make()
    ends: list[int] = []
    monkeypatch.setattr(house.presence.lingering, "_quit_now", lambda: ends.append(1))
    house.window.close()
    qtbot.waitUntil(lambda: ends == [1])


def menu_line(tray: Tray, start: str) -> QAction:
    return next(one for one in tray.menu.actions() if one.text().startswith(start))


@pytest.mark.usefixtures("tray_there")
def test_the_menu_has_the_next_three(qtbot: QtBot, tmp_path: Path) -> None:
    session = session_in(tmp_path, filled=True)
    tray = Tray(session, Look())
    opened: list[str] = []
    tray.opened.connect(opened.append)
    lines = [one.text() for one in tray.menu.actions() if not one.isSeparator()]
    assert len(lines) == 5
    assert lines[0] == "Open Afterword"
    assert lines[-1] == "Quit"
    first = next_cards(session)[0]
    assert lines[1].startswith(first.company.replace("&", "&&"))
    tray.menu.actions()[2].trigger()
    assert opened == [first.opportunity_id]
    session.delete(first.opportunity_id)
    qtbot.waitUntil(lambda: not tray.menu.actions()[2].text().startswith(lines[1]))
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert opened[1:] == [""]


def test_a_long_name_does_not_make_the_menu_wide(qtbot: QtBot, tmp_path: Path) -> None:
    session = session_in(tmp_path, clock=lambda: at("14 15:20"))
    session.add(understand(LINE.replace("Lumen", "Lumen" * 20), at("14 15:20"), LONDON))
    line = menu_line(Tray(session, Look()), "Lumen").text()
    assert line.startswith("LumenLumenLumenLumenLumenLumenL…: Thank 2 people (")


def test_a_tray_that_is_not_there_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    tray = Tray(session_in(tmp_path), Look())
    failed: list[int] = []
    tray.show(Announcement(title="x"), lambda: None, lambda: failed.append(1))
    assert failed == [1]
    tray._clicked()
    assert len(tray.menu.actions()) == 3


@pytest.mark.usefixtures("tray_there")
def test_the_entry_at_login_follows_the_choice(make: Make, entries: Entries) -> None:
    house = make()
    assert entries.asked == []
    house.options(at_login=True)
    assert entries.asked == []  # only in the tray
    house.options(tray=True)
    assert entries.asked == [(True, ["afterword", "--hidden"])]
    house.options(reminders=False)
    house.options(at_login=False)
    assert [wanted for wanted, _ in entries.asked] == [True, False]
    entries.refuses = True
    house.options(at_login=True)
    assert "could not be set" in house.window.toast.text()


def test_hidden_only_where_that_was_chosen(make: Make, tray_there: list[bool]) -> None:
    house = make(shown=False)
    assert not house.presence.may_hide()
    house.options(tray=True)
    assert not house.presence.may_hide()
    house.options(at_login=True)
    assert house.presence.may_hide()
    house.presence.start_hidden()
    assert not house.window.isVisible()
    house.options(tray=False)
    house.presence.start_hidden()
    assert house.window.isVisible()


def test_a_tray_that_comes_late_is_waited_for(
    make: Make, tray_there: list[bool], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(presence_module, "_LOOK_AGAIN_MS", 1)
    tray_there[0] = False
    house = make(shown=False)
    house.options(tray=True, at_login=True)
    house.presence.start_hidden()
    assert not house.window.isVisible()
    tray_there[0] = True
    qtbot.waitUntil(house.presence.in_tray)
    assert not house.window.isVisible()


def test_a_tray_that_never_comes_gives_the_window(
    make: Make, tray_there: list[bool], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(presence_module, "_LOOK_AGAIN_MS", 1)
    tray_there[0] = False
    house = make(shown=False)
    house.options(tray=True, at_login=True)
    house.presence.start_hidden()
    qtbot.waitUntil(house.window.isVisible)


def test_elsewhere_there_is_no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert desktop_notifications("x") is None


def test_a_start_takes_its_folder_along(make: Make, tmp_path: Path, qapp: QApplication) -> None:
    house = make()
    other = attend(qapp, house.session, house.look, house.window, "x", tmp_path)
    assert other._command[-3:] == ["--hidden", "--data-dir", str(tmp_path)]
    other.close()
    other = attend(qapp, house.session, house.look, house.window, "x", None)
    assert other._command[-1] == "--hidden"
    other.close()
