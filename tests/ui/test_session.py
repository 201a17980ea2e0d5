"""The session: acts in order, undone in order, and nothing half done when the store refuses."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from models.faults import StoreFault
from models.store import Store, open_store
from rules.acts import Talk
from rules.board import Needs, Refused
from rules.changes import Change
from rules.compose import Missing
from rules.quick_add import understand
from rules.records import (
    FactKind,
    MessageKind,
    OpportunityId,
    Outcome,
    Preferences,
    Profile,
    Tone,
    every_day_but_weekends,
)
from rules.stages import Stage
from rules.steps import StepKind, StepState
from ui.resources import letter_templates
from ui.session import Session
from ui.view_memory import open_memory, remember_order, restore_order

LONDON = ZoneInfo("Europe/London")
LINE = "Lumen & Oak, Senior Product Designer, today 14:00 with Priya Raman, Daniel Okafor"


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 14, 14, 20, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "afterword.db")
    yield opened
    opened.close()


@pytest.fixture
def session(qapp: object, store: Store, clock: Clock) -> Session:
    return made(store, clock)


def made(store: Store, clock: Clock) -> Session:
    session = Session(
        store,
        clock,
        zone=LONDON,
        zone_of=lambda name: ZoneInfo(name) if name else None,
        working_days=lambda _: every_day_but_weekends,
        templates=letter_templates(),
    )
    session.set_profile(Profile(name="Maya Ferrer"))
    return session


def add(session: Session, line: str = LINE) -> OpportunityId:
    return session.add(understand(line, session.moment().now, LONDON))


def picture(session: Session) -> str:
    return "; ".join(
        f"{lane.stage.value}: {', '.join(card.company for card in lane.cards)}"
        for lane in session.lanes()
        if lane.cards
    )


def send(session: Session, oid: OpportunityId, kind: MessageKind = MessageKind.THANK_YOU) -> None:
    """Write to whoever is next and say that it went out."""
    step = session.step(oid)
    person = step.people[0] if step.people else None
    draft = session.draft(oid, kind, person, Tone.WARM, step.interview_id)
    assert not isinstance(draft, Missing)
    session.mark_sent(session.mark_copied(draft))


def test_a_line_becomes_a_card_that_survives_a_restart(
    session: Session, store: Store, clock: Clock
) -> None:
    oid = add(session)
    assert picture(session) == "say_thank_you: Lumen & Oak"
    assert made(store, clock).dossier(oid) == session.dossier(oid)


def test_everyone_thanked_moves_the_card_and_each_step_can_be_undone(
    session: Session, store: Store
) -> None:
    oid = add(session)
    empty = store.fingerprint()
    send(session, oid)
    assert picture(session) == "say_thank_you: Lumen & Oak"
    assert session.card(oid).used == 1
    send(session, oid)
    assert picture(session) == "waiting_to_hear: Lumen & Oak"
    assert session.card(oid).used == 1
    assert session.undo() == "sent"
    assert picture(session) == "say_thank_you: Lumen & Oak"
    session.undo()
    assert store.fingerprint() == empty
    session.redo()
    session.redo()
    assert picture(session) == "waiting_to_hear: Lumen & Oak"


def test_copied_is_not_sent(session: Session) -> None:
    oid = add(session)
    step = session.step(oid)
    draft = session.draft(oid, MessageKind.THANK_YOU, step.people[0], Tone.WARM, step.interview_id)
    assert not isinstance(draft, Missing)
    copied = session.mark_copied(draft)
    assert copied.copied_at == session.moment().now
    assert session.card(oid).used == 0
    kept = session.draft(oid, MessageKind.THANK_YOU, step.people[0], Tone.WARM, step.interview_id)
    assert kept == copied
    not_sent = session.not_sent(copied)
    assert not_sent.copied_at is None


def test_at_two_of_two_nothing_more_can_be_marked_sent(session: Session, clock: Clock) -> None:
    oid = add(session, "Lumen & Oak, Designer, today 14:00 with Priya Raman")
    send(session, oid)
    clock.move(days=7)
    session.tick_clock()
    assert session.step(oid).message is MessageKind.CHECK_IN
    assert session.step(oid).may_compose
    send(session, oid, MessageKind.CHECK_IN)
    assert session.step(oid).kind is StepKind.REST
    person = session.dossier(oid).people[0].id
    for kind in (MessageKind.CHECK_IN, MessageKind.THANK_YOU, MessageKind.THANKS_AND_QUESTION):
        assert session.may_send(oid, kind, person) is not None
        draft = session.draft(oid, kind, person, Tone.WARM, session.dossier(oid).interviews[0].id)
        if not isinstance(draft, Missing):
            with pytest.raises(ValueError, match="refused"):
                session.mark_sent(draft)
    assert len(session.dossier(oid).messages) == 2


def test_time_moves_the_cards_and_says_so(session: Session, clock: Clock) -> None:
    oid = add(session, "Lumen & Oak, Designer, today 16:00 with Priya Raman")
    assert picture(session) == "interview_booked: Lumen & Oak"
    moved: list[bool] = []
    session.clock_moved.connect(lambda: moved.append(True))
    clock.move(hours=2)
    session.tick_clock()
    assert picture(session) == "say_thank_you: Lumen & Oak"
    assert moved == [True]
    clock.move(hours=25)
    session.tick_clock()
    assert session.step(oid).state is StepState.LATE


class Full:
    """A store whose disk is full from some moment on."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.full = False

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def write(self, change: Change) -> None:
        if self.full:
            raise OSError("no space left")
        self._store.write(change)


