"""What a next step is: the one thing to do for an opportunity, when, and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rules.records import Channel, InterviewId, MessageKind, PersonId
from rules.timing import Window


class StepKind(StrEnum):
    """What sort of step comes next."""

    WRITE = "write"  # a message; `message` says which, even while it is too early
    INTERVIEW = "interview"  # a talk is ahead or running; `at` is its start
    ADD_DETAILS = "add_details"  # an interview without a date, or nobody on record to thank
    CONFIRM_SENT = "confirm_sent"  # copied, and not yet said to be sent
    REST = "rest"  # both follow-ups are used: nothing more to send
    CLOSE = "close"  # long silence after the last message: offer to close
    MOMENT_PASSED = "moment_passed"  # the check-in's last day went by
    NOTHING = "nothing"  # nothing to send and nothing to wait for
    CLOSED = "closed"  # an outcome is on record and its letter, if any, is done


class StepState(StrEnum):
    """How a step stands against its window (RULES 5, the words of the acceptance stories)."""

    NOT_YET = "not_yet"  # the talk has not ended
    COOLING_OFF = "cooling_off"  # thank-you: may be written, best a little later
    TOO_EARLY = "too_early"  # other kinds: before `earliest`, may not be composed
    DUE = "due"
    LATE = "late"  # thank-you 24 to 48 h
    VERY_LATE = "very_late"  # thank-you 48 h to 7 d
    EXPIRED = "expired"  # thank-you after 7 d
    OVERDUE = "overdue"  # other kinds, after `latest`
    PASSED = "passed"  # after `final`


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """The one next step of an opportunity."""

    kind: StepKind
    message: MessageKind | None = None
    channel: Channel = Channel.EMAIL
    interview_id: InterviewId | None = None
    people: tuple[PersonId, ...] = ()  # whom it goes to; several only for thank-yous still owed
    window: Window | None = None
    state: StepState | None = None
    at: datetime | None = None  # an interview's start, a copy's moment, the day of closing
    send_at: datetime | None = None  # the advised moment from now on, when `best` has gone
    may_compose: bool = False
    used: int = 0
    of: int = 2
    reason: str = ""  # a key of rules.evidence
