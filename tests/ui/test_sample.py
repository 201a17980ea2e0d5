"""The sample has every step and state in it, whenever and wherever it is opened."""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.store import open_store
from models.working_days import working_days
from rules.board import Card, card_of
from rules.changes import Change, Edit
from rules.insights import Insights, Milestone, Period, Thanks, insights
from rules.records import (
    Channel,
    Dossier,
    EmployerKind,
    FactKind,
    InterviewKind,
    MessageKind,
    Moment,
    OpportunityId,
    Outcome,
    Part,
)
from rules.rounds import current_round, rounds
from rules.today import queue
from rules.waits import CheckInDay
from tests.ui.cards import Shelf, zone_of
from ui import sample
from ui.application import Program
from ui.arguments import Arguments
from ui.logs import stop_logging
from ui.main_window import MainWindow
from ui.resources import load_fonts
from ui.sample.story import Story

LONDON, TOKYO = ZoneInfo("Europe/London"), ZoneInfo("Asia/Tokyo")
MONDAY_MORNING = datetime(2026, 11, 16, 10, 30, tzinfo=LONDON)
SATURDAY_NIGHT = datetime(2026, 8, 1, 23, 10, tzinfo=TOKYO)

STANDING = {
    # Applications
    "Oatfield Foods": "applied: confirm_sent application_follow_up, 0/1",
    "Kestrel Rail": "applied: write application_follow_up too_early, 0/1",
    "Cobalt Atlas": "applied: write application_follow_up too_early, 0/1",
    "Northbank Libraries": "applied: nothing, 0/1",
    "Kwame & Daughters": "applied: write application_follow_up due, 0/1",
    "Marigold Transit": "applied: write application_follow_up overdue, 0/1",
    "Zephyr Looms": "applied: write application_follow_up passed, 0/1",
    "Arcadia Parks": "applied: rest, 1/1",
    "Hollow Oak Theatre": "applied: close, 1/1",
    "Blue Finch": "applied: write answer due, 0/1",
    "Pinehurst Audio": "applied: add_details, 0/1",
    # Talks ahead
    "Brightmoor Council": "interview_booked: interview, 0/2",
    "Merriday Travel": "interview_booked: interview, 0/2",
    "Halvorsen & Reyes": "interview_booked: interview, 0/2",
    "Lindgren Kitchens": "interview_booked: interview, 0/2",
    "Estuary Ferries": "interview_booked: interview, 0/2",
    "Umbra Lighting": "interview_booked: add_details, 0/2",
    "Far Meadow Farms": "interview_booked: interview, 0/2",
    # Thank-yous
    "Tidepool Robotics": "say_thank_you: write thank_you late, 0/2",
    "Corvid & Crane": "say_thank_you: write thank_you very_late, 0/2",
    "Larkspur Gardens": "say_thank_you: write thanks_and_question due, 0/2",
    "Mistral Sails": "say_thank_you: write thank_you due, 0/2",
    "Lumen & Oak": "say_thank_you: write thank_you cooling_off, 1/2",
    "Meridian Opera": "say_thank_you: write pass_on due, 0/2",
    "Copperline Water": "say_thank_you: write thank_you due, 0/2",
    "Oriel Maps": "say_thank_you: write thank_you due, 0/2",
    "Tessera Labs": "say_thank_you: write thank_you due, 1/2",
    "Willowbank School": "say_thank_you: write thank_you due, 0/2",
    "Baobab Pay": "say_thank_you: write thank_you due, 0/2",
    "Alder Instruments": "say_thank_you: write thank_you due, 0/2",
    "Foxglove Games": "say_thank_you: write thank_you due, 0/2",
    "Sundial Clinics": "say_thank_you: write thank_you due, 0/2",
    "Granite Coast": "say_thank_you: add_details, 0/2",
    # Waiting
    "Fernway Health": "waiting_to_hear: write check_in too_early, 1/2",
    "Harbourlight Energy": "waiting_to_hear: write check_in due, 1/2",
    "Ridgeway Rail Museum": "waiting_to_hear: write check_in overdue, 1/2",
    "Sallow & Reed": "waiting_to_hear: moment_passed, 1/2",
    "Kite & Anchor": "waiting_to_hear: write check_in due, 1/2",
    "Tamarind Foods": "waiting_to_hear: write check_in too_early, 1/2",
    "Ivory Lane": "waiting_to_hear: write check_in due, 1/2",
    "Osprey Air": "waiting_to_hear: write check_in too_early, 1/2",
    "Juno Bicycles": "waiting_to_hear: write invited_check_in due, 1/2",
    "Cedar & Salt": "waiting_to_hear: write invited_check_in too_early, 1/2",
    "Quillstone Press": "waiting_to_hear: rest, 2/2",
    "Peregrine Post": "waiting_to_hear: close, 2/2",
    "Calder Mills": "waiting_to_hear: rest, 2/2",
    "Bramble & Hart": "waiting_to_hear: write check_in too_early, 1/2",
    "Thornbury Radio": "waiting_to_hear: write check_in due, 1/2",
    "Aldermere University": "waiting_to_hear: write check_in due, 1/2",
    "Verity Bank": "waiting_to_hear: write competing_offer due, 1/2",
    "Sable Coffee": "waiting_to_hear: nothing, 0/2",
    "Quince Software": "waiting_to_hear: write withdrawal due, 1/2",
    # Ended
    "Lotus Freight": "outcome: write offer_acknowledgement due, 1/2",
    "Saltmarsh Studio": "outcome: nothing, 1/2",
    "Quarry Lane Homes": "outcome: closed, 1/2",
    "Hazel & Moss": "outcome: write reply_to_rejection due, 1/2",
    "Juniper & Pike": "outcome: closed, 0/1",
    "Bellwether Wool": "outcome: write keep_in_touch due, 1/2",
    "Pollen & Co": "outcome: write reply_to_rejection due, 0/2",
    "Cinder & Glass": "outcome: write withdrawal due, 1/2",
    "Old Mill Records": "outcome: closed, 1/2",
}

