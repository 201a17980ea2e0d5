"""The original below a check-in: that person's own, whole, and readable back."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from rules.letter_words import attribution, bare_subject
from rules.quoting import own_text, quoted_text, whole_body
from rules.records import Channel, MessageKind
from tests.rules.dossiers import LONDON, at, sent, thanks
from tests.rules.letters import letter, panel, thanked_panel

CHECK_IN = MessageKind.CHECK_IN
LATER = "05-28 10:00"


def test_the_original_is_what_that_very_person_got_in_this_round() -> None:
    dossier = thanked_panel()
    own = letter(dossier, CHECK_IN, now=LATER)
    assert own.original is not None
    assert own.original.text == dossier.messages[0].body
    assert own.original.to_name == "Priya Raman"
    assert letter(dossier, CHECK_IN, "B", now=LATER).original is None
    assert letter(dossier, MessageKind.INVITED_CHECK_IN, now=LATER).original is None


@pytest.mark.parametrize(
    "message",
    [
        thanks("A", "05-14 18:00", channel=Channel.PHONE, body="I called."),
        thanks("A", "05-14 18:00", body=" \n"),
        sent(CHECK_IN, "A", "05-14 18:00", body="A check-in, by mistake."),
        replace(thanks("A", "05-14 18:00", body="x"), bounced_at=at("05-14 18:01")),
    ],
)
def test_a_call_or_a_letter_without_text_leaves_no_original(message: object) -> None:
    dossier = replace(panel(), messages=(message,))  # type: ignore[arg-type]  # a message
    one = letter(dossier, CHECK_IN, now=LATER)
    assert one.original is None
    assert one.subject == "Senior Product Designer interview, Maya Ferrer"
    assert "below" not in one.body


def test_a_check_in_answers_the_subject_once() -> None:
    dossier = thanked_panel()
    (message,) = dossier.messages
    for subject in ("Thank you", "Re: Thank you", "RE:Fwd: AW: Thank you"):
        again = replace(dossier, messages=(replace(message, subject=subject),))
        assert letter(again, CHECK_IN, now=LATER).subject == "Re: Thank you"
    nothing = replace(dossier, messages=(replace(message, subject=""),))
    assert letter(nothing, CHECK_IN, now=LATER).subject.startswith("Senior Product Designer")
    assert bare_subject("Regarding: it") == "Regarding: it"


def test_other_letters_go_on_with_the_last_subject_to_that_person() -> None:
    dossier = thanked_panel()
    follow = sent(CHECK_IN, "A", "05-26 10:00", subject="Re: Another thread")
    dossier = replace(dossier, messages=(*dossier.messages, follow))
    assert letter(dossier, MessageKind.DECLINE, now=LATER).subject == "Re: Another thread"
    fresh = letter(dossier, MessageKind.DECLINE, "B", now=LATER)
    assert fresh.subject == "Your offer, Senior Product Designer"


@pytest.mark.parametrize(
    "text", ["One.\n\nTwo.", "> quoted\n>> twice", "", " indented\n\n\n", "a\r\nb\rc", "x:\n>"]
)
def test_a_quoted_original_reads_back_word_for_word(text: str) -> None:
    made = letter(thanked_panel(), CHECK_IN, now=LATER)
    assert made.original is not None
    copied = whole_body(made.body, replace(made.original, text=text))
    assert quoted_text(copied) == text.replace("\r\n", "\n").replace("\r", "\n")
    assert own_text(copied) == made.body
    assert whole_body("a", None) == "a"
    assert own_text("a\n\nb") == "a\n\nb"
    assert own_text("> only") == ""
    assert own_text("a\n\nOn a day, I wrote:\n\n> b") == "a"
    assert own_text("a\n> b") == "a"
    assert quoted_text("a") == ""


def test_the_attribution_names_day_and_writer() -> None:
    moment = datetime(2026, 5, 6, 23, 30, tzinfo=UTC)
    assert attribution(moment, LONDON, "Maya Ferrer") == "On Thu 7 May 2026, Maya Ferrer wrote:"
    assert attribution(moment, ZoneInfo("America/New_York"), " ") == "On Wed 6 May 2026, I wrote:"
