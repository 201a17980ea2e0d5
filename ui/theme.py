"""How Afterword looks: every colour of both themes, the type, and the state they follow.

This is the one module that holds colours; widgets ask a `Look` for what they paint with.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from rules.stages import Stage


@dataclass(frozen=True, kw_only=True)
class Theme:
    """The colours of one theme, by the name of their use."""

    dark: bool
    canvas: QColor
    rail: QColor
    lane: QColor
    surface: QColor
    inset: QColor
    hover: QColor
    press: QColor
    seg: QColor
    seg_on: QColor
    line: QColor
    line_strong: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    accent: QColor
    accent_hover: QColor
    accent_press: QColor
    on_accent: QColor
    accent_text: QColor
    accent_soft: QColor
    focus: QColor
    late: QColor
    late_bg: QColor
    late_line: QColor
    today: QColor
    today_bg: QColor
    today_line: QColor
    later: QColor
    later_bg: QColor
    later_line: QColor
    done: QColor
    done_bg: QColor
    done_line: QColor
    stop: QColor
    stop_bg: QColor
    stop_line: QColor
    squiggle_fix: QColor
    squiggle_consider: QColor
    toast: QColor
    on_toast: QColor
    toast_link: QColor
    scrim: QColor
    shadow: QColor
    stage: Mapping[Stage, QColor]
    avatars: tuple[tuple[QColor, QColor], ...]

    def avatar(self, name: str) -> tuple[QColor, QColor]:
        """Ground and ink of a person's or a company's mark; the same for a name every day."""
        spelled = name.casefold().encode("utf-8", "surrogatepass")  # half a character, pasted
        return self.avatars[crc32(spelled) % len(self.avatars)]

    def tokens(self) -> dict[str, str]:
        """Each single colour as a style sheet writes it."""
        return {
            name: f"rgba({value.red()}, {value.green()}, {value.blue()}, {value.alpha()})"
            for name, value in vars(self).items()
            if isinstance(value, QColor)
        }


_NAMES = (
    "canvas rail lane surface inset hover press seg seg_on line line_strong ink ink2 ink3"
    " accent accent_hover accent_press on_accent accent_text accent_soft focus"
    " late late_bg late_line today today_bg today_line later later_bg later_line"
    " done done_bg done_line stop stop_bg stop_line squiggle_fix squiggle_consider"
    " toast on_toast toast_link"
).split()

_LIGHT = (
    "F7F5F1 F0EDE7 F0EDE7 FFFFFF FAF8F5 F3F0EB E9E5DE E9E5DE FFFFFF E4DFD7 8C857A 1D1B18 56514A"
    " 676159 2C48A6 243C8C 1C3073 FFFFFF 2C48A6 E9EDFA 2C48A6"
    " A3241B FBE8E5 E7B1AA 854800 FCEFD9 EBCB97 56514A ECE8E1 D8D2C8"
    " 1A6641 E1F1E8 A9D5BD 4E4862 EBE8F2 CBC4DD C0362B 2C48A6"
    " 26231F FBF9F5 B9C6FF"
).split()

_DARK = (
    "171614 11100E 211F1C 2B2926 24221F 33302C 3D3A35 24221F 45413B 3A3631 8A8276 F3EFE8 C4BDB2"
    " A9A195 A3B5FF B7C5FF C9D4FF 131A36 B4C2FF 2B3150 A9BAFF"
    " FFA79C 48231F 7A3E38 F4C176 40300F 6D5421 C4BDB2 37332E 4A453F"
    " 86D9AC 1B3A2C 2F6049 C9BFE6 332E42 52496B FF8478 A3B5FF"
    " F3EFE8 1D1B18 2C48A6"
).split()

_STAGES_LIGHT = "566172 1F66B0 A84A17 0B6E69 77449B".split()
_STAGES_DARK = "A9B4C4 8DBDF5 F0A878 6FCFC6 D0A6EE".split()

_AVATARS_LIGHT = (
    "DCE4F7/243C8C F7E1D3/84380F D6EDE9/07524E EBDDF5/5C3379 F5E4B8/654400 F8DCE3/842446"
)
_AVATARS_DARK = (
    "33406E/D3DCFF 5B3622/FBD3BA 1F4A47/B6ECE5 47305A/E7CFF8 51410F/F6DDA0 592A3B/FBCBD9"
)


def _pairs(text: str) -> tuple[tuple[QColor, QColor], ...]:
    """The pairs of ground and ink written as "ground/ink"."""
    split = (pair.split("/") for pair in text.split())
    return tuple((QColor(f"#{ground}"), QColor(f"#{ink}")) for ground, ink in split)


def _theme(dark: bool) -> Theme:
    """One of the two themes, put together from the tables above."""
    values = _DARK if dark else _LIGHT
    stages = _STAGES_DARK if dark else _STAGES_LIGHT
    return Theme(
        dark=dark,
        scrim=QColor(0, 0, 0, 140) if dark else QColor(29, 27, 24, 77),
        shadow=QColor(0, 0, 0) if dark else QColor(32, 24, 12),
        stage={stage: QColor(f"#{value}") for stage, value in zip(Stage, stages, strict=True)},
        avatars=_pairs(_AVATARS_DARK if dark else _AVATARS_LIGHT),
        **{name: QColor(f"#{value}") for name, value in zip(_NAMES, values, strict=True)},
    )


LIGHT = _theme(dark=False)
DARK = _theme(dark=True)

SIZES: Mapping[str, tuple[float, int]] = {
    "welcome": (36, 600),
    "page_title": (27, 600),
    "big_number": (44, 600),
    "sheet_title": (17, 600),
    "lead": (16, 400),
    "row_title": (15, 600),
    "section": (14, 600),
    "letter": (14, 400),
    "field": (15, 400),
    "card_title": (13, 600),
    "body": (13, 400),
    "next_step": (12.5, 500),
    "secondary": (12, 400),
    "chip": (11.5, 600),
    "rail": (11, 500),
    "rail_on": (11, 600),
    "initials": (9.5, 600),
}
"""Pixel size at 100 % and weight of each use of type."""

_SERIF = {"welcome", "page_title", "big_number"}


def _families(use: str) -> list[str]:
    """The fonts of one use, best first: ours are bundled where the system's is not used."""
    if use in _SERIF:
        return ["Newsreader SemiBold", "Newsreader", "Georgia", "serif"]
    if sys.platform == "win32":
        return ["Segoe UI Variable Text", "Segoe UI"]
    if sys.platform == "darwin":
        return [".AppleSystemUIFont"]
    return ["Inter", "Noto Sans", "DejaVu Sans"]


