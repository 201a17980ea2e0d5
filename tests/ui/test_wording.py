"""Every state of a card has its words, and every refusal its reason."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from rules.board import Ask, Card, Face, Move, Needs, Refused, Tint, WayOut, Why
from rules.records import Channel, MessageKind, OpportunityId, Outcome, PersonId
from rules.stages import Stage
from rules.steps import NextStep, StepKind, StepState
from tests.example_day import NOW
from tests.ui.cards import LONDON, card, lanes, moment
from ui import wording

MOMENT = moment()
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("key", "step", "chip", "people"),
    [
        ("oatfield", "Follow up on application", "Today", ""),
        ("kestrel", "Follow up on application", "In 4 days", ""),
        ("cobalt", "Nothing to send yet", "From 20 May", ""),
        ("brightmoor", "Interview", "Tomorrow 10:00", "2 people"),
        ("merriday", "Interview", "Tue 19 May, 14:30", "Noor Haddad"),
        ("tidepool", "Thank 2 people", "2 h late", "0 of 2 thanked"),
        ("lumen", "Thank 2 more people", "23 h left", "1 of 3 thanked"),
        ("harbourlight", "Send the check-in", "Today", "Everyone thanked"),
        ("fernway", "Check in if no reply", "In 5 days", "Thanked"),
        ("quillstone", "Nothing more to send", "Both sent", "Everyone thanked"),
        ("saltmarsh", "Reply to the offer", "By Wed 20 May", "Thanked"),
        ("juniper", "Closed on 8 May", "Not this time", ""),
    ],
)
def test_the_example_day_reads_as_in_the_pictures(
    key: str, step: str, chip: str, people: str
) -> None:
    shown = card(key)
    assert wording.step_words(shown, MOMENT) == step
    assert wording.chip(shown, MOMENT)[1] == chip
    assert wording.faces_words(shown) == people


def test_a_card_is_spoken_whole() -> None:
    assert wording.spoken(card("lumen"), MOMENT) == (
        "Lumen & Oak, Senior Product Designer. Thank 2 more people, 23 hours left."
        " 1 of 3 thanked. 1 of 2 follow-ups used."
    )


def test_the_board_and_its_lanes_say_their_worst() -> None:
    day = lanes()
    assert wording.board_words(day) == "11 open, 4 to send today, 1 of them late"
    assert [wording.lane_words(lane, MOMENT).text for lane in day] == [
        "1 due today",
        "Next: tomorrow 10:00",
        "1 late, 1 due today",
        "1 due today",
        "1 offer open",
    ]
    assert wording.lane_spoken(day[2]) == "Say thank you, 2 cards"
    empty = tuple(replace(lane, cards=(), late=0, due=0) for lane in day)
    assert wording.board_words(empty) == "Nothing here yet"


def made(step: NextStep, tint: Tint, due: datetime | None = None) -> Card:
    """A card of that step."""
    return Card(
        opportunity_id=OpportunityId("one"),
        company="One",
        role="",
        stage=Stage.WAITING_TO_HEAR,
        step=step,
        tint=tint,
        due=due,
        faces=(),
        thanked=0,
        used=step.used,
        of=step.of,
        outcome=None,
        outcome_at=None,
        place=0.0,
    )


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(minutes=20), "20 min left"),
        (timedelta(minutes=119), "119 min left"),
        (2 * HOUR, "2 h left"),
        (23.9 * HOUR, "23 h left"),
    ],
)
def test_time_left_is_never_rounded_up(left: timedelta, words: str) -> None:
    step = NextStep(kind=StepKind.WRITE, message=MessageKind.THANK_YOU, state=StepState.DUE)
    shown = made(step, Tint.TODAY, NOW + left)
    assert wording.chip(shown, MOMENT) == ("clock", words)


@pytest.mark.parametrize(
    ("late", "words", "spoken"),
    [
        (5 * HOUR, "5 h late", "5 hours late"),
        (47 * HOUR, "47 h late", "47 hours late"),
        (49 * HOUR, "2 days late", "2 days late"),
    ],
)
def test_lateness_is_said_without_blame(late: timedelta, words: str, spoken: str) -> None:
    step = NextStep(kind=StepKind.WRITE, message=MessageKind.THANK_YOU, state=StepState.LATE)
    shown = made(step, Tint.LATE, NOW - late)
    assert wording.chip(shown, MOMENT)[1] == words
    assert wording.chip(shown, MOMENT, spoken=True)[1] == spoken


@pytest.mark.parametrize(
    ("step", "tint", "words", "chip"),
    [
        (NextStep(kind=StepKind.CLOSE), Tint.LATER, "Close this one?", "No answer so far"),
        (
            NextStep(kind=StepKind.MOMENT_PASSED),
            Tint.LATER,
            "The moment has passed",
            "Rest or close",
        ),
        (
            NextStep(kind=StepKind.NOTHING, reason="no_contact"),
            Tint.LATER,
            "Nothing to send",
            "No contact wanted",
        ),
        (
            NextStep(kind=StepKind.ADD_DETAILS, reason="no_date"),
            Tint.TODAY,
            "Add date and people",
            "No date yet",
        ),
        (
            NextStep(kind=StepKind.CONFIRM_SENT, at=NOW - HOUR),
            Tint.TODAY,
            "Sent or not?",
            "Copied 14:20",
        ),
        (
            NextStep(kind=StepKind.REST, used=1, of=1),
            Tint.REST,
            "Nothing more to send",
            "Sent",
        ),
        (NextStep(kind=StepKind.INTERVIEW, at=NOW - HOUR), Tint.EVENT, "Interview", "Now"),
    ],
)
def test_steps_without_a_letter_have_words(
    step: NextStep, tint: Tint, words: str, chip: str
) -> None:
    shown = made(step, tint)
    assert wording.step_words(shown, MOMENT) == words
    assert wording.chip(shown, MOMENT)[1] == chip


@pytest.mark.parametrize("kind", list(MessageKind))
@pytest.mark.parametrize("short", [False, True])
def test_every_letter_has_a_step(kind: MessageKind, short: bool) -> None:
    step = NextStep(kind=StepKind.WRITE, message=kind, state=StepState.DUE, channel=Channel.EMAIL)
    assert wording.step_words(made(step, Tint.TODAY), MOMENT, short=short)
    assert wording.step_icon(made(step, Tint.TODAY), MOMENT)


def test_a_date_is_asked_for_alone_where_the_people_are_known() -> None:
    bare = replace(card("brightmoor"), step=NextStep(kind=StepKind.ADD_DETAILS, reason="no_date"))
    assert wording.step_words(bare, MOMENT) == "Add the date"
    assert wording.step_words(replace(bare, faces=()), MOMENT) == "Add date and people"


def test_people_who_are_skipped_are_not_counted() -> None:
    face = Face(person_id=PersonId("a"), name="Ann", thanked=False, skipped=True, to_thank=False)
    shown = replace(made(NextStep(kind=StepKind.NOTHING), Tint.LATER), faces=(face,))
    assert wording.faces_words(shown) == "Nobody to thank"


@pytest.mark.parametrize("why", list(Why))
def test_every_refusal_has_a_title_and_a_reason(why: Why) -> None:
    assert all(all(wording.refusal(why, stage)) for stage in Stage)


def test_a_booked_interview_refuses_waiting_in_its_own_words() -> None:
    applied = wording.refusal(Why.INTERVIEW_BOOKED, Stage.APPLIED)
    waiting = wording.refusal(Why.INTERVIEW_BOOKED, Stage.WAITING_TO_HEAR)
    assert applied == ("An interview is booked", "Remove it first.")
    assert waiting[0] == "Interview still ahead"
    assert waiting[1] == "Waiting starts once you\u2019ve met and thanked someone."


def test_every_plan_says_what_happens_next() -> None:
    for ask in Ask:
        assert wording.next_words(Needs(ask), Stage.OUTCOME)
    assert wording.next_words(Move(left=1), Stage.WAITING_TO_HEAR) == "1 person not thanked yet"
    assert wording.next_words(Refused(Why.NOBODY_MET), Stage.WAITING_TO_HEAR) == ""
    assert all(wording.way_out(way) for way in WayOut)
    assert all(wording.outcome_words(one) for one in Outcome)
    assert all(wording.empty_lane(stage) for stage in Stage)


def test_days_are_said_as_one_says_them() -> None:
    today = date(2026, 5, 14)
    assert wording.day_words(today, today) == "today"
    assert wording.day_words(date(2026, 5, 13), today) == "yesterday"
    assert wording.day_words(date(2027, 1, 4), today) == "Mon 4 Jan 2027"
    assert wording.full_date(date(2026, 5, 18)) == "Mon 18 May 2026"
    assert wording.clock(datetime(2026, 5, 14, 9, 5, tzinfo=UTC), LONDON) == "10:05"


def test_names_are_joined_as_in_a_sentence() -> None:
    assert wording.joined(()) == ""
    assert wording.joined(["Ann"]) == "Ann"
    assert wording.joined(["Ann", "Bo", "Cy"]) == "Ann, Bo and Cy"


def test_typed_text_is_never_read_as_a_place_or_quoted_anew() -> None:
    shown = replace(card("kestrel"), company="O'Neil {stage}")
    assert wording.moved(shown, Stage.OUTCOME) == "Moved O'Neil {stage} to Outcome"
