"""The letter on the desk as proofreading sees it, and the letters that ship before it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rules.compose import Letter, compose
from rules.proof import Finding, Heard, Part, Pursuit, Report, Severity, check
from rules.proof_record import (
    Beside,
    for_channel,
    name_of,
    proof_letter,
    proofread,
    without,
)
from rules.quoting import Original
from rules.records import (
    Channel,
    Dossier,
    Draft,
    FactKind,
    InterviewId,
    MessageKind,
    OpportunityId,
    PersonId,
    Profile,
    Tone,
)
from tests.rules.dossiers import (
    LONDON,
    OID,
    at,
    case,
    copied,
    person,
    said,
    sent,
    talk,
    thanks,
    when,
)
from tests.rules.letters import MAYA, NAMES, TEMPLATES, letter, panel, thanked_panel, topic

TONES = tuple(Tone)
A = PersonId("A")


def draft(one: Letter, to: str | None = "A", **more: object) -> Draft:
    """A letter as the desk holds it."""
    fields: dict[str, object] = {
        "kind": MessageKind.THANK_YOU,
        "tone": Tone.WARM,
        "interview_id": InterviewId("i1"),
    }
    return Draft(
        opportunity_id=OID,
        person_id=PersonId(to) if to else None,
        subject=one.subject,
        body=one.body,
        saved_at=at("05-14 15:20"),
        **(fields | more),  # type: ignore[arg-type]  # fields of a draft
    )


def finds(dossier: Dossier, written: Draft, now: str = "05-14 15:20", **more: object) -> Report:
    """What proofreading says of it, without a dictionary."""
    asked = proof_letter(dossier, written, moment=when(now), profile=MAYA, **more)  # type: ignore[arg-type]  # as above
    return check(asked)


@pytest.mark.parametrize("tone", TONES)
def test_a_panel_of_nine_is_thanked_without_a_fix(tone: Tone) -> None:
    dossier = panel(met="ABCDEFGHI")
    for key in "ABCDEFGHI":
        one = letter(dossier, to=key, tone=tone)
        found = finds(dossier, draft(one, key, tone=tone))
        assert found.findings == (), (key, found.findings)
        message = thanks(key, "05-14 15:20", body=one.body, subject=one.subject, to_name=NAMES[key])
        dossier = replace(dossier, messages=(*dossier.messages, message))


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("first", TONES)
@pytest.mark.parametrize("to", "ABC")
def test_a_check_in_brings_its_original_and_passes(to: str, first: Tone, tone: Tone) -> None:
    dossier = thanked_panel(tone=first, to=to)
    one = letter(dossier, MessageKind.CHECK_IN, to, tone=tone, now="05-22 10:00")
    written = draft(one, to, kind=MessageKind.CHECK_IN, tone=tone)
    found = finds(dossier, written, "05-22 10:00", beside=Beside(one.original))
    assert found.findings == ()
    assert {"O01", "O02", "O03", "O05"} <= set(found.passed)
    corrected = replace(
        dossier, people=tuple(replace(one, name=f"{one.name}s") for one in dossier.people)
    )
    told = finds(corrected, written, "05-22 10:00", beside=Beside(one.original))
    assert not any(one.id.startswith("O") for one in told.findings)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", [MessageKind.CHECK_IN, MessageKind.COMPETING_OFFER])
def test_a_call_is_not_asked_for_what_makes_a_letter(kind: MessageKind, tone: Tone) -> None:
    dossier = replace(thanked_panel(), facts=(said(FactKind.INVITED_TO_CALL, "05-20 10:00"),))
    call = compose(
        dossier, kind, A, tone, when("05-28 10:00"), MAYA, TEMPLATES, channel=Channel.PHONE
    )
    assert isinstance(call, Letter)
    written = draft(call, kind=kind, channel=Channel.PHONE, tone=tone)
    asked = proof_letter(dossier, written, moment=when("05-28 10:00"), profile=MAYA)
    assert asked.call_invited
    assert asked.on_paper
    assert asked.to == ()
    whole = check(asked)
    heard = for_channel(whole, Channel.PHONE)
    assert heard.findings == ()
    assert "N08" in whole.ran
    assert "N08" not in heard.ran
    assert for_channel(whole, Channel.EMAIL) == whole


def test_everything_on_record_is_handed_over() -> None:
    dossier = panel(notes="A friend works at Cobalt Atlas", link="https://lumen.example/jobs/7")
    fact = said(FactKind.REPLY_NOTE, "05-14 16:00", text="Hello from Ana")
    dossier = replace(dossier, facts=(fact,))
    other = case(people=[replace(person("D"), name="Bo Chen")], company="Cobalt", role="Cook")
    other = replace(other, opportunity=replace(other.opportunity, id=OpportunityId("else")))
    profile = replace(MAYA, email="maya@f.example", link="https://maya.example")
    asked = proof_letter(
        dossier,
        draft(letter(dossier)),
        moment=when("05-14 15:20"),
        profile=profile,
        others=(dossier, other),
        beside=Beside(variant="late", refused="No."),
    )
    assert (asked.company, asked.role, asked.variant) == (
        "Lumen & Oak",
        "Senior Product Designer",
        "late",
    )
    assert asked.refused == "No."
    assert asked.me.links == ("https://maya.example",)
    assert asked.recipient is not None
    assert asked.recipient.name == "Priya Raman"
    assert [one.name for one in asked.met] == ["Daniel Okafor", "Sofia Lindqvist"]
    assert asked.heard[0] == Heard(text="the move to Leeds", by="Priya Raman")
    assert asked.others == (Pursuit(company="Cobalt", role="Cook", people=("Bo Chen",)),)
    assert "Cobalt Atlas" in asked.notes
    assert "Hello from Ana" in asked.notes
    assert asked.to == ("a@x.example",)
    assert asked.began == at("05-14 13:45")
    assert asked.ended == at("05-14 14:45")
    assert str(asked.applied) == "2026-04-20"


def test_the_employers_clock_tells_when_it_goes_out() -> None:
    dossier = panel(zone="America/New_York")
    asked = proof_letter(
        dossier, draft(letter(dossier)), moment=when("05-15 02:00"), profile=Profile()
    )
    assert asked.planned is not None
    assert asked.planned.isoformat() == "2026-05-14T21:00:00-04:00"
    assert asked.me.links == ()
    assert asked.planned.astimezone(UTC) == datetime(2026, 5, 15, 1, tzinfo=UTC)
    assert LONDON is not asked.planned.tzinfo


def test_nothing_on_record_is_nothing_to_go_by() -> None:
    nobody = case(people=[])
    written = draft(letter(panel()), None, interview_id=None)
    asked = proof_letter(nobody, written, moment=when("05-14 15:20"), profile=MAYA)
    assert (asked.recipient, asked.began, asked.ended, asked.applied) == (None,) * 4
    assert asked.other_notes == asked.earlier_notes == asked.sent_before == ()
    original = Original(
        text="Hi", sent_at=at("05-14 15:20"), to_name="Ana", subject="x", attribution="Ana wrote:"
    )
    quoted = proof_letter(
        nobody, written, moment=when("05-14 15:20"), profile=MAYA, beside=Beside(original)
    )
    assert quoted.original is not None
    assert quoted.original.to == "Ana"
    assert quoted.body.endswith("\n> Hi")


def test_the_same_letter_to_two_of_a_panel_is_a_copy() -> None:
    dossier = panel()
    mine = letter(dossier)
    theirs = replace(
        draft(letter(dossier), "B"), body=mine.body.replace("Priya", "Daniel"), edited=True
    )
    older = replace(theirs, tone=Tone.BRIEF, body="Hi Daniel.", saved_at=at("05-14 15:00"))
    elsewhere = replace(theirs, person_id=PersonId("C"), interview_id=InterviewId("i9"))
    own = replace(theirs, person_id=A)
    answer = copied(MessageKind.ANSWER, "C", "05-14 16:00")
    dossier = replace(dossier, drafts=(theirs, older, elsewhere, own, answer))
    found = finds(dossier, draft(mine))
    assert [one.reason for one in found.fixes] == [
        "This is the letter to Daniel Okafor over again."
    ]
    sent_one = thanks("B", "05-14 15:00", body=theirs.body, to_name="Dan O.")
    gone = thanks("Z", "05-14 15:00", body="Hi Zed.", to_name="Zed")
    dossier = replace(dossier, messages=(sent_one, gone))
    asked = proof_letter(dossier, draft(mine), moment=when("05-14 15:20"), profile=MAYA)
    assert [one.to for one in asked.other_notes] == ["Daniel Okafor", "Zed"]
    stranger = replace(theirs, person_id=PersonId("Z"))
    dossier = replace(dossier, messages=(), drafts=(stranger,))
    asked = proof_letter(dossier, draft(mine), moment=when("05-14 15:20"), profile=MAYA)
    assert [one.to for one in asked.other_notes] == [""]


def test_what_went_to_the_same_person_is_not_sent_again() -> None:
    before = talk("i0", "05-05 12:00", "A")
    one = letter(panel())
    earlier = thanks("A", "05-05 15:00", about="i0", body=one.body)
    unsent = replace(thanks("A", "05-14 15:10", body=one.body), unsent_at=at("05-14 15:11"))
    bare = thanks("A", "05-06 15:10", about="i0")
    dossier = panel()
    dossier = replace(
        dossier,
        interviews=(before, *dossier.interviews),
        messages=(earlier, unsent, bare),
    )
    found = {one.id: one.severity for one in finds(dossier, draft(one)).findings}
    assert found == {"R02": Severity.FIX, "D03": Severity.CONSIDER}


def test_a_card_is_held_against_the_email_and_not_taken_for_it() -> None:
    email = letter(panel())
    messages = (
        sent(MessageKind.THANK_YOU, "B", "05-14 15:00", body="Hi Daniel"),
        thanks("A", "05-14 15:00", body=email.body),
    )
    dossier = replace(panel(), messages=messages)
    card = draft(email, channel=Channel.LETTER)
    asked = proof_letter(dossier, card, moment=when("05-14 15:20"), profile=MAYA)
    assert asked.email_text == email.body
    assert asked.sent_before == ()
    assert "D04" in {one.id for one in check(asked).findings}
    first = proof_letter(panel(), card, moment=when("05-14 15:20"), profile=MAYA)
    assert first.email_text == ""


def test_what_came_up_counts_for_whom_it_is_kept() -> None:
    dossier = panel()
    dossier = replace(
        dossier,
        highlights=(
            topic("the night trains"),
            topic("the map", "A", "B", "Z"),
            topic("another day", "A", about="i9"),
        ),
    )
    asked = proof_letter(dossier, draft(letter(dossier)), moment=when("05-14 15:20"), profile=MAYA)
    assert [(one.text, one.by) for one in asked.heard] == [
        ("the night trains", ""),
        ("the map", "Priya Raman"),
        ("the map", "Daniel Okafor"),
    ]
    loose = draft(letter(dossier), interview_id=None)
    asked = proof_letter(dossier, loose, moment=when("05-14 15:20"), profile=MAYA)
    assert len(asked.heard) == 4


@pytest.mark.parametrize(
    ("subject", "wrong", "right"),
    [
        ("Thank you, and thier checklist", "thier", "their"),
        ("Recieve my thanks", "Recieve", "Receive"),
        ("Thank you, Lumin & Oak", "Lumin & Oak", "Lumen & Oak"),
    ],
)
def test_the_words_of_a_subject_are_read_as_well(subject: str, wrong: str, right: str) -> None:
    one = replace(letter(panel()), subject=subject)
    one = replace(one, body=one.body.replace("Thank you", "We recieve it. Thank you", 1))
    asked = proof_letter(panel(), draft(one), moment=when("05-14 15:20"), profile=MAYA)
    first, second = proofread(asked).fixes
    assert (first.part, first.wrong, first.right) == (Part.SUBJECT, wrong, right)
    assert first.span is not None
    assert subject[slice(*first.span)] == wrong
    assert (second.part, second.wrong) == (Part.BODY, "recieve")
    assert (
        proofread(replace(asked, subject=" ")).findings
        == check(replace(asked, subject=" ")).findings
    )
    on_paper = replace(asked, on_paper=True)
    assert proofread(on_paper) == check(on_paper)
    good = replace(asked, subject="Thank you, Senior Product Designer interview")
    assert proofread(good) == check(good)


def test_what_is_let_stand_is_not_found_again_but_a_refusal_is() -> None:
    spelling = Finding(
        id="W01", severity=Severity.FIX, part=Part.BODY, span=(4, 9), wrong="thi\ner", reason="x"
    )
    refusal = Finding(id="R01", severity=Severity.FIX, part=Part.ENVELOPE, reason="Not now.")
    report = Report((refusal, spelling), ("R01", "W01", "F01"))
    names = frozenset(map(name_of, report.findings))
    assert name_of(spelling) == name_of(replace(spelling, span=(7, 12), wrong="thi er"))
    assert without(report, names).findings == (refusal,)
    assert without(report, frozenset()) == report
    assert "\n" not in "".join(names)
