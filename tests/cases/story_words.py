"""The words of the stories, as the program's own."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from rules.records import Channel, FactKind, MessageKind, Part

Json = dict[str, Any]

SAYS = {
    "question": FactKind.REPLY_QUESTION,
    "holding": FactKind.REPLY_HOLDING,
    "invited_again": FactKind.REPLY_INVITED,
    "note": FactKind.REPLY_NOTE,
    "rejection": FactKind.REJECTION,
    "offer": FactKind.OFFER,
    "still_deciding": FactKind.REPLY_HOLDING,
    "invited": FactKind.REPLY_INVITED,
    "rejected": FactKind.REJECTION,
}
SETTINGS = {
    "SECOND_MAX": "second_max",
    "PROMISE_BUFFER": "promise_buffer",
    "CHECK_IN_DAY": "check_in_day",
    "USUAL_CHECK_IN_DAY": "check_in_day",
}
STARRED = ("main_contact", "starred", "star")
_KINDS = {
    "answer_reply": MessageKind.ANSWER,
    "reply_to_offer": MessageKind.DECLINE,
    "email": MessageKind.CHECK_IN,
    "mail": MessageKind.CHECK_IN,
    "second": MessageKind.CHECK_IN,
    "nudge": MessageKind.CHECK_IN,
}
_WAYS = {
    "email": Channel.EMAIL,
    "thread": Channel.EMAIL,
    "reply": Channel.EMAIL,
    "phone": Channel.PHONE,
    "call": Channel.PHONE,
    "letter": Channel.LETTER,
    "post": Channel.LETTER,
}
_PARTS = {
    "recruit": Part.RECRUITER,
    "agen": Part.RECRUITER,
    "organi": Part.ORGANISER,
    "coordinat": Part.ORGANISER,
    "manager": Part.HIRING_MANAGER,
    "other": Part.OTHER,
}
_DAYS = ("until", "deadline", "answer_by", "date", "day", "by_date", "by")
_MOMENTS = {"at", "said", "sent", "sent_at"}


def kind_of(word: str) -> tuple[MessageKind, Channel]:
    """What a story calls a message, as its kind and usual channel. Raises ValueError."""
    if word in ("call", "voicemail", "phone", "phone_call"):
        return MessageKind.CHECK_IN, Channel.PHONE
    if word == "note" or any(one in word for one in ("letter", "card")):
        return MessageKind.THANK_YOU, Channel.LETTER
    if "pass_on" in word or "group" in word:
        return MessageKind.PASS_ON, Channel.EMAIL
    return _KINDS.get(word) or MessageKind(word), Channel.EMAIL


def noted_kind_of(word: str) -> tuple[MessageKind, Channel]:
    """What was done without the program: whatever else it was called, it was a message."""
    try:
        return kind_of(word)
    except ValueError:
        return MessageKind.CHECK_IN, Channel.EMAIL


def channel_of(words: str) -> Channel | None:
    """The way that is to be taken first; None for words nobody knows."""
    for sign, channel in _WAYS.items():
        if words.startswith(sign):
            return channel
    return None


def part_of(word: str | None) -> Part:
    """The part a story gives somebody."""
    for sign, part in _PARTS.items():
        if word is not None and sign in word:
            return part
    return Part.INTERVIEWER


def named_day(step: Json) -> date | None:
    """The one date a fact names, beside the moment it happened and the day it was said."""
    others = [key for key in step if key not in _MOMENTS and key not in _DAYS]
    for key in (*_DAYS, *others):
        found = day_of(step.get(key))
        if found is not None:
            return found
    return None


def day_of(value: object) -> date | None:
    """The day of an ISO date or moment; None for anything else."""
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def moment_of(text: str) -> datetime:
    """The instant of an ISO moment with its offset."""
    return datetime.fromisoformat(text).astimezone(UTC)


def names_in(step: Json, known: Iterable[str], *keys: str) -> list[str]:
    """The people a fact speaks of under those keys, each once."""
    wanted = set(known)
    found: list[str] = []
    for key in keys:
        value = step.get(key)
        values = value if isinstance(value, list) else [value]
        found += [one for one in values if isinstance(one, str) and one in wanted]
    return list(dict.fromkeys(found))


def json_words(step: Json) -> set[str]:
    """Every key that is set and every text value of a fact: what it may be called by."""
    words = {key for key, value in step.items() if value not in (None, False)}
    return words | {value for value in step.values() if isinstance(value, str)}
