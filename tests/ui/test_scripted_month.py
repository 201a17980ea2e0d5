"""A month of a search: thirteen opportunities and every turn, looked at each day at noon.

Bank holidays are Monday 4 and Monday 25 May 2026. What is expected was worked out by hand
from the table of situations and the windows; nothing of it comes from the program.
"""

from datetime import date, timedelta

import pytest

from rules.ledger import rounds, used
from rules.records import Channel, EmployerKind, FactKind, MessageKind, Outcome, Part
from rules.steps import StepKind
from tests.ui.month_world import Act, Month

K, F = MessageKind, FactKind
LAST_DAY = 32
"""The first of June."""
UNPROMPTED = {K.THANK_YOU, K.PASS_ON, K.THANKS_AND_QUESTION, K.CHECK_IN}


def may(day: int) -> date:
    """A day of May 2026."""
    return date(2026, 5, day)


def _set_up_dogwood(month: Month) -> None:
    month.add(
        "Dogwood",
        "Wed 6 May 9:00-10:00 with Dan Ash <dan@dog.example>, Dee Orr <dee@dog.example>, Dov Kay",
    )
    oid = month.ids["Dogwood"]
    month.session.add_person(oid, None, "Dina Hall", "dina@dog.example")
    month.edit_person("Dogwood", "Dina", part=Part.ORGANISER)


def _set_up_fir(month: Month) -> None:
    month.add("Fir", "Fri 8 May 10:00-11:00 with Fay Lund")
    month.session.add_person(month.ids["Fir"], None, "Rob Hale", "rob@agency.example")
    month.edit_person("Fir", "Rob", part=Part.RECRUITER)
    month.edit_card("Fir", agency=True)


def _set_up_kapok(month: Month) -> None:
    month.add("Kapok", "Thu 14 May 10:00-11:00 with Kim Vale <kim@kapok.example>")
    month.edit_card("Kapok", employer_kind=EmployerKind.GOVERNMENT)
    month.edit_talk("Kapok", decides_at_once=True)


def _reject_maple(month: Month) -> None:
    month.said("Maple", F.REJECTION, by="Mia")


def _move_larch(month: Month) -> None:
    start = month.at(28, "10:00")
    month.edit_talk("Larch", start=start, end=start + timedelta(hours=1))


def _apply_larch(month: Month) -> None:
    month.add("Larch", "applied 4 May 10:00 with Lou Penn <lou@larch.example>")
    month.edit_card("Larch", closing=may(8))


