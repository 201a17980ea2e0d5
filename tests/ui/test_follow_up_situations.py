"""Every letter that ships is reached in the sheet, from the situation that calls for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rules.records import (
    MessageKind,
    Part,
    Profile,
)
from tests.ui.letter_world import (
    SORTS,
    TWO,
    arrive,
    join,
    person,
    shown,
    through_agency,
)
from tests.ui.sheet_world import World, world
from ui.sheet.follow_up.desk import State


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    del qtbot
    with world(tmp_path, filled=False) as made:
        made.session.set_profile(Profile(name="Maya Ferrer", phone="020 7946 0123"))
        yield made


@pytest.mark.parametrize("sort", SORTS)
def test_each_letter_is_reached_where_it_is_called_for(empty: World, sort: str) -> None:
    oid = arrive(empty, sort)
    assert shown(empty, oid) == sort
    page = empty.sheet.follow_up.writing
    assert not page.why.isHidden()
    assert page.letter.body.text().strip()


def test_an_agency_gets_the_thanks_to_pass_on(empty: World) -> None:
    oid = through_agency(empty)
    empty.sheet.open(oid)
    page = empty.sheet.follow_up.writing
    assert shown(empty, oid) == "thank_you-pass_on"
    assert "Could you pass my thanks on to Priya Raman?" in page.letter.body.text()
    assert "for Priya" in empty.texts()
    page.add_highlight("the move to Leeds")
    assert "Priya Raman and I talked about the move to Leeds." in page.letter.body.text()
    empty.copy()
    assert page.desk.state is State.COPIED
    empty.sheet.follow_up.confirm_sent()
    (sent,) = empty.session.dossier(oid).messages
    assert sent.names == (person(empty, oid, 0),)


def test_a_note_passed_on_speaks_of_each_in_their_own_words(empty: World) -> None:
    oid = empty.add(TWO)
    join(empty, oid, "Hal Brook", Part.ORGANISER)
    empty.sheet.open(oid)
    page = empty.sheet.follow_up.writing
    others = page.side.others.buttons()
    next(one for one in others if one.text().startswith("One note")).click()
    page.add_highlight("the move to Leeds")
    page.came_up.about.setCurrentIndex(1)
    page.came_up.about.activated.emit(1)
    page.add_highlight("the Friday demos")
    body = page.letter.body.text()
    assert "Priya Raman and I talked about the move to Leeds." in body
    assert "Daniel Okafor and I talked about the Friday demos." in body
    page.letter.body.setPlainText(body.replace("May I ask a small favour? ", "Please. "))
    page.came_up.rows()[1].click()
    now = page.letter.body.text()
    assert "Please. " in now  # a part worded by hand stays as it is
    empty.copy()
    empty.sheet.follow_up.confirm_sent()
    (sent,) = empty.session.dossier(oid).messages
    assert sent.kind is MessageKind.PASS_ON
    assert set(sent.names) == {person(empty, oid, 0), person(empty, oid, 1)}
