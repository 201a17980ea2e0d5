"""Settings: every choice is kept at once, shown again, and can be taken back."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.store import open_store
from rules.records import Options, Preferences, Profile
from tests.ui.settings_world import World, world
from ui.settings.appearance import TEXT_SIZES, LookSection
from ui.settings.fields import Choice
from ui.settings.timing import TimingSection
from ui.settings.you import YouSection
from ui.wording.settings import SECTIONS

_KEY = Qt.Key


@pytest.fixture
def at(tmp_path: Path, qapp: QApplication) -> Iterator[World]:
    with world(tmp_path) as made:
        yield made


def choose(choice: Choice, key: str) -> None:
    """Click one of a few choices."""
    QTest.mouseClick(choice._choices[key], Qt.MouseButton.LeftButton)


def you(at: World) -> YouSection:
    at.page.show_section("you")
    found = at.page.sections["you"]
    assert isinstance(found, YouSection)
    return found


def timing(at: World) -> TimingSection:
    at.page.show_section("timing")
    found = at.page.sections["timing"]
    assert isinstance(found, TimingSection)
    return found


def looks(at: World) -> LookSection:
    at.page.show_section("look")
    found = at.page.sections["look"]
    assert isinstance(found, LookSection)
    return found


def write(field: QLineEdit, text: str) -> None:
    """Type a text in place of what is there, and leave the field."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text) if text else QTest.keyClick(field, _KEY.Key_Delete)
    QTest.keyClick(field, _KEY.Key_Return)
    QApplication.processEvents()


def test_the_arrow_keys_go_through_the_sections_and_tab_into_one(at: World) -> None:
    at.page.take_focus()
    seen = [at.focus()]
    for _ in SECTIONS[1:]:
        at.key(_KEY.Key_Down)
        seen.append(at.focus())
    assert seen == [title for _, title, _ in SECTIONS]
    assert at.page.section() == "about"
    at.key(_KEY.Key_Up)
    at.key(_KEY.Key_Tab)
    assert at.focus() == "Where your data is"


@pytest.mark.parametrize("name", [name for name, _, _ in SECTIONS])
def test_a_section_is_shown_by_its_name_with_the_focus_within(at: World, name: str) -> None:
    at.page.show_section(name)
    assert at.page.section() == name
    focused = QApplication.focusWidget()
    assert focused is not None
    assert at.page.sections[name].isAncestorOf(focused) or focused is at.page.sections[name]


@pytest.mark.parametrize("name", [name for name, _, _ in SECTIONS])
def test_everything_that_takes_the_focus_has_a_name_and_room(at: World, name: str) -> None:
    at.page.show_section(name)
    QApplication.processEvents()
    controls = [
        one
        for one in at.page.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert controls
    for one in controls:
        interface = QAccessible.queryAccessibleInterface(one)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name), one
        if isinstance(one, QAbstractButton):
            assert min(one.width(), one.height()) >= 24, one.accessibleName()


def test_an_unknown_section_is_a_mistake_of_ours(at: World) -> None:
    with pytest.raises(KeyError):
        at.page.show_section("nowhere")


def test_what_is_typed_about_the_person_is_kept_and_signs_letters(at: World) -> None:
    section = you(at)
    for name, text in {
        "name": "Maya Ferrer",
        "email": "maya@ferrer.example",
        "phone": "020 7946 0123",
        "link": "ferrer.example/maya",
        "sign_off": "Cheers",
    }.items():
        write(section.fields[name].field, text)
        assert section.fields[name].note() == ""
    kept = at.session.profile
    assert kept == at.store.profile()
    assert kept.link == "ferrer.example/maya"
    assert at.said == []


def test_typing_is_kept_as_it_pauses(at: World, qtbot: QtBot) -> None:
    section = you(at)
    section.fields["name"].field.setFocus()
    at.type("Maya")
    qtbot.waitUntil(lambda: at.session.profile.name == "Maya", timeout=3000)
    at.type(" F")
    at.page.list.pick("look")
    assert at.session.profile.name == "Maya F"


def test_closing_the_window_loses_nothing_half_typed(at: World) -> None:
    you(at).fields["phone"].field.setFocus()
    at.type("020")
    at.window.close()
    assert at.store.profile().phone == "020"