ACTS: tuple[tuple[int, str, Act], ...] = (
    (-1, "09:00", lambda m: m.add("Maple", "today 10:00-11:00 with Mia Dorn <mia@maple.example>")),
    (-1, "09:05", lambda m: m.book("Maple", m.at(-1, "14:00"), "Max Ito")),
    (-1, "16:00", lambda m: m.send("Maple", K.THANK_YOU, "Mia", "Max")),
    (-1, "17:00", lambda m: m.send("Maple", K.THANK_YOU, "Mia", by=Channel.LETTER)),
    (1, "09:00", _reject_maple),
    (1, "10:00", lambda m: m.add("Alder", "applied today with Abe Fox <abe@alder.example>")),
    (2, "10:00", lambda m: m.send("Maple", K.REPLY_TO_REJECTION, "Mia")),
    (2, "10:05", lambda m: m.add("Birch", "applied today")),
    (
        2,
        "10:10",
        lambda m: m.add(
            "Cedar", "phone screen Tue 5 May 10:00-10:30 with Cleo Tam <cleo@cedar.example>"
        ),
    ),
    (3, "10:00", lambda m: m.edit_card("Birch", no_contact=True)),
    (4, "10:00", _apply_larch),
    (4, "10:10", _set_up_dogwood),
    (4, "10:20", lambda m: m.add("Ivy", "Wed 20 May 10:00-11:00 with Ian Reed <ian@ivy.example>")),
    (5, "09:00", lambda m: m.add("Elm", "Thu 7 May 10:00-11:00 with Eve Marsh <eve@elm.example>")),
    (6, "09:00", lambda m: m.send("Cedar", K.THANK_YOU, "Cleo")),
    (6, "10:30", lambda m: m.send("Dogwood", K.THANK_YOU, "Dan", "Dee")),
    (6, "10:40", lambda m: m.said("Dogwood", F.ADDRESS_ASKED, by="Dov")),
    (6, "11:00", _set_up_fir),
    (
        7,
        "09:00",
        lambda m: m.add("Ginkgo", "Mon 11 May 10:00-11:00 with Gil Ode <gil@gin.example>"),
    ),
    (7, "09:30", lambda m: m.send("Dogwood", K.PASS_ON, "Dina")),
    (7, "11:05", lambda m: m.said("Elm", F.PROMISE, may(15), by="Eve")),
    (7, "11:30", lambda m: m.send("Elm", K.THANK_YOU, "Eve")),
    (
        8,
        "09:00",
        lambda m: m.add("Hazel", "Tue 12 May 10:00-11:00 with Hal Ives <hal@hazel.example>"),
    ),
    (8, "09:30", lambda m: m.session.invited_again(m.ids["Cedar"])),
    (8, "11:10", lambda m: m.said("Fir", F.DEBRIEFED, by="Rob")),
    (8, "11:30", lambda m: m.send("Fir", K.THANK_YOU, "Rob")),
    (9, "10:00", lambda m: m.fill("Cedar", m.at(14, "10:00"), "Cleo Tam", "Carl Moss")),
    (
        9,
        "10:10",
        lambda m: m.add("Juniper", "Wed 13 May 10:00-11:00 with Jan Bok <jan@jun.example>"),
    ),
    (10, "10:00", lambda m: m.session.record_outcome(m.ids["Ivy"], Outcome.WITHDREW)),
    (11, "09:00", _set_up_kapok),
    (11, "10:00", lambda m: m.send("Alder", K.APPLICATION_FOLLOW_UP, "Abe")),
    (11, "10:30", lambda m: m.send("Ivy", K.WITHDRAWAL, "Ian")),
    (12, "11:30", lambda m: m.send("Hazel", K.THANK_YOU, "Hal")),
    (13, "09:00", lambda m: m.said("Dogwood", F.REPLY_HOLDING, may(22), by="Dina")),
    (13, "11:30", lambda m: m.send("Juniper", K.THANK_YOU, "Jan")),
    (14, "09:00", lambda m: m.said("Juniper", F.OUT_OF_OFFICE, may(22), by="Jan")),
    (14, "11:10", lambda m: m.send("Kapok", K.THANK_YOU, "Kim")),
    (14, "11:30", lambda m: m.send("Cedar", K.THANK_YOU, "Cleo", "Carl")),
    (15, "10:00", lambda m: m.copy("Larch", K.APPLICATION_FOLLOW_UP, "Lou")),
    (15, "10:30", lambda m: m.call("Fir", "Rob")),
    (16, "10:00", lambda m: m.confirm("Larch")),
    (18, "09:00", lambda m: m.said("Hazel", F.OFFER, may(22), by="Hal")),
    (18, "10:00", lambda m: m.said("Elm", F.REJECTION, by="Eve")),
    (18, "10:10", lambda m: m.said("Juniper", F.OFFER_ELSEWHERE, may(26))),
    (18, "11:00", lambda m: m.send("Hazel", K.OFFER_ACKNOWLEDGEMENT, "Hal")),
    (19, "10:00", lambda m: m.send("Juniper", K.COMPETING_OFFER, "Jan")),
    (19, "11:00", lambda m: m.send("Elm", K.REPLY_TO_REJECTION, "Eve")),
    (20, "11:00", lambda m: m.send("Ginkgo", K.THANKS_AND_QUESTION, "Gil")),
    (21, "10:00", lambda m: m.send("Cedar", K.CHECK_IN, "Cleo")),
    (21, "11:00", lambda m: m.send("Hazel", K.DECLINE, "Hal")),
    (22, "10:00", lambda m: m.book("Larch", m.at(27, "10:00"), "Lou Penn")),
    (26, "10:00", _move_larch),
    (26, "11:00", lambda m: m.said("Juniper", F.REPLY_QUESTION, by="Jan")),
    (26, "11:30", lambda m: m.session.close(m.ids["Alder"])),
    (27, "10:00", lambda m: m.send("Juniper", K.ANSWER, "Jan")),
    (27, "10:30", lambda m: m.send("Dogwood", K.INVITED_CHECK_IN, "Dina")),
    (28, "11:30", lambda m: m.send("Larch", K.THANK_YOU, "Lou")),
    (28, "11:45", lambda m: m.bounced("Larch")),
    (29, "08:50", lambda m: m.edit_person("Larch", "Lou", email="lou.penn@larch.example")),
    (29, "09:00", lambda m: m.send("Larch", K.THANK_YOU, "Lou")),
)

