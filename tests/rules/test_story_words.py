"""The words stories are told in, also those no story has used yet."""

from datetime import date

import pytest

from rules.records import Channel, MessageKind, Part
from tests.cases.story_words import channel_of, kind_of, named_day, names_in, noted_kind_of, part_of


@pytest.mark.parametrize(
    ("word", "kind", "channel"),
    [
        ("voicemail", MessageKind.CHECK_IN, Channel.PHONE),
        ("handwritten_card", MessageKind.THANK_YOU, Channel.LETTER),
        ("group_note", MessageKind.PASS_ON, Channel.EMAIL),
        ("answer_reply", MessageKind.ANSWER, Channel.EMAIL),
        ("thanks_and_question", MessageKind.THANKS_AND_QUESTION, Channel.EMAIL),
    ],
)
def test_a_message_is_known_by_many_names(word: str, kind: MessageKind, channel: Channel) -> None:
    assert kind_of(word) == noted_kind_of(word) == (kind, channel)


def test_an_unknown_word_is_a_fault_unless_it_was_done_outside() -> None:
    with pytest.raises(ValueError, match="telegram"):
        kind_of("telegram")
    assert noted_kind_of("telegram") == (MessageKind.CHECK_IN, Channel.EMAIL)


def test_the_day_of_a_fact_is_the_one_that_closes_it() -> None:
    step = {"at": "2026-05-01T09:00:00+01:00", "since": "2026-05-02", "until": "2026-05-09"}
    assert named_day(step) == date(2026, 5, 9)
    assert named_day({"at": "2026-05-01T09:00:00+01:00", "said": "2026-05-01"}) is None
    assert named_day({"by": "Ann Bell", "date": "2026-05-15T00:00:00+01:00"}) == date(2026, 5, 15)


def test_the_way_named_first_is_the_one_advised() -> None:
    assert channel_of("phone first, then email") is channel_of("call") is Channel.PHONE
    assert channel_of("email; letter extra") is Channel.EMAIL
    assert channel_of("pigeon") is None


def test_people_and_their_parts() -> None:
    step = {"to": ["Ann", "Nobody", "Ann"], "by": "Ben"}
    assert names_in(step, ["Ann", "Ben"], "to", "by") == ["Ann", "Ben"]
    assert part_of("agency recruiter") is Part.RECRUITER
    assert part_of("coordinator") is Part.ORGANISER
    assert part_of(None) is part_of("panel") is Part.INTERVIEWER