def test_what_looks_wrong_is_said_beside_it_and_kept_as_typed(at: World) -> None:
    section = you(at)
    write(section.fields["email"].field, "maya.ferrer")
    assert section.fields["email"].note() == "An email address needs an @ sign."
    assert at.session.profile.email == "maya.ferrer"
    write(section.fields["link"].field, "my site")
    assert "does not look like a link" in section.fields["link"].note()
    write(section.fields["email"].field, "maya@ferrer.example")
    assert section.fields["email"].note() == ""
    assert section.fields["email"].field.accessibleDescription() == ""


def test_a_zone_that_is_none_stays_typed_and_the_one_before_counts(at: World) -> None:
    section = you(at)
    zone = section.fields["zone"]
    assert "Europe/London" in zone.field.placeholderText()
    write(zone.field, "Asia/Tokyo")
    assert at.session.moment().zone == at.session.moment().zone_of("Asia/Tokyo")
    assert at.session.zone_name() == "Asia/Tokyo"
    write(zone.field, "Mars/Base")
    assert "No zone has that name" in zone.note()
    assert at.session.profile.zone == "Asia/Tokyo"
    assert zone.field.text() == "Mars/Base"
    write(section.fields["name"].field, "Maya")
    assert zone.field.text() == "Mars/Base"
    write(zone.field, "")
    assert at.session.zone_name() == at.session.system_zone_name() == "Europe/London"


def test_holidays_are_those_of_the_country_where_the_employers_is_unknown(at: World) -> None:
    section = you(at)
    christmas = at.today().replace(month=12, day=25)
    assert at.session.moment().working_days("")(christmas)
    write(section.fields["country"].field, "united kingdom")
    assert at.session.profile.country == "GB"
    assert section.fields["country"].field.text() == "united kingdom"
    assert not at.session.moment().working_days("")(christmas)
    assert at.session.moment().working_days("JP")(christmas)
    write(section.fields["country"].field, "de")
    assert at.session.profile.country == "DE"
    write(section.fields["country"].field, "Atlantis")
    assert "No holidays are known" in section.fields["country"].note()
    assert at.session.profile.country == "DE"
    at.window.close()
    at.show()
    assert you(at).fields["country"].field.text() == "Germany"


def test_a_word_that_completes_a_country_is_taken(at: World) -> None:
    field = you(at).fields["country"].field
    field.setFocus()
    at.type("nethe")
    completer = field.completer()
    assert completer is not None
    completer.activated.emit("Netherlands")
    field.setText("Netherlands")
    field.editingFinished.emit()
    assert at.session.profile.country == "NL"


@pytest.mark.parametrize(
    ("control", "key", "wanted"),
    [
        ("usual", "10", Preferences(check_in_day=10)),
        ("latest", "21", Preferences(second_max=21)),
        ("buffer", "5", Preferences(promise_buffer=5)),
    ],
)
def test_a_window_is_moved_at_once_and_put_back(
    at: World, control: str, key: str, wanted: Preferences
) -> None:
    section = timing(at)
    choice = getattr(section, control)
    choose(choice, key)
    assert at.session.preferences == at.store.preferences() == wanted
    assert at.session.moment().preferences == wanted
    assert key in at.said[-1].text
    at.undo()
    assert at.session.preferences == Preferences()
    assert choice.current() != key
    assert at.said[-1].text == "As it was before"


def test_a_choice_is_made_by_the_arrow_keys(at: World) -> None:
    section = timing(at)
    section.usual._choices["7"].setFocus()
    at.key(_KEY.Key_Right)
    assert at.focus() == "8"
    assert at.session.preferences.check_in_day == 8
    at.key(_KEY.Key_Tab)
    assert at.focus() == "Day 14"
    at.key(_KEY.Key_Right)
    assert at.session.preferences.second_max == 21


def test_choosing_what_is_chosen_says_nothing(at: World) -> None:
    choose(timing(at).usual, "7")
    assert at.said == []


def test_two_follow_ups_are_fixed_and_why_is_said(at: World) -> None:
    locked = timing(at).locked
    assert locked.accessibleName() == "Two follow-ups an interview: fixed"
    assert "third" in locked.accessibleDescription()
    assert not [one for one in locked.findChildren(QWidget) if one.focusPolicy().value]
    assert locked.grab().width() > 0