# From which day on, at noon: the section of Today ("-" for none), the step, the count.
SEEN: dict[str, dict[int, str]] = {
    "Maple": {1: "due reply_to_rejection 1/2", 2: "- closed 1/2", 32: "due keep_in_touch 1/2"},
    "Alder": {
        1: "resting application_follow_up 0/1",
        4: "ahead application_follow_up 0/1",
        11: "resting rest 1/1",
        25: "resting close 1/1",
        26: "- closed 1/1",
    },
    "Birch": {2: "resting application_follow_up 0/1", 3: "resting nothing 0/1"},
    "Cedar": {
        2: "ahead interview 0/2",
        5: "due thank_you 0/2",
        6: "ahead check_in 1/2",
        8: "waiting_on_you add_details 0/2",
        9: "ahead interview 0/2",
        14: "ahead check_in 1/2",
        21: "resting rest 2/2",
    },
    "Dogwood": {
        4: "ahead interview 0/2",
        6: "due thank_you 1/2",
        7: "ahead check_in 1/2",
        13: "resting invited_check_in 1/2",
        20: "ahead invited_check_in 1/2",
        27: "resting rest 1/2",
    },
    "Elm": {
        5: "ahead interview 0/2",
        7: "resting check_in 1/2",
        12: "ahead check_in 1/2",
        18: "due reply_to_rejection 1/2",
        19: "- closed 1/2",
    },
    "Fir": {
        6: "ahead interview 0/2",
        8: "ahead check_in 1/2",
        15: "resting rest 2/2",
        29: "resting close 2/2",
    },
    "Ginkgo": {
        7: "ahead interview 0/2",
        11: "due thank_you 0/2",
        12: "late thank_you 0/2",
        18: "due thanks_and_question 0/2",
        20: "resting check_in 1/2",
        21: "ahead check_in 1/2",
        28: "due check_in 1/2",
    },
    "Hazel": {
        8: "ahead interview 0/2",
        12: "ahead check_in 1/2",
        18: "ahead nothing 1/2",
        21: "- closed 1/2",
    },
    "Ivy": {4: "resting interview 0/2", 10: "due withdrawal 0/1", 11: "- closed 0/1"},
    "Juniper": {
        9: "ahead interview 0/2",
        13: "ahead check_in 1/2",
        14: "resting check_in 1/2",
        18: "due competing_offer 1/2",
        19: "ahead check_in 1/2",
        26: "due answer 1/2",
        27: "resting rest 1/2",
    },
    "Kapok": {
        11: "ahead interview 0/2",
        14: "ahead check_in 1/2",
        21: "due check_in 1/2",
        29: "late check_in 1/2",
    },
    "Larch": {
        4: "resting application_follow_up 0/1",
        8: "ahead application_follow_up 0/1",
        15: "unsure confirm_sent 0/1",
        16: "resting rest 1/1",
        22: "ahead interview 0/2",
        28: "due thank_you 0/2",
        29: "ahead check_in 1/2",
    },
}

