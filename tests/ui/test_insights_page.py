"""Insights: what the bars say, what stands behind them, and what the page looks like without."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from models.store import open_store
from rules.changes import Change, Edit
from rules.insights import Milestone, Period, Thanks
from rules.records import (
    FactKind,
    Interview,
    InterviewId,
    Message,
    MessageId,
    MessageKind,
    Opportunity,
    OpportunityId,
    Outcome,
    Person,
    PersonId,
    Record,
    every_day_but_weekends,
)
from rules.stages import Stage
from rules.waits import CheckInDay
from tests import example_day as sample
from ui.insights.page import InsightsPage
from ui.insights.thanks import MOST_MARKS
from ui.later_pages import insights_page, settings_page
from ui.resources import letter_templates, load_fonts
from ui.session import Session
from ui.theme import DARK, Look
from ui.wording.insights import (
    above_bar,
    answered_words,
    check_in_spoken,
    period_line,
    period_name,
    share_words,
    thanked_sentence,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 5, 14, 15, 20, tzinfo=LONDON)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def zone_of(name: str) -> ZoneInfo | None:
    return ZoneInfo(name) if name else None


class World:
    """A session whose clock can be moved, and a page over it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        load_fonts()
        self.now = NOW
        self.store = open_store(folder / "afterword.db")
        self.qtbot = qtbot
        self.look = Look(reduced_motion=True)
        self.opened: list[tuple[str, str]] = []

    def add(self, *records: Record) -> None:
        """One opportunity with those records."""
        oid = OpportunityId(next(one.id for one in records if isinstance(one, Opportunity)))
        edits = tuple(Edit(before=None, after=record) for record in records)
        self.store.write(Change(opportunity_id=oid, label="added", edits=edits))

    def page(self, width: int = 1204, height: int = 800) -> InsightsPage:
        """The page, shown."""
        self.session = Session(
            self.store,
            lambda: self.now,
            zone=LONDON,
            zone_of=zone_of,
            working_days=lambda _country: every_day_but_weekends,
            templates=letter_templates(),
        )
        page = InsightsPage(self.session, self.look)
        page.opened.connect(lambda oid, tab: self.opened.append((oid, tab)))
        page.resize(width, height)
        self.qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        return page


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> World:
    return World(tmp_path, qtbot)


def applied(number: int, days: int = 30, **more: Outcome | datetime) -> Opportunity:
    at = NOW - days * DAY
    fields: dict[str, object] = {"applied_at": at, "created_at": at, **more}
    return Opportunity(
        id=OpportunityId(f"o{number}"),
        company=f"Company {number}",
        role="Designer",
        **fields,  # type: ignore[arg-type]  # a mapping of fields has one type for all of them
    )


def met(number: int, days: int = 25, thanked: float | None = 3.0) -> list[Record]:
    """One talk with one person, thanked so many hours after its end."""
    oid = OpportunityId(f"o{number}")
    person = Person(id=PersonId(f"p{number}"), opportunity_id=oid, name=f"Ana {number}")
    end = NOW.replace(hour=12, minute=0) - days * DAY
    talk = Interview(
        id=InterviewId(f"i{number}"),
        opportunity_id=oid,
        start=end - HOUR,
        end=end,
        met=(person.id,),
    )
    records: list[Record] = [person, talk]
    if thanked is not None:
        records.append(letter(number, MessageKind.THANK_YOU, end + thanked * HOUR))
    return records


def letter(number: int, kind: MessageKind, at: datetime) -> Message:
    return Message(
        id=MessageId(f"{kind}{number}"),
        opportunity_id=OpportunityId(f"o{number}"),
        interview_id=InterviewId(f"i{number}"),
        person_id=PersonId(f"p{number}"),
        kind=kind,
        sent_at=at,
        subject="Thanks",
        body="Thanks",
    )


def busy(world: World) -> None:
    """Eight applications, six of them met, the first two checked in on, one with an offer."""
    for number in range(8):
        records: list[Record] = [applied(number)]
        if number == 7:
            records = [applied(7, outcome=Outcome.OFFER, outcome_at=NOW - DAY)]
        if number < 6:
            records += met(number, thanked=30.0 if number == 0 else 3.0)
        if number < 2:
            records.append(letter(number, MessageKind.CHECK_IN, NOW - 17 * DAY))
        world.add(*records)


