"""What closing the window means: the end, the tray, or a while for a copied letter."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from tests.ui.virtual_screen import MISSING, ROOT, virtual_screen
from ui.lingering import STAYS_MS, Lingering


class Clipboard(QObject):
    """A clipboard that says whose it is."""

    dataChanged = Signal()  # noqa: N815  # Qt's own spelling

    def __init__(self) -> None:
        super().__init__()
        self.ours = False

    def ownsClipboard(self) -> bool:  # noqa: N802  # Qt's own spelling
        return self.ours

    def copy(self, ours: bool) -> None:
        """Somebody copies something."""
        self.ours = ours
        self.dataChanged.emit()


class House:
    """A window that is shown or not, a tray that is there or not, and an end."""

    def __init__(self, *, linux: bool = True) -> None:
        self.clipboard = Clipboard()
        self.shown = True
        self.tray = False
        self.ends = 0
        self.lingering = Lingering(
            self.clipboard,  # type: ignore[arg-type]  # the two things asked of a clipboard
            is_shown=lambda: self.shown,
            in_tray=lambda: self.tray,
            quit_now=self.end,
            holds_copies=linux,
        )

    def end(self) -> None:
        self.ends += 1

    def close(self, qtbot: QtBot, *, for_good: bool = False) -> None:
        """The window is closed, and what follows from it has followed."""
        self.shown = False
        if for_good:
            self.lingering.leave()
        self.lingering.window_closed()
        qtbot.waitUntil(lambda: not self.lingering._deciding.isActive())


def test_closing_ends_the_program(qtbot: QtBot) -> None:
    house = House()
    house.close(qtbot)
    assert house.ends == 1


def test_with_a_tray_closing_only_hides(qtbot: QtBot) -> None:
    house = House()
    house.tray = True
    house.close(qtbot)
    assert house.ends == 0
    house.close(qtbot, for_good=True)
    assert house.ends == 1


def test_a_copied_letter_keeps_it_until_somebody_else_copies(qtbot: QtBot) -> None:
    house = House()
    house.clipboard.copy(ours=True)
    house.close(qtbot, for_good=True)
    assert house.ends == 0
    assert house.lingering.stays()
    assert 0 < house.lingering._staying.remainingTime() <= STAYS_MS + 500
    house.clipboard.copy(ours=True)
    assert house.ends == 0
    house.clipboard.copy(ours=False)
    assert house.ends == 1
    assert not house.lingering.stays()


def test_it_does_not_stay_for_ever(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    house = House()
    house.clipboard.copy(ours=True)
    house.close(qtbot)
    house.lingering._staying.start(1)
    qtbot.waitUntil(lambda: house.ends == 1)


def test_what_was_copied_long_ago_keeps_nothing(qtbot: QtBot) -> None:
    house = House()
    house.clipboard.copy(ours=True)
    house.lingering._copied.start(1)
    qtbot.waitUntil(lambda: not house.lingering._copied.isActive())
    house.close(qtbot)
    assert house.ends == 1


def test_what_somebody_else_copied_since_keeps_nothing(qtbot: QtBot) -> None:
    house = House()
    house.clipboard.copy(ours=True)
    house.clipboard.copy(ours=False)
    house.close(qtbot)
    assert house.ends == 1


def test_a_window_that_came_back_stays(qtbot: QtBot) -> None:
    house = House()
    house.clipboard.copy(ours=True)
    house.close(qtbot)
    house.shown = True
    house.clipboard.copy(ours=False)
    assert house.ends == 0
    house.lingering.window_closed()
    qtbot.waitUntil(lambda: not house.lingering._deciding.isActive())
    assert house.ends == 0
    house.close(qtbot)
    assert house.ends == 1


def test_where_the_system_keeps_copies_nothing_waits(qtbot: QtBot) -> None:
    house = House(linux=False)
    house.clipboard.copy(ours=True)
    house.close(qtbot)
    assert house.ends == 1


@pytest.mark.skipif(bool(MISSING), reason=f"not on this machine: {', '.join(MISSING)}")
@pytest.mark.timeout(120)
def test_a_copied_letter_can_be_pasted_after_closing(tmp_path: Path) -> None:
    """A real window on a real X server: typed, copied, closed, pasted, and then gone."""
    with virtual_screen() as screen:
        running = subprocess.Popen(
            [sys.executable, "main.py", "--data-dir", str(tmp_path / "data")],
            cwd=ROOT,
            env=screen.environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            window = screen.window("Afterword")
            screen.run("xdotool", "windowactivate", "--sync", window)
            screen.type("dear Priya")
            screen.key("ctrl+a")
            screen.key("ctrl+c")
            screen.until(lambda: screen.clipboard(), "nothing was copied")
            screen.key("ctrl+q")
            screen.until(
                lambda: (
                    ""
                    if screen.run("xdotool", "search", "--onlyvisible", "--name", "Afterw")
                    else "gone"
                ),
                "the window stays",
            )
            assert running.poll() is None
            assert screen.clipboard() == "dear Priya"
            subprocess.run(
                ["xclip", "-selection", "clipboard"],
                env=screen.environment,
                input="something else",
                text=True,
                check=True,
                stdout=subprocess.DEVNULL,
            )
            complaints = running.communicate(timeout=20)[1]
        finally:
            running.kill()
            running.wait()
        assert running.returncode == 0
        assert "Traceback" not in complaints
        assert screen.clipboard() == "something else"
