"""The example day shows the board of the pictures."""

from pathlib import Path
from zoneinfo import ZoneInfo

from models.store import open_store
from models.working_days import working_days
from rules.board import lay_out
from rules.records import Moment
from rules.today import queue
from tests import example_day as sample


def test_the_board_of_the_example_day(tmp_path: Path) -> None:
    store = open_store(tmp_path / "afterword.db")
    sample.fill(store)
    moment = Moment(now=sample.NOW, zone=sample.ZONE, zone_of=ZoneInfo, working_days=working_days)
    lanes = lay_out(store.dossiers(), moment)
    store.close()
    board = {
        lane.stage.value: [
            f"{card.company}, {card.tint.value}, {card.used}/{card.of}, {card.thanked} thanked"
            for card in lane.cards
        ]
        for lane in lanes
    }
    assert board == {
        "applied": [
            "Oatfield Foods, today, 0/1, 0 thanked",
            "Kestrel Rail, later, 0/1, 0 thanked",
            "Cobalt Atlas, later, 0/1, 0 thanked",
        ],
        "interview_booked": [
            "Brightmoor Council, event, 0/2, 0 thanked",
            "Merriday Travel, event, 0/2, 0 thanked",
        ],
        "say_thank_you": [
            "Tidepool Robotics, late, 0/2, 0 thanked",
            "Lumen & Oak, today, 1/2, 1 thanked",
        ],
        "waiting_to_hear": [
            "Harbourlight Energy, today, 1/2, 2 thanked",
            "Fernway Health, later, 1/2, 1 thanked",
            "Quillstone Press, rest, 2/2, 2 thanked",
        ],
        "outcome": [
            "Saltmarsh Studio, offer, 1/2, 1 thanked",
            "Juniper & Pike, closed, 0/1, 0 thanked",
        ],
    }
    today = queue([card for lane in lanes for card in lane.cards], moment)
    assert today.to_send == 4
    assert [card.company for card in today.late] == ["Tidepool Robotics"]
    assert [card.company for card in today.unsure] == ["Oatfield Foods"]
