"""Cards, lanes, and what moving a card would mean."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rules.board import (
    Ask,
    Card,
    Move,
    Needs,
    Plan,
    Refused,
    Tint,
    WayOut,
    Why,
    card_of,
    lay_out,
    plan_move,
)
from rules.records import (
    Dossier,
    Fact,
    FactId,
    FactKind,
    Interview,
    InterviewId,
    Message,
    MessageId,
    MessageKind,
    Moment,
    Opportunity,
    OpportunityId,
    Outcome,
    Person,
    PersonId,
)
from rules.stages import Stage

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 5, 14, 15, 20, tzinfo=LONDON).astimezone(UTC)
MOMENT = Moment(now=NOW, zone=LONDON, zone_of=lambda _: None)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def card(name: str, **known: object) -> Dossier:
    opportunity = Opportunity(
        id=OpportunityId(name),
        company=name,
        created_at=NOW - 30 * DAY,
        **known,  # type: ignore[arg-type]  # the fields are the caller's
    )
    return Dossier(opportunity=opportunity)


def met(dossier: Dossier, ended: datetime | None, *names: str) -> Dossier:
    oid = dossier.opportunity.id
    people = tuple(Person(id=PersonId(name), opportunity_id=oid, name=name) for name in names)
    talk = Interview(
        id=InterviewId(f"{oid}-{len(dossier.interviews)}"),
        opportunity_id=oid,
        start=ended - HOUR if ended else None,
        end=ended,
        met=tuple(person.id for person in people),
    )
    return replace(dossier, people=people, interviews=(*dossier.interviews, talk))


def sent(dossier: Dossier, to: str, at: datetime, kind: MessageKind) -> Dossier:
    message = Message(
        id=MessageId(f"{to}-{kind}"),
        opportunity_id=dossier.opportunity.id,
        interview_id=dossier.interviews[-1].id,
        person_id=PersonId(to),
        kind=kind,
        sent_at=at,
    )
    return replace(dossier, messages=(*dossier.messages, message))


def ended(name: str, outcome: Outcome, kind: FactKind, day: date | None = None) -> Dossier:
    dossier = card(name, outcome=outcome, outcome_at=NOW - 20 * DAY)
    fact = Fact(
        id=FactId(name), opportunity_id=OpportunityId(name), kind=kind, at=NOW - 20 * DAY, day=day
    )
    return replace(dossier, facts=(fact,))


THANKED = MessageKind.THANK_YOU
APPLIED = card("Applied", applied_at=NOW - 2 * DAY)
BOOKED = met(card("Booked"), NOW + DAY, "Ana")
DATELESS = met(card("Dateless"), None, "Ana")
OWED = met(card("Owed"), NOW - HOUR, "Ana", "Ben")
PARTLY = sent(OWED, "Ana", NOW - HOUR / 2, THANKED)
LATE = met(card("Late"), NOW - 30 * HOUR, "Ana")
DONE = sent(met(card("Done"), NOW - 2 * DAY, "Ana"), "Ana", NOW - DAY, THANKED)
RESTING = sent(
    sent(met(card("Resting"), NOW - 12 * DAY, "Ana"), "Ana", NOW - 11 * DAY, THANKED),
    "Ana",
    NOW - 2 * DAY,
    MessageKind.CHECK_IN,
)
OFFERED = ended("Offered", Outcome.OFFER, FactKind.OFFER, date(2026, 5, 20))
GONE = ended("Gone", Outcome.NO_ANSWER, FactKind.CLOSED)


def picture(*dossiers: Dossier, by_hand: frozenset[Stage] = frozenset()) -> str:
    """The board as one line a lane."""
    lanes = lay_out(dossiers, MOMENT, by_hand=by_hand)
    return "\n".join(
        f"{lane.stage.value}: "
        + ", ".join(f"{one.company} ({one.tint.value})" for one in lane.cards)
        for lane in lanes
    )


def test_each_card_lies_where_its_facts_put_it() -> None:
    assert picture(GONE, LATE, APPLIED, DONE, OFFERED, RESTING, DATELESS, OWED, BOOKED) == (
        "applied: Applied (later)\n"
        "interview_booked: Booked (event), Dateless (today)\n"
        "say_thank_you: Late (late), Owed (today)\n"
        "waiting_to_hear: Done (later), Resting (rest)\n"
        "outcome: Offered (offer), Gone (closed)"
    )


def test_a_lane_by_hand_keeps_the_persons_own_order() -> None:
    first = replace(OWED, opportunity=replace(OWED.opportunity, place=1.0))
    second = replace(LATE, opportunity=replace(LATE.opportunity, place=2.0))
    lanes = lay_out([second, first], MOMENT, by_hand=frozenset({Stage.SAY_THANK_YOU}))
    assert [one.company for one in lanes[2].cards] == ["Owed", "Late"]


def test_a_lane_counts_its_worst_state() -> None:
    lanes = lay_out([OWED, LATE, BOOKED, DATELESS, OFFERED], MOMENT)
    booked, thanking, outcome = lanes[1], lanes[2], lanes[4]
    assert (thanking.late, thanking.due) == (1, 1)
    assert booked.next_event == NOW + DAY - HOUR
    assert booked.due == 0
    assert outcome.open_offers == 1
    assert lanes[3].next_event is None


def faces(one: Card) -> str:
    marks = [
        (
            "thanked"
            if face.thanked
            else "skipped"
            if face.skipped
            else "owed"
            if face.to_thank
            else "-"
        )
        for face in one.faces
    ]
    return " ".join(f"{face.name}:{mark}" for face, mark in zip(one.faces, marks, strict=True))


def test_faces_say_who_is_thanked_and_who_is_owed() -> None:
    assert faces(card_of(PARTLY, MOMENT)) == "Ana:thanked Ben:owed"
    skipped = replace(
        PARTLY, interviews=(replace(PARTLY.interviews[0], skipped=(PersonId("Ben"),)),)
    )
    assert faces(card_of(skipped, MOMENT)) == "Ana:thanked Ben:skipped"
    assert faces(card_of(BOOKED, MOMENT)) == "Ana:-"
    assert faces(card_of(APPLIED, MOMENT)) == ""
    gone = replace(BOOKED, people=())
    assert faces(card_of(gone, MOMENT)) == ""
    assert faces(card_of(replace(PARTLY, people=()), MOMENT)) == ""


def test_the_chip_counts_to_the_opening_then_to_the_end() -> None:
    assert card_of(DONE, MOMENT).due == datetime(2026, 5, 20, 9, tzinfo=LONDON)
    assert card_of(OWED, MOMENT).due == NOW - HOUR + DAY
    assert card_of(BOOKED, MOMENT).due == NOW + DAY - HOUR
    assert card_of(OFFERED, MOMENT).due == datetime(2026, 5, 20, 17, tzinfo=LONDON)


def test_an_offer_without_a_day_counts_to_its_answer() -> None:
    card_ = card_of(ended("Offered", Outcome.OFFER, FactKind.OFFER), MOMENT)
    assert card_.tint is Tint.OFFER
    assert card_.due is None or card_.due < NOW


@pytest.mark.parametrize(
    ("dossier", "stage", "plan"),
    [
        (APPLIED, Stage.APPLIED, Move()),
        (GONE, Stage.APPLIED, Move()),
        (OWED, Stage.APPLIED, Refused(Why.ALREADY_MET)),
        (BOOKED, Stage.APPLIED, Refused(Why.INTERVIEW_BOOKED, WayOut.OPEN_INTERVIEW)),
        (APPLIED, Stage.INTERVIEW_BOOKED, Needs(Ask.DATE_AND_PEOPLE)),
        (GONE, Stage.INTERVIEW_BOOKED, Needs(Ask.DATE_AND_PEOPLE)),
        (APPLIED, Stage.SAY_THANK_YOU, Needs(Ask.WHEN_AND_WHOM)),
        (DATELESS, Stage.SAY_THANK_YOU, Needs(Ask.WHEN_AND_WHOM)),
        (BOOKED, Stage.SAY_THANK_YOU, Needs(Ask.HAPPENED_ALREADY)),
        (PARTLY, Stage.SAY_THANK_YOU, Move()),
        (DONE, Stage.SAY_THANK_YOU, Refused(Why.NOBODY_LEFT, WayOut.ADD_INTERVIEW)),
        (APPLIED, Stage.WAITING_TO_HEAR, Refused(Why.NOBODY_MET, WayOut.ADD_INTERVIEW)),
        (BOOKED, Stage.WAITING_TO_HEAR, Refused(Why.INTERVIEW_BOOKED, WayOut.OPEN_INTERVIEW)),
        (OWED, Stage.WAITING_TO_HEAR, Refused(Why.NOBODY_THANKED, WayOut.WRITE_THANK_YOUS)),
        (PARTLY, Stage.WAITING_TO_HEAR, Move(left=1)),
        (DONE, Stage.WAITING_TO_HEAR, Move()),
        (OWED, Stage.OUTCOME, Needs(Ask.OUTCOME)),
    ],
)
def test_a_move_is_allowed_asked_about_or_refused(
    dossier: Dossier, stage: Stage, plan: Plan
) -> None:
    assert plan_move(dossier, stage, MOMENT) == plan
