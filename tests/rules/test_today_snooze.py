"""Putting a card off: until when, and what brings it back before."""

from dataclasses import replace

import pytest

from rules.board import Card, card_of
from rules.records import Dossier, MessageKind
from rules.today import (
    Section,
    latest_snooze,
    matter_of,
    may_snooze,
    queue,
    section_of,
    snooze_until,
    this_evening,
    tomorrow_morning,
)
from tests.rules.dossiers import at, case, copied, talk, thanks, when

TALK = talk("i1", "05-14 14:00", "A")
OWED = case(TALK)
CHECK_IN = case(talk("i1", "05-04 14:00", "A"), thanks("A", "05-04 18:00"))
NOW = "05-14 15:20"


def card(dossier: Dossier, moment: str = NOW) -> Card:
    return card_of(dossier, when(moment))


def put_off(dossier: Dossier, until: str, *, moment: str = NOW) -> Dossier:
    matter = matter_of(card(dossier, moment), when(moment))
    changed = replace(dossier.opportunity, snoozed_until=at(until), snoozed_matter=matter)
    return replace(dossier, opportunity=changed)


def section(dossier: Dossier, moment: str) -> Section | None:
    return section_of(card(dossier, moment), when(moment))


def test_a_card_put_off_is_away_until_its_time() -> None:
    later = put_off(CHECK_IN, "05-15 09:00")
    assert section(later, NOW) is Section.SNOOZED
    assert section(later, "05-15 08:59") is Section.SNOOZED
    assert section(later, "05-15 09:00") is Section.DUE
    today = queue([card(later)], when(NOW))
    assert today.to_send == 0
    assert [one.company for one in today.snoozed] == ["Lumen & Oak"]


def test_the_next_to_come_back_is_named_first() -> None:
    cards = [card(put_off(CHECK_IN, until)) for until in ("05-16 09:00", "05-15 09:00")]
    back = [one.snoozed_until for one in queue(cards, when(NOW)).snoozed]
    assert back == [at("05-15 09:00"), at("05-16 09:00")]


def test_what_is_late_is_shown_however_far_it_was_put_off() -> None:
    assert section(put_off(OWED, "05-20 09:00"), "05-15 13:59") is Section.SNOOZED
    assert section(put_off(OWED, "05-20 09:00"), "05-15 14:01") is Section.LATE
    assert section(put_off(CHECK_IN, "05-30 09:00"), "05-18 17:01") is Section.LATE


def test_a_copied_letter_that_would_be_late_is_asked_about_whatever_was_put_off() -> None:
    unsure = case(TALK, copied(MessageKind.THANK_YOU, "A", "05-14 14:20"))
    later = put_off(unsure, "05-20 09:00")
    assert section(later, NOW) is Section.SNOOZED
    assert section(later, "05-15 14:01") is Section.UNSURE


def test_another_step_is_shown_at_once() -> None:
    later = put_off(OWED, "05-15 12:00")
    assert section(later, NOW) is Section.SNOOZED
    newer = replace(later, drafts=(copied(MessageKind.THANK_YOU, "A", "05-14 15:30"),))
    assert section(newer, "05-14 15:40") is Section.SNOOZED
    assert section(newer, "05-14 16:00") is Section.UNSURE
    thanked = replace(later, messages=(thanks("A", "05-14 15:30"),))
    assert section(thanked, "05-14 15:40") is Section.AHEAD


def test_a_thank_you_is_never_put_off_past_its_last_hour() -> None:
    assert latest_snooze(card(OWED)) == at("05-15 14:00")
    assert snooze_until(card(OWED), at("05-16 09:00")) == at("05-15 14:00")
    assert snooze_until(card(OWED), at("05-15 09:00")) == at("05-15 09:00")
    assert latest_snooze(card(CHECK_IN)) is None
    assert snooze_until(card(CHECK_IN), at("05-16 09:00")) == at("05-16 09:00")


def test_the_evening_and_the_morning_are_offered_while_they_are_in_time() -> None:
    assert this_evening(card(OWED), when(NOW)) == at("05-14 18:00")
    assert tomorrow_morning(card(OWED), when(NOW)) == at("05-15 09:00")
    assert this_evening(card(OWED, "05-14 18:00"), when("05-14 18:00")) is None
    early = case(talk("i1", "05-14 08:30", "A"))
    assert tomorrow_morning(card(early), when(NOW)) is None
    assert this_evening(card(early), when(NOW)) == at("05-14 18:00")
    assert tomorrow_morning(card(CHECK_IN), when(NOW)) == at("05-15 09:00")


@pytest.mark.parametrize(
    ("dossier", "moment", "may"),
    [
        (OWED, NOW, True),
        (OWED, "05-15 14:01", False),  # late
        (OWED, "05-14 13:30", False),  # the talk is on
        (CHECK_IN, NOW, True),
        (CHECK_IN, "05-06 09:00", False),  # too early
        (case(talk("i1", None)), NOW, True),
        (case(TALK, copied(MessageKind.THANK_YOU, "A", "05-14 14:20")), NOW, True),
    ],
)
def test_only_what_asks_for_something_now_and_is_not_late_can_wait(
    dossier: Dossier, moment: str, may: bool
) -> None:
    assert may_snooze(card(dossier, moment), when(moment)) is may


def test_the_last_hour_itself_is_no_time_to_put_off() -> None:
    exactly = card(OWED, "05-15 14:00")
    assert not may_snooze(exactly, when("05-15 14:00"))
    assert may_snooze(card(OWED, "05-15 13:59"), when("05-15 13:59"))


def test_a_card_never_put_off_is_where_it_belongs() -> None:
    assert section(OWED, NOW) is Section.DUE
    other = replace(OWED.opportunity, snoozed_until=at("05-15 09:00"), snoozed_matter="else")
    assert section(replace(OWED, opportunity=other), NOW) is Section.DUE
