"""The words of the stories, as the program's own."""

from datetime import date
from typing import Any

from rules.records import Channel, FactKind, MessageKind

Json = dict[str, Any]

SAYS = {
    "question": FactKind.REPLY_QUESTION,
    "holding": FactKind.REPLY_HOLDING,
    "invited_again": FactKind.REPLY_INVITED,
    "note": FactKind.REPLY_NOTE,
    "rejection": FactKind.REJECTION,
    "offer": FactKind.OFFER,
}
SETTINGS = {
    "SECOND_MAX": "second_max",
    "PROMISE_BUFFER": "promise_buffer",
    "CHECK_IN_DAY": "check_in_day",
}


def kind_of(word: str) -> tuple[MessageKind, Channel]:
    """What a story calls a message, as its kind and usual channel."""
    if word in ("call", "voicemail", "phone"):
        return MessageKind.CHECK_IN, Channel.PHONE
    if word in ("letter", "card"):
        return MessageKind.THANK_YOU, Channel.LETTER
    others = {
        "answer_reply": MessageKind.ANSWER,
        "reply_to_offer": MessageKind.DECLINE,
        "email": MessageKind.CHECK_IN,
        "mail": MessageKind.CHECK_IN,
        "second": MessageKind.CHECK_IN,
    }
    return others.get(word) or MessageKind(word), Channel.EMAIL


def named_day(step: Json) -> str | None:
    """The one date a fact names, beside the moment it happened and the day it was said."""
    for key, value in step.items():
        if key not in ("at", "said", "sent", "sent_at") and isinstance(value, str):
            try:
                return date.fromisoformat(value[:10]).isoformat()
            except ValueError:
                continue
    return None


def json_words(step: Json) -> set[str]:
    """Every key that is set and every text value of a fact: what it may be called by."""
    words = {key for key, value in step.items() if value not in (None, False)}
    return words | {value for value in step.values() if isinstance(value, str)}
