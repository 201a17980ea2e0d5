"""What went out, as the person says."""

from dataclasses import replace
from datetime import datetime

from rules.acts.edits import Ids, change_of, new
from rules.changes import Change, Edit
from rules.records import (
    Channel,
    Dossier,
    Draft,
    InterviewId,
    Message,
    MessageId,
    MessageKind,
    PersonId,
)


def mark_sent(
    dossier: Dossier,
    draft: Draft,
    *,
    original: str,
    channel: Channel,
    names: tuple[PersonId, ...] = (),
    now: datetime,
    ids: Ids,
) -> Change:
    """The person says it went out: a frozen snapshot of what it said (RULES 0.8)."""
    person = dossier.person(draft.person_id)
    message = Message(
        id=MessageId(ids()),
        opportunity_id=dossier.opportunity.id,
        interview_id=draft.interview_id,
        person_id=draft.person_id,
        kind=draft.kind,
        channel=channel,
        sent_at=now,
        to_name=person.name if person else "",
        to_address=person.email if person else "",
        subject=draft.subject,
        body=draft.body,
        original=original,
        names=names,
    )
    return change_of(dossier, "sent", [new(message)])


def mark_unsent(dossier: Dossier, message: Message, *, now: datetime) -> Change:
    """An honest mistake: it had not gone out; kept in History (RULES 0.8)."""
    return change_of(
        dossier, "unsent", [Edit(before=message, after=replace(message, unsent_at=now))]
    )


def bounced(dossier: Dossier, message: Message, *, now: datetime) -> Change:
    """It came back undelivered: kept in History, counts as nothing (RULES 0.17)."""
    return change_of(
        dossier, "bounced", [Edit(before=message, after=replace(message, bounced_at=now))]
    )


def log_outside(
    dossier: Dossier,
    kind: MessageKind,
    person_id: PersonId | None,
    *,
    channel: Channel,
    at: datetime,
    interview_id: InterviewId | None,
    text: str,
    ids: Ids,
) -> Change:
    """A call, a letter or a mail of the person's own, noted afterwards (RULES 0.3)."""
    person = dossier.person(person_id)
    message = Message(
        id=MessageId(ids()),
        opportunity_id=dossier.opportunity.id,
        interview_id=interview_id,
        person_id=person_id,
        kind=kind,
        channel=channel,
        sent_at=at,
        to_name=person.name if person else "",
        to_address=person.email if person and channel is Channel.EMAIL else "",
        body=text,
        outside=True,
    )
    return change_of(dossier, "logged", [new(message)])


def message_of(change: Change) -> MessageId:
    """The message a change made."""
    return next(e.after.id for e in change.edits if isinstance(e.after, Message))
