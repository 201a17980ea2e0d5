"""What the records know of themselves."""

from dataclasses import replace

from rules.records import Channel, MessageKind, Tone, every_day_but_weekends
from tests.rules.dossiers import A, at, case, copied, talk, thanks


def test_a_draft_is_one_for_each_recipient_kind_and_tone() -> None:
    draft = copied(MessageKind.THANK_YOU, "A", "05-06 14:00")
    assert draft.key == replace(draft, body="More", saved_at=at("05-06 15:00")).key
    assert draft.key != replace(draft, tone=Tone.BRIEF).key
    assert replace(draft, interview_id=None, person_id=None).key == (
        "o",
        "",
        "",
        "thank_you",
        "warm",
        "email",
    )
    assert draft.key != replace(draft, channel=Channel.PHONE).key


def test_what_is_not_on_record_is_not_found() -> None:
    dossier = case(talk("i1", "05-06 11:00"))
    assert dossier.interview(None) is None
    assert dossier.person(None) is None
    found = dossier.person(A)
    assert found is not None
    assert found.name == "A"


def test_only_what_stands_as_sent_counts() -> None:
    message = thanks("A", "05-06 14:00")
    assert message.counts
    assert not replace(message, unsent_at=at("05-06 15:00")).counts
    assert not replace(message, bounced_at=at("05-06 15:00")).counts


def test_without_holiday_data_only_weekends_are_free() -> None:
    assert every_day_but_weekends(at("05-08 12:00").date())
    assert not every_day_but_weekends(at("05-09 12:00").date())
