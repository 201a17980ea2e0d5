"""Whole programs that run in processes of their own, to be killed, crowded and tripped up."""

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QWidget
from typing_extensions import override

from models.store import Store
from rules.quick_add import understand
from rules.records import OpportunityId
from ui import logs
from ui.application import Program, build_application
from ui.arguments import Arguments
from ui.board.card_delegate import CardDelegate
from ui.board.lane_model import LaneModel
from ui.main_window import MainWindow
from ui.session import Session
from ui.sheet.follow_up.editor import Editor
from ui.widgets.paint import painting

NOW = datetime(2026, 5, 14, 15, 20, tzinfo=UTC)
LINE = "Lumen & Oak, Senior Product Designer, today 14:00 with Priya Raman priya@lumen.example"
TYPED = "The quick brown fox jumps over the lazy dog. "
_KEY_MS = 12
_PATIENCE = 1000
"""Ticks of five milliseconds that a condition is waited for."""


class MistakeError(Exception):
    """A mistake of ours, with what a person typed in its message."""


def started(folder: Path, now: datetime | None = NOW) -> Program:
    """A program over the folder, come up; its window may be a page about a fault."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
    os.environ["TZ"] = "Europe/London"
    program = Program(build_application(), Arguments(data_dir=folder, now=now), folder)
    program.start()
    return program


def window_of(program: Program) -> MainWindow:
    """Its window; there has to be one."""
    assert isinstance(program.window, MainWindow)
    return program.window


def session_of(program: Program) -> Session:
    """Its session; there has to be one."""
    assert program._session is not None
    return program._session


def with_a_letter(program: Program) -> Editor:
    """The letter of the first card, open to be written in."""
    window, session = window_of(program), session_of(program)
    if not session.dossiers():
        _add(session, LINE)
    window.open_sheet(session.dossiers()[0].opportunity.id, "follow_up")
    QApplication.processEvents()
    (editor,) = (one for one in window.findChildren(Editor) if one.isVisible())
    editor.setFocus()
    return editor


def _add(session: Session, line: str) -> OpportunityId:
    """A card from a typed line."""
    moment = session.moment()
    return session.add(understand(line, moment.now, moment.zone))


def type_a_letter(path: Path, tell: Connection) -> None:
    """Type without end, and tell each key with its moment."""
    program = started(path.parent)
    editor = with_a_letter(program)
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    count = 0

    def press() -> None:
        nonlocal count
        QTest.keyClicks(editor, TYPED[count % len(TYPED)])
        count += 1
        tell.send((count, time.monotonic()))

    timer = QTimer()
    timer.timeout.connect(press)
    timer.start(_KEY_MS)
    program.application.exec()


def start(path: Path, tell: Connection) -> None:
    """Start once; tell what came of it, and stay while there is a window."""
    folder = path.parent
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    program = Program(build_application(), Arguments(data_dir=folder, now=NOW), folder)
    status = program.start()
    tell.send(type(program.window).__name__ if status is None else status)
    if status is None:
        program.application.exec()


def trip(path: Path, tell: Connection) -> None:
    """Raise a mistake in each kind of place while a letter is written; tell what is left of it."""
    program = started(path.parent)
    _run(program, _tripping(program, tell))
    program.finish()


Steps: TypeAlias = Iterator[Callable[[], bool]]


_here = {"place": ""}


def _mistake_in(place: str) -> str:
    """What the mistake is called that is raised in a place."""
    return f"MistakeIn{place.title()}Error"


def _run(program: Program, steps: Steps) -> None:
    """Take step after step within the program's own event loop, each once its condition holds."""
    wanted: Callable[[], bool] = lambda: True  # noqa: E731  # exchanged by each step
    ticks = 0

    def step() -> None:
        nonlocal wanted, ticks
        ticks += 1
        if not wanted() and ticks < _PATIENCE:
            return
        ticks = 0
        try:
            wanted = next(steps)
        except StopIteration:
            program.application.quit()

    timer = QTimer()
    timer.timeout.connect(step)
    timer.start(5)
    program.application.exec()


