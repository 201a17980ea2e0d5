"""The checks of `--self-test`: each finds what it looks for, and says what it does not find."""

import importlib.metadata
import zoneinfo
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui import self_checks, self_test
from ui.self_checks import CHECKS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.mark.parametrize("name", [one for one in CHECKS if one != "modules"])
def test_each_check_finds_what_it_looks_for(name: str, qtbot: QtBot) -> None:
    assert CHECKS[name]()


def test_the_zones_of_the_system_are_there_again_afterwards() -> None:
    before = zoneinfo.TZPATH
    CHECKS["time zones"]()
    assert before == zoneinfo.TZPATH


def test_what_did_not_come_along_is_told(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    wanted = {name: CHECKS[name] for name in ("screen", "icons", "licences")}
    monkeypatch.setattr(self_checks, "CHECKS", wanted)
    monkeypatch.setattr(self_checks, "FOLDER", tmp_path)
    monkeypatch.setattr(self_checks, "text_of", lambda part: "" if part.name == "six" else "text")
    assert not self_test._look_around()
    told = capsys.readouterr().out
    assert "screen: there" in told
    assert "icons: does not work" in told
    assert "licences: six missing" in told


def test_whatever_a_check_meets_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def gone() -> str:
        raise importlib.metadata.PackageNotFoundError("spylls")

    monkeypatch.setattr(self_checks, "CHECKS", {"spelling": gone})
    assert not self_test._look_around()
    assert "spelling: does not work" in capsys.readouterr().out
