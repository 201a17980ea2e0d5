"""How each situation of the decision table comes about, told to a session."""

from tests.ui.session_case import ANN, BEN, CY, PANEL, TESS, Case

SIX = (*PANEL, "Eli Fox", "Fay Gun")


def applied(case: Case) -> None:
    case.fact("05-05 12:00", "apply", sent="05-05 12:00")
    case.look("05-12 10:00")


def applied_before_closing(case: Case) -> None:
    case.fact("05-05 12:00", "apply", sent="05-05 12:00", closing="2026-05-08")
    case.look("05-12 10:00")


def no_contact(case: Case) -> None:
    applied(case)
    case.fact("05-12 10:01", "learn", what="no_contact")


def screen(case: Case) -> None:
    case.fact(
        "05-05 10:30",
        "hold_interview",
        interview="i1",
        start="05-05 10:00",
        met=[ANN],
        kind="screen",
    )


def one_talk(case: Case) -> None:
    case.held("05-05", ANN)


def decided_today(case: Case) -> None:
    case.held("05-05", ANN, decides="today")


def a_panel(case: Case) -> None:
    case.held("05-05", ANN, BEN)


def big_panel(case: Case) -> None:
    unknown = [{"name": name, "email": None} for name in SIX[2:]]
    case.listed.update({str(one["name"]): one for one in unknown})
    case.held("05-05", *SIX)
    case.thanks("05-05 14:00", ANN, BEN)


def two_talks(case: Case) -> None:
    case.fact(
        "05-05 09:00",
        "hold_interview",
        interview="i0",
        start="05-05 08:00",
        end="05-05 09:00",
        met=[BEN],
    )
    case.held("05-05", ANN)


def second_round(case: Case) -> None:
    thanked(case)
    case.held("05-14", ANN, name="i2")


def thanked(case: Case) -> None:
    case.held("05-05", ANN)
    case.thanks("05-05 14:00", ANN)


def promised(case: Case, day: str, now: str) -> None:
    case.held("05-05", ANN)
    case.fact("05-05 11:05", "promise", date=day, by=ANN, said="2026-05-05")
    case.thanks("05-05 14:00", ANN)
    case.look(now)


def silent(case: Case, now: str) -> None:
    thanked(case)
    case.look(now)


def asked(case: Case) -> None:
    thanked(case)
    case.fact("05-07 11:00", "reply", sender=ANN, says="question")


def holding(case: Case) -> None:
    thanked(case)
    case.fact("05-07 11:00", "reply", sender=ANN, says="holding", date="2026-05-15")
    case.look("05-19 09:00")


def away(case: Case) -> None:
    thanked(case)
    case.fact("05-05 14:01", "out_of_office", sender=ANN, until="2026-05-15")


def rejected(case: Case) -> None:
    thanked(case)
    case.fact("05-12 11:00", "reply", sender=ANN, says="rejection")


def a_month_later(case: Case) -> None:
    rejected(case)
    case.fact("05-13 10:00", "send", kind="reply_to_rejection", to=ANN)
    case.look("06-12 10:00")


def offered(case: Case) -> None:
    thanked(case)
    case.fact("05-12 11:00", "reply", sender=ANN, says="offer", answer_by="2026-05-20")


def elsewhere(case: Case) -> None:
    thanked(case)
    case.fact("05-12 11:00", "offer_elsewhere", deadline="2026-05-20")


def withdrawn(case: Case) -> None:
    thanked(case)
    case.fact("05-12 11:00", "withdraw", reason="accepted elsewhere")


def withdrawn_after_two(case: Case) -> None:
    second_round(case)
    case.thanks("05-14 14:00", ANN)
    case.fact("05-15 11:00", "withdraw", reason="accepted elsewhere")


def both_sent(case: Case, now: str) -> None:
    thanked(case)
    case.fact("05-12 10:00", "send", kind="check_in", to=ANN)
    case.look(now)


def no_address(case: Case) -> None:
    case.listed[CY] = {"name": CY, "email": None}
    case.held("05-05", CY)


def agency(case: Case) -> None:
    case.held("05-05", ANN, agency=TESS)


def invited_to_call(case: Case) -> None:
    case.held("05-05", ANN, invited_to_call=True)
    case.thanks("05-05 14:00", ANN)
    case.look("05-12 10:00")


def at_night(case: Case) -> None:
    one_talk(case)
    case.look("05-05 21:00")


def waited(case: Case, now: str) -> None:
    one_talk(case)
    case.look(now)


def rejected_first(case: Case) -> None:
    one_talk(case)
    case.fact("05-05 15:00", "reply", sender=ANN, says="rejection")


def lost_interest(case: Case) -> None:
    one_talk(case)
    case.fact("05-05 12:00", "learn", what="no_longer_interested")


def council(case: Case) -> None:
    case.held("05-05", ANN, sector="government")
    case.thanks("05-05 14:00", ANN)
    case.look("05-12 10:00")