REASONS = {  # in office hours, when nothing is put off to a better one
    "Cobalt Atlas": "after_closing_day",
    "Northbank Libraries": "no_contact",
    "Corvid & Crane": "very_late",
    "Lumen & Oak": "panel",
    "Meridian Opera": "group_note",
    "Copperline Water": "no_address",
    "Oriel Maps": "several_talks",
    "Tessera Labs": "several_talks",
    "Willowbank School": "new_round",
    "Baobab Pay": "phone_screen",
    "Alder Instruments": "agency",
    "Foxglove Games": "decides_at_once",
    "Mistral Sails": "within_a_day",
    "Larkspur Gardens": "thanks_with_question",
    "Harbourlight Energy": "one_more",
    "Ridgeway Rail Museum": "check_in_overdue",
    "Tamarind Foods": "promised_day_ahead",
    "Ivory Lane": "promised_day_passed",
    "Osprey Air": "away",
    "Juno Bicycles": "still_deciding",
    "Quillstone Press": "both_sent",
    "Peregrine Post": "enough",
    "Thornbury Radio": "call",
    "Aldermere University": "slow_search",
    "Verity Bank": "offer_elsewhere",
    "Saltmarsh Studio": "offer_open",
    "Hazel & Moss": "rejection",
    "Pollen & Co": "decision_first",
    "Bellwether Wool": "keep_in_touch",
}

SECTIONS = {
    "late": {
        "Marigold Transit",
        "Tidepool Robotics",
        "Corvid & Crane",
        "Ridgeway Rail Museum",
    },
    "unsure": {"Oatfield Foods", "Sundial Clinics"},
    "waiting_on_you": {"Pinehurst Audio", "Umbra Lighting", "Granite Coast"},
    "snoozed": {"Kite & Anchor"},
}
AHEAD = {"Brightmoor Council", "Merriday Travel", "Halvorsen & Reyes", "Saltmarsh Studio"}
RESTING = {"Quillstone Press", "Calder Mills", "Sable Coffee", "Far Meadow Farms", "Arcadia Parks"}


class Opened:
    """The sample as it stands at the moment it was opened."""

    def __init__(self, dossiers: tuple[Dossier, ...], now: datetime, zone: ZoneInfo) -> None:
        self.moment = Moment(now=now, zone=zone, zone_of=zone_of, working_days=working_days)
        self.dossiers = {one.opportunity.company: one for one in dossiers}
        self.cards = {name: card_of(one, self.moment) for name, one in self.dossiers.items()}

    def standing(self) -> dict[str, str]:
        """Where each live card stands, in words."""
        return {name: _words(self.cards[name]) for name in STANDING}

    def insights(self) -> Insights:
        """What is counted since the month before the last."""
        return insights(self.dossiers.values(), Period.SEASON, self.moment)


