"""Where the parts meet: paths, log, lock, store, session, window, and the one clock."""

import logging
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QTimeZone
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from models.faults import FaultKind, StoreFault
from models.store import Store, look_into, open_store
from models.working_days import working_days
from rules.records import every_day_but_weekends
from ui import launch, sample
from ui.arguments import Arguments, data_folder, read_arguments
from ui.board.page import BoardPage
from ui.copies import Copies, came_back, not_backed_up, tidy
from ui.enter_key import EnterPresses
from ui.later_pages import insights_page, restore_page, settings_page, sheet
from ui.logs import catch_everything, hear_qt, log, start_logging, stop_logging
from ui.main_window import MainWindow
from ui.ports import QtClipboard
from ui.presence import Presence, attend
from ui.problems import ProblemPanel, made_of
from ui.resources import letter_templates, load_fonts
from ui.safe import Safe
from ui.session import Session
from ui.signals import hear_signals
from ui.single_instance import SingleInstance, can_write
from ui.start_up import Openings, StandIns
from ui.taskbar import name_process
from ui.theme import Look, system_is_dark
from ui.today.page import TodayPage
from ui.undo_keys import LetUndoThrough
from ui.version import version
from ui.view_memory import open_memory, remember_order, restore_order
from ui.widgets.toast import Notice
from ui.wording.say import say
from ui.worn import Worn, dress
from ui.zones import zone_of

FILE = "afterword.db"
APP_ID = "io.github.afterword_app.Afterword"
_READY_MS = 400
_MINUTE_MS = 60_000
Clock = Callable[[], datetime]


def run(argv: Sequence[str]) -> int:
    """Run the program with the arguments after its name; gives the exit status."""
    arguments = read_arguments(argv)
    if arguments.version:
        print(f"Afterword {version()}")  # what was asked for
        return 0
    if arguments.self_test:
        from ui.self_test import self_test

        return self_test(build_application())
    if os.name == "posix":
        os.umask(0o077)  # whatever is made from here on is for this person's eyes alone
    application = build_application()
    with_sample = arguments.sample
    folder = data_folder(arguments)
    try:
        program = Program(application, arguments, folder)
        return program.run()
    finally:
        stop_logging()
        if with_sample:
            shutil.rmtree(folder, ignore_errors=True)


def build_application() -> QApplication:
    """The QApplication with its name, style and fonts; the running one if there is one."""
    name_process(APP_ID)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["Afterword"])
    application.setApplicationName("Afterword")
    application.setApplicationDisplayName("Afterword")
    application.setOrganizationName("Afterword")
    application.setApplicationVersion(version())
    QGuiApplication.setDesktopFileName(APP_ID)
    application.setStyle("Fusion")
    load_fonts()
    return application


