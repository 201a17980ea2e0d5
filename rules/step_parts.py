"""What steps are made of: the count they are shown with, a letter's state, the day of closing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from rules import timing
from rules.calendar import local_date
from rules.records import Dossier, InterviewId, MessageKind, PersonId
from rules.rounds import Reading, Round
from rules.steps import NextStep, StepKind, StepState
from rules.tally import Tally, application_used
from rules.timing import Window
from rules.windows import start_of, state_of

CLOSE_AFTER = timedelta(days=14)
"""Silence after the last message; from then on closing is offered (RULES 0.19)."""

_NOT_TO_COMPOSE = {StepState.TOO_EARLY, StepState.EXPIRED}


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where in the process a step stands: its round, or the application before any."""

    round: Round | None = None
    interview_id: InterviewId | None = None
    used: int
    of: int

    def bare(self, kind: StepKind, reason: str, at: datetime | None = None) -> NextStep:
        """A step without a letter."""
        return NextStep(
            kind=kind,
            interview_id=self.interview_id,
            at=at,
            used=self.used,
            of=self.of,
            reason=reason,
        )


def of_round(round_: Round, count: Tally) -> Place:
    """A round with its count of two."""
    return Place(round=round_, interview_id=round_.interviews[-1].id, used=count.used, of=2)


def of_application(dossier: Dossier) -> Place:
    """The application with its count of one."""
    return Place(used=application_used(dossier), of=1)


def writing(
    reading: Reading,
    place: Place,
    kind: MessageKind,
    to: PersonId | tuple[PersonId, ...] | None,
    window: Window,
    reason: str,
) -> NextStep:
    """A letter to write, now or later; after its last moment only the passing of it.

    The application's follow-up stays possible then: it is "optional now" (RULES 0.18).
    """
    now = reading.now
    state = state_of(kind, window, now)
    optional = kind is MessageKind.APPLICATION_FOLLOW_UP
    if state is StepState.PASSED and not optional:
        return place.bare(StepKind.MOMENT_PASSED, "moment_passed")
    send_at = _advised(reading, window) if now > window.best else None
    if state is StepState.DUE and send_at is not None and send_at > now:
        reason = "off_hours"
    return NextStep(
        kind=StepKind.WRITE,
        message=kind,
        interview_id=place.interview_id,
        people=to if isinstance(to, tuple) else () if to is None else (to,),
        window=window,
        state=state,
        send_at=send_at,
        may_compose=state not in _NOT_TO_COMPOSE,
        used=place.used,
        of=place.of,
        reason=reason,
    )


def _advised(reading: Reading, window: Window) -> datetime | None:
    return timing.next_send(
        window,
        reading.now,
        employer=reading.zone,
        user=reading.moment.zone,
        is_working_day=reading.bothered if window.nudge else reading.worked,
    )


def closing_day(reading: Reading, place: Place, sent: datetime, reason: str) -> NextStep:
    """Rest after the last message, and two silent weeks later the offer to close (row 14)."""
    day = local_date(sent, reading.zone) + CLOSE_AFTER
    at = start_of(reading, day)
    if reading.now >= at:
        return place.bare(StepKind.CLOSE, "enough", at)
    return place.bare(StepKind.REST, reason, at)
