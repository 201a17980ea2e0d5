"""What stands on Today's page, and in which order."""

from dataclasses import replace
from datetime import timedelta

from rules.board import Tint, card_of
from rules.records import Dossier, Draft, MessageKind, Tone
from rules.today import Section, Today, queue
from tests.rules import test_board as board


def sections(today: Today) -> dict[str, list[str]]:
    return {name: [card.company for card in getattr(today, name)] for name in Section}


def copied(minutes: int) -> Dossier:
    """An application whose follow-up is due and was copied some minutes ago."""
    applied = board.card("Copied", applied_at=board.NOW - timedelta(days=8))
    draft = Draft(
        opportunity_id=applied.opportunity.id,
        interview_id=None,
        person_id=None,
        kind=MessageKind.APPLICATION_FOLLOW_UP,
        tone=Tone.WARM,
        subject="",
        body="",
        copied_at=board.NOW - timedelta(minutes=minutes),
        saved_at=board.NOW,
    )
    return replace(applied, drafts=(draft,))


def test_each_card_stands_in_the_section_of_its_step() -> None:
    dossiers = [
        *(board.GONE, board.LATE, board.APPLIED, board.DONE, board.OFFERED),
        *(board.RESTING, board.DATELESS, board.OWED, board.BOOKED),
    ]
    today = queue([card_of(one, board.MOMENT) for one in dossiers], board.MOMENT)
    assert sections(today) == {
        "late": ["Late"],
        "due": ["Owed"],
        "unsure": [],
        "waiting_on_you": ["Dateless"],
        "snoozed": [],
        "ahead": ["Booked", "Applied", "Done", "Offered"],
        "resting": ["Resting"],
    }
    assert today.to_send == 2


def test_a_copied_letter_is_asked_about_after_half_an_hour() -> None:
    for minutes, section in ((5, "due"), (31, "unsure")):
        found = sections(queue([card_of(copied(minutes), board.MOMENT)], board.MOMENT))
        assert [name for name, cards in found.items() if cards] == [section]


def test_the_least_time_left_comes_first() -> None:
    later = replace(
        board.OWED,
        opportunity=replace(board.OWED.opportunity, company="Alpha"),
    )
    later = replace(
        later,
        interviews=(replace(later.interviews[0], end=board.NOW - timedelta(minutes=5)),),
    )
    cards = [card_of(later, board.MOMENT), card_of(board.OWED, board.MOMENT)]
    assert [card.company for card in queue(cards, board.MOMENT).due] == ["Owed", "Alpha"]
    assert all(card.tint is Tint.TODAY for card in cards)