def _tripping(program: Program, tell: Connection) -> Steps:
    panel, window = program._panel, window_of(program)
    assert panel is not None
    for name, raising in _PLACES.items():
        editor = with_a_letter(program)
        QTest.keyClicks(editor, f"typed before {name} ")
        _here["place"] = name
        undo = raising(program)
        yield lambda name=name: panel.isVisible() and _mistake_in(name) in panel.report()  # type: ignore[misc]  # bound now
        undo()
        shown, report = panel.isVisible(), panel.report()
        panel.dismiss()
        editor = with_a_letter(program)
        QTest.keyClicks(editor, "and after ")
        window.close_sheet()
        yield lambda: not window.frame.is_open()
        (dossier,) = session_of(program).dossiers()
        kept = "".join(one.body for one in dossier.drafts)
        shown = shown and _mistake_in(name) in report
        tell.send((name, shown, report, f"typed before {name} " in kept and "and after" in kept))
    editor = with_a_letter(program)
    QTest.keyClicks(editor, "typed before closing ")
    session = session_of(program)
    session.drafts_changed.connect(_fail)
    window.close()
    yield lambda: not window.isVisible()
    (dossier,) = session.dossiers()
    kept = "".join(one.body for one in dossier.drafts)
    tell.send(("close", not window.isVisible(), "Mistake", "typed before closing" in kept))


def _fail(*_anything: object) -> Any:
    raise type(_mistake_in(_here["place"]), (MistakeError,), {})(
        "Priya Raman <priya@lumen.example> wrote: Dear Maya"
    )


def _in_a_slot(program: Program) -> Callable[[], None]:
    session = session_of(program)
    session.changed.connect(_fail)
    one = session.dossiers()[0].opportunity
    QTimer.singleShot(0, lambda: session.edit(one.id, one, replace(one, notes=f"{one.notes}.")))
    return lambda: session.changed.disconnect(_fail)  # type: ignore[return-value]  # no value


def _in_a_timer(_program: Program) -> Callable[[], None]:
    QTimer.singleShot(0, _fail)
    return lambda: None


def _show_board(program: Program) -> None:
    """The board is painted anew with the next events."""
    window = window_of(program)
    window.close_sheet()
    window.show_page("board")
    for lane in window.board.findChildren(QListView):
        lane.viewport().update()


def _in_a_delegate(program: Program) -> Callable[[], None]:
    before = CardDelegate.paint
    CardDelegate.paint = _fail  # type: ignore[assignment, method-assign]  # the fault
    _show_board(program)

    def undo() -> None:
        CardDelegate.paint = before  # type: ignore[method-assign]  # as it was

    return undo


def _in_a_model(program: Program) -> Callable[[], None]:
    before = LaneModel.data
    LaneModel.data = _fail  # type: ignore[assignment, method-assign]  # the fault
    _show_board(program)

    def undo() -> None:
        LaneModel.data = before  # type: ignore[method-assign]  # as it was

    return undo


class _Painted(QWidget):
    """A widget that fails while its painter is open."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.drawLine(0, 0, 9, 9)
            _fail()


def _in_a_paint_event(program: Program) -> Callable[[], None]:
    painted = _Painted(window_of(program))
    painted.resize(40, 40)
    painted.show()
    painted.raise_()
    return painted.deleteLater


class _Filter(QObject):
    """An event filter that fails."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.User:
            _fail()
        return False


def _in_an_event_filter(program: Program) -> Callable[[], None]:
    found, window = _Filter(), window_of(program)
    window.installEventFilter(found)
    QApplication.postEvent(window, QEvent(QEvent.Type.User))
    return lambda: window.removeEventFilter(found)


def _in_a_worker(_program: Program) -> Callable[[], None]:
    worker = threading.Thread(target=_fail)
    worker.start()
    worker.join()
    return lambda: None


def _in_a_shortcut(program: Program) -> Callable[[], None]:
    action = window_of(program).actions_of["today"]
    action.triggered.connect(_fail)
    QTimer.singleShot(0, action.trigger)
    return lambda: action.triggered.disconnect(_fail)  # type: ignore[return-value]  # no value


