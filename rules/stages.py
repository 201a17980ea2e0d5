"""The five stages of an opportunity, in the order in which the board shows them."""

from enum import StrEnum


class Stage(StrEnum):
    """Where an opportunity stands; each one is a lane of the board."""

    APPLIED = "applied"
    INTERVIEW_BOOKED = "interview_booked"
    SAY_THANK_YOU = "say_thank_you"
    WAITING_TO_HEAR = "waiting_to_hear"
    OUTCOME = "outcome"
