"""Every letter that ships: whole, of a fitting length, courteous, and another for each reader."""

import re
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from rules.compose import Letter, has_letter, variant_of
from rules.highlights import said_in, tick, untick
from rules.length import length_advice, own_words, range_of
from rules.letter_values import Case, values_for
from rules.quoting import own_text, quoted_text, whole_body
from rules.records import (
    Dossier,
    FactKind,
    InterviewKind,
    MessageKind,
    Person,
    PersonId,
    Profile,
    Tone,
)
from rules.templates import unknown
from tests.rules.dossiers import case, said, when
from tests.rules.letters import (
    A_DAY,
    MAYA,
    NAMES,
    TEMPLATES,
    letter,
    open_in,
    organised,
    own_sentences,
    panel,
    thanked_panel,
    topic,
    words,
)

TONES = tuple(Tone)
EVERYBODY = "ABCDEFGHI"
CALL = {"kind": InterviewKind.PHONE_SCREEN}


def changed_talk(dossier: Dossier, **fields: object) -> Dossier:
    """The same with another sort of talk."""
    (one,) = dossier.interviews
    return replace(dossier, interviews=(replace(one, **fields),))  # type: ignore[arg-type]  # fields of a talk


def thank_yous(tone: Tone, met: str = EVERYBODY, promise: bool = False) -> dict[str, list[Letter]]:
    """The thank-yous to a whole panel, by the sort of talk."""
    facts = (said(FactKind.PROMISE, "05-14 14:50", A_DAY),) if promise else ()
    usual = replace(panel(met=met), facts=facts)
    sorts = {
        "": (usual, "05-14 15:20"),
        "phone_screen": (changed_talk(usual, **CALL), "05-14 15:20"),
        "same_day": (changed_talk(usual, decides_at_once=True), "05-14 15:20"),
        "late": (usual, "05-16 09:00"),
    }
    return {
        variant: [letter(dossier, to=one, tone=tone, now=now) for one in met]
        for variant, (dossier, now) in sorts.items()
    }


def others(tone: Tone) -> dict[MessageKind, Letter]:
    """One letter of each other kind."""
    usual = thanked_panel(tone=tone)
    highlights = (*usual.highlights, topic("the pilot launch in Hull", "A", place=1))
    waiting = replace(usual, highlights=highlights)
    at_last = replace(panel(), facts=(said(FactKind.PROMISE, "05-14 14:50", date(2026, 5, 20)),))

    def told(kind: FactKind, day: date | None = None) -> Dossier:
        return replace(waiting, facts=(said(kind, "05-20 10:00", day),))

    later = "05-28 10:00"
    plans = {
        MessageKind.APPLICATION_FOLLOW_UP: (panel(), None, "05-05 10:00"),
        MessageKind.PASS_ON: (organised(panel()), "O", "05-14 16:00"),
        MessageKind.THANKS_AND_QUESTION: (at_last, "A", later),
        MessageKind.CHECK_IN: (waiting, "A", later),
        MessageKind.INVITED_CHECK_IN: (told(FactKind.REPLY_HOLDING, A_DAY), "A", later),
        MessageKind.REPLY_TO_REJECTION: (told(FactKind.REJECTION), "A", later),
        MessageKind.OFFER_ACKNOWLEDGEMENT: (told(FactKind.OFFER, date(2026, 6, 1)), "A", later),
        MessageKind.COMPETING_OFFER: (
            told(FactKind.OFFER_ELSEWHERE, date(2026, 6, 1)),
            "A",
            later,
        ),
        MessageKind.WITHDRAWAL: (waiting, "A", later),
        MessageKind.DECLINE: (told(FactKind.OFFER), "A", later),
        MessageKind.ANSWER: (told(FactKind.REPLY_QUESTION), "A", later),
        MessageKind.KEEP_IN_TOUCH: (waiting, "A", later),
    }
    return {
        kind: letter(dossier, kind, to, tone, now) for kind, (dossier, to, now) in plans.items()
    }


def all_letters(tone: Tone) -> list[tuple[MessageKind, Letter]]:
    """Every sort of letter of a tone."""
    thanks = [
        (MessageKind.THANK_YOU, one)
        for promise in (False, True)
        for found in thank_yous(tone, promise=promise).values()
        for one in found
    ]
    return thanks + list(others(tone).items())


def test_every_written_kind_has_a_letter_in_each_tone() -> None:
    assert all(has_letter(kind, TEMPLATES) for kind in MessageKind)
    assert not has_letter(MessageKind.ANSWER, {})


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_letter_asks_only_for_what_a_record_can_give(name: str) -> None:
    known = values_for(
        Case(
            dossier=case(),
            kind=MessageKind.ANSWER,
            person=None,
            tone=Tone.WARM,
            moment=when("05-14 15:20"),
            profile=Profile(),
            round=None,
            original=None,
        )
    )
    assert not unknown(TEMPLATES[name], known)
    assert TEMPLATES[name].startswith("Subject: ")
    kind, tone = name.split(".")
    assert kind.split("-")[0] in list(MessageKind)
    assert tone in list(Tone)