def _words(card: Card) -> str:
    step = card.step
    parts = [step.kind.value]
    if step.message is not None:
        parts.append(step.message.value)
        if step.kind.value == "write" and step.state is not None:
            parts.append(step.state.value)
    return f"{card.stage.value}: {' '.join(parts)}, {step.used}/{step.of}"


@pytest.fixture(
    params=[(MONDAY_MORNING, LONDON), (SATURDAY_NIGHT, TOKYO)], ids=["Monday", "Saturday"]
)
def opened(tmp_path: Path, request: pytest.FixtureRequest) -> Opened:
    """The sample from a file, opened on a Monday morning and on a Saturday night."""
    now, zone = request.param
    store = open_store(tmp_path / "afterword.db")
    sample.fill(store, now.astimezone(UTC), zone)
    dossiers = tuple(store.dossiers())
    store.close()
    return Opened(dossiers, now.astimezone(UTC), zone)


def test_every_step_and_state_is_there(opened: Opened) -> None:
    assert opened.standing() == STANDING


def test_everything_else_is_over(opened: Opened) -> None:
    over = {name for name, card in opened.cards.items() if name not in STANDING}
    assert len(over) == 24
    assert {_words(opened.cards[name]).split(",")[0] for name in over} == {"outcome: closed"}


def test_today_has_all_its_sections(opened: Opened) -> None:
    today = queue(opened.cards.values(), opened.moment)
    for section, companies in SECTIONS.items():
        assert {one.company for one in getattr(today, section)} == companies, section
    assert {one.company for one in today.ahead} >= AHEAD
    assert {one.company for one in today.resting} >= RESTING
    assert len(today.due) >= 15


def test_each_reason_is_given_in_office_hours() -> None:
    opened = _in_memory(MONDAY_MORNING, LONDON)
    assert {name: opened.cards[name].step.reason for name in REASONS} == REASONS


def test_each_way_a_search_can_go_is_on_record(opened: Opened) -> None:
    def of(name: str) -> Dossier:
        return opened.dossiers[name]

    assert len(of("Lumen & Oak").people) == 3
    assert of("Baobab Pay").interviews[0].kind is InterviewKind.PHONE_SCREEN
    assert of("Northbank Libraries").opportunity.no_contact
    assert of("Alder Instruments").opportunity.agency
    assert of("Alder Instruments").people[0].part is Part.RECRUITER
    assert of("Copperline Water").people[-1].email == ""
    assert of("Bramble & Hart").messages[-1].channel is Channel.LETTER
    assert of("Calder Mills").messages[-1].channel is Channel.PHONE
    assert of("Mistral Sails").messages[0].bounced_at is not None
    assert of("Aldermere University").opportunity.employer_kind is EmployerKind.UNIVERSITY
    assert of("Sable Coffee").facts[0].kind is FactKind.WAITING
    assert of("Halvorsen & Reyes").opportunity.zone == "America/New_York"
    outcomes = {one.opportunity.outcome for one in opened.dossiers.values()}
    assert outcomes == {None, *Outcome}


def test_talks_are_one_round_or_several(opened: Opened) -> None:
    def shape(name: str) -> list[int]:
        found = rounds(opened.dossiers[name], opened.moment)
        return [len(one.interviews) for one in found]

    assert shape("Oriel Maps") == [2]  # two talks on one day
    assert shape("Lindgren Kitchens") == [2]
    assert shape("Tessera Labs") == [2]  # two days, joined
    assert shape("Willowbank School") == [1, 1]
    assert shape("Estuary Ferries") == [1, 1]
    tessera = current_round(opened.dossiers["Tessera Labs"], opened.moment)
    assert tessera is not None
    assert tessera.ended - tessera.opened == timedelta(days=1)


def test_a_card_shows_the_people_of_the_talk_that_comes_next(opened: Opened) -> None:
    assert [one.name for one in opened.cards["Lindgren Kitchens"].faces] == ["Astrid Lindgren"]
    assert [one.name for one in opened.cards["Estuary Ferries"].faces] == ["Joseph Adeyemi"]
    assert opened.cards["Umbra Lighting"].faces == ()


