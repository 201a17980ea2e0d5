"""What can be said to have happened: its words, and what is asked about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from rules.acts import What
from rules.evidence import EVIDENCE


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that can be stated; an empty label means that it is not asked."""

    words: str
    icon: str
    hint: str = ""
    reason: str = ""  # a key of rules.evidence, instead of a hint
    who: str = ""
    day: str = ""
    talk: bool = False
    letter: bool = False  # which of the letters that went out
    purpose: bool = False  # what a call or letter was for

    @property
    def sentence(self) -> str:
        """Why it matters, in a line."""
        return EVIDENCE[self.reason].sentence if self.reason else self.hint


_FROM = "From whom"
_BY = "By when, if they named a day"

THEY_SAID: Mapping[What, Entry] = {
    What.INVITED_AGAIN: Entry(
        words="They invited you again",
        icon="calendar-plus",
        hint="The interview is added without a date, and its count starts anew.",
        who=_FROM,
        talk=True,
    ),
    What.OFFER: Entry(
        words="They made an offer",
        icon="party-popper",
        reason="offer",
        who=_FROM,
        day="An answer by, if they named a day",
        talk=True,
    ),
    What.REJECTION: Entry(
        words="Not this time", icon="archive", reason="rejection", who=_FROM, talk=True
    ),
    What.STILL_DECIDING: Entry(
        words="They are still deciding",
        icon="hourglass",
        reason="still_deciding",
        who=_FROM,
        day=_BY,
        talk=True,
    ),
    What.ASKED_TO_WAIT: Entry(
        words="They asked you to wait",
        icon="clock",
        reason="still_deciding",
        who=_FROM,
        day="Until when, if they named a day",
        talk=True,
    ),
    What.ASKED_SOMETHING: Entry(
        words="They asked for something",
        icon="circle-question-mark",
        reason="answer",
        who=_FROM,
        talk=True,
    ),
    What.NOTE: Entry(
        words="They wrote just a note",
        icon="sticky-note",
        hint="A person wrote, so nothing unprompted is due. A receipt is no reply.",
        who=_FROM,
        talk=True,
    ),
    What.NAMED_DAY: Entry(
        words="They named a day",
        icon="calendar",
        reason="promised_day_ahead",
        who="Who said so",
        day="By when",
        talk=True,
    ),
    What.DECIDES_AT_ONCE: Entry(
        words="They decide by tomorrow", icon="flag", reason="decides_at_once", talk=True
    ),
    What.AWAY: Entry(
        words="Somebody is away",
        icon="coffee",
        reason="away",
        who="Who is away",
        day="Away until",
        talk=True,
    ),
    What.INVITED_TO_CALL: Entry(
        words="They said you may call", icon="phone", reason="call", who="Who said so", talk=True
    ),
}

YOU_DID: Mapping[What, Entry] = {
    What.CALLED: Entry(
        words="You called",
        icon="phone",
        hint="A call or a message on a machine counts like a letter.",
        who="Whom",
        talk=True,
        purpose=True,
    ),
    What.WROTE: Entry(
        words="You wrote from elsewhere",
        icon="mail",
        hint="A mail that was not written here counts as well.",
        who="To whom",
        talk=True,
        purpose=True,
    ),
    What.POSTED: Entry(
        words="You posted a letter or card",
        icon="pen-line",
        reason="card_on_paper",
        who="To whom",
        talk=True,
        purpose=True,
    ),
    What.KEPT_IN_TOUCH: Entry(
        words="You kept in touch", icon="sticky-note", reason="keep_in_touch", who="With whom"
    ),
    What.CAME_BACK: Entry(
        words="A message came back",
        icon="undo-2",
        hint="It reached nobody, so it counts as nothing. Correct the address on People.",
        letter=True,
    ),
    What.ASKED_ADDRESS: Entry(
        words="You asked for an address",
        icon="circle-question-mark",
        reason="no_address",
        who="Whom you asked",
        talk=True,
    ),
    What.DEBRIEFED: Entry(
        words="You told the recruiter",
        icon="users",
        hint="How it went, the same day. It counts as nothing; thanks go that way as well.",
        who="The recruiter",
        talk=True,
    ),
    What.WAITS: Entry(
        words="Nobody else to thank",
        icon="check-check",
        hint="Who was not thanked by now is left out, and you wait.",
        talk=True,
    ),
}

ABOUT_IT: Mapping[What, Entry] = {
    What.OFFER_ELSEWHERE: Entry(
        words="You have an offer elsewhere",
        icon="party-popper",
        reason="offer_elsewhere",
        day="They want an answer by",
    ),
    What.WITHDREW: Entry(words="You withdrew", icon="undo-2", reason="withdrawal"),
    What.LOST_INTEREST: Entry(
        words="You no longer want it", icon="user-x", reason="no_longer_interested", talk=True
    ),
    What.NO_CONTACT: Entry(words="They want no contact", icon="ban", reason="no_contact"),
    What.AGENCY: Entry(
        words="A recruiter is in between", icon="building-2", reason="agency", who="The recruiter"
    ),
    What.NO_ADDRESS: Entry(
        words="No address is known", icon="mail", reason="no_address", who="Of whom"
    ),
}

GROUPS: tuple[tuple[str, Mapping[What, Entry]], ...] = (
    ("They said", THEY_SAID),
    ("You did", YOU_DID),
    ("About this one", ABOUT_IT),
)
ENTRIES: Mapping[What, Entry] = {**THEY_SAID, **YOU_DID, **ABOUT_IT}
