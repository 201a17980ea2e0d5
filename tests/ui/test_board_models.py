"""A lane's model: pages, and no more changes than there are differences."""

import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rules.board import Card
from rules.records import OpportunityId
from tests.ui.cards import card, moment
from ui.board.card_painter import CardPainter
from ui.board.lane_model import PAGE, LaneModel, Role
from ui.theme import Look

KESTREL = card("kestrel")


def many(*keys: int | str) -> tuple[Card, ...]:
    """Cards that differ in their ids alone."""
    return tuple(replace(KESTREL, opportunity_id=OpportunityId(str(key))) for key in keys)


def shown(model: LaneModel) -> list[str]:
    """The ids of the rows."""
    cards = (model.card(row) for row in range(model.rowCount()))
    return [one.opportunity_id for one in cards if one is not None]


@pytest.fixture
def model(qapp: QApplication) -> LaneModel:
    del qapp
    made = LaneModel(moment)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def test_only_a_page_is_known_until_more_is_fetched() -> None:
    model = LaneModel(moment)  # without the tester, which fetches by itself
    model.show(many(*range(200)))
    assert model.rowCount() == PAGE
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 2 * PAGE
    assert model.row_of(OpportunityId("199")) == 199
    assert model.rowCount() == 200
    assert not model.canFetchMore(QModelIndex())


def test_a_row_that_reads_differently_is_the_only_one_that_changes(model: LaneModel) -> None:
    model.show(many(1, 2, 3))
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.extend((first.row(), last.row())))
    one, two, three = many(1, 2, 3)
    model.show((one, replace(two, used=1), three))
    assert changed == [1, 1]


def test_a_moved_row_keeps_what_points_at_it(model: LaneModel) -> None:
    model.show(many(1, 2, 3))
    kept = QPersistentModelIndex(model.index(2))
    model.show(many(3, 1, 2))
    assert kept.row() == 0
    model.show(many(1, 2))
    assert not kept.isValid()


def test_a_row_tells_its_card_and_how_it_is_spoken(model: LaneModel) -> None:
    model.show((KESTREL,))
    index = model.index(0)
    assert index.data(Role.CARD) == KESTREL
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Kestrel Rail, Service Designer. Follow up on application")
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Enter opens. M moves."


def test_none_is_returned_without_losing_a_reference(model: LaneModel) -> None:
    model.show((KESTREL,))
    index = model.index(0)
    before = sys.getrefcount(None)
    for _ in range(100):
        index.data(Qt.ItemDataRole.DecorationRole)
    assert abs(sys.getrefcount(None) - before) < 50


@given(st.lists(st.lists(st.integers(0, 90), unique=True), min_size=2, max_size=4))
def test_whatever_was_shown_before_the_new_cards_stand_in_order(steps: list[list[int]]) -> None:
    model = LaneModel(moment)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    for step in steps:
        model.show(many(*step))
        while model.canFetchMore(QModelIndex()):
            model.fetchMore(QModelIndex())
        assert shown(model) == [str(key) for key in step]


def test_a_card_is_painted_once_until_it_says_something_else(qtbot: QtBot) -> None:
    del qtbot
    look = Look()
    painter = CardPainter(look)
    first = painter.pixmap(KESTREL, moment(), 206, 1.0)
    assert painter.pixmap(replace(KESTREL), moment(), 206, 1.0) is first
    assert painter.painted == 1
    forms = [
        (replace(KESTREL, role="Conductor"), 206, 1.0),
        (KESTREL, 190, 1.0),
        (KESTREL, 206, 2.0),
    ]
    for one, width, dpr in forms:
        painter.pixmap(one, moment(), width, dpr)
    look.set_dark(True)
    painter.pixmap(KESTREL, moment(), 206, 2.0)
    assert painter.painted == 5


def test_one_page_is_all_a_view_learns_of_ten_thousand(model: LaneModel) -> None:
    cards = many(*range(10_000))
    model.show(cards)
    assert model.rowCount() == PAGE
    model.show(cards[1:])
    assert model.rowCount() == PAGE
    assert all(int(a) + 1 == int(b) for a, b in pairwise(shown(model)))