def test_a_refused_write_changes_nothing_at_all(qapp: object, store: Store, clock: Clock) -> None:
    full = Full(store)
    session = made(full, clock)  # type: ignore[arg-type]  # it hands everything else through
    oid = add(session)
    before, rows = session.dossier(oid), store.fingerprint()
    heard: list[object] = []
    session.changed.connect(heard.append)
    full.full = True
    with pytest.raises(OSError, match="no space"):
        session.delete(oid)
    assert session.dossier(oid) == before
    assert store.fingerprint() == rows
    assert heard == []
    assert session.undo_stack.count() == 1


def test_a_step_that_cannot_be_undone_is_dropped(qapp: object, store: Store, clock: Clock) -> None:
    full = Full(store)
    session = made(full, clock)  # type: ignore[arg-type]  # it hands everything else through
    oid = add(session)
    full.full = True
    with pytest.raises(OSError, match="no space"):
        session.undo()
    assert session.knows(oid)
    full.full = False
    session.undo()
    assert session.knows(oid)


def test_moves_record_what_makes_them_true(session: Session) -> None:
    oid = add(session, "Kestrel Rail, Service Designer, applied yesterday")
    talk = session.move(oid, Stage.INTERVIEW_BOOKED)
    assert talk is not None
    assert session.step(oid).kind is StepKind.ADD_DETAILS
    session.fill_interview(
        oid, talk, Talk(start=session.moment().now + timedelta(days=1), names=("Noor Haddad",))
    )
    assert session.step(oid).kind is StepKind.INTERVIEW
    assert isinstance(session.plan_move(oid, Stage.WAITING_TO_HEAR), Refused)
    assert isinstance(session.plan_move(oid, Stage.OUTCOME), Needs)
    session.move(oid, Stage.OUTCOME, Outcome.NOT_THIS_TIME)
    assert picture(session) == "outcome: Kestrel Rail"
    session.reopen(oid)
    session.remove_interview(oid, talk)
    assert picture(session) == "applied: Kestrel Rail"
    assert session.duplicate(oid) != oid
    session.close(oid)
    assert picture(session) == "applied: Kestrel Rail; outcome: Kestrel Rail"


def test_a_lane_by_hand_keeps_the_order_given(session: Session) -> None:
    first = add(session, "Alpha, Designer, applied 8 May")
    second = add(session, "Beta, Designer, applied 9 May")
    third = add(session, "Gamma, Designer, applied 10 May")
    assert picture(session) == "applied: Alpha, Beta, Gamma"
    session.place(third, None, first)
    assert session.by_hand(Stage.APPLIED)
    assert picture(session) == "applied: Gamma, Alpha, Beta"
    session.place(third, first, second)
    assert picture(session) == "applied: Alpha, Gamma, Beta"
    session.place(first, second, None)
    assert picture(session) == "applied: Gamma, Beta, Alpha"
    session.undo()
    assert picture(session) == "applied: Alpha, Gamma, Beta"
    session.set_by_hand(Stage.APPLIED, False)
    assert picture(session) == "applied: Alpha, Beta, Gamma"