def name_of(button: QAbstractButton) -> str:
    return button.accessibleName()


def words(page: InsightsPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def test_nothing_to_count_says_when_there_will_be(world: World) -> None:
    page = world.page()
    assert "After five interviews this page starts to say something." in words(page)
    assert not page.segment.isVisible()
    page.take_focus()


def test_five_applications_are_something_to_count(world: World) -> None:
    for number in range(4):
        world.add(applied(number))
    assert world.page().is_empty()
    world.add(applied(4))
    page = world.page()
    assert not page.is_empty()
    assert name_of(page.funnel[Milestone.INTERVIEW]) == "Interview, 0 of 5 applications, 0 percent"
    assert "No thank-you was due in this time." in words(page)
    assert "Nobody has been waited for long enough yet." in words(page)
    assert not page.thanks.marks.isVisible()
    assert not page.replies.bars[CheckInDay.NONE].isVisible()


def test_every_bar_says_its_numbers(world: World) -> None:
    busy(world)
    page = world.page()
    assert [name_of(page.funnel[one]) for one in Milestone] == [
        "Applied, 8 of 8 applications, 100 percent",
        "Interview, 6 of 8 applications, 75 percent",
        "Second interview, 0 of 8 applications, 0 percent",
        "Offer, 1 of 8 applications, 13 percent",
    ]
    assert page.thanks.number.text() == "5 of 6"
    assert name_of(page.thanks.marks) == "5 in time, 1 late, 0 not thanked"
    shown = {day: name_of(bar) for day, bar in page.replies.bars.items() if bar.isVisible()}
    assert shown[CheckInDay.NONE] == "No check-in, 0 of 4 answered, too few to tell"
    assert shown[CheckInDay.FROM_7] == "Day 7 to 8, 0 of 2 answered, too few to tell"
    assert CheckInDay.BEFORE_7 not in shown


def test_a_bar_with_nothing_behind_it_cannot_be_pressed(world: World) -> None:
    busy(world)
    page = world.page()
    assert not page.funnel[Milestone.SECOND_INTERVIEW].isEnabled()
    assert page.funnel[Milestone.OFFER].isEnabled()
    assert not page.replies.bars[CheckInDay.FROM_11].isEnabled()


def test_keys_go_from_a_bar_to_its_cards_and_to_one_of_them(world: World) -> None:
    busy(world)
    page = world.page()
    page.take_focus()
    first = page.funnel[Milestone.APPLIED]
    assert QApplication.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Tab)
    bar = page.funnel[Milestone.INTERVIEW]
    assert QApplication.focusWidget() is bar
    QTest.keyClick(bar, Qt.Key.Key_Space)
    assert page.behind is not None
    listed = page.behind.list
    assert QApplication.focusWidget() is listed
    assert listed.accessibleName() == "Interview, 6 cards"
    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert world.opened == [("o1", "")]
    assert not page.behind.isVisible()
    assert QApplication.focusWidget() is bar


def test_escape_closes_the_list_and_gives_the_focus_back(world: World) -> None:
    busy(world)
    page = world.page()
    bar = page.funnel[Milestone.APPLIED]
    bar.setFocus()
    bar.click()
    assert page.behind is not None
    QTest.keyClick(page.behind.list, Qt.Key.Key_Escape)
    assert not page.behind.isVisible()
    assert QApplication.focusWidget() is bar
    bar.click()
    assert page.behind.isVisible()


