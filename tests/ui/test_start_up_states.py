"""The program over data that is gone, damaged, newer; and everything exchanged under the window."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.backups import Reason, listed
from models.store import open_store
from rules.records import Profile
from tests import example_day
from tests.fakes import FakeDialogs
from tests.faults.records import THEN, adding, draft, filled
from ui import logs
from ui.application import FILE, Program
from ui.arguments import Arguments
from ui.main_window import MainWindow
from ui.problems import FaultPage
from ui.resources import load_fonts
from ui.settings.data import DataSection
from ui.settings.everything import ArchiveCard, DeletedCard, EraseCard
from ui.settings.page import SettingsPage
from ui.settings.restore import RestorePage
from ui.widgets.button import Button

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.usefixtures("hooks"),
]


@pytest.fixture
def hooks() -> Iterator[None]:
    """The process's hooks, put back after a start within the test."""
    before = sys.excepthook
    handler = qInstallMessageHandler(None)
    qInstallMessageHandler(handler)
    yield
    sys.excepthook = before
    qInstallMessageHandler(handler)
    logs.stop_logging()


class Life:
    """A program in a folder, from start to start."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        load_fonts()
        self.application = application
        self.folder = folder
        self.path = folder / FILE
        self.program: Program | None = None

    def start(self) -> QWidget:
        """Come up, and give the window or the page that stands in its place."""
        arguments = Arguments(data_dir=self.folder, now=example_day.NOW)
        self.program = Program(self.application, arguments, self.folder)
        assert self.program.start() is None
        return self.shown()

    def shown(self) -> QWidget:
        """What is there now."""
        QApplication.processEvents()
        assert self.program is not None
        assert self.program.window is not None
        return self.program.window

    def window(self) -> MainWindow:
        """The window; there has to be one."""
        shown = self.shown()
        assert isinstance(shown, MainWindow), words(shown)
        return shown

    def backups(self) -> RestorePage:
        """The page of backups in the window."""
        window = self.window()
        window.go("restore")
        QApplication.processEvents()
        (page,) = window.findChildren(RestorePage)
        return page

    def data(self) -> DataSection:
        """The section of the settings that is about the data."""
        window = self.window()
        window.go("settings")
        (page,) = window.findChildren(SettingsPage)
        page.show_section("data")
        found = page.sections["data"]
        assert isinstance(found, DataSection)
        return found

    def press(self, text: str) -> None:
        """A button of the page about a fault."""
        page = self.shown()
        assert isinstance(page, FaultPage)
        (button,) = (one for one in page.buttons if one.text() == text)
        button.click()
        QApplication.processEvents()

    def companies(self) -> list[str]:
        """What is on the board."""
        return [one.opportunity.company for one in self.window().session.dossiers()]


@pytest.fixture
def life(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Life]:
    made = Life(qapp, tmp_path / "data")
    yield made
    if made.program is not None:
        window = made.program.window
        if window is not None:
            window.close()
        made.program.finish()
        if window is not None:
            window.deleteLater()
            qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")


def words(widget: QWidget) -> str:
    """Every word that is shown."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def keep(life: Life, count: int = 3) -> None:
    """A closed store with a backup."""
    store = filled(life.folder, count)
    store.back_up(THEN)
    store.close()


def test_a_lost_file_comes_back_from_a_backup(life: Life) -> None:
    keep(life)
    life.path.unlink()
    page = life.start()
    assert isinstance(page, FaultPage)
    assert "not where it was" in words(page)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not life.path.exists()
    life.press("Bring back a backup…")
    backups = life.shown()
    assert isinstance(backups, RestorePage)
    assert "3 applications" in words(backups)
    assert "Checked just now: whole" in words(backups)
    QTest.keyClick(backups, Qt.Key.Key_Escape)
    life.press("Bring back a backup…")
    again = life.shown()
    assert isinstance(again, RestorePage)
    again.bring_back.click()
    assert life.companies() == ["Company 0", "Company 1", "Company 2"]
    assert "Brought back from" in life.window().toast.text()


def test_one_may_start_empty_and_the_backups_stay(life: Life) -> None:
    keep(life)
    life.path.unlink()
    life.start()
    life.press("Start empty")
    assert life.companies() == []
    assert len(listed(life.path)) == 1


