"""The program comes up wherever and however it is started (bad inputs of the system)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

MAIN = Path(__file__).parents[2] / "main.py"
OURS = ("rules", "models", "ui", "logging", "json")

SURROUNDINGS: dict[str, dict[str, str | None]] = {
    "a language that is none": {"LANG": "xx_YY.NONSENSE", "LC_ALL": "xx_YY.NONSENSE"},
    "a zone that is none": {"TZ": "Nowhere/Atlantis"},
    "no home": {"HOME": None, "XDG_DATA_HOME": None, "XDG_CONFIG_HOME": None},
    "a style that is none": {"QT_STYLE_OVERRIDE": "nonsense", "QT_SCALE_FACTOR": "1.5"},
}


def started(folder: Path, changes: dict[str, str | None], cwd: Path) -> str:
    """What the self-test prints; it has to succeed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for name, value in changes.items():
        if value is None:
            environment.pop(name, None)
        else:
            environment[name] = value
    done = subprocess.run(
        [sys.executable, str(MAIN), "--self-test", "--data-dir", str(folder)],
        env=environment,
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=55,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_it_comes_up_in_strange_surroundings(tmp_path: Path, name: str) -> None:
    assert "works" in started(tmp_path / "data", SURROUNDINGS[name], tmp_path)


def test_files_named_like_its_own_modules_do_not_lead_it_astray(tmp_path: Path) -> None:
    for one in OURS:
        (tmp_path / f"{one}.py").write_text("raise SystemExit('taken')", encoding="utf-8")
    assert "works" in started(tmp_path / "data", {}, tmp_path)
