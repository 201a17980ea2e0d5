"""`python -m tests.pictures [FOLDER] [NAME ...]`: invented data as pictures, for the README."""

import sys
from collections.abc import Callable
from pathlib import Path

from tests import scenes
from tests.stageplay import Data, Size, Stageplay
from ui.application import build_application

WINDOW: Size = (1280, 800)
SMALL: Size = (1024, 640)
LARGE: Size = (1920, 1080)
Scene = tuple[Callable[[Stageplay], None], Size, bool, Data]
SCENES: dict[str, Scene] = {
    "board-light": (scenes.board, WINDOW, False, Data.DAY),
    "board-dark": (scenes.board, WINDOW, True, Data.DAY),
    "thank-you-light": (scenes.thank_you, WINDOW, False, Data.DAY),
    "thank-you-dark": (scenes.thank_you, WINDOW, True, Data.DAY),
    "proofread-light": (scenes.proofread, WINDOW, False, Data.DAY),
    "proofread-dark": (scenes.proofread, WINDOW, True, Data.DAY),
    "copied-light": (scenes.copied, WINDOW, False, Data.DAY),
    "check-in-light": (scenes.check_in, WINDOW, False, Data.DAY),
    "stop-light": (scenes.stop, WINDOW, False, Data.DAY),
    "stop-dark": (scenes.stop, WINDOW, True, Data.DAY),
    "today-light": (scenes.today, WINDOW, False, Data.SAMPLE),
    "today-dark": (scenes.today, WINDOW, True, Data.SAMPLE),
    "insights-light": (scenes.insights, WINDOW, False, Data.SAMPLE),
    "insights-dark": (scenes.insights, WINDOW, True, Data.SAMPLE),
    "settings-letters-light": (scenes.settings_letters, WINDOW, False, Data.SAMPLE),
    "settings-letters-dark": (scenes.settings_letters, WINDOW, True, Data.SAMPLE),
    "happened-light": (scenes.happened, WINDOW, False, Data.DAY),
    "why-light": (scenes.why, WINDOW, False, Data.DAY),
    "page-light": (scenes.as_page, WINDOW, False, Data.DAY),
    "snooze-light": (scenes.snooze, WINDOW, False, Data.DAY),
    "first-run-light": (scenes.first_run, WINDOW, False, Data.EMPTY),
    "first-run-typed-light": (scenes.first_run_typed, WINDOW, False, Data.EMPTY),
    "first-run-dark": (scenes.first_run, WINDOW, True, Data.EMPTY),
    "accepted-light": (scenes.accepted, WINDOW, False, Data.DAY),
    "refused-light": (scenes.refused, WINDOW, False, Data.DAY),
    "dropped-light": (scenes.dropped, WINDOW, False, Data.DAY),
    "commands-light": (scenes.commands, WINDOW, False, Data.DAY),
    "commands-dark": (scenes.commands, WINDOW, True, Data.DAY),
    "keys-light": (scenes.keys, WINDOW, False, Data.DAY),
    "search-light": (scenes.search, WINDOW, False, Data.DAY),
    "board-1024": (scenes.board, SMALL, False, Data.DAY),
    "thank-you-1024": (scenes.thank_you, SMALL, False, Data.DAY),
    "docked-1920": (scenes.thank_you, LARGE, False, Data.DAY),
    "board-1920-dark": (scenes.board, LARGE, True, Data.DAY),
}
OTHERS: dict[str, Scene] = {
    "settings-you-light": (scenes.settings_you, WINDOW, False, Data.SAMPLE),
    "settings-timing-light": (scenes.settings_timing, WINDOW, False, Data.SAMPLE),
    "settings-look-light": (scenes.settings_look, WINDOW, False, Data.SAMPLE),
    "settings-data-light": (scenes.settings_data, WINDOW, False, Data.SAMPLE),
    "settings-about-light": (scenes.settings_about, WINDOW, False, Data.SAMPLE),
    "today-day-light": (scenes.today, WINDOW, False, Data.DAY),
    "all-commands-light": (scenes.all_commands, WINDOW, False, Data.DAY),
    "sample-board-light": (scenes.board, WINDOW, False, Data.SAMPLE),
    "history-light": (scenes.history, WINDOW, False, Data.DAY),
}
"""To look at while working; rendered when named, and not kept."""


def main(arguments: list[str]) -> int:
    """Render the named scenes, or all that are kept."""
    folder = Path(arguments[0]) if arguments else Path("docs/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    application = build_application()
    for name in arguments[1:] or SCENES:
        scene, size, dark, data = (SCENES | OTHERS)[name]
        play = Stageplay(application, size, dark=dark, data=data)
        scene(play)
        play.settle()
        play.save(folder / f"{name}.png")
        play.end()
    application.clipboard().clear()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
