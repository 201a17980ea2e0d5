"""A lock left by a crash, whose process id another program has been given since."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication

from ui.single_instance import SingleInstance


@pytest.fixture
def other() -> Iterator[int]:
    """The id of a living process that is another program."""
    process = subprocess.Popen(["/bin/sleep", "60"])
    try:
        yield process.pid
    finally:
        process.kill()
        process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no /bin/sleep")
def test_a_fresh_lock_with_the_id_of_another_program_is_no_hindrance(
    qapp: QApplication, tmp_path: Path, other: int
) -> None:
    del qapp
    path = tmp_path / "afterword.lock"
    made = QLockFile(str(tmp_path / "made.lock"))
    assert made.tryLock(0)
    lines = (tmp_path / "made.lock").read_bytes().split(b"\n")
    made.unlock()
    path.write_bytes(b"\n".join([str(other).encode(), *lines[1:]]))
    instance = SingleInstance(tmp_path)
    assert instance.hold()
    instance.release()


def test_a_living_owner_keeps_the_folder(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.hold()
    assert not second.hold()
    first.release()
    assert second.hold()
    second.release()