def user_zone() -> tzinfo:
    """The person's own zone, by its IANA name where the system knows it."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return zone_of(name) or datetime.now(UTC).astimezone().tzinfo or UTC


def clock_from(started: datetime | None, zone: tzinfo) -> Clock:
    """The one clock: the real one, or one that ticks on from a given moment."""
    if started is None:
        return lambda: datetime.now(UTC)
    aware = started if started.tzinfo is not None else started.replace(tzinfo=zone)
    ahead: timedelta = aware.astimezone(UTC) - datetime.now(UTC)
    return lambda: datetime.now(UTC) + ahead


class Program(QObject):
    """One start of the program: everything it holds from the lock to the window."""

    def __init__(self, application: QApplication, arguments: Arguments, folder: Path) -> None:
        super().__init__()
        self.application = application
        self.arguments = arguments
        self.folder = folder
        self.window: QWidget | None = None
        self.look = Look(dark=system_is_dark())
        self.zone = user_zone()
        self.clock = clock_from(arguments.now, self.zone)
        self._store: Store | None = None
        self._instance: SingleInstance | None = None
        self._session: Session | None = None
        self._panel: ProblemPanel | None = None
        self._presence: Presence | None = None
        self._undo_keys = LetUndoThrough()
        self._enter_key = EnterPresses()
        self.worn = Worn(self.look)
        self.safe = Safe(folder / FILE, self.clock, self.zone)
        self.safe.leaving.connect(self._settle)
        self.safe.replaced.connect(self._reopen)
        self._copies: Copies | None = None
        self._rescued = 0
        self._stand_ins = StandIns(
            self.look,
            self.safe,
            self._stand_in,
            Openings(
                look_inside=lambda why: self._exchange(lambda: self._open(why)),
                start_empty=lambda: self._exchange(lambda: self._open(afresh=True)),
                try_again=self._try_again,
                leave=self._quit,
            ),
        )
        self._minute = QTimer(self)
        self._minute.timeout.connect(self._look_at_clock)
        application.applicationStateChanged.connect(self._resumed)

    def run(self) -> int:
        """Open everything, show the window, and stay until it is closed."""
        status = self.start()
        if status is not None:
            return status
        self._pulse = hear_signals(self._quit, self)
        result = self.application.exec()
        self.finish()
        return result

    def start(self) -> int | None:
        """Come up. A status where there is nothing left to do; None where the window stays."""
        dress(self.application, self.look)
        self.application.installEventFilter(self._undo_keys)
        self.application.installEventFilter(self._enter_key)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            self._stand_ins.show_fault(StoreFault(FaultKind.CANNOT_OPEN, self.folder))
            return None
        self._instance = SingleInstance(self.folder)
        if not self._instance.hold():
            return self._second_start(self._instance)
        start_logging(self.folder)
        hear_qt()
        catch_everything(  # nothing is shown in the middle of a painting
            lambda *what: QTimer.singleShot(0, self, lambda: self._not_caught(*what))
        )
        log.info("Afterword %s starts", version())
        self._open()
        return None

    def _second_start(self, instance: SingleInstance) -> int | None:
        """The folder is held: the first window comes forward, or a page says what is wrong."""
        files = [str(one) for one in self.arguments.files]
        if instance.knock(files):
            return 0
        kind = FaultKind.LOCKED if can_write(self.folder) else FaultKind.READ_ONLY
        self._stand_ins.show_fault(StoreFault(kind, self.folder / FILE))
        return None

    def _open(self, why: FaultKind | None = None, *, afresh: bool = False) -> None:
        """Open the store and show the window, or the page that says why not.

        With a `why` it is only looked into; `afresh` makes a new one where one was lost.
        """
        path = self.folder / FILE
        try:
            store = look_into(path, why) if why else open_store(path, afresh=afresh)
            self._store = store
            if self.arguments.sample:
                sample.fill(store, self.clock(), self.zone)
            self._rescued = 0 if why else tidy(store, self.clock())
            window = self._window(store)
        except StoreFault as fault:
            log.error("the store did not open: %s", fault.kind)
            self._let_go()
            self._stand_ins.show_fault(fault)
            return
        self.window = window
        if why is None:
            self.safe.store = store
            self._watch(store)
        else:
            words = say("You can look and search, and save a copy. Nothing can be changed.")
            window.say(Notice(words, urgent=True))
        if self.arguments.leave_when_painted:
            window.show_page("board")
        self._show(window)
        window.cannot_open([str(one) for one in self.arguments.files])
        if self._instance is not None:
            self._instance.knocked.connect(window.come_forward)
            self._instance.knocked.connect(window.cannot_open)

    def _watch(self, store: Store) -> None:
        """Backups make themselves from now on."""
        window, session = self.window, self._session
        if session is None or not isinstance(window, MainWindow) or self.arguments.sample:
            return
        self._copies = Copies(session, store, self)
        self._copies.failed.connect(lambda fault: window.say(not_backed_up(fault)))
        if self._rescued:
            window.say(came_back(self._rescued))

    def _settle(self) -> None:
        """What is being typed is kept, before everything is exchanged."""
        if isinstance(self.window, MainWindow):
            self.window.leave_for(self.window.page())

    def _reopen(self, notice: Notice) -> None:
        """Everything was exchanged: a new window over what is there now, and a word about it."""
        self._let_go()
        self._exchange(self._open)
        if isinstance(self.window, MainWindow):
            self.window.say(notice)

    def _let_go(self) -> None:
        """Whatever stands on the open store, and the store."""
        if self._presence is not None:
            self._presence.close()
            self._presence.deleteLater()
            self._presence = None
        if self._copies is not None:
            self._copies.deleteLater()
            self._copies = None
        self._session = self._panel = self.safe.store = None
        if self._store is not None:
            self._store.close()
            self._store = None

    def _show(self, window: MainWindow) -> None:
        """Show the window, or stay in the tray where the person chose to start there."""
        if self.arguments.hidden and self._presence is not None and self._presence.may_hide():
            self._presence.start_hidden()
            QTimer.singleShot(0, self, self._painted)
            return
        window.installEventFilter(self)
        window.show()
        if not self.arguments.leave_when_painted:
            window.take_focus()

    def _window(self, store: Store) -> MainWindow:
        session = Session(
            store,
            self.clock,
            zone=self.zone,
            zone_of=zone_of,
            working_days=lambda _country: every_day_but_weekends,
            templates=letter_templates(),
            sample=self.arguments.sample,
        )
        self._session = session
        self.worn.follow(session)
        memory = open_memory(self.folder)
        restore_order(session, memory)
        self.application.aboutToQuit.connect(lambda: remember_order(session, memory))
        window = MainWindow(
            session,
            self.look,
            today=TodayPage(session, self.look),
            board=BoardPage(session, self.look),
            sheet=lambda: sheet(session, self.look),
            memory=memory,
            later={
                "insights": lambda: insights_page(session, self.look),
                "settings": lambda: settings_page(
                    session, self.look, store, self.window, self.safe
                ),
                "restore": lambda: restore_page(self.look, self.safe),
            },
        )
        self._panel = ProblemPanel(self.look, window, lambda text: QtClipboard().put(text))
        self._minute.start(_MINUTE_MS)
        folder = self.folder if self.arguments.data_dir is not None else None
        self._presence = attend(self.application, session, self.look, window, APP_ID, folder)
        window.sample_asked.connect(lambda: self._start_another(["--sample"]))
        window.own_asked.connect(self._start_own)
        return window

    def _resumed(self, state: Qt.ApplicationState) -> None:
        """Back from another window or from sleep: the time may have moved."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._look_at_clock()

    def _look_at_clock(self) -> None:
        """Time has passed, and the person may have travelled."""
        if self._session is not None:
            self._session.set_zone(user_zone())
            self._session.tick_clock()

    def _start_own(self) -> None:
        """From the sample to one's own data."""
        if self._start_another([]) and self.window is not None:
            self.window.close()

    def _start_another(self, arguments: list[str]) -> bool:
        """Start the program once more."""
        done = launch.start(arguments)
        if not done and isinstance(self.window, MainWindow):
            self.window.say(Notice("Afterword could not be started again", urgent=True))
        return done

    def _stand_in(self, page: QWidget) -> None:
        """Show a page in the place of the window."""
        before, self.window = self.window, page
        self._panel = ProblemPanel(self.look, page, lambda text: QtClipboard().put(text))
        page.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _exchange(self, act: Callable[[], None]) -> None:
        """Open in another way, and let the page go that was there."""
        before, self.window = self.window, None
        act()
        if before is not None and before is not self.window:
            before.hide()
            before.deleteLater()

    def _try_again(self) -> None:
        """The way on after something was put right outside."""
        before, self.window = self.window, None
        if self._instance is not None:
            self._instance.release()
        status = self.start()
        if before is not None:
            before.hide()
            before.deleteLater()
        if status is not None:
            self._quit()

    def _quit(self) -> None:
        """Close the window as a person would, and go."""
        if self.window is not None:
            self.window.close()
        self.application.quit()

    def _not_caught(self, error: BaseException, report: str) -> None:
        """Nobody caught it: a fault of the world gets its sentence, a mistake of ours the panel."""
        if isinstance(error, StoreFault) and isinstance(self.window, MainWindow):
            self.window.say(Notice(error.sentence, urgent=True))
        elif self._panel is not None:
            self._panel.show_report(f"{made_of()}\n{report}")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)
        return super().eventFilter(watched, event)

    def _painted(self) -> None:
        """The first frame is there: time for what takes longer to load than the window."""
        if self.arguments.leave_when_painted:
            self._quit()
        elif self._session is not None:
            self._session.know_working_days(working_days)
            if self._presence is not None:
                self._presence.begin()
            if isinstance(self.window, MainWindow):
                QTimer.singleShot(_READY_MS, self.window, self.window.make_ready)

    def finish(self) -> None:
        """Let go of everything, the file before the lock."""
        self._minute.stop()
        if self._copies is not None:
            self._copies.make()
        self._let_go()
        if self._instance is not None:
            self._instance.release()
        sys.excepthook = sys.__excepthook__
        logging.shutdown()