def test_the_order_of_lanes_is_remembered(
    session: Session, store: Store, clock: Clock, tmp_path: Path
) -> None:
    first = add(session, "Alpha, Designer, applied 8 May")
    second = add(session, "Beta, Designer, applied 9 May")
    session.place(second, None, first)
    remember_order(session, open_memory(tmp_path))
    again = made(store, clock)
    assert picture(again) == "applied: Alpha, Beta"
    restore_order(again, open_memory(tmp_path))
    assert picture(again) == "applied: Beta, Alpha"
    assert not again.by_hand(Stage.OUTCOME)


def test_a_card_that_came_later_can_still_be_put_between(session: Session) -> None:
    first = add(session, "Alpha, Designer, applied 8 May")
    second = add(session, "Beta, Designer, applied 9 May")
    session.place(second, None, first)
    for name in ("Gamma", "Delta"):
        add(session, f"{name}, Designer, applied 10 May")
    order = [card.opportunity_id for card in session.lanes()[0].cards]
    for above, below in pairwise(order):
        moved = next(one for one in order if one not in (above, below))
        session.place(moved, above, below)
        now = [card.opportunity_id for card in session.lanes()[0].cards]
        assert now[now.index(above) + 1] == moved
        assert now.index(below) == now.index(moved) + 1
        session.undo()


def test_people_and_what_came_up_are_acts(session: Session) -> None:
    oid = add(session)
    talk = session.dossier(oid).interviews[0].id
    person = session.add_person(oid, talk, "Sofia Lindqvist", "sofia@x.example")
    assert len(session.card(oid).faces) == 3
    came_up = session.add_highlight(oid, talk, "the move to Leeds", person)
    session.tick(oid, came_up, person, False)
    assert session.dossier(oid).highlights[0].used_for == ()
    session.skip(oid, talk, person, True)
    assert [face.skipped for face in session.card(oid).faces] == [False, False, True]
    session.remove_person(oid, person)
    assert len(session.card(oid).faces) == 2
    session.add_interview(oid, Talk(start=session.moment().now + timedelta(days=2)))
    assert session.card(oid).stage is Stage.SAY_THANK_YOU or session.card(oid).faces == ()
    while session.undo():
        pass
    assert not session.knows(oid)


def test_a_reply_ends_the_waiting(session: Session) -> None:
    oid = add(session, "Lumen & Oak, Designer, today 14:00 with Priya Raman")
    send(session, oid)
    session.record_reply(oid, FactKind.REJECTION)
    assert picture(session) == "outcome: Lumen & Oak"


def test_invited_again_is_one_step_to_undo(session: Session) -> None:
    oid = add(session, "Lumen & Oak, Designer, today 14:00 with Priya Raman")
    send(session, oid)
    before = session.dossier(oid)
    interview = session.invited_again(oid)
    assert session.dossier(oid).interviews[-1].id == interview
    assert picture(session) == "interview_booked: Lumen & Oak"
    session.undo()
    assert session.dossier(oid) == before


def test_an_edit_that_changes_nothing_is_no_step(session: Session) -> None:
    oid = add(session)
    steps = session.undo_stack.count()
    opportunity = session.dossier(oid).opportunity
    session.edit(oid, opportunity, opportunity)
    assert session.undo_stack.count() == steps


def test_a_deleted_card_is_out_of_sight_until_undone(session: Session) -> None:
    oid = add(session)
    session.delete(oid)
    assert not session.knows(oid)
    assert session.dossiers() == ()
    assert picture(session) == ""
    session.undo()
    assert picture(session) == "say_thank_you: Lumen & Oak"


def test_preferences_are_kept_and_read_anew(session: Session, store: Store, clock: Clock) -> None:
    told: list[bool] = []
    session.preferences_changed.connect(lambda: told.append(True))
    session.set_preferences(Preferences(check_in_day=10))
    assert told == [True]
    assert made(store, clock).preferences.check_in_day == 10
    assert session.today().to_send == 0
    assert session.zone_name() == "Europe/London"


def test_the_fault_of_a_store_is_named(tmp_path: Path) -> None:
    (tmp_path / "afterword.db").write_bytes(b"not a database at all, and long enough to look at")
    with pytest.raises(StoreFault):
        open_store(tmp_path / "afterword.db")
