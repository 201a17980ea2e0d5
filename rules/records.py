"""The facts Afterword keeps, as frozen values.

Every moment is an aware datetime in UTC; the IANA name of the zone it was said in stands
beside it where it matters. Days without an hour are plain dates in the employer's zone.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo
from enum import StrEnum
from typing import NewType, TypeAlias

OpportunityId = NewType("OpportunityId", str)
InterviewId = NewType("InterviewId", str)
PersonId = NewType("PersonId", str)
HighlightId = NewType("HighlightId", str)
MessageId = NewType("MessageId", str)
FactId = NewType("FactId", str)


class EmployerKind(StrEnum):
    """What the employer is; universities and government take about twice as long."""

    COMPANY = "company"
    UNIVERSITY = "university"
    GOVERNMENT = "government"


class InterviewKind(StrEnum):
    """What sort of talk it was; a phone screen gets a shorter thank-you."""

    INTERVIEW = "interview"
    PHONE_SCREEN = "phone_screen"


class Part(StrEnum):
    """The part a person plays on the employer's side."""

    INTERVIEWER = "interviewer"
    HIRING_MANAGER = "hiring_manager"
    ORGANISER = "organiser"
    RECRUITER = "recruiter"
    OTHER = "other"


class Channel(StrEnum):
    """How a message travelled."""

    EMAIL = "email"
    LETTER = "letter"
    PHONE = "phone"


class MessageKind(StrEnum):
    """What a message is for."""

    APPLICATION_FOLLOW_UP = "application_follow_up"
    THANK_YOU = "thank_you"
    PASS_ON = "pass_on"  # noqa: S105 - a kind of letter, no password
    THANKS_AND_QUESTION = "thanks_and_question"
    CHECK_IN = "check_in"
    INVITED_CHECK_IN = "invited_check_in"
    REPLY_TO_REJECTION = "reply_to_rejection"
    OFFER_ACKNOWLEDGEMENT = "offer_acknowledgement"
    COMPETING_OFFER = "competing_offer"
    WITHDRAWAL = "withdrawal"
    DECLINE = "decline"
    ANSWER = "answer"
    KEEP_IN_TOUCH = "keep_in_touch"
    # Never counted: they are about the letters to the employer, and no letter of that sort.
    ADDRESS_REQUEST = "address_request"  # to the organiser (row 15)
    DEBRIEF = "debrief"  # to the agency's recruiter (row 16)


class Tone(StrEnum):
    """The voice of a letter."""

    WARM = "warm"
    BRIEF = "brief"
    FORMAL = "formal"


class Outcome(StrEnum):
    """How an opportunity ended."""

    OFFER = "offer"
    NOT_THIS_TIME = "not_this_time"
    WITHDREW = "withdrew"
    NO_ANSWER = "no_answer"


class FactKind(StrEnum):
    """Something that happened, other than a message of the person's own."""

    PROMISE = "promise"  # they named a day to decide by: `day`
    REPLY_QUESTION = "reply_question"  # they answered or asked something
    REPLY_HOLDING = "reply_holding"  # still deciding, perhaps by `day`
    REPLY_INVITED = "reply_invited"  # invited again
    REPLY_NOTE = "reply_note"  # just a note
    REJECTION = "rejection"
    OFFER = "offer"  # `day`: they want an answer by
    OUT_OF_OFFICE = "out_of_office"  # away until `day`
    OFFER_ELSEWHERE = "offer_elsewhere"  # another employer's deadline is `day`
    WITHDREW = "withdrew"
    CLOSED = "closed"  # the person closed it without an answer
    NO_LONGER_INTERESTED = "no_longer_interested"
    WAITING = "waiting"  # the person says: nobody else needs thanks, now I wait
    ADDRESS_ASKED = "address_asked"
    DEBRIEFED = "debriefed"  # the agency's recruiter heard how it went
    INVITED_TO_CALL = "invited_to_call"
    NOT_NEEDED = "not_needed"  # the person wants no letter of the kind named in `text`


