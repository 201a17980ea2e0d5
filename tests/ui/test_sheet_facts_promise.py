"""A day they named: typed as they said it, confirmed before it is kept."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rules.acts import What
from rules.records import FactKind, OpportunityId, every_day_but_weekends
from tests.ui.sheet_world import World, world
from ui.sheet.promised import Meant, meant, meant_before

QUILLSTONE = OpportunityId("quillstone")
HARBOUR = OpportunityId("harbourlight")
SAID = date(2026, 5, 14)  # a Thursday


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    del qtbot
    with world(tmp_path) as made:
        yield made


def may(number: int) -> date:
    return date(2026, 5, number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Meant(sure=True)),
        ("29 May", Meant(days=(may(29),), sure=True)),
        ("by Friday, 29 May", Meant(days=(may(29),), sure=True)),
        ("May 29th", Meant(days=(may(29),), sure=True)),
        ("the 29th of May 2026", Meant(days=(may(29),), sure=True)),
        ("2026-05-29", Meant(days=(may(29),), sure=True)),
        ("29.5.26", Meant(days=(may(29),), sure=True)),
        ("Fri 29 May 2026", Meant(days=(may(29),), sure=True)),
        ("Thursday 29 May", Meant(days=(may(29),))),
        ("5/6", Meant(days=(date(2026, 6, 5), may(6)))),
        ("5/6/2026", Meant(days=(date(2026, 6, 5), may(6)))),
        ("6/6", Meant(days=(date(2026, 6, 6),), sure=True)),
        ("3 January", Meant(days=(date(2027, 1, 3), date(2026, 1, 3)))),
        ("by the end of next week", Meant(days=(may(22),))),
        ("Friday", Meant(days=(may(15),))),
        ("tomorrow", Meant(days=(may(15),))),
        ("today", Meant(days=(may(14),))),
        ("soon", Meant(no_day=True)),
        ("31 June", None),
        ("next Friday", None),
        ("after the party", None),
        ("they may decide by 3", None),
    ],
)
def test_dates_are_taken_and_words_are_proposed(text: str, expected: Meant | None) -> None:
    assert meant(text, SAID, every_day_but_weekends) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Meant(sure=True)),
        ("today", Meant(days=(may(14),), sure=True)),
        ("yesterday", Meant(days=(may(13),), sure=True)),
        ("3 days ago", Meant(days=(may(11),))),
        ("Monday", Meant(days=(may(11),))),
        ("on Thursday", Meant(days=(may(14), may(7)))),
        ("last Thursday", Meant(days=(may(7),))),
        ("12 May", Meant(days=(may(12),), sure=True)),
        ("20 May", Meant(days=(may(20),), sure=True)),
        ("20 December", Meant(days=(date(2025, 12, 20),), sure=True)),
        ("20 December 2026", Meant(days=(date(2026, 12, 20),), sure=True)),
        ("5/4", Meant(days=(may(4), date(2026, 4, 5)))),
        ("Monday 8 May 2026", Meant(days=(may(8),))),
        ("31 June", None),
        ("soon", None),
    ],
)
def test_a_day_that_is_past_is_the_nearest(text: str, expected: Meant | None) -> None:
    assert meant_before(text, SAID) == expected


def test_the_last_leap_day_is_two_years_off() -> None:
    assert meant_before("29 February", date(2028, 3, 1)) == Meant(
        days=(date(2028, 2, 29),), sure=True
    )


def test_last_monday_is_confirmed_too(day: World) -> None:
    day.sheet.open(HARBOUR)
    day.sheet.ask_what_happened(What.NOTE)
    details = day.sheet.happened.details
    details.when.field.setFocus()
    details.when.field.selectAll()
    day.field("last Monday")
    assert day.focus() == "Mon 11 May 2026?"
    assert not day.session.dossier(HARBOUR).facts
    day.key(Qt.Key.Key_Space)
    assert day.session.dossier(HARBOUR).facts[-1].at.date() == date(2026, 5, 11)


def test_a_leap_day_has_no_next_year() -> None:
    found = meant("29 February", date(2028, 3, 1), every_day_but_weekends)
    assert found == Meant(days=(date(2028, 2, 29),), sure=True)


def test_enter_asks_and_enter_again_keeps(day: World) -> None:
    day.sheet.open(QUILLSTONE)
    stop = day.sheet.follow_up.stop
    stop.replied_button.click()
    stop.replies.button(FactKind.REPLY_HOLDING).click()
    day.type("by the end of next week")
    assert "Is that" in day.texts()
    day.key(Qt.Key.Key_Return)
    assert not day.session.dossier(QUILLSTONE).facts
    assert day.focus() == "Fri 22 May 2026?"
    day.key(Qt.Key.Key_Space)
    assert day.session.dossier(QUILLSTONE).facts[-1].day == date(2026, 5, 22)


def test_a_press_on_the_day_types_it_out(day: World) -> None:
    day.sheet.open(HARBOUR)
    day.sheet.ask_what_happened(What.NAMED_DAY)
    field = day.sheet.happened.details.day
    assert day.focus() == "By when"
    day.type("in two weeks")
    field.proposals()[0].click()
    assert field.field.text() == "Thu 28 May 2026"
    assert field.proposals() == ()
    assert "Then: Check in if no reply, from Mon 1 Jun, 10:00" in day.texts()
    assert not day.session.dossier(HARBOUR).facts
    day.sheet.happened.keep.click()
    assert day.session.dossier(HARBOUR).facts[-1].day == date(2026, 5, 28)


def test_words_are_said_on_the_day_they_were_said(day: World) -> None:
    day.sheet.open(HARBOUR)
    day.sheet.ask_what_happened(What.NAMED_DAY)
    details = day.sheet.happened.details
    day.type("end of the week")
    assert [one.text() for one in details.day.proposals()] == ["Fri 15 May 2026?"]
    details.when.field.setText("8 May")
    details.when.field.textEdited.emit("8 May")
    assert [one.text() for one in details.day.proposals()] == ["Fri 15 May 2026", "Fri 8 May 2026"]
    assert "Which day is that?" in day.texts()


def test_soon_names_no_day(day: World) -> None:
    day.sheet.open(HARBOUR)
    day.sheet.ask_what_happened(What.STILL_DECIDING)
    page = day.sheet.happened
    day.type("soon")
    page.keep.click()
    assert "That names no day." in day.texts()
    assert not day.session.dossier(HARBOUR).facts
    page.details.day.proposals()[0].click()
    fact = day.session.dossier(HARBOUR).facts[-1]
    assert (fact.kind, fact.day) == (FactKind.REPLY_HOLDING, None)


def test_what_is_not_understood_is_asked(day: World) -> None:
    day.sheet.open(HARBOUR)
    day.sheet.ask_what_happened(What.STILL_DECIDING)
    day.field("after the party")
    assert "Which day is that? Try 29 May, or: end of next week." in day.texts()
    assert not day.session.dossier(HARBOUR).facts
    day.type("x")
    assert "Which day is that?" not in day.texts()