@pytest.mark.parametrize("tone", TONES)
def test_thank_yous_have_the_length_of_their_sort(tone: Tone) -> None:
    for promise in (False, True):
        for variant, found in thank_yous(tone, promise=promise).items():
            low, high = range_of(MessageKind.THANK_YOU, variant).aim
            for one in found:
                assert one.variant == variant
                assert low <= own_words(one.body) <= high, (variant, one.body)


@pytest.mark.parametrize("tone", TONES)
def test_other_letters_have_the_length_of_their_kind(tone: Tone) -> None:
    for kind, one in others(tone).items():
        low, high = range_of(kind).aim
        spare = 40 if kind in (MessageKind.ANSWER, MessageKind.KEEP_IN_TOUCH) else 0
        assert low - spare <= own_words(one.body) <= high, (kind, own_words(one.body), one.body)
        assert length_advice(kind, "", own_words(one.body)) == "good"


NEVER = (
    r"[!]|\?\?|\b(just|only) (checking|following)|touch(ing)? base|circl(e|ing) back|hope this "
    r"(email |note )?finds|to whom it may|sir or madam|sorry (to|for)|apolog|busy|bother|pest|"
    r"desperate|dream job|really really|asap|urgent|by tomorrow|final reminder|need to hear|"
    r"(you|they) (said|promised)|still haven|not replied|attach|enclosed|salary|holiday|remote|"
    r"\b(he|she|his|her|him)\b|\{|\}|\||\\|\[\[|\]\]|  "
)


@pytest.mark.parametrize("tone", TONES)
def test_no_letter_presses_apologises_or_uses_worn_words(tone: Tone) -> None:
    for kind, one in all_letters(tone):
        text = f"{one.subject}\n{one.body}"
        assert not re.search(NEVER, text, re.IGNORECASE), (kind, text)
        assert not re.search(r"\b(\w+) \1\b", one.body), one.body
        assert not re.search(r" [,.;:?]|\.\.|,\.", one.body), one.body
        if one.variant == "late":
            assert not re.search(r"\b(late|delay)", one.body, re.IGNORECASE)


@pytest.mark.parametrize("tone", TONES)
def test_every_letter_greets_is_signed_and_reads_easily(tone: Tone) -> None:
    for kind, one in all_letters(tone):
        parts = one.body.split("\n\n")
        assert re.match(r"(Hi|Dear) \w.*,$", parts[0]), one.body
        assert re.fullmatch(r"[A-Z][a-z ]+,\nMaya Ferrer\n\+44 20 7946 0018", parts[-1]), one.body
        assert 3 <= len(parts) <= 7
        for sentence in own_sentences(one.body):
            assert len(words(sentence)) <= 36, sentence
            assert sentence[0].isupper() or sentence.startswith("["), sentence
            assert sentence[-1] in ".?]", sentence
        starts = [sentence.startswith("I ") for sentence in own_sentences(one.body)]
        assert len(starts) < 4 or sum(starts) <= len(starts) / 2, (kind, one.variant, one.body)
        assert 0 < len(one.subject) <= 60 or kind is MessageKind.CHECK_IN


@pytest.mark.parametrize("tone", TONES)
def test_a_thank_you_thanks_shows_interest_and_names_the_role_or_topic(tone: Tone) -> None:
    for found in thank_yous(tone).values():
        for one in found:
            assert re.search("thank|grateful|appreciat", one.body, re.IGNORECASE)
            assert re.search(
                "interest|keen|enthusias|excited|look forward|would welcome|glad to",
                one.body,
            ), one.body
            assert "Senior Product Designer" in one.body


@pytest.mark.parametrize("tone", TONES)
def test_a_question_is_asked_once_where_one_is_due(tone: Tone) -> None:
    asking = {
        MessageKind.APPLICATION_FOLLOW_UP,
        MessageKind.CHECK_IN,
        MessageKind.INVITED_CHECK_IN,
        MessageKind.THANKS_AND_QUESTION,
        MessageKind.COMPETING_OFFER,
    }
    for kind, one in others(tone).items():
        if kind in asking:
            assert one.body.count("?") == 1, (kind, one.body)
            assert "Senior Product Designer" in f"{one.subject} {one.body}"


def shared(first: str, second: str) -> tuple[float, int]:
    """The share of words in sentences like those of another letter, and the words in others."""
    pairs = [own_sentences(_masked(one)) for one in (first, second)]
    mine = [words(one) for one in pairs[0]]
    theirs = [set(words(one)) for one in pairs[1]]
    alike = [any(len(set(a) & b) / len(set(a) | b) >= 0.6 for b in theirs) for a in mine]
    same = sum(len(a) for a, is_alike in zip(mine, alike, strict=True) if is_alike)
    total = sum(len(a) for a in mine)
    return same / total, total - same


