"""What happened outside the program, and what is put off for a while."""

from datetime import UTC, datetime, timedelta

import pytest

from rules import acts
from rules.changes import apply
from rules.records import (
    Channel,
    Dossier,
    Message,
    MessageKind,
    Opportunity,
    OpportunityId,
    Person,
    PersonId,
)
from tests.rules.test_changes import Ids

NOW = datetime(2026, 5, 14, 14, 20, tzinfo=UTC)
LATER = NOW + timedelta(hours=18)
PRIYA = Person(
    id=PersonId("p"),
    opportunity_id=OpportunityId("o"),
    name="Priya Raman",
    email="priya@lumen.example",
)


def dossier() -> Dossier:
    return Dossier(
        opportunity=Opportunity(id=OpportunityId("o"), company="Lumen & Oak", created_at=NOW),
        people=(PRIYA,),
    )


def logged(channel: Channel, person_id: PersonId | None = PRIYA.id) -> tuple[Dossier, Message]:
    before = dossier()
    change = acts.log_outside(
        before,
        MessageKind.CHECK_IN,
        person_id,
        channel=channel,
        at=NOW,
        interview_id=None,
        text="Asked how it stands.",
        ids=Ids(),
    )
    after = apply(before, change)
    assert after is not None
    (message,) = after.messages
    assert acts.message_of(change) == message.id
    return after, message


def test_a_put_off_card_keeps_its_moment_until_it_is_taken_back() -> None:
    put_off = apply(dossier(), change := acts.snooze(dossier(), LATER))
    assert put_off is not None
    assert put_off.opportunity.snoozed_until == LATER
    assert change.label == "snoozed"
    back = apply(put_off, again := acts.snooze(put_off, None))
    assert back == dossier()
    assert again.label == "unsnoozed"


@pytest.mark.parametrize(
    ("channel", "address"),
    [(Channel.EMAIL, "priya@lumen.example"), (Channel.PHONE, ""), (Channel.LETTER, "")],
)
def test_an_outside_message_names_whom_it_reached_and_how(channel: Channel, address: str) -> None:
    _, message = logged(channel)
    assert message.outside
    assert (message.to_name, message.to_address) == ("Priya Raman", address)
    assert (message.sent_at, message.body) == (NOW, "Asked how it stands.")


def test_an_outside_message_to_nobody_known_stays_nameless() -> None:
    _, message = logged(Channel.EMAIL, None)
    assert (message.person_id, message.to_name, message.to_address) == (None, "", "")


def test_a_message_that_bounced_is_kept_with_its_moment() -> None:
    kept, message = logged(Channel.EMAIL)
    after = apply(kept, acts.bounced(kept, message, now=LATER))
    assert after is not None
    assert [one.bounced_at for one in after.messages] == [LATER]