def test_a_click_on_a_row_opens_its_card(world: World) -> None:
    busy(world)
    page = world.page()
    page.replies.bars[CheckInDay.NONE].click()
    assert page.behind is not None
    listed = page.behind.list
    rows = page.behind.rows
    assert [row.company for row in rows] == [f"Company {n}" for n in (2, 3, 4, 5)]
    assert {row.line for row in rows} == {"No answer within 10 days"}
    spot = listed.visualRect(listed.model().index(2, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert world.opened == [("o4", "")]


def test_behind_the_marks_are_people_the_late_ones_first(world: World) -> None:
    busy(world)
    world.add(applied(9), *met(9, thanked=None))
    page = world.page()
    page.thanks.marks.click()
    assert page.behind is not None
    assert page.behind.accessibleName() == "Thank-yous, 7 people"
    lines = [row.line for row in page.behind.rows]
    assert lines[0] == "Ana 9. Not thanked, met Sun 19 Apr"
    assert lines[1] == "Ana 0. Thanked late, met Sun 19 Apr"
    model = page.behind.list.model()
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Company 9. Ana 9. Not thanked, met Sun 19 Apr"
    assert model.data(model.index(0, 0)) == "Company 9"
    assert model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(0, 0)) == 0


def test_another_time_counts_other_records(world: World) -> None:
    busy(world)
    world.add(applied(20, days=100), *met(20, days=90))
    page = world.page()
    assert page.period is Period.SEASON
    assert page.funnel[Milestone.APPLIED].part == 8
    assert "1 March to today. Every number below counts your own records." in words(page)
    page.segment.chosen.emit("all")
    assert page.funnel[Milestone.APPLIED].part == 9
    assert any(one.startswith("From the beginning to today.") for one in words(page))
    page.segment.chosen.emit("four_weeks")
    assert page.found is not None
    assert page.funnel[Milestone.APPLIED].part == 0
    assert len(page.found.thanks) == 6


def test_what_happens_is_counted_at_once_while_the_page_is_shown(world: World) -> None:
    busy(world)
    page = world.page()
    page.funnel[Milestone.APPLIED].click()
    assert page.behind is not None
    assert page.behind.isVisible()
    world.session.record_reply(OpportunityId("o5"), FactKind.OFFER, None)
    assert page.funnel[Milestone.OFFER].part == 2
    assert not page.behind.isVisible()
    page.hide()
    world.session.undo()
    assert page.funnel[Milestone.OFFER].part == 2
    page.show()
    assert page.funnel[Milestone.OFFER].part == 1


def test_time_alone_is_counted_by_the_hour_and_a_month_gets_its_name(world: World) -> None:
    busy(world)
    world.add(applied(9), *met(9, days=0, thanked=None))
    page = world.page()
    assert page.thanks.number.text() == "5 of 6"
    world.now = NOW + timedelta(minutes=30)
    world.session.tick_clock()
    before = page.segment
    world.now = NOW + DAY
    world.session.tick_clock()
    assert page.thanks.number.text() == "5 of 7"
    world.now = NOW + 20 * DAY
    world.session.tick_clock()
    assert page.segment is not before
    texts = [one.text() for one in page.segment.findChildren(QAbstractButton)]
    assert texts == ["4 weeks", "Since April", "All time"]


def pixel(image: QImage, spot: QPointF) -> QColor:
    return image.pixelColor(round(spot.x()), round(spot.y()))


def has(image: QImage, colour: QColor) -> bool:
    """Whether that very colour is somewhere in the picture."""
    return any(
        image.pixelColor(x, y) == colour
        for x in range(image.width())
        for y in range(0, image.height(), 2)
    )


def test_bars_are_filled_from_five_cases_on_and_outlined_before(world: World) -> None:
    for number in range(4):
        world.add(applied(number), *met(number))
    page = world.page()
    bar = page.funnel[Milestone.APPLIED]
    blue = world.look.theme.stage[Stage.APPLIED]
    middle = QPointF(bar.width() / 2, bar.height() / 2)
    assert not bar.tells
    assert pixel(bar.grab().toImage(), middle) != blue
    world.add(applied(4), *met(4))
    page = world.page()
    bar = page.funnel[Milestone.APPLIED]
    assert bar.tells
    assert pixel(bar.grab().toImage(), middle) == blue
    silent = page.replies.bars[CheckInDay.NONE]
    assert name_of(silent) == "No check-in, 0 of 5 answered, 0 percent"
    assert has(silent.grab().toImage(), world.look.theme.stage[Stage.WAITING_TO_HEAR])


def test_marks_differ_in_shape_and_colour_and_wrap(world: World) -> None:
    busy(world)
    world.add(applied(9), *met(9, thanked=None))
    page = world.page()
    marks = page.thanks.marks
    picture = marks.grab().toImage()
    for colour in (world.look.theme.done_bg, world.look.theme.late_bg):
        assert has(picture, colour)
    assert [one.state for one in marks.shown].count(Thanks.NOT_THANKED) == 1
    high = marks.height()
    marks.resize(120, high)
    assert marks.height() > high


def test_only_the_newest_marks_are_drawn_and_that_is_said(world: World) -> None:
    for number in range(MOST_MARKS + 4):
        world.add(applied(number), *met(number))
    page = world.page()
    assert len(page.thanks.marks.shown) == MOST_MARKS
    assert page.thanks.number.text() == "60 of 60"
    assert page.thanks.sentence.text() == "The marks are the newest 56."


def test_the_panels_go_below_each_other_where_it_is_narrow(world: World) -> None:
    busy(world)
    page = world.page(1204)
    funnel, thanks = page.funnel[Milestone.APPLIED], page.thanks

    def beside() -> bool:
        return thanks.mapTo(page, QPoint(0, 0)).x() > funnel.mapTo(page, QPoint(0, 0)).x() + 200

    assert beside()
    page.resize(800, 600)
    QApplication.processEvents()
    assert not beside()
    assert thanks.mapTo(page, QPoint(0, 0)).x() + thanks.width() <= 800


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_wider_than_the_page_in_either_look(world: World, scale: float) -> None:
    busy(world)
    page = world.page(864, 600)
    world.look.set_scale(scale)
    world.look.set_dark(True)
    page.resize(863, 600)
    QApplication.processEvents()
    for bar in (*page.funnel.values(), *page.replies.bars.values()):
        if bar.isVisible():
            right = bar.mapTo(page, QPoint(bar.width(), 0)).x()
            assert right <= 863, name_of(bar)
            assert bar.height() >= 24
    assert has(page.funnel[Milestone.APPLIED].grab().toImage(), DARK.stage[Stage.APPLIED])


@pytest.mark.parametrize("width", [800, 864, 1204])
def test_the_list_fits_into_a_low_page(world: World, width: int) -> None:
    for number in range(12):
        world.add(applied(number))
    page = world.page(width, 600)
    page.funnel[Milestone.APPLIED].click()
    assert page.behind is not None
    assert len(page.behind.rows) == 12
    inner = page.behind.list
    top = inner.mapTo(page, QPoint(0, 0)).y()
    assert top >= 0
    assert top + inner.height() <= 600


@pytest.mark.parametrize(
    ("say_it", "words_"),
    [
        (lambda: share_words(0, 0), ""),
        (lambda: share_words(1, 4), "too few to tell"),
        (lambda: above_bar(0, 0), ""),
        (lambda: above_bar(1, 2), "too few"),
        (lambda: above_bar(5, 9), "56%"),
        (lambda: answered_words(5, 9), "5 of 9"),
        (lambda: answered_words(0, 0), "none yet"),
        (
            lambda: check_in_spoken(CheckInDay.FROM_7, 5, 9),
            "Day 7 to 8, 5 of 9 answered, 56 percent",
        ),
        (lambda: check_in_spoken(CheckInDay.FROM_7, 0, 0), "Day 7 to 8, none yet"),
        (lambda: period_name(Period.ALL, None), "All time"),
        (
            lambda: period_line(datetime(2025, 12, 1, tzinfo=LONDON).date(), NOW.date()),
            "1 December 2025 to today. Every number below counts your own records.",
        ),
    ],
)
def test_the_words_of_numbers(say_it: Callable[[], str], words_: str) -> None:
    assert say_it() == words_


def test_late_ones_after_one_weekday_are_a_sentence(world: World) -> None:
    for number in range(6):
        friday = 13 + 7 * (number % 2)  # 1 May or 24 April
        late = number < 3
        days = friday if late else friday + 1
        world.add(applied(number), *met(number, days=days, thanked=30.0 if late else 2.0))
    page = world.page()
    assert page.found is not None
    assert thanked_sentence(page.found, 6) == "The 3 late ones came after Friday interviews."
    assert "The 3 late ones came after Friday interviews." in words(page)


def test_the_example_day_has_something_to_say(world: World) -> None:
    sample.fill(world.store)
    world.now = sample.NOW
    page = world.page()
    assert not page.is_empty()
    assert page.funnel[Milestone.APPLIED].part > 5
    assert page.found is not None
    assert page.found.thanks


def test_the_program_makes_both_seldom_pages(world: World) -> None:
    page = world.page()
    made = insights_page(world.session, world.look)
    settings = settings_page(world.session, world.look, world.store, page)
    for one in (made, settings):
        world.qtbot.addWidget(one)
        one.show()
    assert isinstance(made, InsightsPage)
    assert settings.isVisible()
