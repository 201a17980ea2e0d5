"""How long the built program needs from nothing to its painted board, against a bare Qt window.

    python packaging/startup.py [ROUNDS]

Both by the processor time of a process of its own, in turns, so that the machine's other work
falls on both; the source is measured too, compiled as an installed program is.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from facts import DIST, ROOT, facts

_BARE = (
    "from PySide6.QtWidgets import QApplication, QWidget\n"
    "from PySide6.QtCore import QTimer\n"
    "class W(QWidget):\n"
    "    def paintEvent(self, e): QTimer.singleShot(0, a.quit)\n"
    "a = QApplication([]); w = W(); w.resize(1280, 800); w.show(); a.exec()\n"
)


def main(arguments: list[str]) -> int:
    """Print the ratios of the medians."""
    rounds = int(arguments[0]) if arguments else 9
    with tempfile.TemporaryDirectory() as name:
        data = ["--leave-when-painted", "--data-dir", name]
        commands: dict[str, list[str]] = {
            "bare window": [sys.executable, "-c", _BARE],
            "from source": [sys.executable, str(ROOT / "main.py"), *data],
            "installed": [str(DIST / facts().name / facts().name), *data],
        }
        spent: dict[str, list[float]] = {one: [] for one in commands}
        for number in range(rounds + 1):
            for one, command in commands.items():
                took = cpu(command)
                if number:  # the first of each warms up
                    spent[one].append(took)
    bare = statistics.median(spent["bare window"])
    for one, taken in spent.items():
        print(f"{one}: {statistics.median(taken) / bare:.2f} times a bare window")
    return 0


def cpu(command: list[str]) -> float:
    """The processor seconds a command used."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(command, env=environment, cwd=Path.home(), check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
