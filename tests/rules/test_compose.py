"""Composing: from the record alone, for the day it is sent, and open where something lacks."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from rules.compose import Letter, Missing, compose, sign, variant_of
from rules.letter_words import (
    day_words,
    greeting_name,
    joined,
    shortened,
    the_role,
)
from rules.records import (
    Dossier,
    Fact,
    FactKind,
    Interview,
    InterviewKind,
    MessageKind,
    Person,
    PersonId,
    Profile,
    Tone,
)
from tests.rules.dossiers import LONDON, at, case, said, talk, when
from tests.rules.letters import MAYA, TEMPLATES, letter, panel, thanked_panel, topic

A = PersonId("A")
CHECK_IN = MessageKind.CHECK_IN
LATER = "05-28 10:00"


def named(name: str, dossier: Dossier | None = None) -> Dossier:
    """A record whose person A is called that."""
    dossier = dossier or panel(met="A")
    (one,) = dossier.people
    return replace(dossier, people=(replace(one, name=name),))


# -- greeting ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "warm", "formal"),
    [
        ("Daniel Okafor", "Daniel", "Daniel Okafor"),
        ("Anne-Marie O'Neill", "Anne-Marie", "Anne-Marie O'Neill"),
        ("Dr Jane Smith", "Dr Jane Smith", "Dr Jane Smith"),
        ("prof. Tanaka", "prof. Tanaka", "prof. Tanaka"),
        ("Priya", "Priya", "Priya"),
        ("J. Smith", "J. Smith", "J. Smith"),
        ("van der Berg", "van der Berg", "van der Berg"),
        ("李小龍", "李小龍", "李小龍"),
        ("Мария Иванова", "Мария Иванова", "Мария Иванова"),
        ("Okafor, Daniel", "Daniel", "Daniel Okafor"),
        ("Daniel Okafor, PhD", "Daniel", "Daniel Okafor"),
        ("Okafor, Daniel, PhD, Jr.", "Daniel", "Daniel Okafor"),
        ("Okafor, Daniel, of Leeds", "Okafor, Daniel, of Leeds", "Okafor, Daniel, of Leeds"),
        (", Daniel", "Daniel", "Daniel"),
        ("Daniel,", "Daniel", "Daniel"),
        ("Zoë  \r\nBcc: x", "Zoë", "Zoë Bcc: x"),
        ("", "", ""),
    ],
)
def test_the_name_to_greet_by_is_never_a_guess(name: str, warm: str, formal: str) -> None:
    assert greeting_name(name, Tone.WARM) == greeting_name(name, Tone.BRIEF) == warm
    assert greeting_name(name, Tone.FORMAL) == formal


def test_a_nameless_recipient_is_greeted_plainly() -> None:
    assert letter(named("")).body.startswith("Hello,\n\n")


# -- days ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("05-14 15:20", "this afternoon"),
        ("05-14 23:50", "this afternoon"),
        ("05-15 00:10", "yesterday"),
        ("05-16 09:00", "on Thursday"),
        ("05-20 23:00", "on Thursday"),
        ("05-21 09:00", "on Thursday 14 May"),
    ],
)
def test_the_day_is_worded_for_the_day_of_sending(now: str, words: str) -> None:
    assert f"{words} " in letter(panel(), now=now).body


def test_parts_of_the_day_are_told_by_the_start() -> None:
    day = date(2026, 5, 14)
    start = datetime(2026, 5, 14, 11, 30, tzinfo=LONDON)
    assert day_words(day, start, day) == "this morning"
    assert day_words(day, start.replace(hour=12), day) == "this afternoon"
    assert day_words(day, start.replace(hour=17), day) == "this evening"
    assert day_words(day, None, day) == "today"
    assert day_words(day, start - timedelta(days=1), day) == "today"
    assert day_words(day, None, date(2026, 5, 13)) == "on Thursday 14 May"
    assert day_words(day, None, date(2027, 1, 13)) == "on Thursday 14 May 2026"


def test_the_day_is_the_employers() -> None:
    sydney = panel("05-14 22:30", zone="Australia/Sydney")
    assert "this morning" in letter(sydney, now="05-14 23:30").body
    assert "yesterday" in letter(sydney, now="05-15 15:30").body


def test_a_talk_without_a_start_still_has_its_day() -> None:
    dossier = panel()
    (one,) = dossier.interviews
    assert "today" in letter(replace(dossier, interviews=(replace(one, start=None),))).body


# -- what the record says --------------------------------------------------------------------


def test_role_and_day_may_lack_and_leave_no_gap() -> None:
    dossier = panel(role="")
    bare = replace(dossier, interviews=(replace(dossier.interviews[0], start=None, end=None),))
    first = letter(bare).body.split("\n\n")[1]
    assert first == "Thank you for making time to talk with me."


@pytest.mark.parametrize("tone", Tone)
def test_without_a_role_the_other_offer_is_still_told_in_whole_sentences(tone: Tone) -> None:
    fact = said(FactKind.OFFER_ELSEWHERE, "05-20 10:00", date(2026, 6, 1))
    offered = replace(panel(role=""), facts=(fact,))
    body = letter(offered, MessageKind.COMPETING_OFFER, tone=tone, now=LATER).body
    assert "in joining Lumen & Oak" in body
    assert "interested at" not in body


def test_a_role_is_not_called_a_role_twice() -> None:
    assert the_role("UX Lead") == "the UX Lead role"
    assert the_role("The Sales Position") == "the Sales Position"
    assert the_role(" ") == ""


def test_a_promised_day_stands_in_the_close_until_it_has_come() -> None:
    promise = said(FactKind.PROMISE, "05-14 14:50", date(2026, 5, 22))
    dossier = replace(panel(), facts=(promise,))
    assert "planned by Friday 22 May" in letter(dossier).body
    old = replace(panel(), facts=(replace(promise, day=date(2026, 5, 14)),))
    assert "14 May" not in letter(old).body
    earlier = replace(panel(), facts=(replace(promise, at=at("05-01 10:00")),))
    assert "22 May" not in letter(earlier).body


def test_an_application_letter_names_its_day_and_its_writer() -> None:
    one = letter(panel(), MessageKind.APPLICATION_FOLLOW_UP, None)
    assert one.subject == "Senior Product Designer application, Maya Ferrer"
    assert one.body.startswith("Dear Hiring Team,\n\nI applied for the Senior Product Designer")
    assert "on 20 April, and" in one.body
    to = letter(panel(), MessageKind.APPLICATION_FOLLOW_UP, "A", profile=Profile())
    assert to.body.startswith("Hi Priya,")
    assert to.subject == "Senior Product Designer application"
    bare = letter(panel(role="", applied_at=None), MessageKind.APPLICATION_FOLLOW_UP, None)
    assert bare.subject == "My application to Lumen & Oak, Maya Ferrer"
    assert "I applied at Lumen & Oak, and" in bare.body


def test_a_deadline_and_an_answer_by_come_from_their_facts() -> None:
    def told(kind: FactKind, day: date | None) -> Dossier:
        return replace(panel(), facts=(said(kind, "05-20 10:00", day),))

    day = date(2026, 6, 1)
    other = told(FactKind.OFFER_ELSEWHERE, day)
    assert "by Monday 1 June" in letter(other, MessageKind.COMPETING_OFFER, now=LATER).body
    offer = told(FactKind.OFFER, day)
    assert "by Monday 1 June" in letter(offer, MessageKind.OFFER_ACKNOWLEDGEMENT, now=LATER).body
    open_ = letter(told(FactKind.OFFER, None), MessageKind.OFFER_ACKNOWLEDGEMENT, now=LATER)
    assert "come back to you soon" in open_.body
    holding = told(FactKind.REPLY_HOLDING, date(2026, 5, 22))
    invited = letter(holding, MessageKind.INVITED_CHECK_IN, now=LATER)
    assert "message of Wednesday 20 May, in which Friday 22 May was named" in invited.body
    assert letter(panel(), MessageKind.INVITED_CHECK_IN, now=LATER).body.startswith(
        "Hi Priya,\n\nThank you for keeping me informed."
    )


def test_hostile_names_stay_literal() -> None:
    dossier = replace(
        named("{{role}} [[x]]", panel(met="A", role="{{company}}")),
        highlights=(topic("{{name}} | --", "A"),),
    )
    one = letter(dossier, tone=Tone.FORMAL)
    assert one.body.startswith("Dear {{role}} [[x]],\n\n")
    assert "the {{company}} role" in one.body
    assert "{{name}} | --." in one.body
    assert one.subject == "Thank you, and {{name}} | --"
    assert "\u202e" not in letter(named("A\u202eb\x00 C\n")).body


# -- sign-off --------------------------------------------------------------------------------


def test_the_sign_off_is_the_writers_own_or_the_tones() -> None:
    own = Profile(name="Maya Ferrer", sign_off="Cheers,", phone="1")
    assert letter(panel(), profile=own).body.endswith("\n\nCheers,\nMaya Ferrer\n1")
    assert letter(panel(), profile=Profile(name="Maya")).body.endswith("\n\nWarm regards,\nMaya")


def test_a_missing_name_stays_open_until_it_is_signed() -> None:
    unsigned = letter(panel(), profile=Profile())
    assert unsigned.open == ("[your name]",)
    assert (
        sign(unsigned.body, "Maya\nFerrer")
        == letter(panel(), profile=Profile(name="Maya Ferrer")).body
    )
    assert sign(unsigned.body, " ") == unsigned.body
    assert letter(panel()).open == ()


# -- subject ---------------------------------------------------------------------------------


def test_a_subject_is_specific_and_short() -> None:
    assert letter(panel()).subject == "Thank you, and the move to Leeds"
    bare = replace(panel(), highlights=())
    assert letter(bare).subject == "Thank you, Senior Product Designer interview"
    assert (
        letter(replace(panel(role=""), highlights=())).subject == "Thank you for the conversation"
    )
    long = "how you test with carers who look after somebody at home and abroad"
    subject = letter(replace(panel(), highlights=(topic(long, "A"),))).subject
    assert subject == "Thank you, and how you test with carers who look after"
    word = letter(replace(panel(), highlights=(topic("x" * 99, "A"),))).subject
    assert word == "Thank you, Senior Product Designer interview"


def test_a_cut_subject_leaves_nothing_hanging() -> None:
    assert shortened("the move to the", 60) == "the move to the"
    assert shortened("moving the team to Leeds", 18) == "moving the team"
    assert shortened("maps, charts and plans", 16) == "maps, charts"


# -- highlights --------------------------------------------------------------------------------


def test_only_highlights_ticked_for_the_person_in_that_round_are_said() -> None:
    dossier = panel()
    body = letter(dossier).body
    assert "Leeds" in body
    assert "plan setup" not in body
    elsewhere = replace(dossier, highlights=(topic("the move to Leeds", "A", about="i9"),))
    assert "Leeds" not in letter(elsewhere).body
    empty = replace(dossier, highlights=(topic(" . ", "A"),))
    assert letter(empty).body == letter(replace(dossier, highlights=())).body


def test_highlights_come_in_the_persons_order() -> None:
    two = (topic("boats", "A", place=2), topic("trains", "A", place=1))
    body = letter(replace(panel(), highlights=two)).body
    assert body.index("trains") < body.index("boats")


def test_a_check_in_says_only_what_is_new() -> None:
    dossier = thanked_panel()
    bare = letter(dossier, CHECK_IN, now=LATER)
    assert "Leeds" not in bare.body
    new = replace(dossier, highlights=(*dossier.highlights, topic("the pilot launch", "A")))
    assert "thinking about the pilot launch." in letter(new, CHECK_IN, now=LATER).body


# -- variants --------------------------------------------------------------------------------


def test_the_sort_of_thank_you_follows_the_talk_and_the_hour() -> None:
    dossier = panel()
    (one,) = dossier.interviews

    def sort(now: str, **fields: object) -> str:
        talk_ = replace(one, **fields)  # type: ignore[arg-type]  # fields of a talk
        return variant_of(
            replace(dossier, interviews=(talk_,)), MessageKind.THANK_YOU, A, when(now)
        )

    assert sort("05-15 14:45") == ""
    assert sort("05-15 14:46") == "late"
    assert sort("05-14 15:00", kind=InterviewKind.PHONE_SCREEN) == "phone_screen"
    assert sort("05-14 15:00", decides_at_once=True) == "same_day"
    assert sort("05-14 15:00", met=()) == ""
    assert variant_of(case(), MessageKind.THANK_YOU, A, when("05-14 15:00")) == ""


def test_a_sort_without_its_own_text_takes_its_kinds() -> None:
    plain = {name: text for name, text in TEMPLATES.items() if "-" not in name}
    found = compose(panel(), MessageKind.THANK_YOU, A, Tone.WARM, when("05-18 09:00"), MAYA, plain)
    assert isinstance(found, Letter)
    assert found.variant == "late"


def test_the_letter_is_about_the_talk_asked_for_else_the_last_with_that_person() -> None:
    first, second = talk("i1", "05-04 11:00", "A"), talk("i2", "05-14 14:45", "B")
    people = [
        replace(one, id=PersonId(key)) for key, one in zip("AB", panel().people, strict=False)
    ]
    dossier = case(first, second, people=people)
    assert "on Monday 4 May" in letter(dossier).body
    assert "this afternoon" in letter(dossier, to="B").body
    asked = compose(
        dossier, CHECK_IN, A, Tone.WARM, when("05-14 15:20"), MAYA, TEMPLATES, second.id
    )
    assert isinstance(asked, Letter)
    assert "this afternoon" in asked.body


# -- missing -----------------------------------------------------------------------------------


def test_what_lacks_is_said() -> None:
    moment = when("05-14 15:20")

    def lacking(kind: MessageKind, person: PersonId | None, templates: dict[str, str]) -> object:
        return compose(panel(), kind, person, Tone.WARM, moment, MAYA, templates)

    assert lacking(MessageKind.ANSWER, A, {}) == Missing(("kind",))
    assert lacking(MessageKind.THANK_YOU, None, TEMPLATES) == Missing(("person",))
    assert lacking(CHECK_IN, PersonId("nobody"), TEMPLATES) == Missing(("person",))


def test_an_own_template_may_leave_a_placeholder_open() -> None:
    own = {"answer.warm": "Subject: Hello\n\nMy {{shoe_size}} is open."}
    found = compose(panel(), MessageKind.ANSWER, A, Tone.WARM, when("05-14 15:20"), MAYA, own)
    assert isinstance(found, Letter)
    assert found.open == ("{{shoe_size}}",)


def test_a_list_is_joined_in_words() -> None:
    assert joined([]) == ""
    assert joined(["Ana"]) == "Ana"
    assert joined(["Ana", "Ben", "Cleo"]) == "Ana, Ben and Cleo"


def test_a_note_passed_on_without_a_round_thanks_everybody() -> None:
    organiser = Person(id=A, opportunity_id=panel().opportunity.id, name="Hal Brook")
    one = letter(case(people=[organiser]), MessageKind.PASS_ON)
    assert "everybody I talked with?" in one.body
    met = Interview(id=panel().interviews[0].id, opportunity_id=organiser.opportunity_id)
    assert "everybody" in letter(case(met, people=[organiser]), MessageKind.PASS_ON).body


def test_a_fact_before_any_talk_counts_for_the_application() -> None:
    fact: Fact = said(FactKind.REPLY_HOLDING, "05-02 10:00", date(2026, 5, 8))
    dossier = case(fact, people=panel().people)
    invited = letter(dossier, MessageKind.INVITED_CHECK_IN, now="05-12 10:00")
    assert "Friday 8 May was named" in invited.body