def _masked(text: str) -> str:
    return re.sub(r"Lumen & Oak|Senior Product Designer", "X", text)


@pytest.mark.parametrize("tone", TONES)
def test_nine_people_of_a_panel_never_get_the_same_letter(tone: Tone) -> None:
    for variant, found in thank_yous(tone).items():
        for first, second in combinations(found, 2):
            ratio, unshared = shared(first.body, second.body)
            assert unshared >= 20, (variant, first.body, second.body)
            assert ratio <= 0.65, (variant, first.body, second.body)
            assert first.subject != second.subject


@pytest.mark.parametrize("tone", TONES)
def test_three_people_get_different_letters_even_without_a_highlight(tone: Tone) -> None:
    dossier = replace(panel(), highlights=())
    for first, second in combinations([letter(dossier, to=one, tone=tone) for one in "ABC"], 2):
        assert shared(first.body, second.body)[1] >= 40


@pytest.mark.parametrize("tone", TONES)
def test_unticking_and_ticking_gives_the_letter_again(tone: Tone) -> None:
    slotted = {kind: TEMPLATES[f"{kind.value}.{tone.value}"] for kind in MessageKind}
    for kind, one in all_letters(tone):
        if "{{highlight}}" not in slotted[kind] or kind is MessageKind.PASS_ON:
            continue
        text = "the pilot launch in Hull" if kind is MessageKind.CHECK_IN else "the move to Leeds"
        if not said_in(text, one.body):
            continue
        bare = untick(one.body, text)
        assert not said_in(text, own_text(bare))
        assert tick(bare, text, kind=kind, tone=tone, turn=0) == one.body


def test_ticked_sentences_come_where_the_template_has_them() -> None:
    dossier = panel()
    both = replace(dossier, highlights=(*dossier.highlights, topic("night trains", "A", place=1)))
    for tone in TONES:
        bare = letter(replace(dossier, highlights=()), tone=tone).body
        for text in ("the move to Leeds", "night trains"):
            bare = tick(bare, text, kind=MessageKind.THANK_YOU, tone=tone)
        assert bare == letter(both, tone=tone).body


@pytest.mark.parametrize("tone", TONES)
def test_every_letter_stands_with_next_to_nothing_on_record(tone: Tone) -> None:
    nobody = Person(id=PersonId("A"), opportunity_id=panel().opportunity.id, name="Ana")
    dossier = case(people=[nobody], company="Lumen")
    for kind in MessageKind:
        one = letter(dossier, kind, "A", tone, profile=Profile())
        assert not re.search(r"\{|\}|  | [,.;?]|\.\.|^,|\n\n\n", one.body), one.body
        assert one.body.endswith(",\n[your name]")
        assert one.open[0] == "[your name]"
        assert one.subject
        for sentence in own_sentences(one.body):
            assert sentence[0].isupper() or sentence.startswith("["), one.body
        assert ("F01", "[your name]") in open_in(one, dossier, kind, profile=Profile())


@pytest.mark.parametrize("tone", TONES)
def test_the_check_in_holds_the_whole_original_as_it_went_out(tone: Tone) -> None:
    dossier = thanked_panel(tone=tone)
    one = letter(dossier, MessageKind.CHECK_IN, "A", tone, now="05-28 10:00")
    sent = dossier.messages[0]
    assert one.subject == f"Re: {sent.subject}"
    assert one.original is not None
    copied = whole_body(one.body, one.original)
    assert quoted_text(copied) == sent.body
    assert own_text(copied) == one.body
    assert "\n\nOn Thu 14 May 2026, Maya Ferrer wrote:\n> " in copied
    assert "on Thursday 14 May" in one.body
    new = set(words(own_text(copied))) - set(words(sent.body))
    assert len(new) >= 12
    assert "Leeds" not in one.body


def test_a_letter_to_the_agency_asks_to_pass_the_thanks_on() -> None:
    dossier = organised(panel())
    one = letter(dossier, to="O")
    assert one.variant == "pass_on"
    assert "on to Priya Raman, Daniel Okafor and Sofia Lindqvist?" in one.body
    assert "Priya Raman and I talked about the move to Leeds." in one.body
    assert variant_of(dossier, MessageKind.CHECK_IN, PersonId("O"), when("05-14 15:20")) == ""


def test_the_panel_is_greeted_by_name() -> None:
    for key, name in NAMES.items():
        dossier = panel(met=EVERYBODY)
        assert letter(dossier, to=key).body.startswith(f"Hi {name.split()[0]},\n\n")
        assert letter(dossier, to=key, tone=Tone.FORMAL).body.startswith(f"Dear {name},\n\n")
        assert letter(dossier, to=key, profile=MAYA).open == ()
