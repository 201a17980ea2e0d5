"""Who the program is to the taskbar of Windows: the name its shortcut carries too."""

import sys


def name_process(app_id: str) -> None:
    """Say it before the first window; other systems go by the desktop entry or the bundle."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(app_id)
