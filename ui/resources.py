"""The files that ship with the program: icons, fonts, the style sheet and the letters."""

import re
import sys
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme import Look

FOLDER = Path(__file__).resolve().parent.parent / "resources"


@cache
def _svg(name: str) -> str:
    """The drawing of an icon. Raises FileNotFoundError for a name that does not ship."""
    return (FOLDER / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _stroke(size: int) -> float:
    """How thick lines are drawn, so that small icons do not fade."""
    if size <= 13:
        return 2.2
    return 2.0 if size <= 17 else 1.75


@lru_cache(maxsize=600)
def _drawn(name: str, colour: str, size: int, dpr: float) -> QPixmap:
    """One icon in one colour at one size; at most 600 are kept."""
    text = _svg(name).replace("currentColor", colour)
    text = text.replace('stroke-width="2"', f'stroke-width="{_stroke(size)}"')
    pixmap = QPixmap(round(size * dpr), round(size * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def pixmap(name: str, color: QColor, size: int, dpr: float = 1.0) -> QPixmap:
    """An icon in a colour, `size` logical pixels wide."""
    return _drawn(name, color.name(), size, dpr)


def icon(name: str, color: QColor, size: int = 20) -> QIcon:
    """An icon in a colour, sharp at once and twice the resolution."""
    made = QIcon()
    for dpr in (1.0, 2.0):
        made.addPixmap(pixmap(name, color, size, dpr))
    return made


def own_icon() -> QIcon:
    """The program's own icon, at the sizes of title bars, taskbars and switchers."""
    drawing = QSvgRenderer(str(FOLDER / "afterword.svg"))
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128):
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawing.render(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(picture)
    return made


def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known; gives the names of their families.

    The text font is left to the system on Windows and macOS, where it is drawn better.
    """
    found: list[str] = []
    for path in sorted((FOLDER / "fonts").glob("*.[ot]tf")):
        if path.name.startswith("Inter") and sys.platform in ("win32", "darwin"):
            continue
        number = QFontDatabase.addApplicationFont(str(path))
        found.extend(QFontDatabase.applicationFontFamilies(number) if number >= 0 else ())
    return tuple(dict.fromkeys(found))


def style_sheet(look: Look) -> str:
    """The application's style sheet in the theme and text size in force.

    In the file `@name` is a colour of the theme and `@12.5px` a length that grows with the text.
    """
    text = (FOLDER / "style.qss").read_text(encoding="utf-8")
    tokens = look.theme.tokens() | {"tick": _tick(look.theme.on_accent)}
    text = re.sub(r"@([\d.]+)px", lambda m: f"{look.px(float(m[1]))}px", text)
    return re.sub(r"@(\w+)", lambda m: tokens[m[1]], text)


def _tick(colour: QColor) -> str:
    """The tick of a box as a style sheet names pictures; "none" where no file can be written."""
    try:
        folder = Path(_drawings().name)
        for dpr, tail in ((1.0, ""), (2.0, "@2x")):
            path = folder / f"tick-{colour.name()[1:]}{tail}.png"
            if not path.exists() and not pixmap("check", colour, 16, dpr).save(str(path)):
                return "none"
    except OSError:
        return "none"
    return f'url("{(folder / f"tick-{colour.name()[1:]}.png").as_posix()}")'


@cache
def _drawings() -> TemporaryDirectory[str]:
    """A folder for pictures in the theme's colours: a style sheet takes them from files alone."""
    return TemporaryDirectory(prefix="afterword-", ignore_cleanup_errors=True)


@cache
def letter_templates(language: str = "en") -> Mapping[str, str]:
    """The letters of a language by name, such as "thank_you.warm"."""
    folder = FOLDER / "letters" / language
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
