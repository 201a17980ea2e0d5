"""The word of warning above a letter that follows another one closely."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rules.guards import Guard
from rules.records import Channel, MessageKind, OpportunityId, PersonId
from tests.ui.sheet_world import World, world
from ui.sheet.follow_up.too_soon import TooSoon

K = MessageKind
EMAIL = "Priya Raman <priya@lumen.example>"


@pytest.fixture
def made(tmp_path: Path, qtbot: QtBot) -> Iterator[World]:
    """An empty board on Thursday 14 May 2026, 15:20."""
    del qtbot
    with world(tmp_path, filled=False) as one:
        yield one


def person(made: World, oid: OpportunityId) -> PersonId:
    return made.session.dossier(oid).people[0].id


def warning(made: World) -> TooSoon:
    return made.sheet.follow_up.writing.too_soon


def log(made: World, oid: OpportunityId, kind: MessageKind) -> None:
    made.session.log_outside(oid, kind, person(made, oid), channel=Channel.EMAIL)


def test_two_roles_at_one_employer_are_kept_apart(made: World) -> None:
    first = made.add(f"Lumen & Oak, Researcher, applied 4 May with {EMAIL}")
    second = made.add("Lumen & Oak, Designer, applied 5 May with Dan Ode <dan@lumen.example>")
    made.sheet.open(second)
    assert warning(made).isHidden()
    log(made, first, K.APPLICATION_FOLLOW_UP)
    made.sheet.open(second)
    words = "Lumen & Oak heard from you today about Researcher. Best left until Thu 21 May."
    assert warning(made).isVisible()
    assert warning(made).line.text() == words
    assert warning(made).accessibleName() == words
    made.later(days=7)
    made.sheet.open(second)
    assert warning(made).isHidden()


def test_one_address_in_two_processes_is_kept_apart(made: World) -> None:
    made.add(f"Tern & Co, Analyst, today 9:00-10:00 with {EMAIL}")
    other = made.add(f"Lumen & Oak, Designer, today 14:00-15:00 with {EMAIL}")
    log(made, made.session.dossiers()[0].opportunity.id, K.THANK_YOU)
    made.sheet.open(other)
    assert warning(made).line.text() == (
        "Priya heard from you today about Tern & Co. Say clearly which talk this is about."
    )
    assert made.session.may_send(other, K.THANK_YOU, person(made, other)) is None


def test_the_same_process_is_not_named_again(made: World) -> None:
    oid = made.add(f"Lumen & Oak, Designer, applied 4 May with {EMAIL}")
    log(made, oid, K.CHECK_IN)
    (found,) = made.session.warnings(oid, K.APPLICATION_FOLLOW_UP, person(made, oid))
    assert found.guard is Guard.SAME_EMPLOYER
    made.sheet.open(oid)
    assert warning(made).line.text() == (
        "Lumen & Oak heard from you today. Best left until Thu 21 May."
    )


def test_a_letter_that_went_out_warns_no_more(made: World) -> None:
    made.add(f"Tern & Co, Analyst, today 9:00-10:00 with {EMAIL}")
    other = made.add(f"Lumen & Oak, Designer, today 14:00-15:00 with {EMAIL}, Dan Ode")
    log(made, made.session.dossiers()[0].opportunity.id, K.THANK_YOU)
    log(made, other, K.THANK_YOU)
    made.sheet.open(other)
    assert warning(made).isHidden()