class Look(QObject):
    """The theme, text size and motion in force; tells everybody when one of them changes."""

    changed = Signal()

    def __init__(
        self, *, dark: bool = False, scale: float = 1.0, reduced_motion: bool = False
    ) -> None:
        super().__init__()
        self.theme: Theme = DARK if dark else LIGHT
        self.scale = scale
        self.reduced_motion = reduced_motion
        self._fonts: dict[str, QFont] = {}

    def set_dark(self, dark: bool) -> None:
        """Put the light or the dark theme on."""
        wanted = DARK if dark else LIGHT
        if wanted is not self.theme:
            self.theme = wanted
            self.changed.emit()

    def set_scale(self, scale: float) -> None:
        """Choose the text size, 0.9 to 1.5."""
        wanted = min(max(scale, 0.9), 1.5)
        if wanted != self.scale:
            self.scale = wanted
            self._fonts.clear()
            self.changed.emit()

    def wear(self, *, dark: bool, scale: float, reduced_motion: bool) -> None:
        """Put everything on at once, and tell once."""
        before = (self.theme, self.scale)
        self.reduced_motion = reduced_motion
        self.theme = DARK if dark else LIGHT
        self.scale = min(max(scale, 0.9), 1.5)
        if self.scale != before[1]:
            self._fonts.clear()
        if (self.theme, self.scale) != before:
            self.changed.emit()

    def px(self, length: float) -> int:
        """A length of the design that grows with the text."""
        return round(length * self.scale)

    def font(self, use: str) -> QFont:
        """The type of one use; see SIZES for their names."""
        known = self._fonts.get(use)
        if known is None:
            known = self._fonts[use] = _font(use, self.scale)
        return known

    def palette(self) -> QPalette:
        """The palette that makes Fusion fit the theme."""
        return palette_of(self.theme)


def _font(use: str, scale: float) -> QFont:
    """Make the font of one use: QFont holds only whole pixels, so others go by points."""
    size, weight = SIZES[use]
    font = QFont(_families(use))
    pixels = size * scale
    screen = QGuiApplication.primaryScreen()
    if pixels == round(pixels) or screen is None:
        font.setPixelSize(round(pixels))
    else:
        font.setPointSizeF(pixels * 72 / screen.logicalDotsPerInch())
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def palette_of(theme: Theme) -> QPalette:
    """Every role of the palette from the theme, for what no style sheet reaches."""
    role = QPalette.ColorRole
    roles = {
        role.Window: theme.canvas,
        role.WindowText: theme.ink,
        role.Base: theme.surface,
        role.AlternateBase: theme.inset,
        role.Text: theme.ink,
        role.PlaceholderText: theme.ink3,
        role.Button: theme.surface,
        role.ButtonText: theme.ink,
        role.BrightText: theme.on_accent,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent_text,
        role.LinkVisited: theme.accent_text,
        role.ToolTipBase: theme.toast,
        role.ToolTipText: theme.on_toast,
        role.Light: theme.surface,
        role.Midlight: theme.hover,
        role.Mid: theme.line,
        role.Dark: theme.line_strong,
        role.Shadow: theme.shadow,
    }
    palette = QPalette()
    for name, colour in roles.items():
        palette.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, theme.ink3)
    return palette


def system_is_dark() -> bool:
    """Whether the system asks for a dark theme now."""
    hints = QGuiApplication.styleHints()  # kept in a name: the temporary may be collected
    return hints.colorScheme() is Qt.ColorScheme.Dark