# What is on record in the end, in the order it went out; a star did not arrive.
LEDGER = {
    "Maple": "thank_you Mia, thank_you Max, thank_you Mia on paper, reply_to_rejection Mia",
    "Alder": "application_follow_up Abe",
    "Birch": "",
    "Cedar": "thank_you Cleo, thank_you Cleo, thank_you Carl, check_in Cleo",
    "Dogwood": "thank_you Dan, thank_you Dee, pass_on Dina for Dov, invited_check_in Dina",
    "Elm": "thank_you Eve, reply_to_rejection Eve",
    "Fir": "thank_you Rob for Fay, check_in Rob by phone",
    "Ginkgo": "thanks_and_question Gil",
    "Hazel": "thank_you Hal, offer_acknowledgement Hal, decline Hal",
    "Ivy": "withdrawal Ian",
    "Juniper": "thank_you Jan, competing_offer Jan, answer Jan",
    "Kapok": "thank_you Kim",
    "Larch": "application_follow_up Lou, thank_you Lou*, thank_you Lou",
}
# The count of each round in the end, the oldest first.
COUNTS = {
    "Maple": [1],
    "Cedar": [1, 2],
    "Dogwood": [1],
    "Elm": [1],
    "Fir": [2],
    "Ginkgo": [1],
    "Hazel": [1],
    "Ivy": [0],
    "Juniper": [1],
    "Kapok": [1],
    "Larch": [1],
}


@pytest.fixture
def month(qapp: object) -> Month:
    return Month()


def expected(day: int) -> dict[str, str]:
    """What each company should show on a day."""
    found = {}
    for company, seen in SEEN.items():
        since = [one for one in seen if one <= day]
        if since:
            found[company] = seen[max(since)]
    return found


def shown(month: Month) -> dict[str, str]:
    """What each company shows: its section of Today, its step and its count."""
    today = month.session.today()
    names = ("late", "due", "unsure", "waiting_on_you", "snoozed", "ahead", "resting")
    where = {card.opportunity_id: name for name in names for card in getattr(today, name)}
    found = {}
    for company, oid in month.ids.items():
        card = month.card(company)
        step = card.step.message if card.step.kind is StepKind.WRITE else card.step.kind
        assert step is not None
        section = where.get(oid, "-")
        found[company] = f"{section} {step.value} {card.used}/{card.of}"
    return found


def assert_two_at_most(month: Month) -> None:
    """No round has more than its two, and none of them offers a third."""
    moment = month.session.moment()
    for oid in month.ids.values():
        dossier, step = month.session.dossier(oid), month.session.step(oid)
        assert all(used(dossier, round_) <= 2 for round_ in rounds(dossier, moment))
        if step.used == 2:
            assert step.message not in UNPROMPTED or not step.may_compose
            for kind in UNPROMPTED:
                for person in dossier.people:
                    assert month.session.may_send(oid, kind, person.id) is not None


def ledger(month: Month, company: str) -> str:
    """Everything on record for a company in short words."""
    names = {
        one.id: one.name.split()[0] for one in month.session.dossier(month.ids[company]).people
    }
    lines = []
    for one in sorted(month.messages(company), key=lambda one: one.sent_at):
        assert one.person_id is not None
        line = f"{one.kind.value} {names[one.person_id]}"
        line += "".join(f" for {names[name]}" for name in one.names)
        line += {Channel.LETTER: " on paper", Channel.PHONE: " by phone"}.get(one.channel, "")
        lines.append(line + ("" if one.counts else "*"))
    return ", ".join(lines)


def test_a_month_of_thirteen_opportunities(month: Month) -> None:
    for day in range(-1, LAST_DAY + 1):
        for when, hour, act in ACTS:
            if when == day:
                month.set_clock(day, hour)
                act(month)
                assert_two_at_most(month)
        month.set_clock(day, "12:00")
        assert_two_at_most(month)
        if day >= 1:
            assert (day, shown(month)) == (day, expected(day))
    assert {company: ledger(month, company) for company in month.ids} == LEDGER
    moment = month.session.moment()
    for company, counts in COUNTS.items():
        dossier = month.session.dossier(month.ids[company])
        assert [used(dossier, one) for one in rounds(dossier, moment)] == counts, company


def test_every_act_of_the_month_can_be_undone(month: Month) -> None:
    for day, hour, act in ACTS:
        month.set_clock(day, hour)
        act(month)
    while month.session.undo_stack.canUndo():
        month.session.undo()
    assert month.session.dossiers() == ()
    while month.session.undo_stack.canRedo():
        month.session.redo()
    month.set_clock(LAST_DAY, "12:00")
    assert shown(month) == expected(LAST_DAY)