def test_nothing_of_it_is_ahead_that_should_be_over(opened: Opened) -> None:
    now = opened.moment.now
    for dossier in opened.dossiers.values():
        assert all(one.sent_at < now for one in dossier.messages)
        assert all(one.at < now for one in dossier.facts)
        for message in dossier.messages:
            talk = dossier.interview(message.interview_id)
            assert talk is None or talk.end is None or talk.end < message.sent_at


def test_nobody_of_it_exists(opened: Opened) -> None:
    addresses = [
        one.email for dossier in opened.dossiers.values() for one in dossier.people if one.email
    ]
    assert addresses
    assert {address.rpartition(".")[2] for address in addresses} == {"example"}
    assert sample.PROFILE.email.endswith(".example")


def test_insights_has_something_to_tell_in_each_panel(opened: Opened) -> None:
    counted = opened.insights()
    funnel = [len(counted.reached[one]) for one in Milestone]
    assert funnel == sorted(funnel, reverse=True)
    assert funnel[0] >= 60
    assert funnel[2:] == [4, 3]
    assert len(counted.thanked(Thanks.LATE)) == 3
    assert counted.late_weekday == 4  # all three after talks on a Friday
    assert len(counted.thanked(Thanks.ON_TIME)) >= 40
    answers = {
        day: (sum(one.answered for one in counted.waited(day)), len(counted.waited(day)))
        for day in CheckInDay
    }
    assert answers[CheckInDay.FROM_7] == (4, 6)
    assert answers[CheckInDay.FROM_9] == (2, 5)
    assert answers[CheckInDay.FROM_13] == (1, 3)  # too few to tell
    assert answers[CheckInDay.NONE][1] >= 5


ZONES = ("Europe/London", "Asia/Tokyo", "America/New_York", "Pacific/Auckland", "Asia/Kolkata")


@pytest.mark.parametrize("zone", ZONES)
def test_it_holds_at_any_hour_of_any_day(zone: str) -> None:
    first = datetime(2026, 1, 1, 0, 7, tzinfo=UTC)
    wrong: Counter[str] = Counter()
    for place in range(36):  # through a year, at ever-changing hours
        opened = _in_memory(first + place * timedelta(days=10, hours=5, minutes=13), ZoneInfo(zone))
        wrong.update(
            f"{name}: {words}"
            for name, words in opened.standing().items()
            if words != STANDING[name]
        )
    assert not wrong


def _in_memory(now: datetime, zone: ZoneInfo) -> Opened:
    dossiers = tuple(_dossier(one) for one in sample.stories(now.astimezone(UTC), zone))
    return Opened(dossiers, now.astimezone(UTC), zone)


def _dossier(story: Story) -> Dossier:
    shelf = Shelf()
    edits = tuple(Edit(before=None, after=record) for record in story.records())
    shelf.write(Change(opportunity_id=story.opportunity.id, label="added", edits=edits))
    (dossier,) = shelf.dossiers()
    return replace(dossier, drafts=tuple(story.drafts))


def test_a_letter_put_off_comes_back_tomorrow_at_nine(opened: Opened) -> None:
    card = opened.cards["Kite & Anchor"]
    assert card.snoozed_until is not None
    local = card.snoozed_until.astimezone(opened.moment.zone)
    today = opened.moment.now.astimezone(opened.moment.zone).date()
    assert (local.date(), local.hour) == (today + timedelta(days=1), 9)
    assert card.step.message is MessageKind.CHECK_IN


@pytest.fixture
def hooks() -> Iterator[None]:
    """The process's hooks, put back after a start within the test."""
    hook, handler = sys.excepthook, qInstallMessageHandler(None)
    qInstallMessageHandler(handler)
    yield
    sys.excepthook = hook
    qInstallMessageHandler(handler)
    stop_logging()


@pytest.mark.usefixtures("hooks")
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_program_tells_it_around_its_own_clock(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    load_fonts()
    now = datetime(2027, 3, 2, 9, 40, tzinfo=UTC)
    program = Program(qapp, Arguments(sample=True, data_dir=tmp_path, now=now), tmp_path)
    assert program.start() is None
    window = program.window
    assert isinstance(window, MainWindow)
    qtbot.addWidget(window)
    assert window.sample_bar is not None
    assert [one.company for one in window.session.today().unsure]
    lumen = window.session.dossier(OpportunityId("lumenoak")).interviews[0]
    assert lumen.end == now - timedelta(minutes=50)
    program.finish()
    qapp.setStyleSheet("")
