"""Cards, calls and the two notes beside: other words than the email, of a fitting length."""

import re
from dataclasses import replace
from datetime import date

import pytest

from rules.compose import Letter, compose
from rules.highlights import said_in
from rules.length import length_advice, own_words, word_count
from rules.records import (
    Channel,
    Dossier,
    FactKind,
    MessageKind,
    PersonId,
    Profile,
    Tone,
)
from tests.rules.dossiers import case, person, said, when
from tests.rules.letters import (
    MAYA,
    TEMPLATES,
    letter,
    open_in,
    organised,
    own_sentences,
    panel,
    words,
)
from tests.rules.letters import thanked_panel as thanked
from tests.rules.test_letters import NEVER

TONES = tuple(Tone)
CALLS = (MessageKind.CHECK_IN, MessageKind.COMPETING_OFFER, MessageKind.WITHDRAWAL)
OFFER = said(FactKind.OFFER_ELSEWHERE, "05-20 10:00", date(2026, 6, 1))


def by(
    channel: Channel,
    dossier: Dossier,
    kind: MessageKind = MessageKind.THANK_YOU,
    to: str | None = "A",
    tone: Tone = Tone.WARM,
    profile: Profile = MAYA,
    now: str = "05-14 16:00",
) -> Letter:
    """A letter by that way."""
    whom = PersonId(to) if to else None
    found = compose(dossier, kind, whom, tone, when(now), profile, TEMPLATES, channel=channel)
    assert isinstance(found, Letter)
    return found


@pytest.mark.parametrize("tone", TONES)
def test_a_card_is_short_and_repeats_no_sentence_of_the_email(tone: Tone) -> None:
    card = by(Channel.LETTER, panel(), tone=tone)
    email = letter(panel(), tone=tone)
    assert card.variant == "card"
    assert 50 <= own_words(card.body) <= 100, card.body
    assert length_advice(MessageKind.THANK_YOU, "card", own_words(card.body)) == "good"
    assert not set(own_sentences(card.body)) & set(own_sentences(email.body))
    assert said_in("the move to Leeds", card.body)
    assert not re.search(NEVER, card.body, re.IGNORECASE), card.body
    assert card.body.endswith(",\nMaya Ferrer")
    assert open_in(card, panel(), channel=Channel.LETTER) == []


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", CALLS)
def test_a_call_says_who_why_and_the_number_twice_in_half_a_minute(
    kind: MessageKind, tone: Tone
) -> None:
    dossier = replace(thanked(), facts=(OFFER,))
    call = by(Channel.PHONE, dossier, kind, tone=tone, now="05-28 10:00")
    assert call.variant == "call"
    assert call.original is None
    assert word_count(call.body.replace(MAYA.phone, "number")) <= 75, call.body
    assert call.body.count(MAYA.phone) == 2
    assert "Maya Ferrer" in call.body.split("\n")[0]
    assert call.body.count("?") == (0 if kind is MessageKind.WITHDRAWAL else 1)
    assert not re.search(NEVER, call.body, re.IGNORECASE), call.body
    assert open_in(call, dossier, kind, now="05-28 10:00", channel=Channel.PHONE) == []


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", CALLS)
def test_a_call_asks_for_what_is_not_known(kind: MessageKind, tone: Tone) -> None:
    bare = case(people=[person("A")])
    call = by(Channel.PHONE, bare, kind, tone=tone, profile=Profile())
    holes = open_in(call, bare, kind, channel=Channel.PHONE, profile=Profile())
    assert set(holes) == {("F01", "[your name]"), ("F01", "[your number]")}
    assert not re.search(r"\{|\}|  | [,.;?]|\.\.", call.body), call.body


@pytest.mark.parametrize("tone", TONES)
def test_the_organiser_is_asked_only_for_the_addresses_that_lack(tone: Tone) -> None:
    dossier = organised(panel())
    known, *rest = dossier.people
    dossier = replace(dossier, people=(known, *(replace(one, email="") for one in rest[:-1]),
                                       rest[-1]))  # fmt: skip
    asked = letter(dossier, MessageKind.ADDRESS_REQUEST, "O", tone)
    assert "Daniel Okafor and Sofia Lindqvist" in asked.body
    assert "Priya" not in asked.body
    assert asked.body.count("?") == 1 or tone is Tone.FORMAL
    assert length_advice(MessageKind.ADDRESS_REQUEST, "", own_words(asked.body)) == "good"


@pytest.mark.parametrize("tone", TONES)
def test_the_recruiter_is_told_how_it_went_in_the_persons_own_words(tone: Tone) -> None:
    told = letter(organised(panel()), MessageKind.DEBRIEF, "O", tone)
    assert "[how it went]" in told.body
    assert length_advice(MessageKind.DEBRIEF, "", own_words(told.body)) == "good"
    assert "Lumen & Oak" in told.body
    found = open_in(told, organised(panel()), MessageKind.DEBRIEF, "O")
    assert found == [("F01", "[how it went]")]


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", [MessageKind.ADDRESS_REQUEST, MessageKind.DEBRIEF])
def test_the_notes_beside_are_courteous_and_easy(kind: MessageKind, tone: Tone) -> None:
    note = letter(organised(panel()), kind, "O", tone)
    assert 0 < len(note.subject) <= 60
    assert not re.search(NEVER, f"{note.subject} {note.body}", re.IGNORECASE), note.body
    assert note.body.startswith(("Hi Hal,", "Dear Hal Brook,"))
    for sentence in own_sentences(note.body):
        assert len(words(sentence)) <= 36, sentence
