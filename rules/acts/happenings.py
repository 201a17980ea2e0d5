"""What a person says has happened, as one change: every situation of RULES 3 that is a fact."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from rules.acts.edits import Ids, change_of, new
from rules.acts.endings import record_fact, reopened
from rules.acts.letters import bounced, log_outside
from rules.acts.moves import invited_again
from rules.calendar import at as instant
from rules.calendar import local_date
from rules.changes import Change, Edit, apply
from rules.records import (
    Channel,
    Dossier,
    FactKind,
    InterviewId,
    Message,
    MessageId,
    MessageKind,
    Moment,
    Part,
    Person,
    PersonId,
)
from rules.rounds import end_of, rounds
from rules.thanking import to_thank

_OFFICE_CLOSES = time(17)


class What(StrEnum):
    """What can be said to have happened."""

    INVITED_AGAIN = "invited_again"
    OFFER = "offer"
    REJECTION = "rejection"
    STILL_DECIDING = "still_deciding"
    ASKED_TO_WAIT = "asked_to_wait"
    ASKED_SOMETHING = "asked_something"
    NOTE = "note"
    NAMED_DAY = "named_day"
    DECIDES_AT_ONCE = "decides_at_once"
    AWAY = "away"
    INVITED_TO_CALL = "invited_to_call"
    CALLED = "called"
    WROTE = "wrote"
    POSTED = "posted"
    KEPT_IN_TOUCH = "kept_in_touch"
    CAME_BACK = "came_back"
    ASKED_ADDRESS = "asked_address"
    DEBRIEFED = "debriefed"
    WAITS = "waits"
    OFFER_ELSEWHERE = "offer_elsewhere"
    WITHDREW = "withdrew"
    LOST_INTEREST = "lost_interest"
    NO_CONTACT = "no_contact"
    AGENCY = "agency"
    NO_ADDRESS = "no_address"


FACT_OF: Mapping[What, FactKind] = {
    What.OFFER: FactKind.OFFER,
    What.REJECTION: FactKind.REJECTION,
    What.STILL_DECIDING: FactKind.REPLY_HOLDING,
    What.ASKED_TO_WAIT: FactKind.REPLY_HOLDING,
    What.ASKED_SOMETHING: FactKind.REPLY_QUESTION,
    What.NOTE: FactKind.REPLY_NOTE,
    What.NAMED_DAY: FactKind.PROMISE,
    What.AWAY: FactKind.OUT_OF_OFFICE,
    What.INVITED_TO_CALL: FactKind.INVITED_TO_CALL,
    What.ASKED_ADDRESS: FactKind.ADDRESS_ASKED,
    What.DEBRIEFED: FactKind.DEBRIEFED,
    What.WAITS: FactKind.WAITING,
    What.OFFER_ELSEWHERE: FactKind.OFFER_ELSEWHERE,
    What.WITHDREW: FactKind.WITHDREW,
    What.LOST_INTEREST: FactKind.NO_LONGER_INTERESTED,
}
WHAT_OF: Mapping[FactKind, What] = {
    **{kind: what for what, kind in FACT_OF.items()},
    FactKind.REPLY_HOLDING: What.STILL_DECIDING,
    FactKind.REPLY_INVITED: What.INVITED_AGAIN,
}
CHANNEL_OF: Mapping[What, Channel] = {
    What.CALLED: Channel.PHONE,
    What.WROTE: Channel.EMAIL,
    What.POSTED: Channel.LETTER,
    What.KEPT_IN_TOUCH: Channel.EMAIL,
}
_PART_OF = {
    What.AGENCY: Part.RECRUITER,
    What.DEBRIEFED: Part.RECRUITER,
    What.ASKED_ADDRESS: Part.ORGANISER,
}
"""What somebody is who was not on record before."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One thing that happened, as far as the person says."""

    what: What
    at: datetime
    day: date | None = None  # a day that was named, in the employer's zone
    person_id: PersonId | None = None
    name: str = ""  # somebody who is not on record yet
    interview_id: InterviewId | None = None
    message: MessageKind | None = None  # what a call or a letter was for
    message_id: MessageId | None = None  # which one came back
    reopens: bool = False  # an outcome on record is taken back first
    text: str = ""


def happened(dossier: Dossier, told: Told, *, moment: Moment, zone_name: str, ids: Ids) -> Change:
    """All that follows from it, as one step. Raises ValueError where a call or letter is for
    nothing, or what came back is not on record.
    """
    edits: list[Edit] = list(reopened(dossier)) if told.reopens else []
    if told.name:
        newcomer = _newcomer(dossier, told, ids)
        edits.append(new(newcomer))
        told = replace(told, person_id=newcomer.id)
    known = apply(dossier, change_of(dossier, "noted", edits)) or dossier
    change = _act(known, told, moment, zone_name, ids)
    return replace(change, edits=(*edits, *change.edits))