def test_a_damaged_file_is_repaired_as_far_as_it_goes_and_kept(life: Life) -> None:
    keep(life, 30)
    data = bytearray(life.path.read_bytes())
    data[8 * 4096 : 9 * 4096] = bytes(4096)
    life.path.write_bytes(data)
    assert "damaged" in words(life.start())
    life.press("Save what can be read")
    assert len(life.companies()) > 10
    assert (life.folder / "damaged" / "afterword-0001.db").read_bytes() == data


def test_what_cannot_be_read_at_all_is_said_and_stays(life: Life) -> None:
    life.folder.mkdir()
    life.path.write_bytes(b"no database " * 900)
    life.start()
    life.press("Save what can be read")
    assert "Nothing in it can be read any more" in words(life.shown())
    assert life.path.read_bytes() == b"no database " * 900


def test_a_newer_file_is_looked_into_and_nothing_changes(life: Life) -> None:
    keep(life)
    with closing(sqlite3.connect(life.path)) as connection:
        connection.execute("PRAGMA user_version = 9")
    before = life.path.read_bytes()
    assert "newer" in words(life.start())
    life.press("Look inside")
    window = life.window()
    assert len(life.companies()) == 3
    window.quick_add(None)
    QTest.keyClicks(window.add_panel.quick_add.field, "Acme, Designer")
    QTest.keyClick(window.add_panel.quick_add.field, Qt.Key.Key_Return)
    assert len(life.companies()) == 3
    assert "newer version" in window.toast.text()
    window.close()
    assert life.program is not None
    life.program._let_go()
    assert life.path.read_bytes() == before


def test_a_backup_comes_back_with_the_present_kept_and_undone_again(life: Life) -> None:
    keep(life)
    life.start()
    store = life.program._store if life.program else None
    assert store is not None
    store.write(adding(7))
    page = life.backups()
    assert "1 card" in words(page)
    assert "Gone: Company 7" in words(page)
    page.bring_back.click()
    assert life.companies() == ["Company 0", "Company 1", "Company 2"]
    assert listed(life.path)[0].reason is Reason.BRINGING_BACK
    page = life.backups()
    assert page.undo.isVisibleTo(page)
    page.undo.click()
    assert "Company 7" in life.companies()


def test_a_damaged_backup_cannot_be_brought_back(life: Life) -> None:
    keep(life)
    (backup,) = listed(life.path)
    data = bytearray(backup.path.read_bytes())
    data[5000] ^= 1
    backup.path.write_bytes(data)
    life.start()
    page = life.backups()
    assert not page.bring_back.isEnabled()
    assert "damaged" in words(page)


def test_without_a_backup_the_page_says_so_and_goes_back(life: Life) -> None:
    filled(life.folder, 1).close()
    life.start()
    page = life.backups()
    assert "no backup yet" in words(page)
    page.back.click()
    assert life.window().page() == "settings"
    offers = {one.name: one for one in life.window().commands.offers()}
    offers["restore"].act()
    assert life.window().page() == "restore"


def test_the_first_page_leads_to_the_backups(life: Life) -> None:
    life.start()
    (door,) = (
        one for one in life.window().findChildren(Button) if one.text() == "Restore a backup"
    )
    assert door.isVisible()
    QTest.keyClick(door, Qt.Key.Key_Return)
    assert life.window().page() == "restore"
    (page,) = life.window().findChildren(RestorePage)
    assert page.back.hasFocus()


def test_everything_goes_out_to_a_file_and_comes_back(life: Life, tmp_path: Path) -> None:
    filled(life.folder, 3).close()
    life.start()
    card = life.data().findChildren(ArchiveCard)[0]
    dialogs = FakeDialogs()
    card._dialogs = dialogs
    card.save.click()
    assert card.told.isHidden()
    dialogs.path = tmp_path / "all.json"
    card.save.click()
    assert card.told.text() == "3 applications, 3 letters, 0 drafts in all.json"
    life.window().session.delete(life.window().session.dossiers()[0].opportunity.id)
    card.load.click()
    assert card.told.text().startswith("all.json holds 3 applications")
    assert len(life.companies()) == 2
    card.sure.click()
    assert len(life.companies()) == 3
    card = life.data().findChildren(ArchiveCard)[0]
    card._dialogs = dialogs
    dialogs.path.write_text("{}")
    card.load.click()
    assert "“all.json” cannot be brought back" in card.told.text()
    assert card.sure.isHidden()
    dialogs.path = tmp_path / "gone" / "all.json"
    card.load.click()
    assert "Nothing was changed" in card.told.text()


