"""Why the ledger lets no such message go out now, in a sentence (R01)."""

from rules.evidence import EVIDENCE
from rules.ledger import Refusal
from rules.records import Moment
from ui.wording import moment_words, say

_WORDS = {
    "already_thanked": "They have your thank-you already.",
    "first_message_sent": "Your first message about this talk went out already.",
    "nothing_asked": "They asked nothing that is still open.",
    "once": "That letter went out already, and goes once.",
    "thank_you_expired": "It is too late for a thank-you alone.",
}


def refusal_words(refusal: Refusal, moment: Moment) -> str:
    """The reason, and from when it may go out where time alone will do."""
    if refusal.opens_at is not None:
        when = moment_words(refusal.opens_at, moment.now, moment.zone)
        return say("Not yet: it may go out from {when}.", when=when)
    known = EVIDENCE.get(refusal.reason)
    words = known.sentence if known is not None else _WORDS.get(refusal.reason)
    return say(words or "The record allows no such message now.")
