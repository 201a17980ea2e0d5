"""The theme: every text readable on every ground it stands on, in both themes."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QApplication, QCheckBox

from rules.stages import Stage
from ui.resources import FOLDER, icon, load_fonts, pixmap, style_sheet
from ui.theme import DARK, LIGHT, SIZES, Look, Theme

TEXT = 4.5
SHAPE = 3.0
GROUNDS = ("canvas", "rail", "lane", "surface", "inset", "hover")


def luminance(colour: QColor) -> float:
    parts = []
    for value in (colour.redF(), colour.greenF(), colour.blueF()):
        parts.append(value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    found = request.param
    assert isinstance(found, Theme)
    return found


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["ink", "ink2"])
def test_text_is_readable_on_every_ground(theme: Theme, ground: str, ink: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= TEXT


@pytest.mark.parametrize("state", ["late", "today", "later", "done", "stop"])
def test_chips_are_readable(theme: Theme, state: str) -> None:
    assert contrast(getattr(theme, state), getattr(theme, f"{state}_bg")) >= TEXT


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on_accent", "accent"),
        ("accent_text", "accent_soft"),
        ("accent_text", "surface"),
        ("on_toast", "toast"),
        ("toast_link", "toast"),
        ("ink3", "surface"),
    ],
)
def test_pairs_are_readable(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= TEXT


def test_edges_icons_and_the_ring_can_be_seen(theme: Theme) -> None:
    assert contrast(theme.line_strong, theme.surface) >= SHAPE
    assert contrast(theme.focus, theme.canvas) >= SHAPE
    for stage in Stage:
        assert contrast(theme.stage[stage], theme.lane) >= SHAPE


def test_marks_are_readable_and_stay_the_same_for_a_name(theme: Theme) -> None:
    for ground, ink in theme.avatars:
        assert contrast(ground, ink) >= TEXT
    assert theme.avatar("Priya Raman") == theme.avatar("priya raman")


def test_no_colour_stands_outside_the_theme() -> None:
    written = re.compile(r"#[0-9A-Fa-f]{6}\b|QColor\(\s*\d")
    folder = Path(__file__).parents[2] / "ui"
    found = [
        path.name
        for path in folder.rglob("*.py")
        if path.name != "theme.py" and written.search(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_bundled_fonts_load(qapp: QApplication) -> None:
    load_fonts()
    families = QFontDatabase.families()
    assert "Inter" in families
    assert any(family.startswith("Newsreader") for family in families)


def test_every_use_has_its_size_and_follows_the_text_size(qapp: QApplication) -> None:
    look = Look()
    for use, (size, weight) in SIZES.items():
        font = look.font(use)
        assert font.weight() == weight
        if size == round(size):
            assert font.pixelSize() == size
    heard: list[int] = []
    look.changed.connect(lambda: heard.append(1))
    look.set_scale(1.5)
    assert look.font("card_title").pixelSize() in (-1, round(13 * 1.5))
    assert look.px(36) == 54
    assert heard


def test_the_text_size_stays_within_reason(qapp: QApplication) -> None:
    look = Look()
    look.set_scale(9)
    assert look.scale == 1.5


def test_changing_to_the_same_theme_tells_nobody(qapp: QApplication) -> None:
    look = Look()
    heard: list[int] = []
    look.changed.connect(lambda: heard.append(1))
    look.set_dark(False)
    assert not heard
    look.set_dark(True)
    assert heard == [1]
    assert look.theme is DARK


def test_the_style_sheet_has_nothing_left_to_fill(qapp: QApplication) -> None:
    text = style_sheet(Look(dark=True))
    assert "@" not in text
    assert "rgba(" in text


def test_every_icon_draws_in_a_colour(qapp: QApplication) -> None:
    names = [path.stem for path in (FOLDER / "icons").glob("*.svg")]
    assert len(names) >= 55
    for name in names:
        drawn = pixmap(name, LIGHT.accent, 20, 2.0)
        assert drawn.width() == 40
        image = drawn.toImage()
        inked = [
            image.pixelColor(x, y)
            for x in range(0, 40, 1)
            for y in range(0, 40, 3)
            if image.pixelColor(x, y).alpha() > 250
        ]
        assert inked, name
    assert not icon("send", LIGHT.ink).isNull()


@pytest.mark.parametrize("dark", [False, True])
def test_a_checked_box_shows_a_tick_and_not_its_colour_alone(
    qapp: QApplication, dark: bool
) -> None:
    look = Look(dark=dark)
    box = QCheckBox("Not a person to thank")
    box.setStyleSheet(style_sheet(look))
    box.setChecked(True)
    picture = box.grab().toImage()
    inside = {
        picture.pixelColor(x, y).name() for x in range(4, 16) for y in range(picture.height())
    }
    assert {look.theme.accent.name(), look.theme.on_accent.name()} <= inside