def test_a_deleted_card_comes_back_or_goes_for_good(life: Life) -> None:
    filled(life.folder, 3).close()
    life.start()
    session = life.window().session
    ids = [one.opportunity.id for one in session.dossiers()]
    session.delete(ids[0])
    session.delete(ids[1])
    card = life.data().findChildren(DeletedCard)[0]
    assert set(card.buttons) == set(ids[:2])
    card.buttons[ids[0]][0].click()
    assert ids[0] in [one.opportunity.id for one in session.dossiers()]
    gone = card.buttons[ids[1]][1]
    gone.click()
    assert gone.text() == "Really, for good"
    gone.click()
    assert card.buttons == {}
    assert session.deleted() == ()
    assert not session.undo_stack.canUndo()


def test_erasing_needs_the_word_and_leaves_nothing(life: Life) -> None:
    store = filled(life.folder, 3)
    store.back_up(THEN)
    store.rescue(draft(0, "Dear Priya"))
    store.close()
    life.start()
    card = life.data().findChildren(EraseCard)[0]
    assert not card.erase.isEnabled()
    QTest.keyClicks(card.word, "eras")
    assert not card.erase.isEnabled()
    QTest.keyClicks(card.word, "e")
    card.erase.click()
    assert life.companies() == []
    assert "Everything is erased" in life.window().toast.text()
    found = b"".join(one.read_bytes() for one in life.folder.rglob("*") if one.is_file())
    assert b"Company" not in found
    assert b"Priya" not in found
    assert not (life.folder / "backups").exists()
    assert not (life.folder / "rescue").exists()


def test_a_rescued_letter_is_back_after_the_next_start(life: Life) -> None:
    store = filled(life.folder, 1)
    store.rescue(draft(0, "Dear Priya, rescued"))
    store.close()
    life.start()
    assert "1 letter that could not be saved is here again" in life.window().toast.text()
    (dossier,) = life.window().session.dossiers()
    assert dossier.drafts[0].body == "Dear Priya, rescued"


def test_a_backup_makes_itself_at_the_end(life: Life) -> None:
    filled(life.folder, 1).close()
    life.start()
    session = life.window().session
    session.delete(session.dossiers()[0].opportunity.id)
    assert life.program is not None
    copies = life.program._copies
    assert copies is not None
    assert copies.timer.interval() == 2000
    life.program.finish()
    assert [one.reason for one in listed(life.path)] == [Reason.CHANGES]
    life.start()
    session = life.window().session
    session.set_profile(Profile(name="Maya"))
    assert life.program._copies is not None
    assert life.program._copies.timer.interval() == 30 * 60_000


def test_a_backup_that_fails_is_said_once(life: Life) -> None:
    filled(life.folder, 1).close()
    life.start()
    (life.folder / "backups").write_text("in the way")
    session = life.window().session
    session.delete(session.dossiers()[0].opportunity.id)
    assert life.program is not None
    copies = life.program._copies
    assert copies is not None
    told: list[object] = []
    copies.failed.connect(told.append)
    copies.make()
    copies.make()
    assert len(told) == 1
    assert "No backup was made" in life.window().toast.text()


def test_what_was_deleted_long_ago_goes_at_the_start(life: Life) -> None:
    store = filled(life.folder, 0)
    change = adding(0)
    store.write(change)
    store.close()
    with closing(sqlite3.connect(life.path)) as connection:
        connection.execute("UPDATE opportunity SET deleted_at = '2020-01-01T00:00:00.000000+00:00'")
        connection.commit()
    life.start()
    assert life.window().session.deleted() == ()
    store = open_store(life.path)
    assert store.content().records == ()
    store.close()