@dataclass(frozen=True, kw_only=True)
class Opportunity:
    """One role at one company: a card of the board, with its application."""

    id: OpportunityId
    company: str
    role: str = ""
    link: str = ""
    notes: str = ""
    applied_at: datetime | None = None
    closing: date | None = None
    no_contact: bool = False
    agency: bool = False
    direct_contact_ok: bool = False
    employer_kind: EmployerKind = EmployerKind.COMPANY
    country: str = ""  # ISO 3166-1 alpha-2; empty = unknown
    zone: str = ""  # IANA name; empty = unknown, the person's own is assumed
    outcome: Outcome | None = None
    outcome_at: datetime | None = None
    place: float = 0.0  # the person's own order within a lane
    snoozed_until: datetime | None = None  # Today shows it again from here
    snoozed_matter: str = ""  # what was put off; anything else is shown at once
    created_at: datetime
    deleted_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody on the employer's side of one opportunity."""

    id: PersonId
    opportunity_id: OpportunityId
    name: str
    email: str = ""
    part: Part = Part.INTERVIEWER
    main_contact: bool = False
    postal_address: str = ""
    place: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Interview:
    """One talk. `start` is None while only the fact of it is known ("Add date and people")."""

    id: InterviewId
    opportunity_id: OpportunityId
    kind: InterviewKind = InterviewKind.INTERVIEW
    start: datetime | None = None
    end: datetime | None = None
    end_estimated: bool = False
    zone: str = ""  # IANA name of the zone it was typed in
    where: str = ""
    met: tuple[PersonId, ...] = ()
    skipped: tuple[PersonId, ...] = ()  # the person decided: no thank-you here
    decides_at_once: bool = False  # "they decide today or tomorrow"
    joined: bool | None = None  # one round with the talk before it; None = nobody was asked
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class Highlight:
    """Something that came up in a talk; completes "We talked about ..."."""

    id: HighlightId
    interview_id: InterviewId
    text: str
    used_for: tuple[PersonId, ...] = ()
    place: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Message:
    """Something the person confirmed as sent, with a snapshot of what it said."""

    id: MessageId
    opportunity_id: OpportunityId
    interview_id: InterviewId | None = None
    person_id: PersonId | None = None
    kind: MessageKind
    channel: Channel = Channel.EMAIL
    sent_at: datetime
    to_name: str = ""
    to_address: str = ""
    subject: str = ""
    body: str = ""  # the person's own text, without the quoted original
    original: str = ""  # the quoted original as it went out
    names: tuple[PersonId, ...] = ()  # a pass-on note: the people it thanks
    outside: bool = False  # done outside the program and only noted
    unsent_at: datetime | None = None  # marked unsent: an honest mistake, kept for History
    bounced_at: datetime | None = None

    @property
    def counts(self) -> bool:
        """Whether it stands as sent (RULES 0.8, 0.17): neither marked unsent nor bounced."""
        return self.unsent_at is None and self.bounced_at is None


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that happened, at a moment, with the day it names if it names one."""

    id: FactId
    opportunity_id: OpportunityId
    kind: FactKind
    at: datetime
    day: date | None = None
    interview_id: InterviewId | None = None
    person_id: PersonId | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A letter being written, never undone or counted.

    There is one for each recipient, kind, tone and way: what is said in a call is another text.
    """

    opportunity_id: OpportunityId
    interview_id: InterviewId | None
    person_id: PersonId | None
    kind: MessageKind
    tone: Tone
    channel: Channel = Channel.EMAIL
    subject: str
    body: str
    edited: bool = False
    copied_at: datetime | None = None
    saved_at: datetime

    @property
    def key(self) -> tuple[str, str, str, str, str, str]:
        """What makes it one draft and not another."""
        return (
            self.opportunity_id,
            self.interview_id or "",
            self.person_id or "",
            self.kind.value,
            self.tone.value,
            self.channel.value,
        )


Record: TypeAlias = Opportunity | Person | Interview | Highlight | Message | Fact


@dataclass(frozen=True, kw_only=True)
class Profile:
    """The person who looks for a job."""

    name: str = ""
    sign_off: str = ""
    phone: str = ""
    email: str = ""
    link: str = ""  # a page about the person, below the name in letters
    zone: str = ""  # IANA name; empty = as the system says
    country: str = ""  # whose holidays count where an employer's country is unknown


@dataclass(frozen=True, kw_only=True)
class Preferences:
    """The few things about timing that a person may change (RULES 0.18)."""

    second_max: int = 14  # days; up to 21
    check_in_day: int = 7  # days, 7 to 14; moves `best`, never `earliest`
    promise_buffer: int = 2  # working days, 1 to 5
    quiet_from: time = time(20)
    quiet_to: time = time(8)


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a person chose about the program itself; no rule of timing knows it."""

    tone: Tone = Tone.WARM
    spelling: str = ""  # "us", "uk"; empty = both accepted
    theme: str = "system"  # or "light", "dark"
    text_size: int = 100  # percent, 90 to 150
    motion: str = "system"  # or "reduced"
    paper: str = ""  # "a4", "letter"; empty = as usual where the person is
    letter_keys: bool = True  # single letters act on cards and rows
    reminders: bool = True
    tray: bool = False  # keep running there when the window is closed
    at_login: bool = False  # start hidden in the tray when the person logs in


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """Everything known about one opportunity; tuples are in the order things were typed."""

    opportunity: Opportunity
    people: tuple[Person, ...] = ()
    interviews: tuple[Interview, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    messages: tuple[Message, ...] = ()
    facts: tuple[Fact, ...] = ()
    drafts: tuple[Draft, ...] = ()

    def person(self, person_id: PersonId | None) -> Person | None:
        """The person with that id, if still on record."""
        return next((one for one in self.people if one.id == person_id), None)

    def interview(self, interview_id: InterviewId | None) -> Interview | None:
        """The interview with that id, if still on record."""
        return next((one for one in self.interviews if one.id == interview_id), None)


def every_day_but_weekends(day: date) -> bool:
    """The working-day test where no holiday data is known: Monday to Friday."""
    return day.weekday() < 5


@dataclass(frozen=True, kw_only=True)
class Moment:
    """The circumstances under which the rules are asked: now, here, and the days people work."""

    now: datetime
    zone: tzinfo
    zone_of: Callable[[str], tzinfo | None]
    """IANA name -> zone; None for an unknown or empty name."""
    working_days: Callable[[str], Callable[[date], bool]] = field(
        default=lambda _country: every_day_but_weekends
    )
    """Country code (may be empty) -> the test whether a day is worked there."""
    preferences: Preferences = Preferences()

    def employer_zone(self, opportunity: Opportunity, interview: Interview | None = None) -> tzinfo:
        """The employer's zone, else the invitation's, else the person's own (RULES 5.1)."""
        known = self.zone_of(opportunity.zone)
        if known is None and interview is not None:
            known = self.zone_of(interview.zone)
        return known or self.zone
