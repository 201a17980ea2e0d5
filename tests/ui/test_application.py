"""Starting: the command line, the lock, the clock, what cannot be opened, and what went wrong."""

import os
import signal
import stat
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.faults import FaultKind, StoreFault
from models.store import open_store
from rules.records import Options
from ui import logs
from ui.application import FILE, Program, clock_from, user_zone
from ui.arguments import Arguments, data_folder, read_arguments
from ui.main_window import MainWindow
from ui.problems import FaultPage, ProblemPanel
from ui.resources import load_fonts
from ui.settings.page import SettingsPage
from ui.single_instance import SingleInstance
from ui.theme import Look
from ui.version import version
from ui.zones import zone_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ROOT = Path(__file__).parents[2]
LONDON = ZoneInfo("Europe/London")


def program(*arguments: str, home: Path) -> "subprocess.CompletedProcess[str]":
    """Run main.py in a home of its own."""
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env=_environment(home),
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )


def _environment(home: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    return {**kept, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "TZ": "Europe/London"}


def test_the_version_is_the_projects(tmp_path: Path) -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    done = program("--version", home=tmp_path)
    assert done.returncode == 0
    assert done.stdout == f"Afterword {wanted}\n"
    assert version() == wanted
    assert not list(tmp_path.iterdir())


def test_the_self_test_tries_everything_and_leaves_nothing(tmp_path: Path) -> None:
    done = program("--self-test", home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "works" in done.stdout
    assert "PySide" in done.stdout or "Qt 6" in done.stdout
    assert not list(tmp_path.rglob("*.db"))


def test_a_moment_that_is_none_is_a_usage_line(tmp_path: Path) -> None:
    done = program("--now", "yesterday", home=tmp_path)
    assert done.returncode == 2
    assert "not an ISO moment" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_qts_libraries_it_says_what_to_install(tmp_path: Path) -> None:
    broken = tmp_path / "PySide6"
    broken.mkdir()
    (broken / "__init__.py").write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file', name='PySide6.QtGui')"
    )
    done = subprocess.run(
        [sys.executable, "main.py"],
        cwd=ROOT,
        env={**_environment(tmp_path), "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert done.returncode == 1
    assert "libEGL.so.1" in done.stderr
    assert "apt-get install" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_start_goes_and_sigterm_ends_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "data"
    first = subprocess.Popen(
        [sys.executable, "main.py", "--data-dir", str(folder)],
        cwd=ROOT,
        env=_environment(tmp_path),
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        log = folder / "logs" / "afterword.log"
        qtbot.waitUntil(lambda: log.exists() and bool(log.read_text()), timeout=20_000)
        second = program("--data-dir", str(folder), home=tmp_path)
        assert second.returncode == 0, second.stderr
        first.send_signal(signal.SIGTERM)
        complaints = first.communicate(timeout=20)[1]
    finally:
        first.kill()
        first.wait()
    assert first.returncode == 0
    assert "Traceback" not in complaints
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert (folder / "view.ini").exists()


def test_arguments_are_read() -> None:
    found = read_arguments(["--data-dir", "x", "--now", "2026-05-14T15:20", "a.ics", "b.eml"])
    assert found.data_dir == Path("x")
    assert found.now == datetime(2026, 5, 14, 15, 20)  # noqa: DTZ001  # as typed, without a zone
    assert found.files == (Path("a.ics"), Path("b.eml"))
    assert not found.sample


def test_the_clock_ticks_on_from_a_given_moment() -> None:
    given = datetime(2026, 5, 14, 15, 20, tzinfo=LONDON)
    clock = clock_from(given, LONDON)
    assert timedelta(0) <= clock() - given < timedelta(seconds=5)
    naive = clock_from(given.replace(tzinfo=None), LONDON)
    assert abs(naive() - clock()) < timedelta(seconds=1)
    assert clock().tzinfo is UTC
    assert clock_from(None, LONDON)().tzinfo is UTC


def test_zones_are_known_by_name_and_nothing_else() -> None:
    assert zone_of("Europe/London") == LONDON
    for wrong in ("", "Nowhere/At_All", "../../etc/passwd", "/etc/passwd", "Europe"):
        assert zone_of(wrong) is None
    assert user_zone() is not None


def test_the_sample_never_touches_ones_own_folder(tmp_path: Path) -> None:
    one, other = data_folder(Arguments(sample=True)), data_folder(Arguments(sample=True))
    assert one != other
    assert data_folder(Arguments(data_dir=tmp_path)) == tmp_path
    for folder in (one, other):
        folder.rmdir()


@pytest.fixture
def hooks() -> Iterator[None]:
    """The process's hooks, put back after a start within the test."""
    from PySide6.QtCore import qInstallMessageHandler

    before = sys.excepthook
    handler = qInstallMessageHandler(None)
    qInstallMessageHandler(handler)
    yield
    sys.excepthook = before
    qInstallMessageHandler(handler)
    logs.stop_logging()


def started(application: QApplication, folder: Path, qtbot: QtBot) -> tuple[Program, QWidget]:
    load_fonts()
    begun = Program(application, Arguments(data_dir=folder), folder)
    assert begun.start() is None
    assert begun.window is not None
    qtbot.addWidget(begun.window)
    return begun, begun.window


def words(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


@pytest.mark.usefixtures("hooks")
def test_a_fresh_folder_opens_the_window(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> None:
    begun, window = started(qapp, tmp_path / "new", qtbot)
    assert isinstance(window, MainWindow)
    assert window.today.is_first_run()
    begun.worn.scheme_changed(Qt.ColorScheme.Dark)
    assert begun.look.theme.dark
    begun._not_caught(StoreFault(FaultKind.DISK_FULL, tmp_path), "")
    assert "no room left" in window.toast.text()
    begun._not_caught(ValueError("Priya Raman"), logs.report_of(ValueError, None))
    assert begun._panel is not None
    assert begun._panel.isVisible()
    assert "ValueError" in begun._panel.report()
    assert "Priya" not in begun._panel.report()
    begun.finish()
    qapp.setStyleSheet("")


@pytest.mark.usefixtures("hooks")
def test_the_settings_are_made_when_gone_to_and_the_look_is_worn_from_the_start(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    store = open_store(tmp_path / FILE)
    store.save_options(Options(theme="dark", text_size=125, motion="reduced"))
    store.close()
    begun, window = started(qapp, tmp_path, qtbot)
    assert isinstance(window, MainWindow)
    assert begun.look.theme.dark
    assert begun.look.scale == 1.25
    assert begun.look.reduced_motion
    assert not window.findChildren(SettingsPage)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.page() == "settings"
    (page,) = window.findChildren(SettingsPage)
    page.show_section("look")
    page.keeping.options("", theme="light", text_size=100)
    assert not begun.look.theme.dark
    assert qapp.font().pixelSize() == begun.look.font("body").pixelSize() == 13
    page.show_section("data")
    assert str(tmp_path / FILE) in [one.text() for one in page.findChildren(QLineEdit)]
    begun.finish()
    qapp.setStyleSheet("")


@pytest.mark.usefixtures("hooks")
def test_a_journey_is_noticed_while_the_program_runs(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/London")
    begun, window = started(qapp, tmp_path / "new", qtbot)
    assert isinstance(window, MainWindow)
    session = begun._session
    assert session is not None
    assert session.zone_name() == "Europe/London"
    moves: list[str] = []
    session.clock_moved.connect(lambda: moves.append(session.zone_name()))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert moves == []
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert set(moves) == {"Asia/Tokyo"}
    begun.finish()
    qapp.setStyleSheet("")


@pytest.mark.usefixtures("hooks")
@pytest.mark.parametrize("content", [b"not a database at all, just text " * 40, b"", b"x"])
def test_a_file_that_cannot_be_read_gives_a_page_and_stays_as_it_was(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, content: bytes
) -> None:
    (tmp_path / FILE).write_bytes(content)
    begun, window = started(qapp, tmp_path, qtbot)
    assert isinstance(window, FaultPage)
    assert str(tmp_path / FILE) in words(window)
    assert window.buttons[0].text() == "Try again"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert (tmp_path / FILE).read_bytes() == content
    (tmp_path / FILE).unlink()
    for left in tmp_path.glob("*.db*"):
        left.unlink()
    begun._try_again()
    assert begun.window is not None
    qtbot.addWidget(begun.window)
    begun.finish()
    qapp.setStyleSheet("")


@pytest.mark.usefixtures("hooks")
def test_a_folder_that_is_a_file_gives_a_page(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "data").write_text("here first")
    begun, window = started(qapp, tmp_path / "data", qtbot)
    assert isinstance(window, FaultPage)
    assert "opened" in words(window)
    assert (tmp_path / "data").read_text() == "here first"
    begun.finish()
    qapp.setStyleSheet("")


def test_one_folder_has_one_holder_and_others_knock(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    heard: list[list[str]] = []
    first.knocked.connect(heard.append)
    assert first.hold()
    assert not second.hold()
    assert not second.knock(["x.ics"]) or heard  # one thread cannot both knock and answer
    qtbot.waitUntil(lambda: heard == [["x.ics"]])
    first.release()
    assert second.hold()
    second.release()


@pytest.mark.parametrize("content", [b"", b"\0" * 40, b"garbage\n\n", b"999999\nafterword\nhost\n"])
def test_a_dead_lock_never_blocks(qapp: QApplication, tmp_path: Path, content: bytes) -> None:
    lock = tmp_path / "afterword.lock"
    lock.write_bytes(content)
    long_ago = datetime(2026, 1, 1, tzinfo=UTC).timestamp()
    os.utime(lock, (long_ago, long_ago))
    instance = SingleInstance(tmp_path)
    assert instance.hold()
    instance.release()


def test_nobody_answers_where_nobody_is(qapp: QApplication, tmp_path: Path) -> None:
    assert not SingleInstance(tmp_path).knock()


@pytest.mark.usefixtures("hooks")
def test_what_nobody_caught_is_logged_without_what_was_typed(tmp_path: Path) -> None:
    told: list[str] = []
    logs.start_logging(tmp_path)
    logs.catch_everything(lambda _error, report: told.append(report))
    try:
        raise ValueError("Priya Raman wrote a secret")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    assert "ValueError" in told[0]
    assert "test_application.py" in told[0]
    logs.stop_logging()
    written = (tmp_path / "logs" / "afterword.log").read_text()
    assert "ValueError" in written
    assert "Priya" not in written
    assert "Priya" not in told[0]


@pytest.mark.usefixtures("hooks")
def test_a_panel_that_fails_does_not_fail_twice(tmp_path: Path) -> None:
    def tell(_error: BaseException, _report: str) -> None:
        raise RuntimeError("the panel")

    logs.start_logging(tmp_path)
    logs.catch_everything(tell)
    sys.excepthook(ValueError, ValueError(), None)
    logs.stop_logging()
    assert "the panel failed" in (tmp_path / "logs" / "afterword.log").read_text()


@pytest.mark.usefixtures("hooks")
def test_a_folder_that_takes_no_log_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way")
    logs.start_logging(tmp_path)
    logs.log.error("nowhere to go")
    logs.stop_logging()
    assert (tmp_path / "logs").read_text() == "in the way"


def test_the_panel_copies_its_report_and_goes(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    copied: list[str] = []

    def copy(text: str) -> bool:
        copied.append(text)
        return True

    panel = ProblemPanel(Look(), window, copy)
    panel.show_report("ValueError\n  page.py:12 in open")
    panel.show_report("KeyError")
    panel._copy_report()
    assert "page.py:12" in copied[0]
    assert "KeyError" in copied[0]
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_the_sample_has_a_new_folder_even_where_one_was_named(tmp_path: Path) -> None:
    chosen = tmp_path / "own"
    first = data_folder(Arguments(sample=True, data_dir=chosen))
    second = data_folder(Arguments(sample=True, data_dir=chosen))
    assert first != second
    assert first.parent == second.parent == chosen
    assert data_folder(Arguments(data_dir=chosen)) == chosen
