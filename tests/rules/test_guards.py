"""The warnings before a message goes out: one employer, one address (RULES 4)."""

from dataclasses import replace
from datetime import date

from rules.guards import Guard, Warned, warnings
from rules.records import Channel, Dossier, MessageKind, OpportunityId, PersonId
from tests.rules.dossiers import A, B, at, case, person, sent, talk, when

K = MessageKind
ASHBY = person("A", email="ashby@lumen.example")
HERE = case(talk("i1", "05-12 12:00", "A"), people=(ASHBY, person("B", email="")))


def other(*messages_of: Dossier, company: str = "Lumen & Oak") -> Dossier:
    """Another opportunity with the messages of a dossier."""
    (told,) = messages_of
    oid = OpportunityId("other")
    return replace(
        told,
        opportunity=replace(told.opportunity, id=oid, company=company),
        messages=tuple(replace(one, opportunity_id=oid) for one in told.messages),
    )


FOLLOWED_UP = other(case(sent(K.APPLICATION_FOLLOW_UP, None, "05-12 10:00", about=None)))


def guards(
    kind: MessageKind,
    moment: str,
    *others: Dossier,
    to: PersonId | None = A,
    dossier: Dossier = HERE,
) -> list[Guard]:
    """What is warned of."""
    return [one.guard for one in warnings(dossier, kind, to, when(moment), others)]


def test_an_employer_who_heard_unasked_is_left_five_working_days() -> None:
    # Tuesday 12 May: 13, 14, 15, 18, 19 May.
    assert guards(K.CHECK_IN, "05-19 08:59", FOLLOWED_UP) == [Guard.SAME_EMPLOYER]
    assert guards(K.CHECK_IN, "05-19 09:00", FOLLOWED_UP) == []
    (warned,) = warnings(HERE, K.CHECK_IN, A, when("05-14 10:00"), [FOLLOWED_UP])
    assert warned == Warned(
        guard=Guard.SAME_EMPLOYER,
        opportunity_id=OpportunityId("other"),
        sent_at=at("05-12 10:00"),
        clear_at=at("05-19 09:00"),
    )


def test_holidays_are_no_working_days_for_a_guard() -> None:
    told = other(case(sent(K.CHECK_IN, None, "05-20 10:00")))
    # Wednesday 20 May; Monday 25 May is a bank holiday: 21, 22, 26, 27, 28 May.
    assert guards(K.CHECK_IN, "05-28 08:00", told) == [Guard.SAME_EMPLOYER]
    assert guards(K.CHECK_IN, "05-28 09:00", told) == []


def test_thanks_and_answers_never_disturb_an_employer() -> None:
    assert guards(K.THANK_YOU, "05-13 10:00", FOLLOWED_UP) == []
    assert guards(K.ANSWER, "05-13 10:00", FOLLOWED_UP) == []
    thanked = other(case(sent(K.THANK_YOU, None, "05-12 10:00")))
    assert guards(K.CHECK_IN, "05-13 10:00", thanked) == []


def test_this_opportunity_is_looked_at_once_and_another_company_not_at_all() -> None:
    again = replace(HERE, messages=(sent(K.CHECK_IN, "A", "05-12 10:00"),))
    asked = (HERE, FOLLOWED_UP)
    assert guards(K.KEEP_IN_TOUCH, "05-13 10:00", again, dossier=again) == [Guard.SAME_EMPLOYER]
    assert guards(K.CHECK_IN, "05-13 10:00", other(FOLLOWED_UP, company="Tern & Co")) == []
    assert guards(K.CHECK_IN, "05-13 10:00", *asked) == [Guard.SAME_EMPLOYER]
    nameless = replace(HERE, opportunity=replace(HERE.opportunity, company=""))
    assert guards(K.CHECK_IN, "05-13 10:00", other(FOLLOWED_UP, company=""), dossier=nameless) == []


def test_one_address_in_two_opportunities_is_left_two_working_days() -> None:
    known = person("X", email="Ashby@Lumen.example ")
    told = other(case(sent(K.THANK_YOU, "X", "05-14 16:00"), people=(known,)), company="Agency")
    assert guards(K.THANK_YOU, "05-15 10:00", told) == [Guard.SAME_ADDRESS]
    # Thursday 14 May: 15 and 18 May.
    assert guards(K.THANK_YOU, "05-18 08:59", told) == [Guard.SAME_ADDRESS]
    assert guards(K.THANK_YOU, "05-18 09:00", told) == []
    assert guards(K.THANK_YOU, "05-15 10:00", told, to=B) == []
    assert guards(K.THANK_YOU, "05-15 10:00", told, to=None) == []


def test_an_address_is_known_from_the_message_where_the_person_is_gone() -> None:
    message = sent(K.THANK_YOU, None, "05-14 16:00", to_address="ashby@lumen.example")
    told = other(case(message, people=()), company="Agency")
    assert guards(K.THANK_YOU, "05-15 10:00", told) == [Guard.SAME_ADDRESS]
    stranger = other(case(replace(message, to_address="x@y.example"), people=()), company="Agency")
    assert guards(K.THANK_YOU, "05-15 10:00", stranger) == []


def test_what_bounced_or_was_marked_unsent_warns_of_nothing() -> None:
    bounced = sent(K.CHECK_IN, "A", "05-12 10:00", bounced_at=at("05-12 11:00"))
    unsent = sent(K.CHECK_IN, "A", "05-12 10:30", unsent_at=at("05-12 11:00"))
    told = other(case(bounced, unsent, people=(ASHBY,)))
    assert guards(K.CHECK_IN, "05-13 10:00", told) == []


def test_both_guards_speak_and_each_with_the_latest_moment() -> None:
    first = sent(K.CHECK_IN, "A", "05-11 10:00")
    second = sent(K.CHECK_IN, "A", "05-12 10:00", channel=Channel.PHONE)
    told = other(case(first, second, people=(ASHBY,)))
    found = warnings(HERE, K.CHECK_IN, A, when("05-13 10:00"), [told])
    assert [(one.guard, one.clear_at.date()) for one in found] == [
        (Guard.SAME_EMPLOYER, date(2026, 5, 19)),
        (Guard.SAME_ADDRESS, date(2026, 5, 14)),
    ]
