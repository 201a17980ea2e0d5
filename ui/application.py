"""Where the parts meet: paths, log, lock, store, session, window, and the one clock."""

import logging
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from platformdirs import user_data_path
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QTimeZone
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from models.faults import FaultKind, StoreFault
from models.store import Store, open_store
from models.working_days import working_days
from rules.records import every_day_but_weekends
from ui import launch, sample
from ui.arguments import Arguments, read_arguments
from ui.board.page import BoardPage
from ui.enter_key import EnterPresses
from ui.later_pages import insights_page, settings_page, sheet
from ui.logs import catch_everything, hear_qt, log, start_logging, stop_logging
from ui.main_window import MainWindow
from ui.ports import QtClipboard
from ui.presence import Presence, attend
from ui.problems import FaultPage, ProblemPanel
from ui.resources import icon, letter_templates, load_fonts, style_sheet
from ui.session import Session
from ui.single_instance import SingleInstance
from ui.theme import Look, system_is_dark
from ui.today.page import TodayPage
from ui.undo_keys import LetUndoThrough
from ui.version import version
from ui.view_memory import open_memory, remember_order, restore_order
from ui.widgets.toast import Notice
from ui.worn import Worn

FILE = "afterword.db"
APP_ID = "io.github.afterword_app.Afterword"
_READY_MS = 400
_MINUTE_MS = 60_000
_PULSE_MS = 400
"""Python hears a signal only while it runs; Qt alone would sleep through it."""

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


def dress(application: QApplication, look: Look) -> None:
    """Put the look on, now and whenever it changes."""

    def put_on() -> None:
        application.setPalette(look.palette())
        application.setFont(look.font("body"))
        application.setStyleSheet(style_sheet(look))

    put_on()
    look.changed.connect(put_on)
    application.setWindowIcon(icon("feather", look.theme.accent, 64))


def data_folder(arguments: Arguments) -> Path:
    """Where everything is kept; made by whoever opens it.

    The sample always has a new folder of its own, so that it never meets real data.
    """
    chosen = arguments.data_dir
    if chosen is not None:
        chosen = chosen.expanduser().absolute()
    if arguments.sample:
        with suppress(OSError):
            if chosen is not None:
                chosen.mkdir(mode=0o700, parents=True, exist_ok=True)
            return Path(tempfile.mkdtemp(prefix="afterword-sample-", dir=chosen))
        return Path(tempfile.mkdtemp(prefix="afterword-sample-"))
    if chosen is not None:
        return chosen
    return user_data_path("Afterword", appauthor=False, roaming=False)


def user_zone() -> tzinfo:
    """The person's own zone, by its IANA name where the system knows it."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return zone_of(name) or datetime.now(UTC).astimezone().tzinfo or UTC


@lru_cache(maxsize=256)
def zone_of(name: str) -> tzinfo | None:
    """The zone of an IANA name; None for one that does not exist."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


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

    def run(self) -> int:
        """Open everything, show the window, and stay until it is closed."""
        status = self.start()
        if status is not None:
            return status
        self._hear_signals()
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
            self._show_fault(StoreFault(FaultKind.CANNOT_OPEN, self.folder))
            return None
        self._instance = SingleInstance(self.folder)
        if not self._instance.hold():
            return self._second_start(self._instance)
        start_logging(self.folder)
        hear_qt()
        catch_everything(self._not_caught)
        log.info("Afterword %s starts", version())
        self._open()
        return None

    def _second_start(self, instance: SingleInstance) -> int | None:
        """The folder is held: the first window comes forward, or a page says what is wrong."""
        files = [str(one) for one in self.arguments.files]
        if instance.knock(files):
            return 0
        kind = FaultKind.LOCKED if self._can_write() else FaultKind.READ_ONLY
        self._show_fault(StoreFault(kind, self.folder / FILE))
        return None

    def _can_write(self) -> bool:
        """Whether a file can be made in the folder."""
        try:
            with tempfile.TemporaryFile(dir=self.folder):
                return True
        except OSError:
            return False

    def _open(self) -> None:
        """Open the store and show the window, or the page that says why not."""
        try:
            store = open_store(self.folder / FILE)
            if self.arguments.sample:
                sample.fill(store, self.clock(), self.zone)
            self._store = store
            window = self._window(store)
        except StoreFault as fault:
            log.error("the store did not open: %s", fault.kind)
            self._show_fault(fault)
            return
        self.window = window
        if self.arguments.leave_when_painted:
            window.show_page("board")
        self._show(window)
        window.cannot_open([str(one) for one in self.arguments.files])
        if self._instance is not None:
            self._instance.knocked.connect(window.come_forward)
            self._instance.knocked.connect(window.cannot_open)

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
                "settings": lambda: settings_page(session, self.look, store, self.window),
            },
        )
        self._panel = ProblemPanel(self.look, window, lambda text: QtClipboard().put(text))
        self._minute = QTimer(self)
        self._minute.timeout.connect(lambda: self._look_at_clock(session))
        self._minute.start(_MINUTE_MS)
        self.application.applicationStateChanged.connect(
            lambda state: self._resumed(state, session)
        )
        folder = self.folder if self.arguments.data_dir is not None else None
        self._presence = attend(self.application, session, self.look, window, APP_ID, folder)
        window.sample_asked.connect(lambda: self._start_another(["--sample"]))
        window.own_asked.connect(self._start_own)
        return window

    def _resumed(self, state: Qt.ApplicationState, session: Session) -> None:
        """Back from another window or from sleep: the time may have moved."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._look_at_clock(session)

    def _look_at_clock(self, session: Session) -> None:
        """Time has passed, and the person may have travelled."""
        session.set_zone(user_zone())
        session.tick_clock()

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

    def _show_fault(self, fault: StoreFault) -> None:
        """The page that stands instead of the program. Esc and closing change nothing."""
        page = FaultPage(
            self.look,
            "Your data cannot be opened.",
            fault.sentence,
            [("Try again", self._try_again), ("Quit", self._quit)],
        )
        page.resize(900, 600)
        before, self.window = self.window, page
        page.show()
        if before is not None:
            before.deleteLater()

    def _try_again(self) -> None:
        """The way on after something was put right outside."""
        before = self.window
        if self._instance is not None:
            self._instance.release()
        self.window = None
        status = self.start()
        if before is not None:
            before.hide()
            before.deleteLater()
        if status is not None:
            self._quit()

    def _quit(self) -> None:
        self.application.quit()

    def _not_caught(self, error: BaseException, report: str) -> None:
        """Nobody caught it: a fault of the world gets its sentence, a mistake of ours the panel."""
        if isinstance(error, StoreFault) and isinstance(self.window, MainWindow):
            self.window.say(Notice(error.sentence, urgent=True))
        elif self._panel is not None:
            self._panel.show_report(f"Afterword {version()}\n{report}")

    def _hear_signals(self) -> None:
        """SIGTERM and Ctrl+C close the window as a person would."""

        def leave(_number: int, _frame: object) -> None:
            if self.window is not None:
                self.window.close()
            self.application.quit()

        for name in ("SIGTERM", "SIGINT"):
            with suppress(ValueError, AttributeError):
                signal.signal(getattr(signal, name), leave)
        self._pulse = QTimer(self)
        self._pulse.timeout.connect(lambda: None)
        self._pulse.start(_PULSE_MS)

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
        if self._presence is not None:
            self._presence.close()
        if self._store is not None:
            self._store.close()
        if self._instance is not None:
            self._instance.release()
        sys.excepthook = sys.__excepthook__
        logging.shutdown()