def test_quiet_hours_are_kept_when_both_are_times_that_differ(at: World) -> None:
    quiet = timing(at).quiet
    write(quiet.start, "9 pm")
    assert at.session.preferences.quiet_from == time(21)
    assert quiet.start.text() == "21:00"
    write(quiet.end, "late")
    assert "written like 20:00" in quiet.note()
    assert quiet.end.text() == "late"
    write(quiet.end, "21:00")
    assert "two different times" in quiet.note()
    assert at.session.preferences.quiet_to == time(8)
    write(quiet.end, "7:30")
    assert quiet.note() == ""
    assert at.store.preferences().quiet_to == time(7, 30)
    quiet.end.setFocus()
    quiet.end.selectAll()
    at.type("6:00")
    at.page.list.pick("you")
    assert at.session.preferences.quiet_to == time(6)


def test_reminders_and_the_tray_are_chosen(at: World) -> None:
    section = timing(at)
    assert not section.at_login.isEnabled()
    section.reminders.click()
    section.tray.click()
    assert section.at_login.isEnabled()
    section.at_login.click()
    assert at.store.options() == Options(reminders=False, tray=True, at_login=True)
    section.tray.click()
    assert at.store.options() == Options(reminders=False)
    assert not section.at_login.isChecked()
    at.undo()
    assert at.store.options() == Options(reminders=False, tray=True, at_login=True)


def test_without_a_tray_none_is_offered(tmp_path: Path, qapp: QApplication) -> None:
    with world(tmp_path, tray=False) as at:
        section = timing(at)
        assert not section.tray.isVisible()
        assert not section.at_login.isVisible()
        words = [one.text() for one in section.findChildren(QLabel) if one.isVisible()]
        assert "Reminders appear while Afterword is open." in words


@pytest.mark.parametrize(
    ("control", "key", "wanted", "words"),
    [
        ("theme", "dark", Options(theme="dark"), "The theme is dark"),
        ("text_size", "125", Options(text_size=125), "Text at 125 %"),
        ("motion", "reduced", Options(motion="reduced"), "Motion is reduced"),
        ("paper", "a4", Options(paper="a4"), "Letters are printed on: A4"),
    ],
)
def test_a_look_is_chosen_and_put_back(
    at: World, control: str, key: str, wanted: Options, words: str
) -> None:
    choose(getattr(looks(at), control), key)
    assert at.session.options == at.store.options() == wanted
    assert at.said[-1].text == words
    at.undo()
    assert at.session.options == Options()


def test_the_keys_of_one_letter_are_turned_off(at: World) -> None:
    section = looks(at)
    section.letter_keys.click()
    assert not at.session.options.letter_keys
    section.letter_keys.click()
    assert at.session.options.letter_keys


def test_values_that_are_not_offered_show_the_nearest(at: World) -> None:
    at.session.set_options(Options(text_size=118, theme="sepia"))
    at.session.set_preferences(Preferences(second_max=18))
    section = looks(at)
    assert section.text_size.current() == "110" or section.text_size.current() == "125"
    assert int(section.text_size.current()) in TEXT_SIZES
    assert section.theme.current() == "system"
    assert timing(at).latest.current() == "21"


def test_a_store_that_refuses_is_said_and_the_page_shows_what_is_kept(at: World) -> None:
    section = looks(at)
    at.file.full = True
    choose(section.theme, "dark")
    assert "no room left" in at.said[-1].text
    assert at.said[-1].urgent
    assert at.session.options == Options()
    assert section.theme.current() == "system"
    field = you(at).fields["name"]
    write(field.field, "Maya")
    assert field.field.text() == "Maya"
    assert at.session.profile == Profile()
    at.file.full = False
    at.page.list.pick("look")
    assert at.session.profile.name == "Maya"


def test_everything_is_there_after_a_restart(tmp_path: Path, qapp: QApplication) -> None:
    with world(tmp_path) as at:
        choose(looks(at).theme, "dark")
        choose(timing(at).buffer, "3")
        write(you(at).fields["name"].field, "Maya Ferrer")
    store = open_store(tmp_path / "data" / "afterword.db")
    assert store.options().theme == "dark"
    assert store.preferences().promise_buffer == 3
    assert store.profile().name == "Maya Ferrer"
    store.close()


@pytest.mark.parametrize("size", [(1204, 716), (948, 556), (864, 516)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_section_needs_more_width_than_the_window_has(
    at: World, size: tuple[int, int], scale: float
) -> None:
    at.look.set_scale(scale)
    at.window.resize(*size)
    at.page.resize(*size)
    for name, _, _ in SECTIONS:
        at.page.list.pick(name)
        QApplication.processEvents()
        section = at.page.sections[name]
        inner = section.widget()
        assert inner is not None
        assert inner.width() <= section.viewport().width(), name
        assert inner.minimumSizeHint().width() <= section.viewport().width(), name
