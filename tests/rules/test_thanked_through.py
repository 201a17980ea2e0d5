"""Who is thanked by a letter that goes through somebody else."""

from dataclasses import replace

from rules import acts
from rules.changes import apply
from rules.ledger import current_round, to_thank
from rules.letter_values import thanked_through
from rules.records import Channel, Draft, MessageKind, Part, Person, PersonId, Tone
from tests.rules import test_board as board
from tests.rules.test_changes import Ids

RECRUITER = Person(
    id=PersonId("Rhea"),
    opportunity_id=board.OWED.opportunity.id,
    name="Rhea",
    part=Part.RECRUITER,
)


def draft(kind: MessageKind, to: PersonId | None) -> Draft:
    return Draft(
        opportunity_id=board.OWED.opportunity.id,
        interview_id=board.OWED.interviews[0].id,
        person_id=to,
        kind=kind,
        tone=Tone.WARM,
        subject="Thank you",
        body="Hi",
        saved_at=board.NOW,
    )


def test_a_letter_to_somebody_met_thanks_that_person_alone() -> None:
    letter = draft(MessageKind.THANK_YOU, PersonId("Ana"))
    assert thanked_through(board.OWED, letter, board.MOMENT) == ()


def test_a_thank_you_through_the_recruiter_thanks_everybody_met() -> None:
    dossier = replace(board.OWED, people=(*board.OWED.people, RECRUITER))
    letter = draft(MessageKind.THANK_YOU, RECRUITER.id)
    names = thanked_through(dossier, letter, board.MOMENT)
    assert names == (PersonId("Ana"), PersonId("Ben"))
    change = acts.mark_sent(
        dossier,
        letter,
        original="",
        channel=Channel.EMAIL,
        names=names,
        now=board.NOW,
        ids=Ids(),
    )
    after = apply(dossier, change)
    assert after is not None
    round_ = current_round(after, board.MOMENT)
    assert round_ is not None
    assert to_thank(after, round_) == ()


def test_a_note_passed_on_thanks_those_it_names() -> None:
    letter = draft(MessageKind.PASS_ON, PersonId("Ana"))
    assert thanked_through(board.OWED, letter, board.MOMENT) == (PersonId("Ben"),)


def test_a_check_in_thanks_nobody_more() -> None:
    assert thanked_through(board.OWED, draft(MessageKind.CHECK_IN, None), board.MOMENT) == ()