_PLACES: dict[str, Callable[[Program], Callable[[], None]]] = {
    "slot": _in_a_slot,
    "timer": _in_a_timer,
    "delegate": _in_a_delegate,
    "model": _in_a_model,
    "paint": _in_a_paint_event,
    "filter": _in_an_event_filter,
    "worker": _in_a_worker,
    "action": _in_a_shortcut,
}


def canaries() -> list[str]:
    """Forty words nobody writes."""
    return [f"canary{number:02}zqx" for number in range(40)]


def whisper(path: Path, tell: Connection) -> None:
    """Live with forty planted words, and fail in many ways with them; tell the reports."""
    from PySide6.QtCore import QUrl, qWarning
    from PySide6.QtGui import QDesktopServices

    words = canaries()
    program = started(path.parent)
    session = session_of(program)
    oid = _add(session, f"{words[0]} Ltd, {words[1]}, today 14:00 with {words[2]} {words[3]}")
    one = session.dossier(oid).opportunity
    session.edit(oid, one, replace(one, notes=words[4], link=f"https://{words[5]}.example"))
    session.set_profile(replace(session.profile, name=words[6], email=f"{words[7]}@x.example"))
    editor = with_a_letter(program)
    QTest.keyClicks(editor, " ".join(words[8:20]))
    window_of(program).close_sheet()
    panel = program._panel
    assert panel is not None
    for word in words[20:30]:

        def fail(word: str = word) -> None:
            raise MistakeError(f"{word} {words[8]}")

        QTimer.singleShot(0, fail)
    for word in words[30:36]:
        logs.log.info("the file of %s", type(word).__name__)
        QDesktopServices.openUrl(QUrl(f"mailto:{word}@x.example?body={word}"))
    store = program._store
    assert isinstance(store, Store)
    broken = session.dossier(oid).opportunity
    for word in words[36:]:
        with contextlib.suppress(ValueError):
            session.edit(oid, replace(broken, id=type(broken.id)(word)), replace(broken, role=word))
    qWarning("a warning of Qt")
    _run(program, iter([lambda: panel.report().count("Mistake") >= 10]))
    reports = [panel.report()]
    program.finish()
    tell.send(reports)


def leave_files(path: Path, tell: Connection) -> None:
    """Work a little under a umask that allows everything, as the program starts by itself."""
    from ui.application import run

    os.umask(0)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
    tell.send(run(["--data-dir", str(path.parent), "--leave-when-painted"]))


def old(days: int) -> datetime:
    """So many days before now."""
    return NOW - timedelta(days=days)


def show_hostile(path: Path, tell: Connection) -> None:
    """Put hostile words into every field of a card and look at each page that shows it."""
    from tests.faults.kept import HOSTILE

    program = started(path.parent)
    _run(program, _showing(program, HOSTILE, tell))
    program.finish()


def _showing(program: Program, texts: tuple[str, ...], tell: Connection) -> Steps:
    session, window = session_of(program), window_of(program)
    oid = _add(session, LINE)
    for text in texts:
        one, person = session.dossier(oid).opportunity, session.dossier(oid).people[0]
        session.edit(oid, one, replace(one, company=text, role=text, notes=text))
        session.edit(oid, person, replace(person, name=text))
        for page in ("today", "board"):
            window.show_page(page)
            yield lambda: True
        window.open_sheet(oid, "people")
        yield lambda: window.frame.is_open()
        window.open_sheet(oid, "follow_up")
        yield lambda: True
        wrong = [
            label.text()[:40]
            for label in window.findChildren(QLabel)
            if label.textFormat() is not Qt.TextFormat.PlainText and label.text()
        ]
        panel = program._panel
        tripped = panel is not None and panel.isVisible()
        if panel is not None:
            panel.dismiss()
        window.close_sheet()
        yield lambda: not window.frame.is_open()
        tell.send((f"{text[:30]!r}: {wrong[:2]} tripped: {tripped}", not wrong and not tripped))
