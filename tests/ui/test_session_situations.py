"""Every situation of the decision table in the session: step, window, wording and reason."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from rules.compose import Letter
from rules.evidence import EVIDENCE
from rules.records import PersonId, Profile, Tone
from rules.remarks import remarks
from tests.cases.story_world import OID
from tests.ui import situations
from tests.ui.session_case import ANN, Case
from ui.resources import letter_templates

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Row:
    """One situation: how it comes about, and what the person is shown."""

    row: str
    facts: Callable[[Case], None]
    shown: str
    reason: str
    words: str = ""  # to be found in the letter, which is offered in its short tone


def told(case: Case) -> str:
    """The step, its state, whom it goes to, its window and its count, in one line."""
    step, card = case.session.step(OID), case.session.card(OID)
    parts = [str(case.next().value), *([step.state.value] if step.state else [])]
    if step.people:
        parts.append("to " + " and ".join(case.to()))
    if step.channel.value != "email":
        parts.append(f"by {step.channel.value}")
    if step.window is not None:
        window = step.window
        parts.append(" > ".join(_local(one) for one in (window.earliest, window.best)))
        parts.append(f"until {_local(window.latest)}")
    parts.append(f"{card.used} of {card.of}")
    return ", ".join(parts)


def _local(moment: datetime) -> str:
    local = moment.astimezone(LONDON)
    return f"{local.day} {local:%b %H:%M}"


def letter(case: Case) -> str:
    """The letter that the step offers, in its short tone."""
    step = case.session.step(OID)
    assert step.message is not None
    person: PersonId | None = step.people[0] if step.people else None
    found = case.session.letter(
        OID, step.message, person, Tone.BRIEF, step.interview_id, channel=step.channel
    )
    assert isinstance(found, Letter)
    return f"{found.subject}\n{found.body}"


THANKS = "5 May 13:00 > 5 May 13:00, until 6 May 11:00"
CHECK_IN = "12 May 09:00 > 12 May 10:00, until 19 May 17:00"
DAY = "Within a day, while they still remember you."
MORE = "One more, a week or two later, with the first below it."
NAMED = "You waited past the day they named."
HURTS = "They told you when; asking sooner hurts."
WITHDRAWN = "Tell them as soon as you know."
OFF_HOURS = "Off-hours mail feels more urgent to the reader than you mean."

ROWS = (
    Row(
        "1",
        situations.applied,
        f"application_follow_up, due, to Tess Hale, {CHECK_IN}, 0 of 1",
        "Eight in ten managers in a 2011 survey encouraged a check-in within two weeks.",
        "Product Designer",
    ),
    Row(
        "1b",
        situations.applied_before_closing,
        "application_follow_up, too_early, to Tess Hale, "
        "15 May 09:00 > 15 May 10:00, until 22 May 17:00, 0 of 1",
        "Before the closing date there is usually nothing to tell you.",
    ),
    Row(
        "1c",
        situations.no_contact,
        "nothing, 0 of 1",
        "They asked not to be contacted; doing so can cost you the job.",
    ),
    Row(
        "2",
        situations.screen,
        "thank_you, cooling_off, to Ann Bell, 5 May 12:30 > 5 May 12:30, until 6 May 10:30, 0 of 2",
        "A screen is an interview too; a short note is enough.",
        "call",
    ),
    Row(
        "3",
        situations.one_talk,
        f"thank_you, cooling_off, to Ann Bell, {THANKS}, 0 of 2",
        DAY,
        "Hi Ann",
    ),
    Row(
        "3b",
        situations.decided_today,
        "thank_you, due, to Ann Bell, 5 May 11:00 > 5 May 11:00, until 6 May 11:00, 0 of 2",
        "They decide now, so a brief note now beats a polished one tomorrow.",
        "Thank you",
    ),
    Row(
        "4",
        situations.a_panel,
        f"thank_you, cooling_off, to Ann Bell and Ben Cho, {THANKS}, 0 of 2",
        "One note each, each about something they said.",
        "Hi Ann",
    ),
    Row(
        "4b",
        situations.big_panel,
        f"pass_on, due, to Tess Hale, {THANKS}, 1 of 2",
        "One note through the organiser is accepted when you cannot reach all.",
        "Cy Dorn, Dia Eks, Eli Fox and Fay Gun",
    ),
    Row(
        "5",
        situations.two_talks,
        "thank_you, due, to Ben Cho and Ann Bell, "
        "5 May 11:00 > 5 May 11:00, until 6 May 09:00, 0 of 2",
        "One note each, while each talk is fresh.",
        "Hi Ben",
    ),
    Row(
        "6",
        situations.second_round,
        "thank_you, cooling_off, to Ann Bell, "
        "14 May 13:00 > 14 May 13:00, until 15 May 11:00, 0 of 2",
        "Each round is a new interview, so thank again.",
        "Hi Ann",
    ),
    Row(
        "7",
        lambda case: situations.promised(case, "2026-05-12", "05-14 09:00"),
        "check_in, due, to Ann Bell, 14 May 09:00 > 14 May 10:00, until 21 May 17:00, 1 of 2",
        NAMED,
        "Hi Ann",
    ),
    Row(
        "7b",
        lambda case: situations.promised(case, "2026-05-15", "05-12 10:00"),
        "check_in, too_early, to Ann Bell, 19 May 09:00 > 19 May 10:00, until 26 May 17:00, 1 of 2",
        HURTS,
    ),
    Row(
        "8",
        lambda case: situations.silent(case, "05-12 10:00"),
        f"check_in, due, to Ann Bell, {CHECK_IN}, 1 of 2",
        MORE,
        "Hi Ann",
    ),
    Row(
        "9",
        lambda case: situations.silent(case, "05-20 10:00"),
        f"check_in, overdue, to Ann Bell, {CHECK_IN}, 1 of 2",
        "Late but still your last word; then leave it.",
        "Hi Ann",
    ),
    Row(
        "10",
        situations.asked,
        "answer, due, to Ann Bell, 7 May 11:00 > 7 May 11:00, until 8 May 17:00, 1 of 2",
        "A reply to them is never a nuisance.",
        "Hi Ann",
    ),
    Row(
        "10b",
        situations.holding,
        "invited_check_in, due, to Ann Bell, "
        "19 May 09:00 > 19 May 10:00, until 26 May 17:00, 1 of 2",
        "They gave a new date, so the clock starts from it.",
        "Hi Ann",
    ),
    Row(
        "10c",
        situations.away,
        "check_in, too_early, to Ann Bell, 18 May 09:00 > 18 May 10:00, until 26 May 17:00, 1 of 2",
        "They are away; writing now goes unread.",
    ),
    Row(
        "11",
        situations.rejected,
        "reply_to_rejection, due, to Ann Bell, "
        "12 May 11:00 > 13 May 10:00, until 14 May 11:00, 1 of 2",
        "A calm reply keeps the door open.",
        "Hi Ann",
    ),
    Row(
        "11b",
        situations.a_month_later,
        "keep_in_touch, due, to Ann Bell, 11 Jun 09:00 > 10 Aug 10:00, until 9 Nov 17:00, 1 of 2",
        "Not before a month; one person, not all.",
        "Hi Ann",
    ),
    Row(
        "12",
        situations.offered,
        "offer_acknowledgement, due, to Ann Bell, "
        "12 May 11:00 > 12 May 11:00, until 13 May 11:00, 1 of 2",
        "Acknowledge within a day; you need not decide yet.",
        "offer",
    ),
    Row(
        "12b",
        situations.elsewhere,
        "competing_offer, due, to Tess Hale, "
        "12 May 11:00 > 12 May 11:00, until 19 May 17:00, 1 of 2",
        "A real deadline elsewhere is a fair reason to write early.",
        "20 May",
    ),
    Row(
        "13",
        situations.withdrawn,
        "withdrawal, due, to Tess Hale, 12 May 11:00 > 12 May 11:00, until 13 May 17:00, 1 of 2",
        WITHDRAWN,
        "withdraw",
    ),
    Row(
        "13 second round",
        situations.withdrawn_after_two,
        "withdrawal, due, to Tess Hale, by phone, "
        "15 May 11:00 > 15 May 11:00, until 18 May 17:00, 1 of 2",
        WITHDRAWN,
        "withdraw",
    ),
    Row(
        "14 rest",
        lambda case: situations.both_sent(case, "05-25 23:59"),
        "rest, 2 of 2",
        "Both follow-ups are sent; the next word is theirs.",
    ),
    Row(
        "14",
        lambda case: situations.both_sent(case, "05-26 00:00"),
        "close, 2 of 2",
        "You have done what is reasonable; put the energy elsewhere.",
    ),
    Row(
        "15",
        situations.no_address,
        f"thank_you, cooling_off, to Cy Dorn, {THANKS}, 0 of 2",
        "Ask the organiser; do not guess an address.",
        "Hi Cy",
    ),
    Row(
        "16",
        situations.agency,
        f"thank_you, cooling_off, to Tess Hale, {THANKS}, 0 of 2",
        "The agency speaks for you; go through it.",
        "Hi Tess",
    ),
    Row(
        "18",
        situations.invited_to_call,
        f"check_in, due, to Ann Bell, {CHECK_IN}, 1 of 2",
        "One call at most; email is easier on them.",
        "Hi Ann",
    ),
    Row(
        "19",
        situations.at_night,
        f"thank_you, due, to Ann Bell, {THANKS}, 0 of 2",
        OFF_HOURS,
        "Hi Ann",
    ),
    Row(
        "21",
        lambda case: situations.waited(case, "05-06 12:00"),
        f"thank_you, late, to Ann Bell, {THANKS}, 0 of 2",
        "Still within what most offices advise.",
        "Hi Ann",
    ),
    Row(
        "22",
        lambda case: situations.waited(case, "05-08 12:00"),
        f"thank_you, very_late, to Ann Bell, {THANKS}, 0 of 2",
        "Late is better than never.",
        "Hi Ann",
    ),
    Row(
        "23",
        lambda case: situations.waited(case, "05-12 12:00"),
        f"thanks_and_question, due, to Ann Bell, {CHECK_IN}, 0 of 2",
        "After a week a bare thank-you looks careless; add it to your follow-up.",
        "Hi Ann",
    ),
    Row(
        "24",
        situations.rejected_first,
        "reply_to_rejection, due, to Ann Bell, "
        "5 May 15:00 > 6 May 10:00, until 7 May 15:00, 0 of 2",
        "The answer is here; reply to that.",
        "Hi Ann",
    ),
    Row(
        "25",
        situations.lost_interest,
        f"thank_you, cooling_off, to Ann Bell, {THANKS}, 0 of 2",
        "Courtesy costs little, even when you pass.",
        "Hi Ann",
    ),
    Row(
        "26",
        situations.council,
        f"check_in, due, to Ann Bell, {CHECK_IN}, 1 of 2",
        "These searches take about twice as long.",
        "Hi Ann",
    ),
)


@pytest.fixture
def case(qapp: object) -> Case:
    found = Case(letter_templates())
    found.session.set_profile(Profile(name="Maya Ferrer", sign_off="Best wishes"))
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.row)
def test_a_situation_has_its_step_window_wording_and_reason(row: Row, case: Case) -> None:
    row.facts(case)
    assert told(case) == row.shown
    evidence = EVIDENCE[case.session.step(OID).reason]
    assert evidence.sentence == row.reason
    assert evidence.source
    if row.words:
        assert row.words in letter(case)


def test_all_situations_of_the_table_are_tried() -> None:
    beside = {"17", "20", "27"}  # remarks beside a step, below
    tried = {row.row.split()[0] for row in ROWS} | beside
    wanted = {str(number) for number in range(1, 28)}
    assert tried == wanted | {"1b", "1c", "3b", "4b", "7b", "10b", "10c", "11b", "12b"}


def test_three_remarks_stand_beside_a_thank_you(case: Case) -> None:
    situations.one_talk(case)
    case.change_person(case.person(ANN), postal_address="1 Oak Lane")
    case.change_opportunity(zone="America/New_York", country="gb")
    found = remarks(case.dossier, case.session.step(OID), case.session.moment())
    assert [EVIDENCE[one].sentence for one in found] == [
        "Times follow the reader's clock.",
        "Less usual here; harmless if brief.",
        "A card can arrive after the decision, so email first.",
    ]


def test_a_survey_is_printed_in_its_own_words_with_its_year(case: Case) -> None:
    situations.applied(case)
    survey = EVIDENCE[case.session.step(OID).reason].survey
    assert "2011" in survey
    assert "81 %" in survey