def _newcomer(dossier: Dossier, told: Told, ids: Ids) -> Person:
    return Person(
        id=PersonId(ids()),
        opportunity_id=dossier.opportunity.id,
        name=told.name,
        part=_PART_OF.get(told.what, Part.OTHER),
        place=max((one.place for one in dossier.people), default=-1.0) + 1,
    )


def _act(dossier: Dossier, told: Told, moment: Moment, zone_name: str, ids: Ids) -> Change:
    if told.what is What.INVITED_AGAIN:
        return invited_again(
            dossier,
            moment=replace(moment, now=told.at),
            zone_name=zone_name,
            ids=ids,
            person_id=told.person_id,
            interview_id=told.interview_id,
        )[0]
    if told.what in CHANNEL_OF:
        return _logged(dossier, told, moment, ids)
    if told.what is What.CAME_BACK:
        return _came_back(dossier, told)
    if told.what in _DETAILS:
        return change_of(dossier, "edited", _DETAILS[told.what](dossier, told))
    change = record_fact(
        dossier,
        FACT_OF[told.what],
        now=told.at,
        ids=ids,
        day=told.day,
        interview_id=told.interview_id,
        person_id=told.person_id,
        text=told.text,
    )
    person = dossier.person(told.person_id)
    if told.what is What.ASKED_ADDRESS and person is not None and person.part is Part.OTHER:
        arranges = Edit(before=person, after=replace(person, part=Part.ORGANISER))
        return replace(change, edits=(*change.edits, arranges))
    return change


def _logged(dossier: Dossier, told: Told, moment: Moment, ids: Ids) -> Change:
    """A message from elsewhere; one that is passed on thanks everybody left (RULES 0.17)."""
    if told.message is None:
        raise ValueError(f"{told.what} for what?")
    change = log_outside(
        dossier,
        told.message,
        told.person_id,
        channel=CHANNEL_OF[told.what],
        at=told.at,
        interview_id=told.interview_id,
        text=told.text,
        ids=ids,
    )
    if told.message is not MessageKind.PASS_ON:
        return change
    left = [
        person
        for one in rounds(dossier, moment)
        if one.holds(told.interview_id)
        for person in to_thank(dossier, one)
    ]
    logged = [one.after for one in change.edits if isinstance(one.after, Message)]
    return replace(change, edits=tuple(new(replace(one, names=tuple(left))) for one in logged))


def _came_back(dossier: Dossier, told: Told) -> Change:
    for message in dossier.messages:
        if message.id == told.message_id:
            return bounced(dossier, message, now=told.at)
    raise ValueError("nothing of that id went out")


def _decides_at_once(dossier: Dossier, told: Told) -> list[Edit]:
    """That talk's people decide today or tomorrow (row 3b)."""
    talk = dossier.interview(told.interview_id)
    if talk is None or talk.decides_at_once:
        return []
    return [Edit(before=talk, after=replace(talk, decides_at_once=True))]


def _no_contact(dossier: Dossier, _: Told) -> list[Edit]:
    before = dossier.opportunity
    return (
        [] if before.no_contact else [Edit(before=before, after=replace(before, no_contact=True))]
    )


def _agency(dossier: Dossier, told: Told) -> list[Edit]:
    """Everything goes through that recruiter from now on (row 16)."""
    before = dossier.opportunity
    edits = []
    if not before.agency:
        edits.append(Edit(before=before, after=replace(before, agency=True)))
    person = dossier.person(told.person_id)
    if person is not None and person.part is not Part.RECRUITER:
        edits.append(Edit(before=person, after=replace(person, part=Part.RECRUITER)))
    return edits


def _no_address(dossier: Dossier, told: Told) -> list[Edit]:
    """Nothing reaches that person directly; an address is asked for, never guessed (row 15)."""
    person = dossier.person(told.person_id)
    if person is None or not person.email:
        return []
    return [Edit(before=person, after=replace(person, email=""))]


_DETAILS: Mapping[What, Callable[[Dossier, Told], list[Edit]]] = {
    What.DECIDES_AT_ONCE: _decides_at_once,
    What.NO_CONTACT: _no_contact,
    What.AGENCY: _agency,
    What.NO_ADDRESS: _no_address,
}


def moment_of(dossier: Dossier, day: date, moment: Moment) -> datetime:
    """The instant something is kept at of which only the day is known.

    Today is now. Another day's is the end of office hours, or after whatever of that day is on
    record already: what is told later is taken to have happened later.
    """
    if day == local_date(moment.now, moment.zone):
        return moment.now
    ends = (end_of(one) for one in dossier.interviews)
    known = [
        *(one for one in ends if one is not None),
        *(one.sent_at for one in dossier.messages),
        *(one.at for one in dossier.facts),
    ]
    same = [one for one in known if local_date(one, moment.zone) == day]
    return max([instant(day, _OFFICE_CLOSES, moment.zone), *same])
